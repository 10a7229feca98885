//! The six files of other systems, against what is known to be in them.

use intake::{Layout, Reason, reasons};

use crate::{adds_up, fixture, plan, read_with};

struct Truth(serde_json::Value);

impl Truth {
    fn of(name: &str) -> Self {
        Self(serde_json::from_slice(&fixture(&format!("{name}.truth.json"))).expect("JSON"))
    }

    fn number(&self, field: &str) -> usize {
        self.0[field]
            .as_u64()
            .and_then(|number| usize::try_from(number).ok())
            .expect("a number")
    }
}

/// What the layout lets be seen of the truth, beyond what all do.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Shows {
    /// Notes, where the formulas are, and days of ending.
    NotesAndEndings,
    Notes,
    Neither,
}

fn agrees(name: &str, shows: Shows) {
    let truth = Truth::of(name);
    let bytes = fixture(&format!("{name}.csv"));
    let reading = read_with(&bytes, &plan(&bytes));
    adds_up(&reading);
    assert_eq!(truth.0["layout"], reading.layout.code());
    assert_eq!(truth.number("records"), reading.records);
    assert_eq!(truth.number("empty"), reading.empty);
    assert_eq!(truth.number("bad_email"), reading.bad_email);
    // A record that names nobody counts as a person and may be another row of a known one.
    let (fewest, most) = (
        truth.number("people"),
        truth.number("people") + truth.number("empty"),
    );
    assert!(
        (fewest..=most).contains(&reading.people_in_file),
        "{} people",
        reading.people_in_file
    );
    assert!(
        (reading.people_in_file - fewest) * 100 <= fewest,
        "within one per cent"
    );
    if shows != Shows::Neither {
        assert_eq!(truth.number("formula"), reading.formula);
    }
    if shows == Shows::NotesAndEndings {
        assert_eq!(truth.number("closed"), reading.ended);
        assert_eq!(
            truth.number("closed_over_six_months"),
            reading.past_retention
        );
    } else {
        assert_eq!(reading.past_retention, 0, "no day of ending is made up");
    }
}

#[test]
fn opencats() {
    agrees("opencats", Shows::NotesAndEndings);
}

#[test]
fn opencats_short() {
    agrees("opencats-short", Shows::Neither);
}

#[test]
fn odoo() {
    agrees("odoo", Shows::NotesAndEndings);
}

#[test]
fn frappe() {
    agrees("frappe", Shows::Notes);
}

#[test]
fn indeed() {
    agrees("indeed", Shows::Neither);
}

#[test]
fn recruitee() {
    agrees("recruitee", Shows::Notes);
}

#[test]
fn odoo_row_by_row() {
    let bytes = fixture("odoo.csv");
    let reading = read_with(&bytes, &plan(&bytes));
    let counted = reasons(&reading.refused);
    assert_eq!(reading.layout, Layout::Odoo);
    assert_eq!(reading.continuations, 54);
    // 249 have ended, 190 say when.
    assert_eq!(counted.get(&Reason::NoEndingDate), Some(&59));
    // Decided on 23 May: the six months end on the day of the import.
    assert_eq!(counted.get(&Reason::DueToday), Some(&1));
    assert_eq!(reading.undated, 59);
}
