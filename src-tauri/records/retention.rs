//! What goes when: the calendar, the preview, the erasure and its proof.

mod circumstance;
mod clock;
mod parts;
mod policy;
mod review;
mod schedule;
mod second;
mod what_if;

pub use clock::ClockView;
pub use parts::{DuePart, ErasurePart, PartCount};
pub use policy::{
    PeriodChange, PeriodView, PolicyVersionView, PolicyView, SetRetentionPolicy, set as set_policy,
    view as policy,
};
pub(crate) use review::filter as awaiting_review;
pub use review::{
    RetentionReview, RetentionReviews, ReviewRecords, note as review, waiting as reviews,
};
pub use schedule::{
    SetSweepAtSignIn, SweepAtSignIn, SweptAtSignIn, SweptByTimer, set_sweep_at_sign_in,
    sweep_at_sign_in, sweep_by_timer,
};
pub use second::{BulkView, SecondPerson, SecondWord};
pub use what_if::{
    GoesSooner, PolicyWhatIf, RuleDifference, WeekDifference, WhatIfPolicy, what_if,
};

use std::collections::{BTreeMap, BTreeSet};
use std::iter;
use std::ops::ControlFlow;

use chrono::{DateTime, NaiveDate, Utc};
use domain::access::{self, Permit, Subject};
use domain::candidate::PersonName;
use domain::clock::london_date;
use domain::id::{ApplicationId, CandidateId, ErasureId};
use domain::retention::{self, Part, Started};
use serde::{Deserialize, Serialize};
use store::{
    ApproachReason, Detail, Entry, ErasureReport, ErasureState, ErasureTrigger, GoOn, Goes,
    PartCalendar, ToErase,
};

use crate::desk::{ReadDesk, WriteDesk};
use crate::error::Error;
use crate::recipients::{self, RecipientToTell};
use crate::view::{Nothing, Why, days_left, number};
use parts::{WeighedPart, WeighedParts};

/// The calendar of what goes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct RetentionOverview {
    /// Today, as the program's clock has it.
    pub today: NaiveDate,
    /// How many are due now.
    pub due: u32,
    /// How many have a date that has come, and are kept all the same: by a legal hold, or since HR has not confirmed
    /// a hand-over.
    pub blocked: u32,
    /// The first of them with what keeps them, soonest first, at most two hundred; for those who erase.
    pub kept: Vec<ErasureCandidate>,
    /// Parts of the records of people who stay that are due now, by class; for those who erase.
    pub parts: Vec<PartCount>,
    /// How many go in each of the next 26 weeks; what is due now is in none of them.
    pub weeks: Vec<RetentionWeek>,
    /// How many go later than that.
    pub later: u32,
    /// How many parts of the records of people who stay go later than that; for those who erase.
    pub later_parts: u32,
    /// How many have no date, since an application runs.
    pub no_date: u32,
    /// Earlier erasures, latest first, at most fifty; for HR.
    pub erasures: Vec<ErasureRow>,
    /// Whether this viewer may erase.
    pub may_erase: bool,
    /// Whether the computer's clock allows it.
    pub clock: ClockView,
    /// Whether what is due is erased when somebody who may erase signs in, without asking.
    pub at_sign_in: bool,
}

/// A week of the calendar.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct RetentionWeek {
    /// Its Monday; for the first week, tomorrow.
    pub from: NaiveDate,
    /// How many go.
    pub count: u32,
    /// How many parts of the records of people who stay go, by class; for those who erase.
    pub parts: Vec<PartCount>,
    /// How many people by the rule that gives the date, in the order of the rules.
    pub rules: Vec<RuleCount>,
}

/// An erasure that was done.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct ErasureRow {
    /// Which.
    pub erasure: ErasureId,
    /// When.
    pub at: DateTime<Utc>,
    /// The name of the account that did it.
    pub by: String,
    /// How many people.
    pub people: u32,
    /// How many parts of the records of people who stayed.
    pub parts: u32,
    /// How many days after its day the first of them went: 0 for those who went on the day.
    pub days_late: u32,
    /// Whether the bytes were searched and nothing was found.
    pub verified: bool,
}

/// Prepares an erasure: works out, person by person, what would go and what stays.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct PreviewErasure {
    /// Whom; everyone who is due where none are named.
    pub candidates: Option<Vec<CandidateId>>,
}

/// What an erasure would do. It holds for this sign-in and until records change.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct ErasurePreview {
    /// What `erase` names it by.
    pub preview: u32,
    /// How many people go.
    pub total: u32,
    /// The first of them, at most two hundred.
    pub goes: Vec<ErasureCandidate>,
    /// Those asked for that stay, and why; at most two hundred.
    pub stays: Vec<ErasureCandidate>,
    /// How many stay.
    pub stays_total: u32,
    /// How many parts of the records of people who stay go.
    pub parts_total: u32,
    /// How many of each class they are.
    pub parts_by_class: Vec<PartCount>,
    /// The first of them, at most two hundred.
    pub parts: Vec<ErasurePart>,
    /// Parts whose day has come that something keeps, and what; at most two hundred.
    pub parts_kept: Vec<ErasurePart>,
    /// What must be typed to go on.
    pub confirm: String,
    /// Whether the computer's clock allows it, and who else must say so.
    pub clock: ClockView,
    /// Where so many go that a second person must agree: who can.
    pub bulk: Option<BulkView>,
    /// Who was given something of theirs, and is told by when.
    pub recipients: Vec<RecipientToTell>,
}

/// One person in a preview.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct ErasureCandidate {
    /// Whom.
    pub candidate: CandidateId,
    /// Their name.
    pub name: String,
    /// The day the record was to go.
    pub erase_on: Option<NaiveDate>,
    /// The rule that decides.
    pub because: Why,
}

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

/// How many went under a rule.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct RuleCount {
    /// The rule.
    pub rule: String,
    /// How many people.
    pub people: u32,
}

/// Weeks of the calendar.
const WEEKS: u32 = 26;

/// The most people a preview lists one by one.
const MOST_LISTED: usize = 200;

/// The most earlier erasures that are listed.
const MOST_ERASURES: usize = 50;

/// What an erasure was shown to do: held until it is done or the sign-in ends.
#[derive(Debug)]
pub(crate) struct Preview {
    goes: Vec<ToErase>,
    confirm: String,
}

/// The calendar of what goes.
///
/// # Errors
/// When the store can't be read.
pub fn overview(desk: &ReadDesk<'_>, _: Nothing) -> Result<RetentionOverview, Error> {
    let permit = desk.permit_over_all::<access::ReviewRetention>()?;
    let calendar = desk
        .records
        .retention_calendar(&permit, desk.today, WEEKS)?;
    let may_erase = desk.may::<access::Erase>(Subject::Organisation);
    let parts = match desk.permit_on_organisation::<access::Erase>() {
        Ok(erasing) => desk.records.part_calendar(&erasing, desk.today, WEEKS)?,
        Err(_) => PartCalendar::default(),
    };
    let erasures = match desk.permit_on_organisation::<access::ReadJournal>() {
        Ok(journal) => {
            let names = desk.names()?;
            desk.records
                .erasures(&journal)?
                .into_iter()
                .take(MOST_ERASURES)
                .map(|report| ErasureRow {
                    erasure: report.id,
                    at: report.at,
                    by: names.get(&report.account).cloned().unwrap_or_default(),
                    people: number(report.people),
                    parts: number(report.parts()),
                    days_late: days_late(&report),
                    verified: report.state == ErasureState::Erased,
                })
                .collect()
        }
        Err(_) => Vec::new(),
    };
    Ok(RetentionOverview {
        today: desk.today,
        due: number(calendar.due),
        blocked: number(calendar.blocked),
        kept: kept_by_name(desk)?,
        weeks: calendar
            .weeks
            .into_iter()
            .zip(
                parts
                    .weeks
                    .into_iter()
                    .chain(iter::repeat_with(BTreeMap::new)),
            )
            .map(|(week, parts)| RetentionWeek {
                from: week.from,
                count: number(week.number()),
                parts: parts::counted(parts),
                rules: rule_counts(week.rules),
            })
            .collect(),
        parts: parts::counted(parts.due),
        later: number(calendar.later),
        later_parts: number(parts.later),
        no_date: number(calendar.running),
        erasures,
        may_erase,
        clock: clock::look(desk)?,
        at_sign_in: schedule::is_at_sign_in(desk.records)?,
    })
}

/// Works out, person by person, what an erasure would do. The rules decide anew from each person's facts: the
/// dates the lists show are theirs too, but nobody goes by a date that was worked out earlier.
///
/// # Errors
/// A refusal for everyone but HR.
pub fn preview(desk: &ReadDesk<'_>, request: PreviewErasure) -> Result<ErasurePreview, Error> {
    let permit = desk.permit_on_organisation::<access::Erase>()?;
    let review = desk.permit_over_all::<access::ReviewRetention>()?;
    let (asked, holders) = if let Some(candidates) = request.candidates {
        let asked = without_conflicts(&permit, candidates);
        (asked.clone(), asked)
    } else {
        let mut asked = due_candidates(desk, &review, desk.today)?;
        let kept = kept_candidates(desk, &review, desk.today)?;
        let mut holders = parts::holders(desk, &permit, desk.today)?;
        holders.extend(&kept);
        asked.extend(kept);
        (asked, holders)
    };
    let (goes, stays) = weigh(desk, &asked, desk.today)?;
    let parts = parts::weigh(desk, &permit, holders, &ids(&goes), desk.today)?;
    let confirm = format!("ERASE {}", goes.len() + parts.goes.len());
    let clock = clock::look(desk)?;
    let bulk = second::look(desk, goes.len())?;
    let wanted = to_erase(&goes, &parts);
    let recipients = recipients::of_those_who_go(desk, &permit, &wanted)?;
    let mut held = desk.session.held();
    let preview = held.number();
    let answer = ErasurePreview {
        preview,
        total: number(goes.len()),
        goes: named(desk, &permit, &goes)?,
        stays: named(desk, &permit, &stays)?,
        stays_total: number(stays.len()),
        parts_total: number(parts.goes.len()),
        parts_by_class: parts::by_class(&parts.goes),
        parts: parts::named(desk, &permit, &parts.goes)?,
        parts_kept: parts::named(desk, &permit, &parts.kept)?,
        confirm: confirm.clone(),
        clock,
        bulk,
        recipients,
    };
    held.preview = Some((
        preview,
        Preview {
            goes: wanted,
            confirm,
        },
    ));
    Ok(answer)
}

/// What the latest preview shows to go.
///
/// # Errors
/// [`Error::Stale`] when the preview is no longer the latest.
pub(crate) fn previewed(desk: &ReadDesk<'_>, preview: u32) -> Result<Vec<ToErase>, Error> {
    let held = desk.session.held();
    held.preview
        .as_ref()
        .filter(|(name, _)| *name == preview)
        .map(|(_, preview)| preview.goes.clone())
        .ok_or(Error::Stale)
}

fn ids(people: &[Weighed]) -> BTreeSet<CandidateId> {
    people.iter().map(|person| person.candidate).collect()
}

/// People, and parts of the records of others, as the store takes them.
fn to_erase(people: &[Weighed], parts: &WeighedParts) -> Vec<ToErase> {
    people
        .iter()
        .map(Weighed::to_erase)
        .chain(parts.goes.iter().map(WeighedPart::to_erase))
        .collect()
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

/// The permit to look through everything that is due.
fn over_all(desk: &mut WriteDesk<'_>) -> Result<Permit<access::ReviewRetention>, Error> {
    desk.read(|desk| {
        let permit = desk.permit_over_all()?;
        Ok(permit)
    })
}

/// Everyone who is due on a day, and every part of the records of others that is, to be erased.
fn all_due(
    desk: &ReadDesk<'_>,
    permit: &Permit<access::Erase>,
    review: &Permit<access::ReviewRetention>,
    on: NaiveDate,
) -> Result<Vec<ToErase>, Error> {
    let asked = due_candidates(desk, review, on)?;
    let (goes, _) = weigh(desk, &asked, on)?;
    let holders = parts::holders(desk, permit, on)?;
    let parts = parts::weigh(desk, permit, holders, &ids(&goes), on)?;
    Ok(to_erase(&goes, &parts))
}

/// How many go whole: those whom a second person is asked about.
fn people_of(goes: &[ToErase]) -> usize {
    goes.iter().filter(|each| each.goes == Goes::Person).count()
}

/// Who goes on a day, and whose day has come who is kept.
#[derive(Clone, Debug, Serialize)]
pub struct Due {
    /// Those who go.
    pub goes: Vec<DueRow>,
    /// Those who are kept in spite of their day, with what keeps them.
    pub kept: Vec<DueRow>,
    /// Parts of the records of people who stay that go; for those who erase.
    pub parts: Vec<DuePart>,
}

/// Someone whose day has come, without a name.
#[derive(Clone, Debug, Serialize)]
pub struct DueRow {
    /// The record's id.
    pub candidate: CandidateId,
    /// The day it was to go.
    pub erase_on: Option<NaiveDate>,
    /// The rule that decides.
    pub rule: String,
    /// What it says here.
    pub sentence: String,
}

/// Everyone whose day has come today or on another day: who goes by which rule, and what keeps the others. Access is
/// decided on today's.
///
/// # Errors
/// When the store can't be read.
pub fn due(desk: &ReadDesk<'_>, as_of: Option<NaiveDate>) -> Result<Due, Error> {
    let on = as_of.unwrap_or(desk.today);
    let review = desk.permit_over_all::<access::ReviewRetention>()?;
    let asked = due_candidates(desk, &review, on)?;
    let (goes, _) = weigh(desk, &asked, on)?;
    let (_, kept) = weigh(desk, &kept_candidates(desk, &review, on)?, on)?;
    let parts = match desk.permit_on_organisation::<access::Erase>() {
        Ok(erasing) => {
            let holders = parts::holders(desk, &erasing, on)?;
            parts::weigh(desk, &erasing, holders, &ids(&goes), on)?.goes
        }
        Err(_) => Vec::new(),
    };
    let rows = |people: Vec<Weighed>| {
        people
            .into_iter()
            .map(|person| DueRow {
                candidate: person.candidate,
                erase_on: person.erase_on,
                rule: person.because.rule,
                sentence: person.because.sentence,
            })
            .collect()
    };
    Ok(Due {
        goes: rows(goes),
        kept: rows(kept),
        parts: parts.into_iter().map(WeighedPart::row).collect(),
    })
}

/// A person weighed by the rules.
struct Weighed {
    candidate: CandidateId,
    erase_on: Option<NaiveDate>,
    /// The first day on which nothing kept it, where it is due.
    due_since: Option<NaiveDate>,
    rule: &'static str,
    because: Why,
}

impl Weighed {
    const fn to_erase(&self) -> ToErase {
        ToErase {
            candidate: self.candidate,
            goes: Goes::Person,
            rule: self.rule,
            due_since: self.due_since,
        }
    }
}

/// How many days after the first of them was due an erasure was.
fn days_late(report: &ErasureReport) -> u32 {
    let late = report
        .due_since
        .map(|since| days_left(since, london_date(report.at)));
    late.map_or(0, |days| days.try_into().unwrap_or(0))
}

fn due_candidates(
    desk: &ReadDesk<'_>,
    permit: &Permit<access::ReviewRetention>,
    on: NaiveDate,
) -> Result<Vec<CandidateId>, Error> {
    let list = desk.records.due_list(permit, on)?;
    Ok(desk.records.candidate_ids(permit, &list)?)
}

fn kept_candidates(
    desk: &ReadDesk<'_>,
    permit: &Permit<access::ReviewRetention>,
    on: NaiveDate,
) -> Result<Vec<CandidateId>, Error> {
    let list = desk.records.kept_list(permit, on)?;
    Ok(desk.records.candidate_ids(permit, &list)?)
}

/// The first of those whose day has come and who are kept, for those who erase.
fn kept_by_name(desk: &ReadDesk<'_>) -> Result<Vec<ErasureCandidate>, Error> {
    let Ok(permit) = desk.permit_on_organisation::<access::Erase>() else {
        return Ok(Vec::new());
    };
    let review = desk.permit_over_all::<access::ReviewRetention>()?;
    let mut asked = kept_candidates(desk, &review, desk.today)?;
    asked.truncate(MOST_LISTED);
    let (_, kept) = weigh(desk, &asked, desk.today)?;
    named(desk, &permit, &kept)
}

/// The first of these people, by name.
fn named(
    desk: &ReadDesk<'_>,
    permit: &Permit<access::Erase>,
    people: &[Weighed],
) -> Result<Vec<ErasureCandidate>, Error> {
    let listed: Vec<CandidateId> = people
        .iter()
        .take(MOST_LISTED)
        .map(|person| person.candidate)
        .collect();
    let names = desk.records.candidate_names(permit, &listed)?;
    Ok(people
        .iter()
        .take(MOST_LISTED)
        .map(|person| ErasureCandidate {
            candidate: person.candidate,
            name: names
                .get(&person.candidate)
                .map(PersonName::full)
                .unwrap_or_default(),
            erase_on: person.erase_on,
            because: person.because.clone(),
        })
        .collect())
}

/// Nobody erases, or is told of, people with whom they have a conflict of interest.
fn without_conflicts(permit: &Permit<access::Erase>, people: Vec<CandidateId>) -> Vec<CandidateId> {
    let without = permit.scope().without();
    people
        .into_iter()
        .filter(|candidate| !without.contains(candidate))
        .collect()
}

/// Parts people into those who go on a day and those who stay.
fn weigh(
    desk: &ReadDesk<'_>,
    people: &[CandidateId],
    on: NaiveDate,
) -> Result<(Vec<Weighed>, Vec<Weighed>), Error> {
    let policy = desk.policy()?;
    let facts = desk.records.people_facts(people)?;
    let mut goes = Vec::new();
    let mut stays = Vec::new();
    for candidate in people {
        let Some(facts) = facts.get(candidate) else {
            continue;
        };
        let verdict = retention::decide(facts, &policy, on);
        // What stands today keeps them whatever day was chosen: a day before it was placed erases nobody.
        let standing = facts.blocks.iter().find(|block| block.to.is_none());
        let due = verdict.is_due(on) && standing.is_none();
        let (rule, sentence) = match (verdict.blocked_by.first().or(standing), verdict.ground()) {
            (Some(block), _) => (block.rule(), block.sentence()),
            (None, Some(ground)) => (ground.rule(), ground.sentence()),
            (None, None) => ("RET", verdict.summary(on)),
        };
        let weighed = Weighed {
            candidate: *candidate,
            erase_on: verdict.erase_on,
            due_since: verdict.due_since,
            rule,
            because: Why {
                rule: rule.to_owned(),
                sentence,
            },
        };
        if due {
            goes.push(weighed);
        } else {
            stays.push(weighed);
        }
    }
    Ok((goes, stays))
}

fn rule_counts(rules: impl IntoIterator<Item = (String, u64)>) -> Vec<RuleCount> {
    rules
        .into_iter()
        .map(|(rule, people)| RuleCount {
            rule,
            people: number(people),
        })
        .collect()
}

/// What began an erasure, on which day its dates are weighed, and by which number it is watched.
#[derive(Clone, Copy)]
struct How {
    trigger: ErasureTrigger,
    as_of: Option<NaiveDate>,
    job: u32,
}

/// Erases what is still due of what was to go.
fn erase_all(
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
    let progress = desk.progress;
    let report = desk.store.erase(permit, &still_due, desk.now, |so_far| {
        match progress.report(how.job, number(so_far.done), number(so_far.of)) {
            ControlFlow::Continue(()) => GoOn::Yes,
            ControlFlow::Break(()) => GoOn::Stop,
        }
    })?;
    desk.store
        .describe_erasure(permit, report.id, &circumstances, desk.now)?;
    forget(desk, &still_due);
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
        left: number(wanted.len())
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
