//! Changing who may open the store, and with what: passphrases, keychains, compartments, the recovery sheet,
//! accounts that leave.
//!
//! Every change is journalled in the transaction that notes the key file's new revision. The file is on the disk
//! before that commits; what a crash leaves in between is a key file one revision ahead, which the next unlock
//! takes over.

use std::fs;
use std::sync::PoisonError;

use chrono::{DateTime, Utc};
use domain::access::{ManageAccounts, Permit};
use domain::compartment::Compartment;
use domain::id::AccountId;
use rusqlite::{Connection, OptionalExtension, named_params};

use crate::account::Passphrase;
use crate::column::{At, Id, decode};
use crate::connection::checkpoint;
use crate::error::{OpenError, StoreError};
use crate::files::{Folder, erase_file, replace};
use crate::head;
use crate::journal::{About, Detail, Entry};
use crate::kdf::KdfCost;
use crate::key_file::{Credential, DeviceSecret, Holder, KeyFile, RecoveryCode, RecoverySheet};
use crate::keys::{DatabaseKey, StoreKey};
use crate::read::Records;
use crate::scrub::scrubbed;
use crate::subjects::SubjectKeys;
use crate::write::{Store, Tx};

/// The setting that holds the key file's newest revision.
const REVISION: &str = "key-file-revision";
/// The setting that holds how the recovery sheet stands.
const RECOVERY: &str = "recovery-sheet";

/// The revision of the key file that a database saw last.
pub(crate) fn revision_seen(connection: &Connection) -> Result<u64, StoreError> {
    let text: Option<String> = connection
        .query_row(
            "SELECT value FROM setting WHERE name = ?1",
            [REVISION],
            |row| row.get(0),
        )
        .optional()?;
    text.map_or(Ok(0), |text| {
        text.parse().map_err(|_error| StoreError::Unreadable {
            column: "setting.key-file-revision",
        })
    })
}

impl Records<'_> {
    /// How the recovery sheet stands.
    ///
    /// # Errors
    /// [`StoreError::Unreadable`] when the database says what this version does not know.
    pub fn recovery_sheet(&self) -> Result<RecoverySheet, StoreError> {
        self.setting(RECOVERY)?
            .map_or(Ok(RecoverySheet::Missing), |code| {
                decode("setting.recovery-sheet", RecoverySheet::from_code(&code))
            })
    }
}

impl Tx<'_> {
    /// Writes the key file and notes its revision.
    pub(crate) fn write_keys(
        &self,
        keys: &mut KeyFile,
        folder: &Folder,
        key: &StoreKey,
    ) -> Result<(), StoreError> {
        keys.write(folder, key)?;
        self.note_keys(keys)
    }

    /// Notes what the key file says, where the database keeps it too.
    pub(crate) fn note_keys(&self, keys: &KeyFile) -> Result<(), StoreError> {
        for (name, value) in [
            (REVISION, keys.revision.to_string()),
            (RECOVERY, keys.recovery_sheet().code().to_owned()),
        ] {
            self.sql().execute(
                "INSERT INTO setting (name, value)
                 VALUES (?1, ?2)
                 ON CONFLICT (name) DO UPDATE SET value = excluded.value",
                [name, &value],
            )?;
        }
        self.note_signing_keys(keys)?;
        self.note_holders(keys)
    }

    /// Notes who holds which compartment, for the access check to say before a key is tried.
    fn note_holders(&self, keys: &KeyFile) -> Result<(), StoreError> {
        self.sql().execute("DELETE FROM compartment_holder", [])?;
        for account in &keys.accounts {
            for compartment in keys.compartments_of(account.account()) {
                self.sql()
                    .prepare_cached(
                        "INSERT INTO compartment_holder (account, compartment)
                         SELECT row, ?2 FROM account WHERE id = ?1",
                    )?
                    .execute(rusqlite::params![
                        Id(account.account().uuid()),
                        compartment.code()
                    ])?;
            }
        }
        Ok(())
    }

    /// Takes over a key file that is ahead of the database: whoever has no keys in it is gone.
    pub(crate) fn adopt_keys(&self, keys: &KeyFile) -> Result<(), StoreError> {
        for account in self.records().accounts()? {
            let kept = keys
                .accounts
                .iter()
                .any(|keys| keys.account() == account.id);
            if !kept {
                self.mark_removed(account.id)?;
            }
        }
        self.note_keys(keys)
    }

    fn mark_removed(&self, account: AccountId) -> Result<(), StoreError> {
        let changed = self.sql().execute(
            // The name is free for somebody else; that of the entries they made stays in `name`.
            "UPDATE account
             SET removed_at = :at, sign_in_name = lower(hex(id))
             WHERE id = :id AND removed_at IS NULL",
            named_params! { ":at": At(self.at()), ":id": Id(account.uuid()) },
        )?;
        if changed == 0 {
            return Err(StoreError::NotFound);
        }
        self.sql().execute(
            "DELETE FROM saved_view WHERE account = (SELECT row FROM account WHERE id = ?1)",
            [Id(account.uuid())],
        )?;
        Ok(())
    }
}

impl Store {
    /// Brings the key file and the database together at an unlock: takes over a file that is ahead, writes what the
    /// recovery sheet changed, and finishes a change of the store key that was interrupted.
    pub(crate) fn settle_keys(
        &mut self,
        seen: u64,
        recovered: bool,
        at: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        if self.keys.revision > seen {
            let keys = self.keys.clone();
            self.transact(Some(self.account), at, |tx| {
                tx.adopt_keys(&keys)?;
                Ok::<_, StoreError>(((), Entry::new("adopt-key-file")))
            })?;
        }
        if recovered {
            let account = self.account;
            self.change_keys(at, |_, _| Ok(((), about("recover-account", account))))?;
        }
        if self.keys.is_rotating() {
            self.finish_rotation(at)?;
        }
        Ok(())
    }

    /// Writes the second copy of the key file anew where it is not what the first is, which let its owner in and
    /// was proved.
    pub(crate) fn mend_key_copy(&mut self, at: DateTime<Utc>) -> Result<(), StoreError> {
        let keys = fs::read(self.folder.keys())?;
        if fs::read(self.folder.keys_copy()).is_ok_and(|copy| copy == keys) {
            return Ok(());
        }
        self.note(Some(self.account), at, Entry::new("mend-key-copy"))?;
        replace(&self.folder.keys_copy(), &keys)?;
        Ok(())
    }

    /// Changes the key file, with its journal entry.
    pub(crate) fn change_keys<T>(
        &mut self,
        at: DateTime<Utc>,
        change: impl FnOnce(&Tx<'_>, &mut KeyFile) -> Result<(T, Entry), StoreError>,
    ) -> Result<T, StoreError> {
        let (mut keys, key, folder) = (self.keys.clone(), self.key.clone(), self.folder.clone());
        let value = scrubbed(|| {
            self.transact(Some(self.account), at, |tx| {
                let (value, entry) = change(tx, &mut keys)?;
                tx.write_keys(&mut keys, &folder, &key)?;
                Ok::<_, StoreError>((value, entry))
            })
        })?;
        self.keys = keys;
        Ok(value)
    }

    /// Puts another passphrase in the place of the one of whoever is signed in.
    ///
    /// # Errors
    /// [`OpenError::WrongPassphrase`] when the passphrase they have now is another.
    pub fn change_passphrase(
        &mut self,
        now_has: &Passphrase,
        passphrase: &Passphrase,
        cost: KdfCost,
        at: DateTime<Utc>,
    ) -> Result<(), OpenError> {
        let account = self.account;
        let name = self
            .keys
            .accounts
            .iter()
            .find(|keys| keys.account() == account)
            .map(|keys| keys.sign_in_name.clone())
            .ok_or(StoreError::NotFound)?;
        self.keys
            .open(&name, Credential::Passphrase(now_has.text()))?;
        let identity = self.identity.clone();
        self.change_keys(at, |_, keys| {
            keys.set_passphrase(account, &identity, passphrase.text(), cost)?;
            Ok(((), about("change-passphrase", account)))
        })?;
        Ok(())
    }

    /// Adds the secret of this computer's keychain as a way in for whoever is signed in, or takes it away.
    ///
    /// # Errors
    /// What the files say.
    pub fn set_device(
        &mut self,
        secret: Option<&DeviceSecret>,
        at: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        let (account, identity) = (self.account, self.identity.clone());
        let action = if secret.is_some() {
            "add-keychain"
        } else {
            "remove-keychain"
        };
        self.change_keys(at, |_, keys| {
            keys.set_device(account, &identity, secret)?;
            Ok(((), about(action, account)))
        })
    }

    /// Whether whoever is signed in can sign in through a computer's keychain.
    pub fn has_device(&self) -> bool {
        self.keys.has_device(self.account)
    }

    /// Makes a recovery sheet. The one before opens nothing any more.
    ///
    /// # Errors
    /// [`StoreError::NotHeld`] when whoever is signed in does not hold every compartment.
    pub fn make_recovery_sheet(
        &mut self,
        _permit: &Permit<ManageAccounts>,
        at: DateTime<Utc>,
    ) -> Result<RecoveryCode, StoreError> {
        let (key, account, identity) = (self.key.clone(), self.account, self.identity.clone());
        self.change_keys(at, |_, keys| {
            let code = keys.make_recovery(&key, account, &identity, at)?;
            Ok((code, Entry::new("make-recovery-sheet")))
        })
    }

    /// Notes that the recovery sheet was typed back from paper; says whether it was the newest one's code.
    ///
    /// # Errors
    /// What the files say.
    pub fn confirm_recovery_sheet(
        &mut self,
        _permit: &Permit<ManageAccounts>,
        code: &RecoveryCode,
        at: DateTime<Utc>,
    ) -> Result<bool, StoreError> {
        if !self.keys.clone().confirm_recovery(code) {
            return Ok(false);
        }
        self.change_keys(at, |_, keys| {
            Ok((
                keys.confirm_recovery(code),
                Entry::new("confirm-recovery-sheet"),
            ))
        })
    }

    /// The compartments an account holds.
    pub fn compartments_of(&self, account: AccountId) -> Vec<Compartment> {
        self.keys.compartments_of(account)
    }

    /// Gives a compartment to an account. Nobody can give what they do not hold.
    ///
    /// # Errors
    /// [`StoreError::NotHeld`] when whoever is signed in does not hold it.
    pub fn give_compartment(
        &mut self,
        _permit: &Permit<ManageAccounts>,
        compartment: Compartment,
        to: AccountId,
        at: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        let (giver, identity) = (self.account, self.identity.clone());
        self.change_keys(at, |_, keys| {
            keys.give_compartment(
                compartment,
                Holder::Account(giver.uuid()),
                &identity.sealing,
                Holder::Account(to.uuid()),
            )?;
            let entry =
                about("give-compartment", to).with("compartment", Detail::Word(compartment.code()));
            Ok(((), entry))
        })
    }

    /// Takes a compartment from an account. What is sealed from now on is under keys it never had.
    ///
    /// # Errors
    /// [`StoreError::LastHolder`] when nobody else holds it.
    pub fn take_compartment(
        &mut self,
        _permit: &Permit<ManageAccounts>,
        compartment: Compartment,
        from: AccountId,
        at: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        self.change_keys(at, |_, keys| {
            keys.take_compartment(compartment, from)?;
            let entry = about("take-compartment", from)
                .with("compartment", Detail::Word(compartment.code()));
            Ok(((), entry))
        })
    }

    /// Takes an account out: its slots go, the store key is changed, and so are the compartments it held. A copy
    /// of the store that it took earlier it can still open; this one it cannot.
    ///
    /// # Errors
    /// [`StoreError::LastHolder`] when a compartment would be left without anyone, [`StoreError::NotFound`] when
    /// there is no such account.
    pub fn remove_account(
        &mut self,
        _permit: &Permit<ManageAccounts>,
        account: AccountId,
        at: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        let (mut keys, folder) = (self.keys.clone(), self.folder.clone());
        keys.remove_account(account)?;
        let fresh = keys.rotate(&self.key)?;
        self.transact(Some(self.account), at, |tx| {
            tx.mark_removed(account)?;
            tx.write_keys(&mut keys, &folder, &fresh)?;
            Ok::<_, StoreError>(((), about("remove-account", account)))
        })?;
        self.keys = keys;
        self.key = fresh;
        self.finish_rotation(at)
    }

    /// Puts everything under the store key that the key file already has. Where something interrupts it, the next
    /// unlock goes on.
    pub(crate) fn finish_rotation(&mut self, at: DateTime<Utc>) -> Result<(), StoreError> {
        let key = self.keys.database_key(&self.key);
        rekey(&self.writer, &key)?;
        *self.current.lock().unwrap_or_else(PoisonError::into_inner) = key;
        self.subjects.rewrite(&self.keys.subjects_key(&self.key))?;
        // Before the key file forgets the key that the head was written under.
        let head = crate::journal::head(&self.writer)?;
        head::write(&self.folder, &self.keys, &self.key, head)?;
        // A sealed copy from before an upgrade is under the key that was changed.
        for copy in self.folder.sealed_copies()? {
            erase_file(&copy)?;
        }
        self.change_keys(at, |_, keys| {
            keys.settle();
            let entry = Entry::new("change-store-key")
                .with("epoch", Detail::Number(u64::from(keys.epoch())));
            Ok(((), entry))
        })?;
        self.write_ledger()?;
        let head = crate::journal::head(&self.writer)?;
        head::write(&self.folder, &self.keys, &self.key, head)
    }
}

/// Puts the whole database under a key.
pub(crate) fn rekey(connection: &Connection, key: &DatabaseKey) -> Result<(), StoreError> {
    connection.execute_batch(&key.rekey())?;
    // A reader at work keeps the log for now; whoever opens the store next reads it under the new key.
    match checkpoint(connection) {
        Ok(()) | Err(StoreError::Busy) => Ok(()),
        Err(error) => Err(error),
    }
}

/// The subject keys, under the store key or, where a rotation was interrupted, the one before.
pub(crate) fn open_subjects(
    folder: &Folder,
    keys: &KeyFile,
    key: &StoreKey,
    outgoing: Option<&StoreKey>,
) -> Result<SubjectKeys, StoreError> {
    let fresh = keys.subjects_key(key);
    match SubjectKeys::open(folder, &fresh) {
        Err(StoreError::Damaged) => {
            let before = outgoing
                .and_then(|outgoing| keys.outgoing_subjects_key(outgoing))
                .ok_or(StoreError::Damaged)?;
            SubjectKeys::open(folder, &before)
        }
        opened => opened,
    }
}

fn about(action: &'static str, account: AccountId) -> Entry {
    Entry::new(action).about(About::Account(account))
}
