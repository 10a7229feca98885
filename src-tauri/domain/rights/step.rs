//! What is to be done next, and what can't be done yet.

use chrono::NaiveDate;
use serde::Serialize;

use super::{FeeStep, IdentityStep, ItemDecision, ItemOutcome, RequestCase};
use crate::dates::{months_after, plain};
use crate::deadline::Right;
use crate::id::AccountId;

/// What is to be done next of a case.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(
    tag = "kind",
    rename_all = "camelCase",
    rename_all_fields = "camelCase"
)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub enum CaseStep {
    /// Note that they showed who they are.
    SeeIdentity,
    /// Another person agrees to a fee.
    AgreeFee,
    /// Note that the fee was paid.
    TakeFee,
    /// Note the answer to a question.
    NoteAnswer,
    /// Say whom it is about, or that nothing is held.
    FindPerson,
    /// Put together what is held, and save it.
    MakePack,
    /// Put together what they gave, and save it in a form for other programs.
    MakePortable,
    /// Decide on a right.
    Decide {
        /// Which.
        right: Right,
    },
    /// Another person agrees to a decision.
    Agree {
        /// On which right.
        right: Right,
    },
    /// Erase what is to be erased.
    Erase,
    /// Send the answer, and close the case.
    Answer,
}

/// The next step of a case that is open; `found` says whether it is known whom it is about.
pub fn next(case: &RequestCase, found: bool) -> Option<CaseStep> {
    if !case.is_open() {
        return None;
    }
    match case.identity {
        IdentityStep::Asked { .. } if !gave_up(case) => return Some(CaseStep::SeeIdentity),
        IdentityStep::Asked { .. } | IdentityStep::NotInDoubt | IdentityStep::Seen { .. } => {}
    }
    match case.fee {
        FeeStep::Proposed { .. } => return Some(CaseStep::AgreeFee),
        FeeStep::Asked { .. } => return Some(CaseStep::TakeFee),
        FeeStep::None | FeeStep::Paid { .. } => {}
    }
    if case.question_is_open() {
        return Some(CaseStep::NoteAnswer);
    }
    if !found && case.items.iter().any(|item| item.decision.is_none()) {
        return Some(CaseStep::FindPerson);
    }
    for item in &case.items {
        let right = item.right;
        let Some(decision) = &item.decision else {
            return Some(
                to_make(case, right)
                    .filter(|_| found)
                    .unwrap_or(CaseStep::Decide { right }),
            );
        };
        if decision.waits_for_another() {
            return Some(CaseStep::Agree { right });
        }
        if !decision_is_done(case, right, decision, found) {
            return Some(to_make(case, right).unwrap_or(CaseStep::Erase));
        }
    }
    Some(CaseStep::Answer)
}

/// What is to be put together for a right, where that was not yet.
fn to_make(case: &RequestCase, right: Right) -> Option<CaseStep> {
    let step = match right {
        Right::Access => CaseStep::MakePack,
        Right::Portability => CaseStep::MakePortable,
        Right::Rectification
        | Right::Erasure
        | Right::Restriction
        | Right::Objection
        | Right::AutomatedDecisions => return None,
    };
    case.made_on(right).is_none().then_some(step)
}

/// Whether every right was refused since nobody knows who asks.
fn gave_up(case: &RequestCase) -> bool {
    case.items.iter().all(|item| {
        item.decision
            .as_ref()
            .is_some_and(|decision| decision.outcome == ItemOutcome::Refused)
    })
}

/// Whether what was decided was done, as far as the program does it.
fn decision_is_done(
    case: &RequestCase,
    right: Right,
    decision: &ItemDecision,
    found: bool,
) -> bool {
    let something = decision.outcome != ItemOutcome::Refused && found;
    match right {
        Right::Access | Right::Portability => !something || case.made_on(right).is_some(),
        Right::Erasure => !something || case.erased_on.is_some(),
        Right::Rectification
        | Right::Restriction
        | Right::Objection
        | Right::AutomatedDecisions => true,
    }
}

/// Why something can't be noted of a case, decided or done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CaseRefusal {
    /// The answer went.
    Closed,
    /// Before it came in.
    BeforeReceived {
        /// The day it came in.
        received_on: NaiveDate,
    },
    /// It comes before what it follows.
    OutOfOrder,
    /// Only a question about an access request stops the clock.
    QuestionNotForAccess,
    /// One question is open already.
    QuestionOpen,
    /// The person was told of an extension too late for it to count.
    ExtensionTooLate {
        /// The day by which they had to be told.
        tell_by: NaiveDate,
    },
    /// There is no clock to extend.
    NoClock,
    /// There was an extension before.
    Extended,
    /// Whoever proposed it can't agree to it.
    OwnProposal,
    /// A refusal needs a ground.
    NoGround,
    /// A ground that is none for this right.
    NotAGround,
    /// It was granted in full, so that there is no ground.
    GroundWithoutRefusal,
    /// They may still show who they are.
    MayStillShow {
        /// The day from which the request may be closed without that.
        from: NaiveDate,
    },
    /// Something is to be done before.
    NotYet(CaseStep),
}

impl CaseRefusal {
    /// The rule that says no.
    pub const fn rule(self) -> &'static str {
        match self {
            Self::Closed | Self::OutOfOrder => "DSR-18",
            Self::BeforeReceived { .. } => "DSR-01",
            Self::QuestionNotForAccess | Self::QuestionOpen => "DSR-04",
            Self::ExtensionTooLate { .. } | Self::NoClock | Self::Extended => "DSR-05",
            Self::OwnProposal => "DSR-06",
            Self::NoGround | Self::NotAGround | Self::GroundWithoutRefusal | Self::NotYet(_) => {
                "DSR-07"
            }
            Self::MayStillShow { .. } => "DSR-03",
        }
    }

    /// Why, and what to do, in words for a person.
    pub fn sentence(self) -> String {
        match self {
            Self::Closed => "This request was answered and closed (rule DSR-18).".to_owned(),
            Self::BeforeReceived { received_on } => format!(
                "The request came in on {}: enter that day or a later one.",
                plain(received_on)
            ),
            Self::OutOfOrder => {
                "This follows on something that was not noted, or comes before its day (rule DSR-18)."
                    .to_owned()
            }
            Self::QuestionNotForAccess => {
                "Only a question about an access request stops the clock; this request asks for no access (rule DSR-04)."
                    .to_owned()
            }
            Self::QuestionOpen => {
                "A question is open. Note its answer first (rule DSR-04).".to_owned()
            }
            Self::ExtensionTooLate { tell_by } => format!(
                "The person had to be told by {}, so an extension does not count any more (rule DSR-05).",
                plain(tell_by)
            ),
            Self::NoClock => {
                "The clock does not run, so there is nothing to extend (rule DSR-05).".to_owned()
            }
            Self::Extended => "It was extended before, and once is all (rule DSR-05).".to_owned(),
            Self::OwnProposal => {
                "You decided this, and two people have to: another of HR or the data protection officer agrees (rule \
                 DSR-06)."
                    .to_owned()
            }
            Self::NoGround => "Choose on which ground it is refused (rule DSR-07).".to_owned(),
            Self::NotAGround => "This is no ground for refusing this right.".to_owned(),
            Self::GroundWithoutRefusal => {
                "It is granted in full, so there is no ground for a refusal. Choose that it is granted in part."
                    .to_owned()
            }
            Self::MayStillShow { from } => format!(
                "They have a month to show who they are: until {} the request stays open (rule DSR-03).",
                plain(from)
            ),
            Self::NotYet(step) => format!("{} (rule DSR-07).", step.missing()),
        }
    }
}

impl CaseStep {
    /// What is missing, where the case is to be closed.
    const fn missing(self) -> &'static str {
        match self {
            Self::SeeIdentity => "Note first that they showed who they are",
            Self::AgreeFee => "Another person has to agree to the fee first",
            Self::TakeFee => "The fee was asked for and is not paid",
            Self::NoteAnswer => "Note the answer to the question first",
            Self::FindPerson => "Say first whom the request is about",
            Self::MakePack => "Put together and save what is held first",
            Self::MakePortable => "Put together and save what they gave first",
            Self::Decide { .. } => "Decide on every right first",
            Self::Agree { .. } => "Another person has to agree to a decision first",
            Self::Erase => "Erase first what is to be erased",
            Self::Answer => "The answer is all that is missing",
        }
    }
}

/// Checks that something may be noted of a case on a day.
///
/// # Errors
/// [`CaseRefusal`] when it is closed, or the day lies before the one it came in.
pub fn check_note(case: &RequestCase, on: NaiveDate) -> Result<(), CaseRefusal> {
    if !case.is_open() {
        Err(CaseRefusal::Closed)
    } else if on < case.received_on {
        Err(CaseRefusal::BeforeReceived {
            received_on: case.received_on,
        })
    } else {
        Ok(())
    }
}

/// Checks that a case can be closed with an answer that went on a day.
///
/// # Errors
/// [`CaseRefusal`] with the first step that is missing.
pub fn check_close(case: &RequestCase, found: bool, on: NaiveDate) -> Result<(), CaseRefusal> {
    check_note(case, on)?;
    match next(case, found) {
        None | Some(CaseStep::Answer) => Ok(()),
        Some(step) => Err(CaseRefusal::NotYet(step)),
    }
}

impl ItemDecision {
    /// Checks a decision on a right.
    ///
    /// # Errors
    /// [`CaseRefusal`] for a refusal without a ground, a ground that is none, and a request of somebody who may still show who
    /// they are.
    pub fn check(
        &self,
        case: &RequestCase,
        right: Right,
        today: NaiveDate,
    ) -> Result<(), CaseRefusal> {
        if self.refuses() && self.grounds.is_empty() {
            return Err(CaseRefusal::NoGround);
        }
        if !self.refuses() && !self.grounds.is_empty() {
            return Err(CaseRefusal::GroundWithoutRefusal);
        }
        if self.grounds.iter().any(|ground| !ground.is_for(right)) {
            return Err(CaseRefusal::NotAGround);
        }
        if let IdentityStep::Asked { on } = case.identity {
            let from = months_after(on, 1);
            if today < from || !self.grounds.contains(&super::Exemption::NotIdentified) {
                return Err(CaseRefusal::MayStillShow { from });
            }
        } else if self.grounds.contains(&super::Exemption::NotIdentified) {
            return Err(CaseRefusal::NotAGround);
        }
        Ok(())
    }

    /// The same decision, agreed to by another person.
    ///
    /// # Errors
    /// [`CaseRefusal::OwnProposal`] for whoever decided.
    pub fn agreed(&self, by: AccountId) -> Result<Self, CaseRefusal> {
        if self.by == by {
            return Err(CaseRefusal::OwnProposal);
        }
        Ok(Self {
            agreed_by: Some(by),
            ..self.clone()
        })
    }
}
