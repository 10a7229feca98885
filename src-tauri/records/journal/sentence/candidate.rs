//! Candidates with their documents and messages.

use domain::correspondence::MessagePurpose;
use domain::document::DocumentKind;

use super::{Detail, counted};

pub(super) fn sentence(action: &str, detail: &Detail) -> Option<String> {
    Some(match action {
        "add-candidate" => "Added a candidate".to_owned(),
        "edit-candidate" => "Changed a candidate’s details".to_owned(),
        "add-documents" => match detail.number("number") {
            None | Some(1) => format!("Added {}", document(detail.word("kind"))),
            number => format!(
                "Added {}, each {}",
                counted(number, "document", "documents"),
                document(detail.word("kind"))
            ),
        },
        "open-document" => format!("Opened {}", document(detail.word("kind"))),
        "remove-document" => format!("Took out {}", document(detail.word("kind"))),
        "begin-message" => format!("Began a message{}", about_what(detail.word("message"))),
        "discard-message" => format!("Threw a draft away{}", about_what(detail.word("message"))),
        "send-message" => format!(
            "Handed a message over to a mail program{}{}",
            about_what(detail.word("message")),
            stood_by(detail.word("confirmed"))
        ),
        "record-message" => {
            let way = match detail.word("direction") {
                Some("in") => "Recorded a message from a candidate".to_owned(),
                Some("out") => format!(
                    "Recorded a message to a candidate{}",
                    about_what(detail.word("message"))
                ),
                _ => "Recorded a message".to_owned(),
            };
            let basis = match detail.word("basis") {
                Some("none") => ", for which there was no basis",
                _ => "",
            };
            format!("{way}{basis}{}", stood_by(detail.word("confirmed")))
        }
        "open-message" => "Opened a message".to_owned(),
        "remove-message" => "Took out a message".to_owned(),
        "add-template" => format!("Added a template{}", about_what(detail.word("message"))),
        "change-template" => format!("Changed a template{}", about_what(detail.word("message"))),
        "remove-template" => "Removed a template".to_owned(),
        "undo-add-candidate" => "Took back an added candidate".to_owned(),
        "undo-edit-candidate" => "Took back a change to a candidate’s details".to_owned(),
        "review-retention" => "Looked at a record before it goes, and let it".to_owned(),
        "undo-review-retention" => "Took back a look at a record before it goes".to_owned(),
        _ => return None,
    })
}

fn document(code: Option<&str>) -> &'static str {
    match code.and_then(DocumentKind::from_code) {
        Some(DocumentKind::Cv) => "a CV",
        Some(DocumentKind::Letter) => "a letter",
        Some(DocumentKind::ApplicationForm) => "an application form",
        Some(DocumentKind::Reference) => "a reference",
        Some(DocumentKind::Assessment) => "an assessment",
        Some(DocumentKind::Offer) => "an offer",
        Some(DocumentKind::Message) => "a message",
        Some(DocumentKind::Other) | None => "a document of another kind",
    }
}

/// What a message is for, after the word for it.
fn about_what(code: Option<&str>) -> &'static str {
    match code.and_then(MessagePurpose::from_code) {
        Some(MessagePurpose::ApplicationReceived) => ": the application came in",
        Some(MessagePurpose::MoreInformation) => ": more information is needed",
        Some(MessagePurpose::Invitation) => ": an invitation",
        Some(MessagePurpose::Outcome) => ": an outcome",
        Some(MessagePurpose::Offer) => ": an offer",
        Some(MessagePurpose::Reply) => ": a reply",
        Some(MessagePurpose::AskPermission) => ": asks for permission",
        Some(MessagePurpose::Approach) => ": an approach",
        Some(MessagePurpose::ReserveList) => ": to the reserve list",
        Some(MessagePurpose::OtherVacancies) => ": other vacancies",
        Some(MessagePurpose::Survey) => ": a survey",
        None => "",
    }
}

/// That words which may give something away were confirmed (COL-10).
fn stood_by(code: Option<&str>) -> &'static str {
    match code {
        Some("sensitive-words") => "; its author stood by words of a warning",
        _ => "",
    }
}
