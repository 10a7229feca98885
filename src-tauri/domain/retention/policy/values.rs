//! The periods as plain values, and what is wrong with one.

use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::{PeriodUnit, PolicyPeriod};

/// The periods as plain values: what a settings screen edits, before [`super::RetentionPolicy::new`] has weighed them.
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

impl PolicyValues {
    /// These values, with every period that keeps something no longer than in another version (RET-21).
    pub(super) fn no_longer_than(self, other: &Self) -> Self {
        Self {
            unsuccessful_months: self.unsuccessful_months.min(other.unsuccessful_months),
            criminal_record_months: self
                .criminal_record_months
                .min(other.criminal_record_months),
            health_months: self.health_months.min(other.health_months),
            recording_months: self.recording_months.min(other.recording_months),
            device_days: self.device_days.min(other.device_days),
            hired_grace_days: self.hired_grace_days.min(other.hired_grace_days),
            prospect_months: self.prospect_months.min(other.prospect_months),
            ..self
        }
    }

    /// The first period outside its bounds, in the order people read them.
    ///
    /// # Errors
    /// [`PolicyError`] for it.
    pub fn check(&self) -> Result<(), PolicyError> {
        self.problems().into_iter().next().map_or(Ok(()), Err)
    }

    /// Every period outside its bounds.
    pub fn problems(&self) -> Vec<PolicyError> {
        PolicyPeriod::ALL
            .into_iter()
            .map(|period| PolicyError {
                period,
                given: period.of(self),
            })
            .filter(|problem| {
                let (least, most) = problem.period.bounds();
                !(least..=most).contains(&problem.given)
            })
            .collect()
    }

    /// The periods that would be longer than in another version, and need a reason for it.
    pub fn longer_than(&self, other: &Self) -> Vec<PolicyPeriod> {
        PolicyPeriod::ALL
            .into_iter()
            .filter(|period| period.longer_needs_a_reason() && period.of(self) > period.of(other))
            .collect()
    }
}

/// A period outside its bounds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("{} is {given}; the rule-book allows {} to {} ({})", .period.code().replace('-', "_"), .period.bounds().0, .period.bounds().1, .period.rule())]
pub struct PolicyError {
    /// Which.
    pub period: PolicyPeriod,
    /// What was asked for.
    pub given: u8,
}

impl PolicyError {
    /// What is wrong and why, in one sentence that names the rule.
    pub fn sentence(&self) -> String {
        let (least, most) = self.period.bounds();
        let rule = self.period.rule();
        if self.period.is_promised() && self.given > most {
            return format!(
                "More than {} would break the notice; a new notice must come first (rules {rule} and NTC-02).",
                self.period.in_words(most)
            );
        }
        let unit = match self.period.unit() {
            PeriodUnit::Months => "months",
            PeriodUnit::Days => "days",
        };
        format!("Choose from {least} to {most} {unit} (rule {rule}).")
    }
}
