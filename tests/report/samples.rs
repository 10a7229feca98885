//! Made-up reports.

use chrono::{DateTime, NaiveDate, Utc};
use domain::figure::Figure;
use domain::retention::PolicyValues;
use report::proof::{Form, Signer};
use report::{
    Checked, Document, ErasureReport, Kept, Letter, Operator, Period, Punctuality, RuleLine, Run,
    Schedule, Trigger,
};
use serde_json::Value;

pub(crate) fn at() -> DateTime<Utc> {
    "2026-11-23T10:14:05Z".parse().expect("an instant")
}

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

fn ann() -> Operator {
    Operator {
        name: "Ann of HR".to_owned(),
        role: "HR administrator".to_owned(),
    }
}

fn run(number: u64, people: Figure, rules: &[(&str, Figure)]) -> Run {
    Run {
        number: format!("E-{number:04}"),
        at: at(),
        on: day("2026-11-23"),
        by: ann(),
        trigger: Some(Trigger::Sweep),
        as_of: None,
        program: Some("Fairhold 0.1.0".to_owned()),
        policy: Some(
            "6 months after the outcome; 6 months for somebody who never applied; 30 days after a hand-over".to_owned(),
        ),
        people,
        rules: rules
            .iter()
            .map(|(rule, people)| RuleLine {
                rule: (*rule).to_owned(),
                people: *people,
            })
            .collect(),
        classes: Vec::new(),
        punctuality: Some(Punctuality {
            on_the_day: Figure::Exactly(8),
            late: Figure::Exactly(6),
            most_days: 3,
        }),
        kept: Some(vec![Kept {
            because: "a legal hold: a claim".to_owned(),
            rule: "RET-06".to_owned(),
            law: Some("UK GDPR Art 17(3)(e)".to_owned()),
            people: Figure::FewerThanFive,
            review_by: Some(day("2027-02-23")),
        }]),
        checked: Checked {
            pages: 1840,
            files: 5,
            bytes: 7_536_640,
            words: Some(112),
            rebuilt: true,
        },
        entry: Some(412),
        entry_hash: Some("9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08".to_owned()),
    }
}

/// The report of one erasure, of fourteen people.
pub(crate) fn erasure() -> ErasureReport {
    ErasureReport {
        number: "E-0007".to_owned(),
        organisation: "Office of the Example".to_owned(),
        period: None,
        made_at: at(),
        made_by: ann(),
        program: "0.1.0".to_owned(),
        key: "7f3a 09c2 55d1 e0b4 91aa 0c3f 77e2 4d18".to_owned(),
        runs: vec![run(
            7,
            Figure::Exactly(14),
            &[
                ("RET-02", Figure::Exactly(9)),
                ("RET-14", Figure::Exactly(5)),
            ],
        )],
        not_verified: 0,
        recipients: Vec::new(),
        backups_until: None,
    }
}

/// The report of three erasures, of which one was of few people and one is not described.
pub(crate) fn of_period() -> ErasureReport {
    let few = Run {
        checked: Checked {
            words: None,
            ..run(8, Figure::FewerThanFive, &[]).checked
        },
        kept: Some(Vec::new()),
        trigger: Some(Trigger::Chosen),
        punctuality: Some(Punctuality {
            on_the_day: Figure::FewerThanFive,
            late: Figure::Exactly(0),
            most_days: 0,
        }),
        ..run(
            8,
            Figure::FewerThanFive,
            &[("RET-07", Figure::FewerThanFive)],
        )
    };
    let bare = Run {
        trigger: None,
        program: None,
        policy: None,
        punctuality: None,
        kept: None,
        ..run(
            9,
            Figure::Exactly(21),
            &[
                ("RET-02", Figure::FiveOrMore),
                ("RET-13", Figure::FewerThanFive),
            ],
        )
    };
    ErasureReport {
        number: "2026-10-01 to 2026-12-31".to_owned(),
        period: Some(Period {
            from: day("2026-10-01"),
            to: day("2026-12-31"),
        }),
        runs: erasure().runs.into_iter().chain([few, bare]).collect(),
        not_verified: 1,
        ..erasure()
    }
}

/// The notice's own schedule.
pub(crate) fn schedule() -> Schedule {
    Schedule {
        number: "Retention schedule of 23 November 2026".to_owned(),
        organisation: "Office of the Example".to_owned(),
        on: day("2026-11-23"),
        made_at: at(),
        made_by: ann(),
        program: "0.1.0".to_owned(),
        key: erasure().key,
        policy: PolicyValues::default(),
        version: None,
    }
}

/// A letter.
pub(crate) fn letter() -> Letter {
    Letter {
        organisation: "Office of the Example".to_owned(),
        name: "Ms Zofia Kowalczyk-Ó Briain".to_owned(),
        address: ["12 Example Street", "Exampleton", "EX1 2PL"]
            .map(str::to_owned)
            .to_vec(),
        because: "The application was turned down on 23 May 2026, and six months later is 23 November 2026.".to_owned(),
        stays: Vec::new(),
        recipients: Vec::new(),
        backups_until: None,
        at: at(),
        by: ann(),
    }
}

/// A report as a file, under a signature that holds for nobody.
pub(crate) fn signed(document: &Document, data: Value, form: Form) -> Vec<u8> {
    let unsigned = document.unsigned(form, &data, at()).expect("a document");
    let signer = Signer {
        store: "0".repeat(32),
        account: "1".repeat(32),
        name: "Ann of HR".to_owned(),
        role: "HR administrator".to_owned(),
        key: "2".repeat(64),
        at: at(),
        entry: 413,
        entry_hash: "3".repeat(64),
    };
    let statement = unsigned.statement(signer, data);
    unsigned.signed(&statement, &[4; 64])
}
