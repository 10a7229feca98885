//! Bringing a file in, all of it or nothing, and taking it back.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::ControlFlow;

use chrono::NaiveDate;
use domain::access::{self, Permit};
use domain::id::{CandidateId, TeamId, VacancyId};
use domain::notice::NoticeChannel;
use domain::source::Directness;
use domain::text::{Line, fold};
use domain::vacancy::{VacancyDetails, VacancyKind};
use intake::{ApplicationIn, Person, Reading};
use store::{About, Detail, Entry, ImportCounts, StoreError, Tx};

use super::here::Here;
use super::looked::{default_vacancy, known_titles};
use super::{ImportChoices, ImportReceipt, ImportUndone, RunImport, UndoImport, read};
use crate::desk::WriteDesk;
use crate::error::Error;
use crate::notice;
use crate::undo::Undoable;
use crate::view::number;

/// How many people are written between two reports of progress.
const BATCH: usize = 250;

/// The team of vacancies that a file names and nobody has put in a team yet.
const IMPORTED_TEAM: &str = "Imported";

/// Brings the chosen file in.
///
/// # Errors
/// [`Error::Stale`] when another file was chosen since; [`Error::Cancelled`] when it was stopped: then nothing
/// was brought in.
pub fn run(desk: &mut WriteDesk<'_>, request: RunImport) -> Result<ImportReceipt, Error> {
    desk.permit_on_organisation::<access::Import>()?;
    let taken = desk
        .session
        .held()
        .file
        .take_if(|(name, _)| *name == request.file);
    let Some((_, file)) = taken else {
        return Err(Error::Stale);
    };
    let result = bring(desk, &file.bytes.0, &request.choices, request.job);
    if result.is_err() {
        // The file stays chosen, so that whoever stopped or met a full disk can try again.
        desk.session.held().file = Some((request.file, file));
    }
    result
}

/// Brings a file's bytes in.
///
/// # Errors
/// A refusal for everyone but HR; [`Error::Import`] when something must be chosen first.
pub fn bring_in(
    desk: &mut WriteDesk<'_>,
    bytes: Vec<u8>,
    choices: ImportChoices,
) -> Result<ImportReceipt, Error> {
    bring(desk, &bytes, &choices, 0)
}

/// Takes an import back. People whose record was changed afterwards stay.
///
/// # Errors
/// [`Error::NotFound`] when there is no such import or it was taken back before.
pub fn take_back(desk: &mut WriteDesk<'_>, request: UndoImport) -> Result<ImportUndone, Error> {
    let permit = desk.permit_on_organisation::<access::Import>()?;
    let undone = desk
        .write(&permit, |tx| {
            let undone = tx.undo_import(&permit, request.import)?;
            let entry = Entry::new("undo-import")
                .about(About::Import(request.import))
                .with("people", Detail::Number(undone.people))
                .with("kept", Detail::Number(undone.people_kept));
            Ok((undone, entry))
        })
        .map_err(|error| {
            if matches!(error, Error::Store(StoreError::Duplicate)) {
                Error::NotFound
            } else {
                error
            }
        })?;
    Ok(ImportUndone {
        removed: number(undone.people),
        kept: number(undone.people_kept),
    })
}

fn bring(
    desk: &mut WriteDesk<'_>,
    bytes: &[u8],
    choices: &ImportChoices,
    job: u32,
) -> Result<ImportReceipt, Error> {
    let inspection = intake::inspect(bytes)?;
    let progress = desk.progress;
    let (permits, reading, here, titles, notice) = desk.read(|desk| {
        let permits = Permits {
            import: desk.permit_on_organisation()?,
            teams: desk.permit_on_organisation()?,
        };
        let vacancy = default_vacancy(desk, choices)?;
        let mut go_on = || {
            progress
                .report(job, 0, number(inspection.rows))
                .is_continue()
        };
        let reading = read(bytes, &inspection, choices, vacancy, desk.today, &mut go_on)?;
        let here = Here::read(desk, &permits.import)?;
        let notice = choices.notice.map(|version| notice::named(desk, version));
        Ok((
            permits,
            reading,
            here,
            known_titles(desk)?,
            notice.transpose()?,
        ))
    })?;
    let receipt = desk.write(&permits.import, |tx| {
        let import = tx.begin_import(&permits.import, reading.layout.code())?;
        let titles = add_vacancies(tx, &permits, import, &reading, titles)?;
        let mut tally = Tally {
            vacancies: titles.added,
            ..Tally::default()
        };
        for (batch, people) in reading.people.chunks(BATCH).enumerate() {
            let done = batch.saturating_mul(BATCH);
            if let ControlFlow::Break(()) =
                progress.report(job, number(done), number(reading.people.len()))
            {
                return Err(Error::Cancelled);
            }
            for person in people {
                if here.leaves_out(person) {
                    tally.not_to_approach = tally.not_to_approach.saturating_add(1);
                    continue;
                }
                add_person(
                    tx,
                    &permits,
                    Bringing { import, notice },
                    person,
                    here.find(person),
                    &titles.by_title,
                    &mut tally,
                )?;
            }
        }
        tx.finish_import(&permits.import, import, counts(&reading, &tally))?;
        let entry = Entry::new("import")
            .about(About::Import(import.id()))
            .with("people", Detail::Number(u64::from(tally.added)))
            .with(
                "applications",
                Detail::Number(u64::from(tally.applications)),
            );
        let receipt = ImportReceipt {
            import: import.id(),
            added: tally.added,
            joined: tally.joined,
            applications: tally.applications,
            vacancies: tally.vacancies,
            refused: number(reading.refused.len()),
            not_to_approach: tally.not_to_approach,
            undo: None,
        };
        Ok((receipt, entry))
    })?;
    let undo = desk.keep(Undoable::Imported {
        import: receipt.import,
    });
    Ok(ImportReceipt {
        undo: Some(undo),
        ..receipt
    })
}

struct Permits {
    import: Permit<access::Import>,
    teams: Permit<access::ManageAccounts>,
}

/// An import, and the version of the privacy notice that the form of those who applied themselves carried.
#[derive(Clone, Copy)]
struct Bringing {
    import: store::OpenImport,
    notice: Option<(u32, NaiveDate)>,
}

#[derive(Clone, Copy, Debug, Default)]
struct Tally {
    added: u32,
    joined: u32,
    applications: u32,
    vacancies: u32,
    not_to_approach: u32,
}

struct Titles {
    by_title: BTreeMap<String, VacancyId>,
    added: u32,
}

/// Adds the vacancies a file names that are not here, opened on the day of their first application.
fn add_vacancies(
    tx: &Tx<'_>,
    permits: &Permits,
    import: store::OpenImport,
    reading: &Reading,
    mut by_title: BTreeMap<String, VacancyId>,
) -> Result<Titles, Error> {
    let mut missing: BTreeMap<String, VacancyDetails> = BTreeMap::new();
    for application in reading
        .people
        .iter()
        .flat_map(|person| &person.applications)
    {
        let key = fold(application.vacancy_title.as_str());
        if by_title.contains_key(&key) {
            continue;
        }
        missing
            .entry(key)
            .and_modify(|details| details.opens_on = details.opens_on.min(application.applied_on))
            .or_insert_with(|| VacancyDetails {
                title: application.vacancy_title.clone(),
                reference: None,
                kind: VacancyKind::Job,
                opens_on: application.applied_on,
                closes_on: None,
                blind_until: None,
            });
    }
    let added = number(missing.len());
    if !missing.is_empty() {
        let team = imported_team(tx, permits)?;
        for (key, details) in missing {
            let vacancy = tx.import_vacancy(&permits.import, import, team, &details)?;
            by_title.insert(key, vacancy);
        }
    }
    Ok(Titles { by_title, added })
}

fn imported_team(tx: &Tx<'_>, permits: &Permits) -> Result<TeamId, Error> {
    let known = tx
        .records()
        .teams()?
        .into_iter()
        .find(|team| team.name.as_str() == IMPORTED_TEAM);
    if let Some(team) = known {
        return Ok(team.id);
    }
    let name = Line::parse(IMPORTED_TEAM).map_err(|_constant| StoreError::Unreadable {
        column: "team.name",
    })?;
    Ok(tx.add_team(&permits.teams, &name)?)
}

fn add_person(
    tx: &Tx<'_>,
    permits: &Permits,
    Bringing { import, notice }: Bringing,
    person: &Person,
    known: Option<CandidateId>,
    titles: &BTreeMap<String, VacancyId>,
    tally: &mut Tally,
) -> Result<(), Error> {
    let candidate = if let Some(known) = known {
        tally.joined = tally.joined.saturating_add(1);
        known
    } else {
        tally.added = tally.added.saturating_add(1);
        let added = tx.import_candidate(&permits.import, import, &person.details)?;
        if let Some((version, from)) = notice
            && carried(person, from)
        {
            let on = person.details.received_on;
            tx.import_notice(&permits.import, added, version, on, NoticeChannel::Form)?;
        }
        added
    };
    let before: BTreeSet<(VacancyId, NaiveDate)> = if known.is_some() {
        tx.records()
            .applied(&permits.import, candidate)?
            .into_iter()
            .collect()
    } else {
        BTreeSet::new()
    };
    for application in &person.applications {
        let Some(vacancy) = titles.get(&fold(application.vacancy_title.as_str())) else {
            continue;
        };
        // Bringing the same file in twice adds nothing the second time.
        if before.contains(&(*vacancy, application.applied_on)) {
            continue;
        }
        tx.import_application(
            &permits.import,
            import,
            candidate,
            *vacancy,
            &new_application(application),
        )?;
        tally.applications = tally.applications.saturating_add(1);
    }
    Ok(())
}

/// Whether the form somebody filled in can have carried a version of the notice that is in force from a day on.
fn carried(person: &Person, from: NaiveDate) -> bool {
    let itself = person.details.source.category.directness() == Directness::Direct;
    itself && person.details.received_on >= from
}

const fn new_application(application: &ApplicationIn) -> store::NewApplication {
    store::NewApplication {
        applied_on: application.applied_on,
        stage: application.stage,
        outcome: application.outcome,
    }
}

fn counts(reading: &Reading, tally: &Tally) -> ImportCounts {
    let count = |number: usize| u64::try_from(number).unwrap_or(u64::MAX);
    ImportCounts {
        rows: count(reading.records),
        people: tally.added.into(),
        applications: tally.applications.into(),
        repeats: count(reading.repeats),
        refused: count(reading.refused.len()),
        past: count(reading.past_retention),
    }
}
