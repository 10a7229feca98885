//! Finishing erasures that something interrupted.

use chrono::{DateTime, Utc};
use domain::id::AccountId;

use super::{ErasureReport, ErasureState};
use crate::column::Id;
use crate::error::StoreError;
use crate::forensic::Tokens;
use crate::write::Store;

impl Store {
    /// Finishes every erasure that was begun and not proved: deletes what is left, and rebuilds the database
    /// from its living records, since the words of those already deleted are no longer known and could not be
    /// searched for. [`crate::unlock`] does this before it hands the store out.
    ///
    /// # Errors
    /// [`StoreError`] when a write fails; what is left is finished the next time.
    pub fn finish_erasures(&mut self, at: DateTime<Utc>) -> Result<Vec<ErasureReport>, StoreError> {
        let open = self.open_erasures()?;
        let mut reports = Vec::with_capacity(open.len());
        for (erasure, account) in open {
            let mut tokens = Tokens::default();
            let intents = self.read(|records| records.intents(erasure))?;
            for batch in intents.chunks(super::BATCH) {
                self.erase_batch(account, erasure, batch, true, at, &mut tokens)?;
            }
            self.conclude(account, erasure, true, at)?;
            reports.push(self.prove(account, erasure, at, &mut tokens, true)?);
        }
        Ok(reports)
    }

    fn open_erasures(&mut self) -> Result<Vec<(i64, AccountId)>, StoreError> {
        self.read(|records| {
            let mut statement = records.connection().prepare_cached(
                "SELECT erasure.row, account.id
                 FROM erasure
                 JOIN account ON account.row = erasure.account
                 WHERE erasure.state IN (?1, ?2)
                 ORDER BY erasure.row",
            )?;
            let found = statement.query_map(
                [ErasureState::Intended.code(), ErasureState::Deleted.code()],
                |row| Ok((row.get(0)?, AccountId::from_uuid(row.get::<_, Id>(1)?.0))),
            )?;
            Ok(found.collect::<rusqlite::Result<_>>()?)
        })
    }
}
