//! What auditors read and what the rules refuse is in the journal, as from the window; and nobody moves the day of
//! their own access.

use chrono::TimeDelta;
use domain::access::Role;
use domain::clock::{Clock, FixedClock};
use domain::text::Line;
use records::clock::SystemClock;
use records::journal::{self, ReadJournal};
use records::organisation::{self, AddAccount, Entered, Passphrase};
use records::people::{self, GrantAudit, PartScope};
use records::view::Nothing;
use records::{ReadDesk, Session, Store, Unwatched, WriteDesk};

use crate::support::{Answer, DONE, Home, PASSPHRASE, REFUSED, SAMPLE_HR, day, number, run};

fn secret() -> Passphrase {
    Passphrase::new(PASSPHRASE.to_owned().into())
}

pub(crate) fn as_hr<T>(home: &Home, work: impl FnOnce(&mut Store, &Session) -> T) -> T {
    let Entered {
        mut store, account, ..
    } = organisation::sign_in(&home.store(), SAMPLE_HR, &secret(), &SystemClock).expect("open");
    let done = work(&mut store, &Session::new(account));
    store.close().expect("closed");
    done
}

/// Adds a member, who audits everything for twenty days from so many days before today, if at all.
fn add(home: &Home, name: &str, audits_from: Option<i64>) {
    as_hr(home, |store, session| {
        let earlier = FixedClock(SystemClock.now() - TimeDelta::days(60));
        let mut desk = WriteDesk::new(store, session, &earlier, &Unwatched);
        let request = AddAccount {
            name: Line::parse(name).expect("a name"),
            role: Role::Member,
            until: None,
            inducted_on: Some(day(-90)),
            passphrase: secret(),
        };
        organisation::add_account(&mut desk, request).expect("an account");
        let Some(ago) = audits_from else {
            return;
        };
        let account = ReadDesk::with_store(store, session, &SystemClock, |desk| {
            organisation::accounts(desk, Nothing {})
        })
        .expect("accounts")
        .rows
        .into_iter()
        .find(|row| row.name == name)
        .expect("the account")
        .account;
        let request = GrantAudit {
            account,
            scope: PartScope::Organisation,
            from: day(-ago),
            until: day(20 - ago),
        };
        let mut desk = WriteDesk::new(store, session, &earlier, &Unwatched);
        people::grant_audit(&mut desk, request).expect("an audit");
    });
}

fn run_as(home: &Home, name: &str, arguments: &[&str]) -> Answer {
    let store = home.store();
    let store = store.to_string_lossy();
    run([&["--store", &*store, "--account", name], arguments].concat())
}

/// What the journal says somebody did, newest first.
fn did(home: &Home, name: &str) -> Vec<String> {
    as_hr(home, |store, session| {
        ReadDesk::with_store(store, session, &SystemClock, |desk| {
            journal::read(desk, ReadJournal::default())
        })
        .expect("the journal")
        .rows
        .into_iter()
        .filter(|row| row.by.as_deref() == Some(name))
        .map(|row| row.sentence)
        .collect()
    })
}

#[test]
fn what_an_auditor_reads_is_in_the_journal() {
    let home = Home::sample();
    add(&home, "Ada Auditor", Some(5));
    for arguments in [&["search", "a"][..], &["retention"], &["verify", "store"]] {
        let answer = run_as(&home, "Ada Auditor", arguments);
        assert_eq!(answer.code, DONE, "{answer:?}");
    }
    let read: Vec<String> = did(&home, "Ada Auditor")
        .into_iter()
        .filter(|sentence| sentence.starts_with("Read"))
        .collect();
    assert!(
        read.len() >= 4,
        "a list and a part of it, who is due, the check: {read:?}"
    );
}

#[test]
fn what_the_rules_refuse_is_in_the_journal() {
    let home = Home::sample();
    add(&home, "Max Member", None);
    for arguments in [&["sweep"][..], &["verify", "store"]] {
        run_as(&home, "Max Member", arguments).says(REFUSED, "Only HR may do this (rule A2).");
    }
    let refused = did(&home, "Max Member");
    let wanted = "Was refused something by the access rules";
    assert_eq!(
        refused
            .iter()
            .filter(|sentence| *sentence == wanted)
            .count(),
        2,
        "{refused:?}"
    );
}

#[test]
fn another_day_moves_the_dates_of_records_and_nobodys_access() {
    let home = Home::sample().signed_in_as_sample_hr();
    add(&home, "Olga Over", Some(50));
    let then = day(-40).to_string();
    let later = day(400).to_string();
    assert!(
        number(&home.ask(["retention", "--as-of", &later]), "due") > 0,
        "in a year some are due"
    );
    for on in [then, later] {
        let answer = run_as(&home, "Olga Over", &["--json", "retention", "--as-of", &on]);
        assert_eq!(
            number(&answer.json(), "due"),
            0,
            "the audit is over: {answer:?}"
        );
        let swept = run_as(&home, "Olga Over", &["sweep", "--as-of", &on]);
        assert_eq!(swept.code, REFUSED, "{swept:?}");
    }
    assert_eq!(home.found(""), 60, "and everybody is there");
}
