//! What may be said and done of an incident, and when.

use chrono::{DateTime, Utc};

use super::{
    FirstReport, IcoDecision, IncidentFacts, IncidentRefusal, IncidentStep, Risk, at_instant, next,
};
use crate::clock::london_date;
use crate::deadline::breach;
use crate::text::Prose;

/// Checks what is first reported, and gives the instant at which it was noticed: the one from which the 72 hours run
/// until somebody who answers for it says otherwise.
///
/// # Errors
/// [`IncidentRefusal`] for a time ahead, or before it happened.
pub fn check_first(
    first: &FirstReport,
    now: DateTime<Utc>,
) -> Result<DateTime<Utc>, IncidentRefusal> {
    let noticed = at_instant(first.noticed_on, first.noticed_at);
    if noticed > now {
        return Err(IncidentRefusal::Ahead);
    }
    match first.happened_on {
        Some(happened) if happened > first.noticed_on => {
            Err(IncidentRefusal::BeforeItHappened { happened })
        }
        Some(_) | None => Ok(noticed),
    }
}

/// Checks the instant at which the organisation became aware: with reasonable certainty that personal data are affected
/// (BRE-02).
///
/// # Errors
/// [`IncidentRefusal`] before it was noticed, ahead, or moved without a reason.
pub fn check_awareness(
    noticed_at: DateTime<Utc>,
    aware_at: DateTime<Utc>,
    reason: &Prose,
    now: DateTime<Utc>,
) -> Result<(), IncidentRefusal> {
    if aware_at > now {
        Err(IncidentRefusal::Ahead)
    } else if aware_at < noticed_at {
        Err(IncidentRefusal::AwareBeforeNoticed)
    } else if aware_at != noticed_at && reason.as_str().is_empty() {
        Err(IncidentRefusal::AwareWithoutReason)
    } else {
        Ok(())
    }
}

/// Checks that an incident may still be changed.
///
/// # Errors
/// [`IncidentRefusal::Closed`].
pub const fn check_open(facts: &IncidentFacts) -> Result<(), IncidentRefusal> {
    if facts.closed {
        Err(IncidentRefusal::Closed)
    } else {
        Ok(())
    }
}

/// Checks a decision about the regulator (BRE-03, BRE-04).
///
/// # Errors
/// [`IncidentRefusal`] with the sentence to show.
pub fn check_decision(
    facts: &IncidentFacts,
    decision: &IcoDecision,
    now: DateTime<Utc>,
) -> Result<(), IncidentRefusal> {
    check_open(facts)?;
    let risk = facts.risk.ok_or(IncidentRefusal::NotAssessed)?;
    match decision {
        IcoDecision::NotReported { .. } if risk != Risk::Unlikely => {
            Err(IncidentRefusal::RiskIsReported)
        }
        IcoDecision::NotReported { .. } => Ok(()),
        IcoDecision::Reported { on, at, late, .. } => {
            let reported = at_instant(*on, *at);
            let due = breach(facts.aware_at).due_at;
            if reported > now {
                Err(IncidentRefusal::Ahead)
            } else if reported < facts.aware_at {
                Err(IncidentRefusal::ReportedBeforeAware)
            } else if reported > due && late.as_str().is_empty() {
                Err(IncidentRefusal::LateWithoutReasons {
                    due: london_date(due),
                })
            } else {
                Ok(())
            }
        }
    }
}

/// Checks that an incident may be closed: every other step was taken.
///
/// # Errors
/// [`IncidentRefusal::NotYet`] with the first one missing.
pub fn check_close(facts: &IncidentFacts) -> Result<(), IncidentRefusal> {
    match next(facts) {
        None => Err(IncidentRefusal::Closed),
        Some(IncidentStep::Close) => Ok(()),
        Some(step) => Err(IncidentRefusal::NotYet(step)),
    }
}
