//! Marks of a test whose results are not out yet (RULEBOOK 6.2; DPA 2018 Sch 2 para 25).

use chrono::NaiveDate;

use crate::dates::{days_after, months_after};
use crate::holidays::Calendar;

/// By when marks must be given to someone who asked for access before the results were announced: five months
/// from the start of the clock, or forty days from the announcement, whichever is earlier, rolled to a working
/// day. Where the results were out by then, the request's own date holds.
pub fn exam_marks_due(
    started_on: NaiveDate,
    announced_on: Option<NaiveDate>,
    ordinary_due_on: NaiveDate,
    calendar: &Calendar,
) -> NaiveDate {
    let five_months = months_after(started_on, 5);
    match announced_on {
        Some(announced) if announced < started_on => ordinary_due_on,
        Some(announced) => {
            calendar
                .roll(days_after(announced, 40).min(five_months))
                .date
        }
        None => calendar.roll(five_months).date,
    }
}
