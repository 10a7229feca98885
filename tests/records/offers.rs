//! Offers: written, approved, made, answered; and what candidates are told of an outcome.

use domain::access::{Relation, Role, Shown};
use domain::application::{Outcome, OutcomeKind, RejectionReason, Stage};
use domain::id::{ApplicationId, CandidateId};
use domain::offer::{ApproverDecision, OfferAnswer, OfferState, OfferTerms, Pay, PayPeriod};
use domain::reserve::ContactChannel;
use domain::text::Prose;
use records::candidate::EndApplications;
use records::decision::{ApplicationDecisions, ReadDecisions, TellOutcome};
use records::offer::{
    AnswerOffer, ApproveOffer, MakeOffer, OfferMay, OfferView, OneOffer, WriteOffer,
};
use records::organisation::{AddAccount, Passphrase};
use records::today::TodayWhat;
use records::vacancy::{AssignPeople, Assignment};
use records::view::{Done, Nothing};
use records::{Error, Session};

use crate::world::{World, day, line, refused};

const PASSPHRASE: &str = "another passphrase nobody guesses";

fn terms() -> OfferTerms {
    OfferTerms {
        pay: Pay::Amount {
            pence: 3_850_000,
            per: PayPeriod::Year,
        },
        starts_on: Some(day("2027-01-04")),
        answer_by: Some(day("2026-11-25")),
        conditions: Prose::parse("Two references").expect("words"),
    }
}

/// Adds an account with a part in the first vacancy, and gives a session of theirs.
fn with_part(world: &mut World, parts: &[(&str, Relation)]) -> Vec<Session> {
    let mut sessions = Vec::new();
    let mut people = Vec::new();
    for (name, relation) in parts {
        let request = AddAccount {
            name: line(name),
            role: Role::Member,
            until: None,
            inducted_on: Some(world.today),
            passphrase: Passphrase::new(PASSPHRASE.to_owned().into()),
        };
        world.does(|desk| records::organisation::add_account(desk, request));
        let account = world
            .read(|desk| records::organisation::accounts(desk, Nothing {}))
            .expect("accounts")
            .rows
            .into_iter()
            .find(|account| account.name == *name)
            .expect("there")
            .account;
        sessions.push(Session::new(account));
        people.push(Assignment {
            account,
            relation: *relation,
            from: None,
            until: None,
        });
    }
    let request = AssignPeople {
        vacancy: world.vacancy,
        people,
    };
    world.does(|desk| records::vacancy::assign_people(desk, request));
    sessions
}

/// Works as somebody else for a while.
fn as_other<T>(world: &mut World, session: &Session, work: impl FnOnce(&mut World) -> T) -> T {
    let theirs = Session::new(session.account());
    let hr = std::mem::replace(&mut world.session, theirs);
    let done = work(world);
    world.session = hr;
    done
}

fn decisions(world: &mut World, candidate: CandidateId) -> ApplicationDecisions {
    world
        .read(|desk| records::decision::read(desk, ReadDecisions { candidate }))
        .expect("decisions")
        .applications
        .remove(0)
}

fn offer(world: &mut World, candidate: CandidateId) -> OfferView {
    match decisions(world, candidate).offers {
        Shown::Shown { mut value } => value.remove(0),
        Shown::Withheld { .. } => panic!("pay is shown"),
    }
}

fn named(view: &OfferView) -> OneOffer {
    OneOffer {
        offer: view.offer,
        revision: view.revision,
    }
}

fn write(world: &mut World, application: ApplicationId) -> Result<Done, Error> {
    let request = WriteOffer {
        application,
        change: None,
        terms: terms(),
    };
    world.write(|desk| records::offer::write(desk, request))
}

fn decide(
    world: &mut World,
    candidate: CandidateId,
    decision: ApproverDecision,
) -> Result<Done, Error> {
    let view = offer(world, candidate);
    let application = world.application(candidate);
    let request = ApproveOffer {
        application,
        offer: named(&view),
        decision,
    };
    world.write(|desk| records::offer::approve(desk, request))
}

fn make(world: &mut World, candidate: CandidateId, on: &str) -> Result<Done, Error> {
    let view = offer(world, candidate);
    let request = MakeOffer {
        application: world.application(candidate),
        offer: named(&view),
        on: day(on),
    };
    world.write(|desk| records::offer::make(desk, request))
}

fn answer(
    world: &mut World,
    candidate: CandidateId,
    answer: OfferAnswer,
    on: &str,
) -> Result<Done, Error> {
    let view = offer(world, candidate);
    let request = AnswerOffer {
        application: world.application(candidate),
        offer: named(&view),
        answer,
        on: day(on),
    };
    world.write(|desk| records::offer::answer(desk, request))
}

fn end(world: &mut World, application: ApplicationId, how: OutcomeKind) -> Result<Done, Error> {
    let outcome = Outcome {
        how,
        on: world.today,
    };
    let request = EndApplications {
        applications: vec![application],
        outcome,
        confirmed: std::collections::BTreeSet::new(),
    };
    world.write(|desk| records::application::end(desk, request))
}

fn on_today(world: &mut World) -> Vec<(TodayWhat, i32)> {
    world
        .read(|desk| records::today::overview(desk, Nothing {}))
        .expect("today")
        .tasks
        .into_iter()
        .filter(|task| !matches!(task.what, TodayWhat::NoticesMissing { .. }))
        .map(|task| (task.what, task.days_left))
        .collect()
}

#[test]
fn an_offer_is_written_approved_made_and_accepted_and_the_clock_of_a_hire_runs() {
    let mut world = World::new();
    let candidate = world.add_person("Ann");
    let application = world.application(candidate);
    let approver = with_part(&mut world, &[("Pat", Relation::Approver)]).remove(0);
    write(&mut world, application).expect("written");
    let view = offer(&mut world, candidate);
    assert_eq!(view.state, OfferState::AwaitingApproval);
    assert_eq!(view.may, [OfferMay::Change, OfferMay::Withdraw]);
    assert_eq!(decisions(&mut world, candidate).approvers, ["Pat"]);
    let (rule, sentence) = refused(make(&mut world, candidate, "2026-11-23"));
    assert_eq!(rule, "ACC-02");
    assert!(sentence.contains("approver"), "{sentence}");
    let refusal = decide(&mut world, candidate, ApproverDecision::Approved);
    assert!(
        matches!(refusal, Err(Error::Refused(_))),
        "HR is no approver: {refusal:?}"
    );
    let (rule, _) = refused(end(&mut world, application, OutcomeKind::Hired));
    assert_eq!(rule, "RET-02", "nor is anybody hired past the offer");

    as_other(&mut world, &approver, |world| {
        assert!(
            on_today(world).iter().any(|(what, left)| matches!(
                what,
                TodayWhat::ApproveOffer { name, title, .. }
                    if name == "GivenAnn FamilyAnn" && title == "Press Officer"
            ) && *left == 3),
            "it is on their Today"
        );
        let view = offer(world, candidate);
        assert_eq!(view.may, [OfferMay::Approve, OfferMay::SendBack]);
        decide(world, candidate, ApproverDecision::Approved).expect("approved");
    });
    let view = offer(&mut world, candidate);
    assert_eq!(view.state, OfferState::Approved);
    assert_eq!(view.decided_by.as_deref(), Some("Pat"));
    assert!(
        on_today(&mut world)
            .iter()
            .any(|(what, _)| matches!(what, TodayWhat::MakeOffer { .. })),
        "HR is told that it can be made"
    );
    make(&mut world, candidate, "2026-11-23").expect("made");
    assert_eq!(world.open(candidate).applications[0].stage, Stage::Offer);
    assert!(
        on_today(&mut world)
            .iter()
            .any(|(what, left)| matches!(what, TodayWhat::AnswerOffer { .. }) && *left == 2),
        "its answer is near"
    );
    world.today = day("2026-11-24");
    answer(&mut world, candidate, OfferAnswer::Accepted, "2026-11-24").expect("accepted");
    let view = world.open(candidate);
    let outcome = view.applications[0].outcome.expect("an end");
    assert_eq!(
        (outcome.how, outcome.on),
        (OutcomeKind::Hired, day("2026-11-24"))
    );
    assert_eq!(
        world.strip(candidate).erase_on,
        Some(day("2027-05-24")),
        "RET-13"
    );
    assert_eq!(offer(&mut world, candidate).may, [], "it is over");
}

#[test]
fn a_declined_offer_ends_the_application_and_the_six_months_run_from_that_day() {
    let mut world = World::new();
    let candidate = world.add_person("Ann");
    let application = world.application(candidate);
    write(&mut world, application).expect("written");
    assert_eq!(
        offer(&mut world, candidate).state,
        OfferState::Drafted,
        "nobody approves"
    );
    make(&mut world, candidate, "2026-11-20").expect("made");
    let early = answer(&mut world, candidate, OfferAnswer::Declined, "2026-11-19");
    assert!(matches!(early, Err(Error::Invalid(_))), "{early:?}");
    answer(&mut world, candidate, OfferAnswer::Declined, "2026-11-21").expect("declined");
    let strip = world.strip(candidate);
    assert_eq!(strip.erase_on, Some(day("2027-05-21")));
    assert_eq!(strip.because[0].rule, "RET-02");
}

#[test]
fn a_withdrawn_offer_leaves_the_application_running_and_another_can_be_written() {
    let mut world = World::new();
    let candidate = world.add_person("Ann");
    let application = world.application(candidate);
    write(&mut world, application).expect("written");
    let (rule, _) = refused(write(&mut world, application));
    assert_eq!(rule, "RET-02", "one at a time");
    make(&mut world, candidate, "2026-11-20").expect("made");
    let turned_down = OutcomeKind::Rejected {
        reason: RejectionReason::Other,
    };
    let (rule, _) = refused(end(&mut world, application, turned_down));
    assert_eq!(rule, "RET-02", "what was offered stands");
    answer(&mut world, candidate, OfferAnswer::Withdrawn, "2026-11-21").expect("withdrawn");
    assert!(world.open(candidate).applications[0].outcome.is_none());
    write(&mut world, application).expect("another");
    end(&mut world, application, turned_down).expect("one that was never made is no promise");
    assert_eq!(offer(&mut world, candidate).state, OfferState::Lapsed);
}

#[test]
fn every_step_is_taken_back_in_turn() {
    let mut world = World::new();
    let candidate = world.add_person("Ann");
    let application = world.application(candidate);
    let before = world.stands(candidate);
    write(&mut world, application).expect("written");
    let view = offer(&mut world, candidate);
    let mut changed = terms();
    changed.pay = Pay::Words {
        words: line("A band"),
    };
    let request = WriteOffer {
        application,
        change: Some(named(&view)),
        terms: changed.clone(),
    };
    world.does(|desk| records::offer::write(desk, request));
    assert_eq!(offer(&mut world, candidate).terms, changed);
    make(&mut world, candidate, "2026-11-20").expect("made");
    answer(&mut world, candidate, OfferAnswer::Accepted, "2026-11-21").expect("accepted");
    world.undo().expect("not accepted");
    assert_eq!(offer(&mut world, candidate).state, OfferState::Made);
    assert!(world.open(candidate).applications[0].outcome.is_none());
    world.undo().expect("not made");
    assert_eq!(world.open(candidate).applications[0].stage, Stage::Applied);
    world.undo().expect("not changed");
    assert_eq!(offer(&mut world, candidate).terms, terms());
    world.undo().expect("not written");
    assert_eq!(world.stands(candidate), before);
    assert!(
        matches!(decisions(&mut world, candidate).offers, Shown::Shown { value } if value.is_empty())
    );
}

#[test]
fn a_change_ends_the_approval_of_the_old_terms() {
    let mut world = World::new();
    let candidate = world.add_person("Ann");
    let application = world.application(candidate);
    let approver = with_part(&mut world, &[("Pat", Relation::Approver)]).remove(0);
    write(&mut world, application).expect("written");
    let seen = offer(&mut world, candidate);
    as_other(&mut world, &approver, |world| {
        decide(world, candidate, ApproverDecision::SentBack).expect("sent back");
    });
    assert_eq!(offer(&mut world, candidate).state, OfferState::SentBack);
    let stale = WriteOffer {
        application,
        change: Some(named(&seen)),
        terms: terms(),
    };
    let stale = world.does_not(|desk| records::offer::write(desk, stale));
    assert!(matches!(stale, Error::Stale), "{stale:?}");
    let now = offer(&mut world, candidate);
    let request = WriteOffer {
        application,
        change: Some(named(&now)),
        terms: terms(),
    };
    world.does(|desk| records::offer::write(desk, request));
    assert_eq!(
        offer(&mut world, candidate).state,
        OfferState::AwaitingApproval
    );
}

#[test]
fn who_sees_pay_sees_the_offer_and_who_does_not_is_told_the_rule() {
    let mut world = World::new();
    let candidate = world.add_person("Ann");
    let application = world.application(candidate);
    let sessions = with_part(
        &mut world,
        &[
            ("Pat", Relation::Approver),
            ("Ivy", Relation::Interviewer),
            ("Max", Relation::RecruitingManager),
        ],
    );
    write(&mut world, application).expect("written");
    let sees = |world: &mut World, who: usize| {
        as_other(world, &sessions[who], |world| {
            matches!(decisions(world, candidate).offers, Shown::Shown { .. })
        })
    };
    assert!(sees(&mut world, 0), "who approves");
    assert!(!sees(&mut world, 1), "not who interviews");
    assert!(sees(&mut world, 2), "who runs the vacancy");
}

#[test]
fn nobody_is_hired_past_the_approver_of_a_vacancy() {
    let mut world = World::new();
    let candidate = world.add_person("Ann");
    let application = world.application(candidate);
    with_part(&mut world, &[("Pat", Relation::Approver)]);
    let (rule, sentence) = refused(end(&mut world, application, OutcomeKind::Hired));
    assert_eq!(rule, "ACC-02", "{sentence}");
}

#[test]
fn several_are_turned_down_with_each_name_confirmed() {
    let mut world = World::new();
    let people = [world.add_person("Ann"), world.add_person("Bob")];
    let applications: Vec<_> = people.map(|who| world.application(who)).to_vec();
    let mut reject = |confirmed: &[ApplicationId]| {
        let request = EndApplications {
            applications: applications.clone(),
            outcome: Outcome {
                how: OutcomeKind::Rejected {
                    reason: RejectionReason::Experience,
                },
                on: day("2026-11-23"),
            },
            confirmed: confirmed.iter().copied().collect(),
        };
        world.write(|desk| records::application::end(desk, request))
    };
    let (rule, sentence) = refused(reject(&applications[..1]));
    assert_eq!(
        (rule, sentence.as_str()),
        (
            "COL-13",
            "Turning people down needs each name confirmed; 1 is not."
        )
    );
    reject(&applications).expect("each is confirmed");
}

#[test]
fn what_a_candidate_was_told_is_recorded_after_the_outcome_and_shown_as_opinions_are() {
    let mut world = World::new();
    let candidate = world.add_person("Ann");
    let application = world.application(candidate);
    let told = |on: &str, words: &str| TellOutcome {
        application,
        on: day(on),
        channel: ContactChannel::Phone,
        words: Prose::parse(words).expect("words"),
    };
    let early = told("2026-11-23", "Not this time");
    let early = refused(world.write(|desk| records::decision::tell(desk, early)));
    assert_eq!(early.0, "S53");
    let how = OutcomeKind::Rejected {
        reason: RejectionReason::Experience,
    };
    world.end(candidate, how, "2026-11-20");
    for wrong in [
        told("2026-11-19", "Before"),
        told("2026-11-24", "After"),
        told("2026-11-23", ""),
    ] {
        let answer = world.does_not(|desk| records::decision::tell(desk, wrong));
        assert!(matches!(answer, Error::Invalid(_)), "{answer:?}");
    }
    let said = told(
        "2026-11-21",
        "Others had led a press office\nPlease apply again",
    );
    world.does(|desk| records::decision::tell(desk, said));
    let Shown::Shown { value } = decisions(&mut world, candidate).told else {
        panic!("HR sees opinions");
    };
    assert_eq!(
        value[0].words,
        "Others had led a press office\nPlease apply again"
    );
    assert_eq!(world.found("office"), [], "it is in no index");
    let sessions = with_part(
        &mut world,
        &[("Ivy", Relation::Interviewer), ("Pat", Relation::Approver)],
    );
    for session in &sessions {
        as_other(&mut world, session, |world| {
            assert!(matches!(
                decisions(world, candidate).told,
                Shown::Withheld { .. }
            ));
        });
    }
    world.undo().expect("who has a part");
    world.undo().expect("taken back");
    assert!(
        matches!(decisions(&mut world, candidate).told, Shown::Shown { value } if value.is_empty())
    );
}

#[test]
fn applications_to_which_nothing_happens_for_a_fortnight_wait_for_a_decision() {
    let mut world = World::new();
    let candidate = world.add_person("Ann");
    let application = world.application(candidate);
    let request = records::candidate::MoveApplications {
        applications: vec![application],
        to: Stage::Interview,
    };
    world.does(|desk| records::application::move_to(desk, request));
    assert_eq!(on_today(&mut world), []);
    world.today = day("2026-12-09");
    let vacancy = world.vacancy;
    assert_eq!(
        on_today(&mut world),
        [(
            TodayWhat::DecisionsWaiting {
                vacancy,
                title: "Press Officer".to_owned(),
                count: 1
            },
            -2
        )]
    );
}
