//! The kinds of action there are.

use serde::{Deserialize, Serialize};

/// The kinds of action a person may look for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub enum JournalKind {
    /// Signing in.
    SignIn,
    /// Candidates added and edited, and their documents.
    Candidate,
    /// Messages from and to candidates, and templates.
    Correspondence,
    /// Applications moved and decided.
    Application,
    /// Permissions and the reserve list.
    Permission,
    /// What was given to somebody outside, and who was told that it was erased.
    Disclosure,
    /// Legal holds.
    Hold,
    /// Vacancies and their people.
    Vacancy,
    /// The store, its accounts and its keys.
    Account,
    /// Who may see what: roles, parts, training, conflicts, refusals, sealed records, what auditors read.
    Access,
    /// Files brought in.
    Import,
    /// Erasures.
    Erasure,
}

/// Every action there is, with its kind.
pub(super) const ACTIONS: &[(&str, JournalKind)] = &[
    ("sign-in", JournalKind::SignIn),
    ("add-candidate", JournalKind::Candidate),
    ("edit-candidate", JournalKind::Candidate),
    ("undo-add-candidate", JournalKind::Candidate),
    ("undo-edit-candidate", JournalKind::Candidate),
    ("add-documents", JournalKind::Candidate),
    ("open-document", JournalKind::Candidate),
    ("remove-document", JournalKind::Candidate),
    ("schedule-interview", JournalKind::Application),
    ("change-interview", JournalKind::Application),
    ("mark-interview", JournalKind::Application),
    ("undo-schedule-interview", JournalKind::Application),
    ("undo-change-interview", JournalKind::Application),
    ("begin-feedback", JournalKind::Application),
    ("submit-feedback", JournalKind::Application),
    ("amend-feedback", JournalKind::Application),
    ("read-feedback", JournalKind::Application),
    ("save-invitation", JournalKind::Application),
    ("begin-message", JournalKind::Correspondence),
    ("discard-message", JournalKind::Correspondence),
    ("send-message", JournalKind::Correspondence),
    ("record-message", JournalKind::Correspondence),
    ("open-message", JournalKind::Correspondence),
    ("remove-message", JournalKind::Correspondence),
    ("add-template", JournalKind::Correspondence),
    ("change-template", JournalKind::Correspondence),
    ("remove-template", JournalKind::Correspondence),
    ("add-application", JournalKind::Application),
    ("move-applications", JournalKind::Application),
    ("end-applications", JournalKind::Application),
    ("confirm-hand-over", JournalKind::Application),
    ("undo-add-application", JournalKind::Application),
    ("undo-move-applications", JournalKind::Application),
    ("undo-end-applications", JournalKind::Application),
    ("write-offer", JournalKind::Application),
    ("change-offer", JournalKind::Application),
    ("approve-offer", JournalKind::Application),
    ("send-back-offer", JournalKind::Application),
    ("make-offer", JournalKind::Application),
    ("answer-offer", JournalKind::Application),
    ("undo-offer", JournalKind::Application),
    ("tell-outcome", JournalKind::Application),
    ("undo-tell-outcome", JournalKind::Application),
    ("record-permission", JournalKind::Permission),
    ("withdraw-permission", JournalKind::Permission),
    ("undo-permission", JournalKind::Permission),
    ("record-disclosure", JournalKind::Disclosure),
    ("take-back-disclosure", JournalKind::Disclosure),
    ("save-notices", JournalKind::Disclosure),
    ("tell-recipient", JournalKind::Disclosure),
    ("undo-tell-recipient", JournalKind::Disclosure),
    ("forget-recipients", JournalKind::Disclosure),
    ("place-hold", JournalKind::Hold),
    ("review-hold", JournalKind::Hold),
    ("release-hold", JournalKind::Hold),
    ("review-retention", JournalKind::Candidate),
    ("undo-review-retention", JournalKind::Candidate),
    ("add-to-reserve", JournalKind::Permission),
    ("remove-from-reserve", JournalKind::Permission),
    ("change-reserve-place", JournalKind::Permission),
    ("contact-reserve", JournalKind::Permission),
    ("answer-contact", JournalKind::Permission),
    ("add-vacancy", JournalKind::Vacancy),
    ("edit-vacancy", JournalKind::Vacancy),
    ("close-out-vacancy", JournalKind::Vacancy),
    ("assign-people", JournalKind::Vacancy),
    ("set-criteria", JournalKind::Vacancy),
    ("undo-set-criteria", JournalKind::Vacancy),
    ("undo-add-vacancy", JournalKind::Vacancy),
    ("undo-edit-vacancy", JournalKind::Vacancy),
    ("describe-role", JournalKind::Vacancy),
    ("undo-describe-role", JournalKind::Vacancy),
    ("undo-close-out-vacancy", JournalKind::Vacancy),
    ("make-sample-vacancies", JournalKind::Vacancy),
    ("create-store", JournalKind::Account),
    ("add-account", JournalKind::Account),
    ("remove-account", JournalKind::Account),
    ("allow-timer", JournalKind::Account),
    ("recover-account", JournalKind::Account),
    ("change-passphrase", JournalKind::Account),
    ("reset-passphrase", JournalKind::Account),
    ("add-keychain", JournalKind::Account),
    ("remove-keychain", JournalKind::Account),
    ("make-recovery-sheet", JournalKind::Account),
    ("confirm-recovery-sheet", JournalKind::Account),
    ("change-store-key", JournalKind::Account),
    ("adopt-key-file", JournalKind::Account),
    ("compare-head", JournalKind::Account),
    ("mend-key-copy", JournalKind::Account),
    ("renew-dates", JournalKind::Account),
    ("make-backup", JournalKind::Account),
    ("forget-backup", JournalKind::Account),
    ("restore-backup", JournalKind::Account),
    ("give-up-sealed-records", JournalKind::Account),
    ("find-clock-set-back", JournalKind::Account),
    ("change-role", JournalKind::Access),
    ("end-part", JournalKind::Access),
    ("grant-audit", JournalKind::Access),
    ("record-training", JournalKind::Access),
    ("declare-conflict", JournalKind::Access),
    ("withdraw-conflict", JournalKind::Access),
    ("set-access-policy", JournalKind::Access),
    ("give-compartment", JournalKind::Access),
    ("take-compartment", JournalKind::Access),
    ("export-access-review", JournalKind::Access),
    ("add-sealed-record", JournalKind::Access),
    ("open-sealed-record", JournalKind::Access),
    ("erase-sealed-record", JournalKind::Access),
    ("refuse", JournalKind::Access),
    ("read-as-auditor", JournalKind::Access),
    ("import", JournalKind::Import),
    ("undo-import", JournalKind::Import),
    ("make-sample", JournalKind::Import),
    ("make-sample-reserve-list", JournalKind::Import),
    ("set-retention-policy", JournalKind::Erasure),
    ("sweep-as-of", JournalKind::Erasure),
    ("sweep-at-sign-in", JournalKind::Erasure),
    ("sweep-by-timer", JournalKind::Erasure),
    ("set-sweep-at-sign-in", JournalKind::Erasure),
    ("hold-erasure", JournalKind::Erasure),
    ("confirm-clock", JournalKind::Erasure),
    ("confirm-bulk", JournalKind::Erasure),
    ("begin-erasure", JournalKind::Erasure),
    ("erase-people", JournalKind::Erasure),
    ("delete-people", JournalKind::Erasure),
    ("verify-erasure", JournalKind::Erasure),
    ("fail-erasure", JournalKind::Erasure),
    ("replay-erasures", JournalKind::Erasure),
    ("begin-erasure-ledger", JournalKind::Erasure),
    ("mend-erasure-ledger", JournalKind::Erasure),
    ("forget-erased-ids", JournalKind::Erasure),
    ("refuse-approach", JournalKind::Permission),
    ("allow-approach", JournalKind::Permission),
    ("describe-erasure", JournalKind::Erasure),
    ("export-report", JournalKind::Erasure),
    ("write-erasure-letter", JournalKind::Erasure),
    ("save-view", JournalKind::Account),
    ("delete-view", JournalKind::Account),
    ("undo-delete-view", JournalKind::Account),
    ("save-picture", JournalKind::Access),
];

impl JournalKind {
    /// The actions of this kind, as the journal names them.
    pub(in crate::journal) fn actions(self) -> Vec<&'static str> {
        ACTIONS
            .iter()
            .filter(|(_, kind)| *kind == self)
            .map(|(action, _)| *action)
            .collect()
    }
}
