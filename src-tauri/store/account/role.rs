//! Changes of role, and the keys to sealed classes that come and go with it.

use chrono::{DateTime, NaiveDate, Utc};
use domain::access::{GrantAccess, ManageAccounts, Permit, Relation, Role, RoleHeld};
use domain::compartment::Compartment;
use domain::id::{AccountId, TeamId};
use rusqlite::named_params;

use super::{Assignment, Passphrase};
use crate::column::{Day, Id};
use crate::error::StoreError;
use crate::journal::{About, Detail, Entry};
use crate::kdf::KdfCost;
use crate::key_file::{Holder, KeyFile};
use crate::seal::Identity;
use crate::write::{Store, Tx};

/// A team to direct, until the end of a day where it has one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Directing {
    /// The team.
    pub team: TeamId,
    /// Last day.
    pub until: Option<NaiveDate>,
}

/// The keys to sealed classes that came and went with a role.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct KeysMoved {
    /// What the account holds from now on.
    pub given: Vec<Compartment>,
    /// What it does not hold any more.
    pub taken: Vec<Compartment>,
}

impl Store {
    /// Changes the role of the permit's account, and what team it directs. The keys to what the role reads come with
    /// it, of those that whoever is signed in holds; those that the role may not hold go.
    ///
    /// # Errors
    /// [`StoreError::WrongSubject`] when the permit is for no account, [`StoreError::NotFound`] when it or the team is
    /// gone, [`StoreError::LastHolder`] when nobody else holds a key that would go.
    pub fn change_role(
        &mut self,
        permit: &Permit<GrantAccess>,
        role: RoleHeld,
        directing: Option<Directing>,
        at: DateTime<Utc>,
    ) -> Result<KeysMoved, StoreError> {
        let account = permit.account().ok_or(StoreError::WrongSubject)?;
        let giver = self.holder();
        self.change_keys(at, |tx, keys| {
            tx.set_role(account, role)?;
            if let Some(directing) = directing {
                tx.direct(account, directing)?;
            }
            let moved = KeysMoved {
                given: giver.hand_on(keys, account, role.role)?,
                taken: take_what_may_not_be_held(keys, account, role.role)?,
            };
            let entry = Entry::new("change-role")
                .about(About::Account(account))
                .with("role", Detail::Word(code(role.role, directing)));
            let until = directing.map_or(role.until, |directing| directing.until);
            let entry = match until {
                Some(day) => entry.with("until", Detail::Day(day)),
                None => entry,
            };
            let entry = entry
                .with("keys-given", count(&moved.given))
                .with("keys-taken", count(&moved.taken));
            Ok((moved, entry))
        })
    }

    /// Gives another account a passphrase when its own was forgotten. It gets fresh keys, and of the compartments
    /// it held those that whoever is signed in holds too; the others are named, for who holds them to give again.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when there is no such account, [`StoreError::LastHolder`] when nobody else holds the
    /// key to a compartment, which fresh keys would lose.
    pub fn reset_passphrase(
        &mut self,
        _permit: &Permit<ManageAccounts>,
        account: AccountId,
        passphrase: &Passphrase,
        cost: KdfCost,
        at: DateTime<Utc>,
    ) -> Result<Vec<Compartment>, StoreError> {
        let (key, giver) = (self.key.clone(), self.holder());
        self.change_keys(at, |_, keys| {
            if keys.is_last_holder(account) {
                return Err(StoreError::LastHolder);
            }
            let held = keys.compartments_of(account);
            keys.replace_identity(&key, account, passphrase.text(), cost)?;
            let mut lost = Vec::new();
            for compartment in held {
                if !giver.give(keys, compartment, account)? {
                    lost.push(compartment);
                }
            }
            let entry = Entry::new("reset-passphrase")
                .about(About::Account(account))
                .with("keys-lost", count(&lost));
            Ok((lost, entry))
        })
    }

    /// Whoever is signed in, as one who hands keys on.
    pub(super) fn holder(&self) -> Giver {
        Giver {
            account: self.account,
            identity: self.identity.clone(),
        }
    }
}

/// An account that is signed in, and so can hand on the keys it holds.
pub(super) struct Giver {
    account: AccountId,
    identity: Identity,
}

impl Giver {
    /// Gives an account the keys to what its role reads, of those that are held here and not there.
    pub(super) fn hand_on(
        &self,
        keys: &mut KeyFile,
        to: AccountId,
        role: Role,
    ) -> Result<Vec<Compartment>, StoreError> {
        let held = keys.compartments_of(to);
        let mut given = Vec::new();
        for compartment in Compartment::ALL {
            if role.reads_with_key(compartment)
                && !held.contains(&compartment)
                && self.give(keys, compartment, to)?
            {
                given.push(compartment);
            }
        }
        Ok(given)
    }

    /// Gives one key; says whether it was here to be given.
    fn give(
        &self,
        keys: &mut KeyFile,
        compartment: Compartment,
        to: AccountId,
    ) -> Result<bool, StoreError> {
        let given = keys.give_compartment(
            compartment,
            Holder::Account(self.account.uuid()),
            &self.identity.sealing,
            Holder::Account(to.uuid()),
        );
        match given {
            Ok(()) => Ok(true),
            Err(StoreError::NotHeld) => Ok(false),
            Err(error) => Err(error),
        }
    }
}

fn take_what_may_not_be_held(
    keys: &mut KeyFile,
    from: AccountId,
    role: Role,
) -> Result<Vec<Compartment>, StoreError> {
    let mut taken = Vec::new();
    for compartment in keys.compartments_of(from) {
        if !role.may_hold(compartment) {
            keys.take_compartment(compartment, from)?;
            taken.push(compartment);
        }
    }
    Ok(taken)
}

/// The word the journal has for what an account became.
const fn code(role: Role, directing: Option<Directing>) -> &'static str {
    match directing {
        Some(_) => Relation::Director.code(),
        None => role.code(),
    }
}

pub(super) fn count(compartments: &[Compartment]) -> Detail {
    Detail::Number(u64::try_from(compartments.len()).unwrap_or(u64::MAX))
}

impl Tx<'_> {
    fn set_role(&self, account: AccountId, role: RoleHeld) -> Result<(), StoreError> {
        let changed = self.sql().execute(
            "UPDATE account SET role = :role, role_until = :until WHERE id = :id AND removed_at IS NULL",
            named_params! {
                ":role": role.role.code(),
                ":until": role.until.map(Day),
                ":id": Id(account.uuid()),
            },
        )?;
        if changed == 0 {
            return Err(StoreError::NotFound);
        }
        Ok(())
    }

    /// Lets an account direct a team from today on; where it does already, until another day.
    fn direct(&self, account: AccountId, directing: Directing) -> Result<(), StoreError> {
        let team = self.records().team_row(directing.team)?;
        let prolonged = self.sql().execute(
            "UPDATE access_grant
             SET until_on = :until
             WHERE account = (SELECT row FROM account WHERE id = :id) AND team = :team AND relation = :relation
               AND (until_on IS NULL OR until_on >= :today)",
            named_params! {
                ":until": directing.until.map(Day),
                ":id": Id(account.uuid()),
                ":team": team,
                ":relation": Relation::Director.code(),
                ":today": Day(self.today()),
            },
        )?;
        if prolonged > 0 {
            return Ok(());
        }
        let person = Assignment {
            account,
            relation: Relation::Director,
            from: self.today(),
            until: directing.until,
        };
        self.insert_grant(&person, None, Some(team))
    }
}
