//! The notices to the recipients of what an erasure takes, or of what a request had corrected or restricted (RULEBOOK ERA-06,
//! DSR-16): one file each, made while the names are there. The journal keeps that they were saved, and nothing of what they say.

use std::collections::BTreeMap;

use domain::access;
use domain::disclosure::{RecipientCategory, ToldOf};
use domain::retention::DataClass;
use domain::rights::Corrected;
use domain::text::{Line, fold};
use report::{GivenLine, RecipientLetter};
use serde::{Deserialize, Serialize};
use store::{About, Detail, Disclosed, Entry};

use super::{ReportFile, operator, organisation};
use crate::desk::{ReadDesk, WriteDesk};
use crate::error::Error;
use crate::retention::previewed;
use crate::rights::{OneRequest, find};
use crate::view::{Nothing, number};

/// Asks for the notices to the recipients of what a preview shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct WriteNotices {
    /// The preview.
    pub preview: u32,
}

/// Says whether the notices may be had, before anybody is asked where to save them.
///
/// # Errors
/// As [`write_notices`].
pub fn check_notices(desk: &ReadDesk<'_>, request: WriteNotices) -> Result<Nothing, Error> {
    let _letters = letters(desk, request)?;
    Ok(Nothing {})
}

/// Makes a notice for each recipient of what a preview shows.
///
/// # Errors
/// A refusal for everyone but HR; [`Error::Stale`] when the preview is no longer the latest, [`Error::NotFound`] when
/// nobody is to be told.
pub fn write_notices(
    desk: &mut WriteDesk<'_>,
    request: WriteNotices,
) -> Result<Vec<ReportFile>, Error> {
    let (letters, account) =
        desk.read(|desk| Ok((letters(desk, request)?, desk.viewer.account)))?;
    let files = files(desk, letters);
    let entry = Entry::new("save-notices")
        .with("recipients", Detail::Number(u64::from(number(files.len()))));
    desk.store.note(Some(account), desk.now, entry)?;
    Ok(files)
}

/// Says whether the notices to the recipients of what a request had corrected or restricted may be had.
///
/// # Errors
/// As [`write_request_notices`].
pub fn check_request_notices(desk: &ReadDesk<'_>, request: OneRequest) -> Result<Nothing, Error> {
    let _letters = of_request(desk, request)?;
    Ok(Nothing {})
}

/// Makes a notice for each recipient of what a request had corrected or restricted who was not told.
///
/// # Errors
/// A refusal for everyone but HR and the data protection officer, and for whoever may not see whom it is about;
/// [`Error::NotFound`] when nobody is to be told.
pub fn write_request_notices(
    desk: &mut WriteDesk<'_>,
    request: OneRequest,
) -> Result<Vec<ReportFile>, Error> {
    let (letters, account) =
        desk.read(|desk| Ok((of_request(desk, request)?, desk.viewer.account)))?;
    let files = files(desk, letters);
    let entry = Entry::new("save-request-notices")
        .about(About::Request(request.request))
        .with("recipients", Detail::Number(u64::from(number(files.len()))));
    desk.store.note(Some(account), desk.now, entry)?;
    Ok(files)
}

fn files(
    desk: &WriteDesk<'_>,
    letters: Vec<(RecipientCategory, RecipientLetter)>,
) -> Vec<ReportFile> {
    let today = desk.today;
    letters
        .into_iter()
        .zip(1_u32..)
        .map(|((category, letter), place)| ReportFile {
            name: format!("notice-{today}-{place}-{}.txt", category.code()),
            bytes: letter.bytes(),
        })
        .collect()
}

fn letters(
    desk: &ReadDesk<'_>,
    request: WriteNotices,
) -> Result<Vec<(RecipientCategory, RecipientLetter)>, Error> {
    let permit = desk.permit_on_organisation::<access::Erase>()?;
    let goes = previewed(desk, request.preview)?;
    let mut recipients: BTreeMap<(RecipientCategory, String), (Line, Vec<GivenLine>)> =
        BTreeMap::new();
    for given in desk.records.disclosed_of_those_who_go(&permit, &goes)? {
        let details = &given.details;
        let name = fold(details.recipient.as_str());
        let (_, lines) = recipients
            .entry((details.category, name))
            .or_insert_with(|| (details.recipient.clone(), Vec::new()));
        lines.push(line(given));
    }
    if recipients.is_empty() {
        return Err(Error::NotFound);
    }
    let (organisation, by) = (organisation(desk)?, operator(desk)?);
    Ok(recipients
        .into_iter()
        .map(|((category, _), (recipient, given))| {
            let letter = RecipientLetter {
                organisation: organisation.clone(),
                recipient: recipient.into(),
                told: ToldOf::Erasure,
                corrected: Vec::new(),
                given,
                at: desk.now,
                by: by.clone(),
            };
            (category, letter)
        })
        .collect())
}

/// A notice for each who was not told: with what was corrected, where they were given how to reach the person.
fn of_request(
    desk: &ReadDesk<'_>,
    request: OneRequest,
) -> Result<Vec<(RecipientCategory, RecipientLetter)>, Error> {
    let permit = desk.permit_on_organisation::<access::KeepRegisters>()?;
    let record = find(desk, request.request)?;
    let candidate = record.candidate.ok_or(Error::NotFound)?;
    let reading = desk.permit_on_candidate::<access::ReadCandidate>(candidate)?;
    let details = desk.records.candidate(&reading)?.details();
    let mut changed: Vec<Corrected> = desk
        .records
        .corrections(&permit, record.id)?
        .into_iter()
        .map(|correction| correction.what)
        .collect();
    changed.sort_unstable();
    changed.dedup();
    let corrected: Vec<String> = details
        .iter()
        .flat_map(|details| changed.iter().map(|what| what.now(details)))
        .flatten()
        .collect();
    let disclosed = desk.records.disclosed_of(&permit, candidate)?;
    let (organisation, by) = (organisation(desk)?, operator(desk)?);
    let mut letters = Vec::new();
    for notice in desk.records.recipients_of_request(&permit, record.id)? {
        if notice.told.is_some() {
            continue;
        }
        let to = &notice.to_tell;
        let given: Vec<GivenLine> = disclosed
            .iter()
            .filter(|one| to.is(one.details.category, &one.details.recipient))
            .cloned()
            .map(line)
            .collect();
        let has_contact = given
            .iter()
            .any(|line| line.classes.contains(&DataClass::Contact));
        letters.push((
            to.category,
            RecipientLetter {
                organisation: organisation.clone(),
                recipient: to.recipient.as_str().to_owned(),
                told: notice.because,
                corrected: if has_contact && notice.because == ToldOf::Rectification {
                    corrected.clone()
                } else {
                    Vec::new()
                },
                given,
                at: desk.now,
                by: by.clone(),
            },
        ));
    }
    if letters.is_empty() {
        return Err(Error::NotFound);
    }
    Ok(letters)
}

fn line(given: Disclosed) -> GivenLine {
    GivenLine {
        name: given.name.full(),
        vacancy_title: given.vacancy_title.map(Into::into),
        on: given.details.on,
        purpose: given.details.purpose,
        classes: given.details.classes,
    }
}
