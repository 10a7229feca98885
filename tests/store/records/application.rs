//! Applications and vacancies, and the dates that hang on them.

use domain::access::{
    EditVacancy, ListCandidates, ListVacancies, ReadCandidate, ReadVacancy, RecordPermission,
    ReviewRetention, Subject,
};
use domain::application::{Outcome, OutcomeKind, Stage};
use domain::consent::{PermissionDetails, PermissionMeans, PermissionPurpose};
use domain::text::Prose;
use store::{CandidateFilter, CandidateSort, Detail, Entry, NewReserveEntry, StoreError};

use super::rejected;
use crate::support::{Home, at, day, line, person};

#[test]
fn an_application_moves_ends_and_is_taken_back_with_its_date() {
    let mut home = Home::new();
    let vacancy = home.vacancy("Press Officer");
    let candidate = home.candidate(&person("Ben", "Cole", "ben@example.org", "07700 900101"));
    let application = home.application(candidate, vacancy, None);
    let permit = home.deciding(candidate, vacancy);
    let date = |home: &mut Home| {
        let permit = home.on::<ReadCandidate>(candidate);
        home.store
            .read(|records| records.candidate(&permit))
            .unwrap()
            .full
            .unwrap()
            .erase_on
    };
    assert_eq!(date(&mut home), None, "a running application has no date");
    home.store
        .write(&permit, at("2026-02-01"), |tx| {
            let next = tx.move_application(&permit, application, Stage::Interview, 1)?;
            let last = tx.set_outcome(&permit, application, Some(rejected("2026-02-01")), next)?;
            Ok::<_, StoreError>((
                last,
                Entry::new("end-application").with("stage", Detail::Word("interview")),
            ))
        })
        .unwrap();
    assert_eq!(
        date(&mut home),
        Some(day("2026-08-01")),
        "six months after the outcome"
    );
    home.store
        .write(&permit, at("2026-02-02"), |tx| {
            Ok::<_, StoreError>((
                tx.set_outcome(&permit, application, None, 3)?,
                Entry::new("reopen-application"),
            ))
        })
        .unwrap();
    assert_eq!(date(&mut home), None, "taken back");
    let reading = home.on::<ReadCandidate>(candidate);
    let history = home
        .store
        .read(|records| records.application_history(&reading, application))
        .unwrap();
    assert_eq!(history.len(), 4, "added, moved, ended, reopened");
}

#[test]
fn closing_a_vacancy_out_ends_its_undecided_applications_and_opening_it_restores_them() {
    let mut home = Home::new();
    let vacancy = home.vacancy("Press Officer");
    let facts = home.facts(vacancy);
    let mut people = Vec::new();
    for number in 0..3 {
        let candidate = home.candidate(&person(
            "Ben",
            "Cole",
            &format!("ben{number}@example.org"),
            "07700 900101",
        ));
        home.application(
            candidate,
            vacancy,
            (number == 0).then(|| rejected("2026-01-20")),
        );
        people.push(candidate);
    }
    let permit = home.permit::<EditVacancy>(Subject::Vacancy(facts));
    home.store
        .write(&permit, at("2026-03-01"), |tx| {
            let next = tx.close_out_vacancy(&permit, day("2026-03-01"), 1)?;
            Ok::<_, StoreError>((next, Entry::new("close-out-vacancy")))
        })
        .unwrap();
    let dates = |home: &mut Home| {
        people
            .iter()
            .map(|id| {
                let permit = home.on::<ReadCandidate>(*id);
                home.store
                    .read(|records| records.candidate(&permit))
                    .unwrap()
                    .full
                    .unwrap()
                    .erase_on
            })
            .collect::<Vec<_>>()
    };
    assert_eq!(
        dates(&mut home),
        [
            Some(day("2026-07-20")),
            Some(day("2026-09-01")),
            Some(day("2026-09-01"))
        ],
        "undecided applications end that day, the decided one keeps its own"
    );
    home.store
        .write(&permit, at("2026-03-02"), |tx| {
            Ok::<_, StoreError>((tx.reopen_vacancy(&permit, 2)?, Entry::new("reopen-vacancy")))
        })
        .unwrap();
    assert_eq!(
        dates(&mut home),
        [Some(day("2026-07-20")), None, None],
        "what ran, runs again"
    );
    let listing = home.everyone::<ListVacancies>();
    let rows = home
        .store
        .read(|records| records.vacancies(&listing))
        .unwrap();
    assert_eq!(
        (rows[0].at_stage[0], rows[0].ended),
        (2, 1),
        "counts by stage"
    );
    let reading = home.permit::<ReadVacancy>(Subject::Vacancy(facts));
    let board = home
        .store
        .read(|records| records.board(&reading, 1))
        .unwrap();
    assert_eq!(
        (board.stages[0].number, board.stages[0].cards.len()),
        (2, 1),
        "all are counted, the first shown"
    );
    assert_eq!(board.ended.number, 1, "the ended column");
}

#[test]
fn the_reserve_list_moves_the_date_and_withdrawing_moves_it_back() {
    let mut home = Home::new();
    let vacancy = home.vacancy("Press Officer");
    let candidate = home.candidate(&person("Ben", "Cole", "ben@example.org", "07700 900101"));
    let application = home.application(candidate, vacancy, Some(rejected("2026-02-01")));
    let permit = home.on::<RecordPermission>(candidate);
    let details = PermissionDetails {
        purpose: PermissionPurpose::ReserveList,
        given_on: day("2026-02-10"),
        months: 12,
        means: PermissionMeans::Email,
        evidence: line("e-mail of 10 February"),
    };
    let (permission, entry) = home
        .store
        .write(&permit, at("2026-02-10"), |tx| {
            let permission =
                tx.insert_permission(&permit, &details, Some(application), "reserve-list-2026-11")?;
            let new = NewReserveEntry {
                application,
                permission,
                role_families: vec![line("Press")],
                merit: Prose::parse("Strong on writing").unwrap(),
                offers: domain::reserve::ReserveOffers::default(),
                until: None,
            };
            let entry = tx.insert_reserve_entry(&permit, &new)?;
            Ok::<_, StoreError>(((permission, entry), Entry::new("add-to-reserve-list")))
        })
        .unwrap();
    let date = |home: &mut Home| {
        let permit = home.on::<ReadCandidate>(candidate);
        home.store
            .read(|records| records.candidate(&permit))
            .unwrap()
            .full
            .unwrap()
            .erase_on
    };
    assert_eq!(
        date(&mut home),
        Some(day("2027-02-10")),
        "until the permission ends"
    );
    let listing = home.everyone::<ListCandidates>();
    let on_list = CandidateFilter {
        reserve_on: Some(day("2026-06-01")),
        ..CandidateFilter::default()
    };
    let listed = |home: &mut Home| {
        home.store
            .read(|records| records.candidate_list(&listing, &on_list, CandidateSort::default()))
            .unwrap()
            .len()
    };
    assert_eq!(listed(&mut home), 1, "found among those on the list");
    assert_eq!(
        home.store
            .read(|records| records.reserve_list(&listing))
            .unwrap()[0]
            .id,
        entry,
        "and listed"
    );
    home.store
        .write(&permit, at("2026-03-01"), |tx| {
            tx.withdraw_permission(&permit, permission, Some(day("2026-03-01")))?;
            Ok::<_, StoreError>(((), Entry::new("withdraw-permission")))
        })
        .unwrap();
    assert_eq!(
        date(&mut home),
        Some(day("2026-08-01")),
        "back to six months after the outcome"
    );
    assert_eq!(listed(&mut home), 0, "off the list the same day");
}

#[test]
fn the_calendar_counts_what_is_due_and_blocks_what_was_not_handed_over() {
    let mut home = Home::new();
    let vacancy = home.vacancy("Press Officer");
    for (number, how) in [OutcomeKind::Withdrawn, OutcomeKind::Hired]
        .into_iter()
        .enumerate()
    {
        let candidate = home.candidate(&person(
            "Ben",
            "Cole",
            &format!("b{number}@example.org"),
            "07700 900101",
        ));
        home.application(
            candidate,
            vacancy,
            Some(Outcome {
                how,
                on: day("2026-02-01"),
            }),
        );
    }
    let running = home.candidate(&person("Ben", "Cole", "c@example.org", "07700 900101"));
    home.application(running, vacancy, None);
    let permit = home.everyone::<ReviewRetention>();
    let calendar = home
        .store
        .read(|records| records.retention_calendar(&permit, day("2026-07-28"), 26))
        .unwrap();
    assert_eq!(
        (calendar.due, calendar.blocked, calendar.running),
        (0, 0, 1),
        "nothing has come yet"
    );
    assert_eq!(
        calendar.weeks[0].number(),
        2,
        "both go on 1 August, within the first week"
    );
    let calendar = home
        .store
        .read(|records| records.retention_calendar(&permit, day("2026-08-01"), 26))
        .unwrap();
    assert_eq!(
        (calendar.due, calendar.blocked),
        (1, 1),
        "the hired one's hand-over is not confirmed"
    );
    let due = home
        .store
        .read(|records| records.due_list(&permit, day("2026-08-01")))
        .unwrap();
    assert_eq!(due.len(), 1, "and is not offered for erasure");
}
