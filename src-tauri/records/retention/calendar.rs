//! The calendar of what goes, for whoever reviews it.

use std::collections::BTreeMap;
use std::iter;

use chrono::{DateTime, NaiveDate, Utc};
use domain::access::{self, Subject};
use domain::id::ErasureId;
use serde::Serialize;
use store::{ErasureState, PartCalendar};

use super::due::{kept_candidates, weigh};
use super::erase::days_late;
use super::preview::{ErasureCandidate, named};
use super::{ClockView, MOST_LISTED, PartCount, RuleCount, clock, parts, rule_counts, schedule};
use crate::desk::ReadDesk;
use crate::error::Error;
use crate::view::{Nothing, number};

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

/// Weeks of the calendar.
pub(super) const WEEKS: u32 = 26;

/// The most earlier erasures that are listed.
const MOST_ERASURES: usize = 50;

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
