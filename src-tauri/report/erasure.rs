//! The report of one erasure, or of all in a period (RULEBOOK ERA-03, ERA-04).

mod told;

use chrono::{DateTime, NaiveDate, Utc};
use domain::figure::Figure;
use domain::retention::DataClass;
use serde::Serialize;
use serde_json::Value;

/// What a report says, as data. It is what is signed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ErasureReport {
    /// Its number: that of the erasure, or the period.
    pub number: String,
    /// The controller.
    pub organisation: String,
    /// The period, where it is of one.
    pub period: Option<Period>,
    /// When the report was made.
    pub made_at: DateTime<Utc>,
    /// Who made it.
    pub made_by: Operator,
    /// The version of the program that made it.
    pub program: String,
    /// The fingerprint of the key that signs it.
    pub key: String,
    /// The erasures, the first first. Only those that were verified.
    pub runs: Vec<Run>,
    /// Erasures of the period that were not verified, and are not in it.
    pub not_verified: u64,
    /// Who was told, or is to be told, that what they were given was erased (Art 19).
    pub recipients: Vec<Recipient>,
    /// Until when copies that a backup may hold are beyond use; `None` where no backup was made.
    pub backups_until: Option<NaiveDate>,
}

/// A period, both days included.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Period {
    /// Its first day.
    pub from: NaiveDate,
    /// Its last day.
    pub to: NaiveDate,
}

/// Who did something.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Operator {
    /// The account's name.
    pub name: String,
    /// Its role, in words.
    pub role: String,
}

/// What began an erasure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Trigger {
    /// A sweep of everybody whose day had come.
    Sweep,
    /// Somebody chose who should go; each was due by a rule.
    Chosen,
    /// They asked for it themselves.
    Request,
}

/// One erasure.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Run {
    /// Its number.
    pub number: String,
    /// When.
    pub at: DateTime<Utc>,
    /// The day in London.
    pub on: NaiveDate,
    /// Who.
    pub by: Operator,
    /// What began it, where that was written down.
    pub trigger: Option<Trigger>,
    /// The day its dates were weighed on, where it was not its own.
    pub as_of: Option<NaiveDate>,
    /// The version of the program that did it, where it was written down.
    pub program: Option<String>,
    /// The policy it was done under, in words, where it was written down.
    pub policy: Option<String>,
    /// How many people.
    pub people: Figure,
    /// How many by which rule.
    pub rules: Vec<RuleLine>,
    /// What went by class of data, where that was counted.
    pub classes: Vec<Classes>,
    /// How many went on their day and how many later, where it was written down.
    pub punctuality: Option<Punctuality>,
    /// Who was past their day and kept, and by what, where it was written down.
    pub kept: Option<Vec<Kept>>,
    /// What was looked at afterwards.
    pub checked: Checked,
    /// The number of the journal's entry that says it was verified.
    pub entry: Option<i64>,
    /// The hash of that entry, in hexadecimal.
    pub entry_hash: Option<String>,
}

/// How many went by a rule.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct RuleLine {
    /// The rule: "RET-02".
    pub rule: String,
    /// How many people.
    pub people: Figure,
}

/// What went of a class of data.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Classes {
    /// Which class.
    pub class: DataClass,
    /// How many items.
    pub items: Figure,
}

/// How many went on their day, and how many later.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Punctuality {
    /// On the first day they were due.
    pub on_the_day: Figure,
    /// Later.
    pub late: Figure,
    /// How many days after it the last went.
    pub most_days: u64,
}

/// People past their day who were kept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Kept {
    /// What keeps them, in words: "a legal hold: a claim".
    pub because: String,
    /// The rule.
    pub rule: String,
    /// The ground in law, where there is one: "UK GDPR Art 17(3)(e)".
    pub law: Option<String>,
    /// How many people.
    pub people: Figure,
    /// The day it is looked at again, where there is one; the first of several.
    pub review_by: Option<NaiveDate>,
}

/// A kind of recipient that was told of an erasure, or is to be.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Recipient {
    /// The number of the erasure.
    pub erasure: String,
    /// What kind of recipient.
    pub category: String,
    /// How many of them.
    pub number: u64,
    /// How many of the records that went they were given something of, each recipient's counted by itself.
    pub records: Figure,
    /// How many of them were told.
    pub told: u64,
    /// By when they are told.
    pub by: NaiveDate,
}

/// What was looked at after an erasure. The erasure counts as verified only when nothing was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Checked {
    /// Pages of the database and its log that were decrypted and read.
    pub pages: u64,
    /// Files that were read.
    pub files: u64,
    /// Bytes that were read.
    pub bytes: u64,
    /// Names, addresses and numbers that were looked for; `None` where so few people went that it would tell how
    /// many.
    pub words: Option<u64>,
    /// Whether the database was written anew before.
    pub rebuilt: bool,
}

/// Counts of several erasures together. Those that may not be shown are not added up, so that nothing follows from
/// the sum.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// The sum of those that are shown.
    pub shown: u64,
    /// How many are between one and four.
    pub fewer: u64,
    /// How many are five or more, and not said.
    pub more: u64,
}

impl Tally {
    /// Adds figures up.
    pub fn of(figures: impl IntoIterator<Item = Figure>) -> Self {
        let mut tally = Self::default();
        for figure in figures {
            match figure {
                Figure::Exactly(number) => tally.shown = tally.shown.saturating_add(number),
                Figure::FewerThanFive => tally.fewer += 1,
                Figure::FiveOrMore => tally.more += 1,
            }
        }
        tally
    }
}

impl ErasureReport {
    /// The report as JSON.
    pub fn data(&self) -> Value {
        // It is made of text, whole numbers and days: there is always JSON for it.
        serde_json::to_value(self).unwrap_or_default()
    }
}
