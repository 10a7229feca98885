//! People who were erased are found nowhere, and what stays of them is counts.

use std::collections::BTreeSet;

use domain::access::{ListCandidates, ReadCandidate, ReadJournal, RecordPermission, Subject};
use domain::application::{Outcome, OutcomeKind, RejectionReason, Stage};
use domain::consent::{PermissionDetails, PermissionMeans, PermissionPurpose};
use domain::id::CandidateId;
use domain::source::SourceCategory;
use domain::statistics::{Ending, Quarter, StageReached};
use domain::text::Prose;
use store::{
    CandidateFilter, CandidateSort, Entry, ErasureState, GoOn, NewReserveEntry, Statistic,
    StoreError, ToErase,
};

use crate::support::{Home, at, day, line, person, unlock};

fn fill(home: &mut Home, number: usize) -> Vec<CandidateId> {
    let vacancy = home.vacancy("Press Officer");
    let outcome = Outcome {
        how: OutcomeKind::Rejected {
            reason: RejectionReason::MetRequirementsNotSelected,
        },
        on: day("2026-02-01"),
    };
    (0..number)
        .map(|number| {
            let mut details = person(
                &format!("Given{number:04}name"),
                &format!("Family{:04}name", number * 7 % 1000),
                &format!("mail{number}@example.org"),
                &format!("07700 9{number:05}"),
            );
            details.contact.address = vec![line(&format!("{number} Marigold Crescent {number}"))];
            let candidate = home.candidate(&details);
            home.application(candidate, vacancy, Some(outcome));
            candidate
        })
        .collect()
}

fn to_erase(people: &[CandidateId]) -> Vec<ToErase> {
    people
        .iter()
        .map(|candidate| ToErase::person(*candidate, "RET-02"))
        .collect()
}

fn ids(home: &mut Home) -> BTreeSet<CandidateId> {
    let listing = home.everyone::<ListCandidates>();
    home.store
        .read(|records| {
            let list = records.candidate_list(
                &listing,
                &CandidateFilter::default(),
                CandidateSort::default(),
            )?;
            records.candidate_ids(&listing, &list)
        })
        .unwrap()
        .into_iter()
        .collect()
}

#[test]
fn one_person_with_everything_that_can_be_kept_of_them_is_erased_and_verified() {
    let mut home = Home::new();
    let people = fill(&mut home, 30);
    let gone = people[7];
    let reading = home.on::<ReadCandidate>(gone);
    let application = home
        .store
        .read(|records| records.applications(&reading))
        .unwrap()[0]
        .id;
    let permit = home.on::<RecordPermission>(gone);
    let details = PermissionDetails {
        purpose: PermissionPurpose::ReserveList,
        given_on: day("2026-02-10"),
        months: 12,
        means: PermissionMeans::Email,
        evidence: line("her letter about heliotropes"),
    };
    home.store
        .write(&permit, at("2026-02-10"), |tx| {
            let permission =
                tx.insert_permission(&permit, &details, None, "reserve-list-2026-11")?;
            let new = NewReserveEntry {
                application,
                permission,
                role_families: vec![line("Press")],
                merit: Prose::parse("Spoke movingly of rhododendrons").unwrap(),
                offers: domain::reserve::ReserveOffers::default(),
                until: None,
            };
            Ok::<_, StoreError>((
                tx.insert_reserve_entry(&permit, &new)?,
                Entry::new("add-to-reserve-list"),
            ))
        })
        .unwrap();
    let erasing = home.erasing();
    let report = home
        .store
        .erase(&erasing, &to_erase(&[gone]), at("2026-08-02"), |_| {
            GoOn::Yes
        })
        .unwrap();
    assert_eq!(
        (report.state, report.people),
        (ErasureState::Erased, 1),
        "{report:?}"
    );
    let verification = report.verification.unwrap();
    assert!(
        verification.tokens >= 6 && verification.pages > 20,
        "what was looked at: {verification:?}"
    );
    assert!(!ids(&mut home).contains(&gone), "in no list");
    assert!(
        matches!(
            home.store.read(|records| records.candidate(&reading)),
            Err(StoreError::NotFound)
        ),
        "and not to be opened"
    );
    assert!(
        home.store.read(|records| records.is_erased(gone)).unwrap(),
        "the ledger knows the id"
    );
    let journal = home.permit::<ReadJournal>(Subject::Organisation);
    let (statistics, erasures) = home
        .store
        .read(|records| {
            assert_eq!(
                records.statistics(&journal, day("2026-09-30"))?,
                [],
                "not told before the quarter is over"
            );
            Ok::<_, StoreError>((
                records.statistics(&journal, day("2026-10-01"))?,
                records.erasures(&journal)?,
            ))
        })
        .unwrap();
    let alone = Statistic {
        quarter: Quarter::of(day("2026-02-01")),
        source: SourceCategory::Website,
        stage_reached: StageReached::Untold,
        ending: Ending::Untold,
        number: 1,
    };
    assert_eq!(
        statistics,
        [alone],
        "by the quarter of the outcome, and of one alone only the source"
    );
    assert_eq!(erasures[0].rules.get("RET-02"), Some(&1), "by which rule");
    assert!(
        home.store.verify_store(&journal).unwrap().is_sound(),
        "and the store is sound"
    );
}

#[test]
fn many_are_erased_in_batches_and_stopping_between_two_keeps_the_rest() {
    let mut home = Home::new();
    let people = fill(&mut home, 320);
    let erasing = home.erasing();
    let report = home
        .store
        .erase(
            &erasing,
            &to_erase(&people[..250]),
            at("2026-08-02"),
            |_| GoOn::Yes,
        )
        .unwrap();
    assert_eq!(
        (report.state, report.people),
        (ErasureState::Erased, 250),
        "{report:?}"
    );
    assert_eq!(
        ids(&mut home),
        people[250..].iter().copied().collect(),
        "the others are all there"
    );
    let listing = home.everyone::<ListCandidates>();
    let mut found = |text: &str| {
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
        (found("given0010name"), found("given0300name")),
        (0, 1),
        "and so is the search"
    );
    let journal = home.permit::<ReadJournal>(Subject::Organisation);
    let counted = home
        .store
        .read(|records| records.statistics(&journal, day("2026-10-01")))
        .unwrap();
    assert_eq!(
        counted,
        [Statistic {
            quarter: Quarter::of(day("2026-02-01")),
            source: SourceCategory::Website,
            stage_reached: StageReached::Stage(Stage::Applied),
            ending: Ending::Outcome(OutcomeKind::Rejected {
                reason: RejectionReason::MetRequirementsNotSelected,
            }),
            number: 250,
        }],
        "each counted once"
    );
    let again = home
        .store
        .erase(
            &erasing,
            &to_erase(&people[..250]),
            at("2026-08-02"),
            |_| GoOn::Yes,
        )
        .unwrap();
    assert_eq!(again.people, 0, "who is gone is passed over");
}

#[test]
fn an_erasure_that_was_interrupted_is_finished_before_the_store_is_handed_out() {
    let mut home = Home::new();
    let people = fill(&mut home, 40);
    let erasing = home.erasing();
    // A program that ends between two steps, here by a panic that takes the open store down with it.
    let ended = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| {
        home.store
            .erase(&erasing, &to_erase(&people[..10]), at("2026-08-02"), |_| {
                panic!("ended")
            })
    }));
    assert!(ended.is_err(), "it was ended after its rows were deleted");
    let Home { store, folder, .. } = home;
    drop(store);
    let opened = unlock(folder.path()).unwrap();
    assert_eq!(opened.finished.len(), 1, "finished at the next unlock");
    let report = &opened.finished[0];
    assert_eq!(
        (report.state, report.people),
        (ErasureState::Erased, 10),
        "{report:?}"
    );
    assert!(
        report.verification.unwrap().rebuilt,
        "its words were lost, so the database was rebuilt"
    );
}

#[test]
fn a_reader_at_work_keeps_the_log_and_the_erasure_says_so_and_can_be_finished() {
    let mut home = Home::new();
    let people = fill(&mut home, 20);
    let erasing = home.erasing();
    let mut reader = home.store.reader().unwrap();
    let busy = reader.read(|records| {
        let seen = records.journal_head()?;
        let busy = home
            .store
            .erase(&erasing, &to_erase(&people[..2]), at("2026-08-02"), |_| {
                GoOn::Yes
            });
        Ok::<_, StoreError>((seen, busy.map(|report| report.state)))
    });
    assert!(
        matches!(busy.unwrap().1, Err(StoreError::Busy)),
        "not called erased while the log is held"
    );
    let finished = home.store.finish_erasures(at("2026-08-02")).unwrap();
    assert_eq!(
        finished[0].state,
        ErasureState::Erased,
        "finished when the reader is done"
    );
}
