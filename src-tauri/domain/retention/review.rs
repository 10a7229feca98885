//! A look at a record before it goes. It moves no date: who is not looked at in time goes all the same, since a wait would
//! keep them past the day they were promised, and RULEBOOK §15 knows no such value.

use chrono::{Days, NaiveDate};

/// How many days before its day a record is shown for a look: as long as a permission's end is warned of, so that there
/// is time to ask for one (RULES D9).
const REVIEW_DAYS: u64 = 30;

/// The last day of going that is shown for a look on a day.
pub fn review_until(today: NaiveDate) -> NaiveDate {
    today
        .checked_add_days(Days::new(REVIEW_DAYS))
        .unwrap_or(today)
}

/// Whether a record that goes on a day waits for somebody to look at it. A look counts for the day the record went on at
/// the time: when that day moves, somebody looks again.
pub fn awaits_review(
    erase_on: NaiveDate,
    looked_at_for: Option<NaiveDate>,
    today: NaiveDate,
) -> bool {
    today < erase_on && erase_on <= review_until(today) && looked_at_for != Some(erase_on)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn a_record_waits_from_thirty_days_before_until_the_day_before() {
        let goes = day("2027-03-31");
        for (today, waits) in [
            ("2027-02-28", false),
            ("2027-03-01", true),
            ("2027-03-30", true),
            ("2027-03-31", false),
            ("2027-05-01", false),
        ] {
            assert_eq!(awaits_review(goes, None, day(today)), waits, "{today}");
        }
    }

    #[test]
    fn a_look_counts_for_its_day_alone() {
        let today = day("2027-03-20");
        let goes = day("2027-03-31");
        assert!(!awaits_review(goes, Some(goes), today));
        assert!(awaits_review(goes, Some(day("2027-04-10")), today));
    }
}
