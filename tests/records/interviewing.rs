//! Interviews as people hold them: what is assessed, who interviews, what they find, and who reads it when.

mod feedback;
mod panel;

use std::path::PathBuf;

use domain::access::{ManageAccounts, Relation, Role, RoleHeld, Shown, Subject, decide};
use domain::clock::FixedClock;
use domain::id::{AccountId, ApplicationId, CandidateId, InterviewId, VacancyId};
use domain::interview::{
    InterviewKind, InterviewPlan, Mark, Recommendation, Score, Scorecard, TimeOfDay,
};
use domain::text::Prose;
use records::interview::{
    CriterionEdit, InterviewView, Interviewer, InterviewsFor, ListInterviews, OneInterview,
    PanelView, SaveDraft, ScheduleInterview, SetCriteria, SubmitFeedback,
};
use records::journal::ReadJournal;
use records::vacancy::{AssignPeople, Assignment, OpenVacancy};
use records::view::Nothing;
use records::{Error, ReadDesk, Session, Store, Unwatched, WriteDesk, interview};
use store::{KdfCost, NewAccount, Passphrase};
use tempfile::TempDir;

use crate::world::{World, day, line, noon};

const PASSPHRASE: &str = "a passphrase nobody guesses";

/// Everybody who has to do with an interview of Ann for Press Officer.
struct Panel {
    path: PathBuf,
    _folder: TempDir,
    accounts: Vec<(&'static str, AccountId)>,
    candidate: CandidateId,
    application: ApplicationId,
    vacancy: VacancyId,
    interview: InterviewId,
    today: &'static str,
}

/// The store, opened by one of them.
struct Opened<'p> {
    store: Store,
    session: Session,
    panel: &'p Panel,
}

fn add_account(world: &mut World, name: &str) -> AccountId {
    let hr = world.session.account();
    let viewer = world
        .store
        .read(|records| records.viewer(hr))
        .expect("a viewer");
    let permit =
        decide::<ManageAccounts>(&viewer, Subject::Organisation, world.today).expect("HR may");
    let account = NewAccount {
        sign_in_name: line(name),
        name: line(name),
        role: RoleHeld::for_good(Role::Member),
        inducted_on: Some(day("2026-01-05")),
        passphrase: Passphrase::new(PASSPHRASE.to_owned().into()),
        cost: KdfCost::FLOOR,
    };
    world
        .store
        .add_account(&permit, &account, noon(world.today))
        .expect("an account")
}

/// Adds an account that interviews for the world's vacancy.
fn add_interviewer(world: &mut World, name: &str) -> AccountId {
    let account = add_account(world, name);
    let assign = AssignPeople {
        vacancy: world.vacancy,
        people: vec![Assignment {
            account,
            relation: Relation::Interviewer,
            from: None,
            until: None,
        }],
    };
    world.does(|desk| records::vacancy::assign_people(desk, assign));
    account
}

fn plan(on: &str, at: &str) -> InterviewPlan {
    InterviewPlan {
        kind: InterviewKind::Video,
        on: day(on),
        at: TimeOfDay::parse(at).expect("a time"),
        minutes: 45,
        place: Some(line("Link of the quokka room")),
    }
}

impl Panel {
    /// An interview on the 23rd at nine, by Ivy and by Max, who is also the recruiting manager; Bo interviews for the
    /// vacancy too, and Sal has a stake in it.
    fn new() -> Self {
        let mut world = World::new();
        let candidate = world.add_person("Ann");
        let application = world.application(candidate);
        let vacancy = world.vacancy;
        let mut accounts = vec![("hr", world.session.account())];
        let mut people = Vec::new();
        for (name, relation) in [
            ("ivy", Relation::Interviewer),
            ("max", Relation::RecruitingManager),
            ("bo", Relation::Interviewer),
            ("sal", Relation::Stakeholder),
        ] {
            let account = add_account(&mut world, name);
            accounts.push((name, account));
            people.push(Assignment {
                account,
                relation,
                from: None,
                until: None,
            });
        }
        let assign = AssignPeople { vacancy, people };
        world.does(|desk| records::vacancy::assign_people(desk, assign));
        set_criteria(&mut world, &["Writes clearly", "Keeps calm"]);
        let on = |name: &str| {
            let (_, account) = accounts
                .iter()
                .find(|(known, _)| *known == name)
                .expect("somebody");
            Interviewer {
                account: *account,
                criteria: Vec::new(),
            }
        };
        let request = ScheduleInterview {
            application,
            plan: plan("2026-11-23", "09:00"),
            panel: vec![on("ivy"), on("max")],
        };
        let interview = world
            .does(|desk| interview::schedule(desk, request))
            .interview;
        let World { store, folder, .. } = world;
        store.close().expect("closed");
        Self {
            path: folder.path().join("store"),
            _folder: folder,
            accounts,
            candidate,
            application,
            vacancy,
            interview,
            today: "2026-11-23",
        }
    }

    fn account(&self, name: &str) -> AccountId {
        self.accounts
            .iter()
            .find(|(known, _)| *known == name)
            .expect("somebody")
            .1
    }

    fn open(&self, name: &str) -> Opened<'_> {
        let passphrase = Passphrase::new(PASSPHRASE.to_owned().into());
        let opened =
            store::unlock(&self.path, name, &passphrase, noon(day(self.today))).expect("open");
        Opened {
            store: opened.store,
            session: Session::new(self.account(name)),
            panel: self,
        }
    }
}

impl Opened<'_> {
    fn write<T>(
        &mut self,
        work: impl FnOnce(&mut WriteDesk<'_>) -> Result<T, Error>,
    ) -> Result<T, Error> {
        let clock = FixedClock(noon(day(self.panel.today)));
        work(&mut WriteDesk::new(
            &mut self.store,
            &self.session,
            &clock,
            &Unwatched,
        ))
    }

    fn read<T>(
        &mut self,
        work: impl FnOnce(&ReadDesk<'_>) -> Result<T, Error>,
    ) -> Result<T, Error> {
        let clock = FixedClock(noon(day(self.panel.today)));
        ReadDesk::with_store(&mut self.store, &self.session, &clock, work)
    }

    fn view(&mut self) -> InterviewView {
        let interview = self.panel.interview;
        self.write(|desk| interview::open(desk, OneInterview { interview }))
            .expect("the interview")
    }

    fn save(&mut self, card: Scorecard) -> Result<(), Error> {
        let interview = self.panel.interview;
        self.write(|desk| interview::save_draft(desk, SaveDraft { interview, card }))
            .map(drop)
    }

    fn submit(&mut self, card: Scorecard, after: u32) -> Result<(), Error> {
        let request = SubmitFeedback {
            interview: self.panel.interview,
            card,
            after,
        };
        self.write(|desk| interview::submit(desk, request))
            .map(drop)
    }

    /// All that this viewer is answered about the candidate, the interview and the vacancy, as the page would get it.
    fn everything(&mut self) -> String {
        let (candidate, vacancy) = (self.panel.candidate, self.panel.vacancy);
        let mut all = serde_json::to_string(&self.view()).expect("JSON");
        for of in [
            InterviewsFor::Candidate { candidate },
            InterviewsFor::Vacancy { vacancy },
        ] {
            let list = self
                .read(|desk| interview::list(desk, ListInterviews { of }))
                .expect("a list");
            all.push_str(&serde_json::to_string(&list).expect("JSON"));
        }
        let open = records::candidate::OpenCandidate { candidate };
        let page = self.read(|desk| records::candidate::open(desk, open));
        all.push_str(&serde_json::to_string(&page.expect("the person")).expect("JSON"));
        let board = self.read(|desk| records::vacancy::board(desk, OpenVacancy { vacancy }));
        all.push_str(&serde_json::to_string(&board.expect("a board")).expect("JSON"));
        let today = self.read(|desk| records::today::overview(desk, Nothing {}));
        all.push_str(&serde_json::to_string(&today.expect("today")).expect("JSON"));
        all
    }

    fn told(&mut self) -> Vec<String> {
        self.read(|desk| records::journal::read(desk, ReadJournal::default()))
            .expect("the journal")
            .rows
            .into_iter()
            .map(|row| row.sentence)
            .collect()
    }
}

fn set_criteria(world: &mut World, names: &[&str]) -> Option<u32> {
    let vacancy = world.vacancy;
    let known = world
        .read(|desk| interview::criteria(desk, OpenVacancy { vacancy }))
        .expect("criteria")
        .criteria;
    let criteria = names
        .iter()
        .map(|name| CriterionEdit {
            criterion: known
                .iter()
                .find(|criterion| criterion.what == *name)
                .map(|criterion| criterion.criterion),
            what: line(name),
            questions: Prose::default(),
        })
        .collect();
    world
        .does(|desk| interview::set_criteria(desk, SetCriteria { vacancy, criteria }))
        .undo
}

fn text(words: &str) -> Prose {
    Prose::parse(words).expect("a text")
}

/// A whole card, every word of which ends with somebody's mark.
fn card(
    view: &InterviewView,
    mark: &str,
    marks: [Mark; 2],
    recommendation: Recommendation,
) -> Scorecard {
    let scores = view
        .criteria
        .iter()
        .zip(marks)
        .map(|(criterion, given)| Score {
            criterion: criterion.criterion,
            mark: Some(given),
            evidence: text(&format!("evidence{mark}")),
        })
        .collect();
    Scorecard {
        scores,
        recommendation: Some(recommendation),
        summary: text(&format!("summary{mark}")),
    }
}

fn found(view: InterviewView) -> PanelView {
    match view.panel {
        Shown::Shown { value } => value,
        Shown::Withheld { rule, .. } => panic!("withheld by {rule}"),
    }
}

#[test]
fn what_a_candidate_says_of_feedback_stands_beside_it_for_everybody_who_sees_it() {
    let mut panel = Panel::new();
    panel.today = "2026-11-24";
    let ivy = panel.account("ivy");
    let given = [Mark::Shown, Mark::PartlyShown];
    {
        let mut opened = panel.open("ivy");
        let card = card(&opened.view(), "ivy", given, Recommendation::No);
        opened.submit(card, 0).expect("submitted");
    }
    {
        let mut opened = panel.open("hr");
        let (candidate, interview) = (panel.candidate, panel.interview);
        let log = records::rights::LogRequest {
            candidate: Some(candidate),
            asker: Prose::default(),
            received_on: day("2026-11-24"),
            channel: domain::rights::RequestChannel::Email,
            rights: vec![domain::deadline::Right::Rectification],
            asked: Prose::default(),
        };
        let request = opened
            .write(|desk| records::rights::log(desk, log))
            .expect("logged")
            .request;
        let rows = opened
            .read(|desk| records::rights::opinions(desk, records::rights::OneRequest { request }))
            .expect("opinions")
            .rows;
        assert_eq!(rows.len(), 1, "what Ivy found");
        let of = domain::rights::OpinionOf::Feedback {
            interview,
            account: ivy,
        };
        assert_eq!(rows[0].of, of);
        let words = text("I kept calm all the while");
        opened
            .write(|desk| {
                let annotate = records::rights::AnnotateOpinion {
                    request,
                    revision: 1,
                    of,
                    words,
                };
                records::rights::annotate(desk, annotate)
            })
            .expect("noted");
        let found = found(opened.view());
        assert_eq!(found.annotated, 1);
        let Shown::Shown { value: cards } = found.cards else {
            panic!("HR sees the words");
        };
        let said = cards[0].annotation.as_ref().expect("their view");
        assert_eq!(said.words, "I kept calm all the while");
        assert_eq!(cards[0].versions.len(), 1, "what was found stays as it was");
    }
    let own = panel.open("ivy").view().own.expect("her own");
    assert!(own.annotation.is_some(), "who wrote it sees it too");
    let all = panel.open("bo").everything();
    assert!(
        !all.contains("kept calm all"),
        "who sees no words sees none of it"
    );
}
