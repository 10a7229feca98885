//! The register of complaints, and the words of each ([`words`]). A line names nobody but by a link; the words are the
//! complainant's, or tell of them. Words and link go with the person, or a year after the outcome, whichever is first; the
//! line stays, so that complaints can be counted (RULEBOOK CMP-05).

mod words;

use chrono::{DateTime, NaiveDate, Utc};
use domain::access::{Action, KeepRegisters, Permit, ReadRegisters};
use domain::complaint::{
    Complainant, ComplaintOutcome, ComplaintTopic, ComplaintWordKind, NewComplaint, kept_until,
};
use domain::correspondence::MessageChannel;
use domain::id::{AccountId, CandidateId, ComplaintId, RightsRequestId};
use domain::text::Prose;
use rusqlite::{Row, named_params};

use crate::column::{At, Day, Id, day, decode, prose, revision};
use crate::error::StoreError;
use crate::read::Records;
use crate::revised::{Forgets, Register};
use crate::write::{Store, Tx};

pub use words::ComplaintWord;

/// A complaint without its words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ComplaintRecord {
    /// Its id.
    pub id: ComplaintId,
    /// What people call it, from 1.
    pub number: u32,
    /// Whom it is about; `None` for somebody who has no record here, or whose record has gone.
    pub candidate: Option<CandidateId>,
    /// The day it came.
    pub received_on: NaiveDate,
    /// How.
    pub received_how: MessageChannel,
    /// What it is about.
    pub topic: ComplaintTopic,
    /// Whom of the organisation it is about.
    pub against: Option<AccountId>,
    /// Who entered it.
    pub recorded_by: AccountId,
    /// When.
    pub recorded_at: DateTime<Utc>,
    /// The day its receipt was confirmed, and how.
    pub acknowledged: Option<(NaiveDate, MessageChannel)>,
    /// The last day on which the person was told how far it has come.
    pub progress_on: Option<NaiveDate>,
    /// What came of it, and who decided; `None` while nobody has.
    pub outcome: Option<(ComplaintOutcome, AccountId)>,
    /// What was changed because of it, in words that name nobody.
    pub changes: Prose,
    /// The day the person was told, and how; `None` while it is open.
    pub told: Option<(NaiveDate, MessageChannel)>,
    /// Whether its words are here.
    pub has_words: bool,
    /// The request that it is about, or that came with it, and what that is called.
    pub request: Option<(RightsRequestId, u32)>,
    /// The revision.
    pub revision: u32,
}

const COLUMNS: &str = "
    SELECT complaint.*, candidate.id AS candidate_id, recorder.id AS recorder, decider.id AS decider,
           concerned.id AS concerned, rights_request.id AS request_id, rights_request.number AS request_number,
           (
               SELECT max(day) FROM complaint_word WHERE complaint_word.complaint = complaint.row AND kind = 'told'
           ) AS progress_on,
           EXISTS (SELECT 1 FROM complaint_word WHERE complaint_word.complaint = complaint.row) AS has_words
    FROM complaint
    JOIN account AS recorder ON recorder.row = complaint.recorded_by
    LEFT JOIN account AS decider ON decider.row = complaint.decided_by
    LEFT JOIN account AS concerned ON concerned.row = complaint.against
    LEFT JOIN candidate ON candidate.row = complaint.candidate
    LEFT JOIN rights_request ON rights_request.row = complaint.request
    ORDER BY complaint.row DESC";

impl Records<'_> {
    /// Every complaint, the latest first.
    ///
    /// # Errors
    /// [`StoreError`] when the read fails.
    pub fn complaints(
        &self,
        _permit: &Permit<ReadRegisters>,
    ) -> Result<Vec<ComplaintRecord>, StoreError> {
        let mut statement = self.connection().prepare_cached(COLUMNS)?;
        let mut rows = statement.query([])?;
        let mut found = Vec::new();
        while let Some(row) = rows.next()? {
            found.push(read(row)?);
        }
        Ok(found)
    }

    fn complaint_row<A: Action>(
        &self,
        _permit: &Permit<A>,
        complaint: ComplaintId,
    ) -> Result<i64, StoreError> {
        Ok(self
            .connection()
            .prepare_cached("SELECT row FROM complaint WHERE id = ?1")?
            .query_row([Id(complaint.uuid())], |row| row.get(0))?)
    }
}

fn read(row: &Row<'_>) -> Result<ComplaintRecord, StoreError> {
    let topic: String = row.get("topic")?;
    let outcome: Option<String> = row.get("outcome")?;
    let changes: String = row.get("changes")?;
    let account = |name| {
        row.get::<_, Option<Id>>(name)
            .map(|found| found.map(|id| AccountId::from_uuid(id.0)))
    };
    let outcome = outcome
        .map(|code| decode("complaint.outcome", ComplaintOutcome::from_code(&code)))
        .transpose()?;
    let how = channel("complaint.received_how", row.get("received_how")?)?;
    Ok(ComplaintRecord {
        id: ComplaintId::from_uuid(row.get::<_, Id>("id")?.0),
        number: revision(row.get("number")?),
        candidate: row
            .get::<_, Option<Id>>("candidate_id")?
            .map(|id| CandidateId::from_uuid(id.0)),
        received_on: row.get::<_, Day>("received_on")?.0,
        received_how: decode("complaint.received_how", how)?,
        topic: decode("complaint.topic", ComplaintTopic::from_code(&topic))?,
        against: account("concerned")?,
        recorded_by: AccountId::from_uuid(row.get::<_, Id>("recorder")?.0),
        recorded_at: row.get::<_, At>("recorded_at")?.0,
        acknowledged: day(row.get("acknowledged_on")?).zip(channel(
            "complaint.acknowledged_how",
            row.get("acknowledged_how")?,
        )?),
        progress_on: day(row.get("progress_on")?),
        outcome: outcome.zip(account("decider")?),
        changes: prose("complaint.changes", &changes)?,
        told: day(row.get("told_on")?).zip(channel("complaint.told_how", row.get("told_how")?)?),
        has_words: row.get("has_words")?,
        request: row
            .get::<_, Option<Id>>("request_id")?
            .map(|id| RightsRequestId::from_uuid(id.0))
            .zip(row.get::<_, Option<i64>>("request_number")?.map(revision)),
        revision: revision(row.get("revision")?),
    })
}

fn channel(
    column: &'static str,
    code: Option<String>,
) -> Result<Option<MessageChannel>, StoreError> {
    code.map(|code| decode(column, MessageChannel::from_code(&code)))
        .transpose()
}

impl Tx<'_> {
    /// Enters a complaint in the register, and gives the number that people call it by. Nothing of whom it is about is
    /// erased while it is open; an erasure that was begun passes them over.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when whom it is about is gone.
    pub fn insert_complaint(
        &self,
        permit: &Permit<KeepRegisters>,
        new: &NewComplaint,
    ) -> Result<(ComplaintId, u32), StoreError> {
        let id = ComplaintId::new(self.at());
        let number: i64 = self.sql().query_row(
            "SELECT coalesce(max(number), 0) + 1 FROM complaint",
            [],
            |row| row.get(0),
        )?;
        let candidate = match &new.from {
            Complainant::Candidate { candidate } => Some(self.records().candidate_row(*candidate)?),
            Complainant::Other { .. } => None,
        };
        let against = new
            .against
            .map(|account| self.records().account_row(account))
            .transpose()?;
        self.sql()
            .prepare_cached(
                "INSERT INTO complaint (id, number, candidate, received_on, received_how, topic, against, recorded_by,
                                        recorded_at, changes, revision)
                 VALUES (:id, :number, :candidate, :received_on, :received_how, :topic, :against, :recorded_by,
                         :recorded_at, '', 1)",
            )?
            .execute(named_params! {
                ":id": Id(id.uuid()),
                ":number": number,
                ":candidate": candidate,
                ":received_on": Day(new.received_on),
                ":received_how": new.how.code(),
                ":topic": new.topic.code(),
                ":against": against,
                ":recorded_by": self.actor_row()?,
                ":recorded_at": At(self.at()),
            })?;
        let row = self.records().complaint_row(permit, id)?;
        if let Complainant::Other { name } = &new.from {
            self.write_word(row, ComplaintWordKind::From, new.received_on, name.as_str())?;
        }
        self.write_word(
            row,
            ComplaintWordKind::Said,
            new.received_on,
            new.words.as_str(),
        )?;
        self.complaint_keeps(candidate)?;
        Ok((id, revision(number)))
    }

    /// Sets what was done of a complaint: when its receipt was confirmed, what came of it, and when the person was told.
    ///
    /// # Errors
    /// [`StoreError::Stale`] when it was changed since, [`StoreError::NotFound`] when it is gone.
    pub fn update_complaint(
        &self,
        permit: &Permit<KeepRegisters>,
        after: &ComplaintRecord,
    ) -> Result<(), StoreError> {
        let complaint = self.records().complaint_row(permit, after.id)?;
        let request = after
            .request
            .map(|(request, _)| self.records().rights_row(permit, request))
            .transpose()?;
        let decided_by = after
            .outcome
            .map(|(_, by)| self.records().account_row(by))
            .transpose()?;
        let changed = self
            .sql()
            .prepare_cached(
                "UPDATE complaint
                 SET acknowledged_on = :acknowledged_on, acknowledged_how = :acknowledged_how, outcome = :outcome,
                     decided_by = :decided_by, changes = :changes, told_on = :told_on, told_how = :told_how,
                     request = :request, revision = revision + 1
                 WHERE row = :row AND revision = :revision",
            )?
            .execute(named_params! {
                ":request": request,
                ":acknowledged_on": after.acknowledged.map(|(on, _)| Day(on)),
                ":acknowledged_how": after.acknowledged.map(|(_, how)| how.code()),
                ":outcome": after.outcome.map(|(outcome, _)| outcome.code()),
                ":decided_by": decided_by,
                ":changes": after.changes.as_str(),
                ":told_on": after.told.map(|(on, _)| Day(on)),
                ":told_how": after.told.map(|(_, how)| how.code()),
                ":row": complaint,
                ":revision": after.revision,
            })?;
        if changed == 0 {
            return Err(self.stale(Register::Complaint, complaint)?);
        }
        let candidate = self.complaint_candidate(complaint)?;
        match (after.told, candidate) {
            (None, _) => self.complaint_keeps(candidate)?,
            (Some(_), Some(candidate)) => self.touch(candidate),
            (Some(_), None) => {}
        }
        Ok(())
    }

    /// Takes back a complaint that was entered by mistake, with its words.
    ///
    /// # Errors
    /// [`StoreError::Stale`] when something was done of it since, [`StoreError::NotFound`] when it is gone.
    pub fn remove_complaint(
        &self,
        permit: &Permit<KeepRegisters>,
        complaint: ComplaintId,
        expected: u32,
    ) -> Result<(), StoreError> {
        let row = self.records().complaint_row(permit, complaint)?;
        self.bump(Register::Complaint, row, expected)?;
        if let Some(candidate) = self.complaint_candidate(row)? {
            self.touch(candidate);
        }
        for sql in [
            "DELETE FROM complaint_word WHERE complaint = ?1",
            "DELETE FROM complaint WHERE row = ?1",
        ] {
            self.sql().prepare_cached(sql)?.execute([row])?;
        }
        Ok(())
    }

    fn complaint_candidate(&self, complaint: i64) -> Result<Option<i64>, StoreError> {
        Ok(self
            .sql()
            .prepare_cached("SELECT candidate FROM complaint WHERE row = ?1")?
            .query_row([complaint], |row| row.get(0))?)
    }

    /// An erasure that was begun passes over whom an open complaint is about.
    fn complaint_keeps(&self, candidate: Option<i64>) -> Result<(), StoreError> {
        if let Some(candidate) = candidate {
            self.sql()
                .prepare_cached("DELETE FROM erasure_intent WHERE candidate = ?1")?
                .execute([candidate])?;
            self.touch(candidate);
        }
        Ok(())
    }
}

/// A year after the outcome the words go, and whom it was about; the line stays.
const FORGETS: Forgets = Forgets {
    closed: "SELECT row, told_on
             FROM complaint
             WHERE told_on IS NOT NULL
               AND EXISTS (SELECT 1 FROM complaint_word WHERE complaint_word.complaint = complaint.row)",
    until: kept_until,
    delete: &[
        "DELETE FROM complaint_word WHERE complaint = ?1",
        "UPDATE complaint SET candidate = NULL, revision = revision + 1 WHERE row = ?1",
    ],
    said: ("forget-complaints", "complaints"),
};

impl Store {
    /// Lets go of the words of complaints, and of whom each was about, a year after the outcome. The lines stay.
    pub(crate) fn forget_complaints(
        &mut self,
        today: NaiveDate,
        at: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        self.forget(&FORGETS, today, at)
    }
}
