//! What the user decided before a file is read.

use chrono::NaiveDate;
use domain::source::Source;
use domain::text::Line;
use serde::{Deserialize, Serialize};

use crate::date::DateForm;
use crate::mapping::Mapping;

/// How rows are treated whose source gives no day to count the six months from. The day of the import is never one
/// (RULES R18).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(
    tag = "kind",
    rename_all = "camelCase",
    rename_all_fields = "camelCase"
)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub enum Undated {
    /// They are refused.
    #[default]
    Refuse,
    /// An ending with no day counts from the day the application came in, the earliest it can have been; rows with
    /// no day at all are refused.
    FromReceived,
    /// The user knows the day and gives it for the whole file.
    On {
        /// The day.
        date: NaiveDate,
    },
}

/// How the dates of one column are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct DateChoice {
    /// The column, counted from 0.
    pub column: usize,
    /// Its form.
    pub form: DateForm,
}

/// What the user decided. [`crate::Inspection::plan`] makes the one that needs no decision.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct Plan {
    /// The row with the headings, counted from 1 as a spreadsheet does; none where every row is an applicant.
    pub heading_row: Option<usize>,
    /// What each column holds.
    pub mapping: Mapping,
    /// How dates are written; a date column not named here must be unambiguous.
    pub dates: Vec<DateChoice>,
    /// Rows without a day.
    pub undated: Undated,
    /// The source of rows that name none; without it, another applicant tracking system (the notice, S33).
    pub default_source: Option<Source>,
    /// The vacancy of rows that name none; without it they are prospects, who have applied for nothing.
    pub default_vacancy: Option<Line>,
    /// For how many months after its end a record is kept (RULES R2, R20).
    pub keep_months: u32,
}

impl Plan {
    /// The notice's period, "up to six months".
    pub const KEEP_MONTHS: u32 = 6;
}
