//! The copy of a paper that was seen, kept with the check of it: added once, looked at for a purpose, and saved only
//! where it has to be given to somebody.

use std::path::Path;

use domain::access::{self, Permit};
use domain::document::{FileName, MediaType};
use domain::id::{CandidateId, SealedRecordId};
use domain::sealed::{OpeningPurpose, take_copy};
use serde::Deserialize;
use store::{CopyUse, SealedRecord, StoreError};
use zeroize::Zeroizing;

use super::{OneSealed, OpenSealed, find, may_open};
use crate::desk::{ReadDesk, WriteDesk};
use crate::document::{DocumentFile, read_file};
use crate::error::Error;
use crate::view::Done;

/// Asks to look at a page of the copy that is kept with a sealed record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct ShowCopy {
    /// Of whom.
    pub candidate: CandidateId,
    /// With which record.
    pub record: SealedRecordId,
    /// What for.
    pub purpose: OpeningPurpose,
    /// Which page. The first is number one.
    pub page: u32,
}

impl ShowCopy {
    /// The opening alone.
    pub const fn opening(&self) -> OpenSealed {
        OpenSealed {
            candidate: self.candidate,
            record: self.record,
            purpose: self.purpose,
        }
    }
}

/// A file that is to be kept as a copy. What it is called is not kept, and no words are read out of it.
#[derive(Debug)]
pub struct NewCopy(Zeroizing<Vec<u8>>);

impl NewCopy {
    /// Takes what is in a file.
    ///
    /// # Errors
    /// [`Error::Import`] when it can't be read, [`Error::Invalid`] when it can't be taken.
    pub fn read(path: &Path) -> Result<Self, Error> {
        let (name, content) = read_file(path)?;
        Self::take(&name, content)
    }

    /// Takes what a file of this name has in it.
    ///
    /// # Errors
    /// [`Error::Invalid`] when it can't be taken.
    pub fn take(name: &FileName, content: Zeroizing<Vec<u8>>) -> Result<Self, Error> {
        take_copy(name, &content)
            .map_err(|not_taken| Error::invalid("file", not_taken.to_string()))?;
        Ok(Self(content))
    }
}

/// Whether a copy may be kept with a record: asked before anybody chooses a file.
///
/// # Errors
/// As [`add_copy`], but for the file.
pub fn check_copy(desk: &ReadDesk<'_>, request: OneSealed) -> Result<(), Error> {
    may_add(desk, request).map(drop)
}

/// A permit to keep a copy with a record.
fn may_add(desk: &ReadDesk<'_>, request: OneSealed) -> Result<Permit<access::SealRecord>, Error> {
    let permit = desk.permit_on_candidate::<access::SealRecord>(request.candidate)?;
    let found = find(desk, &permit, request.record)?;
    permit.seals(found.kind.compartment())?;
    takes_copy(&permit, &found)?;
    Ok(permit)
}

/// Whether a record of the permit's candidate takes a copy: one of a paper, from an offer on, and one alone.
///
/// # Errors
/// [`Error::Rule`] with the rule that says no.
pub(super) fn takes_copy(
    permit: &Permit<access::SealRecord>,
    record: &SealedRecord,
) -> Result<(), Error> {
    record
        .kind
        .may_have_copy()
        .and_then(|()| record.kind.may_be_collected(permit.subject().applied()))
        .map_err(|not| Error::rule(not.rule, not.sentence))?;
    if record.has_copy {
        return Err(Error::rule(
            "RET-11",
            "A copy is kept with this check, and stays what it was. To keep another, record the check again \
             (rule RET-11).",
        ));
    }
    Ok(())
}

/// Keeps a copy with a record that has none.
///
/// # Errors
/// A refusal for everyone but HR; [`Error::Rule`] for what no copy is kept of, before an offer, and where there is one.
pub fn add_copy(
    desk: &mut WriteDesk<'_>,
    (request, copy): (OneSealed, NewCopy),
) -> Result<Done, Error> {
    let permit = desk.read(|desk| may_add(desk, request))?;
    desk.store
        .add_copy(&permit, request.record, &copy.0, desk.now)?;
    Ok(Done { undo: None })
}

/// Whether a copy may still be seen: asked before more of one that is open is shown.
///
/// # Errors
/// As [`read_copy`], but for those of the disk.
pub fn check_copy_seen(desk: &ReadDesk<'_>, request: OneSealed) -> Result<(), Error> {
    let permit = desk.permit_on_candidate::<access::OpenSealed>(request.candidate)?;
    let found = find(desk, &permit, request.record)?;
    permit.opens(found.kind.compartment())?;
    Ok(())
}

/// The copy that is kept with a record, to be shown. That it was looked at, by whom and what for, is in the journal
/// before anyone has it.
///
/// # Errors
/// As [`super::open`]; [`Error::NotFound`] where none is kept.
pub fn read_copy(desk: &mut WriteDesk<'_>, request: OpenSealed) -> Result<DocumentFile, Error> {
    opened(desk, request, CopyUse::Shown)
}

/// Whether a copy may be saved: asked before anybody chooses where.
///
/// # Errors
/// As [`save_copy`], but for those of the disk.
pub fn check_saving(desk: &ReadDesk<'_>, request: OpenSealed) -> Result<(), Error> {
    if !request.purpose.gives_away() {
        return Err(Error::invalid(
            "purpose",
            "A copy is saved to give it to somebody. For this purpose, look at it here.",
        ));
    }
    check_copy_seen(
        desk,
        OneSealed {
            candidate: request.candidate,
            record: request.record,
        },
    )
}

/// The copy that is kept with a record, to be saved and given to somebody. That it was, by whom and what for, is in the
/// journal before.
///
/// # Errors
/// As [`read_copy`]; [`Error::Invalid`] for a purpose that it need not leave for.
pub fn save_copy(desk: &mut WriteDesk<'_>, request: OpenSealed) -> Result<DocumentFile, Error> {
    desk.read(|desk| check_saving(desk, request))?;
    opened(desk, request, CopyUse::Saved)
}

fn opened(
    desk: &mut WriteDesk<'_>,
    request: OpenSealed,
    becomes: CopyUse,
) -> Result<DocumentFile, Error> {
    let permit = may_open(desk, request)?;
    let purpose = (request.purpose, becomes);
    let content = desk
        .store
        .open_copy(&permit, request.record, purpose, desk.now)?;
    let media = MediaType::sniff(&content).ok_or(StoreError::Unreadable {
        column: "sealed_record.copy",
    })?;
    Ok(DocumentFile { media, content })
}
