//! Accounts: who signs in, in which role.

use chrono::{DateTime, NaiveDate, Utc};
use domain::access::{ManageAccounts, Permit, Role, RoleHeld};
use domain::id::AccountId;
use domain::text::Line;
use rusqlite::named_params;
use serde::Deserialize;
use zeroize::Zeroizing;

mod conflict;
mod grant;
mod role;
mod training;
mod viewer;

pub use conflict::ConflictRecord;
pub use grant::{Assignment, GrantRecord, VacancyPerson};
pub use role::{Directing, KeysMoved};
pub use training::{TrainingKind, TrainingRecord};
pub(crate) use viewer::ACCESS_POLICY;

use crate::column::{At, Day, Id, day, decode, line};
use crate::error::StoreError;
use crate::journal::{About, Detail, Entry};
use crate::kdf::KdfCost;
use crate::key_file::{DeviceSecret, RecoveryCode};
use crate::read::Records;
use crate::write::{Store, Tx};

/// Someone who signs in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Account {
    /// Their id.
    pub id: AccountId,
    /// What they type, or pick, to sign in.
    pub sign_in_name: Line,
    /// Their name.
    pub name: Line,
    /// What they are in the organisation, and until when.
    pub role: RoleHeld,
    /// When the account was added.
    pub added_at: DateTime<Utc>,
}

/// An account to be made, with the passphrase of its slot.
#[derive(Debug)]
pub struct NewAccount {
    /// What they will type, or pick, to sign in.
    pub sign_in_name: Line,
    /// Their name.
    pub name: Line,
    /// What they are in the organisation, and until when.
    pub role: RoleHeld,
    /// The day of their live induction to data protection, if it was held.
    pub inducted_on: Option<NaiveDate>,
    /// The passphrase. Whether it is a good one is decided before.
    pub passphrase: Passphrase,
    /// What one guess at it costs.
    pub cost: KdfCost,
}

/// A passphrase: shown nowhere, wiped when dropped.
#[derive(Clone, Deserialize)]
#[serde(transparent)]
pub struct Passphrase(Zeroizing<String>);

impl Passphrase {
    /// Takes a passphrase over.
    pub const fn new(text: Zeroizing<String>) -> Self {
        Self(text)
    }

    /// One that nobody will ever type: for a store that lives as long as the program that made it.
    ///
    /// # Errors
    /// [`StoreError::Random`] when the system gives no random bytes.
    pub fn random() -> Result<Self, StoreError> {
        let mut bytes = Zeroizing::new([0_u8; 32]);
        getrandom::fill(bytes.as_mut_slice()).map_err(|_error| StoreError::Random)?;
        Ok(Self(Zeroizing::new(hex::encode(bytes.as_slice()))))
    }

    /// The recovery code somebody typed where a passphrase is typed; `None` when there is a slip in it.
    pub fn as_recovery_code(&self) -> Option<RecoveryCode> {
        RecoveryCode::parse(&self.0)
    }

    /// How many characters it has.
    pub fn characters(&self) -> usize {
        self.0.chars().count()
    }

    /// Its first characters without the spaces between them, for an estimate of how hard it is to guess.
    pub fn run_together(&self, most: usize) -> Zeroizing<String> {
        // Room for all of it: a text that grows leaves its bytes where it lay before.
        let mut text = Zeroizing::new(String::with_capacity(self.0.len()));
        text.extend(
            self.0
                .chars()
                .filter(|each| !each.is_whitespace())
                .take(most),
        );
        text
    }

    pub(crate) fn text(&self) -> &str {
        &self.0
    }
}

impl std::fmt::Debug for Passphrase {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("[withheld]")
    }
}

impl Records<'_> {
    /// Every account that may sign in, by name.
    ///
    /// # Errors
    /// [`StoreError`] when the read fails.
    pub fn accounts(&self) -> Result<Vec<Account>, StoreError> {
        let mut statement = self.connection().prepare_cached(
            "SELECT id, sign_in_name, name, role, role_until, added_at
             FROM account
             WHERE removed_at IS NULL
             ORDER BY name",
        )?;
        let mut rows = statement.query([])?;
        let mut accounts = Vec::new();
        while let Some(row) = rows.next()? {
            let sign_in_name: String = row.get("sign_in_name")?;
            let name: String = row.get("name")?;
            let role: String = row.get("role")?;
            accounts.push(Account {
                id: AccountId::from_uuid(row.get::<_, Id>("id")?.0),
                sign_in_name: line("account.sign_in_name", &sign_in_name)?,
                name: line("account.name", &name)?,
                role: RoleHeld {
                    role: decode("account.role", Role::from_code(&role))?,
                    until: day(row.get("role_until")?),
                },
                added_at: row.get::<_, At>("added_at")?.0,
            });
        }
        Ok(accounts)
    }
}

impl Store {
    /// Adds an account with its keys, and with those to the sealed classes that its role reads, of those that whoever
    /// is signed in holds. They are on the disk before the account counts: a crash in between leaves
    /// keys that open nothing.
    ///
    /// # Errors
    /// [`StoreError::Duplicate`] when the sign-in name is taken, or what the files say.
    pub fn add_account(
        &mut self,
        permit: &Permit<ManageAccounts>,
        account: &NewAccount,
        at: DateTime<Utc>,
    ) -> Result<AccountId, StoreError> {
        let id = AccountId::new(at);
        let mut keys = self.keys.clone();
        // Keys whose account never came to be give their name back.
        let known: Vec<AccountId> = self
            .records()
            .accounts()?
            .iter()
            .map(|known| known.id)
            .collect();
        keys.accounts.retain(|keys| known.contains(&keys.account()));
        keys.add_account(
            &self.key,
            id,
            account.sign_in_name.as_str(),
            account.passphrase.text(),
            account.cost,
        )?;
        let given = self.holder().hand_on(&mut keys, id, account.role.role)?;
        let (folder, key) = (self.folder.clone(), self.key.clone());
        self.write(permit, at, |tx| {
            tx.insert_account(id, account)?;
            tx.write_keys(&mut keys, &folder, &key)?;
            let entry = Entry::new("add-account")
                .about(About::Account(id))
                .with("role", Detail::Word(account.role.role.code()))
                .with("keys-given", role::count(&given));
            Ok::<_, StoreError>(((), entry))
        })?;
        self.keys = keys;
        Ok(id)
    }

    /// Adds a timer's account, with a secret that a keychain or a file keeps as its one way in, and no key to anything
    /// sealed.
    ///
    /// # Errors
    /// [`StoreError::Duplicate`] when the name is taken, or what the files say.
    pub fn allow_timer(
        &mut self,
        permit: &Permit<ManageAccounts>,
        name: &Line,
        secret: &DeviceSecret,
        at: DateTime<Utc>,
    ) -> Result<AccountId, StoreError> {
        let id = AccountId::new(at);
        let held = RoleHeld::for_good(Role::SweepTimer);
        let mut keys = self.keys.clone();
        keys.add_timer(&self.key, id, name.as_str(), secret)?;
        let (folder, key) = (self.folder.clone(), self.key.clone());
        self.write(permit, at, |tx| {
            tx.insert_account_row(id, name, name, held)?;
            tx.write_keys(&mut keys, &folder, &key)?;
            let entry = Entry::new("allow-timer").about(About::Account(id));
            Ok::<_, StoreError>(((), entry))
        })?;
        self.keys = keys;
        Ok(id)
    }
}

impl Tx<'_> {
    pub(crate) fn insert_account(
        &self,
        id: AccountId,
        account: &NewAccount,
    ) -> Result<(), StoreError> {
        self.insert_account_row(id, &account.sign_in_name, &account.name, account.role)?;
        if let Some(held_on) = account.inducted_on {
            let row = self.records().account_row(id)?;
            self.put_training(row, TrainingKind::Live, held_on)?;
        }
        Ok(())
    }

    fn insert_account_row(
        &self,
        id: AccountId,
        sign_in_name: &Line,
        name: &Line,
        held: RoleHeld,
    ) -> Result<(), StoreError> {
        self.sql().execute(
            "INSERT INTO account (id, sign_in_name, name, role, role_until, added_at)
             VALUES (:id, :sign_in_name, :name, :role, :role_until, :added_at)",
            named_params! {
                ":id": Id(id.uuid()),
                ":sign_in_name": sign_in_name.as_str(),
                ":name": name.as_str(),
                ":role": held.role.code(),
                ":role_until": held.until.map(Day),
                ":added_at": At(self.at()),
            },
        )?;
        Ok(())
    }
}
