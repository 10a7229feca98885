//! What a change holds: of which people, of which applications, at which revisions.

use domain::id::{ApplicationId, CandidateId};

use super::offer::OfferEffect;
use super::{Revised, Undoable};

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
            | Self::RecordedDisclosure { candidate, .. }
            | Self::RecordedNotice { candidate, .. } => people.contains(candidate),
            Self::RecordedComplaint { candidate, .. } => {
                candidate.is_some_and(|candidate| people.contains(&candidate))
            }
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
            | Self::AddedRegisterItem { .. }
            | Self::ChangedRegisterItem { .. }
            | Self::DeletedView { .. }
            | Self::ChangedComplaint { .. }
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
            | Self::RecordedNotice { .. }
            | Self::ToldRecipient { .. }
            | Self::AddedRegisterItem { .. }
            | Self::ChangedRegisterItem { .. }
            | Self::DeletedView { .. }
            | Self::RecordedComplaint { .. }
            | Self::ChangedComplaint { .. }
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
            Self::AddedRegisterItem { item, revision, .. } => {
                renew(Revised::RegisterItem(*item), revision);
            }
            Self::ChangedRegisterItem { item, revision, .. } => {
                renew(Revised::RegisterItem(*item), &mut revision.now);
            }
            Self::RecordedComplaint {
                complaint,
                revision,
                ..
            } => renew(Revised::Complaint(*complaint), revision),
            Self::ChangedComplaint {
                complaint,
                revision,
                ..
            } => renew(Revised::Complaint(*complaint), &mut revision.now),
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
            | Self::RecordedNotice { .. }
            | Self::ToldRecipient { .. }
            | Self::DeletedView { .. }
            | Self::Imported { .. } => {}
        }
    }
}
