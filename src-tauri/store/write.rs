//! Writing: one transaction, with its journal entry, or nothing.

use std::cell::{Cell, RefCell};
use std::collections::BTreeSet;
use std::fmt;
use std::path::PathBuf;

use chrono::{DateTime, NaiveDate, Utc};
use domain::access::{Action, Permit};
use domain::clock::{ClockCheck, london_date};
use domain::id::AccountId;
use rusqlite::{Connection, Transaction, TransactionBehavior};

use crate::column::json_rows;
use crate::connection;
use crate::error::StoreError;
use crate::files::Folder;
use crate::head;
use crate::journal::{self, Entry};
use crate::key_file::KeyFile;
use crate::keys::StoreKey;
use crate::lock::StoreLock;
use crate::read::{CurrentKey, Reader, Records, read_in};
use crate::scrub::scrubbed;
use crate::seal::Identity;
use crate::subjects::SubjectKeys;

/// An open store: the one connection that writes, and the keys.
///
/// Dropping it closes the database and forgets the keys; [`Store::close`] also empties the log and keeps the
/// journal's head, and says when it could not.
pub struct Store {
    /// Before the lock, so that the database is closed while the lock still holds.
    pub(crate) writer: Connection,
    pub(crate) folder: Folder,
    pub(crate) keys: KeyFile,
    pub(crate) key: StoreKey,
    /// Who opened it, with their own keys.
    pub(crate) account: AccountId,
    pub(crate) identity: Identity,
    pub(crate) subjects: SubjectKeys,
    pub(crate) current: CurrentKey,
    pub(crate) must_reopen: bool,
    /// Whether this sign-in wrote down that the clock was set back: once is enough.
    pub(crate) set_back_noted: bool,
    /// Where else an erasure looks for what might be left.
    pub(crate) elsewhere: Vec<PathBuf>,
    pub(crate) lock: StoreLock,
}

impl fmt::Debug for Store {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Store")
            .field("must_reopen", &self.must_reopen)
            .finish_non_exhaustive()
    }
}

impl Store {
    /// Names files and folders outside the store's where the program might have left something of a person: what the
    /// window keeps, logs, temporary files. Every erasure of this sign-in searches them too, folders with all that is
    /// in them.
    pub fn also_search(&mut self, places: Vec<PathBuf>) {
        self.elsewhere = places;
    }

    /// Writes on the strength of a permit. The transaction commits only with the entry the work returns; on
    /// any error nothing of it stays.
    ///
    /// Dates of erasure of every candidate whose facts changed are worked out anew in the same transaction.
    ///
    /// # Errors
    /// What the work returns, or [`StoreError`] when the transaction cannot begin or commit.
    pub fn write<A: Action, T, E: From<StoreError>>(
        &mut self,
        permit: &Permit<A>,
        at: DateTime<Utc>,
        work: impl FnOnce(&Tx<'_>) -> Result<(T, Entry), E>,
    ) -> Result<T, E> {
        self.transact(Some(permit.actor()), at, work)
    }

    /// Writes an entry about something that changes no record: a sign-in, a refusal, an export.
    ///
    /// # Errors
    /// [`StoreError`] when the transaction cannot begin or commit.
    pub fn note(
        &mut self,
        actor: Option<AccountId>,
        at: DateTime<Utc>,
        entry: Entry,
    ) -> Result<(), StoreError> {
        self.transact(actor, at, |_| Ok(((), entry)))
    }

    pub(crate) fn transact<T, E: From<StoreError>>(
        &mut self,
        actor: Option<AccountId>,
        at: DateTime<Utc>,
        work: impl FnOnce(&Tx<'_>) -> Result<(T, Entry), E>,
    ) -> Result<T, E> {
        if self.must_reopen {
            return Err(StoreError::ReopenNeeded.into());
        }
        let begun = self
            .writer
            .transaction_with_behavior(TransactionBehavior::Immediate)
            .map_err(StoreError::from)
            .map_err(E::from);
        let transaction = begun?;
        let tx = Tx::new(transaction, actor, at);
        let (value, entry) = work(&tx)?;
        match tx.finish(&entry, self.set_back_noted) {
            Ok(set_back_noted) => {
                self.set_back_noted = set_back_noted;
                Ok(value)
            }
            Err(error) => {
                // After a failed sync nobody knows which pages reached the disk; only a fresh start tells.
                self.must_reopen = error.ends_writing();
                Err(error.into())
            }
        }
    }

    /// Writes without an entry. For one thing alone: the draft of a message, which the journal knows from its first
    /// letter to its end, and which is written anew every half second in between.
    pub(crate) fn rewrite_draft<T>(
        &mut self,
        actor: AccountId,
        at: DateTime<Utc>,
        work: impl FnOnce(&Tx<'_>) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        if self.must_reopen {
            return Err(StoreError::ReopenNeeded);
        }
        let transaction = self
            .writer
            .transaction_with_behavior(TransactionBehavior::Immediate)?;
        let tx = Tx::new(transaction, Some(actor), at);
        let value = work(&tx)?;
        let touched = tx.touched.take();
        if !touched.is_empty() {
            tx.settle(&touched)?;
        }
        if let Err(error) = tx.transaction.commit().map_err(StoreError::from) {
            self.must_reopen = error.ends_writing();
            return Err(error);
        }
        Ok(value)
    }

    /// Reads on the writing connection, with every query seeing the same state.
    ///
    /// # Errors
    /// What the reading returns, or [`StoreError`] when no transaction can begin.
    pub fn read<T, E: From<StoreError>>(
        &mut self,
        work: impl FnOnce(&Records<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        read_in(&mut self.writer, work)
    }

    /// The records as they are at this moment, for a single read.
    pub const fn records(&self) -> Records<'_> {
        Records::new(&self.writer)
    }

    /// Opens a connection that reads, for another thread.
    ///
    /// # Errors
    /// [`StoreError`] when the database cannot be opened again.
    pub fn reader(&self) -> Result<Reader, StoreError> {
        Reader::open(&self.folder.database(), self.current.clone())
    }

    /// Closes the store: empties the log, keeps the journal's head outside, forgets the keys. Close the
    /// readers first, or the log cannot be emptied.
    ///
    /// # Errors
    /// [`StoreError::Busy`] when a reader is still at work, or what the files say. The store is closed all the
    /// same, and nothing committed is lost.
    pub fn close(mut self) -> Result<(), StoreError> {
        scrubbed(|| {
            self.sign_journal()?;
            let emptied = connection::checkpoint(&self.writer);
            let head = journal::head(&self.writer)?;
            head::write(&self.folder, &self.keys, &self.key, head)?;
            let Self { writer, lock, .. } = self;
            let closed = writer.close().map_err(|(_, error)| StoreError::from(error));
            drop(lock);
            emptied.and(closed)
        })
    }

    /// Whether a failed write means that the store must be closed and opened again.
    pub const fn must_reopen(&self) -> bool {
        self.must_reopen
    }

    /// The store's own id.
    pub const fn id(&self) -> uuid::Uuid {
        self.keys.store
    }
}

/// A write under way. Every write of the store is a method of it, and so is every read ([`Records`]).
pub struct Tx<'t> {
    transaction: Transaction<'t>,
    actor: Option<AccountId>,
    /// The private row of who writes, once it was looked up.
    actor_row: Cell<Option<i64>>,
    at: DateTime<Utc>,
    /// Candidates whose date of erasure may have moved.
    touched: RefCell<BTreeSet<i64>>,
}

impl fmt::Debug for Tx<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Tx")
            .field("at", &self.at)
            .finish_non_exhaustive()
    }
}

impl<'t> Tx<'t> {
    const fn new(
        transaction: Transaction<'t>,
        actor: Option<AccountId>,
        at: DateTime<Utc>,
    ) -> Self {
        Self {
            transaction,
            actor,
            actor_row: Cell::new(None),
            at,
            touched: RefCell::new(BTreeSet::new()),
        }
    }

    /// Ends the write, and says whether it stands in the journal that the clock was set back.
    fn finish(self, entry: &Entry, set_back_noted: bool) -> Result<bool, StoreError> {
        let touched = self.touched.take();
        if !touched.is_empty() {
            self.settle(&touched)?;
        }
        let (clock, at) = self.keep_time()?;
        let set_back = matches!(clock, ClockCheck::SetBack { .. });
        if set_back && !set_back_noted {
            self.note_set_back(at)?;
        }
        journal::append(&self.transaction, self.actor, at, entry)?;
        self.transaction.commit()?;
        Ok(set_back || set_back_noted)
    }

    /// The records as this transaction sees them.
    pub fn records(&self) -> Records<'_> {
        Records::new(&self.transaction)
    }

    /// The instant of the write.
    pub const fn at(&self) -> DateTime<Utc> {
        self.at
    }

    /// The day of the write, in London.
    pub fn today(&self) -> NaiveDate {
        london_date(self.at)
    }

    pub(crate) fn sql(&self) -> &Connection {
        &self.transaction
    }

    /// The private row of who writes.
    pub(crate) fn actor_row(&self) -> Result<i64, StoreError> {
        if let Some(row) = self.actor_row.get() {
            return Ok(row);
        }
        let row = self
            .records()
            .account_row(self.actor.ok_or(StoreError::WrongSubject)?)?;
        self.actor_row.set(Some(row));
        Ok(row)
    }

    /// Marks a candidate whose facts changed.
    pub(crate) fn touch(&self, candidate: i64) {
        self.touched.borrow_mut().insert(candidate);
    }

    /// Forgets the mark of candidates that went.
    pub(crate) fn untouch(&self, candidates: &[i64]) {
        let mut touched = self.touched.borrow_mut();
        for candidate in candidates {
            touched.remove(candidate);
        }
    }

    /// Works out the dates of erasure of candidates anew, some hundreds at a time.
    fn settle(&self, candidates: &BTreeSet<i64>) -> Result<(), StoreError> {
        let policy = self.records().retention_policy()?;
        let rows: Vec<i64> = candidates.iter().copied().collect();
        for part in rows.chunks(512) {
            self.refresh_dates(&json_rows(part.iter().copied()), &policy, self.today())?;
        }
        Ok(())
    }
}
