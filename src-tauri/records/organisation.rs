//! The organisation and its accounts.

use std::collections::BTreeSet;
use std::path::Path;

use chrono::NaiveDate;
use domain::access::{self, ActionKind, GrantScope, Role, RoleHeld, Subject};
use domain::clock::{Clock, london_date};
use domain::compartment::Compartment;
use domain::id::{AccountId, TeamId, VacancyId};
use domain::text::Line;
use serde::{Deserialize, Serialize};
use store::{DeviceSecret, HeadCheck, KdfCost, LedgerCheck, NewAccount, Store, StoreError};

pub use store::Passphrase;

use crate::desk::{ReadDesk, WriteDesk};
use crate::error::Error;
use crate::passphrase::check_passphrase;
use crate::people::check_role;
use crate::view::{Done, May, Nothing, number};

/// Who is signed in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct ViewerView {
    /// The account.
    pub account: AccountId,
    /// Its name.
    pub name: String,
    /// Its role in the organisation.
    pub role: Role,
    /// What the account may do without regard to a record, such as adding a vacancy.
    pub may: May,
}

/// An account, as HR sees it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct AccountRow {
    /// The account.
    pub account: AccountId,
    /// Its name.
    pub name: String,
    /// Its role in the organisation.
    pub role: Role,
    /// The last day of the role, where it has one.
    pub until: Option<NaiveDate>,
    /// The day it was added.
    pub added_on: NaiveDate,
    /// The vacancies it has a part in that has not ended.
    pub vacancies: u32,
    /// The last day its training allows personal data to be opened; none without an induction.
    pub trained_through: Option<NaiveDate>,
    /// The sealed classes whose keys it holds.
    pub sealed: Vec<Compartment>,
    /// The sealed classes whose keys its role may hold.
    pub may_hold: Vec<Compartment>,
}

/// Adds an account, with a first passphrase the person is told.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct AddAccount {
    /// The person's name, as the sign-in screen shows it.
    pub name: Line,
    /// Its role in the organisation.
    pub role: Role,
    /// The last day of the role. An auditor's always has one.
    #[serde(default)]
    pub until: Option<NaiveDate>,
    /// The day of the person's live induction to data protection, if it was held: nobody opens personal data
    /// before.
    #[serde(default)]
    pub inducted_on: Option<NaiveDate>,
    /// The first passphrase.
    #[cfg_attr(feature = "bindings", ts(type = "string"))]
    pub passphrase: Passphrase,
}

/// A team of the organisation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct TeamRow {
    /// The team.
    pub team: TeamId,
    /// Its name.
    pub name: String,
}

/// How the recovery sheet stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub enum RecoveryStanding {
    /// There is none: a forgotten passphrase may lock the last person out.
    Missing,
    /// One was made, and nobody has typed it back.
    Unconfirmed,
    /// One was made and typed back from paper.
    Confirmed,
}

impl From<store::RecoverySheet> for RecoveryStanding {
    fn from(sheet: store::RecoverySheet) -> Self {
        match sheet {
            store::RecoverySheet::Missing => Self::Missing,
            store::RecoverySheet::Unconfirmed => Self::Unconfirmed,
            store::RecoverySheet::Confirmed => Self::Confirmed,
        }
    }
}

/// The accounts of the store.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct Accounts {
    /// By name.
    pub rows: Vec<AccountRow>,
    /// How the recovery sheet stands.
    pub recovery: RecoveryStanding,
    /// The sealed classes whose keys this viewer would give with the role of an HR administrator.
    pub keys_of_hr: Vec<Compartment>,
}

/// A store to be made.
#[derive(Debug)]
pub struct NewStore {
    /// The organisation's name.
    pub organisation: Line,
    /// The first account's name; it is an HR administrator.
    pub name: Line,
    /// Its passphrase.
    pub passphrase: Passphrase,
    /// The day of its live induction to data protection; never later than today.
    pub inducted_on: NaiveDate,
}

/// The organisation and who is signed in to it.
#[derive(Clone, Debug)]
pub struct SignedIn {
    /// The organisation's name.
    pub organisation: String,
    /// Who.
    pub viewer: ViewerView,
}

/// Makes a store with its first account and opens it.
///
/// # Errors
/// [`Error::Invalid`] when the passphrase is short or easy to guess, or why the store can't be made.
pub fn create(folder: &Path, new: NewStore, clock: &dyn Clock) -> Result<Entered, Error> {
    check_passphrase(
        &new.passphrase,
        &[new.name.as_str(), new.organisation.as_str()],
    )?;
    if new.inducted_on > clock.today() {
        return Err(Error::invalid(
            "inductedOn",
            "Enter today's date or an earlier one.",
        ));
    }
    make(folder, new, KdfCost::calibrated()?, clock)
}

/// Makes a store whose passphrase nobody chose, or a test did.
pub(crate) fn make(
    folder: &Path,
    new: NewStore,
    cost: KdfCost,
    clock: &dyn Clock,
) -> Result<Entered, Error> {
    let account = NewAccount {
        sign_in_name: new.name.clone(),
        name: new.name,
        role: RoleHeld::for_good(Role::HrAdministrator),
        inducted_on: Some(new.inducted_on),
        passphrase: new.passphrase,
        cost,
    };
    let made = store::create(
        folder,
        &store::NewStore {
            organisation: new.organisation,
            account,
        },
        clock.now(),
    )?;
    Ok(made.into())
}

/// A store that somebody signed in to.
#[derive(Debug)]
pub struct Entered {
    /// The store.
    pub store: Store,
    /// Who signed in.
    pub account: AccountId,
    /// What shows that the records were put back to an earlier state.
    pub put_back: Option<PutBack>,
    /// What the list of erasures outside the database had to say.
    pub replay: Replay,
}

/// What the list of erasures outside the database had to say at a sign-in (ERA-07).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct Replay {
    /// How many people were erased again, since an earlier copy of the records still held them.
    pub erased_again: u32,
    /// Whether nothing was found of them afterwards.
    pub proved: bool,
    /// Whether the list was missing or damaged.
    pub list_lost: bool,
}

impl Replay {
    /// Whether there is anything to say.
    pub const fn is_news(self) -> bool {
        self.erased_again > 0 || self.list_lost
    }

    fn of(opened: &store::Unlocked) -> Self {
        Self {
            erased_again: number(opened.erased_again),
            proved: opened
                .finished
                .iter()
                .all(|report| report.state == store::ErasureState::Erased),
            list_lost: opened.ledger != LedgerCheck::Whole,
        }
    }
}

/// The journal is shorter than it was, or not the same: the records may be an older copy.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct PutBack {
    /// How many entries the journal had when it was last seen.
    #[cfg_attr(feature = "bindings", ts(type = "number"))]
    pub expected: i64,
    /// How many it has.
    #[cfg_attr(feature = "bindings", ts(type = "number"))]
    pub found: i64,
}

impl PutBack {
    /// What a comparison of the journal with a head outside says.
    pub const fn found_by(check: HeadCheck) -> Option<Self> {
        match check {
            HeadCheck::Differs { expected, found } => Some(Self { expected, found }),
            HeadCheck::Agrees | HeadCheck::NotChecked | HeadCheck::Missing | HeadCheck::Damaged => {
                None
            }
        }
    }
}

impl From<store::Unlocked> for Entered {
    fn from(opened: store::Unlocked) -> Self {
        Self {
            replay: Replay::of(&opened),
            put_back: PutBack::found_by(opened.head),
            store: opened.store,
            account: opened.account,
        }
    }
}

/// Opens a store.
///
/// # Errors
/// Why it can't be opened: the name or the passphrase, too many tries, or the store itself.
pub fn sign_in(
    folder: &Path,
    name: &str,
    passphrase: &Passphrase,
    clock: &dyn Clock,
) -> Result<Entered, Error> {
    Ok(store::unlock(folder, name, passphrase, clock.now())?.into())
}

/// Opens a store by the secret that this computer's keychain keeps.
///
/// # Errors
/// [`store::OpenError::WrongPassphrase`] when the secret is no way in, or why the store can't be opened.
pub fn sign_in_by_keychain(
    folder: &Path,
    name: &str,
    secret: &DeviceSecret,
    clock: &dyn Clock,
) -> Result<Entered, Error> {
    Ok(store::unlock_with_device(folder, name, secret, clock.now())?.into())
}

/// Opens a store as [`sign_in`] does, also where its database is an earlier one, or may be. That it was so is
/// journalled.
///
/// # Errors
/// As [`sign_in`].
pub fn sign_in_as_it_is(
    folder: &Path,
    name: &str,
    passphrase: &Passphrase,
    clock: &dyn Clock,
) -> Result<Entered, Error> {
    Ok(store::unlock_as_it_is(folder, name, passphrase, clock.now())?.into())
}

/// What checking a store found.
#[derive(Clone, Debug, Serialize)]
pub struct StoreCheck {
    /// Whether all is as it should be.
    pub sound: bool,
    /// Entries of the journal.
    pub journal_entries: i64,
    /// How the journal compares with the head that is kept outside the database.
    pub journal_head: String,
    /// What is wrong, a sentence each.
    pub faults: Vec<String>,
}

/// Whether the store may be checked by whoever is signed in.
///
/// # Errors
/// A refusal for everyone but HR, the data protection officer and whoever audits the organisation.
pub fn may_verify(desk: &ReadDesk<'_>) -> Result<(), Error> {
    desk.permit_on_organisation::<access::ReadJournal>()
        .map(|_| ())
}

/// Checks the store: the journal's chain, the database's pages, and every reference.
///
/// # Errors
/// As [`may_verify`].
pub fn verify(desk: &mut WriteDesk<'_>) -> Result<StoreCheck, Error> {
    let permit = desk.permit_on_organisation::<access::ReadJournal>()?;
    let found = desk.store.verify_store(&permit)?;
    let mut faults = Vec::new();
    if let Some(entry) = found.journal_broken_at {
        faults.push(format!(
            "The journal does not verify from entry {entry} on: it was changed from outside."
        ));
    }
    if let Some(entry) = found.checkpoint_broken_at {
        faults.push(format!(
            "What was signed of the journal at entry {entry} does not verify: it was changed from outside."
        ));
    }
    match found.head {
        HeadCheck::Agrees | HeadCheck::NotChecked => {}
        HeadCheck::Differs { expected, found } => faults.push(format!(
            "The journal has {found} entries and had {expected}: an older copy may have been put in its place."
        )),
        HeadCheck::Missing => faults.push(
            "fairhold.head is missing: whether an older copy of the database is in its place can't be said."
                .to_owned(),
        ),
        HeadCheck::Damaged => faults.push(
            "fairhold.head is damaged: whether an older copy of the database is in its place can't be said."
                .to_owned(),
        ),
    }
    if found.damaged_pages > 0 {
        faults.push(match found.damaged_pages {
            1 => "1 page of the database is damaged.".to_owned(),
            pages => format!("{pages} pages of the database are damaged."),
        });
    }
    faults.extend(
        found
            .structure
            .iter()
            .map(|said| format!("The database's structure: {said}.")),
    );
    if found.dangling > 0 {
        faults.push(match found.dangling {
            1 => "1 reference leads nowhere.".to_owned(),
            references => format!("{references} references lead nowhere."),
        });
    }
    faults.extend(
        found
            .unmapped
            .iter()
            .map(|table| format!("The table {table} is not in the data map.")),
    );
    Ok(StoreCheck {
        sound: found.is_sound(),
        journal_entries: found.journal_entries,
        journal_head: found.head.word().to_owned(),
        faults,
    })
}

/// The organisation, and who is signed in.
///
/// # Errors
/// When the store can't be read.
pub fn signed_in(desk: &ReadDesk<'_>, _: Nothing) -> Result<SignedIn, Error> {
    let name = desk
        .records
        .accounts()?
        .into_iter()
        .find(|account| account.id == desk.viewer.account)
        .map(|account| account.name.into())
        .ok_or(Error::NotFound)?;
    let organisation = desk.records.organisation()?.name.into();
    let viewer = ViewerView {
        account: desk.viewer.account,
        name,
        role: desk.viewer.role_on(desk.today),
        may: may(desk)?,
    };
    Ok(SignedIn {
        organisation,
        viewer,
    })
}

/// What a viewer may do without regard to a record.
fn may(desk: &ReadDesk<'_>) -> Result<May, Error> {
    let vacancies = desk.records.vacancy_facts()?;
    let everyone = || Subject::Everyone {
        vacancies: vacancies.clone(),
    };
    let candidates = [
        (
            ActionKind::AddVacancy,
            desk.may::<access::AddVacancy>(Subject::Organisation),
        ),
        (
            ActionKind::Import,
            desk.may::<access::Import>(Subject::Organisation),
        ),
        (
            ActionKind::ManageAccounts,
            desk.may::<access::ManageAccounts>(Subject::Organisation),
        ),
        (
            ActionKind::ReadAccounts,
            desk.may::<access::ReadAccounts>(Subject::Organisation),
        ),
        (
            ActionKind::ReviewAccess,
            desk.may::<access::ReviewAccess>(Subject::Organisation),
        ),
        (
            ActionKind::Erase,
            desk.may::<access::Erase>(Subject::Organisation),
        ),
        (
            ActionKind::ReadJournal,
            desk.may::<access::ReadJournal>(Subject::Organisation),
        ),
        (
            ActionKind::KeepRegisters,
            desk.may::<access::KeepRegisters>(Subject::Organisation),
        ),
        (
            ActionKind::ReviewRetention,
            reaches::<access::ReviewRetention>(desk, everyone()),
        ),
        (
            ActionKind::AddCandidate,
            reaches::<access::AddCandidate>(desk, everyone()),
        ),
        (
            ActionKind::RecordPermission,
            reaches::<access::RecordPermission>(desk, everyone()),
        ),
    ];
    Ok(candidates
        .into_iter()
        .filter(|(_, allowed)| *allowed)
        .map(|(action, _)| action)
        .collect())
}

/// Whether an action reaches any record at all.
fn reaches<A: access::Action>(desk: &ReadDesk<'_>, everyone: Subject) -> bool {
    desk.permit::<A>(everyone)
        .is_ok_and(|permit| !permit.scope().is_empty())
}

/// The accounts of the store.
///
/// # Errors
/// A refusal for everyone but HR, the data protection officer and whoever audits the organisation.
pub fn accounts(desk: &ReadDesk<'_>, _: Nothing) -> Result<Accounts, Error> {
    let _permit = desk.permit_on_organisation::<access::ReadAccounts>()?;
    let mut rows = Vec::new();
    for account in desk.records.accounts()? {
        let viewer = desk.records.viewer(account.id)?;
        let vacancies: BTreeSet<VacancyId> = viewer
            .grants
            .iter()
            .filter(|grant| grant.until.is_none_or(|last| desk.today <= last))
            .filter_map(|grant| match grant.scope {
                GrantScope::Vacancy(vacancy) => Some(vacancy),
                GrantScope::Team(_) | GrantScope::Organisation => None,
            })
            .collect();
        rows.push(AccountRow {
            account: account.id,
            name: account.name.into(),
            role: account.role.role,
            until: account.role.until,
            added_on: london_date(account.added_at),
            vacancies: number(vacancies.len()),
            trained_through: viewer.trained_through(desk.today),
            may_hold: Compartment::ALL
                .into_iter()
                .filter(|compartment| viewer.role_on(desk.today).may_hold(*compartment))
                .collect(),
            sealed: viewer.compartments.into_iter().collect(),
        });
    }
    Ok(Accounts {
        rows,
        recovery: desk.records.recovery_sheet()?.into(),
        keys_of_hr: desk
            .viewer
            .compartments
            .iter()
            .copied()
            .filter(|compartment| Role::HrAdministrator.reads_with_key(*compartment))
            .collect(),
    })
}

/// Adds an account.
///
/// # Errors
/// A refusal for everyone but HR; [`Error::Invalid`] for a passphrase that is short or easy to guess, or a name that is taken.
pub fn add_account(desk: &mut WriteDesk<'_>, request: AddAccount) -> Result<Done, Error> {
    let permit = desk.permit_on_organisation::<access::ManageAccounts>()?;
    let organisation = desk.read(|desk| Ok(desk.records.organisation()?.name))?;
    check_passphrase(
        &request.passphrase,
        &[request.name.as_str(), organisation.as_str()],
    )?;
    let role = RoleHeld {
        role: request.role,
        until: request.until,
    };
    desk.read(|desk| check_role(desk, role))?;
    if let Some(held_on) = request.inducted_on {
        desk.not_in_future("inductedOn", held_on)?;
    }
    let account = NewAccount {
        sign_in_name: request.name.clone(),
        name: request.name,
        role,
        inducted_on: request.inducted_on,
        passphrase: request.passphrase,
        cost: KdfCost::calibrated()?,
    };
    match desk.store.add_account(&permit, &account, desk.now) {
        Ok(_) => Ok(Done { undo: None }),
        Err(StoreError::Duplicate) => Err(Error::invalid(
            "name",
            "Someone signs in with this name already. Add an initial or a second name.",
        )),
        Err(error) => Err(error.into()),
    }
}
