//! What an account is to a vacancy, a team or the whole organisation, and until when.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::policy::AccessPolicy;
use super::subject::VacancyFacts;
use crate::deadline::{auditor_grant, panel_access};
use crate::id::{TeamId, VacancyId};

/// What an account is to one vacancy, to one team, or, for an auditor, to either or to the whole organisation
/// (the notice's S91 to S95).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub enum Relation {
    /// Runs the recruitment for the role.
    RecruitingManager,
    /// Has a stake in who is chosen: reads, and is heard.
    Stakeholder,
    /// Interviews or assesses for the role.
    Interviewer,
    /// Approves the offer and its pay.
    Approver,
    /// Directs the team the role is in.
    Director,
    /// Audits: reads, changes nothing, and always has a last day.
    Auditor,
}

impl Relation {
    /// Every relation.
    pub const ALL: [Self; 6] = [
        Self::RecruitingManager,
        Self::Stakeholder,
        Self::Interviewer,
        Self::Approver,
        Self::Director,
        Self::Auditor,
    ];

    /// The word the store and files hold.
    pub const fn code(self) -> &'static str {
        match self {
            Self::RecruitingManager => "recruiting-manager",
            Self::Stakeholder => "stakeholder",
            Self::Interviewer => "interviewer",
            Self::Approver => "approver",
            Self::Director => "director",
            Self::Auditor => "auditor",
        }
    }

    /// Reads the word the store and files hold.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|relation| relation.code() == code)
    }

    /// Whether it is a part in deciding on one vacancy. Such a part ends with the vacancy (ACC-05), and whoever
    /// has one sees nothing of the equality answers there (ACC-04).
    pub const fn is_of_the_panel(self) -> bool {
        match self {
            Self::RecruitingManager | Self::Stakeholder | Self::Interviewer | Self::Approver => {
                true
            }
            Self::Director | Self::Auditor => false,
        }
    }
}

/// What a grant covers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum GrantScope {
    /// One vacancy.
    Vacancy(VacancyId),
    /// Every vacancy of one team.
    Team(TeamId),
    /// Every record: an auditor's.
    Organisation,
}

/// A relation given to an account, from a day to the end of another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Grant {
    /// The relation.
    pub relation: Relation,
    /// To what.
    pub scope: GrantScope,
    /// First day.
    pub from: NaiveDate,
    /// Last day, where it has one. An auditor's always has.
    pub until: Option<NaiveDate>,
}

impl Grant {
    /// Whether it is one that the rules know: a panel is of a vacancy, a director of a team, and only an auditor
    /// is of everything.
    pub const fn is_well_formed(&self) -> bool {
        match (self.relation, self.scope) {
            (
                Relation::RecruitingManager
                | Relation::Stakeholder
                | Relation::Interviewer
                | Relation::Approver
                | Relation::Auditor,
                GrantScope::Vacancy(_),
            )
            | (Relation::Director | Relation::Auditor, GrantScope::Team(_))
            | (Relation::Auditor, GrantScope::Organisation) => true,
            (Relation::Director, GrantScope::Vacancy(_) | GrantScope::Organisation)
            | (
                Relation::RecruitingManager
                | Relation::Stakeholder
                | Relation::Interviewer
                | Relation::Approver,
                GrantScope::Team(_) | GrantScope::Organisation,
            ) => false,
        }
    }

    /// Whether it holds on a day, the vacancy aside. An auditor's without an end, or longer than the bound, never does.
    pub fn holds_on(&self, policy: AccessPolicy, today: NaiveDate) -> bool {
        if !self.is_well_formed() {
            return false;
        }
        match self.relation {
            Relation::Auditor => self.until.is_some_and(|until| {
                auditor_grant(self.from, until, policy.auditor_days, today).access
            }),
            Relation::RecruitingManager
            | Relation::Stakeholder
            | Relation::Interviewer
            | Relation::Approver
            | Relation::Director => {
                self.from <= today && self.until.is_none_or(|last| today <= last)
            }
        }
    }

    /// Whether it is to a vacancy, to the team of it, or to everything.
    pub fn reaches(&self, vacancy: &VacancyFacts) -> bool {
        match self.scope {
            GrantScope::Vacancy(id) => id == vacancy.vacancy,
            GrantScope::Team(id) => id == vacancy.team,
            GrantScope::Organisation => true,
        }
    }

    /// The last day on which it gives access to a vacancy: its own, or for the people of a vacancy that was
    /// closed out some days after that (ACC-05). `None` where no end is in sight.
    pub fn last_day(&self, vacancy: &VacancyFacts, policy: AccessPolicy) -> Option<NaiveDate> {
        let with_the_vacancy = vacancy
            .closed_out_on
            .filter(|_| self.relation.is_of_the_panel())
            .map(|closed| panel_access(closed, policy.panel_grace_days, closed).last_day);
        match (self.until, with_the_vacancy) {
            (Some(until), Some(last)) => Some(until.min(last)),
            (one, other) => one.or(other),
        }
    }

    /// Whether it gives access to a vacancy on a day.
    pub(super) fn opens(
        &self,
        vacancy: &VacancyFacts,
        policy: AccessPolicy,
        today: NaiveDate,
    ) -> bool {
        self.reaches(vacancy)
            && self.holds_on(policy, today)
            && self
                .last_day(vacancy, policy)
                .is_none_or(|last| today <= last)
    }
}
