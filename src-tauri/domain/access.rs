//! Who may do what to whom, and why (RULES A1 to A6; RULEBOOK §9; the notice, "Who has access").
//!
//! There is one decision, [`decide`]. It weighs the viewer, the action and the subject on a day, and answers
//! with a [`Permit`] or a [`Refusal`]. A permit has no public constructor, and every function of the store
//! that touches personal data takes one: a skipped check does not compile.

use std::collections::{BTreeMap, BTreeSet};
use std::marker::PhantomData;

use chrono::{Days, NaiveDate};
use serde::{Deserialize, Serialize};

use crate::id::{AccountId, CandidateId, TeamId, VacancyId};

/// Days for which people of a vacancy keep their access after it was closed out (RULES D10, RULEBOOK ACC-05).
pub const PANEL_GRACE_DAYS: u64 = 14;

/// What an account is in the organisation, whatever the vacancy.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub enum Role {
    /// Human resources: answers for the records of every vacancy.
    HrAdministrator,
    /// Everyone else: sees what a relation to a vacancy or a team gives, and nothing more.
    Member,
}

impl Role {
    /// Every role.
    pub const ALL: [Self; 2] = [Self::HrAdministrator, Self::Member];

    /// The word the store and files hold.
    pub const fn code(self) -> &'static str {
        match self {
            Self::HrAdministrator => "hr-administrator",
            Self::Member => "member",
        }
    }

    /// Reads the word the store and files hold.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.code() == code)
    }
}

/// What an account is to one vacancy, or, for a director, to one team (the notice's S91 to S95).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub enum Relation {
    /// Runs the recruitment for the role.
    RecruitingManager,
    /// Interviews or assesses for the role.
    Interviewer,
    /// Directs the team the role is in.
    Director,
    /// Audits the role: reads, changes nothing.
    Auditor,
}

impl Relation {
    /// Every relation.
    pub const ALL: [Self; 4] = [
        Self::RecruitingManager,
        Self::Interviewer,
        Self::Director,
        Self::Auditor,
    ];

    /// The word the store and files hold.
    pub const fn code(self) -> &'static str {
        match self {
            Self::RecruitingManager => "recruiting-manager",
            Self::Interviewer => "interviewer",
            Self::Director => "director",
            Self::Auditor => "auditor",
        }
    }

    /// Reads the word the store and files hold.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|relation| relation.code() == code)
    }
}

/// What a grant covers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum GrantScope {
    /// One vacancy.
    Vacancy(VacancyId),
    /// Every vacancy of one team: a director's.
    Team(TeamId),
}

/// A relation given to an account, from a day to the end of another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Grant {
    /// The relation.
    pub relation: Relation,
    /// To what.
    pub scope: GrantScope,
    /// First day.
    pub from: NaiveDate,
    /// Last day, where it has one.
    pub until: Option<NaiveDate>,
}

impl Grant {
    fn holds_on(&self, today: NaiveDate) -> bool {
        self.from <= today && self.until.is_none_or(|last| today <= last)
    }
}

/// Who is asking: an account with its role and grants, read anew for every use.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Viewer {
    /// The account.
    pub account: AccountId,
    /// Its role in the organisation.
    pub role: Role,
    /// Its relations to vacancies and teams.
    pub grants: Vec<Grant>,
}

/// What access needs to know of a vacancy.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct VacancyFacts {
    /// Which vacancy.
    pub vacancy: VacancyId,
    /// The team the role is in.
    pub team: TeamId,
    /// The day it was closed out.
    pub closed_out_on: Option<NaiveDate>,
}

/// Whom or what an action is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Subject {
    /// A candidate, with the vacancies they applied to.
    Candidate {
        /// Which candidate.
        candidate: CandidateId,
        /// The vacancies of their applications.
        vacancies: Vec<VacancyFacts>,
    },
    /// One candidate's application to one vacancy.
    Application {
        /// Which candidate.
        candidate: CandidateId,
        /// The vacancy.
        vacancy: VacancyFacts,
    },
    /// A vacancy itself.
    Vacancy(VacancyFacts),
    /// Lists over many records: the answer is a scope, not a yes.
    Everyone {
        /// Every vacancy there is.
        vacancies: Vec<VacancyFacts>,
    },
    /// The organisation: its accounts, teams, imports, erasure.
    Organisation,
}

/// What is to be done. A marker type for each stands in [`Permit`]'s type, so that a permit to read is no permit to write.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub enum ActionKind {
    /// List and search candidates; the permit carries the scope.
    ListCandidates,
    /// Open one candidate.
    ReadCandidate,
    /// Add a candidate for a vacancy, or, for HR, for none.
    AddCandidate,
    /// Change a candidate's details.
    EditCandidate,
    /// Record or withdraw a permission, and the reserve-list place that stands on it.
    RecordPermission,
    /// Move an application, or record how it ended.
    DecideApplication,
    /// List vacancies; the permit carries the scope.
    ListVacancies,
    /// Open one vacancy with its board.
    ReadVacancy,
    /// Add a vacancy.
    AddVacancy,
    /// Change or close out a vacancy.
    EditVacancy,
    /// Name the people of a vacancy.
    AssignPeople,
    /// See what is due for erasure, and the calendar; the permit carries the scope.
    ReviewRetention,
    /// Erase.
    Erase,
    /// Bring in a file of applicants, or take an import back.
    Import,
    /// Add accounts and see them.
    ManageAccounts,
    /// Read the journal and verify the store.
    ReadJournal,
}

impl ActionKind {
    /// Whether it lists what a viewer may see, so that someone with a part in nothing gets an empty list.
    const fn is_a_list(self) -> bool {
        match self {
            Self::ListCandidates | Self::ListVacancies | Self::ReviewRetention => true,
            Self::ReadCandidate
            | Self::AddCandidate
            | Self::EditCandidate
            | Self::RecordPermission
            | Self::DecideApplication
            | Self::ReadVacancy
            | Self::AddVacancy
            | Self::EditVacancy
            | Self::AssignPeople
            | Self::Erase
            | Self::Import
            | Self::ManageAccounts
            | Self::ReadJournal => false,
        }
    }
}

/// A marker type for an action.
pub trait Action {
    /// Which action the marker stands for.
    const KIND: ActionKind;
}

macro_rules! actions {
    ($($name:ident),+ $(,)?) => {
        $(
            #[doc = concat!("Marks a permit for [`ActionKind::", stringify!($name), "`].")]
            #[derive(Clone, Copy, Debug)]
            pub struct $name;

            impl Action for $name {
                const KIND: ActionKind = ActionKind::$name;
            }
        )+

        impl ActionKind {
            /// Every action.
            pub const ALL: &'static [Self] = &[$(Self::$name),+];
        }
    };
}

actions!(
    ListCandidates,
    ReadCandidate,
    AddCandidate,
    EditCandidate,
    RecordPermission,
    DecideApplication,
    ListVacancies,
    ReadVacancy,
    AddVacancy,
    EditVacancy,
    AssignPeople,
    ReviewRetention,
    Erase,
    Import,
    ManageAccounts,
    ReadJournal,
);

/// How much of an identity a permit shows (RULES A3: an interviewer sees names, not contact details).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Sight {
    /// The name only; contact details, permissions and dates of erasure are withheld.
    NameOnly,
    /// Name, contact details, permissions and dates of erasure.
    Full,
}

/// Which records a list may show, and how much of each.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Scope {
    /// Every record.
    Everything,
    /// Candidates of these vacancies, each with its sight; nobody else.
    Vacancies(BTreeMap<VacancyId, Sight>),
}

impl Scope {
    /// Whether a vacancy is inside.
    pub fn covers(&self, vacancy: VacancyId) -> bool {
        match self {
            Self::Everything => true,
            Self::Vacancies(vacancies) => vacancies.contains_key(&vacancy),
        }
    }

    /// The most this scope shows of a record with these vacancies; `None` is nothing at all.
    pub fn sight(&self, vacancies: impl IntoIterator<Item = VacancyId>) -> Option<Sight> {
        match self {
            Self::Everything => Some(Sight::Full),
            Self::Vacancies(seen) => vacancies
                .into_iter()
                .filter_map(|vacancy| seen.get(&vacancy).copied())
                .max(),
        }
    }
}

/// Proof that [`decide`] said yes: to this account, for this action, on this subject.
#[derive(Clone, Debug)]
pub struct Permit<A> {
    actor: AccountId,
    subject: Subject,
    scope: Scope,
    sight: Sight,
    action: PhantomData<A>,
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
        match &self.subject {
            Subject::Candidate { candidate, .. } | Subject::Application { candidate, .. } => {
                Some(*candidate)
            }
            Subject::Vacancy(_) | Subject::Everyone { .. } | Subject::Organisation => None,
        }
    }

    /// The vacancy the permit is for, where it is for one.
    pub const fn vacancy(&self) -> Option<VacancyId> {
        match &self.subject {
            Subject::Vacancy(facts) | Subject::Application { vacancy: facts, .. } => {
                Some(facts.vacancy)
            }
            Subject::Candidate { .. } | Subject::Everyone { .. } | Subject::Organisation => None,
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
}

/// The rule that said no. None of them tells whether the thing exists (RULES A6).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub enum Refusal {
    /// No relation to the role in question (the notice's S91).
    NoRelation,
    /// The relation is there, but it does not reach this action (RULES A3).
    NotInRelation,
    /// Only HR may.
    HrOnly,
    /// The relation has ended (RULES D10).
    Ended,
}

impl Refusal {
    /// The rule that decided.
    pub const fn rule(self) -> &'static str {
        match self {
            Self::NoRelation => "A1",
            Self::NotInRelation => "A3",
            Self::HrOnly => "A2",
            Self::Ended => "D10",
        }
    }

    /// Why, in one sentence.
    pub const fn sentence(self) -> &'static str {
        match self {
            Self::NoRelation => {
                "Only people with a part in the role may see this, and you have none (rule A1, the notice's \
                 promise on access)."
            }
            Self::NotInRelation => "Your part in this role does not include this (rule A3).",
            Self::HrOnly => "Only HR may do this (rule A2).",
            Self::Ended => "Your access to this role has ended (rule D10).",
        }
    }
}

/// Something a viewer may see, or the reason why not: never an empty text in place of a secret.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "is", rename_all = "camelCase", rename_all_fields = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub enum Shown<T> {
    /// The thing.
    Shown {
        /// What may be seen.
        value: T,
    },
    /// Held back.
    Withheld {
        /// The rule that holds it back.
        rule: String,
        /// Why, in one sentence.
        because: String,
    },
}

impl<T> Shown<T> {
    /// Shows a value that identifies or reaches the person only under full sight.
    pub fn under(sight: Sight, value: T) -> Self {
        match sight {
            Sight::Full => Self::Shown { value },
            Sight::NameOnly => Self::Withheld {
                rule: "A3".to_owned(),
                because:
                    "Interviewers see what they need to assess, not contact details (rule A3)."
                        .to_owned(),
            },
        }
    }
}

/// What a relation may do, on records of its own vacancies, and how much it sees.
const fn relation_allows(relation: Relation, action: ActionKind) -> bool {
    match action {
        ActionKind::ListCandidates
        | ActionKind::ReadCandidate
        | ActionKind::ListVacancies
        | ActionKind::ReadVacancy => true,
        ActionKind::ReviewRetention => {
            matches!(
                relation,
                Relation::RecruitingManager | Relation::Director | Relation::Auditor
            )
        }
        ActionKind::AddCandidate
        | ActionKind::EditCandidate
        | ActionKind::RecordPermission
        | ActionKind::DecideApplication
        | ActionKind::EditVacancy => matches!(relation, Relation::RecruitingManager),
        ActionKind::AddVacancy
        | ActionKind::AssignPeople
        | ActionKind::Erase
        | ActionKind::Import
        | ActionKind::ManageAccounts
        | ActionKind::ReadJournal => false,
    }
}

/// How much of a candidate a relation sees.
const fn relation_sight(relation: Relation) -> Sight {
    match relation {
        Relation::Interviewer => Sight::NameOnly,
        Relation::RecruitingManager | Relation::Director | Relation::Auditor => Sight::Full,
    }
}

/// The relations a viewer has to a vacancy: those that hold on the day, and whether any has ended.
fn relations(
    viewer: &Viewer,
    vacancy: &VacancyFacts,
    today: NaiveDate,
) -> (BTreeSet<Relation>, bool) {
    let within_grace = vacancy.closed_out_on.is_none_or(|closed| {
        closed
            .checked_add_days(Days::new(PANEL_GRACE_DAYS))
            .is_none_or(|last| today <= last)
    });
    let mut held = BTreeSet::new();
    let mut ended = false;
    for grant in &viewer.grants {
        let reaches = match grant.scope {
            GrantScope::Vacancy(id) => id == vacancy.vacancy,
            GrantScope::Team(id) => id == vacancy.team,
        };
        if !reaches {
            continue;
        }
        // The grace is for the people of the vacancy; a director's and an auditor's grant have ends of their own.
        let of_the_panel = matches!(
            grant.relation,
            Relation::RecruitingManager | Relation::Interviewer
        );
        if grant.holds_on(today) && (within_grace || !of_the_panel) {
            held.insert(grant.relation);
        } else if grant.from <= today {
            ended = true;
        }
    }
    (held, ended)
}

/// Decides whether a viewer may do an action to a subject on a day.
///
/// # Errors
/// The [`Refusal`] that names the rule. Where a candidate has no vacancy the viewer has a part in, the
/// refusal is the same as for one that does not exist.
pub fn decide<A: Action>(
    viewer: &Viewer,
    subject: Subject,
    today: NaiveDate,
) -> Result<Permit<A>, Refusal> {
    let permit = |subject: Subject, scope: Scope, sight: Sight| Permit {
        actor: viewer.account,
        subject,
        scope,
        sight,
        action: PhantomData,
    };
    if viewer.role == Role::HrAdministrator {
        return Ok(permit(subject, Scope::Everything, Sight::Full));
    }
    let vacancies: Vec<VacancyFacts> = match &subject {
        Subject::Candidate { vacancies, .. } | Subject::Everyone { vacancies } => vacancies.clone(),
        Subject::Application { vacancy, .. } | Subject::Vacancy(vacancy) => vec![*vacancy],
        Subject::Organisation => return Err(Refusal::HrOnly),
    };
    let mut seen = BTreeMap::new();
    let mut any_relation = false;
    let mut any_ended = false;
    for vacancy in &vacancies {
        let (held, ended) = relations(viewer, vacancy, today);
        any_ended |= ended;
        any_relation |= !held.is_empty();
        let sight = held
            .into_iter()
            .filter(|relation| relation_allows(*relation, A::KIND))
            .map(relation_sight)
            .max();
        if let Some(sight) = sight {
            seen.insert(vacancy.vacancy, sight);
        }
    }
    // A list over nothing is an empty list, not a refusal. Anything else done to nobody is refused below.
    if matches!(subject, Subject::Everyone { .. }) && A::KIND.is_a_list() {
        let sight = seen.values().copied().max().unwrap_or(Sight::NameOnly);
        return Ok(permit(subject, Scope::Vacancies(seen), sight));
    }
    match seen.values().copied().max() {
        Some(sight) => Ok(permit(subject, Scope::Vacancies(seen), sight)),
        None if any_relation => Err(Refusal::NotInRelation),
        None if any_ended => Err(Refusal::Ended),
        None => Err(Refusal::NoRelation),
    }
}

#[cfg(test)]
mod tests;
