//! A vacancy: a role to be filled, and when it opens, closes and is closed out.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::application::Stage;
use crate::text::Line;

/// The kinds of role the notice covers (RULEBOOK S7).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub enum VacancyKind {
    /// A permanent job.
    Job,
    /// A contract with an end.
    FixedTerm,
    /// A loan from another post or organisation.
    Secondment,
    /// An internship.
    Internship,
    /// Work experience.
    WorkExperience,
}

impl VacancyKind {
    /// Every kind.
    pub const ALL: [Self; 5] = [
        Self::Job,
        Self::FixedTerm,
        Self::Secondment,
        Self::Internship,
        Self::WorkExperience,
    ];

    /// The word the store and files hold.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Job => "job",
            Self::FixedTerm => "fixed-term",
            Self::Secondment => "secondment",
            Self::Internship => "internship",
            Self::WorkExperience => "work-experience",
        }
    }

    /// Reads the word the store and files hold.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }
}

/// What a vacancy is. Its people are grants ([`crate::access::Grant`]), its end is `closed_out_on`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct VacancyDetails {
    /// The role's title, as advertised.
    pub title: Line,
    /// The organisation's own reference.
    pub reference: Option<Line>,
    /// What kind of role it is.
    pub kind: VacancyKind,
    /// First day applications are taken.
    pub opens_on: NaiveDate,
    /// Last day applications are taken, where one is set.
    pub closes_on: Option<NaiveDate>,
    /// The stage an application must have reached before those who decide see whose it is; `None` where they
    /// see that from the start.
    #[serde(default)]
    pub blind_until: Option<Stage>,
}
