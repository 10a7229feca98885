//! The organisation and its accounts.

mod accounts;
mod check;
mod holidays;
mod making;
mod sign_in;

use domain::access::{self, ActionKind, Role, Subject};
use domain::id::AccountId;
use serde::Serialize;

use crate::desk::ReadDesk;
use crate::error::Error;
use crate::view::May;

pub use accounts::{
    AccountRow, Accounts, AddAccount, RecoveryStanding, TeamRow, accounts, add_account,
};
pub use check::{StoreCheck, may_verify, verify};
pub(crate) use holidays::calendar;
pub use holidays::{BankHolidaysView, SetBankHolidays, bank_holidays, set_bank_holidays};
pub(crate) use making::make;
pub use making::{NewStore, create};
pub use sign_in::{
    Entered, PutBack, Replay, SignedIn, sign_in, sign_in_as_it_is, sign_in_by_keychain, signed_in,
};
pub use store::Passphrase;

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
            ActionKind::ReadRegisters,
            desk.may::<access::ReadRegisters>(Subject::Organisation),
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
