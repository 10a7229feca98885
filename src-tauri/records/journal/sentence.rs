//! An entry's action and details in one sentence: every word is this program's own.

mod access;
mod account;
mod application;
mod candidate;
mod complaint;
mod erasure;
mod incident;
mod kind;
mod notice;
mod permission;
mod rights;

use domain::number;
use serde_json::Value;

use crate::words;

use kind::ACTIONS;
pub use kind::JournalKind;

/// What an entry says.
#[derive(Debug)]
pub(super) struct Told {
    /// The kind of its action, where this version knows it.
    pub(super) kind: Option<JournalKind>,
    /// What was done.
    pub(super) sentence: String,
}

/// Puts an action with its details into words.
pub(super) fn tell(action: &str, detail: &str) -> Told {
    // Details that can't be read are no reason to hide the entry.
    let detail = Detail(serde_json::from_str(detail).unwrap_or(Value::Null));
    Told {
        kind: ACTIONS
            .iter()
            .find(|(known, _)| *known == action)
            .map(|(_, kind)| *kind),
        sentence: sentence(action, &detail).unwrap_or_else(|| spelt_out(action)),
    }
}

/// What an entry says beside its action.
struct Detail(Value);

impl Detail {
    fn number(&self, name: &str) -> Option<u64> {
        self.0.get(name).and_then(Value::as_u64)
    }

    fn word(&self, name: &str) -> Option<&str> {
        self.0.get(name).and_then(Value::as_str)
    }

    fn people(&self) -> String {
        counted(self.number("people"), "person", "people")
    }

    fn applications(&self) -> String {
        counted(self.number("applications"), "application", "applications")
    }
}

fn sentence(action: &str, detail: &Detail) -> Option<String> {
    [
        account::sentence,
        access::sentence,
        candidate::sentence,
        application::sentence,
        permission::sentence,
        notice::sentence,
        erasure::sentence,
        incident::sentence,
        rights::sentence,
        complaint::sentence,
    ]
    .iter()
    .find_map(|told| told(action, detail))
}

fn counted(number: Option<u64>, one: &str, more: &str) -> String {
    match number {
        Some(number) => number::many(number, one, more),
        None => more.to_owned(),
    }
}

/// An action this version has no sentence for, by its own word: `Move applications`.
fn spelt_out(action: &str) -> String {
    words::begun(&action.replace('-', " "))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::fs;
    use std::path::Path;

    use domain::application::{OutcomeKind, RejectionReason, Stage};
    use domain::consent::PermissionPurpose;

    use super::application::{outcome, stage};
    use super::permission::purpose;
    use super::*;

    #[test]
    fn every_action_has_a_sentence() {
        for (action, _) in ACTIONS {
            assert!(
                sentence(action, &Detail(Value::Null)).is_some(),
                "{action} has no sentence"
            );
        }
    }

    #[test]
    fn every_action_the_program_writes_is_known() {
        let written = written_in(Path::new(env!("CARGO_MANIFEST_DIR")))
            .into_iter()
            .chain(written_in(
                &Path::new(env!("CARGO_MANIFEST_DIR")).join("../store"),
            ))
            .collect::<BTreeSet<_>>();
        assert!(written.len() > 25, "the sources were found: {written:?}");
        let unknown: Vec<_> = written
            .iter()
            .filter(|action| !ACTIONS.iter().any(|(known, _)| known == action))
            .collect();
        assert!(unknown.is_empty(), "no kind for {unknown:?}");
    }

    #[test]
    fn every_stage_outcome_and_purpose_has_a_word() {
        assert!(Stage::ALL.iter().all(|one| stage(one.code()).is_some()));
        let reason = RejectionReason::Other;
        for how in [
            OutcomeKind::Hired,
            OutcomeKind::Rejected { reason },
            OutcomeKind::Withdrawn,
            OutcomeKind::OfferDeclined,
            OutcomeKind::VacancyCancelled,
            OutcomeKind::ClosedOutUndecided,
        ] {
            assert!(outcome(how.code()).is_some(), "{how:?}");
        }
        for one in PermissionPurpose::ALL {
            assert!(purpose(one.code()).is_some(), "{one:?}");
        }
    }

    #[test]
    fn details_that_are_not_there_leave_a_sentence() {
        assert_eq!(
            tell(
                "move-applications",
                "{\"applications\":3,\"to\":\"interview\"}"
            )
            .sentence,
            "Moved 3 applications to Interview"
        );
        assert_eq!(tell("move-applications", "").sentence, "Moved applications");
        assert_eq!(tell("mend-fences", "{}").sentence, "Mend fences");
    }

    /// The words that follow `Entry::new(` in the sources of a folder, and those of the two helpers that
    /// are handed theirs.
    fn written_in(folder: &Path) -> BTreeSet<String> {
        let mut found = BTreeSet::new();
        for item in fs::read_dir(folder).expect("a folder") {
            let path = item.expect("an item").path();
            if path.is_dir() && !path.ends_with("tests") {
                found.extend(written_in(&path));
            } else if path.extension().is_some_and(|ending| ending == "rs") {
                let text = fs::read_to_string(&path).expect("text");
                for before in [
                    "Entry::new(\"",
                    "about(\"",
                    "entry(\"",
                    "on_applications(desk, moved, \"",
                    "on_applications(desk, ended, \"",
                ] {
                    for rest in text.split(before).skip(1) {
                        let word = rest.split('"').next().unwrap_or_default();
                        if word
                            .chars()
                            .all(|letter| letter == '-' || letter.is_ascii_lowercase())
                        {
                            found.insert(word.to_owned());
                        }
                    }
                }
            }
        }
        found
    }
}
