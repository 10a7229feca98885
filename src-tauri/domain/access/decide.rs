//! The one decision.

use std::collections::{BTreeMap, BTreeSet};
use std::marker::PhantomData;

use chrono::NaiveDate;

use super::action::{Action, ActionKind};
use super::class::{ClassAccess, Classes, DataClass};
use super::expired::Expired;
use super::grant::Relation;
use super::permit::{Permit, Reach, Scope, Sight};
use super::refusal::Refusal;
use super::role::Role;
use super::subject::{Subject, VacancyFacts};
use super::table::{
    audit_allows, relation_allows, relation_class, relation_sight, role_allows, role_class,
};
use super::viewer::Viewer;
use crate::application::Stage;
use crate::compartment::Compartment;
use crate::id::VacancyId;

/// How far a viewer gets with a subject.
struct Far {
    reach: Reach,
    sight: Sight,
    /// The relations that say yes.
    through: BTreeSet<Relation>,
}

/// Decides whether a viewer may do an action to a subject on a day.
///
/// # Errors
/// The [`Refusal`] that names the rule. Where a candidate has no vacancy the viewer has a part in, the
/// refusal is the same as for one that does not exist.
pub fn decide<A: Action>(
    viewer: &Viewer,
    subject: Subject,
    today: NaiveDate,
) -> Result<Permit<A>, Refusal> {
    // Whatever else an account of this role was given by mistake counts for nothing.
    if viewer.role.role == Role::SweepTimer && A::KIND != ActionKind::Sweep {
        return Err(Refusal::SweepOnly);
    }
    if A::KIND.opens_personal_data() {
        viewer.check_training(today)?;
    }
    if A::KIND == ActionKind::GrantAccess {
        match subject {
            Subject::Account(account) if account == viewer.account => {
                return Err(Refusal::OwnAccess);
            }
            Subject::Account(_)
            | Subject::Candidate { .. }
            | Subject::Application { .. }
            | Subject::Vacancy(_)
            | Subject::Everyone { .. }
            | Subject::Organisation => {}
        }
    }
    let far = how_far(viewer, A::KIND, &subject, today)?;
    if subject
        .candidate()
        .is_some_and(|candidate| viewer.conflicts.contains(&candidate))
    {
        return Err(Refusal::Conflict);
    }
    let role = viewer.role_on(today);
    let keeps = keeps_what_is_stored(role);
    if subject
        .candidate()
        .is_some_and(|candidate| viewer.restricted.contains(&candidate))
        && !(keeps && A::KIND.leaves_it_stored())
    {
        return Err(Refusal::Restricted);
    }
    if far.sight == Sight::Blind && A::KIND.needs_the_name() && subject.candidate().is_some() {
        return Err(Refusal::Blind);
    }
    let blind = match far.reach {
        Reach::Everything => BTreeMap::new(),
        Reach::Vacancies(_) => hidden_in(viewer, &subject, today),
    };
    let classes = Classes::of(|class| class_access(viewer, &subject, &far, class, today));
    let scope = Scope::new(far.reach).blind_in(blind).leaving_out(
        if keeps || A::KIND == ActionKind::Sweep {
            viewer.conflicts.clone()
        } else {
            viewer
                .conflicts
                .union(&viewer.restricted)
                .copied()
                .collect()
        },
    );
    let scope = match (A::KIND, Expired::of(role)) {
        // How many are due tells nothing of anybody, and a hold may come on the last day as well as before.
        (ActionKind::ReviewRetention | ActionKind::ManageHolds | ActionKind::Sweep, _)
        | (_, Expired::All) => scope,
        (_, seen) => scope.hiding_expired(seen, today),
    };
    Ok(Permit {
        actor: viewer.account,
        scope,
        sight: far.sight,
        subject,
        classes,
        action: PhantomData,
    })
}

/// Whether a role watches over records that are only stored: those who answer for them.
fn keeps_what_is_stored(role: Role) -> bool {
    role_allows(role, ActionKind::ManageHolds)
}

fn how_far(
    viewer: &Viewer,
    action: ActionKind,
    subject: &Subject,
    today: NaiveDate,
) -> Result<Far, Refusal> {
    let role = viewer.role_on(today);
    let audits_everything = viewer.audits_everything(today);
    let everything = |through: BTreeSet<Relation>| {
        Ok(Far {
            reach: Reach::Everything,
            sight: Sight::Full,
            through,
        })
    };
    // Whoever reports reaches their own reports, and by that nobody's record.
    if action == ActionKind::ReportIncident {
        return Ok(Far {
            reach: Reach::Vacancies(BTreeMap::new()),
            sight: Sight::Blind,
            through: BTreeSet::new(),
        });
    }
    if role_allows(role, action) {
        return everything(BTreeSet::new());
    }
    if matches!(subject, Subject::Account(_) | Subject::Organisation) {
        let audits = role == Role::Auditor || audits_everything;
        return if audits && audit_allows(action) {
            everything(BTreeSet::new())
        } else if audits || !role.takes_part() {
            Err(Refusal::ReadOnly)
        } else if viewer.role.holds_on(today) {
            Err(Refusal::HrOnly)
        } else {
            Err(Refusal::Ended)
        };
    }
    if audits_everything && relation_allows(Relation::Auditor, action) {
        return everything([Relation::Auditor].into());
    }
    through_vacancies(viewer, role, action, subject, today)
}

fn through_vacancies(
    viewer: &Viewer,
    role: Role,
    action: ActionKind,
    subject: &Subject,
    today: NaiveDate,
) -> Result<Far, Refusal> {
    let mut seen: BTreeMap<VacancyId, Sight> = BTreeMap::new();
    let mut through = BTreeSet::new();
    let mut any_relation = false;
    let mut any_ended = false;
    for vacancy in &subject.vacancies() {
        let held = viewer.relations_to(vacancy, today);
        any_ended |= viewer.had_relation_to(vacancy, today);
        any_relation |= !held.is_empty();
        let allowed: Vec<Relation> = held
            .into_iter()
            .filter(|relation| relation_allows(*relation, action))
            .collect();
        if let Some(sight) = allowed.iter().copied().map(relation_sight).max() {
            seen.insert(vacancy.vacancy, sight);
            through.extend(allowed);
        }
    }
    let most = seen.values().copied().max();
    // A list over nothing is an empty list, not a refusal. Anything else done to nobody is refused below.
    if matches!(subject, Subject::Everyone { .. }) && action.is_a_list() {
        return Ok(Far {
            reach: Reach::Vacancies(seen),
            sight: most.unwrap_or(Sight::Blind),
            through,
        });
    }
    match most {
        Some(most) => Ok(Far {
            sight: if is_blind(viewer, subject, today) {
                Sight::Blind
            } else {
                most
            },
            reach: Reach::Vacancies(seen),
            through,
        }),
        None if reads_everything(viewer, role, today) => Err(Refusal::ReadOnly),
        None if any_relation => Err(Refusal::NotInRelation),
        None if any_ended || !viewer.role.holds_on(today) => Err(Refusal::Ended),
        None => Err(Refusal::NoRelation),
    }
}

/// Whether the viewer sees every record, so that a refusal tells nothing by naming the reason.
fn reads_everything(viewer: &Viewer, role: Role, today: NaiveDate) -> bool {
    role == Role::DataProtectionOfficer || viewer.audits_everything(today)
}

/// Whether a blind vacancy hides names from the viewer: from everyone with a part in it but those who only audit it.
fn hides_names(viewer: &Viewer, vacancy: &VacancyFacts, today: NaiveDate) -> bool {
    viewer
        .relations_to(vacancy, today)
        .into_iter()
        .any(|relation| relation != Relation::Auditor)
}

/// Whether one of the candidate's applications that the viewer has a part in still hides the name.
fn is_blind(viewer: &Viewer, subject: &Subject, today: NaiveDate) -> bool {
    subject.applied().iter().any(|applied| {
        applied.vacancy.is_blind_at(applied.reached) && hides_names(viewer, &applied.vacancy, today)
    })
}

/// The vacancies in which applications show no name to the viewer, and until which stage.
fn hidden_in(viewer: &Viewer, subject: &Subject, today: NaiveDate) -> BTreeMap<VacancyId, Stage> {
    subject
        .vacancies()
        .into_iter()
        .chain(subject.applied().iter().map(|applied| applied.vacancy))
        .filter(|vacancy| hides_names(viewer, vacancy, today))
        .filter_map(|vacancy| Some((vacancy.vacancy, vacancy.blind_until?)))
        .collect()
}

fn class_access(
    viewer: &Viewer,
    subject: &Subject,
    far: &Far,
    class: DataClass,
    today: NaiveDate,
) -> ClassAccess {
    if class == DataClass::Sealed(Compartment::EqualityMonitoring)
        && decides(viewer, subject, today)
    {
        return ClassAccess::Withheld(Refusal::Decides);
    }
    if far.sight == Sight::Blind && class.names() {
        return ClassAccess::Withheld(Refusal::Blind);
    }
    if viewer.audits_everything(today)
        && matches!(
            class,
            DataClass::Journal | DataClass::Organisation | DataClass::Registers
        )
    {
        return ClassAccess::Read;
    }
    let by_role = role_class(&viewer.compartments, viewer.role_on(today), class);
    let by_relation = far
        .through
        .iter()
        .map(|relation| relation_class(*relation, class))
        .reduce(ClassAccess::or);
    let access = match (by_role, by_relation) {
        (ClassAccess::Withheld(_), Some(by_relation)) => by_relation,
        (by_role, Some(by_relation)) => by_role.or(by_relation),
        (by_role, None) => by_role,
    };
    match (class, access) {
        (_, ClassAccess::Withheld(_) | ClassAccess::Aggregate) => access,
        // How a sealed class stands says something of health or origin, which choosing without names leaves out.
        (DataClass::Sealed(_), _) if far.sight == Sight::Blind => {
            ClassAccess::Withheld(Refusal::Blind)
        }
        _ => access,
    }
}

/// Whether the viewer decides on a vacancy of the subject that is not closed out (ACC-04).
fn decides(viewer: &Viewer, subject: &Subject, today: NaiveDate) -> bool {
    subject
        .vacancies()
        .iter()
        .filter(|vacancy| vacancy.closed_out_on.is_none())
        .any(|vacancy| {
            viewer
                .relations_to(vacancy, today)
                .into_iter()
                .any(Relation::is_of_the_panel)
        })
}
