//! Identifiers. One type a record, so that a vacancy's id can't be handed where a candidate's is wanted.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use uuid::{NoContext, Timestamp, Uuid};

macro_rules! typed_id {
    ($($(#[$doc:meta])* $name:ident, $ts:literal;)+) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        #[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(type = $ts, export_to = "bindings.ts"))]
        pub struct $name(Uuid);

        impl $name {
            /// A new id: the instant, so that ids sort by creation, and random bits.
            pub fn new(at: DateTime<Utc>) -> Self {
                let seconds = u64::try_from(at.timestamp()).unwrap_or(0);
                let time = Timestamp::from_unix(NoContext, seconds, at.timestamp_subsec_nanos());
                Self(Uuid::new_v7(time))
            }

            /// The id that the store or a file holds.
            pub const fn from_uuid(uuid: Uuid) -> Self {
                Self(uuid)
            }

            /// The plain value, for the store and for files.
            pub const fn uuid(self) -> Uuid {
                self.0
            }
        }
    )+};
}

typed_id! {
    /// A person who applied, was approached or sent a CV.
    CandidateId, "string & { readonly __id: \"CandidateId\" }";
    /// A role that is, or was, to be filled.
    VacancyId, "string & { readonly __id: \"VacancyId\" }";
    /// One candidate's application for one vacancy.
    ApplicationId, "string & { readonly __id: \"ApplicationId\" }";
    /// A permission a candidate gave.
    PermissionId, "string & { readonly __id: \"PermissionId\" }";
    /// One candidate's place on the reserve list.
    ReserveEntryId, "string & { readonly __id: \"ReserveEntryId\" }";
    /// One time that somebody on the reserve list was contacted about a vacancy.
    ReserveContactId, "string & { readonly __id: \"ReserveContactId\" }";
    /// One offer.
    OfferId, "string & { readonly __id: \"OfferId\" }";
    /// One legal hold on a candidate's record.
    HoldId, "string & { readonly __id: \"HoldId\" }";
    /// One disclosure of something of a candidate's.
    DisclosureId, "string & { readonly __id: \"DisclosureId\" }";
    /// One incident: a personal data breach, or a near miss.
    IncidentId, "string & { readonly __id: \"IncidentId\" }";
    /// One complaint.
    ComplaintId, "string & { readonly __id: \"ComplaintId\" }";
    /// One recipient who is to be told of an erasure.
    RecipientNoticeId, "string & { readonly __id: \"RecipientNoticeId\" }";
    /// One line of a register: a recipient, an agreement, a mechanism for transfers or an impact assessment.
    RegisterItemId, "string & { readonly __id: \"RegisterItemId\" }";
    /// A person who signs in.
    AccountId, "string & { readonly __id: \"AccountId\" }";
    /// A team of the organisation, with its director.
    TeamId, "string & { readonly __id: \"TeamId\" }";
    /// One import of a file.
    ImportId, "string & { readonly __id: \"ImportId\" }";
    /// Something of a candidate that a compartment keeps sealed.
    SealedRecordId, "string & { readonly __id: \"SealedRecordId\" }";
    /// One document of a candidate.
    DocumentId, "string & { readonly __id: \"DocumentId\" }";
    /// Something that interviews for a vacancy assess.
    CriterionId, "string & { readonly __id: \"CriterionId\" }";
    /// One interview of a candidate for a vacancy.
    InterviewId, "string & { readonly __id: \"InterviewId\" }";
    /// A template of messages.
    MessageTemplateId, "string & { readonly __id: \"MessageTemplateId\" }";
    /// One erasure: a sweep, or one person's.
    ErasureId, "string & { readonly __id: \"ErasureId\" }";
    /// One request of somebody about their data.
    RightsRequestId, "string & { readonly __id: \"RightsRequestId\" }";
    /// One saved view of the list of candidates.
    SavedViewId, "string & { readonly __id: \"SavedViewId\" }";
    /// One backup of the store.
    BackupId, "string & { readonly __id: \"BackupId\" }";
}
