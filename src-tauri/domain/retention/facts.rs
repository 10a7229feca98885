//! What the rules need to know of a person. Whoever keeps the records builds these; the rules read nothing else.

use chrono::NaiveDate;

use crate::application::OutcomeKind;
use crate::consent::PermissionPurpose;
use crate::id::{ApplicationId, PermissionId, ReserveEntryId};
use crate::retention::Block;
use crate::source::Directness;

/// Everything that decides until when a person's record is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PersonFacts {
    /// The day the person's details came in (RET-14).
    pub received_on: NaiveDate,
    /// Whether the person gave them.
    pub directness: Directness,
    /// The day the privacy notice was given, where it was. Weighed only for details that came from someone
    /// else and led to no application (RET-14, NOT-02).
    pub notice_given_on: Option<NaiveDate>,
    /// The day a person who never applied objected to being approached (RET-14; UK GDPR Art 21).
    pub objected_on: Option<NaiveDate>,
    /// The day an erasure request was upheld (RET-07). An open one is no fact here: it never delays anything.
    pub erasure_upheld_on: Option<NaiveDate>,
    /// Their applications, running and ended.
    pub applications: Vec<ApplicationFacts>,
    /// Their permissions, withdrawn and ended ones too: a withdrawn one may have made a later one valid.
    pub permissions: Vec<PermissionFacts>,
    /// Their places on the reserve list, past ones too.
    pub reserve: Vec<ReserveFacts>,
    /// What blocks erasure, or did.
    pub blocks: Vec<Block>,
}

impl PersonFacts {
    /// Someone whose details came in on a day, and of whom nothing else is known.
    pub const fn new(received_on: NaiveDate, directness: Directness) -> Self {
        Self {
            received_on,
            directness,
            notice_given_on: None,
            objected_on: None,
            erasure_upheld_on: None,
            applications: Vec::new(),
            permissions: Vec::new(),
            reserve: Vec::new(),
            blocks: Vec::new(),
        }
    }
}

/// What the rules need to know of one application.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ApplicationFacts {
    /// Which application.
    pub application: ApplicationId,
    /// The day it came in: a version of the policy that lengthens a period binds only what came in from the day it
    /// was set (RET-21). `None` counts as before every version.
    pub applied_on: Option<NaiveDate>,
    /// How and on what day it ended; `None` while it runs.
    pub outcome: Option<(OutcomeKind, NaiveDate)>,
    /// The day the vacancy was closed out: an undecided application's outcome (RET-01).
    pub vacancy_closed_out_on: Option<NaiveDate>,
    /// For a hired candidate: the day HR confirmed the hand-over (RET-13).
    pub handed_over_on: Option<NaiveDate>,
}

impl ApplicationFacts {
    /// How and when it ended. A vacancy closed out undecided ends it that day (RET-01).
    pub const fn ended(&self) -> Option<(OutcomeKind, NaiveDate)> {
        match (self.outcome, self.vacancy_closed_out_on) {
            (Some(outcome), _) => Some(outcome),
            (None, Some(on)) => Some((OutcomeKind::ClosedOutUndecided, on)),
            (None, None) => None,
        }
    }
}

/// What the rules need to know of one permission.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PermissionFacts {
    /// Which permission.
    pub permission: PermissionId,
    /// What it is for.
    pub purpose: PermissionPurpose,
    /// The application it was given for; `None` where it is for the person's record as a whole (RET-15).
    pub application: Option<ApplicationId>,
    /// The day the person gave it.
    pub given_on: NaiveDate,
    /// For how many months; more than 24 count as 24 (RULEBOOK §15).
    pub months: u8,
    /// The day the person withdrew it.
    pub withdrawn_on: Option<NaiveDate>,
}

/// What the rules need to know of one place on the reserve list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ReserveFacts {
    /// Which entry.
    pub entry: ReserveEntryId,
    /// The application whose outcome opened it.
    pub application: ApplicationId,
    /// The permission it stands on.
    pub permission: PermissionId,
    /// The entry's own end, where it is sooner than the permission's.
    pub until: Option<NaiveDate>,
    /// The day the person was taken off, or hired from it.
    pub removed_on: Option<NaiveDate>,
}
