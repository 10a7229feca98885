//! What comes in: files of every layout and of every kind of badness.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test says what went wrong by failing"
)]
#![allow(
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "in a test, being out of bounds is a failure"
)]

mod badness;
mod documents;
mod endings;
mod layouts;
mod mail;
mod people;
mod properties;
mod speed;
mod truth;
mod values;

use std::ops::ControlFlow;

use chrono::NaiveDate;
use intake::{Inspection, IntakeError, Plan, Reading, Undated, inspect, read};

/// The day the fixtures were made for.
fn today() -> NaiveDate {
    day(2026, 11, 23)
}

fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).expect("a date")
}

fn fixture(name: &str) -> Vec<u8> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/fixtures/imports/");
    std::fs::read(format!("{folder}{name}")).expect("a fixture")
}

fn plan(bytes: &[u8]) -> Plan {
    inspect(bytes)
        .expect("a table")
        .plan()
        .expect("a plan without questions")
}

/// A plan for a file without dates: the user has given one.
fn dated_plan(bytes: &[u8]) -> Plan {
    Plan {
        undated: Undated::On {
            date: day(2026, 10, 1),
        },
        ..plan(bytes)
    }
}

fn read_with(bytes: &[u8], plan: &Plan) -> Reading {
    read(bytes, plan, today(), &mut |_| ControlFlow::Continue(())).expect("a reading")
}

/// Reads text that needs no decision but the date of undated rows.
fn take(text: &str) -> Reading {
    read_with(text.as_bytes(), &dated_plan(text.as_bytes()))
}

fn look(text: &str) -> Inspection {
    inspect(text.as_bytes()).expect("a table")
}

fn failure(bytes: &[u8]) -> IntakeError {
    match inspect(bytes) {
        Err(error) => error,
        Ok(inspection) => inspection.plan().expect_err("a plan that needs a decision"),
    }
}

/// What must hold of every reading.
fn adds_up(reading: &Reading) {
    assert_eq!(reading.records, reading.taken + reading.refused.len());
    assert_eq!(reading.records, reading.people_in_file + reading.repeats);
    assert_eq!(
        reading.taken,
        reading
            .people
            .iter()
            .map(|person| person.rows.len())
            .sum::<usize>()
    );
    assert!(reading.people.len() <= reading.people_in_file);
    assert!(reading.empty <= reading.refused.len());
}
