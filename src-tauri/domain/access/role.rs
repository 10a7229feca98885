//! What an account is in the organisation.

use serde::{Deserialize, Serialize};

/// What an account is in the organisation, whatever the vacancy.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub enum Role {
    /// Human resources: answers for the records of every vacancy.
    HrAdministrator,
    /// Watches over data protection: reads every record, and changes permissions only.
    DataProtectionOfficer,
    /// Comes from outside to audit: reads the journal and who may see what, and of candidates what a grant
    /// names. Always with a last day.
    Auditor,
    /// Everyone else: sees what a relation to a vacancy or a team gives, and nothing more.
    Member,
    /// No person: a key for a timer. It starts the sweep of what is due, and sees nothing of anybody.
    SweepTimer,
}

impl Role {
    /// Every role.
    pub const ALL: [Self; 5] = [
        Self::HrAdministrator,
        Self::DataProtectionOfficer,
        Self::Auditor,
        Self::Member,
        Self::SweepTimer,
    ];

    /// The word the store and files hold.
    pub const fn code(self) -> &'static str {
        match self {
            Self::HrAdministrator => "hr-administrator",
            Self::DataProtectionOfficer => "data-protection-officer",
            Self::Auditor => "auditor",
            Self::Member => "member",
            Self::SweepTimer => "sweep-timer",
        }
    }

    /// Reads the word the store and files hold.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.code() == code)
    }

    /// Whether the role may have a part in a vacancy or a team. Those who watch over the others decide nothing.
    pub const fn takes_part(self) -> bool {
        match self {
            Self::HrAdministrator | Self::Member => true,
            Self::DataProtectionOfficer | Self::Auditor | Self::SweepTimer => false,
        }
    }

    /// Whether a person has it: what may be given to one, and may have a passphrase, training and parts.
    pub const fn is_a_persons(self) -> bool {
        match self {
            Self::HrAdministrator | Self::DataProtectionOfficer | Self::Auditor | Self::Member => {
                true
            }
            Self::SweepTimer => false,
        }
    }
}
