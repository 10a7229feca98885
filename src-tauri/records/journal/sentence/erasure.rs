//! What came in from files and what goes: the policy, sweeps, erasures and their reports.

use super::account::after_wrong;
use super::{Detail, counted};

pub(super) fn sentence(action: &str, detail: &Detail) -> Option<String> {
    let gone = || {
        erased(
            detail.number("people").unwrap_or(0),
            detail.number("parts").unwrap_or(0),
        )
    };
    Some(match action {
        "describe-erasure" => "Kept what the report of an erasure says of it".to_owned(),
        "export-report" => match detail.word("of") {
            Some("period") => "Saved a report of the erasures of a period".to_owned(),
            Some("schedule") => "Saved the retention schedule".to_owned(),
            Some("incident") => "Saved the draft report of an incident".to_owned(),
            Some("promises") => "Saved how the promises of the notice are kept".to_owned(),
            Some("processing") => "Saved the record of processing".to_owned(),
            Some(_) | None => "Saved the report of an erasure".to_owned(),
        },
        "write-erasure-letter" => "Made a letter to somebody whose record goes".to_owned(),
        "make-sample" => format!("Filled the sample with {}", detail.people()),
        "make-sample-registers" => "Made the sample’s registers".to_owned(),
        "make-sample-reserve-list" => "Made the sample’s reserve list".to_owned(),
        "import" => format!("Imported a file: {}, {}", detail.people(), detail.applications()),
        "undo-import" => format!("Took an import back: {} removed", detail.people()),
        "sweep-at-sign-in" => "Let the schedule erase what was due, at sign-in".to_owned(),
        "sweep-by-timer" => "Started the sweep of what was due, by a timer".to_owned(),
        "set-sweep-at-sign-in" => match detail.word("on") {
            Some("yes") => "Chose to erase what is due at sign-in, without asking".to_owned(),
            Some(_) | None => "Chose to ask before what is due is erased at sign-in".to_owned(),
        },
        "set-retention-policy" => match detail.number("version") {
            Some(version) => format!("Set version {version} of the retention policy"),
            None => "Set the retention policy".to_owned(),
        },
        "sweep-as-of" => "Chose another day to erase by".to_owned(),
        "hold-erasure" => match detail.word("clock") {
            Some("rolled-back") => "Was refused an erasure, as the clock was set back".to_owned(),
            Some("ok") => format!(
                "Was refused an erasure of {}, as no second person had agreed",
                detail.people()
            ),
            Some(_) | None => {
                "Was refused an erasure, as the clock was far ahead and nobody had confirmed the date"
                    .to_owned()
            }
        },
        "confirm-clock" => after_wrong(
            "Had a second person confirm the date before an erasure",
            detail.number("wrong-before").unwrap_or(0),
        ),
        "confirm-bulk" => after_wrong(
            &format!("Had a second person agree to an erasure of {}", detail.people()),
            detail.number("wrong-before").unwrap_or(0),
        ),
        "begin-erasure" => format!("Began to erase {}", gone()),
        "erase-people" if detail.number("parts").is_none() => {
            format!("Erased the records of {}", detail.people())
        }
        "erase-people" => format!("Erased {}", gone()),
        "delete-people" => format!("Deleted {} from every list and search", gone()),
        "verify-erasure" => format!(
            "Searched every page and file for {}: nothing left",
            gone()
        ),
        "fail-erasure" => format!(
            "Searched every page and file for {}: something is left",
            gone()
        ),
        "replay-erasures" => format!(
            "Found an earlier copy of the records, and erased {} again before it was opened",
            gone()
        ),
        "begin-erasure-ledger" => "Began a list of erased ids outside the database".to_owned(),
        "mend-erasure-ledger" => match detail.word("ledger") {
            Some("damaged") => {
                "Found the list of erased ids damaged, and wrote it anew from the database".to_owned()
            }
            Some("missing") => {
                "Found the list of erased ids missing, and wrote it anew from the database".to_owned()
            }
            Some(_) | None => "Brought the two lists of erased ids together".to_owned(),
        },
        "forget-erased-ids" => format!(
            "Forgot {} that no backup can hold any more",
            counted(detail.number("records"), "erased id", "erased ids")
        ),
        _ => return None,
    })
}

/// People who went, and parts of the records of people who stay.
fn erased(people: u64, parts: u64) -> String {
    let whole = counted(Some(people), "person", "people");
    let of_those_staying = counted(Some(parts), "part of the records", "parts of the records");
    match (people, parts) {
        (_, 0) => whole,
        (0, _) => format!("{of_those_staying} of people who stay"),
        (_, _) => format!("{whole} and {of_those_staying} of people who stay"),
    }
}
