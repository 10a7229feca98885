//! Whether the device's clock may be believed (RULEBOOK T-07): a clock set back must not delay an erasure, one
//! set forward must not cause one.

use chrono::{DateTime, TimeDelta, Utc};

/// How far a clock may stray. The defaults are the rule-book's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ClockTolerance {
    /// Minutes the clock may be behind the latest instant seen, for drift: 1 to 60.
    pub behind_minutes: u8,
    /// Days it may be ahead of it: 7 to 90.
    pub ahead_days: u8,
}

impl Default for ClockTolerance {
    fn default() -> Self {
        Self {
            behind_minutes: 5,
            ahead_days: 35,
        }
    }
}

/// What the device's clock says beside the latest instant seen. Every sign-in and every change is seen, so that
/// instant is never before the last sign-in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ClockCheck {
    /// Believed.
    Sound,
    /// Set back: time stands at the latest instant seen. What is due stays due, and nobody is erased.
    SetBack {
        /// By how much it is behind.
        by: TimeDelta,
    },
    /// Far ahead: nobody is erased until a second person has confirmed the date.
    Jumped {
        /// Whole days it is ahead.
        days: i64,
    },
}

impl ClockCheck {
    /// Holds the device's clock against the latest instant seen in the journal and in the copy outside it (T-07).
    pub fn of(seen: DateTime<Utc>, now: DateTime<Utc>, tolerance: ClockTolerance) -> Self {
        let ahead = now - seen;
        if ahead > TimeDelta::days(tolerance.ahead_days.into()) {
            Self::Jumped {
                days: ahead.num_days(),
            }
        } else if -ahead > TimeDelta::minutes(tolerance.behind_minutes.into()) {
            Self::SetBack { by: -ahead }
        } else {
            Self::Sound
        }
    }

    /// The word files and the journal hold.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Sound => "ok",
            Self::SetBack { .. } => "rolled-back",
            Self::Jumped { .. } => "jumped-forward",
        }
    }

    /// What the rule-book lets be erased, as files word it. The program is stricter about a clock that was set back:
    /// it waits until the clock is right.
    pub const fn erasure(self) -> &'static str {
        match self {
            Self::Sound => "allowed",
            Self::SetBack { .. } => "allowed-on-trusted",
            Self::Jumped { .. } => "hide-now-erase-after-confirmation",
        }
    }

    /// The rule.
    pub const fn rule(self) -> &'static str {
        "T-07"
    }

    /// What happened, what is safe and what to do.
    pub fn sentence(self) -> String {
        match self {
            Self::Sound => "The clock of this computer agrees with the records.".to_owned(),
            Self::SetBack { by } => format!(
                "The clock of this computer is {} behind the latest time in these records. Nothing is erased until it \
                 is right, and nothing is lost. Set the date and time of the computer, then try again (rule {}).",
                length(by),
                self.rule()
            ),
            Self::Jumped { days } => format!(
                "The clock of this computer is more than {days} days ahead of the latest time in these records. Nothing \
                 is erased until a second person who may erase has confirmed the date. If it is wrong, set the date \
                 and time of the computer first (rule {}).",
                self.rule()
            ),
        }
    }
}

/// A length of time in the largest unit that tells it well.
fn length(time: TimeDelta) -> String {
    let (number, unit) = if time >= TimeDelta::days(2) {
        (time.num_days(), "days")
    } else if time >= TimeDelta::hours(2) {
        (time.num_hours(), "hours")
    } else {
        (time.num_minutes(), "minutes")
    };
    format!("{number} {unit}")
}

/// The time to go by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TrustedTime {
    /// The instant that irreversible decisions go by.
    pub at: DateTime<Utc>,
    /// The instant that new journal entries carry.
    pub entries_at: DateTime<Utc>,
    /// What was found.
    pub check: ClockCheck,
}

/// The time to go by, from the latest instant seen in the journal and in the copy outside it (T-07).
pub fn trust(
    last_seen: DateTime<Utc>,
    system: DateTime<Utc>,
    tolerance: ClockTolerance,
) -> TrustedTime {
    let check = ClockCheck::of(last_seen, system, tolerance);
    let later = system.max(last_seen);
    TrustedTime {
        at: match check {
            ClockCheck::Jumped { .. } => last_seen,
            ClockCheck::Sound | ClockCheck::SetBack { .. } => later,
        },
        entries_at: later,
        check,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn at(seconds: i64) -> DateTime<Utc> {
        DateTime::from_timestamp(seconds, 0).unwrap()
    }

    proptest! {
        /// However the clock is set, time never runs back, and never jumps further than it may.
        #[test]
        fn trusted_time_never_runs_back_and_never_leaps(seen in 0_i64..4_000_000_000, system in 0_i64..4_000_000_000) {
            let tolerance = ClockTolerance::default();
            let trusted = trust(at(seen), at(system), tolerance);
            prop_assert!(trusted.at >= at(seen));
            prop_assert!(trusted.at - at(seen) <= TimeDelta::days(tolerance.ahead_days.into()));
            prop_assert!(trusted.entries_at >= at(seen));
        }

        /// Every clock is one of the three, by how far it is from the latest instant seen and by nothing else.
        #[test]
        fn a_check_says_how_far_the_clock_strayed(seen in 0_i64..4_000_000_000, system in 0_i64..4_000_000_000) {
            let check = ClockCheck::of(at(seen), at(system), ClockTolerance::default());
            let ahead = system - seen;
            let wanted = if ahead > 35 * 86_400 {
                ClockCheck::Jumped { days: ahead / 86_400 }
            } else if ahead < -300 {
                ClockCheck::SetBack { by: TimeDelta::seconds(-ahead) }
            } else {
                ClockCheck::Sound
            };
            prop_assert_eq!(check, wanted);
            prop_assert!(check == ClockCheck::Sound || check.sentence().contains("rule T-07"));
        }

        /// However often the clock is looked at, one that runs on from an instant that was believed stays believed.
        #[test]
        fn a_clock_that_runs_on_stays_sound(seen in 0_i64..2_000_000_000, steps in prop::collection::vec(0_i64..=35 * 86_400, 0..20)) {
            let mut seen = seen;
            for step in steps {
                prop_assert_eq!(ClockCheck::of(at(seen), at(seen + step), ClockTolerance::default()), ClockCheck::Sound);
                seen += step;
            }
        }
    }

    #[test]
    fn the_check_turns_at_the_bounds_and_not_on_them() {
        let seen = at(1_800_000_000);
        let check =
            |offset: TimeDelta| ClockCheck::of(seen, seen + offset, ClockTolerance::default());
        assert_eq!(check(TimeDelta::minutes(-5)), ClockCheck::Sound);
        let by = TimeDelta::seconds(301);
        assert_eq!(check(-by), ClockCheck::SetBack { by });
        assert_eq!(check(TimeDelta::days(35)), ClockCheck::Sound);
        assert_eq!(
            check(TimeDelta::days(35) + TimeDelta::seconds(1)),
            ClockCheck::Jumped { days: 35 }
        );
    }

    #[test]
    fn lengths_are_told_in_a_unit_a_person_would_use() {
        assert_eq!(length(TimeDelta::minutes(6)), "6 minutes");
        assert_eq!(length(TimeDelta::hours(5)), "5 hours");
        assert_eq!(length(TimeDelta::days(184)), "184 days");
    }
}
