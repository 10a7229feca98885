//! The purposes of the notice with their lawful bases: read by whoever reads the registers, set by HR, version by version.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use domain::access;
use domain::disclosure::RecipientCategory;
use domain::retention::DataClass;
use domain::sharing::{Purpose, PurposeTerms};
use serde::{Deserialize, Serialize};
use store::{Detail, Entry, PurposeVersion};

use crate::desk::{ReadDesk, WriteDesk};
use crate::error::Error;
use crate::view::{Done, Nothing};

/// The purposes of the notice.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct PurposesView {
    /// Every one, in the notice's order.
    pub purposes: Vec<PurposeView>,
    /// Every class of data.
    pub classes: BTreeSet<DataClass>,
    /// Every kind of recipient.
    pub categories: BTreeSet<RecipientCategory>,
    /// Whether this viewer may set what one says.
    pub may_set: bool,
}

/// A purpose.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct PurposeView {
    /// Which.
    pub purpose: Purpose,
    /// Its number: "P5".
    pub number: &'static str,
    /// Whether a use goes on when the person objects, which follows from the basis.
    pub survives_objection: bool,
    /// Every version, the latest first, which is the one in use.
    pub versions: Vec<PurposeVersionView>,
}

/// A version of a purpose.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct PurposeVersionView {
    /// Its number; the first is the notice's of 8 July 2024.
    pub version: u32,
    /// What it says.
    pub terms: PurposeTerms,
    /// The name of whoever set it; nothing for the notice's.
    pub set_by: Option<String>,
    /// When; nothing for the notice's.
    pub set_at: Option<DateTime<Utc>>,
}

/// Sets what a purpose says, as its next version.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct SetPurpose {
    /// Which.
    pub purpose: Purpose,
    /// The version that was seen.
    pub version: u32,
    /// What it says.
    pub terms: PurposeTerms,
}

/// The purposes of the notice.
///
/// # Errors
/// A refusal for everyone but HR, the data protection officer and whoever audits the organisation.
pub fn list(desk: &ReadDesk<'_>, _: Nothing) -> Result<PurposesView, Error> {
    let permit = desk.permit_on_organisation::<access::ReadRegisters>()?;
    let purposes = desk
        .records
        .purposes(&permit)?
        .into_iter()
        .map(|(purpose, versions)| PurposeView {
            purpose,
            number: purpose.number(),
            survives_objection: versions
                .first()
                .is_some_and(|latest| latest.terms.basis.survives_objection()),
            versions: versions.into_iter().map(version).collect(),
        })
        .collect();
    Ok(PurposesView {
        purposes,
        classes: DataClass::ALL.into_iter().collect(),
        categories: RecipientCategory::ALL.iter().copied().collect(),
        may_set: desk
            .permit_on_organisation::<access::ManageAccounts>()
            .is_ok(),
    })
}

fn version(version: PurposeVersion) -> PurposeVersionView {
    let (set_by, set_at) = version.set.unzip();
    PurposeVersionView {
        version: version.version,
        terms: version.terms,
        set_by: set_by.map(Into::into),
        set_at,
    }
}

/// Sets what a purpose says. The versions before stay as they were, and so does what was given under them.
///
/// # Errors
/// A refusal for everyone but HR; [`Error::Invalid`] for special categories without a condition, or nothing changed;
/// [`Error::Stale`] when another version was set since the one that was seen.
pub fn set(desk: &mut WriteDesk<'_>, request: SetPurpose) -> Result<Done, Error> {
    let SetPurpose {
        purpose,
        version,
        terms,
    } = request;
    let permit = desk.permit_on_organisation::<access::ManageAccounts>()?;
    let before = desk.read(|desk| {
        let versions = desk.records.purposes(&permit)?.remove(&purpose);
        versions
            .and_then(|versions| versions.into_iter().next())
            .ok_or(Error::NotFound)
    })?;
    if before.version != version {
        return Err(Error::Stale);
    }
    terms
        .check(&before.terms)
        .map_err(|refusal| Error::invalid(refusal.field(), refusal.sentence()))?;
    desk.write(&permit, |tx| {
        let version = tx.set_purpose(&permit, purpose, &terms, version)?;
        let entry = Entry::new("set-purpose")
            .with("purpose", Detail::Word(purpose.code()))
            .with("version", Detail::Number(version.into()))
            .with("basis", Detail::Word(terms.basis.code()));
        Ok::<_, Error>(((), entry))
    })?;
    Ok(Done { undo: None })
}
