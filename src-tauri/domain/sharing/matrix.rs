//! The matrix of the notice as it stands in its version of 8 July 2024 (RULEBOOK 1.1): the first version of every purpose,
//! which no later one changes.

use std::collections::BTreeSet;

use super::purpose::{LawfulBasis, Purpose, PurposeTerms, SpecialCondition};
use crate::disclosure::RecipientCategory;
use crate::retention::DataClass;
use crate::text::{Line, TextError};

/// The version of the notice that the first version of each purpose is of.
pub const NOTICE: &str = "2024-07-08";

/// What the notice says of a purpose.
///
/// # Errors
/// None for a purpose there is: its words are a line.
pub fn in_the_notice(purpose: Purpose) -> Result<PurposeTerms, TextError> {
    use LawfulBasis::{
        Anonymous, Contract, LegalObligation, LegitimateInterests, Permission, PublicTask,
        VitalInterests,
    };
    use RecipientCategory as To;
    let (text, basis) = match purpose {
        Purpose::MoveForward => (
            "Moving your application forward before a contract, and checks before employment",
            Contract,
        ),
        Purpose::EmploymentLaw => ("Complying with employment law", LegalObligation),
        Purpose::Reply => (
            "Replying and communicating with you about the position",
            LegitimateInterests,
        ),
        Purpose::Approach => (
            "Approaching you as a good fit, following an application",
            LegitimateInterests,
        ),
        Purpose::OfficeReview => (
            "A review by an MP’s office or a department, where the role concerns them",
            LegitimateInterests,
        ),
        Purpose::RunProcess => (
            "Running the process in tracking software or through agencies",
            LegitimateInterests,
        ),
        Purpose::Status => (
            "Telling you how your application stands",
            LegitimateInterests,
        ),
        Purpose::RightCandidate => (
            "Checking that you are the right candidate",
            LegitimateInterests,
        ),
        Purpose::TakeReference => (
            "Receiving a reference from somebody of the sector, with your permission",
            LegitimateInterests,
        ),
        Purpose::OtherVacancies => ("Telling you of other vacancies", LegitimateInterests),
        Purpose::Survey => ("Inviting you to surveys", LegitimateInterests),
        Purpose::Security => (
            "Monitoring, improving and securing the site and the process",
            LegitimateInterests,
        ),
        Purpose::KeepLonger => ("Keeping your details longer than six months", Permission),
        Purpose::Communications => ("Adding you to lists for digital communications", Permission),
        Purpose::Cookies => ("Cookies of the website; the program sets none", Permission),
        Purpose::RightsRequest => (
            "Answering you when you use your data protection rights",
            LegalObligation,
        ),
        Purpose::BreachImpact => (
            "Finding out what a data breach means for people",
            LegalObligation,
        ),
        Purpose::ProtectFromHarm => (
            "Protecting somebody from neglect or from physical or emotional harm",
            VitalInterests,
        ),
        Purpose::LegalClaims => ("Dealing with legal claims and litigation", LegalObligation),
        Purpose::ReserveList => (
            "Keeping a reserve list of those who met the requirements",
            Permission,
        ),
        Purpose::HandOver => (
            "Handing your details to the HR system when you are hired",
            Contract,
        ),
        Purpose::Statistics => (
            "Statistics that a law or a court asks for, in figures alone",
            LegalObligation,
        ),
        Purpose::Reporting => (
            "Improving recruitment by figures that are traceable to nobody",
            Anonymous,
        ),
        Purpose::Vetting => ("National security vetting, for some roles", PublicTask),
        Purpose::Programmes => (
            "Optional programmes, and sensitive data beyond a duty",
            Permission,
        ),
        Purpose::RequiredByLaw => (
            "Giving what a law, a court or an authority requires, and no more",
            LegalObligation,
        ),
    };
    let recipients: &[RecipientCategory] = match purpose {
        Purpose::MoveForward => &[
            To::Recruiters,
            To::TrackingSoftware,
            To::HrSoftware,
            To::CommunicationsAndStorage,
        ],
        Purpose::RunProcess => &[
            To::Recruiters,
            To::TrackingSoftware,
            To::CommunicationsAndStorage,
            To::CloudAndSecurity,
        ],
        Purpose::OfficeReview => &[To::MembersAndDepartments],
        Purpose::Reply | Purpose::Approach | Purpose::Status => {
            &[To::Recruiters, To::CommunicationsAndStorage]
        }
        Purpose::RightCandidate => &[To::Recruiters],
        Purpose::OtherVacancies | Purpose::Communications => &[To::CommunicationsAndStorage],
        Purpose::Survey => &[To::Surveys],
        Purpose::Security => &[To::CloudAndSecurity],
        Purpose::HandOver => &[To::HrSoftware],
        Purpose::EmploymentLaw
        | Purpose::ProtectFromHarm
        | Purpose::LegalClaims
        | Purpose::Vetting
        | Purpose::RequiredByLaw => &[To::LegalBodies],
        Purpose::TakeReference
        | Purpose::KeepLonger
        | Purpose::Cookies
        | Purpose::RightsRequest
        | Purpose::BreachImpact
        | Purpose::ReserveList
        | Purpose::Statistics
        | Purpose::Reporting
        | Purpose::Programmes => &[],
    };
    Ok(PurposeTerms {
        text: Line::parse(text)?,
        basis,
        condition: condition(purpose),
        classes: classes(purpose),
        recipients: recipients.iter().copied().collect(),
    })
}

const fn condition(purpose: Purpose) -> Option<SpecialCondition> {
    match purpose {
        Purpose::MoveForward | Purpose::EmploymentLaw | Purpose::HandOver => {
            Some(SpecialCondition::Employment)
        }
        Purpose::RightsRequest
        | Purpose::BreachImpact
        | Purpose::ProtectFromHarm
        | Purpose::Vetting
        | Purpose::RequiredByLaw => Some(SpecialCondition::PublicInterest),
        Purpose::LegalClaims => Some(SpecialCondition::LegalClaims),
        Purpose::Programmes => Some(SpecialCondition::ExplicitPermission),
        Purpose::Reporting => Some(SpecialCondition::Equality),
        Purpose::Reply
        | Purpose::Approach
        | Purpose::OfficeReview
        | Purpose::RunProcess
        | Purpose::Status
        | Purpose::RightCandidate
        | Purpose::TakeReference
        | Purpose::OtherVacancies
        | Purpose::Survey
        | Purpose::Security
        | Purpose::KeepLonger
        | Purpose::Communications
        | Purpose::Cookies
        | Purpose::ReserveList
        | Purpose::Statistics => None,
    }
}

fn classes(purpose: Purpose) -> BTreeSet<DataClass> {
    use DataClass::{
        Contact, Correspondence, CriminalRecord, Device, Equality, Form, Health, IdentityDocument,
        Opinion, Recording, Reference, RightToWork, Test, ToolUse, Vetting,
    };
    let listed: &[DataClass] = match purpose {
        Purpose::MoveForward => &[
            Contact,
            IdentityDocument,
            Form,
            Reference,
            Test,
            RightToWork,
            ToolUse,
            Health,
            CriminalRecord,
        ],
        Purpose::EmploymentLaw => &[Contact, Form, RightToWork],
        Purpose::Reply => &[Contact, Correspondence],
        Purpose::Approach | Purpose::KeepLonger | Purpose::ReserveList => &[Contact, Form],
        Purpose::OfficeReview => &[Contact, Form, Test, Opinion],
        Purpose::RunProcess => &[Contact, Form, Reference, Test, Correspondence, ToolUse],
        Purpose::Status => &[Contact, ToolUse],
        Purpose::RightCandidate => &[Contact, Form, Reference, Test, Opinion, Recording],
        Purpose::TakeReference => &[Contact, Reference],
        Purpose::OtherVacancies | Purpose::Survey | Purpose::Communications => &[Contact],
        Purpose::Security => &[Contact, Device],
        Purpose::Cookies => &[Device],
        Purpose::ProtectFromHarm => &[Contact, Correspondence, Health],
        Purpose::HandOver => &[
            Contact,
            IdentityDocument,
            Form,
            RightToWork,
            ToolUse,
            Health,
            CriminalRecord,
        ],
        Purpose::Statistics | Purpose::Reporting => &[],
        Purpose::Vetting => &[Contact, Vetting],
        Purpose::Programmes => &[Contact, Form, Health],
        Purpose::RightsRequest | Purpose::BreachImpact => &DataClass::ALL,
        Purpose::LegalClaims | Purpose::RequiredByLaw => {
            return DataClass::ALL
                .into_iter()
                .filter(|class| *class != Equality)
                .collect();
        }
    };
    listed.iter().copied().collect()
}

/// The least that a kind of recipient is given for a purpose, of what the purpose may use (RULEBOOK SHA-02): what is
/// chosen unless somebody adds to it and says why. Never equality, opinions, health or criminal records.
pub fn minimum(
    purpose: Purpose,
    terms: &PurposeTerms,
    category: RecipientCategory,
) -> BTreeSet<DataClass> {
    use DataClass::{Contact, Form, IdentityDocument, RightToWork, ToolUse};
    let least: &[DataClass] = match (purpose, category) {
        (
            Purpose::Reply
            | Purpose::Approach
            | Purpose::Status
            | Purpose::OtherVacancies
            | Purpose::Survey
            | Purpose::Communications,
            _,
        )
        | (
            _,
            RecipientCategory::CommunicationsAndStorage
            | RecipientCategory::Surveys
            | RecipientCategory::CloudAndSecurity
            | RecipientCategory::LegalBodies,
        ) => &[Contact],
        (_, RecipientCategory::MembersAndDepartments | RecipientCategory::Recruiters) => {
            &[Contact, Form]
        }
        (_, RecipientCategory::TrackingSoftware) => &[Contact, Form, ToolUse],
        (_, RecipientCategory::HrSoftware) => &[Contact, IdentityDocument, RightToWork],
        (_, RecipientCategory::WebsiteAndHosting) => &[],
    };
    least
        .iter()
        .copied()
        .filter(|class| terms.classes.contains(class))
        .collect()
}
