//! The access review: who may see a candidate, what somebody may see, and why something may not be seen.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use domain::access::{self, Applied, Refusal, Relation, Role, Subject, Viewer, Way, ways};
use domain::application::Stage;
use domain::compartment::Compartment;
use domain::id::{AccountId, CandidateId, VacancyId};
use serde::{Deserialize, Serialize};

use super::PartScope;
use crate::desk::ReadDesk;
use crate::error::Error;
use crate::view::Why;

/// Asks who may see a candidate.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct WhoCanSee {
    /// Whom.
    pub candidate: CandidateId,
}

/// Who may see a candidate today.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct WhoCanSeeView {
    /// By name.
    pub rows: Vec<WhoSees>,
    /// Those who may not, since a conflict of interest was declared.
    pub conflicts: Vec<ConflictRow>,
}

/// A conflict of interest that was declared.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct ConflictRow {
    /// Whose it is.
    pub account: AccountId,
    /// Their name.
    pub name: String,
    /// The day it was declared.
    pub declared_on: NaiveDate,
}

/// Somebody who may see a candidate.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct WhoSees {
    /// The account.
    pub account: AccountId,
    /// Its name.
    pub name: String,
    /// Whether the name of the candidate is hidden from it.
    pub blind: bool,
    /// Every way by which it sees them.
    pub ways: Vec<WayView>,
}

/// One way by which an account sees something.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct WayView {
    /// The role in the organisation, where it is by that.
    pub role: Option<Role>,
    /// The part, where it is by one.
    pub relation: Option<Relation>,
    /// What the part was given in.
    pub scope: Option<PartScope>,
    /// The title of the vacancy it opens.
    pub vacancy_title: Option<String>,
    /// First day of the part.
    pub from: Option<NaiveDate>,
    /// Last day; none where no end is in sight.
    pub until: Option<NaiveDate>,
    /// Why, in one sentence.
    pub because: Why,
}

/// Asks what somebody may see.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct WhatCanSee {
    /// Who.
    pub account: AccountId,
}

/// What an account may see today.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct WhatCanSeeView {
    /// Its role in the organisation today.
    pub role: Role,
    /// The last day of the role.
    pub role_until: Option<NaiveDate>,
    /// Every way by which it sees records today.
    pub ways: Vec<WayView>,
    /// The parts and audits it was given and that have not ended, the latest first; some may open nothing today.
    pub parts: Vec<PartView>,
    /// The sealed classes whose keys it holds.
    pub sealed: Vec<Compartment>,
    /// Why it sees nothing at all, where training is missing or has lapsed.
    pub nothing: Option<Why>,
}

/// A part or an audit that was given.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct PartView {
    /// What the account is.
    pub relation: Relation,
    /// In what.
    pub scope: PartScope,
    /// The vacancy's title or the team's name; none for the whole organisation.
    pub to: Option<String>,
    /// First day.
    pub from: NaiveDate,
    /// Last day, where it has one.
    pub until: Option<NaiveDate>,
}

/// Asks why something may not be seen.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(
    tag = "kind",
    rename_all = "camelCase",
    rename_all_fields = "camelCase",
    deny_unknown_fields
)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub enum WhyNot {
    /// A candidate, or their name.
    Candidate {
        /// Which.
        candidate: CandidateId,
    },
    /// A vacancy.
    Vacancy {
        /// Which.
        vacancy: VacancyId,
    },
    /// Somebody or something that a list or a search does not show.
    Unlisted,
}

/// Why something may not be seen. What is not there and what is not theirs get the same answer (RULES A6).
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct WhyNotView {
    /// The rule and its sentence; none where it may be seen.
    pub because: Option<Why>,
}

/// Who may see a candidate, by which ways, and until when.
///
/// # Errors
/// A refusal for everyone but HR, the data protection officer and auditors of the candidate's role.
pub fn who_can_see(desk: &ReadDesk<'_>, request: WhoCanSee) -> Result<WhoCanSeeView, Error> {
    let permit = desk.permit_on_candidate::<access::ReviewAccess>(request.candidate)?;
    let titles = titles(desk)?;
    let mut rows = Vec::new();
    for account in desk.records.accounts()? {
        let viewer = desk.records.viewer(account.id)?;
        let found = ways(&viewer, permit.subject(), desk.today);
        if found.is_empty() {
            continue;
        }
        let read =
            access::decide::<access::ReadCandidate>(&viewer, permit.subject().clone(), desk.today)?;
        if desk.records.hides(read.scope(), request.candidate)? {
            continue;
        }
        rows.push(WhoSees {
            account: account.id,
            name: account.name.into(),
            blind: read.sight() == access::Sight::Blind,
            ways: found.iter().map(|way| way_view(way, &titles)).collect(),
        });
    }
    Ok(WhoCanSeeView {
        rows,
        conflicts: desk
            .records
            .conflicts(&permit)?
            .into_iter()
            .map(|conflict| ConflictRow {
                account: conflict.account,
                name: conflict.name.into(),
                declared_on: conflict.declared_on,
            })
            .collect(),
    })
}

/// What somebody may see: vacancies and teams by their parts, everything by their role, sealed classes by their keys.
///
/// # Errors
/// A refusal for everyone but HR, the data protection officer and whoever audits the organisation.
pub fn what_can_see(desk: &ReadDesk<'_>, request: WhatCanSee) -> Result<WhatCanSeeView, Error> {
    let _permit = desk.permit_on_organisation::<access::ReviewAccess>()?;
    let reading = desk.permit_on_organisation::<access::ReadAccounts>()?;
    let viewer = desk.records.viewer(request.account)?;
    let titles = titles(desk)?;
    let found = ways_to_anything(desk, &viewer)?;
    Ok(WhatCanSeeView {
        role: viewer.role_on(desk.today),
        role_until: viewer.role.until,
        ways: found.iter().map(|way| way_view(way, &titles)).collect(),
        parts: desk
            .records
            .grants(&reading, request.account)?
            .into_iter()
            .filter(|grant| grant.until.is_none_or(|last| desk.today <= last))
            .map(|grant| PartView {
                relation: grant.relation,
                scope: grant.scope.into(),
                to: grant.to.map(Into::into),
                from: grant.from,
                until: grant.until,
            })
            .collect(),
        sealed: viewer.compartments.iter().copied().collect(),
        nothing: viewer.check_training(desk.today).err().map(why),
    })
}

/// Why something may not be seen.
///
/// # Errors
/// When the store can't be read.
pub fn why_not(desk: &ReadDesk<'_>, request: WhyNot) -> Result<WhyNotView, Error> {
    let asked = match request {
        WhyNot::Candidate { candidate } => desk
            .permit_on_candidate::<access::ReadCandidate>(candidate)
            .and_then(|permit| match permit.sight() {
                access::Sight::Blind => Err(Refusal::Blind.into()),
                access::Sight::NameOnly | access::Sight::Full => Ok(()),
            }),
        WhyNot::Vacancy { vacancy } => desk
            .permit_on_vacancy::<access::ReadVacancy>(vacancy)
            .map(|_| ()),
        // Asked as of somebody who applied for nothing: whoever lacks a part learns that and nothing else.
        WhyNot::Unlisted => desk
            .permit::<access::ReadCandidate>(Subject::Candidate {
                candidate: CandidateId::new(desk.now),
                applied: Vec::new(),
            })
            .map(|_| ()),
    };
    match asked {
        Ok(()) => Ok(WhyNotView { because: None }),
        Err(Error::Refused(refusal)) => Ok(WhyNotView {
            because: Some(why(refusal)),
        }),
        Err(error) => Err(error),
    }
}

/// A refusal as the page shows it.
pub(crate) fn why(refusal: Refusal) -> Why {
    Why {
        rule: refusal.rule().to_owned(),
        sentence: refusal.sentence().to_owned(),
    }
}

/// The ways to a person who applied for everything: those of every vacancy.
fn ways_to_anything(desk: &ReadDesk<'_>, viewer: &Viewer) -> Result<Vec<Way>, Error> {
    let applied = desk
        .records
        .vacancy_facts()?
        .into_iter()
        .map(|vacancy| Applied {
            vacancy,
            reached: Stage::Applied,
        })
        .collect();
    let nobody = Subject::Candidate {
        candidate: CandidateId::new(desk.now),
        applied,
    };
    Ok(ways(viewer, &nobody, desk.today))
}

fn titles(desk: &ReadDesk<'_>) -> Result<BTreeMap<VacancyId, String>, Error> {
    let permit = desk.permit_over_all::<access::ListVacancies>()?;
    Ok(desk
        .records
        .vacancies(&permit)?
        .into_iter()
        .map(|row| (row.vacancy.id, row.vacancy.details.title.into()))
        .collect())
}

fn way_view(way: &Way, titles: &BTreeMap<VacancyId, String>) -> WayView {
    match way {
        Way::Role { role, until } => WayView {
            role: Some(*role),
            relation: None,
            scope: None,
            vacancy_title: None,
            from: None,
            until: *until,
            because: Why {
                rule: "A2".to_owned(),
                sentence: "The role in the organisation answers for every record (rule A2)."
                    .to_owned(),
            },
        },
        Way::Part {
            relation,
            vacancy,
            scope,
            from,
            until,
        } => WayView {
            role: None,
            relation: Some(*relation),
            scope: Some((*scope).into()),
            vacancy_title: vacancy.and_then(|vacancy| titles.get(&vacancy).cloned()),
            from: Some(*from),
            until: *until,
            because: Why {
                rule: "A3".to_owned(),
                sentence: "A part in the role gives what the table of rule A3 says.".to_owned(),
            },
        },
    }
}
