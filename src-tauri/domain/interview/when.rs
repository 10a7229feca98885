//! When an interview is: a day and a time as clocks in London show them.

use chrono::{DateTime, NaiveDate, NaiveTime, TimeDelta, TimeZone, Timelike, Utc};
use chrono_tz::Europe::London;
use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::InterviewKind;
use crate::text::Line;

/// Why a time was not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum TimeProblem {
    /// Not hours and minutes.
    #[error("is not a time such as 09:30")]
    NotATime,
    /// In the hour that clocks skip in March.
    #[error("is in the hour that clocks skip on that day")]
    Skipped,
    /// Shorter than five minutes or longer than a day's work.
    #[error("is not between 5 and 600 minutes")]
    Length,
}

/// A time of day, to the minute: `09:30`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
#[cfg_attr(
    feature = "bindings",
    derive(ts_rs::TS),
    ts(type = "string", export_to = "bindings.ts")
)]
pub struct TimeOfDay(NaiveTime);

impl TimeOfDay {
    /// Parses hours and minutes: `9:30`, `09.30`, `0930`.
    ///
    /// # Errors
    /// [`TimeProblem::NotATime`].
    pub fn parse(raw: &str) -> Result<Self, TimeProblem> {
        let raw = raw.trim();
        let (hours, minutes) = raw
            .split_once([':', '.'])
            .or_else(|| raw.split_at_checked(raw.len().saturating_sub(2)))
            .ok_or(TimeProblem::NotATime)?;
        let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
        if !(1..=2).contains(&hours.len())
            || minutes.len() != 2
            || !digits(hours)
            || !digits(minutes)
        {
            return Err(TimeProblem::NotATime);
        }
        let number = |text: &str| text.parse::<u32>().map_err(|_error| TimeProblem::NotATime);
        NaiveTime::from_hms_opt(number(hours)?, number(minutes)?, 0)
            .map(Self)
            .ok_or(TimeProblem::NotATime)
    }
}

impl std::fmt::Display for TimeOfDay {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "{:02}:{:02}", self.0.hour(), self.0.minute())
    }
}

impl From<TimeOfDay> for String {
    fn from(time: TimeOfDay) -> Self {
        time.to_string()
    }
}

impl From<TimeOfDay> for NaiveTime {
    fn from(time: TimeOfDay) -> Self {
        time.0
    }
}

impl TryFrom<String> for TimeOfDay {
    type Error = TimeProblem;

    fn try_from(raw: String) -> Result<Self, TimeProblem> {
        Self::parse(&raw)
    }
}

/// When and where an interview is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct InterviewPlan {
    /// How people meet.
    pub kind: InterviewKind,
    /// The day, in London.
    pub on: NaiveDate,
    /// When it begins, as clocks in London show it.
    pub at: TimeOfDay,
    /// How long it takes, in minutes.
    pub minutes: u16,
    /// A room, a link or a number; `None` where it is not known yet.
    pub place: Option<Line>,
}

impl InterviewPlan {
    /// When it begins and ends. Of the two hours that October has twice, the first.
    ///
    /// # Errors
    /// [`TimeProblem::Skipped`] for a time no clock shows on that day, [`TimeProblem::Length`].
    pub fn instants(&self) -> Result<(DateTime<Utc>, DateTime<Utc>), TimeProblem> {
        if !(5..=600).contains(&self.minutes) {
            return Err(TimeProblem::Length);
        }
        let begins = London
            .from_local_datetime(&self.on.and_time(self.at.0))
            .earliest()
            .ok_or(TimeProblem::Skipped)?
            .with_timezone(&Utc);
        let ends = begins
            .checked_add_signed(TimeDelta::minutes(i64::from(self.minutes)))
            .ok_or(TimeProblem::Length)?;
        Ok((begins, ends))
    }

    /// Whether it is over at an instant. A time that no clock shows never is.
    pub fn is_over(&self, now: DateTime<Utc>) -> bool {
        self.instants().is_ok_and(|(_, ends)| ends <= now)
    }
}
