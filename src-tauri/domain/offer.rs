//! An offer: what is offered, who approves it, and what became of it. Its steps come one after another and none can be
//! skipped; the answer ends the application, and from its day the clocks run (RET-02, RET-13).

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::application::OutcomeKind;
use crate::dates::plain;
use crate::id::AccountId;
use crate::text::{Line, Prose};

/// What an amount of pay is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub enum PayPeriod {
    /// A year.
    Year,
    /// A month.
    Month,
    /// A week.
    Week,
    /// A day.
    Day,
    /// An hour.
    Hour,
}

/// What is paid.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(
    tag = "kind",
    rename_all = "camelCase",
    rename_all_fields = "camelCase",
    deny_unknown_fields
)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub enum Pay {
    /// An amount for a period.
    Amount {
        /// In pence.
        pence: u32,
        /// For how long a time.
        per: PayPeriod,
    },
    /// In words, where it is no one amount: a band, expenses only.
    Words {
        /// The words.
        words: Line,
    },
}

/// What is offered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct OfferTerms {
    /// What is paid.
    pub pay: Pay,
    /// The first day of work, where it is agreed.
    pub starts_on: Option<NaiveDate>,
    /// The day by which an answer is asked for, where one is.
    pub answer_by: Option<NaiveDate>,
    /// What it depends on: references, a check. Empty where on nothing.
    pub conditions: Prose,
}

/// What came of an offer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub enum OfferAnswer {
    /// The candidate accepted it, and is hired.
    Accepted,
    /// The candidate declined it.
    Declined,
    /// We withdrew it; the application runs on.
    Withdrawn,
}

impl OfferAnswer {
    /// Every answer.
    pub const ALL: [Self; 3] = [Self::Accepted, Self::Declined, Self::Withdrawn];

    /// The word the store and files hold.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Accepted => "accepted",
            Self::Declined => "declined",
            Self::Withdrawn => "withdrawn",
        }
    }

    /// Reads the word the store and files hold.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|answer| answer.code() == code)
    }

    /// How it ends the application, where it does.
    pub const fn outcome(self) -> Option<OutcomeKind> {
        match self {
            Self::Accepted => Some(OutcomeKind::Hired),
            Self::Declined => Some(OutcomeKind::OfferDeclined),
            Self::Withdrawn => None,
        }
    }
}

/// What the approver said.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub enum ApproverDecision {
    /// It may be made.
    Approved,
    /// It is to be changed first.
    SentBack,
}

impl ApproverDecision {
    /// Every decision.
    pub const ALL: [Self; 2] = [Self::Approved, Self::SentBack];

    /// The word the store and files hold.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Approved => "approved",
            Self::SentBack => "sent-back",
        }
    }

    /// Reads the word the store and files hold.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|decision| decision.code() == code)
    }
}

/// What the rules need to know of an offer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OfferFacts {
    /// Whether somebody has a part as approver in the vacancy.
    pub needs_approval: bool,
    /// Who wrote its terms.
    pub written_by: AccountId,
    /// What the approver said of the terms as they stand.
    pub decision: Option<ApproverDecision>,
    /// The day it was made.
    pub made_on: Option<NaiveDate>,
    /// What came of it.
    pub answer: Option<OfferAnswer>,
    /// Whether the application has ended.
    pub ended: bool,
}

/// Where an offer stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub enum OfferState {
    /// Written, and nobody has to approve it.
    Drafted,
    /// Written, and waiting for its approver.
    AwaitingApproval,
    /// The approver wants it changed.
    SentBack,
    /// Approved, and not made yet.
    Approved,
    /// Made to the candidate, who has not answered.
    Made,
    /// Accepted.
    Accepted,
    /// Declined.
    Declined,
    /// Withdrawn by us.
    Withdrawn,
    /// The application ended in another way before an answer.
    Lapsed,
}

impl OfferFacts {
    /// Where it stands.
    pub const fn state(&self) -> OfferState {
        match (self.answer, self.ended, self.made_on) {
            (Some(OfferAnswer::Accepted), _, _) => OfferState::Accepted,
            (Some(OfferAnswer::Declined), _, _) => OfferState::Declined,
            (Some(OfferAnswer::Withdrawn), _, _) => OfferState::Withdrawn,
            (None, true, _) => OfferState::Lapsed,
            (None, false, Some(_)) => OfferState::Made,
            (None, false, None) => match (self.needs_approval, self.decision) {
                (_, Some(ApproverDecision::Approved)) => OfferState::Approved,
                (_, Some(ApproverDecision::SentBack)) => OfferState::SentBack,
                (true, None) => OfferState::AwaitingApproval,
                (false, None) => OfferState::Drafted,
            },
        }
    }
}

/// What may be done to an offer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OfferStep {
    /// Its terms are changed; an approval of the old ones is gone with them.
    Change,
    /// An approver decides.
    Decide {
        /// What they say.
        decision: ApproverDecision,
        /// Who.
        by: AccountId,
    },
    /// It is made to the candidate.
    Make {
        /// The day.
        on: NaiveDate,
    },
    /// An answer is recorded, or that we withdrew it.
    Answer {
        /// Which.
        answer: OfferAnswer,
        /// The day.
        on: NaiveDate,
    },
}

/// Why a step can't be taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum OfferRefusal {
    /// It has an answer, or the application ended.
    #[error("the offer is over")]
    Over,
    /// It was made, and what was offered stands.
    #[error("the offer was made")]
    WasMade,
    /// Nobody has approved it.
    #[error("the offer is not approved")]
    NotApproved,
    /// It was not made, so there is nothing to answer.
    #[error("the offer was not made")]
    NotMade,
    /// Whoever wrote it does not approve it.
    #[error("nobody approves an offer of their own")]
    OwnOffer,
    /// The day has not come.
    #[error("the day lies ahead")]
    DayAhead,
    /// The day is before the step it follows.
    #[error("the day is too early")]
    DayBefore {
        /// The day the step before was taken.
        first: NaiveDate,
    },
}

impl OfferRefusal {
    /// The rule that refuses.
    pub const fn rule(self) -> &'static str {
        match self {
            Self::NotApproved => "ACC-02",
            Self::OwnOffer => "A5",
            Self::Over
            | Self::WasMade
            | Self::NotMade
            | Self::DayAhead
            | Self::DayBefore { .. } => "RET-02",
        }
    }

    /// Why, in one plain sentence.
    pub fn sentence(self) -> String {
        match self {
            Self::Over => "This offer is over; write another one.".to_owned(),
            Self::WasMade => {
                "This offer was made, and what was offered stands; withdraw it and write another one."
                    .to_owned()
            }
            Self::NotApproved => {
                "This vacancy has an approver, and an offer is made once they have approved it."
                    .to_owned()
            }
            Self::NotMade => "An offer is answered after it was made; record first when it was.".to_owned(),
            Self::OwnOffer => "Nobody approves an offer that they wrote themselves.".to_owned(),
            Self::DayAhead => "Enter today’s date or an earlier one.".to_owned(),
            Self::DayBefore { first } => format!("Enter {} or a later day.", plain(first)),
        }
    }
}

/// Whether a step may be taken. `first` is the first day the offer can be made: the day the application came in.
///
/// # Errors
/// [`OfferRefusal`] with the sentence to show.
pub fn check(
    facts: &OfferFacts,
    step: OfferStep,
    first: NaiveDate,
    today: NaiveDate,
) -> Result<(), OfferRefusal> {
    let open = match facts.state() {
        OfferState::Drafted
        | OfferState::AwaitingApproval
        | OfferState::SentBack
        | OfferState::Approved
        | OfferState::Made => facts.made_on,
        OfferState::Accepted
        | OfferState::Declined
        | OfferState::Withdrawn
        | OfferState::Lapsed => {
            return Err(OfferRefusal::Over);
        }
    };
    match (step, open) {
        (OfferStep::Change | OfferStep::Decide { .. } | OfferStep::Make { .. }, Some(_)) => {
            Err(OfferRefusal::WasMade)
        }
        (OfferStep::Decide { by, .. }, None) if by == facts.written_by => {
            Err(OfferRefusal::OwnOffer)
        }
        (OfferStep::Change | OfferStep::Decide { .. }, None) => Ok(()),
        (OfferStep::Make { on }, None) => match facts.state() {
            OfferState::AwaitingApproval | OfferState::SentBack => Err(OfferRefusal::NotApproved),
            OfferState::Drafted
            | OfferState::Approved
            | OfferState::Made
            | OfferState::Accepted
            | OfferState::Declined
            | OfferState::Withdrawn
            | OfferState::Lapsed => day(on, first, today),
        },
        (OfferStep::Answer { answer, on }, made) => match (answer, made) {
            (OfferAnswer::Accepted | OfferAnswer::Declined, None) => Err(OfferRefusal::NotMade),
            (_, made) => day(on, made.unwrap_or(first), today),
        },
    }
}

fn day(on: NaiveDate, first: NaiveDate, today: NaiveDate) -> Result<(), OfferRefusal> {
    if on > today {
        Err(OfferRefusal::DayAhead)
    } else if on < first {
        Err(OfferRefusal::DayBefore { first })
    } else {
        Ok(())
    }
}

/// Whether an application with an unanswered offer may end so: what was offered is answered or withdrawn first, so that
/// no hire passes its approver. The candidate may withdraw at any time, and a vacancy may be cancelled.
pub const fn may_end(facts: &OfferFacts, how: OutcomeKind) -> bool {
    match how {
        OutcomeKind::Withdrawn
        | OutcomeKind::VacancyCancelled
        | OutcomeKind::ClosedOutUndecided => true,
        OutcomeKind::Rejected { .. } => !matches!(facts.state(), OfferState::Made),
        OutcomeKind::Hired | OutcomeKind::OfferDeclined => matches!(
            facts.state(),
            OfferState::Accepted
                | OfferState::Declined
                | OfferState::Withdrawn
                | OfferState::Lapsed
        ),
    }
}

#[cfg(test)]
mod tests;
