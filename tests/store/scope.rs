//! Nobody is listed, opened, counted or found to someone without a part in their role.

use std::collections::{BTreeMap, BTreeSet};

use domain::access::{
    Grant, GrantScope, ListCandidates, ListVacancies, Relation, Sight, Subject, decide,
};
use domain::id::{CandidateId, VacancyId};
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use store::{CandidateFilter, CandidateSort, Direction, RetentionFilter, SortBy};

use crate::support::{Home, day, member, person};

const VACANCIES: usize = 5;
const PEOPLE: usize = 24;

struct World {
    home: Home,
    vacancies: Vec<VacancyId>,
    applied: BTreeMap<CandidateId, BTreeSet<VacancyId>>,
}

fn world() -> World {
    let mut home = Home::new();
    let vacancies: Vec<_> = (0..VACANCIES)
        .map(|number| home.vacancy(&format!("Role {number}")))
        .collect();
    let mut applied = BTreeMap::new();
    for number in 0..PEOPLE {
        let candidate = home.candidate(&person(
            &format!("Given{number}"),
            "Shared",
            &format!("secret{number}@hidden.example"),
            &format!("07700 9001{number:02}"),
        ));
        // Every third applied to two roles, every fourth to none.
        let mut to = BTreeSet::new();
        if number % 4 != 3 {
            to.insert(vacancies[number % VACANCIES]);
        }
        if number % 3 == 0 {
            to.insert(vacancies[(number + 2) % VACANCIES]);
        }
        for vacancy in &to {
            home.application(candidate, *vacancy, None);
        }
        applied.insert(candidate, to);
    }
    World {
        home,
        vacancies,
        applied,
    }
}

#[test]
fn lists_hold_the_candidates_of_ones_own_roles_and_nobody_else() {
    let world = std::cell::RefCell::new(world());
    let relation = prop_oneof![
        Just(Relation::Interviewer),
        Just(Relation::RecruitingManager),
        Just(Relation::Auditor)
    ];
    let grants = prop::collection::btree_map(0..VACANCIES, relation, 0..4);
    let text = prop_oneof![
        Just(""),
        Just("shared"),
        Just("given1"),
        Just("secret"),
        Just("077009001"),
        Just("hidden")
    ];
    let by = prop_oneof![
        Just(SortBy::Name),
        Just(SortBy::EraseOn),
        Just(SortBy::ReceivedOn),
        Just(SortBy::Source),
        Just(SortBy::Added)
    ];
    let retention = prop_oneof![Just(RetentionFilter::Any), Just(RetentionFilter::NoDate)];
    let mut runner = TestRunner::new(Config {
        cases: 300,
        ..Config::default()
    });
    runner
        .run(
            &(grants, text, by, retention),
            |(grants, text, by, retention)| {
                let World {
                    home,
                    vacancies,
                    applied,
                } = &mut *world.borrow_mut();
                let sights: BTreeMap<VacancyId, Sight> = grants
                    .iter()
                    .map(|(number, relation)| {
                        let sight = if *relation == Relation::Interviewer {
                            Sight::NameOnly
                        } else {
                            Sight::Full
                        };
                        (vacancies[*number], sight)
                    })
                    .collect();
                let viewer = member(
                    home.hr,
                    grants
                        .iter()
                        .map(|(number, relation)| Grant {
                            relation: *relation,
                            scope: GrantScope::Vacancy(vacancies[*number]),
                            from: day("2026-05-01"),
                            until: Some(day("2026-06-30")),
                        })
                        .collect(),
                );
                let facts = home.store.records().vacancy_facts().unwrap();
                let permit = decide::<ListCandidates>(
                    &viewer,
                    Subject::Everyone {
                        vacancies: facts.clone(),
                    },
                    day("2026-06-01"),
                )
                .unwrap();
                let filter = CandidateFilter {
                    text: text.to_owned(),
                    retention,
                    ..CandidateFilter::default()
                };
                let sort = CandidateSort {
                    by,
                    direction: Direction::Ascending,
                };
                let page = home
                    .store
                    .read(|records| {
                        let list = records.candidate_list(&permit, &filter, sort)?;
                        let page = records.candidate_page(
                            &permit,
                            &list,
                            0..list.len(),
                            day("2026-06-01"),
                        )?;
                        prop_assert_or(list.len() == page.len());
                        Ok::<_, store::StoreError>(page)
                    })
                    .unwrap();
                for row in &page {
                    let sight = applied[&row.id]
                        .iter()
                        .filter_map(|vacancy| sights.get(vacancy))
                        .max();
                    prop_assert_eq!(
                        Some(&row.sight),
                        sight,
                        "the sight is the most of one's parts in their roles"
                    );
                    prop_assert!(
                        row.latest
                            .as_ref()
                            .is_some_and(|latest| sights.contains_key(&latest.vacancy))
                    );
                    let inside = applied[&row.id]
                        .iter()
                        .filter(|vacancy| sights.contains_key(vacancy))
                        .count();
                    prop_assert_eq!(
                        row.applications,
                        u64::try_from(inside).unwrap(),
                        "no application outside is counted"
                    );
                    if row.sight == Sight::NameOnly {
                        prop_assert!(
                            row.email.is_none()
                                && row.erase_on.is_none()
                                && row.on_reserve_list.is_none()
                        );
                        prop_assert!(
                            !["secret", "077009001", "hidden"].contains(&text),
                            "found by contact details that may not be seen"
                        );
                        prop_assert_eq!(
                            retention,
                            RetentionFilter::Any,
                            "found by a date that may not be seen"
                        );
                    }
                }
                if text.is_empty() && retention == RetentionFilter::Any {
                    let wanted: BTreeSet<CandidateId> = applied
                        .iter()
                        .filter(|(_, to)| to.iter().any(|vacancy| sights.contains_key(vacancy)))
                        .map(|(candidate, _)| *candidate)
                        .collect();
                    prop_assert_eq!(
                        page.iter().map(|row| row.id).collect::<BTreeSet<_>>(),
                        wanted,
                        "and all of those"
                    );
                }
                let listing = decide::<ListVacancies>(
                    &viewer,
                    Subject::Everyone { vacancies: facts },
                    day("2026-06-01"),
                )
                .unwrap();
                let shown = home
                    .store
                    .read(|records| records.vacancies(&listing))
                    .unwrap();
                prop_assert!(
                    shown.iter().all(|row| sights.contains_key(&row.vacancy.id)),
                    "vacancies likewise"
                );
                Ok(())
            },
        )
        .unwrap();
}

fn prop_assert_or(holds: bool) {
    assert!(
        holds,
        "a page of the whole list has a line for everyone on it"
    );
}
