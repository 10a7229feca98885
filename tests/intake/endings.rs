//! R18: records carry their original dates, and what is due is refused at the door.

use intake::{Plan, Reading, Reason, Undated};

use crate::{adds_up, day, plan, read_with};

const HEADINGS: &str = "Name,Email,Job,Status,Applied on,Decision date\n";

fn outcome(row: &str, change: impl FnOnce(Plan) -> Plan) -> Reading {
    let text = format!("{HEADINGS}{row}\n");
    let reading = read_with(text.as_bytes(), &change(plan(text.as_bytes())));
    adds_up(&reading);
    reading
}

fn refusal(row: &str) -> Option<Reason> {
    outcome(row, |plan| plan)
        .refused
        .first()
        .map(|refused| refused.reason)
}

#[test]
fn six_months_to_the_day() {
    assert_eq!(
        refusal("Jane Smith,a@example.org,Cook,Rejected,2026-01-01,2026-05-22"),
        Some(Reason::PastRetention)
    );
    assert_eq!(
        refusal("Jane Smith,a@example.org,Cook,Rejected,2026-01-01,2026-05-23"),
        Some(Reason::DueToday)
    );
    assert_eq!(
        refusal("Jane Smith,a@example.org,Cook,Rejected,2026-01-01,2026-05-24"),
        None
    );
    // Live: the process runs, however long ago it began.
    assert_eq!(
        refusal("Jane Smith,a@example.org,Cook,Interview,2024-01-01,"),
        None
    );
    // A prospect has applied for nothing.
    assert_eq!(
        refusal("Jane Smith,a@example.org,,Interview,2026-05-22,"),
        Some(Reason::ProspectPast)
    );
    assert_eq!(
        refusal("Jane Smith,a@example.org,,Interview,2026-05-23,"),
        Some(Reason::DueToday)
    );
    assert_eq!(
        refusal("Jane Smith,a@example.org,,Interview,2026-05-24,"),
        None
    );
}

#[test]
fn the_policy_may_be_shorter() {
    let row = "Jane Smith,a@example.org,Cook,Rejected,2026-01-01,2026-08-22";
    assert_eq!(outcome(row, |plan| plan).past_retention, 0);
    assert_eq!(
        outcome(row, |plan| Plan {
            keep_months: 3,
            ..plan
        })
        .past_retention,
        1
    );
}

#[test]
fn what_has_no_date_needs_a_choice() {
    let undated = "Jane Smith,a@example.org,Cook,Interview,,";
    let ended = "Jane Smith,a@example.org,Cook,Rejected,2026-09-01,";
    assert_eq!(refusal(undated), Some(Reason::NoDate));
    assert_eq!(refusal(ended), Some(Reason::NoEndingDate));
    let from_received = |plan| Plan {
        undated: Undated::FromReceived,
        ..plan
    };
    assert_eq!(
        outcome(undated, from_received).refused[0].reason,
        Reason::NoDate
    );
    let reading = outcome(ended, from_received);
    assert_eq!(
        reading.people[0].applications[0]
            .outcome
            .expect("an ending")
            .on,
        day(2026, 9, 1)
    );
    let given = |plan| Plan {
        undated: Undated::On {
            date: day(2026, 10, 5),
        },
        ..plan
    };
    assert_eq!(
        outcome(undated, given).people[0].details.received_on,
        day(2026, 10, 5)
    );
    assert_eq!(
        outcome(ended, given).people[0].applications[0]
            .outcome
            .expect("an ending")
            .on,
        day(2026, 10, 5)
    );
    // A given date does not outlive the six months either.
    let old = |plan| Plan {
        undated: Undated::On {
            date: day(2026, 1, 5),
        },
        ..plan
    };
    assert_eq!(
        outcome("Jane Smith,a@example.org,Cook,Rejected,,", old).past_retention,
        1
    );
}

#[test]
fn a_given_date_is_no_way_round_the_clock() {
    let row = "Jane Smith,a@example.org,Cook,Rejected,,";
    let later = |plan| Plan {
        undated: Undated::On {
            date: day(2027, 1, 1),
        },
        ..plan
    };
    assert_eq!(
        outcome(row, later).refused[0].reason,
        Reason::DateOutOfRange
    );
}

#[test]
fn nothing_of_a_refused_row_stays() {
    let text = format!(
        "{HEADINGS}Jane Smith,a@example.org,Cook,Rejected,2025-01-01,2025-02-01\n\
         Jane Smith,a@example.org; b@example.org,Baker,Interview,2026-09-01,\n\
         John Old,old@example.org,Cook,Rejected,2025-01-01,2025-02-01\n"
    );
    let reading = read_with(text.as_bytes(), &plan(text.as_bytes()));
    assert_eq!(
        (
            reading.people_in_file,
            reading.people.len(),
            reading.past_retention
        ),
        (2, 1, 2)
    );
    let person = &reading.people[0];
    assert_eq!(person.rows, [3]);
    assert_eq!(person.applications.len(), 1);
    assert_eq!(person.details.received_on, day(2026, 9, 1));
}

#[test]
fn an_empty_record_past_its_date_is_both() {
    let reading = outcome(",,Cook,Rejected,2025-01-01,2025-02-01", |plan| plan);
    assert_eq!(
        (reading.records, reading.empty, reading.past_retention),
        (1, 1, 1)
    );
    assert_eq!(reading.refused[0].reason, Reason::Empty);
}
