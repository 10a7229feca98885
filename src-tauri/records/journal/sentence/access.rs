//! Who may see what: roles, parts, training, conflicts, compartments and what is sealed, refusals, what left.

use domain::access::{Relation, Role};
use domain::compartment::Compartment;
use domain::sealed::OpeningPurpose;

use super::{Detail, counted};
use crate::words;

pub(super) fn sentence(action: &str, detail: &Detail) -> Option<String> {
    Some(match action {
        "change-role" => changed_role(
            detail.word("role"),
            detail.number("keys-given").unwrap_or(0),
            detail.number("keys-taken").unwrap_or(0),
        ),
        "export-access-review" => match detail.word("of") {
            Some("candidate") => "Saved a file of who can see a candidate".to_owned(),
            Some("account") => "Saved a file of what an account can see".to_owned(),
            Some(_) | None => "Saved a file of what every account can see".to_owned(),
        },
        "save-picture" => format!("Saved a picture of {}", picture(detail.word("of"))),
        "end-part" => "Ended an account’s part in a role or team".to_owned(),
        "grant-audit" => "Let an auditor in for a time".to_owned(),
        "record-training" => "Recorded data protection training".to_owned(),
        "declare-conflict" => "Declared a conflict of interest".to_owned(),
        "withdraw-conflict" => "Withdrew a conflict of interest".to_owned(),
        "set-bank-holidays" => "Changed whose bank holidays count".to_owned(),
        "set-access-policy" => "Changed the organisation’s access policy".to_owned(),
        "give-compartment" => format!(
            "Gave an account the key to {}",
            compartment(detail.word("compartment"))
        ),
        "take-compartment" => format!(
            "Took the key to {} from an account",
            compartment(detail.word("compartment"))
        ),
        "add-sealed-record" => format!(
            "Sealed something under {}",
            compartment(detail.word("compartment"))
        ),
        "open-sealed-record" | "open-copy" | "save-copy" => {
            let opened = format!(
                "{} sealed under {}",
                match action {
                    "open-copy" => "Looked at a copy",
                    "save-copy" => "Saved a copy",
                    _ => "Opened something",
                },
                compartment(detail.word("compartment"))
            );
            match detail.word("purpose").and_then(opening_purpose) {
                Some(purpose) => format!("{opened}, {purpose}"),
                None => opened,
            }
        }
        "add-copy" => format!(
            "Sealed a copy under {}",
            compartment(detail.word("compartment"))
        ),
        "erase-sealed-record" => format!(
            "Erased something sealed under {}",
            compartment(detail.word("compartment"))
        ),
        "refuse" => "Was refused something by the access rules".to_owned(),
        "read-as-auditor" => "Read records as an auditor".to_owned(),
        _ => return None,
    })
}

pub(super) fn with_role(did: &str, code: Option<&str>) -> String {
    match code.and_then(post) {
        Some(post) => format!("{did}: {post}"),
        None => did.to_owned(),
    }
}

fn changed_role(code: Option<&str>, given: u64, taken: u64) -> String {
    let keys = |number: u64, verb: &str| match number {
        0 => String::new(),
        number => format!(", {verb} the keys to {}", classes(Some(number))),
    };
    let told = with_role("Changed an account’s role", code);
    format!("{told}{}{}", keys(given, "with"), keys(taken, "without"))
}

pub(super) fn classes(number: Option<u64>) -> String {
    counted(number, "sealed class", "sealed classes")
}

fn post(code: &str) -> Option<&'static str> {
    if code == Relation::Director.code() {
        return Some("director of a team");
    }
    Role::from_code(code).map(words::role)
}

fn compartment(code: Option<&str>) -> &'static str {
    code.and_then(Compartment::from_code)
        .map_or("a sealed class", words::compartment)
}

fn opening_purpose(code: &str) -> Option<&'static str> {
    Some(match OpeningPurpose::from_code(code)? {
        OpeningPurpose::ArrangeAdjustments => "to arrange adjustments",
        OpeningPurpose::CheckIdentity => "to check who they are",
        OpeningPurpose::CheckRightToWork => "to check the right to work",
        OpeningPurpose::DecideSuitability => "to decide on suitability",
        OpeningPurpose::HandOver => "to hand details over",
        OpeningPurpose::AnswerRequest => "to answer a request of the person",
        OpeningPurpose::LegalClaim => "for a legal claim or a court",
        OpeningPurpose::CheckRecord => "to see whether the record is right",
    })
}

/// What a saved picture shows.
fn picture(of: Option<&str>) -> &'static str {
    match of {
        Some("funnel") => "how far applications come",
        Some("sources") => "where people come from",
        Some("stays") => "how long applications stay at a stage",
        Some("permissions") => "permissions that end",
        Some("weeks") => "when records go",
        Some(_) | None => "figures",
    }
}
