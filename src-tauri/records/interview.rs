//! Interviews: what is assessed, when and by whom, and what was found.
//!
//! Whoever runs a vacancy says what its interviews assess and schedules them; whoever is on a panel reads the kit, keeps
//! a draft that nobody else can read, and submits. What others submitted is read once one's own is in (ACC-08). Nothing
//! here moves a stage or rejects anybody (COL-13).

mod criteria;
mod feedback;
mod invitation;
mod kit;
mod list;
mod panel;
mod plan;
mod remind;

use chrono::{DateTime, NaiveDate, Utc};
use domain::access::Shown;
use domain::id::{AccountId, ApplicationId, CandidateId, CriterionId, InterviewId, VacancyId};
use domain::interview::{InterviewPlan, InterviewState, Scorecard, Spread};
use domain::text::{Line, Prose};
use serde::{Deserialize, Serialize};

use crate::document::DocumentView;
use crate::rights::AnnotationView;
use crate::view::Why;

pub use criteria::{list as criteria, set as set_criteria};
pub use feedback::{save_draft, submit};
pub use invitation::{check as check_invitation, make as make_invitation};
pub use kit::open;
pub use list::list;
pub use plan::{change, mark, schedule};

pub(crate) use criteria::take_back as take_back_criteria;
pub(crate) use plan::{take_back_change, take_back_schedule};
pub(crate) use remind::{coming, owed};

/// Whose interviews.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(
    tag = "kind",
    rename_all = "camelCase",
    rename_all_fields = "camelCase",
    deny_unknown_fields
)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub enum InterviewsFor {
    /// Those of a candidate.
    Candidate {
        /// Whose.
        candidate: CandidateId,
    },
    /// Those for a vacancy.
    Vacancy {
        /// Which.
        vacancy: VacancyId,
    },
}

/// Lists interviews.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct ListInterviews {
    /// Whose.
    pub of: InterviewsFor,
}

/// Interviews, the latest first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct InterviewList {
    /// Those that this viewer may know of.
    pub interviews: Vec<InterviewRow>,
    /// Running applications for which this viewer may schedule one.
    pub schedulable: Vec<Schedulable>,
}

/// An application that an interview can be scheduled for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct Schedulable {
    /// Which.
    pub application: ApplicationId,
    /// For which vacancy.
    pub vacancy: VacancyId,
    /// That vacancy's title.
    pub vacancy_title: String,
    /// Whose: their name, or an alias.
    pub name: String,
}

/// An interview, as a viewer may see it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each says one thing of its own to the page"
)]
pub struct InterviewRow {
    /// Which.
    pub interview: InterviewId,
    /// Of which application.
    pub application: ApplicationId,
    /// Of whom.
    pub candidate: CandidateId,
    /// Their name, or an alias.
    pub name: String,
    /// Whether it is an alias, since the name may not be seen yet.
    pub blind: bool,
    /// For which vacancy.
    pub vacancy: VacancyId,
    /// That vacancy's title.
    pub vacancy_title: String,
    /// When and where.
    pub plan: InterviewPlan,
    /// How it stands.
    pub state: InterviewState,
    /// Whether its time is over.
    pub over: bool,
    /// Which version this is; a change names it.
    pub revision: u32,
    /// Who interviews.
    pub panel: Vec<PanelRow>,
    /// Whether this viewer may change it.
    pub may_change: bool,
    /// Whether this viewer is on its panel and may say what they found.
    pub may_assess: bool,
}

/// Somebody on a panel.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct PanelRow {
    /// Whose account.
    pub account: AccountId,
    /// Their name.
    pub name: String,
    /// Whether it is the viewer.
    pub is_you: bool,
    /// What they were asked to assess; nothing in particular means all that is in use.
    pub criteria: Vec<CriterionId>,
    /// How their feedback stands, for those who are told: themselves, whoever runs the vacancy, and whoever may read it.
    pub feedback: Option<FeedbackState>,
}

/// How somebody's feedback stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub enum FeedbackState {
    /// The interview is to come.
    ToCome,
    /// It is awaited.
    Owed,
    /// It was submitted.
    Submitted,
    /// There is nothing to say: it was called off, or the candidate did not come.
    NotNeeded,
}

/// A criterion, as the page shows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct CriterionView {
    /// Which.
    pub criterion: CriterionId,
    /// What it is.
    pub what: String,
    /// Questions that find it out, a line each.
    pub questions: String,
    /// Whether it was taken out of use.
    pub retired: bool,
}

/// What interviews for a vacancy assess.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct CriteriaView {
    /// In use first, in their order.
    pub criteria: Vec<CriterionView>,
    /// Whether this viewer may change them.
    pub may_edit: bool,
}

/// A criterion as it should be.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct CriterionEdit {
    /// The one that is there; none for another.
    pub criterion: Option<CriterionId>,
    /// What it is, in a few words.
    pub what: Line,
    /// Questions that find it out, a line each.
    pub questions: Prose,
}

/// Says what interviews for a vacancy assess.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct SetCriteria {
    /// Of which vacancy.
    pub vacancy: VacancyId,
    /// All that are in use, in their order.
    pub criteria: Vec<CriterionEdit>,
}

/// Somebody who is to interview.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct Interviewer {
    /// Whose account.
    pub account: AccountId,
    /// What they assess; nothing in particular means all that is in use.
    pub criteria: Vec<CriterionId>,
}

/// Schedules an interview.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct ScheduleInterview {
    /// Of which application.
    pub application: ApplicationId,
    /// When and where.
    pub plan: InterviewPlan,
    /// Who interviews.
    pub panel: Vec<Interviewer>,
}

/// An interview was scheduled.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct ScheduledInterview {
    /// Which.
    pub interview: InterviewId,
    /// What takes it back.
    pub undo: Option<u32>,
}

/// Changes when and where an interview is, and who interviews.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct ChangeInterview {
    /// Which.
    pub interview: InterviewId,
    /// The version that was changed; an older one is refused as stale.
    pub revision: u32,
    /// When and where.
    pub plan: InterviewPlan,
    /// Who interviews.
    pub panel: Vec<Interviewer>,
}

/// Notes how an interview stands.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct MarkInterview {
    /// Which.
    pub interview: InterviewId,
    /// The version that was looked at; an older one is refused as stale.
    pub revision: u32,
    /// How it stands.
    pub state: InterviewState,
}

/// Names one interview.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct OneInterview {
    /// Which.
    pub interview: InterviewId,
}

/// One interview: the kit, one's own feedback, and what the panel found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct InterviewView {
    /// When, where, of whom and by whom.
    pub row: InterviewRow,
    /// Why the name may not be seen yet.
    pub blind: Option<Why>,
    /// What interviews for the vacancy assess, and assessed.
    pub criteria: Vec<CriterionView>,
    /// The viewer's own feedback, where they are on the panel.
    pub own: Option<OwnFeedback>,
    /// Documents of the application.
    pub documents: Shown<Vec<DocumentView>>,
    /// What the panel found.
    pub panel: Shown<PanelView>,
}

/// One's own feedback.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct OwnFeedback {
    /// What one is asked to assess, in its order.
    pub asked: Vec<CriterionId>,
    /// What is drafted.
    pub draft: Option<DraftView>,
    /// Whether there is a draft that was sealed to keys which are gone, so that nobody can read it.
    pub draft_lost: bool,
    /// What was submitted, oldest first.
    pub versions: Vec<FeedbackVersion>,
    /// What the candidate says of it.
    pub annotation: Option<AnnotationView>,
    /// Why no feedback is taken.
    pub closed: Option<Why>,
}

/// A draft.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct DraftView {
    /// What it says.
    pub card: Scorecard,
    /// When it was last saved.
    pub saved_at: DateTime<Utc>,
}

/// A version of somebody's feedback.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct FeedbackVersion {
    /// From 1; the highest counts.
    pub version: u32,
    /// When it was submitted.
    pub submitted_at: DateTime<Utc>,
    /// What it says.
    pub card: Scorecard,
}

/// What a panel found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct PanelView {
    /// How far the marks of each criterion lie apart.
    pub criteria: Vec<CriterionSpread>,
    /// How far the recommendations do.
    pub recommendation: Spread,
    /// How many have submitted.
    pub submitted: u32,
    /// Of how many.
    pub members: u32,
    /// Of how many of them the candidate says something.
    pub annotated: u32,
    /// Who found what, in their words.
    pub cards: Shown<Vec<PanelCard>>,
}

/// The marks of one criterion.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct CriterionSpread {
    /// Which.
    pub criterion: CriterionId,
    /// How many gave what.
    pub spread: Spread,
}

/// One interviewer's feedback.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct PanelCard {
    /// Whose account.
    pub account: AccountId,
    /// Their name.
    pub name: String,
    /// Every version, oldest first; the last counts.
    pub versions: Vec<FeedbackVersion>,
    /// What the candidate says of it.
    pub annotation: Option<AnnotationView>,
}

/// Saves a draft of one's feedback.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct SaveDraft {
    /// Of which interview.
    pub interview: InterviewId,
    /// What it says.
    pub card: Scorecard,
}

/// A draft is on the disk.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct DraftSaved {
    /// Since when.
    pub saved_at: DateTime<Utc>,
}

/// Submits one's feedback: from then on it stays as it is, and an amendment is another version.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct SubmitFeedback {
    /// Of which interview.
    pub interview: InterviewId,
    /// What it says.
    pub card: Scorecard,
    /// The version it comes after; none was submitted before where it is nought.
    pub after: u32,
}

/// A file of an invitation.
#[derive(Debug)]
pub struct InvitationFile {
    /// What to call it: nothing of anybody.
    pub name: String,
    /// What is in it.
    pub text: String,
}

/// The day that a reminder is about, with what it needs.
pub(crate) struct Reminder {
    pub(crate) interview: InterviewId,
    pub(crate) name: String,
    pub(crate) title: String,
    pub(crate) on: NaiveDate,
    pub(crate) at: String,
}
