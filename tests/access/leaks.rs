//! Nothing of a person comes to someone without a part in a role they applied for: by no command, in no field.

use std::cell::RefCell;

use domain::access::Shown;
use domain::application::Stage;
use domain::source::SourceCategory;
use proptest::prelude::*;
use records::candidate::{
    self, CandidateColumn, CandidateFilter, CandidateSort, ListCandidates, Progress,
    RetentionFilter,
};

use crate::commands::{Answer, OF_THE_SESSION, Target, call};
use crate::walk::commands;
use crate::who::{Sees, Who};
use crate::world::{Person, World};

/// Everyone from whom somebody is hidden.
fn members() -> Vec<Who> {
    Who::ALL
        .into_iter()
        .filter(|who| who.sees() != Sees::Everyone)
        .collect()
}

/// The people somebody must not hear of.
fn strangers(world: &World, who: Who) -> Vec<&Person> {
    let (ours, theirs, unnamed) = (
        world.our_people.iter(),
        world.their_people.iter(),
        world.unnamed_people.iter(),
    );
    match who.sees() {
        Sees::Everyone => Vec::new(),
        Sees::Ours => theirs.chain(unnamed).collect(),
        Sees::OursButTheFirst => theirs.chain(unnamed).chain(ours.take(1)).collect(),
        Sees::Unnamed => theirs.chain(ours).collect(),
        Sees::Nobody => theirs.chain(unnamed).chain(ours).collect(),
    }
}

fn assert_no_leak(world: &World, who: Who, command: &str, answer: &Answer) {
    if let Answer::Gave(text) = answer {
        for person in strangers(world, who) {
            let word = &person.word;
            assert!(
                !text.contains(word),
                "{command} gave {who:?} {word}: {text}"
            );
            // The journal refers to everybody by an id, which tells nothing of them.
            assert!(
                command == "read_journal" || !text.contains(&person.candidate.uuid().to_string()),
                "{command} gave {who:?} the id of {word}: {text}"
            );
        }
    }
}

#[test]
fn the_search_for_leaks_finds_one_where_there_is_one() {
    let mut world = World::new();
    let target = Target {
        candidate: world.their_people[0].candidate,
        vacancy: world.theirs,
    };
    let seen = call(&mut world, Who::Hr, "open_candidate", target).expect("a command");
    let word = &world.their_people[0].word;
    assert!(
        matches!(seen, Answer::Gave(text) if text.contains(word)),
        "HR sees everyone"
    );
}

#[test]
fn an_interviewer_sees_names_and_nothing_to_reach_a_person_by() {
    let mut world = World::new();
    for place in 0..world.our_people.len() {
        let person = world.our_people[place].clone();
        let target = Target {
            candidate: person.candidate,
            vacancy: world.ours,
        };
        for command in commands() {
            if let Some(Answer::Gave(text)) = call(&mut world, Who::Interviewer, command, target) {
                for hidden in [
                    "mail", "Site", "Evidence", "Roles", "Office", "Exempt", "Message",
                ] {
                    let word = format!("{hidden}{}", person.word);
                    assert!(
                        !text.contains(&word),
                        "{command} gave an interviewer {word}"
                    );
                }
                assert!(
                    !text.contains(&format!("{} Street", person.word)),
                    "{command} gave an address"
                );
            }
        }
    }
}

#[test]
fn an_interviewer_learns_no_source_from_a_line_a_filter_or_the_order() {
    let mut world = World::new();
    let mut list = |who, filter: CandidateFilter, by| {
        let sort = CandidateSort {
            by,
            descending: false,
        };
        world.read(who, |desk| {
            candidate::list(desk, ListCandidates { filter, sort })
        })
    };
    let of = |source| CandidateFilter {
        source: Some(source),
        ..CandidateFilter::default()
    };
    let by_default = CandidateColumn::ReceivedOn;
    for (who, sees) in [(Who::Interviewer, false), (Who::Manager, true)] {
        let all = list(who, CandidateFilter::default(), by_default).expect("a list");
        assert!(all.total > 0, "{who:?} sees somebody");
        for row in &all.rows {
            assert_eq!(
                matches!(row.source, Shown::Shown { .. }),
                sees,
                "{who:?}: {:?}",
                row.source
            );
        }
        let found: u32 = SourceCategory::ALL
            .iter()
            .map(|source| list(who, of(*source), by_default).expect("a list").total)
            .sum();
        assert_eq!(found, if sees { all.total } else { 0 }, "{who:?} by filter");
    }
}

fn stage() -> impl Strategy<Value = Option<Stage>> {
    prop::option::of(prop::sample::select(Stage::ALL.to_vec()))
}

fn filter() -> impl Strategy<Value = CandidateFilter> {
    let words = prop::sample::select(vec![
        "",
        "zy",
        "zyvl",
        "familyzyvlab",
        "mailzyvlcd",
        "quox",
        "familyquoxab",
        "mailquoxab@example.org",
        "07700900123",
        "se1",
        "street",
        "calledzyvl",
        "a\" OR name:*",
        "*",
    ]);
    let progress = prop::sample::select(vec![
        Progress::Any,
        Progress::Live,
        Progress::Ended,
        Progress::None,
    ]);
    let retention = prop::sample::select(vec![
        RetentionFilter::Any,
        RetentionFilter::Due,
        RetentionFilter::Soon,
        RetentionFilter::NoDate,
    ]);
    (words, stage(), progress, retention, any::<[bool; 2]>()).prop_map(
        |(text, stage, progress, retention, [on_reserve_list, lacks_notice])| CandidateFilter {
            text: text.to_owned(),
            vacancy: None,
            stage,
            progress,
            source: None,
            retention,
            on_reserve_list,
            lacks_notice,
        },
    )
}

thread_local! {
    /// One for all cases: opening a store costs a key derivation.
    static WORLD: RefCell<World> = RefCell::new(World::new());
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_command_gives_a_member_a_candidate_of_another_vacancy(
        member in prop::sample::select(members()),
        command in prop::sample::select(commands()),
        candidate in 0_usize..10,
        theirs in any::<bool>(),
    ) {
        WORLD.with_borrow_mut(|world| {
            let people: Vec<_> = world.our_people.iter().chain(&world.their_people).chain(&world.unnamed_people).cloned().collect();
            let vacancy = if theirs { world.theirs } else { world.ours };
            let target = Target { candidate: people[candidate].candidate, vacancy };
            let answer = call(world, member, command, target).expect("a command");
            assert_no_leak(world, member, command, &answer);
        });
    }

    #[test]
    fn no_list_or_count_gives_away_a_candidate_of_another_vacancy(
        member in prop::sample::select(members()),
        mut filter in filter(),
        by in prop::sample::select(vec![CandidateColumn::Name, CandidateColumn::ReceivedOn, CandidateColumn::EraseOn]),
        descending in any::<bool>(),
        their_vacancy in any::<bool>(),
    ) {
        WORLD.with_borrow_mut(|world| -> Result<(), TestCaseError> {
            if their_vacancy {
                filter.vacancy = Some(world.theirs);
            }
            let request = ListCandidates { filter, sort: CandidateSort { by, descending } };
            if matches!(member, Who::Untrained | Who::Timer) {
                prop_assert!(world.read(member, |desk| candidate::list(desk, request)).is_err(), "not even a list");
                return Ok(());
            }
            let list = world.read(member, |desk| candidate::list(desk, request)).expect("a list");
            let most = if member.sees() == Sees::Nobody { 0 } else { 3 };
            assert!(list.total <= most, "a count gives nobody away");
            let ids: Vec<_> = world.their_people.iter().map(|person| person.candidate).collect();
            assert!(list.rows.iter().all(|row| !ids.contains(&row.candidate)), "a row of another vacancy");
            if their_vacancy {
                assert_eq!(list.total, 0, "their vacancy has nobody this member may count");
            }
            Ok(())
        })?;
    }

    #[test]
    fn an_interviewer_finds_nobody_by_an_address_or_a_number(
        text in prop::sample::select(vec!["mailquoxab", "mailquoxcd@example.org", "07700", "07700900123", "se1 8xx"]),
    ) {
        WORLD.with_borrow_mut(|world| {
            let filter = CandidateFilter { text: text.to_owned(), ..CandidateFilter::default() };
            let request = ListCandidates { filter, sort: CandidateSort { by: CandidateColumn::Name, descending: false } };
            let list = world.read(Who::Interviewer, |desk| candidate::list(desk, request)).expect("a list");
            assert_eq!(list.total, 0, "what may not be seen may not be searched");
        });
    }
}

#[test]
fn no_answer_names_somebody_who_is_shortlisted_without_a_name() {
    let mut world = World::new();
    for person in world.unnamed_people.clone() {
        let target = Target {
            candidate: person.candidate,
            vacancy: world.unnamed,
        };
        for command in commands() {
            // What one types oneself, one knows.
            if let Some(Answer::Gave(text)) = call(&mut world, Who::Blind, command, target) {
                assert!(
                    !text.contains(&person.word),
                    "{command} named {}: {text}",
                    person.word
                );
            }
        }
    }
}

fn found_by(world: &mut World, who: Who, text: &str, descending: bool) -> Vec<String> {
    let filter = CandidateFilter {
        text: text.to_owned(),
        ..CandidateFilter::default()
    };
    let sort = CandidateSort {
        by: CandidateColumn::Name,
        descending,
    };
    let request = ListCandidates { filter, sort };
    let list = world
        .read(who, |desk| candidate::list(desk, request))
        .expect("a list");
    list.rows.into_iter().map(|row| row.name).collect()
}

#[test]
fn nobody_without_a_name_is_found_by_it_or_sorted_by_it() {
    let mut world = World::new();
    for typed in [
        "familywump",
        "familywumpzz",
        "givenwumpxx",
        "mailwumpyy@example.org",
        "07700900123",
    ] {
        assert_eq!(
            found_by(&mut world, Who::Blind, typed, false),
            [""; 0],
            "{typed}"
        );
    }
    assert_eq!(
        found_by(&mut world, Who::Hr, "familywump", false).len(),
        3,
        "HR finds them"
    );
    let listed = found_by(&mut world, Who::Blind, "", false);
    assert_eq!(listed.len(), 3);
    let mut by_alias = listed.clone();
    by_alias.sort();
    assert_eq!(listed, by_alias, "in the order of what is shown");
    assert!(listed.iter().all(|name| name.starts_with("Candidate ")));
    let one = &listed[1];
    assert_eq!(
        found_by(&mut world, Who::Blind, one, false),
        std::slice::from_ref(one),
        "by the alias"
    );
    by_alias.reverse();
    assert_eq!(found_by(&mut world, Who::Blind, "", true), by_alias);
}

#[test]
fn a_conflict_takes_the_person_out_of_lists_counts_and_the_board() {
    let mut world = World::new();
    let word = format!("family{}", world.our_people[0].word);
    let board = |world: &mut World, who| {
        let vacancy = world.ours;
        let board = world
            .read(who, |desk| {
                records::vacancy::board(desk, records::vacancy::OpenVacancy { vacancy })
            })
            .expect("a board");
        board.columns.iter().map(|column| column.total).sum::<u32>()
    };
    assert_eq!(board(&mut world, Who::Manager), 3);
    assert_eq!(board(&mut world, Who::Conflicted), 2);
    assert_eq!(found_by(&mut world, Who::Manager, &word, false).len(), 1);
    assert_eq!(found_by(&mut world, Who::Conflicted, &word, false), [""; 0]);
    let rows = world
        .read(Who::Conflicted, |desk| {
            records::vacancy::list(desk, records::vacancy::ListVacancies { closed_out: true })
        })
        .expect("vacancies")
        .rows;
    assert_eq!(
        rows[0].live + rows[0].ended,
        2,
        "nor in the counts of a list"
    );
}

#[test]
fn the_session_commands_name_nobody() {
    assert_eq!(
        OF_THE_SESSION.len(),
        24,
        "a new one must be looked at here before it is counted"
    );
}
