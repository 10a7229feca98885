//! Folders that are gone when their owner is.

use std::fs::DirBuilder;
use std::os::unix::fs::DirBuilderExt as _;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};
use std::{env, fs, process};

use crate::failure::{During as _, Outcome};

/// A folder only its owner may enter, removed with all it holds on drop.
#[derive(Debug)]
pub(crate) struct Scratch(PathBuf);

impl Scratch {
    /// Makes one in the system's temporary folder.
    ///
    /// # Errors
    /// When the folder cannot be created.
    pub(crate) fn new() -> Outcome<Self> {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let number = COUNT.fetch_add(1, Ordering::Relaxed);
        let path = env::temp_dir().join(format!("fairhold-xtask-{}-{number}", process::id()));
        private(&path)?;
        Ok(Self(path))
    }

    /// Makes a folder inside it, as private as itself.
    ///
    /// # Errors
    /// When the folder cannot be created.
    pub(crate) fn folder(&self, name: &str) -> Outcome<PathBuf> {
        let path = self.0.join(name);
        private(&path)?;
        Ok(path)
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        if let Err(error) = fs::remove_dir_all(&self.0) {
            eprintln!("xtask: {} is left behind: {error}", self.0.display());
        }
    }
}

fn private(path: &Path) -> Outcome {
    DirBuilder::new()
        .mode(0o700)
        .create(path)
        .during(&format!("making {}", path.display()))
}
