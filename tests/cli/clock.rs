//! A sweep by a clock that is not believed: refused, or done with a second person's word.

use chrono::{DateTime, TimeDelta, Utc};
use domain::access::Role;
use domain::clock::{Clock, FixedClock};
use domain::text::Line;
use records::clock::SystemClock;
use records::organisation::{self, AddAccount, NewStore, Passphrase};
use records::{Session, Unwatched, WriteDesk};

use crate::support::{Home, PASSPHRASE, REFUSED, STORE, USAGE, day, number};

const SECOND: &str = "copper lantern tidal orchard";

fn line(text: &str) -> Line {
    Line::parse(text).expect("a line")
}

fn secret(text: &str) -> Passphrase {
    Passphrase::new(text.to_owned().into())
}

/// A store of two people in HR that was last used at an instant.
fn last_used(then: DateTime<Utc>) -> Home {
    let home = Home::bare().signed_in_as("Ann of HR");
    let clock = FixedClock(then);
    let new = NewStore {
        organisation: line("Office of the Example"),
        name: line("Ann of HR"),
        passphrase: secret(PASSPHRASE),
        inducted_on: day(-90),
    };
    let mut made = organisation::create(&home.store(), new, &clock).expect("a store");
    let session = Session::new(made.account);
    let request = AddAccount {
        name: line("Bea of HR"),
        role: Role::HrAdministrator,
        until: None,
        inducted_on: Some(day(-90)),
        passphrase: secret(SECOND),
    };
    let mut desk = WriteDesk::new(&mut made.store, &session, &clock, &Unwatched);
    organisation::add_account(&mut desk, request).expect("an account");
    made.store.close().expect("closed");
    home
}

#[test]
fn a_clock_that_was_set_back_sweeps_nobody() {
    let home = last_used(SystemClock.now() + TimeDelta::hours(50));
    for arguments in [&["sweep"][..], &["sweep", "--as-of", "2099-01-01"]] {
        home.run(arguments).says(
            REFUSED,
            "The clock of this computer is 2 days behind the latest time in these records. Nothing is erased until it \
             is right, and nothing is lost. Set the date and time of the computer, then try again (rule T-07).",
        );
    }
}

#[test]
fn after_a_jump_a_sweep_takes_a_second_person() {
    let home = last_used(SystemClock.now() - TimeDelta::hours(40 * 24 + 1));
    let wrong = home.file("wrong", format!("{PASSPHRASE}\n"));
    let right = home.file("right", format!("{SECOND}\n"));
    let sweep = |who: &str, file: &std::path::Path| {
        let file = file.display().to_string();
        home.run(["sweep", "--second", who, "--second-passphrase-file", &file])
    };
    home.run(["sweep"]).says(
        REFUSED,
        "The clock of this computer is more than 40 days ahead of the latest time in these records. Nothing is erased \
         until a second person who may erase has confirmed the date. If it is wrong, set the date and time of the \
         computer first (rule T-07).",
    );
    sweep("Bea of HR", &wrong).says(
        STORE,
        "The name and the passphrase don't fit. Check the keyboard and try again.",
    );
    sweep("Nobody", &right).says(USAGE, "Nobody signs in with the name given with --second.");
    sweep("Ann of HR", &wrong).says(
        REFUSED,
        "second.account: Somebody else must confirm this: your own word does not count.",
    );
    assert_eq!(
        home.run(["sweep", "--second", "Bea of HR"]).code,
        USAGE,
        "a name alone is no word"
    );
    let swept = sweep("bea of hr", &right).done();
    assert!(swept.out.starts_with("Erased 0 people."), "{swept:?}");
    assert_eq!(
        number(&home.ask(["sweep"]), "people"),
        0,
        "the date is believed from now on"
    );
}
