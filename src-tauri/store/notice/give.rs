//! Writing down that somebody was given the notice, or need not be, and taking that back.

use chrono::NaiveDate;
use domain::access::{AddCandidate, Import, Permit, RecordPermission};
use domain::id::CandidateId;
use domain::notice::{NoticeChannel, NoticeExemption};
use domain::text::Line;
use rusqlite::named_params;

use crate::column::{At, Day};
use crate::error::StoreError;
use crate::write::Tx;

impl Tx<'_> {
    /// Records that the permit's candidate was given a version; whether that was not recorded before.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when they are gone.
    pub fn give_notice(
        &self,
        permit: &Permit<RecordPermission>,
        version: u32,
        on: NaiveDate,
        channel: NoticeChannel,
    ) -> Result<bool, StoreError> {
        self.put_notice(self.noticed(permit)?, version, on, channel)
    }

    /// Records that somebody who was just added was given a version with the form they filled in.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when they are gone.
    pub fn give_notice_with_form(
        &self,
        _permit: &Permit<AddCandidate>,
        candidate: CandidateId,
        version: u32,
        on: NaiveDate,
    ) -> Result<(), StoreError> {
        let row = self.records().candidate_row(candidate)?;
        self.put_notice(row, version, on, NoticeChannel::Form)?;
        Ok(())
    }

    /// Records that somebody whom an import brings was given a version.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when they are gone.
    pub fn import_notice(
        &self,
        _permit: &Permit<Import>,
        candidate: CandidateId,
        version: u32,
        on: NaiveDate,
        channel: NoticeChannel,
    ) -> Result<(), StoreError> {
        let row = self.records().candidate_row(candidate)?;
        self.put_notice(row, version, on, channel)?;
        Ok(())
    }

    /// Records why the permit's candidate need not be given the notice; whether that was not recorded before.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when they are gone.
    pub fn exempt_from_notice(
        &self,
        permit: &Permit<RecordPermission>,
        exemption: NoticeExemption,
        reason: &Line,
    ) -> Result<bool, StoreError> {
        let candidate = self.noticed(permit)?;
        let put = self
            .sql()
            .prepare_cached(
                "INSERT INTO notice_given (candidate, given_on, exemption, reason, recorded_by, recorded_at)
                 SELECT :candidate, :on, :exemption, :reason, :recorded_by, :recorded_at
                 WHERE NOT EXISTS (
                     SELECT 1 FROM notice_given WHERE candidate = :candidate AND exemption IS NOT NULL
                 )",
            )?
            .execute(named_params! {
                ":candidate": candidate,
                ":on": Day(self.today()),
                ":exemption": exemption.code(),
                ":reason": reason.as_str(),
                ":recorded_by": self.actor_row()?,
                ":recorded_at": At(self.at()),
            })?;
        self.touch(candidate);
        Ok(put == 1)
    }

    /// Takes back that the permit's candidate was given a version, or, without one, that they need not be.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when it is not recorded.
    pub fn take_back_notice(
        &self,
        permit: &Permit<RecordPermission>,
        version: Option<u32>,
    ) -> Result<(), StoreError> {
        let candidate = self.noticed(permit)?;
        let removed = self
            .sql()
            .prepare_cached(
                "DELETE FROM notice_given WHERE candidate = :candidate AND version IS :version",
            )?
            .execute(named_params! { ":candidate": candidate, ":version": version })?;
        if removed == 0 {
            return Err(StoreError::NotFound);
        }
        self.set_first_notice(candidate)
    }

    fn noticed(&self, permit: &Permit<RecordPermission>) -> Result<i64, StoreError> {
        self.records()
            .candidate_row(permit.candidate().ok_or(StoreError::WrongSubject)?)
    }

    /// A version that somebody was given stays as it was recorded first.
    pub(super) fn put_notice(
        &self,
        candidate: i64,
        version: u32,
        on: NaiveDate,
        channel: NoticeChannel,
    ) -> Result<bool, StoreError> {
        let put = self
            .sql()
            .prepare_cached(
                "INSERT INTO notice_given (candidate, version, given_on, channel, recorded_by, recorded_at)
                 VALUES (:candidate, :version, :on, :channel, :recorded_by, :recorded_at)
                 ON CONFLICT (candidate, version) DO NOTHING",
            )?
            .execute(named_params! {
                ":candidate": candidate,
                ":version": version,
                ":on": Day(on),
                ":channel": channel.code(),
                ":recorded_by": self.actor_row()?,
                ":recorded_at": At(self.at()),
            })?;
        self.set_first_notice(candidate)?;
        Ok(put == 1)
    }

    fn set_first_notice(&self, candidate: i64) -> Result<(), StoreError> {
        self.sql()
            .prepare_cached(
                "UPDATE candidate
                 SET notice_given_on = (
                     SELECT min(given_on) FROM notice_given WHERE candidate = ?1 AND version IS NOT NULL
                 )
                 WHERE row = ?1",
            )?
            .execute([candidate])?;
        self.touch(candidate);
        Ok(())
    }
}
