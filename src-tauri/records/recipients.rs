//! Recipients who are told that what they were given was erased, corrected or restricted (RULEBOOK ERA-06, DSR-16; UK GDPR
//! Art 19).

use chrono::NaiveDate;
use domain::access::{self, Permit};
use domain::dates::days_before;
use domain::disclosure::{Given, NOTICE_DAYS, RecipientCategory, ToTell, ToldOf};
use domain::id::{ErasureId, RecipientNoticeId};
use serde::{Deserialize, Serialize};
use store::{About, Detail, Entry, RecipientNotice, ToErase};

use crate::desk::{ReadDesk, WriteDesk};
use crate::error::Error;
use crate::rights::number_of;
use crate::undo::Undoable;
use crate::view::{Done, Nothing, days_left, number};

/// A recipient who is told of an erasure, with nothing of those erased.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct RecipientToTell {
    /// What kind of recipient.
    pub category: RecipientCategory,
    /// The recipient's name.
    pub recipient: String,
    /// How many people go of whom they were given something.
    pub people: u32,
    /// How many applications of people who stay.
    pub applications: u32,
    /// What they were given, by day and purpose: by which they can find it.
    pub given: Vec<Given>,
    /// By when they are told.
    pub by: NaiveDate,
}

/// A recipient of something that was erased, corrected or restricted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct RecipientNoticeView {
    /// Which notice.
    pub notice: RecipientNoticeId,
    /// Who is told of how much, by when.
    pub to_tell: RecipientToTell,
    /// What was done to what they were given.
    pub because: ToldOf,
    /// What the request is called by which it was, where it was not erased and the request is here: "R-0001".
    pub request: Option<String>,
    /// The day it was done: the first, where a backup brought those who were erased back.
    pub since: NaiveDate,
    /// Whether it may have been told before, since a backup brought those who were erased back.
    pub again: bool,
    /// Days left until it should be told; less than nought is late.
    pub days_left: i32,
    /// The day it was told.
    pub told_on: Option<NaiveDate>,
    /// The name of the account that noted it.
    pub told_by: Option<String>,
}

/// Recipients of what was erased, corrected or restricted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct RecipientsView {
    /// Those who were not told, soonest first, then those who were, latest first.
    pub notices: Vec<RecipientNoticeView>,
    /// Whether this viewer may note that one was told.
    pub may_tell: bool,
}

/// Notes that a recipient was told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct TellRecipient {
    /// Which notice.
    pub notice: RecipientNoticeId,
    /// The day it was told.
    pub on: NaiveDate,
}

/// Recipients of what was erased, corrected or restricted: who were told and who are not yet.
///
/// # Errors
/// A refusal for everyone who may not read the journal.
pub fn list(desk: &ReadDesk<'_>, _: Nothing) -> Result<RecipientsView, Error> {
    let permit = desk.permit_on_organisation::<access::ReadJournal>()?;
    let notices = desk
        .records
        .recipient_notices(&permit)?
        .into_iter()
        .map(|notice| {
            let by = notice.to_tell.by;
            let (told_on, told_by) = notice.told.unzip();
            RecipientNoticeView {
                notice: notice.id,
                to_tell: to_tell(notice.to_tell),
                because: notice.because,
                request: notice.request.map(|(_, number)| number_of(number)),
                since: since(by),
                again: notice.again,
                days_left: days_left(desk.today, by),
                told_on,
                told_by: told_by.map(Into::into),
            }
        })
        .collect();
    Ok(RecipientsView {
        notices,
        may_tell: desk
            .permit_on_organisation::<access::RecordDisclosure>()
            .is_ok(),
    })
}

/// Notes that a recipient was told.
///
/// # Errors
/// A refusal for everyone but HR and the data protection officer; [`Error::Invalid`] for a day that has not come or
/// is before it was done; [`Error::Stale`] when it was noted before.
pub fn tell(desk: &mut WriteDesk<'_>, request: TellRecipient) -> Result<Done, Error> {
    let TellRecipient { notice, on } = request;
    let permit = desk.permit_on_organisation::<access::RecordDisclosure>()?;
    desk.not_in_future("on", on)?;
    let found = desk.read(|desk| find(desk, notice))?;
    if found.told.is_some() {
        return Err(Error::Stale);
    }
    if on < since(found.to_tell.by) {
        return Err(Error::invalid(
            "on",
            "Enter the day on which it was done or a later one.",
        ));
    }
    desk.write(&permit, |tx| {
        tx.tell_recipient(&permit, notice, Some(on))?;
        let entry = entry("tell-recipient", &found).with("on", Detail::Day(on));
        Ok(((), entry))
    })?;
    let undo = desk.keep(Undoable::ToldRecipient { notice });
    Ok(Done { undo: Some(undo) })
}

/// Takes back that a recipient was told.
pub(crate) fn untell(desk: &mut WriteDesk<'_>, notice: RecipientNoticeId) -> Result<(), Error> {
    let permit = desk.permit_on_organisation::<access::RecordDisclosure>()?;
    let found = desk.read(|desk| find(desk, notice))?;
    desk.write(&permit, |tx| {
        tx.tell_recipient(&permit, notice, None)?;
        Ok(((), entry("undo-tell-recipient", &found)))
    })
}

/// The day from which the time to tell somebody counts.
fn since(by: NaiveDate) -> NaiveDate {
    days_before(by, NOTICE_DAYS.into())
}

fn find(desk: &ReadDesk<'_>, notice: RecipientNoticeId) -> Result<RecipientNotice, Error> {
    let journal = desk.permit_on_organisation::<access::ReadJournal>()?;
    desk.records
        .recipient_notices(&journal)?
        .into_iter()
        .find(|known| known.id == notice)
        .ok_or(Error::NotFound)
}

/// Who is told if these are erased today.
pub(crate) fn of_those_who_go(
    desk: &ReadDesk<'_>,
    permit: &Permit<access::Erase>,
    goes: &[ToErase],
) -> Result<Vec<RecipientToTell>, Error> {
    let found = desk.records.recipients_of(permit, goes, desk.today)?;
    Ok(found.into_iter().map(to_tell).collect())
}

/// Who is told of an erasure that was done, for those who may know.
pub(crate) fn of_erasure(
    desk: &ReadDesk<'_>,
    erasure: ErasureId,
) -> Result<Vec<RecipientToTell>, Error> {
    let Ok(permit) = desk.permit_on_organisation::<access::ReadJournal>() else {
        return Ok(Vec::new());
    };
    let notices = desk.records.recipient_notices(&permit)?;
    Ok(notices
        .into_iter()
        .filter(|notice| notice.erasure == Some(erasure))
        .map(|notice| to_tell(notice.to_tell))
        .collect())
}

fn to_tell(wanted: ToTell) -> RecipientToTell {
    RecipientToTell {
        category: wanted.category,
        recipient: wanted.recipient.into(),
        people: number(wanted.people),
        applications: number(wanted.applications),
        given: wanted.given,
        by: wanted.by,
    }
}

fn entry(action: &'static str, notice: &RecipientNotice) -> Entry {
    let entry = Entry::new(action);
    let entry = match (notice.erasure, notice.request) {
        (Some(erasure), _) => entry.about(About::Erasure(erasure)),
        (None, Some((request, _))) => entry.about(About::Request(request)),
        (None, None) => entry,
    };
    entry
        .with("of", Detail::Word(notice.because.code()))
        .with("category", Detail::Word(notice.to_tell.category.code()))
}
