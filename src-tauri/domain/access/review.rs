//! How somebody comes to see a record: the access review's answer.

use chrono::NaiveDate;

use super::action::ReadCandidate;
use super::decide::decide;
use super::grant::{GrantScope, Relation};
use super::role::Role;
use super::subject::{Subject, VacancyFacts};
use super::viewer::Viewer;
use crate::id::VacancyId;

/// One way by which an account sees a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// By its role in the organisation.
    Role {
        /// The role.
        role: Role,
        /// Last day.
        until: Option<NaiveDate>,
    },
    /// By a part in a vacancy, in its team or in everything.
    Part {
        /// The part.
        relation: Relation,
        /// Through which vacancy; `None` where the part is in everything.
        vacancy: Option<VacancyId>,
        /// What the grant is to.
        scope: GrantScope,
        /// First day.
        from: NaiveDate,
        /// Last day, the end of a vacancy that was closed out included.
        until: Option<NaiveDate>,
    },
}

/// Every way by which a viewer sees a subject on a day; none where it may not be read.
pub fn ways(viewer: &Viewer, subject: &Subject, today: NaiveDate) -> Vec<Way> {
    if decide::<ReadCandidate>(viewer, subject.clone(), today).is_err() {
        return Vec::new();
    }
    let role = viewer.role_on(today);
    let by_role = match role {
        Role::HrAdministrator | Role::DataProtectionOfficer => Some(Way::Role {
            role,
            until: viewer.role.until,
        }),
        Role::Auditor | Role::Member | Role::SweepTimer => None,
    };
    let everything = viewer
        .counted_grants(today)
        .filter(|grant| grant.scope == GrantScope::Organisation)
        .filter(|grant| grant.holds_on(viewer.policy, today))
        .map(|grant| Way::Part {
            relation: grant.relation,
            vacancy: None,
            scope: grant.scope,
            from: grant.from,
            until: grant.until,
        });
    let vacancies = subject.vacancies();
    let parts = vacancies
        .iter()
        .flat_map(|vacancy| parts_in(viewer, vacancy, today));
    by_role.into_iter().chain(everything).chain(parts).collect()
}

fn parts_in<'v>(
    viewer: &'v Viewer,
    vacancy: &'v VacancyFacts,
    today: NaiveDate,
) -> impl Iterator<Item = Way> + 'v {
    viewer
        .counted_grants(today)
        .filter(|grant| grant.scope != GrantScope::Organisation)
        .filter(move |grant| grant.opens(vacancy, viewer.policy, today))
        .map(|grant| Way::Part {
            relation: grant.relation,
            vacancy: Some(vacancy.vacancy),
            scope: grant.scope,
            from: grant.from,
            until: grant.last_day(vacancy, viewer.policy),
        })
}
