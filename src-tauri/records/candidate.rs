//! Candidates and their applications: find, open, add, edit, move, end.

use std::collections::BTreeSet;

use chrono::{DateTime, NaiveDate, Utc};
use domain::access::{DataClass, Shown};
use domain::application::{Outcome, Stage};
use domain::candidate::{CandidateDetails, ContactDetails, PersonName};
use domain::id::{ApplicationId, CandidateId, VacancyId};
use domain::retention;
use domain::source::{Source, SourceCategory};
use serde::{Deserialize, Serialize};

mod change;
mod list;
mod open;

pub use change::{add, edit, find_duplicates};
pub use list::{list, read as read_list};
pub use open::open;

pub(crate) use list::row;

use crate::disclosure::DisclosuresView;
use crate::document::DocumentView;
use crate::hold::HoldsView;
use crate::notice::NoticeStandingView;
use crate::permission::PermissionView;
use crate::reserve::ReserveEntryView;
use crate::view::{May, Why};

/// Which candidates to list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
#[derive(Default)]
#[serde(default, deny_unknown_fields)]
pub struct CandidateFilter {
    /// Words to find, each by its beginning; from two letters on.
    pub text: String,
    /// Only those who applied for this vacancy.
    pub vacancy: Option<VacancyId>,
    /// Only those with a live application at this stage.
    pub stage: Option<Stage>,
    /// Only those whose applications are live, have ended, or were never made.
    pub progress: Progress,
    /// Only those who came this way.
    pub source: Option<SourceCategory>,
    /// Only those whose record goes then.
    pub retention: RetentionFilter,
    /// Only those on the reserve list.
    pub on_reserve_list: bool,
    /// Only those of whom nothing says that they were given the privacy notice, or need not be.
    pub lacks_notice: bool,
}

/// Whether applications run.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
#[derive(Default)]
pub enum Progress {
    /// Either.
    #[default]
    Any,
    /// At least one is live.
    Live,
    /// At least one has ended.
    Ended,
    /// None was ever made: prospects.
    None,
}

/// When a record goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
#[derive(Default)]
pub enum RetentionFilter {
    /// At any time.
    #[default]
    Any,
    /// It is due now.
    Due,
    /// It goes within thirty days.
    Soon,
    /// It has no date, since an application runs.
    NoDate,
}

/// In which order to list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct CandidateSort {
    /// By what.
    pub by: CandidateColumn,
    /// Backwards.
    pub descending: bool,
}

/// What candidates can be sorted by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub enum CandidateColumn {
    /// Family name, then given name.
    Name,
    /// The day the details came in.
    ReceivedOn,
    /// The day the record goes; those without a date last.
    EraseOn,
}

/// Opens a list.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct ListCandidates {
    /// Which.
    pub filter: CandidateFilter,
    /// In which order.
    pub sort: CandidateSort,
}

/// A list, held open by the program so that any part of it can be read at once.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct CandidateListView {
    /// What `read_candidates` names it by; a list opened later closes it.
    pub list: u32,
    /// How many there are that this viewer may see.
    pub total: u32,
    /// The first of them, at most a hundred.
    pub rows: Vec<CandidateRow>,
}

/// Reads a part of an open list.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct ReadCandidates {
    /// The list.
    pub list: u32,
    /// From which place, counted from nought.
    pub start: u32,
    /// How many, at most two hundred.
    pub count: u32,
}

/// A part of a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct CandidateRows {
    /// The rows, in order.
    pub rows: Vec<CandidateRow>,
}

/// A line of the list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct CandidateRow {
    /// Whom it is about.
    pub candidate: CandidateId,
    /// The name as one reads it.
    pub name: String,
    /// What the person likes to be called.
    pub preferred_name: Option<String>,
    /// The first e-mail address.
    pub email: Shown<Option<String>>,
    /// Whether the name may not be seen: an alias then stands in its place.
    pub blind: bool,
    /// Where the details came from.
    pub source: Shown<SourceCategory>,
    /// The day the details came in.
    pub received_on: NaiveDate,
    /// The latest application this viewer may see.
    pub latest: Option<LatestApplication>,
    /// How many applications this viewer may see.
    pub applications: u32,
    /// The day the record goes.
    pub erase_on: Shown<Option<NaiveDate>>,
    /// Whether that day has come.
    pub due: bool,
    /// Whether the person is on the reserve list.
    pub on_reserve_list: bool,
}

/// A candidate's latest application, in a line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct LatestApplication {
    /// The application.
    pub application: ApplicationId,
    /// The vacancy's title.
    pub vacancy_title: String,
    /// How far it came.
    pub stage: Stage,
    /// How it ended.
    pub outcome: Option<Outcome>,
}

/// Opens one candidate.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct OpenCandidate {
    /// Whom.
    pub candidate: CandidateId,
}

/// One candidate, as this viewer may see them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct CandidateView {
    /// Whom it is about.
    pub candidate: CandidateId,
    /// Which version of the details this is; an edit names it.
    pub revision: u32,
    /// The name in parts.
    pub name: PersonName,
    /// How to reach them.
    pub contact: Shown<ContactDetails>,
    /// Where the details came from.
    pub source: Shown<Source>,
    /// The day they came in.
    pub received_on: Shown<NaiveDate>,
    /// When and why the record goes.
    pub record: Shown<RecordStrip>,
    /// The applications this viewer may see, latest first.
    pub applications: Vec<ApplicationView>,
    /// The documents this viewer may see, latest first.
    pub documents: Shown<Vec<DocumentView>>,
    /// The permissions the person gave, latest first.
    pub permissions: Shown<Vec<PermissionView>>,
    /// The person's places on the reserve list, latest first.
    pub reserve: Shown<Vec<ReserveEntryView>>,
    /// What of theirs was given to somebody outside, latest first.
    pub disclosures: Shown<DisclosuresView>,
    /// How the person stands with the privacy notice.
    pub notice: Shown<NoticeStandingView>,
    /// The legal holds on the record, for those who manage them.
    pub holds: Shown<HoldsView>,
    /// Why the name may not be seen, where it may not: an alias then stands in the place of the family name.
    pub blind: Option<Why>,
    /// How much of each class of data this viewer sees of the person.
    pub classes: Vec<ClassView>,
    /// What this viewer may do here.
    pub may: May,
}

/// How much of a class of data a viewer sees of a person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct ClassView {
    /// The class.
    pub class: DataClass,
    /// How much: `write`, `read`, `own`, `submitted`, `summary`, `aggregate` or `status`; or why nothing.
    pub access: Shown<String>,
}

/// When and why a record goes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct RecordStrip {
    /// All in one sentence.
    pub summary: String,
    /// The day it goes; none while an application runs.
    pub erase_on: Option<NaiveDate>,
    /// Whether that day has come and nothing blocks.
    pub due: bool,
    /// The rules, the deciding one first.
    pub because: Vec<Why>,
    /// What keeps it in spite of the date.
    pub blocked_by: Vec<Why>,
    /// What goes earlier although the person stays, as far as this viewer may know that it is there.
    pub parts: Vec<RecordPart>,
}

/// A part of a record that goes before the person does: an application's own material, its history, a
/// sealed record, a document.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct RecordPart {
    /// What it is.
    pub class: retention::DataClass,
    /// The vacancy's title, of an application, its history and its documents.
    pub vacancy_title: Option<String>,
    /// The day it goes.
    pub erase_on: Option<NaiveDate>,
    /// Whether that day has come and nothing blocks.
    pub due: bool,
    /// The rule.
    pub because: Why,
}

/// One application, as this viewer may see it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct ApplicationView {
    /// Which application.
    pub application: ApplicationId,
    /// For which vacancy.
    pub vacancy: VacancyId,
    /// The vacancy's title.
    pub vacancy_title: String,
    /// The day it came in.
    pub applied_on: NaiveDate,
    /// How far it came.
    pub stage: Stage,
    /// How it ended.
    pub outcome: Option<Outcome>,
    /// For someone hired: the day HR confirmed the hand-over.
    pub handed_over_on: Option<NaiveDate>,
    /// What happened, latest first.
    pub history: Vec<ApplicationEventView>,
    /// What this viewer may do with it.
    pub may: May,
}

/// Something that happened to an application.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct ApplicationEventView {
    /// When it was recorded.
    pub at: DateTime<Utc>,
    /// The name of the account that recorded it.
    pub by: String,
    /// What happened.
    pub what: ApplicationEvent,
}

/// The kinds of thing that happen to an application.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(
    tag = "kind",
    rename_all = "camelCase",
    rename_all_fields = "camelCase"
)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub enum ApplicationEvent {
    /// It came in.
    Received,
    /// It was moved.
    Moved {
        /// From this stage.
        from: Stage,
        /// To this one.
        to: Stage,
    },
    /// It ended.
    Ended {
        /// How, and on what day.
        outcome: Outcome,
    },
    /// HR confirmed that it took the person's details over.
    HandedOver {
        /// The day it did; none where that was taken back.
        on: Option<NaiveDate>,
    },
    /// An outcome recorded by mistake was taken back.
    Reopened {
        /// To this stage.
        to: Stage,
    },
}

/// Adds a candidate.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct AddCandidate {
    /// Who they are.
    pub details: CandidateDetails,
    /// The application they come with. Only HR adds someone without.
    pub application: Option<NewApplication>,
    /// The version of the privacy notice that the form they filled in carried.
    pub notice: Option<u32>,
}

/// An application that comes in.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct NewApplication {
    /// For which vacancy.
    pub vacancy: VacancyId,
    /// The day it came in; never later than today.
    pub applied_on: NaiveDate,
}

/// A candidate was added.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct AddedCandidate {
    /// Whom.
    pub candidate: CandidateId,
    /// What takes it back.
    pub undo: Option<u32>,
}

/// Looks for people who may be the one about to be added.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct FindDuplicates {
    /// Their details so far.
    pub details: CandidateDetails,
}

/// People who may be the same, among those this viewer may see.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct Duplicates {
    /// At most five.
    pub rows: Vec<CandidateRow>,
}

/// Changes a candidate's details.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct EditCandidate {
    /// Whom.
    pub candidate: CandidateId,
    /// The version that was edited; an older one is refused as stale.
    pub revision: u32,
    /// The details as they should be.
    pub details: CandidateDetails,
}

/// Adds an application of a candidate who is here already.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct AddApplication {
    /// Whose.
    pub candidate: CandidateId,
    /// For what.
    pub application: NewApplication,
}

/// Moves applications to another stage.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct MoveApplications {
    /// Which, at most ten thousand.
    pub applications: Vec<ApplicationId>,
    /// Where to.
    pub to: Stage,
}

/// Ends applications: rejected, withdrawn, declined, hired.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct EndApplications {
    /// Which, at most ten thousand.
    pub applications: Vec<ApplicationId>,
    /// How, and on what day the decision was made.
    pub outcome: Outcome,
    /// Those whose names were confirmed one by one, where several are turned down at once (COL-13).
    #[serde(default)]
    pub confirmed: BTreeSet<ApplicationId>,
}

/// Confirms that HR has taken over a hired candidate's details, so that the recruitment copy may go (RET-13).
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct ConfirmHandOver {
    /// The application that was hired.
    pub application: ApplicationId,
    /// The day HR confirmed; never later than today.
    pub on: NaiveDate,
}
