//! Until when one class of data is kept (RULEBOOK 4.2, RET-10 to RET-12). Some classes go sooner than the record
//! they belong to, and no permission keeps those.

mod ground;
mod kind;

use chrono::NaiveDate;

use crate::application::OutcomeKind;
use crate::consent::PermissionPurpose;
use crate::dates::{days_after, months_after};
use crate::retention::support::{Base, Origin, Support, chain, permission_ends};
use crate::retention::{PermissionFacts, PolicyValues, RetentionPolicy};

pub use ground::ClassGround;
pub use kind::DataClass;

/// Who keeps a hired person's right-to-work copies (RET-11).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum EmploymentRecord {
    /// The HR system: our copy goes once the hand-over is confirmed.
    #[default]
    HrSystem,
    /// This program: until two years after the employment ends.
    Here {
        /// The day it ended.
        employment_ended_on: Option<NaiveDate>,
    },
}

/// What the rules need to know to date one class of data of one application.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ClassFacts {
    /// The day the application came in, by which a version of the policy binds it (RET-21); `None` counts as before
    /// every version.
    pub applied_on: Option<NaiveDate>,
    /// How and when the application ended.
    pub outcome: Option<(OutcomeKind, NaiveDate)>,
    /// The day the decision was made that the data were collected for: on suitability (RET-10), or the one a
    /// public-domain capture was taken for (C9).
    pub decided_on: Option<NaiveDate>,
    /// The day the data were collected: device and visit data run from it (C10).
    pub collected_on: Option<NaiveDate>,
    /// Who keeps a hired person's copies.
    pub employment_record: EmploymentRecord,
    /// The day HR confirmed the hand-over.
    pub handed_over_on: Option<NaiveDate>,
    /// The day equality answers were aggregated.
    pub aggregated_on: Option<NaiveDate>,
    /// The day a written notice to stop using equality answers took effect (DPA 2018 Sch 1 para 8(5)).
    pub stopped_on: Option<NaiveDate>,
    /// The person's permissions that reach the application.
    pub permissions: Vec<PermissionFacts>,
}

/// Until when a class of data is kept, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClassVerdict {
    /// Which class.
    pub class: DataClass,
    /// The day it goes; `None` while nothing has happened to date it.
    pub erase_on: Option<NaiveDate>,
    /// Every ground that was weighed, the one that decided first. Never empty.
    pub because: Vec<ClassGround>,
}

impl ClassVerdict {
    /// Whether its date has come. Blocks are the record's, not the class's: see [`super::decide`].
    pub fn is_due(&self, today: NaiveDate) -> bool {
        self.erase_on.is_some_and(|date| date <= today)
    }
}

/// Weighs the facts of one class of data on a day (RULEBOOK 4.2, RET-10 to RET-13).
pub fn decide_class(
    class: DataClass,
    facts: &ClassFacts,
    policy: &RetentionPolicy,
    today: NaiveDate,
) -> ClassVerdict {
    let came_in = facts.applied_on.or(facts.collected_on);
    let verdict = before_permission(class, facts, &policy.values_for(came_in));
    if !class.permission_extends() {
        return verdict;
    }
    let date_of = |periods: &PolicyValues| {
        before_permission(class, facts, periods)
            .erase_on
            .unwrap_or(NaiveDate::MAX)
    };
    extended(verdict, facts, &Base::new(policy, came_in, &date_of), today)
}

/// What periods make of the facts, whatever the person allowed.
fn before_permission(class: DataClass, facts: &ClassFacts, periods: &PolicyValues) -> ClassVerdict {
    let months = periods.unsuccessful_months;
    let after_outcome = |months: u8| {
        facts.outcome.map(|(_, on)| ClassGround::Outcome {
            on,
            months,
            until: months_after(on, months.into()),
        })
    };
    let after_decision = |months: u8| {
        facts.decided_on.map(|on| ClassGround::Decision {
            on,
            months,
            until: months_after(on, months.into()),
        })
    };
    let hired = matches!(facts.outcome, Some((OutcomeKind::Hired, _)));
    match class {
        DataClass::Contact | DataClass::Form => {
            let handed_over =
                facts
                    .handed_over_on
                    .filter(|_| hired)
                    .map(|on| ClassGround::HandedOver {
                        on,
                        until: days_after(on, periods.hired_grace_days.into()),
                    });
            earliest(class, [handed_over, after_outcome(months)])
        }
        DataClass::Reference
        | DataClass::Test
        | DataClass::Correspondence
        | DataClass::ToolUse
        | DataClass::Opinion
        | DataClass::Vetting => earliest(class, [after_outcome(months)]),
        DataClass::IdentityDocument | DataClass::RightToWork => earliest(
            class,
            [if hired {
                Some(match (facts.employment_record, facts.handed_over_on) {
                    (EmploymentRecord::HrSystem, Some(on)) => {
                        ClassGround::HandedOver { on, until: on }
                    }
                    (EmploymentRecord::HrSystem, None) => ClassGround::AwaitsHandover,
                    (
                        EmploymentRecord::Here {
                            employment_ended_on,
                        },
                        _,
                    ) => ClassGround::Employment {
                        ended_on: employment_ended_on,
                    },
                })
            } else {
                after_outcome(0)
            }],
        ),
        DataClass::Equality => {
            let aggregated = facts.aggregated_on.map(|on| ClassGround::Aggregated { on });
            let stopped = facts.stopped_on.map(|on| ClassGround::Stopped { on });
            earliest(class, [aggregated, stopped, after_outcome(months)])
        }
        DataClass::PublicDomain => {
            // Taken for a decision, so the decision ends its use; without one of its own, the outcome is it.
            let ceiling = if facts.decided_on.is_some() {
                months
            } else {
                0
            };
            earliest(class, [after_decision(0), after_outcome(ceiling)])
        }
        DataClass::Recording => earliest(class, [after_outcome(periods.recording_months)]),
        DataClass::Device => earliest(
            class,
            [facts.collected_on.map(|on| ClassGround::Collected {
                on,
                days: periods.device_days,
                until: days_after(on, periods.device_days.into()),
            })],
        ),
        DataClass::Health => earliest(class, [after_outcome(periods.health_months)]),
        DataClass::CriminalRecord => earliest(
            class,
            [
                after_decision(periods.criminal_record_months),
                after_outcome(months),
            ],
        ),
    }
}

/// The earliest of the grounds there are, first; the others after it.
fn earliest<const N: usize>(class: DataClass, grounds: [Option<ClassGround>; N]) -> ClassVerdict {
    let mut because: Vec<ClassGround> = grounds.into_iter().flatten().collect();
    if because.is_empty() {
        because.push(ClassGround::NothingEnded);
    }
    because.sort_by_key(|ground| ground.until().unwrap_or(NaiveDate::MAX));
    let erase_on = because.first().and_then(ClassGround::until);
    ClassVerdict {
        class,
        erase_on,
        because,
    }
}

/// The verdict with the permissions that carry it on (RET-03, for the classes that a permission reaches).
fn extended(
    mut verdict: ClassVerdict,
    facts: &ClassFacts,
    base: &Base<'_>,
    today: NaiveDate,
) -> ClassVerdict {
    let Some(ordinary) = verdict.erase_on else {
        return verdict;
    };
    let supports = facts
        .permissions
        .iter()
        .enumerate()
        .filter(|(_, permission)| permission.purpose == PermissionPurpose::KeepLonger)
        .map(|(index, permission)| Support::permission(index, permission))
        .collect();
    let chain = chain(base, supports, today);
    let mut carried: Vec<ClassGround> = chain
        .weighed
        .iter()
        .filter(|weighed| weighed.carries.is_some())
        .filter_map(|weighed| match weighed.origin {
            Origin::Permission(index) => facts.permissions.get(index),
            Origin::Reserve(_) => None,
        })
        .map(|permission| ClassGround::Permitted {
            given_on: permission.given_on,
            until: permission_ends(permission),
        })
        .collect();
    carried.sort_by_key(|ground| std::cmp::Reverse(ground.until()));
    let at = if chain.erase_on > ordinary {
        0
    } else {
        verdict.because.len()
    };
    verdict.because.splice(at..at, carried);
    verdict.erase_on = Some(chain.erase_on);
    verdict
}
