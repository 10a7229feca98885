//! The registers: recipients, agreements with them, mechanisms for transfers, impact assessments; and training beside
//! them. Read by HR, the data protection officer and auditors, kept by the first two.

use chrono::{DateTime, NaiveDate, Utc};
use domain::access::{self, Role};
use domain::dates::{days_before, months_after};
use domain::id::{AccountId, RegisterItemId};
use domain::sharing::{
    Country, Destination, Item, ItemKind, Recipient, Standing, asks_for, check_item, reviewed,
    standing,
};
use domain::text::fold;
use serde::{Deserialize, Serialize};
use store::{Detail, Entry, RegisterRecord};

use crate::desk::{ReadDesk, WriteDesk};
use crate::error::Error;
use crate::undo::{FIRST_REVISION, Revisions, Undoable};
use crate::view::{Done, Nothing};

/// Months after which a line is proposed to be looked at again.
const USUAL_REVIEW_MONTHS: u32 = 12;

/// Days before the last day of somebody's training from which a refresher is asked for (RULES D8).
const TRAINING_WARN_DAYS: u64 = 60;

/// The registers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct RegistersView {
    /// Every line of every register, by what it is called.
    pub lines: Vec<RegisterLine>,
    /// Everybody's training, by name.
    pub training: Vec<TrainingLine>,
    /// Every country, with what the law makes of it.
    pub countries: Vec<CountryView>,
    /// The day to propose for looking at something again.
    pub review_on: NaiveDate,
    /// Whether this viewer may add and change lines.
    pub may_keep: bool,
}

/// A line of a register.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct RegisterLine {
    /// Which.
    pub item: RegisterItemId,
    /// What it says.
    pub line: Item,
    /// The name of the recipient it is about, where it is about one.
    pub recipient: Option<String>,
    /// How it stands today.
    pub standing: Standing,
    /// Counts changes.
    pub revision: u32,
    /// The name of whoever changed it last.
    pub changed_by: String,
    /// When.
    pub changed_at: DateTime<Utc>,
}

/// Somebody's training, as a register has it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct TrainingLine {
    /// Whose.
    pub account: AccountId,
    /// Their name.
    pub name: String,
    /// How it stands; nothing before an induction.
    pub standing: Option<Standing>,
}

/// A country.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct CountryView {
    /// Its two letters.
    pub country: Country,
    /// What the law makes of it.
    pub destination: Destination,
}

/// Adds a line to a register.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct AddRegisterItem {
    /// What it says.
    pub line: Item,
}

/// Changes a line of a register.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct ChangeRegisterItem {
    /// Which.
    pub item: RegisterItemId,
    /// The revision that was seen.
    pub revision: u32,
    /// What it says; of the same register.
    pub line: Item,
}

/// Notes that a line of a register was looked at, and holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct ReviewRegisterItem {
    /// Which.
    pub item: RegisterItemId,
    /// The revision that was seen.
    pub revision: u32,
    /// The day by which it is looked at next.
    pub review_on: NaiveDate,
}

/// The registers, and how every line of them stands.
///
/// # Errors
/// A refusal for everyone but HR, the data protection officer and whoever audits the organisation.
pub fn list(desk: &ReadDesk<'_>, _: Nothing) -> Result<RegistersView, Error> {
    let permit = desk.permit_on_organisation::<access::ReadRegisters>()?;
    let records = desk.records.registers(&permit)?;
    let mut lines: Vec<RegisterLine> = records
        .iter()
        .map(|record| RegisterLine {
            item: record.id,
            line: record.item.clone(),
            recipient: record
                .item
                .recipient()
                .and_then(|id| recipient_of(&records, id))
                .map(|recipient| recipient.name.as_str().to_owned()),
            standing: standing(&record.item, desk.today),
            revision: record.revision,
            changed_by: record.changed_by_name.as_str().to_owned(),
            changed_at: record.changed_at,
        })
        .collect();
    lines.sort_by_cached_key(|line| fold(line.line.title().as_str()));
    Ok(RegistersView {
        lines,
        training: training(desk)?,
        countries: Country::all()
            .map(|country| CountryView {
                country,
                destination: country.destination(),
            })
            .collect(),
        review_on: months_after(desk.today, USUAL_REVIEW_MONTHS),
        may_keep: desk
            .permit_on_organisation::<access::KeepRegisters>()
            .is_ok(),
    })
}

/// Everybody's training, but a timer's, which is nobody.
fn training(desk: &ReadDesk<'_>) -> Result<Vec<TrainingLine>, Error> {
    let mut lines = Vec::new();
    for account in desk.records.accounts()? {
        if account.role.role == Role::SweepTimer {
            continue;
        }
        let through = desk.records.viewer(account.id)?.trained_through(desk.today);
        lines.push(TrainingLine {
            account: account.id,
            name: account.name.into(),
            standing: through.map(|through| {
                if through < desk.today {
                    Standing::Lapsed(through)
                } else if days_before(through, TRAINING_WARN_DAYS) <= desk.today {
                    Standing::Soon(through)
                } else {
                    Standing::Good(through)
                }
            }),
        });
    }
    Ok(lines)
}

/// Adds a line to a register.
///
/// # Errors
/// A refusal for everyone but HR and the data protection officer; [`Error::Invalid`] for what is wrong with it.
pub fn add(desk: &mut WriteDesk<'_>, request: AddRegisterItem) -> Result<Done, Error> {
    let AddRegisterItem { line } = request;
    let permit = desk.permit_on_organisation::<access::KeepRegisters>()?;
    desk.read(|desk| check(desk, &line, None))?;
    let item = desk.write(&permit, |tx| {
        let item = tx.insert_register_item(&permit, &line)?;
        Ok::<_, Error>((item, entry("add-register-item", line.kind())))
    })?;
    let undo = desk.keep(Undoable::AddedRegisterItem {
        item,
        kind: line.kind(),
        revision: FIRST_REVISION,
    });
    Ok(Done { undo: Some(undo) })
}

/// Changes a line of a register.
///
/// # Errors
/// As [`add`]; [`Error::Stale`] when it was changed since it was seen.
pub fn change(desk: &mut WriteDesk<'_>, request: ChangeRegisterItem) -> Result<Done, Error> {
    let before = desk.read(|desk| find(desk, request.item))?;
    if before.item.kind() != request.line.kind() {
        return Err(Error::NotFound);
    }
    desk.read(|desk| check(desk, &request.line, Some(&before)))?;
    save(
        desk,
        before,
        request.revision,
        &request.line,
        "change-register-item",
    )
}

/// Notes that a line of a register was looked at, until the next time.
///
/// # Errors
/// As [`change`]; [`Error::Invalid`] for a day that is not within two years.
pub fn review(desk: &mut WriteDesk<'_>, request: ReviewRegisterItem) -> Result<Done, Error> {
    let before = desk.read(|desk| find(desk, request.item))?;
    let line = reviewed(before.item.clone(), request.review_on);
    check_item(&line, None, None, desk.today).map_err(|problem| match problem.field() {
        "details.reviewOn" => Error::invalid("reviewOn", problem.sentence()),
        _ => Error::invalid(
            "reviewOn",
            format!("Change the line first. {}", problem.sentence()),
        ),
    })?;
    save(
        desk,
        before,
        request.revision,
        &line,
        "review-register-item",
    )
}

fn save(
    desk: &mut WriteDesk<'_>,
    before: RegisterRecord,
    seen: u32,
    line: &Item,
    action: &'static str,
) -> Result<Done, Error> {
    let permit = desk.permit_on_organisation::<access::KeepRegisters>()?;
    let revision = desk.write(&permit, |tx| {
        let revision = tx.change_register_item(&permit, before.id, seen, line)?;
        Ok::<_, Error>((revision, entry(action, line.kind())))
    })?;
    let undo = desk.keep(Undoable::ChangedRegisterItem {
        item: before.id,
        before: Box::new(before.item),
        revision: Revisions::made(revision),
    });
    Ok(Done { undo: Some(undo) })
}

/// Takes out a line that was added by mistake.
pub(crate) fn take_back_added(
    desk: &mut WriteDesk<'_>,
    item: RegisterItemId,
    kind: ItemKind,
    revision: u32,
) -> Result<(), Error> {
    let permit = desk.permit_on_organisation::<access::KeepRegisters>()?;
    desk.write(&permit, |tx| {
        tx.remove_register_item(&permit, item, revision)?;
        Ok::<_, Error>(((), entry("undo-add-register-item", kind)))
    })
}

/// Puts a line back as it was before a change, and answers with its revision.
pub(crate) fn take_back_change(
    desk: &mut WriteDesk<'_>,
    item: RegisterItemId,
    before: &Item,
    revision: u32,
) -> Result<u32, Error> {
    let permit = desk.permit_on_organisation::<access::KeepRegisters>()?;
    desk.write(&permit, |tx| {
        let now = tx.change_register_item(&permit, item, revision, before)?;
        Ok::<_, Error>((now, entry("undo-change-register-item", before.kind())))
    })
}

/// What of the registers somebody who keeps them has to see to.
pub(crate) fn due(
    desk: &ReadDesk<'_>,
) -> Result<Vec<(RegisterItemId, ItemKind, String, Standing)>, Error> {
    let Ok(permit) = desk.permit_on_organisation::<access::KeepRegisters>() else {
        return Ok(Vec::new());
    };
    let lines: Vec<(RegisterItemId, Item)> = desk
        .records
        .registers(&permit)?
        .into_iter()
        .map(|record| (record.id, record.item))
        .collect();
    Ok(asks_for(&lines, desk.today)
        .map(|(id, item, stands)| (id, item.kind(), item.title().as_str().to_owned(), stands))
        .collect())
}

/// Whose training ends soon, or is over, for those who record training.
pub(crate) fn training_due(
    desk: &ReadDesk<'_>,
) -> Result<Vec<(AccountId, String, Standing)>, Error> {
    if desk
        .permit_on_organisation::<access::GrantAccess>()
        .is_err()
    {
        return Ok(Vec::new());
    }
    Ok(training(desk)?
        .into_iter()
        .filter_map(|line| match line.standing? {
            stands @ (Standing::Soon(_) | Standing::Lapsed(_)) => {
                Some((line.account, line.name, stands))
            }
            Standing::Good(_) | Standing::Overdue(_) | Standing::NotYet(_) => None,
        })
        .collect())
}

/// The recipient with an id.
pub(crate) fn recipient_of(records: &[RegisterRecord], id: RegisterItemId) -> Option<&Recipient> {
    records.iter().find_map(|record| match &record.item {
        Item::Recipient(recipient) if record.id == id => Some(recipient),
        Item::Recipient(_) | Item::Agreement(_) | Item::Transfer(_) | Item::Dpia(_) => None,
    })
}

fn find(desk: &ReadDesk<'_>, item: RegisterItemId) -> Result<RegisterRecord, Error> {
    let permit = desk.permit_on_organisation::<access::KeepRegisters>()?;
    desk.records
        .registers(&permit)?
        .into_iter()
        .find(|record| record.id == item)
        .ok_or(Error::NotFound)
}

fn check(desk: &ReadDesk<'_>, line: &Item, before: Option<&RegisterRecord>) -> Result<(), Error> {
    let permit = desk.permit_on_organisation::<access::KeepRegisters>()?;
    let records = desk.records.registers(&permit)?;
    let about = line
        .recipient()
        .map(|id| recipient_of(&records, id).ok_or(Error::NotFound))
        .transpose()?;
    check_item(line, about, before.map(|record| &record.item), desk.today)
        .map_err(|problem| Error::invalid(problem.field(), problem.sentence()))?;
    let Item::Recipient(recipient) = line else {
        return Ok(());
    };
    // Whoever is told of an erasure is told by name, so that two of one name would be one.
    let name = fold(recipient.name.as_str());
    let taken = records.iter().any(|record| {
        before.is_none_or(|before| before.id != record.id)
            && matches!(&record.item, Item::Recipient(known) if fold(known.name.as_str()) == name)
    });
    if taken {
        return Err(Error::invalid(
            "details.name",
            "Enter another name: a recipient of the register has this one.",
        ));
    }
    Ok(())
}

fn entry(action: &'static str, kind: ItemKind) -> Entry {
    Entry::new(action).with("register", Detail::Word(kind.code()))
}
