//! Applications with their interviews and offers, and the vacancies they are for.

use domain::offer::OfferAnswer;

use super::Detail;

pub(super) fn sentence(action: &str, detail: &Detail) -> Option<String> {
    Some(match action {
        "schedule-interview" => "Scheduled an interview".to_owned(),
        "change-interview" => "Changed an interview".to_owned(),
        "mark-interview" => match detail.word("state") {
            Some("held") => "Noted that an interview took place".to_owned(),
            Some("cancelled") => "Called an interview off".to_owned(),
            Some("did-not-come") => {
                "Noted that a candidate did not come to an interview".to_owned()
            }
            _ => "Put an interview back on".to_owned(),
        },
        "undo-schedule-interview" => "Took back a scheduled interview".to_owned(),
        "undo-change-interview" => "Took back a change to an interview".to_owned(),
        "begin-feedback" => "Began a draft of feedback".to_owned(),
        "submit-feedback" => "Submitted feedback".to_owned(),
        "amend-feedback" => "Amended feedback".to_owned(),
        "read-feedback" => "Read a panel’s feedback".to_owned(),
        "save-invitation" => "Saved an invitation to an interview".to_owned(),
        "add-application" => "Added an application".to_owned(),
        "move-applications" => match detail.word("to").and_then(stage) {
            Some(stage) => format!("Moved {} to {stage}", detail.applications()),
            None => format!("Moved {}", detail.applications()),
        },
        "end-applications" => match detail.word("how").and_then(outcome) {
            Some(outcome) => format!("Ended {}: {outcome}", detail.applications()),
            None => format!("Ended {}", detail.applications()),
        },
        "confirm-hand-over" => "Confirmed that HR took over a hired candidate’s details".to_owned(),
        "undo-add-application" => "Took back an added application".to_owned(),
        "undo-move-applications" => "Took back a move of applications".to_owned(),
        "undo-end-applications" => "Took back a decision on applications".to_owned(),
        "write-offer" => "Wrote an offer".to_owned(),
        "change-offer" => "Changed the terms of an offer".to_owned(),
        "approve-offer" => "Approved an offer, as approver in its vacancy".to_owned(),
        "send-back-offer" => {
            "Sent an offer back to be changed, as approver in its vacancy".to_owned()
        }
        "make-offer" => "Recorded that an offer was made".to_owned(),
        "answer-offer" => match detail.word("answer").and_then(OfferAnswer::from_code) {
            Some(OfferAnswer::Accepted) => "Recorded that an offer was accepted".to_owned(),
            Some(OfferAnswer::Declined) => "Recorded that an offer was declined".to_owned(),
            Some(OfferAnswer::Withdrawn) => "Withdrew an offer".to_owned(),
            None => "Recorded what came of an offer".to_owned(),
        },
        "undo-offer" => "Took back a step of an offer".to_owned(),
        "tell-outcome" => "Recorded what a candidate was told of an outcome".to_owned(),
        "undo-tell-outcome" => "Took back what a candidate was told of an outcome".to_owned(),
        "describe-role" => "Said what a role asks for".to_owned(),
        "undo-describe-role" => "Took back what a role asks for".to_owned(),
        "add-vacancy" => "Added a vacancy".to_owned(),
        "edit-vacancy" => "Changed a vacancy".to_owned(),
        "close-out-vacancy" => "Closed a vacancy out".to_owned(),
        "assign-people" => match detail.number("people") {
            Some(_) => format!("Named the people of a vacancy: {}", detail.people()),
            None => "Named the people of a vacancy".to_owned(),
        },
        "set-criteria" => "Changed what interviews for a vacancy assess".to_owned(),
        "undo-set-criteria" => {
            "Took back a change to what interviews for a vacancy assess".to_owned()
        }
        "undo-add-vacancy" => "Took back an added vacancy".to_owned(),
        "undo-edit-vacancy" => "Took back a change to a vacancy".to_owned(),
        "undo-close-out-vacancy" => "Took back closing a vacancy out".to_owned(),
        "make-sample-vacancies" => "Made the sample’s vacancies".to_owned(),
        _ => return None,
    })
}

pub(super) fn stage(code: &str) -> Option<&'static str> {
    Some(match code {
        "applied" => "Applied",
        "sift" => "Sift",
        "shortlisted" => "Shortlisted",
        "interview" => "Interview",
        "offer" => "Offer",
        _ => return None,
    })
}

pub(super) fn outcome(code: &str) -> Option<&'static str> {
    Some(match code {
        "hired" => "hired",
        "rejected" => "rejected",
        "withdrawn" => "withdrawn",
        "offer-declined" => "offer declined",
        "vacancy-cancelled" => "vacancy cancelled",
        "closed-out-undecided" => "closed out undecided",
        _ => return None,
    })
}
