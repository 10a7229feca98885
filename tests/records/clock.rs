//! The honest clock (T-07): one that was set back erases nobody, one that jumped needs a second person's word.

use chrono::{DateTime, TimeDelta, Utc};
use domain::access::Role;
use domain::clock::FixedClock;
use domain::id::AccountId;
use records::journal::ReadJournal;
use records::organisation::AddAccount;
use records::retention::{ClockView, ErasureReceipt, SecondWord};
use records::view::Nothing;
use records::{Error, OpenError, Session, Unwatched, WriteDesk};
use store::Passphrase;

use crate::erasing::{due, erase_with, preview};
use crate::world::{World, day, line, noon, refused};

const HR: &str = "a passphrase nobody guesses";
pub(crate) const SECOND: &str = "copper lantern tidal orchard";

fn passphrase(text: &str) -> Passphrase {
    Passphrase::new(text.to_owned().into())
}

pub(crate) fn word(account: AccountId, text: &str) -> SecondWord {
    SecondWord {
        account,
        passphrase: passphrase(text),
    }
}

pub(crate) fn add(world: &mut World, name: &str, role: Role) -> AccountId {
    let request = AddAccount {
        name: line(name),
        role,
        until: None,
        inducted_on: Some(day("2026-11-02")),
        passphrase: passphrase(SECOND),
    };
    world.does(|desk| records::organisation::add_account(desk, request));
    let accounts = world.read(|desk| records::organisation::accounts(desk, Nothing {}));
    let mut rows = accounts.expect("accounts").rows.into_iter();
    rows.find(|row| row.name == name)
        .expect("the account")
        .account
}

/// Previews and erases everyone who is due.
fn erase(world: &mut World, second: Option<SecondWord>) -> Result<ErasureReceipt, Error> {
    let seen = preview(world, None);
    erase_with(world, seen.preview, &seen.confirm, second)
}

/// Sweeps at an instant, as the command line does.
fn sweep_at(
    world: &mut World,
    now: DateTime<Utc>,
    second: Option<&SecondWord>,
) -> Result<ErasureReceipt, Error> {
    let desk = &mut WriteDesk::new(
        &mut world.store,
        &world.session,
        &FixedClock(now),
        &Unwatched,
    );
    records::retention::sweep(desk, None, second)
}

/// Locks the store, and signs in again on the same day.
fn sign_in_anew(world: World) -> World {
    let World {
        store,
        today,
        vacancy,
        folder,
        ..
    } = world;
    store.close().expect("closed");
    let path = folder.path().join("store");
    let entered = store::unlock(&path, "hr", &passphrase(HR), noon(today)).expect("signed in");
    World {
        store: entered.store,
        session: Session::new(entered.account),
        today,
        vacancy,
        folder,
    }
}

/// How often the journal says something.
pub(crate) fn told(world: &mut World, begins: &str) -> usize {
    let page = world.read(|desk| records::journal::read(desk, ReadJournal::default()));
    let rows = page.expect("the journal").rows;
    rows.iter()
        .filter(|row| row.sentence.starts_with(begins))
        .count()
}

fn invalid<T: std::fmt::Debug>(result: Result<T, Error>) -> &'static str {
    match result {
        Err(Error::Invalid(problems)) => problems[0].field,
        other => panic!("it can't be taken: {other:?}"),
    }
}

#[test]
fn nobody_is_erased_while_the_clock_is_set_back() {
    let mut world = World::new();
    due(&mut world, &["Ann", "Ben"]);
    world.today = day("2026-11-16");
    assert!(
        matches!(preview(&mut world, None).clock, ClockView::SetBack { .. }),
        "the preview says so"
    );
    for second in [None, Some(word(world.session.account(), HR))] {
        let (rule, sentence) = refused(erase(&mut world, second));
        assert_eq!(rule, "T-07");
        assert_eq!(
            sentence,
            "The clock of this computer is 7 days behind the latest time in these records. Nothing is erased until it \
             is right, and nothing is lost. Set the date and time of the computer, then try again (rule T-07)."
        );
    }
    refused(sweep_at(&mut world, noon(day("2026-11-16")), None));
    assert_eq!(world.everyone().len(), 2, "both are here");
    let found = "Found the clock of this computer behind";
    assert_eq!(told(&mut world, found), 1, "once a sign-in");
    assert_eq!(
        told(
            &mut world,
            "Was refused an erasure, as the clock was set back"
        ),
        3,
        "and every attempt"
    );

    let mut world = sign_in_anew(world);
    assert_eq!(told(&mut world, found), 2, "at the next sign-in again");
    world.today = day("2026-11-23");
    let receipt = erase(&mut world, None).expect("the clock is right again");
    assert_eq!(receipt.people, 2, "so both go");
    assert_eq!(told(&mut world, found), 2, "and nothing more is found");
}

#[test]
fn five_minutes_of_drift_are_no_matter() {
    let mut world = World::new();
    due(&mut world, &["Ann"]);
    let seen = noon(day("2026-11-23"));
    refused(sweep_at(&mut world, seen - TimeDelta::seconds(301), None));
    let receipt = sweep_at(&mut world, seen - TimeDelta::minutes(5), None).expect("drift");
    assert_eq!(receipt.people, 1, "gone");
}

#[test]
fn thirty_five_days_are_fine_and_a_second_more_is_not() {
    let last = noon(day("2026-11-23"));
    let bound = last + TimeDelta::days(35);
    let mut world = World::new();
    due(&mut world, &["Ann"]);
    refused(sweep_at(&mut world, bound + TimeDelta::seconds(1), None));
    assert_eq!(world.everyone().len(), 1, "she is here");
    let receipt = sweep_at(&mut world, bound, None).expect("within the bound");
    assert_eq!(receipt.people, 1, "gone");
}

#[test]
fn after_a_jump_a_second_person_lets_it_go_on() {
    let mut world = World::new();
    let second = add(&mut world, "Bea of HR", Role::HrAdministrator);
    due(&mut world, &["Ann"]);
    world.today = day("2027-05-24");
    let ClockView::Jumped { others, .. } = preview(&mut world, None).clock else {
        panic!("the preview says that the clock jumped");
    };
    let names: Vec<_> = others.iter().map(|one| one.name.as_str()).collect();
    assert_eq!(names, ["Bea of HR"], "who can confirm it");

    let (rule, sentence) = refused(erase(&mut world, None));
    assert_eq!(rule, "T-07", "alone");
    assert!(
        sentence.starts_with("The clock of this computer is more than 182 days ahead"),
        "{sentence}"
    );
    let mut world = sign_in_anew(world);
    refused(erase(&mut world, None));
    assert_eq!(world.everyone().len(), 1, "signing in anew is no way round");

    let receipt = erase(&mut world, Some(word(second, SECOND))).expect("confirmed");
    assert_eq!(receipt.people, 1, "gone");
    let page = world.read(|desk| records::journal::read(desk, ReadJournal::default()));
    let rows = page.expect("the journal").rows;
    let entry = rows
        .iter()
        .find(|row| row.sentence == "Had a second person confirm the date before an erasure")
        .expect("it is journalled");
    assert_eq!(entry.by.as_deref(), Some("Alex of HR"), "who erased");
    assert!(
        format!("{:?}", entry.about).contains("Bea of HR"),
        "and who confirmed: {entry:?}"
    );
    due(&mut world, &["Cid"]);
    erase(&mut world, None).expect("the date is believed from now on");
}

#[test]
fn whose_word_counts() {
    let mut world = World::new();
    let own = world.session.account();
    let member = add(&mut world, "Iris", Role::Member);
    due(&mut world, &["Ann"]);
    world.today = day("2027-05-24");
    assert_eq!(
        invalid(erase(&mut world, Some(word(own, HR)))),
        "second.account"
    );
    assert_eq!(
        invalid(erase(&mut world, Some(word(member, SECOND)))),
        "second.account",
        "somebody who may not erase"
    );
    let (_, sentence) = refused(erase(&mut world, None));
    assert!(
        sentence.ends_with("add another HR administrator on the People screen."),
        "alone, it says whom to add: {sentence}"
    );
    assert_eq!(world.everyone().len(), 1, "she is here");
}

#[test]
fn wrong_passphrases_of_a_second_person_are_counted_and_make_them_wait() {
    let mut world = World::new();
    let second = add(&mut world, "Bea of HR", Role::HrAdministrator);
    due(&mut world, &["Ann"]);
    world.today = day("2027-05-24");
    for _ in 0..4 {
        let wrong = erase(&mut world, Some(word(second, HR)));
        assert!(
            matches!(wrong, Err(Error::Open(OpenError::WrongPassphrase))),
            "the passphrase of whoever is signed in is not theirs: {wrong:?}"
        );
    }
    let at_once = erase(&mut world, Some(word(second, SECOND)));
    assert!(
        matches!(at_once, Err(Error::Open(OpenError::Throttled { .. }))),
        "even the right one waits: {at_once:?}"
    );
    assert_eq!(world.everyone().len(), 1, "she is here");
    let later = noon(world.today) + TimeDelta::seconds(1);
    let right = word(second, SECOND);
    let receipt = sweep_at(&mut world, later, Some(&right)).expect("after the wait");
    assert_eq!(receipt.people, 1, "gone");
    assert_eq!(
        told(
            &mut world,
            "Had a second person confirm the date before an erasure, after 4 wrong passphrases"
        ),
        1,
        "counted"
    );
}

#[test]
fn a_jump_that_was_put_right_leaves_no_trace_on_what_may_be_erased() {
    let mut world = World::new();
    due(&mut world, &["Ann"]);
    // The computer believes it is summer; somebody signs in, sees it and sets the date.
    world.today = day("2027-06-01");
    let mut world = sign_in_anew(world);
    refused(erase(&mut world, None));
    world.today = day("2026-11-24");
    let receipt = erase(&mut world, None).expect("the clock is right again");
    assert_eq!(receipt.people, 1, "gone");
}
