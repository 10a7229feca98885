//! What keeps a record from being erased although its date has come (RULEBOOK RET-06 to RET-09, RET-13).

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::dates::plain;
use crate::id::ApplicationId;

/// The kinds of block. Any of them beats any date, and none of them moves one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub enum BlockKind {
    /// A request for access or portability whose reply has not gone: our policy in the person's favour (RET-07).
    AccessRequest,
    /// A data protection complaint with no outcome sent (RET-09).
    Complaint,
    /// A hired person's hand-over that HR has not confirmed: it may be the only copy (RET-13). The rules find
    /// this one themselves.
    HandoverUnconfirmed,
    /// An incident that is not closed (RET-09).
    Incident,
    /// A legal hold: a claim, a court's order, early conciliation (RET-06; UK GDPR Art 17(3)(e)).
    LegalHold,
    /// A restriction of processing (RET-08; UK GDPR Art 18).
    Restriction,
}

impl BlockKind {
    /// Every kind, in the order of their words.
    pub const ALL: [Self; 6] = [
        Self::AccessRequest,
        Self::Complaint,
        Self::HandoverUnconfirmed,
        Self::Incident,
        Self::LegalHold,
        Self::Restriction,
    ];

    /// The word the store and files hold.
    pub const fn code(self) -> &'static str {
        match self {
            Self::AccessRequest => "access-request",
            Self::Complaint => "complaint",
            Self::HandoverUnconfirmed => "handover-unconfirmed",
            Self::Incident => "incident",
            Self::LegalHold => "legal-hold",
            Self::Restriction => "restriction",
        }
    }

    /// Reads the word the store and files hold.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }

    /// The rule that makes it one.
    pub const fn rule(self) -> &'static str {
        match self {
            Self::AccessRequest => "RET-07",
            Self::Complaint | Self::Incident => "RET-09",
            Self::HandoverUnconfirmed => "RET-13",
            Self::LegalHold => "RET-06",
            Self::Restriction => "RET-08",
        }
    }

    /// What it is, within a sentence: "a legal hold".
    pub const fn phrase(self) -> &'static str {
        match self {
            Self::AccessRequest => "an open access request",
            Self::Complaint => "an open complaint",
            Self::HandoverUnconfirmed => "a hand-over to HR that is not confirmed",
            Self::Incident => "an open incident",
            Self::LegalHold => "a legal hold",
            Self::Restriction => "a restriction of processing",
        }
    }
}

/// One block, from the day it was placed until the day it was lifted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Block {
    /// What it is.
    pub kind: BlockKind,
    /// The application it names; `None` where it names the person. One that names an application keeps the
    /// person's identity too, and leaves other applications' material alone.
    pub application: Option<ApplicationId>,
    /// First day.
    pub from: NaiveDate,
    /// The day it was lifted: on it, it no longer blocks. `None` while it stands.
    pub to: Option<NaiveDate>,
}

impl Block {
    /// Whether it blocks on a day.
    pub fn stands_on(&self, day: NaiveDate) -> bool {
        self.from <= day && self.to.is_none_or(|lifted| day < lifted)
    }

    /// The rule that makes it one.
    pub const fn rule(&self) -> &'static str {
        self.kind.rule()
    }

    /// Why nothing is erased, in one sentence.
    pub fn sentence(&self) -> String {
        let since = plain(self.from);
        match self.kind {
            BlockKind::AccessRequest => {
                format!(
                    "An access request has been open since {since}: nothing of the person is erased until the reply has gone."
                )
            }
            BlockKind::Complaint => {
                format!(
                    "A complaint has been open since {since}: nothing it names is erased until its outcome has gone."
                )
            }
            BlockKind::HandoverUnconfirmed => {
                format!(
                    "HR has not confirmed the hand-over, and the last day for it was {since}: this may be the only copy."
                )
            }
            BlockKind::Incident => {
                format!(
                    "An incident has been open since {since}: nothing it names is erased until it is closed."
                )
            }
            BlockKind::LegalHold => {
                format!(
                    "A legal hold has stood since {since}: nothing it names is erased until it is released."
                )
            }
            BlockKind::Restriction => {
                format!(
                    "Processing has been restricted since {since}: the record is stored and nothing else until that is lifted."
                )
            }
        }
    }
}
