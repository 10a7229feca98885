//! What the organisation may set about access, within the rules' bounds.

use serde::{Deserialize, Serialize};

/// The organisation's own values, within the bounds of RULEBOOK §15.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct AccessPolicy {
    /// Days for which the people of a vacancy keep their access after it was closed out: 0 to 30 (ACC-05).
    pub panel_grace_days: u8,
    /// The most days of an auditor's grant: 1 to 90 (ACC-06).
    pub auditor_days: u8,
    /// Months a training course is good for: 6 to 24 (ACC-07).
    pub training_months: u8,
    /// Days for which access goes on after training lapsed: 0 to 30, and none unless the organisation says so.
    pub training_grace_days: u8,
}

impl Default for AccessPolicy {
    fn default() -> Self {
        Self {
            panel_grace_days: 14,
            auditor_days: 90,
            training_months: 24,
            training_grace_days: 0,
        }
    }
}

impl AccessPolicy {
    /// Whether every value is within its bounds.
    pub const fn is_within_bounds(&self) -> bool {
        self.panel_grace_days <= 30
            && self.auditor_days >= 1
            && self.auditor_days <= 90
            && self.training_months >= 6
            && self.training_months <= 24
            && self.training_grace_days <= 30
    }
}
