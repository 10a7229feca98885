//! A timer's key: it starts the sweep of what is due, prints numbers, and opens nothing else.

use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::path::PathBuf;

use chrono::TimeDelta;
use domain::clock::{Clock, FixedClock};
use records::clock::SystemClock;
use records::journal::ReadJournal;
use records::organisation::{self, Passphrase};
use records::{ReadDesk, Session};

use crate::support::{
    Answer, DONE, Home, PASSPHRASE, REFUSED, SAMPLE_HR, STORE, USAGE, number, run_with,
};

const GONE: &str = "The timer’s secret opens nothing here, or nothing any more. Let HR allow the timer anew with `timer \
                    allow`.";

/// A sample with somebody due, where HR let a timer in by a file.
struct Timed {
    home: Home,
    credential: PathBuf,
}

impl Timed {
    fn new() -> Self {
        let home = Home::sample().signed_in_as_sample_hr();
        let credential = home.around.path().join("sweep.credential");
        let timed = Self { home, credential };
        timed.timer("allow").done();
        timed
    }

    fn timer(&self, what: &str) -> Answer {
        let credential = self.credential.to_string_lossy();
        self.home.run(["timer", what, "--credential", &credential])
    }

    /// Sweeps with nobody there to type anything.
    fn sweep(&self) -> Answer {
        let store = self.home.store();
        let credential = self.credential.to_string_lossy();
        let store = store.to_string_lossy();
        let arguments = [
            "--store",
            &store,
            "--json",
            "sweep",
            "--timer",
            "--credential",
        ];
        run_with(arguments.into_iter().chain([&*credential]), "")
    }

    fn due(&self) -> u64 {
        number(&self.home.ask(["retention"]), "due")
    }

    /// What the journal says, and by whom.
    fn journal(&self) -> Vec<(String, String)> {
        let passphrase = Passphrase::new(PASSPHRASE.to_owned().into());
        let opened =
            organisation::sign_in(&self.home.store(), SAMPLE_HR, &passphrase, &SystemClock);
        let mut opened = opened.expect("open");
        let session = Session::new(opened.account);
        let read = |desk: &ReadDesk<'_>| records::journal::read(desk, ReadJournal::default());
        let page = ReadDesk::with_store(&mut opened.store, &session, &SystemClock, read);
        opened.store.close().expect("closed");
        let rows = page.expect("the journal").rows.into_iter();
        rows.map(|row| (row.by.unwrap_or_default(), row.sentence))
            .collect()
    }
}

#[test]
fn a_timer_erases_what_is_due_and_says_numbers_only() {
    let timed = Timed::new();
    let mode = fs::metadata(&timed.credential)
        .expect("a file")
        .permissions();
    assert_eq!(mode.mode() & 0o777, 0o600, "its owner alone reads it");
    let due = timed.due();
    assert!(due > 0, "somebody is due in the sample");

    let answer = timed.sweep();
    assert_eq!((answer.code, answer.err.as_str()), (DONE, ""));
    let swept = answer.json();
    assert_eq!(number(&swept, "people"), due, "everyone: {swept}");
    assert_eq!(swept["verified"], true, "and nothing is left: {swept}");
    assert!(number(&swept, "days_late") > 0, "it says how late: {swept}");
    let fields: Vec<&String> = swept.as_object().expect("an object").keys().collect();
    assert_eq!(
        fields,
        [
            "at",
            "days_late",
            "due_since",
            "found",
            "people",
            "rules",
            "verified"
        ],
        "and nothing of anybody"
    );
    assert_eq!(timed.due(), 0, "nobody is left to go");
    assert_eq!(
        number(&timed.sweep().json(), "people"),
        0,
        "so it finds nobody"
    );

    let journal = timed.journal();
    for wanted in [
        "Started the sweep of what was due, by a timer",
        &format!("Began to erase {due} people"),
    ] {
        assert!(
            journal
                .iter()
                .any(|(by, sentence)| by == "Sweep timer" && sentence.starts_with(wanted)),
            "{wanted}: {journal:?}"
        );
    }
    assert!(
        journal
            .iter()
            .any(|(by, sentence)| by == SAMPLE_HR
                && sentence == "Allowed a timer to start the sweep"),
        "and who allowed it: {journal:?}"
    );
}

#[test]
fn a_timer_is_no_way_in_and_nobodys_name() {
    let timed = Timed::new();
    let secret = fs::read_to_string(&timed.credential).expect("the secret");
    let store = timed.home.store();
    let store = store.to_string_lossy();
    for command in [&["search", "a"][..], &["sweep"], &["verify", "store"]] {
        let named = ["--store", &store, "--account", "Sweep timer"];
        let answer = run_with(named.into_iter().chain(command.iter().copied()), &secret);
        answer.says(
            STORE,
            "The name and the passphrase don't fit. Check the keyboard and try again.",
        );
    }
    assert_eq!(
        timed
            .home
            .run(["sweep", "--timer", "--as-of", "2099-01-01"])
            .code,
        USAGE,
        "it chooses no day"
    );
}

#[test]
fn a_timer_that_was_removed_opens_nothing() {
    let timed = Timed::new();
    let kept = fs::read(&timed.credential).expect("the secret");
    timed.timer("remove").done();
    assert!(!timed.credential.exists(), "its file is gone");
    fs::write(&timed.credential, kept).expect("a copy somebody kept");
    fs::set_permissions(&timed.credential, fs::Permissions::from_mode(0o600)).expect("a mode");
    let before = timed.due();
    timed.sweep().says(STORE, GONE);
    assert_eq!(timed.due(), before, "nobody went");
    timed
        .timer("remove")
        .says(REFUSED, "There is no such record.");
}

#[test]
fn only_hr_lets_a_timer_in_and_a_file_that_is_there_is_left_alone() {
    let timed = Timed::new();
    let secret = fs::read(&timed.credential).expect("the secret");
    timed.timer("allow").says(
        USAGE,
        "There is a timer of the name “Sweep timer” already: remove it first, or give another with --timer-name.",
    );
    let credential = timed.credential.to_string_lossy();
    let again = [
        "timer",
        "allow",
        "--timer-name",
        "Another",
        "--credential",
        &credential,
    ];
    let sentence =
        format!("{credential} is there already and was left as it is. Nothing was changed.");
    timed.home.run(again).says(STORE, &sentence);
    assert_eq!(
        fs::read(&timed.credential).expect("it"),
        secret,
        "as it was"
    );
    assert!(number(&timed.sweep().json(), "people") > 0, "and it works");
}

#[test]
fn a_secret_that_others_may_read_is_not_used() {
    let timed = Timed::new();
    fs::set_permissions(&timed.credential, fs::Permissions::from_mode(0o644)).expect("a mode");
    let answer = timed.sweep();
    assert_eq!(answer.code, STORE, "{answer:?}");
    assert!(
        answer.err.contains("Let only its owner read it"),
        "{answer:?}"
    );
    assert!(timed.due() > 0, "nobody went");
}

#[test]
fn a_timer_erases_nobody_while_the_clock_is_not_believed() {
    let timed = Timed::new();
    let due = timed.due();
    // Somebody signed in while the computer believed it was two days later.
    let later = FixedClock(SystemClock.now() + TimeDelta::hours(50));
    let passphrase = Passphrase::new(PASSPHRASE.to_owned().into());
    let opened = organisation::sign_in(&timed.home.store(), SAMPLE_HR, &passphrase, &later);
    opened.expect("open").store.close().expect("closed");
    let answer = timed.sweep();
    assert_eq!(answer.code, REFUSED, "{answer:?}");
    assert!(
        answer
            .err
            .contains("behind the latest time in these records"),
        "{answer:?}"
    );
    assert_eq!(timed.due(), due, "nobody went");
}
