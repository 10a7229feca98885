use chrono::{Datelike, NaiveDate};
use proptest::prelude::*;

use super::*;
use crate::testing::any_day;

/// The corresponding date by walking: whole months forward one day at a time from the first of the month, then
/// to the day, or the last there is.
fn walked(date: NaiveDate, months: u32) -> NaiveDate {
    let mut first = date.with_day(1).unwrap();
    for _ in 0..months {
        let month = first.month();
        while first.month() == month {
            first = first.succ_opt().unwrap();
        }
    }
    let mut day = first;
    while day.day() < date.day() && day.succ_opt().unwrap().month() == first.month() {
        day = day.succ_opt().unwrap();
    }
    day
}

#[test]
fn months_after_agrees_with_walking_the_calendar_from_1970_to_2100() {
    let mut date = NaiveDate::from_ymd_opt(1970, 1, 1).unwrap();
    while date.year() <= 2100 {
        for months in [1, 6, 12] {
            assert_eq!(
                months_after(date, months),
                walked(date, months),
                "{date} + {months}"
            );
        }
        date = date.succ_opt().unwrap();
    }
}

proptest! {
    #[test]
    fn months_after_agrees_with_walking_for_any_number_of_months(date in any_day(), months in 0_u32..48) {
        prop_assert_eq!(months_after(date, months), walked(date, months));
    }

    #[test]
    fn a_later_day_never_has_an_earlier_end(date in any_day(), later in 0_u64..40, months in 0_u32..48) {
        prop_assert!(months_after(date, months) <= months_after(days_after(date, later), months));
    }

    #[test]
    fn a_day_holds_its_own_instants_and_ends_where_the_next_begins(date in any_day()) {
        let end = day_ends_before(date);
        prop_assert_eq!(crate::clock::london_date(end), days_after(date, 1));
        prop_assert_eq!(crate::clock::london_date(end - TimeDelta::seconds(1)), date);
    }
}

#[test]
fn dates_beyond_the_calendar_stop_at_its_end() {
    assert_eq!(months_after(NaiveDate::MAX, 1), NaiveDate::MAX);
    assert_eq!(months_after(NaiveDate::MIN, u32::MAX), NaiveDate::MAX);
    assert_eq!(days_after(NaiveDate::MAX, 1), NaiveDate::MAX);
    assert_eq!(days_before(NaiveDate::MIN, 1), NaiveDate::MIN);
    assert!(day_ends_before(NaiveDate::MAX) > day_ends_before(NaiveDate::MIN));
    assert!(hours_after(DateTime::<Utc>::MAX_UTC, 72) == DateTime::<Utc>::MAX_UTC);
}

#[test]
fn a_clock_time_that_comes_twice_is_the_first_and_one_that_is_skipped_is_still_a_time() {
    let at = |text: &str| instant_of(text.parse().unwrap()).to_rfc3339();
    assert_eq!(at("2026-10-25T01:30:00"), "2026-10-25T00:30:00+00:00");
    assert_eq!(at("2026-03-29T01:30:00"), "2026-03-29T01:30:00+00:00");
}

#[test]
fn dates_and_periods_read_as_people_write_them() {
    assert_eq!(
        plain(NaiveDate::from_ymd_opt(2027, 5, 4).unwrap()),
        "4 May 2027"
    );
    assert_eq!(months_in_words(1), "one month");
    assert_eq!(months_in_words(18), "18 months");
    assert_eq!(days_in_words(30), "30 days");
}
