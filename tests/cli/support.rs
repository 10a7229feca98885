//! The program, stores to run it on, and what it answered.

use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::fmt::Write as _;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::sync::OnceLock;

use chrono::NaiveDate;
use domain::clock::Clock;
use records::clock::SystemClock;
use serde_json::Value;
use tempfile::TempDir;

/// The passphrase of every store here.
pub(crate) const PASSPHRASE: &str = "a passphrase nobody guesses";

/// Done.
pub(crate) const DONE: i32 = 0;
/// Refused by a rule, or failed.
pub(crate) const REFUSED: i32 = 1;
/// The command line is wrong.
pub(crate) const USAGE: i32 = 2;
/// The store can't be opened.
pub(crate) const STORE: i32 = 3;
/// The file can't be read.
pub(crate) const FILE: i32 = 4;
/// A check failed.
pub(crate) const CHECK: i32 = 5;

/// What the program answered.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) code: i32,
    pub(crate) out: String,
    pub(crate) err: String,
}

impl Answer {
    fn of(output: &Output) -> Self {
        let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).expect("answers are UTF-8");
        Self {
            code: output.status.code().expect("it ended by itself"),
            out: text(&output.stdout),
            err: text(&output.stderr),
        }
    }

    /// An answer without a word on standard error.
    pub(crate) fn done(self) -> Self {
        assert_eq!(
            (self.code, self.err.as_str()),
            (DONE, ""),
            "it is done: {self:?}"
        );
        self
    }

    /// The answer as the one JSON value it is.
    pub(crate) fn json(&self) -> Value {
        serde_json::from_str(&self.out).expect("with --json the answer is one JSON value")
    }

    /// A refusal: one sentence on standard error, nothing on standard output.
    pub(crate) fn says(&self, code: i32, sentence: &str) {
        assert_eq!(
            self.err,
            format!("fairhold-cli: {sentence}\n"),
            "the sentence a person reads"
        );
        assert_eq!(self.code, code, "the documented exit code: {self:?}");
        assert_eq!(self.out, "", "messages go to standard error alone");
    }
}

/// Runs the program with the passphrase on standard input.
pub(crate) fn run<S: AsRef<OsStr>>(arguments: impl IntoIterator<Item = S>) -> Answer {
    run_with(arguments, &format!("{PASSPHRASE}\n"))
}

/// Runs the program with something else on standard input.
pub(crate) fn run_with<S: AsRef<OsStr>>(
    arguments: impl IntoIterator<Item = S>,
    input: &str,
) -> Answer {
    let mut command = Command::new(env!("CARGO_BIN_EXE_fairhold-cli"));
    command.args(arguments);
    feed(&mut command, input)
}

/// Runs a command to its end with a text on standard input.
pub(crate) fn feed(command: &mut Command, input: &str) -> Answer {
    let mut child = command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts");
    // It may well end without reading a passphrase.
    drop(
        child
            .stdin
            .take()
            .expect("a pipe")
            .write_all(input.as_bytes()),
    );
    Answer::of(&child.wait_with_output().expect("it ends"))
}

/// A store's folder, and the folder around it for other files.
pub(crate) struct Home {
    pub(crate) around: TempDir,
    account: Option<&'static str>,
}

/// The account of a sample that may do everything.
pub(crate) const SAMPLE_HR: &str = "Alex Example (HR)";

impl Home {
    /// A folder without a store.
    pub(crate) fn bare() -> Self {
        Self {
            around: tempfile::tempdir().expect("a folder"),
            account: None,
        }
    }

    /// An empty store. Making one costs a second, so each is a copy of one that was made once.
    pub(crate) fn empty() -> Self {
        static MADE: OnceLock<TempDir> = OnceLock::new();
        let made = MADE.get_or_init(|| {
            let home = Self::bare();
            home.run(["init", "--organisation", "Office of the Example"])
                .done();
            home.around
        });
        Self::copy_of(made, None)
    }

    /// A store of sixty made-up people.
    pub(crate) fn sample() -> Self {
        static MADE: OnceLock<TempDir> = OnceLock::new();
        let made = MADE.get_or_init(|| {
            let home = Self::bare();
            home.run(["demo", "--people", "60", "--seed", "1"]).done();
            home.around
        });
        Self::copy_of(made, Some(SAMPLE_HR))
    }

    /// The same, signed in to by the account of a sample that may do everything.
    pub(crate) fn signed_in_as_sample_hr(self) -> Self {
        self.signed_in_as(SAMPLE_HR)
    }

    /// The same, signed in to by an account.
    pub(crate) fn signed_in_as(self, name: &'static str) -> Self {
        Self {
            account: Some(name),
            ..self
        }
    }

    fn copy_of(made: &TempDir, account: Option<&'static str>) -> Self {
        let home = Self {
            account,
            ..Self::bare()
        };
        copy(&made.path().join("store"), &home.store());
        home
    }

    /// The store's folder.
    pub(crate) fn store(&self) -> PathBuf {
        self.around.path().join("store")
    }

    /// A file beside the store.
    pub(crate) fn file(&self, name: &str, bytes: impl AsRef<[u8]>) -> PathBuf {
        let path = self.around.path().join(name);
        std::fs::write(&path, bytes).expect("a file");
        path
    }

    /// The arguments that name the store and who signs in.
    pub(crate) fn named(&self) -> Vec<std::ffi::OsString> {
        let mut named = vec!["--store".into(), self.store().into_os_string()];
        if let Some(account) = self.account {
            named.extend(["--account".into(), account.into()]);
        }
        named
    }

    /// Runs the program on this store.
    pub(crate) fn run<S: AsRef<OsStr>>(&self, arguments: impl IntoIterator<Item = S>) -> Answer {
        let mut all = self.named();
        all.extend(
            arguments
                .into_iter()
                .map(|argument| argument.as_ref().to_owned()),
        );
        run(all)
    }

    /// Runs the program on this store and takes its answer as JSON.
    pub(crate) fn ask<S: AsRef<OsStr>>(&self, arguments: impl IntoIterator<Item = S>) -> Value {
        let mut all = self.named();
        all.push("--json".into());
        all.extend(
            arguments
                .into_iter()
                .map(|argument| argument.as_ref().to_owned()),
        );
        run(all).done().json()
    }

    /// Imports a file, and answers with what it says.
    pub(crate) fn import(&self, file: &Path) -> Value {
        self.ask([OsStr::new("import"), file.as_os_str()])
    }

    /// How many a search finds.
    pub(crate) fn found(&self, text: &str) -> u64 {
        number(&self.ask(["search", text]), "total")
    }

    /// Every file of the store but those that opening it may write.
    pub(crate) fn bytes(&self) -> BTreeMap<String, Vec<u8>> {
        contents(&self.store())
    }

    /// Checks that the store verifies and still holds so many people.
    pub(crate) fn holds(&self, people: u64) {
        let check = self.ask(["verify", "store"]);
        assert_eq!(check["sound"], true, "the store verifies: {check}");
        assert_eq!(self.found(""), people, "and everyone is there");
    }
}

/// A number of an answer.
pub(crate) fn number(value: &Value, field: &str) -> u64 {
    value[field]
        .as_u64()
        .unwrap_or_else(|| panic!("{field} is a number in {value}"))
}

/// Copies the files of a folder.
pub(crate) fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).expect("a folder");
    for item in std::fs::read_dir(from).expect("a folder") {
        let path = item.expect("a file").path();
        std::fs::copy(&path, to.join(path.file_name().expect("a name"))).expect("a copy");
    }
}

/// Every file of a folder, but for the lock, the count of wrong passphrases, and SQLite's shared memory.
pub(crate) fn contents(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    std::fs::read_dir(folder)
        .expect("a folder")
        .map(|item| item.expect("a file").path())
        .filter(|path| path.is_file())
        .map(|path| {
            (
                path.file_name()
                    .expect("a name")
                    .to_string_lossy()
                    .into_owned(),
                std::fs::read(&path).expect("readable"),
            )
        })
        .filter(|(name, _)| {
            name != "fairhold.lock" && name != "attempts.log" && !name.ends_with("-shm")
        })
        .collect()
}

/// Today, so many days on or back.
pub(crate) fn day(from_today: i64) -> NaiveDate {
    SystemClock.today() + chrono::TimeDelta::days(from_today)
}

/// A file of the fixtures.
pub(crate) fn fixture(name: &str) -> PathBuf {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/fixtures")).join(name)
}

/// A list of applicants with headings that everyone writes, all of whom came in this week.
pub(crate) fn applicants(rows: &[&str]) -> String {
    let mut text = "Name,Email,Phone,Job,Applied on\n".to_owned();
    for row in rows {
        writeln!(text, "{row},{}", day(-3)).expect("text");
    }
    text
}
