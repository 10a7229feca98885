//! Keys that are derived from the store key, and from the one before while it is changed.

use zeroize::Zeroizing;

use super::KeyFile;
use crate::keys::{DatabaseKey, StoreKey};

impl KeyFile {
    /// The database's key under the store key before, while a rotation is under way.
    pub(crate) fn outgoing_database_key(&self, key: &StoreKey) -> Option<DatabaseKey> {
        self.outgoing
            .as_ref()
            .map(|outgoing| key.database(self.store.as_bytes(), outgoing.epoch, self.salt))
    }

    /// The database's key under a store key.
    pub(crate) fn database_key(&self, key: &StoreKey) -> DatabaseKey {
        key.database(self.store.as_bytes(), self.epoch, self.salt)
    }

    /// The key of the subject key file under a store key.
    #[expect(
        clippy::unnecessary_box_returns,
        reason = "a value that is moved leaves its bytes behind, a box does not"
    )]
    pub(crate) fn subjects_key(&self, key: &StoreKey) -> Box<Zeroizing<[u8; 32]>> {
        key.subjects(self.store.as_bytes(), self.epoch)
    }

    /// The same under the store key before, while a rotation is under way.
    pub(crate) fn outgoing_subjects_key(&self, key: &StoreKey) -> Option<Box<Zeroizing<[u8; 32]>>> {
        self.outgoing
            .as_ref()
            .map(|outgoing| key.subjects(self.store.as_bytes(), outgoing.epoch))
    }

    /// The key that wraps the outside key at the head of the erasure ledger.
    #[expect(
        clippy::unnecessary_box_returns,
        reason = "a value that is moved leaves its bytes behind, a box does not"
    )]
    pub(crate) fn ledger_key(&self, key: &StoreKey) -> Box<Zeroizing<[u8; 32]>> {
        key.ledger(self.store.as_bytes(), self.epoch)
    }

    /// The same under the store key before, while a rotation is under way.
    pub(crate) fn outgoing_ledger_key(&self, key: &StoreKey) -> Option<Box<Zeroizing<[u8; 32]>>> {
        self.outgoing
            .as_ref()
            .map(|outgoing| key.ledger(self.store.as_bytes(), outgoing.epoch))
    }

    /// The authentication of the head file under a store key.
    pub(crate) fn head_mac(&self, key: &StoreKey, message: &[u8]) -> [u8; 32] {
        key.head_mac(self.store.as_bytes(), self.epoch, message)
    }

    /// The same under the store key before, while a rotation is under way.
    pub(crate) fn outgoing_head_mac(&self, key: &StoreKey, message: &[u8]) -> Option<[u8; 32]> {
        self.outgoing
            .as_ref()
            .map(|outgoing| key.head_mac(self.store.as_bytes(), outgoing.epoch, message))
    }
}
