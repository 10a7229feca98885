//! Interviews in the store: that nobody reads in the bytes what an interviewer wrote, who has the key to a draft, what a
//! legal hold keeps, and that nothing of it is left.

use domain::access::{
    Action, AssessCandidate, DecideApplication, Grant, GrantScope, ManageAccounts, ManageHolds,
    Permit, ReadCandidate, Relation, Role, Subject, decide,
};
use domain::application::{Outcome, OutcomeKind, RejectionReason};
use domain::hold::{HoldDetails, HoldReason};
use domain::id::{AccountId, ApplicationId, CandidateId, InterviewId, VacancyId};
use domain::interview::{InterviewKind, InterviewPlan, Recommendation, Scorecard, TimeOfDay};
use domain::retention::{DataClass, Part};
use domain::text::Prose;
use store::{
    Entry, ErasureReport, ErasureState, GoOn, Goes, InterviewsOf, NewPanel, StoreError, ToErase,
};

use crate::stranger::keys;
use crate::support::{
    Home, PASSPHRASE, at, day, line, member, new_account, passphrase, person, unlock,
};

/// Words that stand nowhere else.
const PLACE: &str = "behind the quibblestrand lighthouse";
const DRAFTED: &str = "hesitated like a marmoset on a trapeze";
const SUBMITTED: &str = "answered as a walrus would a zeppelin";

struct Made {
    home: Home,
    candidate: CandidateId,
    vacancy: VacancyId,
    application: ApplicationId,
    interview: InterviewId,
}

impl Made {
    /// An interview by whoever opened the store.
    fn new() -> Self {
        let mut home = Home::new();
        let candidate = home.candidate(&person(
            "Marigold",
            "Quagga",
            "heron@example.org",
            "07700 900001",
        ));
        let vacancy = home.vacancy("Press Officer");
        let application = home.application(candidate, vacancy, None);
        let hr = home.hr;
        let mut made = Self {
            interview: InterviewId::new(at("2026-01-06")),
            home,
            candidate,
            vacancy,
            application,
        };
        made.interview = made.schedule(hr);
        made
    }

    fn schedule(&mut self, account: AccountId) -> InterviewId {
        let permit: Permit<DecideApplication> = self.home.deciding(self.candidate, self.vacancy);
        let plan = InterviewPlan {
            kind: InterviewKind::InPerson,
            on: day("2026-01-08"),
            at: TimeOfDay::parse("09:30").unwrap(),
            minutes: 45,
            place: Some(line(PLACE)),
        };
        let panel = [NewPanel {
            account,
            criteria: Vec::new(),
        }];
        let application = self.application;
        self.home
            .store
            .write(&permit, at("2026-01-06"), |tx| {
                let id = tx.insert_interview(&permit, application, &plan, &panel)?;
                Ok::<_, StoreError>((id, Entry::new("schedule-interview")))
            })
            .unwrap()
    }

    /// A permit of somebody who interviews for the vacancy.
    fn assessing<A: Action>(&mut self, account: AccountId) -> Permit<A> {
        let facts = self.home.facts(self.vacancy);
        let applied = self
            .home
            .store
            .read(|records| records.applied_by(self.candidate))
            .unwrap()
            .unwrap();
        let grant = Grant {
            relation: Relation::Interviewer,
            scope: GrantScope::Vacancy(self.vacancy),
            from: day("2026-01-05"),
            until: None,
        };
        let subject = Subject::Application {
            candidate: self.candidate,
            vacancy: facts,
            applied,
        };
        decide(&member(account, vec![grant]), subject, day("2026-06-01")).unwrap()
    }

    fn draft_and_submit(&mut self) {
        let hr = self.home.hr;
        let permit: Permit<AssessCandidate> = self.assessing(hr);
        let second = self.schedule(hr);
        self.home
            .store
            .submit_feedback(&permit, second, &card(SUBMITTED), 0, at("2026-01-08"))
            .unwrap();
        for _ in 0..3 {
            self.home
                .store
                .save_feedback_draft(&permit, self.interview, &card(DRAFTED), at("2026-01-08"))
                .unwrap();
        }
    }

    fn left(&self, words: &[&str]) -> usize {
        store::testing::words_in_bytes(self.home.folder.path(), "hr", PASSPHRASE, words).unwrap()
    }

    fn number(&mut self) -> usize {
        let reading = self.home.on::<ReadCandidate>(self.candidate);
        let of = InterviewsOf::Candidate(self.candidate);
        self.home
            .store
            .read(|records| records.interviews(&reading, of))
            .unwrap()
            .len()
    }

    fn erase(&mut self, goes: Goes) -> ErasureReport {
        let erasing = self.home.erasing();
        let wanted = ToErase {
            candidate: self.candidate,
            goes,
            rule: "RET-02",
            due_since: None,
        };
        self.home
            .store
            .erase(&erasing, &[wanted], at("2026-08-02"), |_| GoOn::Yes)
            .unwrap()
    }
}

fn card(words: &str) -> Scorecard {
    Scorecard {
        scores: Vec::new(),
        recommendation: Some(Recommendation::Yes),
        summary: Prose::parse(words).unwrap(),
    }
}

fn end_it(made: &mut Made) {
    let permit: Permit<DecideApplication> = made.home.deciding(made.candidate, made.vacancy);
    let outcome = Outcome {
        how: OutcomeKind::Rejected {
            reason: RejectionReason::MetRequirementsNotSelected,
        },
        on: day("2026-01-20"),
    };
    let application = made.application;
    made.home
        .store
        .write(&permit, at("2026-01-20"), |tx| {
            tx.set_outcome(&permit, application, Some(outcome), 1)?;
            Ok::<_, StoreError>(((), Entry::new("end-applications")))
        })
        .unwrap();
}

#[test]
fn what_an_interviewer_writes_is_in_no_page_and_goes_with_the_person_key_and_all() {
    let mut made = Made::new();
    made.draft_and_submit();
    assert_eq!(made.left(&[PLACE]), 1, "a place is as readable as a name");
    assert_eq!(made.left(&[DRAFTED, SUBMITTED, "marmoset", "walrus"]), 0);
    assert_eq!(
        keys(made.home.folder.path(), "hr", PASSPHRASE)
            .subjects
            .len(),
        1
    );
    end_it(&mut made);
    let report = made.erase(Goes::Person);
    assert_eq!(report.state, ErasureState::Erased);
    let opinions = report
        .classes
        .get("RET-02")
        .and_then(|classes| classes.get(&DataClass::Opinion))
        .copied()
        .unwrap_or_default();
    assert_eq!(opinions.records, 2, "two interviews: {:?}", report.classes);
    assert_eq!(made.left(&[PLACE, "quibblestrand"]), 0);
    assert!(
        keys(made.home.folder.path(), "hr", PASSPHRASE)
            .subjects
            .is_empty()
    );
}

#[test]
fn feedback_goes_with_the_history_of_an_application_that_stays() {
    let mut made = Made::new();
    made.draft_and_submit();
    end_it(&mut made);
    let application = made.application;
    let report = made.erase(Goes::Part(Part::History(application)));
    assert_eq!(report.state, ErasureState::Erased);
    assert_eq!(made.number(), 0);
    assert_eq!(made.left(&[PLACE, "quibblestrand"]), 0);
    assert!(
        keys(made.home.folder.path(), "hr", PASSPHRASE)
            .subjects
            .is_empty(),
        "nothing else was encrypted under it"
    );
    let reading = made.home.on::<ReadCandidate>(made.candidate);
    let stays = made
        .home
        .store
        .read(|records| records.applications(&reading))
        .unwrap();
    assert_eq!(stays.len(), 1);
}

#[test]
fn an_erasure_that_is_ended_amid_is_finished_with_its_interviews() {
    let mut made = Made::new();
    made.draft_and_submit();
    end_it(&mut made);
    let wanted = ToErase {
        candidate: made.candidate,
        goes: Goes::Person,
        rule: "RET-02",
        due_since: None,
    };
    let (home, finished) = made.home.ended_amid(&[wanted], at("2026-08-02"));
    assert_eq!(finished.len(), 1);
    made.home = home;
    assert_eq!(made.left(&[PLACE, "quibblestrand"]), 0);
    assert!(
        keys(made.home.folder.path(), "hr", PASSPHRASE)
            .subjects
            .is_empty()
    );
}

#[test]
fn a_draft_opens_for_its_author_alone_and_is_lost_with_their_keys() {
    let mut made = Made::new();
    let hr = made.home.hr;
    let managing: Permit<ManageAccounts> = made.home.permit(Subject::Organisation);
    let new = new_account("ivy", Role::Member, "another passphrase of hers");
    let ivy = made
        .home
        .store
        .add_account(&managing, &new, at("2026-01-06"))
        .unwrap();
    let theirs = made.schedule(ivy);
    let hers: Permit<AssessCandidate> = made.assessing(ivy);
    let mine: Permit<AssessCandidate> = made.assessing(hr);
    let store = &mut made.home.store;
    let refused = store.save_feedback_draft(&hers, theirs, &card(DRAFTED), at("2026-01-08"));
    assert!(
        matches!(refused, Err(StoreError::WrongSubject)),
        "nobody writes a draft for another: {refused:?}"
    );
    let refused = store.save_feedback_draft(&mine, theirs, &card(DRAFTED), at("2026-01-08"));
    assert!(matches!(refused, Err(StoreError::NotFound)), "{refused:?}");

    let folder = made.home.folder.path().to_owned();
    let reopen = |home: Home, name: &str, secret: &str| {
        let Home {
            store,
            hr,
            team,
            folder,
        } = home;
        drop(store);
        let opened =
            store::unlock(folder.path(), name, &passphrase(secret), at("2026-01-08")).unwrap();
        Home {
            store: opened.store,
            hr,
            team,
            folder,
        }
    };
    made.home = reopen(made.home, "ivy", "another passphrase of hers");
    made.home
        .store
        .save_feedback_draft(&hers, theirs, &card(DRAFTED), at("2026-01-08"))
        .unwrap();
    let found = made.home.store.feedback_draft(&hers, theirs).unwrap();
    assert_eq!(found.and_then(|draft| draft.card), Some(card(DRAFTED)));

    made.home = reopen(made.home, "hr", PASSPHRASE);
    let refused = made.home.store.feedback_draft(&hers, theirs);
    assert!(
        matches!(refused, Err(StoreError::WrongSubject)),
        "{refused:?}"
    );
    made.home
        .store
        .reset_passphrase(
            &managing,
            ivy,
            &passphrase("a third passphrase of hers"),
            store::KdfCost::FLOOR,
            at("2026-01-09"),
        )
        .unwrap();
    assert_eq!(
        store::testing::words_in_bytes(&folder, "hr", PASSPHRASE, &[DRAFTED]).unwrap(),
        0
    );
    made.home = reopen(made.home, "ivy", "a third passphrase of hers");
    let found = made.home.store.feedback_draft(&hers, theirs).unwrap();
    assert_eq!(
        found.map(|draft| draft.card),
        Some(None),
        "there, and nobody's to read any more"
    );
    made.home
        .store
        .save_feedback_draft(&hers, theirs, &card("begun again"), at("2026-01-09"))
        .unwrap();
    let found = made.home.store.feedback_draft(&hers, theirs).unwrap();
    assert_eq!(
        found.and_then(|draft| draft.card),
        Some(card("begun again"))
    );
}

#[test]
fn a_legal_hold_keeps_interviews_and_what_was_submitted_is_never_changed() {
    let mut made = Made::new();
    made.draft_and_submit();
    let holding: Permit<ManageHolds> = made.home.on(made.candidate);
    let details = HoldDetails {
        reason: HoldReason::Claim,
        reference: None,
        review_by: day("2026-06-01"),
    };
    made.home
        .store
        .write(&holding, at("2026-01-09"), |tx| {
            tx.insert_hold(&holding, &details, None)?;
            Ok::<_, StoreError>(((), Entry::new("place-hold")))
        })
        .unwrap();
    let deciding: Permit<DecideApplication> = made.home.deciding(made.candidate, made.vacancy);
    let third = made.schedule(made.home.hr);
    let removed = made.home.store.write(&deciding, at("2026-01-09"), |tx| {
        tx.remove_interview(&deciding, third, 1)?;
        Ok::<_, StoreError>(((), Entry::new("undo-schedule-interview")))
    });
    assert!(matches!(removed, Err(StoreError::OnHold)), "{removed:?}");
    let opened = unlock(made.home.folder.path());
    assert!(opened.is_err(), "one program at a time");
}

/// UX: 20 ms at the 95th percentile, beside one write of the same size with its sync. For figures, run it with
/// `--release -- --ignored --nocapture`.
#[test]
#[ignore = "figures depend on the machine"]
fn a_draft_is_saved_within_twenty_milliseconds() {
    let mut made = Made::new();
    let hr = made.home.hr;
    let permit: Permit<AssessCandidate> = made.assessing(hr);
    let long = card(&"A sentence of evidence, as people write them. ".repeat(60));
    let mut took: Vec<f64> = Vec::new();
    let mut syncs: Vec<f64> = Vec::new();
    let mut plain = std::fs::File::create(made.home.folder.path().join("plain")).unwrap();
    for _ in 0..200 {
        let begun = std::time::Instant::now();
        std::io::Write::write_all(&mut plain, &[7; 4096]).unwrap();
        plain.sync_all().unwrap();
        syncs.push(begun.elapsed().as_secs_f64() * 1000.0);
        let begun = std::time::Instant::now();
        made.home
            .store
            .save_feedback_draft(&permit, made.interview, &long, at("2026-01-08"))
            .unwrap();
        took.push(begun.elapsed().as_secs_f64() * 1000.0);
    }
    took.sort_by(f64::total_cmp);
    syncs.sort_by(f64::total_cmp);
    println!("one sync: p95 {:.1} ms", syncs[syncs.len() * 95 / 100]);
    let at_95 = took[took.len() * 95 / 100];
    println!(
        "a draft: median {:.1} ms, p95 {at_95:.1} ms",
        took[took.len() / 2]
    );
    assert!(at_95 <= 20.0, "{at_95}");
}
