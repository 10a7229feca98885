//! Recording that somebody was given the notice, or need not be, and taking that back.

use chrono::NaiveDate;
use domain::access;
use domain::id::CandidateId;
use domain::notice::{GiveRefusal, NoticeChannel, may_be_exempt, may_be_given};
use store::{About, Detail, Entry};

use super::{
    ExemptFromNotice, GiveNotice, GiveNoticeToMany, NoticeGivenToMany, TakeBackNotice, stale,
};
use crate::desk::{ReadDesk, WriteDesk};
use crate::error::Error;
use crate::undo::Undoable;
use crate::view::{Done, number};

fn refused(refusal: GiveRefusal) -> Error {
    Error::invalid(refusal.field(), refusal.sentence())
}

/// The first day of a version.
fn first_day(desk: &ReadDesk<'_>, wanted: u32) -> Result<NaiveDate, Error> {
    let known = desk.records.notice_days()?;
    let found = known.into_iter().find(|(version, _)| *version == wanted);
    found
        .map(|(_, from)| from)
        .ok_or_else(|| Error::invalid("version", "Choose a version of the notice."))
}

/// The version in force today, with its first day.
pub(crate) fn in_force(desk: &ReadDesk<'_>) -> Result<Option<(u32, NaiveDate)>, Error> {
    let known = desk.records.notice_days()?;
    Ok(known.into_iter().find(|(_, from)| *from <= desk.today))
}

/// The refusal where no version is in force.
pub(crate) fn none_in_force() -> Error {
    Error::rule(
        "NOT-05",
        "No version of the privacy notice is in force: add it under Accountability first.",
    )
}

/// A version that is named, with its first day.
pub(crate) fn named(desk: &ReadDesk<'_>, version: u32) -> Result<(u32, NaiveDate), Error> {
    let from = first_day(desk, version)
        .map_err(|_unknown| Error::invalid("notice", "Choose a version of the notice."))?;
    Ok((version, from))
}

/// Checks that the form by which somebody came in on a day can have carried a version.
pub(crate) fn at_collection(
    desk: &ReadDesk<'_>,
    version: u32,
    received_on: NaiveDate,
) -> Result<(), Error> {
    let (_, from) = named(desk, version)?;
    may_be_given(from, received_on, received_on)
        .map_err(|refusal| Error::invalid("notice", refusal.sentence()))
}

/// Records that a candidate was given a version of the notice. A second time changes nothing.
///
/// # Errors
/// A refusal for everyone but HR, the data protection officer and the recruiting manager of a role they applied for;
/// [`Error::Invalid`] for a day ahead, before their details came in, or before the version was in force.
pub fn give(desk: &mut WriteDesk<'_>, request: GiveNotice) -> Result<Done, Error> {
    let GiveNotice {
        candidate,
        version,
        on,
        channel,
    } = request;
    desk.not_in_future("on", on)?;
    let permit = desk.read(|desk| {
        let permit = desk.permit_on_candidate::<access::RecordPermission>(candidate)?;
        let from = first_day(desk, version)?;
        let (_, told) = desk.records.notice_facts(candidate)?;
        may_be_given(from, told.obtained_on, on).map_err(refused)?;
        Ok(permit)
    })?;
    let is_new = desk.write(&permit, |tx| {
        let is_new = tx.give_notice(&permit, version, on, channel)?;
        Ok((is_new, given_entry(candidate, version, on, channel)))
    })?;
    let undo = is_new.then(|| {
        desk.keep(Undoable::RecordedNotice {
            candidate,
            version: Some(version),
        })
    });
    Ok(Done { undo })
}

/// Records that a message which went out carried the version in force, where nothing was recorded before.
pub(crate) fn record_carried(
    desk: &mut WriteDesk<'_>,
    candidate: CandidateId,
    on: NaiveDate,
    channel: NoticeChannel,
) -> Result<(), Error> {
    let (permit, version) = desk.read(|desk| {
        let permit = desk.permit_on_candidate::<access::RecordPermission>(candidate)?;
        let known = desk.records.notice_days()?;
        let version = known.into_iter().find(|(_, from)| *from <= on);
        Ok((permit, version))
    })?;
    let (version, _) = version.ok_or_else(none_in_force)?;
    desk.write(&permit, |tx| {
        tx.give_notice(&permit, version, on, channel)?;
        Ok(((), given_entry(candidate, version, on, channel)))
    })
}

fn given_entry(
    candidate: CandidateId,
    version: u32,
    on: NaiveDate,
    channel: NoticeChannel,
) -> Entry {
    Entry::new("give-notice")
        .about(About::Candidate(candidate))
        .with("version", Detail::Number(version.into()))
        .with("on", Detail::Day(on))
        .with("channel", Detail::Word(channel.code()))
}

/// Records that everybody of a source of whom nothing is recorded was given a version of the notice.
///
/// # Errors
/// A refusal for everyone but HR and the data protection officer; [`Error::Invalid`] without a day, for a day ahead, or
/// before the version was in force; [`Error::Stale`] when they are not as many as were seen.
pub fn give_to_many(
    desk: &mut WriteDesk<'_>,
    request: GiveNoticeToMany,
) -> Result<NoticeGivenToMany, Error> {
    let GiveNoticeToMany {
        source,
        seen,
        version,
        channel,
        on,
    } = request;
    let on = match (channel, on) {
        (NoticeChannel::Form, _) => None,
        (NoticeChannel::Email | NoticeChannel::Post | NoticeChannel::InPerson, None) => {
            return Err(Error::invalid("on", "Enter the day they were given it."));
        }
        (NoticeChannel::Email | NoticeChannel::Post | NoticeChannel::InPerson, Some(on)) => {
            desk.not_in_future("on", on)?;
            Some(on)
        }
    };
    let (keeping, listing, from) = desk.read(|desk| {
        let keeping = desk.permit_on_organisation::<access::KeepRegisters>()?;
        let listing = desk.permit_over_all::<access::ListCandidates>()?;
        let from = first_day(desk, version)?;
        if let Some(on) = on {
            may_be_given(from, on, on).map_err(refused)?;
        }
        Ok((keeping, listing, from))
    })?;
    let done = desk
        .write(&keeping, |tx| {
            let done = tx.give_notice_to_many(
                &keeping,
                &listing,
                source,
                seen,
                (version, from),
                (on, channel),
            )?;
            let entry = Entry::new("give-notice-to-many")
                .with("version", Detail::Number(version.into()))
                .with("source", Detail::Word(source.code()))
                .with("channel", Detail::Word(channel.code()))
                .with("people", Detail::Number(done.given));
            Ok::<_, Error>((done, entry))
        })
        .map_err(stale)?;
    Ok(NoticeGivenToMany {
        given: number(done.given),
        left_out: number(done.left_out),
    })
}

/// Records why a candidate need not be given the notice. A second time changes nothing.
///
/// # Errors
/// As [`give`]; [`Error::Invalid`] without a reason, or where it excuses nothing of what came from the person.
pub fn exempt(desk: &mut WriteDesk<'_>, request: ExemptFromNotice) -> Result<Done, Error> {
    let ExemptFromNotice {
        candidate,
        exemption,
        reason,
    } = request;
    let permit = desk.read(|desk| {
        let permit = desk.permit_on_candidate::<access::RecordPermission>(candidate)?;
        let (_, told) = desk.records.notice_facts(candidate)?;
        may_be_exempt(exemption, told.source.directness()).map_err(refused)?;
        Ok(permit)
    })?;
    let reason = reason
        .ok_or_else(|| Error::invalid("reason", "Enter why that holds of them (rule NOT-04)."))?;
    let is_new = desk.write(&permit, |tx| {
        let is_new = tx.exempt_from_notice(&permit, exemption, &reason)?;
        let entry = Entry::new("exempt-from-notice")
            .about(About::Candidate(candidate))
            .with("exemption", Detail::Word(exemption.code()));
        Ok((is_new, entry))
    })?;
    let undo = is_new.then(|| {
        desk.keep(Undoable::RecordedNotice {
            candidate,
            version: None,
        })
    });
    Ok(Done { undo })
}

/// Takes back what was recorded of a candidate by mistake.
///
/// # Errors
/// As [`give`]; [`Error::NotFound`] when it is not recorded.
pub fn take_back(desk: &mut WriteDesk<'_>, request: TakeBackNotice) -> Result<Done, Error> {
    let TakeBackNotice { candidate, version } = request;
    let permit =
        desk.read(|desk| desk.permit_on_candidate::<access::RecordPermission>(candidate))?;
    desk.write(&permit, |tx| {
        tx.take_back_notice(&permit, version)?;
        let entry = Entry::new("take-back-notice").about(About::Candidate(candidate));
        Ok(((), entry))
    })?;
    Ok(Done { undo: None })
}
