//! Taking changes back. What is needed for it lives in the sign-in's memory and goes with it.

mod application;
mod candidate;
mod offer;
mod permission;
mod reach;
mod vacancy;

use chrono::NaiveDate;
use domain::access;
use domain::candidate::CandidateDetails;
use domain::id::{
    ApplicationId, CandidateId, ComplaintId, DisclosureId, ImportId, InterviewId, OfferId,
    PermissionId, RecipientNoticeId, RegisterItemId, ReserveContactId, ReserveEntryId, TeamId,
    VacancyId,
};
use domain::interview::CriterionText;
use domain::sharing::{Item, ItemKind};
use domain::vacancy::{RoleAsks, VacancyDetails};
use store::{About, Entry, InterviewRecord, ReserveTerms, SavedView};

use crate::application::{Changed, decidable};
use crate::complaint::ComplaintEffect;
use crate::desk::WriteDesk;
use crate::error::Error;
use crate::reserve::Answered;
use crate::view::{Undo, Undone, UndoneWhat};
use crate::{complaint, disclosure, import, interview, notice, recipients, register, saved_view};

use application::{added_application, ended_applications, moved_applications};
use candidate::{added_candidate, edited_candidate};
use offer::changed_offer;
pub(crate) use offer::{OfferChange, OfferEffect};
use permission::{answered_contact, on_permission, reviewed_records};
use vacancy::{added_vacancy, closed_out_vacancy, edited_vacancy};

/// The revision of a record that was just added.
pub(crate) const FIRST_REVISION: u32 = 1;

/// A change that can be taken back, as it was made.
#[derive(Clone, Debug)]
pub(crate) enum Undoable {
    AddedCandidate {
        candidate: CandidateId,
        revision: u32,
        /// The application they came with, and its revision.
        application: Option<(ApplicationId, u32)>,
    },
    EditedCandidate {
        candidate: CandidateId,
        before: Box<CandidateDetails>,
        revision: Revisions,
    },
    AddedApplication {
        application: ApplicationId,
        candidate: CandidateId,
        revision: u32,
    },
    MovedApplications {
        moved: Vec<Changed>,
    },
    EndedApplications {
        ended: Vec<Changed>,
    },
    AddedVacancy {
        vacancy: VacancyId,
        revision: u32,
    },
    EditedVacancy {
        vacancy: VacancyId,
        before: VacancyDetails,
        team: TeamId,
        revision: Revisions,
    },
    ClosedOutVacancy {
        vacancy: VacancyId,
        revision: Revisions,
        /// Whether these were given an outcome of their own, or were closed out with the vacancy.
        cancelled: bool,
        undecided: Vec<Changed>,
    },
    SetCriteria {
        vacancy: VacancyId,
        /// What was in use before, and what the change left.
        before: Vec<CriterionText>,
        after: Vec<CriterionText>,
    },
    ScheduledInterview {
        interview: InterviewId,
        application: ApplicationId,
        candidate: CandidateId,
        revision: u32,
    },
    ChangedInterview {
        interview: InterviewId,
        before: Box<InterviewRecord>,
        revision: Revisions,
    },
    RecordedPermission {
        candidate: CandidateId,
        permission: PermissionId,
    },
    WithdrewPermission {
        candidate: CandidateId,
        permission: PermissionId,
    },
    AddedToReserve {
        candidate: CandidateId,
        entry: ReserveEntryId,
        permission: Option<PermissionId>,
    },
    RemovedFromReserve {
        candidate: CandidateId,
        entries: Vec<ReserveEntryId>,
    },
    ChangedReservePlace {
        candidate: CandidateId,
        entry: ReserveEntryId,
        before: Box<ReserveTerms>,
    },
    DescribedRole {
        vacancy: VacancyId,
        before: Box<RoleAsks>,
    },
    RecordedContact {
        candidate: CandidateId,
        contact: ReserveContactId,
    },
    AnsweredContact {
        candidate: CandidateId,
        contact: ReserveContactId,
        answered: Answered,
    },
    ChangedOffer(Box<OfferChange>),
    ToldOutcome {
        candidate: CandidateId,
        application: ApplicationId,
    },
    RecordedDisclosure {
        candidate: CandidateId,
        disclosure: DisclosureId,
    },
    RecordedNotice {
        candidate: CandidateId,
        /// Which version; none for that they need not be given one.
        version: Option<u32>,
    },
    ToldRecipient {
        notice: RecipientNoticeId,
    },
    AddedRegisterItem {
        item: RegisterItemId,
        kind: ItemKind,
        revision: u32,
    },
    ChangedRegisterItem {
        item: RegisterItemId,
        before: Box<Item>,
        revision: Revisions,
    },
    Imported {
        import: ImportId,
    },
    ReviewedRecords {
        /// Whose, and the day for which somebody had looked at each before.
        before: Vec<(CandidateId, Option<NaiveDate>)>,
    },
    DeletedView {
        view: Box<SavedView>,
    },
    RecordedComplaint {
        complaint: ComplaintId,
        candidate: Option<CandidateId>,
        revision: u32,
    },
    ChangedComplaint {
        complaint: ComplaintId,
        effect: ComplaintEffect,
        revision: Revisions,
    },
}

/// The revision a change found and the one at which the record stands as the change left it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Revisions {
    before: u32,
    pub(crate) now: u32,
}

impl Revisions {
    /// Those of a change that was just made.
    pub(crate) const fn made(now: u32) -> Self {
        Self {
            before: now.saturating_sub(1),
            now,
        }
    }
}

/// A record that has revisions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Revised {
    Candidate(CandidateId),
    Application(ApplicationId),
    Vacancy(VacancyId),
    Interview(InterviewId),
    Offer(OfferId),
    RegisterItem(RegisterItemId),
    Complaint(ComplaintId),
}

/// Takes a change back: the one named, or the latest.
///
/// # Errors
/// [`Error::NotFound`] when there is none, [`Error::Stale`] when the record was changed again since.
pub fn take_back(desk: &mut WriteDesk<'_>, request: Undo) -> Result<Undone, Error> {
    let (number, change) = desk
        .session
        .held()
        .take(request.undo)
        .ok_or(Error::NotFound)?;
    match undo(desk, &change) {
        Ok(what) => Ok(Undone { what }),
        // Something was built on it since.
        Err(Error::Store(store::StoreError::InUse)) => Err(Error::Stale),
        Err(error) => {
            if matches!(error, Error::Store(_)) {
                // A full disk, say: it can be taken back once there is space.
                desk.session.held().put_back(number, change);
            }
            Err(error)
        }
    }
}

fn undo(desk: &mut WriteDesk<'_>, change: &Undoable) -> Result<UndoneWhat, Error> {
    match change {
        Undoable::AddedCandidate {
            candidate,
            revision,
            application,
        } => added_candidate(desk, *candidate, *revision, *application),
        Undoable::EditedCandidate {
            candidate,
            before,
            revision,
        } => edited_candidate(desk, *candidate, before, *revision),
        Undoable::AddedApplication {
            application,
            revision,
            ..
        } => added_application(desk, *application, *revision),
        Undoable::MovedApplications { moved } => moved_applications(desk, moved),
        Undoable::EndedApplications { ended } => ended_applications(desk, ended),
        Undoable::AddedVacancy { vacancy, revision } => added_vacancy(desk, *vacancy, *revision),
        Undoable::EditedVacancy {
            vacancy,
            before,
            team,
            revision,
        } => edited_vacancy(desk, *vacancy, before, *team, *revision),
        Undoable::ClosedOutVacancy {
            vacancy,
            revision,
            cancelled,
            undecided,
        } => closed_out_vacancy(desk, *vacancy, *revision, *cancelled, undecided),
        Undoable::SetCriteria {
            vacancy,
            before,
            after,
        } => {
            interview::take_back_criteria(desk, *vacancy, before, after)?;
            Ok(UndoneWhat::ChangedVacancy)
        }
        Undoable::ScheduledInterview {
            interview,
            revision,
            ..
        } => {
            interview::take_back_schedule(desk, *interview, *revision)?;
            Ok(UndoneWhat::ChangedInterview)
        }
        Undoable::ChangedInterview {
            interview,
            before,
            revision,
        } => {
            let now = interview::take_back_change(desk, before, revision.now)?;
            restored(desk, Revised::Interview(*interview), *revision, now);
            Ok(UndoneWhat::ChangedInterview)
        }
        Undoable::RecordedPermission {
            candidate,
            permission,
        } => {
            on_permission(desk, *candidate, |tx, permit| {
                tx.remove_permission(permit, *permission)
            })?;
            Ok(UndoneWhat::ChangedPermission)
        }
        Undoable::WithdrewPermission {
            candidate,
            permission,
        } => {
            on_permission(desk, *candidate, |tx, permit| {
                tx.withdraw_permission(permit, *permission, None)
            })?;
            Ok(UndoneWhat::ChangedPermission)
        }
        Undoable::AddedToReserve {
            candidate,
            entry,
            permission,
        } => {
            on_permission(desk, *candidate, |tx, permit| {
                tx.forget_reserve_entry(permit, *entry)?;
                permission.map_or(Ok(()), |permission| {
                    tx.remove_permission(permit, permission)
                })
            })?;
            Ok(UndoneWhat::ChangedReserveList)
        }
        Undoable::RemovedFromReserve { candidate, entries } => {
            on_permission(desk, *candidate, |tx, permit| {
                entries
                    .iter()
                    .try_for_each(|entry| tx.remove_reserve_entry(permit, *entry, None))
            })?;
            Ok(UndoneWhat::ChangedReserveList)
        }
        Undoable::ChangedReservePlace {
            candidate,
            entry,
            before,
        } => {
            on_permission(desk, *candidate, |tx, permit| {
                tx.update_reserve_entry(permit, *entry, before)
            })?;
            Ok(UndoneWhat::ChangedReserveList)
        }
        Undoable::DescribedRole { vacancy, before } => {
            let permit =
                desk.read(|desk| desk.permit_on_vacancy::<access::EditVacancy>(*vacancy))?;
            desk.write(&permit, |tx| {
                tx.set_role_asks(&permit, before)?;
                let entry = Entry::new("undo-describe-role").about(About::Vacancy(*vacancy));
                Ok::<_, Error>(((), entry))
            })?;
            Ok(UndoneWhat::ChangedVacancy)
        }
        Undoable::RecordedContact { candidate, contact } => {
            on_permission(desk, *candidate, |tx, permit| {
                tx.remove_reserve_contact(permit, *contact)
            })?;
            Ok(UndoneWhat::ContactedReserve)
        }
        Undoable::AnsweredContact {
            candidate,
            contact,
            answered,
        } => answered_contact(desk, *candidate, *contact, answered),
        Undoable::ChangedOffer(change) => changed_offer(desk, change),
        Undoable::ToldOutcome { application, .. } => {
            let found = decidable(desk, &[*application])?;
            let each = found.first().ok_or(Error::NotFound)?;
            desk.write(&each.permit, |tx| {
                tx.remove_latest_outcome_message(&each.permit, *application)?;
                let entry =
                    Entry::new("undo-tell-outcome").about(About::Candidate(each.record.candidate));
                Ok::<_, Error>(((), entry))
            })?;
            Ok(UndoneWhat::ToldOutcome)
        }
        Undoable::RecordedDisclosure {
            candidate,
            disclosure,
        } => {
            let request = disclosure::TakeBackDisclosure {
                candidate: *candidate,
                disclosure: *disclosure,
            };
            disclosure::take_back(desk, request)?;
            Ok(UndoneWhat::RecordedDisclosure)
        }
        Undoable::RecordedNotice { candidate, version } => {
            let request = notice::TakeBackNotice {
                candidate: *candidate,
                version: *version,
            };
            notice::take_back(desk, request)?;
            Ok(UndoneWhat::RecordedNotice)
        }
        Undoable::ToldRecipient { notice } => {
            recipients::untell(desk, *notice)?;
            Ok(UndoneWhat::ToldRecipient)
        }
        Undoable::AddedRegisterItem {
            item,
            kind,
            revision,
        } => {
            register::take_back_added(desk, *item, *kind, *revision)?;
            Ok(UndoneWhat::ChangedRegister)
        }
        Undoable::ChangedRegisterItem {
            item,
            before,
            revision,
        } => {
            let now = register::take_back_change(desk, *item, before, revision.now)?;
            restored(desk, Revised::RegisterItem(*item), *revision, now);
            Ok(UndoneWhat::ChangedRegister)
        }
        Undoable::Imported { import } => {
            import::take_back(desk, import::UndoImport { import: *import })?;
            Ok(UndoneWhat::Imported)
        }
        Undoable::ReviewedRecords { before } => reviewed_records(desk, before),
        Undoable::DeletedView { view } => {
            saved_view::put_back(desk, view)?;
            Ok(UndoneWhat::DeletedView)
        }
        Undoable::RecordedComplaint {
            complaint,
            revision,
            ..
        } => {
            complaint::taken_back(desk, *complaint, *revision)?;
            Ok(UndoneWhat::ChangedComplaint)
        }
        Undoable::ChangedComplaint {
            complaint,
            effect,
            revision,
        } => {
            let now = complaint::undone(desk, *complaint, *effect, *revision)?;
            restored(desk, Revised::Complaint(*complaint), *revision, now);
            Ok(UndoneWhat::ChangedComplaint)
        }
    }
}

/// Tells the other changes that a record stands at a revision as it did before the change taken back.
fn restored(desk: &WriteDesk<'_>, record: Revised, undone: Revisions, now: u32) {
    desk.session.held().restored(record, undone.before, now);
}
