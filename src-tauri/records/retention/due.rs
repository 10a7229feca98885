//! Who is due on a day, as the rules decide it anew from everybody's facts.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use domain::access::{self, Permit};
use domain::id::CandidateId;
use domain::retention;
use serde::Serialize;
use store::{Goes, ToErase};

use super::DuePart;
use super::parts::{self, WeighedPart, WeighedParts};
use crate::desk::{ReadDesk, WriteDesk};
use crate::error::Error;
use crate::view::Why;

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
pub(super) struct Weighed {
    pub(super) candidate: CandidateId,
    pub(super) erase_on: Option<NaiveDate>,
    /// The first day on which nothing kept it, where it is due.
    pub(super) due_since: Option<NaiveDate>,
    pub(super) rule: &'static str,
    pub(super) because: Why,
}

impl Weighed {
    pub(super) const fn to_erase(&self) -> ToErase {
        ToErase {
            candidate: self.candidate,
            goes: Goes::Person,
            rule: self.rule,
            due_since: self.due_since,
        }
    }
}

/// Parts people into those who go on a day and those who stay.
pub(super) fn weigh(
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

pub(super) fn due_candidates(
    desk: &ReadDesk<'_>,
    permit: &Permit<access::ReviewRetention>,
    on: NaiveDate,
) -> Result<Vec<CandidateId>, Error> {
    let list = desk.records.due_list(permit, on)?;
    Ok(desk.records.candidate_ids(permit, &list)?)
}

pub(super) fn kept_candidates(
    desk: &ReadDesk<'_>,
    permit: &Permit<access::ReviewRetention>,
    on: NaiveDate,
) -> Result<Vec<CandidateId>, Error> {
    let list = desk.records.kept_list(permit, on)?;
    Ok(desk.records.candidate_ids(permit, &list)?)
}

/// The permit to look through everything that is due.
pub(super) fn over_all(desk: &mut WriteDesk<'_>) -> Result<Permit<access::ReviewRetention>, Error> {
    desk.read(|desk| {
        let permit = desk.permit_over_all()?;
        Ok(permit)
    })
}

/// Everyone who is due on a day, and every part of the records of others that is, to be erased.
pub(super) fn all_due(
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

/// People, and parts of the records of others, as the store takes them.
pub(super) fn to_erase(people: &[Weighed], parts: &WeighedParts) -> Vec<ToErase> {
    people
        .iter()
        .map(Weighed::to_erase)
        .chain(parts.goes.iter().map(WeighedPart::to_erase))
        .collect()
}

pub(super) fn ids(people: &[Weighed]) -> BTreeSet<CandidateId> {
    people.iter().map(|person| person.candidate).collect()
}

/// How many go whole: those whom a second person is asked about.
pub(super) fn people_of(goes: &[ToErase]) -> usize {
    goes.iter().filter(|each| each.goes == Goes::Person).count()
}

/// Nobody erases, or is told of, people with whom they have a conflict of interest.
pub(super) fn without_conflicts(
    permit: &Permit<access::Erase>,
    people: Vec<CandidateId>,
) -> Vec<CandidateId> {
    let without = permit.scope().without();
    people
        .into_iter()
        .filter(|candidate| !without.contains(candidate))
        .collect()
}
