//! What goes although the person stays (RULEBOOK 4.2, RET-10 to RET-12, RET-15): an application's own material, the
//! history of one that a permission keeps, a sealed record, a document.
//!
//! Each part has a date of its own. A part whose date is no sooner than the person's goes with them and needs none.

mod document;
mod served;

use chrono::NaiveDate;

use crate::application::OutcomeKind;
use crate::dates::plain;
use crate::document::DocumentKind;
use crate::id::{ApplicationId, DocumentId, SealedRecordId};
use crate::retention::{
    ApplicationFacts, Block, ClassGround, DataClass, PersonFacts, RetentionPolicy,
    application_chain, base_date, erase_on, verdict,
};
use crate::sealed::SealedKind;
use served::sealed_verdict;

/// What of a person's record may go before they do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Part {
    /// An application's own material: itself, its history, and the permissions and places that hang on it alone.
    Application(ApplicationId),
    /// What happened to an application, where a permission or a place on the reserve list keeps the application: it is
    /// the use of the tools (C7), which neither carries on.
    History(ApplicationId),
    /// One sealed record.
    Sealed(SealedRecordId),
    /// One document, where it goes before the application it was collected for, or was collected for none by name.
    Document(DocumentId),
}

/// What more the rules need to know of an application, to date what was collected for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Applied {
    /// Which application.
    pub application: ApplicationId,
    /// The day it came in.
    pub applied_on: NaiveDate,
    /// Whether it came to an offer, before which no check is made (COL-04, COL-09).
    pub offered: bool,
    /// Whether anything of its history is there.
    pub has_history: bool,
}

/// What the rules need to know of a sealed record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SealedFacts {
    /// Which record.
    pub record: SealedRecordId,
    /// What it is.
    pub kind: SealedKind,
    /// The day it was recorded.
    pub recorded_on: NaiveDate,
    /// The day of the decision that it was collected for, where its class is counted from one (RET-10).
    pub decided_on: Option<NaiveDate>,
}

/// What the rules need to know of a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DocumentFacts {
    /// Which document.
    pub document: DocumentId,
    /// What it is.
    pub kind: DocumentKind,
    /// The application it was collected for; `None` for the person's own.
    pub application: Option<ApplicationId>,
    /// The day it was added.
    pub added_on: NaiveDate,
}

/// Everything that decides when each part of a person's record goes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PartFacts {
    /// The person's.
    pub person: PersonFacts,
    /// Of each of their applications.
    pub applied: Vec<Applied>,
    /// Of each of their sealed records.
    pub sealed: Vec<SealedFacts>,
    /// Of each of their documents.
    pub documents: Vec<DocumentFacts>,
}

/// The date of a part that goes before the person does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PartDate {
    /// Which part.
    pub part: Part,
    /// Its day.
    pub erase_on: NaiveDate,
}

/// Until when a part is kept, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PartVerdict {
    /// Which part.
    pub part: Part,
    /// Its class.
    pub class: DataClass,
    /// The application it is of, or was collected for; the last of them, where there are several.
    pub application: Option<ApplicationId>,
    /// Its day, where it comes before the person's; `None` where the part goes with them.
    pub erase_on: Option<NaiveDate>,
    /// The rule that decided.
    pub rule: &'static str,
    /// Why, in one sentence.
    pub because: String,
    /// What blocks it on the day of the verdict.
    pub blocked_by: Vec<Block>,
}

impl PartVerdict {
    /// Whether the part must go although the person may stay.
    pub fn is_due(&self, today: NaiveDate) -> bool {
        self.blocked_by.is_empty() && self.erase_on.is_some_and(|date| date <= today)
    }
}

impl Part {
    /// The word the store and files hold.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Application(_) => "application",
            Self::History(_) => "history",
            Self::Sealed(_) => "sealed-record",
            Self::Document(_) => "document",
        }
    }
}

impl SealedKind {
    /// The class of data it is, which dates it.
    pub const fn retention_class(self) -> DataClass {
        match self {
            Self::Adjustments => DataClass::Health,
            Self::Identity => DataClass::IdentityDocument,
            Self::RightToWork => DataClass::RightToWork,
            Self::CriminalRecord => DataClass::CriminalRecord,
            Self::Vetting => DataClass::Vetting,
            Self::EqualityAnswers => DataClass::Equality,
        }
    }

    /// Whether it is collected from an offer on only.
    const fn waits_for_an_offer(self) -> bool {
        match self {
            Self::Adjustments | Self::EqualityAnswers => false,
            Self::Identity | Self::RightToWork | Self::CriminalRecord | Self::Vetting => true,
        }
    }
}

/// The dates of the parts that go before the person does, without their grounds: for keeping them beside the records.
pub fn part_dates(facts: &PartFacts, policy: &RetentionPolicy, today: NaiveDate) -> Vec<PartDate> {
    let person = &facts.person;
    let goes = erase_on(person, policy, today);
    let mut dates = Vec::new();
    for application in &person.applications {
        let id = application.application;
        let own = application_date(person, application, policy, today);
        let mut add = |part, date: Option<NaiveDate>| {
            dates.extend(
                date.filter(|date| comes_first(person, Some(id), *date, goes))
                    .map(|erase_on| PartDate { part, erase_on }),
            );
        };
        add(Part::Application(id), own);
        add(
            Part::History(id),
            history_date(facts, application, own, policy),
        );
    }
    for record in &facts.sealed {
        let date = sealed_verdict(facts, record, policy, today).1.erase_on;
        dates.extend(
            date.filter(|date| comes_first(person, None, *date, goes))
                .map(|erase_on| PartDate {
                    part: Part::Sealed(record.record),
                    erase_on,
                }),
        );
    }
    for document in &facts.documents {
        let dated = document::date(facts, document, policy, today);
        dates.extend(dated.erase_on(person, goes).map(|erase_on| PartDate {
            part: Part::Document(document.document),
            erase_on,
        }));
    }
    dates
}

/// Weighs every part of a person's record on a day: the applications and their histories, then the sealed records, then
/// the documents, in the order of the facts.
pub fn part_verdicts(
    facts: &PartFacts,
    policy: &RetentionPolicy,
    today: NaiveDate,
) -> Vec<PartVerdict> {
    let person = &facts.person;
    let goes = erase_on(person, policy, today);
    let mut found = Vec::new();
    for application in &person.applications {
        let id = application.application;
        let weighed = verdict::of_application(person, application, policy, today).verdict;
        let own = weighed.erase_on;
        let ground = weighed.ground();
        found.push(PartVerdict {
            part: Part::Application(id),
            class: DataClass::Form,
            application: Some(id),
            erase_on: own.filter(|date| comes_first(person, Some(id), *date, goes)),
            rule: ground.map_or("RET-15", super::Ground::rule),
            because: ground.map_or_else(|| weighed.summary(today), super::Ground::sentence),
            blocked_by: weighed.blocked_by.clone(),
        });
        if let Some(date) = history_date(facts, application, own, policy) {
            found.push(PartVerdict {
                part: Part::History(id),
                class: DataClass::ToolUse,
                application: Some(id),
                erase_on: Some(date).filter(|date| comes_first(person, Some(id), *date, goes)),
                rule: DataClass::ToolUse.rule(),
                because: format!(
                    "What happened to the application goes on {} with everything else that no permission keeps.",
                    plain(date)
                ),
                blocked_by: weighed.blocked_by,
            });
        }
    }
    for record in &facts.sealed {
        let (served, class) = sealed_verdict(facts, record, policy, today);
        let blocked_by = standing(person, &served, today);
        found.push(PartVerdict {
            part: Part::Sealed(record.record),
            class: class.class,
            application: served.last().copied(),
            erase_on: class
                .erase_on
                .filter(|date| comes_first(person, None, *date, goes)),
            rule: class.class.rule(),
            because: class
                .because
                .first()
                .map(ClassGround::sentence)
                .unwrap_or_default(),
            blocked_by,
        });
    }
    for document in &facts.documents {
        let dated = document::date(facts, document, policy, today);
        found.push(PartVerdict {
            part: Part::Document(document.document),
            class: document.kind.retention_class(),
            application: dated.served.last().copied(),
            erase_on: dated.erase_on(person, goes),
            rule: document.kind.retention_class().rule(),
            because: dated.sentence(),
            blocked_by: standing(person, &dated.served, today),
        });
    }
    found
}

/// The blocks that stand on a day on what served these applications.
fn standing(person: &PersonFacts, served: &[ApplicationId], today: NaiveDate) -> Vec<Block> {
    person
        .blocks
        .iter()
        .copied()
        .filter(|block| block.stands_on(today))
        .filter(|block| {
            block
                .application
                .is_none_or(|named| served.contains(&named))
        })
        .collect()
}

/// Whether something with a date goes before the person. Somebody whose hand-over is not confirmed stays past their
/// date, so that what is due of their other applications goes by itself.
fn comes_first(
    person: &PersonFacts,
    of: Option<ApplicationId>,
    date: NaiveDate,
    person_goes: Option<NaiveDate>,
) -> bool {
    person_goes.is_none_or(|goes| date < goes)
        || person.applications.iter().any(|application| {
            Some(application.application) != of
                && application.handed_over_on.is_none()
                && matches!(application.ended(), Some((OutcomeKind::Hired, _)))
        })
}

/// The date of an application's own material (RET-15).
fn application_date(
    person: &PersonFacts,
    application: &ApplicationFacts,
    policy: &RetentionPolicy,
    today: NaiveDate,
) -> Option<NaiveDate> {
    let by_rule = application_chain(person, application, policy, today).map(|chain| chain.erase_on);
    match (by_rule, person.erasure_upheld_on) {
        (Some(date), Some(upheld)) => Some(date.min(upheld)),
        (date, upheld) => date.or(upheld),
    }
}

/// The date of an application's history, where it is there and goes before the application does.
fn history_date(
    facts: &PartFacts,
    application: &ApplicationFacts,
    own: Option<NaiveDate>,
    policy: &RetentionPolicy,
) -> Option<NaiveDate> {
    let there = facts
        .applied
        .iter()
        .any(|known| known.application == application.application && known.has_history);
    base_date(application, policy).filter(|base| there && own.is_some_and(|own| *base < own))
}

#[cfg(test)]
mod tests;
