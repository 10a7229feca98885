//! A pipeline in figures: how far applications came, and how long they stayed at a stage.
//!
//! A picture leaves the program where it is saved or printed, so no count under five is in one, nor a step of a funnel
//! from which such a count follows (RULEBOOK ANO-04).

use serde::{Deserialize, Serialize};

use crate::application::Stage;
use crate::statistics::{FEWEST, Figure};

/// A step of the funnel: a stage that was reached, or the end of the way.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub enum Step {
    /// It came in.
    Applied,
    /// It was read against the criteria.
    Sift,
    /// It was chosen to be assessed.
    Shortlisted,
    /// It came to an interview.
    Interview,
    /// It came to an offer.
    Offer,
    /// Somebody was hired.
    Hired,
}

impl Step {
    /// Every step, in order.
    pub const ALL: [Self; 6] = [
        Self::Applied,
        Self::Sift,
        Self::Shortlisted,
        Self::Interview,
        Self::Offer,
        Self::Hired,
    ];

    /// The step of an application that came as far as a stage.
    pub const fn of(reached: Stage) -> Self {
        match reached {
            Stage::Applied => Self::Applied,
            Stage::Sift => Self::Sift,
            Stage::Shortlisted => Self::Shortlisted,
            Stage::Interview => Self::Interview,
            Stage::Offer => Self::Offer,
        }
    }
}

/// How many came as far as each step, or further.
pub type Reached = [u64; Step::ALL.len()];

/// Adds up, from how many came exactly as far as each step, how many came that far or further.
pub fn at_least(exactly: &Reached) -> Reached {
    let mut sum = 0_u64;
    let mut reached = *exactly;
    for count in reached.iter_mut().rev() {
        sum = sum.saturating_add(*count);
        *count = sum;
    }
    reached
}

/// What of a funnel may be shown. Hidden is a step that one to four came to, and one that leaves one to four between
/// itself and the step shown before it: those are a count under five as well. Steps of `also` are hidden besides.
pub fn funnel(reached: &Reached, also: &[bool]) -> Vec<Figure> {
    let mut shown_before = None;
    reached
        .iter()
        .enumerate()
        .map(|(step, count)| {
            let fell_away = shown_before.map_or(0, |before: u64| before.saturating_sub(*count));
            let hidden = also.get(step).copied().unwrap_or(false);
            if hidden || is_small(*count) || is_small(fell_away) {
                return None;
            }
            shown_before = Some(*count);
            Some(*count)
        })
        .collect()
}

/// What may be shown of the funnel of several vacancies together, for somebody who sees the funnel of each: where only
/// one vacancy hides a step, or those that do come to few, the sum of all less what is shown would tell it.
pub fn funnel_of_all(vacancies: &[Reached]) -> Vec<Figure> {
    let shown: Vec<Vec<Figure>> = vacancies.iter().map(|one| funnel(one, &[])).collect();
    let mut all = Reached::default();
    let mut tells = [false; Step::ALL.len()];
    for (step, (sum, tells)) in all.iter_mut().zip(&mut tells).enumerate() {
        let (mut hiding, mut hidden) = (0_u64, 0_u64);
        for (reached, figures) in vacancies.iter().zip(&shown) {
            let count = reached.get(step).copied().unwrap_or(0);
            *sum = sum.saturating_add(count);
            if figures.get(step).copied().flatten().is_none() {
                hiding += 1;
                hidden = hidden.saturating_add(count);
            }
        }
        let most = hiding.saturating_mul(FEWEST - 1);
        *tells =
            hiding == 1 || (hiding > 1 && (hidden < FEWEST || hidden == hiding || hidden == most));
    }
    funnel(&all, &tells)
}

const fn is_small(count: u64) -> bool {
    count > 0 && count < FEWEST
}

/// How many days applications stayed at a stage.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct StayLength {
    /// A quarter of them stayed at most so long.
    pub lower: u32,
    /// Half of them stayed at most so long.
    pub median: u32,
    /// Three quarters of them stayed at most so long.
    pub upper: u32,
}

/// A length of stay in days, and how many stays were that long.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stays {
    /// The length in whole days.
    pub days: u32,
    /// How many.
    pub number: u64,
}

/// The quartiles of stays, by nearest rank; `None` for fewer than five, which would tell of single people. The stays come
/// shortest first.
pub fn stay_length(stays: &[Stays]) -> Option<StayLength> {
    let number: u64 = stays.iter().map(|each| each.number).sum();
    if number < FEWEST {
        return None;
    }
    let after = |quarters: u64| {
        let rank = number.saturating_mul(quarters).div_ceil(4);
        let mut passed = 0_u64;
        stays
            .iter()
            .find(|each| {
                passed = passed.saturating_add(each.number);
                passed >= rank
            })
            .map(|each| each.days)
    };
    Some(StayLength {
        lower: after(1)?,
        median: after(2)?,
        upper: after(3)?,
    })
}

#[cfg(test)]
mod tests;
