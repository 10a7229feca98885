//! What of a sealed record can't be taken.

use chrono::NaiveDate;
use domain::sealed::{SealedContent, Suitability};

use crate::error::{Error, Problem};

const TODAY_OR_BEFORE: &str = "Enter today's date or an earlier one.";

/// Refuses days that have not come, and records that say nothing.
///
/// # Errors
/// [`Error::Invalid`] with every field that can't be taken.
pub(super) fn check(content: &SealedContent, today: NaiveDate) -> Result<(), Error> {
    let mut problems = Vec::new();
    let mut refuse = |field, sentence: &str| {
        problems.push(Problem {
            field,
            sentence: sentence.to_owned(),
        });
    };
    match content {
        SealedContent::Adjustments { adjustments, .. } => {
            if adjustments.is_empty() {
                refuse(
                    "content.adjustments",
                    "Choose what is needed, or Something else.",
                );
            }
        }
        SealedContent::Identity { seen_on, .. } => {
            if *seen_on > today {
                refuse("content.seenOn", TODAY_OR_BEFORE);
            }
        }
        SealedContent::RightToWork {
            checked_on,
            expires_on,
            ..
        } => {
            if *checked_on > today {
                refuse("content.checkedOn", TODAY_OR_BEFORE);
            }
            if expires_on.is_some_and(|expires| expires < *checked_on) {
                refuse(
                    "content.expiresOn",
                    "A right that had ended before the check shows nothing. Enter a later day.",
                );
            }
        }
        SealedContent::CriminalRecord {
            suitability,
            decided_on,
            issued_on,
            ..
        } => {
            if let Some(sentence) = decision(*suitability, *decided_on, today) {
                refuse("content.decidedOn", sentence);
            }
            if issued_on.is_some_and(|issued| issued > today) {
                refuse("content.issuedOn", TODAY_OR_BEFORE);
            }
        }
        SealedContent::Vetting {
            requested_on,
            result,
            decided_on,
        } => {
            if *requested_on > today {
                refuse("content.requestedOn", TODAY_OR_BEFORE);
            }
            if let Some(sentence) = decision(*result, *decided_on, today) {
                refuse("content.decidedOn", sentence);
            }
        }
        SealedContent::EqualityAnswers { answers } => {
            if answers.is_empty() {
                refuse("content.answers", "Choose at least one answer.");
            }
        }
    }
    if problems.is_empty() {
        Ok(())
    } else {
        Err(Error::Invalid(problems))
    }
}

/// What is wrong with the day of a decision: it is what the six months are counted from.
fn decision(made: Suitability, on: Option<NaiveDate>, today: NaiveDate) -> Option<&'static str> {
    match (made, on) {
        (Suitability::Pending, Some(_)) => {
            Some("Nothing was decided yet. Clear the day, or choose the decision.")
        }
        (Suitability::Cleared | Suitability::NotCleared, None) => {
            Some("Enter the day of the decision: the record goes six months after it.")
        }
        (Suitability::Cleared | Suitability::NotCleared, Some(on)) if on > today => {
            Some(TODAY_OR_BEFORE)
        }
        (Suitability::Pending, None)
        | (Suitability::Cleared | Suitability::NotCleared, Some(_)) => None,
    }
}
