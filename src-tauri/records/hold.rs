//! Legal holds: placed, looked at again, and released by somebody else than who placed them.
//!
//! None of it is taken back by undo. A hold that was placed by mistake is released by a second person, and one that was
//! released by mistake is placed again.

use chrono::NaiveDate;
use domain::access::{self, Permit, Shown};
use domain::hold::{HoldDetails, HoldReason, HoldRefusal, check_release, check_review};
use domain::id::{AccountId, ApplicationId, CandidateId, HoldId};
use serde::{Deserialize, Serialize};
use store::{About, Detail, Entry, HoldRecord};

use crate::desk::{ReadDesk, WriteDesk};
use crate::error::Error;
use crate::view::{Done, Why};

/// A legal hold, as its record stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct HoldView {
    /// Which hold.
    pub hold: HoldId,
    /// The application it keeps, with who they are; nothing where it keeps the whole record.
    pub application: Option<ApplicationId>,
    /// Why it was placed.
    pub reason: HoldReason,
    /// Where the papers are.
    pub reference: Option<String>,
    /// The day from which it stands.
    pub placed_on: NaiveDate,
    /// The name of the account that placed it.
    pub placed_by: String,
    /// The day by which it is looked at again.
    pub review_by: NaiveDate,
    /// The day it was released.
    pub released_on: Option<NaiveDate>,
    /// The name of the account that released it.
    pub released_by: Option<String>,
    /// Why this viewer may not release it; nothing where they may.
    pub not_released: Option<Why>,
}

/// The legal holds of a candidate.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct HoldsView {
    /// Every hold, the latest first, released ones too.
    pub holds: Vec<HoldView>,
    /// The day to propose for looking at a hold again.
    pub review_by: NaiveDate,
}

/// Places a legal hold.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct PlaceHold {
    /// On whose record.
    pub candidate: CandidateId,
    /// Why, and until when it is looked at again.
    pub details: HoldDetails,
    /// The application it keeps, with who they are; the whole record where none is named.
    #[serde(default)]
    pub application: Option<ApplicationId>,
}

/// Notes that a hold was looked at and is still needed.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct ReviewHold {
    /// On whose record.
    pub candidate: CandidateId,
    /// Which.
    pub hold: HoldId,
    /// The day by which it is looked at next.
    pub review_by: NaiveDate,
}

/// Releases a hold, from today on.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct ReleaseHold {
    /// On whose record.
    pub candidate: CandidateId,
    /// Which.
    pub hold: HoldId,
}

/// Places a legal hold: from today on nothing of the candidate is erased.
///
/// # Errors
/// A refusal for everyone but HR and the data protection officer; [`Error::Invalid`] for a review that is not within
/// six months.
pub fn place(desk: &mut WriteDesk<'_>, request: PlaceHold) -> Result<Done, Error> {
    let PlaceHold {
        candidate,
        details,
        application,
    } = request;
    let permit = desk.read(|desk| desk.permit_on_candidate::<access::ManageHolds>(candidate))?;
    check_review(details.review_by, desk.today)
        .map_err(|refusal| Error::invalid("details.reviewBy", refusal.sentence()))?;
    desk.write(&permit, |tx| {
        tx.insert_hold(&permit, &details, application)?;
        let entry = Entry::new("place-hold")
            .about(About::Candidate(candidate))
            .with("reason", Detail::Word(details.reason.code()))
            .with("review-by", Detail::Day(details.review_by));
        Ok(((), entry))
    })?;
    Ok(Done { undo: None })
}

/// Notes that a hold was looked at and stands on, until another day.
///
/// # Errors
/// [`Error::Invalid`] for a day that is not within six months; [`Error::Rule`] when the hold was released.
pub fn review(desk: &mut WriteDesk<'_>, request: ReviewHold) -> Result<Done, Error> {
    let ReviewHold {
        candidate,
        hold,
        review_by,
    } = request;
    let (permit, found) = desk.read(|desk| find(desk, candidate, hold))?;
    if found.released_on.is_some() {
        return Err(rule(HoldRefusal::AlreadyReleased));
    }
    check_review(review_by, desk.today)
        .map_err(|refusal| Error::invalid("reviewBy", refusal.sentence()))?;
    desk.write(&permit, |tx| {
        tx.set_hold_review(&permit, hold, review_by)?;
        let entry = Entry::new("review-hold")
            .about(About::Candidate(candidate))
            .with("review-by", Detail::Day(review_by));
        Ok(((), entry))
    })?;
    Ok(Done { undo: None })
}

/// Releases a hold that somebody else placed. The record goes on its ordinary date; where that has passed, it is due
/// at once.
///
/// # Errors
/// [`Error::Rule`] for whoever placed it (RULES A5), and when it was released before.
pub fn release(desk: &mut WriteDesk<'_>, request: ReleaseHold) -> Result<Done, Error> {
    let ReleaseHold { candidate, hold } = request;
    let (permit, found) = desk.read(|desk| find(desk, candidate, hold))?;
    check_release(found.placed_by, found.released_on, desk.session.account()).map_err(rule)?;
    desk.write(&permit, |tx| {
        tx.release_hold(&permit, hold)?;
        Ok((
            (),
            Entry::new("release-hold").about(About::Candidate(candidate)),
        ))
    })?;
    Ok(Done { undo: None })
}

/// The holds of a candidate, for those who manage them: why one was placed may be about a colleague.
pub(crate) fn views(
    desk: &ReadDesk<'_>,
    candidate: CandidateId,
) -> Result<Shown<HoldsView>, Error> {
    let permit = match desk.permit_on_candidate::<access::ManageHolds>(candidate) {
        Err(Error::Refused(refusal)) => return Ok(Shown::withheld(refusal)),
        permit => permit?,
    };
    let viewer = desk.session.account();
    let holds = desk
        .records
        .holds(&permit)?
        .into_iter()
        .map(|record| view(record, viewer))
        .collect();
    let months = desk.policy()?.values().hold_review_months;
    let review_by = domain::deadline::hold_review(desk.today, months);
    Ok(Shown::Shown {
        value: HoldsView { holds, review_by },
    })
}

fn view(record: HoldRecord, viewer: AccountId) -> HoldView {
    let not_released = check_release(record.placed_by, record.released_on, viewer)
        .err()
        .map(|refusal| Why {
            rule: refusal.rule().to_owned(),
            sentence: refusal.sentence(),
        });
    HoldView {
        hold: record.id,
        application: record.application,
        reason: record.details.reason,
        reference: record.details.reference.map(Into::into),
        placed_on: record.placed_on,
        placed_by: record.placed_by_name.into(),
        review_by: record.details.review_by,
        released_on: record.released_on,
        released_by: record.released_by_name.map(Into::into),
        not_released,
    }
}

fn find(
    desk: &ReadDesk<'_>,
    candidate: CandidateId,
    hold: HoldId,
) -> Result<(Permit<access::ManageHolds>, HoldRecord), Error> {
    let permit = desk.permit_on_candidate::<access::ManageHolds>(candidate)?;
    let found = desk
        .records
        .holds(&permit)?
        .into_iter()
        .find(|known| known.id == hold)
        .ok_or(Error::NotFound)?;
    Ok((permit, found))
}

fn rule(refusal: HoldRefusal) -> Error {
    Error::rule(refusal.rule(), refusal.sentence())
}
