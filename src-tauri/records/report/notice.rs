//! The notices to the recipients of what an erasure takes (RULEBOOK ERA-06): one file each, made while the names are
//! there. The journal keeps that they were saved, and nothing of what they say.

use std::collections::BTreeMap;

use domain::access;
use domain::disclosure::RecipientCategory;
use domain::text::{Line, fold};
use report::{GivenLine, RecipientLetter};
use serde::{Deserialize, Serialize};
use store::{Detail, Disclosed, Entry};

use super::{ReportFile, operator, organisation};
use crate::desk::{ReadDesk, WriteDesk};
use crate::error::Error;
use crate::retention::previewed;
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
    let today = desk.today;
    let files: Vec<ReportFile> = letters
        .into_iter()
        .zip(1_u32..)
        .map(|((category, letter), place)| ReportFile {
            name: format!("notice-{today}-{place}-{}.txt", category.code()),
            bytes: letter.bytes(),
        })
        .collect();
    let entry = Entry::new("save-notices")
        .with("recipients", Detail::Number(u64::from(number(files.len()))));
    desk.store.note(Some(account), desk.now, entry)?;
    Ok(files)
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
                given,
                at: desk.now,
                by: by.clone(),
            };
            (category, letter)
        })
        .collect())
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
