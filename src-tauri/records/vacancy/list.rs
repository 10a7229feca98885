//! The vacancies there are, and the teams they may be of.

use chrono::NaiveDate;
use domain::access;
use domain::application::Stage;
use domain::id::{TeamId, VacancyId};
use domain::text::Line;
use domain::vacancy::VacancyKind;
use serde::{Deserialize, Serialize};

use crate::desk::ReadDesk;
use crate::error::Error;
use crate::organisation::TeamRow;
use crate::view::{Nothing, number};

/// Which vacancies to list.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct ListVacancies {
    /// Also those closed out.
    pub closed_out: bool,
}

/// The vacancies a viewer may see.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct VacancyList {
    /// Open ones first, latest opening first.
    pub rows: Vec<VacancyRow>,
    /// How many closed-out ones are not among them.
    pub hidden: u32,
}

/// A line of the list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct VacancyRow {
    /// Which vacancy.
    pub vacancy: VacancyId,
    /// Its title.
    pub title: String,
    /// The organisation's reference.
    pub reference: Option<String>,
    /// What kind of role.
    pub kind: VacancyKind,
    /// The team.
    pub team: String,
    /// First day of applications.
    pub opens_on: NaiveDate,
    /// Last day of applications.
    pub closes_on: Option<NaiveDate>,
    /// The day it was closed out.
    pub closed_out_on: Option<NaiveDate>,
    /// Live applications at each stage.
    pub stages: Vec<StageCount>,
    /// Live applications.
    pub live: u32,
    /// Ended applications.
    pub ended: u32,
}

/// How many applications are at a stage.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct StageCount {
    /// The stage.
    pub stage: Stage,
    /// How many.
    pub count: u32,
}

/// The team a vacancy is in.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(
    tag = "kind",
    rename_all = "camelCase",
    rename_all_fields = "camelCase",
    deny_unknown_fields
)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub enum TeamChoice {
    /// One that is there.
    Existing {
        /// Which.
        team: TeamId,
    },
    /// One to add.
    New {
        /// Its name.
        name: Line,
    },
}

/// The teams of the organisation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct Teams {
    /// By name.
    pub teams: Vec<TeamRow>,
}

/// The vacancies this viewer may see.
///
/// # Errors
/// When the store can't be read.
pub fn list(desk: &ReadDesk<'_>, request: ListVacancies) -> Result<VacancyList, Error> {
    let permit = desk.permit_over_all::<access::ListVacancies>()?;
    let all = desk.records.vacancies(&permit)?;
    let (shown, hidden): (Vec<_>, Vec<_>) = all
        .into_iter()
        .partition(|row| request.closed_out || row.vacancy.closed_out_on.is_none());
    Ok(VacancyList {
        rows: shown.into_iter().map(row).collect(),
        hidden: number(hidden.len()),
    })
}

fn row(row: store::VacancyRow) -> VacancyRow {
    let live: u64 = row.at_stage.iter().sum();
    let stages = Stage::ALL
        .into_iter()
        .zip(row.at_stage)
        .map(|(stage, count)| StageCount {
            stage,
            count: number(count),
        })
        .collect();
    VacancyRow {
        vacancy: row.vacancy.id,
        title: row.vacancy.details.title.into(),
        reference: row.vacancy.details.reference.map(Into::into),
        kind: row.vacancy.details.kind,
        team: row.vacancy.team_name.into(),
        opens_on: row.vacancy.details.opens_on,
        closes_on: row.vacancy.details.closes_on,
        closed_out_on: row.vacancy.closed_out_on,
        stages,
        live: number(live),
        ended: number(row.ended.saturating_add(row.hired)),
    }
}

/// The teams of the organisation.
///
/// # Errors
/// When the store can't be read.
pub fn teams(desk: &ReadDesk<'_>, _: Nothing) -> Result<Teams, Error> {
    let teams = desk.records.teams()?;
    Ok(Teams {
        teams: teams
            .into_iter()
            .map(|team| TeamRow {
                team: team.id,
                name: team.name.into(),
            })
            .collect(),
    })
}
