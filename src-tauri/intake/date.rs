//! Dates as other systems write them, and which way round a column's are.

use chrono::{DateTime, NaiveDate, NaiveDateTime, NaiveTime};
use domain::clock::london_date;
use serde::{Deserialize, Serialize};

/// How the dates of a column are written. ISO dates and dates with dots are read in every form, since they can be read
/// in one way only.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub enum DateForm {
    /// `2026-11-23`, with or without a time.
    Iso,
    /// `23/11/2026`, `23-11-26`, `23.11.2026`.
    DayFirst,
    /// `11/23/2026`, `11-23-26`.
    MonthFirst,
    /// Seconds since 1970.
    UnixSeconds,
    /// Milliseconds since 1970.
    UnixMillis,
}

/// What the values of a date column show.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", content = "form", rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub enum DateFinding {
    /// The form is certain, from the values or because the layout is known to write it.
    Known(DateForm),
    /// Every value can be read day first and month first: somebody who knows must say.
    NeedsChoice,
    /// There are no dates in the column.
    NoDates,
}

/// What was seen of a column while its values went by.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct DateTally {
    iso: usize,
    day_first: usize,
    month_first: usize,
    either: usize,
    seconds: usize,
    millis: usize,
}

impl DateTally {
    pub(crate) fn see(&mut self, raw: &str) {
        let text = raw.trim();
        if text.is_empty() {
            return;
        }
        if iso(text, ZonelessIs::Local).is_some() {
            self.iso += 1;
        } else if let Some((parts, separator)) = numbers(text) {
            let day_first = from_parts(parts, Order::DayFirst).is_some();
            let month_first = from_parts(parts, Order::MonthFirst).is_some();
            if separator == '.' || parts.0 == parts.1 {
                // Dots are day first everywhere, and 5/5 is the fifth of May in both.
                self.day_first += usize::from(separator == '.');
                self.iso += usize::from(separator != '.');
            } else if day_first && month_first {
                self.either += 1;
            } else if day_first {
                self.day_first += 1;
            } else if month_first {
                self.month_first += 1;
            }
        } else if unix(text, DateForm::UnixSeconds).is_some() {
            self.seconds += 1;
        } else if unix(text, DateForm::UnixMillis).is_some() {
            self.millis += 1;
        }
    }

    /// What the values show; `preset` is the form the layout is known to write, believed unless the values speak
    /// against it.
    pub(crate) fn finding(self, preset: Option<DateForm>) -> DateFinding {
        let slashed = self.day_first + self.month_first + self.either;
        if slashed == 0 {
            return if self.iso > 0 {
                DateFinding::Known(DateForm::Iso)
            } else if self.seconds > self.millis {
                DateFinding::Known(DateForm::UnixSeconds)
            } else if self.millis > 0 {
                DateFinding::Known(DateForm::UnixMillis)
            } else {
                DateFinding::NoDates
            };
        }
        match preset {
            Some(DateForm::DayFirst) if self.month_first == 0 => {
                DateFinding::Known(DateForm::DayFirst)
            }
            Some(DateForm::MonthFirst) if self.day_first == 0 => {
                DateFinding::Known(DateForm::MonthFirst)
            }
            _ if self.day_first > 0 && self.month_first == 0 => {
                DateFinding::Known(DateForm::DayFirst)
            }
            _ if self.month_first > 0 && self.day_first == 0 => {
                DateFinding::Known(DateForm::MonthFirst)
            }
            _ => DateFinding::NeedsChoice,
        }
    }
}

/// What a date and time without a zone means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ZonelessIs {
    /// The time on the wall.
    Local,
    /// UTC, to be turned into London's day.
    Utc,
}

/// Reads a date in a form.
pub(crate) fn parse(raw: &str, form: DateForm, zoneless: ZonelessIs) -> Option<NaiveDate> {
    let text = raw.trim().trim_start_matches('\'').trim();
    if let Some(date) = iso(text, zoneless) {
        return Some(date);
    }
    if let Some((parts, separator)) = numbers(text) {
        let order = if separator == '.' {
            Order::DayFirst
        } else {
            match form {
                DateForm::DayFirst => Order::DayFirst,
                DateForm::MonthFirst => Order::MonthFirst,
                DateForm::Iso | DateForm::UnixSeconds | DateForm::UnixMillis
                    if parts.0 == parts.1 =>
                {
                    Order::DayFirst
                }
                DateForm::Iso | DateForm::UnixSeconds | DateForm::UnixMillis => return None,
            }
        };
        return from_parts(parts, order);
    }
    match form {
        DateForm::UnixSeconds | DateForm::UnixMillis => unix(text, form),
        DateForm::Iso | DateForm::DayFirst | DateForm::MonthFirst => None,
    }
}

fn iso(text: &str, zoneless: ZonelessIs) -> Option<NaiveDate> {
    let (day, time) = text.split_at_checked(10)?;
    // Cheaper than chrono's own parser, which runs here for every cell of a date column.
    let mut parts = day.split('-');
    let (year, month, of_month) = (parts.next()?, parts.next()?, parts.next()?);
    if year.len() != 4
        || !day
            .bytes()
            .all(|byte| byte.is_ascii_digit() || byte == b'-')
    {
        return None;
    }
    let date = NaiveDate::from_ymd_opt(
        year.parse().ok()?,
        month.parse().ok()?,
        of_month.parse().ok()?,
    )?;
    if time.is_empty() {
        return Some(date);
    }
    let time = time.strip_prefix([' ', 'T'])?;
    if time.ends_with(['Z', 'z']) || time.get(6..).is_some_and(|rest| rest.contains(['+', '-'])) {
        let joined = format!("{day}T{}", time.replace(" UTC", "Z").replace(' ', ""));
        let instant = DateTime::parse_from_rfc3339(&joined)
            .or_else(|_| DateTime::parse_from_str(&joined, "%Y-%m-%dT%H:%M:%S%.f%z"))
            .ok()?;
        return Some(london_date(instant.to_utc()));
    }
    let time = NaiveTime::parse_from_str(time, "%H:%M:%S%.f")
        .or_else(|_| NaiveTime::parse_from_str(time, "%H:%M"));
    match zoneless {
        ZonelessIs::Local => time.ok().map(|_| date),
        ZonelessIs::Utc => Some(london_date(NaiveDateTime::new(date, time.ok()?).and_utc())),
    }
}

#[derive(Clone, Copy)]
enum Order {
    DayFirst,
    MonthFirst,
}

/// The three numbers of a date with `/`, `-` or `.`; a time behind them is let go.
fn numbers(text: &str) -> Option<((u32, u32, i32), char)> {
    let day = text.split([' ', 'T']).next()?;
    let separator = day.chars().find(|c| !c.is_ascii_digit())?;
    if !matches!(separator, '/' | '-' | '.') {
        return None;
    }
    let mut parts = day.trim_end_matches('.').split(separator);
    let (first, second, year) = (parts.next()?, parts.next()?, parts.next()?);
    if parts.next().is_some() || first.len() > 2 || second.len() > 2 || !matches!(year.len(), 2 | 4)
    {
        return None;
    }
    let number: i32 = year.parse().ok()?;
    // As spreadsheets do: 69 is 1969, 68 is 2068.
    let full = match (year.len(), number) {
        (2, 0..=68) => number + 2000,
        (2, _) => number + 1900,
        _ => number,
    };
    Some(((first.parse().ok()?, second.parse().ok()?, full), separator))
}

fn from_parts((first, second, year): (u32, u32, i32), order: Order) -> Option<NaiveDate> {
    match order {
        Order::DayFirst => NaiveDate::from_ymd_opt(year, second, first),
        Order::MonthFirst => NaiveDate::from_ymd_opt(year, first, second),
    }
}

fn unix(text: &str, form: DateForm) -> Option<NaiveDate> {
    let digits = text.strip_suffix(".0").unwrap_or(text);
    if !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let number: i64 = digits.parse().ok()?;
    let instant = match (form, digits.len()) {
        (DateForm::UnixSeconds, 9 | 10) => DateTime::from_timestamp(number, 0),
        (DateForm::UnixMillis, 12 | 13) => DateTime::from_timestamp_millis(number),
        (
            DateForm::Iso
            | DateForm::DayFirst
            | DateForm::MonthFirst
            | DateForm::UnixSeconds
            | DateForm::UnixMillis,
            _,
        ) => None,
    };
    instant.map(london_date)
}
