//! Figures that point to nobody: what remains of people who were erased, and how much of it may be shown (RULEBOOK
//! §13; the notice, "statistics that cannot identify you").

mod bridges;
mod kept;
mod suppression;

pub use kept::{Ending, Quarter, StageReached};
pub use suppression::{Figure, Suppressed, suppress};

/// The least number of people whose count is shown: 5 (ANO-04).
pub const FEWEST: u64 = 5;

/// The fewest people erased at once of whom stage and reason are counted; of fewer only where they came from (ANO-03).
pub const FEWEST_IN_BATCH: usize = 5;

#[cfg(test)]
mod tests;
