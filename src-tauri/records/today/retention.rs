//! Records that go or end soon, holds to look at, and recipients to tell.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use domain::access::{self, Permit, Subject};
use domain::dates::days_after;
use domain::retention::review_until;
use store::{CandidateList, PartCalendar};

use super::{TodayTask, TodayWhat, task};
use crate::desk::ReadDesk;
use crate::error::Error;
use crate::reserve;
use crate::retention::awaiting_review;
use crate::view::{days_left, number};

/// What is due for erasure, and what goes soon: for those who review it.
pub(super) fn erasure(desk: &ReadDesk<'_>) -> Result<Vec<TodayTask>, Error> {
    let Ok(permit) = desk.permit_over_all::<access::ReviewRetention>() else {
        return Ok(Vec::new());
    };
    let mut tasks = Vec::new();
    let due = desk.records.due_list(&permit, desk.today)?;
    let parts = match desk.permit_on_organisation::<access::Erase>() {
        Ok(erasing) => desk.records.part_calendar(&erasing, desk.today, 0)?,
        Err(_) => PartCalendar::default(),
    };
    let since = first_day(desk, &permit, &due)?.into_iter();
    if let Some(since) = since.chain(parts.due_since).min() {
        let what = TodayWhat::EraseDue {
            count: number(due.len()),
            parts: number(parts.due.values().sum::<u64>()),
        };
        tasks.push(task(desk.today, what, since));
    }
    let list = desk
        .records
        .retention_list(&permit, awaiting_review(desk))?;
    if let Some(goes) = first_day(desk, &permit, &list)? {
        let what = TodayWhat::EraseSoon {
            count: number(list.len()),
        };
        tasks.push(task(desk.today, what, goes));
    }
    Ok(tasks)
}

/// The day on which the first of a list, which is sorted by it, goes or was to go.
fn first_day(
    desk: &ReadDesk<'_>,
    permit: &Permit<access::ReviewRetention>,
    list: &CandidateList,
) -> Result<Option<NaiveDate>, Error> {
    let page = desk
        .records
        .candidate_page(permit, list, 0..1, desk.today)?;
    Ok(page.first().and_then(|row| row.erase_on))
}

/// Places on the reserve list that end soon, for those who may ask for a renewal.
pub(super) fn reserve_ending(
    desk: &ReadDesk<'_>,
    permit: &Permit<access::ListCandidates>,
) -> Result<Vec<TodayTask>, Error> {
    let mut tasks = Vec::new();
    let reminder_days = i32::from(desk.policy()?.values().permission_reminder_days);
    for entry in reserve::current(desk.records.reserve_list(permit)?) {
        let ends_on = reserve::ends_on(&entry);
        let left = days_left(desk.today, ends_on);
        if (1..=reminder_days).contains(&left)
            && desk
                .permit_on_candidate::<access::RecordPermission>(entry.candidate)
                .is_ok()
        {
            let what = TodayWhat::ReserveEnding {
                candidate: entry.candidate,
                name: entry.name.full(),
            };
            tasks.push(task(desk.today, what, ends_on));
        }
    }
    Ok(tasks)
}

/// Permissions to be kept longer that end soon, for those who may ask for another.
pub(super) fn permissions_ending(
    desk: &ReadDesk<'_>,
    permit: &Permit<access::ListCandidates>,
) -> Result<Vec<TodayTask>, Error> {
    let reminder_days = desk.policy()?.values().permission_reminder_days;
    let until = days_after(desk.today, reminder_days.into());
    let ending = desk.records.permissions_ending(permit, desk.today, until)?;
    Ok(ending
        .into_iter()
        .filter(|ending| {
            desk.permit_on_candidate::<access::RecordPermission>(ending.candidate)
                .is_ok()
        })
        .map(|ending| {
            let what = TodayWhat::PermissionEnding {
                candidate: ending.candidate,
                name: ending.name.full(),
            };
            task(desk.today, what, ending.ends_on)
        })
        .collect())
}

/// Legal holds that are to be looked at again within thirty days, or were to be, for those who manage them.
pub(super) fn hold_reviews(desk: &ReadDesk<'_>) -> Result<Vec<TodayTask>, Error> {
    let Ok(permit) = desk.permit_over_all::<access::ManageHolds>() else {
        return Ok(Vec::new());
    };
    let last = review_until(desk.today);
    let holds = desk.records.holds_to_review(&permit, last)?;
    Ok(holds
        .into_iter()
        .map(|hold| {
            let what = TodayWhat::HoldReview {
                candidate: hold.candidate,
                name: hold.name.full(),
            };
            task(desk.today, what, hold.review_by)
        })
        .collect())
}

/// Recipients of what was erased who were not told yet, by their days: for those who may note that they were.
pub(super) fn recipients_to_tell(desk: &ReadDesk<'_>) -> Result<Vec<TodayTask>, Error> {
    if !desk.may::<access::RecordDisclosure>(Subject::Organisation) {
        return Ok(Vec::new());
    }
    let permit = desk.permit_on_organisation::<access::ReadJournal>()?;
    let mut by_day: BTreeMap<NaiveDate, u32> = BTreeMap::new();
    for notice in desk.records.recipient_notices(&permit)? {
        if notice.told.is_none() {
            *by_day.entry(notice.to_tell.by).or_default() += 1;
        }
    }
    Ok(by_day
        .into_iter()
        .map(|(by, count)| task(desk.today, TodayWhat::TellRecipients { count }, by))
        .collect())
}
