//! What is weighed of the promises: numbers of the store, and the registers as they stand today.

use domain::access;
use domain::complaint::ComplaintClockState;
use domain::incident::IncidentClockState;
use domain::number::many;
use domain::rights::ClockTone;
use domain::sharing::{ItemKind, Standing};
use store::Evidence;

use super::evidence::{late, said, there};
use super::{EvidenceLine, EvidencePlace};
use crate::desk::ReadDesk;
use crate::error::Error;
use crate::register::RegistersView;
use crate::view::Nothing;
use crate::{complaint, incident, purpose, register, rights};

/// What is weighed: numbers of the store, and the registers as they stand today.
pub(super) struct Facts {
    pub(super) store: Evidence,
    registers: RegistersView,
    pub(super) purposes: usize,
    pub(super) requests: Tally,
    pub(super) incidents: Tally,
    pub(super) complaints: Tally,
}

/// Cases of a kind.
pub(super) struct Tally {
    all: usize,
    open: usize,
    pub(super) late: usize,
}

impl Facts {
    pub(super) fn gather(desk: &ReadDesk<'_>) -> Result<Self, Error> {
        let permit = desk.permit_on_organisation::<access::ReadRegisters>()?;
        let requests = rights::list(desk, Nothing {})?.rows;
        let incidents = incident::list(desk, Nothing {})?.rows;
        let complaints = complaint::list(desk, Nothing {})?.rows;
        Ok(Self {
            store: desk.records.evidence(&permit, desk.today)?,
            registers: register::list(desk, Nothing {})?,
            purposes: purpose::list(desk, Nothing {})?.purposes.len(),
            requests: Tally {
                all: requests.len(),
                open: requests.iter().filter(|row| row.next.is_some()).count(),
                late: requests
                    .iter()
                    .filter(|row| row.next.is_some() && row.clock.tone == ClockTone::Late)
                    .count(),
            },
            incidents: Tally {
                all: incidents.len(),
                open: incidents.iter().filter(|row| row.next.is_some()).count(),
                late: incidents
                    .iter()
                    .filter(|row| row.clock.state == IncidentClockState::Late)
                    .count(),
            },
            complaints: Tally {
                all: complaints.len(),
                open: complaints.iter().filter(|row| row.next.is_some()).count(),
                late: complaints
                    .iter()
                    .filter(|row| is_late(row.clock.state))
                    .count(),
            },
        })
    }

    fn of_kind(&self, kind: ItemKind) -> impl Iterator<Item = Standing> {
        self.registers
            .lines
            .iter()
            .filter(move |line| line.line.kind() == kind)
            .map(|line| line.standing)
    }

    /// How many lines a register has.
    pub(super) fn register(
        &self,
        kind: ItemKind,
        at: EvidencePlace,
        one: &str,
        more: &str,
    ) -> EvidenceLine {
        there(
            at,
            wide(self.of_kind(kind).count()),
            &format!("{one} is in the register"),
            &format!("{more} are in the register"),
        )
    }

    /// How many of them ended, or should have been looked at again.
    pub(super) fn lapsed(
        &self,
        kind: ItemKind,
        at: EvidencePlace,
        one: &str,
        more: &str,
    ) -> EvidenceLine {
        let past = self
            .of_kind(kind)
            .filter(|standing| is_past(*standing))
            .count();
        late(
            at,
            wide(past),
            &format!("{one} has ended or is due for its review"),
            &format!("{more} have ended or are due for their review"),
        )
    }

    pub(super) fn untrained(&self) -> u64 {
        let untrained = |standing: Option<Standing>| standing.is_none_or(is_past);
        let all = &self.registers.training;
        wide(all.iter().filter(|one| untrained(one.standing)).count())
    }
}

impl Tally {
    /// How many there are, and how many of them are open.
    pub(super) fn line(&self, one: &str, more: &str) -> EvidenceLine {
        said(
            EvidencePlace::Rights,
            &format!(
                "{}, {} open.",
                many(wide(self.all), one, more),
                wide(self.open)
            ),
        )
    }
}

const fn is_late(complaint: ComplaintClockState) -> bool {
    match complaint {
        ComplaintClockState::Late | ComplaintClockState::Slow | ComplaintClockState::Overdue => {
            true
        }
        ComplaintClockState::Unacknowledged
        | ComplaintClockState::Running
        | ComplaintClockState::Answered => false,
    }
}

const fn is_past(standing: Standing) -> bool {
    match standing {
        Standing::Overdue(_) | Standing::Lapsed(_) => true,
        Standing::Good(_) | Standing::Soon(_) | Standing::NotYet(_) => false,
    }
}

pub(super) fn wide(count: usize) -> u64 {
    u64::try_from(count).unwrap_or(u64::MAX)
}
