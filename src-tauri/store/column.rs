//! The storage edge: where semantic types become column values, and column values become types again.

use chrono::{DateTime, NaiveDate, Utc};
use domain::text::{Line, Prose};
use rusqlite::types::{FromSql, FromSqlError, FromSqlResult, ToSql, ToSqlOutput, ValueRef};
use uuid::Uuid;

use crate::error::StoreError;

/// An id as sixteen bytes.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Id(pub(crate) Uuid);

impl ToSql for Id {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(ToSqlOutput::Borrowed(ValueRef::Blob(self.0.as_bytes())))
    }
}

impl FromSql for Id {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        Uuid::from_slice(value.as_blob()?)
            .map(Self)
            .map_err(|_error| FromSqlError::InvalidType)
    }
}

/// A day as `YYYY-MM-DD`, which sorts as text.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Day(pub(crate) NaiveDate);

impl ToSql for Day {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(ToSqlOutput::from(day_text(self.0)))
    }
}

impl FromSql for Day {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        NaiveDate::parse_from_str(value.as_str()?, "%Y-%m-%d")
            .map(Self)
            .map_err(|_error| FromSqlError::InvalidType)
    }
}

/// A day as its column holds it.
pub(crate) fn day_text(day: NaiveDate) -> String {
    day.format("%Y-%m-%d").to_string()
}

/// An instant as milliseconds since 1970.
#[derive(Clone, Copy, Debug)]
pub(crate) struct At(pub(crate) DateTime<Utc>);

impl ToSql for At {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(ToSqlOutput::from(self.0.timestamp_millis()))
    }
}

impl FromSql for At {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        DateTime::from_timestamp_millis(value.as_i64()?)
            .map(Self)
            .ok_or(FromSqlError::InvalidType)
    }
}

/// The day of an optional column.
pub(crate) fn day(value: Option<Day>) -> Option<NaiveDate> {
    value.map(|day| day.0)
}

/// A stored code as the type it stands for.
pub(crate) fn decode<T>(column: &'static str, value: Option<T>) -> Result<T, StoreError> {
    value.ok_or(StoreError::Unreadable { column })
}

/// A stored line of text.
pub(crate) fn line(column: &'static str, text: &str) -> Result<Line, StoreError> {
    decode(column, Line::parse(text).ok())
}

/// A stored line of text, where there is one.
pub(crate) fn optional_line(
    column: &'static str,
    text: Option<String>,
) -> Result<Option<Line>, StoreError> {
    text.map(|text| line(column, &text)).transpose()
}

/// Stored prose.
pub(crate) fn prose(column: &'static str, text: &str) -> Result<Prose, StoreError> {
    decode(column, Prose::parse(text).ok())
}

/// Lines kept in one column, a line each.
pub(crate) fn lines(column: &'static str, text: &str) -> Result<Vec<Line>, StoreError> {
    text.split('\n')
        .filter(|part| !part.is_empty())
        .map(|part| line(column, part))
        .collect()
}

/// Lines as one column's text.
pub(crate) fn joined(lines: &[Line]) -> String {
    lines
        .iter()
        .map(Line::as_str)
        .collect::<Vec<_>>()
        .join("\n")
}

/// A count from a column that never goes below nought.
pub(crate) fn count(value: i64) -> u64 {
    u64::try_from(value).unwrap_or(0)
}

/// A revision from its column.
pub(crate) fn revision(value: i64) -> u32 {
    u32::try_from(value).unwrap_or(u32::MAX)
}

/// A list of row numbers as JSON, for `IN (SELECT value FROM json_each(?))`.
pub(crate) fn json_rows(rows: impl IntoIterator<Item = i64>) -> String {
    let mut text = String::from("[");
    for row in rows {
        if text.len() > 1 {
            text.push(',');
        }
        text.push_str(&row.to_string());
    }
    text.push(']');
    text
}

/// A list of codes as JSON. Codes have no quotes and no backslashes.
pub(crate) fn json_words(words: &[String]) -> String {
    format!("[\"{}\"]", words.join("\",\""))
}
