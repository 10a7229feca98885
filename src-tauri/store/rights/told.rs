//! Who is told of what a request had corrected or restricted (RULEBOOK DSR-16; UK GDPR Art 19), as of what is erased.

use domain::access::{KeepRegisters, Permit};
use domain::disclosure::{NOTICE_DAYS, ToldOf, to_tell};
use domain::id::{CandidateId, RightsRequestId};

use crate::erase::{Disclosed, Of, RecipientNotice};
use crate::error::StoreError;
use crate::read::Records;
use crate::write::Tx;

impl Records<'_> {
    /// Recipients who are told of what a request had corrected or restricted.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when there is no such request.
    pub fn recipients_of_request(
        &self,
        permit: &Permit<KeepRegisters>,
        request: RightsRequestId,
    ) -> Result<Vec<RecipientNotice>, StoreError> {
        self.notices(Of::Request(self.rights_row(permit, request)?))
    }

    /// What was given of whom a request is about, to whom, by day: for the notices to its recipients.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when they are gone.
    pub fn disclosed_of(
        &self,
        _permit: &Permit<KeepRegisters>,
        candidate: CandidateId,
    ) -> Result<Vec<Disclosed>, StoreError> {
        self.disclosed(&[self.candidate_row(candidate)?], &[])
    }
}

impl Tx<'_> {
    /// Writes down who is told of what a request had corrected or restricted; how many that is. Who is listed for it already is
    /// told once.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when the request, or whom it is about, is gone.
    pub fn list_recipients_of_request(
        &self,
        permit: &Permit<KeepRegisters>,
        request: RightsRequestId,
        candidate: CandidateId,
        because: ToldOf,
    ) -> Result<u64, StoreError> {
        let request = self.records().rights_row(permit, request)?;
        let candidate = self.records().candidate_row(candidate)?;
        let (given, _) = self.records().given_of(&[candidate], &[], self.today())?;
        let known = self.records().notices(Of::Request(request))?;
        let mut listed = 0;
        for each in to_tell(&given, NOTICE_DAYS) {
            let is_known = known.iter().any(|notice| {
                notice.because == because && notice.to_tell.is(each.category, &each.recipient)
            });
            if !is_known {
                self.insert_notice(because, (None, Some(request)), &each, false)?;
                listed += 1;
            }
        }
        Ok(listed)
    }

    /// Takes away who was to be told of something that a request did not have done after all, and was not told yet.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when the request is gone.
    pub fn drop_untold_of_request(
        &self,
        permit: &Permit<KeepRegisters>,
        request: RightsRequestId,
        because: ToldOf,
    ) -> Result<(), StoreError> {
        let request = self.records().rights_row(permit, request)?;
        self.sql()
            .prepare_cached(
                "DELETE FROM recipient_notice WHERE request = ?1 AND because = ?2 AND told_on IS NULL",
            )?
            .execute(rusqlite::params![request, because.code()])?;
        Ok(())
    }
}
