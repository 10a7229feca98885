//! Changing applications: adding, moving, ending, and taking each back.

use chrono::{DateTime, NaiveDate, Utc};
use domain::access::{Action, DecideApplication, Import, Permit};
use domain::application::{Outcome, OutcomeKind, RejectionReason, Stage};
use domain::id::{ApplicationId, CandidateId, VacancyId};
use rusqlite::{OptionalExtension, named_params};

use super::{EventWhat, parties, stage_of};
use crate::column::{At, Day, Id, decode, json_rows, revision};
use crate::error::StoreError;
use crate::write::Tx;

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
    /// Adds an application of a candidate for a vacancy. The permit is for the vacancy, as [`crate::Records::vacancy`]'s
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
        self.put_alias_where_blind(row, vacancy)?;
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
        self.end_places_of_hired(application, outcome)?;
        let what = outcome.map_or(EventWhat::Reopened { to: stage }, |outcome| {
            EventWhat::Ended { outcome }
        });
        self.put_event(application, what)
    }

    /// Whoever is hired is on the reserve list no more (RET-05), and is again where that is taken back.
    fn end_places_of_hired(
        &self,
        application: i64,
        outcome: Option<Outcome>,
    ) -> Result<(), StoreError> {
        match outcome {
            Some(Outcome {
                how: OutcomeKind::Hired,
                on,
            }) => {
                self.sql()
                    .prepare_cached(
                        "UPDATE reserve_entry
                         SET removed_on = max(?2, (
                                 SELECT permission.given_on FROM permission WHERE permission.row = reserve_entry.permission
                             )),
                             removed_reason = 'hired'
                         WHERE removed_on IS NULL
                           AND candidate = (SELECT candidate FROM application WHERE row = ?1)",
                    )?
                    .execute(rusqlite::params![application, Day(on)])?;
            }
            Some(_) => {}
            None => {
                self.sql()
                    .prepare_cached(
                        "UPDATE reserve_entry
                         SET removed_on = NULL, removed_reason = NULL
                         WHERE removed_reason = 'hired'
                           AND candidate = (SELECT candidate FROM application WHERE row = ?1)
                           AND NOT EXISTS (
                               SELECT 1
                               FROM application
                               WHERE application.candidate = reserve_entry.candidate AND application.outcome = 'hired'
                           )",
                    )?
                    .execute([application])?;
            }
        }
        Ok(())
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
    /// [`StoreError::Stale`] when it was changed since, [`StoreError::InUse`] when the reserve list stands on it, an
    /// interview was scheduled or a document was added for it.
    pub fn remove_application(
        &self,
        permit: &Permit<DecideApplication>,
        application: ApplicationId,
        expected: u32,
    ) -> Result<(), StoreError> {
        let known = self.application_at_revision(permit, application, expected)?;
        self.delete_applications(&[known.row])
    }

    /// Deletes applications with nothing but their events; the database refuses one that more hangs on.
    pub(crate) fn delete_applications(&self, applications: &[i64]) -> Result<(), StoreError> {
        for part in applications.chunks(1000) {
            let rows = json_rows(part.iter().copied());
            let mut statement = self.sql().prepare_cached(
                "SELECT candidate FROM application WHERE row IN (SELECT value FROM json_each(?1))",
            )?;
            let mut found = statement.query([&rows])?;
            while let Some(row) = found.next()? {
                self.touch(row.get(0)?);
            }
            for sql in [
                "DELETE FROM application_event WHERE application IN (SELECT value FROM json_each(?1))",
                "DELETE FROM application_alias WHERE application IN (SELECT value FROM json_each(?1))",
                "DELETE FROM application WHERE row IN (SELECT value FROM json_each(?1))",
            ] {
                self.sql().prepare_cached(sql)?.execute([&rows])?;
            }
        }
        Ok(())
    }

    /// Brings in that the application was moved before it came in, at an instant that its file knows.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when the application is gone.
    pub fn import_move(
        &self,
        _permit: &Permit<Import>,
        application: ApplicationId,
        from: Stage,
        to: Stage,
        at: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        let row: i64 = self
            .sql()
            .prepare_cached(
                "UPDATE application
                 SET stage = :stage, stage_reached = :stage
                 WHERE id = :id
                 RETURNING row",
            )?
            .query_row(
                named_params! { ":stage": to.code(), ":id": Id(application.uuid()) },
                |row| row.get(0),
            )
            .optional()?
            .ok_or(StoreError::NotFound)?;
        self.put_event_at(row, EventWhat::Moved { from, to }, at)
    }

    fn put_event(&self, application: i64, event: EventWhat) -> Result<(), StoreError> {
        self.put_event_at(application, event, self.at())
    }

    fn put_event_at(
        &self,
        application: i64,
        event: EventWhat,
        at: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        let (what, before, after) = event.parts();
        let account = self.actor_row()?;
        self.sql()
            .prepare_cached(
                "INSERT INTO application_event (application, at, account, what, before, after)
                 VALUES (:application, :at, :account, :what, :before, :after)",
            )?
            .execute(named_params! {
                ":application": application,
                ":at": At(at),
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
