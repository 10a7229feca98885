//! A second person's word before an erasure goes on: after the computer's clock jumped (RULEBOOK T-07), and before
//! many people go at once (ERA-01).

use domain::access::{self, Permit, Subject, decide};
use domain::clock::ClockCheck;
use domain::id::AccountId;
use domain::retention::{Bulk, BulkThreshold, Started};
use serde::{Deserialize, Serialize};
use store::{Confirms, Detail, Entry, Passphrase};

use crate::desk::{ReadDesk, WriteDesk};
use crate::error::Error;
use crate::view::{Why, number};

/// Somebody else who may erase.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct SecondPerson {
    /// Who.
    pub account: AccountId,
    /// Their name.
    pub name: String,
}

/// A second person's word that the date is right, and that so many people may go.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct SecondWord {
    /// Whose.
    pub account: AccountId,
    /// Their passphrase.
    #[cfg_attr(feature = "bindings", ts(type = "string"))]
    pub passphrase: Passphrase,
}

/// So many people that a second person has to agree.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct BulkView {
    /// Above how many.
    pub above: u32,
    /// The rule, and what it asks for.
    pub why: Why,
    /// Who can agree.
    pub others: Vec<SecondPerson>,
}

/// How many people one person erases alone: the rule-book's default.
fn threshold() -> BulkThreshold {
    BulkThreshold::default()
}

/// Whether an erasure that a person starts needs a second one, for a screen.
pub(super) fn look(desk: &ReadDesk<'_>, people: usize) -> Result<Option<BulkView>, Error> {
    let threshold = threshold();
    let Some(bulk) = Bulk::of(people, Started::ByPerson, threshold) else {
        return Ok(None);
    };
    Ok(Some(BulkView {
        above: number(threshold.people()),
        why: Why {
            rule: bulk.rule().to_owned(),
            sentence: bulk.sentence(),
        },
        others: others(desk)?,
    }))
}

/// Everyone else who may erase.
pub(super) fn others(desk: &ReadDesk<'_>) -> Result<Vec<SecondPerson>, Error> {
    let mut found = Vec::new();
    for account in desk.records.accounts()? {
        let viewer = desk.records.viewer(account.id)?;
        if account.id != desk.viewer.account
            && decide::<access::Erase>(&viewer, Subject::Organisation, desk.today).is_ok()
        {
            found.push(SecondPerson {
                account: account.id,
                name: account.name.into(),
            });
        }
    }
    Ok(found)
}

/// Lets an erasure of so many people go on only by a clock that is believed, and above the threshold only with a
/// second person; or by a second person's word for whichever is lacking. One passphrase answers both.
///
/// # Errors
/// A rule's no, which is journalled, while the clock was set back, or where a second word is lacking;
/// [`Error::Invalid`] for a word that does not count; what a sign-in says of a wrong passphrase.
pub(super) fn heed(
    desk: &mut WriteDesk<'_>,
    permit: &Permit<access::Erase>,
    people: usize,
    started: Started,
    second: Option<&SecondWord>,
) -> Result<(), Error> {
    let check = desk.store.records().check_clock(desk.now)?;
    let bulk = Bulk::of(people, started, threshold());
    let (rule, sentence) = match (check, bulk) {
        (ClockCheck::Sound, None) => return Ok(()),
        (ClockCheck::Sound, Some(bulk)) => (bulk.rule(), bulk.sentence()),
        (ClockCheck::SetBack { .. } | ClockCheck::Jumped { .. }, _) => {
            (check.rule(), check.sentence())
        }
    };
    match second {
        Some(word) if !matches!(check, ClockCheck::SetBack { .. }) => {
            let confirms = Confirms {
                date: matches!(check, ClockCheck::Jumped { .. }),
                people: bulk.map(|_| u64::from(number(people))),
            };
            take(desk, permit, word, confirms)
        }
        Some(_) | None => {
            let mut said = sentence;
            if !matches!(check, ClockCheck::SetBack { .. }) {
                said.push_str(alone(desk, check)?);
            }
            let entry = Entry::new("hold-erasure")
                .with("clock", Detail::Word(check.code()))
                .with("people", Detail::Number(u64::from(number(people))));
            let account = desk.session.account();
            desk.store.note(Some(account), desk.now, entry)?;
            Err(Error::rule(rule, said))
        }
    }
}

/// What whoever is the only one who may erase can do.
fn alone(desk: &mut WriteDesk<'_>, check: ClockCheck) -> Result<&'static str, Error> {
    if !desk.read(others)?.is_empty() {
        return Ok("");
    }
    Ok(match check {
        ClockCheck::Sound => {
            " Nobody else here may erase: add another HR administrator on the People screen, or let the schedule erase \
             what is due at sign-in."
        }
        ClockCheck::SetBack { .. } | ClockCheck::Jumped { .. } => {
            " Nobody else here may erase: add another HR administrator on the People screen."
        }
    })
}

fn take(
    desk: &mut WriteDesk<'_>,
    permit: &Permit<access::Erase>,
    word: &SecondWord,
    confirms: Confirms,
) -> Result<(), Error> {
    if word.account == permit.actor() {
        return Err(Error::invalid(
            "second.account",
            "Somebody else must confirm this: your own word does not count.",
        ));
    }
    if !desk.read(|desk| Ok(others(desk)?.iter().any(|one| one.account == word.account)))? {
        return Err(Error::invalid(
            "second.account",
            "Choose somebody who may erase, such as another HR administrator.",
        ));
    }
    desk.store
        .take_second_word(permit, word.account, &word.passphrase, confirms, desk.now)?;
    Ok(())
}
