//! Reads a file of vectors, in either form.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};
use thiserror::Error;

use crate::deadline::LawDates;
use crate::holidays::{BankHolidays, Calendar, Nation};
use crate::retention::{PolicyError, PolicyValues, RetentionPolicy};
use crate::rules::Difference;

/// Why a file of vectors could not be read.
#[derive(Debug, Error)]
pub enum VectorFileError {
    /// Not JSON, or not of the form.
    #[error("not a file of vectors: {0}")]
    Format(#[from] serde_json::Error),
    /// A later form of file.
    #[error("the file has format {0}; this program reads format 1")]
    UnknownFormat(u64),
    /// A nation that has no list of bank holidays.
    #[error("the file has bank holidays for {0:?}, which is no nation of the United Kingdom")]
    UnknownNation(String),
    /// Policy values outside their bounds.
    #[error("the file's policy is refused: {0}")]
    Policy(#[from] PolicyError),
    /// Nothing to check.
    #[error("the file holds no vectors")]
    Empty,
}

/// What every vector of one file shares.
#[derive(Debug)]
pub(super) struct Context {
    pub(super) holidays: BankHolidays,
    pub(super) policy: RetentionPolicy,
    pub(super) other: OtherDefaults,
    pub(super) law: LawDates,
}

/// Policy values that are not retention's, with RULEBOOK §15's defaults.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(default)]
pub(super) struct OtherDefaults {
    pub(super) training_months: u8,
    pub(super) panel_grace_days: u8,
    pub(super) auditor_max_days: u8,
    pub(super) recipient_notice_days: u8,
    pub(super) backup_retention_days: u8,
}

impl Default for OtherDefaults {
    fn default() -> Self {
        Self {
            training_months: 24,
            panel_grace_days: 14,
            auditor_max_days: 90,
            recipient_notice_days: 14,
            backup_retention_days: 35,
        }
    }
}

#[derive(Clone, Copy, Default, Deserialize)]
#[serde(default)]
struct RetentionDefaults {
    unsuccessful_months: Option<u8>,
    permission_months: Option<u8>,
    dbs_months: Option<u8>,
    hired_grace_days: Option<u8>,
    prospect_months: Option<u8>,
    reminder_days: Option<u8>,
    hold_review_months: Option<u8>,
}

#[derive(Deserialize)]
struct File {
    format: Option<u64>,
    bank_holidays: Option<BTreeMap<String, Vec<NaiveDate>>>,
    policy_defaults: Option<Value>,
    law_dates: Option<BTreeMap<String, Option<NaiveDate>>>,
    vectors: Vec<Value>,
}

pub(super) fn read(json: &str) -> Result<(Context, Vec<Value>), VectorFileError> {
    // Editors on Windows put a byte order mark first, and JSON knows none.
    let file: File = serde_json::from_str(json.trim_start_matches('\u{feff}'))?;
    if let Some(format) = file.format.filter(|format| *format != 1) {
        return Err(VectorFileError::UnknownFormat(format));
    }
    if file.vectors.is_empty() {
        return Err(VectorFileError::Empty);
    }
    let mut calendars = Vec::new();
    for (name, days) in file.bank_holidays.unwrap_or_default() {
        let nation = Nation::from_code(&name).ok_or(VectorFileError::UnknownNation(name))?;
        let until = days
            .iter()
            .max()
            .and_then(|last| NaiveDate::from_ymd_opt(last.year(), 12, 31))
            .unwrap_or(NaiveDate::MIN);
        calendars.push((nation, Calendar::new(days, until)));
    }
    let defaults = file
        .policy_defaults
        .unwrap_or_else(|| Value::Object(Map::new()));
    let law_date = |name: &str| file.law_dates.as_ref().and_then(|dates| *dates.get(name)?);
    let law = LawDates::default();
    let context = Context {
        holidays: BankHolidays::shipped().clone().replaced(calendars),
        policy: RetentionPolicy::new(values(serde_json::from_value(defaults.clone())?))?,
        other: serde_json::from_value(defaults)?,
        law: LawDates {
            complaints_duty_from: law_date("s164A_in_force").unwrap_or(law.complaints_duty_from),
        },
    };
    Ok((context, file.vectors))
}

fn values(defaults: RetentionDefaults) -> PolicyValues {
    let notice = PolicyValues::default();
    PolicyValues {
        unsuccessful_months: defaults
            .unsuccessful_months
            .unwrap_or(notice.unsuccessful_months),
        permission_months: defaults
            .permission_months
            .unwrap_or(notice.permission_months),
        criminal_record_months: defaults.dbs_months.unwrap_or(notice.criminal_record_months),
        hired_grace_days: defaults.hired_grace_days.unwrap_or(notice.hired_grace_days),
        prospect_months: defaults.prospect_months.unwrap_or(notice.prospect_months),
        permission_reminder_days: defaults
            .reminder_days
            .unwrap_or(notice.permission_reminder_days),
        hold_review_months: defaults
            .hold_review_months
            .unwrap_or(notice.hold_review_months),
        ..notice
    }
}

/// One vector.
#[derive(Debug, Default)]
pub(super) struct Vector {
    pub(super) id: Option<String>,
    pub(super) rule: String,
    pub(super) kind: String,
    pub(super) input: Value,
    pub(super) expected: Map<String, Value>,
    pub(super) why: String,
}

#[derive(Deserialize)]
struct RawVector {
    id: Option<String>,
    rule: String,
    kind: Option<String>,
    #[serde(rename = "in", alias = "inputs")]
    input: Map<String, Value>,
    #[serde(rename = "expect", alias = "expected")]
    expected: Map<String, Value>,
    #[serde(rename = "why", alias = "reason", default)]
    why: String,
}

impl Vector {
    /// Reads a vector; where it is broken, as much of it as names it, and what is wrong.
    pub(super) fn parse(raw: Value) -> (Self, Option<Difference>) {
        let text = |field: &str| raw.get(field).and_then(Value::as_str).map(str::to_owned);
        let rule = text("rule").unwrap_or_default();
        let named = Self {
            id: text("id"),
            kind: text("kind").unwrap_or_else(|| rule.clone()),
            rule,
            why: text("why").or_else(|| text("reason")).unwrap_or_default(),
            ..Self::default()
        };
        match serde_json::from_value::<RawVector>(raw) {
            Ok(RawVector {
                id,
                rule,
                kind,
                input,
                expected,
                why,
            }) => {
                let kind = kind.unwrap_or_else(|| rule.clone());
                (
                    Self {
                        id,
                        rule,
                        kind,
                        input: Value::Object(input),
                        expected,
                        why,
                    },
                    None,
                )
            }
            Err(error) => {
                let expected = Value::from("a rule, its input and what it expects");
                let got = Value::from(error.to_string());
                (
                    named,
                    Some(Difference {
                        field: "vector".to_owned(),
                        expected,
                        got,
                    }),
                )
            }
        }
    }
}

/// Reads a vector's input as what a rule needs.
pub(super) fn input<T: DeserializeOwned>(value: Value) -> Result<T, String> {
    serde_json::from_value(value).map_err(|error| error.to_string())
}

/// The fields a rule answers with.
pub(super) fn fields<const N: usize>(fields: [(&str, Value); N]) -> Map<String, Value> {
    fields
        .into_iter()
        .map(|(name, value)| (name.to_owned(), value))
        .collect()
}

/// A date, or null.
pub(super) fn date(date: impl Into<Option<NaiveDate>>) -> Value {
    date.into()
        .map_or(Value::Null, |date| Value::from(date.to_string()))
}
