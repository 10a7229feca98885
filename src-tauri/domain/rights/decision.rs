//! What is decided of a right, and on which grounds a part of it may be refused (RULEBOOK DSR-06, DSR-09, DSR-11, 6.2).

use std::collections::BTreeSet;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::deadline::Right;
use crate::id::AccountId;
use crate::sealed::words;

/// What became of a right.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub enum ItemOutcome {
    /// What they asked for is done.
    Granted,
    /// A part of it is.
    Partly,
    /// It is not.
    Refused,
}

words!(ItemOutcome {
    Granted => "granted",
    Partly => "partly",
    Refused => "refused",
});

/// Why something that was asked for is not done, or not in full.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub enum Exemption {
    /// A reference given in confidence.
    ConfidentialReference,
    /// It would tell of another person.
    OtherPerson,
    /// Legal professional privilege.
    Privilege,
    /// A management forecast, or negotiations that run.
    ForecastOrNegotiation,
    /// The answers to a test or an examination.
    TestScript,
    /// A report on their health that they have not seen.
    HealthReport,
    /// Crime, or disclosure that the law requires.
    CrimeOrLaw,
    /// A duty under the law to keep it.
    LegalDuty,
    /// Legal claims.
    LegalClaims,
    /// It is still needed for what it was collected for.
    StillNeeded,
    /// It is accurate as it stands.
    Accurate,
    /// Compelling grounds that override their interests.
    CompellingGrounds,
    /// None of it is what they gave, by permission or contract.
    NotGivenByThem,
    /// No such decision is taken by a machine.
    NoneTaken,
    /// They did not show who they are within a month of being asked.
    NotIdentified,
    /// Manifestly unfounded.
    ManifestlyUnfounded,
    /// Manifestly excessive.
    ManifestlyExcessive,
}

words!(Exemption {
    ConfidentialReference => "confidential-reference",
    OtherPerson => "other-person",
    Privilege => "privilege",
    ForecastOrNegotiation => "forecast-or-negotiation",
    TestScript => "test-script",
    HealthReport => "health-report",
    CrimeOrLaw => "crime-or-law",
    LegalDuty => "legal-duty",
    LegalClaims => "legal-claims",
    StillNeeded => "still-needed",
    Accurate => "accurate",
    CompellingGrounds => "compelling-grounds",
    NotGivenByThem => "not-given-by-them",
    NoneTaken => "none-taken",
    NotIdentified => "not-identified",
    ManifestlyUnfounded => "manifestly-unfounded",
    ManifestlyExcessive => "manifestly-excessive",
});

impl Exemption {
    /// Whether it can be a ground for refusing a right.
    pub const fn is_for(self, right: Right) -> bool {
        match self {
            Self::ConfidentialReference
            | Self::OtherPerson
            | Self::Privilege
            | Self::ForecastOrNegotiation
            | Self::TestScript
            | Self::HealthReport
            | Self::CrimeOrLaw => matches!(right, Right::Access),
            Self::LegalDuty | Self::StillNeeded => matches!(right, Right::Erasure),
            Self::LegalClaims => {
                matches!(
                    right,
                    Right::Erasure | Right::Restriction | Right::Objection
                )
            }
            Self::Accurate => matches!(right, Right::Rectification | Right::Restriction),
            Self::CompellingGrounds => matches!(right, Right::Objection),
            Self::NotGivenByThem => matches!(right, Right::Portability),
            Self::NoneTaken => matches!(right, Right::AutomatedDecisions),
            Self::NotIdentified | Self::ManifestlyUnfounded | Self::ManifestlyExcessive => true,
        }
    }

    /// The grounds for refusing a right, in the order of their words.
    pub fn of(right: Right) -> impl Iterator<Item = Self> {
        Self::ALL
            .iter()
            .copied()
            .filter(move |ground| ground.is_for(right))
    }

    /// Whether two people have to decide it (DSR-06).
    pub const fn needs_two(self) -> bool {
        matches!(self, Self::ManifestlyUnfounded | Self::ManifestlyExcessive)
    }

    /// Where the law says it.
    pub const fn law(self) -> &'static str {
        match self {
            Self::ConfidentialReference => "Data Protection Act 2018, Schedule 2, paragraph 24",
            Self::OtherPerson => "Data Protection Act 2018, Schedule 2, paragraph 16",
            Self::Privilege => "Data Protection Act 2018, Schedule 2, paragraph 19",
            Self::ForecastOrNegotiation => {
                "Data Protection Act 2018, Schedule 2, paragraphs 22 and 23"
            }
            Self::TestScript => "Data Protection Act 2018, Schedule 2, paragraph 25",
            Self::HealthReport => "Data Protection Act 2018, Schedule 3, paragraphs 5 and 6",
            Self::CrimeOrLaw => "Data Protection Act 2018, Schedule 2, paragraphs 2 and 5",
            Self::LegalDuty => "UK GDPR Article 17(3)(b)",
            Self::LegalClaims => "UK GDPR Articles 17(3)(e), 18(2) and 21(1)",
            Self::StillNeeded => "UK GDPR Article 17(1)",
            Self::Accurate => "UK GDPR Articles 16 and 18(1)(a)",
            Self::CompellingGrounds => "UK GDPR Article 21(1)",
            Self::NotGivenByThem => "UK GDPR Article 20(1)",
            Self::NoneTaken => "UK GDPR Articles 22A to 22D",
            Self::NotIdentified => "UK GDPR Articles 11(2) and 12(6)",
            Self::ManifestlyUnfounded | Self::ManifestlyExcessive => "UK GDPR Article 12(5)",
        }
    }

    /// What it is, as a letter says it.
    pub const fn phrase(self) -> &'static str {
        match self {
            Self::ConfidentialReference => "a reference was given to us in confidence",
            Self::OtherPerson => "it would tell of another person, who has not agreed",
            Self::Privilege => "it is advice of lawyers, or made for a claim",
            Self::ForecastOrNegotiation => {
                "it would harm planning or negotiations that are under way"
            }
            Self::TestScript => "it is what you wrote in a test; marks and comments are disclosed",
            Self::HealthReport => {
                "it is a report on your health that a professional has to look at first"
            }
            Self::CrimeOrLaw => {
                "disclosing it would harm the prevention of crime, or the law forbids it"
            }
            Self::LegalDuty => "the law obliges us to keep it",
            Self::LegalClaims => "it is needed for a legal claim",
            Self::StillNeeded => "it is still needed for what it was collected for",
            Self::Accurate => "we found it accurate as it stands",
            Self::CompellingGrounds => "there are compelling grounds that override your interests",
            Self::NotGivenByThem => {
                "none of it is what you gave us by permission or for a contract"
            }
            Self::NoneTaken => "no decision about you was taken by a machine",
            Self::NotIdentified => "we could not be sure who you are",
            Self::ManifestlyUnfounded => "the request is manifestly unfounded",
            Self::ManifestlyExcessive => "the request is manifestly excessive",
        }
    }
}

/// What was decided of a right.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct ItemDecision {
    /// What becomes of it.
    pub outcome: ItemOutcome,
    /// Why a part or all of it is refused; nothing where it is granted.
    pub grounds: BTreeSet<Exemption>,
    /// Who decided.
    pub by: AccountId,
    /// The day.
    pub on: NaiveDate,
    /// Who else agreed, where two people decide.
    pub agreed_by: Option<AccountId>,
}

impl ItemDecision {
    /// Whether another person has to agree before it counts.
    pub fn waits_for_another(&self) -> bool {
        self.agreed_by.is_none() && self.grounds.iter().any(|ground| ground.needs_two())
    }

    /// Whether nothing, or not everything, is done.
    pub const fn refuses(&self) -> bool {
        match self.outcome {
            ItemOutcome::Partly | ItemOutcome::Refused => true,
            ItemOutcome::Granted => false,
        }
    }
}
