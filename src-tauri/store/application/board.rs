//! A vacancy's board: a column for each stage, and one for what has ended.

use chrono::{DateTime, NaiveDate, Utc};
use domain::access::{Called, Permit, ReadVacancy};
use domain::application::{Outcome, Stage};
use domain::id::{ApplicationId, CandidateId};
use rusqlite::named_params;

use super::{outcome_of, stage_of};
use crate::candidate::called;
use crate::column::{At, Day, Id, count, revision};
use crate::error::StoreError;
use crate::read::{Records, alias_of, nameless, not_left_out};

/// A vacancy's board: a column for each stage, and one for what has ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Board {
    /// Running applications by stage, in [`Stage::ALL`]'s order.
    pub stages: Vec<BoardColumn>,
    /// Ended applications, the last ended first.
    pub ended: BoardColumn,
}

/// A column of a board.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct BoardColumn {
    /// How many cards it has.
    pub number: u64,
    /// The first of them.
    pub cards: Vec<BoardCard>,
}

/// A card of a board.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BoardCard {
    /// The application.
    pub application: ApplicationId,
    /// Whose it is.
    pub candidate: CandidateId,
    /// Their name, or their alias where the permit shows no name.
    pub called: Called,
    /// The day it came in.
    pub applied_on: NaiveDate,
    /// When it was last moved here; `None` for one that has never moved.
    pub moved_at: Option<DateTime<Utc>>,
    /// Where it stands.
    pub stage: Stage,
    /// How it ended.
    pub outcome: Option<Outcome>,
    /// Goes up with every change.
    pub revision: u32,
}

impl Records<'_> {
    /// The board of the permit's vacancy, with so many cards in each column.
    ///
    /// # Errors
    /// [`StoreError::WrongSubject`] when the permit is for no vacancy.
    pub fn board(&self, permit: &Permit<ReadVacancy>, most: u32) -> Result<Board, StoreError> {
        let mut stages = Vec::with_capacity(Stage::ALL.len());
        for stage in Stage::ALL {
            stages.push(self.board_column(permit, Some(stage), 0, most)?);
        }
        Ok(Board {
            stages,
            ended: self.board_column(permit, None, 0, most)?,
        })
    }

    /// One column of the board of the permit's vacancy, from a place on; `None` is the column of what has ended.
    ///
    /// # Errors
    /// [`StoreError::WrongSubject`] when the permit is for no vacancy.
    pub fn board_column(
        &self,
        permit: &Permit<ReadVacancy>,
        stage: Option<Stage>,
        from: u32,
        most: u32,
    ) -> Result<BoardColumn, StoreError> {
        let vacancy = self.vacancy_row(permit.vacancy().ok_or(StoreError::WrongSubject)?)?;
        let scope = self.scope_rows(permit.scope())?;
        let code = stage.map(Stage::code);
        let (which, order) = match stage {
            Some(_) => (RUNNING, "application.applied_on"),
            None => (ENDED, "application.outcome_on DESC"),
        };
        let seen = not_left_out("application.candidate", ":without");
        let number: i64 = self
            .connection()
            .prepare_cached(&format!(
                "SELECT count(*) FROM application WHERE vacancy = :vacancy AND {which} AND {seen}"
            ))?
            .query_row(
                named_params! { ":vacancy": vacancy, ":stage": code, ":without": scope.without },
                |row| row.get(0),
            )?;
        // Among the nameless the order they were entered in must not tell more than the day: files are sorted by name.
        let mut statement = self.connection().prepare_cached(&format!(
            "SELECT application.id, candidate.id AS candidate_id, candidate.title, candidate.given, candidate.family,
                    candidate.preferred_name, application.applied_on, application.stage, application.outcome,
                    application.reason, application.outcome_on, application.revision,
                    {nameless} AS nameless, {alias} AS alias,
                    (
                        SELECT max(at)
                        FROM application_event
                        WHERE application = application.row AND what IN ('moved', 'reopened')
                    ) AS moved_at
             FROM application
             JOIN candidate ON candidate.row = application.candidate
             WHERE application.vacancy = :vacancy AND {which} AND {seen}
             ORDER BY {order}, alias, application.row{descending}
             LIMIT :most OFFSET :from",
            nameless = nameless("candidate.row", ":blind"),
            alias = alias_of("candidate.row", ":blind"),
            descending = if stage.is_some() { "" } else { " DESC" },
        ))?;
        let mut rows = statement.query(named_params! {
            ":vacancy": vacancy,
            ":stage": code,
            ":without": scope.without,
            ":blind": scope.blind,
            ":most": most,
            ":from": from,
        })?;
        let mut cards = Vec::new();
        while let Some(row) = rows.next()? {
            cards.push(BoardCard {
                application: ApplicationId::from_uuid(row.get::<_, Id>("id")?.0),
                candidate: CandidateId::from_uuid(row.get::<_, Id>("candidate_id")?.0),
                called: called(row)?,
                applied_on: row.get::<_, Day>("applied_on")?.0,
                moved_at: row.get::<_, Option<At>>("moved_at")?.map(|at| at.0),
                stage: stage_of(row)?,
                outcome: outcome_of(row)?,
                revision: revision(row.get("revision")?),
            });
        }
        Ok(BoardColumn {
            number: count(number),
            cards,
        })
    }
}

// A vacancy's board is at most some thousand cards, so its pages may count through the rows before them.
const RUNNING: &str = "application.outcome IS NULL AND application.stage = :stage";
const ENDED: &str = "application.outcome IS NOT NULL AND :stage IS NULL";
