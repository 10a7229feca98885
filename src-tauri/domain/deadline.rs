//! By when something must be answered, told, renewed or looked at again (RULEBOOK §§2, 6, 8, 9, 11, 12, 14).
//!
//! Each function takes dates and answers with a verdict: the date worked to, where the law would allow more the
//! last lawful day (shown only in explanations, never as the target), and the rule. Answers to people roll to a
//! working day; targets of our own do not (T-05).

mod breach;
mod complaint;
mod exam;
mod grant;
mod notice;
mod request;
mod review;
mod training;
mod tribunal;

pub use breach::{BreachDeadline, breach};
pub use complaint::{ComplaintDeadline, LawDates, complaint};
pub use exam::exam_marks_due;
pub use grant::{AuditorGrant, PanelAccess, auditor_grant, panel_access};
pub use notice::{NoticeDeadline, NoticeFacts, NoticeLimb, notice};
pub use request::{
    Clarification, Fee, Identity, RequestDeadline, RequestFacts, Right, Running, request,
};
pub use review::{
    BackupsCleared, Renewal, backups_cleared, hold_review, keep_policy_document_until, renewal,
    tell_recipients_by,
};
pub use training::{TrainingFacts, TrainingVerdict, training};
pub use tribunal::{TribunalFacts, TribunalWindow, tribunal_window};

#[cfg(test)]
mod tests;
