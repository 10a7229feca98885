//! The sample organisation: made up, obviously so, and one click to throw away.

use std::path::Path;
use std::{fs, io};

use domain::clock::Clock;
use domain::id::AccountId;
use records::demo::Demo;
use store::Store;

/// How many made-up people it has: enough to look lived in, quick to make.
const PEOPLE: u32 = 240;

/// The seed, so that the sample looks the same each time.
const SEED: u64 = 7;

/// Makes the sample organisation anew in its folder.
///
/// # Errors
/// When the folder can't be written.
pub(crate) fn make(folder: &Path, clock: &dyn Clock) -> Result<(Store, AccountId), records::Error> {
    throw_away(folder).map_err(store::StoreError::from)?;
    Demo {
        people: PEOPLE,
        seed: SEED,
    }
    .make(folder, None, clock)
}

/// Throws the sample organisation away.
///
/// # Errors
/// When its folder can't be removed.
pub(crate) fn throw_away(folder: &Path) -> io::Result<()> {
    match fs::remove_dir_all(folder) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        Ok(()) | Err(_) => Ok(()),
    }
}
