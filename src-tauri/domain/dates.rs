//! Calendar arithmetic: months, London days, and how a date is written for people (RULEBOOK §2).
//!
//! A date is a calendar day in London. Nothing here reads a clock, and nothing here rolls to a working day:
//! that is [`crate::holidays`], and only answers to people roll, never the end of a period of keeping (T-05).

use chrono::{
    DateTime, Days, LocalResult, Months, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, TimeZone,
    Utc,
};
use chrono_tz::Europe::London;

/// The day `months` months after `date`: the same day of the month, or, where that month has no such day, its
/// last (RULEBOOK T-03; Regulation 1182/71 Art 3(2)(c)). Always count from the original date: chained months
/// drift, since 31 August, 28 February and 28 March lie on one chain.
///
/// Past the last year a date can hold, the answer is that last day.
pub fn months_after(date: NaiveDate, months: u32) -> NaiveDate {
    date.checked_add_months(Months::new(months))
        .unwrap_or(NaiveDate::MAX)
}

/// The day `days` days after `date`, or the last day a date can hold.
pub fn days_after(date: NaiveDate, days: u64) -> NaiveDate {
    date.checked_add_days(Days::new(days))
        .unwrap_or(NaiveDate::MAX)
}

/// The day `days` days before `date`, or the first day a date can hold.
pub fn days_before(date: NaiveDate, days: u64) -> NaiveDate {
    date.checked_sub_days(Days::new(days))
        .unwrap_or(NaiveDate::MIN)
}

/// The first instant that is no longer in the day: midnight in London at the start of the next one
/// (RULEBOOK T-02). A day is 23 or 25 hours long when the clocks change.
pub fn day_ends_before(date: NaiveDate) -> DateTime<Utc> {
    instant_of(days_after(date, 1).and_time(NaiveTime::MIN))
}

/// The instant at which clocks in London show a time. In the hour that comes twice, the first: a deadline
/// counted from it is the earlier one. In the hour that is skipped, the time as if clocks had not gone forward.
pub fn instant_of(london: NaiveDateTime) -> DateTime<Utc> {
    match London.from_local_datetime(&london) {
        LocalResult::Single(at) | LocalResult::Ambiguous(at, _) => at.with_timezone(&Utc),
        // Only the hour in which summer time begins is missing, and before it London is on UTC.
        LocalResult::None => london.and_utc(),
    }
}

/// An instant later by whole hours, or the last one there is.
pub fn hours_after(instant: DateTime<Utc>, hours: i64) -> DateTime<Utc> {
    TimeDelta::try_hours(hours)
        .and_then(|span| instant.checked_add_signed(span))
        .unwrap_or(DateTime::<Utc>::MAX_UTC)
}

/// A date as people read it: "14 May 2027".
pub fn plain(date: NaiveDate) -> String {
    date.format("%-d %B %Y").to_string()
}

/// A small number in words, a larger one in figures: "six", "18".
pub(crate) fn number(of: u32) -> String {
    const WORDS: [&str; 13] = [
        "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
        "eleven", "twelve",
    ];
    usize::try_from(of)
        .ok()
        .and_then(|index| WORDS.get(index))
        .map_or_else(|| of.to_string(), |word| (*word).to_owned())
}

/// A number of months in words: "one month", "six months".
pub(crate) fn months_in_words(months: u32) -> String {
    format!(
        "{} month{}",
        number(months),
        if months == 1 { "" } else { "s" }
    )
}

/// A number of days in words: "one day", "30 days".
pub(crate) fn days_in_words(days: u32) -> String {
    format!("{} day{}", number(days), if days == 1 { "" } else { "s" })
}

#[cfg(test)]
mod tests;
