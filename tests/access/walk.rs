//! Everybody calls every command, about a candidate and vacancy of theirs and about somebody else's: once for all
//! tables.

use std::sync::OnceLock;
use std::thread;

use domain::access::{
    ClassAccess, DataClass, ReadAccounts, ReadCandidate, ReadJournal, ReadRegisters, Subject,
    Viewer, decide,
};
use domain::id::CandidateId;
use domain::interview::{FeedbackSight, OwnPart, feedback_sight};

use crate::commands::{Answer, call};
use crate::who::Who;
use crate::world::{Person, TODAY, World};

/// Every command on records: the first word of each line of the table.
pub(crate) fn commands() -> Vec<&'static str> {
    lines(include_str!("matrix.txt"))
}

/// The first word of every line of a table that is no comment.
pub(crate) fn lines(table: &'static str) -> Vec<&'static str> {
    table.lines().filter_map(named).collect()
}

/// What a line of a table is about.
pub(crate) fn named(line: &str) -> Option<&str> {
    line.split_whitespace()
        .next()
        .filter(|first| !first.starts_with('#'))
}

/// What one person was answered.
pub(crate) struct Walked {
    pub(crate) who: Who,
    /// The candidate of theirs, and the one of another team.
    pub(crate) people: [Person; 2],
    /// Each command with its answers about the two.
    pub(crate) answers: Vec<(&'static str, [Answer; 2])>,
    /// How much the rules show of each class of the two.
    pub(crate) decided: [Vec<(DataClass, Decided)>; 2],
}

/// How much of a class the rules show.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Decided {
    /// What stands there.
    Shown,
    /// How it stands, or counts.
    InPart,
    Withheld,
}

/// Everybody's answers.
pub(crate) fn walk() -> &'static [Walked] {
    static WALKED: OnceLock<Vec<Walked>> = OnceLock::new();
    WALKED.get_or_init(|| {
        let (some, others) = Who::ALL.split_at(Who::ALL.len() / 2);
        let all = |people: &[Who]| people.iter().copied().map(walk_as).collect::<Vec<_>>();
        thread::scope(|scope| {
            let elsewhere = scope.spawn(|| all(others));
            let mut walked = all(some);
            walked.extend(elsewhere.join().expect("answers"));
            walked
        })
    })
}

fn walk_as(who: Who) -> Walked {
    let mut world = World::of(who);
    let (own, person) = world.own(who);
    let (other, stranger) = world.other();
    let decided = [&person, &stranger].map(|person| decided(&mut world, who, person.candidate));
    let answers = commands()
        .into_iter()
        .map(|command| {
            let answers = [own, other].map(|target| {
                call(&mut world, who, command, target).expect("every line is a command on records")
            });
            (command, answers)
        })
        .collect();
    Walked {
        who,
        people: [person, stranger],
        answers,
        decided,
    }
}

fn decided(world: &mut World, who: Who, candidate: CandidateId) -> Vec<(DataClass, Decided)> {
    let account = world.account(who);
    let viewer = world.facts_of(|records| records.viewer(account));
    let applied = world
        .facts_of(|records| records.applied_by(candidate))
        .expect("somebody who is there");
    let subject = Subject::Candidate { candidate, applied };
    DataClass::ALL
        .into_iter()
        .map(|class| (class, decide_class(&viewer, &subject, class)))
        .collect()
}

fn decide_class(viewer: &Viewer, subject: &Subject, class: DataClass) -> Decided {
    let on_organisation = |may: bool| {
        if may {
            Decided::Shown
        } else {
            Decided::Withheld
        }
    };
    match class {
        DataClass::Journal => {
            on_organisation(decide::<ReadJournal>(viewer, Subject::Organisation, TODAY).is_ok())
        }
        DataClass::Organisation => {
            on_organisation(decide::<ReadAccounts>(viewer, Subject::Organisation, TODAY).is_ok())
        }
        DataClass::Registers => {
            on_organisation(decide::<ReadRegisters>(viewer, Subject::Organisation, TODAY).is_ok())
        }
        // Everybody here who owes feedback has submitted it.
        DataClass::Assessment => match decide::<ReadCandidate>(viewer, subject.clone(), TODAY) {
            Ok(permit) => {
                let own = OwnPart {
                    owes: false,
                    submitted: true,
                };
                match feedback_sight(permit.class(class), permit.sight(), own) {
                    FeedbackSight::Everything => Decided::Shown,
                    FeedbackSight::Summary => Decided::InPart,
                    FeedbackSight::Nothing | FeedbackSight::UntilOwn => Decided::Withheld,
                }
            }
            Err(_) => Decided::Withheld,
        },
        DataClass::Identity
        | DataClass::Contact
        | DataClass::Application
        | DataClass::Documents
        | DataClass::Pay
        | DataClass::Sealed(_)
        | DataClass::Retention => match decide::<ReadCandidate>(viewer, subject.clone(), TODAY) {
            Ok(permit) if permit.class(class).reads() => Decided::Shown,
            Ok(permit) => match permit.class(class) {
                ClassAccess::Withheld(_) => Decided::Withheld,
                ClassAccess::Status
                | ClassAccess::Aggregate
                | ClassAccess::Summary
                | ClassAccess::Submitted
                | ClassAccess::Own
                | ClassAccess::Read
                | ClassAccess::Write => Decided::InPart,
            },
            Err(_) => Decided::Withheld,
        },
    }
}
