//! What [`decide`](super::decide()) hands out: proof that it said yes, and how far the yes goes.

use std::collections::{BTreeMap, BTreeSet};
use std::marker::PhantomData;

use chrono::NaiveDate;

use super::action::{Action, Erase, OpenSealed, ReviewRetention, SealRecord, Sweep};
use super::class::{ClassAccess, Classes, DataClass};
use super::expired::Expired;
use super::refusal::Refusal;
use super::subject::Subject;
use crate::application::Stage;
use crate::compartment::Compartment;
use crate::id::{AccountId, CandidateId, VacancyId};

/// How much of an identity a permit shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Sight {
    /// Not even the name: an alias, and what tells nothing of who it is.
    Blind,
    /// The name only; contact details, permissions and dates of erasure are withheld (RULES A3).
    NameOnly,
    /// Name, contact details, permissions and dates of erasure.
    Full,
}

/// Whose records a list may show.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reach {
    /// Everybody's, in full.
    Everything,
    /// Candidates of these vacancies, each with its sight; nobody else.
    Vacancies(BTreeMap<VacancyId, Sight>),
}

/// Which records a list may show, and how much of each.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scope {
    reach: Reach,
    blind: BTreeMap<VacancyId, Stage>,
    without: BTreeSet<CandidateId>,
    expired: Option<(Expired, NaiveDate)>,
}

impl Scope {
    /// A scope over a reach.
    pub const fn new(reach: Reach) -> Self {
        Self {
            reach,
            blind: BTreeMap::new(),
            without: BTreeSet::new(),
            expired: None,
        }
    }

    /// Every record.
    pub const fn everything() -> Self {
        Self::new(Reach::Everything)
    }

    /// Hides who somebody is until their application to one of these vacancies has reached its stage.
    #[must_use]
    pub fn blind_in(mut self, blind: BTreeMap<VacancyId, Stage>) -> Self {
        self.blind = blind;
        self
    }

    /// Leaves people out, whatever their vacancies.
    #[must_use]
    pub fn leaving_out(mut self, without: BTreeSet<CandidateId>) -> Self {
        self.without = without;
        self
    }

    /// Hides records whose day has come by a day, but for those that are still seen.
    #[must_use]
    pub const fn hiding_expired(mut self, but: Expired, on: NaiveDate) -> Self {
        self.expired = Some((but, on));
        self
    }

    /// Which of the records whose day has come are still seen, and the day; `None` hides none.
    pub const fn expired(&self) -> Option<(Expired, NaiveDate)> {
        self.expired
    }

    /// Whose records.
    pub const fn reach(&self) -> &Reach {
        &self.reach
    }

    /// The vacancies in which an application shows no name before it has reached the stage.
    pub const fn blind(&self) -> &BTreeMap<VacancyId, Stage> {
        &self.blind
    }

    /// Who is left out: people with whom a conflict of interest was declared.
    pub const fn without(&self) -> &BTreeSet<CandidateId> {
        &self.without
    }

    /// Whether it holds nobody at all.
    pub fn is_empty(&self) -> bool {
        match &self.reach {
            Reach::Everything => false,
            Reach::Vacancies(vacancies) => vacancies.is_empty(),
        }
    }

    /// Whether a vacancy is inside.
    pub fn covers(&self, vacancy: VacancyId) -> bool {
        match &self.reach {
            Reach::Everything => true,
            Reach::Vacancies(vacancies) => vacancies.contains_key(&vacancy),
        }
    }

    /// The most that the parts in these vacancies show of a record, blindness aside; `None` is nothing at all.
    pub fn sight(&self, vacancies: impl IntoIterator<Item = VacancyId>) -> Option<Sight> {
        match &self.reach {
            Reach::Everything => Some(Sight::Full),
            Reach::Vacancies(seen) => vacancies
                .into_iter()
                .filter_map(|vacancy| seen.get(&vacancy).copied())
                .max(),
        }
    }
}

/// Proof that [`decide`](super::decide()) said yes: to this account, for this action, on this subject.
#[derive(Clone, Debug)]
pub struct Permit<A> {
    pub(super) actor: AccountId,
    pub(super) subject: Subject,
    pub(super) scope: Scope,
    pub(super) sight: Sight,
    pub(super) classes: Classes,
    pub(super) action: PhantomData<A>,
}

impl<A: Action> Permit<A> {
    /// The account that may.
    pub const fn actor(&self) -> AccountId {
        self.actor
    }

    /// Whom or what it may be done to.
    pub const fn subject(&self) -> &Subject {
        &self.subject
    }

    /// The candidate the permit is for, where it is for one.
    pub const fn candidate(&self) -> Option<CandidateId> {
        self.subject.candidate()
    }

    /// The vacancy the permit is for, where it is for one.
    pub const fn vacancy(&self) -> Option<VacancyId> {
        match &self.subject {
            Subject::Vacancy(facts) | Subject::Application { vacancy: facts, .. } => {
                Some(facts.vacancy)
            }
            Subject::Candidate { .. }
            | Subject::Everyone { .. }
            | Subject::Account(_)
            | Subject::Organisation => None,
        }
    }

    /// The account whose access the permit is for, where it is for one's.
    pub const fn account(&self) -> Option<AccountId> {
        match &self.subject {
            Subject::Account(account) => Some(*account),
            Subject::Candidate { .. }
            | Subject::Application { .. }
            | Subject::Vacancy(_)
            | Subject::Everyone { .. }
            | Subject::Organisation => None,
        }
    }

    /// Which records a list may show. For a single candidate: which of their applications.
    pub const fn scope(&self) -> &Scope {
        &self.scope
    }

    /// How much of the subject's identity may be shown.
    pub const fn sight(&self) -> Sight {
        self.sight
    }

    /// How much of a class may be shown of the subject.
    pub fn class(&self, class: DataClass) -> ClassAccess {
        self.classes.get(class)
    }

    /// How much of every class may be shown of the subject.
    pub const fn classes(&self) -> &Classes {
        &self.classes
    }
}

impl Permit<Sweep> {
    /// The two halves of a sweep: finding who is due, and erasing them. They are for one use case, which shows nobody to
    /// whoever started it; the decision that gave the permit for the whole allows neither half by itself.
    pub fn halves(&self) -> (Permit<ReviewRetention>, Permit<Erase>) {
        (self.half(), self.half())
    }

    fn half<A: Action>(&self) -> Permit<A> {
        Permit {
            actor: self.actor,
            subject: self.subject.clone(),
            scope: self.scope.clone(),
            sight: self.sight,
            classes: self.classes,
            action: PhantomData,
        }
    }
}

impl Permit<OpenSealed> {
    /// Whether a record of this compartment may be opened. Equality answers never are (ACC-04).
    ///
    /// # Errors
    /// The [`Refusal`] that names the rule.
    pub fn opens(&self, compartment: Compartment) -> Result<(), Refusal> {
        may_open(self.class(DataClass::Sealed(compartment)))
    }
}

impl Permit<SealRecord> {
    /// Whether something may be recorded in this compartment. Whoever records needs no key; but whoever decides on a
    /// role does not collect equality answers for it.
    ///
    /// # Errors
    /// The [`Refusal`] that names the rule.
    pub fn seals(&self, compartment: Compartment) -> Result<(), Refusal> {
        match self.class(DataClass::Sealed(compartment)) {
            ClassAccess::Withheld(refusal) => Err(refusal),
            ClassAccess::Status
            | ClassAccess::Aggregate
            | ClassAccess::Summary
            | ClassAccess::Submitted
            | ClassAccess::Own
            | ClassAccess::Read
            | ClassAccess::Write => Ok(()),
        }
    }

    /// Whether one record of this compartment may be erased before its day: by who can see that it is the right one,
    /// and, where nobody can, by who may record it.
    ///
    /// # Errors
    /// The [`Refusal`] that names the rule.
    pub fn unseals(&self, compartment: Compartment) -> Result<(), Refusal> {
        let access = self.class(DataClass::Sealed(compartment));
        if access == ClassAccess::Aggregate {
            Ok(())
        } else {
            may_open(access)
        }
    }
}

const fn may_open(access: ClassAccess) -> Result<(), Refusal> {
    match access {
        ClassAccess::Withheld(refusal) => Err(refusal),
        ClassAccess::Status => Err(Refusal::Sealed),
        ClassAccess::Aggregate => Err(Refusal::CountedOnly),
        ClassAccess::Summary
        | ClassAccess::Submitted
        | ClassAccess::Own
        | ClassAccess::Read
        | ClassAccess::Write => Ok(()),
    }
}
