//! The outside key: what lies beside the database, and must be read by an earlier copy of it too, is sealed under a
//! key that stays when the store key is changed.
//!
//! Somebody who left, and kept a copy of the store from then, has it. What is sealed under it says no more than they
//! could read on their last day: ids without anybody's name, and keys of sealed records they do not have.

use rusqlite::{Connection, OptionalExtension};
use uuid::Uuid;
use zeroize::Zeroizing;

use crate::error::StoreError;
use crate::keys::{expand, fill};
use crate::read::Records;
use crate::write::Tx;

/// 256 random bits, wiped when dropped. Boxed, as every key is.
#[derive(Clone)]
pub(crate) struct OutsideKey(Box<Zeroizing<[u8; 32]>>);

impl std::fmt::Debug for OutsideKey {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("OutsideKey([withheld])")
    }
}

impl OutsideKey {
    pub(crate) fn generate() -> Result<Self, StoreError> {
        let mut key = Box::new(Zeroizing::new([0; 32]));
        fill(key.as_mut_slice())?;
        Ok(Self(key))
    }

    pub(crate) fn from_bytes(bytes: &[u8]) -> Option<Self> {
        let mut key = Box::new(Zeroizing::new([0; 32]));
        if bytes.len() != key.len() {
            return None;
        }
        key.copy_from_slice(bytes);
        Some(Self(key))
    }

    pub(crate) fn bytes(&self) -> &[u8] {
        self.0.as_slice()
    }

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
