//! The search outside the store's folder: what the window keeps, the program's log and its temporary files, where
//! nothing of anyone should ever be.
//!
//! These folders are not the store's alone: a path in them may hold somebody's surname, and a part of the system may
//! keep whole libraries there. So only what tells of one person counts: an address, a number, a long piece, each
//! found whole. In the store's own folder the end of a word is enough.

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use rusqlite::Connection;

use super::scan::{Ends, Needles};
use super::tokens::Tokens;
use super::{Elsewhere, LIVING_WINDOW, RAW_WINDOW, Verification, count, search_living};
use crate::error::StoreError;
use crate::files::Folder;

/// A larger file is passed over, and said to be: nothing of this program's is so large outside a store.
const LARGEST: u64 = 256 << 20;
/// How much of a file is in memory at a time.
const PART: usize = 4 << 20;
/// How much of one part is searched with the next, so that nothing falls between them: an address in UTF-16.
const OVERLAP: usize = 1 << 10;
/// A piece at least this long tells of one person, whatever its letters.
const LONG: usize = 12;
/// So many digits are a number that tells of one person.
const DIGITS: usize = 6;

/// Searches files and folders, and adds what was looked at and found to what a search of the store has said.
///
/// # Errors
/// [`StoreError`] when the records that stay cannot be read. What cannot be read elsewhere is passed over, and said.
pub(crate) fn verify_elsewhere(
    places: &[PathBuf],
    store: &Folder,
    connection: &Connection,
    tokens: &Tokens,
    verification: &mut Verification,
) -> Result<(), StoreError> {
    let needles = Needles::new(tokens, RAW_WINDOW, |token| tells(tokens.bytes_of(token)));
    let mut walk = Walk {
        own: fs::canonicalize(store.path()).ok(),
        seen: BTreeSet::new(),
        needles: &needles,
        found: needles.blank(),
        looked: Elsewhere::default(),
    };
    for place in places {
        walk.enter(place);
    }
    verification.elsewhere = walk.looked;
    let whole = whole(tokens, &needles.lengths(&walk.found));
    if whole.iter().any(|whole| *whole) {
        let living = Needles::new(tokens, LIVING_WINDOW, |token| {
            whole.get(token).copied().unwrap_or(false)
        });
        let explained = search_living(connection, &living)?;
        for (token, _) in whole.iter().enumerate().filter(|(_, whole)| **whole) {
            let known = explained.get(token).copied().unwrap_or(0);
            if known >= tokens.bytes_of(token).len() {
                verification.shared += 1;
            } else {
                verification.found += 1;
            }
        }
    }
    Ok(())
}

/// Whether a word tells of one person wherever it stands.
fn tells(word: &[u8]) -> bool {
    let digits = word.iter().filter(|byte| byte.is_ascii_digit()).count();
    word.contains(&b'@') || digits >= DIGITS || word.len() >= LONG
}

fn whole(tokens: &Tokens, lengths: &[usize]) -> Vec<bool> {
    lengths
        .iter()
        .enumerate()
        .map(|(token, length)| *length > 0 && *length == tokens.bytes_of(token).len())
        .collect()
}

struct Walk<'n> {
    /// The store's own folder, which is searched page by page.
    own: Option<PathBuf>,
    /// Files and folders that were looked at: one may be inside another that was named too.
    seen: BTreeSet<PathBuf>,
    needles: &'n Needles<'n>,
    found: Ends,
    looked: Elsewhere,
}

impl Walk<'_> {
    /// Searches a file, or every file of a folder. Links are not followed: what they lead to is somebody else's.
    fn enter(&mut self, place: &Path) {
        let Ok(kind) = fs::symlink_metadata(place).map(|data| data.file_type()) else {
            // Most of the places are not there.
            return;
        };
        if kind.is_file() {
            self.file(place);
        } else if kind.is_dir() {
            self.folder(place);
        }
    }

    fn folder(&mut self, place: &Path) {
        let Ok(path) = fs::canonicalize(place) else {
            self.looked.skipped += 1;
            return;
        };
        // A store is sealed, whoever's it is.
        let is_store = self.own.as_ref() == Some(&path) || path.join("fairhold.keys").exists();
        if is_store || !self.seen.insert(path) {
            return;
        }
        let Ok(items) = fs::read_dir(place) else {
            self.looked.skipped += 1;
            return;
        };
        for item in items {
            match item {
                Ok(item) => self.enter(&item.path()),
                Err(_unreadable) => self.looked.skipped += 1,
            }
        }
    }

    fn file(&mut self, place: &Path) {
        if fs::canonicalize(place).is_ok_and(|path| !self.seen.insert(path)) {
            return;
        }
        match self.search(place) {
            Ok(Some(bytes)) => {
                self.looked.files += 1;
                self.looked.bytes += bytes;
            }
            // One that is gone meanwhile holds nothing.
            Err(error) if error.kind() == io::ErrorKind::NotFound => {}
            Ok(None) | Err(_) => self.looked.skipped += 1,
        }
    }

    /// How many bytes were searched; none of a file that is too large.
    fn search(&mut self, place: &Path) -> io::Result<Option<u64>> {
        let mut file = File::open(place)?;
        if file.metadata()?.len() > LARGEST {
            return Ok(None);
        }
        let mut bytes = 0;
        let mut part = Vec::with_capacity(PART + OVERLAP);
        loop {
            let kept = part.len();
            let read = file
                .by_ref()
                .take(u64::try_from(PART).unwrap_or(u64::MAX))
                .read_to_end(&mut part)?;
            if read == 0 {
                return Ok(Some(bytes));
            }
            bytes += count(read);
            self.needles.search(&part, &mut self.found);
            let end = kept + read;
            part.drain(..end.saturating_sub(OVERLAP));
        }
    }
}
