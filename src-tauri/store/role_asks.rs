//! What a role asks for, as the reserve list is matched with it, and who outside is concerned.

use domain::access::{Action, EditVacancy, Permit};
use domain::text::Line;
use domain::vacancy::{Arrangement, RoleAsks};
use rusqlite::{OptionalExtension, named_params};

use crate::column::{decode, joined, lines, optional_line};
use crate::error::StoreError;
use crate::read::Records;
use crate::write::Tx;

/// A row as it lies there: family, skills, place, arrangement, office.
type Row = (
    Option<String>,
    String,
    Option<String>,
    Option<String>,
    Option<String>,
);

impl Records<'_> {
    /// What the permit's vacancy asks for; nothing where nobody said.
    ///
    /// # Errors
    /// [`StoreError::WrongSubject`] when the permit is for no vacancy, [`StoreError::NotFound`] when it is gone.
    pub fn role_asks<A: Action>(&self, permit: &Permit<A>) -> Result<RoleAsks, StoreError> {
        let vacancy = self.vacancy_row(permit.vacancy().ok_or(StoreError::WrongSubject)?)?;
        let found: Option<Row> = self
            .connection()
            .prepare_cached(
                "SELECT role_family, skills, place, arrangement, office FROM role_asks WHERE vacancy = ?1",
            )?
            .query_row([vacancy], |row| {
                Ok((
                    row.get(0)?,
                    row.get(1)?,
                    row.get(2)?,
                    row.get(3)?,
                    row.get(4)?,
                ))
            })
            .optional()?;
        let Some((family, skills, place, arrangement, office)) = found else {
            return Ok(RoleAsks::default());
        };
        Ok(RoleAsks {
            family: optional_line("role_asks.role_family", family)?,
            skills: lines("role_asks.skills", &skills)?,
            place: optional_line("role_asks.place", place)?,
            arrangement: arrangement
                .map(|code| decode("role_asks.arrangement", Arrangement::from_code(&code)))
                .transpose()?,
            office: optional_line("role_asks.office", office)?,
        })
    }
}

impl Tx<'_> {
    /// Says what the permit's vacancy asks for.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when it is gone.
    pub fn set_role_asks(
        &self,
        permit: &Permit<EditVacancy>,
        asks: &RoleAsks,
    ) -> Result<(), StoreError> {
        let vacancy = self
            .records()
            .vacancy_row(permit.vacancy().ok_or(StoreError::WrongSubject)?)?;
        if asks.is_empty() {
            self.sql()
                .prepare_cached("DELETE FROM role_asks WHERE vacancy = ?1")?
                .execute([vacancy])?;
            return Ok(());
        }
        self.sql()
            .prepare_cached(
                "INSERT INTO role_asks (vacancy, role_family, skills, place, arrangement, office)
                 VALUES (:vacancy, :family, :skills, :place, :arrangement, :office)
                 ON CONFLICT (vacancy) DO UPDATE
                     SET role_family = excluded.role_family, skills = excluded.skills, place = excluded.place,
                         arrangement = excluded.arrangement, office = excluded.office",
            )?
            .execute(named_params! {
                ":vacancy": vacancy,
                ":family": asks.family.as_ref().map(Line::as_str),
                ":skills": joined(&asks.skills),
                ":place": asks.place.as_ref().map(Line::as_str),
                ":arrangement": asks.arrangement.map(Arrangement::code),
                ":office": asks.office.as_ref().map(Line::as_str),
            })?;
        Ok(())
    }
}
