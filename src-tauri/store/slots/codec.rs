//! The bytes of the key file.

use domain::id::AccountId;
use uuid::Uuid;

use super::{KeyFile, Slot, VERSION};
use crate::error::OpenError;
use crate::kdf::KdfCost;

const MAGIC: &[u8; 8] = b"FAIRHOLD";
/// The kind of section that is a passphrase slot.
const PASSPHRASE_SLOT: u8 = 1;
/// More sections than this are no key file of ours.
const MOST_SECTIONS: usize = 4096;

/// What stands before the sections, without their number.
pub(super) fn header(file: &KeyFile) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(64);
    bytes.extend(MAGIC);
    bytes.extend(VERSION.to_be_bytes());
    bytes.extend(file.store.as_bytes());
    bytes.extend(file.epoch.to_be_bytes());
    bytes.extend(file.salt);
    bytes
}

/// A slot's fields but its wrapped key and nonce.
pub(super) fn slot_fields(slot: &Slot) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(128);
    bytes.push(PASSPHRASE_SLOT);
    bytes.extend(slot.account.uuid().as_bytes());
    bytes.extend(slot.cost.memory_kib().to_be_bytes());
    bytes.extend(slot.cost.passes().to_be_bytes());
    bytes.extend(slot.cost.lanes().to_be_bytes());
    bytes.extend(slot.salt);
    let name = slot.sign_in_name.as_bytes();
    bytes.extend(u32::try_from(name.len()).unwrap_or(u32::MAX).to_be_bytes());
    bytes.extend(name);
    bytes
}

/// Everything the file's authentication covers.
pub(super) fn body(file: &KeyFile) -> Vec<u8> {
    let mut bytes = header(file);
    bytes.extend(
        u16::try_from(file.slots.len())
            .unwrap_or(u16::MAX)
            .to_be_bytes(),
    );
    for slot in &file.slots {
        let mut section = slot_fields(slot);
        section.extend(slot.nonce);
        section.extend(&slot.wrapped);
        bytes.push(PASSPHRASE_SLOT);
        bytes.extend(
            u32::try_from(section.len())
                .unwrap_or(u32::MAX)
                .to_be_bytes(),
        );
        bytes.extend(section);
    }
    bytes
}

/// Reads from the front of a slice; `None` is the end.
struct Cursor<'a>(&'a [u8]);

impl<'a> Cursor<'a> {
    fn chunk<const N: usize>(&mut self) -> Option<[u8; N]> {
        let (chunk, rest) = self.0.split_first_chunk::<N>()?;
        self.0 = rest;
        Some(*chunk)
    }

    fn take(&mut self, length: usize) -> Option<&'a [u8]> {
        let (part, rest) = self.0.split_at_checked(length)?;
        self.0 = rest;
        Some(part)
    }

    fn u32(&mut self) -> Option<u32> {
        self.chunk().map(u32::from_be_bytes)
    }

    fn sized(&mut self) -> Option<&'a [u8]> {
        let length = usize::try_from(self.u32()?).ok()?;
        self.take(length)
    }
}

/// Reads the part of the file that its authentication covers.
pub(super) fn parse(body: &[u8], mac: [u8; 32]) -> Result<KeyFile, OpenError> {
    let mut cursor = Cursor(body);
    if cursor.chunk::<8>().as_ref() != Some(MAGIC) {
        return Err(OpenError::KeysDamaged);
    }
    match cursor.chunk().map(u16::from_be_bytes) {
        Some(VERSION) => {}
        Some(found) if found > VERSION => {
            return Err(OpenError::Newer {
                found: u32::from(found),
                known: u32::from(VERSION),
            });
        }
        Some(_) | None => return Err(OpenError::KeysDamaged),
    }
    sections(&mut cursor, mac).ok_or(OpenError::KeysDamaged)
}

fn sections(cursor: &mut Cursor<'_>, mac: [u8; 32]) -> Option<KeyFile> {
    let store = Uuid::from_bytes(cursor.chunk()?);
    let epoch = cursor.u32()?;
    let salt = cursor.chunk()?;
    let number = usize::from(u16::from_be_bytes(cursor.chunk()?));
    if number > MOST_SECTIONS {
        return None;
    }
    let mut slots = Vec::with_capacity(number);
    for _ in 0..number {
        let [kind] = cursor.chunk::<1>()?;
        let section = cursor.sized()?;
        if kind != PASSPHRASE_SLOT {
            return None;
        }
        slots.push(slot(section)?);
    }
    cursor.0.is_empty().then_some(KeyFile {
        store,
        epoch,
        salt,
        slots,
        mac,
    })
}

fn slot(section: &[u8]) -> Option<Slot> {
    let mut cursor = Cursor(section);
    let [kind] = cursor.chunk::<1>()?;
    if kind != PASSPHRASE_SLOT {
        return None;
    }
    let account = AccountId::from_uuid(Uuid::from_bytes(cursor.chunk()?));
    let cost = KdfCost::new(cursor.u32()?, cursor.u32()?, cursor.u32()?)?;
    let salt = cursor.chunk()?;
    let sign_in_name = std::str::from_utf8(cursor.sized()?).ok()?.to_owned();
    let nonce = cursor.chunk()?;
    Some(Slot {
        account,
        sign_in_name,
        cost,
        salt,
        nonce,
        wrapped: cursor.0.to_owned(),
    })
}
