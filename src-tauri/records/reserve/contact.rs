//! Contacting somebody on the reserve list about a vacancy, and what came of it (RULEBOOK S68).

use chrono::NaiveDate;
use domain::access::{self, Action, Permit};
use domain::clock::london_date;
use domain::consent;
use domain::id::{
    ApplicationId, CandidateId, PermissionId, ReserveContactId, ReserveEntryId, VacancyId,
};
use domain::reserve::{ContactChannel, ContactOutcome, ContactRefusal, Contactable, may_contact};
use serde::{Deserialize, Serialize};
use store::{About, ContactBars, Detail, Entry, ReserveContact, ReserveEntry};

use super::ends_on;
use super::place::{leaving, standing};
use crate::application::received;
use crate::desk::{ReadDesk, WriteDesk};
use crate::error::Error;
use crate::notice;
use crate::undo::{FIRST_REVISION, Undoable};
use crate::view::Done;

/// A time that somebody on the list was contacted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct ContactView {
    /// Which.
    pub contact: ReserveContactId,
    /// The title of the vacancy it was about.
    pub vacancy_title: String,
    /// The day.
    pub contacted_on: NaiveDate,
    /// How.
    pub channel: ContactChannel,
    /// What came of it.
    pub outcome: Option<ContactOutcome>,
    /// The day of that.
    pub answered_on: Option<NaiveDate>,
    /// The name of the account that recorded it.
    pub recorded_by: String,
}

impl From<ReserveContact> for ContactView {
    fn from(contact: ReserveContact) -> Self {
        Self {
            contact: contact.id,
            vacancy_title: contact.vacancy_title.into(),
            contacted_on: contact.contacted_on,
            channel: contact.channel,
            outcome: contact.outcome.map(|(outcome, _)| outcome),
            answered_on: contact.outcome.map(|(_, on)| on),
            recorded_by: contact.recorded_by_name.into(),
        }
    }
}

/// Records that somebody on the list was contacted about a vacancy.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct RecordContact {
    /// Whom.
    pub candidate: CandidateId,
    /// By which place on the list.
    pub entry: ReserveEntryId,
    /// About which vacancy.
    pub vacancy: VacancyId,
    /// The day; never later than today.
    pub on: NaiveDate,
    /// How.
    pub channel: ContactChannel,
}

/// Records what came of a contact.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct AnswerContact {
    /// Whom it was with.
    pub candidate: CandidateId,
    /// Which contact.
    pub contact: ReserveContactId,
    /// What came of it.
    pub outcome: ContactOutcome,
    /// The day; never later than today.
    pub on: NaiveDate,
}

/// What an answer did besides, to take it back by.
#[derive(Clone, Debug)]
pub(crate) struct Answered {
    /// The application that began with it.
    pub(crate) application: Option<(ApplicationId, u32)>,
    /// The places that ended with it.
    pub(crate) left: Vec<ReserveEntryId>,
    /// The permission that was withdrawn with it.
    pub(crate) withdrawn: Option<PermissionId>,
}

/// Whether somebody may be contacted about a vacancy today.
pub(super) fn check(
    entry: &ReserveEntry,
    bars: ContactBars,
    closed_out: bool,
    today: NaiveDate,
) -> Result<(), ContactRefusal> {
    let facts = Contactable {
        ends_on: ends_on(entry),
        not_to_approach: bars.not_to_approach,
        on_hold: bars.on_hold,
        has_applied: bars.has_applied,
        closed_out,
    };
    may_contact(&facts, today)
}

/// Whether a vacancy is shortlisted without names to whoever holds the permit: they choose nobody by name for it.
pub(super) fn hides_names<A: Action>(permit: &Permit<A>) -> bool {
    permit
        .vacancy()
        .is_some_and(|vacancy| permit.scope().blind().contains_key(&vacancy))
}

fn refused(refusal: ContactRefusal) -> Error {
    Error::rule(refusal.rule(), refusal.sentence())
}

/// Records that somebody on the list was contacted about a vacancy. Only while their permission is live, and never
/// somebody who asked not to be approached.
///
/// # Errors
/// A refusal for those who don't run the vacancy or may not see the person; [`Error::Rule`] with what stands in the way.
pub fn record(desk: &mut WriteDesk<'_>, request: RecordContact) -> Result<Done, Error> {
    desk.not_in_future("on", request.on)?;
    let permit = desk.read(|desk| {
        if notice::standing(desk, request.candidate)?.before_contact(false) {
            return Err(Error::rule(
                "NOT-02",
                "Their details came from somebody else, and nothing says that they were given the privacy notice: give \
                 it to them first (rule NOT-02).",
            ));
        }
        may_record(desk, request)
    })?;
    let contact = write(desk, &permit, request)?;
    let undo = desk.keep(Undoable::RecordedContact {
        candidate: request.candidate,
        contact,
    });
    Ok(Done { undo: Some(undo) })
}

/// A permit to record that somebody on the list was contacted, if they may be.
///
/// # Errors
/// As [`record`].
pub(crate) fn may_record(
    desk: &ReadDesk<'_>,
    request: RecordContact,
) -> Result<Permit<access::RecordPermission>, Error> {
    let RecordContact {
        candidate,
        entry,
        vacancy,
        on,
        ..
    } = request;
    let permit = desk.permit_on_candidate::<access::RecordPermission>(candidate)?;
    let running = desk.permit_on_vacancy::<access::AddCandidate>(vacancy)?;
    if hides_names(&running) {
        return Err(Error::Refused(access::Refusal::Blind));
    }
    let entries = desk.records.reserve_entries(&permit)?;
    let known = standing_or_refused(entries, entry, desk.today)?;
    let bars = desk.records.contact_bars(&running, &[candidate])?;
    let bars = bars.get(&candidate).copied().unwrap_or_default();
    let closed = desk.records.vacancy(&running)?.closed_out_on.is_some();
    check(&known, bars, closed, desk.today).map_err(refused)?;
    if on < london_date(known.added_at) {
        return Err(Error::invalid(
            "on",
            "Enter a day on or after the one they came on the list.",
        ));
    }
    Ok(permit)
}

/// Writes down that somebody on the list was contacted.
///
/// # Errors
/// When it can't be written.
pub(crate) fn write(
    desk: &mut WriteDesk<'_>,
    permit: &Permit<access::RecordPermission>,
    request: RecordContact,
) -> Result<ReserveContactId, Error> {
    let RecordContact {
        candidate,
        entry,
        vacancy,
        on,
        channel,
    } = request;
    desk.write(permit, |tx| {
        let contact = tx.insert_reserve_contact(permit, entry, vacancy, on, channel)?;
        let entry = Entry::new("contact-reserve")
            .about(About::Candidate(candidate))
            .with("channel", Detail::Word(channel.code()))
            .with("on", Detail::Day(on));
        Ok::<_, Error>((contact, entry))
    })
}

/// A place that stands, or the refusal that says since when it does not.
fn standing_or_refused(
    entries: Vec<ReserveEntry>,
    entry: ReserveEntryId,
    today: NaiveDate,
) -> Result<ReserveEntry, Error> {
    let ended = entries
        .iter()
        .find(|known| known.id == entry)
        .map(ends_on)
        .filter(|ended| *ended <= today);
    match ended {
        Some(ended_on) => Err(refused(ContactRefusal::NotListed { ended_on })),
        None => standing(entries, entry, today),
    }
}

/// Records what came of a contact. Whoever is interested applies for the vacancy with it; whoever asks to be taken off the
/// list is, and their permission is withdrawn, the same day.
///
/// # Errors
/// A refusal for those who may not record permissions of this person or, for an application, don't run the vacancy;
/// [`Error::Rule`] when it was answered before.
pub fn answer(desk: &mut WriteDesk<'_>, request: AnswerContact) -> Result<Done, Error> {
    let AnswerContact {
        candidate,
        contact,
        outcome,
        on,
    } = request;
    desk.not_in_future("on", on)?;
    let today = desk.today;
    let (permit, known, applying, leaves) = desk.read(|desk| {
        let permit = desk.permit_on_candidate::<access::RecordPermission>(candidate)?;
        let known = desk
            .records
            .reserve_contacts(&permit)?
            .into_iter()
            .find(|known| known.id == contact)
            .ok_or(Error::NotFound)?;
        if known.outcome.is_some() {
            return Err(Error::rule("S68", "What came of it is recorded already."));
        }
        if on < known.contacted_on {
            return Err(Error::invalid(
                "on",
                "Enter the day they were contacted or a later one.",
            ));
        }
        let applying = match outcome {
            ContactOutcome::Interested => Some(may_apply(desk, candidate, known.vacancy)?),
            ContactOutcome::NotNow | ContactOutcome::NoReply | ContactOutcome::AskedToLeave => None,
        };
        let leaves = match outcome {
            ContactOutcome::AskedToLeave => Some(leaves(desk, &permit, &known)?),
            ContactOutcome::Interested | ContactOutcome::NotNow | ContactOutcome::NoReply => None,
        };
        Ok((permit, known, applying, leaves))
    })?;
    let answered = desk.write(&permit, |tx| {
        tx.set_contact_outcome(&permit, contact, Some((outcome, on)))?;
        let application = match &applying {
            Some(running) => {
                let new = received(on);
                let application = tx.insert_application(running, candidate, known.vacancy, &new)?;
                Some((application, FIRST_REVISION))
            }
            None => None,
        };
        let (left, withdrawn) = leaves.unwrap_or_default();
        for entry in &left {
            tx.remove_reserve_entry(&permit, *entry, Some((today, "asked")))?;
        }
        if let Some(permission) = withdrawn {
            tx.withdraw_permission(&permit, permission, Some(today))?;
        }
        let entry = Entry::new("answer-contact")
            .about(About::Candidate(candidate))
            .with("outcome", Detail::Word(outcome.code()))
            .with("on", Detail::Day(on));
        let answered = Answered {
            application,
            left,
            withdrawn,
        };
        Ok::<_, Error>((answered, entry))
    })?;
    let undo = desk.keep(Undoable::AnsweredContact {
        candidate,
        contact,
        answered,
    });
    Ok(Done { undo: Some(undo) })
}

/// The permit by which somebody who is interested applies.
fn may_apply(
    desk: &ReadDesk<'_>,
    candidate: CandidateId,
    vacancy: VacancyId,
) -> Result<Permit<access::AddCandidate>, Error> {
    let running = desk.permit_on_vacancy::<access::AddCandidate>(vacancy)?;
    if desk.records.vacancy(&running)?.closed_out_on.is_some() {
        return Err(refused(ContactRefusal::ClosedOut));
    }
    let bars = desk.records.contact_bars(&running, &[candidate])?;
    if bars.get(&candidate).is_some_and(|bars| bars.has_applied) {
        return Err(refused(ContactRefusal::HasApplied));
    }
    Ok(running)
}

/// The places that somebody leaves who asks to, and the permission that they withdraw with that, where it stands.
fn leaves(
    desk: &ReadDesk<'_>,
    permit: &Permit<access::RecordPermission>,
    contact: &ReserveContact,
) -> Result<(Vec<ReserveEntryId>, Option<PermissionId>), Error> {
    let all = desk.records.reserve_entries(permit)?;
    let Some(entry) = all.iter().find(|entry| entry.id == contact.entry) else {
        return Ok((Vec::new(), None));
    };
    let left = leaving(&all, entry, desk.today)
        .into_iter()
        .filter(|id| {
            all.iter()
                .any(|known| known.id == *id && known.removed_on.is_none())
        })
        .collect::<Vec<_>>();
    let stands_on = all
        .iter()
        .filter(|known| left.contains(&known.id))
        .max_by_key(|known| ends_on(known))
        .map_or(entry.permission, |known| known.permission);
    let withdrawn = desk
        .records
        .permissions(permit)?
        .into_iter()
        .find(|known| {
            known.id == stands_on
                && consent::check_withdrawal(
                    known.details.given_on,
                    known.withdrawn_on,
                    desk.today,
                    desk.today,
                )
                .is_ok()
        })
        .map(|known| known.id);
    Ok((left, withdrawn))
}
