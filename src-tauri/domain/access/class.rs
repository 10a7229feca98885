//! The classes of data, and how much of each may be shown.

use serde::{Deserialize, Serialize};

use super::refusal::Refusal;
use crate::compartment::Compartment;

/// A class of data (the rows of RULES A3). Material of one application is asked for with a permit on that
/// application, so that a part in another role does not open it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(tag = "kind", content = "compartment", rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub enum DataClass {
    /// Who they are: the name.
    Identity,
    /// How to reach them.
    Contact,
    /// What they applied for, how far it came and how it ended.
    Application,
    /// CV, letters and forms.
    Documents,
    /// Scores, notes and opinions.
    Assessment,
    /// Salary and offer.
    Pay,
    /// A sealed class.
    Sealed(Compartment),
    /// When the record goes, permissions, disclosures.
    Retention,
    /// The journal.
    Journal,
    /// Policy, people and keys.
    Organisation,
    /// Incidents and complaints, but for whom they are about; recipients, agreements, transfers, impact assessments.
    Registers,
}

impl DataClass {
    /// Every class.
    pub const ALL: [Self; 14] = [
        Self::Identity,
        Self::Contact,
        Self::Application,
        Self::Documents,
        Self::Assessment,
        Self::Pay,
        Self::Sealed(Compartment::IdentityAndRightToWork),
        Self::Sealed(Compartment::HealthAndAdjustments),
        Self::Sealed(Compartment::EqualityMonitoring),
        Self::Sealed(Compartment::CriminalRecordAndVetting),
        Self::Retention,
        Self::Journal,
        Self::Organisation,
        Self::Registers,
    ];

    /// A word for tables.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Identity => "identity",
            Self::Contact => "contact",
            Self::Application => "application",
            Self::Documents => "documents",
            Self::Assessment => "assessment",
            Self::Pay => "pay",
            Self::Sealed(compartment) => compartment.code(),
            Self::Retention => "retention",
            Self::Journal => "journal",
            Self::Organisation => "organisation",
            Self::Registers => "registers",
        }
    }

    /// Whether it tells who somebody is, or may: a CV and a permission's evidence have names in them.
    pub(super) const fn names(self) -> bool {
        match self {
            Self::Identity | Self::Contact | Self::Documents | Self::Retention => true,
            Self::Application
            | Self::Assessment
            | Self::Pay
            | Self::Sealed(_)
            | Self::Journal
            | Self::Organisation
            | Self::Registers => false,
        }
    }
}

/// How much of a class may be shown, from nothing to everything.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(tag = "kind", content = "refusal", rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub enum ClassAccess {
    /// Nothing, by this rule.
    Withheld(Refusal),
    /// How things stand, in a word: *adjustment needed*; *cleared*, *not cleared*, *pending*.
    Status,
    /// Counts over many, under the rules for counts; nobody's own.
    Aggregate,
    /// What came of it, in short.
    Summary,
    /// What others have submitted.
    Submitted,
    /// One's own, read and written; others' once one's own is submitted (ACC-08).
    Own,
    /// All of it.
    Read,
    /// All of it, to change as well.
    Write,
}

impl ClassAccess {
    /// Whether a particular person's own content may be read.
    pub const fn reads(self) -> bool {
        match self {
            Self::Read | Self::Write | Self::Own | Self::Submitted | Self::Summary => true,
            Self::Withheld(_) | Self::Status | Self::Aggregate => false,
        }
    }

    /// A word for tables.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Withheld(_) => "withheld",
            Self::Status => "status",
            Self::Aggregate => "aggregate",
            Self::Summary => "summary",
            Self::Submitted => "submitted",
            Self::Own => "own",
            Self::Read => "read",
            Self::Write => "write",
        }
    }

    /// The more of two. Where both withhold, the first one's rule stays.
    #[must_use]
    pub(super) fn or(self, other: Self) -> Self {
        match (self, other) {
            (Self::Withheld(_), Self::Withheld(_)) => self,
            (one, other) => one.max(other),
        }
    }
}

/// What a permit shows of every class.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Classes([ClassAccess; DataClass::ALL.len()]);

impl Classes {
    /// Works out every class.
    pub(super) fn of(mut each: impl FnMut(DataClass) -> ClassAccess) -> Self {
        Self(DataClass::ALL.map(&mut each))
    }

    /// One class.
    pub fn get(&self, class: DataClass) -> ClassAccess {
        DataClass::ALL
            .iter()
            .zip(self.0)
            .find(|(known, _)| **known == class)
            .map_or(
                ClassAccess::Withheld(Refusal::NotInRelation),
                |(_, found)| found,
            )
    }

    /// Every class with how much of it may be shown.
    pub fn iter(&self) -> impl Iterator<Item = (DataClass, ClassAccess)> + '_ {
        DataClass::ALL.into_iter().zip(self.0)
    }
}
