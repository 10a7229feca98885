//! Vectors of the reserve list (RULEBOOK RET-05).

use chrono::NaiveDate;
use serde::Deserialize;
use serde_json::Value;

use crate::application::{OutcomeKind, RejectionReason};
use crate::consent::PermissionPurpose;
use crate::id::{ApplicationId, PermissionId, ReserveEntryId};
use crate::reserve;
use crate::retention::{
    ApplicationFacts, Ground, PermissionFacts, PersonFacts, ReserveFacts, decide,
};
use crate::rules::Answer;
use crate::rules::applicants::nth;
use crate::rules::file::{Context, date, fields, input};
use crate::source::Directness;

pub(super) fn reserve(context: &Context, value: Value) -> Answer {
    #[derive(Deserialize)]
    struct Input {
        outcome: NaiveDate,
        assessment: Option<String>,
        permission_given: Option<NaiveDate>,
        permission_months: Option<u8>,
        entry_until: Option<NaiveDate>,
        withdrawn: Option<NaiveDate>,
        #[serde(alias = "removed")]
        removed_on: Option<NaiveDate>,
        hired_on: Option<NaiveDate>,
        today: Option<NaiveDate>,
    }
    let asked: Input = input(value)?;
    // Where a vector names no day, everything it tells of has happened.
    let today = asked.today.unwrap_or(NaiveDate::MAX);
    let reason = match asked.assessment.as_deref() {
        None | Some("met-requirements") => RejectionReason::MetRequirementsNotSelected,
        Some("did-not-meet") => RejectionReason::EssentialCriteria,
        Some(other) => return Err(format!("there is no assessment {other:?}")),
    };
    let application = ApplicationFacts {
        application: ApplicationId::from_uuid(nth(0)),
        applied_on: None,
        outcome: Some((OutcomeKind::Rejected { reason }, asked.outcome)),
        vacancy_closed_out_on: None,
        handed_over_on: None,
    };
    let permission = asked.permission_given.map(|given_on| PermissionFacts {
        permission: PermissionId::from_uuid(nth(0)),
        purpose: PermissionPurpose::ReserveList,
        application: None,
        given_on,
        months: asked
            .permission_months
            .unwrap_or(context.policy.values().permission_months),
        withdrawn_on: asked.withdrawn,
    });
    let entry = ReserveFacts {
        entry: ReserveEntryId::from_uuid(nth(0)),
        application: application.application,
        permission: PermissionId::from_uuid(nth(0)),
        until: asked.entry_until,
        removed_on: [asked.removed_on, asked.hired_on]
            .into_iter()
            .flatten()
            .min(),
    };
    let mut facts = PersonFacts::new(asked.outcome, Directness::Direct);
    facts.applications.push(application);
    facts.permissions.extend(permission);
    facts.reserve.push(entry);
    let verdict = decide(&facts, &context.policy, today);
    let void = verdict
        .because
        .iter()
        .any(|ground| matches!(ground, Ground::ReserveVoid { .. }));
    let permission = permission.filter(|_| !void);
    Ok(fields([
        (
            "listed",
            Value::from(permission.is_some_and(|given| reserve::is_listed(&entry, &given, today))),
        ),
        (
            "entry_ends",
            date(permission.map(|given| reserve::entry_ends_on(&entry, &given))),
        ),
        ("erase_on", date(verdict.erase_on)),
        ("due", Value::from(verdict.is_due(today))),
    ]))
}
