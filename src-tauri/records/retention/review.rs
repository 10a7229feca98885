//! A look at records before they go: the last chance to ask somebody for permission, or to tell HR of a claim.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use domain::access::{self, Permit};
use domain::id::CandidateId;
use domain::retention::{awaits_review, review_until};
use serde::{Deserialize, Serialize};
use store::{About, Detail, Entry, RetentionFilter};

use super::MOST_LISTED;
use super::due::weigh;
use crate::desk::{ReadDesk, WriteDesk};
use crate::error::Error;
use crate::undo::Undoable;
use crate::view::{Done, Nothing, Why, days_left, number};

/// Records that go within thirty days and that nobody looked at, the soonest first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct RetentionReviews {
    /// The first of them, at most two hundred.
    pub rows: Vec<RetentionReview>,
    /// How many there are.
    pub total: u32,
}

/// A record that waits for a look.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct RetentionReview {
    /// Whose.
    pub candidate: CandidateId,
    /// Their name.
    pub name: String,
    /// The day it goes.
    pub erase_on: NaiveDate,
    /// Days until then.
    pub days_left: i32,
    /// The rule that gives the day.
    pub because: Why,
    /// Whether this viewer may say that they looked.
    pub may_review: bool,
}

/// Notes that records were looked at and go on their day.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct ReviewRecords {
    /// Whose.
    pub candidates: Vec<CandidateId>,
}

/// The records that wait for this viewer's look.
///
/// # Errors
/// When the store can't be read.
pub fn waiting(desk: &ReadDesk<'_>, _: Nothing) -> Result<RetentionReviews, Error> {
    let permit = desk.permit_over_all::<access::ReviewRetention>()?;
    let list = desk.records.retention_list(&permit, filter(desk))?;
    let page = desk
        .records
        .candidate_page(&permit, &list, 0..MOST_LISTED, desk.today)?;
    let people: Vec<CandidateId> = page.iter().map(|row| row.id).collect();
    let (_, weighed) = weigh(desk, &people, desk.today)?;
    let mut because: BTreeMap<CandidateId, Why> = weighed
        .into_iter()
        .map(|person| (person.candidate, person.because))
        .collect();
    let rows = page
        .into_iter()
        .filter_map(|row| {
            let erase_on = row.erase_on?;
            Some(RetentionReview {
                candidate: row.id,
                name: row.called.full(),
                erase_on,
                days_left: days_left(desk.today, erase_on),
                because: because.remove(&row.id)?,
                may_review: desk
                    .permit_on_candidate::<access::RecordPermission>(row.id)
                    .is_ok(),
            })
        })
        .collect();
    Ok(RetentionReviews {
        rows,
        total: number(list.len()),
    })
}

/// Those who wait for a look, whoever is to look.
pub(crate) fn filter(desk: &ReadDesk<'_>) -> RetentionFilter {
    RetentionFilter::ToReview {
        today: desk.today,
        until: review_until(desk.today),
    }
}

/// Notes that records were looked at. It moves no date.
///
/// # Errors
/// A refusal for everyone but the recruiting manager of the role, HR and the data protection officer, and
/// [`Error::Stale`] when one of them no longer waits: nothing is noted then.
pub fn note(desk: &mut WriteDesk<'_>, request: ReviewRecords) -> Result<Done, Error> {
    let looks = desk.read(|desk| {
        request
            .candidates
            .iter()
            .map(|candidate| look(desk, *candidate))
            .collect::<Result<Vec<_>, _>>()
    })?;
    let mut before = Vec::with_capacity(looks.len());
    for look in looks {
        desk.write(&look.permit, |tx| {
            tx.set_looked_at_for(&look.permit, Some(look.goes))?;
            let entry = Entry::new("review-retention")
                .about(About::Candidate(look.candidate))
                .with("goes", Detail::Day(look.goes));
            Ok(((), entry))
        })?;
        before.push((look.candidate, look.before));
    }
    let undo = desk.keep(Undoable::ReviewedRecords { before });
    Ok(Done { undo: Some(undo) })
}

/// A look at a record that waited for one.
struct Look {
    permit: Permit<access::RecordPermission>,
    candidate: CandidateId,
    goes: NaiveDate,
    before: Option<NaiveDate>,
}

fn look(desk: &ReadDesk<'_>, candidate: CandidateId) -> Result<Look, Error> {
    let permit = desk.permit_on_candidate::<access::RecordPermission>(candidate)?;
    let (before, goes) = desk.records.looked_at_for(&permit)?;
    let goes = goes
        .filter(|day| awaits_review(*day, before, desk.today))
        .ok_or(Error::Stale)?;
    Ok(Look {
        permit,
        candidate,
        goes,
        before,
    })
}
