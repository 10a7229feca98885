//! Signed checkpoints of the journal: whoever is signed in signs its head with their own key, at every sign-in,
//! erasure and closing.
//!
//! The chain shows that an entry was changed to someone who knows an earlier head; a checkpoint shows it by the
//! key of a person. Somebody who has that key and the store can sign false new entries: tamper-evident, no more.
//!
//! The same keys sign what is handed out, for another purpose each.

use domain::access::{Permit, ReadJournal};
use domain::id::AccountId;
use rusqlite::{Connection, OptionalExtension, named_params};

use crate::column::Id;
use crate::error::StoreError;
use crate::journal::{self, Head};
use crate::key_file::KeyFile;
use crate::read::Records;
use crate::seal::verify;
use crate::write::{Store, Tx};

const KIND: &str = "journal-checkpoint";

fn message(store: uuid::Uuid, head: &Head) -> Vec<u8> {
    [
        store.as_bytes().as_slice(),
        &head.seq.to_be_bytes(),
        &head.hash,
    ]
    .concat()
}

impl Store {
    /// Signs the journal's head, if it moved on since it was last signed.
    pub(crate) fn sign_journal(&mut self) -> Result<(), StoreError> {
        match self.sign_head() {
            // A store with a bad page must still open, or nobody could verify it and be told which.
            Err(StoreError::Damaged) => Ok(()),
            signed => signed,
        }
    }

    fn sign_head(&mut self) -> Result<(), StoreError> {
        let head = journal::head(&self.writer)?;
        let signed: Option<i64> =
            self.writer
                .query_row("SELECT max(seq) FROM journal_checkpoint", [], |row| {
                    row.get(0)
                })?;
        // A journal that was cut short ends before what was signed: that is for verifying to say, not to sign over.
        if head.seq == 0 || signed.is_some_and(|signed| signed >= head.seq) {
            return Ok(());
        }
        let signature = self.identity.sign(KIND, &message(self.keys.store, &head));
        self.writer.execute(
            "INSERT INTO journal_checkpoint (seq, hash, account, signing_key, signature)
             VALUES (:seq, :hash, :account, :signing_key, :signature)",
            named_params! {
                ":seq": head.seq,
                ":hash": head.hash,
                ":account": Id(self.account.uuid()),
                ":signing_key": self.keys.signing_key(self.account)?,
                ":signature": signature,
            },
        )?;
        Ok(())
    }
}

/// What whoever is signed in signed, and the key it verifies by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Signed {
    /// Ed25519.
    pub signature: [u8; 64],
    /// The public key.
    pub key: [u8; 32],
}

/// Whether a signature is over this message, for this purpose, by this key.
pub fn signature_holds(
    key: &[u8; 32],
    purpose: &str,
    message: &[u8],
    signature: &[u8; 64],
) -> bool {
    purpose != KIND && verify(key, purpose, message, signature)
}

impl Store {
    /// The public key of whoever is signed in.
    ///
    /// # Errors
    /// [`StoreError::Keys`] when the key file has none for them.
    pub fn signing_key(&self) -> Result<[u8; 32], StoreError> {
        self.keys.signing_key(self.account)
    }

    /// Signs something that is handed out, with the key of whoever is signed in. The purpose keeps the signature
    /// apart from any other; it is never that of a checkpoint.
    ///
    /// # Errors
    /// [`StoreError::Keys`] when the key file has no key for them, or the purpose is not one for this.
    pub fn sign(&self, purpose: &str, message: &[u8]) -> Result<Signed, StoreError> {
        if purpose == KIND {
            return Err(StoreError::Keys);
        }
        Ok(Signed {
            signature: self.identity.sign(purpose, message),
            key: self.signing_key()?,
        })
    }
}

impl Records<'_> {
    /// Whether an account of this store ever had a signing key.
    ///
    /// # Errors
    /// [`StoreError`] when the read fails.
    pub fn knows_signing_key(
        &self,
        _permit: &Permit<ReadJournal>,
        account: AccountId,
        key: &[u8; 32],
    ) -> Result<bool, StoreError> {
        Ok(self
            .connection()
            .prepare_cached(
                "SELECT EXISTS (SELECT 1 FROM account_key WHERE account = ?1 AND signing_key = ?2)",
            )?
            .query_row(rusqlite::params![Id(account.uuid()), key], |row| row.get(0))?)
    }

    /// Whether the journal has this entry.
    ///
    /// # Errors
    /// [`StoreError`] when the read fails.
    pub fn journal_has(
        &self,
        _permit: &Permit<ReadJournal>,
        head: &Head,
    ) -> Result<bool, StoreError> {
        Ok(self
            .connection()
            .prepare_cached("SELECT EXISTS (SELECT 1 FROM journal WHERE seq = ?1 AND hash = ?2)")?
            .query_row(rusqlite::params![head.seq, head.hash], |row| row.get(0))?)
    }
}

impl Tx<'_> {
    /// Notes the public signing keys of every account, so that what one signed can be verified when it is gone.
    pub(crate) fn note_signing_keys(&self, keys: &KeyFile) -> Result<(), StoreError> {
        for account in &keys.accounts {
            let id = account.account();
            self.sql()
                .prepare_cached(
                    "INSERT INTO account_key (account, signing_key)
                     VALUES (:account, :signing_key)
                     ON CONFLICT DO NOTHING",
                )?
                .execute(named_params! {
                    ":account": Id(id.uuid()),
                    ":signing_key": keys.signing_key(id)?,
                })?;
        }
        Ok(())
    }
}

/// Verifies every checkpoint; gives how many there are and the entry of the first that does not verify.
pub(crate) fn verify_checkpoints(
    connection: &Connection,
    store: uuid::Uuid,
) -> Result<(u64, Option<i64>), StoreError> {
    let mut statement = connection.prepare(
        "SELECT checkpoint.seq, checkpoint.hash, checkpoint.account, checkpoint.signing_key,
                checkpoint.signature, journal.hash AS entry
         FROM journal_checkpoint AS checkpoint
         LEFT JOIN journal ON journal.seq = checkpoint.seq
         ORDER BY checkpoint.seq",
    )?;
    let mut rows = statement.query([])?;
    let mut number = 0;
    while let Some(row) = rows.next()? {
        number += 1;
        let head = Head {
            seq: row.get("seq")?,
            hash: row.get("hash")?,
        };
        let entry: Option<[u8; 32]> = row.get("entry")?;
        let account = AccountId::from_uuid(row.get::<_, Id>("account")?.0);
        let signing: [u8; 32] = row.get("signing_key")?;
        let signature: [u8; 64] = row.get("signature")?;
        let known = connection
            .prepare_cached("SELECT 1 FROM account_key WHERE account = ?1 AND signing_key = ?2")?
            .query_row(rusqlite::params![Id(account.uuid()), signing], |_| Ok(()))
            .optional()?
            .is_some();
        if !known
            || entry != Some(head.hash)
            || !verify(&signing, KIND, &message(store, &head), &signature)
        {
            return Ok((number, Some(head.seq)));
        }
    }
    Ok((number, None))
}
