//! Requests of people about their data: logged, noted, decided, answered.

use super::{Detail, counted};

pub(super) fn sentence(action: &str, detail: &Detail) -> Option<String> {
    Some(match action {
        "log-request" => "Logged a request of somebody about their data".to_owned(),
        "ask-identity" => {
            "Noted that somebody who made a request was asked who they are".to_owned()
        }
        "see-identity" => "Noted that it was seen who made a request".to_owned(),
        "ask-question" => "Noted a question that an access request needs answered".to_owned(),
        "note-answer" => "Noted the answer to a question about an access request".to_owned(),
        "propose-fee" => "Proposed to ask for a fee for a request".to_owned(),
        "ask-fee" => "Agreed that a fee is asked for".to_owned(),
        "take-fee" => "Noted that the fee for a request was paid".to_owned(),
        "extend-request" => match detail.word("because") {
            Some("complexity") => {
                "Noted that an answer takes longer, since the request is complex".to_owned()
            }
            Some("number") => {
                "Noted that an answer takes longer, since there are a number of requests".to_owned()
            }
            Some(_) | None => "Noted that an answer takes longer".to_owned(),
        },
        "find-requester" => "Said whom a request is about".to_owned(),
        "lift-restriction" => "Lifted the restriction of a record".to_owned(),
        "assemble-pack" => "Put together what is held of them, for their request".to_owned(),
        "give-pack" => format!(
            "Saved what is held of them to be given to them, with {} withheld",
            counted(
                detail.number("names-withheld"),
                "name or reference",
                "names and references"
            )
        ),
        "assemble-portable" => "Put together what they gave, for their request".to_owned(),
        "give-portable" => format!(
            "Saved what they gave in a form for other programs, with {} withheld",
            counted(detail.number("names-withheld"), "name", "names")
        ),
        "save-portable" => {
            "Saved what somebody gave in a form for other programs, for a request".to_owned()
        }
        "save-pack" => "Saved what is held, for a request".to_owned(),
        "decide-request" => match detail.word("outcome") {
            Some("granted") => "Granted what was asked in a request".to_owned(),
            Some("partly") => "Granted a part of what was asked in a request".to_owned(),
            Some("refused") => "Refused what was asked in a request".to_owned(),
            Some(_) | None => "Decided on a request".to_owned(),
        },
        "agree-request" => "Agreed to a decision that takes two people".to_owned(),
        "erase-on-request" => "Erased what a request asked to have erased".to_owned(),
        "annotate-opinion" => match detail.word("of") {
            Some("document") => "Noted what somebody says of a document about them".to_owned(),
            Some(_) | None => "Noted what somebody says of feedback about them".to_owned(),
        },
        "write-request-receipt" => {
            "Wrote the letter that confirms the receipt of a request".to_owned()
        }
        "write-request-letter" => "Wrote the letter that answers a request".to_owned(),
        "close-request" => "Closed a request: the answer went".to_owned(),
        "forget-requests" => format!(
            "Let go of {} closed a year ago",
            counted(detail.number("requests"), "request", "requests")
        ),
        _ => return None,
    })
}
