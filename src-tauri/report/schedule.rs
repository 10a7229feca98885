//! The retention schedule: how long each class of data is kept, by which rule, and where that comes from.

use chrono::{DateTime, NaiveDate, Utc};
use domain::number::many;
use domain::retention::{DataClass, PolicyValues};
use serde::Serialize;
use serde_json::Value;

use crate::document::{Document, Fact, Section};
use crate::erasure::Operator;
use crate::words::{class, short_instant, written_instant};

/// The schedule, as data.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Schedule {
    /// What it is called: "Retention schedule of 27 November 2026".
    pub number: String,
    /// The controller.
    pub organisation: String,
    /// The day on which it was in force.
    pub on: NaiveDate,
    /// When the document was made.
    pub made_at: DateTime<Utc>,
    /// Who made it.
    pub made_by: Operator,
    /// The version of the program.
    pub program: String,
    /// The fingerprint of the key that signs it.
    pub key: String,
    /// The policy.
    pub policy: PolicyValues,
    /// The version of the policy, where it has one.
    pub version: Option<String>,
}

impl Schedule {
    /// The schedule as JSON.
    pub fn data(&self) -> Value {
        // It is made of text, whole numbers and days: there is always JSON for it.
        serde_json::to_value(self).unwrap_or_default()
    }

    /// The schedule in words.
    pub fn document(&self) -> Document {
        let day = domain::dates::plain(self.on);
        let months = month_count(self.policy.unsuccessful_months);
        let mut facts = vec![
            Fact::new("Controller", self.organisation.clone()),
            Fact::new("In force on", day.clone()),
        ];
        if let Some(version) = &self.version {
            facts.push(Fact::new("Policy", version.clone()));
        }
        facts.extend([
            Fact::new("Document made", written_instant(self.made_at)),
            Fact::new(
                "Document made by",
                format!("{}, {}", self.made_by.name, self.made_by.role),
            ),
        ]);
        Document {
            title: "Retention schedule".to_owned(),
            number: day,
            organisation: self.organisation.clone(),
            headline: format!("Records go {months} after the outcome."),
            lede: vec![
                "Only the person’s own permission keeps a record longer, and only what stands below under Permission; \
                 only a block delays its end. Looking at a record, changing it or importing it again never moves its \
                 day."
                    .to_owned(),
            ],
            facts,
            sections: vec![self.classes(), self.people(), blocks(), self.proof()],
            foot: format!(
                "{} · retention schedule · made {} by Fairhold {}",
                self.organisation,
                short_instant(self.made_at),
                self.program
            ),
        }
    }

    fn classes(&self) -> Section {
        Section {
            title: "Each class of data".to_owned(),
            words: vec![
                "The outcome is the day the decision was made, not the day it was told. Months end on the same day of \
                 the month, or on its last."
                    .to_owned(),
            ],
            head: heads(&["What", "Kept until", "Permission", "Rule and source"]),
            figures: Vec::new(),
            widths: vec![5, 6, 3, 6],
            rows: DataClass::ALL
                .into_iter()
                .map(|of| {
                    let (until, source) = kept_until(&self.policy, of);
                    vec![
                        class(of).to_owned(),
                        until,
                        if of.permission_extends() {
                            "keeps it longer"
                        } else {
                            "does not"
                        }
                        .to_owned(),
                        format!("{}: {source}", of.rule()),
                    ]
                })
                .collect(),
        }
    }

    fn people(&self) -> Section {
        let policy = &self.policy;
        Section {
            title: "Each way a record ends".to_owned(),
            words: Vec::new(),
            head: heads(&["When", "The record goes", "Rule"]),
            figures: Vec::new(),
            widths: vec![6, 9, 2],
            rows: [
                (
                    "An application ends without hire",
                    begun_after(policy.unsuccessful_months),
                    "RET-02",
                ),
                (
                    "A vacancy is closed out undecided",
                    format!("{}; that day is the outcome", begun_after(policy.unsuccessful_months)),
                    "RET-01",
                ),
                (
                    "The person gave permission",
                    format!(
                        "When the permission ends: {} after it was given unless another time was agreed, at most 24",
                        month_count(policy.permission_months)
                    ),
                    "RET-03",
                ),
                (
                    "The person withdraws a permission",
                    "As if it had not been given, from that day".to_owned(),
                    "RET-04",
                ),
                (
                    "The person is on the reserve list",
                    "When their place on it ends, which needs a permission".to_owned(),
                    "RET-05",
                ),
                (
                    "A request for erasure is upheld",
                    "That day".to_owned(),
                    "RET-07",
                ),
                (
                    "The person is hired",
                    format!(
                        "{} after HR confirmed the hand-over, but no later than {}",
                        many(policy.hired_grace_days.into(), "day", "days"),
                        after_outcome(policy.unsuccessful_months)
                    ),
                    "RET-13",
                ),
                (
                    "The person never applied",
                    format!(
                        "{} after their details came in; at once where they object, or were not given the notice in \
                         time",
                        month_count(policy.prospect_months)
                    ),
                    "RET-14",
                ),
            ]
            .into_iter()
            .map(|(when, goes, rule)| vec![when.to_owned(), goes, rule.to_owned()])
            .collect(),
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

/// Until when a class is kept, and where that comes from (RULEBOOK 4.2, 4.3).
pub(crate) fn kept_until(policy: &PolicyValues, of: DataClass) -> (String, &'static str) {
    let after = |months: u8| after_outcome(months);
    match of {
        DataClass::Contact
        | DataClass::Form
        | DataClass::Reference
        | DataClass::Test
        | DataClass::Correspondence
        | DataClass::ToolUse
        | DataClass::Opinion
        | DataClass::Vetting => (
            after(policy.unsuccessful_months),
            "the privacy notice; UK GDPR Art 5(1)(e)",
        ),
        DataClass::IdentityDocument | DataClass::RightToWork => (
            "the outcome; where the person is hired, until HR has confirmed the hand-over"
                .to_owned(),
            "the Home Office’s guide for employers",
        ),
        DataClass::Equality => (
            format!(
                "they are made into totals, or the person asks to stop, but no longer than {}",
                after(policy.unsuccessful_months)
            ),
            "DPA 2018 Sch 1 para 8",
        ),
        DataClass::PublicDomain => (
            format!(
                "the decision it was taken for, but no longer than {}",
                after(policy.unsuccessful_months)
            ),
            "UK GDPR Art 5(1)(c) and (e)",
        ),
        DataClass::Recording => (
            after(policy.recording_months),
            "UK GDPR Art 5(1)(c) and (e)",
        ),
        DataClass::Device => (
            match policy.device_days {
                0 => "not kept".to_owned(),
                days => format!("{} after collection", many(days.into(), "day", "days")),
            },
            "the privacy notice",
        ),
        DataClass::Health => (after(policy.health_months), "UK GDPR Art 9; DPA 2018 Sch 1"),
        DataClass::CriminalRecord => (
            match policy.criminal_record_months {
                0 => "the decision on suitability".to_owned(),
                months => format!(
                    "{} after the decision on suitability, but no longer than {}",
                    month_count(months),
                    after(policy.unsuccessful_months)
                ),
            },
            "the DBS code of practice",
        ),
    }
}

fn blocks() -> Section {
    Section {
        title: "What delays the end".to_owned(),
        words: vec![
            "A block keeps a record past its day and moves no date: when it is lifted, the record goes that day."
                .to_owned(),
        ],
        head: heads(&["Block", "Until", "Rule"]),
        figures: Vec::new(),
        widths: vec![6, 9, 2],
        rows: [
            ("A legal hold", "a second person releases it; it is looked at again at least every six months", "RET-06"),
            ("An open access request", "the reply has gone", "RET-07"),
            ("A restriction of processing", "it is lifted", "RET-08"),
            ("An open complaint or incident", "its outcome has gone, or it is closed", "RET-09"),
            ("A hand-over that HR has not confirmed", "HR confirms it, as it may be the only copy", "RET-13"),
        ]
        .into_iter()
        .map(|(block, until, rule)| vec![block.to_owned(), until.to_owned(), rule.to_owned()])
        .collect(),
    }
}

fn month_count(months: u8) -> String {
    many(months.into(), "month", "months")
}

fn after_outcome(months: u8) -> String {
    match months {
        0 => "the outcome".to_owned(),
        months => format!("{} after the outcome", month_count(months)),
    }
}

fn begun_after(months: u8) -> String {
    match months {
        0 => "On the day of the outcome".to_owned(),
        months => format!("{} after the outcome", month_count(months)),
    }
}

pub(crate) fn heads(names: &[&str]) -> Vec<String> {
    names.iter().map(|name| (*name).to_owned()).collect()
}
