//! Stop watches, and what many of their readings say together.

use std::hint::black_box;
use std::time::{Duration, Instant};

use crate::Outcome;

/// How long each of many runs took.
#[derive(Debug, Default)]
pub(crate) struct Times(Vec<Duration>);

impl Times {
    /// Runs something once and keeps how long it took.
    pub(crate) fn run<T>(&mut self, work: impl FnOnce() -> Outcome<T>) -> Outcome<T> {
        let begun = Instant::now();
        let result = black_box(work()?);
        self.0.push(begun.elapsed());
        Ok(result)
    }

    /// What so many in a hundred of the runs did not exceed.
    pub(crate) fn percentile(&self, percent: usize) -> Duration {
        let mut sorted = self.0.clone();
        sorted.sort_unstable();
        let place = sorted.len().saturating_sub(1).saturating_mul(percent) / 100;
        sorted.get(place).copied().unwrap_or_default()
    }
}

/// Numbers that fall anywhere, and each run in the same places: `SplitMix64`.
#[derive(Debug)]
pub(crate) struct Dice(pub(crate) u64);

impl Dice {
    /// A number below another.
    pub(crate) fn below(&mut self, bound: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut bits = self.0;
        bits = (bits ^ (bits >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        bits = (bits ^ (bits >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        bits ^= bits >> 31;
        let bound = u64::try_from(bound).unwrap_or(u64::MAX);
        usize::try_from(bits.checked_rem(bound).unwrap_or_default()).unwrap_or_default()
    }

    /// One of several.
    pub(crate) fn pick<'a>(&mut self, from: &[&'a str]) -> &'a str {
        from.get(self.below(from.len()))
            .copied()
            .unwrap_or_default()
    }
}
