//! What several areas' answers are made of.

use chrono::NaiveDate;
use domain::access::ActionKind;
use serde::{Deserialize, Serialize};

/// A request that asks for nothing in particular.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(
    feature = "bindings",
    derive(ts_rs::TS),
    ts(type = "Record<string, never>", export_to = "bindings.ts")
)]
pub struct Nothing {}

/// A rule and what it says of this case, in one sentence.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct Why {
    /// The rule, as the rule book names it.
    pub rule: String,
    /// What it says here.
    pub sentence: String,
}

/// A change was made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct Done {
    /// What takes it back, where it can be taken back.
    pub undo: Option<u32>,
}

/// What was taken back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct Undone {
    /// Which kind of change it was.
    pub what: UndoneWhat,
}

/// The kinds of change that can be taken back.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub enum UndoneWhat {
    /// A candidate was added.
    AddedCandidate,
    /// A candidate's details were changed.
    EditedCandidate,
    /// An application was added.
    AddedApplication,
    /// Applications were moved to another stage.
    MovedApplications,
    /// Applications were ended.
    EndedApplications,
    /// A vacancy was added or changed.
    ChangedVacancy,
    /// An interview was scheduled, changed or marked.
    ChangedInterview,
    /// A permission was recorded or withdrawn.
    ChangedPermission,
    /// A place on the reserve list was given or taken.
    ChangedReserveList,
    /// A disclosure was recorded.
    RecordedDisclosure,
    /// It was noted that a recipient was told of an erasure.
    ToldRecipient,
    /// A file was imported.
    Imported,
    /// Records were looked at before they go.
    ReviewedRecords,
    /// An offer was written, changed, made or answered.
    ChangedOffer,
    /// What a candidate was told of an outcome was recorded.
    ToldOutcome,
    /// Somebody on the reserve list was contacted, or answered.
    ContactedReserve,
    /// A saved view was deleted.
    DeletedView,
    /// A line of a register was added, changed or looked at.
    ChangedRegister,
    /// It was recorded that somebody was given the privacy notice, or need not be.
    RecordedNotice,
    /// A complaint was entered, or a step of one taken.
    ChangedComplaint,
}

/// Takes a change back.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct Undo {
    /// Which one; the latest where none is named.
    pub undo: Option<u32>,
}

/// What the viewer may do here, so that the page offers nothing that would be refused.
pub type May = Vec<ActionKind>;

/// A count as the page takes it.
pub(crate) fn number(count: impl TryInto<u32>) -> u32 {
    count.try_into().unwrap_or(u32::MAX)
}

/// Whole days from one day to another; less than nought when it has passed.
pub(crate) fn days_left(today: NaiveDate, day: NaiveDate) -> i32 {
    i32::try_from(day.signed_duration_since(today).num_days()).unwrap_or(i32::MAX)
}
