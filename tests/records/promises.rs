//! The notice, promise by promise: each with something that shows it, what is overdue said as overdue, and nobody named.

use domain::promise::Promise;
use records::promise::{PromiseRow, PromisesView, list};
use records::report::{MakeReport, ReportForm, ReportOf, make_report};
use records::view::Nothing;

use crate::world::World;

fn promises(world: &mut World) -> PromisesView {
    world
        .read(|desk| list(desk, Nothing {}))
        .expect("HR reads it")
}

fn row(view: &PromisesView, promise: Promise) -> &PromiseRow {
    view.rows
        .iter()
        .find(|row| row.promise == promise)
        .expect("every promise has a row")
}

fn words(row: &PromiseRow) -> Vec<&str> {
    row.evidence
        .iter()
        .map(|line| line.words.as_str())
        .collect()
}

#[test]
fn every_promise_has_a_row_and_every_row_something_that_shows_it() {
    let view = promises(&mut World::new());
    let of: Vec<Promise> = view.rows.iter().map(|row| row.promise).collect();
    assert_eq!(of, Promise::ALL);
    assert_eq!(view.rows[0].number, "S1");
    assert_eq!(view.rows[29].number, "S30");
    for row in &view.rows {
        assert!(!row.evidence.is_empty(), "{} has no evidence", row.number);
        for line in &row.evidence {
            assert!(
                line.words.ends_with('.'),
                "{}: {} is no sentence",
                row.number,
                line.words
            );
        }
    }
}

#[test]
fn what_is_due_makes_its_promise_overdue() {
    let mut world = World::new();
    world.add_person("Ostmark");
    assert!(!row(&promises(&mut world), Promise::SixMonths).is_overdue());
    // Somebody who never applied, and came in on 1 April.
    world.add("Quillon", None);
    let view = promises(&mut world);
    let due = row(&view, Promise::SixMonths);
    assert!(due.is_overdue(), "{:?}", words(due));
    assert!(words(due).contains(&"1 record is due to be erased."));
    assert!(view.overdue >= 1);
}

#[test]
fn the_report_names_nobody_and_says_what_is_overdue() {
    let mut world = World::new();
    world.add("Quillon", None);
    let mut make = |form| {
        let request = MakeReport {
            of: ReportOf::Promises,
            form,
        };
        world.does(|desk| make_report(desk, request)).bytes
    };
    let text = String::from_utf8(make(ReportForm::Csv)).expect("text");
    for said in [
        "S18",
        "kept six months at most",
        "Overdue: 1 record is due to be erased.",
    ] {
        assert!(text.contains(said), "{said} in {text}");
    }
    assert!(!text.contains("Quillon"));
    assert!(make(ReportForm::Pdf).starts_with(b"%PDF"));
    let json: serde_json::Value = serde_json::from_slice(&make(ReportForm::Json)).expect("JSON");
    assert_eq!(
        json["report"]["promises"].as_array().map(Vec::len),
        Some(30)
    );
}
