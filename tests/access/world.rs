//! A small organisation: two vacancies in two teams, three people each, and one person of no vacancy.

use chrono::{DateTime, NaiveDate, Utc};
use domain::access::{Relation, Role};
use domain::application::{Outcome, OutcomeKind, RejectionReason, Stage};
use domain::candidate::{CandidateDetails, ContactDetails, PersonName};
use domain::clock::FixedClock;
use domain::consent::{PermissionDetails, PermissionMeans, PermissionPurpose};
use domain::id::{AccountId, CandidateId, VacancyId};
use domain::source::{Source, SourceCategory};
use domain::text::{Email, Line, Phone};
use domain::vacancy::{VacancyDetails, VacancyKind};
use records::candidate::{AddCandidate, EndApplications, NewApplication};
use records::organisation::{self, AddAccount, NewStore, Passphrase};
use records::reserve::{AddToReserve, ReservePermission};
use records::vacancy::{AddVacancy, AssignPeople, Assignment, TeamChoice};
use records::{Error, ReadDesk, Session, Store, Unwatched, WriteDesk};
use tempfile::TempDir;

/// The day everything happens on.
pub(crate) const TODAY: NaiveDate =
    NaiveDate::from_ymd_opt(2026, 11, 23).expect("a day of the calendar");

/// Somebody in the world.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Who {
    Hr,
    Manager,
    Interviewer,
    Director,
    Auditor,
    /// A member without a part in anything.
    Outsider,
    /// Who was an interviewer until yesterday.
    Former,
    Dpo,
    Stakeholder,
    Approver,
    /// A recruiting manager who never had an induction.
    Untrained,
    /// A recruiting manager with a conflict of interest with the first candidate.
    Conflicted,
    /// A recruiting manager of a vacancy that is shortlisted without names.
    Blind,
}

impl Who {
    pub(crate) const ALL: [Self; 13] = [
        Self::Hr,
        Self::Manager,
        Self::Interviewer,
        Self::Director,
        Self::Auditor,
        Self::Outsider,
        Self::Former,
        Self::Dpo,
        Self::Stakeholder,
        Self::Approver,
        Self::Untrained,
        Self::Conflicted,
        Self::Blind,
    ];

    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Hr => "hr",
            Self::Manager => "manager",
            Self::Interviewer => "interviewer",
            Self::Director => "director",
            Self::Auditor => "auditor",
            Self::Outsider => "outsider",
            Self::Former => "former",
            Self::Dpo => "dpo",
            Self::Stakeholder => "stakeholder",
            Self::Approver => "approver",
            Self::Untrained => "untrained",
            Self::Conflicted => "conflicted",
            Self::Blind => "blind",
        }
    }
}

/// A candidate, and the words nobody else in the world has.
#[derive(Clone, Debug)]
pub(crate) struct Person {
    pub(crate) candidate: CandidateId,
    pub(crate) word: String,
}

/// A store with people in it.
pub(crate) struct World {
    pub(crate) store: Store,
    sessions: Vec<(Who, Session)>,
    /// The vacancy everyone but the outsider has a part in.
    pub(crate) ours: VacancyId,
    /// Another team's vacancy.
    pub(crate) theirs: VacancyId,
    /// A vacancy of a third team, shortlisted without names.
    pub(crate) unnamed: VacancyId,
    /// Those who applied for it, the first of them for nothing else.
    pub(crate) unnamed_people: Vec<Person>,
    /// Those who applied for ours.
    pub(crate) our_people: Vec<Person>,
    /// Those who did not.
    pub(crate) their_people: Vec<Person>,
    _folder: TempDir,
}

fn clock(day: NaiveDate) -> FixedClock {
    let noon: DateTime<Utc> = day.and_hms_opt(12, 0, 0).expect("noon").and_utc();
    FixedClock(noon)
}

pub(crate) fn line(text: &str) -> Line {
    Line::parse(text).expect("a line")
}

fn passphrase() -> Passphrase {
    Passphrase::new("a passphrase nobody guesses".to_owned().into())
}

/// Details in which every word is the person's own.
pub(crate) fn details(word: &str) -> CandidateDetails {
    CandidateDetails {
        name: PersonName {
            title: None,
            given: Some(line(&format!("Given{word}"))),
            family: line(&format!("Family{word}")),
            preferred: Some(line(&format!("Called{word}"))),
        },
        contact: ContactDetails {
            emails: vec![Email::parse(&format!("mail{word}@example.org")).expect("an address")],
            phones: vec![Phone::parse("07700 900123").expect("a number")],
            address: vec![line(&format!("{word} Street"))],
            postcode: Some(line("SE1 8XX")),
            preferred: None,
        },
        source: Source {
            category: SourceCategory::Website,
            detail: Some(line(&format!("Site{word}"))),
        },
        received_on: NaiveDate::from_ymd_opt(2026, 9, 1).expect("a day"),
    }
}

impl World {
    /// Makes the world.
    pub(crate) fn new() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let start = clock(NaiveDate::from_ymd_opt(2026, 9, 1).expect("a day"));
        let new = NewStore {
            organisation: line("Test"),
            name: line("hr"),
            passphrase: passphrase(),
            inducted_on: NaiveDate::from_ymd_opt(2026, 1, 5).expect("a day"),
        };
        let entered =
            organisation::create(&folder.path().join("store"), new, &start).expect("a store");
        let (store, hr) = (entered.store, entered.account);
        let mut world = Self {
            store,
            sessions: vec![(Who::Hr, Session::new(hr))],
            ours: VacancyId::new(start.0),
            theirs: VacancyId::new(start.0),
            unnamed: VacancyId::new(start.0),
            unnamed_people: Vec::new(),
            our_people: Vec::new(),
            their_people: Vec::new(),
            _folder: folder,
        };
        world.ours = world.add_vacancy("Our role", "Our team");
        world.theirs = world.add_vacancy("Their role", "Their team");
        for who in Who::ALL.into_iter().skip(1) {
            world.add_account(who);
        }
        world.assign();
        for word in ["Quoxab", "Quoxcd", "Quoxef"] {
            let person = world.add_person(word, Some(world.ours));
            world.our_people.push(person);
        }
        for word in ["Zyvlab", "Zyvlcd", "Zyvlef"] {
            let person = world.add_person(word, Some(world.theirs));
            world.their_people.push(person);
        }
        let prospect = world.add_person("Zyvlgh", None);
        world.their_people.push(prospect);
        world.make_unnamed();
        world.declare();
        world.end_and_reserve(&world.our_people[1].clone());
        world.end_and_reserve(&world.their_people[1].clone());
        world
    }

    fn session(&self, who: Who) -> &Session {
        &self
            .sessions
            .iter()
            .find(|(known, _)| *known == who)
            .expect("somebody")
            .1
    }

    pub(crate) fn account(&self, who: Who) -> AccountId {
        self.session(who).account()
    }

    /// Reads as somebody.
    pub(crate) fn read<T>(
        &mut self,
        who: Who,
        work: impl FnOnce(&ReadDesk<'_>) -> Result<T, Error>,
    ) -> Result<T, Error> {
        let Self {
            store, sessions, ..
        } = self;
        let session = &sessions
            .iter()
            .find(|(known, _)| *known == who)
            .expect("somebody")
            .1;
        ReadDesk::with_store(store, session, &clock(TODAY), work)
    }

    /// Writes as somebody.
    pub(crate) fn write<T>(
        &mut self,
        who: Who,
        work: impl FnOnce(&mut WriteDesk<'_>) -> Result<T, Error>,
    ) -> Result<T, Error> {
        self.write_on(who, TODAY, work)
    }

    fn write_on<T>(
        &mut self,
        who: Who,
        day: NaiveDate,
        work: impl FnOnce(&mut WriteDesk<'_>) -> Result<T, Error>,
    ) -> Result<T, Error> {
        let Self {
            store, sessions, ..
        } = self;
        let session = &sessions
            .iter()
            .find(|(known, _)| *known == who)
            .expect("somebody")
            .1;
        work(&mut WriteDesk::new(store, session, &clock(day), &Unwatched))
    }

    fn add_vacancy(&mut self, title: &str, team: &str) -> VacancyId {
        self.add_vacancy_until(title, team, None)
    }

    fn add_vacancy_until(
        &mut self,
        title: &str,
        team: &str,
        blind_until: Option<Stage>,
    ) -> VacancyId {
        let request = AddVacancy {
            details: VacancyDetails {
                title: line(title),
                reference: None,
                kind: VacancyKind::Job,
                opens_on: NaiveDate::from_ymd_opt(2026, 8, 1).expect("a day"),
                closes_on: None,
                blind_until,
            },
            team: TeamChoice::New { name: line(team) },
        };
        self.write(Who::Hr, |desk| records::vacancy::add(desk, request))
            .expect("a vacancy")
            .vacancy
    }

    fn add_account(&mut self, who: Who) {
        let role = if who == Who::Dpo {
            Role::DataProtectionOfficer
        } else {
            Role::Member
        };
        let inducted_on = NaiveDate::from_ymd_opt(2026, 1, 5).filter(|_| who != Who::Untrained);
        let request = AddAccount {
            name: line(who.name()),
            role,
            until: None,
            inducted_on,
            passphrase: passphrase(),
        };
        self.write(Who::Hr, |desk| organisation::add_account(desk, request))
            .expect("an account");
        let rows = self
            .read(Who::Hr, |desk| {
                organisation::accounts(desk, records::view::Nothing {})
            })
            .expect("accounts")
            .rows;
        let account = rows
            .iter()
            .find(|row| row.name == who.name())
            .expect("the account")
            .account;
        self.sessions.push((who, Session::new(account)));
    }

    fn assign(&mut self) {
        let part = |who: Who, relation, until| Assignment {
            account: self.account(who),
            relation,
            from: None,
            until,
        };
        let yesterday = TODAY.pred_opt();
        let people = vec![
            part(Who::Manager, Relation::RecruitingManager, None),
            part(Who::Interviewer, Relation::Interviewer, None),
            part(Who::Director, Relation::Director, None),
            part(
                Who::Auditor,
                Relation::Auditor,
                NaiveDate::from_ymd_opt(2026, 11, 30),
            ),
            part(Who::Former, Relation::Interviewer, yesterday),
            part(Who::Stakeholder, Relation::Stakeholder, None),
            part(Who::Approver, Relation::Approver, None),
            part(Who::Untrained, Relation::RecruitingManager, None),
            part(Who::Conflicted, Relation::RecruitingManager, None),
        ];
        let request = AssignPeople {
            vacancy: self.ours,
            people,
        };
        let earlier = NaiveDate::from_ymd_opt(2026, 9, 2).expect("a day");
        self.write_on(Who::Hr, earlier, |desk| {
            records::vacancy::assign_people(desk, request)
        })
        .expect("people");
    }

    /// People whose names sort the other way round than they were entered.
    fn make_unnamed(&mut self) {
        self.unnamed =
            self.add_vacancy_until("Unnamed role", "Third team", Some(Stage::Shortlisted));
        let request = AssignPeople {
            vacancy: self.unnamed,
            people: vec![Assignment {
                account: self.account(Who::Blind),
                relation: Relation::RecruitingManager,
                from: None,
                until: None,
            }],
        };
        self.write(Who::Hr, |desk| {
            records::vacancy::assign_people(desk, request)
        })
        .expect("people");
        for word in ["Wumpzz", "Wumpyy", "Wumpxx"] {
            let person = self.add_person(word, Some(self.unnamed));
            self.unnamed_people.push(person);
        }
    }

    fn declare(&mut self) {
        let candidate = self.our_people[0].candidate;
        let request = records::people::DeclareConflict {
            candidate,
            account: None,
        };
        self.write(Who::Conflicted, |desk| {
            records::people::declare_conflict(desk, request)
        })
        .expect("a conflict");
    }

    fn add_person(&mut self, word: &str, vacancy: Option<VacancyId>) -> Person {
        let applied_on = NaiveDate::from_ymd_opt(2026, 9, 1).expect("a day");
        let request = AddCandidate {
            details: details(word),
            application: vacancy.map(|vacancy| NewApplication {
                vacancy,
                applied_on,
            }),
        };
        let added = self
            .write(Who::Hr, |desk| records::candidate::add(desk, request))
            .expect("a candidate");
        Person {
            candidate: added.candidate,
            word: word.to_owned(),
        }
    }

    /// Turns a person down as nearly good enough, and puts them on the reserve list.
    fn end_and_reserve(&mut self, person: &Person) {
        let on = NaiveDate::from_ymd_opt(2026, 10, 1).expect("a day");
        let how = OutcomeKind::Rejected {
            reason: RejectionReason::MetRequirementsNotSelected,
        };
        let view = self
            .read(Who::Hr, |desk| {
                records::candidate::open(
                    desk,
                    records::candidate::OpenCandidate {
                        candidate: person.candidate,
                    },
                )
            })
            .expect("the person");
        let application = view.applications[0].application;
        let outcome = Outcome { how, on };
        self.write(Who::Hr, |desk| {
            records::application::end(
                desk,
                EndApplications {
                    applications: vec![application],
                    outcome,
                },
            )
        })
        .expect("an end");
        let request = AddToReserve {
            candidate: person.candidate,
            application,
            permission: Some(ReservePermission::New {
                details: PermissionDetails {
                    purpose: PermissionPurpose::ReserveList,
                    given_on: NaiveDate::from_ymd_opt(2026, 10, 5).expect("a day"),
                    months: 12,
                    means: PermissionMeans::Email,
                    evidence: line(&format!("Evidence{}", person.word)),
                },
            }),
            roles: line(&format!("Roles{}", person.word)),
            until: None,
        };
        self.write(Who::Hr, |desk| records::reserve::add(desk, request))
            .expect("a place on the list");
    }
}
