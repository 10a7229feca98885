//! Which counts of people a report may print: none from which a single person could be told (RULEBOOK ANO-04,
//! ERA-04).
//!
//! A count of one to four is not shown. Where that alone would let it be worked out from the total and its
//! neighbours, another is left out with it, the smallest that does.

use serde::{Deserialize, Serialize};

/// The smallest number of people that is shown (RULEBOOK §15, `statistics.k`).
pub const FEWEST_SHOWN: u64 = crate::statistics::FEWEST;

/// A count of people as a report may print it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub enum Figure {
    /// So many: none, or five and more.
    Exactly(#[cfg_attr(feature = "bindings", ts(type = "number"))] u64),
    /// One to four; which, is not said.
    FewerThanFive,
    /// Five or more; how many is not said, or a smaller count would follow from it.
    FiveOrMore,
}

impl Figure {
    /// The figure in words: "14", "fewer than 5", "5 or more".
    pub fn words(self) -> String {
        match self {
            Self::Exactly(number) => number.to_string(),
            Self::FewerThanFive => format!("fewer than {FEWEST_SHOWN}"),
            Self::FiveOrMore => format!("{FEWEST_SHOWN} or more"),
        }
    }

    /// The figure of a count that stands by itself, in no total.
    pub const fn alone(count: u64) -> Self {
        if is_small(count) {
            Self::FewerThanFive
        } else {
            Self::Exactly(count)
        }
    }

    /// The number, where it is shown.
    pub const fn number(self) -> Option<u64> {
        match self {
            Self::Exactly(number) => Some(number),
            Self::FewerThanFive | Self::FiveOrMore => None,
        }
    }
}

/// A total with its parts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Figures {
    /// All of them.
    pub total: Figure,
    /// Each part, in the order given.
    pub parts: Vec<Figure>,
}

/// What may be printed of a total and the parts it is the sum of (RULEBOOK ANO-04).
pub fn figures(parts: &[u64]) -> Figures {
    let total = parts
        .iter()
        .fold(0_u64, |sum, part| sum.saturating_add(*part));
    let mut shown: Vec<Figure> = parts.iter().map(|part| Figure::alone(*part)).collect();
    if is_small(total) {
        return Figures {
            total: Figure::FewerThanFive,
            parts: shown,
        };
    }
    while follows(parts, &shown) {
        let smallest = parts
            .iter()
            .zip(&mut shown)
            .filter(|(part, figure)| **part > 0 && figure.number().is_some())
            .min_by_key(|(part, _)| **part);
        match smallest {
            Some((_, figure)) => *figure = Figure::FiveOrMore,
            None => {
                return Figures {
                    total: Figure::FiveOrMore,
                    parts: shown,
                };
            }
        }
    }
    Figures {
        total: Figure::Exactly(total),
        parts: shown,
    }
}

const fn is_small(count: u64) -> bool {
    count > 0 && count < FEWEST_SHOWN
}

/// Whether what is left out can be worked out: only one way of filling it in gives the total.
fn follows(parts: &[u64], shown: &[Figure]) -> bool {
    let (mut small, mut large, mut left_out) = (0_u64, 0_u64, 0_u64);
    for (part, figure) in parts.iter().zip(shown) {
        match figure {
            Figure::Exactly(_) => continue,
            Figure::FewerThanFive => small += 1,
            Figure::FiveOrMore => large += 1,
        }
        left_out = left_out.saturating_add(*part);
    }
    if small == 0 {
        return false;
    }
    let least = small + large * FEWEST_SHOWN;
    let most = small * (FEWEST_SHOWN - 1);
    left_out == least || (large == 0 && (small == 1 || left_out == most))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_count_under_five_is_not_shown_nor_its_only_neighbour() {
        let found = figures(&[12, 3]);
        assert_eq!(found.total, Figure::Exactly(15));
        assert_eq!(found.parts, [Figure::FiveOrMore, Figure::FewerThanFive]);
    }

    #[test]
    fn a_total_under_five_hides_itself() {
        let found = figures(&[1, 2]);
        assert_eq!(found.total, Figure::FewerThanFive);
        assert_eq!(found.parts, [Figure::FewerThanFive, Figure::FewerThanFive]);
    }

    #[test]
    fn where_every_small_count_would_follow_the_total_is_not_shown() {
        assert_eq!(figures(&[4, 4]).total, Figure::FiveOrMore);
        assert_eq!(figures(&[3, 3]).total, Figure::Exactly(6));
    }

    proptest! {
        /// No count under five is the only one that fits what is printed.
        #[test]
        fn nothing_under_five_follows(parts in prop::collection::vec(0_u64..12, 1..5)) {
            let found = figures(&parts);
            let total: u64 = parts.iter().sum();
            for (place, part) in parts.iter().enumerate() {
                if !is_small(*part) {
                    continue;
                }
                let fitting = (1..FEWEST_SHOWN)
                    .filter(|guess| fits(&found, place, *guess, total))
                    .count();
                prop_assert!(fitting > 1, "{parts:?} as {found:?} gives {part} away");
            }
        }
    }

    /// Whether a guess at one part can be completed to what is printed.
    fn fits(found: &Figures, place: usize, guess: u64, total: u64) -> bool {
        let range = |index: usize, figure: &Figure| match (index == place, figure) {
            (true, _) => (guess, guess),
            (false, Figure::Exactly(number)) => (*number, *number),
            (false, Figure::FewerThanFive) => (1, FEWEST_SHOWN - 1),
            (false, Figure::FiveOrMore) => (FEWEST_SHOWN, u64::MAX / 16),
        };
        let (least, most) = found
            .parts
            .iter()
            .enumerate()
            .map(|(index, figure)| range(index, figure))
            .fold((0, 0), |sum, each| (sum.0 + each.0, sum.1 + each.1));
        match found.total {
            Figure::Exactly(_) => least <= total && total <= most,
            Figure::FewerThanFive => least < FEWEST_SHOWN,
            Figure::FiveOrMore => most >= FEWEST_SHOWN,
        }
    }
}
