//! Who may start an erasure of many people, what a cancelled one has done, and how late it says it was (ERA-01).

use std::ops::ControlFlow;
use std::sync::atomic::{AtomicU32, Ordering};

use domain::access::Role;
use domain::clock::FixedClock;
use records::candidate::OpenCandidate;
use records::journal::ReadJournal;
use records::keys::ResetPassphrase;
use records::organisation::{AddAccount, Passphrase};
use records::people::ChangeRole;
use records::retention::{
    Erase, ErasureReceipt, PreviewErasure, SecondWord, SetSweepAtSignIn, SweepAtSignIn,
};
use records::timer::DeviceSecret;
use records::view::Nothing;
use records::{Error, Progress, Session, WriteDesk};

use crate::clock::{SECOND, add, told, word};
use crate::erasing::{due, erase_with, preview};
use crate::world::{World, day, line, noon, refused};

/// So many people that one person may just not erase them alone.
fn crowd(world: &mut World, number: usize) {
    let names: Vec<String> = (0..number).map(|number| format!("Nr{number}")).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    due(world, &names);
}

/// How many are due.
fn due_now(world: &mut World) -> u32 {
    world
        .read(|desk| records::retention::overview(desk, Nothing {}))
        .expect("the calendar")
        .due
}

/// Asked to stop after so many reports.
struct StopAfter {
    reports: AtomicU32,
    most: u32,
}

impl Progress for StopAfter {
    fn report(&self, _job: u32, _done: u32, _total: u32) -> ControlFlow<()> {
        if self.reports.fetch_add(1, Ordering::SeqCst) + 1 >= self.most {
            ControlFlow::Break(())
        } else {
            ControlFlow::Continue(())
        }
    }
}

fn erase_until_stopped(
    world: &mut World,
    second: SecondWord,
    most: u32,
) -> Result<ErasureReceipt, Error> {
    let seen = preview(world, None);
    let stop = StopAfter {
        reports: AtomicU32::new(0),
        most,
    };
    let clock = FixedClock(noon(world.today));
    let desk = &mut WriteDesk::new(&mut world.store, &world.session, &clock, &stop);
    let request = Erase {
        preview: seen.preview,
        typed: seen.confirm,
        do_not_approach: false,
        second: Some(second),
        job: 1,
    };
    records::retention::erase(desk, request)
}

#[test]
fn a_hundred_go_by_one_persons_word() {
    let mut world = World::new();
    crowd(&mut world, 100);
    let seen = preview(&mut world, None);
    assert_eq!((seen.total, seen.bulk), (100, None), "nobody else is asked");
    let receipt = erase_with(&mut world, seen.preview, &seen.confirm, None).expect("erased");
    assert_eq!((receipt.people, receipt.left), (100, 0));
}

#[test]
fn above_a_hundred_a_second_person_must_agree_and_is_journalled() {
    let mut world = World::new();
    crowd(&mut world, 101);
    let seen = preview(&mut world, None);
    let bulk = seen.bulk.expect("a second person is asked for");
    assert_eq!((bulk.above, bulk.others.len()), (100, 0), "nobody is there");
    let (rule, sentence) = refused(erase_with(&mut world, seen.preview, &seen.confirm, None));
    assert_eq!(rule, "ERA-01");
    assert_eq!(
        sentence,
        "This erases 101 people at once. Above 100 a second person who may erase has to agree (rule ERA-01). Nobody \
         else here may erase: add another HR administrator on the People screen, or let the schedule erase what is due \
         at sign-in."
    );
    let second = add(&mut world, "Bea of HR", Role::HrAdministrator);
    let own = world.session.account();
    let seen = preview(&mut world, None);
    let names: Vec<_> = seen
        .bulk
        .iter()
        .flat_map(|bulk| &bulk.others)
        .map(|other| other.name.as_str())
        .collect();
    assert_eq!(names, ["Bea of HR"], "who can agree");
    for (account, expected) in [(own, "second.account"), (second, "")] {
        let wrong = word(account, "not her passphrase at all");
        match erase_with(&mut world, seen.preview, &seen.confirm, Some(wrong)) {
            Err(Error::Invalid(problems)) => assert_eq!(problems[0].field, expected),
            Err(Error::Open(_)) => assert_eq!(expected, "", "a wrong passphrase"),
            other => panic!("it does not count: {other:?}"),
        }
    }
    assert_eq!(due_now(&mut world), 101, "all are here");

    let agreed = Some(word(second, SECOND));
    let receipt = erase_with(&mut world, seen.preview, &seen.confirm, agreed).expect("erased");
    assert_eq!((receipt.people, receipt.verified), (101, true));
    assert_eq!(
        told(
            &mut world,
            "Was refused an erasure of 101 people, as no second person had agreed"
        ),
        1
    );
    let page = world.read(|desk| records::journal::read(desk, ReadJournal::default()));
    let rows = page.expect("the journal").rows;
    let agreed = "Had a second person agree to an erasure of 101 people, after 1 wrong passphrase";
    let entry = rows
        .iter()
        .find(|row| row.sentence == agreed)
        .expect("it is journalled");
    assert_eq!(entry.by.as_deref(), Some("Alex of HR"), "who erased");
    assert!(
        format!("{:?}", entry.about).contains("Bea of HR"),
        "and who agreed: {entry:?}"
    );
}

#[test]
fn an_erasure_that_is_cancelled_says_who_went_and_leaves_the_others_as_they_were() {
    let mut world = World::new();
    let second = add(&mut world, "Bea of HR", Role::HrAdministrator);
    crowd(&mut world, 260);
    let receipt = erase_until_stopped(&mut world, word(second, SECOND), 1).expect("stopped");
    assert_eq!(
        (receipt.people, receipt.left, receipt.verified),
        (250, 10, true),
        "the first portion went, and is verified: {receipt:?}"
    );
    let left = world.everyone();
    assert_eq!(left.len(), 10, "the others are here");
    let strip = world.strip(left[0]);
    assert_eq!(
        strip.summary, "Due for erasure since 1 November 2026, six months after the outcome.",
        "as they were"
    );
    let seen = preview(&mut world, None);
    let receipt = erase_with(&mut world, seen.preview, &seen.confirm, None).expect("the rest");
    assert_eq!((receipt.people, receipt.left), (10, 0));
}

#[test]
fn an_erasure_says_how_many_days_late_it_is_and_the_calendar_keeps_it() {
    let mut world = World::new();
    due(&mut world, &["Ann"]);
    let seen = preview(&mut world, None);
    let receipt = erase_with(&mut world, seen.preview, &seen.confirm, None).expect("erased");
    assert_eq!(
        (receipt.due_since, receipt.days_late),
        (Some(day("2026-11-01")), 22),
        "since the day it was to go"
    );
    let overview = world
        .read(|desk| records::retention::overview(desk, Nothing {}))
        .expect("the calendar");
    let late: Vec<u32> = overview.erasures.iter().map(|row| row.days_late).collect();
    assert_eq!(late, [22]);
}

fn set_at_sign_in(world: &mut World, on: bool) {
    world.does(|desk| records::retention::set_sweep_at_sign_in(desk, SetSweepAtSignIn { on }));
}

fn sweep_at_sign_in(world: &mut World) -> Option<ErasureReceipt> {
    world
        .does(|desk| records::retention::sweep_at_sign_in(desk, SweepAtSignIn { job: 1 }))
        .receipt
}

#[test]
fn what_is_due_goes_at_sign_in_only_where_the_organisation_chose_so() {
    let mut world = World::new();
    // More than one person erases alone: the schedule asks nobody.
    crowd(&mut world, 101);
    let stays = world.add_person("Stays");
    assert_eq!(sweep_at_sign_in(&mut world), None, "nobody chose it");
    assert_eq!(due_now(&mut world), 101, "all are here");

    set_at_sign_in(&mut world, true);
    world.today = day("2026-11-22");
    assert_eq!(sweep_at_sign_in(&mut world), None, "the clock was set back");
    world.today = day("2026-11-23");
    let receipt = sweep_at_sign_in(&mut world).expect("somebody was due");
    assert_eq!((receipt.people, receipt.days_late), (101, 22));
    assert_eq!(world.everyone(), [stays]);
    assert_eq!(sweep_at_sign_in(&mut world), None, "nobody is left to go");
    for (sentence, times) in [
        ("Let the schedule erase what was due, at sign-in", 1),
        ("Chose to erase what is due at sign-in, without asking", 1),
    ] {
        assert_eq!(told(&mut world, sentence), times, "{sentence}");
    }

    set_at_sign_in(&mut world, false);
    due(&mut world, &["Ann"]);
    assert_eq!(sweep_at_sign_in(&mut world), None, "they want to be asked");
}

#[test]
fn a_timers_key_starts_the_sweep_and_is_refused_everything_else() {
    let mut world = World::new();
    crowd(&mut world, 101);
    let ann = due(&mut world, &["Ann"])[0];
    let name = line("Sweep timer");
    let secret = DeviceSecret::generate().expect("a secret");
    let timer = world.does(|desk| records::timer::allow(desk, &name, &secret));
    let hr = std::mem::replace(&mut world.session, Session::new(timer));

    let opened = world.read(|desk| {
        let candidate = ann;
        records::candidate::open(desk, OpenCandidate { candidate })
    });
    let listed = world
        .read(|desk| records::retention::due(desk, None))
        .map(drop);
    let journal = world.read(|desk| records::journal::read(desk, ReadJournal::default()));
    let seen =
        world.read(|desk| records::retention::preview(desk, PreviewErasure { candidates: None }));
    let swept = world.write(|desk| records::retention::sweep(desk, None, None));
    for refused in [
        opened.map(drop),
        listed,
        journal.map(drop),
        seen.map(drop),
        swept.map(drop),
    ] {
        match refused {
            Err(Error::Refused(refusal)) => assert_eq!(refusal.code(), "sweep-only"),
            other => panic!("a timer only sweeps: {other:?}"),
        }
    }
    let swept = world.does(records::retention::sweep_by_timer);
    assert_eq!((swept.people, swept.verified), (102, true));
    let again = world.does(records::retention::sweep_by_timer);
    assert_eq!((again.people, again.due_since), (0, None), "nobody is left");

    world.session = hr;
    let overview = world.read(|desk| records::retention::overview(desk, Nothing {}));
    let erasures = overview.expect("the calendar").erasures;
    let people: Vec<u32> = erasures.iter().map(|row| row.people).collect();
    assert_eq!(people, [102], "and no erasure of nobody is kept");
    let own = world.read(|desk| records::organisation::accounts(desk, Nothing {}));
    assert!(
        own.expect("accounts")
            .rows
            .iter()
            .any(|row| row.name == "Sweep timer"),
        "People lists it"
    );
    for change in [Role::HrAdministrator, Role::Member] {
        let (rule, _) = refused(world.write(|desk| {
            let request = ChangeRole {
                account: timer,
                role: change,
                until: None,
            };
            records::people::change_role(desk, request)
        }));
        assert_eq!(rule, "A1", "it becomes nobody's");
    }
    let (rule, _) = refused(world.write(|desk| {
        let passphrase = Passphrase::new("copper lantern tidal orchard".to_owned().into());
        records::keys::reset_passphrase(
            desk,
            ResetPassphrase {
                account: timer,
                passphrase,
            },
        )
    }));
    assert_eq!(rule, "A1", "and gets no passphrase");
    world.does(|desk| records::timer::remove(desk, "sweep timer"));
    assert_eq!(
        world.read(records::timer::list).expect("the timers"),
        [],
        "until HR takes it away"
    );
}

#[test]
fn nobodys_role_is_a_timers() {
    let mut world = World::new();
    let request = AddAccount {
        name: line("Tim"),
        role: Role::SweepTimer,
        until: None,
        inducted_on: None,
        passphrase: Passphrase::new(SECOND.to_owned().into()),
    };
    match world.write(|desk| records::organisation::add_account(desk, request)) {
        Err(Error::Invalid(problems)) => assert_eq!(problems[0].field, "role"),
        other => panic!("a person gets a person's role: {other:?}"),
    }
}
