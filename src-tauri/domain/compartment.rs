//! The sealed classes of personal data: kept under keys of their own, held by named people only.

use serde::{Deserialize, Serialize};

/// A class of data that is sealed with its own key (the notice's special categories and criminal records;
/// RULEBOOK ACC-03, ACC-04). Whoever opens the store without that key cannot read it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub enum Compartment {
    /// Copies and details of identity and right-to-work documents.
    IdentityAndRightToWork,
    /// Health, disability and the adjustments that were asked for.
    HealthAndAdjustments,
    /// Answers to equality monitoring: written by whoever collects them, read only in aggregate.
    EqualityMonitoring,
    /// Criminal records, DBS certificates and security vetting.
    CriminalRecordAndVetting,
}

impl Compartment {
    /// Every compartment.
    pub const ALL: [Self; 4] = [
        Self::IdentityAndRightToWork,
        Self::HealthAndAdjustments,
        Self::EqualityMonitoring,
        Self::CriminalRecordAndVetting,
    ];

    /// The word the store and files hold.
    pub const fn code(self) -> &'static str {
        match self {
            Self::IdentityAndRightToWork => "identity-and-right-to-work",
            Self::HealthAndAdjustments => "health-and-adjustments",
            Self::EqualityMonitoring => "equality-monitoring",
            Self::CriminalRecordAndVetting => "criminal-record-and-vetting",
        }
    }

    /// Reads the word the store and files hold.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|compartment| compartment.code() == code)
    }
}
