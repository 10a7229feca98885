//! Reading: a view on one state of the database, and connections that can do nothing else.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use domain::access::Scope;
use domain::id::{AccountId, CandidateId, TeamId, VacancyId};
use rusqlite::{Connection, InterruptHandle, OptionalExtension, TransactionBehavior};
use uuid::Uuid;

use crate::column::{Id, json_rows};
use crate::connection::{self, Use};
use crate::error::{OpenError, StoreError};
use crate::keys::DatabaseKey;

/// The records, as one transaction sees them. Every read of the store is a method of it.
#[derive(Debug)]
pub struct Records<'c> {
    connection: &'c Connection,
}

impl<'c> Records<'c> {
    pub(crate) const fn new(connection: &'c Connection) -> Self {
        Self { connection }
    }

    pub(crate) const fn connection(&self) -> &'c Connection {
        self.connection
    }

    fn row_of(&self, sql: &str, id: Uuid) -> Result<i64, StoreError> {
        self.connection
            .prepare_cached(sql)?
            .query_row([Id(id)], |row| row.get(0))
            .optional()?
            .ok_or(StoreError::NotFound)
    }

    /// The private row of a candidate.
    pub(crate) fn candidate_row(&self, id: CandidateId) -> Result<i64, StoreError> {
        self.row_of("SELECT row FROM candidate WHERE id = ?1", id.uuid())
    }

    /// The private row of a vacancy.
    pub(crate) fn vacancy_row(&self, id: VacancyId) -> Result<i64, StoreError> {
        self.row_of("SELECT row FROM vacancy WHERE id = ?1", id.uuid())
    }

    /// The private row of a team.
    pub(crate) fn team_row(&self, id: TeamId) -> Result<i64, StoreError> {
        self.row_of("SELECT row FROM team WHERE id = ?1", id.uuid())
    }

    /// The private row of an account.
    pub(crate) fn account_row(&self, id: AccountId) -> Result<i64, StoreError> {
        self.row_of("SELECT row FROM account WHERE id = ?1", id.uuid())
    }

    /// A scope as row numbers.
    pub(crate) fn scope_rows(&self, scope: &Scope) -> Result<ScopeRows, StoreError> {
        let Scope::Vacancies(vacancies) = scope else {
            return Ok(ScopeRows::Everything);
        };
        let mut seen = Vec::new();
        let mut full = Vec::new();
        for (vacancy, sight) in vacancies {
            // A vacancy that went since the permit was given covers nobody.
            let row = match self.vacancy_row(*vacancy) {
                Ok(row) => row,
                Err(StoreError::NotFound) => continue,
                Err(error) => return Err(error),
            };
            seen.push(row);
            match sight {
                domain::access::Sight::Full => full.push(row),
                domain::access::Sight::NameOnly => {}
            }
        }
        Ok(ScopeRows::Vacancies {
            seen: json_rows(seen),
            full: json_rows(full),
        })
    }
}

/// A scope as the database applies it.
#[derive(Clone, Debug)]
pub(crate) enum ScopeRows {
    /// No limit.
    Everything,
    /// The vacancies, as JSON lists of row numbers.
    Vacancies {
        /// Every vacancy in scope.
        seen: String,
        /// Those with full sight.
        full: String,
    },
}

/// The key that the database is under at this moment. A change of the store key replaces it while connections
/// are open; each looks before it reads.
pub(crate) type CurrentKey = Arc<Mutex<DatabaseKey>>;

/// A connection that reads and cannot write.
#[derive(Debug)]
pub struct Reader {
    connection: Connection,
    database: PathBuf,
    key: DatabaseKey,
    current: CurrentKey,
}

impl Reader {
    pub(crate) fn open(database: &Path, current: CurrentKey) -> Result<Self, StoreError> {
        let key = key_of(&current);
        Ok(Self {
            connection: connect(database, &key)?,
            database: database.to_owned(),
            key,
            current,
        })
    }

    /// Reads, with every query seeing the same state.
    ///
    /// # Errors
    /// What the reading returns, or [`StoreError`] when no transaction can begin.
    pub fn read<T, E: From<StoreError>>(
        &mut self,
        work: impl FnOnce(&Records<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        let current = key_of(&self.current);
        if current != self.key {
            self.connection = connect(&self.database, &current)?;
            self.key = current;
        }
        read_in(&mut self.connection, work)
    }

    /// The handle by which another thread stops the read that is running.
    pub fn interrupt_handle(&self) -> InterruptHandle {
        self.connection.get_interrupt_handle()
    }
}

fn key_of(current: &CurrentKey) -> DatabaseKey {
    current
        .lock()
        .unwrap_or_else(PoisonError::into_inner)
        .clone()
}

fn connect(database: &Path, key: &DatabaseKey) -> Result<Connection, StoreError> {
    match connection::open(database, key, Use::Read) {
        Ok(connection) => Ok(connection),
        Err(OpenError::Store(error)) => Err(error),
        Err(OpenError::InUse) => Err(StoreError::Busy),
        Err(_) => Err(StoreError::Damaged),
    }
}

pub(crate) fn read_in<T, E: From<StoreError>>(
    connection: &mut Connection,
    work: impl FnOnce(&Records<'_>) -> Result<T, E>,
) -> Result<T, E> {
    let transaction = connection
        .transaction_with_behavior(TransactionBehavior::Deferred)
        .map_err(StoreError::from)?;
    work(&Records::new(&transaction))
}
