//! Answering a complaint: its receipt is confirmed, it is looked into, something comes of it, and the person is told.

use chrono::NaiveDate;
use domain::complaint::{
    ComplaintOutcome, ComplaintRefusal, ComplaintWordKind, check_acknowledge, check_close,
    check_day,
};
use domain::correspondence::MessageChannel;
use domain::id::ComplaintId;
use domain::text::Prose;
use serde::Deserialize;
use store::{ComplaintRecord, Detail, Entry};

use super::{Answering, ComplaintEffect, answering, entry, refused};
use crate::desk::WriteDesk;
use crate::error::Error;
use crate::undo::{Revisions, Undoable};
use crate::view::Done;

/// Records that the receipt of a complaint was confirmed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct AcknowledgeComplaint {
    /// Of which.
    pub complaint: ComplaintId,
    /// The revision the page saw.
    pub revision: u32,
    /// The day.
    pub on: NaiveDate,
    /// How.
    pub how: MessageChannel,
}

/// Notes something of a complaint.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct NoteComplaint {
    /// Of which.
    pub complaint: ComplaintId,
    /// The revision the page saw.
    pub revision: u32,
    /// Whether the person was told this; otherwise it is what was found out or done.
    pub told: bool,
    /// The day.
    pub on: NaiveDate,
    /// The words.
    pub words: Prose,
}

/// Records what comes of a complaint.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct DecideComplaint {
    /// Of which.
    pub complaint: ComplaintId,
    /// The revision the page saw.
    pub revision: u32,
    /// What.
    pub outcome: ComplaintOutcome,
    /// Why: what was found.
    pub reasons: Prose,
    /// What was changed because of it, in words that name nobody; empty where nothing was.
    pub changes: Prose,
}

/// Records that the person was told the outcome: the complaint is closed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct CloseComplaint {
    /// Which.
    pub complaint: ComplaintId,
    /// The revision the page saw.
    pub revision: u32,
    /// The day.
    pub on: NaiveDate,
    /// How.
    pub how: MessageChannel,
}

/// Records that the receipt of a complaint was confirmed (CMP-02).
///
/// # Errors
/// A refusal for everyone but HR and the data protection officer; [`Error::Rule`] where it was confirmed before, and for
/// whom it is about; [`Error::Invalid`] for a day ahead or before it came.
pub fn acknowledge(desk: &mut WriteDesk<'_>, request: AcknowledgeComplaint) -> Result<Done, Error> {
    let answering = answering(desk, request.complaint, request.revision)?;
    check_acknowledge(&answering.facts, request.on, desk.today).map_err(|no| of_day("on", no))?;
    let after = ComplaintRecord {
        acknowledged: Some((request.on, request.how)),
        ..answering.record.clone()
    };
    let entry = entry("acknowledge-complaint", request.complaint)
        .with("on", Detail::Day(request.on))
        .with("how", Detail::Word(request.how.code()));
    write(
        desk,
        &answering,
        &after,
        entry,
        ComplaintEffect::Acknowledged,
    )
}

/// Notes what was found out or done of a complaint, or how far it has come, as the person was told (CMP-03).
///
/// # Errors
/// A refusal for everyone but HR and the data protection officer; [`Error::Rule`] once it is closed, and for whom it is
/// about; [`Error::Invalid`] without words, and for a day ahead or before it came.
pub fn note(desk: &mut WriteDesk<'_>, request: NoteComplaint) -> Result<Done, Error> {
    if request.words.as_str().is_empty() {
        return Err(Error::invalid("words", "Say it in a few words."));
    }
    let Answering {
        permit,
        record,
        facts,
    } = answering(desk, request.complaint, request.revision)?;
    check_day(&facts, request.on, desk.today).map_err(|no| of_day("on", no))?;
    let (kind, entry) = if request.told {
        (
            ComplaintWordKind::Told,
            entry("tell-progress", request.complaint),
        )
    } else {
        (
            ComplaintWordKind::Step,
            entry("note-complaint", request.complaint),
        )
    };
    let position = desk.write(&permit, |tx| {
        let position = tx.add_complaint_word(
            &permit,
            record.id,
            record.revision,
            kind,
            (request.on, &request.words),
        )?;
        Ok::<_, Error>((position, entry.with("on", Detail::Day(request.on))))
    })?;
    Ok(kept(desk, &record, ComplaintEffect::Noted(position)))
}

/// Records what comes of a complaint, or does so anew. The person is not told yet.
///
/// # Errors
/// A refusal for everyone but HR and the data protection officer; [`Error::Rule`] once it is closed, and for whom it is
/// about; [`Error::Invalid`] without reasons.
pub fn decide(desk: &mut WriteDesk<'_>, request: DecideComplaint) -> Result<Done, Error> {
    if request.reasons.as_str().is_empty() {
        return Err(Error::invalid(
            "reasons",
            "Say what was found: the person is told (rule CMP-04).",
        ));
    }
    let Answering { permit, record, .. } = answering(desk, request.complaint, request.revision)?;
    let after = ComplaintRecord {
        outcome: Some((request.outcome, permit.actor())),
        changes: request.changes,
        ..record
    };
    desk.write(&permit, |tx| {
        tx.update_complaint(&permit, &after)?;
        tx.set_complaint_reasons(&permit, after.id, &request.reasons)?;
        let entry = entry("decide-complaint", after.id)
            .with("outcome", Detail::Word(request.outcome.code()));
        Ok::<_, Error>(((), entry))
    })?;
    // It can be decided anew until the person is told, so nothing of the earlier words is held for an undo.
    Ok(Done { undo: None })
}

/// Records that the person was told the outcome: the complaint is closed, and keeps nobody's record any more (RET-09).
///
/// # Errors
/// A refusal for everyone but HR and the data protection officer; [`Error::Rule`] before it was decided, and for whom it is
/// about; [`Error::Invalid`] for a day ahead, or before it came or its receipt was confirmed.
pub fn close(desk: &mut WriteDesk<'_>, request: CloseComplaint) -> Result<Done, Error> {
    let answering = answering(desk, request.complaint, request.revision)?;
    check_close(&answering.facts, request.on, desk.today).map_err(|no| of_day("on", no))?;
    let after = ComplaintRecord {
        told: Some((request.on, request.how)),
        ..answering.record.clone()
    };
    let entry = entry("close-complaint", request.complaint)
        .with("on", Detail::Day(request.on))
        .with("how", Detail::Word(request.how.code()));
    write(desk, &answering, &after, entry, ComplaintEffect::Closed)
}

fn write(
    desk: &mut WriteDesk<'_>,
    Answering { permit, record, .. }: &Answering,
    after: &ComplaintRecord,
    entry: Entry,
    effect: ComplaintEffect,
) -> Result<Done, Error> {
    desk.write(permit, |tx| {
        tx.update_complaint(permit, after)?;
        Ok::<_, Error>(((), entry))
    })?;
    Ok(kept(desk, record, effect))
}

/// Keeps a change of a complaint so that it can be taken back.
fn kept(desk: &WriteDesk<'_>, before: &ComplaintRecord, effect: ComplaintEffect) -> Done {
    let undo = desk.keep(Undoable::ChangedComplaint {
        complaint: before.id,
        effect,
        revision: Revisions::made(before.revision.saturating_add(1)),
    });
    Done { undo: Some(undo) }
}

/// What is wrong with a day belongs to its field; the rest is a rule's no.
fn of_day(field: &'static str, refusal: ComplaintRefusal) -> Error {
    match refusal {
        ComplaintRefusal::Ahead | ComplaintRefusal::Before { .. } => {
            Error::invalid(field, refusal.sentence())
        }
        ComplaintRefusal::Closed
        | ComplaintRefusal::AboutYou
        | ComplaintRefusal::AcknowledgedAlready
        | ComplaintRefusal::NotDecided => refused(refusal),
    }
}
