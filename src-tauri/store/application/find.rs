//! Single applications, and those that wait for something.

use chrono::{DateTime, NaiveDate, Utc};
use domain::access::{Action, Erase, Import, ListVacancies, Permit};
use domain::candidate::PersonName;
use domain::id::{ApplicationId, CandidateId, VacancyId};
use domain::text::Line;
use rusqlite::named_params;

use super::ApplicationRecord;
use crate::candidate::person_name;
use crate::column::{At, Day, Id, count, line};
use crate::error::StoreError;
use crate::read::{Records, not_left_out};

/// Someone hired whose hand-over to HR nobody confirmed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AwaitingHandOver {
    /// Who.
    pub candidate: CandidateId,
    /// Their name.
    pub name: PersonName,
    /// The day they were hired.
    pub hired_on: NaiveDate,
    /// The day their application came in.
    pub applied_on: NaiveDate,
}

/// Applications of a vacancy that nothing happened to for a while.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AwaitingDecision {
    /// Which vacancy.
    pub vacancy: VacancyId,
    /// Its title.
    pub title: Line,
    /// How many.
    pub number: u64,
    /// When something last happened to the one that waits longest.
    pub since: DateTime<Utc>,
}

impl Records<'_> {
    /// Applications that were looked at and to which nothing happened since an instant, by vacancy, within the permit's
    /// scope. Those at the first stage wait to be looked at, those with an offer for its answer.
    ///
    /// # Errors
    /// [`StoreError`] when the read fails.
    pub fn awaiting_decision(
        &self,
        permit: &Permit<ListVacancies>,
        since: DateTime<Utc>,
    ) -> Result<Vec<AwaitingDecision>, StoreError> {
        let scope = self.scope_rows(permit.scope())?;
        let mut statement = self.connection().prepare_cached(&format!(
            "SELECT vacancy.id, vacancy.title, count(*), min(standing.at)
             FROM (
                 SELECT application.vacancy, max(application_event.at) AS at
                 FROM application
                 JOIN application_event ON application_event.application = application.row
                 WHERE application.outcome IS NULL AND application.stage IN ('sift', 'shortlisted', 'interview')
                   AND (:seen IS NULL OR application.vacancy IN (SELECT value FROM json_each(:seen)))
                   AND {}
                 GROUP BY application.row
             ) AS standing
             JOIN vacancy ON vacancy.row = standing.vacancy
             WHERE standing.at < :since AND vacancy.closed_out_on IS NULL
             GROUP BY vacancy.row
             ORDER BY 4, vacancy.row",
            not_left_out("application.candidate", ":without")
        ))?;
        let mut rows = statement.query(named_params! {
            ":seen": scope.seen,
            ":without": scope.without,
            ":since": At(since),
        })?;
        let mut found = Vec::new();
        while let Some(row) = rows.next()? {
            let title: String = row.get(1)?;
            found.push(AwaitingDecision {
                vacancy: VacancyId::from_uuid(row.get::<_, Id>(0)?.0),
                title: line("vacancy.title", &title)?,
                number: count(row.get(2)?),
                since: row.get::<_, At>(3)?.0,
            });
        }
        Ok(found)
    }

    /// One application of the permit's candidate, within its scope.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when it is not theirs, or outside the scope.
    pub fn application<A: Action>(
        &self,
        permit: &Permit<A>,
        application: ApplicationId,
    ) -> Result<ApplicationRecord, StoreError> {
        let found = self
            .applications(permit)?
            .into_iter()
            .find(|known| known.id == application);
        found.ok_or(StoreError::NotFound)
    }

    /// The applications of a vacancy that have no outcome. Ids, and nothing of anyone.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when there is no such vacancy.
    pub fn undecided_applications(
        &self,
        vacancy: VacancyId,
    ) -> Result<Vec<ApplicationId>, StoreError> {
        let vacancy = self.vacancy_row(vacancy)?;
        let mut statement = self.connection().prepare_cached(
            "SELECT id
             FROM application
             WHERE vacancy = ?1 AND outcome IS NULL
             ORDER BY row",
        )?;
        let found = statement.query_map([vacancy], |row| {
            Ok(ApplicationId::from_uuid(row.get::<_, Id>(0)?.0))
        })?;
        Ok(found.collect::<rusqlite::Result<_>>()?)
    }

    /// What a candidate has applied for, and when: so that an import brings nothing in twice.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when they are gone.
    pub fn applied(
        &self,
        _permit: &Permit<Import>,
        candidate: CandidateId,
    ) -> Result<Vec<(VacancyId, NaiveDate)>, StoreError> {
        let candidate = self.candidate_row(candidate)?;
        let mut statement = self.connection().prepare_cached(
            "SELECT vacancy.id, application.applied_on
             FROM application
             JOIN vacancy ON vacancy.row = application.vacancy
             WHERE application.candidate = ?1",
        )?;
        let found = statement.query_map([candidate], |row| {
            Ok((
                VacancyId::from_uuid(row.get::<_, Id>(0)?.0),
                row.get::<_, Day>(1)?.0,
            ))
        })?;
        Ok(found.collect::<rusqlite::Result<_>>()?)
    }

    /// Hired people whose hand-over nobody confirmed, the longest waiting first.
    ///
    /// # Errors
    /// [`StoreError`] when the read fails.
    pub fn awaiting_hand_over(
        &self,
        permit: &Permit<Erase>,
    ) -> Result<Vec<AwaitingHandOver>, StoreError> {
        let without = self.scope_rows(permit.scope())?.without;
        let mut statement = self.connection().prepare_cached(&format!(
            "SELECT candidate.id, candidate.title, candidate.given, candidate.family, candidate.preferred_name,
                    application.outcome_on, application.applied_on
             FROM application
             JOIN candidate ON candidate.row = application.candidate
             WHERE application.outcome = 'hired' AND application.handed_over_on IS NULL AND {}
             ORDER BY application.outcome_on, application.row",
            not_left_out("candidate.row", "?1")
        ))?;
        let mut rows = statement.query([without])?;
        let mut found = Vec::new();
        while let Some(row) = rows.next()? {
            found.push(AwaitingHandOver {
                candidate: CandidateId::from_uuid(row.get::<_, Id>("id")?.0),
                name: person_name(row)?,
                hired_on: row.get::<_, Day>("outcome_on")?.0,
                applied_on: row.get::<_, Day>("applied_on")?.0,
            });
        }
        Ok(found)
    }
}
