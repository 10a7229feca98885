//! Erasing people, many at once and one by one, with the search of every page for what might be left of them.

use std::time::Duration;

use domain::access::Role;
use domain::clock::Clock as _;
use domain::id::CandidateId;
use domain::text::Line;
use records::organisation::{self, AddAccount, Passphrase};
use records::retention::{self, Erase, PreviewErasure, SecondWord};
use records::view::Nothing;
use store::DATA_MAP;

use crate::Outcome;
use crate::arguments::Arguments;
use crate::memory::Memory;
use crate::office::Office;
use crate::plain::Plain;
use crate::sample::{Scratch, clock};
use crate::table::{Measured, Target};
use crate::timing::Times;

/// Many at once, from the typed confirmation on, against the same deletes and nobody looking.
pub(crate) fn many(scratch: &Scratch, arguments: Arguments) -> Outcome<Measured> {
    let people = arguments.quick_or(2_000, 10_000);
    let mut office = Office::open(&scratch.store())?;
    let plain = Plain::open(&scratch.plain())?;
    let chosen = due(&mut office, people)?;
    let second = second_person(&mut office)?;
    let (mut ours, mut theirs) = (Times::default(), Times::default());
    let memory = Memory::since_now();
    let erased = erase(&mut office, &mut ours, &chosen, Some(second))?;
    let peak = memory.peak();
    theirs.run(|| deleted_plainly(&plain, &chosen))?;
    Ok(Measured::new(
        "sweep, verified",
        format!("{erased} of all, +{peak} MB"),
        &ours,
        &theirs,
        // Most of the time goes into reading every page, however few people went.
        Target {
            time: Some(Duration::from_secs(5)),
            ratio: None,
        },
    ))
}

/// One person after another, each verified, against the same deletes and nobody looking.
pub(crate) fn one(scratch: &Scratch, arguments: Arguments) -> Outcome<Measured> {
    let rounds = arguments.quick_or(3, 12);
    let mut office = Office::open(&scratch.store())?;
    let plain = Plain::open(&scratch.plain())?;
    let (mut ours, mut theirs) = (Times::default(), Times::default());
    let memory = Memory::since_now();
    for candidate in due(&mut office, rounds)? {
        erase(&mut office, &mut ours, &[candidate], None)?;
        theirs.run(|| deleted_plainly(&plain, &[candidate]))?;
    }
    Ok(Measured::new(
        "erase one, verified",
        format!("1 of all × {rounds}, +{} MB", memory.peak()),
        &ours,
        &theirs,
        Target {
            time: Some(Duration::from_millis(100)),
            ratio: None,
        },
    ))
}

fn due(office: &mut Office, people: usize) -> Outcome<Vec<CandidateId>> {
    Ok(office
        .read(|desk| retention::due(desk, None))?
        .goes
        .into_iter()
        .take(people)
        .map(|row| row.candidate)
        .collect())
}

/// Erases people, from the typed confirmation on; answers how many went.
fn erase(
    office: &mut Office,
    times: &mut Times,
    chosen: &[CandidateId],
    second: Option<SecondWord>,
) -> Outcome<u32> {
    let preview = office.read(|desk| {
        retention::preview(
            desk,
            PreviewErasure {
                candidates: Some(chosen.to_vec()),
            },
        )
    })?;
    let request = Erase {
        preview: preview.preview,
        typed: preview.confirm,
        do_not_approach: false,
        second,
        job: 0,
    };
    let receipt = times.run(|| office.write(|desk| retention::erase(desk, request)))?;
    if receipt.verified {
        Ok(receipt.people)
    } else {
        Err(format!("{} words were found after the sweep", receipt.found).into())
    }
}

/// Somebody else in HR, without whom one person does not erase so many.
pub(crate) fn second_person(office: &mut Office) -> Outcome<SecondWord> {
    const NAME: &str = "Second person";
    let secret = || Passphrase::new("copper lantern tidal orchard".to_owned().into());
    let request = AddAccount {
        name: Line::parse(NAME)?,
        role: Role::HrAdministrator,
        until: None,
        inducted_on: Some(clock().today()),
        passphrase: secret(),
    };
    office.write(|desk| organisation::add_account(desk, request))?;
    let accounts = office.read(|desk| organisation::accounts(desk, Nothing {}))?;
    let account = accounts
        .rows
        .iter()
        .find(|row| row.name == NAME)
        .ok_or("the second person is not there")?
        .account;
    Ok(SecondWord {
        account,
        passphrase: secret(),
    })
}

fn deleted_plainly(plain: &Plain, people: &[CandidateId]) -> Outcome<()> {
    let cleaning = |on: bool| {
        plain.sql().execute(
            "INSERT INTO candidate_search (candidate_search, rank) VALUES ('secure-delete', ?1)",
            [on],
        )
    };
    cleaning(false)?;
    for batch in people.chunks(2500) {
        plain.together(|| {
            let mut find = plain
                .sql()
                .prepare_cached("SELECT row FROM candidate WHERE id = ?1")?;
            let mut rows: Vec<i64> = Vec::new();
            for candidate in batch {
                rows.push(find.query_row([candidate.uuid().as_bytes()], |row| row.get(0))?);
            }
            let rows = serde_json::to_string(&rows)?;
            for branch in DATA_MAP {
                let hung_on: String = plain
                    .sql()
                    .prepare_cached(branch.find)?
                    .query_row([&rows], |row| row.get(0))?;
                for held in branch.tables {
                    plain
                        .sql()
                        .prepare_cached(held.delete)?
                        .execute([&hung_on])?;
                }
            }
            Ok(())
        })?;
    }
    plain.sql().execute_batch(
        "INSERT INTO candidate_search (candidate_search) VALUES ('optimize');
         PRAGMA wal_checkpoint(TRUNCATE);",
    )?;
    cleaning(true)?;
    Ok(())
}
