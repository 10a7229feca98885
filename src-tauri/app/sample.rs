//! The sample organisation: made up, obviously so, and one click to throw away.

use std::path::Path;
use std::{fs, io};

use domain::clock::Clock;
use records::demo::Demo;
use records::organisation::{self, Entered};

/// How many made-up people it has: enough to look lived in, quick to make.
const PEOPLE: u32 = 240;

/// The seed, so that the sample looks the same each time.
const SEED: u64 = 7;

/// Makes the sample organisation anew in its folder.
///
/// # Errors
/// When the folder can't be written.
pub(crate) fn make(folder: &Path, clock: &dyn Clock) -> Result<Entered, records::Error> {
    throw_away(folder).map_err(store::StoreError::from)?;
    let demo = Demo {
        people: PEOPLE,
        seed: SEED,
    };
    let (store, account) = demo.make(folder, None, clock)?;
    Ok(Entered {
        store,
        account,
        put_back: None,
        replay: organisation::Replay::default(),
    })
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
