//! What the computer's clock allows, for a screen (RULEBOOK T-07).

use domain::access::{self, Subject};
use domain::clock::ClockCheck;
use serde::Serialize;

use super::second::{SecondPerson, others};
use crate::desk::ReadDesk;
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

/// What the clock allows.
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
