//! Until when a record is kept, and why (RULEBOOK §4; the notice, "How long will we keep your personal data?";
//! UK GDPR Art 5(1)(e)).
//!
//! [`decide`] weighs [`PersonFacts`] on a day and answers with a [`Verdict`]: the date, every ground for it, and
//! what blocks it. Nothing but an outcome, a permission, a place on the reserve list or an upheld request moves
//! a date: facts have no field for viewing, editing or importing. [`decide_class`] answers for one class of
//! data, some of which goes sooner than the record, and [`part_verdicts`] for what of a record goes although the
//! person stays. Whoever has a million people and wants only the dates asks
//! [`erase_on`].

mod block;
mod bulk;
mod class;
mod facts;
mod ground;
mod part;
mod policy;
mod review;
mod support;
mod verdict;

use chrono::NaiveDate;

pub use block::{Block, BlockKind};
pub use bulk::{Bulk, BulkThreshold, NoThreshold, Started};
pub use class::{ClassFacts, ClassGround, ClassVerdict, DataClass, EmploymentRecord, decide_class};
pub use facts::{ApplicationFacts, PermissionFacts, PersonFacts, ReserveFacts};
pub use ground::Ground;
pub use part::{
    Applied, DocumentFacts, Part, PartDate, PartFacts, PartVerdict, SealedFacts, part_dates,
    part_verdicts,
};
pub use policy::{PeriodUnit, PolicyError, PolicyPeriod, PolicyValues, RetentionPolicy};
pub use review::{awaits_review, review_until};
pub use verdict::{ApplicationVerdict, Verdict};

use crate::application::OutcomeKind;
use crate::dates::{days_after, months_after};
use crate::id::ApplicationId;
use crate::source::Directness;
use support::{Base, Chain, Origin, chain, supports};

/// Weighs a person's facts on a day (RULEBOOK §4).
///
/// The person's identity and contact details stay until the latest of their applications' dates, and have no
/// date while one runs (RET-15). Any block beats any date and moves none (RULES R19).
pub fn decide(facts: &PersonFacts, policy: &RetentionPolicy, today: NaiveDate) -> Verdict {
    verdict::of_person(facts, policy, today)
}

/// Weighs each application's own material on a day (RET-15): it goes on its own date, although the person
/// may stay for another application. In the order of the facts.
pub fn application_verdicts(
    facts: &PersonFacts,
    policy: &RetentionPolicy,
    today: NaiveDate,
) -> Vec<ApplicationVerdict> {
    facts
        .applications
        .iter()
        .map(|application| verdict::of_application(facts, application, policy, today))
        .collect()
}

/// The date of [`decide`], without its grounds: for counting and for the calendar of many people.
pub fn erase_on(
    facts: &PersonFacts,
    policy: &RetentionPolicy,
    today: NaiveDate,
) -> Option<NaiveDate> {
    let by_rule = if facts.applications.is_empty() {
        Some(prospect_chain(facts, policy, today).erase_on)
    } else {
        facts
            .applications
            .iter()
            .try_fold(NaiveDate::MIN, |latest, application| {
                application_chain(facts, application, policy, today)
                    .map(|chain| latest.max(chain.erase_on))
            })
    };
    match (by_rule, facts.erasure_upheld_on) {
        (Some(date), Some(upheld)) => Some(date.min(upheld)),
        (date, upheld) => date.or(upheld),
    }
}

/// Whether a running application has been without activity long enough to be put before HR (RET-01). It is
/// never erased for that.
pub fn is_stale(last_activity: NaiveDate, policy: &RetentionPolicy, today: NaiveDate) -> bool {
    months_after(last_activity, policy.values().stale_months.into()) <= today
}

/// The date an application's own material has before any permission (RET-01, RET-02, RET-13); `None` while the
/// application runs.
pub fn base_date(application: &ApplicationFacts, policy: &RetentionPolicy) -> Option<NaiveDate> {
    base_ground(application, &policy.values_for(application.applied_on)).map(|(_, until)| until)
}

/// The day a person was hired, and the last day their recruitment copy may wait for HR to confirm the hand-over
/// (RET-13).
fn handover_ceiling(
    application: &ApplicationFacts,
    policy: &RetentionPolicy,
) -> Option<(NaiveDate, NaiveDate)> {
    match application.ended() {
        Some((OutcomeKind::Hired, on)) => Some((
            on,
            months_after(
                on,
                policy
                    .values_for(application.applied_on)
                    .unsuccessful_months
                    .into(),
            ),
        )),
        Some(_) | None => None,
    }
}

fn base_ground(
    application: &ApplicationFacts,
    periods: &PolicyValues,
) -> Option<(Ground, NaiveDate)> {
    let (how, on) = application.ended()?;
    let months = periods.unsuccessful_months;
    let ceiling = months_after(on, months.into());
    let id = application.application;
    match how {
        OutcomeKind::Hired => {
            let grace_days = periods.hired_grace_days;
            let until = application.handed_over_on.map_or(ceiling, |confirmed| {
                days_after(confirmed, grace_days.into()).min(ceiling)
            });
            let handed_over_on = application.handed_over_on;
            Some((
                Ground::Hired {
                    application: id,
                    on,
                    handed_over_on,
                    grace_days,
                    until,
                },
                until,
            ))
        }
        OutcomeKind::Rejected { .. }
        | OutcomeKind::Withdrawn
        | OutcomeKind::OfferDeclined
        | OutcomeKind::VacancyCancelled
        | OutcomeKind::ClosedOutUndecided => Some((
            Ground::Ended {
                application: id,
                how,
                on,
                months,
                until: ceiling,
            },
            ceiling,
        )),
    }
}

fn application_chain(
    facts: &PersonFacts,
    application: &ApplicationFacts,
    policy: &RetentionPolicy,
    today: NaiveDate,
) -> Option<Chain> {
    application.ended()?;
    let date_of = |periods: &PolicyValues| {
        base_ground(application, periods).map_or(NaiveDate::MAX, |(_, until)| until)
    };
    let base = Base::new(policy, application.applied_on, &date_of);
    Some(chain(&base, supports(facts, Some(application)), today))
}

/// The date of someone who never applied, and the ground for it (RET-14).
fn prospect_ground(facts: &PersonFacts, periods: &PolicyValues) -> (Ground, NaiveDate) {
    let months = periods.prospect_months;
    let ordinary = months_after(facts.received_on, months.into());
    let mut found = (
        Ground::NeverApplied {
            received_on: facts.received_on,
            months,
            until: ordinary,
        },
        ordinary,
    );
    if facts.directness == Directness::Indirect {
        let notice_due = months_after(facts.received_on, 1);
        let until = days_after(notice_due, 1);
        let in_time = facts
            .notice_given_on
            .is_some_and(|given| given <= notice_due);
        if !in_time && until < found.1 {
            found = (Ground::NoticeNotGiven { notice_due, until }, until);
        }
    }
    if let Some(on) = facts.objected_on.filter(|on| *on < found.1) {
        found = (Ground::Objected { on }, on);
    }
    found
}

fn prospect_chain(facts: &PersonFacts, policy: &RetentionPolicy, today: NaiveDate) -> Chain {
    let date_of = |periods: &PolicyValues| prospect_ground(facts, periods).1;
    let base = Base::new(policy, Some(facts.received_on), &date_of);
    // An objection ends the ground on which someone who never applied is kept at all; a permission given
    // before it does not outlive it.
    let supports = if facts.objected_on.is_some() {
        Vec::new()
    } else {
        supports(facts, None)
    };
    chain(&base, supports, today)
}

/// The application a person's date comes from: the latest, or the first that runs.
fn deciding(
    facts: &PersonFacts,
    policy: &RetentionPolicy,
    today: NaiveDate,
) -> (Option<ApplicationId>, Option<Chain>) {
    let mut latest: Option<(ApplicationId, Chain)> = None;
    // Not always the latest application's: a shortened period makes late only from the day it was set.
    let mut supported_until = NaiveDate::MIN;
    for application in &facts.applications {
        let Some(found) = application_chain(facts, application, policy, today) else {
            return (Some(application.application), None);
        };
        supported_until = supported_until.max(found.supported_until);
        if latest
            .as_ref()
            .is_none_or(|(_, chain)| chain.erase_on < found.erase_on)
        {
            latest = Some((application.application, found));
        }
    }
    match latest {
        Some((application, chain)) => (
            Some(application),
            Some(Chain {
                supported_until,
                ..chain
            }),
        ),
        None => (None, Some(prospect_chain(facts, policy, today))),
    }
}

#[cfg(test)]
mod tests;
