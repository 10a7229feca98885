//! Sweeps that the schedule starts: at sign-in, where the organisation chose so, and by a timer. They take everyone whom the
//! rules name on the day and nobody else, so that their size is nobody's choice and asks for no second person
//! (RULEBOOK 4.1, ERA-01). A clock that is not believed stops them all the same (T-07).

use chrono::{DateTime, NaiveDate, Utc};
use domain::access::{self, Subject};
use domain::clock::ClockCheck;
use domain::retention::Started;
use serde::{Deserialize, Serialize};
use store::{Detail, Entry, ErasureTrigger, Records};

use super::due::{all_due, over_all, people_of};
use super::erase::{ErasureReceipt, How, erase_all};
use super::{RuleCount, second};
use crate::desk::WriteDesk;
use crate::error::Error;
use crate::view::{Done, number};

/// The setting that says whether what is due goes at sign-in, without asking.
const AT_SIGN_IN: &str = "sweep-at-sign-in";

/// Chooses whether what is due is erased when somebody who may erase signs in, without asking.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct SetSweepAtSignIn {
    /// Without asking, or after asking.
    pub on: bool,
}

/// Erases what is due right after a sign-in, if the organisation chose that.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct SweepAtSignIn {
    /// A number the page chose; progress events carry it and `cancel_job` names it.
    pub job: u32,
}

/// What a sign-in erased.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct SweptAtSignIn {
    /// The proof; none where the organisation wants to be asked, nobody is due, or the clock is not believed.
    pub receipt: Option<ErasureReceipt>,
}

/// What a timer's sweep erased: numbers and days, since they end up in a log.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SweptByTimer {
    /// When.
    pub at: DateTime<Utc>,
    /// How many people went.
    pub people: u32,
    /// Under which rules, with how many people each.
    pub rules: Vec<RuleCount>,
    /// Since when the first of them was due.
    pub due_since: Option<NaiveDate>,
    /// How many days later they went.
    pub days_late: u32,
    /// How many names, addresses and numbers were found where nothing should be: 0, or a fault.
    pub found: u32,
    /// Whether nothing was found.
    pub verified: bool,
}

impl SweptByTimer {
    /// Nobody was due: a timer of every day makes no erasure of nobody each day.
    const fn nobody(at: DateTime<Utc>) -> Self {
        Self {
            at,
            people: 0,
            rules: Vec::new(),
            due_since: None,
            days_late: 0,
            found: 0,
            verified: true,
        }
    }
}

/// Whether what is due is erased at sign-in, without asking.
pub(super) fn is_at_sign_in(records: &Records<'_>) -> Result<bool, Error> {
    Ok(records.setting(AT_SIGN_IN)?.as_deref() == Some("yes"))
}

/// Chooses whether what is due is erased at sign-in, without asking.
///
/// # Errors
/// A refusal for everyone but HR.
pub fn set_sweep_at_sign_in(
    desk: &mut WriteDesk<'_>,
    request: SetSweepAtSignIn,
) -> Result<Done, Error> {
    let permit = desk.permit_on_organisation::<access::ManageAccounts>()?;
    let word = if request.on { "yes" } else { "no" };
    desk.write(&permit, |tx| {
        tx.set_setting(&permit, AT_SIGN_IN, word)?;
        let entry = Entry::new("set-sweep-at-sign-in").with("on", Detail::Word(word));
        Ok(((), entry))
    })?;
    Ok(Done { undo: None })
}

/// Erases what is due, right after a sign-in and before anything of anybody is shown, if the organisation chose that.
///
/// # Errors
/// A refusal for everyone but HR.
pub fn sweep_at_sign_in(
    desk: &mut WriteDesk<'_>,
    request: SweepAtSignIn,
) -> Result<SweptAtSignIn, Error> {
    let permit = desk.permit_on_organisation::<access::Erase>()?;
    let none = SweptAtSignIn { receipt: None };
    let check = desk.store.records().check_clock(desk.now)?;
    if check != ClockCheck::Sound || !is_at_sign_in(&desk.store.records())? {
        return Ok(none);
    }
    let today = desk.today;
    let review = over_all(desk)?;
    let goes = desk.read(|desk| all_due(desk, &permit, &review, today))?;
    if goes.is_empty() {
        return Ok(none);
    }
    note(desk, "sweep-at-sign-in")?;
    let receipt = erase_all(desk, (&permit, &review), &goes, scheduled(request.job))?;
    Ok(SweptAtSignIn {
        receipt: Some(receipt),
    })
}

/// Erases what is due, for a timer: nobody is named to it, before or after.
///
/// # Errors
/// A refusal for whoever may not start a sweep; a rule's no, which is journalled, while the clock is not believed.
pub fn sweep_by_timer(desk: &mut WriteDesk<'_>) -> Result<SweptByTimer, Error> {
    let permit = desk.read(|desk| {
        let vacancies = desk.records.vacancy_facts()?;
        desk.permit::<access::Sweep>(Subject::Everyone { vacancies })
    })?;
    let (review, erase) = permit.halves();
    let today = desk.today;
    let goes = desk.read(|desk| all_due(desk, &erase, &review, today))?;
    second::heed(desk, &erase, people_of(&goes), Started::BySchedule, None)?;
    note(desk, "sweep-by-timer")?;
    if goes.is_empty() {
        return Ok(SweptByTimer::nobody(desk.now));
    }
    let receipt = erase_all(desk, (&erase, &review), &goes, scheduled(0))?;
    Ok(SweptByTimer {
        at: receipt.at,
        people: number(receipt.people),
        rules: receipt.rules,
        due_since: receipt.due_since,
        days_late: receipt.days_late,
        found: receipt.found,
        verified: receipt.verified,
    })
}

/// What everybody's day begins, nobody's choice.
const fn scheduled(job: u32) -> How {
    How {
        trigger: ErasureTrigger::Sweep,
        as_of: None,
        job,
    }
}

fn note(desk: &mut WriteDesk<'_>, action: &'static str) -> Result<(), Error> {
    let account = desk.session.account();
    desk.store
        .note(Some(account), desk.now, Entry::new(action))?;
    Ok(())
}
