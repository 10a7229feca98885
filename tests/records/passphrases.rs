//! A new passphrase is looked at wherever one is chosen.

use chrono::NaiveDate;
use domain::access::Role;
use domain::clock::FixedClock;
use records::Error;
use records::keys::{ChangePassphrase, Recovery};
use records::organisation::{AddAccount, NewStore, Passphrase};

use crate::world::{World, day, line, noon};

/// Long enough, and among the first that are tried.
const GUESSABLE: &str = "passwordpassword";

fn passphrase(text: &str) -> Passphrase {
    Passphrase::new(text.to_owned().into())
}

fn assert_refused<T: std::fmt::Debug>(answer: Result<T, Error>, place: &str) {
    match answer {
        Err(Error::Invalid(problems)) => {
            assert_eq!(problems[0].field, "passphrase", "{place}");
            assert!(
                !problems[0].sentence.contains(GUESSABLE),
                "{place}: what was typed is not shown"
            );
        }
        other => panic!("{place} took it: {other:?}"),
    }
}

#[test]
fn a_guessable_passphrase_is_refused_in_every_place_where_one_is_chosen() {
    let mut world = World::new();
    let clock = FixedClock(noon(day("2026-11-23")));
    let folder = world.folder.path().join("another");
    let new = |text| NewStore {
        organisation: line("Hansard House"),
        name: line("Robin Sample"),
        passphrase: passphrase(text),
        inducted_on: day("2026-11-01"),
    };
    for text in [GUESSABLE, "Robin Sample Hansard House"] {
        let made = records::organisation::create(&folder, new(text), &clock).map(|_| ());
        assert_refused(made, "making a store");
    }
    assert!(!folder.exists(), "and no store was made");

    let account = |name: &str, text| AddAccount {
        name: line(name),
        role: Role::Member,
        until: None,
        inducted_on: NaiveDate::from_ymd_opt(2026, 1, 5),
        passphrase: passphrase(text),
    };
    for (name, text) in [
        ("Iris", GUESSABLE),
        ("Wilhelmina Quackenbush", "Wilhelmina Quackenbush"),
        ("Iris", "Office of the Example"),
    ] {
        let added =
            world.write(|desk| records::organisation::add_account(desk, account(name, text)));
        assert_refused(added, "adding an account");
    }

    for text in [GUESSABLE, "Alex of HR Alex of HR"] {
        let change = ChangePassphrase {
            current: passphrase("a passphrase nobody guesses"),
            passphrase: passphrase(text),
        };
        let changed = world.write(|desk| records::keys::change_passphrase(desk, change));
        assert_refused(changed, "changing one's own");
    }

    let recovery = Recovery {
        name: "hr".to_owned(),
        code: passphrase("not looked at yet"),
        passphrase: passphrase(GUESSABLE),
    };
    let store = world.folder.path().join("store");
    let recovered = records::keys::recover(&store, recovery, &clock).map(|_| ());
    assert_refused(recovered, "the recovery sheet");
}

#[test]
fn a_passphrase_of_words_that_do_not_belong_together_is_taken() {
    let mut world = World::new();
    let change = ChangePassphrase {
        current: passphrase("a passphrase nobody guesses"),
        passphrase: passphrase("copper lantern tidal orchard"),
    };
    world
        .write(|desk| records::keys::change_passphrase(desk, change))
        .expect("it is taken");
}
