//! The classes of data, and what is the same for every record of one (RULEBOOK 4.2).

use serde::{Deserialize, Serialize};

use crate::compartment::Compartment;

/// The classes of data, with the rule-book's codes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(
    feature = "bindings",
    derive(ts_rs::TS),
    ts(rename = "RetentionClass", export_to = "bindings.ts")
)]
pub enum DataClass {
    /// Name and how to reach the person (C1).
    Contact,
    /// Copies of identity documents and proof of address (C2).
    IdentityDocument,
    /// Forms, CV, letter, qualifications (C3).
    Form,
    /// References (C3r).
    Reference,
    /// Tests and marks (C3t).
    Test,
    /// Right to work: status, visa, documents (C4).
    RightToWork,
    /// Answers to equality monitoring (C5).
    Equality,
    /// Letters and messages with their attachments (C6).
    Correspondence,
    /// Use of the recruitment tools, status history, salary (C7).
    ToolUse,
    /// Opinions, notes and scores (C8).
    Opinion,
    /// Public-domain captures (C9).
    PublicDomain,
    /// Recordings of interviews and calls (C9a).
    Recording,
    /// Device and visit data (C10).
    Device,
    /// Health and adjustments (C11).
    Health,
    /// Criminal-record information (C12).
    CriminalRecord,
    /// Security vetting: requested, date, result (C12v).
    Vetting,
}

impl DataClass {
    /// Every class.
    pub const ALL: [Self; 16] = [
        Self::Contact,
        Self::IdentityDocument,
        Self::Form,
        Self::Reference,
        Self::Test,
        Self::RightToWork,
        Self::Equality,
        Self::Correspondence,
        Self::ToolUse,
        Self::Opinion,
        Self::PublicDomain,
        Self::Recording,
        Self::Device,
        Self::Health,
        Self::CriminalRecord,
        Self::Vetting,
    ];

    /// The word the store and files hold.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Contact => "contact",
            Self::IdentityDocument => "identity-document",
            Self::Form => "form",
            Self::Reference => "reference",
            Self::Test => "test",
            Self::RightToWork => "right-to-work",
            Self::Equality => "equality",
            Self::Correspondence => "correspondence",
            Self::ToolUse => "tool-use",
            Self::Opinion => "opinion",
            Self::PublicDomain => "public-domain",
            Self::Recording => "recording",
            Self::Device => "device",
            Self::Health => "health",
            Self::CriminalRecord => "criminal-record",
            Self::Vetting => "vetting",
        }
    }

    /// Reads the word the store and files hold.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|class| class.code() == code)
    }

    /// The compartment that seals it, where one does.
    pub const fn compartment(self) -> Option<Compartment> {
        match self {
            Self::IdentityDocument | Self::RightToWork => Some(Compartment::IdentityAndRightToWork),
            Self::Equality => Some(Compartment::EqualityMonitoring),
            Self::Health => Some(Compartment::HealthAndAdjustments),
            Self::CriminalRecord | Self::Vetting => Some(Compartment::CriminalRecordAndVetting),
            Self::Contact
            | Self::Form
            | Self::Reference
            | Self::Test
            | Self::Correspondence
            | Self::ToolUse
            | Self::Opinion
            | Self::PublicDomain
            | Self::Recording
            | Self::Device => None,
        }
    }

    /// Whether a permission to be kept longer keeps it (RULEBOOK 4.2). Health and criminal-record data never.
    pub const fn permission_extends(self) -> bool {
        match self {
            Self::Contact | Self::Form => true,
            Self::IdentityDocument
            | Self::Reference
            | Self::Test
            | Self::RightToWork
            | Self::Equality
            | Self::Correspondence
            | Self::ToolUse
            | Self::Opinion
            | Self::PublicDomain
            | Self::Recording
            | Self::Device
            | Self::Health
            | Self::CriminalRecord
            | Self::Vetting => false,
        }
    }

    /// The rule that dates it.
    pub const fn rule(self) -> &'static str {
        match self {
            Self::Contact
            | Self::Form
            | Self::Reference
            | Self::Test
            | Self::Correspondence
            | Self::ToolUse
            | Self::Opinion
            | Self::Vetting => "RET-02",
            Self::IdentityDocument | Self::RightToWork => "RET-11",
            Self::Equality => "RET-12",
            Self::CriminalRecord => "RET-10",
            Self::PublicDomain => "C9",
            Self::Recording => "C9a",
            Self::Device => "C10",
            Self::Health => "C11",
        }
    }
}
