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

/// What a clock says of itself beside the latest instant seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ClockVerdict {
    /// Believed.
    Sound,
    /// Set back: time stands at the latest instant seen, and what is due stays due.
    RolledBack,
    /// Far ahead: what has become due is hidden at once, and erased once a second person has confirmed the date.
    JumpedForward,
}

impl ClockVerdict {
    /// The word files hold.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Sound => "ok",
            Self::RolledBack => "rolled-back",
            Self::JumpedForward => "jumped-forward",
        }
    }

    /// What it means for erasure, as files word it.
    pub const fn erasure(self) -> &'static str {
        match self {
            Self::Sound => "allowed",
            Self::RolledBack => "allowed-on-trusted",
            Self::JumpedForward => "hide-now-erase-after-confirmation",
        }
    }

    /// The rule.
    pub const fn rule(self) -> &'static str {
        "T-07"
    }

    /// What to tell people, in one plain sentence.
    pub const fn sentence(self) -> &'static str {
        match self {
            Self::Sound => "The device's clock agrees with the journal.",
            Self::RolledBack => {
                "The device's clock is behind the journal; the program goes by the latest time it has seen."
            }
            Self::JumpedForward => {
                "The device's clock is far ahead of the journal; what became due is hidden, and erased once a \
                 second person has confirmed the date."
            }
        }
    }
}

/// The time to go by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TrustedTime {
    /// The instant that irreversible decisions go by.
    pub at: DateTime<Utc>,
    /// The instant that new journal entries carry.
    pub entries_at: DateTime<Utc>,
    /// What was found.
    pub verdict: ClockVerdict,
}

/// Weighs the device's clock against the latest instant seen in the journal and in the copy outside it (T-07).
pub fn trust(
    last_seen: DateTime<Utc>,
    system: DateTime<Utc>,
    tolerance: ClockTolerance,
) -> TrustedTime {
    let ahead = system - last_seen;
    let later = system.max(last_seen);
    if ahead > TimeDelta::days(tolerance.ahead_days.into()) {
        return TrustedTime {
            at: last_seen,
            entries_at: system,
            verdict: ClockVerdict::JumpedForward,
        };
    }
    let behind = -ahead > TimeDelta::minutes(tolerance.behind_minutes.into());
    let verdict = if behind {
        ClockVerdict::RolledBack
    } else {
        ClockVerdict::Sound
    };
    TrustedTime {
        at: later,
        entries_at: later,
        verdict,
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
    }

    #[test]
    fn the_verdict_turns_at_the_bounds_and_not_on_them() {
        let tolerance = ClockTolerance::default();
        let seen = at(1_800_000_000);
        let verdict = |offset: TimeDelta| trust(seen, seen + offset, tolerance).verdict;
        assert_eq!(verdict(TimeDelta::minutes(-5)), ClockVerdict::Sound);
        assert_eq!(verdict(TimeDelta::seconds(-301)), ClockVerdict::RolledBack);
        assert_eq!(verdict(TimeDelta::days(35)), ClockVerdict::Sound);
        assert_eq!(
            verdict(TimeDelta::days(35) + TimeDelta::seconds(1)),
            ClockVerdict::JumpedForward
        );
    }
}
