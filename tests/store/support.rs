//! A store to try things on, and people to put in it. Shared with the tests inside the crate.

use std::collections::BTreeSet;
use std::path::Path;

use chrono::{DateTime, NaiveDate, TimeZone, Utc};
use domain::access::{
    AccessPolicy, Action, AddCandidate, AddVacancy, Applied, DecideApplication, EditCandidate,
    Erase, Grant, Import, ManageAccounts, Permit, Role, RoleHeld, Subject, VacancyFacts, Viewer,
    decide,
};
use domain::application::{Outcome, Stage};
use domain::candidate::{CandidateDetails, ContactDetails, PersonName};
use domain::id::{AccountId, ApplicationId, CandidateId, TeamId, VacancyId};
use domain::source::{Source, SourceCategory};
use domain::text::{Email, Line, Phone};
use domain::vacancy::{VacancyDetails, VacancyKind};
use store::{
    Entry, ErasureReport, KdfCost, NewAccount, NewApplication, NewStore, OpenError, Passphrase,
    Store, StoreError, ToErase, Unlocked,
};
use zeroize::Zeroizing;

/// The passphrase of the account that every store here begins with.
pub(crate) const PASSPHRASE: &str = "four random words here";

/// Noon of a day.
pub(crate) fn at(day: &str) -> DateTime<Utc> {
    let day: NaiveDate = day.parse().unwrap();
    Utc.from_utc_datetime(&day.and_hms_opt(12, 0, 0).unwrap())
}

/// A day.
pub(crate) fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// A line of text.
pub(crate) fn line(text: &str) -> Line {
    Line::parse(text).unwrap()
}

/// A passphrase.
pub(crate) fn passphrase(text: &str) -> Passphrase {
    Passphrase::new(Zeroizing::new(text.to_owned()))
}

/// An account to be made, at the least cost that is ever accepted.
pub(crate) fn new_account(name: &str, role: Role, text: &str) -> NewAccount {
    NewAccount {
        sign_in_name: line(name),
        name: line(name),
        role: RoleHeld::for_good(role),
        inducted_on: Some(day("2026-01-05")),
        passphrase: passphrase(text),
        cost: KdfCost::FLOOR,
    }
}

/// Makes a store in a folder.
pub(crate) fn create(folder: &Path) -> Result<Unlocked, OpenError> {
    let new = NewStore {
        organisation: line("Office of the Example"),
        account: new_account("hr", Role::HrAdministrator, PASSPHRASE),
    };
    store::create(folder, &new, at("2026-01-05"))
}

/// Opens it again.
pub(crate) fn unlock(folder: &Path) -> Result<Unlocked, OpenError> {
    store::unlock(folder, "hr", &passphrase(PASSPHRASE), at("2026-06-01"))
}

/// A person with their own words in every field.
pub(crate) fn person(given: &str, family: &str, email: &str, phone: &str) -> CandidateDetails {
    CandidateDetails {
        name: PersonName {
            title: None,
            given: Some(line(given)),
            family: line(family),
            preferred: None,
        },
        contact: ContactDetails {
            emails: vec![Email::parse(email).unwrap()],
            phones: vec![Phone::parse(phone).unwrap()],
            address: vec![line("17 Marigold Crescent"), line("Ambridge")],
            postcode: Some(line("BS1 4QA")),
            preferred: None,
        },
        source: Source {
            category: SourceCategory::Website,
            detail: None,
        },
        received_on: day("2026-01-05"),
    }
}

/// A store, who opened it, and a team.
pub(crate) struct Home {
    pub(crate) store: Store,
    pub(crate) hr: AccountId,
    pub(crate) team: TeamId,
    pub(crate) folder: tempfile::TempDir,
}

impl Home {
    /// A new store in a folder of its own.
    pub(crate) fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let Unlocked {
            mut store,
            account: hr,
            ..
        } = create(folder.path()).unwrap();
        let permit = permit_of::<ManageAccounts>(hr, Subject::Organisation);
        let team = store
            .write(&permit, at("2026-01-05"), |tx| {
                Ok::<_, StoreError>((
                    tx.add_team(&permit, &line("Press"))?,
                    Entry::new("add-team"),
                ))
            })
            .unwrap();
        Self {
            store,
            hr,
            team,
            folder,
        }
    }

    /// Begins an erasure in a program that ends after the rows went, before anything was proved, and opens the store
    /// anew. What the opening finished comes with it.
    pub(crate) fn ended_amid(
        mut self,
        goes: &[ToErase],
        when: DateTime<Utc>,
    ) -> (Self, Vec<ErasureReport>) {
        let erasing = self.erasing();
        let ended = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| {
            self.store.erase(&erasing, goes, when, |_| panic!("ended"))
        }));
        assert!(ended.is_err(), "it was ended");
        let Self {
            store,
            hr,
            team,
            folder,
        } = self;
        drop(store);
        let opened = unlock(folder.path()).unwrap();
        let home = Self {
            store: opened.store,
            hr,
            team,
            folder,
        };
        (home, opened.finished)
    }

    /// A permit of HR's.
    pub(crate) fn permit<A: Action>(&self, subject: Subject) -> Permit<A> {
        permit_of(self.hr, subject)
    }

    /// What access knows of a vacancy.
    pub(crate) fn facts(&mut self, vacancy: VacancyId) -> VacancyFacts {
        self.store
            .read(|records| records.vacancy_facts_of(vacancy))
            .unwrap()
            .unwrap()
    }

    fn applied(&mut self, candidate: CandidateId) -> Vec<Applied> {
        self.store
            .read(|records| records.applied_by(candidate))
            .unwrap()
            .unwrap_or_default()
    }

    /// A permit of HR's on a candidate.
    pub(crate) fn on<A: Action>(&mut self, candidate: CandidateId) -> Permit<A> {
        let applied = self.applied(candidate);
        self.permit(Subject::Candidate { candidate, applied })
    }

    /// A permit of HR's on lists.
    pub(crate) fn everyone<A: Action>(&mut self) -> Permit<A> {
        let vacancies = self.store.records().vacancy_facts().unwrap();
        self.permit(Subject::Everyone { vacancies })
    }

    /// Adds a vacancy.
    pub(crate) fn vacancy(&mut self, title: &str) -> VacancyId {
        let permit = self.permit::<AddVacancy>(Subject::Organisation);
        let details = VacancyDetails {
            title: line(title),
            reference: None,
            kind: VacancyKind::Job,
            opens_on: day("2026-01-05"),
            closes_on: None,
            blind_until: None,
        };
        let team = self.team;
        self.store
            .write(&permit, at("2026-01-05"), |tx| {
                Ok::<_, StoreError>((
                    tx.insert_vacancy(&permit, team, &details)?,
                    Entry::new("add-vacancy"),
                ))
            })
            .unwrap()
    }

    /// Adds a candidate.
    pub(crate) fn candidate(&mut self, details: &CandidateDetails) -> CandidateId {
        let permit = self.permit::<AddCandidate>(Subject::Organisation);
        self.store
            .write(&permit, at("2026-01-05"), |tx| {
                Ok::<_, StoreError>((
                    tx.insert_candidate(&permit, details)?,
                    Entry::new("add-candidate"),
                ))
            })
            .unwrap()
    }

    /// Adds an application.
    pub(crate) fn application(
        &mut self,
        candidate: CandidateId,
        vacancy: VacancyId,
        outcome: Option<Outcome>,
    ) -> ApplicationId {
        let permit = self.permit::<AddCandidate>(Subject::Organisation);
        let new = NewApplication {
            applied_on: day("2026-01-05"),
            stage: Stage::Applied,
            outcome,
        };
        self.store
            .write(&permit, at("2026-01-05"), |tx| {
                let id = tx.insert_application(&permit, candidate, vacancy, &new)?;
                Ok::<_, StoreError>((id, Entry::new("add-application")))
            })
            .unwrap()
    }

    /// A permit of HR's to decide an application.
    pub(crate) fn deciding(
        &mut self,
        candidate: CandidateId,
        vacancy: VacancyId,
    ) -> Permit<DecideApplication> {
        let vacancy = self.facts(vacancy);
        let applied = self.applied(candidate);
        self.permit(Subject::Application {
            candidate,
            vacancy,
            applied,
        })
    }

    /// A permit of HR's to edit.
    pub(crate) fn editing(&mut self, candidate: CandidateId) -> Permit<EditCandidate> {
        self.on(candidate)
    }

    /// A permit of HR's to erase.
    pub(crate) fn erasing(&self) -> Permit<Erase> {
        self.permit(Subject::Organisation)
    }

    /// A permit of HR's to import.
    pub(crate) fn importing(&self) -> Permit<Import> {
        self.permit(Subject::Organisation)
    }
}

/// A permit of an HR administrator.
pub(crate) fn permit_of<A: Action>(account: AccountId, subject: Subject) -> Permit<A> {
    let viewer = viewer(account, Role::HrAdministrator, Vec::new());
    decide(&viewer, subject, day("2026-06-01")).unwrap()
}

/// A member with grants.
pub(crate) fn member(account: AccountId, grants: Vec<Grant>) -> Viewer {
    viewer(account, Role::Member, grants)
}

/// A trained account.
pub(crate) fn viewer(account: AccountId, role: Role, grants: Vec<Grant>) -> Viewer {
    Viewer {
        account,
        role: RoleHeld::for_good(role),
        grants,
        trained_on: None,
        inducted_on: Some(day("2026-01-05")),
        conflicts: BTreeSet::new(),
        restricted: BTreeSet::new(),
        compartments: BTreeSet::new(),
        policy: AccessPolicy::default(),
    }
}
