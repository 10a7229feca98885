//! The made-up people: a store of them and the same in plain SQLite, made once and copied for each run.

use std::env;
use std::fs;
use std::hash::{DefaultHasher, Hasher};
use std::path::{Path, PathBuf};
use std::process;
use std::sync::atomic::{AtomicU32, Ordering};

use chrono::{DateTime, Utc};
use domain::clock::FixedClock;
use records::demo::Demo;
use records::organisation::Passphrase;

use crate::office::Office;
use crate::plain::SCHEMA;
use crate::{Outcome, copy};

/// How many people there are.
pub(crate) const PEOPLE: u32 = 100_000;

/// Goes up when the sample is made in another way; another schema makes another one by itself.
const FORMAT: u32 = 1;

/// The instant everything happens at, so that the same people are due each time.
pub(crate) fn clock() -> FixedClock {
    FixedClock(DateTime::<Utc>::from_timestamp(1_795_435_200, 0).unwrap_or_default())
}

/// What opens the sample: there is nothing in it to protect.
pub(crate) fn passphrase() -> Passphrase {
    Passphrase::new("nobody in here is real".to_owned().into())
}

/// The made-up people.
#[derive(Debug)]
pub(crate) struct Sample {
    folder: PathBuf,
}

impl Sample {
    /// Finds the sample of an earlier run, or makes it.
    pub(crate) fn ready() -> Outcome<Self> {
        let mut schema = DefaultHasher::new();
        schema.write(SCHEMA.as_bytes());
        let name = format!("people-{PEOPLE}-v{FORMAT}-{:08x}", schema.finish());
        let sample = Self {
            folder: bench_folder()?.join(name),
        };
        if !sample.folder.is_dir() {
            sample.make()?;
        }
        Ok(sample)
    }

    #[expect(clippy::print_stderr, reason = "it takes a minute, and someone waits")]
    fn make(&self) -> Outcome<()> {
        eprintln!("Making {PEOPLE} people, once …");
        let making = self.folder.with_extension("making");
        remove_older()?;
        fs::create_dir_all(&making)?;
        let demo = Demo {
            people: PEOPLE,
            seed: 1,
        };
        let store = making.join("store");
        let (made, _) = demo.make(&store, Some(passphrase()), &clock())?;
        made.close()?;
        copy::to_plain(&mut Office::open(&store)?, &making.join("plain.db"))?;
        fs::rename(&making, &self.folder)?;
        Ok(())
    }

    /// A copy to work on, gone when it is dropped.
    pub(crate) fn scratch(&self) -> Outcome<Scratch> {
        static NEXT: AtomicU32 = AtomicU32::new(0);
        let number = NEXT.fetch_add(1, Ordering::Relaxed);
        let scratch = Scratch {
            folder: bench_folder()?.join(format!("scratch-{}-{number}", process::id())),
        };
        fs::create_dir_all(scratch.store())?;
        for item in fs::read_dir(self.folder.join("store"))? {
            let from = item?.path();
            let name = from.file_name().ok_or("a file has no name")?;
            fs::copy(&from, scratch.store().join(name))?;
        }
        fs::copy(self.folder.join("plain.db"), scratch.plain())?;
        Ok(scratch)
    }
}

/// A copy of the sample.
#[derive(Debug)]
pub(crate) struct Scratch {
    folder: PathBuf,
}

impl Scratch {
    /// Where the store is.
    pub(crate) fn store(&self) -> PathBuf {
        self.folder.join("store")
    }

    /// Where the plain database is.
    pub(crate) fn plain(&self) -> PathBuf {
        self.folder.join("plain.db")
    }

    /// Where a file to be imported goes.
    pub(crate) fn file(&self) -> PathBuf {
        self.folder.join("import.csv")
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        // What is left is made-up, and the next `cargo clean` takes it.
        fs::remove_dir_all(&self.folder).unwrap_or_default();
    }
}

/// Removes samples of another schema, and what was left half made.
fn remove_older() -> Outcome<()> {
    let folder = bench_folder()?;
    fs::create_dir_all(&folder)?;
    for item in fs::read_dir(folder)? {
        let item = item?;
        if item.file_name().to_string_lossy().starts_with("people-") {
            fs::remove_dir_all(item.path())?;
        }
    }
    Ok(())
}

/// `target/bench`, beside the profile's folder this program was built into.
fn bench_folder() -> Outcome<PathBuf> {
    let program = env::current_exe()?;
    let target = program
        .parent()
        .and_then(Path::parent)
        .ok_or("the program is not in a target folder")?;
    Ok(target.join("bench"))
}
