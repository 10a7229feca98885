//! Applications: where each stands, how it ended, and what happened to it when.

use chrono::{DateTime, NaiveDate, Utc};
use domain::access::{Action, DecideApplication, Permit, ReadVacancy};
use domain::application::{Outcome, OutcomeKind, RejectionReason, Stage};
use domain::candidate::PersonName;
use domain::id::{AccountId, ApplicationId, CandidateId, VacancyId};
use domain::text::Line;
use rusqlite::{Row, named_params};

mod event;
mod find;

pub use event::EventWhat;
pub use find::AwaitingHandOver;

use crate::candidate::person_name;
use crate::column::{At, Day, Id, count, day, decode, line, revision};
use crate::error::StoreError;
use crate::read::{Records, ScopeRows};
use crate::write::Tx;

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
    /// Their name.
    pub name: PersonName,
    /// The day it came in.
    pub applied_on: NaiveDate,
    /// When it last moved.
    pub moved_at: DateTime<Utc>,
    /// Where it stands.
    pub stage: Stage,
    /// How it ended.
    pub outcome: Option<Outcome>,
    /// Goes up with every change.
    pub revision: u32,
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
        let scope = self.scope_rows(permit.scope())?;
        let seen = match &scope {
            ScopeRows::Everything => None,
            ScopeRows::Vacancies { seen, .. } => Some(seen),
        };
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
        let stage = stage.map(Stage::code);
        let (number_sql, cards_sql) = if stage.is_some() {
            (RUNNING_NUMBER, RUNNING_CARDS)
        } else {
            (ENDED_NUMBER, ENDED_CARDS)
        };
        let number: i64 = self.connection().prepare_cached(number_sql)?.query_row(
            named_params! { ":vacancy": vacancy, ":stage": stage },
            |row| row.get(0),
        )?;
        let mut statement = self.connection().prepare_cached(cards_sql)?;
        let mut rows = statement.query(
            named_params! { ":vacancy": vacancy, ":stage": stage, ":most": most, ":from": from },
        )?;
        let mut cards = Vec::new();
        while let Some(row) = rows.next()? {
            cards.push(BoardCard {
                application: ApplicationId::from_uuid(row.get::<_, Id>("id")?.0),
                candidate: CandidateId::from_uuid(row.get::<_, Id>("candidate_id")?.0),
                name: person_name(row)?,
                applied_on: row.get::<_, Day>("applied_on")?.0,
                moved_at: row.get::<_, At>("moved_at")?.0,
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
const RUNNING_NUMBER: &str = "
    SELECT count(*)
    FROM application
    WHERE vacancy = :vacancy AND outcome IS NULL AND stage = :stage";
const ENDED_NUMBER: &str = "
    SELECT count(*)
    FROM application
    WHERE vacancy = :vacancy AND outcome IS NOT NULL AND :stage IS NULL";
const RUNNING_CARDS: &str = "
    SELECT application.id, candidate.id AS candidate_id, candidate.title, candidate.given, candidate.family,
           candidate.preferred_name, application.applied_on, application.stage, application.outcome,
           application.reason, application.outcome_on, application.revision,
           coalesce(
               (SELECT max(at) FROM application_event WHERE application = application.row), application.added_at
           ) AS moved_at
    FROM application
    JOIN candidate ON candidate.row = application.candidate
    WHERE application.vacancy = :vacancy AND application.outcome IS NULL AND application.stage = :stage
    ORDER BY application.applied_on, application.row
    LIMIT :most OFFSET :from";
const ENDED_CARDS: &str = "
    SELECT application.id, candidate.id AS candidate_id, candidate.title, candidate.given, candidate.family,
           candidate.preferred_name, application.applied_on, application.stage, application.outcome,
           application.reason, application.outcome_on, application.revision,
           coalesce(
               (SELECT max(at) FROM application_event WHERE application = application.row), application.added_at
           ) AS moved_at
    FROM application
    JOIN candidate ON candidate.row = application.candidate
    WHERE application.vacancy = :vacancy AND application.outcome IS NOT NULL AND :stage IS NULL
    ORDER BY application.outcome_on DESC, application.row DESC
    LIMIT :most OFFSET :from";

/// An application to be added.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NewApplication {
    /// The day it came in.
    pub applied_on: NaiveDate,
    /// Where it stands.
    pub stage: Stage,
    /// How it ended, for one that comes in with its end.
    pub outcome: Option<Outcome>,
}

impl Tx<'_> {
    /// Adds an application of a candidate for a vacancy. The permit is for the vacancy, as [`Records::vacancy`]'s
    /// is, or for the organisation's records as a whole.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when one of them is not there, [`StoreError::WrongSubject`] when the permit is
    /// for another vacancy.
    pub fn insert_application<A: Action>(
        &self,
        permit: &Permit<A>,
        candidate: CandidateId,
        vacancy: VacancyId,
        application: &NewApplication,
    ) -> Result<ApplicationId, StoreError> {
        if !permit.scope().covers(vacancy) {
            return Err(StoreError::WrongSubject);
        }
        let candidate = self.records().candidate_row(candidate)?;
        let vacancy = self.records().vacancy_row(vacancy)?;
        self.put_new_application(candidate, vacancy, application, None)
    }

    pub(crate) fn put_new_application(
        &self,
        candidate: i64,
        vacancy: i64,
        application: &NewApplication,
        import: Option<i64>,
    ) -> Result<ApplicationId, StoreError> {
        let id = ApplicationId::new(self.at());
        self.sql()
            .prepare_cached(
                "INSERT INTO application (id, candidate, vacancy, applied_on, stage, stage_reached, outcome, reason,
                                          outcome_on, import, added_at, revision)
                 VALUES (:id, :candidate, :vacancy, :applied_on, :stage, :stage, :outcome, :reason, :outcome_on,
                         :import, :added_at, 1)",
            )?
            .execute(named_params! {
                ":id": Id(id.uuid()),
                ":candidate": candidate,
                ":vacancy": vacancy,
                ":applied_on": Day(application.applied_on),
                ":stage": application.stage.code(),
                ":outcome": application.outcome.map(|outcome| outcome.how.code()),
                ":reason": application.outcome.and_then(|outcome| outcome.how.reason()).map(RejectionReason::code),
                ":outcome_on": application.outcome.map(|outcome| Day(outcome.on)),
                ":import": import,
                ":added_at": At(self.at()),
            })?;
        let row = self.sql().last_insert_rowid();
        self.put_event(
            row,
            EventWhat::Added {
                at: application.stage,
            },
        )?;
        if let Some(outcome) = application.outcome {
            self.put_event(row, EventWhat::Ended { outcome })?;
        }
        self.touch(candidate);
        Ok(id)
    }

    /// Moves the application of the permit's candidate for the permit's vacancy to a stage.
    ///
    /// # Errors
    /// [`StoreError::Stale`] when someone else changed it, [`StoreError::NotFound`] when it is gone.
    pub fn move_application(
        &self,
        permit: &Permit<DecideApplication>,
        application: ApplicationId,
        stage: Stage,
        expected: u32,
    ) -> Result<u32, StoreError> {
        let known = self.application_at_revision(permit, application, expected)?;
        let reached = known.reached.max(stage);
        let next = expected.saturating_add(1);
        self.sql()
            .prepare_cached(
                "UPDATE application
                 SET stage = :stage, stage_reached = :reached, revision = :revision
                 WHERE row = :row",
            )?
            .execute(named_params! {
                ":stage": stage.code(),
                ":reached": reached.code(),
                ":revision": next,
                ":row": known.row,
            })?;
        self.put_event(
            known.row,
            EventWhat::Moved {
                from: known.stage,
                to: stage,
            },
        )?;
        self.touch(known.candidate);
        Ok(next)
    }

    /// Records how the application ended, or, with `None`, takes that back.
    ///
    /// # Errors
    /// [`StoreError::Stale`] when someone else changed it, [`StoreError::NotFound`] when it is gone.
    pub fn set_outcome(
        &self,
        permit: &Permit<DecideApplication>,
        application: ApplicationId,
        outcome: Option<Outcome>,
        expected: u32,
    ) -> Result<u32, StoreError> {
        let known = self.application_at_revision(permit, application, expected)?;
        self.put_outcome(known.row, outcome)?;
        self.touch(known.candidate);
        Ok(expected.saturating_add(1))
    }

    pub(crate) fn put_outcome(
        &self,
        application: i64,
        outcome: Option<Outcome>,
    ) -> Result<(), StoreError> {
        let stage: String = self
            .sql()
            .prepare_cached("SELECT stage FROM application WHERE row = ?1")?
            .query_row([application], |row| row.get(0))?;
        let stage = decode("application.stage", Stage::from_code(&stage))?;
        self.sql()
            .prepare_cached(
                "UPDATE application
                 SET outcome = :outcome, reason = :reason, outcome_on = :outcome_on, revision = revision + 1
                 WHERE row = :row",
            )?
            .execute(named_params! {
                ":outcome": outcome.map(|outcome| outcome.how.code()),
                ":reason": outcome.and_then(|outcome| outcome.how.reason()).map(RejectionReason::code),
                ":outcome_on": outcome.map(|outcome| Day(outcome.on)),
                ":row": application,
            })?;
        let what = outcome.map_or(EventWhat::Reopened { to: stage }, |outcome| {
            EventWhat::Ended { outcome }
        });
        self.put_event(application, what)
    }

    /// Records the day HR confirmed the hand-over of someone hired, or takes that back.
    ///
    /// # Errors
    /// [`StoreError::Stale`] when someone else changed it, [`StoreError::NotFound`] when it is gone.
    pub fn set_handed_over(
        &self,
        permit: &Permit<DecideApplication>,
        application: ApplicationId,
        on: Option<NaiveDate>,
        expected: u32,
    ) -> Result<u32, StoreError> {
        let known = self.application_at_revision(permit, application, expected)?;
        let next = expected.saturating_add(1);
        self.sql()
            .prepare_cached("UPDATE application SET handed_over_on = :on, revision = :revision WHERE row = :row")?
            .execute(named_params! { ":on": on.map(Day), ":revision": next, ":row": known.row })?;
        self.put_event(known.row, EventWhat::HandedOver { on })?;
        self.touch(known.candidate);
        Ok(next)
    }

    /// Takes back an application that was just added.
    ///
    /// # Errors
    /// [`StoreError::Stale`] when it was changed since, [`StoreError::InUse`] when the reserve list stands on it.
    pub fn remove_application(
        &self,
        permit: &Permit<DecideApplication>,
        application: ApplicationId,
        expected: u32,
    ) -> Result<(), StoreError> {
        let known = self.application_at_revision(permit, application, expected)?;
        self.sql()
            .prepare_cached("DELETE FROM application_event WHERE application = ?1")?
            .execute([known.row])?;
        self.sql()
            .prepare_cached("DELETE FROM application WHERE row = ?1")?
            .execute([known.row])?;
        self.touch(known.candidate);
        Ok(())
    }

    fn put_event(&self, application: i64, event: EventWhat) -> Result<(), StoreError> {
        let (what, before, after) = event.parts();
        let account = self.actor_row()?;
        self.sql()
            .prepare_cached(
                "INSERT INTO application_event (application, at, account, what, before, after)
                 VALUES (:application, :at, :account, :what, :before, :after)",
            )?
            .execute(named_params! {
                ":application": application,
                ":at": At(self.at()),
                ":account": account,
                ":what": what,
                ":before": before,
                ":after": after,
            })?;
        Ok(())
    }

    fn application_at_revision(
        &self,
        permit: &Permit<DecideApplication>,
        application: ApplicationId,
        expected: u32,
    ) -> Result<Known, StoreError> {
        let (candidate, vacancy) = parties(permit)?;
        let mut statement = self.sql().prepare_cached(
            "SELECT application.row, application.candidate, application.stage, application.stage_reached,
                    application.revision
             FROM application
             JOIN candidate ON candidate.row = application.candidate
             JOIN vacancy ON vacancy.row = application.vacancy
             WHERE application.id = :application AND candidate.id = :candidate AND vacancy.id = :vacancy",
        )?;
        let mut rows = statement.query(named_params! {
            ":application": Id(application.uuid()),
            ":candidate": Id(candidate.uuid()),
            ":vacancy": Id(vacancy.uuid()),
        })?;
        let row = rows.next()?.ok_or(StoreError::NotFound)?;
        let found = revision(row.get("revision")?);
        if found != expected {
            return Err(StoreError::Stale { revision: found });
        }
        let reached: String = row.get("stage_reached")?;
        Ok(Known {
            row: row.get("row")?,
            candidate: row.get("candidate")?,
            stage: stage_of(row)?,
            reached: decode("application.stage_reached", Stage::from_code(&reached))?,
        })
    }
}

/// An application about to be changed.
struct Known {
    row: i64,
    candidate: i64,
    stage: Stage,
    reached: Stage,
}
