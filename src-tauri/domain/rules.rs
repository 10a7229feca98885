//! Checks the rules against a file of dated examples: what `fairhold-cli rules check FILE` runs.
//!
//! Two forms of file are read, one naming a vector's `kind`, `in` and `expect`, the other its `id`, `inputs` and
//! `expected`. The file's own bank holidays, policy values and law dates are used for its vectors, since all of
//! them are data. A vector passes when every field it expects is what the rules say; lists are compared as sets,
//! and of a text meant for people (`warning`, `note`) only whether there is one. Nothing is skipped: a vector of
//! an unknown kind, with bad input, or that expects nothing, fails.

mod applicants;
mod classes;
mod compare;
mod file;
mod listed;
mod requests;
mod time;
mod upkeep;

use serde::Serialize;
use serde_json::{Map, Value};

pub use file::VectorFileError;
use file::{Context, Vector};

/// What came of a file of vectors.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Report {
    /// How many vectors passed.
    pub passed: usize,
    /// Those that did not.
    pub failed: Vec<Failure>,
}

impl Report {
    /// Whether every vector passed.
    pub const fn is_clean(&self) -> bool {
        self.failed.is_empty()
    }
}

/// A vector that did not pass.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Failure {
    /// Where in the file's list it stands, from 0.
    pub index: usize,
    /// Its id, where it has one.
    pub id: Option<String>,
    /// The rule it names.
    pub rule: String,
    /// Its kind; where it names none, the rule is the kind.
    pub kind: String,
    /// What differs.
    pub differences: Vec<Difference>,
    /// Why it expects what it does, in its own words.
    pub why: String,
}

/// One field that differs.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Difference {
    /// The field. `kind`, `in` and `expect` stand for the vector's own parts.
    pub field: String,
    /// What the vector expects.
    pub expected: Value,
    /// What the rules say.
    pub got: Value,
}

/// What the rules answer to a vector: its fields, or what is wrong with its input.
type Answer = Result<Map<String, Value>, String>;

/// Runs every vector of a file.
///
/// # Errors
/// [`VectorFileError`] when it is no such file. What is wrong with one vector fails that vector alone.
pub fn check(json: &str) -> Result<Report, VectorFileError> {
    let (context, vectors) = file::read(json)?;
    let mut report = Report {
        passed: 0,
        failed: Vec::new(),
    };
    for (index, raw) in vectors.into_iter().enumerate() {
        let (vector, broken) = Vector::parse(raw);
        let differences =
            broken.map_or_else(|| differences(&context, &vector), |broken| vec![broken]);
        if differences.is_empty() {
            report.passed += 1;
        } else {
            let Vector {
                id,
                rule,
                kind,
                why,
                ..
            } = vector;
            report.failed.push(Failure {
                index,
                id,
                rule,
                kind,
                differences,
                why,
            });
        }
    }
    Ok(report)
}

fn differences(context: &Context, vector: &Vector) -> Vec<Difference> {
    if vector.expected.is_empty() {
        return vec![Difference {
            field: "expect".to_owned(),
            expected: Value::from("at least one field"),
            got: Value::Null,
        }];
    }
    match answer(context, vector) {
        None => vec![Difference {
            field: "kind".to_owned(),
            expected: Value::from(vector.kind.as_str()),
            got: Value::from("no rule of this kind"),
        }],
        Some(Err(wrong)) => vec![Difference {
            field: "in".to_owned(),
            expected: Value::from("input the rule can read"),
            got: Value::from(wrong),
        }],
        Some(Ok(got)) => compare::compare(&vector.expected, &got),
    }
}

/// Asks the rule that a vector names; `None` where there is none of its kind.
fn answer(context: &Context, vector: &Vector) -> Option<Answer> {
    let input = vector.input.clone();
    Some(match vector.kind.as_str() {
        "months-after" | "T-03" => time::months_after(input),
        "working-day" | "T-05" => time::working_day(context, input),
        "london-date" | "T-01" => time::london_date(input),
        "day-end" | "T-02" => time::day_end(input),
        "trusted-clock" | "T-07" => time::trusted_clock(input),
        "breach-deadline" | "BRE-03" => time::breach(input),
        "person-retention" | "RET-15" => applicants::person(context, input),
        "RET-01" | "RET-02" | "RET-03" | "RET-04" | "RET-06" | "RET-07" | "RET-08" | "RET-09" => {
            applicants::single(context, input)
        }
        "hired" | "RET-13" => applicants::hired(context, input),
        "prospect" | "RET-14" => applicants::prospect(context, input),
        "re-application" | "RET-16" => applicants::reapplied(context, input),
        "reserve-entry" | "RET-05" => listed::reserve(context, input),
        "class-retention" => classes::named(context, input),
        "RET-10" => classes::criminal_record(context, input),
        "RET-11" => classes::right_to_work(context, input),
        "RET-12" => classes::equality(context, input),
        "permission" | "CON-06" => upkeep::permission(context, input),
        "request-deadline" | "DSR-02" => requests::request(context, input),
        "indirect-notice" | "NOT-02" => requests::notice(context, input),
        "complaint-acknowledge" | "CMP-02" => requests::complaint(context, input),
        "training" | "ACC-07" => upkeep::training(context, input),
        "panel-access" | "ACC-05" => upkeep::panel(context, input),
        "auditor-access" | "ACC-06" => upkeep::auditor(context, input),
        "hold-review" | "RET-06R" => upkeep::hold_review(context, input),
        "policy-document" | "RET-17" => upkeep::policy_document(context, input),
        "backups" | "RET-18" => upkeep::backups(context, input),
        "tribunal-window" | "RET-19" => upkeep::tribunal(input),
        "tell-recipients" | "ERA-06" => upkeep::recipients(context, input),
        "registration" | "REC-01" => upkeep::registration(context, input),
        _ => return None,
    })
}

#[cfg(test)]
mod tests;
