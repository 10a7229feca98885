//! What applications are called in a vacancy that is shortlisted without names.

use domain::access::Alias;
use rusqlite::named_params;

use crate::error::StoreError;
use crate::write::Tx;

/// Draws before the next one that is free is looked for in vain: with half of all aliases taken, one draw in two
/// hits, so that many in a row are past all likelihood.
const DRAWS: usize = 64;

impl Tx<'_> {
    /// Gives an application an alias, if its vacancy is shortlisted without names.
    pub(super) fn put_alias_where_blind(
        &self,
        application: i64,
        vacancy: i64,
    ) -> Result<(), StoreError> {
        let blind: bool = self
            .sql()
            .prepare_cached("SELECT blind_until IS NOT NULL FROM vacancy WHERE row = ?1")?
            .query_row([vacancy], |row| row.get(0))?;
        if blind {
            self.put_alias(application, vacancy)?;
        }
        Ok(())
    }

    /// Gives every application of a vacancy an alias that has none.
    pub(crate) fn put_aliases(&self, vacancy: i64) -> Result<(), StoreError> {
        let mut statement = self.sql().prepare_cached(
            "SELECT row
             FROM application
             WHERE vacancy = ?1
               AND NOT EXISTS (
                   SELECT 1 FROM application_alias WHERE application_alias.application = application.row
               )",
        )?;
        let found = statement.query_map([vacancy], |row| row.get(0))?;
        let applications: Vec<i64> = found.collect::<rusqlite::Result<_>>()?;
        for application in applications {
            self.put_alias(application, vacancy)?;
        }
        Ok(())
    }

    fn put_alias(&self, application: i64, vacancy: i64) -> Result<(), StoreError> {
        let mut statement = self.sql().prepare_cached(
            "INSERT INTO application_alias (application, vacancy, alias)
             VALUES (:application, :vacancy, :alias)
             ON CONFLICT (vacancy, alias) DO NOTHING",
        )?;
        for _ in 0..DRAWS {
            let mut bytes = [0_u8; 4];
            getrandom::fill(&mut bytes).map_err(|_error| StoreError::Random)?;
            let put = statement.execute(named_params! {
                ":application": application,
                ":vacancy": vacancy,
                ":alias": Alias::from_random(bytes).code(),
            })?;
            if put == 1 {
                return Ok(());
            }
        }
        Err(StoreError::Random)
    }
}
