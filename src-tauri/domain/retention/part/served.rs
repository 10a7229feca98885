//! For which applications something was collected, where nobody noted it down, and when a sealed record goes.

use chrono::NaiveDate;

use super::{Applied, PartFacts, SealedFacts};
use crate::application::OutcomeKind;
use crate::id::ApplicationId;
use crate::retention::{ApplicationFacts, ClassFacts, ClassVerdict, RetentionPolicy, decide_class};

/// When a sealed record goes, and for which applications it was collected, the deciding one last.
///
/// Nobody notes down for which application something is sealed. It serves those that were open on the day it was
/// recorded, for a check only those that came to an offer; where none was, the one that ended last before, or else the
/// first that came after. Applying again later moves nothing (RET-16); what serves several goes with the last
/// (RET-15).
pub(super) fn sealed_verdict(
    facts: &PartFacts,
    record: &SealedFacts,
    policy: &RetentionPolicy,
    today: NaiveDate,
) -> (Vec<ApplicationId>, ClassVerdict) {
    let class = record.kind.retention_class();
    let dated = |application: Option<&ApplicationFacts>| {
        let facts = ClassFacts {
            applied_on: application.and_then(|application| application.applied_on),
            outcome: application.and_then(ApplicationFacts::ended),
            handed_over_on: application.and_then(|application| application.handed_over_on),
            decided_on: record.decided_on,
            ..ClassFacts::default()
        };
        decide_class(class, &facts, policy, today)
    };
    let of = served(facts, record.recorded_on, record.kind.waits_for_an_offer());
    let mut served: Vec<(ApplicationId, ClassVerdict)> = of
        .into_iter()
        .map(|application| (application.application, dated(Some(application))))
        .collect();
    served.sort_by_key(|(_, verdict)| verdict.erase_on.unwrap_or(NaiveDate::MAX));
    let verdict = served
        .last()
        .map_or_else(|| dated(None), |(_, verdict)| verdict.clone());
    let applications = served.into_iter().map(|(id, _)| id).collect();
    (applications, verdict)
}

/// The applications that something served which came in on a day; of a check, those that came to an offer.
pub(super) fn served(
    facts: &PartFacts,
    came_in: NaiveDate,
    a_check: bool,
) -> Vec<&ApplicationFacts> {
    let mut eligible: Vec<(&ApplicationFacts, &Applied)> = facts
        .person
        .applications
        .iter()
        .filter_map(|application| {
            let applied = facts
                .applied
                .iter()
                .find(|known| known.application == application.application)?;
            Some((application, applied))
        })
        .collect();
    if a_check && eligible.iter().any(|(_, applied)| applied.offered) {
        eligible.retain(|(_, applied)| applied.offered);
    }
    let closed_by = |application: &ApplicationFacts| match application.ended() {
        Some((OutcomeKind::Hired, _)) => application.handed_over_on,
        Some((_, on)) => Some(on),
        None => None,
    };
    let had_come = |applied: &Applied| applied.applied_on <= came_in;
    let open: Vec<&ApplicationFacts> = eligible
        .iter()
        .filter(|(application, applied)| {
            had_come(applied) && closed_by(application).is_none_or(|on| came_in <= on)
        })
        .map(|(application, _)| *application)
        .collect();
    if !open.is_empty() {
        return open;
    }
    let before = eligible
        .iter()
        .filter(|(_, applied)| had_come(applied))
        .max_by_key(|(application, _)| closed_by(application));
    let after = || {
        eligible
            .iter()
            .min_by_key(|(_, applied)| applied.applied_on)
    };
    before
        .or_else(after)
        .map(|(application, _)| *application)
        .into_iter()
        .collect()
}
