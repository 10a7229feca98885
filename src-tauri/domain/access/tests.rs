//! The whole table of who may do what, printed and compared with the committed one; and what holds for any viewer.
//!
//! After a change that is meant: `FAIRHOLD_BLESS=1 cargo test -p domain access`, and read the difference.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use uuid::Uuid;

use super::*;
use crate::application::Stage;
use crate::compartment::Compartment;
use crate::id::{AccountId, CandidateId, TeamId, VacancyId};

mod examples;
mod golden;
mod model;
mod properties;

fn date(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn today() -> NaiveDate {
    date("2026-11-23")
}

fn account(number: u128) -> AccountId {
    AccountId::from_uuid(Uuid::from_u128(number))
}

fn candidate() -> CandidateId {
    CandidateId::from_uuid(Uuid::from_u128(1))
}

fn vacancy(number: u128, team: u128) -> VacancyFacts {
    VacancyFacts {
        vacancy: VacancyId::from_uuid(Uuid::from_u128(number)),
        team: TeamId::from_uuid(Uuid::from_u128(team)),
        closed_out_on: None,
        blind_until: None,
    }
}

fn here() -> VacancyFacts {
    vacancy(1, 1)
}

fn blind_here() -> VacancyFacts {
    VacancyFacts {
        blind_until: Some(Stage::Shortlisted),
        ..here()
    }
}

fn applied(vacancy: VacancyFacts) -> Applied {
    Applied {
        vacancy,
        reached: Stage::Sift,
    }
}

fn of(vacancies: &[VacancyFacts]) -> Subject {
    Subject::Candidate {
        candidate: candidate(),
        applied: vacancies.iter().copied().map(applied).collect(),
    }
}

/// A trained account.
fn viewer(role: Role, grants: Vec<Grant>) -> Viewer {
    Viewer {
        account: account(1),
        role: RoleHeld {
            role,
            until: (role == Role::Auditor).then(|| date("2026-12-31")),
        },
        grants,
        trained_on: None,
        inducted_on: Some(date("2026-01-05")),
        conflicts: BTreeSet::new(),
        restricted: BTreeSet::new(),
        compartments: BTreeSet::new(),
        policy: AccessPolicy::default(),
    }
}

/// A grant of a relation: to the vacancy, or for a director to its team.
fn grant(relation: Relation, to: &VacancyFacts, from: &str, until: Option<&str>) -> Grant {
    let scope = match relation {
        Relation::Director => GrantScope::Team(to.team),
        Relation::RecruitingManager
        | Relation::Stakeholder
        | Relation::Interviewer
        | Relation::Approver
        | Relation::Auditor => GrantScope::Vacancy(to.vacancy),
    };
    Grant {
        relation,
        scope,
        from: date(from),
        until: until.map(date),
    }
}

/// A member with a relation to the vacancy, in force today.
fn with(relation: Relation) -> Viewer {
    let until = (relation == Relation::Auditor).then_some("2026-12-31");
    viewer(
        Role::Member,
        vec![grant(relation, &here(), "2026-11-01", until)],
    )
}
