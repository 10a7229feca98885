//! The defaults of RULES A3: what each role and each relation may do, and how much it sees of each class.

use std::collections::BTreeSet;

use super::action::ActionKind;
use super::class::{ClassAccess, DataClass};
use super::grant::Relation;
use super::permit::Sight;
use super::refusal::Refusal;
use super::role::Role;
use crate::compartment::Compartment;

/// What a role may do to every record and to the organisation, relations aside.
pub(super) const fn role_allows(role: Role, action: ActionKind) -> bool {
    match role {
        // What somebody found is said by whoever met the candidate, and an approver is named for the vacancy:
        // administering the records makes nobody either.
        Role::HrAdministrator => !matches!(
            action,
            ActionKind::AssessCandidate | ActionKind::ApproveOffer
        ),
        Role::DataProtectionOfficer => match action {
            ActionKind::ListCandidates
            | ActionKind::ReadCandidate
            | ActionKind::RecordPermission
            | ActionKind::RecordDisclosure
            | ActionKind::DeclareConflict
            | ActionKind::ListVacancies
            | ActionKind::ReadVacancy
            | ActionKind::ReviewRetention
            | ActionKind::ManageHolds
            | ActionKind::ReadAccounts
            | ActionKind::ReviewAccess
            | ActionKind::ReadJournal
            | ActionKind::ReportIncident
            | ActionKind::ReadRegisters
            | ActionKind::KeepRegisters => true,
            ActionKind::AddCandidate
            | ActionKind::EditCandidate
            | ActionKind::DecideApplication
            | ActionKind::AssessCandidate
            | ActionKind::ApproveOffer
            | ActionKind::SealRecord
            | ActionKind::OpenSealed
            | ActionKind::AddVacancy
            | ActionKind::EditVacancy
            | ActionKind::AssignPeople
            | ActionKind::Erase
            | ActionKind::Sweep
            | ActionKind::Import
            | ActionKind::ManageAccounts
            | ActionKind::GrantAccess => false,
        },
        Role::SweepTimer => matches!(action, ActionKind::Sweep),
        Role::Auditor | Role::Member => matches!(action, ActionKind::ReportIncident),
    }
}

/// What whoever audits the organisation may do to it: see its people, read its journal and its registers.
pub(super) const fn audit_allows(action: ActionKind) -> bool {
    matches!(
        action,
        ActionKind::ReadAccounts
            | ActionKind::ReviewAccess
            | ActionKind::ReadJournal
            | ActionKind::ReadRegisters
    )
}

/// What a relation may do, on records of its own vacancies.
pub(super) const fn relation_allows(relation: Relation, action: ActionKind) -> bool {
    match action {
        ActionKind::ListCandidates
        | ActionKind::ReadCandidate
        | ActionKind::DeclareConflict
        | ActionKind::ListVacancies
        | ActionKind::ReadVacancy => true,
        ActionKind::ReviewRetention => matches!(
            relation,
            Relation::RecruitingManager | Relation::Director | Relation::Auditor
        ),
        ActionKind::ReviewAccess => matches!(relation, Relation::Auditor),
        ActionKind::ApproveOffer => matches!(relation, Relation::Approver),
        ActionKind::AddCandidate
        | ActionKind::EditCandidate
        | ActionKind::RecordPermission
        | ActionKind::RecordDisclosure
        | ActionKind::DecideApplication
        | ActionKind::EditVacancy => matches!(relation, Relation::RecruitingManager),
        ActionKind::AssessCandidate => {
            matches!(
                relation,
                Relation::Interviewer | Relation::RecruitingManager
            )
        }
        ActionKind::SealRecord
        | ActionKind::OpenSealed
        | ActionKind::AddVacancy
        | ActionKind::AssignPeople
        | ActionKind::ManageHolds
        | ActionKind::Erase
        | ActionKind::Sweep
        | ActionKind::Import
        | ActionKind::ManageAccounts
        | ActionKind::ReadAccounts
        | ActionKind::GrantAccess
        | ActionKind::ReadJournal
        | ActionKind::ReportIncident
        | ActionKind::ReadRegisters
        | ActionKind::KeepRegisters => false,
    }
}

/// How much of a candidate's identity a relation sees.
pub(super) const fn relation_sight(relation: Relation) -> Sight {
    match relation {
        Relation::Stakeholder | Relation::Interviewer | Relation::Approver => Sight::NameOnly,
        Relation::RecruitingManager | Relation::Director | Relation::Auditor => Sight::Full,
    }
}

const NOTHING: ClassAccess = ClassAccess::Withheld(Refusal::NotInRelation);
const SEALED: ClassAccess = ClassAccess::Withheld(Refusal::Sealed);

/// How much of a class a role sees of every record, with the keys that are held.
pub(super) fn role_class(
    held: &BTreeSet<Compartment>,
    role: Role,
    class: DataClass,
) -> ClassAccess {
    match role {
        Role::HrAdministrator => hr_class(held, class),
        Role::DataProtectionOfficer => match class {
            DataClass::Identity
            | DataClass::Contact
            | DataClass::Application
            | DataClass::Documents
            | DataClass::Assessment
            | DataClass::Journal
            | DataClass::Organisation => ClassAccess::Read,
            DataClass::Retention | DataClass::Registers => ClassAccess::Write,
            DataClass::Pay => NOTHING,
            DataClass::Sealed(Compartment::EqualityMonitoring) => ClassAccess::Aggregate,
            DataClass::Sealed(
                Compartment::IdentityAndRightToWork
                | Compartment::HealthAndAdjustments
                | Compartment::CriminalRecordAndVetting,
            ) => SEALED,
        },
        Role::Auditor => match class {
            DataClass::Journal | DataClass::Organisation | DataClass::Registers => {
                ClassAccess::Read
            }
            DataClass::Identity
            | DataClass::Contact
            | DataClass::Application
            | DataClass::Documents
            | DataClass::Assessment
            | DataClass::Pay
            | DataClass::Sealed(_)
            | DataClass::Retention => NOTHING,
        },
        Role::Member | Role::SweepTimer => NOTHING,
    }
}

/// HR reads a sealed class only with its key, and equality answers not even then: they are written, and counted.
fn hr_class(held: &BTreeSet<Compartment>, class: DataClass) -> ClassAccess {
    match class {
        DataClass::Identity
        | DataClass::Contact
        | DataClass::Application
        | DataClass::Documents
        | DataClass::Pay
        | DataClass::Retention
        | DataClass::Organisation
        | DataClass::Registers => ClassAccess::Write,
        DataClass::Assessment | DataClass::Journal => ClassAccess::Read,
        DataClass::Sealed(Compartment::EqualityMonitoring) => ClassAccess::Aggregate,
        DataClass::Sealed(
            compartment @ (Compartment::IdentityAndRightToWork
            | Compartment::HealthAndAdjustments
            | Compartment::CriminalRecordAndVetting),
        ) => {
            if held.contains(&compartment) {
                ClassAccess::Write
            } else {
                ClassAccess::Status
            }
        }
    }
}

/// How much of a class a relation sees of the records of its vacancies.
pub(super) const fn relation_class(relation: Relation, class: DataClass) -> ClassAccess {
    use ClassAccess::{Aggregate, Own, Read, Status, Submitted, Summary, Write};
    use Relation::{
        Approver, Auditor, Director, Interviewer, RecruitingManager as Manager, Stakeholder,
    };
    match (class, relation) {
        (
            DataClass::Identity
            | DataClass::Contact
            | DataClass::Application
            | DataClass::Documents
            | DataClass::Assessment
            | DataClass::Pay,
            Manager,
        )
        | (DataClass::Pay, Approver) => Write,
        (
            DataClass::Identity | DataClass::Application | DataClass::Documents,
            Stakeholder | Interviewer | Approver | Director | Auditor,
        )
        | (DataClass::Contact | DataClass::Assessment | DataClass::Pay, Director | Auditor)
        | (DataClass::Retention, Manager | Director | Auditor) => Read,
        (DataClass::Assessment, Interviewer) => Own,
        (DataClass::Assessment, Stakeholder) => Submitted,
        (DataClass::Assessment, Approver) => Summary,
        (DataClass::Sealed(Compartment::HealthAndAdjustments), Manager | Interviewer)
        | (
            DataClass::Sealed(
                Compartment::IdentityAndRightToWork | Compartment::CriminalRecordAndVetting,
            ),
            Manager,
        ) => Status,
        (DataClass::Sealed(Compartment::EqualityMonitoring), Director | Auditor) => Aggregate,
        (
            DataClass::Sealed(Compartment::EqualityMonitoring),
            Manager | Stakeholder | Interviewer | Approver,
        ) => ClassAccess::Withheld(Refusal::Decides),
        (DataClass::Sealed(_), _) => SEALED,
        (DataClass::Contact | DataClass::Retention, Stakeholder | Interviewer | Approver)
        | (DataClass::Pay, Stakeholder | Interviewer)
        | (
            DataClass::Journal | DataClass::Organisation | DataClass::Registers,
            Manager | Stakeholder | Interviewer | Approver | Director | Auditor,
        ) => NOTHING,
    }
}
