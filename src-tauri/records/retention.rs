//! What goes when: the calendar, the preview, the erasure and its proof.

mod calendar;
mod circumstance;
mod clock;
mod due;
mod erase;
mod parts;
mod policy;
mod preview;
mod review;
mod schedule;
mod second;
mod what_if;

pub use calendar::{ErasureRow, RetentionOverview, RetentionWeek, overview};
pub use clock::ClockView;
pub use due::{Due, DueRow, due};
pub(crate) use erase::erase_on_request;
pub use erase::{Elsewhere, Erase, ErasureReceipt, erase, sweep};
pub use parts::{DuePart, ErasurePart, PartCount};
pub use policy::{
    PeriodChange, PeriodView, PolicyVersionView, PolicyView, SetRetentionPolicy, set as set_policy,
    view as policy,
};
pub use preview::{ErasureCandidate, ErasurePreview, PreviewErasure, preview};
pub(crate) use preview::{Preview, previewed};
pub(crate) use review::filter as awaiting_review;
pub use review::{
    RetentionReview, RetentionReviews, ReviewRecords, note as review, waiting as reviews,
};
pub use schedule::{
    SetSweepAtSignIn, SweepAtSignIn, SweptAtSignIn, SweptByTimer, set_sweep_at_sign_in,
    sweep_at_sign_in, sweep_by_timer,
};
pub use second::{BulkView, SecondPerson, SecondWord};
pub use what_if::{
    GoesSooner, PolicyWhatIf, RuleDifference, WeekDifference, WhatIfPolicy, what_if,
};

use serde::Serialize;

use crate::view::number;

/// The most people a preview lists one by one.
const MOST_LISTED: usize = 200;

/// How many went under a rule.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct RuleCount {
    /// The rule.
    pub rule: String,
    /// How many people.
    pub people: u32,
}

fn rule_counts(rules: impl IntoIterator<Item = (String, u64)>) -> Vec<RuleCount> {
    rules
        .into_iter()
        .map(|(rule, people)| RuleCount {
            rule,
            people: number(people),
        })
        .collect()
}
