//! Applications: where each stands, how it ended, and what happened to it when.

use chrono::{DateTime, NaiveDate, Utc};
use domain::access::{Action, Permit};
use domain::application::{Outcome, OutcomeKind, Stage};
use domain::id::{AccountId, ApplicationId, CandidateId, VacancyId};
use domain::text::Line;
use rusqlite::{Row, named_params};

mod alias;
mod board;
mod change;
mod event;
mod find;

pub use board::{Board, BoardCard, BoardColumn};
pub use change::NewApplication;
pub use event::EventWhat;
pub use find::{AwaitingDecision, AwaitingHandOver};

use crate::column::{At, Day, Id, day, decode, line, revision};
use crate::error::StoreError;
use crate::read::Records;

/// An application.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ApplicationRecord {
    /// Its id.
    pub id: ApplicationId,
    /// Whose it is.
    pub candidate: CandidateId,
    /// What it is for.
    pub vacancy: VacancyId,
    /// That vacancy's title.
    pub vacancy_title: Line,
    /// The day that vacancy was closed out.
    pub vacancy_closed_out_on: Option<NaiveDate>,
    /// The day it came in.
    pub applied_on: NaiveDate,
    /// Where it stands, or stood when it ended.
    pub stage: Stage,
    /// The furthest it came.
    pub stage_reached: Stage,
    /// How it ended.
    pub outcome: Option<Outcome>,
    /// For someone hired: the day HR confirmed the hand-over.
    pub handed_over_on: Option<NaiveDate>,
    /// Goes up with every change.
    pub revision: u32,
}

/// What happened to an application.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ApplicationEvent {
    /// When.
    pub at: DateTime<Utc>,
    /// Who did it.
    pub account: AccountId,
    /// Their name.
    pub name: Line,
    /// What.
    pub what: EventWhat,
}

/// The stage of a row with a `stage` column.
pub(crate) fn stage_of(row: &Row<'_>) -> Result<Stage, StoreError> {
    let stage: String = row.get("stage")?;
    decode("application.stage", Stage::from_code(&stage))
}

/// The outcome of a row with the columns `outcome`, `reason` and `outcome_on`.
pub(crate) fn outcome_of(row: &Row<'_>) -> Result<Option<Outcome>, StoreError> {
    let kind: Option<String> = row.get("outcome")?;
    let reason: Option<String> = row.get("reason")?;
    let on: Option<NaiveDate> = day(row.get("outcome_on")?);
    match (kind, on) {
        (Some(kind), Some(on)) => {
            let how = decode(
                "application.outcome",
                OutcomeKind::from_codes(&kind, reason.as_deref()),
            )?;
            Ok(Some(Outcome { how, on }))
        }
        (None, None) => Ok(None),
        (Some(_), None) | (None, Some(_)) => Err(StoreError::Unreadable {
            column: "application.outcome_on",
        }),
    }
}

fn record(row: &Row<'_>) -> Result<ApplicationRecord, StoreError> {
    let title: String = row.get("title")?;
    let reached: String = row.get("stage_reached")?;
    Ok(ApplicationRecord {
        id: ApplicationId::from_uuid(row.get::<_, Id>("id")?.0),
        candidate: CandidateId::from_uuid(row.get::<_, Id>("candidate_id")?.0),
        vacancy: VacancyId::from_uuid(row.get::<_, Id>("vacancy_id")?.0),
        vacancy_title: line("vacancy.title", &title)?,
        vacancy_closed_out_on: day(row.get("closed_out_on")?),
        applied_on: row.get::<_, Day>("applied_on")?.0,
        stage: stage_of(row)?,
        stage_reached: decode("application.stage_reached", Stage::from_code(&reached))?,
        outcome: outcome_of(row)?,
        handed_over_on: day(row.get("handed_over_on")?),
        revision: revision(row.get("revision")?),
    })
}

/// Who and what a permit to decide is for.
fn parties<A: Action>(permit: &Permit<A>) -> Result<(CandidateId, VacancyId), StoreError> {
    permit
        .candidate()
        .zip(permit.vacancy())
        .ok_or(StoreError::WrongSubject)
}

impl Records<'_> {
    /// The applications of the permit's candidate that are in its scope, the latest first.
    ///
    /// # Errors
    /// [`StoreError::WrongSubject`] when the permit is for no candidate.
    pub fn applications<A: Action>(
        &self,
        permit: &Permit<A>,
    ) -> Result<Vec<ApplicationRecord>, StoreError> {
        let candidate = permit.candidate().ok_or(StoreError::WrongSubject)?;
        let seen = self.scope_rows(permit.scope())?.seen;
        let mut statement = self.connection().prepare_cached(
            "SELECT application.id, candidate.id AS candidate_id, vacancy.id AS vacancy_id, vacancy.title,
                    vacancy.closed_out_on, application.applied_on, application.stage, application.stage_reached,
                    application.outcome, application.reason, application.outcome_on, application.handed_over_on,
                    application.revision
             FROM candidate
             JOIN application ON application.candidate = candidate.row
             JOIN vacancy ON vacancy.row = application.vacancy
             WHERE candidate.id = :candidate
               AND (:seen IS NULL OR application.vacancy IN (SELECT value FROM json_each(:seen)))
             ORDER BY application.applied_on DESC, application.row DESC",
        )?;
        let mut rows =
            statement.query(named_params! { ":candidate": Id(candidate.uuid()), ":seen": seen })?;
        let mut found = Vec::new();
        while let Some(row) = rows.next()? {
            found.push(record(row)?);
        }
        Ok(found)
    }

    /// Whose an application is and what it is for: what access needs to decide about it.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when it is gone.
    pub fn application_parties(
        &self,
        application: ApplicationId,
    ) -> Result<(CandidateId, VacancyId), StoreError> {
        Ok(self
            .connection()
            .prepare_cached(
                "SELECT candidate.id, vacancy.id
                 FROM application
                 JOIN candidate ON candidate.row = application.candidate
                 JOIN vacancy ON vacancy.row = application.vacancy
                 WHERE application.id = ?1",
            )?
            .query_row([Id(application.uuid())], |row| {
                let candidate: Id = row.get(0)?;
                let vacancy: Id = row.get(1)?;
                Ok((
                    CandidateId::from_uuid(candidate.0),
                    VacancyId::from_uuid(vacancy.0),
                ))
            })?)
    }

    /// What happened to an application of the permit's candidate, oldest first.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when it is not one of theirs, or not in the permit's scope.
    pub fn application_history<A: Action>(
        &self,
        permit: &Permit<A>,
        application: ApplicationId,
    ) -> Result<Vec<ApplicationEvent>, StoreError> {
        if !self
            .applications(permit)?
            .iter()
            .any(|known| known.id == application)
        {
            return Err(StoreError::NotFound);
        }
        let mut statement = self.connection().prepare_cached(
            "SELECT application_event.at, account.id, account.name, application_event.what, application_event.before,
                    application_event.after
             FROM application
             JOIN application_event ON application_event.application = application.row
             JOIN account ON account.row = application_event.account
             WHERE application.id = ?1
             ORDER BY application_event.row",
        )?;
        let mut rows = statement.query([Id(application.uuid())])?;
        let mut events = Vec::new();
        while let Some(row) = rows.next()? {
            let name: String = row.get(2)?;
            events.push(ApplicationEvent {
                at: row.get::<_, At>(0)?.0,
                account: AccountId::from_uuid(row.get::<_, Id>(1)?.0),
                name: line("account.name", &name)?,
                what: decode(
                    "application_event.what",
                    EventWhat::from_parts(
                        row.get_ref(3)?.as_str().unwrap_or_default(),
                        row.get::<_, Option<String>>(4)?.as_deref(),
                        row.get::<_, Option<String>>(5)?.as_deref(),
                    ),
                )?,
            });
        }
        Ok(events)
    }
}
