//! Where records live: the encrypted store, its keys and its journal.
//!
//! A store is a folder. [`create`] makes one, [`summary`] says whether there is one, [`unlock`] opens it for an
//! account and gives a [`Store`]. Reads are methods of [`Records`], handed out by [`Store::read`] and
//! [`Reader::read`]; writes are methods of [`Tx`], handed out by [`Store::write`], which commits only with the
//! [`Entry`] for the journal that the work returns.
//!
//! Whatever touches personal data takes a [`domain::access::Permit`], and takes from it whom it is about and
//! how much may be shown. Row numbers never leave this crate. Nothing here knows a clock, a thread or a
//! window, and nothing ever deletes or replaces a store it can't read.

#[cfg(test)]
extern crate self as store;
#[cfg(test)]
#[path = "../../tests/store/support.rs"]
#[expect(
    dead_code,
    reason = "shared with the tests outside, which use more of it"
)]
mod support;
#[cfg(test)]
mod tests;

mod account;
mod application;
mod attempts;
mod backup;
mod blocks;
mod candidate;
mod clock;
mod column;
mod complaint;
mod connection;
mod criterion;
mod data_map;
mod disclosure;
mod do_not_approach;
mod document;
mod erase;
mod error;
mod evidence;
mod feedback;
mod files;
mod forensic;
mod head;
mod hold;
mod import;
mod incident;
mod interview;
mod journal;
mod kdf;
mod key_change;
mod key_file;
mod keychain;
mod keys;
mod ledger;
mod lock;
mod message_template;
mod migrate;
mod notice;
mod offer;
mod open;
mod organisation;
mod outcome_message;
mod outside;
mod permission;
mod pipeline;
mod policy;
mod purpose;
mod read;
mod register;
mod reserve;
mod retention;
mod revised;
mod rights;
mod role_asks;
mod saved_view;
mod scrub;
mod seal;
mod sealed_record;
mod second;
mod signed;
mod statistic;
mod subjects;
#[cfg(feature = "testing")]
pub mod testing;
mod vacancy;
mod verify;
mod write;

pub use account::{
    Account, Assignment, ConflictRecord, Directing, GrantRecord, KeysMoved, NewAccount, Passphrase,
    TrainingKind, TrainingRecord, VacancyPerson,
};
pub use application::{
    ApplicationEvent, ApplicationRecord, AwaitingDecision, AwaitingHandOver, Board, BoardCard,
    BoardColumn, EventWhat, NewApplication,
};
pub use backup::{
    BACKUP_ENDING, BackupAbout, BackupError, BackupFault, BackupRecord, Restore, Restored,
    backup_name, backup_names, look_at_backup, restore, test_restore,
};
pub use candidate::{
    CandidateFilter, CandidateList, CandidateRecord, CandidateRow, CandidateSort, Direction,
    DuplicateKeys, FullCandidate, LatestApplication, Match, MatchBy, OutcomeFilter,
    RetentionFilter, SortBy,
};
pub use complaint::{ComplaintRecord, ComplaintWord};
pub use criterion::{CriterionChange, CriterionRecord};
pub use data_map::{Branch, DATA_MAP, Held};
pub use disclosure::{DisclosureGrounds, DisclosureRecord, NewDisclosure};
pub use do_not_approach::{ApproachReason, DoNotApproach, NotToApproach};
pub use document::{
    DocumentRecord, MessageContent, MessageDraftRecord, MessageRecord, NewDocument, NewMessage,
    SealedDocument, SealedMessage,
};
pub use erase::{
    Circumstances, Classes, Counts, Disclosed, ErasureDetails, ErasureReport, ErasureState,
    ErasureTrigger, GoOn, Goes, KeptFor, Progress, RecipientNotice, ToErase,
};
pub use error::{DatabaseFault, KeysFault, OpenError, StoreError};
pub use evidence::Evidence;
pub use feedback::{DraftRecord, FeedbackRecord};
pub use files::erase_file;
pub use forensic::{Elsewhere, Verification};
pub use head::HeadCheck;
pub use hold::{HoldRecord, HoldToReview, StandingHolds};
pub use import::{ImportCounts, ImportRecord, OpenImport, Undone};
pub use incident::{AffectedRow, IncidentReach, IncidentRecord};
pub use interview::{InterviewRecord, InterviewsOf, NewPanel, PanelMember};
pub use journal::{About, Detail, Entry, Head, JournalFilter, JournalRow};
pub use kdf::KdfCost;
pub use key_file::{DeviceSecret, RecoveryCode, RecoverySheet, use_key_copy};
pub use keychain::keychain_entry;
pub use ledger::{LedgerCheck, LedgerFault};
pub use message_template::{MessageTemplate, TemplateText};
pub use notice::{GivenToMany, GivenWhat, Lacking, NoticeGiven, NoticeVersion};
pub use offer::{OfferDecision, OfferRecord, OpenOffer};
pub use open::{
    Door, NewStore, Recover, Summary, Unlocked, create, recover, same_name, summary, unlock,
    unlock_as_it_is, unlock_for_timer, unlock_with_device,
};
pub use organisation::{Organisation, Team};
pub use outcome_message::OutcomeMessage;
pub use permission::{EndingPermission, PermissionRecord};
pub use policy::PolicyVersion;
pub use purpose::PurposeVersion;
pub use read::{Reader, Records};
pub use register::RegisterRecord;
pub use reserve::{ContactBars, NewReserveEntry, ReserveContact, ReserveEntry, ReserveTerms};
pub use retention::{PartCalendar, RetentionCalendar, RetentionWeek};
pub use rights::{
    Annotation, Correction, FeedbackOf, OtherName, Pack, PackFile, PackLine, PackTable, PackValue,
    RequestNote, RequestRecord, WithheldPart, flat,
};
pub use saved_view::SavedView;
pub use sealed_record::{CopyUse, NewSealedRecord, SealedRecord};
pub use second::Confirms;
pub use signed::{Signed, signature_holds};
pub use statistic::Statistic;
pub use vacancy::{VacancyRecord, VacancyRow};
pub use verify::StoreVerification;
pub use write::{Store, Tx};
