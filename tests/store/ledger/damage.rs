//! A ledger that is cut, changed or gone.

use std::fs;
use std::path::Path;

use store::LedgerCheck;

use super::{actions, as_it_is, is_here, with_an_earlier_database};
use crate::support::{Home, unlock};

/// What is done to a ledger, and how it is found.
type Tampered = (&'static str, fn(&Path), LedgerCheck);

#[test]
fn a_ledger_that_is_cut_changed_or_gone_is_named_and_written_anew() {
    let tampers: [Tampered; 5] = [
        (
            "cut",
            |file| {
                let bytes = fs::read(file).unwrap();
                fs::write(file, &bytes[..bytes.len() - 7]).unwrap();
            },
            LedgerCheck::Damaged,
        ),
        (
            "cut between two lines",
            |file| {
                let bytes = fs::read(file).unwrap();
                fs::write(file, &bytes[..bytes.len() - 86]).unwrap();
            },
            LedgerCheck::Damaged,
        ),
        (
            "changed",
            |file| {
                let mut bytes = fs::read(file).unwrap();
                let last = bytes.len() - 1;
                bytes[last] ^= 1;
                fs::write(file, bytes).unwrap();
            },
            LedgerCheck::Damaged,
        ),
        (
            "another store's",
            |file| {
                let other = Home::new();
                fs::copy(other.folder.path().join("fairhold.erasures"), file).unwrap();
            },
            LedgerCheck::Damaged,
        ),
        (
            "gone",
            |file| store::erase_file(file).unwrap(),
            LedgerCheck::Missing,
        ),
    ];
    for (what, tamper, check) in tampers {
        let (home, people, _) = with_an_earlier_database();
        let Home { store, folder, .. } = home;
        store.close().unwrap();
        let file = folder.path().join("fairhold.erasures");
        tamper(&file);
        let mut opened = unlock(folder.path()).unwrap();
        assert_eq!(opened.ledger, check, "{what}");
        assert!(
            people[..5].iter().all(|one| !is_here(&opened, *one)),
            "{what}"
        );
        assert!(
            actions(&mut opened).contains(&"mend-erasure-ledger".to_owned()),
            "{what}"
        );
        opened.store.close().unwrap();
        assert_eq!(
            unlock(folder.path()).unwrap().ledger,
            LedgerCheck::Whole,
            "{what}: mended"
        );
    }
}

#[test]
fn what_is_whole_of_a_damaged_ledger_still_erases() {
    let (home, people, before) = with_an_earlier_database();
    let Home { store, folder, .. } = home;
    store.close().unwrap();
    fs::write(folder.path().join("fairhold.db"), before).unwrap();
    let file = folder.path().join("fairhold.erasures");
    let mut bytes = fs::read(&file).unwrap();
    let last = bytes.len() - 1;
    bytes[last] ^= 1;
    fs::write(&file, bytes).unwrap();
    let opened = as_it_is(folder.path()).unwrap();
    assert_eq!(opened.ledger, LedgerCheck::Damaged, "it is said");
    assert_eq!(
        opened.erased_again, 4,
        "and what can be read of it is heeded"
    );
    assert_eq!(
        people[..5]
            .iter()
            .filter(|one| is_here(&opened, **one))
            .count(),
        1
    );
}
