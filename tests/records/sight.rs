//! What interviewers are not shown.

use chrono::NaiveDate;
use domain::access::{Relation, Role, Shown};
use records::candidate::{
    CandidateColumn, CandidateFilter, CandidateSort, FindDuplicates, ListCandidates, OpenCandidate,
};
use records::organisation::{AddAccount, Passphrase};
use records::people::WhyNot;
use records::vacancy::{AssignPeople, Assignment};
use records::view::Nothing;
use records::{Error, Session};

use crate::world::{NEARLY, World, details, line};

#[test]
fn an_interviewer_sees_names_and_neither_contact_nor_dates_nor_permissions() {
    let mut world = World::new();
    let candidate = world.add_person("Ann");
    let other = world.add_vacancy("Cook");
    let stranger = world.add("Stranger", Some(other));
    world.end(candidate, NEARLY, "2026-10-01");
    let hr = as_interviewer(&mut world);

    let view = world.open(candidate);
    assert_eq!(
        view.name.full(),
        "GivenAnn FamilyAnn",
        "the name is what interviews need"
    );
    let withheld = [
        rule(&view.contact),
        rule(&view.source),
        rule(&view.received_on),
        rule(&view.record),
        rule(&view.permissions),
        rule(&view.reserve),
    ];
    assert!(
        withheld
            .iter()
            .all(|rule| rule.is_some_and(|rule| !rule.is_empty())),
        "each of the others is withheld, with the rule: {withheld:?}"
    );
    assert_eq!(
        view.may,
        [domain::access::ActionKind::DeclareConflict],
        "and nothing may be done but to say that one must not see them"
    );

    let list = list(&mut world, "");
    assert_eq!(
        list.iter().map(|row| row.candidate).collect::<Vec<_>>(),
        [candidate],
        "only those of their vacancy"
    );
    assert!(
        rule(&list[0].email).is_some() && rule(&list[0].erase_on).is_some() && !list[0].due,
        "with contact and date withheld in the list too: {list:?}"
    );
    for text in ["mailann", "07700 900123", "se1 8xx"] {
        assert_eq!(
            self::list(&mut world, text),
            [],
            "and nobody is found by {text}"
        );
    }
    assert_eq!(self::list(&mut world, "familyann").len(), 1, "but by name");
    let opened = world.read(|desk| {
        records::candidate::open(
            desk,
            OpenCandidate {
                candidate: stranger,
            },
        )
    });
    assert!(
        matches!(opened, Err(Error::Refused(_))),
        "another vacancy's are not opened"
    );
    let mut asked = details("Nobody");
    asked.contact = details("Ann").contact;
    let duplicates = world
        .read(|desk| records::candidate::find_duplicates(desk, FindDuplicates { details: asked }))
        .expect("duplicates");
    assert_eq!(
        duplicates.rows,
        [],
        "nor does looking for duplicates tell whose an address is"
    );

    world.session = hr;
    assert!(
        rule(&world.open(candidate).contact).is_none(),
        "HR sees it all"
    );
}

/// Gives the first vacancy an interviewer, and the desk to them. Answers with HR's session.
pub(crate) fn as_interviewer(world: &mut World) -> Session {
    as_somebody(world, "Iris", Relation::Interviewer)
}

/// Gives the first vacancy somebody with a part in it, and the desk to them. Answers with HR's session.
pub(crate) fn as_somebody(world: &mut World, name: &str, relation: Relation) -> Session {
    let request = AddAccount {
        name: line(name),
        role: Role::Member,
        until: None,
        inducted_on: NaiveDate::from_ymd_opt(2026, 1, 5),
        passphrase: Passphrase::new("another nobody guesses".to_owned().into()),
    };
    world.does(|desk| records::organisation::add_account(desk, request));
    let account = world
        .read(|desk| records::organisation::accounts(desk, Nothing {}))
        .expect("accounts")
        .rows
        .into_iter()
        .find(|row| row.name == name)
        .expect("the account")
        .account;
    let vacancy = world.vacancy;
    let people = vec![Assignment {
        account,
        relation,
        from: None,
        until: None,
    }];
    world.does(|desk| records::vacancy::assign_people(desk, AssignPeople { vacancy, people }));
    std::mem::replace(&mut world.session, Session::new(account))
}

/// The rule something is withheld under.
fn rule<T>(shown: &Shown<T>) -> Option<&str> {
    match shown {
        Shown::Shown { .. } => None,
        Shown::Withheld { rule, .. } => Some(rule),
    }
}

fn list(world: &mut World, text: &str) -> Vec<records::candidate::CandidateRow> {
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
    world
        .read(|desk| records::candidate::list(desk, request))
        .expect("a list")
        .rows
}

#[test]
fn why_not_says_the_same_of_who_is_not_there_and_who_is_not_theirs() {
    let mut world = World::new();
    let ours = world.add_person("Ann");
    let other = world.add_vacancy("Cook");
    let stranger = world.add("Stranger", Some(other));
    let nobody = domain::id::CandidateId::new(crate::world::noon(world.today));
    as_interviewer(&mut world);
    let mut why_not = |asked| {
        world
            .read(|desk| records::people::why_not(desk, asked))
            .expect("an answer")
            .because
    };
    let mut of = |candidate| why_not(WhyNot::Candidate { candidate });
    assert_eq!(of(ours), None, "nothing is withheld");
    let theirs = of(stranger);
    assert_eq!(theirs.as_ref().map(|why| why.rule.as_str()), Some("A1"));
    assert_eq!(of(nobody), theirs, "nothing tells the two apart");
    assert_eq!(
        why_not(WhyNot::Unlisted),
        theirs,
        "nor what a list leaves out"
    );
}
