//! The people of the store, row for row, in a plain database.

use std::collections::BTreeMap;
use std::path::Path;

use domain::access::{ListCandidates, ReadCandidate, Subject};
use domain::application::RejectionReason;
use domain::id::{CandidateId, VacancyId};
use domain::text::Line;
use store::{CandidateFilter, CandidateSort, Direction, Records, SortBy};

use crate::Outcome;
use crate::office::{Office, Permits};
use crate::plain::{Plain, PlainApplication, PlainPerson};

/// Copies everyone, in the order they were added, so that the rows have the same numbers.
pub(crate) fn to_plain(office: &mut Office, file: &Path) -> Outcome<()> {
    let plain = Plain::make(file)?;
    office.look(|records, permits| {
        let vacancies = records.vacancy_facts()?;
        let everyone = permits.on::<ListCandidates>(Subject::Everyone { vacancies })?;
        let sort = CandidateSort {
            by: SortBy::Added,
            direction: Direction::Ascending,
        };
        let list = records.candidate_list(&everyone, &CandidateFilter::default(), sort)?;
        plain.together(|| {
            let mut known = BTreeMap::new();
            for candidate in records.candidate_ids(&everyone, &list)? {
                copy(records, permits, candidate, &plain, &mut known)?;
            }
            Ok(())
        })
    })?;
    plain
        .sql()
        .execute_batch("PRAGMA wal_checkpoint(TRUNCATE)")?;
    Ok(())
}

fn copy(
    records: &Records<'_>,
    permits: &Permits<'_>,
    candidate: CandidateId,
    plain: &Plain,
    known: &mut BTreeMap<VacancyId, i64>,
) -> Outcome<()> {
    let permit = permits.on::<ReadCandidate>(Subject::Candidate {
        candidate,
        applied: Vec::new(),
    })?;
    let record = records.candidate(&permit)?;
    let (name, full) = record
        .called
        .name()
        .zip(record.full)
        .ok_or("HR sees everyone in full")?;
    let first = |words: Vec<String>| words.into_iter().next().unwrap_or_default();
    let email = first(full.contact.emails.into_iter().map(Into::into).collect());
    let phone = first(full.contact.phones.into_iter().map(Into::into).collect());
    let erase_on = full.erase_on.map(|day| day.to_string());
    let row = plain.add_person(&PlainPerson {
        id: *candidate.uuid().as_bytes(),
        given: name.given.as_ref().map(Line::as_str),
        family: name.family.as_str(),
        preferred: name.preferred.as_ref().map(Line::as_str),
        email: &email,
        phone: &phone,
        postcode: full.contact.postcode.as_ref().map_or("", Line::as_str),
        source: full.source.category.code(),
        received_on: &full.received_on.to_string(),
        erase_on: erase_on.as_deref(),
    })?;
    let mut latest = None;
    for application in records.applications(&permit)? {
        let vacancy = if let Some(row) = known.get(&application.vacancy) {
            *row
        } else {
            let id = *application.vacancy.uuid().as_bytes();
            let row = plain.add_vacancy(id, application.vacancy_title.as_str())?;
            known.insert(application.vacancy, row);
            row
        };
        let outcome_on = application.outcome.map(|outcome| outcome.on.to_string());
        latest = Some(
            plain.add_application(
                row,
                &PlainApplication {
                    id: *application.id.uuid().as_bytes(),
                    vacancy,
                    applied_on: &application.applied_on.to_string(),
                    stage: application.stage.code(),
                    outcome: application.outcome.map(|outcome| outcome.how.code()),
                    reason: application
                        .outcome
                        .and_then(|outcome| outcome.how.reason())
                        .map(RejectionReason::code),
                    outcome_on: outcome_on.as_deref(),
                },
            )?,
        );
    }
    for (permission, application) in records.permissions(&permit)?.iter().zip(latest) {
        plain.add_reserve_entry(
            row,
            application,
            *permission.id.uuid().as_bytes(),
            &permission.details.given_on.to_string(),
            &permission.ends_on.to_string(),
        )?;
    }
    Ok(())
}
