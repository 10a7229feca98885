//! Whether the computer's clock allows an erasure, and the second person's word after it jumped (RULEBOOK T-07).

use domain::access::{self, Permit, Subject, decide};
use domain::clock::ClockCheck;
use domain::id::AccountId;
use serde::{Deserialize, Serialize};
use store::{Detail, Entry, Passphrase};

use crate::desk::{ReadDesk, WriteDesk};
use crate::error::Error;
use crate::view::Why;

/// What the computer's clock allows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "is", rename_all = "camelCase", rename_all_fields = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub enum ClockView {
    /// It agrees with the records.
    Sound,
    /// It was set back: nobody is erased until it is right.
    SetBack {
        /// What happened, what is safe and what to do.
        why: Why,
    },
    /// It is far ahead: nobody is erased until a second person has confirmed the date.
    Jumped {
        /// What happened, what is safe and what to do.
        why: Why,
        /// Who can confirm it; nobody for those who may not erase.
        others: Vec<SecondPerson>,
    },
}

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

/// A second person's word that the date is right.
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

/// What the clock allows, for a screen.
pub(super) fn look(desk: &ReadDesk<'_>) -> Result<ClockView, Error> {
    let check = desk.records.check_clock(desk.now)?;
    Ok(match check {
        ClockCheck::Sound => ClockView::Sound,
        ClockCheck::SetBack { .. } => ClockView::SetBack { why: why(check) },
        ClockCheck::Jumped { .. } => ClockView::Jumped {
            why: why(check),
            others: if desk.may::<access::Erase>(Subject::Organisation) {
                others(desk)?
            } else {
                Vec::new()
            },
        },
    })
}

fn why(check: ClockCheck) -> Why {
    Why {
        rule: check.rule().to_owned(),
        sentence: check.sentence(),
    }
}

/// Everyone else who may erase.
fn others(desk: &ReadDesk<'_>) -> Result<Vec<SecondPerson>, Error> {
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

/// Lets an erasure go on only by a clock that is believed, or by a second person's word after a jump.
///
/// # Errors
/// A rule's no, which is journalled, while the clock was set back or jumped without a second word;
/// [`Error::Invalid`] for a word that does not count; what a sign-in says of a wrong passphrase.
pub(super) fn heed(
    desk: &mut WriteDesk<'_>,
    permit: &Permit<access::Erase>,
    second: Option<&SecondWord>,
) -> Result<(), Error> {
    let check = desk.store.records().check_clock(desk.now)?;
    match (check, second) {
        (ClockCheck::Sound, _) => Ok(()),
        (ClockCheck::Jumped { .. }, Some(word)) => confirm(desk, permit, word),
        (ClockCheck::SetBack { .. }, _) => held(desk, check, check.sentence()),
        (ClockCheck::Jumped { .. }, None) => {
            let mut sentence = check.sentence();
            if desk.read(others)?.is_empty() {
                sentence.push_str(
                    " Nobody else here may erase: add another HR administrator on the People screen.",
                );
            }
            held(desk, check, sentence)
        }
    }
}

fn held(desk: &mut WriteDesk<'_>, check: ClockCheck, sentence: String) -> Result<(), Error> {
    let entry = Entry::new("hold-erasure").with("clock", Detail::Word(check.code()));
    let account = desk.session.account();
    desk.store.note(Some(account), desk.now, entry)?;
    Err(Error::rule(check.rule(), sentence))
}

fn confirm(
    desk: &mut WriteDesk<'_>,
    permit: &Permit<access::Erase>,
    word: &SecondWord,
) -> Result<(), Error> {
    if word.account == permit.actor() {
        return Err(Error::invalid(
            "second.account",
            "Somebody else must confirm the date: your own word does not count.",
        ));
    }
    if !desk.read(|desk| Ok(others(desk)?.iter().any(|one| one.account == word.account)))? {
        return Err(Error::invalid(
            "second.account",
            "Choose somebody who may erase, such as another HR administrator.",
        ));
    }
    desk.store
        .confirm_clock(permit, word.account, &word.passphrase, desk.now)?;
    Ok(())
}
