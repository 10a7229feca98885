//! The files of a store: their names, how they are replaced whole, and how they go.

use std::ffi::OsString;
use std::fs::{self, File, OpenOptions};
use std::io::{self, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

/// The folder of a store.
#[derive(Clone, Debug)]
pub(crate) struct Folder(PathBuf);

impl Folder {
    pub(crate) fn new(path: &Path) -> Self {
        Self(path.to_owned())
    }

    pub(crate) fn path(&self) -> &Path {
        &self.0
    }

    /// The sealed database.
    pub(crate) fn database(&self) -> PathBuf {
        self.0.join("fairhold.db")
    }

    /// The database while a store is being made; it takes its name once the keys are on the disk.
    pub(crate) fn database_in_making(&self) -> PathBuf {
        self.0.join("fairhold.db.new")
    }

    /// The database's write-ahead log.
    pub(crate) fn log(&self) -> PathBuf {
        self.0.join("fairhold.db-wal")
    }

    /// The key slots.
    pub(crate) fn keys(&self) -> PathBuf {
        self.0.join("fairhold.keys")
    }

    /// The second copy of the key slots.
    pub(crate) fn keys_copy(&self) -> PathBuf {
        self.0.join("fairhold.keys.bak")
    }

    /// The key file that the second copy was put in the place of.
    pub(crate) fn keys_replaced(&self) -> PathBuf {
        self.0.join("fairhold.keys.replaced")
    }

    /// The key of each candidate who has something sealed.
    pub(crate) fn subjects(&self) -> PathBuf {
        self.0.join("fairhold.subjects")
    }

    /// The journal's head, kept outside the database.
    pub(crate) fn head(&self) -> PathBuf {
        self.0.join("fairhold.head")
    }

    /// The ids of erased records, kept outside the database.
    pub(crate) fn ledger(&self) -> PathBuf {
        self.0.join("fairhold.erasures")
    }

    /// The file whose lock says the store is open.
    pub(crate) fn lock(&self) -> PathBuf {
        self.0.join("fairhold.lock")
    }

    /// The times of wrong passphrases.
    pub(crate) fn attempts(&self) -> PathBuf {
        self.0.join("attempts.log")
    }

    /// A sealed copy of the database, as it was at an earlier format.
    pub(crate) fn sealed_copy(&self, version: u32) -> PathBuf {
        self.0.join(format!("fairhold.v{version}.sealed"))
    }

    /// Every sealed copy there is, oldest format first.
    pub(crate) fn sealed_copies(&self) -> io::Result<Vec<PathBuf>> {
        let mut copies = Vec::new();
        for item in fs::read_dir(&self.0)? {
            let path = item?.path();
            if path
                .extension()
                .is_some_and(|extension| extension == "sealed")
            {
                copies.push(path);
            }
        }
        copies.sort();
        Ok(copies)
    }

    /// Makes the folder, readable by its owner alone, where it is not there.
    pub(crate) fn make(&self) -> io::Result<()> {
        let mut builder = fs::DirBuilder::new();
        builder.recursive(true);
        #[cfg(unix)]
        std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
        builder.create(&self.0)
    }
}

/// Options that make a file readable by its owner alone.
pub(crate) fn owner_only() -> OpenOptions {
    let mut options = OpenOptions::new();
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options
}

/// Makes what happened to a folder's entries durable.
pub(crate) fn sync_folder(path: &Path) -> io::Result<()> {
    // Windows has no handle on a folder to sync; renaming is journalled there.
    if cfg!(unix) {
        File::open(path)?.sync_all()
    } else {
        Ok(())
    }
}

/// Replaces a file as a whole: after a crash it holds the old bytes or the new, never a part.
pub(crate) fn replace(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut name = path.file_name().map_or_else(OsString::new, OsString::from);
    name.push(".tmp");
    let draft = path.with_file_name(name);
    let mut file = owner_only()
        .write(true)
        .create(true)
        .truncate(true)
        .open(&draft)?;
    file.write_all(bytes)?;
    file.sync_all()?;
    drop(file);
    fs::rename(&draft, path)?;
    path.parent().map_or(Ok(()), sync_folder)
}

/// Replaces a file as [`replace`] does, and overwrites the bytes it held before.
pub(crate) fn replace_and_blank(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let before = match OpenOptions::new().write(true).open(path) {
        Ok(file) => Some(file),
        Err(error) if error.kind() == io::ErrorKind::NotFound => None,
        Err(error) => return Err(error),
    };
    replace(path, bytes)?;
    // The handle still leads to the old bytes, which no name leads to any more.
    before.map_or(Ok(()), blank)
}

/// Removes a file, with its bytes overwritten first. The one place of the program that removes files.
///
/// Overwriting reaches the blocks of a plain disk. A flash disk may keep the old ones, which is why nothing
/// is stored in clear.
///
/// # Errors
/// What the operating system says; a file that is not there is no error.
pub fn erase_file(path: &Path) -> io::Result<()> {
    let file = match OpenOptions::new().write(true).open(path) {
        Ok(file) => file,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
        Err(error) => return Err(error),
    };
    blank(file)?;
    #[expect(
        clippy::disallowed_methods,
        reason = "this is the one place that removes files"
    )]
    fs::remove_file(path)?;
    path.parent().map_or(Ok(()), sync_folder)
}

fn blank(mut file: File) -> io::Result<()> {
    let mut left = file.metadata()?.len();
    file.seek(SeekFrom::Start(0))?;
    let blank = [0_u8; 1 << 13];
    while left > 0 {
        let part = usize::try_from(left).unwrap_or(usize::MAX).min(blank.len());
        file.write_all(blank.get(..part).unwrap_or(&blank))?;
        left = left.saturating_sub(u64::try_from(part).unwrap_or(left));
    }
    file.sync_all()
}
