//! Preview, typed confirmation, erasure, and that nothing is left anywhere a person could come upon it.

use domain::consent::PermissionPurpose;
use domain::id::CandidateId;
use records::Error;
use records::candidate::{FindDuplicates, OpenCandidate};
use records::permission::RecordPermission;
use records::retention::{Erase, ErasurePreview, ErasureReceipt, PreviewErasure, SecondWord};
use records::view::Nothing;

use crate::world::{NEARLY, World, day, details, permission};

#[test]
fn nothing_goes_until_the_words_are_typed_as_shown() {
    let mut world = World::new();
    let people = due(&mut world, &["Ann", "Ben"]);
    let seen = preview(&mut world, None);
    assert_eq!(
        (seen.total, seen.confirm.as_str()),
        (2, "ERASE 2"),
        "two go"
    );
    for typed in ["", "ERASE", "erase 2", "ERASE 20", "yes"] {
        match erase(&mut world, seen.preview, typed) {
            Err(Error::Invalid(problems)) => assert_eq!(
                (problems[0].field, problems[0].sentence.as_str()),
                ("typed", "Type ERASE 2 to erase."),
                "{typed:?}"
            ),
            other => panic!("{typed:?} erases nobody: {other:?}"),
        }
    }
    assert_eq!(world.everyone().len(), 2, "both are here");
    let receipt = erase(&mut world, seen.preview, " ERASE 2 ").expect("erased");
    assert_eq!(
        (
            receipt.people,
            receipt.left,
            receipt.found,
            receipt.verified
        ),
        (2, 0, 0, true),
        "gone, and nothing found: {receipt:?}"
    );
    assert_eq!(
        receipt
            .rules
            .iter()
            .map(|rule| (rule.rule.as_str(), rule.people))
            .collect::<Vec<_>>(),
        [("RET-02", 2)],
        "under the rule"
    );
    assert!(
        receipt.pages > 10 && receipt.searched >= 10,
        "what was looked at: {receipt:?}"
    );
    assert!(world.everyone().is_empty(), "{people:?} are in no list");
}

#[test]
fn an_erased_person_is_in_no_list_search_duplicate_or_undo() {
    let mut world = World::new();
    let gone = due(&mut world, &["Gone"])[0];
    let stays = world.add_person("Stays");
    let revision = world.open(gone).revision;
    world.does(|desk| {
        let edit = records::candidate::EditCandidate {
            candidate: gone,
            revision,
            details: details("Gone"),
        };
        records::candidate::edit(desk, edit)
    });
    let journal = world
        .read(|desk| records::retention::overview(desk, Nothing {}))
        .expect("the calendar");
    assert_eq!(
        (journal.due, journal.no_date),
        (1, 1),
        "one is due and one runs"
    );
    let seen = preview(&mut world, None);
    erase(&mut world, seen.preview, &seen.confirm).expect("erased");
    assert_eq!(world.everyone(), [stays], "not in the list");
    for text in ["familygone", "mailgone", "gone street", "07700 900123"] {
        assert!(!world.found(text).contains(&gone), "not found by {text}");
    }
    let opened =
        world.read(|desk| records::candidate::open(desk, OpenCandidate { candidate: gone }));
    assert!(matches!(opened, Err(Error::NotFound)), "not to be opened");
    let duplicates = world
        .read(|desk| {
            records::candidate::find_duplicates(
                desk,
                FindDuplicates {
                    details: details("Gone"),
                },
            )
        })
        .expect("duplicates");
    assert!(
        duplicates.rows.iter().all(|row| row.candidate != gone),
        "no duplicate: {duplicates:?}"
    );
    let vacancy = world.vacancy;
    let (_, board) = world.vacancy_stands(vacancy);
    assert!(
        board.iter().all(|(_, people)| !people.contains(&gone)),
        "on no board"
    );
    while let Ok(undone) = world.undo() {
        assert_ne!(
            undone.what,
            records::view::UndoneWhat::EditedCandidate,
            "no undo brings a name back"
        );
    }
    assert!(!world.everyone().contains(&gone), "whatever is taken back");
    let after = world
        .read(|desk| records::retention::overview(desk, Nothing {}))
        .expect("the calendar");
    assert_eq!(
        after
            .erasures
            .iter()
            .map(|row| (row.people, row.verified))
            .collect::<Vec<_>>(),
        [(1, true)],
        "the erasure itself is on record"
    );
}

#[test]
fn someone_who_is_no_longer_due_since_the_preview_is_left() {
    let mut world = World::new();
    let people = due(&mut world, &["Ann", "Ben"]);
    let seen = preview(&mut world, None);
    // The outcome was recorded by mistake, and is taken back while the preview stands on the screen.
    world.undo().expect("the last outcome");
    let receipt = erase(&mut world, seen.preview, &seen.confirm).expect("erased");
    assert_eq!(
        (receipt.people, receipt.left),
        (1, 1),
        "one went and one was left"
    );
    assert_eq!(
        world.everyone(),
        [people[1]],
        "whose application runs again"
    );
}

#[test]
fn a_preview_that_is_not_the_latest_erases_nobody() {
    let mut world = World::new();
    due(&mut world, &["Ann"]);
    let first = preview(&mut world, None);
    let second = preview(&mut world, None);
    assert!(
        matches!(
            erase(&mut world, first.preview, &first.confirm),
            Err(Error::Stale)
        ),
        "the older one"
    );
    erase(&mut world, second.preview, &second.confirm).expect("the latest one");
    assert!(
        matches!(
            erase(&mut world, second.preview, &second.confirm),
            Err(Error::Stale)
        ),
        "and that one once"
    );
}

#[test]
fn those_asked_for_who_stay_are_listed_with_the_reason() {
    let mut world = World::new();
    let due = due(&mut world, &["Due"])[0];
    let running = world.add_person("Running");
    let kept = world.add_person("Kept");
    world.end(kept, NEARLY, "2026-05-01");
    let later = permission(PermissionPurpose::KeepLonger, "2026-05-05");
    world.does(|desk| {
        records::permission::record(
            desk,
            RecordPermission {
                candidate: kept,
                details: later,
            },
        )
    });
    let seen = preview(&mut world, Some(vec![due, running, kept]));
    assert_eq!(
        seen.goes
            .iter()
            .map(|each| each.candidate)
            .collect::<Vec<_>>(),
        [due],
        "one goes"
    );
    let mut stays: Vec<(CandidateId, &str)> = seen
        .stays
        .iter()
        .map(|each| (each.candidate, each.because.rule.as_str()))
        .collect();
    stays.sort();
    let mut wanted = vec![(running, "RET-01"), (kept, "RET-03")];
    wanted.sort();
    assert_eq!(stays, wanted, "the others stay, each under its rule");
    assert_eq!(
        (
            seen.parts_total,
            seen.parts[0].candidate,
            seen.confirm.as_str()
        ),
        (1, kept, "ERASE 2"),
        "and of the one who is kept goes what no permission keeps"
    );
    erase(&mut world, seen.preview, &seen.confirm).expect("erased");
    assert_eq!(world.everyone().len(), 2, "they are here");
}

#[test]
fn the_day_before_nobody_is_due_and_on_the_day_they_are() {
    let mut world = World::new();
    let candidate = world.add_person("Ann");
    world.end(candidate, NEARLY, "2026-11-20");
    world.today = day("2027-05-19");
    assert_eq!(preview(&mut world, None).total, 0, "six months less a day");
    assert!(!world.strip(candidate).due, "the strip agrees");
    world.today = day("2027-05-20");
    assert_eq!(preview(&mut world, None).total, 1, "six months");
    assert_eq!(
        world.strip(candidate).summary,
        "Due for erasure since 20 May 2027, six months after the outcome.",
        "the strip agrees"
    );
}

/// People turned down on 1 May, who are due since 1 November.
pub(crate) fn due(world: &mut World, names: &[&str]) -> Vec<CandidateId> {
    names
        .iter()
        .map(|name| {
            let candidate = world.add_person(name);
            world.end(candidate, NEARLY, "2026-05-01");
            candidate
        })
        .collect()
}

pub(crate) fn preview(world: &mut World, candidates: Option<Vec<CandidateId>>) -> ErasurePreview {
    world
        .read(|desk| records::retention::preview(desk, PreviewErasure { candidates }))
        .expect("a preview")
}

pub(crate) fn erase(world: &mut World, preview: u32, typed: &str) -> Result<ErasureReceipt, Error> {
    erase_with(world, preview, typed, None)
}

pub(crate) fn erase_with(
    world: &mut World,
    preview: u32,
    typed: &str,
    second: Option<SecondWord>,
) -> Result<ErasureReceipt, Error> {
    let request = Erase {
        preview,
        typed: typed.to_owned(),
        do_not_approach: false,
        second,
        job: 1,
    };
    world.write(|desk| records::retention::erase(desk, request))
}
