//! Accounts, and what each is to which vacancy or team.

use chrono::{DateTime, NaiveDate, Utc};
use domain::access::{
    Action, AssignPeople, Grant, GrantScope, ManageAccounts, Permit, Relation, Role, Viewer,
};
use domain::id::{AccountId, TeamId, VacancyId};
use domain::text::Line;
use rusqlite::{OptionalExtension, named_params};
use serde::Deserialize;
use zeroize::Zeroizing;

use crate::column::{At, Day, Id, day, decode, line};
use crate::error::StoreError;
use crate::journal::{About, Entry};
use crate::kdf::KdfCost;
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
    /// What they are in the organisation.
    pub role: Role,
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
    /// What they are in the organisation.
    pub role: Role,
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

    /// How many characters it has.
    pub fn characters(&self) -> usize {
        self.0.chars().count()
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

/// One person of a vacancy, with what they are to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VacancyPerson {
    /// The account.
    pub account: AccountId,
    /// Their name.
    pub name: Line,
    /// What they are to the vacancy.
    pub relation: Relation,
    /// First day.
    pub from: NaiveDate,
    /// Last day, where it has one.
    pub until: Option<NaiveDate>,
}

/// What an account is to be to a vacancy.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Assignment {
    /// The account.
    pub account: AccountId,
    /// What it is to the vacancy.
    pub relation: Relation,
    /// First day.
    pub from: NaiveDate,
    /// Last day, where it has one.
    pub until: Option<NaiveDate>,
}

impl Records<'_> {
    /// Every account that may sign in, by name.
    ///
    /// # Errors
    /// [`StoreError`] when the read fails.
    pub fn accounts(&self) -> Result<Vec<Account>, StoreError> {
        let mut statement = self.connection().prepare_cached(
            "SELECT id, sign_in_name, name, role, added_at
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
                role: decode("account.role", Role::from_code(&role))?,
                added_at: row.get::<_, At>("added_at")?.0,
            });
        }
        Ok(accounts)
    }

    /// An account as a viewer: its role and every relation it has or had. Read anew for every use.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when the account is gone.
    pub fn viewer(&self, account: AccountId) -> Result<Viewer, StoreError> {
        let (row, role): (i64, String) = self
            .connection()
            .prepare_cached("SELECT row, role FROM account WHERE id = ?1 AND removed_at IS NULL")?
            .query_row([Id(account.uuid())], |row| Ok((row.get(0)?, row.get(1)?)))
            .optional()?
            .ok_or(StoreError::NotFound)?;
        let mut statement = self.connection().prepare_cached(
            "SELECT access_grant.relation, vacancy.id, team.id, access_grant.from_on, access_grant.until_on
             FROM access_grant
             LEFT JOIN vacancy ON vacancy.row = access_grant.vacancy
             LEFT JOIN team ON team.row = access_grant.team
             WHERE access_grant.account = ?1
             ORDER BY access_grant.row",
        )?;
        let mut rows = statement.query([row])?;
        let mut grants = Vec::new();
        while let Some(row) = rows.next()? {
            let relation: String = row.get(0)?;
            let vacancy: Option<Id> = row.get(1)?;
            let team: Option<Id> = row.get(2)?;
            let scope = vacancy
                .map(|id| GrantScope::Vacancy(VacancyId::from_uuid(id.0)))
                .or(team.map(|id| GrantScope::Team(TeamId::from_uuid(id.0))));
            grants.push(Grant {
                relation: decode("access_grant.relation", Relation::from_code(&relation))?,
                scope: decode("access_grant.vacancy", scope)?,
                from: row.get::<_, Day>(3)?.0,
                until: day(row.get(4)?),
            });
        }
        Ok(Viewer {
            account,
            role: decode("account.role", Role::from_code(&role))?,
            grants,
        })
    }

    /// The people of the permit's vacancy: its own, and the directors of its team.
    ///
    /// # Errors
    /// [`StoreError::WrongSubject`] when the permit is for no vacancy.
    pub fn vacancy_people<A: Action>(
        &self,
        permit: &Permit<A>,
    ) -> Result<Vec<VacancyPerson>, StoreError> {
        let vacancy = self.vacancy_row(permit.vacancy().ok_or(StoreError::WrongSubject)?)?;
        let mut statement = self.connection().prepare_cached(
            "SELECT account.id, account.name, access_grant.relation, access_grant.from_on, access_grant.until_on
             FROM access_grant
             JOIN account ON account.row = access_grant.account
             WHERE access_grant.vacancy = ?1
                OR access_grant.team = (SELECT team FROM vacancy WHERE row = ?1)
             ORDER BY access_grant.relation, account.name",
        )?;
        let mut rows = statement.query([vacancy])?;
        let mut people = Vec::new();
        while let Some(row) = rows.next()? {
            let name: String = row.get(1)?;
            let relation: String = row.get(2)?;
            people.push(VacancyPerson {
                account: AccountId::from_uuid(row.get::<_, Id>(0)?.0),
                name: line("account.name", &name)?,
                relation: decode("access_grant.relation", Relation::from_code(&relation))?,
                from: row.get::<_, Day>(3)?.0,
                until: day(row.get(4)?),
            });
        }
        Ok(people)
    }
}

impl Store {
    /// Adds an account with its keys. They are on the disk before the account counts: a crash in between leaves
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
        let (folder, key) = (self.folder.clone(), self.key.clone());
        self.write(permit, at, |tx| {
            tx.insert_account(id, account)?;
            tx.write_keys(&mut keys, &folder, &key)?;
            let entry = Entry::new("add-account")
                .about(About::Account(id))
                .with("role", crate::journal::Detail::Word(account.role.code()));
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
        self.sql().execute(
            "INSERT INTO account (id, sign_in_name, name, role, added_at)
             VALUES (:id, :sign_in_name, :name, :role, :added_at)",
            named_params! {
                ":id": Id(id.uuid()),
                ":sign_in_name": account.sign_in_name.as_str(),
                ":name": account.name.as_str(),
                ":role": account.role.code(),
                ":added_at": At(self.at()),
            },
        )?;
        Ok(())
    }

    /// Names the people of the permit's vacancy: this list takes the place of the one before.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when an account is not there.
    pub fn set_vacancy_people(
        &self,
        permit: &Permit<AssignPeople>,
        people: &[Assignment],
    ) -> Result<(), StoreError> {
        let vacancy = self
            .records()
            .vacancy_row(permit.vacancy().ok_or(StoreError::WrongSubject)?)?;
        self.sql()
            .execute("DELETE FROM access_grant WHERE vacancy = ?1", [vacancy])?;
        for person in people {
            self.insert_grant(person, Some(vacancy), None)?;
        }
        Ok(())
    }

    /// Names the directors of a team: this list takes the place of the one before.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when the team or an account is not there.
    pub fn set_team_people(
        &self,
        _permit: &Permit<ManageAccounts>,
        team: TeamId,
        people: &[Assignment],
    ) -> Result<(), StoreError> {
        let team = self.records().team_row(team)?;
        self.sql()
            .execute("DELETE FROM access_grant WHERE team = ?1", [team])?;
        for person in people {
            self.insert_grant(person, None, Some(team))?;
        }
        Ok(())
    }

    fn insert_grant(
        &self,
        person: &Assignment,
        vacancy: Option<i64>,
        team: Option<i64>,
    ) -> Result<(), StoreError> {
        let account = self.records().account_row(person.account)?;
        self.sql()
            .prepare_cached(
                "INSERT INTO access_grant (account, relation, vacancy, team, from_on, until_on)
                 VALUES (:account, :relation, :vacancy, :team, :from_on, :until_on)",
            )?
            .execute(named_params! {
                ":account": account,
                ":relation": person.relation.code(),
                ":vacancy": vacancy,
                ":team": team,
                ":from_on": Day(person.from),
                ":until_on": person.until.map(Day),
            })?;
        Ok(())
    }
}
