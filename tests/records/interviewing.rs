//! Interviews as people hold them: what is assessed, who interviews, what they find, and who reads it when.

use std::path::PathBuf;

use domain::access::{ManageAccounts, Relation, Role, RoleHeld, Shown, Subject, decide};
use domain::clock::FixedClock;
use domain::id::{AccountId, ApplicationId, CandidateId, InterviewId, VacancyId};
use domain::interview::{
    Agreement, InterviewKind, InterviewPlan, InterviewState, Mark, Recommendation, Score,
    Scorecard, TimeOfDay,
};
use domain::text::Prose;
use records::interview::{
    ChangeInterview, CriterionEdit, FeedbackState, InterviewView, Interviewer, InterviewsFor,
    ListInterviews, MarkInterview, OneInterview, PanelView, SaveDraft, ScheduleInterview,
    SetCriteria, SubmitFeedback,
};
use records::journal::ReadJournal;
use records::today::TodayWhat;
use records::vacancy::{AssignPeople, Assignment, OpenVacancy};
use records::view::Nothing;
use records::{Error, ReadDesk, Session, Store, Unwatched, WriteDesk, interview};
use store::{KdfCost, NewAccount, Passphrase};
use tempfile::TempDir;

use crate::world::{NEARLY, World, day, line, noon};

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

fn in_use(world: &mut World) -> Vec<String> {
    let vacancy = world.vacancy;
    world
        .read(|desk| interview::criteria(desk, OpenVacancy { vacancy }))
        .expect("criteria")
        .criteria
        .into_iter()
        .filter(|criterion| !criterion.retired)
        .map(|criterion| criterion.what)
        .collect()
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
fn nobody_reads_anothers_feedback_before_their_own_is_in_by_any_route() {
    let panel = Panel::new();
    let marks = [("ivy", "quoll"), ("max", "numbat")];
    let mut submitted: Vec<&str> = Vec::new();
    for step in 0..=marks.len() {
        for viewer in ["ivy", "max", "bo", "sal", "hr"] {
            let answered = panel.open(viewer).everything();
            for (author, mark) in marks {
                let owes = ["ivy", "max"].contains(&viewer) && !submitted.contains(&viewer);
                let reads = match viewer {
                    "hr" | "sal" => true,
                    "bo" => false,
                    _ => !owes,
                };
                let is_there = submitted.contains(&author);
                assert_eq!(
                    answered.contains(&format!("evidence{mark}")),
                    is_there && (reads || viewer == author),
                    "{viewer} of {author}, step {step}: {answered}"
                );
            }
        }
        if let Some((author, mark)) = marks.get(step) {
            let mut opened = panel.open(author);
            let view = opened.view();
            let card = card(
                &view,
                mark,
                [Mark::Shown, Mark::NotShown],
                Recommendation::Yes,
            );
            opened.submit(card, 0).expect("submitted");
            submitted.push(author);
        }
    }
}

#[test]
fn a_draft_is_its_authors_alone_and_there_when_the_store_is_opened_again() {
    let panel = Panel::new();
    let mut ivy = panel.open("ivy");
    let view = ivy.view();
    let draft = card(
        &view,
        "bilby",
        [Mark::Shown, Mark::NotAsked],
        Recommendation::No,
    );
    ivy.save(Scorecard::default()).expect("saved");
    for _ in 0..20 {
        ivy.save(draft.clone()).expect("saved");
    }
    // Nothing closes the store properly: the program was killed.
    drop(ivy);
    for viewer in ["max", "bo", "sal", "hr"] {
        let mut opened = panel.open(viewer);
        let answered = opened.everything();
        assert!(
            !answered.contains("bilby"),
            "{viewer} reads a draft: {answered}"
        );
        if viewer == "hr" {
            let begun = opened
                .told()
                .iter()
                .filter(|told| *told == "Began a draft of feedback")
                .count();
            assert_eq!(begun, 1, "twenty-one saves are one entry");
        }
    }
    let found = panel.open("ivy").view().own.expect("on the panel");
    assert_eq!(found.draft.expect("a draft").card, draft);
    assert!(!found.draft_lost && found.versions.is_empty());
}

#[test]
fn what_is_submitted_is_whole_locked_and_amended_by_another_version() {
    let panel = Panel::new();
    let mut ivy = panel.open("ivy");
    let view = ivy.view();
    let whole = card(
        &view,
        "quoll",
        [Mark::Shown, Mark::NotShown],
        Recommendation::Yes,
    );
    let mut part = whole.clone();
    part.scores[1].evidence = Prose::default();
    part.recommendation = None;
    match ivy.submit(part, 0) {
        Err(Error::Invalid(problems)) => {
            let fields: Vec<_> = problems.iter().map(|problem| problem.field).collect();
            assert_eq!(fields, ["card.scores.1.evidence", "card.recommendation"]);
        }
        other => panic!("something is missing: {other:?}"),
    }
    ivy.save(whole.clone()).expect("saved");
    ivy.submit(whole.clone(), 0).expect("submitted");
    let own = ivy.view().own.expect("on the panel");
    assert!(own.draft.is_none(), "the draft went");
    assert!(
        matches!(ivy.submit(whole.clone(), 0), Err(Error::Stale)),
        "locked"
    );
    let second = card(
        &view,
        "quolls",
        [Mark::Shown, Mark::StronglyShown],
        Recommendation::Yes,
    );
    ivy.submit(second, 1).expect("amended");
    drop(ivy);

    let mut max = panel.open("max");
    let other = card(
        &view,
        "numbat",
        [Mark::Shown, Mark::PartlyShown],
        Recommendation::No,
    );
    max.submit(other, 0).expect("submitted");
    let panel_view = found(max.view());
    assert_eq!((panel_view.submitted, panel_view.members), (2, 2));
    let agreement: Vec<_> = panel_view
        .criteria
        .iter()
        .map(|criterion| criterion.spread.agreement)
        .collect();
    assert_eq!(
        agreement,
        [Agreement::Same, Agreement::Apart],
        "the latest versions count"
    );
    assert_eq!(panel_view.recommendation.agreement, Agreement::Apart);
    let cards = match panel_view.cards {
        Shown::Shown { value } => value,
        Shown::Withheld { .. } => panic!("a manager reads words"),
    };
    let ivys = cards.iter().find(|each| each.name == "ivy").expect("hers");
    assert_eq!(ivys.versions.len(), 2, "the earlier can still be read");
    assert_eq!(ivys.versions[0].card, whole);
    drop(max);
    let told = panel.open("hr").told();
    for sentence in [
        "Submitted feedback",
        "Amended feedback",
        "Read a panel’s feedback",
    ] {
        assert!(told.iter().any(|known| known == sentence), "{sentence}");
    }
    assert!(!told.iter().any(|sentence| sentence.contains("quoll")));
}

#[test]
fn nobody_says_anything_of_what_did_not_take_place_and_nobody_is_reminded() {
    let panel = Panel::new();
    let owed = |opened: &mut Opened<'_>| {
        opened
            .read(|desk| records::today::overview(desk, Nothing {}))
            .expect("today")
            .tasks
            .into_iter()
            .filter(|task| matches!(task.what, TodayWhat::FeedbackOwed { .. }))
            .count()
    };
    let mut ivy = panel.open("ivy");
    assert_eq!(owed(&mut ivy), 1, "it was this morning");
    let mark = |state| MarkInterview {
        interview: panel.interview,
        revision: 1,
        state,
    };
    let refused = ivy.write(|desk| interview::mark(desk, mark(InterviewState::Cancelled)));
    assert!(matches!(refused, Err(Error::Refused(_))), "{refused:?}");
    ivy.write(|desk| interview::mark(desk, mark(InterviewState::DidNotCome)))
        .expect("she was there");
    assert_eq!(owed(&mut ivy), 0);
    let view = ivy.view();
    assert!(view.own.as_ref().is_some_and(|own| own.closed.is_some()));
    assert_eq!(view.row.panel[0].feedback, Some(FeedbackState::NotNeeded));
    let whole = card(
        &view,
        "quoll",
        [Mark::Shown, Mark::Shown],
        Recommendation::Yes,
    );
    for result in [ivy.save(whole.clone()), ivy.submit(whole, 0)] {
        assert!(
            matches!(result, Err(Error::Rule { rule: "S54", .. })),
            "{result:?}"
        );
    }
    let undone =
        ivy.write(|desk| records::undo::take_back(desk, records::view::Undo { undo: None }));
    undone.expect("taken back by one of the panel");
    assert_eq!(owed(&mut ivy), 1);
    drop(ivy);
    let mut bo = panel.open("bo");
    let refused = bo.submit(Scorecard::default(), 0);
    assert!(
        matches!(refused, Err(Error::Refused(_))),
        "not on this panel: {refused:?}"
    );
    let refused = bo.write(|desk| interview::mark(desk, mark(InterviewState::Held)));
    assert!(matches!(refused, Err(Error::Refused(_))), "{refused:?}");
}

#[test]
fn tomorrows_interview_is_on_today_and_an_invitation_names_nobody() {
    let mut panel = Panel::new();
    let mut hr = panel.open("hr");
    let request = ChangeInterview {
        interview: panel.interview,
        revision: 1,
        plan: plan("2026-11-24", "09:30"),
        panel: vec![Interviewer {
            account: panel.account("ivy"),
            criteria: Vec::new(),
        }],
    };
    hr.write(|desk| interview::change(desk, request))
        .expect("changed");
    let interview = panel.interview;
    let invitation = hr
        .write(|desk| interview::make_invitation(desk, OneInterview { interview }))
        .expect("a file");
    assert_eq!(invitation.name, "interview-2026-11-24.ics");
    for word in [
        "SEQUENCE:1\r\n",
        "DTSTART:20261124T093000Z\r\n",
        "Press Officer",
    ] {
        assert!(invitation.text.contains(word), "{word}");
    }
    for word in ["Ann", "ivy", "example.org", "Alex"] {
        assert!(
            !invitation.text.contains(word),
            "{word} in {}",
            invitation.text
        );
    }
    drop(hr);
    let coming = |panel: &Panel, who: &str| {
        panel
            .open(who)
            .read(|desk| records::today::overview(desk, Nothing {}))
            .expect("today")
            .tasks
            .into_iter()
            .filter(|task| matches!(task.what, TodayWhat::InterviewComing { .. }))
            .count()
    };
    assert_eq!(coming(&panel, "ivy"), 1);
    assert_eq!(coming(&panel, "max"), 0, "no longer on the panel");
    panel.today = "2026-11-22";
    assert_eq!(coming(&panel, "ivy"), 0, "in two days");
}

#[test]
fn a_panel_is_of_people_who_may_assess_and_whoever_submitted_stays_on_it() {
    let panel = Panel::new();
    let mut ivy = panel.open("ivy");
    let view = ivy.view();
    let whole = card(
        &view,
        "quoll",
        [Mark::Shown, Mark::Shown],
        Recommendation::Yes,
    );
    ivy.submit(whole, 0).expect("submitted");
    drop(ivy);
    let mut hr = panel.open("hr");
    let change = |names: &[&str]| ChangeInterview {
        interview: panel.interview,
        revision: 1,
        plan: plan("2026-11-23", "09:00"),
        panel: names
            .iter()
            .map(|name| Interviewer {
                account: panel.account(name),
                criteria: Vec::new(),
            })
            .collect(),
    };
    for names in [
        &["ivy", "sal"][..],
        &["ivy", "hr"],
        &["ivy", "ivy"],
        &["max"],
        &[],
    ] {
        let result = hr.write(|desk| interview::change(desk, change(names)));
        match result {
            Err(Error::Invalid(problems)) => assert_eq!(problems[0].field, "panel", "{names:?}"),
            other => panic!("{names:?}: {other:?}"),
        }
    }
    let cancel = MarkInterview {
        interview: panel.interview,
        revision: 1,
        state: InterviewState::Cancelled,
    };
    let refused = hr.write(|desk| interview::mark(desk, cancel));
    assert!(
        matches!(refused, Err(Error::Rule { rule: "ACC-08", .. })),
        "{refused:?}"
    );
    let request = ScheduleInterview {
        application: panel.application,
        plan: plan("2026-03-29", "01:30"),
        panel: Vec::new(),
    };
    let refused = hr.write(|desk| interview::schedule(desk, request));
    match refused {
        Err(Error::Invalid(problems)) => assert_eq!(problems[0].field, "plan.at"),
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_reworded_criterion_stays_with_the_feedback_that_names_it() {
    let panel = Panel::new();
    let mut ivy = panel.open("ivy");
    let before = ivy.view();
    let whole = card(
        &before,
        "quoll",
        [Mark::Shown, Mark::NotShown],
        Recommendation::Yes,
    );
    ivy.submit(whole, 0).expect("submitted");
    drop(ivy);
    let mut hr = panel.open("hr");
    let vacancy = panel.vacancy;
    let criteria = vec![CriterionEdit {
        criterion: Some(before.criteria[0].criterion),
        what: line("Writes briefly"),
        questions: Prose::default(),
    }];
    hr.write(|desk| interview::set_criteria(desk, SetCriteria { vacancy, criteria }))
        .expect("set");
    let after = hr.view();
    let known: Vec<_> = after
        .criteria
        .iter()
        .map(|criterion| (criterion.what.as_str(), criterion.retired))
        .collect();
    assert_eq!(
        known,
        [
            ("Writes briefly", false),
            ("Writes clearly", true),
            ("Keeps calm", true)
        ]
    );
    let spreads = found(after).criteria;
    assert_eq!(spreads.len(), 3, "what was scored is still shown");
    assert_eq!(spreads[0].spread.agreement, Agreement::Nobody);
}

#[test]
fn changes_are_taken_back_and_what_was_built_on_stays() {
    let mut world = World::new();
    let added = world.add_person("Ann");
    let ivy = add_account(&mut world, "ivy");
    let vacancy = world.vacancy;
    let assign = AssignPeople {
        vacancy,
        people: vec![Assignment {
            account: ivy,
            relation: Relation::Interviewer,
            from: None,
            until: None,
        }],
    };
    world.does(|desk| records::vacancy::assign_people(desk, assign));
    set_criteria(&mut world, &["Judgement", "Care"]);
    set_criteria(&mut world, &["Care", "Speed"]);
    world.undo().expect("back to the first");
    assert_eq!(in_use(&mut world), ["Judgement", "Care"]);
    world.undo().expect("back to none");
    assert_eq!(in_use(&mut world), [""; 0]);

    let application = world.application(added);
    let member = || {
        vec![Interviewer {
            account: ivy,
            criteria: Vec::new(),
        }]
    };
    let request = ScheduleInterview {
        application,
        plan: plan("2026-12-01", "09:00"),
        panel: member(),
    };
    let scheduled = world.does(|desk| interview::schedule(desk, request));
    let interview = scheduled.interview;
    let request = ChangeInterview {
        interview,
        revision: 1,
        plan: plan("2026-12-02", "10:00"),
        panel: member(),
    };
    world.does(|desk| interview::change(desk, request));
    let mark = MarkInterview {
        interview,
        revision: 2,
        state: InterviewState::Cancelled,
    };
    world.does(|desk| interview::mark(desk, mark));
    let row = |world: &mut World| {
        let of = InterviewsFor::Candidate { candidate: added };
        let list = world.read(|desk| interview::list(desk, ListInterviews { of }));
        list.expect("a list").interviews.pop()
    };
    world.undo().expect("still to come");
    let stands = row(&mut world).expect("there");
    assert_eq!(
        (stands.state, stands.plan.on),
        (InterviewState::Planned, day("2026-12-02"))
    );
    world.undo().expect("on the first day");
    let stands = row(&mut world).expect("there");
    assert_eq!(
        (stands.plan.on, stands.plan.at.to_string()),
        (day("2026-12-01"), "09:00".to_owned())
    );
    world.undo().expect("not scheduled");
    assert!(row(&mut world).is_none());

    let second = world.add_person("Bea");
    let application = world.application(second);
    let request = ScheduleInterview {
        application,
        plan: plan("2026-12-01", "09:00"),
        panel: member(),
    };
    world.does(|desk| interview::schedule(desk, request));
    // Another sign-in adds a person and undoes it while an interview stands on them.
    world.session = Session::new(world.session.account());
    assert!(
        world.undo().is_err(),
        "nothing of this sign-in to take back"
    );
}

#[test]
fn feedback_goes_with_the_applications_history_though_the_person_stays() {
    let mut world = World::new();
    let candidate = world.add_person("Ann");
    let ivy = add_account(&mut world, "ivy");
    let vacancy = world.vacancy;
    let assign = AssignPeople {
        vacancy,
        people: vec![Assignment {
            account: ivy,
            relation: Relation::Interviewer,
            from: None,
            until: None,
        }],
    };
    world.does(|desk| records::vacancy::assign_people(desk, assign));
    let application = world.application(candidate);
    let request = ScheduleInterview {
        application,
        plan: plan("2026-11-20", "09:00"),
        panel: vec![Interviewer {
            account: ivy,
            criteria: Vec::new(),
        }],
    };
    let interview = world
        .does(|desk| interview::schedule(desk, request))
        .interview;
    let hr = std::mem::replace(&mut world.session, Session::new(ivy));
    let request = SubmitFeedback {
        interview,
        card: Scorecard {
            recommendation: Some(Recommendation::No),
            summary: text("She was late and wonderful."),
            ..Scorecard::default()
        },
        after: 0,
    };
    world.does(|desk| interview::submit(desk, request));
    world.session = hr;
    world.end(candidate, NEARLY, "2026-11-23");
    let request = records::permission::RecordPermission {
        candidate,
        details: crate::world::permission(
            domain::consent::PermissionPurpose::KeepLonger,
            "2026-11-23",
        ),
    };
    world.does(|desk| records::permission::record(desk, request));
    let listed = |world: &mut World| {
        let of = InterviewsFor::Candidate { candidate };
        let list = world.read(|desk| interview::list(desk, ListInterviews { of }));
        list.expect("a list").interviews.len()
    };
    assert_eq!(listed(&mut world), 1);
    // Somebody signs in every few weeks, or the clock would not be believed.
    for on in [
        "2026-12-20",
        "2027-01-20",
        "2027-02-20",
        "2027-03-20",
        "2027-04-20",
    ] {
        world.today = day(on);
        set_criteria(&mut world, &[on]);
    }
    world.today = day("2027-05-23");
    let preview = crate::erasing::preview(&mut world, None);
    let typed = preview.confirm.clone();
    let receipt = crate::erasing::erase(&mut world, preview.preview, &typed).expect("erased");
    assert!(receipt.verified && receipt.found == 0, "{receipt:?}");
    assert_eq!(listed(&mut world), 0, "gone after six months");
    assert_eq!(
        world.open(candidate).applications.len(),
        1,
        "the person stays"
    );
}
