//! What registers have in common: a line has a revision that a change names, and goes, or what it says of people does, some
//! time after it was closed.

use chrono::{DateTime, NaiveDate, Utc};
use rusqlite::params;

use crate::column::{Day, revision};
use crate::error::StoreError;
use crate::journal::{Detail, Entry};
use crate::write::{Store, Tx};

/// A register, by the name of its table.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Register {
    Incident,
    Complaint,
    Request,
}

impl Register {
    const fn table(self) -> &'static str {
        match self {
            Self::Incident => "incident",
            Self::Complaint => "complaint",
            Self::Request => "rights_request",
        }
    }
}

/// How a register forgets.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Forgets {
    /// Finds the row and the day it was closed of what may go.
    pub(crate) closed: &'static str,
    /// The first day on which something that was closed on a day is not kept any more.
    pub(crate) until: fn(NaiveDate) -> NaiveDate,
    /// What is done with each row, in this order.
    pub(crate) delete: &'static [&'static str],
    /// The action in the journal, and what is counted in it.
    pub(crate) said: (&'static str, &'static str),
}

impl Tx<'_> {
    /// Marks a line as changed: for what stands beside its row.
    pub(crate) fn bump(
        &self,
        register: Register,
        row: i64,
        expected: u32,
    ) -> Result<(), StoreError> {
        let changed = self
            .sql()
            .prepare_cached(&format!(
                "UPDATE {} SET revision = revision + 1 WHERE row = ?1 AND revision = ?2",
                register.table()
            ))?
            .execute(params![row, expected])?;
        if changed == 0 {
            return Err(self.stale(register, row)?);
        }
        Ok(())
    }

    /// That a line was changed since, with the revision it has now.
    pub(crate) fn stale(&self, register: Register, row: i64) -> Result<StoreError, StoreError> {
        let now: i64 = self
            .sql()
            .prepare_cached(&format!(
                "SELECT revision FROM {} WHERE row = ?1",
                register.table()
            ))?
            .query_row([row], |row| row.get(0))?;
        Ok(StoreError::Stale {
            revision: revision(now),
        })
    }
}

impl Store {
    /// Lets go of what a register keeps no longer.
    pub(crate) fn forget(
        &mut self,
        forgets: &Forgets,
        today: NaiveDate,
        at: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        let over: Vec<i64> = self.read(|records| {
            let mut statement = records.connection().prepare_cached(forgets.closed)?;
            let mut rows = statement.query([])?;
            let mut over = Vec::new();
            while let Some(row) = rows.next()? {
                if (forgets.until)(row.get::<_, Day>(1)?.0) <= today {
                    over.push(row.get(0)?);
                }
            }
            Ok::<_, StoreError>(over)
        })?;
        if over.is_empty() {
            return Ok(());
        }
        let account = self.account;
        self.transact(Some(account), at, |tx| {
            for row in &over {
                for sql in forgets.delete {
                    tx.sql().prepare_cached(sql)?.execute([row])?;
                }
            }
            let (action, counted) = forgets.said;
            let number = u64::try_from(over.len()).unwrap_or(u64::MAX);
            Ok::<_, StoreError>(((), Entry::new(action).with(counted, Detail::Number(number))))
        })
    }
}
