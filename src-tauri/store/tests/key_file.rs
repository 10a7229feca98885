//! The key file: damage is found without a key, forgery with it, and a hostile cost before it is paid.

use sha2::{Digest, Sha256};

use domain::id::AccountId;

use crate::error::{KeysFault, OpenError};
use crate::files::Folder;
use crate::kdf::KdfCost;
use crate::key_file::{Credential, KeyFile};
use crate::keys::StoreKey;
use crate::support::at;

struct Made {
    folder: tempfile::TempDir,
    key: StoreKey,
    keys: KeyFile,
}

fn made() -> Made {
    let folder = tempfile::tempdir().unwrap();
    let key = StoreKey::generate().unwrap();
    let mut keys = KeyFile::generate().unwrap();
    for name in ["hr", "manager"] {
        keys.add_account(
            &key,
            AccountId::new(at("2026-01-05")),
            name,
            "pass",
            KdfCost::FLOOR,
        )
        .unwrap();
    }
    keys.make_compartments(keys.accounts[0].account()).unwrap();
    keys.write(&Folder::new(folder.path()), &key).unwrap();
    Made { folder, key, keys }
}

fn with_checksum(mut bytes: Vec<u8>) -> Vec<u8> {
    let length = bytes.len() - 32;
    let sum: [u8; 32] = Sha256::digest(&bytes[..length]).into();
    bytes[length..].copy_from_slice(&sum);
    bytes
}

#[test]
fn what_is_written_is_read_and_opens() {
    let Made { folder, key, keys } = made();
    let read = KeyFile::read(&Folder::new(folder.path())).unwrap();
    assert_eq!(read, keys, "both copies hold what was written");
    let opened = read
        .open("MANAGER", Credential::Passphrase("pass"))
        .unwrap();
    assert_eq!(
        (opened.account, opened.key.bytes()),
        (keys.accounts[1].account(), key.bytes()),
        "its own slot, the same key"
    );
    assert!(
        matches!(
            read.open("manager", Credential::Passphrase("Pass")),
            Err(OpenError::WrongPassphrase)
        ),
        "case matters"
    );
    assert!(
        matches!(
            read.open("nobody", Credential::Passphrase("pass")),
            Err(OpenError::WrongPassphrase)
        ),
        "one answer for both"
    );
}

#[test]
fn every_flipped_bit_of_a_copy_is_found_and_the_other_copy_is_offered() {
    let Made { folder, keys, .. } = made();
    let folder = Folder::new(folder.path());
    let whole = std::fs::read(folder.keys()).unwrap();
    for place in 0..whole.len() {
        let mut bytes = whole.clone();
        bytes[place] ^= 1 << (place % 8);
        assert!(
            matches!(KeyFile::parse(&bytes), Err(OpenError::KeysDamaged)),
            "byte {place} was flipped"
        );
    }
    for length in 0..whole.len() {
        assert!(
            KeyFile::parse(&whole[..length]).is_err(),
            "cut to {length} bytes"
        );
    }
    std::fs::write(folder.keys(), &whole[..40]).unwrap();
    assert!(
        matches!(
            KeyFile::read(&folder),
            Err(OpenError::KeysCopy(KeysFault::Damaged))
        ),
        "the second copy is there to be used"
    );
    crate::use_key_copy(folder.path()).unwrap();
    assert_eq!(KeyFile::read(&folder).unwrap(), keys, "and was");
    std::fs::write(folder.keys(), &whole[..40]).unwrap();
    std::fs::write(folder.keys_copy(), b"").unwrap();
    assert!(
        matches!(KeyFile::read(&folder), Err(OpenError::KeysDamaged)),
        "with both damaged it says so"
    );
}

#[test]
fn a_forger_who_mends_the_checksum_still_cannot_change_remove_or_swap_a_slot() {
    let Made { folder, keys, .. } = made();
    let whole = std::fs::read(Folder::new(folder.path()).keys()).unwrap();
    // One byte in each field outside the checksum: every one must fail to open, whatever it is.
    for place in (10..whole.len() - 64).step_by(23) {
        let mut bytes = whole.clone();
        bytes[place] ^= 1;
        let Ok(forged) = KeyFile::parse(&with_checksum(bytes)) else {
            continue;
        };
        let name = forged
            .accounts
            .first()
            .map(|keys| keys.sign_in_name.clone())
            .unwrap_or_default();
        let opened = forged.open(&name, Credential::Passphrase("pass"));
        assert!(
            opened.is_err(),
            "byte {place} was changed and the slot opened"
        );
    }
    let mut removed = KeyFile::read(&Folder::new(folder.path())).unwrap();
    removed.accounts.remove(1);
    assert!(
        matches!(
            removed.open("hr", Credential::Passphrase("pass")),
            Err(OpenError::KeysForged)
        ),
        "a slot was taken out"
    );
    let mut swapped = keys;
    swapped.accounts.swap(0, 1);
    assert!(
        matches!(
            swapped.open("hr", Credential::Passphrase("pass")),
            Err(OpenError::KeysForged)
        ),
        "slots changed places"
    );
}

#[test]
fn costs_outside_the_bounds_are_refused_before_they_are_paid() {
    let mib = 1024;
    for (memory, passes, lanes) in [
        (63 * mib, 3, 1),
        (1025 * mib, 3, 1),
        (64 * mib, 2, 1),
        (64 * mib, 13, 1),
        (64 * mib, 3, 0),
        (64 * mib, 3, 5),
        (u32::MAX, 3, 1),
    ] {
        assert_eq!(
            KdfCost::new(memory, passes, lanes),
            None,
            "{memory} KiB, {passes} passes, {lanes} lanes"
        );
    }
    assert_eq!(
        KdfCost::new(64 * mib, 3, 1),
        Some(KdfCost::FLOOR),
        "the floor itself is accepted"
    );
}

#[test]
fn nothing_secret_is_printed() {
    let Made { key, keys, .. } = made();
    let shown = format!(
        "{key:?} {:?} {:?}",
        keys.database_key(&key),
        crate::support::passphrase("four words")
    );
    assert!(
        shown.contains("withheld") && !shown.contains("four words"),
        "{shown}"
    );
    assert!(
        !shown.contains(&hex::encode(key.bytes())),
        "the key is not in it"
    );
}
