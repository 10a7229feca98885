//! Whose bank holidays count: those of the part of the United Kingdom where the organisation works (RULEBOOK T-05).

use chrono::NaiveDate;
use domain::access;
use domain::holidays::{BankHolidays, Calendar, Nation};
use serde::{Deserialize, Serialize};
use store::{Detail, Entry, Records};

use crate::desk::{ReadDesk, WriteDesk};
use crate::error::Error;
use crate::view::{Done, Nothing};

/// The setting.
const BANK_HOLIDAYS: &str = "bank-holidays";

/// Whose bank holidays count.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct BankHolidaysView {
    /// Whose.
    pub nation: Nation,
    /// The last day that the list of them covers: later days count weekends alone.
    pub until: NaiveDate,
}

/// Sets whose bank holidays count.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct SetBankHolidays {
    /// Whose.
    pub nation: Nation,
}

/// Whose bank holidays count; England and Wales' where nobody has set that.
fn nation(records: &Records<'_>) -> Result<Nation, Error> {
    let set = records.setting(BANK_HOLIDAYS)?;
    Ok(set
        .and_then(|code| Nation::from_code(&code))
        .unwrap_or_default())
}

/// The days on which nobody has to answer.
pub(crate) fn calendar(records: &Records<'_>) -> Result<&'static Calendar, Error> {
    Ok(BankHolidays::shipped().of(nation(records)?))
}

/// Whose bank holidays count.
///
/// # Errors
/// A refusal for everyone but HR, the data protection officer and whoever audits the organisation.
pub fn bank_holidays(desk: &ReadDesk<'_>, _: Nothing) -> Result<BankHolidaysView, Error> {
    let _permit = desk.permit_on_organisation::<access::ReadAccounts>()?;
    let nation = nation(desk.records)?;
    Ok(BankHolidaysView {
        nation,
        until: BankHolidays::shipped().of(nation).until(),
    })
}

/// Sets whose bank holidays count. The days of every open request and complaint are worked out by them from then on.
///
/// # Errors
/// A refusal for everyone but HR.
pub fn set_bank_holidays(
    desk: &mut WriteDesk<'_>,
    request: SetBankHolidays,
) -> Result<Done, Error> {
    let permit = desk.permit_on_organisation::<access::ManageAccounts>()?;
    let code = request.nation.code();
    desk.write(&permit, |tx| {
        tx.set_setting(&permit, BANK_HOLIDAYS, code)?;
        let entry = Entry::new("set-bank-holidays").with("of", Detail::Word(code));
        Ok(((), entry))
    })?;
    Ok(Done { undo: None })
}
