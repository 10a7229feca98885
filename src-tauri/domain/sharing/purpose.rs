//! The purposes of the privacy notice, and what each rests on (RULEBOOK 1.1).

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::disclosure::RecipientCategory;
use crate::retention::DataClass;
use crate::sealed::words;
use crate::text::Line;

/// A purpose of the notice: P1 to P25 of RULEBOOK 1.1, and what a law requires to be given (S96).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub enum Purpose {
    /// To move an application forward, and for checks before employment (P1).
    MoveForward,
    /// To comply with employment law (P2).
    EmploymentLaw,
    /// To reply and communicate (P3).
    Reply,
    /// To approach somebody as a good fit, following an application (P4).
    Approach,
    /// A review by an MP's office or a department (P5).
    OfficeReview,
    /// To run the process in software or through an agency (P6).
    RunProcess,
    /// To tell how an application stands (P7).
    Status,
    /// To check that somebody is right for the role (P8).
    RightCandidate,
    /// To take up a reference (P9).
    TakeReference,
    /// To tell of other vacancies (P10).
    OtherVacancies,
    /// To invite to a survey (P11).
    Survey,
    /// To keep the site and the process running and secure (P12).
    Security,
    /// To keep a record longer (P13).
    KeepLonger,
    /// To add somebody to lists for digital communications (P14).
    Communications,
    /// Cookies of the website (P15).
    Cookies,
    /// To answer a request about rights (P16).
    RightsRequest,
    /// To find out whom a breach affects (P17).
    BreachImpact,
    /// To protect somebody from harm (P18).
    ProtectFromHarm,
    /// Legal claims (P19).
    LegalClaims,
    /// The reserve list (P20).
    ReserveList,
    /// To hand a hired person's details to the HR system (P21).
    HandOver,
    /// Statistics that a law asks for (P22).
    Statistics,
    /// Reports on recruitment (P23).
    Reporting,
    /// National security vetting (P24).
    Vetting,
    /// Optional programmes, and sensitive data beyond a duty (P25).
    Programmes,
    /// What a law, a court or an authority requires to be given (S96).
    RequiredByLaw,
}

words!(Purpose {
    MoveForward => "move-forward",
    EmploymentLaw => "employment-law",
    Reply => "reply",
    Approach => "approach",
    OfficeReview => "office-review",
    RunProcess => "run-process",
    Status => "status",
    RightCandidate => "right-candidate",
    TakeReference => "take-reference",
    OtherVacancies => "other-vacancies",
    Survey => "survey",
    Security => "security",
    KeepLonger => "keep-longer",
    Communications => "communications",
    Cookies => "cookies",
    RightsRequest => "rights-request",
    BreachImpact => "breach-impact",
    ProtectFromHarm => "protect-from-harm",
    LegalClaims => "legal-claims",
    ReserveList => "reserve-list",
    HandOver => "hand-over",
    Statistics => "statistics",
    Reporting => "reporting",
    Vetting => "vetting",
    Programmes => "programmes",
    RequiredByLaw => "required-by-law",
});

impl Purpose {
    /// Its number in the rule-book.
    pub const fn number(self) -> &'static str {
        match self {
            Self::MoveForward => "P1",
            Self::EmploymentLaw => "P2",
            Self::Reply => "P3",
            Self::Approach => "P4",
            Self::OfficeReview => "P5",
            Self::RunProcess => "P6",
            Self::Status => "P7",
            Self::RightCandidate => "P8",
            Self::TakeReference => "P9",
            Self::OtherVacancies => "P10",
            Self::Survey => "P11",
            Self::Security => "P12",
            Self::KeepLonger => "P13",
            Self::Communications => "P14",
            Self::Cookies => "P15",
            Self::RightsRequest => "P16",
            Self::BreachImpact => "P17",
            Self::ProtectFromHarm => "P18",
            Self::LegalClaims => "P19",
            Self::ReserveList => "P20",
            Self::HandOver => "P21",
            Self::Statistics => "P22",
            Self::Reporting => "P23",
            Self::Vetting => "P24",
            Self::Programmes => "P25",
            Self::RequiredByLaw => "S96",
        }
    }

    /// The purpose in words, as a letter names it.
    pub const fn phrase(self) -> &'static str {
        match self {
            Self::MoveForward => "to move an application forward",
            Self::EmploymentLaw => "to comply with employment law",
            Self::Reply => "to reply and communicate",
            Self::Approach => "to approach somebody as a good fit",
            Self::OfficeReview => "for a review by an MP’s office or a department",
            Self::RunProcess => "to run the recruitment process",
            Self::Status => "to tell how an application stands",
            Self::RightCandidate => "to check that somebody is right for the role",
            Self::TakeReference => "to take up a reference",
            Self::OtherVacancies => "to tell of other vacancies",
            Self::Survey => "to invite to a survey",
            Self::Security => "to keep the site and the process running and secure",
            Self::KeepLonger => "to keep a record longer, with permission",
            Self::Communications => "to send digital communications, with permission",
            Self::Cookies => "cookies of the website",
            Self::RightsRequest => "to answer a request about rights",
            Self::BreachImpact => "to find out whom a breach affects",
            Self::ProtectFromHarm => "to protect somebody from harm",
            Self::LegalClaims => "for legal claims",
            Self::ReserveList => "to keep a reserve list",
            Self::HandOver => "to hand a hired person’s details over",
            Self::Statistics => "for statistics that a law asks for",
            Self::Reporting => "to report on recruitment in figures",
            Self::Vetting => "for national security vetting",
            Self::Programmes => "for optional programmes",
            Self::RequiredByLaw => "because a law, a court or an authority requires it",
        }
    }
}

/// What a purpose rests on (UK GDPR Art 6(1)).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub enum LawfulBasis {
    /// The person's permission: 6(1)(a).
    Permission,
    /// A contract, or steps before one: 6(1)(b).
    Contract,
    /// A legal obligation: 6(1)(c).
    LegalObligation,
    /// Vital interests: 6(1)(d).
    VitalInterests,
    /// A public task: 6(1)(e).
    PublicTask,
    /// Recognised legitimate interests: 6(1)(ea).
    RecognisedInterests,
    /// Legitimate interests: 6(1)(f).
    LegitimateInterests,
    /// None is needed: figures that are traceable to nobody.
    Anonymous,
}

words!(LawfulBasis {
    Permission => "permission",
    Contract => "contract",
    LegalObligation => "legal-obligation",
    VitalInterests => "vital-interests",
    PublicTask => "public-task",
    RecognisedInterests => "recognised-interests",
    LegitimateInterests => "legitimate-interests",
    Anonymous => "anonymous",
});

impl LawfulBasis {
    /// The basis in words, with its article.
    pub const fn phrase(self) -> &'static str {
        match self {
            Self::Permission => "permission, UK GDPR Art 6(1)(a)",
            Self::Contract => "contract, UK GDPR Art 6(1)(b)",
            Self::LegalObligation => "legal obligation, UK GDPR Art 6(1)(c)",
            Self::VitalInterests => "vital interests, UK GDPR Art 6(1)(d)",
            Self::PublicTask => "public task, UK GDPR Art 6(1)(e)",
            Self::RecognisedInterests => "recognised legitimate interests, UK GDPR Art 6(1)(ea)",
            Self::LegitimateInterests => "legitimate interests, UK GDPR Art 6(1)(f)",
            Self::Anonymous => "none needed: figures traceable to nobody",
        }
    }

    /// Whether a use on this basis goes on when the person objects (UK GDPR Art 21(1); a permission ends when it is
    /// withdrawn, Art 7(3)).
    pub const fn survives_objection(self) -> bool {
        match self {
            Self::Contract | Self::LegalObligation | Self::VitalInterests | Self::Anonymous => true,
            Self::Permission
            | Self::PublicTask
            | Self::RecognisedInterests
            | Self::LegitimateInterests => false,
        }
    }
}

/// The condition under which special categories and criminal records are used (UK GDPR Art 9, 10; DPA 2018 Sch 1).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub enum SpecialCondition {
    /// Explicit permission: 9(2)(a).
    ExplicitPermission,
    /// Employment law: 9(2)(b), Sch 1 para 1.
    Employment,
    /// Legal claims: 9(2)(f), Sch 1 para 33.
    LegalClaims,
    /// Substantial public interest: 9(2)(g), Sch 1 Part 2.
    PublicInterest,
    /// Equality of opportunity or treatment: 9(2)(g), Sch 1 para 8.
    Equality,
}

impl SpecialCondition {
    /// The condition in words, with its article.
    pub const fn phrase(self) -> &'static str {
        match self {
            Self::ExplicitPermission => "explicit permission, UK GDPR Art 9(2)(a)",
            Self::Employment => "employment law, UK GDPR Art 9(2)(b), DPA 2018 Sch 1 para 1",
            Self::LegalClaims => "legal claims, UK GDPR Art 9(2)(f), DPA 2018 Sch 1 para 33",
            Self::PublicInterest => {
                "substantial public interest, UK GDPR Art 9(2)(g), DPA 2018 Sch 1 Part 2"
            }
            Self::Equality => "equality of opportunity, UK GDPR Art 9(2)(g), DPA 2018 Sch 1 para 8",
        }
    }
}

/// What one version says of a purpose.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct PurposeTerms {
    /// What people are told of it.
    pub text: Line,
    /// What it rests on.
    pub basis: LawfulBasis,
    /// The condition for special categories and criminal records; `None`: none of those are used.
    pub condition: Option<SpecialCondition>,
    /// The classes it may use.
    pub classes: BTreeSet<DataClass>,
    /// The recipients it may reach.
    pub recipients: BTreeSet<RecipientCategory>,
}

/// Why a purpose can't be changed in this way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PurposeRefusal {
    /// It would use special categories or criminal records, and names no condition.
    NoCondition,
    /// Figures that are traceable to nobody use no class of data.
    AnonymousClasses,
    /// A recipient can only be given what the purpose may use.
    NothingToGive,
    /// Nothing would change.
    Same,
}

impl PurposeRefusal {
    /// The field that is wrong.
    pub const fn field(self) -> &'static str {
        match self {
            Self::NoCondition => "terms.condition",
            Self::AnonymousClasses | Self::NothingToGive => "terms.classes",
            Self::Same => "terms.text",
        }
    }

    /// Why, and what to do, in words for a person.
    pub const fn sentence(self) -> &'static str {
        match self {
            Self::NoCondition => {
                "Choose the condition for health, equality, criminal record and right-to-work data (rule PUR-04)."
            }
            Self::AnonymousClasses => {
                "Untick every class: figures that are traceable to nobody use no personal data."
            }
            Self::NothingToGive => {
                "Tick what the purpose may use: its recipients are given nothing else (rule PUR-01)."
            }
            Self::Same => "Change something: this is what it says already.",
        }
    }
}

impl PurposeTerms {
    /// Checks a next version of a purpose against the one in use.
    ///
    /// # Errors
    /// [`PurposeRefusal`] for the first thing that is wrong.
    pub fn check(&self, before: &Self) -> Result<(), PurposeRefusal> {
        if self == before {
            Err(PurposeRefusal::Same)
        } else if self.basis == LawfulBasis::Anonymous && !self.classes.is_empty() {
            Err(PurposeRefusal::AnonymousClasses)
        } else if self.condition.is_none() && self.classes.iter().any(|class| special(*class)) {
            Err(PurposeRefusal::NoCondition)
        } else if self.classes.is_empty() && !self.recipients.is_empty() {
            Err(PurposeRefusal::NothingToGive)
        } else {
            Ok(())
        }
    }
}

/// Whether a class needs a condition beside the basis (PUR-04).
pub(super) const fn special(class: DataClass) -> bool {
    match class {
        DataClass::RightToWork
        | DataClass::Equality
        | DataClass::PublicDomain
        | DataClass::Health
        | DataClass::CriminalRecord
        | DataClass::Vetting => true,
        DataClass::Contact
        | DataClass::IdentityDocument
        | DataClass::Form
        | DataClass::Reference
        | DataClass::Test
        | DataClass::Correspondence
        | DataClass::ToolUse
        | DataClass::Opinion
        | DataClass::Recording
        | DataClass::Device => false,
    }
}
