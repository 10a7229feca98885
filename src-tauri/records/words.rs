//! The program's own words for what the store holds as codes, where no page says them: the journal's sentences and
//! the files that are handed out.

use domain::access::{Relation, Role};
use domain::compartment::Compartment;

/// A role in the organisation.
pub(crate) const fn role(role: Role) -> &'static str {
    match role {
        Role::HrAdministrator => "HR administrator",
        Role::DataProtectionOfficer => "data protection officer",
        Role::Auditor => "auditor",
        Role::Member => "member",
        Role::SweepTimer => "sweep timer",
    }
}

/// A part in a vacancy, a team or everything.
pub(crate) const fn relation(relation: Relation) -> &'static str {
    match relation {
        Relation::RecruitingManager => "recruiting manager",
        Relation::Stakeholder => "stakeholder",
        Relation::Interviewer => "interviewer",
        Relation::Approver => "approver",
        Relation::Director => "director",
        Relation::Auditor => "auditor",
    }
}

/// A sealed class.
pub(crate) const fn compartment(compartment: Compartment) -> &'static str {
    match compartment {
        Compartment::IdentityAndRightToWork => "identity and right to work",
        Compartment::HealthAndAdjustments => "health and adjustments",
        Compartment::EqualityMonitoring => "equality monitoring",
        Compartment::CriminalRecordAndVetting => "criminal record and vetting",
    }
}

/// The words with a capital letter at their beginning.
pub(crate) fn begun(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| {
        format!("{}{}", first.to_uppercase(), letters.as_str())
    })
}
