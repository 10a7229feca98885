//! An entry's action and details in one sentence: every word is this program's own.

use domain::access::{Relation, Role};
use domain::compartment::Compartment;
use domain::correspondence::MessagePurpose;
use domain::disclosure::RecipientCategory;
use domain::document::DocumentKind;
use domain::hold::HoldReason;
use domain::number;
use domain::offer::OfferAnswer;
use domain::reserve::ContactOutcome;
use domain::sealed::OpeningPurpose;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::words;

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
const ACTIONS: &[(&str, JournalKind)] = &[
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
    ("add-copy", JournalKind::Access),
    ("open-copy", JournalKind::Access),
    ("save-copy", JournalKind::Access),
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
    pub(super) fn actions(self) -> Vec<&'static str> {
        ACTIONS
            .iter()
            .filter(|(_, kind)| *kind == self)
            .map(|(action, _)| *action)
            .collect()
    }
}

/// What an entry says.
#[derive(Debug)]
pub(super) struct Told {
    /// The kind of its action, where this version knows it.
    pub(super) kind: Option<JournalKind>,
    /// What was done.
    pub(super) sentence: String,
}

/// Puts an action with its details into words.
pub(super) fn tell(action: &str, detail: &str) -> Told {
    // Details that can't be read are no reason to hide the entry.
    let detail = serde_json::from_str(detail).unwrap_or(Value::Null);
    Told {
        kind: ACTIONS
            .iter()
            .find(|(known, _)| *known == action)
            .map(|(_, kind)| *kind),
        sentence: sentence(action, &detail).unwrap_or_else(|| spelt_out(action)),
    }
}

/// What a saved picture shows.
fn picture(of: Option<&str>) -> &'static str {
    match of {
        Some("funnel") => "how far applications come",
        Some("sources") => "where people come from",
        Some("stays") => "how long applications stay at a stage",
        Some("permissions") => "permissions that end",
        Some("weeks") => "when records go",
        Some(_) | None => "figures",
    }
}

fn sentence(action: &str, detail: &Value) -> Option<String> {
    let number = |name: &str| detail.get(name).and_then(Value::as_u64);
    let word = |name: &str| detail.get(name).and_then(Value::as_str);
    let people = || counted(number("people"), "person", "people");
    let applications = || counted(number("applications"), "application", "applications");
    let gone = || erased(number("people").unwrap_or(0), number("parts").unwrap_or(0));
    Some(match action {
        "sign-in" => signed_in(number("wrong-before").unwrap_or(0), word("head")),
        "create-store" => "Made the store and its first account".to_owned(),
        "add-account" => with_role("Added an account", word("role")),
        "remove-account" => "Removed an account, and changed the store’s key".to_owned(),
        "allow-timer" => "Allowed a timer to start the sweep".to_owned(),
        "recover-account" => "Signed in by the recovery sheet, with a new passphrase".to_owned(),
        "change-passphrase" => "Changed their own passphrase".to_owned(),
        "reset-passphrase" => match number("keys-lost") {
            None | Some(0) => "Gave an account another passphrase and fresh keys".to_owned(),
            lost => format!(
                "Gave an account another passphrase and fresh keys; it lost those to {}",
                classes(lost)
            ),
        },
        "add-keychain" => "Allowed signing in by this computer’s keychain".to_owned(),
        "remove-keychain" => "Ended signing in by this computer’s keychain".to_owned(),
        "make-recovery-sheet" => "Made a recovery sheet".to_owned(),
        "confirm-recovery-sheet" => "Typed the recovery sheet back from paper".to_owned(),
        "change-store-key" => "Finished changing the store’s key".to_owned(),
        "adopt-key-file" => "Took over a key file that was ahead of the records".to_owned(),
        "compare-head" => {
            "Found that the records differ from what this computer’s keychain remembers".to_owned()
        }
        "renew-dates" => "Worked out anew when each record goes, after an update".to_owned(),
        "mend-key-copy" => {
            "Found the second copy of the key file damaged, and wrote it anew from the first"
                .to_owned()
        }
        "find-clock-set-back" => {
            "Found the clock of this computer behind the latest time in the records".to_owned()
        }
        "change-role" => changed_role(
            word("role"),
            number("keys-given").unwrap_or(0),
            number("keys-taken").unwrap_or(0),
        ),
        "export-access-review" => match word("of") {
            Some("candidate") => "Saved a file of who can see a candidate".to_owned(),
            Some("account") => "Saved a file of what an account can see".to_owned(),
            Some(_) | None => "Saved a file of what every account can see".to_owned(),
        },
        "describe-erasure" => "Kept what the report of an erasure says of it".to_owned(),
        "export-report" => match word("of") {
            Some("period") => "Saved a report of the erasures of a period".to_owned(),
            Some("schedule") => "Saved the retention schedule".to_owned(),
            Some(_) | None => "Saved the report of an erasure".to_owned(),
        },
        "save-view" => "Saved a view of the list of candidates".to_owned(),
        "delete-view" => "Deleted a view of the list of candidates".to_owned(),
        "undo-delete-view" => "Put a deleted view of the list of candidates back".to_owned(),
        "save-picture" => format!("Saved a picture of {}", picture(word("of"))),
        "write-erasure-letter" => "Made a letter to somebody whose record goes".to_owned(),
        "end-part" => "Ended an account’s part in a role or team".to_owned(),
        "grant-audit" => "Let an auditor in for a time".to_owned(),
        "record-training" => "Recorded data protection training".to_owned(),
        "declare-conflict" => "Declared a conflict of interest".to_owned(),
        "withdraw-conflict" => "Withdrew a conflict of interest".to_owned(),
        "set-access-policy" => "Changed the organisation’s access policy".to_owned(),
        "give-compartment" => format!(
            "Gave an account the key to {}",
            compartment(word("compartment"))
        ),
        "take-compartment" => format!(
            "Took the key to {} from an account",
            compartment(word("compartment"))
        ),
        "add-sealed-record" => format!(
            "Sealed something under {}",
            compartment(word("compartment"))
        ),
        "open-sealed-record" | "open-copy" | "save-copy" => {
            let opened = format!(
                "{} sealed under {}",
                match action {
                    "open-copy" => "Looked at a copy",
                    "save-copy" => "Saved a copy",
                    _ => "Opened something",
                },
                compartment(word("compartment"))
            );
            match word("purpose").and_then(opening_purpose) {
                Some(purpose) => format!("{opened}, {purpose}"),
                None => opened,
            }
        }
        "add-copy" => format!("Sealed a copy under {}", compartment(word("compartment"))),
        "erase-sealed-record" => format!(
            "Erased something sealed under {}",
            compartment(word("compartment"))
        ),
        "refuse" => "Was refused something by the access rules".to_owned(),
        "read-as-auditor" => "Read records as an auditor".to_owned(),
        "add-candidate" => "Added a candidate".to_owned(),
        "edit-candidate" => "Changed a candidate’s details".to_owned(),
        "add-documents" => match number("number") {
            None | Some(1) => format!("Added {}", document(word("kind"))),
            number => format!(
                "Added {}, each {}",
                counted(number, "document", "documents"),
                document(word("kind"))
            ),
        },
        "open-document" => format!("Opened {}", document(word("kind"))),
        "remove-document" => format!("Took out {}", document(word("kind"))),
        "begin-message" => format!("Began a message{}", about_what(word("message"))),
        "discard-message" => format!("Threw a draft away{}", about_what(word("message"))),
        "send-message" => format!(
            "Handed a message over to a mail program{}{}",
            about_what(word("message")),
            stood_by(word("confirmed"))
        ),
        "record-message" => {
            let way = match word("direction") {
                Some("in") => "Recorded a message from a candidate".to_owned(),
                Some("out") => format!("Recorded a message to a candidate{}", about_what(word("message"))),
                _ => "Recorded a message".to_owned(),
            };
            let basis = match word("basis") {
                Some("none") => ", for which there was no basis",
                _ => "",
            };
            format!("{way}{basis}{}", stood_by(word("confirmed")))
        }
        "open-message" => "Opened a message".to_owned(),
        "remove-message" => "Took out a message".to_owned(),
        "add-template" => format!("Added a template{}", about_what(word("message"))),
        "change-template" => format!("Changed a template{}", about_what(word("message"))),
        "remove-template" => "Removed a template".to_owned(),
        "undo-add-candidate" => "Took back an added candidate".to_owned(),
        "undo-edit-candidate" => "Took back a change to a candidate’s details".to_owned(),
        "schedule-interview" => "Scheduled an interview".to_owned(),
        "change-interview" => "Changed an interview".to_owned(),
        "mark-interview" => match word("state") {
            Some("held") => "Noted that an interview took place".to_owned(),
            Some("cancelled") => "Called an interview off".to_owned(),
            Some("did-not-come") => "Noted that a candidate did not come to an interview".to_owned(),
            _ => "Put an interview back on".to_owned(),
        },
        "undo-schedule-interview" => "Took back a scheduled interview".to_owned(),
        "undo-change-interview" => "Took back a change to an interview".to_owned(),
        "begin-feedback" => "Began a draft of feedback".to_owned(),
        "submit-feedback" => "Submitted feedback".to_owned(),
        "amend-feedback" => "Amended feedback".to_owned(),
        "read-feedback" => "Read a panel’s feedback".to_owned(),
        "save-invitation" => "Saved an invitation to an interview".to_owned(),
        "add-application" => "Added an application".to_owned(),
        "move-applications" => match word("to").and_then(stage) {
            Some(stage) => format!("Moved {} to {stage}", applications()),
            None => format!("Moved {}", applications()),
        },
        "end-applications" => match word("how").and_then(outcome) {
            Some(outcome) => format!("Ended {}: {outcome}", applications()),
            None => format!("Ended {}", applications()),
        },
        "confirm-hand-over" => "Confirmed that HR took over a hired candidate’s details".to_owned(),
        "undo-add-application" => "Took back an added application".to_owned(),
        "undo-move-applications" => "Took back a move of applications".to_owned(),
        "undo-end-applications" => "Took back a decision on applications".to_owned(),
        "write-offer" => "Wrote an offer".to_owned(),
        "change-offer" => "Changed the terms of an offer".to_owned(),
        "approve-offer" => "Approved an offer, as approver in its vacancy".to_owned(),
        "send-back-offer" => "Sent an offer back to be changed, as approver in its vacancy".to_owned(),
        "make-offer" => "Recorded that an offer was made".to_owned(),
        "answer-offer" => match word("answer").and_then(OfferAnswer::from_code) {
            Some(OfferAnswer::Accepted) => "Recorded that an offer was accepted".to_owned(),
            Some(OfferAnswer::Declined) => "Recorded that an offer was declined".to_owned(),
            Some(OfferAnswer::Withdrawn) => "Withdrew an offer".to_owned(),
            None => "Recorded what came of an offer".to_owned(),
        },
        "undo-offer" => "Took back a step of an offer".to_owned(),
        "tell-outcome" => "Recorded what a candidate was told of an outcome".to_owned(),
        "undo-tell-outcome" => "Took back what a candidate was told of an outcome".to_owned(),
        "record-permission" => match word("purpose").and_then(purpose) {
            Some(purpose) => format!("Recorded a permission {purpose}"),
            None => "Recorded a permission".to_owned(),
        },
        "withdraw-permission" => match word("purpose").and_then(purpose) {
            Some(purpose) => format!("Withdrew a permission {purpose}"),
            None => "Withdrew a permission".to_owned(),
        },
        "undo-permission" => "Took back a change to a permission".to_owned(),
        "record-disclosure" => match word("category").and_then(RecipientCategory::from_code) {
            Some(category) => format!(
                "Recorded that something of a candidate was given to {}",
                category.phrase()
            ),
            None => "Recorded that something of a candidate was given away".to_owned(),
        },
        "take-back-disclosure" => "Took back the record of a disclosure".to_owned(),
        "save-notices" => format!(
            "Saved notices to {} of what is to be erased",
            counted(number("recipients"), "recipient", "recipients")
        ),
        "tell-recipient" => "Noted that a recipient was told of an erasure".to_owned(),
        "undo-tell-recipient" => {
            "Took back that a recipient was told of an erasure".to_owned()
        }
        "forget-recipients" => format!(
            "Let go of {} told of erasures six years ago",
            counted(number("recipients"), "recipient", "recipients")
        ),
        "place-hold" => match word("reason").and_then(hold_reason) {
            Some(reason) => format!("Placed a legal hold: {reason}"),
            None => "Placed a legal hold".to_owned(),
        },
        "review-hold" => "Looked at a legal hold again, and kept it".to_owned(),
        "release-hold" => "Released a legal hold that somebody else had placed".to_owned(),
        "review-retention" => "Looked at a record before it goes, and let it".to_owned(),
        "undo-review-retention" => "Took back a look at a record before it goes".to_owned(),
        "add-to-reserve" => "Put a candidate on the reserve list".to_owned(),
        "remove-from-reserve" => "Took a candidate off the reserve list".to_owned(),
        "change-reserve-place" => "Changed what a place on the reserve list covers".to_owned(),
        "contact-reserve" => {
            "Recorded that somebody on the reserve list was contacted about a vacancy".to_owned()
        }
        "answer-contact" => match word("outcome").and_then(ContactOutcome::from_code) {
            Some(ContactOutcome::Interested) => {
                "Recorded that somebody on the reserve list is interested, and added their application"
                    .to_owned()
            }
            Some(ContactOutcome::NotNow) => {
                "Recorded that somebody on the reserve list is not interested now".to_owned()
            }
            Some(ContactOutcome::NoReply) => {
                "Recorded that somebody on the reserve list did not reply".to_owned()
            }
            Some(ContactOutcome::AskedToLeave) => {
                "Took somebody off the reserve list, as they asked, and withdrew their permission"
                    .to_owned()
            }
            None => "Recorded what came of a contact".to_owned(),
        },
        "describe-role" => "Said what a role asks for".to_owned(),
        "undo-describe-role" => "Took back what a role asks for".to_owned(),
        "add-vacancy" => "Added a vacancy".to_owned(),
        "edit-vacancy" => "Changed a vacancy".to_owned(),
        "close-out-vacancy" => "Closed a vacancy out".to_owned(),
        "assign-people" => match number("people") {
            Some(_) => format!("Named the people of a vacancy: {}", people()),
            None => "Named the people of a vacancy".to_owned(),
        },
        "set-criteria" => "Changed what interviews for a vacancy assess".to_owned(),
        "undo-set-criteria" => {
            "Took back a change to what interviews for a vacancy assess".to_owned()
        }
        "undo-add-vacancy" => "Took back an added vacancy".to_owned(),
        "undo-edit-vacancy" => "Took back a change to a vacancy".to_owned(),
        "undo-close-out-vacancy" => "Took back closing a vacancy out".to_owned(),
        "make-sample-vacancies" => "Made the sample’s vacancies".to_owned(),
        "make-sample" => format!("Filled the sample with {}", people()),
        "make-sample-reserve-list" => "Made the sample’s reserve list".to_owned(),
        "import" => format!("Imported a file: {}, {}", people(), applications()),
        "undo-import" => format!("Took an import back: {} removed", people()),
        "sweep-at-sign-in" => "Let the schedule erase what was due, at sign-in".to_owned(),
        "sweep-by-timer" => "Started the sweep of what was due, by a timer".to_owned(),
        "set-sweep-at-sign-in" => match word("on") {
            Some("yes") => "Chose to erase what is due at sign-in, without asking".to_owned(),
            Some(_) | None => "Chose to ask before what is due is erased at sign-in".to_owned(),
        },
        "set-retention-policy" => match number("version") {
            Some(version) => format!("Set version {version} of the retention policy"),
            None => "Set the retention policy".to_owned(),
        },
        "sweep-as-of" => "Chose another day to erase by".to_owned(),
        "hold-erasure" => match word("clock") {
            Some("rolled-back") => "Was refused an erasure, as the clock was set back".to_owned(),
            Some("ok") => format!(
                "Was refused an erasure of {}, as no second person had agreed",
                people()
            ),
            Some(_) | None => {
                "Was refused an erasure, as the clock was far ahead and nobody had confirmed the date"
                    .to_owned()
            }
        },
        "confirm-clock" => after_wrong(
            "Had a second person confirm the date before an erasure",
            number("wrong-before").unwrap_or(0),
        ),
        "confirm-bulk" => after_wrong(
            &format!("Had a second person agree to an erasure of {}", people()),
            number("wrong-before").unwrap_or(0),
        ),
        "begin-erasure" => format!("Began to erase {}", gone()),
        "erase-people" if number("parts").is_none() => {
            format!("Erased the records of {}", people())
        }
        "erase-people" => format!("Erased {}", gone()),
        "delete-people" => format!("Deleted {} from every list and search", gone()),
        "verify-erasure" => format!(
            "Searched every page and file for {}: nothing left",
            gone()
        ),
        "fail-erasure" => format!(
            "Searched every page and file for {}: something is left",
            gone()
        ),
        "replay-erasures" => format!(
            "Found an earlier copy of the records, and erased {} again before it was opened",
            gone()
        ),
        "begin-erasure-ledger" => "Began a list of erased ids outside the database".to_owned(),
        "mend-erasure-ledger" => match word("ledger") {
            Some("damaged") => {
                "Found the list of erased ids damaged, and wrote it anew from the database".to_owned()
            }
            Some("missing") => {
                "Found the list of erased ids missing, and wrote it anew from the database".to_owned()
            }
            Some(_) | None => "Brought the two lists of erased ids together".to_owned(),
        },
        "forget-erased-ids" => format!(
            "Forgot {} that no backup can hold any more",
            counted(number("records"), "erased id", "erased ids")
        ),
        "make-backup" => "Made a backup".to_owned(),
        "forget-backup" => match word("file") {
            Some("deleted") => "Deleted a backup whose days were over".to_owned(),
            Some(_) | None => "Took a backup off the list, whose file was not there".to_owned(),
        },
        "restore-backup" => match number("although-old") {
            Some(1) => "Put a backup back, although its days were over".to_owned(),
            Some(_) | None => "Put a backup back".to_owned(),
        },
        "give-up-sealed-records" => format!(
            "Gave up {} whose keys were nowhere",
            counted(number("records"), "sealed record", "sealed records")
        ),
        "refuse-approach" => match word("because") {
            Some("objected") => "Noted that somebody objects to being approached".to_owned(),
            Some(_) | None => "Noted that somebody asked not to be approached again".to_owned(),
        },
        "allow-approach" => {
            "Took somebody off the list of those not to be approached, as they asked".to_owned()
        }
        _ => return None,
    })
}

/// People who went, and parts of the records of people who stay.
fn erased(people: u64, parts: u64) -> String {
    let whole = counted(Some(people), "person", "people");
    let of_those_staying = counted(Some(parts), "part of the records", "parts of the records");
    match (people, parts) {
        (_, 0) => whole,
        (0, _) => format!("{of_those_staying} of people who stay"),
        (_, _) => format!("{whole} and {of_those_staying} of people who stay"),
    }
}

fn signed_in(wrong_before: u64, head: Option<&str>) -> String {
    let mut told = after_wrong("Signed in", wrong_before);
    match head {
        Some("differs") => told.push_str("; the journal was not as it had been left"),
        Some("missing" | "damaged") => {
            told.push_str("; whether the journal was as it had been left could not be said");
        }
        Some(_) | None => {}
    }
    told
}

fn after_wrong(did: &str, wrong_before: u64) -> String {
    match wrong_before {
        0 => did.to_owned(),
        wrong => format!(
            "{did}, after {}",
            counted(Some(wrong), "wrong passphrase", "wrong passphrases")
        ),
    }
}

fn with_role(did: &str, code: Option<&str>) -> String {
    match code.and_then(post) {
        Some(post) => format!("{did}: {post}"),
        None => did.to_owned(),
    }
}

fn changed_role(code: Option<&str>, given: u64, taken: u64) -> String {
    let keys = |number: u64, verb: &str| match number {
        0 => String::new(),
        number => format!(", {verb} the keys to {}", classes(Some(number))),
    };
    let told = with_role("Changed an account’s role", code);
    format!("{told}{}{}", keys(given, "with"), keys(taken, "without"))
}

fn classes(number: Option<u64>) -> String {
    counted(number, "sealed class", "sealed classes")
}

fn post(code: &str) -> Option<&'static str> {
    if code == Relation::Director.code() {
        return Some("director of a team");
    }
    Role::from_code(code).map(words::role)
}

fn compartment(code: Option<&str>) -> &'static str {
    code.and_then(Compartment::from_code)
        .map_or("a sealed class", words::compartment)
}

fn document(code: Option<&str>) -> &'static str {
    match code.and_then(DocumentKind::from_code) {
        Some(DocumentKind::Cv) => "a CV",
        Some(DocumentKind::Letter) => "a letter",
        Some(DocumentKind::ApplicationForm) => "an application form",
        Some(DocumentKind::Reference) => "a reference",
        Some(DocumentKind::Assessment) => "an assessment",
        Some(DocumentKind::Offer) => "an offer",
        Some(DocumentKind::Message) => "a message",
        Some(DocumentKind::Other) | None => "a document of another kind",
    }
}

/// What a message is for, after the word for it.
fn about_what(code: Option<&str>) -> &'static str {
    match code.and_then(MessagePurpose::from_code) {
        Some(MessagePurpose::ApplicationReceived) => ": the application came in",
        Some(MessagePurpose::MoreInformation) => ": more information is needed",
        Some(MessagePurpose::Invitation) => ": an invitation",
        Some(MessagePurpose::Outcome) => ": an outcome",
        Some(MessagePurpose::Offer) => ": an offer",
        Some(MessagePurpose::Reply) => ": a reply",
        Some(MessagePurpose::AskPermission) => ": asks for permission",
        Some(MessagePurpose::Approach) => ": an approach",
        Some(MessagePurpose::ReserveList) => ": to the reserve list",
        Some(MessagePurpose::OtherVacancies) => ": other vacancies",
        Some(MessagePurpose::Survey) => ": a survey",
        None => "",
    }
}

/// That words which may give something away were confirmed (COL-10).
fn stood_by(code: Option<&str>) -> &'static str {
    match code {
        Some("sensitive-words") => "; its author stood by words of a warning",
        _ => "",
    }
}

fn opening_purpose(code: &str) -> Option<&'static str> {
    Some(match OpeningPurpose::from_code(code)? {
        OpeningPurpose::ArrangeAdjustments => "to arrange adjustments",
        OpeningPurpose::CheckIdentity => "to check who they are",
        OpeningPurpose::CheckRightToWork => "to check the right to work",
        OpeningPurpose::DecideSuitability => "to decide on suitability",
        OpeningPurpose::HandOver => "to hand details over",
        OpeningPurpose::AnswerRequest => "to answer a request of the person",
        OpeningPurpose::LegalClaim => "for a legal claim or a court",
        OpeningPurpose::CheckRecord => "to see whether the record is right",
    })
}

fn counted(number: Option<u64>, one: &str, more: &str) -> String {
    match number {
        Some(number) => number::many(number, one, more),
        None => more.to_owned(),
    }
}

fn stage(code: &str) -> Option<&'static str> {
    Some(match code {
        "applied" => "Applied",
        "sift" => "Sift",
        "shortlisted" => "Shortlisted",
        "interview" => "Interview",
        "offer" => "Offer",
        _ => return None,
    })
}

fn outcome(code: &str) -> Option<&'static str> {
    Some(match code {
        "hired" => "hired",
        "rejected" => "rejected",
        "withdrawn" => "withdrawn",
        "offer-declined" => "offer declined",
        "vacancy-cancelled" => "vacancy cancelled",
        "closed-out-undecided" => "closed out undecided",
        _ => return None,
    })
}

fn purpose(code: &str) -> Option<&'static str> {
    Some(match code {
        "keep-longer" => "to keep details for longer",
        "reserve-list" => "for the reserve list",
        "other-vacancies" => "to hear of other vacancies",
        "surveys" => "to be invited to surveys",
        _ => return None,
    })
}

fn hold_reason(code: &str) -> Option<&'static str> {
    Some(match HoldReason::from_code(code)? {
        HoldReason::AcasContact => "Acas was in touch",
        HoldReason::Claim => "a claim was made",
        HoldReason::CourtOrder => "a court’s order",
        HoldReason::Preservation => "the police or a regulator asked",
        HoldReason::ThreatOfClaim => "somebody threatens a claim",
    })
}

/// An action this version has no sentence for, by its own word: `Move applications`.
fn spelt_out(action: &str) -> String {
    words::begun(&action.replace('-', " "))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::fs;
    use std::path::Path;

    use domain::application::{OutcomeKind, RejectionReason, Stage};
    use domain::consent::PermissionPurpose;

    use super::*;

    #[test]
    fn every_action_has_a_sentence() {
        for (action, _) in ACTIONS {
            assert!(
                sentence(action, &Value::Null).is_some(),
                "{action} has no sentence"
            );
        }
    }

    #[test]
    fn every_action_the_program_writes_is_known() {
        let written = written_in(Path::new(env!("CARGO_MANIFEST_DIR")))
            .into_iter()
            .chain(written_in(
                &Path::new(env!("CARGO_MANIFEST_DIR")).join("../store"),
            ))
            .collect::<BTreeSet<_>>();
        assert!(written.len() > 25, "the sources were found: {written:?}");
        let unknown: Vec<_> = written
            .iter()
            .filter(|action| !ACTIONS.iter().any(|(known, _)| known == action))
            .collect();
        assert!(unknown.is_empty(), "no kind for {unknown:?}");
    }

    #[test]
    fn every_stage_outcome_and_purpose_has_a_word() {
        assert!(Stage::ALL.iter().all(|one| stage(one.code()).is_some()));
        let reason = RejectionReason::Other;
        for how in [
            OutcomeKind::Hired,
            OutcomeKind::Rejected { reason },
            OutcomeKind::Withdrawn,
            OutcomeKind::OfferDeclined,
            OutcomeKind::VacancyCancelled,
            OutcomeKind::ClosedOutUndecided,
        ] {
            assert!(outcome(how.code()).is_some(), "{how:?}");
        }
        for one in PermissionPurpose::ALL {
            assert!(purpose(one.code()).is_some(), "{one:?}");
        }
    }

    #[test]
    fn details_that_are_not_there_leave_a_sentence() {
        assert_eq!(
            tell(
                "move-applications",
                "{\"applications\":3,\"to\":\"interview\"}"
            )
            .sentence,
            "Moved 3 applications to Interview"
        );
        assert_eq!(tell("move-applications", "").sentence, "Moved applications");
        assert_eq!(tell("mend-fences", "{}").sentence, "Mend fences");
    }

    /// The words that follow `Entry::new(` in the sources of a folder, and those of the two helpers that
    /// are handed theirs.
    fn written_in(folder: &Path) -> BTreeSet<String> {
        let mut found = BTreeSet::new();
        for item in fs::read_dir(folder).expect("a folder") {
            let path = item.expect("an item").path();
            if path.is_dir() && !path.ends_with("tests") {
                found.extend(written_in(&path));
            } else if path.extension().is_some_and(|ending| ending == "rs") {
                let text = fs::read_to_string(&path).expect("text");
                for before in [
                    "Entry::new(\"",
                    "about(\"",
                    "entry(\"",
                    "on_applications(desk, moved, \"",
                    "on_applications(desk, ended, \"",
                ] {
                    for rest in text.split(before).skip(1) {
                        let word = rest.split('"').next().unwrap_or_default();
                        if word
                            .chars()
                            .all(|letter| letter == '-' || letter.is_ascii_lowercase())
                        {
                            found.insert(word.to_owned());
                        }
                    }
                }
            }
        }
        found
    }
}
