//! How a candidate stands with the notice, as a viewer may see it.

use domain::access::{self, Action, ClassAccess, Permit, Shown};
use domain::id::CandidateId;
use domain::notice::{OnRecord, Told, comes_first, due, sentence, state};
use domain::source::Directness;
use store::{GivenWhat, NoticeGiven};

use super::{NoticeChoice, NoticeGivenView, NoticeStandingView};
use crate::desk::ReadDesk;
use crate::error::Error;

/// Whether the notice comes before anything else is done with a candidate.
pub(crate) struct Standing {
    record: OnRecord,
    told: Told,
    has_version: bool,
}

impl Standing {
    /// Whether they are written to only by a message that carries it (NOT-02).
    pub(crate) const fn before_contact(&self, carries: bool) -> bool {
        comes_first(
            self.record,
            self.told.source.directness(),
            self.has_version,
            carries,
        )
    }

    /// Where the details came from of somebody who was not given it, though it could be recorded.
    pub(crate) fn untold(&self) -> Option<Directness> {
        (self.has_version && self.record.is_missing()).then(|| self.told.source.directness())
    }

    /// Whether nothing is recorded of them, though it could be.
    pub(crate) const fn is_missing(&self) -> bool {
        self.has_version && self.record.is_missing()
    }
}

/// How a candidate stands with the notice.
pub(crate) fn standing(desk: &ReadDesk<'_>, candidate: CandidateId) -> Result<Standing, Error> {
    let (record, told) = desk.records.notice_facts(candidate)?;
    Ok(Standing {
        record,
        told,
        has_version: !desk.records.notice_days()?.is_empty(),
    })
}

/// Every version, the latest first.
pub(super) fn choices(desk: &ReadDesk<'_>) -> Result<Vec<NoticeChoice>, Error> {
    Ok(desk
        .records
        .notice_days()?
        .into_iter()
        .map(|(version, in_force_from)| NoticeChoice {
            version,
            in_force_from,
        })
        .collect())
}

/// How the permit's candidate stands with the notice, for those who see when the record goes (RULES A3).
pub(crate) fn standing_view<A: Action>(
    desk: &ReadDesk<'_>,
    permit: &Permit<A>,
) -> Result<Shown<NoticeStandingView>, Error> {
    match permit.classes().get(access::DataClass::Retention) {
        ClassAccess::Withheld(refusal) => return Ok(Shown::withheld(refusal)),
        ClassAccess::Status
        | ClassAccess::Aggregate
        | ClassAccess::Summary
        | ClassAccess::Submitted
        | ClassAccess::Own
        | ClassAccess::Read
        | ClassAccess::Write => {}
    }
    let candidate = permit.candidate().ok_or(Error::NotFound)?;
    let (record, told) = desk.records.notice_facts(candidate)?;
    let given = desk.records.notices_given(permit)?;
    Ok(Shown::Shown {
        value: NoticeStandingView {
            state: state(record, due(&told), desk.today),
            sentence: sentence(record, &told, desk.today),
            given: given.into_iter().map(given_view).collect(),
            versions: choices(desk)?,
        },
    })
}

fn given_view(given: NoticeGiven) -> NoticeGivenView {
    let (version, channel, exemption, reason) = match given.what {
        GivenWhat::Version { version, channel } => (Some(version), Some(channel), None, None),
        GivenWhat::Exempt { exemption, reason } => {
            (None, None, Some(exemption), Some(reason.into()))
        }
    };
    NoticeGivenView {
        version,
        channel,
        exemption,
        reason,
        on: given.on,
        recorded_by: given.recorded_by.into(),
        recorded_at: given.recorded_at,
    }
}
