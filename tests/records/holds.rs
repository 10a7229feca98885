//! Legal holds: what is held is not erased, whoever asks and in whatever order, until a second person releases it.

use chrono::NaiveDate;
use domain::access::{Role, Shown};
use domain::hold::{HoldDetails, HoldReason};
use domain::id::{CandidateId, HoldId};
use domain::sealed::{Adjustment, SealedContent};
use domain::text::Prose;
use proptest::prelude::*;
use records::candidate::{AddApplication, NewApplication};
use records::hold::{HoldView, HoldsView, PlaceHold, ReleaseHold, ReviewHold};
use records::import::{ImportChoices, RunImport, UndoImport};
use records::organisation::{AddAccount, Passphrase};
use records::retention::{Erase, ErasureReceipt, PreviewErasure};
use records::sealed::{AddSealed, ListSealed, OneSealed};
use records::today::TodayWhat;
use records::view::Nothing;
use records::{Error, Session};

use store::Entry;

use crate::world::{NEARLY, World, day, line, noon, refused};

const SWEPT_ON: &str = "2026-11-23";

/// A world with a second person in HR, who does not act yet.
fn world_of_two() -> (World, Session) {
    let mut world = World::new();
    let second = add_account(&mut world, "Sam of HR", Role::HrAdministrator);
    (world, second)
}

fn add_account(world: &mut World, name: &str, role: Role) -> Session {
    let request = AddAccount {
        name: line(name),
        role,
        until: None,
        inducted_on: Some(day("2026-11-02")),
        passphrase: Passphrase::new("the first passphrase told".to_owned().into()),
    };
    world.does(|desk| records::organisation::add_account(desk, request));
    let account = world
        .read(|desk| records::organisation::accounts(desk, Nothing {}))
        .expect("the accounts")
        .rows
        .into_iter()
        .find(|row| row.name == name)
        .expect("the account")
        .account;
    Session::new(account)
}

/// The other of two people takes the keyboard.
fn swap(world: &mut World, other: &mut Session) {
    std::mem::swap(&mut world.session, other);
}

/// Somebody whose six months ended on 1 November.
fn due(world: &mut World, name: &str) -> CandidateId {
    let candidate = world.add_person(name);
    world.end(candidate, NEARLY, "2026-05-01");
    candidate
}

fn details(review_by: &str) -> HoldDetails {
    HoldDetails {
        reason: HoldReason::Claim,
        reference: Some(line("Case 6000123/2026")),
        review_by: day(review_by),
    }
}

fn place(world: &mut World, candidate: CandidateId) -> HoldId {
    let details = details("2027-02-23");
    world.does(|desk| {
        records::hold::place(
            desk,
            PlaceHold {
                candidate,
                details,
                application: None,
            },
        )
    });
    holds(world, candidate).holds[0].hold
}

fn release(world: &mut World, candidate: CandidateId, hold: HoldId) -> Result<(), Error> {
    world
        .write(|desk| records::hold::release(desk, ReleaseHold { candidate, hold }))
        .map(|_done| ())
}

fn holds(world: &mut World, candidate: CandidateId) -> HoldsView {
    match world.open(candidate).holds {
        Shown::Shown { value } => value,
        Shown::Withheld { rule, .. } => panic!("HR sees holds, not {rule}"),
    }
}

/// Somebody signs in on a later day: a clock that nobody saw for more than 35 days erases nobody.
fn sign_in_on(world: &mut World, today: NaiveDate) {
    world.today = today;
    let account = world.session.account();
    world
        .store
        .note(Some(account), noon(today), Entry::new("sign-in"))
        .expect("an entry");
}

fn sweep(world: &mut World, as_of: Option<&str>) -> ErasureReceipt {
    world.does(|desk| records::retention::sweep(desk, as_of.map(day), None))
}

#[test]
fn a_held_record_is_past_its_date_named_with_the_reason_and_not_erased() {
    let (mut world, _second) = world_of_two();
    let (held, free) = (due(&mut world, "Held"), due(&mut world, "Free"));
    let before = world.strip(held);
    place(&mut world, held);
    let strip = world.strip(held);
    assert_eq!(
        (strip.erase_on, strip.due, strip.blocked_by.len()),
        (before.erase_on, false, 1),
        "the date stays, and it is not due"
    );
    assert_eq!(
        strip.summary,
        "Kept by a legal hold since 23 November 2026 (RET-06); the date stays 1 November 2026."
    );
    let overview = world
        .read(|desk| records::retention::overview(desk, Nothing {}))
        .expect("the calendar");
    assert_eq!(
        (overview.due, overview.blocked),
        (1, 1),
        "one goes, one is kept"
    );
    assert_eq!(
        overview
            .kept
            .iter()
            .map(|person| (person.candidate, person.because.rule.as_str()))
            .collect::<Vec<_>>(),
        [(held, "RET-06")],
        "and is named with what keeps them"
    );
    let preview = world
        .read(|desk| records::retention::preview(desk, PreviewErasure { candidates: None }))
        .expect("a preview");
    assert_eq!(
        (preview.goes[0].candidate, preview.total),
        (free, 1),
        "only the other goes"
    );
    assert_eq!(
        (preview.stays[0].candidate, preview.stays_total),
        (held, 1),
        "who is held stays"
    );
    assert!(
        preview.stays[0]
            .because
            .sentence
            .starts_with("A legal hold has stood since 23 November 2026"),
        "with the reason: {:?}",
        preview.stays[0].because
    );
    let listed = world
        .read(|desk| records::retention::due(desk, None))
        .expect("a list");
    assert_eq!(
        (
            listed.goes.len(),
            listed.kept.len(),
            listed.kept[0].candidate
        ),
        (1, 1, held),
        "the command line says the same"
    );
    assert_eq!(sweep(&mut world, None).people, 1);
    assert_eq!(world.everyone(), [held], "a sweep leaves who is held");
}

#[test]
fn a_hold_placed_after_a_preview_is_honoured_by_the_erasure() {
    let (mut world, _second) = world_of_two();
    let (held, free) = (due(&mut world, "Held"), due(&mut world, "Free"));
    let preview = world
        .read(|desk| records::retention::preview(desk, PreviewErasure { candidates: None }))
        .expect("a preview");
    place(&mut world, held);
    let receipt = world.does(|desk| {
        records::retention::erase(
            desk,
            Erase {
                preview: preview.preview,
                typed: preview.confirm.clone(),
                do_not_approach: false,
                second: None,
                job: 1,
            },
        )
    });
    assert_eq!((receipt.people, receipt.left), (1, 1), "one was left");
    assert_eq!(world.everyone(), [held], "{free:?} went");
}

#[test]
fn released_by_somebody_else_the_record_goes_at_the_next_sweep() {
    let (mut world, mut second) = world_of_two();
    let candidate = due(&mut world, "Ann");
    let hold = place(&mut world, candidate);
    world.today = day("2026-12-01");
    swap(&mut world, &mut second);
    release(&mut world, candidate, hold).expect("a second person may");
    let strip = world.strip(candidate);
    assert!(
        strip.due && strip.blocked_by.is_empty(),
        "due at once: {strip:?}"
    );
    let view = holds(&mut world, candidate).holds.remove(0);
    assert_eq!(
        (
            view.released_on,
            view.released_by.as_deref(),
            view.placed_by.as_str()
        ),
        (Some(day("2026-12-01")), Some("Sam of HR"), "Alex of HR"),
        "the record says who did what"
    );
    assert_eq!(
        refused(release(&mut world, candidate, hold)).0,
        "RET-06",
        "released once"
    );
    let receipt = sweep(&mut world, None);
    assert_eq!(
        (receipt.people, receipt.found, receipt.verified),
        (1, 0, true),
        "gone, with the hold: {receipt:?}"
    );
    assert!(world.everyone().is_empty(), "nobody is left");
}

#[test]
fn nobody_releases_their_own_hold_and_is_told_whom_to_ask() {
    let (mut world, mut second) = world_of_two();
    let candidate = due(&mut world, "Ann");
    let hold = place(&mut world, candidate);
    let HoldView { not_released, .. } = holds(&mut world, candidate).holds.remove(0);
    let told = not_released.expect("a reason");
    let (rule, sentence) = refused(release(&mut world, candidate, hold));
    assert_eq!((rule, told.rule.as_str()), ("ACC-10", "ACC-10"));
    assert_eq!(
        sentence, told.sentence,
        "the page says what the command does"
    );
    assert!(
        sentence.contains("another HR administrator or the data protection officer"),
        "{sentence}"
    );
    assert_eq!(sweep(&mut world, None).people, 0, "it stands");
    swap(&mut world, &mut second);
    assert_eq!(
        holds(&mut world, candidate).holds[0].not_released,
        None,
        "the other may"
    );
}

#[test]
fn the_data_protection_officer_places_and_releases_too() {
    let (mut world, _second) = world_of_two();
    let candidate = due(&mut world, "Ann");
    let mut officer = add_account(&mut world, "Dee of data", Role::DataProtectionOfficer);
    let of_hr = place(&mut world, candidate);
    swap(&mut world, &mut officer);
    release(&mut world, candidate, of_hr).expect("released");
    let own = place(&mut world, candidate);
    assert_eq!(refused(release(&mut world, candidate, own)).0, "ACC-10");
    swap(&mut world, &mut officer);
    release(&mut world, candidate, own).expect("released by HR");
}

#[test]
fn of_two_holds_the_second_still_keeps_the_record() {
    let (mut world, mut second) = world_of_two();
    let candidate = due(&mut world, "Ann");
    let first = place(&mut world, candidate);
    place(&mut world, candidate);
    assert_eq!(world.strip(candidate).blocked_by.len(), 1, "said once");
    swap(&mut world, &mut second);
    release(&mut world, candidate, first).expect("released");
    assert_eq!(sweep(&mut world, None).people, 0, "one still stands");
}

#[test]
fn no_day_that_is_chosen_for_a_sweep_gets_round_a_hold() {
    let (mut world, _second) = world_of_two();
    let candidate = due(&mut world, "Ann");
    place(&mut world, candidate);
    for as_of in ["2026-11-10", SWEPT_ON, "2028-01-01"] {
        assert_eq!(sweep(&mut world, Some(as_of)).people, 0, "as of {as_of}");
    }
    assert_eq!(world.everyone(), [candidate]);
}

#[test]
fn neither_undo_nor_an_import_taken_back_takes_out_what_is_held() {
    let (mut world, _second) = world_of_two();
    let added = world.add_person("Added");
    place(&mut world, added);
    assert!(world.undo().is_err(), "the person stays");
    let other = world.add_vacancy("Policy Officer");
    world.does(|desk| {
        let application = NewApplication {
            vacancy: other,
            applied_on: day("2026-11-02"),
        };
        records::application::add(
            desk,
            AddApplication {
                candidate: added,
                application,
            },
        )
    });
    let (rule, sentence) = refused(world.undo());
    assert_eq!(rule, "RET-06", "and so does an application: {sentence}");
    assert_eq!(world.open(added).applications.len(), 2);

    let list = world.folder.path().join("list.csv");
    let text = "Name,Email,Job,Applied on\nIma Port,ima@example.org,Cook,2026-11-01\n";
    std::fs::write(&list, text).expect("a file");
    let file = world
        .read(|desk| records::import::choose(desk, list))
        .expect("a preview")
        .file;
    let import = world
        .does(|desk| {
            records::import::run(
                desk,
                RunImport {
                    file,
                    choices: ImportChoices::default(),
                    job: 0,
                },
            )
        })
        .import;
    let imported = world.found("ima@example.org")[0];
    place(&mut world, imported);
    let undone = world.does(|desk| records::import::take_back(desk, UndoImport { import }));
    assert_eq!((undone.removed, undone.kept), (0, 1), "who is held stays");
    assert_eq!(
        world.open(imported).applications.len(),
        1,
        "with what they sent"
    );
}

#[test]
fn a_sealed_record_of_somebody_held_is_not_erased() {
    let (mut world, _second) = world_of_two();
    let candidate = world.add_person("Ann");
    let content = SealedContent::Adjustments {
        adjustments: [Adjustment::ExtraTime].into(),
        details: Prose::default(),
    };
    world.does(|desk| records::sealed::add(desk, AddSealed { candidate, content }));
    let record = world
        .read(|desk| records::sealed::list(desk, ListSealed { candidate }))
        .expect("the list")
        .compartments
        .into_iter()
        .flat_map(|compartment| compartment.records)
        .next()
        .expect("the record")
        .record;
    place(&mut world, candidate);
    let erased = world.write(|desk| records::sealed::erase(desk, OneSealed { candidate, record }));
    assert_eq!(refused(erased).0, "RET-06");
}

#[test]
fn a_review_is_due_within_six_months_shouts_when_overdue_and_releases_nothing() {
    let (mut world, _second) = world_of_two();
    let candidate = due(&mut world, "Ann");
    for wrong in [SWEPT_ON, "2027-05-24"] {
        let details = details(wrong);
        match world.write(|desk| {
            records::hold::place(
                desk,
                PlaceHold {
                    candidate,
                    details,
                    application: None,
                },
            )
        }) {
            Err(Error::Invalid(problems)) => assert_eq!(problems[0].field, "details.reviewBy"),
            other => panic!("no review by {wrong}: {other:?}"),
        }
    }
    let hold = place(&mut world, candidate);
    assert_eq!(
        holds(&mut world, candidate).review_by,
        day("2027-02-23"),
        "three months"
    );
    assert!(reviews(&mut world).is_empty(), "it is far off");
    sign_in_on(&mut world, day("2026-12-21"));
    sign_in_on(&mut world, day("2027-01-24"));
    assert_eq!(reviews(&mut world), [30], "thirty days before");
    sign_in_on(&mut world, day("2027-02-21"));
    sign_in_on(&mut world, day("2027-03-01"));
    assert_eq!(reviews(&mut world), [-6], "and when it is late");
    assert_eq!(
        sweep(&mut world, None).people,
        0,
        "an overdue review releases nothing"
    );
    let review_by = day("2027-06-01");
    world.does(|desk| {
        records::hold::review(
            desk,
            ReviewHold {
                candidate,
                hold,
                review_by,
            },
        )
    });
    assert!(reviews(&mut world).is_empty(), "looked at again");
}

fn reviews(world: &mut World) -> Vec<i32> {
    world
        .read(|desk| records::today::overview(desk, Nothing {}))
        .expect("today")
        .tasks
        .into_iter()
        .filter(|task| matches!(task.what, TodayWhat::HoldReview { .. }))
        .map(|task| task.days_left)
        .collect()
}

#[test]
fn the_journal_says_what_was_done_and_nothing_of_the_papers() {
    let (mut world, mut second) = world_of_two();
    let candidate = due(&mut world, "Ann");
    let hold = place(&mut world, candidate);
    swap(&mut world, &mut second);
    release(&mut world, candidate, hold).expect("released");
    let page = world
        .read(|desk| records::journal::read(desk, records::journal::ReadJournal::default()))
        .expect("the journal");
    let told = format!("{page:?}");
    assert!(
        told.contains("Placed a legal hold: a claim was made"),
        "{told}"
    );
    assert!(
        told.contains("Released a legal hold that somebody else had placed"),
        "{told}"
    );
    assert!(!told.contains("6000123"), "{told}");
}

/// Something that happens to a record that is held, or to its hold.
#[derive(Clone, Debug)]
enum Happens {
    End,
    Place,
    OtherReleases,
    OwnRelease,
    Undo,
    Sweep,
    Sleep(u8),
}

fn happens() -> impl Strategy<Value = Happens> {
    prop_oneof![
        Just(Happens::End),
        Just(Happens::Place),
        Just(Happens::OtherReleases),
        Just(Happens::OwnRelease),
        Just(Happens::Undo),
        Just(Happens::Sweep),
        (1_u8..28).prop_map(Happens::Sleep),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 10, ..ProptestConfig::default() })]
    #[test]
    fn whatever_the_order_of_events_nobody_goes_while_a_hold_stands(
        events in prop::collection::vec(happens(), 1..14),
    ) {
        let (mut world, mut second) = world_of_two();
        let (world, second) = (&mut world, &mut second);
        let candidate = world.add_person("Ann");
        let mut standing: Vec<HoldId> = Vec::new();
        for event in events {
            if !world.everyone().contains(&candidate) {
                break;
            }
            match event {
                Happens::End => {
                    if world.open(candidate).applications[0].outcome.is_none() {
                        world.end(candidate, NEARLY, "2026-05-01");
                    }
                }
                Happens::Place => {
                    let review_by = world.today + chrono::Days::new(30);
                    let details = HoldDetails { review_by, ..details(SWEPT_ON) };
                    world.does(|desk| records::hold::place(desk, PlaceHold { candidate, details, application: None }));
                    standing.push(holds(world, candidate).holds[0].hold);
                }
                Happens::OtherReleases => {
                    if let Some(hold) = standing.pop() {
                        swap(world, second);
                        let released = release(world, candidate, hold);
                        swap(world, second);
                        released.expect("released");
                    }
                }
                Happens::OwnRelease => {
                    if let Some(hold) = standing.last() {
                        let own = release(world, candidate, *hold);
                        prop_assert!(own.is_err());
                    }
                }
                Happens::Undo => {
                    let _taken_back_or_not = world.undo();
                }
                Happens::Sweep => {
                    sweep(world, None);
                }
                Happens::Sleep(days) => sign_in_on(world, world.today + chrono::Days::new(days.into())),
            }
            let is_here = world.everyone().contains(&candidate);
            prop_assert!(is_here || standing.is_empty(), "held, and gone");
            if is_here && !standing.is_empty() {
                prop_assert!(!world.strip(candidate).due, "held, and due");
            }
        }
    }
}
