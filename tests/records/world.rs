//! A store with a vacancy, and somebody in HR who works in it on a day that can be moved.

use chrono::{DateTime, NaiveDate, Utc};
use domain::access::{Role, RoleHeld, Shown};
use domain::application::{Outcome, OutcomeKind, RejectionReason};
use domain::candidate::{CandidateDetails, ContactDetails, PersonName};
use domain::clock::FixedClock;
use domain::consent::{PermissionDetails, PermissionMeans, PermissionPurpose};
use domain::id::{ApplicationId, CandidateId, VacancyId};
use domain::source::{Source, SourceCategory};
use domain::text::{Email, Line, Phone};
use domain::vacancy::{VacancyDetails, VacancyKind};
use records::candidate::{
    AddCandidate, CandidateColumn, CandidateFilter, CandidateSort, CandidateView, EndApplications,
    ListCandidates, NewApplication, OpenCandidate, RecordStrip,
};
use records::vacancy::{AddVacancy, Board, OpenVacancy, TeamChoice, VacancyView};
use records::view::{Undo, Undone};
use records::{Error, ReadDesk, Session, Store, Unwatched, WriteDesk};
use store::{KdfCost, NewAccount, Passphrase};
use tempfile::TempDir;

/// The day HR was trained.
const TRAINED: NaiveDate = NaiveDate::from_ymd_opt(2026, 1, 5).expect("a day of the calendar");

/// A day.
pub(crate) fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

/// A line.
pub(crate) fn line(text: &str) -> Line {
    Line::parse(text).expect("a line")
}

/// A store with people in it.
pub(crate) struct World {
    pub(crate) store: Store,
    pub(crate) session: Session,
    /// The day it is.
    pub(crate) today: NaiveDate,
    /// The first vacancy.
    pub(crate) vacancy: VacancyId,
    pub(crate) folder: TempDir,
}

impl World {
    /// A new store at the least cost of a passphrase that is ever accepted.
    pub(crate) fn new() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let today = day("2026-11-23");
        let new = store::NewStore {
            organisation: line("Office of the Example"),
            account: NewAccount {
                sign_in_name: line("hr"),
                name: line("Alex of HR"),
                role: RoleHeld::for_good(Role::HrAdministrator),
                inducted_on: Some(TRAINED),
                passphrase: Passphrase::new("a passphrase nobody guesses".to_owned().into()),
                cost: KdfCost::FLOOR,
            },
        };
        let made = store::create(&folder.path().join("store"), &new, noon(today)).expect("a store");
        let mut world = Self {
            store: made.store,
            session: Session::new(made.account),
            today,
            vacancy: VacancyId::new(noon(today)),
            folder,
        };
        world.vacancy = world.add_vacancy("Press Officer");
        world
    }

    /// Reads as HR.
    pub(crate) fn read<T>(
        &mut self,
        work: impl FnOnce(&ReadDesk<'_>) -> Result<T, Error>,
    ) -> Result<T, Error> {
        ReadDesk::with_store(
            &mut self.store,
            &self.session,
            &FixedClock(noon(self.today)),
            work,
        )
    }

    /// Writes as HR.
    pub(crate) fn write<T>(
        &mut self,
        work: impl FnOnce(&mut WriteDesk<'_>) -> Result<T, Error>,
    ) -> Result<T, Error> {
        let clock = FixedClock(noon(self.today));
        work(&mut WriteDesk::new(
            &mut self.store,
            &self.session,
            &clock,
            &Unwatched,
        ))
    }

    /// Does something that must succeed.
    pub(crate) fn does<T>(
        &mut self,
        work: impl FnOnce(&mut WriteDesk<'_>) -> Result<T, Error>,
    ) -> T {
        self.write(work).expect("it is done")
    }

    /// Tries something that must not succeed.
    pub(crate) fn does_not<T: std::fmt::Debug>(
        &mut self,
        work: impl FnOnce(&mut WriteDesk<'_>) -> Result<T, Error>,
    ) -> Error {
        self.write(work).expect_err("it is not done")
    }

    /// Adds a vacancy that has been open since March.
    pub(crate) fn add_vacancy(&mut self, title: &str) -> VacancyId {
        let request = AddVacancy {
            details: vacancy_details(title),
            team: TeamChoice::New {
                name: line(&format!("{title} team")),
            },
        };
        self.does(|desk| records::vacancy::add(desk, request))
            .vacancy
    }

    /// Adds a person who applied for the first vacancy on 1 April.
    pub(crate) fn add_person(&mut self, name: &str) -> CandidateId {
        let vacancy = self.vacancy;
        self.add(name, Some(vacancy))
    }

    /// Adds a person, with an application or without.
    pub(crate) fn add(&mut self, name: &str, vacancy: Option<VacancyId>) -> CandidateId {
        let request = AddCandidate {
            details: details(name),
            application: vacancy.map(|vacancy| NewApplication {
                vacancy,
                applied_on: day("2026-04-01"),
            }),
            notice: None,
        };
        self.does(|desk| records::candidate::add(desk, request))
            .candidate
    }

    /// One candidate.
    pub(crate) fn open(&mut self, candidate: CandidateId) -> CandidateView {
        self.read(|desk| records::candidate::open(desk, OpenCandidate { candidate }))
            .expect("the candidate")
    }

    /// One candidate as they stand: without what counts how often the record was written, and without its
    /// history, which keeps what was done and that it was taken back.
    pub(crate) fn stands(&mut self, candidate: CandidateId) -> CandidateView {
        let mut view = self.open(candidate);
        view.revision = 0;
        for application in &mut view.applications {
            application.history.clear();
        }
        view
    }

    /// The strip that says when and why a record goes.
    pub(crate) fn strip(&mut self, candidate: CandidateId) -> RecordStrip {
        match self.open(candidate).record {
            Shown::Shown { value } => value,
            Shown::Withheld { .. } => panic!("HR sees the strip"),
        }
    }

    /// Someone's only or latest application.
    pub(crate) fn application(&mut self, candidate: CandidateId) -> ApplicationId {
        self.open(candidate).applications[0].application
    }

    /// The vacancy, with its board.
    pub(crate) fn vacancy_stands(
        &mut self,
        vacancy: VacancyId,
    ) -> (VacancyView, Vec<(u32, Vec<CandidateId>)>) {
        let (mut view, board) = self
            .read(|desk| {
                let asked = OpenVacancy { vacancy };
                let view = records::vacancy::open(desk, asked.clone())?;
                Ok((view, records::vacancy::board(desk, asked)?))
            })
            .expect("the vacancy");
        view.revision = 0;
        (view, columns(board))
    }

    /// Ends someone's latest application.
    pub(crate) fn end(&mut self, candidate: CandidateId, how: OutcomeKind, on: &str) {
        let applications = vec![self.application(candidate)];
        let outcome = Outcome { how, on: day(on) };
        self.does(|desk| {
            records::application::end(
                desk,
                EndApplications {
                    applications,
                    outcome,
                    confirmed: std::collections::BTreeSet::new(),
                },
            )
        });
    }

    /// Takes the latest change back.
    pub(crate) fn undo(&mut self) -> Result<Undone, Error> {
        self.write(|desk| records::undo::take_back(desk, Undo { undo: None }))
    }

    /// Takes a change back by its number.
    pub(crate) fn undo_numbered(&mut self, undo: Option<u32>) -> Result<Undone, Error> {
        assert!(undo.is_some(), "the change said how it is taken back");
        self.write(|desk| records::undo::take_back(desk, Undo { undo }))
    }

    /// Whom a search finds.
    pub(crate) fn found(&mut self, text: &str) -> Vec<CandidateId> {
        let request = ListCandidates {
            filter: CandidateFilter {
                text: text.to_owned(),
                ..CandidateFilter::default()
            },
            sort: CandidateSort {
                by: CandidateColumn::Name,
                descending: false,
            },
        };
        self.read(|desk| records::candidate::list(desk, request))
            .expect("a list")
            .rows
            .into_iter()
            .map(|row| row.candidate)
            .collect()
    }

    /// Everyone.
    pub(crate) fn everyone(&mut self) -> Vec<CandidateId> {
        self.found("")
    }
}

/// Noon of a day.
pub(crate) fn noon(day: NaiveDate) -> DateTime<Utc> {
    day.and_hms_opt(12, 0, 0).expect("noon").and_utc()
}

/// A person whose every word is their own.
pub(crate) fn details(name: &str) -> CandidateDetails {
    CandidateDetails {
        name: PersonName {
            title: None,
            given: Some(line(&format!("Given{name}"))),
            family: line(&format!("Family{name}")),
            preferred: None,
        },
        contact: ContactDetails {
            emails: vec![Email::parse(&format!("mail{name}@example.org")).expect("an address")],
            phones: vec![Phone::parse("07700 900123").expect("a number")],
            address: vec![line(&format!("{name} Street"))],
            postcode: Some(line("SE1 8XX")),
            preferred: None,
        },
        source: Source {
            category: SourceCategory::Website,
            detail: None,
        },
        received_on: day("2026-04-01"),
    }
}

/// A vacancy that has been open since March.
pub(crate) fn vacancy_details(title: &str) -> VacancyDetails {
    VacancyDetails {
        title: line(title),
        reference: None,
        kind: VacancyKind::Job,
        opens_on: day("2026-03-01"),
        closes_on: None,
        blind_until: None,
    }
}

/// Met the requirements, another was chosen.
pub(crate) const NEARLY: OutcomeKind = OutcomeKind::Rejected {
    reason: RejectionReason::MetRequirementsNotSelected,
};

/// A permission by e-mail for a year.
pub(crate) fn permission(purpose: PermissionPurpose, given_on: &str) -> PermissionDetails {
    PermissionDetails {
        purpose,
        given_on: day(given_on),
        months: 12,
        means: PermissionMeans::Email,
        evidence: line("Reply to our e-mail"),
    }
}

/// A rule's no, as the rule and its sentence.
pub(crate) fn refused<T: std::fmt::Debug>(result: Result<T, Error>) -> (&'static str, String) {
    match result {
        Err(Error::Rule { rule, sentence }) => (rule, sentence),
        other => panic!("a rule says no: {other:?}"),
    }
}

fn columns(board: Board) -> Vec<(u32, Vec<CandidateId>)> {
    board
        .columns
        .into_iter()
        .map(|column| {
            let mut people: Vec<CandidateId> = column
                .cards
                .into_iter()
                .map(|card| card.candidate)
                .collect();
            people.sort();
            (column.total, people)
        })
        .collect()
}
