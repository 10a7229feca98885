//! What the page and the program say to each other before, and about, a sign-in.

use chrono::{DateTime, NaiveDate, Utc};
use domain::id::CandidateId;
use domain::text::Line;
use records::backup::BackupRow;
use records::document::DocumentDetails;
use records::organisation::{Passphrase, PutBack, Replay, ViewerView};
use records::sealed::OneSealed;
use serde::{Deserialize, Serialize};

use super::choices::Zoom;
use super::error::StoreProblem;
use crate::idle::IdleMinutes;

/// How things stand.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub(crate) struct Status {
    /// Whether there is a store, and whether someone is signed in.
    pub(crate) standing: Standing,
    /// The folder of the store, as one reads it.
    pub(crate) folder: String,
    /// Whether this is the sample organisation.
    pub(crate) sample: bool,
    /// How the window should look.
    pub(crate) appearance: Appearance,
    /// After how many minutes without anybody at it the window locks.
    #[cfg_attr(feature = "bindings", ts(type = "number"))]
    pub(crate) idle_lock: IdleMinutes,
    /// How large everything is drawn, in percent.
    #[cfg_attr(feature = "bindings", ts(type = "number"))]
    pub(crate) zoom: Zoom,
    /// Whether somebody at this computer went round the sample organisation, or chose not to.
    pub(crate) tour_seen: bool,
    /// Today, as the program's clock has it.
    pub(crate) today: NaiveDate,
    /// The program's version.
    pub(crate) version: String,
}

/// Whether there is a store, and whether someone is signed in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(
    tag = "kind",
    rename_all = "camelCase",
    rename_all_fields = "camelCase"
)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub(crate) enum Standing {
    /// There is no store in the folder yet.
    NoStore,
    /// There is something, and it can't be opened.
    Unusable {
        /// What is the matter.
        problem: StoreProblem,
    },
    /// Nobody is signed in.
    Locked {
        /// Who may sign in.
        people: Vec<SignInName>,
    },
    /// Someone is.
    Open {
        /// The organisation's name.
        organisation: String,
        /// Who.
        viewer: ViewerView,
        /// Whether they can sign in by a computer's keychain.
        keychain: bool,
        /// What shows that the records were put back to an earlier state.
        put_back: Option<PutBack>,
        /// What the list of erasures outside the database had to say, where it had.
        replay: Option<Replay>,
    },
}

/// Somebody who may sign in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub(crate) struct SignInName {
    /// The name.
    pub(crate) name: String,
    /// Whether some computer's keychain lets them in.
    pub(crate) keychain: bool,
}

/// How the window should look.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
#[derive(Default)]
pub(crate) enum Appearance {
    /// As the system does.
    #[default]
    System,
    /// Light.
    Light,
    /// Dark.
    Dark,
    /// Black on white, with lines around everything.
    Contrast,
}

/// Makes a store with its first account, an HR administrator, and signs in.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub(crate) struct CreateStore {
    /// The organisation's name.
    pub(crate) organisation: Line,
    /// The person's name, as the sign-in screen shows it.
    pub(crate) name: Line,
    /// The passphrase; a short one, or one that is easy to guess, is refused.
    #[cfg_attr(feature = "bindings", ts(type = "string"))]
    pub(crate) passphrase: Passphrase,
    /// The day of the person's live induction to data protection; never later than today.
    pub(crate) inducted_on: NaiveDate,
}

/// Signs in.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub(crate) struct SignIn {
    /// The name to sign in with.
    pub(crate) name: String,
    /// The passphrase.
    #[cfg_attr(feature = "bindings", ts(type = "string"))]
    pub(crate) passphrase: Passphrase,
    /// Also where the database is an earlier one, or may be: somebody was told, and said so.
    #[serde(default)]
    pub(crate) as_it_is: bool,
}

/// Signs in by what this computer's keychain keeps.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub(crate) struct SignInByKeychain {
    /// The name to sign in with.
    pub(crate) name: String,
}

/// Whether this computer's keychain is to let one in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub(crate) struct UseKeychain {
    /// Whether it is.
    pub(crate) on: bool,
}

/// Signs in by the recovery sheet, with a new passphrase.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub(crate) struct Recover {
    /// The name to sign in with.
    pub(crate) name: String,
    /// The sheet's code as typed.
    #[cfg_attr(feature = "bindings", ts(type = "string"))]
    pub(crate) code: Passphrase,
    /// The passphrase to use from now on.
    #[cfg_attr(feature = "bindings", ts(type = "string"))]
    pub(crate) passphrase: Passphrase,
}

/// Chooses how the window looks.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub(crate) struct SetAppearance {
    /// How.
    pub(crate) appearance: Appearance,
}

/// Remembers whether the tour of the sample organisation was seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub(crate) struct SetTour {
    /// Whether it was.
    pub(crate) seen: bool,
}

/// Chooses after how many minutes without anybody at it the window locks.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub(crate) struct SetIdleLock {
    /// 1, 2, 5, 10 or 15.
    #[cfg_attr(feature = "bindings", ts(type = "number"))]
    pub(crate) minutes: IdleMinutes,
}

/// Stops a long piece of work at the next safe point.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub(crate) struct CancelJob {
    /// The number the page gave it.
    pub(crate) job: u32,
}

/// How far a long piece of work has come: the payload of the event `progress`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub(crate) struct JobProgress {
    /// The number the page gave it.
    pub(crate) job: u32,
    /// Done so far.
    pub(crate) done: u32,
    /// Of so many.
    pub(crate) total: u32,
}

/// The file chosen in the dialog, looked at.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub(crate) struct ChosenImport {
    /// What it would bring in; none when the dialog was closed without a choice.
    pub(crate) preview: Option<records::import::ImportPreview>,
}

/// Takes a file of applicants.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub(crate) struct ChooseImport {
    /// Whether it is the one that was dropped on the window; else the system's dialog asks for one.
    pub(crate) dropped: bool,
}

/// Adds documents of a candidate.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub(crate) struct AddDocuments {
    /// What is said of them.
    pub(crate) details: DocumentDetails,
    /// Whether they are those that were dropped on the window; else the system's dialog asks for them.
    pub(crate) dropped: bool,
}

/// Keeps a copy of a paper with the check of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub(crate) struct AddCopy {
    /// With which.
    pub(crate) of: OneSealed,
    /// Whether it is the file that was dropped on the window; else the system's dialog asks for one.
    pub(crate) dropped: bool,
}

/// Asks for a message that a mail program saved.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub(crate) struct ChooseMail {
    /// Whose correspondence it is.
    pub(crate) candidate: CandidateId,
    /// Whether it is the file that was dropped on the window; else the system's dialog asks for one.
    pub(crate) dropped: bool,
}

/// What becomes of files that somebody drags over the window. Places are as the page counts them.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(tag = "kind", rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub(crate) enum FileDrag {
    /// They are over it.
    Over {
        /// From the left.
        x: f64,
        /// From the top.
        y: f64,
    },
    /// They left it.
    Left,
    /// They were let go.
    Dropped {
        /// From the left.
        x: f64,
        /// From the top.
        y: f64,
        /// What they are called.
        names: Vec<String>,
    },
}

/// Documents that were added.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub(crate) struct AddedDocuments {
    /// How many; none when the dialog was closed without a choice.
    pub(crate) added: u32,
    /// The chosen files that can't be taken.
    pub(crate) not_taken: Vec<FileNotTaken>,
}

/// A file that can't be taken as a document.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub(crate) struct FileNotTaken {
    /// Its name.
    pub(crate) name: String,
    /// Why, in one sentence.
    pub(crate) because: String,
}

/// Whether a document was opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub(crate) struct OpenedDocument {
    /// Whether the system has a program for its kind.
    pub(crate) opened: bool,
}

/// The backup that was made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub(crate) struct MadeBackup {
    /// Which; none where the dialog was closed without a name.
    pub(crate) made: Option<BackupRow>,
}

/// The backup chosen in the dialog, before anybody opened it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub(crate) struct ChosenBackup {
    /// What it says of itself; none when the dialog was closed without a choice.
    pub(crate) backup: Option<BackupView>,
}

/// What a backup says of itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub(crate) struct BackupView {
    /// When it was made.
    pub(crate) made_at: DateTime<Utc>,
    /// Who could sign in then.
    pub(crate) names: Vec<String>,
}

/// Puts the chosen backup back into the store's folder.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub(crate) struct RestoreBackup {
    /// Who signs in.
    pub(crate) name: String,
    /// Their passphrase of the day the backup was made.
    #[cfg_attr(feature = "bindings", ts(type = "string"))]
    pub(crate) passphrase: Passphrase,
    /// Whether sealed records whose keys are nowhere are given up.
    pub(crate) without_sealed: bool,
}

/// A backup was put back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub(crate) struct RestoredBackup {
    /// People in it.
    #[cfg_attr(feature = "bindings", ts(type = "number"))]
    pub(crate) people: u64,
    /// People who were erased since it was made, and were erased again.
    #[cfg_attr(feature = "bindings", ts(type = "number"))]
    pub(crate) erased_again: u64,
    /// Whether nothing was found of them afterwards.
    pub(crate) proved: bool,
    /// People whose sealed records were given up.
    #[cfg_attr(feature = "bindings", ts(type = "number"))]
    pub(crate) sealed_given_up: u64,
    /// Where the store that could not be opened is now.
    pub(crate) moved_to: Option<String>,
}

/// How many notices to recipients were saved.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub(crate) struct SavedNotices {
    /// How many; none where the dialog was closed without a folder.
    pub(crate) saved: u32,
}

/// Whether a file was saved.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub(crate) struct SavedFile {
    /// Whether; not where the dialog was closed without a name.
    pub(crate) saved: bool,
}
