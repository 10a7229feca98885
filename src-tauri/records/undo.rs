//! Taking changes back. What is needed for it lives in the sign-in's memory and goes with it.

use chrono::NaiveDate;
use domain::access::{self, Permit};
use domain::candidate::CandidateDetails;
use domain::id::{
    ApplicationId, CandidateId, DisclosureId, ImportId, InterviewId, OfferId, PermissionId,
    RecipientNoticeId, ReserveContactId, ReserveEntryId, TeamId, VacancyId,
};
use domain::interview::CriterionText;
use domain::vacancy::{RoleAsks, VacancyDetails};
use store::{About, Entry, InterviewRecord, OfferRecord, ReserveTerms, SavedView};

use crate::application::{Changed, Decidable, decidable};
use crate::desk::WriteDesk;
use crate::error::Error;
use crate::reserve::Answered;
use crate::vacancy::check_names;
use crate::view::{Undo, Undone, UndoneWhat};
use crate::{disclosure, import, interview, recipients, saved_view};

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
    ToldRecipient {
        notice: RecipientNoticeId,
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
}

/// An offer written, changed, made or answered, as it was before.
#[derive(Clone, Debug)]
pub(crate) struct OfferChange {
    pub(crate) candidate: CandidateId,
    pub(crate) application: ApplicationId,
    pub(crate) offer: OfferId,
    /// The offer as it was; nothing where it was just written.
    pub(crate) before: Option<OfferRecord>,
    pub(crate) revision: Revisions,
    pub(crate) effect: OfferEffect,
}

/// What a step of an offer did to its application.
#[derive(Clone, Copy, Debug)]
pub(crate) enum OfferEffect {
    None,
    Moved(Changed),
    Ended(Changed),
}

impl OfferEffect {
    const fn changed(self) -> Option<Changed> {
        match self {
            Self::None => None,
            Self::Moved(changed) | Self::Ended(changed) => Some(changed),
        }
    }
}

impl Undoable {
    /// Whether it holds anything of these people.
    pub(crate) fn touches(&self, people: &[CandidateId]) -> bool {
        match self {
            Self::AddedCandidate { candidate, .. }
            | Self::EditedCandidate { candidate, .. }
            | Self::AddedApplication { candidate, .. }
            | Self::RecordedPermission { candidate, .. }
            | Self::WithdrewPermission { candidate, .. }
            | Self::AddedToReserve { candidate, .. }
            | Self::RemovedFromReserve { candidate, .. }
            | Self::ScheduledInterview { candidate, .. }
            | Self::ChangedReservePlace { candidate, .. }
            | Self::RecordedContact { candidate, .. }
            | Self::AnsweredContact { candidate, .. }
            | Self::ToldOutcome { candidate, .. }
            | Self::RecordedDisclosure { candidate, .. } => people.contains(candidate),
            Self::ChangedOffer(change) => people.contains(&change.candidate),
            Self::ChangedInterview { before, .. } => people.contains(&before.candidate),
            Self::MovedApplications { moved: changed }
            | Self::EndedApplications { ended: changed }
            | Self::ClosedOutVacancy {
                undecided: changed, ..
            } => changed.iter().any(|each| people.contains(&each.candidate)),
            Self::ReviewedRecords { before } => before
                .iter()
                .any(|(candidate, _)| people.contains(candidate)),
            Self::AddedVacancy { .. }
            | Self::EditedVacancy { .. }
            | Self::SetCriteria { .. }
            | Self::DescribedRole { .. }
            | Self::ToldRecipient { .. }
            | Self::DeletedView { .. }
            | Self::Imported { .. } => false,
        }
    }

    /// Whether it holds anything of these applications.
    pub(crate) fn names(&self, applications: &[ApplicationId]) -> bool {
        match self {
            Self::AddedCandidate { application, .. } => {
                application.is_some_and(|(application, _)| applications.contains(&application))
            }
            Self::AddedApplication { application, .. }
            | Self::ScheduledInterview { application, .. }
            | Self::ToldOutcome { application, .. } => applications.contains(application),
            Self::ChangedInterview { before, .. } => applications.contains(&before.application),
            Self::ChangedOffer(change) => applications.contains(&change.application),
            Self::AnsweredContact { answered, .. } => answered
                .application
                .is_some_and(|(application, _)| applications.contains(&application)),
            Self::MovedApplications { moved: changed }
            | Self::EndedApplications { ended: changed }
            | Self::ClosedOutVacancy {
                undecided: changed, ..
            } => changed
                .iter()
                .any(|each| applications.contains(&each.application)),
            Self::EditedCandidate { .. }
            | Self::AddedVacancy { .. }
            | Self::EditedVacancy { .. }
            | Self::SetCriteria { .. }
            | Self::RecordedPermission { .. }
            | Self::WithdrewPermission { .. }
            | Self::AddedToReserve { .. }
            | Self::RemovedFromReserve { .. }
            | Self::ChangedReservePlace { .. }
            | Self::DescribedRole { .. }
            | Self::RecordedContact { .. }
            | Self::ReviewedRecords { .. }
            | Self::RecordedDisclosure { .. }
            | Self::ToldRecipient { .. }
            | Self::DeletedView { .. }
            | Self::Imported { .. } => false,
        }
    }

    /// Notes that a record stands at a new revision as it did at an older one.
    pub(crate) fn restored(&mut self, record: Revised, before: u32, now: u32) {
        let renew = |known: Revised, revision: &mut u32| {
            if known == record && *revision == before {
                *revision = now;
            }
        };
        match self {
            Self::AddedCandidate {
                candidate,
                revision,
                application,
            } => {
                renew(Revised::Candidate(*candidate), revision);
                if let Some((application, revision)) = application {
                    renew(Revised::Application(*application), revision);
                }
            }
            Self::EditedCandidate {
                candidate,
                revision,
                ..
            } => renew(Revised::Candidate(*candidate), &mut revision.now),
            Self::AddedApplication {
                application,
                revision,
                ..
            } => renew(Revised::Application(*application), revision),
            Self::MovedApplications { moved: changed }
            | Self::EndedApplications { ended: changed } => {
                for each in changed {
                    renew(
                        Revised::Application(each.application),
                        &mut each.revision.now,
                    );
                }
            }
            Self::AddedVacancy { vacancy, revision } => {
                renew(Revised::Vacancy(*vacancy), revision);
            }
            Self::EditedVacancy {
                vacancy, revision, ..
            } => renew(Revised::Vacancy(*vacancy), &mut revision.now),
            Self::ClosedOutVacancy {
                vacancy,
                revision,
                undecided,
                ..
            } => {
                renew(Revised::Vacancy(*vacancy), &mut revision.now);
                for each in undecided {
                    renew(
                        Revised::Application(each.application),
                        &mut each.revision.now,
                    );
                }
            }
            Self::ScheduledInterview {
                interview,
                revision,
                ..
            } => renew(Revised::Interview(*interview), revision),
            Self::ChangedInterview {
                interview,
                revision,
                ..
            } => renew(Revised::Interview(*interview), &mut revision.now),
            Self::ChangedOffer(change) => {
                renew(Revised::Offer(change.offer), &mut change.revision.now);
                match &mut change.effect {
                    OfferEffect::None => {}
                    OfferEffect::Moved(each) | OfferEffect::Ended(each) => renew(
                        Revised::Application(each.application),
                        &mut each.revision.now,
                    ),
                }
            }
            Self::AnsweredContact { answered, .. } => {
                if let Some((application, revision)) = &mut answered.application {
                    renew(Revised::Application(*application), revision);
                }
            }
            Self::SetCriteria { .. }
            | Self::RecordedPermission { .. }
            | Self::WithdrewPermission { .. }
            | Self::AddedToReserve { .. }
            | Self::RemovedFromReserve { .. }
            | Self::ChangedReservePlace { .. }
            | Self::DescribedRole { .. }
            | Self::RecordedContact { .. }
            | Self::ToldOutcome { .. }
            | Self::ReviewedRecords { .. }
            | Self::RecordedDisclosure { .. }
            | Self::ToldRecipient { .. }
            | Self::DeletedView { .. }
            | Self::Imported { .. } => {}
        }
    }
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
        Undoable::ToldRecipient { notice } => {
            recipients::untell(desk, *notice)?;
            Ok(UndoneWhat::ToldRecipient)
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
    }
}

fn changed_offer(desk: &mut WriteDesk<'_>, change: &OfferChange) -> Result<UndoneWhat, Error> {
    let found = decidable(desk, &[change.application])?;
    let each = found.first().ok_or(Error::NotFound)?;
    let expected = change.revision.now;
    let (offer, application) = desk.write(&each.permit, |tx| {
        let offer = match &change.before {
            None => {
                tx.remove_offer(&each.permit, change.offer, expected)?;
                None
            }
            Some(before) => {
                let before = OfferRecord {
                    revision: expected,
                    ..before.clone()
                };
                Some(tx.update_offer(&each.permit, &before)?)
            }
        };
        let application = match change.effect {
            OfferEffect::None => None,
            OfferEffect::Moved(to) => Some(tx.move_application(
                &each.permit,
                to.application,
                to.stage,
                to.revision.now,
            )?),
            OfferEffect::Ended(of) => {
                Some(tx.set_outcome(&each.permit, of.application, None, of.revision.now)?)
            }
        };
        let entry = Entry::new("undo-offer").about(About::Candidate(change.candidate));
        Ok::<_, Error>(((offer, application), entry))
    })?;
    if let Some(now) = offer {
        restored(desk, Revised::Offer(change.offer), change.revision, now);
    }
    if let Some((each, now)) = change.effect.changed().zip(application) {
        restored(
            desk,
            Revised::Application(each.application),
            each.revision,
            now,
        );
    }
    Ok(UndoneWhat::ChangedOffer)
}

fn answered_contact(
    desk: &mut WriteDesk<'_>,
    candidate: CandidateId,
    contact: ReserveContactId,
    answered: &Answered,
) -> Result<UndoneWhat, Error> {
    let applications: Vec<_> = answered.application.into_iter().collect();
    let ids: Vec<_> = applications.iter().map(|(id, _)| *id).collect();
    let found = decidable(desk, &ids)?;
    on_permission(desk, candidate, |tx, permit| {
        for (each, (application, revision)) in found.iter().zip(&applications) {
            tx.remove_application(&each.permit, *application, *revision)?;
        }
        for entry in &answered.left {
            tx.remove_reserve_entry(permit, *entry, None)?;
        }
        if let Some(permission) = answered.withdrawn {
            tx.withdraw_permission(permit, permission, None)?;
        }
        tx.set_contact_outcome(permit, contact, None)
    })?;
    Ok(UndoneWhat::ContactedReserve)
}

fn reviewed_records(
    desk: &mut WriteDesk<'_>,
    before: &[(CandidateId, Option<NaiveDate>)],
) -> Result<UndoneWhat, Error> {
    for (candidate, day) in before {
        let permit =
            desk.read(|desk| desk.permit_on_candidate::<access::RecordPermission>(*candidate))?;
        desk.write(&permit, |tx| {
            tx.set_looked_at_for(&permit, *day)?;
            Ok((
                (),
                Entry::new("undo-review-retention").about(About::Candidate(*candidate)),
            ))
        })?;
    }
    Ok(UndoneWhat::ReviewedRecords)
}

fn added_candidate(
    desk: &mut WriteDesk<'_>,
    candidate: CandidateId,
    revision: u32,
    application: Option<(ApplicationId, u32)>,
) -> Result<UndoneWhat, Error> {
    let permit = desk.read(|desk| {
        let permit = desk.permit_on_candidate::<access::EditCandidate>(candidate)?;
        let applications: Vec<_> = desk
            .records
            .applications(&permit)?
            .iter()
            .map(|known| (known.id, known.revision))
            .collect();
        // The facts are everybody's, whatever this viewer may see of them.
        let facts = desk.records.person_facts(candidate)?;
        let as_added = applications.as_slice() == application.as_slice()
            && facts.applications.len() == applications.len()
            && facts.permissions.is_empty()
            && facts.blocks.is_empty()
            && facts.reserve.is_empty();
        if as_added {
            Ok(permit)
        } else {
            // What others recorded of the person since must not go with an undo of something else.
            Err(Error::Stale)
        }
    })?;
    desk.write(&permit, |tx| {
        tx.remove_candidate(&permit, revision)?;
        Ok((
            (),
            Entry::new("undo-add-candidate").about(About::Candidate(candidate)),
        ))
    })?;
    desk.session.held().forget_changes(&[candidate]);
    Ok(UndoneWhat::AddedCandidate)
}

fn edited_candidate(
    desk: &mut WriteDesk<'_>,
    candidate: CandidateId,
    before: &CandidateDetails,
    revision: Revisions,
) -> Result<UndoneWhat, Error> {
    let permit = desk.read(|desk| desk.permit_on_candidate::<access::EditCandidate>(candidate))?;
    let now = desk.write(&permit, |tx| {
        let now = tx.update_candidate(&permit, before, revision.now)?;
        Ok((
            now,
            Entry::new("undo-edit-candidate").about(About::Candidate(candidate)),
        ))
    })?;
    restored(desk, Revised::Candidate(candidate), revision, now);
    Ok(UndoneWhat::EditedCandidate)
}

fn added_application(
    desk: &mut WriteDesk<'_>,
    application: ApplicationId,
    revision: u32,
) -> Result<UndoneWhat, Error> {
    let found = decidable(desk, &[application])?;
    let each = found.first().ok_or(Error::NotFound)?;
    desk.write(&each.permit, |tx| {
        tx.remove_application(&each.permit, application, revision)?;
        Ok((
            (),
            Entry::new("undo-add-application").about(About::Candidate(each.record.candidate)),
        ))
    })?;
    Ok(UndoneWhat::AddedApplication)
}

fn moved_applications(desk: &mut WriteDesk<'_>, moved: &[Changed]) -> Result<UndoneWhat, Error> {
    on_applications(desk, moved, "undo-move-applications", |tx, each, before| {
        tx.move_application(
            &each.permit,
            each.record.id,
            before.stage,
            before.revision.now,
        )
    })?;
    Ok(UndoneWhat::MovedApplications)
}

fn ended_applications(desk: &mut WriteDesk<'_>, ended: &[Changed]) -> Result<UndoneWhat, Error> {
    on_applications(desk, ended, "undo-end-applications", |tx, each, before| {
        tx.set_outcome(&each.permit, each.record.id, None, before.revision.now)
    })?;
    Ok(UndoneWhat::EndedApplications)
}

fn added_vacancy(
    desk: &mut WriteDesk<'_>,
    vacancy: VacancyId,
    revision: u32,
) -> Result<UndoneWhat, Error> {
    let permit = desk.read(|desk| desk.permit_on_vacancy::<access::EditVacancy>(vacancy))?;
    desk.write(&permit, |tx| {
        tx.remove_vacancy(&permit, revision)?;
        Ok((
            (),
            Entry::new("undo-add-vacancy").about(About::Vacancy(vacancy)),
        ))
    })?;
    Ok(UndoneWhat::ChangedVacancy)
}

fn edited_vacancy(
    desk: &mut WriteDesk<'_>,
    vacancy: VacancyId,
    before: &VacancyDetails,
    team: TeamId,
    revision: Revisions,
) -> Result<UndoneWhat, Error> {
    let permit = desk.read(|desk| {
        let permit = desk.permit_on_vacancy::<access::EditVacancy>(vacancy)?;
        let now = desk.records.vacancy(&permit)?;
        check_names(desk, vacancy, now.details.blind_until, before.blind_until)?;
        Ok(permit)
    })?;
    let now = desk.write(&permit, |tx| {
        let now = tx.update_vacancy(&permit, team, before, revision.now)?;
        Ok((
            now,
            Entry::new("undo-edit-vacancy").about(About::Vacancy(vacancy)),
        ))
    })?;
    restored(desk, Revised::Vacancy(vacancy), revision, now);
    Ok(UndoneWhat::ChangedVacancy)
}

fn closed_out_vacancy(
    desk: &mut WriteDesk<'_>,
    vacancy: VacancyId,
    revision: Revisions,
    cancelled: bool,
    undecided: &[Changed],
) -> Result<UndoneWhat, Error> {
    let permit = desk.read(|desk| desk.permit_on_vacancy::<access::EditVacancy>(vacancy))?;
    let found = if cancelled {
        decidable_again(desk, undecided)?
    } else {
        Vec::new()
    };
    let now = desk.write(&permit, |tx| {
        let now = tx.reopen_vacancy(&permit, revision.now)?;
        for (each, before) in found.iter().zip(undecided) {
            tx.set_outcome(&each.permit, each.record.id, None, before.revision.now)?;
        }
        Ok((
            now,
            Entry::new("undo-close-out-vacancy").about(About::Vacancy(vacancy)),
        ))
    })?;
    restored(desk, Revised::Vacancy(vacancy), revision, now);
    for each in undecided {
        let reopened = each.revision.now.saturating_add(1);
        restored(
            desk,
            Revised::Application(each.application),
            each.revision,
            reopened,
        );
    }
    Ok(UndoneWhat::ChangedVacancy)
}

/// Tells the other changes that a record stands at a revision as it did before the change taken back.
fn restored(desk: &WriteDesk<'_>, record: Revised, undone: Revisions, now: u32) {
    desk.session.held().restored(record, undone.before, now);
}

fn decidable_again(desk: &mut WriteDesk<'_>, changed: &[Changed]) -> Result<Vec<Decidable>, Error> {
    let applications: Vec<_> = changed.iter().map(|each| each.application).collect();
    decidable(desk, &applications)
}

fn on_applications(
    desk: &mut WriteDesk<'_>,
    changed: &[Changed],
    action: &'static str,
    one: impl Fn(&store::Tx<'_>, &Decidable, &Changed) -> Result<u32, store::StoreError>,
) -> Result<(), Error> {
    let found = decidable_again(desk, changed)?;
    let first = found.first().ok_or(Error::NotFound)?;
    let now = desk.write(&first.permit, |tx| {
        let mut now = Vec::with_capacity(found.len());
        for (each, before) in found.iter().zip(changed) {
            now.push(one(tx, each, before)?);
        }
        Ok((
            now,
            Entry::new(action).about(About::Vacancy(first.record.vacancy)),
        ))
    })?;
    for (each, now) in changed.iter().zip(now) {
        restored(
            desk,
            Revised::Application(each.application),
            each.revision,
            now,
        );
    }
    Ok(())
}

fn on_permission(
    desk: &mut WriteDesk<'_>,
    candidate: CandidateId,
    one: impl FnOnce(&store::Tx<'_>, &Permit<access::RecordPermission>) -> Result<(), store::StoreError>,
) -> Result<(), Error> {
    let permit =
        desk.read(|desk| desk.permit_on_candidate::<access::RecordPermission>(candidate))?;
    desk.write(&permit, |tx| {
        one(tx, &permit)?;
        Ok((
            (),
            Entry::new("undo-permission").about(About::Candidate(candidate)),
        ))
    })
}
