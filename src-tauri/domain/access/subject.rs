//! Whom or what an action is about.

use chrono::NaiveDate;

use crate::application::Stage;
use crate::id::{AccountId, CandidateId, TeamId, VacancyId};

/// What access needs to know of a vacancy.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct VacancyFacts {
    /// Which vacancy.
    pub vacancy: VacancyId,
    /// The team the role is in.
    pub team: TeamId,
    /// The day it was closed out.
    pub closed_out_on: Option<NaiveDate>,
    /// The stage an application must have reached before those who decide see whose it is; `None` where they
    /// see that from the start.
    pub blind_until: Option<Stage>,
}

impl VacancyFacts {
    /// Whether an application that came so far is still nameless to those who decide.
    pub fn is_blind_at(&self, reached: Stage) -> bool {
        self.blind_until.is_some_and(|until| reached < until)
    }
}

/// What access needs to know of an application.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Applied {
    /// What it is for.
    pub vacancy: VacancyFacts,
    /// The furthest it came.
    pub reached: Stage,
}

/// Whom or what an action is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Subject {
    /// A candidate, with their applications.
    Candidate {
        /// Which candidate.
        candidate: CandidateId,
        /// All of their applications, whoever may see them.
        applied: Vec<Applied>,
    },
    /// One candidate's application to one vacancy.
    Application {
        /// Which candidate.
        candidate: CandidateId,
        /// The vacancy.
        vacancy: VacancyFacts,
        /// All of the candidate's applications, this one among them: being nameless in one hides the name in all.
        applied: Vec<Applied>,
    },
    /// A vacancy itself.
    Vacancy(VacancyFacts),
    /// Lists over many records: the answer is a scope, not a yes.
    Everyone {
        /// Every vacancy there is.
        vacancies: Vec<VacancyFacts>,
    },
    /// Somebody's access: their role, parts, training and conflicts.
    Account(AccountId),
    /// The organisation: its accounts, teams, imports, erasure.
    Organisation,
}

impl Subject {
    /// The candidate it is about, where it is about one.
    pub const fn candidate(&self) -> Option<CandidateId> {
        match self {
            Self::Candidate { candidate, .. } | Self::Application { candidate, .. } => {
                Some(*candidate)
            }
            Self::Vacancy(_) | Self::Everyone { .. } | Self::Account(_) | Self::Organisation => {
                None
            }
        }
    }

    /// The vacancies through which somebody may have a part in it.
    pub(super) fn vacancies(&self) -> Vec<VacancyFacts> {
        match self {
            Self::Candidate { applied, .. } => applied.iter().map(|each| each.vacancy).collect(),
            Self::Application { vacancy, .. } | Self::Vacancy(vacancy) => vec![*vacancy],
            Self::Everyone { vacancies } => vacancies.clone(),
            Self::Account(_) | Self::Organisation => Vec::new(),
        }
    }

    /// The applications of the candidate it is about, whoever may see them.
    pub fn applied(&self) -> &[Applied] {
        match self {
            Self::Candidate { applied, .. } | Self::Application { applied, .. } => applied,
            Self::Vacancy(_) | Self::Everyone { .. } | Self::Account(_) | Self::Organisation => &[],
        }
    }
}
