//! The erasure and its proof.

use std::collections::BTreeSet;
use std::ops::ControlFlow;

use chrono::{DateTime, NaiveDate, Utc};
use domain::access::{self, Permit};
use domain::clock::london_date;
use domain::id::{ApplicationId, CandidateId, ErasureId};
use domain::retention::{Part, Started};
use serde::{Deserialize, Serialize};
use store::{
    ApproachReason, Circumstances, Detail, Entry, ErasureReport, ErasureState, ErasureTrigger,
    GoOn, Goes, ToErase,
};

use super::due::{all_due, ids, over_all, people_of, to_erase, weigh, without_conflicts};
use super::{PartCount, RuleCount, SecondWord, circumstance, parts, rule_counts, second};
use crate::desk::WriteDesk;
use crate::error::Error;
use crate::recipients::{self, RecipientToTell};
use crate::view::{days_left, number};

/// Erases what a preview showed. There is no way back.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct Erase {
    /// The preview.
    pub preview: u32,
    /// What was typed.
    pub typed: String,
    /// Whether the person asked not to be approached again; where the preview is of one alone (RULEBOOK ERA-09).
    #[serde(default)]
    pub do_not_approach: bool,
    /// A second person's word, where the clock is far ahead or many people go.
    pub second: Option<SecondWord>,
    /// A number the page chose; progress events carry it and `cancel_job` names it.
    pub job: u32,
}

/// Proof of an erasure.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct ErasureReceipt {
    /// Which erasure.
    pub erasure: ErasureId,
    /// When.
    pub at: DateTime<Utc>,
    /// How many people went.
    pub people: u32,
    /// How many parts of the records of people who stay went.
    pub parts: u32,
    /// How many of each class those are.
    pub parts_by_class: Vec<PartCount>,
    /// How many of the preview were left, since the work was cancelled or their record had changed.
    pub left: u32,
    /// Under which rules, with how many people each.
    pub rules: Vec<RuleCount>,
    /// Since when the first of them was due; nothing where nobody was.
    pub due_since: Option<NaiveDate>,
    /// How many days later they went: 0 on the day itself.
    pub days_late: u32,
    /// Whether nothing was found afterwards.
    pub verified: bool,
    /// Pages of the database that were read.
    pub pages: u32,
    /// Files that were read.
    pub files: u32,
    /// Names, addresses and numbers that were looked for.
    pub searched: u32,
    /// How many of them were found where nothing should be: 0, or a fault.
    pub found: u32,
    /// What was searched outside the store's folder.
    pub elsewhere: Elsewhere,
    /// Who was given something of theirs, and is told by when.
    pub recipients: Vec<RecipientToTell>,
}

/// What was searched outside the store's folder: what the window keeps, the program's log, its temporary files.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct Elsewhere {
    /// Files that were read.
    pub files: u32,
    /// Their bytes, in thousands, rounded up.
    pub kilobytes: u32,
    /// Files and folders that were passed over: larger than 256 MB, or not to be read.
    pub skipped: u32,
}

/// Erases what a preview showed, searches for what might be left, and answers with the proof.
///
/// # Errors
/// [`Error::Stale`] when the preview is no longer the latest; [`Error::Invalid`] when the confirmation was not
/// typed as shown; a rule's no while the clock is not believed, and for many people without a second person's word.
/// Someone who is no longer due since the preview is left.
pub fn erase(desk: &mut WriteDesk<'_>, request: Erase) -> Result<ErasureReceipt, Error> {
    let permit = desk.permit_on_organisation::<access::Erase>()?;
    let previewed = {
        let held = desk.session.held();
        let Some((_, preview)) = held
            .preview
            .as_ref()
            .filter(|(name, _)| *name == request.preview)
        else {
            return Err(Error::Stale);
        };
        if request.typed.trim() != preview.confirm {
            return Err(Error::invalid(
                "typed",
                format!("Type {} to erase.", preview.confirm),
            ));
        }
        people_of(&preview.goes)
    };
    let second = request.second.as_ref();
    second::heed(desk, &permit, previewed, Started::ByPerson, second)?;
    let shown = desk.session.held().preview.take();
    let goes = shown.map(|(_, preview)| preview.goes).unwrap_or_default();
    if request.do_not_approach {
        refuse_approach(desk, &permit, &goes)?;
    }
    let how = How {
        trigger: ErasureTrigger::Chosen,
        as_of: None,
        job: request.job,
    };
    let review = over_all(desk)?;
    erase_all(desk, (&permit, &review), &goes, how)
}

/// Lists the one person of an erasure as not to be approached, before what they are known by goes.
fn refuse_approach(
    desk: &mut WriteDesk<'_>,
    permit: &Permit<access::Erase>,
    goes: &[ToErase],
) -> Result<(), Error> {
    let [
        ToErase {
            candidate,
            goes: Goes::Person,
            ..
        },
    ] = goes
    else {
        return Err(Error::invalid(
            "doNotApproach",
            "This can be noted where one person is erased alone.",
        ));
    };
    desk.write(permit, |tx| {
        tx.list_not_to_approach(permit, *candidate, ApproachReason::Asked)?;
        let entry = Entry::new("refuse-approach")
            .with("because", Detail::Word(ApproachReason::Asked.code()));
        Ok(((), entry))
    })
}

/// Erases everyone who is due, and every part of the records of others that is, without a preview: for the command
/// line, where the dry run is the preview. Another day
/// moves the dates of records, never that of anybody's access, nor the clock that is weighed first.
///
/// # Errors
/// A refusal for everyone but HR; a rule's no while the clock is not believed, and for many people without a second
/// person's word.
pub fn sweep(
    desk: &mut WriteDesk<'_>,
    as_of: Option<NaiveDate>,
    second: Option<&SecondWord>,
) -> Result<ErasureReceipt, Error> {
    let permit = desk.permit_on_organisation::<access::Erase>()?;
    let on = as_of.unwrap_or(desk.today);
    let review = over_all(desk)?;
    let goes = desk.read(|desk| all_due(desk, &permit, &review, on))?;
    second::heed(desk, &permit, people_of(&goes), Started::ByPerson, second)?;
    if let Some(day) = as_of {
        let account = desk.session.account();
        let entry = Entry::new("sweep-as-of").with("day", Detail::Day(day));
        desk.store.note(Some(account), desk.now, entry)?;
    }
    let how = How {
        trigger: ErasureTrigger::Sweep,
        as_of,
        job: 0,
    };
    erase_all(desk, (&permit, &review), &goes, how)
}

/// What began an erasure, on which day its dates are weighed, and by which number it is watched.
#[derive(Clone, Copy)]
pub(super) struct How {
    pub(super) trigger: ErasureTrigger,
    pub(super) as_of: Option<NaiveDate>,
    pub(super) job: u32,
}

/// Erases what is still due of what was to go.
pub(super) fn erase_all(
    desk: &mut WriteDesk<'_>,
    (permit, review): (&Permit<access::Erase>, &Permit<access::ReviewRetention>),
    wanted: &[ToErase],
    how: How,
) -> Result<ErasureReceipt, Error> {
    let on = how.as_of.unwrap_or(desk.today);
    let (still_due, circumstances) = desk.read(|desk| {
        let of = |whole: bool| {
            wanted
                .iter()
                .filter(move |each| (each.goes == Goes::Person) == whole)
                .map(|each| each.candidate)
                .collect::<Vec<_>>()
        };
        let (goes, _) = weigh(desk, &without_conflicts(permit, of(true)), on)?;
        let parts = parts::weigh(desk, permit, of(false), &ids(&goes), on)?;
        let due = to_erase(&goes, &parts);
        let due: BTreeSet<(CandidateId, Goes)> =
            due.iter().map(|each| (each.candidate, each.goes)).collect();
        let still_due = wanted
            .iter()
            .copied()
            .filter(|each| due.contains(&(each.candidate, each.goes)))
            .collect::<Vec<_>>();
        let circumstances = circumstance::weigh(desk, (permit, review), &goes, on, how)?;
        Ok((still_due, circumstances))
    })?;
    carry_out(
        desk,
        permit,
        &still_due,
        &circumstances,
        (wanted.len(), how.job),
    )
}

/// Erases what somebody asked to have erased themselves: each part was decided before (RULEBOOK DSR-11).
///
/// # Errors
/// A rule's no while the clock is not believed.
pub(crate) fn erase_on_request(
    desk: &mut WriteDesk<'_>,
    permit: &Permit<access::Erase>,
    wanted: &[ToErase],
    job: u32,
) -> Result<ErasureReceipt, Error> {
    second::heed(desk, permit, people_of(wanted), Started::ByPerson, None)?;
    let how = How {
        trigger: ErasureTrigger::Request,
        as_of: None,
        job,
    };
    let review = over_all(desk)?;
    let circumstances =
        desk.read(|desk| circumstance::weigh(desk, (permit, &review), &[], desk.today, how))?;
    carry_out(desk, permit, wanted, &circumstances, (wanted.len(), job))
}

fn carry_out(
    desk: &mut WriteDesk<'_>,
    permit: &Permit<access::Erase>,
    still_due: &[ToErase],
    circumstances: &Circumstances,
    (wanted, job): (usize, u32),
) -> Result<ErasureReceipt, Error> {
    let progress = desk.progress;
    let report = desk.store.erase(permit, still_due, desk.now, |so_far| {
        match progress.report(job, number(so_far.done), number(so_far.of)) {
            ControlFlow::Continue(()) => GoOn::Yes,
            ControlFlow::Break(()) => GoOn::Stop,
        }
    })?;
    desk.store
        .describe_erasure(permit, report.id, circumstances, desk.now)?;
    forget(desk, still_due);
    let verification = report.verification.unwrap_or_default();
    let parts = number(report.parts());
    let (due_since, days_late) = if report.people == 0 && parts == 0 {
        (None, 0)
    } else {
        (report.due_since, days_late(&report))
    };
    let elsewhere = verification.elsewhere;
    let recipients = desk.read(|desk| recipients::of_erasure(desk, report.id))?;
    Ok(ErasureReceipt {
        erasure: report.id,
        at: report.at,
        people: number(report.people),
        parts,
        parts_by_class: parts::erased(&report.classes),
        left: number(wanted)
            .saturating_sub(number(report.people))
            .saturating_sub(parts),
        rules: rule_counts(report.rules),
        due_since,
        days_late,
        verified: report.state == ErasureState::Erased,
        pages: number(verification.pages),
        files: number(verification.files),
        searched: number(verification.tokens),
        found: number(verification.found),
        elsewhere: Elsewhere {
            files: number(elsewhere.files),
            kilobytes: number(elsewhere.bytes.div_ceil(1000)),
            skipped: number(elsewhere.skipped),
        },
        recipients,
    })
}

/// Lets the sign-in forget what it holds of people who went, and of applications.
fn forget(desk: &WriteDesk<'_>, erased: &[ToErase]) {
    let mut people: Vec<CandidateId> = Vec::new();
    let mut applications: Vec<ApplicationId> = Vec::new();
    for each in erased {
        match each.goes {
            Goes::Person => people.push(each.candidate),
            Goes::Part(Part::Application(id) | Part::History(id)) => applications.push(id),
            Goes::Part(Part::Sealed(_) | Part::Document(_)) => {}
        }
    }
    let mut held = desk.session.held();
    held.forget_applications(&applications);
    held.forget(&people);
}

/// How many days after the first of them was due an erasure was.
pub(super) fn days_late(report: &ErasureReport) -> u32 {
    let late = report
        .due_since
        .map(|since| days_left(since, london_date(report.at)));
    late.map_or(0, |days| days.try_into().unwrap_or(0))
}
