//! Who is in the world, and what each of them may see.

use chrono::NaiveDate;
use domain::access::{Role, RoleHeld};
use records::organisation::Passphrase;
use store::{KdfCost, NewAccount};

use crate::world::line;

/// Somebody in the world.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Who {
    Hr,
    Manager,
    Interviewer,
    Director,
    Auditor,
    /// A member without a part in anything.
    Outsider,
    /// Who was an interviewer until yesterday.
    Former,
    Dpo,
    Stakeholder,
    Approver,
    /// A recruiting manager who never had an induction.
    Untrained,
    /// A recruiting manager with a conflict of interest with the first candidate.
    Conflicted,
    /// A recruiting manager of a vacancy that is shortlisted without names.
    Blind,
    /// HR who hold the key to no sealed class; `Hr` hold them all.
    HrWithoutKeys,
    /// An auditor by role, with nothing to audit yet.
    AuditorByRole,
    /// Audits the team of our vacancy.
    TeamAuditor,
    /// Audits the whole organisation.
    WholeAuditor,
    /// No person: a timer's key.
    Timer,
}

/// Whose records somebody may see anything of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Sees {
    Everyone,
    /// Those who applied for our vacancy.
    Ours,
    /// Those but the first.
    OursButTheFirst,
    /// Those who applied for the vacancy without names.
    Unnamed,
    Nobody,
}

impl Who {
    pub(crate) const ALL: [Self; 18] = [
        Self::Hr,
        Self::Manager,
        Self::Interviewer,
        Self::Director,
        Self::Auditor,
        Self::Outsider,
        Self::Former,
        Self::Dpo,
        Self::Stakeholder,
        Self::Approver,
        Self::Untrained,
        Self::Conflicted,
        Self::Blind,
        Self::HrWithoutKeys,
        Self::AuditorByRole,
        Self::TeamAuditor,
        Self::WholeAuditor,
        Self::Timer,
    ];

    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Hr => "hr",
            Self::Manager => "manager",
            Self::Interviewer => "interviewer",
            Self::Director => "director",
            Self::Auditor => "auditor",
            Self::Outsider => "outsider",
            Self::Former => "former",
            Self::Dpo => "dpo",
            Self::Stakeholder => "stakeholder",
            Self::Approver => "approver",
            Self::Untrained => "untrained",
            Self::Conflicted => "conflicted",
            Self::Blind => "blind",
            Self::HrWithoutKeys => "hr-no-keys",
            Self::AuditorByRole => "role-auditor",
            Self::TeamAuditor => "team-auditor",
            Self::WholeAuditor => "org-auditor",
            Self::Timer => "sweep-timer",
        }
    }

    /// Whose records they may see anything of.
    pub(crate) const fn sees(self) -> Sees {
        match self {
            Self::Hr | Self::HrWithoutKeys | Self::Dpo | Self::WholeAuditor => Sees::Everyone,
            Self::Manager
            | Self::Interviewer
            | Self::Director
            | Self::Auditor
            | Self::Stakeholder
            | Self::Approver
            | Self::TeamAuditor => Sees::Ours,
            Self::Conflicted => Sees::OursButTheFirst,
            Self::Blind => Sees::Unnamed,
            Self::Outsider | Self::Former | Self::Untrained | Self::AuditorByRole | Self::Timer => {
                Sees::Nobody
            }
        }
    }

    /// What they are in the organisation. The outsider's role has a last day that stands nowhere else.
    fn role(self) -> RoleHeld {
        match self {
            Self::Hr | Self::HrWithoutKeys => RoleHeld::for_good(Role::HrAdministrator),
            Self::Dpo => RoleHeld::for_good(Role::DataProtectionOfficer),
            Self::Timer => RoleHeld::for_good(Role::SweepTimer),
            Self::AuditorByRole => RoleHeld {
                role: Role::Auditor,
                until: day(2026, 11, 30),
            },
            Self::Outsider => RoleHeld {
                role: Role::Member,
                until: day(2028, 2, 29),
            },
            Self::Manager
            | Self::Interviewer
            | Self::Director
            | Self::Auditor
            | Self::Former
            | Self::Stakeholder
            | Self::Approver
            | Self::Untrained
            | Self::Conflicted
            | Self::Blind
            | Self::TeamAuditor
            | Self::WholeAuditor => RoleHeld::for_good(Role::Member),
        }
    }

    /// Their account, to be made at the least cost of a key that is ever accepted.
    pub(crate) fn account(self) -> NewAccount {
        NewAccount {
            sign_in_name: line(self.name()),
            name: line(self.name()),
            role: self.role(),
            inducted_on: day(2026, 1, 5).filter(|_| !matches!(self, Self::Untrained | Self::Timer)),
            passphrase: passphrase(),
            cost: KdfCost::FLOOR,
        }
    }
}

pub(crate) fn day(year: i32, month: u32, day: u32) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(year, month, day)
}

pub(crate) fn passphrase() -> Passphrase {
    Passphrase::new("a passphrase nobody guesses".to_owned().into())
}
