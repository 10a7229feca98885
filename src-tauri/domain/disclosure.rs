//! Disclosures: what of somebody was given to whom outside, and who is told when it is erased (RULEBOOK ERA-06; UK
//! GDPR Art 19). Whether it may be given is [`crate::sharing`]'s.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::candidate::PersonName;
use crate::dates::months_after;
use crate::deadline::tell_recipients_by;
use crate::retention::DataClass;
use crate::sealed::words;
use crate::sharing::Purpose;
use crate::text::{Line, fold};

/// Days after an erasure within which recipients are told (RULEBOOK §15, `recipients.notice_days`).
pub const NOTICE_DAYS: u8 = 14;

/// Months for which it is kept who was told (RULEBOOK 4.2, disclosure log: six years).
const KEPT_MONTHS: u32 = 72;

/// The kinds of recipient that the notice names (RULES S12).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub enum RecipientCategory {
    /// A member of parliament's office, or a department: a controller of its own.
    MembersAndDepartments,
    /// Recruiters, process managers, developers of recruitment sites.
    Recruiters,
    /// Applicant tracking software.
    TrackingSoftware,
    /// Human resources software.
    HrSoftware,
    /// Digital communications and storage.
    CommunicationsAndStorage,
    /// Surveys and web forms.
    Surveys,
    /// The website, its analytics and hosting.
    WebsiteAndHosting,
    /// Cloud services and IT security.
    CloudAndSecurity,
    /// Courts, the police, regulators and other authorities: no recipient of the notice's list, but of the law (S96).
    LegalBodies,
}

words!(RecipientCategory {
    MembersAndDepartments => "members-and-departments",
    Recruiters => "recruiters",
    TrackingSoftware => "tracking-software",
    HrSoftware => "hr-software",
    CommunicationsAndStorage => "communications-and-storage",
    Surveys => "surveys",
    WebsiteAndHosting => "website-and-hosting",
    CloudAndSecurity => "cloud-and-security",
    LegalBodies => "legal-bodies",
});

impl RecipientCategory {
    /// The kind in words, as a report and a letter name it.
    pub const fn phrase(self) -> &'static str {
        match self {
            Self::MembersAndDepartments => "MPs’ offices and departments",
            Self::Recruiters => "recruiters, process managers and site developers",
            Self::TrackingSoftware => "applicant tracking software",
            Self::HrSoftware => "HR software",
            Self::CommunicationsAndStorage => "communications and storage",
            Self::Surveys => "surveys and web forms",
            Self::WebsiteAndHosting => "website, analytics and hosting",
            Self::CloudAndSecurity => "cloud services and IT security",
            Self::LegalBodies => "courts, police and other authorities",
        }
    }

    /// Whether it works for the organisation, under an agreement; others are controllers of their own (RULEBOOK SHA-03,
    /// SHA-04).
    pub const fn is_supplier(self) -> bool {
        match self {
            Self::MembersAndDepartments | Self::LegalBodies => false,
            Self::Recruiters
            | Self::TrackingSoftware
            | Self::HrSoftware
            | Self::CommunicationsAndStorage
            | Self::Surveys
            | Self::WebsiteAndHosting
            | Self::CloudAndSecurity => true,
        }
    }

    /// Whether it is approved before it is given anything (S85 to S90).
    pub const fn is_approved_first(self) -> bool {
        self.is_supplier() && !matches!(self, Self::Recruiters)
    }
}

/// A disclosure: what its recipient is told of when it is erased.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DisclosureDetails {
    /// What kind of recipient.
    pub category: RecipientCategory,
    /// The recipient's name: an organisation's or an office's.
    pub recipient: Line,
    /// What for.
    pub purpose: Purpose,
    /// What was given.
    pub classes: BTreeSet<DataClass>,
    /// The day it was given.
    pub on: NaiveDate,
}

/// Whether a recipient's name has all of a person's in it. An office may share a family name with a candidate; the
/// whole name is no chance.
pub(crate) fn names(recipient: &Line, person: &PersonName) -> bool {
    let recipient = fold(recipient.as_str());
    let has = |text: &Line| {
        fold(text.as_str()).split_whitespace().all(|word| {
            recipient
                .split(|letter: char| !letter.is_alphanumeric())
                .any(|known| known == word)
        })
    };
    has(&person.family)
        && person
            .given
            .as_ref()
            .or(person.preferred.as_ref())
            .is_none_or(has)
}

/// Whose record goes, or which part of it: one number each, that leads to nobody.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Gone {
    /// Somebody whole.
    Person(i64),
    /// An application of somebody who stays.
    Application(i64),
}

/// Something that was given to a recipient, of a record that goes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GivenOf {
    /// The record.
    pub gone: Gone,
    /// The day it was erased first: before today where a backup brought it back.
    pub erased_on: NaiveDate,
    /// What was given, to whom.
    pub details: DisclosureDetails,
}

/// Why recipients are told something of what they were given (UK GDPR Art 19).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub enum ToldOf {
    /// It was erased.
    Erasure,
    /// It was corrected.
    Rectification,
    /// It is only stored.
    Restriction,
}

words!(ToldOf {
    Erasure => "erasure",
    Rectification => "rectification",
    Restriction => "restriction",
});

/// What a recipient was given on a day for a purpose, with nothing of those it was of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct Given {
    /// The day.
    pub on: NaiveDate,
    /// What for.
    pub purpose: Purpose,
    /// How many times.
    pub number: u32,
}

/// A recipient who is to be told of an erasure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ToTell {
    /// What kind.
    pub category: RecipientCategory,
    /// Their name, as it was written first.
    pub recipient: Line,
    /// How many people went of whom they were given something.
    pub people: u64,
    /// How many applications of people who stay.
    pub applications: u64,
    /// What they were given, by day and purpose.
    pub given: Vec<Given>,
    /// By when they are told.
    pub by: NaiveDate,
}

impl ToTell {
    /// Whether another name is this recipient's, whatever its capitals.
    pub fn is(&self, category: RecipientCategory, recipient: &Line) -> bool {
        self.category == category && fold(self.recipient.as_str()) == fold(recipient.as_str())
    }

    /// Adds what the same recipient is to be told of others.
    pub fn add(&mut self, other: &Self) {
        self.people = self.people.saturating_add(other.people);
        self.applications = self.applications.saturating_add(other.applications);
        self.by = self.by.min(other.by);
        let mut given: BTreeMap<_, u32> = BTreeMap::new();
        for each in self.given.iter().chain(&other.given) {
            let number = given.entry((each.on, each.purpose)).or_default();
            *number = number.saturating_add(each.number);
        }
        self.given = counted(given);
    }
}

fn counted(given: BTreeMap<(NaiveDate, Purpose), u32>) -> Vec<Given> {
    given
        .into_iter()
        .map(|((on, purpose), number)| Given {
            on,
            purpose,
            number,
        })
        .collect()
}

/// Who is told of an erasure, and by when (RULEBOOK ERA-06): each recipient once, whatever it was given.
pub fn to_tell(given: &[GivenOf], days: u8) -> Vec<ToTell> {
    let mut recipients: BTreeMap<(RecipientCategory, String), Vec<&GivenOf>> = BTreeMap::new();
    for each in given {
        let name = fold(each.details.recipient.as_str());
        recipients
            .entry((each.details.category, name))
            .or_default()
            .push(each);
    }
    recipients
        .into_iter()
        .filter_map(|((category, _), given)| {
            let first = given.first()?;
            let gone: BTreeSet<Gone> = given.iter().map(|each| each.gone).collect();
            let (people, applications): (Vec<Gone>, Vec<Gone>) = gone
                .into_iter()
                .partition(|gone| matches!(gone, Gone::Person(_)));
            let mut by_day: BTreeMap<_, u32> = BTreeMap::new();
            for each in &given {
                let number = by_day
                    .entry((each.details.on, each.details.purpose))
                    .or_default();
                *number = number.saturating_add(1);
            }
            let erased_on = given.iter().map(|each| each.erased_on).min()?;
            Some(ToTell {
                category,
                recipient: first.details.recipient.clone(),
                people: u64::try_from(people.len()).unwrap_or(u64::MAX),
                applications: u64::try_from(applications.len()).unwrap_or(u64::MAX),
                given: counted(by_day),
                by: tell_recipients_by(erased_on, days),
            })
        })
        .collect()
}

/// Until when it is kept that a recipient was told.
pub fn keep_told_until(told_on: NaiveDate) -> NaiveDate {
    months_after(told_on, KEPT_MONTHS)
}

#[cfg(test)]
mod tests;
