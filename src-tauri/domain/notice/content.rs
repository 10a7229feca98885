//! What a version of the notice says, and what it has to (NOT-03, NTC-01, NTC-03). A person who has read it ticks what is in
//! it; nothing guesses at its words.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::sealed::words;
use crate::text::{Line, Prose};

/// What a notice has to say (Arts 13(1) to (2), 14(1) to (2)).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub enum NoticeItem {
    /// Who the controller is, and how to reach it.
    Controller,
    /// How to reach the data protection officer.
    Officer,
    /// The purposes, each with its lawful basis.
    Purposes,
    /// The legitimate interests, where a purpose rests on them.
    Interests,
    /// The categories of data, for what came from somebody else.
    Categories,
    /// The recipients, or their categories.
    Recipients,
    /// Transfers abroad, and what they rest on.
    Transfers,
    /// For how long, of every kind.
    Periods,
    /// The rights.
    Rights,
    /// That permission can be withdrawn at any time.
    Withdrawal,
    /// The right to complain to the organisation.
    ComplaintToUs,
    /// The right to complain to the regulator.
    ComplaintToRegulator,
    /// Whether the details must be given, and what follows if they are not, for what came from the person.
    Need,
    /// Where the details came from, for what came from somebody else.
    Sources,
    /// Whether decisions are automated.
    Automated,
}

words!(NoticeItem {
    Controller => "controller",
    Officer => "officer",
    Purposes => "purposes",
    Interests => "interests",
    Categories => "categories",
    Recipients => "recipients",
    Transfers => "transfers",
    Periods => "periods",
    Rights => "rights",
    Withdrawal => "withdrawal",
    ComplaintToUs => "complaint-to-us",
    ComplaintToRegulator => "complaint-to-regulator",
    Need => "need",
    Sources => "sources",
    Automated => "automated",
});

/// What has to be in a notice and is not among what is, in the order of the law.
pub fn lacks(contains: &BTreeSet<NoticeItem>) -> Vec<NoticeItem> {
    NoticeItem::ALL
        .iter()
        .copied()
        .filter(|item| !contains.contains(item))
        .collect()
}

/// A version of the notice as it was written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct NoticeText {
    /// Its words.
    pub text: Prose,
    /// The first day it is given to people.
    pub in_force_from: NaiveDate,
    /// What it says of what it has to.
    pub contains: BTreeSet<NoticeItem>,
    /// The notices it is to be read with, each with its version: whoever is given this one is given those (S5).
    pub related: Vec<Line>,
}

/// Why a version can't be added.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoticeTextRefusal {
    /// It has no words.
    Empty,
    /// It says nothing new: the same words, ticks and related notices as the version before.
    Unchanged,
    /// It would be in force before the version it follows.
    BeforeTheLast,
}

impl NoticeTextRefusal {
    /// The field that is wrong.
    pub const fn field(self) -> &'static str {
        match self {
            Self::Empty | Self::Unchanged => "notice.text",
            Self::BeforeTheLast => "notice.inForceFrom",
        }
    }

    /// What to do, in one sentence.
    pub const fn sentence(self) -> &'static str {
        match self {
            Self::Empty => "Paste the text of the notice.",
            Self::Unchanged => "Change something: this is what the version before says.",
            Self::BeforeTheLast => "Enter a day on or after the first one of the version before.",
        }
    }
}

impl NoticeText {
    /// Checks a version against the one it follows. What it lacks is no reason against it: it may have been given to people
    /// long ago, and is then recorded as it was.
    ///
    /// # Errors
    /// [`NoticeTextRefusal`].
    pub fn check(&self, before: Option<&Self>) -> Result<(), NoticeTextRefusal> {
        if self.text.as_str().is_empty() {
            return Err(NoticeTextRefusal::Empty);
        }
        let Some(before) = before else {
            return Ok(());
        };
        let says = |of: &Self| (of.text.clone(), of.contains.clone(), of.related.clone());
        if says(self) == says(before) {
            return Err(NoticeTextRefusal::Unchanged);
        }
        if self.in_force_from < before.in_force_from {
            return Err(NoticeTextRefusal::BeforeTheLast);
        }
        Ok(())
    }
}
