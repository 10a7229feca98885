//! Those who asked not to be approached (RULEBOOK ERA-09): how many, since when and why. Who they are, nobody can say;
//! only whether somebody who is named is one of them.

use chrono::NaiveDate;
use domain::access;
use domain::text::Email;
use serde::{Deserialize, Serialize};
use store::{Entry, StoreError};

use crate::desk::{ReadDesk, WriteDesk};
use crate::error::Error;
use crate::view::{Done, Nothing, number};

/// Why somebody is on the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub enum ApproachReason {
    /// They asked not to be approached again.
    Asked,
    /// They objected to their data being used for it.
    Objected,
}

impl From<store::ApproachReason> for ApproachReason {
    fn from(reason: store::ApproachReason) -> Self {
        match reason {
            store::ApproachReason::Asked => Self::Asked,
            store::ApproachReason::Objected => Self::Objected,
        }
    }
}

/// Those who asked not to be approached.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct DoNotApproach {
    /// How many.
    pub total: u32,
    /// The latest of them, at most fifty.
    pub rows: Vec<DoNotApproachRow>,
    /// Whether this viewer may take somebody off.
    pub may_remove: bool,
}

/// Somebody who asked not to be approached.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct DoNotApproachRow {
    /// When they said so.
    pub asked_on: NaiveDate,
    /// Why.
    pub because: ApproachReason,
}

/// Takes somebody off the list, who asked for that.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct AllowApproach {
    /// An e-mail address of theirs.
    pub email: Email,
}

/// The most that are listed.
const MOST: usize = 50;

/// Those who asked not to be approached.
///
/// # Errors
/// A refusal for those who may not read the journal.
pub fn list(desk: &ReadDesk<'_>, _: Nothing) -> Result<DoNotApproach, Error> {
    let permit = desk.permit_on_organisation::<access::ReadJournal>()?;
    let people = desk.records.not_to_approach(&permit)?;
    Ok(DoNotApproach {
        total: number(people.len()),
        rows: people
            .into_iter()
            .take(MOST)
            .map(|person| DoNotApproachRow {
                asked_on: person.asked_on,
                because: person.because.into(),
            })
            .collect(),
        may_remove: desk.may::<access::RecordPermission>(access::Subject::Organisation),
    })
}

/// Takes somebody off the list.
///
/// # Errors
/// A refusal for everyone but HR and the data protection officer; [`Error::Invalid`] when nobody on the list has the
/// address.
pub fn allow(desk: &mut WriteDesk<'_>, request: AllowApproach) -> Result<Done, Error> {
    let permit = desk.permit_on_organisation::<access::RecordPermission>()?;
    let key = request.email.key();
    let removed = desk.write(&permit, |tx| {
        tx.unlist_not_to_approach(&permit, &key)?;
        Ok(((), Entry::new("allow-approach")))
    });
    match removed {
        Ok(()) => Ok(Done { undo: None }),
        Err(Error::NotFound | Error::Store(StoreError::NotFound)) => {
            Err(Error::invalid("email", NOBODY))
        }
        Err(error) => Err(error),
    }
}

const NOBODY: &str = "Nobody on the list has this address.";
