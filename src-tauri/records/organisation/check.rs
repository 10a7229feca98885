//! Checking the whole store.

use domain::access;
use serde::Serialize;
use store::HeadCheck;

use crate::desk::{ReadDesk, WriteDesk};
use crate::error::Error;

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
