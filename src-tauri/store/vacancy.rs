//! Vacancies: what each is, what access needs to know of it, and how its applications stand.

use chrono::{DateTime, NaiveDate, Utc};
use domain::access::{
    Action, AddVacancy, Applied, EditVacancy, ListVacancies, Permit, VacancyFacts,
};
use domain::application::{Outcome, OutcomeKind, Stage};
use domain::id::{CandidateId, TeamId, VacancyId};
use domain::text::Line;
use domain::vacancy::{VacancyDetails, VacancyKind};
use rusqlite::{Row, named_params};

use crate::column::{At, Day, Id, count, day, decode, line, optional_line, revision};
use crate::error::StoreError;
use crate::read::{Records, ScopeRows, not_left_out};
use crate::write::Tx;

/// A vacancy.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VacancyRecord {
    /// Its id.
    pub id: VacancyId,
    /// What it is.
    pub details: VacancyDetails,
    /// The team it is in.
    pub team: TeamId,
    /// That team's name.
    pub team_name: Line,
    /// The day it was closed out.
    pub closed_out_on: Option<NaiveDate>,
    /// When it was added.
    pub added_at: DateTime<Utc>,
    /// Goes up with every change.
    pub revision: u32,
}

/// A line of the list of vacancies.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VacancyRow {
    /// The vacancy.
    pub vacancy: VacancyRecord,
    /// Running applications at each stage, in [`Stage::ALL`]'s order.
    pub at_stage: [u64; Stage::ALL.len()],
    /// Applications that ended with a hire.
    pub hired: u64,
    /// Applications that ended in another way.
    pub ended: u64,
}

fn stage(column: &'static str, code: Option<String>) -> Result<Option<Stage>, StoreError> {
    code.map(|code| decode(column, Stage::from_code(&code)))
        .transpose()
}

/// What access needs to know of a vacancy, from a row of `id`, `team_id`, `closed_out_on` and `blind_until`.
fn facts(row: &Row<'_>) -> Result<VacancyFacts, StoreError> {
    Ok(VacancyFacts {
        vacancy: VacancyId::from_uuid(row.get::<_, Id>("id")?.0),
        team: TeamId::from_uuid(row.get::<_, Id>("team_id")?.0),
        closed_out_on: day(row.get("closed_out_on")?),
        blind_until: stage("vacancy.blind_until", row.get("blind_until")?)?,
    })
}

fn record(row: &Row<'_>) -> Result<VacancyRecord, StoreError> {
    let title: String = row.get("title")?;
    let kind: String = row.get("kind")?;
    let team_name: String = row.get("team_name")?;
    Ok(VacancyRecord {
        id: VacancyId::from_uuid(row.get::<_, Id>("id")?.0),
        details: VacancyDetails {
            title: line("vacancy.title", &title)?,
            reference: optional_line("vacancy.reference", row.get("reference")?)?,
            kind: decode("vacancy.kind", VacancyKind::from_code(&kind))?,
            opens_on: row.get::<_, Day>("opens_on")?.0,
            closes_on: day(row.get("closes_on")?),
            blind_until: stage("vacancy.blind_until", row.get("blind_until")?)?,
        },
        team: TeamId::from_uuid(row.get::<_, Id>("team_id")?.0),
        team_name: line("team.name", &team_name)?,
        closed_out_on: day(row.get("closed_out_on")?),
        added_at: row.get::<_, At>("added_at")?.0,
        revision: revision(row.get("revision")?),
    })
}

impl Records<'_> {
    /// What access needs to know of every vacancy. Not personal data, so no permit.
    ///
    /// # Errors
    /// [`StoreError`] when the read fails.
    pub fn vacancy_facts(&self) -> Result<Vec<VacancyFacts>, StoreError> {
        let mut statement = self.connection().prepare_cached(
            "SELECT vacancy.id, team.id AS team_id, vacancy.closed_out_on, vacancy.blind_until
             FROM vacancy
             JOIN team ON team.row = vacancy.team
             ORDER BY vacancy.row",
        )?;
        let mut rows = statement.query([])?;
        let mut found = Vec::new();
        while let Some(row) = rows.next()? {
            found.push(facts(row)?);
        }
        Ok(found)
    }

    /// What access needs to know of one vacancy, where it is there.
    ///
    /// # Errors
    /// [`StoreError`] when the read fails.
    pub fn vacancy_facts_of(&self, vacancy: VacancyId) -> Result<Option<VacancyFacts>, StoreError> {
        let mut statement = self.connection().prepare_cached(
            "SELECT vacancy.id, team.id AS team_id, vacancy.closed_out_on, vacancy.blind_until
             FROM vacancy
             JOIN team ON team.row = vacancy.team
             WHERE vacancy.id = ?1",
        )?;
        let mut rows = statement.query([Id(vacancy.uuid())])?;
        rows.next()?.map(facts).transpose()
    }

    /// What access needs to know of a candidate's applications; `None` where there is no such candidate.
    ///
    /// # Errors
    /// [`StoreError`] when the read fails.
    pub fn applied_by(&self, candidate: CandidateId) -> Result<Option<Vec<Applied>>, StoreError> {
        let candidate = match self.candidate_row(candidate) {
            Ok(row) => row,
            Err(StoreError::NotFound) => return Ok(None),
            Err(error) => return Err(error),
        };
        let mut statement = self.connection().prepare_cached(
            "SELECT vacancy.id, team.id AS team_id, vacancy.closed_out_on, vacancy.blind_until,
                    application.stage_reached
             FROM application
             JOIN vacancy ON vacancy.row = application.vacancy
             JOIN team ON team.row = vacancy.team
             WHERE application.candidate = ?1
             ORDER BY vacancy.row, application.row",
        )?;
        let mut rows = statement.query([candidate])?;
        let mut found = Vec::new();
        while let Some(row) = rows.next()? {
            let reached: String = row.get("stage_reached")?;
            found.push(Applied {
                vacancy: facts(row)?,
                reached: decode("application.stage_reached", Stage::from_code(&reached))?,
            });
        }
        Ok(Some(found))
    }

    /// The permit's vacancy.
    ///
    /// # Errors
    /// [`StoreError::WrongSubject`] when the permit is for no vacancy, [`StoreError::NotFound`] when it is gone.
    pub fn vacancy<A: Action>(&self, permit: &Permit<A>) -> Result<VacancyRecord, StoreError> {
        let vacancy = permit.vacancy().ok_or(StoreError::WrongSubject)?;
        let mut statement = self.connection().prepare_cached(
            "SELECT vacancy.id, vacancy.title, vacancy.reference, vacancy.kind, vacancy.opens_on, vacancy.closes_on,
                    vacancy.closed_out_on, vacancy.blind_until, vacancy.added_at, vacancy.revision,
                    team.id AS team_id, team.name AS team_name
             FROM vacancy
             JOIN team ON team.row = vacancy.team
             WHERE vacancy.id = ?1",
        )?;
        let mut rows = statement.query([Id(vacancy.uuid())])?;
        record(rows.next()?.ok_or(StoreError::NotFound)?)
    }

    /// The vacancies in the permit's scope: those still open first, then by the day they opened, newest first.
    ///
    /// # Errors
    /// [`StoreError`] when the read fails.
    pub fn vacancies(&self, permit: &Permit<ListVacancies>) -> Result<Vec<VacancyRow>, StoreError> {
        let scope = self.scope_rows(permit.scope())?;
        let mut statement = self.connection().prepare_cached(
            "SELECT vacancy.row, vacancy.id, vacancy.title, vacancy.reference, vacancy.kind, vacancy.opens_on,
                    vacancy.closes_on, vacancy.closed_out_on, vacancy.blind_until, vacancy.added_at,
                    vacancy.revision, team.id AS team_id, team.name AS team_name
             FROM vacancy
             JOIN team ON team.row = vacancy.team
             WHERE :scope IS NULL OR vacancy.row IN (SELECT value FROM json_each(:scope))
             ORDER BY vacancy.closed_out_on IS NOT NULL, vacancy.opens_on DESC, vacancy.row DESC",
        )?;
        let mut rows = statement.query(named_params! { ":scope": scope.seen })?;
        let mut found = Vec::new();
        while let Some(row) = rows.next()? {
            let mut line = VacancyRow {
                vacancy: record(row)?,
                at_stage: [0; Stage::ALL.len()],
                hired: 0,
                ended: 0,
            };
            self.count_stages(row.get("row")?, &scope, &mut line)?;
            found.push(line);
        }
        Ok(found)
    }

    fn count_stages(
        &self,
        vacancy: i64,
        scope: &ScopeRows,
        line: &mut VacancyRow,
    ) -> Result<(), StoreError> {
        // Without a condition the index alone answers.
        let counted = match scope.without {
            None => "?2 IS NULL".to_owned(),
            Some(_) => not_left_out("candidate", "?2"),
        };
        let mut statement = self.connection().prepare_cached(&format!(
            "SELECT outcome, stage, count(*)
             FROM application
             WHERE vacancy = ?1 AND {counted}
             GROUP BY outcome, stage"
        ))?;
        let mut rows = statement.query(rusqlite::params![vacancy, scope.without])?;
        while let Some(row) = rows.next()? {
            let outcome: Option<String> = row.get(0)?;
            let stage: String = row.get(1)?;
            let number = count(row.get(2)?);
            match outcome.as_deref() {
                None => {
                    let stage = decode("application.stage", Stage::from_code(&stage))?;
                    let at = Stage::ALL.iter().position(|known| *known == stage);
                    if let Some(slot) = at.and_then(|at| line.at_stage.get_mut(at)) {
                        *slot = number;
                    }
                }
                Some("hired") => line.hired = line.hired.saturating_add(number),
                Some(_) => line.ended = line.ended.saturating_add(number),
            }
        }
        Ok(())
    }
}

impl Tx<'_> {
    /// Adds a vacancy to a team.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when the team is not there.
    pub fn insert_vacancy(
        &self,
        _permit: &Permit<AddVacancy>,
        team: TeamId,
        details: &VacancyDetails,
    ) -> Result<VacancyId, StoreError> {
        self.put_new_vacancy(team, details, None)
    }

    pub(crate) fn put_new_vacancy(
        &self,
        team: TeamId,
        details: &VacancyDetails,
        import: Option<i64>,
    ) -> Result<VacancyId, StoreError> {
        let id = VacancyId::new(self.at());
        let team = self.records().team_row(team)?;
        self.sql()
            .prepare_cached(
                "INSERT INTO vacancy (id, team, title, reference, kind, opens_on, closes_on, blind_until, import, added_at,
                                      revision)
                 VALUES (:id, :team, :title, :reference, :kind, :opens_on, :closes_on, :blind_until, :import,
                         :added_at, 1)",
            )?
            .execute(named_params! {
                ":id": Id(id.uuid()),
                ":team": team,
                ":title": details.title.as_str(),
                ":reference": details.reference.as_ref().map(Line::as_str),
                ":kind": details.kind.code(),
                ":opens_on": Day(details.opens_on),
                ":closes_on": details.closes_on.map(Day),
                ":blind_until": details.blind_until.map(Stage::code),
                ":import": import,
                ":added_at": At(self.at()),
            })?;
        Ok(id)
    }

    /// Changes the permit's vacancy, if it is still at a revision.
    ///
    /// # Errors
    /// [`StoreError::Stale`] when someone else changed it, [`StoreError::NotFound`] when it is gone.
    pub fn update_vacancy(
        &self,
        permit: &Permit<EditVacancy>,
        team: TeamId,
        details: &VacancyDetails,
        expected: u32,
    ) -> Result<u32, StoreError> {
        let vacancy = self.vacancy_at_revision(permit, expected)?;
        let team = self.records().team_row(team)?;
        let next = expected.saturating_add(1);
        self.sql()
            .prepare_cached(
                "UPDATE vacancy
                 SET team = :team, title = :title, reference = :reference, kind = :kind, opens_on = :opens_on,
                     closes_on = :closes_on, blind_until = :blind_until, revision = :revision
                 WHERE row = :row",
            )?
            .execute(named_params! {
                ":team": team,
                ":title": details.title.as_str(),
                ":reference": details.reference.as_ref().map(Line::as_str),
                ":kind": details.kind.code(),
                ":opens_on": Day(details.opens_on),
                ":closes_on": details.closes_on.map(Day),
                ":blind_until": details.blind_until.map(Stage::code),
                ":revision": next,
                ":row": vacancy,
            })?;
        if details.blind_until.is_some() {
            self.put_aliases(vacancy)?;
        }
        Ok(next)
    }

    /// Closes the permit's vacancy out on a day: applications without a decision end with it that day (RET-01).
    ///
    /// # Errors
    /// [`StoreError::Stale`] when someone else changed it, [`StoreError::NotFound`] when it is gone.
    pub fn close_out_vacancy(
        &self,
        permit: &Permit<EditVacancy>,
        on: NaiveDate,
        expected: u32,
    ) -> Result<u32, StoreError> {
        let vacancy = self.vacancy_at_revision(permit, expected)?;
        self.set_closed_out(vacancy, Some(on), expected)?;
        for (application, candidate) in self.applications_where(
            "SELECT row, candidate FROM application WHERE vacancy = ?1 AND outcome IS NULL",
            vacancy,
        )? {
            self.put_outcome(
                application,
                Some(Outcome {
                    how: OutcomeKind::ClosedOutUndecided,
                    on,
                }),
            )?;
            self.touch(candidate);
        }
        Ok(expected.saturating_add(1))
    }

    /// Opens the permit's vacancy again, and with it the applications that ended only because it was closed out.
    ///
    /// # Errors
    /// [`StoreError::Stale`] when someone else changed it, [`StoreError::NotFound`] when it is gone.
    pub fn reopen_vacancy(
        &self,
        permit: &Permit<EditVacancy>,
        expected: u32,
    ) -> Result<u32, StoreError> {
        let vacancy = self.vacancy_at_revision(permit, expected)?;
        self.set_closed_out(vacancy, None, expected)?;
        for (application, candidate) in self.applications_where(
            "SELECT row, candidate FROM application WHERE vacancy = ?1 AND outcome = 'closed-out-undecided'",
            vacancy,
        )? {
            self.put_outcome(application, None)?;
            self.touch(candidate);
        }
        Ok(expected.saturating_add(1))
    }

    fn set_closed_out(
        &self,
        vacancy: i64,
        on: Option<NaiveDate>,
        expected: u32,
    ) -> Result<(), StoreError> {
        self.sql()
            .prepare_cached(
                "UPDATE vacancy SET closed_out_on = :on, revision = :revision WHERE row = :row",
            )?
            .execute(named_params! {
                ":on": on.map(Day),
                ":revision": expected.saturating_add(1),
                ":row": vacancy,
            })?;
        Ok(())
    }

    fn applications_where(&self, sql: &str, vacancy: i64) -> Result<Vec<(i64, i64)>, StoreError> {
        let mut statement = self.sql().prepare_cached(sql)?;
        let found = statement.query_map([vacancy], |row| Ok((row.get(0)?, row.get(1)?)))?;
        Ok(found.collect::<rusqlite::Result<_>>()?)
    }

    /// Takes back a vacancy that was just added: one without applications.
    ///
    /// # Errors
    /// [`StoreError::InUse`] when it has applications, [`StoreError::Stale`] when it was changed.
    pub fn remove_vacancy(
        &self,
        permit: &Permit<EditVacancy>,
        expected: u32,
    ) -> Result<(), StoreError> {
        let vacancy = self.vacancy_at_revision(permit, expected)?;
        self.sql()
            .execute("DELETE FROM access_grant WHERE vacancy = ?1", [vacancy])?;
        self.sql()
            .execute("DELETE FROM role_asks WHERE vacancy = ?1", [vacancy])?;
        self.sql()
            .execute("DELETE FROM vacancy WHERE row = ?1", [vacancy])?;
        Ok(())
    }

    fn vacancy_at_revision(
        &self,
        permit: &Permit<EditVacancy>,
        expected: u32,
    ) -> Result<i64, StoreError> {
        let vacancy = permit.vacancy().ok_or(StoreError::WrongSubject)?;
        let (row, found): (i64, i64) = self
            .sql()
            .prepare_cached("SELECT row, revision FROM vacancy WHERE id = ?1")?
            .query_row([Id(vacancy.uuid())], |row| Ok((row.get(0)?, row.get(1)?)))?;
        let found = revision(found);
        if found == expected {
            Ok(row)
        } else {
            Err(StoreError::Stale { revision: found })
        }
    }
}
