//! Where a candidate's details came from (the notice's sources, RULEBOOK S31 to S43 and COL-02).

use serde::{Deserialize, Serialize};

use crate::text::Line;

/// Whether the person gave the details, or someone else did (UK GDPR Art 13 and 14).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub enum Directness {
    /// From the person.
    Direct,
    /// From someone else: the notice must be given within a month (Art 14(3)).
    Indirect,
}

/// The notice's categories of source from which a candidate can come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub enum SourceCategory {
    /// The organisation's own advert, form or contact page (S31).
    Website,
    /// An unsolicited e-mail with a CV (S31).
    UnsolicitedEmail,
    /// The organisation's own advert on a platform (S32).
    PlatformAdvert,
    /// A recruiter, an agency or another applicant tracking system (S33).
    Recruiter,
    /// Found on LinkedIn, Indeed, CV Library or the like (S34).
    SourcingPlatform,
    /// Public social media (S35).
    SocialMedia,
    /// Introduced by someone of the sector with the person's permission (S36).
    SectorReferee,
    /// A college or university (S37).
    HigherEducation,
    /// A current or former employee (S38).
    EmployeeReferral,
    /// A survey or questionnaire that showed interest (S39).
    Survey,
    /// Other public websites (S40).
    PublicWebsite,
    /// A department or related institution (S43).
    Department,
}

impl SourceCategory {
    /// Every category, in the notice's order.
    pub const ALL: [Self; 12] = [
        Self::Website,
        Self::UnsolicitedEmail,
        Self::PlatformAdvert,
        Self::Recruiter,
        Self::SourcingPlatform,
        Self::SocialMedia,
        Self::SectorReferee,
        Self::HigherEducation,
        Self::EmployeeReferral,
        Self::Survey,
        Self::PublicWebsite,
        Self::Department,
    ];

    /// Whether the notice counts the category as direct.
    pub const fn directness(self) -> Directness {
        match self {
            Self::Website | Self::UnsolicitedEmail | Self::PlatformAdvert => Directness::Direct,
            Self::Recruiter
            | Self::SourcingPlatform
            | Self::SocialMedia
            | Self::SectorReferee
            | Self::HigherEducation
            | Self::EmployeeReferral
            | Self::Survey
            | Self::PublicWebsite
            | Self::Department => Directness::Indirect,
        }
    }

    /// The word the store and files hold.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Website => "website",
            Self::UnsolicitedEmail => "unsolicited-email",
            Self::PlatformAdvert => "platform-advert",
            Self::Recruiter => "recruiter",
            Self::SourcingPlatform => "sourcing-platform",
            Self::SocialMedia => "social-media",
            Self::SectorReferee => "sector-referee",
            Self::HigherEducation => "higher-education",
            Self::EmployeeReferral => "employee-referral",
            Self::Survey => "survey",
            Self::PublicWebsite => "public-website",
            Self::Department => "department",
        }
    }

    /// Reads the word the store and files hold.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|category| category.code() == code)
    }
}

/// A source: its category, and which site, agency or person it was.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct Source {
    /// The notice's category.
    pub category: SourceCategory,
    /// Which site, agency or referrer.
    pub detail: Option<Line>,
}
