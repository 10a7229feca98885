//! `init`, `demo`, `search` and `verify store`.

use std::process::ExitCode;

use domain::access::Shown;
use domain::clock::Clock;
use domain::id::CandidateId;
use domain::text::Line;
use records::candidate::{
    self, CandidateColumn, CandidateFilter, CandidateRow, CandidateSort, ListCandidates,
    ReadCandidates,
};
use records::demo::Demo;
use records::organisation::{self, Entered, NewStore};
use records::{ReadDesk, Session, WriteDesk};
use serde::Serialize;

use super::{CHECK_FAILED, closing};
use crate::arguments::{Arguments, Init};
use crate::failure::Failure;
use crate::{say, sign_in};

/// The most rows one reading gives.
const READING: u32 = 200;

/// Makes a store.
pub(crate) fn init(
    arguments: &Arguments,
    init: &Init,
    clock: &dyn Clock,
) -> Result<ExitCode, Failure> {
    let folder = sign_in::folder(arguments)?;
    let name = |text: &str, option: &str| {
        Line::parse(text).map_err(|error| Failure::Usage(format!("{option} {error}.")))
    };
    let new = NewStore {
        organisation: name(&init.organisation, "--organisation")?,
        name: name(&init.name, "--name")?,
        passphrase: sign_in::passphrase(arguments)?,
        inducted_on: init.inducted_on.unwrap_or_else(|| clock.today()),
    };
    let Entered { store, account, .. } = organisation::create(folder, new, clock)?;
    store.close().map_err(records::Error::from)?;
    let made = Made {
        store: folder.display().to_string(),
        account: account.uuid().to_string(),
    };
    say::answer(arguments.json, &made, || {
        vec![format!("Made a store in {}.", made.store)]
    });
    Ok(ExitCode::SUCCESS)
}

#[derive(Serialize)]
struct Made {
    store: String,
    account: String,
}

/// Puts the second copy of the key file in the place of the first.
pub(crate) fn use_key_copy(arguments: &Arguments) -> Result<ExitCode, Failure> {
    let folder = sign_in::folder(arguments)?;
    records::keys::use_copy(folder).map_err(records::Error::from)?;
    let answer = Replaced {
        store: folder.display().to_string(),
    };
    say::answer(arguments.json, &answer, || {
        vec![
            "Put fairhold.keys.bak in the place of fairhold.keys. The one before, if there was one, is kept as \
             fairhold.keys.replaced."
                .to_owned(),
        ]
    });
    Ok(ExitCode::SUCCESS)
}

#[derive(Serialize)]
struct Replaced {
    store: String,
}

/// Makes a store of made-up people.
pub(crate) fn demo(
    arguments: &Arguments,
    people: u32,
    seed: u64,
    clock: &dyn Clock,
) -> Result<ExitCode, Failure> {
    let folder = sign_in::folder(arguments)?;
    let passphrase = sign_in::passphrase(arguments)?;
    let (store, account) = Demo { people, seed }.make(folder, Some(passphrase), clock)?;
    store.close().map_err(records::Error::from)?;
    let made = Made {
        store: folder.display().to_string(),
        account: account.uuid().to_string(),
    };
    say::answer(arguments.json, &made, || {
        vec![format!("Made {people} people in {}.", made.store)]
    });
    Ok(ExitCode::SUCCESS)
}

/// Finds candidates.
pub(crate) fn search(
    arguments: &Arguments,
    text: &str,
    limit: u32,
    clock: &dyn Clock,
) -> Result<ExitCode, Failure> {
    let (store, session) = sign_in::open(arguments, clock)?;
    let found = closing(store, |store| find(store, &session, clock, text, limit))?;
    say::answer(arguments.json, &found, || {
        let mut lines: Vec<String> = found
            .rows
            .iter()
            .map(|row| {
                format!(
                    "{}  {}  {}",
                    row.candidate.uuid(),
                    row.name,
                    row.email.as_deref().unwrap_or_default()
                )
            })
            .collect();
        lines.push(format!("{} found.", found.total));
        lines
    });
    Ok(ExitCode::SUCCESS)
}

#[derive(Serialize)]
struct Found {
    total: u32,
    rows: Vec<FoundRow>,
}

#[derive(Serialize)]
struct FoundRow {
    candidate: CandidateId,
    name: String,
    email: Option<String>,
}

fn find(
    store: &mut records::Store,
    session: &Session,
    clock: &dyn Clock,
    text: &str,
    limit: u32,
) -> Result<Found, Failure> {
    let filter = CandidateFilter {
        text: text.to_owned(),
        ..CandidateFilter::default()
    };
    let sort = CandidateSort {
        by: CandidateColumn::Name,
        descending: false,
    };
    let list = ReadDesk::noted(store, session, clock, "list_candidates", |desk| {
        candidate::list(desk, ListCandidates { filter, sort })
    })?;
    let mut rows: Vec<FoundRow> = Vec::new();
    loop {
        let start = u32::try_from(rows.len()).unwrap_or(u32::MAX);
        let count = READING
            .min(limit.saturating_sub(start))
            .min(list.total.saturating_sub(start));
        if count == 0 {
            return Ok(Found {
                total: list.total,
                rows,
            });
        }
        let page = ReadDesk::noted(store, session, clock, "read_candidates", |desk| {
            candidate::read_list(
                desk,
                ReadCandidates {
                    list: list.list,
                    start,
                    count,
                },
            )
        })?;
        if page.rows.is_empty() {
            return Ok(Found {
                total: list.total,
                rows,
            });
        }
        rows.extend(page.rows.into_iter().map(found_row));
    }
}

fn found_row(row: CandidateRow) -> FoundRow {
    let email = match row.email {
        Shown::Shown { value } => value,
        Shown::Withheld { .. } => None,
    };
    FoundRow {
        candidate: row.candidate,
        name: row.name,
        email,
    }
}

/// Checks a store.
pub(crate) fn verify(arguments: &Arguments, clock: &dyn Clock) -> Result<ExitCode, Failure> {
    let (store, session) = sign_in::open(arguments, clock)?;
    let check = closing(store, |store| {
        // An auditor's look is written down before it is taken.
        ReadDesk::noted(
            store,
            &session,
            clock,
            "verify_store",
            organisation::may_verify,
        )?;
        let mut desk = WriteDesk::new(store, &session, clock, &records::Unwatched);
        Ok(organisation::verify(&mut desk)?)
    })?;
    say::answer(arguments.json, &check, || {
        let mut lines = vec![format!(
            "Journal: {} entries; kept head: {}.",
            check.journal_entries, check.journal_head
        )];
        lines.extend(check.faults.iter().map(|fault| format!("FAULT: {fault}")));
        lines.push(
            (if check.sound {
                "The store verifies."
            } else {
                "The store does not verify."
            })
            .to_owned(),
        );
        lines
    });
    Ok(if check.sound {
        ExitCode::SUCCESS
    } else {
        ExitCode::from(CHECK_FAILED)
    })
}
