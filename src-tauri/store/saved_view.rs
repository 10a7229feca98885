//! Views of the list of candidates that an account keeps under a name.

use domain::access::{ListCandidates, Permit};
use domain::id::SavedViewId;
use domain::text::Line;
use rusqlite::{OptionalExtension, named_params};

use crate::column::{At, Id, line};
use crate::error::StoreError;
use crate::read::Records;
use crate::write::Tx;

/// A view that an account keeps.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SavedView {
    /// Which.
    pub id: SavedViewId,
    /// What they call it.
    pub name: Line,
    /// What it shows, as whoever saved it wrote it down.
    pub shows: String,
}

impl Records<'_> {
    /// The views of the permit's account, by name.
    ///
    /// # Errors
    /// [`StoreError`] when the read fails.
    pub fn saved_views(
        &self,
        permit: &Permit<ListCandidates>,
    ) -> Result<Vec<SavedView>, StoreError> {
        let account = self.account_row(permit.actor())?;
        let mut statement = self.connection().prepare_cached(
            "SELECT id, name, shows FROM saved_view WHERE account = ?1 ORDER BY name COLLATE NOCASE, row",
        )?;
        let mut rows = statement.query([account])?;
        let mut views = Vec::new();
        while let Some(row) = rows.next()? {
            let name: String = row.get("name")?;
            views.push(SavedView {
                id: SavedViewId::from_uuid(row.get::<_, Id>("id")?.0),
                name: line("saved_view.name", &name)?,
                shows: row.get("shows")?,
            });
        }
        Ok(views)
    }
}

impl Tx<'_> {
    /// Keeps a view of the permit's account under a name: the one there was of this id, or another.
    ///
    /// # Errors
    /// [`StoreError::InUse`] when another view of theirs has the name.
    pub fn save_view(
        &self,
        permit: &Permit<ListCandidates>,
        view: &SavedView,
    ) -> Result<(), StoreError> {
        let account = self.records().account_row(permit.actor())?;
        let taken = self
            .sql()
            .prepare_cached(
                "SELECT 1 FROM saved_view WHERE account = :account AND name = :name COLLATE NOCASE AND id <> :id",
            )?
            .query_row(
                named_params! {
                    ":account": account,
                    ":name": view.name.as_str(),
                    ":id": Id(view.id.uuid()),
                },
                |_| Ok(()),
            )
            .optional()?;
        if taken.is_some() {
            return Err(StoreError::InUse);
        }
        self.sql()
            .prepare_cached(
                "INSERT INTO saved_view (id, account, name, shows, added_at)
                 VALUES (:id, :account, :name, :shows, :added_at)
                 ON CONFLICT (id) DO UPDATE SET name = excluded.name, shows = excluded.shows
                     WHERE saved_view.account = excluded.account",
            )?
            .execute(named_params! {
                ":id": Id(view.id.uuid()),
                ":account": account,
                ":name": view.name.as_str(),
                ":shows": view.shows,
                ":added_at": At(self.at()),
            })?;
        Ok(())
    }

    /// Deletes a view of the permit's account.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when there is none, or it is somebody else's.
    pub fn delete_view(
        &self,
        permit: &Permit<ListCandidates>,
        view: SavedViewId,
    ) -> Result<(), StoreError> {
        let account = self.records().account_row(permit.actor())?;
        let deleted = self
            .sql()
            .prepare_cached("DELETE FROM saved_view WHERE id = ?1 AND account = ?2")?
            .execute(rusqlite::params![Id(view.uuid()), account])?;
        if deleted == 1 {
            Ok(())
        } else {
            Err(StoreError::NotFound)
        }
    }
}
