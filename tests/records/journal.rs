//! Reading the journal: in sentences, by filter, a page at a time, without a word about a person.

use domain::consent::PermissionPurpose;
use records::candidate::OpenCandidate;
use records::journal::{
    AboutKind, JournalAbout, JournalCheck, JournalKind, JournalPage, ReadJournal,
};
use records::view::Nothing;

use crate::world::{NEARLY, World, day, permission};

fn page(world: &mut World, request: ReadJournal) -> JournalPage {
    world
        .read(|desk| records::journal::read(desk, request))
        .expect("HR reads the journal")
}

fn sentences(page: &JournalPage) -> Vec<&str> {
    page.rows.iter().map(|row| row.sentence.as_str()).collect()
}

/// Somebody is added, turned down, and gives a permission a day later.
fn eventful() -> World {
    let mut world = World::new();
    let candidate = world.add_person("Zyvlab");
    world.end(candidate, NEARLY, "2026-11-20");
    world.today = day("2026-11-24");
    let details = permission(PermissionPurpose::ReserveList, "2026-11-24");
    world.does(|desk| {
        records::permission::record(
            desk,
            records::permission::RecordPermission { candidate, details },
        )
    });
    world
}

#[test]
fn it_says_who_did_what_newest_first() {
    let mut world = eventful();
    let page = page(&mut world, ReadJournal::default());
    assert_eq!(
        sentences(&page),
        [
            "Recorded a permission for the reserve list",
            "Ended 1 application: rejected",
            "Added a candidate",
            "Added a vacancy",
            "Signed in",
            "Made the store and its first account",
        ]
    );
    assert!(
        page.rows
            .iter()
            .take(4)
            .all(|row| row.by.as_deref() == Some("Alex of HR")),
        "by name: {:?}",
        page.rows
    );
    assert!(
        matches!(&page.rows[3].about, Some(JournalAbout::Vacancy { title: Some(title), .. }) if title == "Press Officer"),
        "the vacancy by its title"
    );
    assert!(
        matches!(
            page.rows[0].about,
            Some(JournalAbout::Candidate { opens: true, .. })
        ),
        "the candidate can be opened"
    );
    assert_eq!(page.more, None, "that is all");
    let said = serde_json::to_string(&page).expect("JSON");
    assert!(
        !said.contains("Zyvlab"),
        "no word of a candidate is in it: {said}"
    );
}

#[test]
fn it_can_be_narrowed_by_day_kind_record_and_person() {
    let mut world = eventful();
    let all = page(&mut world, ReadJournal::default());
    let hr = all.people[0].account;
    let other = domain::id::AccountId::new(crate::world::noon(day("2026-11-23")));
    let cases = [
        (
            ReadJournal {
                from: Some(day("2026-11-24")),
                ..ReadJournal::default()
            },
            1,
        ),
        (
            ReadJournal {
                until: Some(day("2026-11-23")),
                ..ReadJournal::default()
            },
            5,
        ),
        (
            ReadJournal {
                kind: Some(JournalKind::Candidate),
                ..ReadJournal::default()
            },
            1,
        ),
        (
            ReadJournal {
                about: Some(AboutKind::Vacancy),
                ..ReadJournal::default()
            },
            1,
        ),
        (
            ReadJournal {
                by: Some(hr),
                ..ReadJournal::default()
            },
            6,
        ),
        (
            ReadJournal {
                by: Some(other),
                ..ReadJournal::default()
            },
            0,
        ),
        (
            ReadJournal {
                from: Some(day("2026-11-24")),
                kind: Some(JournalKind::Vacancy),
                ..ReadJournal::default()
            },
            0,
        ),
    ];
    for (request, expected) in cases {
        let found = page(&mut world, request.clone());
        assert_eq!(found.rows.len(), expected, "{request:?}");
    }
}

#[test]
fn pages_follow_one_another_without_a_gap_or_a_repeat() {
    let mut world = World::new();
    for number in 0..230 {
        world.add_person(&format!("P{number}"));
    }
    let mut places = Vec::new();
    let mut before = None;
    loop {
        let found = page(
            &mut world,
            ReadJournal {
                before,
                ..ReadJournal::default()
            },
        );
        places.extend(found.rows.iter().map(|row| row.place));
        before = found.more;
        if before.is_none() {
            break;
        }
    }
    let expected: Vec<i64> = (1..=233).rev().collect();
    assert_eq!(places, expected);
}

#[test]
fn an_erased_candidate_stays_in_it_as_a_candidate_that_cannot_be_opened() {
    let mut world = World::new();
    let candidate = world.add_person("Gone");
    world.undo().expect("adding is taken back");
    assert!(
        world
            .read(|desk| records::candidate::open(desk, OpenCandidate { candidate }))
            .is_err()
    );
    let found = page(&mut world, ReadJournal::default());
    assert!(
        found.rows.iter().any(|row| matches!(
            row.about,
            Some(JournalAbout::Candidate { candidate: about, opens: false }) if about == candidate
        )),
        "{found:?}"
    );
}

#[test]
fn its_chain_is_checked() {
    let mut world = eventful();
    let check = world
        .read(|desk| records::journal::check(desk, Nothing {}))
        .expect("HR checks the journal");
    assert_eq!(
        check,
        JournalCheck {
            entries: 6,
            broken_at: None
        }
    );
}
