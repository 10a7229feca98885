//! When a record began and ended, how it stands, and whether it may still be kept.

use chrono::NaiveDate;
use domain::application::Stage;
use domain::dates::months_after;

use super::{Reader, remembered};
use crate::columns::{DateCell, Sorted};
use crate::date::{self, ZonelessIs};
use crate::plan::Undated;
use crate::reading::Reason;
use crate::status::{self, Ending, Standing};
use crate::warning::{RowWarnings, Warning};

/// When a record begins and ends, as far as its row says.
pub(super) struct Times {
    pub(super) received: NaiveDate,
    pub(super) ended: Option<(Ending, NaiveDate)>,
}

impl Reader<'_> {
    /// R18: what is due is refused at the door. A live application is not due (R1); a prospect is, six months after
    /// coming in (R8), and so is one whose ending the file shows without a vacancy.
    pub(super) fn still_kept(&self, times: &Times, has_vacancy: bool) -> Result<(), Reason> {
        let ended = times.ended.map(|(_, on)| self.end_of(on));
        let prospect = (!has_vacancy).then(|| self.end_of(times.received));
        if ended.is_some_and(|end| end < self.today) {
            Err(Reason::PastRetention)
        } else if prospect.is_some_and(|end| end < self.today) {
            Err(Reason::ProspectPast)
        } else if ended == Some(self.today) || prospect == Some(self.today) {
            Err(Reason::DueToday)
        } else {
            Ok(())
        }
    }

    pub(super) fn end_of(&self, from: NaiveDate) -> NaiveDate {
        months_after(from, self.plan.keep_months)
    }

    /// The days the six months count from (R18: never the day of the import).
    pub(super) fn times(
        &mut self,
        sorted: &Sorted<'_>,
        warnings: &mut RowWarnings,
    ) -> Result<Times, Reason> {
        let given = match self.plan.undated {
            Undated::On { date } if date > self.today => return Err(Reason::DateOutOfRange),
            Undated::On { date } => Some(date),
            Undated::Refuse | Undated::FromReceived => None,
        };
        let applied = self.day(sorted.applied);
        let (ending, on) = match self.ending(sorted, applied, warnings) {
            None => (None, Ok(None)),
            Some(ending) => (Some(ending), self.ended_on(sorted)),
        };
        let on = match on {
            Err(Reason::UnreadableDate) if given.is_some() => None,
            other => other?,
        };
        let received = match applied {
            Err(Reason::UnreadableDate) if given.is_some() => None,
            other => other?,
        };
        let Some(ending) = ending else {
            let received = received.or(given).ok_or(Reason::NoDate)?;
            return Ok(Times {
                received,
                ended: None,
            });
        };
        let from_received = if self.plan.undated == Undated::FromReceived {
            received
        } else {
            None
        };
        let on = on
            .or(given.max(received.filter(|_| given.is_some())))
            .or(from_received)
            .ok_or(Reason::NoEndingDate)?;
        if received.is_some_and(|received| on < received) {
            warnings.add(Warning::EndedBeforeApplied);
        }
        Ok(Times {
            received: received.unwrap_or(on),
            ended: Some((ending, on)),
        })
    }

    fn ended_on(&self, sorted: &Sorted<'_>) -> Result<Option<NaiveDate>, Reason> {
        match self.day(sorted.outcome_on)? {
            Some(day) => Ok(Some(day)),
            None => self.day(sorted.changed_on),
        }
    }

    fn day(&self, cell: Option<DateCell<'_>>) -> Result<Option<NaiveDate>, Reason> {
        let Some(cell) = cell else { return Ok(None) };
        let day =
            date::parse(cell.text, cell.form, self.zoneless()).ok_or(Reason::UnreadableDate)?;
        let earliest = NaiveDate::from_ymd_opt(1990, 1, 1).unwrap_or(NaiveDate::MIN);
        if (earliest..=self.today).contains(&day) {
            Ok(Some(day))
        } else {
            Err(Reason::DateOutOfRange)
        }
    }

    const fn zoneless(&self) -> ZonelessIs {
        self.layout.zoneless()
    }

    /// How the application ended, if it has.
    fn ending(
        &mut self,
        sorted: &Sorted<'_>,
        applied: Result<Option<NaiveDate>, Reason>,
        warnings: &mut RowWarnings,
    ) -> Option<Ending> {
        let mut standing = self.standing(sorted.outcome);
        if standing == Standing::Unknown {
            standing = self.standing(sorted.stage);
        }
        if let Standing::Ended(ending) = standing {
            return Some(ending);
        }
        if !sorted.reason.is_empty() {
            return Some(match self.standing(sorted.reason) {
                Standing::Ended(ending) => ending,
                Standing::Live(_) | Standing::Unknown => Ending::Rejected,
            });
        }
        if sorted.outcome_on.is_some() {
            return Some(Ending::ClosedOut);
        }
        if self.layout.ends_by_change() && !self.columns.has_status() {
            let changed = self.day(sorted.changed_on).ok().flatten();
            if let (Ok(Some(made)), Some(changed)) = (applied, changed)
                && changed > made
            {
                warnings.add(Warning::EndingInferred);
                return Some(Ending::ClosedOut);
            }
        }
        None
    }

    /// The stage an application is at, or had reached.
    pub(super) fn stage(&mut self, sorted: &Sorted<'_>, warnings: &mut RowWarnings) -> Stage {
        match self.standing(sorted.stage) {
            Standing::Live(stage) => stage,
            Standing::Ended(_) => match self.standing(sorted.stage_reached) {
                Standing::Live(stage) => stage,
                Standing::Ended(_) | Standing::Unknown => Stage::Applied,
            },
            Standing::Unknown => {
                if !sorted.stage.is_empty() {
                    warnings.add(Warning::UnknownStatus);
                }
                Stage::Applied
            }
        }
    }

    fn standing(&mut self, text: &str) -> Standing {
        if text.is_empty() {
            return Standing::Unknown;
        }
        remembered(&mut self.standings, text, status::standing)
    }
}
