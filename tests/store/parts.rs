//! Parts of the records of people who stay: what goes, what stays, and that each is counted once.

use std::collections::BTreeMap;

use domain::access::{
    ManageHolds, OpenSealed, ReadCandidate, ReadJournal, RecordPermission, SealRecord, Subject,
};
use domain::application::{Outcome, OutcomeKind, RejectionReason};
use domain::consent::{PermissionDetails, PermissionMeans, PermissionPurpose};
use domain::hold::{HoldDetails, HoldReason};
use domain::id::{ApplicationId, CandidateId, PermissionId, SealedRecordId};
use domain::retention::{DataClass, Part};
use domain::sealed::{OpeningPurpose, SealedKind, SealedStatus};
use domain::text::Prose;
use store::{
    Counts, Entry, ErasureReport, ErasureState, GoOn, Goes, NewReserveEntry, NewSealedRecord,
    Statistic, StoreError, ToErase,
};

use crate::support::{Home, at, day, line, person};

fn ended(on: &str) -> Outcome {
    Outcome {
        how: OutcomeKind::Rejected {
            reason: RejectionReason::MetRequirementsNotSelected,
        },
        on: day(on),
    }
}

fn somebody(home: &mut Home, number: u32) -> CandidateId {
    home.candidate(&person(
        &format!("Given{number:04}name"),
        &format!("Family{number:04}name"),
        &format!("mail{number}@example.org"),
        &format!("07700 9{number:05}"),
    ))
}

/// Somebody with an application that ended in January, and one that runs.
fn with_two(home: &mut Home, number: u32) -> (CandidateId, ApplicationId, ApplicationId) {
    let candidate = somebody(home, number);
    let (old, new) = (home.vacancy("Press Officer"), home.vacancy("Cook"));
    let old = home.application(candidate, old, Some(ended("2026-01-10")));
    let new = home.application(candidate, new, None);
    (candidate, old, new)
}

fn part(candidate: CandidateId, part: Part) -> ToErase {
    ToErase {
        candidate,
        goes: Goes::Part(part),
        rule: "RET-02",
        due_since: None,
    }
}

fn erase(home: &mut Home, wanted: &[ToErase], on: &str) -> ErasureReport {
    let erasing = home.erasing();
    home.store
        .erase(&erasing, wanted, at(on), |_| GoOn::Yes)
        .unwrap()
}

fn permit(
    home: &mut Home,
    candidate: CandidateId,
    purpose: PermissionPurpose,
    application: Option<ApplicationId>,
    evidence: &str,
) -> PermissionId {
    let permit = home.on::<RecordPermission>(candidate);
    let details = PermissionDetails {
        purpose,
        given_on: day("2026-02-01"),
        months: 12,
        means: PermissionMeans::Email,
        evidence: line(evidence),
    };
    home.store
        .write(&permit, at("2026-02-01"), |tx| {
            let id = tx.insert_permission(&permit, &details, application, "2026-11")?;
            Ok::<_, StoreError>((id, Entry::new("record-permission")))
        })
        .unwrap()
}

fn put_on_list(
    home: &mut Home,
    candidate: CandidateId,
    application: ApplicationId,
    permission: PermissionId,
    merit: &str,
) {
    let permit = home.on::<RecordPermission>(candidate);
    let new = NewReserveEntry {
        application,
        permission,
        role_families: vec![line("Press")],
        merit: Prose::parse(merit).unwrap(),
        offers: domain::reserve::ReserveOffers::default(),
        until: None,
    };
    home.store
        .write(&permit, at("2026-02-02"), |tx| {
            let id = tx.insert_reserve_entry(&permit, &new)?;
            Ok::<_, StoreError>((id, Entry::new("add-to-reserve")))
        })
        .unwrap();
}

fn seal(home: &mut Home, candidate: CandidateId, kind: SealedKind) -> SealedRecordId {
    let permit = home.on::<SealRecord>(candidate);
    let new = NewSealedRecord {
        kind,
        status: SealedStatus::Checked,
        decided_on: None,
        text: "what only those with the key may read".to_owned().into(),
    };
    home.store
        .add_sealed_record(&permit, &new, at("2026-01-06"))
        .unwrap()
}

fn statistics(home: &mut Home) -> Vec<Statistic> {
    let journal = home.permit::<ReadJournal>(Subject::Organisation);
    home.store
        .read(|records| records.statistics(&journal, day("2099-01-01")))
        .unwrap()
}

fn applications(home: &mut Home, candidate: CandidateId) -> Vec<ApplicationId> {
    let reading = home.on::<ReadCandidate>(candidate);
    home.store
        .read(|records| records.applications(&reading))
        .unwrap()
        .iter()
        .map(|application| application.id)
        .collect()
}

fn sound(home: &mut Home) -> bool {
    let journal = home.permit::<ReadJournal>(Subject::Organisation);
    home.store.verify_store(&journal).unwrap().is_sound()
}

#[test]
fn an_application_goes_with_what_hangs_on_it_alone_and_is_counted_once() {
    let mut home = Home::new();
    let (candidate, old, new) = with_two(&mut home, 1);
    let kept = PermissionPurpose::KeepLonger;
    permit(
        &mut home,
        candidate,
        kept,
        Some(old),
        "her letter about heliotropes",
    );
    permit(
        &mut home,
        candidate,
        kept,
        Some(new),
        "her letter about begonias",
    );
    let list = PermissionPurpose::ReserveList;
    let listed = permit(
        &mut home,
        candidate,
        list,
        Some(old),
        "her letter about asters",
    );
    put_on_list(&mut home, candidate, old, listed, "Spoke of rhododendrons");
    put_on_list(&mut home, candidate, new, listed, "Spoke of hydrangeas");
    let report = erase(
        &mut home,
        &[part(candidate, Part::Application(old))],
        "2026-08-02",
    );
    assert_eq!(
        (report.state, report.people, report.parts()),
        (ErasureState::Erased, 0, 1),
        "{report:?}"
    );
    assert_eq!(
        report.verification.unwrap().tokens,
        4,
        "the words that hung on it: two letters, a merit, a kind of role"
    );
    assert_eq!(
        report.classes["RET-02"][&DataClass::Form],
        Counts {
            applications: 1,
            parts: 1,
            ..Counts::default()
        },
        "by rule and class"
    );
    assert_eq!(applications(&mut home, candidate), [new], "the other stays");
    let facts = home
        .store
        .read(|records| records.person_facts(candidate))
        .unwrap();
    assert_eq!(facts.reserve.len(), 1, "with its place on the list");
    assert_eq!(
        facts
            .permissions
            .iter()
            .map(|permission| (permission.purpose, permission.application))
            .collect::<Vec<_>>(),
        [(kept, Some(new)), (list, None)],
        "its permission, and the one its place stands on"
    );
    let erased = |home: &mut Home, part| home.store.read(|records| records.is_part_erased(part));
    assert!(
        erased(&mut home, Part::Application(old)).unwrap(),
        "the ledger knows the id"
    );
    assert!(!erased(&mut home, Part::Application(new)).unwrap());
    let counted = statistics(&mut home);
    assert_eq!((counted.len(), counted[0].number), (1, 1), "one count");
    let again = erase(
        &mut home,
        &[part(candidate, Part::Application(old))],
        "2026-08-02",
    );
    assert_eq!(again.parts(), 0, "what is gone is passed over");
    let whole = erase(
        &mut home,
        &[ToErase::person(candidate, "RET-07")],
        "2026-08-03",
    );
    assert_eq!((whole.people, whole.state), (1, ErasureState::Erased));
    assert_eq!(
        whole.classes["RET-07"][&DataClass::Form].applications,
        1,
        "the one that was left"
    );
    let numbers: BTreeMap<String, u64> = statistics(&mut home)
        .into_iter()
        .map(|each| (each.quarter.to_string(), each.number))
        .collect();
    assert_eq!(
        numbers,
        BTreeMap::from([("2026-Q1".to_owned(), 1), ("2026-Q3".to_owned(), 1)]),
        "each application once, and nobody counts as one who never applied"
    );
    assert!(sound(&mut home));
}

#[test]
fn somebody_whose_only_application_went_before_them_is_not_counted_as_one_who_never_applied() {
    let mut home = Home::new();
    let candidate = somebody(&mut home, 1);
    let vacancy = home.vacancy("Press Officer");
    let only = home.application(candidate, vacancy, Some(ended("2026-01-10")));
    erase(
        &mut home,
        &[part(candidate, Part::Application(only))],
        "2026-08-02",
    );
    erase(
        &mut home,
        &[ToErase::person(candidate, "RET-14")],
        "2026-08-03",
    );
    let counted: Vec<_> = statistics(&mut home)
        .into_iter()
        .map(|each| (each.quarter.to_string(), each.number))
        .collect();
    assert_eq!(
        counted,
        [("2026-Q1".to_owned(), 1)],
        "by the outcome of the only one"
    );
}

#[test]
fn a_history_goes_and_its_application_stays() {
    let mut home = Home::new();
    let (candidate, old, _) = with_two(&mut home, 1);
    let report = erase(
        &mut home,
        &[part(candidate, Part::History(old))],
        "2026-08-02",
    );
    assert_eq!((report.parts(), report.state), (1, ErasureState::Erased));
    let reading = home.on::<ReadCandidate>(candidate);
    let history = home
        .store
        .read(|records| records.application_history(&reading, old))
        .unwrap();
    assert_eq!(history, [], "nothing is left of what happened to it");
    assert!(applications(&mut home, candidate).contains(&old));
    assert!(
        statistics(&mut home).is_empty(),
        "and it is not counted yet"
    );
    let report = erase(
        &mut home,
        &[part(candidate, Part::Application(old))],
        "2026-08-03",
    );
    assert_eq!((report.parts(), report.state), (1, ErasureState::Erased));
    assert!(
        home.store
            .read(|records| records.is_part_erased(Part::Application(old)))
            .unwrap(),
        "the ledger says of it that it went whole"
    );
}

#[test]
fn a_sealed_record_goes_and_the_key_with_the_last() {
    let mut home = Home::new();
    let candidate = somebody(&mut home, 1);
    let kinds = [SealedKind::RightToWork, SealedKind::CriminalRecord];
    let [first, second] = kinds.map(|kind| seal(&mut home, candidate, kind));
    let keys = home.folder.path().join("fairhold.subjects");
    let before = std::fs::read(&keys).unwrap();
    let report = erase(
        &mut home,
        &[part(candidate, Part::Sealed(first))],
        "2026-08-02",
    );
    assert_eq!((report.parts(), report.state), (1, ErasureState::Erased));
    assert_eq!(
        report.classes["RET-02"][&DataClass::RightToWork],
        Counts {
            records: 1,
            parts: 1,
            ..Counts::default()
        }
    );
    assert_eq!(
        report.verification.unwrap().tokens,
        3,
        "the sealed bytes were looked for"
    );
    assert_eq!(
        std::fs::read(&keys).unwrap(),
        before,
        "the key stays for the other"
    );
    let opening = home.on::<OpenSealed>(candidate);
    let read =
        home.store
            .open_sealed_record(&opening, second, OpeningPurpose::ALL[0], at("2026-08-02"));
    assert!(read.is_ok(), "which opens as before: {read:?}");
    erase(
        &mut home,
        &[part(candidate, Part::Sealed(second))],
        "2026-08-03",
    );
    let after = std::fs::read(&keys).unwrap();
    assert!(
        after.len() < before.len(),
        "with the last record goes the key"
    );
    assert!(sound(&mut home));
}

#[test]
fn a_copy_goes_with_its_check_is_counted_and_is_searched_for() {
    let mut home = Home::new();
    let candidate = somebody(&mut home, 1);
    let record = seal(&mut home, candidate, SealedKind::RightToWork);
    let sealing = home.on::<SealRecord>(candidate);
    let paper = [b"%PDF-1.7 ".as_slice(), &vec![b'z'; 40_000]].concat();
    home.store
        .add_copy(&sealing, record, &paper, at("2026-02-01"))
        .unwrap();
    let again = home
        .store
        .add_copy(&sealing, record, b"%PDF-1.7 another", at("2026-02-02"));
    assert!(matches!(again, Err(StoreError::Duplicate)), "{again:?}");
    let report = erase(
        &mut home,
        &[part(candidate, Part::Sealed(record))],
        "2026-08-02",
    );
    assert_eq!((report.parts(), report.state), (1, ErasureState::Erased));
    let counts = report.classes["RET-02"][&DataClass::RightToWork];
    assert_eq!((counts.records, counts.documents), (1, 1), "{counts:?}");
    assert!(counts.bytes > 40_000, "{counts:?}");
    assert!(
        report.verification.unwrap().tokens > 3,
        "the bytes of the copy were looked for, beside those of the record"
    );
    assert!(sound(&mut home));
}

#[test]
fn a_hold_on_the_person_keeps_their_parts_also_when_it_comes_after_the_decision() {
    let mut home = Home::new();
    let (candidate, old, _) = with_two(&mut home, 1);
    let record = seal(&mut home, candidate, SealedKind::EqualityAnswers);
    let permit = home.on::<ManageHolds>(candidate);
    let details = HoldDetails {
        reason: HoldReason::Claim,
        reference: None,
        review_by: day("2026-10-01"),
    };
    home.store
        .write(&permit, at("2026-07-01"), |tx| {
            Ok::<_, StoreError>((
                tx.insert_hold(&permit, &details, None)?,
                Entry::new("place-hold"),
            ))
        })
        .unwrap();
    let wanted = [
        part(candidate, Part::Application(old)),
        part(candidate, Part::History(old)),
        part(candidate, Part::Sealed(record)),
    ];
    let report = erase(&mut home, &wanted, "2026-08-02");
    assert_eq!((report.parts(), report.state), (0, ErasureState::Erased));
    assert!(applications(&mut home, candidate).contains(&old));
}

#[test]
fn a_history_goes_with_its_application_where_both_are_asked_for() {
    let mut home = Home::new();
    let (candidate, old, _) = with_two(&mut home, 1);
    let wanted = [
        part(candidate, Part::History(old)),
        part(candidate, Part::Application(old)),
    ];
    let report = erase(&mut home, &wanted, "2026-08-02");
    assert_eq!((report.parts(), report.state), (1, ErasureState::Erased));
    assert!(
        home.store
            .read(|records| records.is_part_erased(Part::Application(old)))
            .unwrap()
    );
}

#[test]
fn a_part_of_somebody_who_goes_whole_is_no_part() {
    let mut home = Home::new();
    let (candidate, old, _) = with_two(&mut home, 1);
    let wanted = [
        part(candidate, Part::Application(old)),
        ToErase::person(candidate, "RET-02"),
    ];
    let report = erase(&mut home, &wanted, "2026-08-02");
    assert_eq!((report.people, report.parts()), (1, 0));
    assert_eq!(
        statistics(&mut home)
            .iter()
            .map(|each| each.number)
            .sum::<u64>(),
        2,
        "each application once"
    );
}

#[test]
fn an_erasure_of_parts_that_was_interrupted_is_finished_at_the_next_unlock() {
    let mut home = Home::new();
    let mut wanted = Vec::new();
    let mut old_ones = Vec::new();
    for number in 0..6 {
        let (candidate, old, _) = with_two(&mut home, number);
        let record = seal(&mut home, candidate, SealedKind::RightToWork);
        wanted.push(part(candidate, Part::Application(old)));
        wanted.push(part(candidate, Part::Sealed(record)));
        old_ones.push((candidate, old));
    }
    let gone = somebody(&mut home, 99);
    wanted.push(ToErase::person(gone, "RET-14"));
    let (mut home, finished) = home.ended_amid(&wanted, at("2026-08-02"));
    let report = &finished[0];
    assert_eq!(
        (report.state, report.people, report.parts()),
        (ErasureState::Erased, 1, 12),
        "{report:?}"
    );
    for (candidate, old) in old_ones {
        assert!(!applications(&mut home, candidate).contains(&old));
    }
    assert_eq!(
        statistics(&mut home)
            .iter()
            .map(|each| each.number)
            .sum::<u64>(),
        7,
        "each application once, and the one who never applied"
    );
    assert!(sound(&mut home));
}

/// RET-15#04: a permission for one application does not keep another's material.
#[test]
fn the_days_kept_beside_the_records_follow_every_fact() {
    let mut home = Home::new();
    let candidate = somebody(&mut home, 1);
    let (first, second) = (home.vacancy("Press Officer"), home.vacancy("Cook"));
    home.application(candidate, first, Some(ended("2026-01-10")));
    let second = home.application(candidate, second, Some(ended("2026-03-02")));
    let erasing = home.erasing();
    let due = |home: &mut Home, on: &str| {
        let calendar = home
            .store
            .read(|records| records.part_calendar(&erasing, day(on), 26))
            .unwrap();
        let people = home
            .store
            .read(|records| records.people_with_parts_due(&erasing, day(on)))
            .unwrap();
        assert_eq!(people.is_empty(), calendar.due.is_empty(), "on {on}");
        calendar.due.into_iter().collect::<Vec<_>>()
    };
    assert_eq!(due(&mut home, "2026-07-09"), []);
    assert_eq!(due(&mut home, "2026-07-10"), [(DataClass::Form, 1)]);
    assert_eq!(due(&mut home, "2026-09-02"), [], "then they go whole");
    seal(&mut home, candidate, SealedKind::RightToWork);
    assert_eq!(
        due(&mut home, "2026-03-02"),
        [(DataClass::RightToWork, 1)],
        "the day of the later outcome"
    );
    permit(
        &mut home,
        candidate,
        PermissionPurpose::KeepLonger,
        Some(second),
        "a letter",
    );
    // Given before the second ended, so it keeps that one from its own date on: until 1 February 2027.
    assert_eq!(
        due(&mut home, "2026-09-02"),
        [
            (DataClass::Form, 1),
            (DataClass::RightToWork, 1),
            (DataClass::ToolUse, 1)
        ],
        "the first, the check, and the history of the second"
    );
    let calendar = home
        .store
        .read(|records| records.part_calendar(&erasing, day("2026-03-01"), 26))
        .unwrap();
    assert_eq!(
        (
            calendar.weeks.into_iter().flatten().collect::<Vec<_>>(),
            calendar.later
        ),
        (vec![(DataClass::RightToWork, 1), (DataClass::Form, 1)], 1),
        "the check and the first application within half a year, the history after it"
    );
}
