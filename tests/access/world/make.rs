//! Making the world: once, by HR.

use chrono::{NaiveDate, TimeDelta};
use domain::access::{
    AccessPolicy, Action, Applied, ManageAccounts, Permit, Relation, Role, RoleHeld, SealRecord,
    Subject, decide,
};
use domain::application::{Outcome, OutcomeKind, RejectionReason, Stage};
use domain::consent::{PermissionDetails, PermissionMeans, PermissionPurpose};
use domain::correspondence::{MessageChannel, MessageDirection, MessagePurpose};
use domain::disclosure::RecipientCategory;
use domain::document::{DocumentKind, FileName};
use domain::id::{AccountId, RegisterItemId, VacancyId};
use domain::interview::{InterviewKind, InterviewPlan, Recommendation, Scorecard, TimeOfDay};
use domain::notice::NoticeExemption;
use domain::offer::{OfferTerms, Pay, PayPeriod};
use domain::retention::DataClass;
use domain::sealed::SealedKind;
use domain::sharing::{Agreement, Clause, Country, Item, Purpose, Recipient};
use domain::text::Prose;
use domain::vacancy::{VacancyDetails, VacancyKind};
use records::Session;
use records::candidate::{AddCandidate, EndApplications, NewApplication, OpenCandidate};
use records::complaint::RecordComplaint;
use records::correspondence::RecordMessage;
use records::disclosure::RecordDisclosure;
use records::document::{DocumentDetails, NewFile};
use records::incident::{AffectedChange, ChangeAffected, ReportIncident};
use records::interview::{Interviewer, ScheduleInterview, SubmitFeedback};
use records::notice::ExemptFromNotice;
use records::offer::WriteOffer;
use records::people::{GrantAudit, PartScope};
use records::permission::RecordPermission;
use records::register::AddRegisterItem;
use records::reserve::{AddToReserve, ReservePermission};
use records::vacancy::{AddVacancy, AssignPeople, Assignment, OpenVacancy, TeamChoice};
use records::view::Nothing;
use store::{Entry, KdfCost, NewAccount, NewSealedRecord, NewStore};

use super::{
    Facts, GRACE, Person, TODAY, World, clock, copy_words, details, document_name, document_words,
    feedback_words, line, pay_of, sealed_content,
};
use crate::registers::{COMPLAINT_WORDS, REGISTER_WORDS, complained, first};
use crate::who::{Who, day, passphrase};

impl World {
    pub(super) fn make() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let start = clock(day(2026, 9, 1).expect("a day"));
        let new = NewStore {
            organisation: line("Test"),
            account: Who::Hr.account(),
        };
        let opened = store::create(&folder.path().join("store"), &new, start.0).expect("a store");
        let mut world = Self {
            store: opened.store,
            sessions: vec![(Who::Hr, Session::new(opened.account))],
            facts: Facts {
                ours: VacancyId::new(start.0),
                theirs: VacancyId::new(start.0),
                unnamed: VacancyId::new(start.0),
                unnamed_people: Vec::new(),
                our_people: Vec::new(),
                their_people: Vec::new(),
                sealed: Vec::new(),
            },
            _folder: folder,
        };
        world.facts.ours = world.add_vacancy("Our role", "Our team");
        world.facts.theirs = world.add_vacancy("Their role", "Their team");
        for who in Who::ALL.into_iter().skip(1) {
            world.add_account(who);
        }
        world.take_keys(Who::HrWithoutKeys);
        world.assign();
        for word in ["Quoxab", "Quoxcd", "Quoxef"] {
            let person = world.add_person(word, Some(world.ours));
            world.facts.our_people.push(person);
        }
        for word in ["Zyvlab", "Zyvlcd", "Zyvlef"] {
            let person = world.add_person(word, Some(world.theirs));
            world.facts.their_people.push(person);
        }
        let prospect = world.add_person("Zyvlgh", None);
        world.facts.their_people.push(prospect);
        world.make_unnamed();
        world.declare();
        for person in world.firsts() {
            world.interview(&person);
            world.offer(&person);
        }
        world.end_and_reserve(&world.our_people[0].clone());
        world.end_and_reserve(&world.their_people[0].clone());
        for person in world.firsts() {
            world.keep_longer(&person);
            world.seal(&person);
            world.disclose(&person);
            world.exempt(&person);
            world.add_documents(&person);
            world.add_message(&person);
        }
        world.plant_incident();
        world.plant_complaint();
        world.set_policy();
        world.note_last();
        world
    }

    /// The first of each vacancy.
    fn firsts(&self) -> [Person; 3] {
        [&self.our_people, &self.their_people, &self.unnamed_people].map(|people| people[0].clone())
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

    fn permit<A: Action>(&mut self, subject: Subject) -> Permit<A> {
        let hr = self.account(Who::Hr);
        let viewer = self.facts_of(|records| records.viewer(hr));
        decide(&viewer, subject, TODAY).expect("HR may")
    }

    fn add_account(&mut self, who: Who) {
        let permit: Permit<ManageAccounts> = self.permit(Subject::Organisation);
        let account = self
            .store
            .add_account(&permit, &who.account(), clock(TODAY).0)
            .expect("an account");
        self.sessions.push((who, Session::new(account)));
    }

    fn take_keys(&mut self, who: Who) {
        let permit: Permit<ManageAccounts> = self.permit(Subject::Organisation);
        let account = self.account(who);
        for compartment in self.store.compartments_of(account) {
            self.store
                .take_compartment(&permit, compartment, account, clock(TODAY).0)
                .expect("HR holds it too");
        }
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
        let ours = self.ours;
        let request = AssignPeople {
            vacancy: ours,
            people,
        };
        let earlier = NaiveDate::from_ymd_opt(2026, 9, 2).expect("a day");
        self.write_on(Who::Hr, earlier, |desk| {
            records::vacancy::assign_people(desk, request)
        })
        .expect("people");
        let team = self
            .facts_of(|records| records.vacancy_facts_of(ours))
            .expect("our vacancy")
            .team;
        self.let_audit(Who::TeamAuditor, PartScope::Team { team });
        self.let_audit(Who::WholeAuditor, PartScope::Organisation);
    }

    fn let_audit(&mut self, who: Who, scope: PartScope) {
        let request = GrantAudit {
            account: self.account(who),
            scope,
            from: TODAY,
            until: TODAY,
        };
        self.write(Who::Hr, |desk| records::people::grant_audit(desk, request))
            .expect("an audit");
    }

    /// People whose names sort the other way round than they were entered.
    fn make_unnamed(&mut self) {
        self.facts.unnamed =
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
            self.facts.unnamed_people.push(person);
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
            notice: None,
        };
        let candidate = self
            .write(Who::Hr, |desk| records::candidate::add(desk, request))
            .expect("a candidate")
            .candidate;
        let view = self
            .read(Who::Hr, |desk| {
                records::candidate::open(desk, OpenCandidate { candidate })
            })
            .expect("the person");
        Person {
            candidate,
            word: word.to_owned(),
            application: view.applications.first().map(|each| each.application),
        }
    }

    /// Turns a person down as nearly good enough, and puts them on the reserve list.
    fn end_and_reserve(&mut self, person: &Person) {
        let on = NaiveDate::from_ymd_opt(2026, 10, 1).expect("a day");
        let how = OutcomeKind::Rejected {
            reason: RejectionReason::MetRequirementsNotSelected,
        };
        let application = person.application.expect("an application");
        let outcome = Outcome { how, on };
        self.write(Who::Hr, |desk| {
            records::application::end(
                desk,
                EndApplications {
                    applications: vec![application],
                    outcome,
                    confirmed: std::collections::BTreeSet::new(),
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
            merit: Prose::default(),
            offers: domain::reserve::ReserveOffers::default(),
            until: None,
        };
        self.write(Who::Hr, |desk| records::reserve::add(desk, request))
            .expect("a place on the list");
    }

    /// Records a permission whose evidence is the person's own words.
    fn keep_longer(&mut self, person: &Person) {
        let request = RecordPermission {
            candidate: person.candidate,
            details: PermissionDetails {
                purpose: PermissionPurpose::KeepLonger,
                given_on: day(2026, 10, 5).expect("a day"),
                months: 6,
                means: PermissionMeans::Email,
                evidence: line(&format!("Evidence{}", person.word)),
            },
        };
        self.write(Who::Hr, |desk| records::permission::record(desk, request))
            .expect("a permission");
    }

    /// Writes an offer to the person, of pay that is theirs alone.
    fn offer(&mut self, person: &Person) {
        let request = WriteOffer {
            application: person.application.expect("an application"),
            change: None,
            terms: OfferTerms {
                pay: Pay::Amount {
                    pence: pay_of(person),
                    per: PayPeriod::Year,
                },
                starts_on: None,
                answer_by: None,
                conditions: Prose::default(),
            },
        };
        self.write(Who::Hr, |desk| records::offer::write(desk, request))
            .expect("an offer");
    }

    /// Records that something of the person was given to an agency, for a reason that is a word of its own.
    fn disclose(&mut self, person: &Person) {
        let recipient = self.agency();
        let request = RecordDisclosure {
            candidate: person.candidate,
            application: None,
            purpose: Some(Purpose::RunProcess),
            recipient: Some(recipient),
            classes: [DataClass::Form].into(),
            reason: Some(line(&format!("Office{}", person.word))),
            legal: None,
            on: day(2026, 10, 5).expect("a day"),
        };
        self.write(Who::Hr, |desk| records::disclosure::record(desk, request))
            .expect("a disclosure");
    }

    /// Records why the person need not be given the notice, in a word of its own.
    fn exempt(&mut self, person: &Person) {
        let request = ExemptFromNotice {
            candidate: person.candidate,
            exemption: NoticeExemption::HasIt,
            reason: Some(line(&format!("Exempt{}", person.word))),
        };
        self.write(Who::Hr, |desk| records::notice::exempt(desk, request))
            .expect("an exemption");
    }

    /// A recruiter with an agreement, in the register once.
    fn agency(&mut self) -> RegisterItemId {
        let find = |world: &mut Self| {
            let view = world
                .read(Who::Hr, |desk| records::register::list(desk, Nothing {}))
                .expect("the registers");
            view.lines
                .into_iter()
                .find(|line| matches!(line.line, Item::Recipient(_)))
                .map(|line| line.item)
        };
        if let Some(known) = find(self) {
            return known;
        }
        let review_on = day(2027, 10, 5).expect("a day");
        let recipient = Item::Recipient(Recipient {
            name: line("Some Agency"),
            category: RecipientCategory::Recruiters,
            country: Country::HOME,
            registration: None,
            approval: None,
            ends_on: None,
            owner: line("HR"),
            review_on,
        });
        self.keep(recipient);
        let recipient = find(self).expect("added");
        self.keep(Item::Agreement(Agreement {
            recipient,
            reference: line("DPA-01"),
            purposes: [Purpose::RunProcess].into(),
            clauses: Clause::ALL.iter().copied().collect(),
            starts_on: day(2026, 1, 5).expect("a day"),
            ends_on: None,
            owner: line("HR"),
            review_on,
        }));
        recipient
    }

    fn keep(&mut self, line: Item) {
        self.write(Who::Hr, |desk| {
            records::register::add(desk, AddRegisterItem { line })
        })
        .expect("a line of a register");
    }

    /// Records a message from the person, with their address and words of its own.
    fn add_message(&mut self, person: &Person) {
        let request = RecordMessage {
            candidate: person.candidate,
            application: person.application,
            direction: MessageDirection::In,
            channel: MessageChannel::Email,
            purpose: MessagePurpose::Reply,
            on: TODAY,
            with: Some(line(&format!("mail{}@example.org", person.word))),
            subject: None,
            body: Prose::parse(&format!("Message{}", person.word)).expect("words"),
            confirmed: false,
            mail: None,
            attachments: Vec::new(),
        };
        self.write(Who::Hr, |desk| {
            records::correspondence::record(desk, request)
        })
        .expect("HR records messages");
    }

    /// Adds a document of every kind for the person's application, each under a name of its own.
    fn add_documents(&mut self, person: &Person) {
        for kind in DocumentKind::OF_FILES {
            let details = DocumentDetails {
                candidate: person.candidate,
                application: person.application,
                kind,
                label: (kind == DocumentKind::Other).then(|| line("Certificate")),
            };
            let file = NewFile {
                name: FileName::parse(&document_name(kind, person)).expect("a name"),
                content: b"Some words".to_vec().into(),
                text: Some(document_words(kind, person).into()),
            };
            self.write(Who::Hr, |desk| {
                records::document::add(desk, details, vec![file])
            })
            .expect("a document");
        }
    }

    /// Seals something of the person in every compartment.
    fn seal(&mut self, person: &Person) {
        let candidate = person.candidate;
        let applied: Vec<Applied> = self
            .facts_of(|records| records.applied_by(candidate))
            .unwrap_or_default();
        let permit: Permit<SealRecord> = self.permit(Subject::Candidate { candidate, applied });
        for kind in SealedKind::ALL.iter().copied() {
            let content = sealed_content(kind, person);
            let new = NewSealedRecord {
                kind,
                status: content.status(),
                decided_on: content.decided_on(),
                text: serde_json::to_string(&content).expect("a text").into(),
            };
            let record = self
                .store
                .add_sealed_record(&permit, &new, clock(TODAY).0)
                .expect("sealed");
            if kind == SealedKind::RightToWork {
                let copy = copy_words(person);
                self.store
                    .add_copy(&permit, record, copy.as_bytes(), clock(TODAY).0)
                    .expect("a copy");
            }
            self.facts.sealed.push((candidate, kind, record));
        }
    }

    /// An interviewer says what they found of a person: ours for our vacancy, and for the others one who has a part in
    /// nothing else, and is nobody of the tables.
    fn interview(&mut self, person: &Person) {
        let application = person.application.expect("an application");
        let ours = person.candidate == self.our_people[0].candidate;
        let account = if ours {
            self.account(Who::Interviewer)
        } else {
            self.assessor(person)
        };
        let request = ScheduleInterview {
            application,
            plan: InterviewPlan {
                kind: InterviewKind::InPerson,
                on: TODAY,
                at: TimeOfDay::parse("09:00").expect("a time"),
                minutes: 45,
                place: None,
            },
            panel: vec![Interviewer {
                account,
                criteria: Vec::new(),
            }],
        };
        let interview = self
            .write(Who::Hr, |desk| records::interview::schedule(desk, request))
            .expect("an interview")
            .interview;
        let request = SubmitFeedback {
            interview,
            card: Scorecard {
                recommendation: Some(Recommendation::Yes),
                summary: Prose::parse(&feedback_words(person)).expect("a text"),
                ..Scorecard::default()
            },
            after: 0,
        };
        let session = Session::new(account);
        let mut desk = records::WriteDesk::new(
            &mut self.store,
            &session,
            &clock(TODAY),
            &records::Unwatched,
        );
        records::interview::submit(&mut desk, request).expect("feedback");
    }

    fn assessor(&mut self, person: &Person) -> AccountId {
        let permit: Permit<ManageAccounts> = self.permit(Subject::Organisation);
        let name = if person.candidate == self.unnamed_people[0].candidate {
            "third assessor"
        } else {
            "second assessor"
        };
        let account = NewAccount {
            sign_in_name: line(name),
            name: line(name),
            role: RoleHeld::for_good(Role::Member),
            inducted_on: day(2026, 1, 5),
            passphrase: passphrase(),
            cost: KdfCost::FLOOR,
        };
        let account = self
            .store
            .add_account(&permit, &account, clock(TODAY).0)
            .expect("an account");
        let vacancy = if person.candidate == self.unnamed_people[0].candidate {
            self.unnamed
        } else {
            self.theirs
        };
        let before = self
            .read(Who::Hr, |desk| {
                records::vacancy::open(desk, OpenVacancy { vacancy })
            })
            .expect("a vacancy")
            .people;
        let mut people: Vec<Assignment> = before
            .iter()
            .map(|person| Assignment {
                account: person.account,
                relation: person.relation,
                from: None,
                until: person.until,
            })
            .collect();
        people.push(Assignment {
            account,
            relation: Relation::Interviewer,
            from: None,
            until: None,
        });
        self.write(Who::Hr, |desk| {
            records::vacancy::assign_people(desk, AssignPeople { vacancy, people })
        })
        .expect("people");
        account
    }

    /// An incident that affects the first of each vacancy, reported by HR.
    fn plant_incident(&mut self) {
        let request = ReportIncident {
            first: first(REGISTER_WORDS),
        };
        let incident = self
            .write(Who::Hr, |desk| records::incident::report(desk, request))
            .expect("an incident")
            .incident;
        let candidates = self.firsts().map(|person| person.candidate).into();
        let request = ChangeAffected {
            incident,
            revision: 1,
            change: AffectedChange::Add { candidates },
        };
        self.write(Who::Hr, |desk| {
            records::incident::change_affected(desk, request)
        })
        .expect("people affected");
    }

    /// A complaint of the first of ours, entered by HR.
    fn plant_complaint(&mut self) {
        let complaint = complained(self.our_people[0].candidate, COMPLAINT_WORDS);
        let request = RecordComplaint { complaint };
        self.write(Who::Hr, |desk| records::complaint::record(desk, request))
            .expect("a complaint");
    }

    fn set_policy(&mut self) {
        let policy = AccessPolicy {
            panel_grace_days: GRACE,
            ..AccessPolicy::default()
        };
        self.write(Who::Hr, |desk| records::people::set_policy(desk, policy))
            .expect("a policy");
    }

    /// The journal's last entry, at a minute at which nothing else happened.
    fn note_last(&mut self) {
        let at = clock(TODAY).0 + TimeDelta::minutes(17);
        self.store
            .note(None, at, Entry::new("sign-in"))
            .expect("an entry");
    }
}
