//! Criteria of a vacancy: what its interviews assess.

use chrono::NaiveDate;
use domain::access::{Action, EditVacancy, Permit};
use domain::id::CriterionId;
use domain::interview::CriterionText;
use rusqlite::named_params;

use crate::column::{Day, Id, day, line, prose};
use crate::error::StoreError;
use crate::read::Records;
use crate::write::Tx;

/// A criterion.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CriterionRecord {
    /// Its id.
    pub id: CriterionId,
    /// What it is, and how to find it out.
    pub text: CriterionText,
    /// The day it was taken out of use; `None` while it is in use.
    pub retired_on: Option<NaiveDate>,
}

/// A criterion as it should be.
#[derive(Clone, Debug)]
pub struct CriterionChange {
    /// The one that is there; `None` for another.
    pub id: Option<CriterionId>,
    /// What it should say.
    pub text: CriterionText,
}

impl Records<'_> {
    /// The criteria of the permit's vacancy: those in use in their order, then those that were.
    ///
    /// # Errors
    /// [`StoreError::WrongSubject`] when the permit is for no vacancy.
    pub fn criteria<A: Action>(
        &self,
        permit: &Permit<A>,
    ) -> Result<Vec<CriterionRecord>, StoreError> {
        let vacancy = permit.vacancy().ok_or(StoreError::WrongSubject)?;
        let mut statement = self.connection().prepare_cached(
            "SELECT criterion.id, criterion.what, criterion.questions, criterion.retired_on
             FROM vacancy
             JOIN criterion ON criterion.vacancy = vacancy.row
             WHERE vacancy.id = ?1
             ORDER BY criterion.retired_on IS NOT NULL, criterion.position, criterion.row",
        )?;
        let mut rows = statement.query([Id(vacancy.uuid())])?;
        let mut found = Vec::new();
        while let Some(row) = rows.next()? {
            let (what, questions): (String, String) = (row.get("what")?, row.get("questions")?);
            found.push(CriterionRecord {
                id: CriterionId::from_uuid(row.get::<_, Id>("id")?.0),
                text: CriterionText {
                    what: line("criterion.what", &what)?,
                    questions: prose("criterion.questions", &questions)?,
                },
                retired_on: day(row.get("retired_on")?),
            });
        }
        Ok(found)
    }
}

impl Tx<'_> {
    /// Makes these the criteria in use of the permit's vacancy, in this order.
    ///
    /// What was scored stays what it was: once there is feedback in an interview for the vacancy, a criterion that is
    /// left out or reworded is taken out of use instead, and another takes its place. A criterion that is named anew
    /// comes into use again.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when one of them is not the vacancy's.
    pub fn set_criteria(
        &self,
        permit: &Permit<EditVacancy>,
        criteria: &[CriterionChange],
    ) -> Result<(), StoreError> {
        let vacancy = self
            .records()
            .vacancy_row(permit.vacancy().ok_or(StoreError::WrongSubject)?)?;
        let scored = self.has_any(vacancy, "feedback")?;
        let known = self.records().criteria(permit)?;
        let mut kept = Vec::with_capacity(criteria.len());
        for (position, change) in (0_i64..).zip(criteria) {
            let before = change
                .id
                .map(|id| known.iter().find(|each| each.id == id))
                .map(|found| found.ok_or(StoreError::NotFound))
                .transpose()?;
            match before {
                Some(before) if !scored || before.text.what == change.text.what => {
                    self.sql()
                        .prepare_cached(
                            "UPDATE criterion
                             SET position = :position, what = :what, questions = :questions, retired_on = NULL
                             WHERE id = :id",
                        )?
                        .execute(named_params! {
                            ":position": position,
                            ":what": change.text.what.as_str(),
                            ":questions": change.text.questions.as_str(),
                            ":id": Id(before.id.uuid()),
                        })?;
                    kept.push(before.id);
                }
                reworded => {
                    let id = CriterionId::new(self.at());
                    self.sql()
                        .prepare_cached(
                            "INSERT INTO criterion (id, vacancy, position, what, questions)
                             VALUES (:id, :vacancy, :position, :what, :questions)",
                        )?
                        .execute(named_params! {
                            ":id": Id(id.uuid()),
                            ":vacancy": vacancy,
                            ":position": position,
                            ":what": change.text.what.as_str(),
                            ":questions": change.text.questions.as_str(),
                        })?;
                    if let Some(before) = reworded {
                        self.ask_instead(before.id, id)?;
                    }
                    kept.push(id);
                }
            }
        }
        let used = scored || self.has_any(vacancy, "feedback_draft")?;
        for gone in known.iter().filter(|each| !kept.contains(&each.id)) {
            if used {
                self.sql()
                    .prepare_cached(
                        "UPDATE criterion SET retired_on = coalesce(retired_on, ?2) WHERE id = ?1",
                    )?
                    .execute(rusqlite::params![Id(gone.id.uuid()), Day(self.today())])?;
            } else {
                self.sql()
                    .prepare_cached(
                        "DELETE FROM interviewer_criterion
                         WHERE criterion = (SELECT row FROM criterion WHERE id = ?1)",
                    )?
                    .execute([Id(gone.id.uuid())])?;
                self.sql()
                    .prepare_cached("DELETE FROM criterion WHERE id = ?1")?
                    .execute([Id(gone.id.uuid())])?;
            }
        }
        Ok(())
    }

    /// Whoever was asked to assess a criterion and submitted nothing yet is asked another in its place.
    fn ask_instead(&self, before: CriterionId, after: CriterionId) -> Result<(), StoreError> {
        self.sql()
            .prepare_cached(
                "UPDATE interviewer_criterion
                 SET criterion = (SELECT row FROM criterion WHERE id = ?2)
                 WHERE criterion = (SELECT row FROM criterion WHERE id = ?1)
                   AND NOT EXISTS (
                       SELECT 1
                       FROM feedback
                       WHERE feedback.interview = interviewer_criterion.interview
                         AND feedback.account = interviewer_criterion.account
                   )",
            )?
            .execute([Id(before.uuid()), Id(after.uuid())])?;
        Ok(())
    }

    /// Whether an interview for a vacancy has a row in a table of this module's neighbours.
    fn has_any(&self, vacancy: i64, table: &'static str) -> Result<bool, StoreError> {
        Ok(self
            .sql()
            .prepare_cached(&format!(
                "SELECT EXISTS (
                     SELECT 1
                     FROM application
                     JOIN interview ON interview.application = application.row
                     JOIN {table} ON {table}.interview = interview.row
                     WHERE application.vacancy = ?1
                 )"
            ))?
            .query_row([vacancy], |row| row.get(0))?)
    }
}
