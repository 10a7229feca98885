//! What another policy would do: everybody decided anew under it, and nothing written.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use domain::access;
use domain::candidate::PersonName;
use domain::dates::days_after;
use domain::id::CandidateId;
use domain::retention::{PolicyValues, Verdict, decide};
use serde::{Deserialize, Serialize};

use super::calendar::WEEKS;
use super::policy::check_bounds;
use crate::desk::ReadDesk;
use crate::error::Error;
use crate::view::Why;

/// The most people who are listed one by one.
const MOST_LISTED: usize = 50;

/// Asks what other periods would do, were they set today.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct WhatIfPolicy {
    /// The periods.
    pub values: PolicyValues,
}

/// What other periods would do to everybody who is here. Whole records: what is sealed goes by its own period.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct PolicyWhatIf {
    /// How many records were decided anew.
    pub people: u32,
    /// How many are due now.
    pub due_now: u32,
    /// How many would be due now.
    pub due_then: u32,
    /// How many would go sooner.
    pub sooner: u32,
    /// How many would go later: none but those whose application came in today (RET-21).
    pub later: u32,
    /// How many would go on the same day, or stay without one.
    pub same: u32,
    /// The same by the rule that would give the date, in the order of the rules; those without a date left out.
    pub rules: Vec<RuleDifference>,
    /// How many go, and would go, in each of the next 26 weeks.
    pub weeks: Vec<WeekDifference>,
    /// Those who would become due, at most fifty; for those who erase.
    pub goes: Vec<GoesSooner>,
    /// How many would become due.
    pub goes_total: u32,
}

/// What would change under one rule.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct RuleDifference {
    /// The rule.
    pub rule: String,
    /// How many would be due now.
    pub due_then: u32,
    /// How many would go sooner.
    pub sooner: u32,
    /// How many would go later.
    pub later: u32,
    /// How many would go on the same day.
    pub same: u32,
}

/// A week under both policies.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct WeekDifference {
    /// Its first day.
    pub from: NaiveDate,
    /// How many go in it.
    pub now: u32,
    /// How many would go in it.
    pub tried: u32,
}

/// Somebody who would become due.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct GoesSooner {
    /// Whom.
    pub candidate: CandidateId,
    /// Their name.
    pub name: String,
    /// The day they go now.
    pub now: Option<NaiveDate>,
    /// The rule that would decide.
    pub because: Why,
}

/// Decides everybody anew under other periods, as if they were set today, and says what would change. Writes nothing.
///
/// # Errors
/// A refusal for everyone but HR; [`Error::Invalid`] for a period outside its bounds.
pub fn what_if(desk: &ReadDesk<'_>, request: WhatIfPolicy) -> Result<PolicyWhatIf, Error> {
    desk.permit_on_organisation::<access::ManageAccounts>()?;
    let naming = desk.permit_on_organisation::<access::Erase>()?;
    let review = desk.permit_over_all::<access::ReviewRetention>()?;
    check_bounds(&request.values)?;
    let now = desk.policy()?;
    let then = now
        .followed_by(desk.today, request.values)
        .map_err(|problem| Error::invalid(problem.period.field(), problem.sentence()))?;
    let mut difference = Difference::new(desk.today);
    desk.records
        .each_person_facts(&review, |candidate, facts| {
            difference.add(
                candidate,
                &decide(&facts, &now, desk.today),
                &decide(&facts, &then, desk.today),
            );
            Ok::<(), Error>(())
        })?;
    let mut answer = difference.answer();
    let listed: Vec<CandidateId> = answer.goes.iter().map(|person| person.candidate).collect();
    let names = desk.records.candidate_names(&naming, &listed)?;
    for person in &mut answer.goes {
        person.name = names
            .get(&person.candidate)
            .map(PersonName::full)
            .unwrap_or_default();
    }
    Ok(answer)
}

/// Counts as verdicts come in.
struct Difference {
    today: NaiveDate,
    counted: PolicyWhatIf,
    rules: BTreeMap<&'static str, RuleDifference>,
}

impl Difference {
    fn new(today: NaiveDate) -> Self {
        let first = days_after(today, 1);
        Self {
            today,
            counted: PolicyWhatIf {
                people: 0,
                due_now: 0,
                due_then: 0,
                sooner: 0,
                later: 0,
                same: 0,
                rules: Vec::new(),
                weeks: (0..WEEKS)
                    .map(|week| WeekDifference {
                        from: days_after(first, u64::from(week).saturating_mul(7)),
                        now: 0,
                        tried: 0,
                    })
                    .collect(),
                goes: Vec::new(),
                goes_total: 0,
            },
            rules: BTreeMap::new(),
        }
    }

    fn add(&mut self, candidate: CandidateId, now: &Verdict, then: &Verdict) {
        let (due_now, due_then) = (now.is_due(self.today), then.is_due(self.today));
        let counted = &mut self.counted;
        add(&mut counted.people, true);
        add(&mut counted.due_now, due_now);
        add(&mut counted.due_then, due_then);
        let sooner = then.erase_on < now.erase_on;
        let later = then.erase_on > now.erase_on;
        add(&mut counted.sooner, sooner);
        add(&mut counted.later, later);
        add(&mut counted.same, !sooner && !later);
        if let Some(week) = week_of(&mut counted.weeks, now.erase_on) {
            add(&mut week.now, true);
        }
        if let Some(week) = week_of(&mut counted.weeks, then.erase_on) {
            add(&mut week.tried, true);
        }
        let Some((_, ground)) = then.erase_on.zip(then.ground()) else {
            return;
        };
        let rule = self.rules.entry(ground.rule()).or_default();
        add(&mut rule.due_then, due_then);
        add(&mut rule.sooner, sooner);
        add(&mut rule.later, later);
        add(&mut rule.same, !sooner && !later);
        if due_then && !due_now {
            add(&mut counted.goes_total, true);
            if counted.goes.len() < MOST_LISTED {
                counted.goes.push(GoesSooner {
                    candidate,
                    name: String::new(),
                    now: now.erase_on,
                    because: Why {
                        rule: ground.rule().to_owned(),
                        sentence: ground.sentence(),
                    },
                });
            }
        }
    }

    fn answer(self) -> PolicyWhatIf {
        let mut answer = self.counted;
        answer.rules = self
            .rules
            .into_iter()
            .map(|(rule, counted)| RuleDifference {
                rule: rule.to_owned(),
                ..counted
            })
            .collect();
        answer.goes.sort_by_key(|person| person.now);
        answer
    }
}

fn add(count: &mut u32, counts: bool) {
    *count = count.saturating_add(u32::from(counts));
}

/// The week a day is in, if it is one of those ahead.
fn week_of(weeks: &mut [WeekDifference], day: Option<NaiveDate>) -> Option<&mut WeekDifference> {
    let day = day?;
    let last = weeks.last().map(|week| days_after(week.from, 7))?;
    if day >= last {
        return None;
    }
    let place = weeks.partition_point(|week| week.from <= day);
    weeks.get_mut(place.checked_sub(1)?)
}
