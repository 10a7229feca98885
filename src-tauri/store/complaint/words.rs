//! The words of a complaint: what the person says, what was found out, what they were told.

use chrono::NaiveDate;
use domain::access::{KeepRegisters, Permit};
use domain::complaint::ComplaintWordKind;
use domain::id::{AccountId, ComplaintId};
use domain::text::Prose;
use rusqlite::named_params;

use crate::column::{Day, Id, decode, prose, revision};
use crate::error::StoreError;
use crate::read::Records;
use crate::revised::Register;
use crate::write::Tx;

/// Some words in the file of a complaint.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ComplaintWord {
    /// Their place in it.
    pub position: u32,
    /// What they are.
    pub kind: ComplaintWordKind,
    /// The day they are of.
    pub day: NaiveDate,
    /// Who noted them.
    pub by: AccountId,
    /// The words.
    pub words: Prose,
}

impl Records<'_> {
    /// The words of a complaint, in the order in which they were noted. Whether whom it is about may be seen is for the
    /// caller to ask.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when it is gone.
    pub fn complaint_words(
        &self,
        permit: &Permit<KeepRegisters>,
        complaint: ComplaintId,
    ) -> Result<Vec<ComplaintWord>, StoreError> {
        let complaint = self.complaint_row(permit, complaint)?;
        let mut statement = self.connection().prepare_cached(
            "SELECT complaint_word.position, complaint_word.kind, complaint_word.day, account.id, complaint_word.words
             FROM complaint_word
             JOIN account ON account.row = complaint_word.noted_by
             WHERE complaint_word.complaint = ?1
             ORDER BY complaint_word.position",
        )?;
        let mut rows = statement.query([complaint])?;
        let mut found = Vec::new();
        while let Some(row) = rows.next()? {
            let kind: String = row.get(1)?;
            let words: String = row.get(4)?;
            found.push(ComplaintWord {
                position: revision(row.get(0)?),
                kind: decode("complaint_word.kind", ComplaintWordKind::from_code(&kind))?,
                day: row.get::<_, Day>(2)?.0,
                by: AccountId::from_uuid(row.get::<_, Id>(3)?.0),
                words: prose("complaint_word.words", &words)?,
            });
        }
        Ok(found)
    }
}

impl Tx<'_> {
    /// Adds words to a complaint, and gives their place.
    ///
    /// # Errors
    /// [`StoreError::Stale`] when it was changed since, [`StoreError::NotFound`] when it is gone.
    pub fn add_complaint_word(
        &self,
        permit: &Permit<KeepRegisters>,
        complaint: ComplaintId,
        expected: u32,
        kind: ComplaintWordKind,
        (day, words): (NaiveDate, &Prose),
    ) -> Result<u32, StoreError> {
        let complaint = self.records().complaint_row(permit, complaint)?;
        self.bump(Register::Complaint, complaint, expected)?;
        self.write_word(complaint, kind, day, words.as_str())
    }

    /// Takes back words that were added.
    ///
    /// # Errors
    /// [`StoreError::Stale`] when the complaint was changed since, [`StoreError::NotFound`] when it is gone.
    pub fn remove_complaint_word(
        &self,
        permit: &Permit<KeepRegisters>,
        complaint: ComplaintId,
        expected: u32,
        position: u32,
    ) -> Result<(), StoreError> {
        let complaint = self.records().complaint_row(permit, complaint)?;
        self.bump(Register::Complaint, complaint, expected)?;
        self.sql()
            .prepare_cached("DELETE FROM complaint_word WHERE complaint = ?1 AND position = ?2")?
            .execute([complaint, i64::from(position)])?;
        Ok(())
    }

    /// Puts what was found in the place of what was noted before. The complaint itself is marked as changed by whoever
    /// calls this.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when it is gone.
    pub fn set_complaint_reasons(
        &self,
        permit: &Permit<KeepRegisters>,
        complaint: ComplaintId,
        reasons: &Prose,
    ) -> Result<(), StoreError> {
        let complaint = self.records().complaint_row(permit, complaint)?;
        self.sql()
            .prepare_cached("DELETE FROM complaint_word WHERE complaint = ?1 AND kind = ?2")?
            .execute(rusqlite::params![
                complaint,
                ComplaintWordKind::Reasons.code()
            ])?;
        self.write_word(
            complaint,
            ComplaintWordKind::Reasons,
            self.today(),
            reasons.as_str(),
        )?;
        Ok(())
    }

    pub(super) fn write_word(
        &self,
        complaint: i64,
        kind: ComplaintWordKind,
        day: NaiveDate,
        words: &str,
    ) -> Result<u32, StoreError> {
        let position: i64 = self
            .sql()
            .prepare_cached(
                "SELECT coalesce(max(position), 0) + 1 FROM complaint_word WHERE complaint = ?1",
            )?
            .query_row([complaint], |row| row.get(0))?;
        self.sql()
            .prepare_cached(
                "INSERT INTO complaint_word (complaint, position, kind, day, noted_by, words)
                 VALUES (:complaint, :position, :kind, :day, :noted_by, :words)",
            )?
            .execute(named_params! {
                ":complaint": complaint,
                ":position": position,
                ":kind": kind.code(),
                ":day": Day(day),
                ":noted_by": self.actor_row()?,
                ":words": words,
            })?;
        Ok(revision(position))
    }
}
