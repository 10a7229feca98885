//! When nobody is at the window any more: decided here, by a clock that only goes forward, and not by the page.

use std::time::Duration;
#[cfg(not(feature = "e2e"))]
use std::time::Instant;

use serde::{Deserialize, Serialize};

/// After how many minutes without anybody at it the window locks. There is no "never".
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "u8", into = "u8")]
pub(crate) struct IdleMinutes(u8);

impl IdleMinutes {
    /// What can be chosen.
    const CHOICES: [u8; 5] = [1, 2, 5, 10, 15];

    fn time(self) -> Duration {
        Duration::from_mins(u64::from(self.0))
    }
}

impl Default for IdleMinutes {
    fn default() -> Self {
        Self(5)
    }
}

impl TryFrom<u8> for IdleMinutes {
    type Error = &'static str;

    fn try_from(minutes: u8) -> Result<Self, Self::Error> {
        if Self::CHOICES.contains(&minutes) {
            Ok(Self(minutes))
        } else {
            Err("there is no such choice")
        }
    }
}

impl From<IdleMinutes> for u8 {
    fn from(minutes: IdleMinutes) -> Self {
        minutes.0
    }
}

/// When somebody was last seen at the window.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Idle {
    last: Duration,
}

impl Idle {
    /// Somebody was at it just now.
    pub(crate) fn seen(&mut self, now: Duration) {
        self.last = self.last.max(now);
    }

    /// Whether nobody was for so long.
    pub(crate) fn is_over(self, now: Duration, limit: IdleMinutes) -> bool {
        now.saturating_sub(self.last) >= limit.time()
    }
}

/// A clock that only goes forward, from the program's start.
#[derive(Debug)]
#[cfg(not(feature = "e2e"))]
pub(crate) struct Forward(Instant);

#[cfg(not(feature = "e2e"))]
impl Forward {
    /// Starts it.
    pub(crate) fn start() -> Self {
        Self(Instant::now())
    }

    /// How long it has gone.
    pub(crate) fn now(&self) -> Duration {
        self.0.elapsed()
    }
}

/// A clock that stands still until a journey moves it: the seconds that a file holds.
#[derive(Debug)]
#[cfg(feature = "e2e")]
pub(crate) struct Forward(Option<std::path::PathBuf>);

#[cfg(feature = "e2e")]
impl Forward {
    /// Starts it.
    pub(crate) fn start() -> Self {
        Self(std::env::var_os("FAIRHOLD_IDLE").map(Into::into))
    }

    /// How long it has gone.
    pub(crate) fn now(&self) -> Duration {
        self.0
            .as_ref()
            .and_then(|file| std::fs::read_to_string(file).ok())
            .and_then(|text| text.trim().parse().ok())
            .map_or(Duration::ZERO, Duration::from_secs)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn five_minutes_without_anybody_and_not_a_second_less() {
        let mut idle = Idle::default();
        let limit = IdleMinutes::default();
        idle.seen(Duration::from_secs(100));
        assert!(!idle.is_over(Duration::from_secs(399), limit));
        assert!(idle.is_over(Duration::from_secs(400), limit));
        idle.seen(Duration::from_secs(399));
        assert!(!idle.is_over(Duration::from_secs(400), limit));
    }

    #[test]
    fn a_report_that_comes_late_takes_nothing_back() {
        let mut idle = Idle::default();
        idle.seen(Duration::from_mins(5));
        idle.seen(Duration::from_secs(10));
        assert!(!idle.is_over(Duration::from_secs(599), IdleMinutes::default()));
    }

    #[test]
    fn only_five_times_can_be_chosen_and_never_is_none_of_them() {
        let taken: Vec<u8> = (0..=u8::MAX)
            .filter(|minutes| IdleMinutes::try_from(*minutes).is_ok())
            .collect();
        assert_eq!(taken, [1, 2, 5, 10, 15]);
        assert!(serde_json::from_str::<IdleMinutes>("0").is_err());
        assert!(serde_json::from_str::<IdleMinutes>("60").is_err());
    }
}
