//! What the command line takes.

use std::path::PathBuf;

use chrono::NaiveDate;
use clap::{Args, Parser, Subcommand, ValueEnum};
use uuid::Uuid;

/// Fairhold without a window: the same use cases, the same rules, the same access checks.
#[derive(Debug, Parser)]
#[command(name = "fairhold-cli", version, after_help = EXIT_CODES)]
pub(crate) struct Arguments {
    /// The folder of the store.
    #[arg(long, global = true, value_name = "DIR")]
    pub(crate) store: Option<PathBuf>,

    /// The file that holds the passphrase, on its first line. Without it the first line of standard input is read.
    #[arg(long, global = true, value_name = "FILE")]
    pub(crate) passphrase_file: Option<PathBuf>,

    /// The name to sign in with; needed where the store has more than one.
    #[arg(long, global = true, value_name = "NAME")]
    pub(crate) account: Option<String>,

    /// Opens the store also where its database is an earlier one than was last used here, or may be: after
    /// putting back a backup. It is written into the journal.
    #[arg(long, global = true)]
    pub(crate) as_it_is: bool,

    /// Answers as one JSON value.
    #[arg(long, global = true)]
    pub(crate) json: bool,

    /// What to do.
    #[command(subcommand)]
    pub(crate) command: Command,
}

/// What each exit code means.
const EXIT_CODES: &str = "Exit codes:
  0  done
  1  refused by a rule, or failed; nothing was changed
  2  the command line is wrong
  3  the store can't be opened: absent, damaged, newer, in use, a wrong passphrase, or no timer's secret
  4  the file can't be read; nothing was changed
  5  a check failed: the store or a report does not verify, an erasure left something behind, or a vector did not
     hold";

/// What to do.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Makes a store with its first account, an HR administrator.
    Init(Init),
    /// Imports a file of applicants, or says what it would bring in.
    Import(Import),
    /// Finds candidates by the beginnings of words.
    Search {
        /// The words, from two letters on.
        text: String,
        /// The most to list.
        #[arg(long, default_value_t = 50)]
        limit: u32,
    },
    /// Adds documents of a candidate, or lists them.
    Document {
        /// Which of both.
        #[command(subcommand)]
        what: Document,
    },
    /// Says who is due for erasure, and under which rule.
    Retention {
        /// As of this day instead of today.
        #[arg(long, value_name = "DATE")]
        as_of: Option<NaiveDate>,
    },
    /// Erases everyone who is due, and verifies that nothing is left of them.
    Sweep {
        /// As of this day instead of today. The day is written into the journal.
        #[arg(long, value_name = "DATE")]
        as_of: Option<NaiveDate>,
        /// Says what would go and changes nothing.
        #[arg(long)]
        dry_run: bool,
        /// Opens the store by a timer's key instead of anybody's passphrase, and prints numbers only.
        #[arg(long, conflicts_with_all = ["as_of", "dry_run", "name"])]
        timer: bool,
        /// Which timer.
        #[command(flatten)]
        key: TimerKey,
        /// Who else agrees.
        #[command(flatten)]
        second: Second,
    },
    /// Lets a timer start the sweep with `sweep --timer`, or no longer.
    Timer {
        /// Which of both.
        #[command(subcommand)]
        what: Timer,
    },
    /// Fills a new store with made-up people.
    Demo {
        /// How many people.
        #[arg(long)]
        people: u32,
        /// The same seed makes the same people.
        #[arg(long, default_value_t = 7)]
        seed: u64,
    },
    /// Makes a backup: one sealed and signed file. Beside it, one for all backups of a folder, lie the list of erasures
    /// and the keys of sealed records: keep the three together.
    Backup {
        /// The file, or the folder where it gets a name of its own.
        #[arg(long, value_name = "FILE|DIR")]
        to: PathBuf,
    },
    /// Puts a backup back into a folder, rid of everybody who was erased since. Sign in with a name and a passphrase of
    /// the day it was made.
    Restore(Restore),
    /// Puts the second copy of the key file in the place of the first, which is kept as fairhold.keys.replaced.
    UseKeyCopy,
    /// Makes a report and saves it.
    Report(Report),
    /// Checks a store or a report.
    Verify {
        /// What to check.
        #[command(subcommand)]
        what: Verify,
    },
    /// Checks the rules.
    Rules {
        /// What to do with them.
        #[command(subcommand)]
        what: Rules,
    },
}

/// What is done with documents.
#[derive(Debug, Subcommand)]
pub(crate) enum Document {
    /// Adds files as documents of a candidate.
    Add {
        /// The files: PDF, Word (.docx), OpenDocument (.odt), RTF, plain text, PNG or JPEG, of at most 25 MB each.
        #[arg(required = true, value_name = "FILE")]
        files: Vec<PathBuf>,
        /// The candidate, by the id that search says.
        #[arg(long, value_name = "ID")]
        candidate: Uuid,
        /// What they are.
        #[arg(long, value_name = "KIND")]
        kind: Kind,
        /// What they are in a few words, where the kind is other.
        #[arg(long, value_name = "TEXT")]
        label: Option<String>,
    },
    /// Lists the documents of a candidate.
    List {
        /// The candidate, by the id that search says.
        #[arg(long, value_name = "ID")]
        candidate: Uuid,
    },
}

/// What a document is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Kind {
    /// A CV.
    Cv,
    /// A covering or supporting letter.
    Letter,
    /// A form of application.
    ApplicationForm,
    /// What somebody else wrote about the person.
    Reference,
    /// What an assessment produced.
    Assessment,
    /// The terms that were offered.
    Offer,
    /// Something else, which the label names.
    Other,
}

/// What becomes of a timer's key.
#[derive(Debug, Subcommand)]
pub(crate) enum Timer {
    /// Makes a key that starts the sweep of what is due and does nothing else. HR does it once.
    Allow {
        /// Which timer.
        #[command(flatten)]
        key: TimerKey,
    },
    /// Takes a timer's key away, and changes the store's key.
    Remove {
        /// Which timer.
        #[command(flatten)]
        key: TimerKey,
    },
}

/// A timer's key.
#[derive(Debug, Args)]
pub(crate) struct TimerKey {
    /// The timer's name; a store has one for each computer that sweeps it.
    #[arg(long, value_name = "NAME", default_value = "Sweep timer")]
    pub(crate) timer_name: String,
    /// The file that holds the timer's secret, readable by its owner alone, such as a credential of systemd. Without it
    /// this computer's keychain keeps the secret.
    #[arg(long, value_name = "FILE")]
    pub(crate) credential: Option<PathBuf>,
}

/// A report.
#[derive(Debug, Args)]
pub(crate) struct Report {
    /// What of.
    #[command(subcommand)]
    pub(crate) of: ReportOf,
    /// Where to save it. A file that is there is not written over.
    #[arg(long, global = true, value_name = "FILE")]
    pub(crate) out: Option<PathBuf>,
    /// The form; without it the end of the file's name decides.
    #[arg(long, global = true, value_name = "FORM")]
    pub(crate) form: Option<ReportForm>,
}

/// What a report is of.
#[derive(Clone, Copy, Debug, Subcommand)]
pub(crate) enum ReportOf {
    /// The latest erasure.
    Last,
    /// Every erasure of a period.
    Period {
        /// Its first day.
        from: NaiveDate,
        /// Its last day.
        to: NaiveDate,
    },
    /// How long each class of data is kept.
    Schedule,
    /// The record of processing: purposes, classes, recipients, transfers, measures.
    Processing,
    /// The notice, promise by promise: how each is kept, what shows it, and what is overdue.
    Promises,
}

/// The form of a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum ReportForm {
    /// To read and to print.
    Pdf,
    /// For spreadsheets.
    Csv,
    /// For programs.
    Json,
}

/// A second person.
#[derive(Debug, Args)]
pub(crate) struct Second {
    /// The name of a second person who may erase: they agree, where the clock is more than 35 days ahead, and where more
    /// than 100 people would go.
    #[arg(
        long = "second",
        value_name = "NAME",
        requires = "second_passphrase_file"
    )]
    pub(crate) name: Option<String>,
    /// The file that holds the second person's passphrase, on its first line.
    #[arg(long, value_name = "FILE", requires = "name")]
    pub(crate) second_passphrase_file: Option<PathBuf>,
}

/// A backup to be put back.
#[derive(Debug, Args)]
pub(crate) struct Restore {
    /// The backup.
    pub(crate) file: PathBuf,
    /// The folder of the store that it becomes; there must be nothing in it.
    #[arg(long, value_name = "DIR")]
    pub(crate) to: PathBuf,
    /// A copy of the list of erasures (fairhold.erasures), beside those that lie beside the backup and in the folder.
    #[arg(long, value_name = "FILE")]
    pub(crate) ledger: Vec<PathBuf>,
    /// Moves a store that is in the folder aside first, under another name.
    #[arg(long)]
    pub(crate) move_aside: bool,
    /// Gives up sealed records whose keys are nowhere.
    #[arg(long)]
    pub(crate) without_sealed: bool,
    /// Puts it back although its days are over, so that who was erased since may come back.
    #[arg(long)]
    pub(crate) although_old: bool,
}

/// A new store.
#[derive(Debug, Args)]
pub(crate) struct Init {
    /// The organisation's name.
    #[arg(long, default_value = "My organisation")]
    pub(crate) organisation: String,
    /// The first account's name.
    #[arg(long, default_value = "HR")]
    pub(crate) name: String,
    /// The day of that person's live induction to data protection; today unless said.
    #[arg(long, value_name = "DATE")]
    pub(crate) inducted_on: Option<NaiveDate>,
}

/// A file of applicants.
#[derive(Debug, Args)]
pub(crate) struct Import {
    /// The file.
    pub(crate) file: PathBuf,
    /// Says what it would bring in and changes nothing; needs no store.
    #[arg(long)]
    pub(crate) dry_run: bool,
    /// As of this day instead of today; for a dry run.
    #[arg(long, value_name = "DATE", requires = "dry_run")]
    pub(crate) as_of: Option<NaiveDate>,
    /// The day records without a date came in; without it they are refused.
    #[arg(long, value_name = "DATE")]
    pub(crate) undated: Option<NaiveDate>,
    /// How to read dates that fit both; without it a file with such dates is refused.
    #[arg(long, value_name = "ORDER")]
    pub(crate) dates: Option<Dates>,
}

/// The order of the parts of a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Dates {
    /// 23/11/2026.
    DayFirst,
    /// 11/23/2026.
    MonthFirst,
}

/// What to check.
#[derive(Clone, Debug, Subcommand)]
pub(crate) enum Verify {
    /// The database's pages, its links, and the journal's chain.
    Store,
    /// A backup, by putting it back into a folder that is thrown away.
    Backup {
        /// The backup.
        file: PathBuf,
    },
    /// Whether a report is as it was made: its bytes, and the key that signed them. With --store also whether it is
    /// of that store.
    Report {
        /// The file: a PDF, CSV or JSON.
        file: PathBuf,
    },
}

/// What to do with the rules.
#[derive(Debug, Subcommand)]
pub(crate) enum Rules {
    /// Runs a file of dated vectors against the rules.
    Check {
        /// The file, in either of the two forms.
        file: PathBuf,
    },
}
