//! Reading: a view on one state of the database, and connections that can do nothing else.

use domain::access::Scope;
use domain::id::{AccountId, CandidateId, TeamId, VacancyId};
use rusqlite::{Connection, InterruptHandle, OptionalExtension, TransactionBehavior};
use uuid::Uuid;

use crate::column::{Id, json_rows};
use crate::error::StoreError;

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

/// A connection that reads and cannot write.
#[derive(Debug)]
pub struct Reader {
    connection: Connection,
}

impl Reader {
    pub(crate) const fn new(connection: Connection) -> Self {
        Self { connection }
    }

    /// Reads, with every query seeing the same state.
    ///
    /// # Errors
    /// What the reading returns, or [`StoreError`] when no transaction can begin.
    pub fn read<T, E: From<StoreError>>(
        &mut self,
        work: impl FnOnce(&Records<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        read_in(&mut self.connection, work)
    }

    /// The handle by which another thread stops the read that is running.
    pub fn interrupt_handle(&self) -> InterruptHandle {
        self.connection.get_interrupt_handle()
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
