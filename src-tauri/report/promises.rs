//! The notice, promise by promise: how each is kept, what shows it, and what is overdue. What an auditor takes along.

use chrono::{DateTime, NaiveDate, Utc};
use domain::dates::plain;
use domain::number::many;
use serde::Serialize;
use serde_json::Value;

use crate::document::{Document, Fact, Section};
use crate::erasure::Operator;
use crate::schedule::heads;
use crate::words::{short_instant, written_instant};

/// How the promises stand, as data.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct PromisesReport {
    /// The controller.
    pub organisation: String,
    /// The day as of which they stand so.
    pub on: NaiveDate,
    /// When the document was made.
    pub made_at: DateTime<Utc>,
    /// Who made it.
    pub made_by: Operator,
    /// The version of the program.
    pub program: String,
    /// The fingerprint of the key that signs it.
    pub key: String,
    /// The promises, in the notice's order.
    pub promises: Vec<PromiseLine>,
}

/// A promise.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct PromiseLine {
    /// Its number: "S18".
    pub number: String,
    /// What was promised.
    pub promised: String,
    /// How it is kept.
    pub kept_by: String,
    /// What shows it.
    pub evidence: Vec<PromiseEvidence>,
}

/// Something that shows how a promise is kept, or is not.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct PromiseEvidence {
    /// A sentence with its number.
    pub words: String,
    /// Whether it should have been done by now.
    pub overdue: bool,
}

impl PromisesReport {
    /// The report as JSON.
    pub fn data(&self) -> Value {
        // It is made of text, days and yes or no: there is always JSON for it.
        serde_json::to_value(self).unwrap_or_default()
    }

    /// The report in words.
    pub fn document(&self) -> Document {
        let day = plain(self.on);
        let overdue = self.promises.iter().filter(|line| line.is_overdue());
        let late: u64 = overdue.map(|_| 1).sum();
        Document {
            title: "What the notice promises".to_owned(),
            number: day.clone(),
            organisation: self.organisation.clone(),
            headline: if late == 0 {
                "Nothing is overdue.".to_owned()
            } else {
                format!(
                    "{} something overdue.",
                    many(late, "promise has", "promises have")
                )
            },
            lede: vec![
                "The recruitment privacy notice, promise by promise: how the program keeps it, and what the store held on \
                 the day that shows it. It names nobody."
                    .to_owned(),
            ],
            facts: vec![
                Fact::new("Controller", self.organisation.clone()),
                Fact::new("As of", day),
                Fact::new("Document made", written_instant(self.made_at)),
                Fact::new(
                    "Document made by",
                    format!("{}, {}", self.made_by.name, self.made_by.role),
                ),
            ],
            sections: vec![self.table(), self.proof()],
            foot: format!(
                "{} · promises of the notice · made {} by Fairhold {}",
                self.organisation,
                short_instant(self.made_at),
                self.program
            ),
        }
    }

    fn table(&self) -> Section {
        Section {
            title: "Promise by promise".to_owned(),
            head: heads(&["No.", "Promised", "Kept by", "What shows it"]),
            widths: vec![1, 5, 6, 5],
            rows: self
                .promises
                .iter()
                .map(|line| {
                    vec![
                        line.number.clone(),
                        line.promised.clone(),
                        line.kept_by.clone(),
                        line.shown_by(),
                    ]
                })
                .collect(),
            ..Section::default()
        }
    }

    fn proof(&self) -> Section {
        Section::of_words(
            "How to verify this document",
            vec![format!(
                "This file carries a signature over every byte of it, made with the key of {} (Ed25519). The \
                 fingerprint of the key is {}. On any computer with Fairhold, “fairhold-cli verify report FILE” says \
                 whether the file is as it was made.",
                self.made_by.name, self.key
            )],
        )
    }
}

impl PromiseLine {
    fn is_overdue(&self) -> bool {
        self.evidence.iter().any(|line| line.overdue)
    }

    fn shown_by(&self) -> String {
        let lines: Vec<String> = self
            .evidence
            .iter()
            .map(|line| {
                if line.overdue {
                    format!("Overdue: {}", line.words)
                } else {
                    line.words.clone()
                }
            })
            .collect();
        lines.join(" ")
    }
}
