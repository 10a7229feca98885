//! What interviews for a vacancy assess, and the questions that find it out.

use serde::{Deserialize, Serialize};

use crate::text::{Line, Prose};

/// The most criteria of a vacancy: more than that nobody scores with care in an hour.
pub const MOST_CRITERIA: usize = 20;

/// One thing to assess.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct CriterionText {
    /// What it is, in a few words.
    pub what: Line,
    /// Questions that find it out, a line each.
    pub questions: Prose,
}
