//! Complaints: entered, answered, closed.

use super::{Detail, counted};

pub(super) fn sentence(action: &str, detail: &Detail) -> Option<String> {
    Some(match action {
        "record-complaint" => "Entered a complaint".to_owned(),
        "acknowledge-complaint" => {
            "Recorded that the receipt of a complaint was confirmed".to_owned()
        }
        "note-complaint" => "Noted what was done about a complaint".to_owned(),
        "tell-progress" => "Noted that a complainant was told how far it has come".to_owned(),
        "decide-complaint" => match detail.word("outcome") {
            Some("upheld") => "Upheld a complaint".to_owned(),
            Some("partly-upheld") => "Upheld a complaint in part".to_owned(),
            Some("not-upheld") => "Did not uphold a complaint".to_owned(),
            Some(_) | None => "Decided on a complaint".to_owned(),
        },
        "link-complaint" => match detail.word("linked") {
            Some("no") => "Noted that a complaint is about no request".to_owned(),
            Some(_) | None => "Noted which request a complaint is about".to_owned(),
        },
        "write-complaint-receipt" => {
            "Wrote the letter that confirms the receipt of a complaint".to_owned()
        }
        "write-complaint-form" => "Saved a form for complaints".to_owned(),
        "write-complaint-letter" => "Made a letter on the outcome of a complaint".to_owned(),
        "close-complaint" => "Recorded that the outcome of a complaint was told".to_owned(),
        "undo-record-complaint" => "Took back a complaint that was just entered".to_owned(),
        "undo-complaint" => "Took back a step of a complaint".to_owned(),
        "forget-complaints" => format!(
            "Let go of the words of {} closed a year ago",
            counted(detail.number("complaints"), "complaint", "complaints")
        ),
        _ => return None,
    })
}
