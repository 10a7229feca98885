//! The outside key: what lies beside the database, and must be read by an earlier copy of it too, is sealed under a
//! key that stays when the store key is changed.
//!
//! Somebody who left, and kept a copy of the store from then, has it. What is sealed under it says no more than they
//! could read on their last day: ids without anybody's name, and keys of sealed records they do not have.

use rusqlite::{Connection, OptionalExtension};
use uuid::Uuid;
use zeroize::Zeroizing;

use crate::error::StoreError;
use crate::keys::{expand, key};
use crate::read::Records;
use crate::write::Tx;

key! {
    /// What lies outside the database is sealed under keys derived from this one.
    pub(crate) struct OutsideKey;
}

impl OutsideKey {
    /// A key for one use of one store.
    #[expect(
        clippy::unnecessary_box_returns,
        reason = "a value that is moved leaves its bytes behind, a box does not"
    )]
    pub(crate) fn derive(&self, store: Uuid, purpose: &str) -> Box<Zeroizing<[u8; 32]>> {
        expand(
            self.bytes(),
            &[
                b"fairhold/1/outside/",
                purpose.as_bytes(),
                b"/",
                store.as_bytes(),
            ],
        )
    }

    /// The key a database holds; none in one from before there was any.
    pub(crate) fn of(connection: &Connection) -> Result<Option<Self>, StoreError> {
        let found = connection
            .prepare_cached("SELECT key FROM outside_key")?
            .query_row([], |row| Ok(Self::from_bytes(row.get_ref(0)?.as_blob()?)))
            .optional()?;
        Ok(found.flatten())
    }
}

impl Records<'_> {
    pub(crate) fn outside_key(&self) -> Result<OutsideKey, StoreError> {
        OutsideKey::of(self.connection())?.ok_or(StoreError::Keys)
    }
}

impl Tx<'_> {
    /// Gives the database its outside key; one that it has stays.
    pub(crate) fn put_outside_key(&self, key: &OutsideKey) -> Result<(), StoreError> {
        self.sql().execute(
            "INSERT INTO outside_key (row, key) VALUES (1, ?1) ON CONFLICT DO NOTHING",
            [key.bytes()],
        )?;
        Ok(())
    }
}
