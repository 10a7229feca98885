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

/// Where the work of a role is done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub enum Arrangement {
    /// At the place of work.
    OnSite,
    /// Partly there, partly elsewhere.
    Hybrid,
    /// From anywhere.
    Remote,
}

impl Arrangement {
    /// Every arrangement.
    pub const ALL: [Self; 3] = [Self::OnSite, Self::Hybrid, Self::Remote];

    /// The word the store and files hold.
    pub const fn code(self) -> &'static str {
        match self {
            Self::OnSite => "on-site",
            Self::Hybrid => "hybrid",
            Self::Remote => "remote",
        }
    }

    /// Reads the word the store and files hold.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|arrangement| arrangement.code() == code)
    }
}

/// What a role asks for, as far as it is said: what the reserve list is matched with, and who outside is concerned.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct RoleAsks {
    /// The family of roles it belongs to.
    pub family: Option<Line>,
    /// Skills, one by one.
    pub skills: Vec<Line>,
    /// The place of work.
    pub place: Option<Line>,
    /// How it is done there.
    pub arrangement: Option<Arrangement>,
    /// Why an MP's office or a department is concerned: they are given nothing unless it is said (RULEBOOK SHA-03).
    pub office: Option<Line>,
}

impl RoleAsks {
    /// Whether anything is said.
    pub const fn is_empty(&self) -> bool {
        self.family.is_none()
            && self.skills.is_empty()
            && self.place.is_none()
            && self.arrangement.is_none()
            && self.office.is_none()
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
