//! The organisation's periods, and the bounds within which it may choose them (RULEBOOK §15).

use serde::{Deserialize, Serialize};
use thiserror::Error;

/// The periods as plain values: what a settings screen edits, before [`RetentionPolicy::new`] has weighed them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct PolicyValues {
    /// Months after the outcome of an unsuccessful application: 1 to 6. More would break the notice (RET-02).
    pub unsuccessful_months: u8,
    /// Months after which a live application with no activity is reported as stale: 3 to 12 (RET-01).
    pub stale_months: u8,
    /// Months a permission runs unless another period was agreed: 1 to 24 (RET-03).
    pub permission_months: u8,
    /// Days before its end from which a permission's renewal may be asked for: 7 to 60 (CON-06).
    pub permission_reminder_days: u8,
    /// Months after which a legal hold must be reviewed: 1 to 6 (RET-06).
    pub hold_review_months: u8,
    /// Months after the decision on suitability for criminal-record information: 0 to 6 (RET-10).
    pub criminal_record_months: u8,
    /// Months after the outcome for health and adjustments: 0 to 6 (RULEBOOK 4.2, C11).
    pub health_months: u8,
    /// Months after the outcome for recordings: 0 to 6 (RULEBOOK 4.2, C9a).
    pub recording_months: u8,
    /// Days after collection for device and visit data: 0 to 30 (RULEBOOK 4.2, C10).
    pub device_days: u8,
    /// Days after a confirmed hand-over for a hired person's recruitment copy: 0 to 90 (RET-13).
    pub hired_grace_days: u8,
    /// Months after receipt for someone who never applied: 1 to 6 (RET-14).
    pub prospect_months: u8,
}

impl Default for PolicyValues {
    /// What the notice promises, and where it is silent the rule-book's defaults.
    fn default() -> Self {
        Self {
            unsuccessful_months: 6,
            stale_months: 6,
            permission_months: 12,
            permission_reminder_days: 30,
            hold_review_months: 3,
            criminal_record_months: 6,
            health_months: 0,
            recording_months: 1,
            device_days: 30,
            hired_grace_days: 30,
            prospect_months: 6,
        }
    }
}

/// A value outside its bounds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("{name} is {given}; the rule-book allows {least} to {most} ({rule})")]
pub struct PolicyError {
    /// The value's name, as in [`PolicyValues`].
    pub name: &'static str,
    /// What was asked for.
    pub given: u8,
    /// The least that is allowed.
    pub least: u8,
    /// The most that is allowed.
    pub most: u8,
    /// The rule that sets the bounds.
    pub rule: &'static str,
}

/// The organisation's periods, all inside their bounds. The default is the notice's.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "PolicyValues", into = "PolicyValues")]
#[cfg_attr(
    feature = "bindings",
    derive(ts_rs::TS),
    ts(as = "PolicyValues", export_to = "bindings.ts")
)]
pub struct RetentionPolicy(PolicyValues);

impl RetentionPolicy {
    /// The most months a permission may run, whatever was agreed (RULES R5, RULEBOOK §15).
    pub const LONGEST_PERMISSION_MONTHS: u8 = 24;

    /// Weighs the values.
    ///
    /// # Errors
    /// [`PolicyError`] for the first value outside its bounds.
    pub fn new(values: PolicyValues) -> Result<Self, PolicyError> {
        let bounds = [
            (
                "unsuccessful_months",
                values.unsuccessful_months,
                1,
                6,
                "RET-02",
            ),
            ("stale_months", values.stale_months, 3, 12, "RET-01"),
            (
                "permission_months",
                values.permission_months,
                1,
                Self::LONGEST_PERMISSION_MONTHS,
                "RET-03",
            ),
            (
                "permission_reminder_days",
                values.permission_reminder_days,
                7,
                60,
                "CON-06",
            ),
            (
                "hold_review_months",
                values.hold_review_months,
                1,
                6,
                "RET-06",
            ),
            (
                "criminal_record_months",
                values.criminal_record_months,
                0,
                6,
                "RET-10",
            ),
            ("health_months", values.health_months, 0, 6, "C11"),
            ("recording_months", values.recording_months, 0, 6, "C9a"),
            ("device_days", values.device_days, 0, 30, "C10"),
            ("hired_grace_days", values.hired_grace_days, 0, 90, "RET-13"),
            ("prospect_months", values.prospect_months, 1, 6, "RET-14"),
        ];
        match bounds
            .into_iter()
            .find(|(_, given, least, most, _)| !(least..=most).contains(&given))
        {
            Some((name, given, least, most, rule)) => Err(PolicyError {
                name,
                given,
                least,
                most,
                rule,
            }),
            None => Ok(Self(values)),
        }
    }

    /// The values.
    pub const fn values(&self) -> &PolicyValues {
        &self.0
    }
}

impl TryFrom<PolicyValues> for RetentionPolicy {
    type Error = PolicyError;

    fn try_from(values: PolicyValues) -> Result<Self, PolicyError> {
        Self::new(values)
    }
}

impl From<RetentionPolicy> for PolicyValues {
    fn from(policy: RetentionPolicy) -> Self {
        policy.0
    }
}
