//! A candidate: who they are, how to reach them and where their details came from.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::source::Source;
use crate::text::{Email, Line, Phone};

/// A person's name in parts. One part at least is there; people with a single name have only a family name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct PersonName {
    /// Ms, Dr, Lord and the like.
    pub title: Option<Line>,
    /// Given names, first and middle.
    pub given: Option<Line>,
    /// Family name, with its particles; the whole name of a person who has one only.
    pub family: Line,
    /// What the person likes to be called.
    pub preferred: Option<Line>,
}

impl PersonName {
    /// The name as one reads it: given names and family name.
    pub fn full(&self) -> String {
        match &self.given {
            Some(given) => format!("{} {}", given.as_str(), self.family.as_str()),
            None => self.family.as_str().to_owned(),
        }
    }
}

/// How a person likes to be reached (the notice, "preferred method of contact").
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub enum PreferredContact {
    /// By e-mail.
    Email,
    /// By telephone.
    Phone,
    /// By post.
    Post,
}

/// How to reach a person.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct ContactDetails {
    /// E-mail addresses, the one to use first.
    pub emails: Vec<Email>,
    /// Telephone numbers, the one to use first.
    pub phones: Vec<Phone>,
    /// Postal address in lines, without the postcode.
    pub address: Vec<Line>,
    /// Postcode.
    pub postcode: Option<Line>,
    /// The way the person prefers.
    pub preferred: Option<PreferredContact>,
}

/// A candidate's own details: everything about the person that is not about an application.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct CandidateDetails {
    /// Name in parts.
    pub name: PersonName,
    /// How to reach them.
    pub contact: ContactDetails,
    /// Where the details came from.
    pub source: Source,
    /// The day the details came in: from it the record of someone who never applied is dated (RET-14).
    pub received_on: NaiveDate,
}
