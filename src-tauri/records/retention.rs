//! What goes when: the calendar, the preview, the erasure and its proof.

mod circumstance;
mod clock;

pub use clock::{ClockView, SecondPerson, SecondWord};

use std::collections::BTreeSet;
use std::ops::ControlFlow;

use chrono::{DateTime, NaiveDate, Utc};
use domain::access::{self, Permit, Subject};
use domain::candidate::PersonName;
use domain::id::{CandidateId, ErasureId};
use domain::retention;
use serde::{Deserialize, Serialize};
use store::{Detail, Entry, ErasureState, ErasureTrigger, GoOn, ToErase};

use crate::desk::{ReadDesk, WriteDesk};
use crate::error::Error;
use crate::view::{Nothing, Why, number};

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
    /// How many go in each of the next 26 weeks; what is due now is in none of them.
    pub weeks: Vec<RetentionWeek>,
    /// How many go later than that.
    pub later: u32,
    /// How many have no date, since an application runs.
    pub no_date: u32,
    /// Earlier erasures, latest first, at most fifty; for HR.
    pub erasures: Vec<ErasureRow>,
    /// Whether this viewer may erase.
    pub may_erase: bool,
    /// Whether the computer's clock allows it.
    pub clock: ClockView,
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
    /// What must be typed to go on.
    pub confirm: String,
    /// Whether the computer's clock allows it, and who else must say so.
    pub clock: ClockView,
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
    /// A second person's word for the date, where the clock is far ahead.
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
    /// How many of the preview were left, since the work was cancelled or their record had changed.
    pub left: u32,
    /// Under which rules, with how many people each.
    pub rules: Vec<RuleCount>,
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
    people: Vec<ToErase>,
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
            .map(|week| RetentionWeek {
                from: week.from,
                count: number(week.number),
            })
            .collect(),
        later: number(calendar.later),
        no_date: number(calendar.running),
        erasures,
        may_erase,
        clock: clock::look(desk)?,
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
    let asked = if let Some(candidates) = request.candidates {
        without_conflicts(&permit, candidates)
    } else {
        let mut asked = due_candidates(desk, &review, desk.today)?;
        asked.extend(kept_candidates(desk, &review, desk.today)?);
        asked
    };
    let (goes, stays) = weigh(desk, &asked, desk.today)?;
    let confirm = format!("ERASE {}", goes.len());
    let clock = clock::look(desk)?;
    let mut held = desk.session.held();
    let preview = held.number();
    let answer = ErasurePreview {
        preview,
        total: number(goes.len()),
        goes: named(desk, &permit, &goes)?,
        stays: named(desk, &permit, &stays)?,
        stays_total: number(stays.len()),
        confirm: confirm.clone(),
        clock,
    };
    let people = goes
        .iter()
        .map(|person| ToErase {
            candidate: person.candidate,
            rule: person.rule,
        })
        .collect();
    held.preview = Some((preview, Preview { people, confirm }));
    Ok(answer)
}

/// Erases what a preview showed, searches for what might be left, and answers with the proof.
///
/// # Errors
/// [`Error::Stale`] when the preview is no longer the latest; [`Error::Invalid`] when the confirmation was not
/// typed as shown; a rule's no while the clock is not believed. Someone who is no longer due since the preview is left.
pub fn erase(desk: &mut WriteDesk<'_>, request: Erase) -> Result<ErasureReceipt, Error> {
    let permit = desk.permit_on_organisation::<access::Erase>()?;
    {
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
    }
    clock::heed(desk, &permit, request.second.as_ref())?;
    let shown = desk.session.held().preview.take();
    let people = shown.map(|(_, preview)| preview.people).unwrap_or_default();
    let how = How {
        trigger: ErasureTrigger::Chosen,
        as_of: None,
        job: request.job,
    };
    erase_people(desk, &people, how)
}

/// Erases everyone who is due, without a preview: for the command line, where the dry run is the preview. Another day
/// moves the dates of records, never that of anybody's access, nor the clock that is weighed first.
///
/// # Errors
/// A refusal for everyone but HR; a rule's no while the clock is not believed.
pub fn sweep(
    desk: &mut WriteDesk<'_>,
    as_of: Option<NaiveDate>,
    second: Option<&SecondWord>,
) -> Result<ErasureReceipt, Error> {
    let permit = desk.permit_on_organisation::<access::Erase>()?;
    clock::heed(desk, &permit, second)?;
    let on = as_of.unwrap_or(desk.today);
    let people = desk.read(|desk| {
        let review = desk.permit_over_all::<access::ReviewRetention>()?;
        let asked = due_candidates(desk, &review, on)?;
        let (goes, _) = weigh(desk, &asked, on)?;
        Ok(goes
            .iter()
            .map(|person| ToErase {
                candidate: person.candidate,
                rule: person.rule,
            })
            .collect::<Vec<_>>())
    })?;
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
    erase_people(desk, &people, how)
}

/// Who goes on a day, and whose day has come who is kept.
#[derive(Clone, Debug, Serialize)]
pub struct Due {
    /// Those who go.
    pub goes: Vec<DueRow>,
    /// Those who are kept in spite of their day, with what keeps them.
    pub kept: Vec<DueRow>,
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

/// What began an erasure, on which day its dates are weighed, and by which number it is watched.
#[derive(Clone, Copy)]
struct How {
    trigger: ErasureTrigger,
    as_of: Option<NaiveDate>,
    job: u32,
}

fn erase_people(
    desk: &mut WriteDesk<'_>,
    people: &[ToErase],
    how: How,
) -> Result<ErasureReceipt, Error> {
    let on = how.as_of.unwrap_or(desk.today);
    let (permit, still_due, circumstances) = desk.read(|desk| {
        let permit = desk.permit_on_organisation::<access::Erase>()?;
        let asked = people.iter().map(|person| person.candidate).collect();
        let (goes, _) = weigh(desk, &without_conflicts(&permit, asked), on)?;
        let due: BTreeSet<CandidateId> = goes.iter().map(|person| person.candidate).collect();
        let still_due = people
            .iter()
            .copied()
            .filter(|person| due.contains(&person.candidate))
            .collect::<Vec<_>>();
        let circumstances = circumstance::weigh(desk, &permit, &goes, on, how)?;
        Ok((permit, still_due, circumstances))
    })?;
    let progress = desk.progress;
    let report = desk.store.erase(&permit, &still_due, desk.now, |so_far| {
        match progress.report(how.job, number(so_far.done), number(so_far.of)) {
            ControlFlow::Continue(()) => GoOn::Yes,
            ControlFlow::Break(()) => GoOn::Stop,
        }
    })?;
    desk.store
        .describe_erasure(&permit, report.id, &circumstances, desk.now)?;
    let erased: Vec<CandidateId> = still_due.iter().map(|person| person.candidate).collect();
    desk.session.held().forget(&erased);
    let verification = report.verification.unwrap_or_default();
    Ok(ErasureReceipt {
        erasure: report.id,
        at: report.at,
        people: number(report.people),
        left: number(people.len()).saturating_sub(number(report.people)),
        rules: report
            .rules
            .into_iter()
            .map(|(rule, people)| RuleCount {
                rule,
                people: number(people),
            })
            .collect(),
        verified: report.state == ErasureState::Erased,
        pages: number(verification.pages),
        files: number(verification.files),
        searched: number(verification.tokens),
        found: number(verification.found),
    })
}
