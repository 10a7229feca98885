//! Interviews: when and where, how each stands, and who interviews what.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use domain::access::{Action, Called, DecideApplication, Permit};
use domain::id::{AccountId, ApplicationId, CandidateId, CriterionId, InterviewId, VacancyId};
use domain::interview::{InterviewKind, InterviewPlan, InterviewState, TimeOfDay};
use domain::text::Line;
use rusqlite::{Row, named_params};

use crate::candidate::called;
use crate::column::{At, Day, Id, decode, line, optional_line, revision};
use crate::error::StoreError;
use crate::read::{Records, alias_of, nameless, not_left_out};
use crate::write::Tx;

/// An interview.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InterviewRecord {
    /// Its id.
    pub id: InterviewId,
    /// Of which application.
    pub application: ApplicationId,
    /// Whose.
    pub candidate: CandidateId,
    /// Their name, or their alias where the permit shows no name.
    pub called: Called,
    /// For which vacancy.
    pub vacancy: VacancyId,
    /// That vacancy's title.
    pub vacancy_title: Line,
    /// Whether the application has ended.
    pub ended: bool,
    /// When and where.
    pub plan: InterviewPlan,
    /// How it stands.
    pub state: InterviewState,
    /// Goes up with every change.
    pub revision: u32,
    /// Who interviews, by name.
    pub panel: Vec<PanelMember>,
}

/// Somebody who interviews.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PanelMember {
    /// Whose account.
    pub account: AccountId,
    /// Their name.
    pub name: Line,
    /// What they were asked to assess; nothing in particular means all that is in use.
    pub criteria: Vec<CriterionId>,
    /// When they submitted what counts, and which version it is.
    pub submitted: Option<(u32, DateTime<Utc>)>,
}

/// Somebody who is to interview.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewPanel {
    /// Whose account.
    pub account: AccountId,
    /// What they assess; nothing in particular means all that is in use.
    pub criteria: Vec<CriterionId>,
}

/// Which interviews.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum InterviewsOf {
    /// Those of a candidate.
    Candidate(CandidateId),
    /// Those for a vacancy.
    Vacancy(VacancyId),
    /// Those of an application.
    Application(ApplicationId),
    /// Those that somebody is on the panel of.
    Interviewer(AccountId),
    /// One.
    Only(InterviewId),
}

impl InterviewsOf {
    /// The condition, and the id it is about.
    const fn condition(self) -> (&'static str, uuid::Uuid) {
        match self {
            Self::Candidate(id) => ("candidate.id = :id", id.uuid()),
            Self::Vacancy(id) => ("vacancy.id = :id", id.uuid()),
            Self::Application(id) => ("application.id = :id", id.uuid()),
            Self::Interviewer(id) => (
                "interview.row IN (
                     SELECT interviewer.interview
                     FROM account
                     JOIN interviewer ON interviewer.account = account.row
                     WHERE account.id = :id
                 )",
                id.uuid(),
            ),
            Self::Only(id) => ("interview.id = :id", id.uuid()),
        }
    }
}

fn record(row: &Row<'_>) -> Result<InterviewRecord, StoreError> {
    let (kind, state): (String, String) = (row.get("kind")?, row.get("state")?);
    let (begins, vacancy_title): (String, String) = (row.get("begins")?, row.get("vacancy_title")?);
    let minutes: i64 = row.get("minutes")?;
    Ok(InterviewRecord {
        id: InterviewId::from_uuid(row.get::<_, Id>("id")?.0),
        application: ApplicationId::from_uuid(row.get::<_, Id>("application_id")?.0),
        candidate: CandidateId::from_uuid(row.get::<_, Id>("candidate_id")?.0),
        called: called(row)?,
        vacancy: VacancyId::from_uuid(row.get::<_, Id>("vacancy_id")?.0),
        vacancy_title: line("vacancy.title", &vacancy_title)?,
        ended: row.get("ended")?,
        plan: InterviewPlan {
            kind: decode("interview.kind", InterviewKind::from_code(&kind))?,
            on: row.get::<_, Day>("held_on")?.0,
            at: decode("interview.begins", TimeOfDay::parse(&begins).ok())?,
            minutes: decode("interview.minutes", u16::try_from(minutes).ok())?,
            place: optional_line("interview.place", row.get("place")?)?,
        },
        state: decode("interview.state", InterviewState::from_code(&state))?,
        revision: revision(row.get("revision")?),
        panel: Vec::new(),
    })
}

impl Records<'_> {
    /// Of which application an interview is: what access needs to decide about it.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when it is gone.
    pub fn interview_application(
        &self,
        interview: InterviewId,
    ) -> Result<ApplicationId, StoreError> {
        let id: Id = self
            .connection()
            .prepare_cached(
                "SELECT application.id
                 FROM interview
                 JOIN application ON application.row = interview.application
                 WHERE interview.id = ?1",
            )?
            .query_row([Id(interview.uuid())], |row| row.get(0))?;
        Ok(ApplicationId::from_uuid(id.0))
    }

    /// Interviews within the permit's scope and of nobody but its subject, the latest first.
    ///
    /// # Errors
    /// [`StoreError`] when the read fails.
    pub fn interviews<A: Action>(
        &self,
        permit: &Permit<A>,
        of: InterviewsOf,
    ) -> Result<Vec<InterviewRecord>, StoreError> {
        let scope = self.scope_rows(permit.scope())?;
        let (condition, id) = of.condition();
        let mut statement = self.connection().prepare_cached(&format!(
            "SELECT interview.row, interview.id, interview.kind, interview.held_on, interview.begins,
                    interview.minutes, interview.place, interview.state, interview.revision,
                    application.id AS application_id, application.outcome IS NOT NULL AS ended,
                    vacancy.id AS vacancy_id, vacancy.title AS vacancy_title, candidate.id AS candidate_id,
                    candidate.title, candidate.given, candidate.family, candidate.preferred_name,
                    {nameless} AS nameless, {alias} AS alias
             FROM interview
             JOIN application ON application.row = interview.application
             JOIN vacancy ON vacancy.row = application.vacancy
             JOIN candidate ON candidate.row = application.candidate
             WHERE {condition}
               AND (:seen IS NULL OR application.vacancy IN (SELECT value FROM json_each(:seen)))
               AND (:candidate IS NULL OR candidate.id = :candidate)
               AND (:vacancy IS NULL OR vacancy.id = :vacancy)
               AND {left_out}
             ORDER BY interview.held_on DESC, interview.begins DESC, interview.row DESC",
            nameless = nameless("candidate.row", ":blind"),
            alias = alias_of("candidate.row", ":blind"),
            left_out = not_left_out("candidate.row", ":without"),
        ))?;
        let mut rows = statement.query(named_params! {
            ":id": Id(id),
            ":seen": scope.seen,
            ":blind": scope.blind,
            ":without": scope.without,
            ":candidate": permit.candidate().map(|candidate| Id(candidate.uuid())),
            ":vacancy": permit.vacancy().map(|vacancy| Id(vacancy.uuid())),
        })?;
        let mut found = Vec::new();
        while let Some(row) = rows.next()? {
            let mut interview = record(row)?;
            interview.panel = self.panel(row.get("row")?)?;
            found.push(interview);
        }
        Ok(found)
    }

    /// One interview within the permit's scope and of nobody but its subject.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when there is none such.
    pub fn interview<A: Action>(
        &self,
        permit: &Permit<A>,
        interview: InterviewId,
    ) -> Result<InterviewRecord, StoreError> {
        self.interviews(permit, InterviewsOf::Only(interview))?
            .pop()
            .ok_or(StoreError::NotFound)
    }

    fn panel(&self, interview: i64) -> Result<Vec<PanelMember>, StoreError> {
        let mut statement = self.connection().prepare_cached(
            "SELECT account.id, criterion.id
             FROM interviewer_criterion
             JOIN account ON account.row = interviewer_criterion.account
             JOIN criterion ON criterion.row = interviewer_criterion.criterion
             WHERE interviewer_criterion.interview = ?1
             ORDER BY criterion.position, criterion.row",
        )?;
        let mut rows = statement.query([interview])?;
        let mut asked: BTreeMap<uuid::Uuid, Vec<CriterionId>> = BTreeMap::new();
        while let Some(row) = rows.next()? {
            let criterion = CriterionId::from_uuid(row.get::<_, Id>(1)?.0);
            asked
                .entry(row.get::<_, Id>(0)?.0)
                .or_default()
                .push(criterion);
        }
        let mut statement = self.connection().prepare_cached(
            "SELECT account.id, account.name, max(feedback.version), feedback.submitted_at
             FROM interviewer
             JOIN account ON account.row = interviewer.account
             LEFT JOIN feedback ON feedback.interview = interviewer.interview AND feedback.account = interviewer.account
             WHERE interviewer.interview = ?1
             GROUP BY account.row
             ORDER BY account.name, account.row",
        )?;
        let mut rows = statement.query([interview])?;
        let mut found = Vec::new();
        while let Some(row) = rows.next()? {
            let id = row.get::<_, Id>(0)?.0;
            let name: String = row.get(1)?;
            let version: Option<i64> = row.get(2)?;
            let at: Option<At> = row.get(3)?;
            found.push(PanelMember {
                account: AccountId::from_uuid(id),
                name: line("account.name", &name)?,
                criteria: asked.remove(&id).unwrap_or_default(),
                submitted: version.map(revision).zip(at.map(|at| at.0)),
            });
        }
        Ok(found)
    }
}

impl Tx<'_> {
    /// Schedules an interview of the permit's application.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when the application, an account or a criterion is gone.
    pub fn insert_interview(
        &self,
        permit: &Permit<DecideApplication>,
        application: ApplicationId,
        plan: &InterviewPlan,
        panel: &[NewPanel],
    ) -> Result<InterviewId, StoreError> {
        let candidate = self
            .records()
            .candidate_row(permit.candidate().ok_or(StoreError::WrongSubject)?)?;
        let application = self.application_of(candidate, application)?;
        let id = InterviewId::new(self.at());
        self.sql()
            .prepare_cached(
                "INSERT INTO interview (id, application, kind, held_on, begins, minutes, place, state, added_by, added_at,
                                        revision)
                 VALUES (:id, :application, :kind, :held_on, :begins, :minutes, :place, :state, :added_by, :added_at, 1)",
            )?
            .execute(named_params! {
                ":id": Id(id.uuid()),
                ":application": application,
                ":kind": plan.kind.code(),
                ":held_on": Day(plan.on),
                ":begins": plan.at.to_string(),
                ":minutes": i64::from(plan.minutes),
                ":place": plan.place.as_ref().map(Line::as_str),
                ":state": InterviewState::Planned.code(),
                ":added_by": self.actor_row()?,
                ":added_at": At(self.at()),
            })?;
        self.put_panel(self.sql().last_insert_rowid(), panel)?;
        self.touch(candidate);
        Ok(id)
    }

    /// Changes when and where an interview is, and who interviews. Gives its new revision.
    ///
    /// # Errors
    /// [`StoreError::Stale`] when it was changed since, [`StoreError::InUse`] when somebody who submitted feedback is
    /// left out, [`StoreError::NotFound`].
    pub fn update_interview(
        &self,
        permit: &Permit<DecideApplication>,
        interview: InterviewId,
        plan: &InterviewPlan,
        panel: &[NewPanel],
        expected: u32,
    ) -> Result<u32, StoreError> {
        let row = self.interview_at_revision(permit, interview, expected)?;
        let before = self.records().panel(row)?;
        let left_out = before.iter().any(|member| {
            member.submitted.is_some() && panel.iter().all(|new| new.account != member.account)
        });
        if left_out {
            return Err(StoreError::InUse);
        }
        let next = expected.saturating_add(1);
        self.sql()
            .prepare_cached(
                "UPDATE interview
                 SET kind = :kind, held_on = :held_on, begins = :begins, minutes = :minutes, place = :place,
                     revision = :revision
                 WHERE row = :row",
            )?
            .execute(named_params! {
                ":kind": plan.kind.code(),
                ":held_on": Day(plan.on),
                ":begins": plan.at.to_string(),
                ":minutes": i64::from(plan.minutes),
                ":place": plan.place.as_ref().map(Line::as_str),
                ":revision": next,
                ":row": row,
            })?;
        for table in ["interviewer_criterion", "interviewer"] {
            self.sql()
                .prepare_cached(&format!("DELETE FROM {table} WHERE interview = ?1"))?
                .execute([row])?;
        }
        self.put_panel(row, panel)?;
        Ok(next)
    }

    /// Notes how an interview stands. Gives its new revision.
    ///
    /// # Errors
    /// [`StoreError::Stale`] when it was changed since, [`StoreError::NotFound`].
    pub fn set_interview_state<A: Action>(
        &self,
        permit: &Permit<A>,
        interview: InterviewId,
        state: InterviewState,
        expected: u32,
    ) -> Result<u32, StoreError> {
        let row = self.interview_at_revision(permit, interview, expected)?;
        let next = expected.saturating_add(1);
        self.sql()
            .prepare_cached(
                "UPDATE interview SET state = :state, revision = :revision WHERE row = :row",
            )?
            .execute(named_params! { ":state": state.code(), ":revision": next, ":row": row })?;
        Ok(next)
    }

    /// Takes back an interview that was just scheduled.
    ///
    /// # Errors
    /// [`StoreError::Stale`] when it was changed since, [`StoreError::InUse`] when there is feedback or a draft of some,
    /// [`StoreError::OnHold`] while a legal hold stands.
    pub fn remove_interview(
        &self,
        permit: &Permit<DecideApplication>,
        interview: InterviewId,
        expected: u32,
    ) -> Result<(), StoreError> {
        let row = self.interview_at_revision(permit, interview, expected)?;
        for sql in [
            "DELETE FROM interviewer_criterion WHERE interview = ?1",
            "DELETE FROM interviewer WHERE interview = ?1",
            "DELETE FROM interview WHERE row = ?1",
        ] {
            self.sql().prepare_cached(sql)?.execute([row])?;
        }
        self.touch(
            self.records()
                .candidate_row(permit.candidate().ok_or(StoreError::WrongSubject)?)?,
        );
        Ok(())
    }

    fn put_panel(&self, interview: i64, panel: &[NewPanel]) -> Result<(), StoreError> {
        for member in panel {
            let account = self.records().account_row(member.account)?;
            self.sql()
                .prepare_cached("INSERT INTO interviewer (interview, account) VALUES (?1, ?2)")?
                .execute([interview, account])?;
            for criterion in &member.criteria {
                let criterion: i64 = self
                    .sql()
                    .prepare_cached(
                        "SELECT criterion.row
                         FROM criterion
                         JOIN application ON application.vacancy = criterion.vacancy
                         JOIN interview ON interview.application = application.row
                         WHERE criterion.id = ?1 AND interview.row = ?2",
                    )?
                    .query_row(rusqlite::params![Id(criterion.uuid()), interview], |row| {
                        row.get(0)
                    })?;
                self.sql()
                    .prepare_cached(
                        "INSERT INTO interviewer_criterion (interview, account, criterion) VALUES (?1, ?2, ?3)",
                    )?
                    .execute([interview, account, criterion])?;
            }
        }
        Ok(())
    }

    fn interview_at_revision<A: Action>(
        &self,
        permit: &Permit<A>,
        interview: InterviewId,
        expected: u32,
    ) -> Result<i64, StoreError> {
        let found = self.records().interview(permit, interview)?.revision;
        if found != expected {
            return Err(StoreError::Stale { revision: found });
        }
        self.records().interview_row(interview)
    }
}

impl Records<'_> {
    pub(crate) fn interview_row(&self, interview: InterviewId) -> Result<i64, StoreError> {
        Ok(self
            .connection()
            .prepare_cached("SELECT row FROM interview WHERE id = ?1")?
            .query_row([Id(interview.uuid())], |row| row.get(0))?)
    }
}

impl InterviewRecord {
    /// Somebody's place on the panel.
    pub fn member(&self, account: AccountId) -> Option<&PanelMember> {
        self.panel.iter().find(|member| member.account == account)
    }
}
