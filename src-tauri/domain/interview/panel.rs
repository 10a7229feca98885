//! What a panel found together: every mark that was given, and how far they lie apart. Nothing is added up or averaged:
//! a mean hides the one who saw something (RULEBOOK COL-13, S54).

use serde::{Deserialize, Serialize};

use super::scorecard::{Mark, Recommendation};

/// How far views lie apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub enum Agreement {
    /// Nobody has one.
    Nobody,
    /// One has.
    OneView,
    /// All have the same.
    Same,
    /// They are one step apart.
    Close,
    /// They are two or three steps apart: to be talked about.
    Apart,
}

/// What was given on a scale of four.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct Spread {
    /// How many gave each step, the lowest first.
    pub given: [u32; 4],
    /// How many did not come to ask.
    pub not_asked: u32,
    /// How far they lie apart.
    pub agreement: Agreement,
}

fn of(places: impl IntoIterator<Item = Option<u8>>) -> Spread {
    let mut spread = Spread {
        given: [0; 4],
        not_asked: 0,
        agreement: Agreement::Nobody,
    };
    let mut range: Option<(u8, u8)> = None;
    let mut views = 0_u32;
    for place in places {
        let Some(place) = place else {
            spread.not_asked = spread.not_asked.saturating_add(1);
            continue;
        };
        if let Some(number) = spread.given.get_mut(usize::from(place)) {
            *number = number.saturating_add(1);
        }
        views = views.saturating_add(1);
        range = Some(range.map_or((place, place), |(low, high)| {
            (low.min(place), high.max(place))
        }));
    }
    spread.agreement = match range {
        None => Agreement::Nobody,
        Some(_) if views == 1 => Agreement::OneView,
        Some((low, high)) => match high.saturating_sub(low) {
            0 => Agreement::Same,
            1 => Agreement::Close,
            _ => Agreement::Apart,
        },
    };
    spread
}

/// The spread of marks of one criterion.
pub fn spread(marks: impl IntoIterator<Item = Mark>) -> Spread {
    of(marks.into_iter().map(Mark::place))
}

/// The spread of recommendations. A yes beside a no is apart, however near.
pub fn recommendation_spread(given: impl IntoIterator<Item = Recommendation>) -> Spread {
    let mut spread = of(given
        .into_iter()
        .map(|recommendation| Some(recommendation.place())));
    let [strong_no, no, yes, strong_yes] = spread.given;
    if strong_no.saturating_add(no) > 0 && yes.saturating_add(strong_yes) > 0 {
        spread.agreement = Agreement::Apart;
    }
    spread
}
