//! What is written is read back.

use domain::access::{
    EditVacancy, ListCandidates, ListVacancies, ManageAccounts, ReadCandidate, ReadJournal,
    ReadVacancy, RecordPermission, ReviewRetention, Role, Subject,
};
use domain::application::{Outcome, OutcomeKind, RejectionReason, Stage};
use domain::consent::{PermissionDetails, PermissionMeans, PermissionPurpose};
use domain::text::Prose;
use store::{
    CandidateFilter, CandidateSort, Detail, Direction, Entry, ImportCounts, NewApplication,
    NewReserveEntry, RetentionFilter, SortBy, StoreError,
};

use crate::support::{Home, at, day, line, new_account, person};

fn rejected(on: &str) -> Outcome {
    Outcome {
        how: OutcomeKind::Rejected {
            reason: RejectionReason::MetRequirementsNotSelected,
        },
        on: day(on),
    }
}

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

#[test]
fn a_write_that_fails_leaves_nothing_and_every_write_leaves_an_entry() {
    let mut home = Home::new();
    let permit = home.permit::<ManageAccounts>(Subject::Organisation);
    let journal = home.permit::<ReadJournal>(Subject::Organisation);
    let seq = |home: &mut Home| home.store.records().journal_head().unwrap().seq;
    let before = seq(&mut home);
    let failed: Result<(), StoreError> = home.store.write(&permit, at("2026-01-06"), |tx| {
        tx.add_team(&permit, &line("Digital"))?;
        Err(StoreError::NotFound)
    });
    assert!(failed.is_err(), "the work failed");
    assert_eq!(
        home.store.records().teams().unwrap().len(),
        1,
        "its team is not there"
    );
    assert_eq!(seq(&mut home), before, "nor an entry");
    home.store
        .write(&permit, at("2026-01-06"), |tx| {
            Ok::<_, StoreError>((
                tx.add_team(&permit, &line("Digital"))?,
                Entry::new("add-team"),
            ))
        })
        .unwrap();
    assert_eq!(seq(&mut home), before + 1, "one write, one entry");
    let page = home
        .store
        .read(|records| records.journal_page(&journal, &store::JournalFilter::default(), None, 1))
        .unwrap();
    assert_eq!(
        (page[0].action.as_str(), page[0].actor),
        ("add-team", Some(home.hr)),
        "who did what"
    );
    let verified = home.store.verify_store(&journal).unwrap();
    assert!(verified.is_sound(), "the store verifies: {verified:?}");
}

#[test]
fn a_second_account_signs_in_with_its_own_passphrase() {
    let mut home = Home::new();
    let permit = home.permit::<ManageAccounts>(Subject::Organisation);
    let account = new_account("Sam Interviewer", Role::Member, "another passphrase");
    let id = home
        .store
        .add_account(&permit, &account, at("2026-01-06"))
        .unwrap();
    assert!(
        matches!(
            home.store.add_account(
                &permit,
                &new_account("SAM  interviewer", Role::Member, "x"),
                at("2026-01-06")
            ),
            Err(StoreError::Duplicate)
        ),
        "one name, however written, is one account's"
    );
    let Home { store, folder, .. } = home;
    store.close().unwrap();
    let opened = store::unlock(
        folder.path(),
        "sam interviewer",
        &crate::support::passphrase("another passphrase"),
        at("2026-01-07"),
    )
    .unwrap();
    assert_eq!(opened.account, id, "signed in as themselves");
}

impl Home {
    fn hr_reads(
        &self,
        candidate: domain::id::CandidateId,
    ) -> domain::access::Permit<ReadCandidate> {
        self.permit(Subject::Candidate {
            candidate,
            applied: Vec::new(),
        })
    }
}
