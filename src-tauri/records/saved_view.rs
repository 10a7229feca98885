//! Saved views: a filter, columns and an order of the list of candidates, each account's own, under a name.
//!
//! What was typed to search by is never kept: it may be somebody's name, which would outlast them.

use std::collections::BTreeSet;

use domain::access::{self, Permit};
use domain::id::SavedViewId;
use domain::text::Line;
use serde::{Deserialize, Serialize};
use store::{Entry, SavedView, StoreError};

use crate::candidate::{CandidateFilter, CandidateSort};
use crate::desk::{ReadDesk, WriteDesk};
use crate::error::Error;
use crate::undo::Undoable;
use crate::view::{Done, Nothing};

/// The most characters a view's name has.
const LONGEST_NAME: usize = 60;
/// The most views an account keeps.
const MOST: usize = 50;

/// A column of the list of candidates.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub enum ListColumn {
    /// The name: always there.
    Name,
    /// The latest vacancy.
    Vacancy,
    /// Its stage, or how it ended.
    Stage,
    /// The day the record goes.
    EraseOn,
    /// The day the details came in.
    ReceivedOn,
    /// The first e-mail address.
    Email,
    /// Where the details came from.
    Source,
}

/// What a view shows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct ViewShows {
    /// Whom. The text typed to search by is not kept.
    pub filter: CandidateFilter,
    /// In which order.
    pub sort: CandidateSort,
    /// Which columns, from left to right.
    pub columns: Vec<ListColumn>,
}

/// A saved view.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct SavedViewRow {
    /// Which.
    pub view: SavedViewId,
    /// What it is called.
    pub name: String,
    /// What it shows.
    pub shows: ViewShows,
}

/// The views of whoever is signed in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct SavedViews {
    /// By name.
    pub rows: Vec<SavedViewRow>,
}

/// Saves a view.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct SaveView {
    /// The view to change; another one where none is named.
    pub view: Option<SavedViewId>,
    /// What it is called.
    pub name: Line,
    /// What it shows.
    pub shows: ViewShows,
}

/// The view that was saved.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct ViewSaved {
    /// Which.
    pub view: SavedViewId,
}

/// Deletes a view.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct DeleteView {
    /// Which.
    pub view: SavedViewId,
}

/// The views of whoever is signed in, by name.
///
/// # Errors
/// A refusal for those who may list nobody.
pub fn list(desk: &ReadDesk<'_>, _: Nothing) -> Result<SavedViews, Error> {
    let permit = desk.permit_over_all::<access::ListCandidates>()?;
    Ok(SavedViews {
        rows: desk
            .records
            .saved_views(&permit)?
            .into_iter()
            .map(row)
            .collect::<Result<_, Error>>()?,
    })
}

fn row(view: SavedView) -> Result<SavedViewRow, Error> {
    let shows = serde_json::from_str(&view.shows).map_err(|_error| StoreError::Unreadable {
        column: "saved_view.shows",
    })?;
    Ok(SavedViewRow {
        view: view.id,
        name: view.name.into(),
        shows,
    })
}

/// Saves a view under a name, a new one or the one that is named.
///
/// # Errors
/// [`Error::Invalid`] for a name that is long or another view's, for columns that leave the name out, and when there are
/// fifty already; [`Error::NotFound`] for a view that is not one's own.
pub fn save(desk: &mut WriteDesk<'_>, request: SaveView) -> Result<ViewSaved, Error> {
    check(&request)?;
    let (permit, known) = own(desk)?;
    match request.view {
        Some(view) if !known.iter().any(|one| one.id == view) => return Err(Error::NotFound),
        None if known.len() >= MOST => {
            return Err(Error::invalid(
                "name",
                "There are 50 views. Delete one first.",
            ));
        }
        Some(_) | None => {}
    }
    let view = SavedView {
        id: request.view.unwrap_or_else(|| SavedViewId::new(desk.now)),
        name: request.name,
        shows: written(request.shows)?,
    };
    keep(desk, &permit, &view, "save-view")?;
    Ok(ViewSaved { view: view.id })
}

/// Deletes a view.
///
/// # Errors
/// [`Error::NotFound`] for one that is not there, or is not one's own.
pub fn delete(desk: &mut WriteDesk<'_>, request: DeleteView) -> Result<Done, Error> {
    let (permit, known) = own(desk)?;
    let view = known
        .into_iter()
        .find(|one| one.id == request.view)
        .ok_or(Error::NotFound)?;
    desk.write(&permit, |tx| {
        tx.delete_view(&permit, request.view)?;
        Ok(((), Entry::new("delete-view")))
    })?;
    let undo = desk.keep(Undoable::DeletedView {
        view: Box::new(view),
    });
    Ok(Done { undo: Some(undo) })
}

/// Puts a view back that was deleted.
pub(crate) fn put_back(desk: &mut WriteDesk<'_>, view: &SavedView) -> Result<(), Error> {
    let (permit, _) = own(desk)?;
    match keep(desk, &permit, view, "undo-delete-view") {
        // Another view has its name by now.
        Err(Error::Invalid(_)) => Err(Error::Stale),
        done => done,
    }
}

fn own(
    desk: &mut WriteDesk<'_>,
) -> Result<(Permit<access::ListCandidates>, Vec<SavedView>), Error> {
    desk.read(|desk| {
        let permit = desk.permit_over_all::<access::ListCandidates>()?;
        let known = desk.records.saved_views(&permit)?;
        Ok((permit, known))
    })
}

fn keep(
    desk: &mut WriteDesk<'_>,
    permit: &Permit<access::ListCandidates>,
    view: &SavedView,
    action: &'static str,
) -> Result<(), Error> {
    desk.write(permit, |tx| match tx.save_view(permit, view) {
        Ok(()) => Ok(((), Entry::new(action))),
        Err(StoreError::InUse) => Err(Error::invalid(
            "name",
            "You have a view of this name. Choose another one.",
        )),
        Err(error) => Err(error.into()),
    })
}

fn check(request: &SaveView) -> Result<(), Error> {
    if request.name.as_str().chars().count() > LONGEST_NAME {
        return Err(Error::invalid("name", "Use at most 60 characters."));
    }
    let columns = &request.shows.columns;
    let different: BTreeSet<ListColumn> = columns.iter().copied().collect();
    if different.len() != columns.len() || !different.contains(&ListColumn::Name) {
        return Err(Error::invalid(
            "columns",
            "Show the name, and each column once.",
        ));
    }
    Ok(())
}

/// What a view shows, as the store keeps it.
fn written(mut shows: ViewShows) -> Result<String, Error> {
    shows.filter.text.clear();
    Ok(
        serde_json::to_string(&shows).map_err(|_error| StoreError::Unreadable {
            column: "saved_view.shows",
        })?,
    )
}
