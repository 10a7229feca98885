//! How permissions and places on the reserve list carry a date on (RULEBOOK RET-03 to RET-05).

use chrono::NaiveDate;

use crate::consent::{PermissionPurpose, period_ends};
use crate::reserve::entry_ends_on;
use crate::retention::{
    ApplicationFacts, PermissionFacts, PersonFacts, PolicyValues, ReserveFacts, RetentionPolicy,
};

/// Which fact a support comes from, as an index into the person's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Origin {
    Permission(usize),
    Reserve(usize),
}

/// Something that keeps a record from the day it was given to the day it ends. A place on the list ends where
/// it is cut short (RET-05), so only a permission can be withdrawn from under the date it had set.
#[derive(Clone, Copy, Debug)]
pub(super) struct Support {
    pub(super) origin: Origin,
    given: NaiveDate,
    end: NaiveDate,
    withdrawn: Option<NaiveDate>,
}

impl Support {
    /// A permission to be kept longer.
    pub(super) fn permission(index: usize, permission: &PermissionFacts) -> Self {
        Self {
            origin: Origin::Permission(index),
            given: permission.given_on,
            end: permission_ends(permission),
            withdrawn: permission.withdrawn_on,
        }
    }

    /// Where the date stands on a day, as far as this support carries it. A permission that was withdrawn by
    /// then carries nothing, so the date falls back (RET-04).
    fn carries_on(&self, day: NaiveDate) -> Option<NaiveDate> {
        self.withdrawn
            .is_none_or(|withdrawn| day < withdrawn)
            .then_some(self.end)
    }

    /// The first day on which it no longer supported anything.
    fn supported_until(&self, today: NaiveDate) -> NaiveDate {
        self.withdrawn
            .filter(|withdrawn| *withdrawn <= today)
            .map_or(self.end, |withdrawn| withdrawn.min(self.end))
    }
}

/// What became of one support.
#[derive(Clone, Copy, Debug)]
pub(super) struct Weighed {
    pub(super) origin: Origin,
    /// The date the record had when it was given, where that had passed.
    pub(super) too_late_for: Option<NaiveDate>,
    /// Where it carries the date on the day of the verdict.
    pub(super) carries: Option<NaiveDate>,
}

/// A base date and what supports make of it.
#[derive(Clone, Debug)]
pub(super) struct Chain {
    pub(super) erase_on: NaiveDate,
    /// The first day on which nothing supported the record any more: lateness counts from here.
    pub(super) supported_until: NaiveDate,
    pub(super) weighed: Vec<Weighed>,
}

/// The date something has before any support.
pub(super) struct Base<'a> {
    policy: &'a RetentionPolicy,
    came_in: Option<NaiveDate>,
    date_of: &'a dyn Fn(&PolicyValues) -> NaiveDate,
}

impl<'a> Base<'a> {
    /// The date that periods give to what came in on a day.
    pub(super) const fn new(
        policy: &'a RetentionPolicy,
        came_in: Option<NaiveDate>,
        date_of: &'a dyn Fn(&PolicyValues) -> NaiveDate,
    ) -> Self {
        Self {
            policy,
            came_in,
            date_of,
        }
    }

    fn date(&self) -> NaiveDate {
        (self.date_of)(&self.policy.values_for(self.came_in))
    }

    /// The date as it stood on a day: a permission that was given in time does not come too late by a version of the
    /// policy that was set after it.
    fn known_on(&self, day: NaiveDate) -> NaiveDate {
        (self.date_of)(&self.policy.values_known_on(self.came_in, day))
    }

    /// The first day on which it had come.
    fn passed_on(&self) -> NaiveDate {
        self.policy
            .first_day_past(self.came_in, self.date_of)
            .max(self.date())
    }
}

/// Weighs supports in the order they were given. One counts if it was given before the date the record had
/// at that moment: once that date has come nothing may still be there to keep.
pub(super) fn chain(base: &Base<'_>, mut supports: Vec<Support>, today: NaiveDate) -> Chain {
    supports.retain(|support| support.given <= today);
    supports.sort_by_key(|support| support.given);
    let mut chain = Chain {
        erase_on: base.date(),
        supported_until: base.passed_on(),
        weighed: Vec::new(),
    };
    let mut valid: Vec<Support> = Vec::new();
    for support in supports {
        let then = valid
            .iter()
            .filter_map(|earlier| earlier.carries_on(support.given))
            .max();
        let base_then = base.known_on(support.given);
        let limit = then.map_or(base_then, |then| then.max(base_then));
        let in_time = support.given < limit;
        let carries = support.carries_on(today).filter(|_| in_time);
        if in_time {
            chain.erase_on = carries.map_or(chain.erase_on, |until| until.max(chain.erase_on));
            chain.supported_until = chain.supported_until.max(support.supported_until(today));
            valid.push(support);
        }
        let too_late_for = (!in_time).then_some(limit);
        chain.weighed.push(Weighed {
            origin: support.origin,
            too_late_for,
            carries,
        });
    }
    chain
}

/// The day a permission ends by its period.
pub(super) fn permission_ends(permission: &PermissionFacts) -> NaiveDate {
    period_ends(permission.given_on, permission.months)
}

/// The permission a place stands on, where it may keep anything: an outcome that opens the list, a permission
/// for it (RET-05).
pub(super) fn reserve_stands_on<'a>(
    facts: &'a PersonFacts,
    entry: &ReserveFacts,
) -> Option<&'a PermissionFacts> {
    let opened = facts
        .applications
        .iter()
        .find(|application| application.application == entry.application)
        .and_then(ApplicationFacts::ended)
        .is_some_and(|(how, _)| how.opens_reserve_list());
    facts.permissions.iter().find(|permission| {
        opened
            && permission.permission == entry.permission
            && permission.purpose == PermissionPurpose::ReserveList
    })
}

/// What supports one application's material, or, for a person who never applied, their record.
pub(super) fn supports(
    facts: &PersonFacts,
    application: Option<&ApplicationFacts>,
) -> Vec<Support> {
    let wanted = application.map(|application| application.application);
    let permissions = facts
        .permissions
        .iter()
        .enumerate()
        .filter_map(|(index, permission)| {
            let reaches = permission.application.is_none() || permission.application == wanted;
            (permission.purpose == PermissionPurpose::KeepLonger && reaches)
                .then(|| Support::permission(index, permission))
        });
    let reserve = facts
        .reserve
        .iter()
        .enumerate()
        .filter_map(|(index, entry)| {
            let permission = reserve_stands_on(facts, entry)?;
            (Some(entry.application) == wanted).then(|| Support {
                origin: Origin::Reserve(index),
                given: permission.given_on,
                end: entry_ends_on(entry, permission),
                withdrawn: None,
            })
        });
    permissions.chain(reserve).collect()
}
