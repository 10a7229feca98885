//! Who is asking.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::grant::{Grant, GrantScope, Relation};
use super::policy::AccessPolicy;
use super::refusal::Refusal;
use super::role::Role;
use super::subject::VacancyFacts;
use crate::compartment::Compartment;
use crate::dates::days_after;
use crate::deadline::{TrainingFacts, TrainingVerdict, training};
use crate::id::{AccountId, CandidateId};

/// A role in the organisation, until the end of a day where it has one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RoleHeld {
    /// The role.
    pub role: Role,
    /// Last day, where it has one. An auditor's always has.
    pub until: Option<NaiveDate>,
}

impl RoleHeld {
    /// A role without an end.
    pub const fn for_good(role: Role) -> Self {
        Self { role, until: None }
    }

    /// Whether it holds on a day. An auditor's without an end never does.
    pub fn holds_on(self, today: NaiveDate) -> bool {
        match (self.role, self.until) {
            (Role::Auditor, None) => false,
            (
                Role::HrAdministrator
                | Role::DataProtectionOfficer
                | Role::Member
                | Role::Auditor
                | Role::SweepTimer,
                until,
            ) => until.is_none_or(|last| today <= last),
        }
    }
}

/// Who is asking: an account with its role, grants, training and conflicts, read anew for every use.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Viewer {
    /// The account.
    pub account: AccountId,
    /// Its role in the organisation.
    pub role: RoleHeld,
    /// Its relations to vacancies, teams and the organisation.
    pub grants: Vec<Grant>,
    /// The newest training of any kind.
    pub trained_on: Option<NaiveDate>,
    /// The live session at induction.
    pub inducted_on: Option<NaiveDate>,
    /// The candidates it has declared a conflict of interest with.
    pub conflicts: BTreeSet<CandidateId>,
    /// The candidates whose record is only stored, whoever asks (RULEBOOK RET-08, DSR-12).
    pub restricted: BTreeSet<CandidateId>,
    /// The sealed classes whose keys it holds.
    pub compartments: BTreeSet<Compartment>,
    /// What the organisation set about access.
    pub policy: AccessPolicy,
}

impl Viewer {
    /// What the rules say of its training on a day, the organisation's grace aside.
    pub fn training(&self, today: NaiveDate) -> TrainingVerdict {
        let held = |day: &NaiveDate| *day <= today;
        let facts = TrainingFacts {
            last_on: self.trained_on.filter(held),
            induction_on: self.inducted_on.filter(held),
            months: self.policy.training_months,
        };
        training(&facts, today)
    }

    /// The last day its training allows access on, grace included; `None` without an induction.
    pub fn trained_through(&self, today: NaiveDate) -> Option<NaiveDate> {
        self.inducted_on.filter(|day| *day <= today)?;
        self.training(today)
            .valid_through
            .map(|through| days_after(through, self.policy.training_grace_days.into()))
    }

    /// Why its training allows no personal data on a day, if it does not (ACC-07).
    ///
    /// # Errors
    /// [`Refusal::NoInduction`] and [`Refusal::TrainingLapsed`].
    pub fn check_training(&self, today: NaiveDate) -> Result<(), Refusal> {
        match self.trained_through(today) {
            None => Err(Refusal::NoInduction),
            Some(through) if today > through => Err(Refusal::TrainingLapsed),
            Some(_) => Ok(()),
        }
    }

    /// The role in force on a day: what a role that ended leaves is a member.
    pub fn role_on(&self, today: NaiveDate) -> Role {
        if self.role.holds_on(today) {
            self.role.role
        } else {
            Role::Member
        }
    }

    /// Whether it audits the whole organisation on a day. Such an account has no other part while that lasts.
    pub fn audits_everything(&self, today: NaiveDate) -> bool {
        self.grants.iter().any(|grant| {
            grant.scope == GrantScope::Organisation && grant.holds_on(self.policy, today)
        })
    }

    /// Whether it reads as an auditor on a day, so that everything it reads is written down.
    pub fn audits(&self, today: NaiveDate) -> bool {
        self.role_on(today) == Role::Auditor
            || self.grants.iter().any(|grant| {
                grant.relation == Relation::Auditor && grant.holds_on(self.policy, today)
            })
    }

    /// The grants that count under the role of a day: those who watch over the others have no part in a vacancy
    /// but the audit of it.
    pub(super) fn counted_grants(&self, today: NaiveDate) -> impl Iterator<Item = &Grant> {
        let audits_only = !self.role_on(today).takes_part() || self.audits_everything(today);
        self.grants
            .iter()
            .filter(move |grant| !audits_only || grant.relation == Relation::Auditor)
    }

    /// The relations it has to a vacancy on a day.
    pub fn relations_to(&self, vacancy: &VacancyFacts, today: NaiveDate) -> BTreeSet<Relation> {
        self.counted_grants(today)
            .filter(|grant| grant.opens(vacancy, self.policy, today))
            .map(|grant| grant.relation)
            .collect()
    }

    /// Whether it had a relation to a vacancy that has ended.
    pub(super) fn had_relation_to(&self, vacancy: &VacancyFacts, today: NaiveDate) -> bool {
        self.counted_grants(today).any(|grant| {
            grant.reaches(vacancy)
                && grant.from <= today
                && !grant.opens(vacancy, self.policy, today)
        })
    }
}
