//! The rules once more, written down from RULES A3 and RULEBOOK §9 without a look at the program: slow, plain
//! and over a history of what happened.

use super::*;
use crate::dates::months_after;

/// Something that happened to one account's access.
#[derive(Clone, Debug)]
pub(super) enum Event {
    Given(Grant),
    Revoked(usize),
    Role(Role, Option<NaiveDate>),
    Inducted,
    Refreshed,
    Conflict,
    ConflictOver,
    KeyGiven(Compartment),
}

/// What happened, and on which day.
pub(super) type History = Vec<(NaiveDate, Event)>;

/// What the store would hold of a history on a day.
pub(super) fn viewer_after(history: &History, until: NaiveDate) -> Viewer {
    let mut seen = Viewer {
        inducted_on: None,
        ..viewer(Role::Member, vec![])
    };
    for (on, event) in history.iter().filter(|(on, _)| *on <= until) {
        match event {
            Event::Given(grant) => seen.grants.push(*grant),
            Event::Revoked(place) => {
                if *place < seen.grants.len() {
                    seen.grants.remove(*place);
                }
            }
            Event::Role(role, until) => {
                seen.role = RoleHeld {
                    role: *role,
                    until: *until,
                };
            }
            Event::Inducted => seen.inducted_on = Some(*on),
            Event::Refreshed => seen.trained_on = Some(*on),
            Event::Conflict => {
                seen.conflicts.insert(candidate());
            }
            Event::ConflictOver => {
                seen.conflicts.clear();
            }
            Event::KeyGiven(compartment) => {
                seen.compartments.insert(*compartment);
            }
        }
    }
    seen
}

/// Whether the rules let an account read a particular person's own content of a class.
pub(super) fn may_read(
    history: &History,
    applications: &[Applied],
    class: DataClass,
    day: NaiveDate,
) -> bool {
    let past: Vec<&(NaiveDate, Event)> = history.iter().filter(|(on, _)| *on <= day).collect();

    let trained = past
        .iter()
        .filter(|(_, event)| matches!(event, Event::Inducted | Event::Refreshed))
        .map(|(on, _)| *on)
        .max()
        .is_some_and(|last| day <= months_after(last, 24));
    let inducted = past
        .iter()
        .any(|(_, event)| matches!(event, Event::Inducted));
    if !trained || !inducted {
        return false;
    }
    let mut conflict = false;
    let mut role = (Role::Member, None);
    let mut parts: Vec<Grant> = Vec::new();
    let mut keys = Vec::new();
    for (_, event) in &past {
        match event {
            Event::Conflict => conflict = true,
            Event::ConflictOver => conflict = false,
            Event::Role(named, until) => role = (*named, *until),
            Event::Given(grant) => parts.push(*grant),
            Event::Revoked(place) if *place < parts.len() => {
                parts.remove(*place);
            }
            Event::KeyGiven(key) => keys.push(*key),
            Event::Revoked(_) | Event::Inducted | Event::Refreshed => {}
        }
    }
    if conflict {
        return false;
    }
    let (role, role_end) = role;
    if role == Role::SweepTimer {
        return false;
    }
    let in_office = match role_end {
        Some(last) => day <= last,
        None => role != Role::Auditor,
    };
    let role = if in_office { role } else { Role::Member };
    if role == Role::HrAdministrator {
        return match class {
            DataClass::Sealed(Compartment::EqualityMonitoring) => false,
            DataClass::Sealed(key) => keys.contains(&key),
            DataClass::Identity
            | DataClass::Contact
            | DataClass::Application
            | DataClass::Documents
            | DataClass::Assessment
            | DataClass::Pay
            | DataClass::Retention
            | DataClass::Journal
            | DataClass::Organisation
            | DataClass::Registers => true,
        };
    }
    if role == Role::DataProtectionOfficer {
        return !matches!(class, DataClass::Pay | DataClass::Sealed(_));
    }
    let alive = |grant: &Grant| {
        let sensible = match grant.scope {
            GrantScope::Vacancy(_) => grant.relation != Relation::Director,
            GrantScope::Team(_) => {
                grant.relation == Relation::Director || grant.relation == Relation::Auditor
            }
            GrantScope::Organisation => grant.relation == Relation::Auditor,
        };
        let bounded = grant.relation != Relation::Auditor
            || grant
                .until
                .is_some_and(|end| end >= grant.from && (end - grant.from).num_days() < 90);
        sensible && bounded && grant.from <= day && grant.until.is_none_or(|end| day <= end)
    };
    let whole = parts
        .iter()
        .any(|grant| grant.scope == GrantScope::Organisation && alive(grant));
    if whole {
        return !matches!(class, DataClass::Sealed(_));
    }
    let held: Vec<(Relation, Applied)> = applications
        .iter()
        .flat_map(|application| {
            parts
                .iter()
                .filter(|grant| alive(grant))
                .filter(|grant| role != Role::Auditor || grant.relation == Relation::Auditor)
                .filter(|grant| match grant.scope {
                    GrantScope::Vacancy(id) => id == application.vacancy.vacancy,
                    GrantScope::Team(id) => id == application.vacancy.team,
                    GrantScope::Organisation => false,
                })
                .filter(|grant| {
                    grant.relation == Relation::Director
                        || grant.relation == Relation::Auditor
                        || application
                            .vacancy
                            .closed_out_on
                            .is_none_or(|closed| (day - closed).num_days() <= 14)
                })
                .map(|grant| (grant.relation, *application))
                .collect::<Vec<_>>()
        })
        .collect();
    if held.is_empty() {
        return false;
    }
    let nameless = held.iter().any(|(relation, application)| {
        *relation != Relation::Auditor
            && application
                .vacancy
                .blind_until
                .is_some_and(|until| application.reached < until)
    });
    let telling = matches!(
        class,
        DataClass::Identity | DataClass::Contact | DataClass::Documents | DataClass::Retention
    );
    if nameless && telling {
        return false;
    }
    let by_office = role == Role::Auditor
        && matches!(
            class,
            DataClass::Journal | DataClass::Organisation | DataClass::Registers
        );
    by_office
        || held.iter().any(|(relation, _)| match relation {
            Relation::RecruitingManager => !matches!(
                class,
                DataClass::Sealed(_)
                    | DataClass::Journal
                    | DataClass::Organisation
                    | DataClass::Registers
            ),
            Relation::Stakeholder | Relation::Interviewer => matches!(
                class,
                DataClass::Identity
                    | DataClass::Application
                    | DataClass::Documents
                    | DataClass::Assessment
            ),
            Relation::Approver => matches!(
                class,
                DataClass::Identity
                    | DataClass::Application
                    | DataClass::Documents
                    | DataClass::Assessment
                    | DataClass::Pay
            ),
            Relation::Director | Relation::Auditor => !matches!(
                class,
                DataClass::Sealed(_)
                    | DataClass::Journal
                    | DataClass::Organisation
                    | DataClass::Registers
            ),
        })
}
