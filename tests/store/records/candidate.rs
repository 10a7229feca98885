//! Candidates: kept as they were put in, listed, found, imported and taken back.

use domain::access::{ListCandidates, ReadCandidate};
use domain::application::Stage;
use store::{
    CandidateFilter, CandidateSort, Direction, Entry, ImportCounts, NewApplication,
    RetentionFilter, SortBy, StoreError,
};

use super::rejected;
use crate::support::{Home, at, day, person};

#[test]
fn a_candidate_is_read_back_as_they_were_put_in_and_again_after_reopening() {
    let mut home = Home::new();
    let details = person("Zoë", "O'Neil", "zoe@example.org", "+44 7700 900123");
    let id = home.candidate(&details);
    let permit = home.on::<ReadCandidate>(id);
    let record = home
        .store
        .read(|records| records.candidate(&permit))
        .unwrap();
    assert_eq!(
        record.details(),
        Some(details.clone()),
        "every field survives the way in and out"
    );
    let Home { store, folder, .. } = home;
    store.close().unwrap();
    let mut again = crate::support::unlock(folder.path()).unwrap();
    assert_eq!(
        again.head,
        store::HeadCheck::Agrees,
        "the journal is where it was left"
    );
    let record = again
        .store
        .read(|records| records.candidate(&permit))
        .unwrap();
    assert_eq!(
        record.details(),
        Some(details),
        "and the way to the disk and back"
    );
}

#[test]
fn a_change_that_saw_an_older_revision_is_refused() {
    let mut home = Home::new();
    let id = home.candidate(&person("Ann", "Archer", "ann@example.org", "07700 900100"));
    let permit = home.editing(id);
    let renamed = person("Ann", "Baker", "ann@example.org", "07700 900100");
    let change = |home: &mut Home, expected| {
        home.store.write(&permit, at("2026-01-06"), |tx| {
            Ok::<_, StoreError>((
                tx.update_candidate(&permit, &renamed, expected)?,
                Entry::new("edit-candidate"),
            ))
        })
    };
    assert_eq!(change(&mut home, 1).unwrap(), 2, "the revision goes up");
    assert!(
        matches!(change(&mut home, 1), Err(StoreError::Stale { revision: 2 })),
        "the second saw revision 1"
    );
    let listing = home.everyone::<ListCandidates>();
    let find = |home: &mut Home, text: &str| {
        let filter = CandidateFilter {
            text: text.to_owned(),
            ..CandidateFilter::default()
        };
        home.store
            .read(|records| records.candidate_list(&listing, &filter, CandidateSort::default()))
            .unwrap()
            .len()
    };
    assert_eq!(
        (find(&mut home, "baker"), find(&mut home, "archer")),
        (1, 0),
        "the search knows the new name only"
    );
}

#[test]
fn an_import_is_taken_back_whole_but_for_what_was_built_on() {
    let mut home = Home::new();
    let vacancy = home.vacancy("Press Officer");
    let before = home.candidate(&person("Old", "Friend", "old@example.org", "07700 900000"));
    let permit = home.importing();
    let new = NewApplication {
        applied_on: day("2026-01-05"),
        stage: Stage::Applied,
        outcome: None,
    };
    let (import, people) = home
        .store
        .write(&permit, at("2026-01-10"), |tx| {
            let import = tx.begin_import(&permit, "opencats")?;
            let mut people = Vec::new();
            for number in 0..10 {
                let details = person(
                    "New",
                    "Person",
                    &format!("n{number}@example.org"),
                    "07700 900001",
                );
                let candidate = tx.import_candidate(&permit, import, &details)?;
                tx.import_application(&permit, import, candidate, vacancy, &new)?;
                people.push(candidate);
            }
            tx.import_application(&permit, import, before, vacancy, &new)?;
            tx.finish_import(
                &permit,
                import,
                ImportCounts {
                    rows: 11,
                    people: 10,
                    applications: 11,
                    ..ImportCounts::default()
                },
            )?;
            Ok::<_, StoreError>(((import.id(), people), Entry::new("import")))
        })
        .unwrap();
    let editing = home.editing(people[3]);
    home.store
        .write(&editing, at("2026-01-11"), |tx| {
            let changed = person("Changed", "Person", "n3@example.org", "07700 900001");
            Ok::<_, StoreError>((
                tx.update_candidate(&editing, &changed, 1)?,
                Entry::new("edit-candidate"),
            ))
        })
        .unwrap();
    let undone = home
        .store
        .write(&permit, at("2026-01-12"), |tx| {
            Ok::<_, StoreError>((tx.undo_import(&permit, import)?, Entry::new("undo-import")))
        })
        .unwrap();
    assert_eq!(
        (undone.people, undone.people_kept),
        (9, 1),
        "the one that was edited stays"
    );
    assert_eq!(
        (undone.applications, undone.applications_kept),
        (10, 1),
        "with its application"
    );
    let listing = home.everyone::<ListCandidates>();
    let all = home
        .store
        .read(|records| {
            records.candidate_list(
                &listing,
                &CandidateFilter::default(),
                CandidateSort::default(),
            )
        })
        .unwrap();
    assert_eq!(all.len(), 2, "who was there before is there still");
    let reading = home.hr_reads(before);
    let left = home
        .store
        .read(|records| records.applications(&reading))
        .unwrap();
    assert_eq!(left.len(), 0, "what the import gave them is gone");
}

#[test]
fn lists_sort_and_page_at_any_place() {
    let mut home = Home::new();
    let vacancy = home.vacancy("Press Officer");
    for (given, family, outcome) in [
        ("Zoë", "Abbott", None),
        ("Ann", "Zeal", Some("2026-01-10")),
        ("Bo", "Mills", Some("2026-01-08")),
    ] {
        let candidate = home.candidate(&person(
            given,
            family,
            &format!("{given}@example.org").replace('ë', "e"),
            "07700 900001",
        ));
        home.application(candidate, vacancy, outcome.map(rejected));
    }
    let listing = home.everyone::<ListCandidates>();
    let mut names = |by, direction, range: std::ops::Range<usize>, filter: CandidateFilter| {
        let (list, page) = home
            .store
            .read(|records| {
                let list =
                    records.candidate_list(&listing, &filter, CandidateSort { by, direction })?;
                let page = records.candidate_page(&listing, &list, range, day("2026-06-01"))?;
                Ok::<_, StoreError>((list, page))
            })
            .unwrap();
        (
            list.len(),
            page.into_iter()
                .map(|row| row.called.name().unwrap().family.as_str().to_owned())
                .collect::<Vec<_>>(),
        )
    };
    let all = CandidateFilter::default;
    assert_eq!(
        names(SortBy::Name, Direction::Ascending, 0..9, all()).1,
        ["Abbott", "Mills", "Zeal"]
    );
    assert_eq!(
        names(SortBy::Name, Direction::Descending, 1..2, all()),
        (3, vec!["Mills".to_owned()])
    );
    assert_eq!(
        names(SortBy::EraseOn, Direction::Ascending, 0..9, all()).1,
        ["Mills", "Zeal", "Abbott"]
    );
    assert_eq!(
        names(SortBy::EraseOn, Direction::Descending, 0..9, all()).1,
        ["Zeal", "Mills", "Abbott"]
    );
    let due = CandidateFilter {
        retention: RetentionFilter::Due(day("2026-07-09")),
        ..all()
    };
    assert_eq!(
        names(SortBy::Name, Direction::Ascending, 0..9, due).1,
        ["Mills"],
        "due on 8 July"
    );
    let typed = CandidateFilter {
        text: "zo".to_owned(),
        ..all()
    };
    assert_eq!(
        names(SortBy::Name, Direction::Ascending, 0..9, typed).1,
        ["Abbott"],
        "accents are folded"
    );
    let phone = CandidateFilter {
        text: "07700900001".to_owned(),
        ..all()
    };
    assert_eq!(
        names(SortBy::Name, Direction::Ascending, 0..9, phone).0,
        3,
        "numbers are found without spaces"
    );
}

#[test]
fn duplicates_are_found_by_address_and_number_however_written() {
    let mut home = Home::new();
    let id = home.candidate(&person(
        "Ann",
        "Archer",
        "Ann.Archer@Example.org",
        "+44 (0)7700 900100",
    ));
    let permit = home.everyone::<ListCandidates>();
    let other = person("A", "Archer", "ann.archer@example.ORG", "07700 900 100");
    let found = home
        .store
        .read(|records| {
            records.duplicates(
                &permit,
                &[other.contact.emails[0].key()],
                &[other.contact.phones[0].key()],
            )
        })
        .unwrap();
    assert_eq!(
        found
            .iter()
            .map(|found| found.candidate)
            .collect::<Vec<_>>(),
        [id],
        "once, by its first match"
    );
}
