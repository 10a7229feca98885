//! A vacancy's board: its applications, stage by stage.

use chrono::NaiveDate;
use domain::access::{self, ActionKind};
use domain::application::{Outcome, Stage};
use domain::clock::london_date;
use domain::id::{ApplicationId, CandidateId};
use serde::Serialize;

use super::open::OpenVacancy;
use crate::desk::ReadDesk;
use crate::error::Error;
use crate::view::{May, number};

/// A vacancy's applications by stage.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct Board {
    /// A column a stage, then one for those that ended.
    pub columns: Vec<BoardColumn>,
}

/// A column of the board.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct BoardColumn {
    /// The stage; none is the column of those that ended.
    pub stage: Option<Stage>,
    /// How many are in it.
    pub total: u32,
    /// The first of them, at most two hundred.
    pub cards: Vec<BoardCard>,
}

/// A card of the board.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct BoardCard {
    /// The application.
    pub application: ApplicationId,
    /// Whose.
    pub candidate: CandidateId,
    /// Their name, or an alias.
    pub name: String,
    /// Whether it is an alias, since the name may not be seen yet.
    pub blind: bool,
    /// The day it came in.
    pub applied_on: NaiveDate,
    /// Since when it is in this column.
    pub since: NaiveDate,
    /// How it ended.
    pub outcome: Option<Outcome>,
    /// What this viewer may do with it.
    pub may: May,
}

/// The most cards a column of the board shows.
const CARDS: u32 = 200;

/// A vacancy's applications by stage.
///
/// # Errors
/// A refusal for those without a part in it.
pub fn board(desk: &ReadDesk<'_>, request: OpenVacancy) -> Result<Board, Error> {
    let permit = desk.permit_on_vacancy::<access::ReadVacancy>(request.vacancy)?;
    let mut may = May::new();
    if desk.may::<access::DecideApplication>(permit.subject().clone()) {
        may.push(ActionKind::DecideApplication);
    }
    let card = |card: store::BoardCard| BoardCard {
        application: card.application,
        candidate: card.candidate,
        blind: card.called.name().is_none(),
        name: card.called.full(),
        applied_on: card.applied_on,
        since: card.outcome.map_or_else(
            || card.moved_at.map_or(card.applied_on, london_date),
            |outcome| outcome.on,
        ),
        outcome: card.outcome,
        may: may.clone(),
    };
    let column = |stage: Option<Stage>, column: store::BoardColumn| BoardColumn {
        stage,
        total: number(column.number),
        cards: column.cards.into_iter().map(card).collect(),
    };
    let found = desk.records.board(&permit, CARDS)?;
    let mut columns: Vec<BoardColumn> = Stage::ALL
        .into_iter()
        .zip(found.stages)
        .map(|(stage, cards)| column(Some(stage), cards))
        .collect();
    columns.push(column(None, found.ended));
    Ok(Board { columns })
}
