//! Data protection training, without which nobody opens personal data (RULEBOOK ACC-07; the notice, "at least
//! once every two years").

use chrono::NaiveDate;

use crate::dates::{days_before, months_after};

/// Days before the last valid day from which a refresher is asked for (RULES D8).
const WARN_DAYS: u64 = 60;

/// What the rules need to know of someone's training.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TrainingFacts {
    /// The newest course, live or not.
    pub last_on: Option<NaiveDate>,
    /// The live session at induction.
    pub induction_on: Option<NaiveDate>,
    /// Months a course is good for: 24 unless policy shortens it to no fewer than 6.
    pub months: u8,
}

/// Whether training allows access to personal data.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TrainingVerdict {
    /// The last day the newest course is good for. `None` without a course.
    pub valid_through: Option<NaiveDate>,
    /// The day from which a refresher is asked for.
    pub warn_from: Option<NaiveDate>,
    /// Whether the newest course was held and is still good.
    pub course_valid: bool,
    /// Whether personal data may be opened: a live induction was held, and the course is good.
    pub access: bool,
}

/// Whether training allows access on a day (ACC-07): a live induction first, then a course every two years.
/// Valid through the last day, off the day after; never rolled.
pub fn training(facts: &TrainingFacts, today: NaiveDate) -> TrainingVerdict {
    let newest = facts.last_on.max(facts.induction_on);
    let valid_through = newest.map(|last| months_after(last, facts.months.into()));
    let held = newest.is_some_and(|last| last <= today);
    let course_valid = held && valid_through.is_some_and(|through| today <= through);
    let inducted = facts
        .induction_on
        .is_some_and(|induction| induction <= today);
    TrainingVerdict {
        valid_through,
        warn_from: valid_through.map(|through| days_before(through, WARN_DAYS)),
        course_valid,
        access: course_valid && inducted,
    }
}
