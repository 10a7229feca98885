//! A place on the reserve list over its time: changed, renewed by a new permission, left.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use domain::access;
use domain::consent::PermissionDetails;
use domain::id::{CandidateId, ReserveEntryId};
use domain::reserve::ReserveOffers;
use domain::retention;
use domain::text::{Line, Prose};
use serde::{Deserialize, Serialize};
use store::{About, Entry, ReserveEntry, ReserveTerms};

use super::{AddToReserve, ReservePermission, add, ends_on, families};
use crate::desk::WriteDesk;
use crate::error::Error;
use crate::undo::Undoable;
use crate::view::Done;

/// Changes what a place on the list covers.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct ChangeReservePlace {
    /// Whose.
    pub candidate: CandidateId,
    /// Which.
    pub entry: ReserveEntryId,
    /// The roles it covers, in words; commas set them apart.
    pub roles: Line,
    /// What the assessment showed, in short.
    pub merit: Prose,
    /// What the person offers besides.
    pub offers: ReserveOffers,
    /// An end sooner than the permission's.
    pub until: Option<NaiveDate>,
}

/// Renews a place by a new permission of the person: a new act, from whose day its months run (RET-03).
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct RenewReservePlace {
    /// Whose.
    pub candidate: CandidateId,
    /// Which.
    pub entry: ReserveEntryId,
    /// The permission as they gave it.
    pub details: PermissionDetails,
}

/// Takes a candidate off the reserve list.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct RemoveFromReserve {
    /// Whom.
    pub candidate: CandidateId,
    /// Which entry.
    pub entry: ReserveEntryId,
}

/// A candidate left the reserve list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct LeftReserve {
    /// What takes it back.
    pub undo: Option<u32>,
    /// The day the record goes now; none while an application runs.
    pub erase_on: Option<NaiveDate>,
    /// Whether that day has come.
    pub due: bool,
}

/// The places without those that a later one of the same application takes over: a renewal is a new place beside the one
/// it renews, which still carries the record until it ends.
pub(crate) fn current(entries: Vec<ReserveEntry>) -> Vec<ReserveEntry> {
    let taken_over: BTreeSet<ReserveEntryId> = entries
        .iter()
        .filter(|entry| entry.removed_on.is_none())
        .filter(|entry| {
            entries.iter().any(|later| {
                later.application == entry.application
                    && later.removed_on.is_none()
                    && (ends_on(later), later.id) > (ends_on(entry), entry.id)
            })
        })
        .map(|entry| entry.id)
        .collect();
    entries
        .into_iter()
        .filter(|entry| !taken_over.contains(&entry.id))
        .collect()
}

/// Changes what a place on the list covers.
///
/// # Errors
/// A refusal for those who may not record permissions of this person; [`Error::Rule`] for a place that has ended.
pub fn change(desk: &mut WriteDesk<'_>, request: ChangeReservePlace) -> Result<Done, Error> {
    let ChangeReservePlace {
        candidate, entry, ..
    } = request;
    if request.until.is_some_and(|until| until <= desk.today) {
        return Err(Error::invalid(
            "until",
            "Enter a day after today, or leave it empty.",
        ));
    }
    let (permit, before) = desk.read(|desk| {
        let permit = desk.permit_on_candidate::<access::RecordPermission>(candidate)?;
        let before = standing(desk.records.reserve_entries(&permit)?, entry, desk.today)?;
        Ok((permit, before))
    })?;
    let terms = ReserveTerms {
        role_families: families(&request.roles),
        merit: request.merit,
        offers: request.offers,
        until: request.until,
    };
    desk.write(&permit, |tx| {
        tx.update_reserve_entry(&permit, entry, &terms)?;
        Ok::<_, Error>((
            (),
            Entry::new("change-reserve-place").about(About::Candidate(candidate)),
        ))
    })?;
    let undo = desk.keep(Undoable::ChangedReservePlace {
        candidate,
        entry,
        before: Box::new(ReserveTerms {
            role_families: before.role_families,
            merit: before.merit,
            offers: before.offers,
            until: before.until,
        }),
    });
    Ok(Done { undo: Some(undo) })
}

/// Renews a place by a new permission, given while the place still stood. What it covers stays as it was.
///
/// # Errors
/// As [`add`]; [`Error::Rule`] for a place that has ended.
pub fn renew(desk: &mut WriteDesk<'_>, request: RenewReservePlace) -> Result<Done, Error> {
    let RenewReservePlace {
        candidate,
        entry,
        details,
    } = request;
    let known = desk.read(|desk| {
        let permit = desk.permit_on_candidate::<access::RecordPermission>(candidate)?;
        standing(desk.records.reserve_entries(&permit)?, entry, desk.today)
    })?;
    let families: Vec<&str> = known.role_families.iter().map(Line::as_str).collect();
    let roles = Line::parse(&families.join(", "))
        .map_err(|_error| Error::invalid("roles", "Shorten what it covers first."))?;
    add(
        desk,
        AddToReserve {
            candidate,
            application: known.application,
            permission: Some(ReservePermission::New { details }),
            roles,
            merit: known.merit,
            offers: known.offers,
            until: None,
        },
    )
}

/// Takes a candidate off the reserve list, from today on, and says when their record goes now: the six months from the
/// outcome decide again, and never start anew (RULES R6).
///
/// # Errors
/// A refusal for those who may not record permissions of this person.
pub fn remove(desk: &mut WriteDesk<'_>, request: RemoveFromReserve) -> Result<LeftReserve, Error> {
    let RemoveFromReserve { candidate, entry } = request;
    let today = desk.today;
    let (permit, entries) = desk.read(|desk| {
        let permit = desk.permit_on_candidate::<access::RecordPermission>(candidate)?;
        let all = desk.records.reserve_entries(&permit)?;
        let known = all
            .iter()
            .find(|known| known.id == entry)
            .ok_or(Error::NotFound)?;
        let entries = leaving(&all, known, today);
        Ok((permit, entries))
    })?;
    desk.write(&permit, |tx| {
        for entry in &entries {
            tx.remove_reserve_entry(&permit, *entry, Some((today, "removed")))?;
        }
        Ok::<_, Error>((
            (),
            Entry::new("remove-from-reserve").about(About::Candidate(candidate)),
        ))
    })?;
    let undo = desk.keep(Undoable::RemovedFromReserve { candidate, entries });
    let verdict = desk.read(|desk| {
        let facts = desk.records.person_facts(candidate)?;
        Ok(retention::decide(&facts, &desk.policy()?, today))
    })?;
    Ok(LeftReserve {
        undo: Some(undo),
        erase_on: verdict.erase_on,
        due: verdict.is_due(today),
    })
}

/// A place with those that it took over and that still stand: whoever leaves, leaves them all.
pub(super) fn leaving(
    all: &[ReserveEntry],
    known: &ReserveEntry,
    today: NaiveDate,
) -> Vec<ReserveEntryId> {
    all.iter()
        .filter(|entry| {
            entry.id == known.id
                || entry.application == known.application
                    && entry.removed_on.is_none()
                    && today < ends_on(entry)
        })
        .map(|entry| entry.id)
        .collect()
}

/// A place that stands.
pub(super) fn standing(
    entries: Vec<ReserveEntry>,
    entry: ReserveEntryId,
    today: NaiveDate,
) -> Result<ReserveEntry, Error> {
    let known = entries
        .into_iter()
        .find(|known| known.id == entry)
        .ok_or(Error::NotFound)?;
    if today < ends_on(&known) {
        Ok(known)
    } else {
        Err(Error::rule(
            "RET-05",
            "This place on the list has ended; a new one needs a new permission.",
        ))
    }
}
