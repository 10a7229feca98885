//! Parts of the records of people who stay: an application whose own date has come, a sealed record, a document, the history of an
//! application that a permission keeps (RULEBOOK 4.2, RET-15).

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use domain::access::{self, Permit};
use domain::candidate::PersonName;
use domain::id::{ApplicationId, CandidateId};
use domain::retention::{self, DataClass, Part, PartFacts};
use serde::Serialize;
use store::{Classes, Goes, ToErase};

use super::MOST_LISTED;
use super::due::without_conflicts;
use crate::desk::ReadDesk;
use crate::error::Error;
use crate::view::{Why, number};

/// How many parts of a class.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct PartCount {
    /// The class.
    pub class: DataClass,
    /// How many parts.
    pub count: u32,
}

/// One part in a preview.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct ErasurePart {
    /// Whose record it is of.
    pub candidate: CandidateId,
    /// Their name.
    pub name: String,
    /// What it is.
    pub class: DataClass,
    /// The vacancy of the application it is of, or was collected for; none where that is not known.
    pub vacancy_title: Option<String>,
    /// The day it was to go.
    pub erase_on: Option<NaiveDate>,
    /// The rule that decides.
    pub because: Why,
}

/// A part whose day has come, without a name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct DuePart {
    /// The id of the record it is of.
    pub candidate: CandidateId,
    /// What it is.
    pub class: &'static str,
    /// The day it was to go.
    pub erase_on: Option<NaiveDate>,
    /// The rule that decides.
    pub rule: String,
    /// What it says here.
    pub sentence: String,
}

/// A part weighed by the rules.
pub(super) struct WeighedPart {
    candidate: CandidateId,
    part: Part,
    class: DataClass,
    application: Option<ApplicationId>,
    erase_on: Option<NaiveDate>,
    rule: &'static str,
    because: Why,
}

impl WeighedPart {
    pub(super) const fn to_erase(&self) -> ToErase {
        ToErase {
            candidate: self.candidate,
            goes: Goes::Part(self.part),
            rule: self.rule,
            due_since: self.erase_on,
        }
    }

    pub(super) fn row(self) -> DuePart {
        DuePart {
            candidate: self.candidate,
            class: self.class.code(),
            erase_on: self.erase_on,
            rule: self.because.rule,
            sentence: self.because.sentence,
        }
    }
}

/// Parts that go on a day, and parts whose day has come that something keeps.
#[derive(Default)]
pub(super) struct WeighedParts {
    pub(super) goes: Vec<WeighedPart>,
    pub(super) kept: Vec<WeighedPart>,
}

impl WeighedParts {
    /// Whether an application of the candidate who is being weighed is among them.
    fn has(&self, candidate: CandidateId, application: ApplicationId) -> bool {
        [&self.goes, &self.kept].into_iter().any(|parts| {
            parts
                .iter()
                .rev()
                .take_while(|part| part.candidate == candidate)
                .any(|part| part.part == Part::Application(application))
        })
    }
}

/// The application that a part goes with at the latest.
fn application_of(facts: &PartFacts, part: Part) -> Option<ApplicationId> {
    match part {
        Part::History(id) => Some(id),
        Part::Document(id) => facts
            .documents
            .iter()
            .find(|document| document.document == id)
            .and_then(|document| document.application),
        Part::Application(_) | Part::Sealed(_) => None,
    }
}

/// Everyone who stays on a day, and of whose record a part may be due.
pub(super) fn holders(
    desk: &ReadDesk<'_>,
    permit: &Permit<access::Erase>,
    on: NaiveDate,
) -> Result<Vec<CandidateId>, Error> {
    Ok(desk.records.people_with_parts_due(permit, on)?)
}

/// Weighs the parts of these people's records on a day; those of people who go are not parts.
pub(super) fn weigh(
    desk: &ReadDesk<'_>,
    permit: &Permit<access::Erase>,
    people: Vec<CandidateId>,
    going: &BTreeSet<CandidateId>,
    on: NaiveDate,
) -> Result<WeighedParts, Error> {
    let asked: BTreeSet<CandidateId> = without_conflicts(permit, people)
        .into_iter()
        .filter(|candidate| !going.contains(candidate))
        .collect();
    let asked: Vec<CandidateId> = asked.into_iter().collect();
    let policy = desk.policy()?;
    let mut found = WeighedParts::default();
    for (candidate, facts) in desk.records.part_facts(&asked)? {
        for verdict in retention::part_verdicts(&facts, &policy, on) {
            if verdict.erase_on.is_none_or(|date| date > on) {
                continue;
            }
            // The history and the documents of an application that is due go with it.
            if application_of(&facts, verdict.part).is_some_and(|id| found.has(candidate, id)) {
                continue;
            }
            // As with people: what stands today keeps a part whatever day was chosen.
            let standing = facts.person.blocks.iter().find(|block| {
                let names = |named| Some(named) == verdict.application;
                block.to.is_none() && block.application.is_none_or(names)
            });
            let block = verdict.blocked_by.first().or(standing);
            let because = match block {
                Some(block) => Why {
                    rule: block.rule().to_owned(),
                    sentence: block.sentence(),
                },
                None => Why {
                    rule: verdict.rule.to_owned(),
                    sentence: verdict.because,
                },
            };
            let weighed = WeighedPart {
                candidate,
                part: verdict.part,
                class: verdict.class,
                application: verdict.application,
                erase_on: verdict.erase_on,
                rule: verdict.rule,
                because,
            };
            if block.is_some() {
                found.kept.push(weighed);
            } else {
                found.goes.push(weighed);
            }
        }
    }
    Ok(found)
}

/// The first of these parts, with whose they are.
pub(super) fn named(
    desk: &ReadDesk<'_>,
    permit: &Permit<access::Erase>,
    parts: &[WeighedPart],
) -> Result<Vec<ErasurePart>, Error> {
    let listed: Vec<&WeighedPart> = parts.iter().take(MOST_LISTED).collect();
    let people: Vec<CandidateId> = listed.iter().map(|part| part.candidate).collect();
    let names = desk.records.candidate_names(permit, &people)?;
    let applications: Vec<ApplicationId> =
        listed.iter().filter_map(|part| part.application).collect();
    let titles = desk.records.vacancy_titles(permit, &applications)?;
    Ok(listed
        .into_iter()
        .map(|part| ErasurePart {
            candidate: part.candidate,
            name: names
                .get(&part.candidate)
                .map(PersonName::full)
                .unwrap_or_default(),
            class: part.class,
            vacancy_title: part
                .application
                .and_then(|application| titles.get(&application))
                .map(|title| title.as_str().to_owned()),
            erase_on: part.erase_on,
            because: part.because.clone(),
        })
        .collect())
}

/// How many of each class these are.
pub(super) fn by_class(parts: &[WeighedPart]) -> Vec<PartCount> {
    let mut counts: BTreeMap<DataClass, u64> = BTreeMap::new();
    for part in parts {
        *counts.entry(part.class).or_default() += 1;
    }
    counted(counts)
}

/// How many parts of each class an erasure took.
pub(super) fn erased(classes: &Classes) -> Vec<PartCount> {
    let mut counts: BTreeMap<DataClass, u64> = BTreeMap::new();
    for (class, counted) in classes.values().flatten() {
        *counts.entry(*class).or_default() += counted.parts;
    }
    counted(counts)
}

/// Counts of classes of which there are any.
pub(super) fn counted(counts: BTreeMap<DataClass, u64>) -> Vec<PartCount> {
    counts
        .into_iter()
        .filter(|(_, count)| *count > 0)
        .map(|(class, count)| PartCount {
            class,
            count: number(count),
        })
        .collect()
}
