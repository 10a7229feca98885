//! A program of its own, which knows the documented format and nothing of this one: from a store's files and one
//! passphrase it takes what can be taken, and reads the database with SQLCipher alone.
//!
//! What it finds with an interviewer's passphrase is what ARCHITECTURE.md and the README say of the store: every
//! record that is not sealed, and of a sealed one that it is there, in which compartment, and how long it is.

mod format;
mod pages;

use std::collections::BTreeSet;

use domain::access::{ManageAccounts, Role, SealRecord, Subject};
use domain::compartment::Compartment;
use domain::sealed::{SealedKind, SealedStatus};
use store::NewSealedRecord;

pub(crate) use self::format::{Keys, database, keys};
use self::format::{everything, holds, sealed_rows};
pub(crate) use self::pages::every_byte;
use crate::support::{Home, PASSPHRASE, at, new_account, permit_of, person};

const INTERVIEWERS: &str = "another four random words";

/// What is sealed in a compartment of the one candidate.
fn secret(compartment: Compartment) -> String {
    format!("Zyxwvut of {}", compartment.code())
}

/// The copy of the one candidate's paper.
const COPY: &str = "%PDF-1.7 Zyxwvut, born on a Thursday";

/// The files of a closed store with HR, an interviewer, and a candidate of whom something is sealed everywhere.
pub(crate) fn files() -> tempfile::TempDir {
    let mut home = Home::new();
    let manage = home.permit::<ManageAccounts>(Subject::Organisation);
    home.store
        .add_account(
            &manage,
            &new_account("interviewer", Role::Member, INTERVIEWERS),
            at("2026-01-06"),
        )
        .unwrap();
    let candidate = home.candidate(&person("Ann", "Archer", "ann@example.org", "07700 900100"));
    let seal = permit_of::<SealRecord>(
        home.hr,
        Subject::Candidate {
            candidate,
            applied: Vec::new(),
        },
    );
    for (kind, status) in [
        (SealedKind::RightToWork, SealedStatus::Checked),
        (
            SealedKind::Adjustments,
            SealedStatus::AdjustmentNeeded {
                adjustments: BTreeSet::new(),
            },
        ),
        (SealedKind::EqualityAnswers, SealedStatus::Answered),
        (SealedKind::Vetting, SealedStatus::Pending),
    ] {
        let new = NewSealedRecord {
            kind,
            status,
            decided_on: None,
            text: secret(kind.compartment()).into(),
        };
        let record = home
            .store
            .add_sealed_record(&seal, &new, at("2026-01-06"))
            .unwrap();
        if kind == SealedKind::RightToWork {
            home.store
                .add_copy(&seal, record, COPY.as_bytes(), at("2026-01-06"))
                .unwrap();
        }
    }
    let Home { store, folder, .. } = home;
    store.close().unwrap();
    folder
}

#[test]
fn a_strangers_program_with_an_interviewers_passphrase_reads_nothing_that_is_sealed() {
    let folder = files();
    let keys = keys(folder.path(), "interviewer", INTERVIEWERS);
    assert_eq!(
        keys.compartments.len(),
        0,
        "no compartment's key is sealed to it"
    );
    let database = database(folder.path(), &keys);
    let rows = sealed_rows(&database);
    assert_eq!(
        rows.len(),
        Compartment::ALL.len(),
        "the rows are there to be taken"
    );
    for row in &rows {
        assert!(
            keys.subjects.contains_key(&row.candidate),
            "with the candidate's own key"
        );
        assert_eq!(row.read(&keys), None, "{}", row.compartment);
        assert_eq!(row.read_copy(&keys), None, "{}", row.compartment);
        assert!(!row.yields_to(&keys), "{}", row.compartment);
    }
    assert!(
        rows.iter().any(|row| row.copy.is_some()),
        "a copy of a paper too"
    );
    let everything = everything(&database);
    assert!(everything.len() > 20, "{} tables", everything.len());
    for (table, values) in &everything {
        assert!(!holds(values, "Zyxwvut"), "in {table}");
    }
}

#[test]
fn a_strangers_program_with_an_interviewers_passphrase_reads_all_that_is_not_sealed() {
    let folder = files();
    let keys = keys(folder.path(), "interviewer", INTERVIEWERS);
    let database = database(folder.path(), &keys);
    let everything: Vec<Vec<u8>> = everything(&database).into_values().flatten().collect();
    for word in [
        "Archer",
        "ann@example.org",
        "07700900100",
        "17 Marigold Crescent",
        "interviewer",
    ] {
        assert!(holds(&everything, word), "{word}");
    }
    for row in sealed_rows(&database) {
        assert!(
            Compartment::from_code(&row.compartment).is_some(),
            "of what is sealed, in which compartment"
        );
        let compartment = Compartment::from_code(&row.compartment).unwrap();
        let around = row.parsed().text.len() - secret(compartment).len();
        assert_eq!(around, 24 + 16 + 16, "and, to the letter, how long it is");
    }
}

#[test]
fn a_strangers_program_with_hrs_passphrase_reads_what_is_sealed() {
    let folder = files();
    let keys = keys(folder.path(), "hr", PASSPHRASE);
    let database = database(folder.path(), &keys);
    let rows = sealed_rows(&database);
    assert_eq!(rows.len(), Compartment::ALL.len());
    for row in rows {
        let compartment = Compartment::from_code(&row.compartment).unwrap();
        assert_eq!(row.read(&keys), Some(secret(compartment)));
        let copy = row.copy.as_ref().map(|_| COPY.to_owned());
        assert_eq!(row.read_copy(&keys), copy, "and the copy of a paper");
        assert!(
            row.yields_to(&keys),
            "the search for a way finds one where there is one"
        );
    }
}
