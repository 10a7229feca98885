//! The hot queries go by an index.

use domain::access::{Reach, Scope, Sight};

use crate::candidate::{
    CandidateFilter, CandidateSort, Direction, OutcomeFilter, RetentionFilter, SortBy,
};
use crate::read::Records;
use crate::support::{Home, day};

fn plan(home: &Home, scope: &Scope, filter: &CandidateFilter, sort: CandidateSort) -> Vec<String> {
    let records = Records::new(&home.store.writer);
    let (sql, values) = records.list_sql(scope, filter, sort).unwrap();
    let mut statement = home
        .store
        .writer
        .prepare(&format!("EXPLAIN QUERY PLAN {sql}"))
        .unwrap();
    statement
        .query_map(rusqlite::params_from_iter(values), |row| {
            row.get::<_, String>(3)
        })
        .unwrap()
        .map(Result::unwrap)
        .collect()
}

#[test]
fn no_list_reads_the_whole_table() {
    let mut home = Home::new();
    let vacancy = home.vacancy("Press Officer");
    let scopes = [
        Scope::everything(),
        Scope::new(Reach::Vacancies([(vacancy, Sight::Full)].into())),
        Scope::new(Reach::Vacancies([(vacancy, Sight::NameOnly)].into())),
    ];
    let none = CandidateFilter::default;
    let filters = [
        none(),
        CandidateFilter {
            text: "arch".to_owned(),
            ..none()
        },
        CandidateFilter {
            vacancy: Some(vacancy),
            ..none()
        },
        CandidateFilter {
            outcome: OutcomeFilter::Running,
            ..none()
        },
        CandidateFilter {
            retention: RetentionFilter::Due(day("2026-06-01")),
            ..none()
        },
        CandidateFilter {
            retention: RetentionFilter::NoDate,
            ..none()
        },
        CandidateFilter {
            reserve_on: Some(day("2026-06-01")),
            ..none()
        },
    ];
    for scope in &scopes {
        for filter in &filters {
            for by in [
                SortBy::Name,
                SortBy::ReceivedOn,
                SortBy::EraseOn,
                SortBy::Source,
                SortBy::Added,
            ] {
                let sort = CandidateSort {
                    by,
                    direction: Direction::Descending,
                };
                let steps = plan(&home, scope, filter, sort);
                let whole = steps
                    .iter()
                    .find(|step| *step == "SCAN candidate" || *step == "SCAN application");
                let added = by == SortBy::Added;
                assert!(
                    whole.is_none() || added,
                    "{by:?} {filter:?} {scope:?} reads a whole table: {steps:#?}"
                );
            }
        }
    }
}

#[test]
fn the_plain_lists_are_read_off_one_index_without_sorting() {
    let home = Home::new();
    for (by, index) in [
        (SortBy::Name, "candidate_by_name"),
        (SortBy::ReceivedOn, "candidate_by_received"),
        (SortBy::EraseOn, "candidate_by_erase"),
        (SortBy::Source, "candidate_by_source"),
    ] {
        let sort = CandidateSort {
            by,
            direction: Direction::Ascending,
        };
        let steps = plan(
            &home,
            &Scope::everything(),
            &CandidateFilter::default(),
            sort,
        );
        assert_eq!(
            steps,
            [format!("SCAN candidate USING COVERING INDEX {index}")],
            "sorted by {by:?}"
        );
    }
    let due = CandidateFilter {
        retention: RetentionFilter::Due(day("2026-06-01")),
        ..CandidateFilter::default()
    };
    let sort = CandidateSort {
        by: SortBy::EraseOn,
        direction: Direction::Ascending,
    };
    let steps = plan(&home, &Scope::everything(), &due, sort);
    assert!(
        steps[0].starts_with("SEARCH candidate USING COVERING INDEX candidate_by_erase"),
        "what is due comes from its index: {steps:?}"
    );
}
