//! Permissions: recorded as the person gave them, withdrawn as easily.

use chrono::{DateTime, NaiveDate, Utc};
use domain::access::{self, Permit};
use domain::consent::{
    self, PermissionDetails, PermissionMeans, PermissionPurpose, Term, WORDINGS, wording,
};
use domain::id::{CandidateId, PermissionId};
use domain::retention::{self, RetentionPolicy};
use serde::{Deserialize, Serialize};
use store::{About, Detail, Entry, PermissionRecord};

use crate::desk::{ReadDesk, WriteDesk};
use crate::error::Error;
use crate::undo::Undoable;
use crate::view::{Done, Nothing};

/// A permission, as its record stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct PermissionView {
    /// Which permission.
    pub permission: PermissionId,
    /// What it is for.
    pub purpose: PermissionPurpose,
    /// The day the person gave it.
    pub given_on: NaiveDate,
    /// For how many months.
    pub months: u8,
    /// The day it ends, or ended.
    pub ends_on: NaiveDate,
    /// Whether it stands today.
    pub live: bool,
    /// How they gave it.
    pub means: PermissionMeans,
    /// Where the evidence is.
    pub evidence: String,
    /// What was put to the person.
    pub wording: String,
    /// The day they withdrew it.
    pub withdrawn_on: Option<NaiveDate>,
    /// The name of the account that recorded it.
    pub recorded_by: String,
    /// When.
    pub recorded_at: DateTime<Utc>,
}

/// Records a permission.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct RecordPermission {
    /// Whose.
    pub candidate: CandidateId,
    /// As they gave it.
    pub details: PermissionDetails,
}

/// Withdraws a permission, from today on.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct WithdrawPermission {
    /// Whose.
    pub candidate: CandidateId,
    /// Which.
    pub permission: PermissionId,
}

/// What to put to a person who is asked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct WordingView {
    /// For this purpose.
    pub purpose: PermissionPurpose,
    /// The version.
    pub version: String,
    /// What is read or sent to them.
    pub text: String,
    /// The months the policy proposes.
    pub months: u8,
    /// The most months it allows.
    pub most_months: u8,
}

/// The wordings in use.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct Wordings {
    /// One a purpose.
    pub wordings: Vec<WordingView>,
}

/// The wordings in use, and the months to propose.
///
/// # Errors
/// When the store can't be read.
pub fn wordings(desk: &ReadDesk<'_>, _: Nothing) -> Result<Wordings, Error> {
    let months = desk.policy()?.values().permission_months;
    let wordings = WORDINGS
        .iter()
        .map(|wording| WordingView {
            purpose: wording.purpose,
            version: wording.version.to_owned(),
            text: wording.text.to_owned(),
            months,
            most_months: RetentionPolicy::LONGEST_PERMISSION_MONTHS,
        })
        .collect();
    Ok(Wordings { wordings })
}

/// Records a permission as the person gave it.
///
/// # Errors
/// [`Error::Rule`] when it would keep nothing: given too late, or for too long.
pub fn record(desk: &mut WriteDesk<'_>, request: RecordPermission) -> Result<Done, Error> {
    let permit = desk.read(|desk| {
        let permit = desk.permit_on_candidate::<access::RecordPermission>(request.candidate)?;
        check(desk, request.candidate, &request.details)?;
        Ok(permit)
    })?;
    let permission = desk.write(&permit, |tx| {
        let permission = tx.insert_permission(
            &permit,
            &request.details,
            None,
            wording(request.details.purpose).version,
        )?;
        Ok((
            permission,
            entry(
                "record-permission",
                request.candidate,
                request.details.purpose,
            ),
        ))
    })?;
    let undo = desk.keep(Undoable::RecordedPermission {
        candidate: request.candidate,
        permission,
    });
    Ok(Done { undo: Some(undo) })
}

/// Withdraws a permission from today on. No reason is asked (P3).
///
/// # Errors
/// [`Error::Rule`] when it was withdrawn before.
pub fn withdraw(desk: &mut WriteDesk<'_>, request: WithdrawPermission) -> Result<Done, Error> {
    let today = desk.today;
    let (permit, purpose) = desk.read(|desk| {
        let permit = desk.permit_on_candidate::<access::RecordPermission>(request.candidate)?;
        let known = desk
            .records
            .permissions(&permit)?
            .into_iter()
            .find(|known| known.id == request.permission)
            .ok_or(Error::NotFound)?;
        consent::check_withdrawal(known.details.given_on, known.withdrawn_on, today, today)
            .map_err(|refusal| Error::rule(refusal.rule(), refusal.sentence()))?;
        Ok((permit, known.details.purpose))
    })?;
    desk.write(&permit, |tx| {
        tx.withdraw_permission(&permit, request.permission, Some(today))?;
        Ok(((), entry("withdraw-permission", request.candidate, purpose)))
    })?;
    let undo = desk.keep(Undoable::WithdrewPermission {
        candidate: request.candidate,
        permission: request.permission,
    });
    Ok(Done { undo: Some(undo) })
}

/// Checks that a permission may be recorded (RET-03).
pub(crate) fn check(
    desk: &ReadDesk<'_>,
    candidate: CandidateId,
    details: &PermissionDetails,
) -> Result<(), Error> {
    let policy = desk.policy()?;
    let facts = desk.records.person_facts(candidate)?;
    let due_on = retention::erase_on(&facts, &policy, desk.today);
    consent::check(details, &policy, due_on, desk.today)
        .map_err(|refusal| Error::rule(refusal.rule(), refusal.sentence()))
}

/// The permissions of the permit's candidate, latest first.
pub(crate) fn views<A: access::Action>(
    desk: &ReadDesk<'_>,
    permit: &Permit<A>,
) -> Result<Vec<PermissionView>, Error> {
    let policy = desk.policy()?;
    let permissions = desk.records.permissions(permit)?;
    Ok(permissions
        .into_iter()
        .map(|record| view(record, &policy, desk.today))
        .collect())
}

fn view(record: PermissionRecord, policy: &RetentionPolicy, today: NaiveDate) -> PermissionView {
    let details = record.details;
    let term = Term::new(
        details.given_on,
        details.months,
        record.withdrawn_on,
        policy,
    );
    let wording = WORDINGS
        .iter()
        .find(|wording| wording.version == record.wording)
        .map_or(record.wording.as_str(), |wording| wording.text)
        .to_owned();
    PermissionView {
        permission: record.id,
        purpose: details.purpose,
        given_on: details.given_on,
        months: details.months,
        ends_on: term.ends_on,
        live: term.is_live(today),
        means: details.means,
        evidence: details.evidence.into(),
        wording,
        withdrawn_on: record.withdrawn_on,
        recorded_by: record.recorded_by_name.into(),
        recorded_at: record.recorded_at,
    }
}

fn entry(action: &'static str, candidate: CandidateId, purpose: PermissionPurpose) -> Entry {
    Entry::new(action)
        .about(About::Candidate(candidate))
        .with("purpose", Detail::Word(purpose.code()))
}
