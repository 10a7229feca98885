//! Permissions and the reserve list, what was given to somebody outside with the registers behind it, and legal holds.

use domain::disclosure::RecipientCategory;
use domain::hold::HoldReason;
use domain::reserve::ContactOutcome;
use domain::sharing::{ItemKind, Purpose};

use super::{Detail, counted};

pub(super) fn sentence(action: &str, detail: &Detail) -> Option<String> {
    Some(match action {
        "record-permission" => match detail.word("purpose").and_then(purpose) {
            Some(purpose) => format!("Recorded a permission {purpose}"),
            None => "Recorded a permission".to_owned(),
        },
        "withdraw-permission" => match detail.word("purpose").and_then(purpose) {
            Some(purpose) => format!("Withdrew a permission {purpose}"),
            None => "Withdrew a permission".to_owned(),
        },
        "undo-permission" => "Took back a change to a permission".to_owned(),
        "record-disclosure" => match detail.word("category").and_then(RecipientCategory::from_code) {
            Some(category) => format!(
                "Recorded that something of a candidate was given to {}",
                category.phrase()
            ),
            None => "Recorded that something of a candidate was given away".to_owned(),
        },
        "take-back-disclosure" => "Took back the record of a disclosure".to_owned(),
        "save-notices" => format!(
            "Saved notices to {} of what is to be erased",
            counted(detail.number("recipients"), "recipient", "recipients")
        ),
        "save-request-notices" => format!(
            "Saved notices to {} of what was corrected or restricted",
            counted(detail.number("recipients"), "recipient", "recipients")
        ),
        "tell-recipient" => format!("Noted that a recipient was told of {}", told_of(detail)),
        "undo-tell-recipient" => {
            format!("Took back that a recipient was told of {}", told_of(detail))
        }
        "forget-recipients" => format!(
            "Let go of {} told six years ago",
            counted(detail.number("recipients"), "recipient", "recipients")
        ),
        "set-purpose" => match detail.word("purpose").and_then(Purpose::from_code) {
            Some(of) => format!("Set anew what purpose {} says: {}", of.number(), of.phrase()),
            None => "Set anew what a purpose says".to_owned(),
        },
        "add-register-item" => format!("Added {} to the registers", line_of(detail)),
        "change-register-item" => format!("Changed {} in the registers", line_of(detail)),
        "review-register-item" => format!("Looked at {} again, and kept it", line_of(detail)),
        "undo-add-register-item" => {
            format!("Took {} out of the registers again", line_of(detail))
        }
        "undo-change-register-item" => {
            format!("Took back a change to {} in the registers", line_of(detail))
        }
        "place-hold" => match detail.word("reason").and_then(hold_reason) {
            Some(reason) => format!("Placed a legal hold: {reason}"),
            None => "Placed a legal hold".to_owned(),
        },
        "review-hold" => "Looked at a legal hold again, and kept it".to_owned(),
        "release-hold" => "Released a legal hold that somebody else had placed".to_owned(),
        "add-to-reserve" => "Put a candidate on the reserve list".to_owned(),
        "remove-from-reserve" => "Took a candidate off the reserve list".to_owned(),
        "change-reserve-place" => "Changed what a place on the reserve list covers".to_owned(),
        "contact-reserve" => {
            "Recorded that somebody on the reserve list was contacted about a vacancy".to_owned()
        }
        "answer-contact" => match detail.word("outcome").and_then(ContactOutcome::from_code) {
            Some(ContactOutcome::Interested) => {
                "Recorded that somebody on the reserve list is interested, and added their application"
                    .to_owned()
            }
            Some(ContactOutcome::NotNow) => {
                "Recorded that somebody on the reserve list is not interested now".to_owned()
            }
            Some(ContactOutcome::NoReply) => {
                "Recorded that somebody on the reserve list did not reply".to_owned()
            }
            Some(ContactOutcome::AskedToLeave) => {
                "Took somebody off the reserve list, as they asked, and withdrew their permission"
                    .to_owned()
            }
            None => "Recorded what came of a contact".to_owned(),
        },
        "refuse-approach" => match detail.word("because") {
            Some("objected") => "Noted that somebody objects to being approached".to_owned(),
            Some(_) | None => "Noted that somebody asked not to be approached again".to_owned(),
        },
        "allow-approach" => {
            "Took somebody off the list of those not to be approached, as they asked".to_owned()
        }
        _ => return None,
    })
}

pub(super) fn purpose(code: &str) -> Option<&'static str> {
    Some(match code {
        "keep-longer" => "to keep details for longer",
        "reserve-list" => "for the reserve list",
        "other-vacancies" => "to hear of other vacancies",
        "surveys" => "to be invited to surveys",
        _ => return None,
    })
}

fn line_of(detail: &Detail) -> &'static str {
    match detail.word("register").and_then(ItemKind::from_code) {
        Some(ItemKind::Recipient) => "a recipient",
        Some(ItemKind::Agreement) => "an agreement with a supplier",
        Some(ItemKind::Transfer) => "a transfer mechanism",
        Some(ItemKind::Dpia) => "an impact assessment",
        None => "a line",
    }
}

fn hold_reason(code: &str) -> Option<&'static str> {
    Some(match HoldReason::from_code(code)? {
        HoldReason::AcasContact => "Acas was in touch",
        HoldReason::Claim => "a claim was made",
        HoldReason::CourtOrder => "a court’s order",
        HoldReason::Preservation => "the police or a regulator asked",
        HoldReason::ThreatOfClaim => "somebody threatens a claim",
    })
}

/// What a recipient is told of; before there was anything else, of an erasure.
fn told_of(detail: &Detail) -> &'static str {
    match detail.word("of") {
        Some("rectification") => "a correction",
        Some("restriction") => "a restriction",
        Some(_) | None => "an erasure",
    }
}
