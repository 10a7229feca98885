//! What is to be done.

use serde::{Deserialize, Serialize};

/// What is to be done. A marker type for each stands in [`Permit`](super::Permit)'s type, so that a permit to read is no permit to write.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub enum ActionKind {
    /// List and search candidates; the permit carries the scope.
    ListCandidates,
    /// Open one candidate.
    ReadCandidate,
    /// Add a candidate for a vacancy, or, for HR, for none.
    AddCandidate,
    /// Change a candidate's details.
    EditCandidate,
    /// Record or withdraw a permission, and the reserve-list place that stands on it; and that somebody was given the privacy
    /// notice, or need not be.
    RecordPermission,
    /// Record that something of a candidate was given to somebody outside, take a mistaken record back, and, for the
    /// organisation, note that a recipient was told of an erasure.
    RecordDisclosure,
    /// Move an application, or record how it ended.
    DecideApplication,
    /// Say what one found of a candidate in an interview.
    AssessCandidate,
    /// Approve an offer, or send it back: as approver in its vacancy, whatever one's role.
    ApproveOffer,
    /// Record or erase something sealed of a candidate.
    SealRecord,
    /// Open something sealed of a candidate.
    OpenSealed,
    /// Declare a conflict of interest with a candidate, one's own or a colleague's.
    DeclareConflict,
    /// List vacancies; the permit carries the scope.
    ListVacancies,
    /// Open one vacancy with its board.
    ReadVacancy,
    /// Add a vacancy.
    AddVacancy,
    /// Change or close out a vacancy.
    EditVacancy,
    /// Name the people of a vacancy.
    AssignPeople,
    /// See what is due for erasure, and the calendar; the permit carries the scope.
    ReviewRetention,
    /// Place a legal hold on a candidate's record, review it, or release one that somebody else placed.
    ManageHolds,
    /// Erase.
    Erase,
    /// Erase what is due, unseen: everyone whom the rules name on the day, and nobody else.
    Sweep,
    /// Bring in a file of applicants, or take an import back.
    Import,
    /// Add accounts and teams, and set the organisation's policy.
    ManageAccounts,
    /// See the accounts, and what the organisation set.
    ReadAccounts,
    /// Give somebody access, or more of it: a role, a part, an audit, a training record, the end of a conflict.
    /// Never to oneself.
    GrantAccess,
    /// See who may see a candidate, and what somebody may see.
    ReviewAccess,
    /// Read the journal and verify the store.
    ReadJournal,
    /// Report an incident, and see the ones that one reported oneself: everyone who signs in, trained or not.
    ReportIncident,
    /// Read the registers: incidents and complaints, and what may be given to whom; who is affected by an incident is shown
    /// to those who may see them.
    ReadRegisters,
    /// Answer for what is in the registers: of an incident who is affected, the risk, the regulator, the letters, the end;
    /// recipients, agreements, transfers and impact assessments; and record of many at once that they were given the privacy
    /// notice.
    KeepRegisters,
}

impl ActionKind {
    /// Whether it lists what a viewer may see, so that someone with a part in nothing gets an empty list.
    pub(super) const fn is_a_list(self) -> bool {
        match self {
            Self::ListCandidates | Self::ListVacancies | Self::ReviewRetention => true,
            Self::ReadCandidate
            | Self::AddCandidate
            | Self::EditCandidate
            | Self::RecordPermission
            | Self::RecordDisclosure
            | Self::DecideApplication
            | Self::AssessCandidate
            | Self::ApproveOffer
            | Self::SealRecord
            | Self::OpenSealed
            | Self::ReadVacancy
            | Self::AddVacancy
            | Self::EditVacancy
            | Self::AssignPeople
            | Self::ManageHolds
            | Self::Erase
            | Self::Sweep
            | Self::Import
            | Self::DeclareConflict
            | Self::ManageAccounts
            | Self::ReadAccounts
            | Self::GrantAccess
            | Self::ReviewAccess
            | Self::ReadJournal
            | Self::ReportIncident
            | Self::ReadRegisters
            | Self::KeepRegisters => false,
        }
    }

    /// Whether it opens personal data of candidates, for which training is needed (ACC-07). What remains is the
    /// way back: accounts, their training, and the journal, which has no personal data in it; the sweep, which shows
    /// nobody; and the report of an incident, which names nobody.
    pub const fn opens_personal_data(self) -> bool {
        match self {
            Self::Sweep
            | Self::ManageAccounts
            | Self::ReadAccounts
            | Self::GrantAccess
            | Self::ReadJournal
            | Self::ReportIncident => false,
            Self::ListCandidates
            | Self::ReadCandidate
            | Self::AddCandidate
            | Self::EditCandidate
            | Self::RecordPermission
            | Self::RecordDisclosure
            | Self::DecideApplication
            | Self::AssessCandidate
            | Self::ApproveOffer
            | Self::SealRecord
            | Self::OpenSealed
            | Self::DeclareConflict
            | Self::ListVacancies
            | Self::ReadVacancy
            | Self::AddVacancy
            | Self::EditVacancy
            | Self::AssignPeople
            | Self::ReviewRetention
            | Self::ManageHolds
            | Self::Erase
            | Self::Import
            | Self::ReviewAccess
            | Self::ReadRegisters
            | Self::KeepRegisters => true,
        }
    }

    /// Whether it cannot be done to someone without knowing who they are.
    pub(super) const fn needs_the_name(self) -> bool {
        match self {
            Self::EditCandidate
            | Self::RecordPermission
            | Self::RecordDisclosure
            | Self::SealRecord
            | Self::OpenSealed
            | Self::ManageHolds
            | Self::ReviewAccess => true,
            Self::ListCandidates
            | Self::ReadCandidate
            | Self::AddCandidate
            | Self::DecideApplication
            | Self::AssessCandidate
            | Self::ApproveOffer
            | Self::DeclareConflict
            | Self::ListVacancies
            | Self::ReadVacancy
            | Self::AddVacancy
            | Self::EditVacancy
            | Self::AssignPeople
            | Self::ReviewRetention
            | Self::Erase
            | Self::Sweep
            | Self::Import
            | Self::ManageAccounts
            | Self::ReadAccounts
            | Self::GrantAccess
            | Self::ReadJournal
            | Self::ReportIncident
            | Self::ReadRegisters
            | Self::KeepRegisters => false,
        }
    }

    /// Whether it leaves a record whose use is restricted stored, or serves to answer for it: what those may do who
    /// watch over such records (RULEBOOK RET-08). What something sealed is opened for is asked besides.
    pub(super) const fn leaves_it_stored(self) -> bool {
        matches!(
            self,
            Self::ListCandidates
                | Self::ReadCandidate
                | Self::OpenSealed
                | Self::DeclareConflict
                | Self::ReviewRetention
                | Self::ManageHolds
                | Self::Erase
                | Self::Sweep
                | Self::ReviewAccess
        )
    }
}

/// A marker type for an action.
pub trait Action {
    /// Which action the marker stands for.
    const KIND: ActionKind;
}

macro_rules! actions {
    ($($name:ident),+ $(,)?) => {
        $(
            #[doc = concat!("Marks a permit for [`ActionKind::", stringify!($name), "`].")]
            #[derive(Clone, Copy, Debug)]
            pub struct $name;

            impl Action for $name {
                const KIND: ActionKind = ActionKind::$name;
            }
        )+

        impl ActionKind {
            /// Every action.
            pub const ALL: &'static [Self] = &[$(Self::$name),+];
        }
    };
}

actions!(
    ListCandidates,
    ReadCandidate,
    AddCandidate,
    EditCandidate,
    RecordPermission,
    RecordDisclosure,
    DecideApplication,
    AssessCandidate,
    ApproveOffer,
    SealRecord,
    OpenSealed,
    DeclareConflict,
    ListVacancies,
    ReadVacancy,
    AddVacancy,
    EditVacancy,
    AssignPeople,
    ReviewRetention,
    ManageHolds,
    Erase,
    Sweep,
    Import,
    ManageAccounts,
    ReadAccounts,
    GrantAccess,
    ReviewAccess,
    ReadJournal,
    ReportIncident,
    ReadRegisters,
    KeepRegisters,
);
