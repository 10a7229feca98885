//! What somebody says of what others found or wrote of them. It stands beside that, and goes with it (RULEBOOK DSR-10).

use chrono::NaiveDate;
use domain::access::{Action, KeepRegisters, Permit, ReadCandidate};
use domain::id::{AccountId, CandidateId, DocumentId, InterviewId, RightsRequestId};
use domain::rights::OpinionOf;
use domain::text::{Line, Prose};
use rusqlite::{OptionalExtension, named_params};

use crate::column::{Day, Id, line, prose};
use crate::error::StoreError;
use crate::read::Records;
use crate::write::Tx;

/// The person's view of what another found or wrote.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Annotation {
    /// Of what.
    pub of: OpinionOf,
    /// What they say.
    pub words: Prose,
    /// The day it was noted.
    pub on: NaiveDate,
}

/// Feedback that was submitted of somebody, without a word of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FeedbackOf {
    /// In which interview.
    pub interview: InterviewId,
    /// Whose account.
    pub account: AccountId,
    /// For which role.
    pub vacancy_title: Line,
    /// The day of the interview.
    pub held_on: NaiveDate,
}

impl Records<'_> {
    /// Everything that the permit's candidate says of what others found or wrote. Beside what may not be seen it is not to be
    /// shown: that is for the caller to ask.
    ///
    /// # Errors
    /// [`StoreError::WrongSubject`] when the permit is for nobody.
    pub fn annotations<A: Action>(
        &self,
        permit: &Permit<A>,
    ) -> Result<Vec<Annotation>, StoreError> {
        let candidate = permit.candidate().ok_or(StoreError::WrongSubject)?;
        let mut statement = self.connection().prepare_cached(
            "SELECT interview.id AS interview_id, account.id AS account_id, document.id AS document_id,
                    annotation.words, annotation.noted_on
             FROM annotation
             LEFT JOIN interview ON interview.row = annotation.interview
             LEFT JOIN account ON account.row = annotation.account
             LEFT JOIN document ON document.row = annotation.document
             WHERE annotation.candidate = ?1
             ORDER BY annotation.row",
        )?;
        let mut rows = statement.query([self.candidate_row(candidate)?])?;
        let mut found = Vec::new();
        while let Some(row) = rows.next()? {
            let interview: Option<Id> = row.get("interview_id")?;
            let account: Option<Id> = row.get("account_id")?;
            let document: Option<Id> = row.get("document_id")?;
            let words: String = row.get("words")?;
            let of = match (interview.zip(account), document) {
                (Some((interview, account)), _) => OpinionOf::Feedback {
                    interview: InterviewId::from_uuid(interview.0),
                    account: AccountId::from_uuid(account.0),
                },
                (None, Some(document)) => OpinionOf::Document {
                    document: DocumentId::from_uuid(document.0),
                },
                (None, None) => return Err(StoreError::Damaged),
            };
            found.push(Annotation {
                of,
                words: prose("annotation.words", &words)?,
                on: row.get::<_, Day>("noted_on")?.0,
            });
        }
        Ok(found)
    }

    /// Feedback that was submitted of the permit's candidate, each interviewer's once.
    ///
    /// # Errors
    /// [`StoreError::WrongSubject`] when the permit is for nobody.
    pub fn feedback_of(
        &self,
        permit: &Permit<ReadCandidate>,
    ) -> Result<Vec<FeedbackOf>, StoreError> {
        let candidate = permit.candidate().ok_or(StoreError::WrongSubject)?;
        let mut statement = self.connection().prepare_cached(
            "SELECT DISTINCT interview.id, account.id, vacancy.title, interview.held_on
             FROM application
             JOIN vacancy ON vacancy.row = application.vacancy
             JOIN interview ON interview.application = application.row
             JOIN feedback ON feedback.interview = interview.row
             JOIN account ON account.row = feedback.account
             WHERE application.candidate = ?1
             ORDER BY interview.held_on, interview.row, account.name",
        )?;
        let mut rows = statement.query([self.candidate_row(candidate)?])?;
        let mut found = Vec::new();
        while let Some(row) = rows.next()? {
            let title: String = row.get(2)?;
            found.push(FeedbackOf {
                interview: InterviewId::from_uuid(row.get::<_, Id>(0)?.0),
                account: AccountId::from_uuid(row.get::<_, Id>(1)?.0),
                vacancy_title: line("vacancy.title", &title)?,
                held_on: row.get::<_, Day>(3)?.0,
            });
        }
        Ok(found)
    }
}

impl Tx<'_> {
    /// Notes what a candidate says of what another found or wrote of them, in the place of what they said before.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when the request or what it is of is gone, or is not theirs.
    pub fn annotate(
        &self,
        permit: &Permit<KeepRegisters>,
        request: RightsRequestId,
        candidate: CandidateId,
        of: OpinionOf,
        words: &Prose,
    ) -> Result<(), StoreError> {
        let request = self.records().rights_row(permit, request)?;
        let candidate = self.records().candidate_row(candidate)?;
        let (interview, account, document) = match of {
            OpinionOf::Feedback { interview, account } => {
                let found: Option<(i64, i64)> = self
                    .sql()
                    .prepare_cached(
                        "SELECT DISTINCT interview.row, account.row
                         FROM feedback
                         JOIN interview ON interview.row = feedback.interview
                         JOIN application ON application.row = interview.application
                         JOIN account ON account.row = feedback.account
                         WHERE application.candidate = ?1 AND interview.id = ?2 AND account.id = ?3",
                    )?
                    .query_row(
                        rusqlite::params![candidate, Id(interview.uuid()), Id(account.uuid())],
                        |row| Ok((row.get(0)?, row.get(1)?)),
                    )
                    .optional()?;
                let (interview, account) = found.ok_or(StoreError::NotFound)?;
                (Some(interview), Some(account), None)
            }
            OpinionOf::Document { document } => {
                let found: Option<i64> = self
                    .sql()
                    .prepare_cached("SELECT row FROM document WHERE candidate = ?1 AND id = ?2")?
                    .query_row(rusqlite::params![candidate, Id(document.uuid())], |row| {
                        row.get(0)
                    })
                    .optional()?;
                (None, None, Some(found.ok_or(StoreError::NotFound)?))
            }
        };
        self.sql()
            .prepare_cached(
                "INSERT INTO annotation (candidate, request, interview, account, document, words, noted_by, noted_on)
                 VALUES (:candidate, :request, :interview, :account, :document, :words, :by, :on)
                 ON CONFLICT DO UPDATE SET request = excluded.request, words = excluded.words,
                                           noted_by = excluded.noted_by, noted_on = excluded.noted_on",
            )?
            .execute(named_params! {
                ":candidate": candidate,
                ":request": request,
                ":interview": interview,
                ":account": account,
                ":document": document,
                ":words": words.as_str(),
                ":by": self.actor_row()?,
                ":on": Day(self.today()),
            })?;
        Ok(())
    }
}
