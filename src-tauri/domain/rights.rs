//! Requests of people about their data: what was asked, what became of each right, the clock, and what is to be done
//! next (RULEBOOK §6; UK GDPR Arts 12 to 22).
//!
//! A case holds days, choices and who made them, and nobody's words: those are kept beside it, and go with the person.

mod clock;
mod correction;
mod decision;
mod names;
mod step;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::dates::months_after;
use crate::deadline::Right;
use crate::id::AccountId;
use crate::sealed::words;

pub use clock::{CaseClock, ClockTone, clock, clock_of, facts_of};
pub use correction::{Corrected, OpinionOf, corrected};
pub use decision::{Exemption, ItemDecision, ItemOutcome};
pub use names::{MASK, NameOf, Names, masked};
pub use step::{CaseRefusal, CaseStep, check_close, check_note, next};

words!(Right {
    Access => "access",
    Rectification => "rectification",
    Erasure => "erasure",
    Restriction => "restriction",
    Portability => "portability",
    Objection => "objection",
    AutomatedDecisions => "automated-decisions",
});

/// How a request came in: any way counts (DSR-01).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub enum RequestChannel {
    /// By e-mail.
    Email,
    /// By post.
    Letter,
    /// By telephone.
    Phone,
    /// Face to face.
    InPerson,
    /// By a form.
    Form,
    /// Through somebody who speaks for them, and shows that they may (DSR-17).
    ThroughSomebody,
}

words!(RequestChannel {
    Email => "email",
    Letter => "letter",
    Phone => "phone",
    InPerson => "in-person",
    Form => "form",
    ThroughSomebody => "through-somebody",
});

/// Whether somebody showed who they are, or that they may speak for the person. Copies are not kept (DSR-03).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(
    tag = "kind",
    rename_all = "camelCase",
    rename_all_fields = "camelCase",
    deny_unknown_fields
)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub enum IdentityStep {
    /// There was no reasonable doubt.
    #[default]
    NotInDoubt,
    /// There is doubt, and they were asked.
    Asked {
        /// The day.
        on: NaiveDate,
    },
    /// They were asked and it was seen.
    Seen {
        /// The day they were asked.
        asked_on: NaiveDate,
        /// The day it was seen.
        on: NaiveDate,
    },
}

/// A question that was needed to find what an access request is about (DSR-04).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct CaseQuestion {
    /// The day it was asked.
    pub asked_on: NaiveDate,
    /// The day it was answered.
    pub answered_on: Option<NaiveDate>,
}

/// A fee, which only a manifestly unfounded or excessive request allows, and two people decide (DSR-06).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(
    tag = "kind",
    rename_all = "camelCase",
    rename_all_fields = "camelCase",
    deny_unknown_fields
)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub enum FeeStep {
    /// None.
    #[default]
    None,
    /// One person wants to ask for it; nothing stops until another agrees.
    Proposed {
        /// Who.
        by: AccountId,
    },
    /// It was asked for.
    Asked {
        /// The day.
        on: NaiveDate,
    },
    /// It was paid.
    Paid {
        /// The day it was asked for.
        asked_on: NaiveDate,
        /// The day it was paid.
        on: NaiveDate,
    },
}

/// Why an answer takes longer (UK GDPR Art 12A(3)).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub enum ExtensionReason {
    /// The request is complex.
    Complexity,
    /// The person made a number of requests.
    Number,
}

words!(ExtensionReason {
    Complexity => "complexity",
    Number => "number",
});

/// An extension to three months, which the person was told of with reasons (DSR-05).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct CaseExtension {
    /// The day they were told.
    pub told_on: NaiveDate,
    /// Why.
    pub because: ExtensionReason,
}

/// The answer that went.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct CaseAnswer {
    /// The day it went.
    pub on: NaiveDate,
    /// How.
    pub channel: RequestChannel,
}

/// One right that was used, with what was decided of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct CaseItem {
    /// The right.
    pub right: Right,
    /// What was decided; `None` while nobody has.
    pub decision: Option<ItemDecision>,
}

/// What is known of a request, but for anybody's words and whom it is about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct RequestCase {
    /// The London day it first reached anyone in the organisation (DSR-01).
    pub received_on: NaiveDate,
    /// How it came in.
    pub channel: RequestChannel,
    /// The rights that were used: one case, several items (DSR-18).
    pub items: Vec<CaseItem>,
    /// Whether they showed who they are.
    pub identity: IdentityStep,
    /// What was asked back.
    pub questions: Vec<CaseQuestion>,
    /// Whether a fee is asked for.
    pub fee: FeeStep,
    /// Whether it takes longer.
    pub extension: Option<CaseExtension>,
    /// The day the access pack was saved for them.
    pub pack_made_on: Option<NaiveDate>,
    /// The day what they gave was saved for them in a form for other programs.
    pub portable_made_on: Option<NaiveDate>,
    /// The day what was to be erased was.
    pub erased_on: Option<NaiveDate>,
    /// The answer; `None` while the case is open.
    pub answer: Option<CaseAnswer>,
}

impl RequestCase {
    /// A case as it is logged: each right once.
    pub fn new(received_on: NaiveDate, channel: RequestChannel, rights: &[Right]) -> Self {
        let mut rights = rights.to_vec();
        rights.sort_unstable();
        rights.dedup();
        Self {
            received_on,
            channel,
            items: rights
                .into_iter()
                .map(|right| CaseItem {
                    right,
                    decision: None,
                })
                .collect(),
            identity: IdentityStep::NotInDoubt,
            questions: Vec::new(),
            fee: FeeStep::None,
            extension: None,
            pack_made_on: None,
            portable_made_on: None,
            erased_on: None,
            answer: None,
        }
    }

    /// Whether no answer went.
    pub const fn is_open(&self) -> bool {
        self.answer.is_none()
    }

    /// Whether a right is among those that were used.
    pub fn uses(&self, right: Right) -> bool {
        self.item(right).is_some()
    }

    /// A right that was used.
    pub fn item(&self, right: Right) -> Option<&CaseItem> {
        self.items.iter().find(|item| item.right == right)
    }

    /// What was decided of a right.
    pub fn decided(&self, right: Right) -> Option<&ItemDecision> {
        self.item(right)?.decision.as_ref()
    }

    /// The day what a right asks for was put together and saved for them; `None` too for rights that ask for nothing.
    pub const fn made_on(&self, right: Right) -> Option<NaiveDate> {
        match right {
            Right::Access => self.pack_made_on,
            Right::Portability => self.portable_made_on,
            Right::Rectification
            | Right::Erasure
            | Right::Restriction
            | Right::Objection
            | Right::AutomatedDecisions => None,
        }
    }

    /// Whether a question waits for its answer.
    pub fn question_is_open(&self) -> bool {
        self.questions
            .iter()
            .any(|question| question.answered_on.is_none())
    }

    /// Whether it keeps the person's record from being erased: where they ask for what is held, until the answer goes
    /// (RET-07). Where they ask for the erasure too, until what is held was put together for them and decided.
    pub fn keeps_the_record(&self) -> bool {
        let wanted = |item: &&CaseItem| matches!(item.right, Right::Access | Right::Portability);
        let ready = |item: &CaseItem| {
            item.decision.as_ref().is_some_and(|decision| {
                decision.outcome == ItemOutcome::Refused || self.made_on(item.right).is_some()
            })
        };
        self.is_open()
            && self
                .items
                .iter()
                .filter(wanted)
                .any(|item| !self.uses(Right::Erasure) || !ready(item))
    }
}

/// Months for which a closed request is kept (RULEBOOK 4.2, rights-request file: twelve).
const KEPT_MONTHS: u32 = 12;

/// The day from which a request that was closed on a day is no longer kept.
pub fn request_kept_until(closed_on: NaiveDate) -> NaiveDate {
    months_after(closed_on, KEPT_MONTHS)
}

#[cfg(test)]
mod tests;
