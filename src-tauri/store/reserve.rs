//! The reserve list: who is on it, for which kind of role, on which permission.

use chrono::{DateTime, NaiveDate, Utc};
use domain::access::{Action, ListCandidates, Permit, RecordPermission, Sight};
use domain::candidate::PersonName;
use domain::id::{AccountId, ApplicationId, CandidateId, PermissionId, ReserveEntryId, VacancyId};
use domain::reserve::ReserveOffers;
use domain::text::{Line, Prose};
use domain::vacancy::VacancyKind;
use rusqlite::{Row, named_params};

mod contact;

pub use contact::{ContactBars, ReserveContact};

use crate::candidate::person_name;
use crate::column::{At, Day, Id, day, decode, joined, line, lines, prose};
use crate::error::StoreError;
use crate::read::{Records, nameless, not_left_out};
use crate::write::Tx;

/// A place on the reserve list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReserveEntry {
    /// Its id.
    pub id: ReserveEntryId,
    /// Whose it is.
    pub candidate: CandidateId,
    /// Their name.
    pub name: PersonName,
    /// The application whose outcome opened it.
    pub application: ApplicationId,
    /// What that application was for.
    pub vacancy: VacancyId,
    /// That vacancy's title.
    pub vacancy_title: Line,
    /// The permission it stands on.
    pub permission: PermissionId,
    /// The day that permission ends by its months.
    pub permission_ends_on: NaiveDate,
    /// The day that permission was withdrawn.
    pub permission_withdrawn_on: Option<NaiveDate>,
    /// The kinds of role the person may be asked about.
    pub role_families: Vec<Line>,
    /// What the assessment showed, in short.
    pub merit: Prose,
    /// What the person offers besides.
    pub offers: ReserveOffers,
    /// The entry's own end, where it is sooner than the permission's.
    pub until: Option<NaiveDate>,
    /// Who added it.
    pub added_by: AccountId,
    /// When.
    pub added_at: DateTime<Utc>,
    /// The day the person was taken off.
    pub removed_on: Option<NaiveDate>,
    /// Why, as a code.
    pub removed_reason: Option<String>,
}

/// A place on the reserve list to be given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewReserveEntry {
    /// The application whose outcome opens it.
    pub application: ApplicationId,
    /// The permission it stands on.
    pub permission: PermissionId,
    /// The kinds of role the person may be asked about.
    pub role_families: Vec<Line>,
    /// What the assessment showed, in short.
    pub merit: Prose,
    /// What the person offers besides.
    pub offers: ReserveOffers,
    /// The entry's own end, where it is sooner than the permission's.
    pub until: Option<NaiveDate>,
}

/// What of a place on the reserve list may be changed: not whose it is, nor what it stands on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReserveTerms {
    /// The kinds of role the person may be asked about.
    pub role_families: Vec<Line>,
    /// What the assessment showed, in short.
    pub merit: Prose,
    /// What the person offers besides.
    pub offers: ReserveOffers,
    /// The entry's own end, where it is sooner than the permission's.
    pub until: Option<NaiveDate>,
}

fn kinds_text(kinds: &[VacancyKind]) -> String {
    kinds
        .iter()
        .map(|kind| kind.code())
        .collect::<Vec<_>>()
        .join("\n")
}

fn kinds(text: &str) -> Result<Vec<VacancyKind>, StoreError> {
    text.split('\n')
        .filter(|code| !code.is_empty())
        .map(|code| decode("reserve_entry.kinds", VacancyKind::from_code(code)))
        .collect()
}

const COLUMNS: &str = "
    SELECT reserve_entry.id, candidate.id AS candidate_id, candidate.title, candidate.given, candidate.family,
           candidate.preferred_name, application.id AS application_id, vacancy.id AS vacancy_id,
           vacancy.title AS vacancy_title, permission.id AS permission_id, permission.ends_on,
           permission.withdrawn_on, reserve_entry.role_families, reserve_entry.merit, reserve_entry.skills,
           reserve_entry.places, reserve_entry.kinds, reserve_entry.until_on,
           account.id AS account_id, reserve_entry.added_at, reserve_entry.removed_on, reserve_entry.removed_reason
    FROM reserve_entry
    JOIN candidate ON candidate.row = reserve_entry.candidate
    JOIN application ON application.row = reserve_entry.application
    JOIN vacancy ON vacancy.row = application.vacancy
    JOIN permission ON permission.row = reserve_entry.permission
    JOIN account ON account.row = reserve_entry.added_by";

fn entry(row: &Row<'_>) -> Result<ReserveEntry, StoreError> {
    let vacancy_title: String = row.get("vacancy_title")?;
    let role_families: String = row.get("role_families")?;
    let merit: String = row.get("merit")?;
    let (skills, places, kinds_noted): (String, String, String) =
        (row.get("skills")?, row.get("places")?, row.get("kinds")?);
    Ok(ReserveEntry {
        id: ReserveEntryId::from_uuid(row.get::<_, Id>("id")?.0),
        candidate: CandidateId::from_uuid(row.get::<_, Id>("candidate_id")?.0),
        name: person_name(row)?,
        application: ApplicationId::from_uuid(row.get::<_, Id>("application_id")?.0),
        vacancy: VacancyId::from_uuid(row.get::<_, Id>("vacancy_id")?.0),
        vacancy_title: line("vacancy.title", &vacancy_title)?,
        permission: PermissionId::from_uuid(row.get::<_, Id>("permission_id")?.0),
        permission_ends_on: row.get::<_, Day>("ends_on")?.0,
        permission_withdrawn_on: day(row.get("withdrawn_on")?),
        role_families: lines("reserve_entry.role_families", &role_families)?,
        merit: prose("reserve_entry.merit", &merit)?,
        offers: ReserveOffers {
            skills: lines("reserve_entry.skills", &skills)?,
            places: lines("reserve_entry.places", &places)?,
            kinds: kinds(&kinds_noted)?,
        },
        until: day(row.get("until_on")?),
        added_by: AccountId::from_uuid(row.get::<_, Id>("account_id")?.0),
        added_at: row.get::<_, At>("added_at")?.0,
        removed_on: day(row.get("removed_on")?),
        removed_reason: row.get("removed_reason")?,
    })
}

impl Records<'_> {
    /// The places of the permit's candidate, past ones too, the latest first; none without full sight.
    ///
    /// # Errors
    /// [`StoreError::WrongSubject`] when the permit is for no candidate.
    pub fn reserve_entries<A: Action>(
        &self,
        permit: &Permit<A>,
    ) -> Result<Vec<ReserveEntry>, StoreError> {
        let candidate = permit.candidate().ok_or(StoreError::WrongSubject)?;
        match permit.sight() {
            Sight::Blind | Sight::NameOnly => return Ok(Vec::new()),
            Sight::Full => {}
        }
        let sql = format!("{COLUMNS} WHERE candidate.id = ?1 ORDER BY reserve_entry.row DESC");
        let mut statement = self.connection().prepare_cached(&sql)?;
        let mut rows = statement.query([Id(candidate.uuid())])?;
        let mut found = Vec::new();
        while let Some(row) = rows.next()? {
            found.push(entry(row)?);
        }
        Ok(found)
    }

    /// Every place that no one took away, of people the permit shows in full, by name. Whether each still
    /// stands on a day is the rule's to say: [`domain::reserve::is_listed`].
    ///
    /// # Errors
    /// [`StoreError`] when the read fails.
    pub fn reserve_list(
        &self,
        permit: &Permit<ListCandidates>,
    ) -> Result<Vec<ReserveEntry>, StoreError> {
        let scope = self.scope_rows(permit.scope())?;
        let sql = format!(
            "{COLUMNS}
             WHERE reserve_entry.removed_on IS NULL
               AND (:full IS NULL OR application.vacancy IN (SELECT value FROM json_each(:full)))
               AND {}
               AND NOT {}
             ORDER BY candidate.sort_name, reserve_entry.row",
            not_left_out("candidate.row", ":without"),
            nameless("candidate.row", ":blind"),
        );
        let mut statement = self.connection().prepare_cached(&sql)?;
        let mut rows = statement.query(named_params! {
            ":full": scope.full,
            ":blind": scope.blind,
            ":without": scope.without,
        })?;
        let mut found = Vec::new();
        while let Some(row) = rows.next()? {
            found.push(entry(row)?);
        }
        Ok(found)
    }
}

impl Tx<'_> {
    /// Puts the permit's candidate on the reserve list. Whether they may be is decided before:
    /// [`domain::reserve::may_be_listed`].
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when the application or the permission is not theirs.
    pub fn insert_reserve_entry(
        &self,
        permit: &Permit<RecordPermission>,
        new: &NewReserveEntry,
    ) -> Result<ReserveEntryId, StoreError> {
        let id = ReserveEntryId::new(self.at());
        let candidate = self
            .records()
            .candidate_row(permit.candidate().ok_or(StoreError::WrongSubject)?)?;
        let application = self.application_of(candidate, new.application)?;
        let permission: i64 = self
            .sql()
            .prepare_cached("SELECT row FROM permission WHERE id = :id AND candidate = :candidate")?
            .query_row(
                named_params! { ":id": Id(new.permission.uuid()), ":candidate": candidate },
                |row| row.get(0),
            )?;
        self.sql()
            .prepare_cached(
                "INSERT INTO reserve_entry (id, candidate, application, permission, role_families, merit, skills, places,
                                            kinds, until_on, added_by, added_at)
                 VALUES (:id, :candidate, :application, :permission, :role_families, :merit, :skills, :places, :kinds,
                         :until_on, :added_by, :added_at)",
            )?
            .execute(named_params! {
                ":id": Id(id.uuid()),
                ":candidate": candidate,
                ":application": application,
                ":permission": permission,
                ":role_families": joined(&new.role_families),
                ":merit": new.merit.as_str(),
                ":skills": joined(&new.offers.skills),
                ":places": joined(&new.offers.places),
                ":kinds": kinds_text(&new.offers.kinds),
                ":until_on": new.until.map(Day),
                ":added_by": self.actor_row()?,
                ":added_at": At(self.at()),
            })?;
        self.touch(candidate);
        Ok(id)
    }

    /// Changes what a place of the permit's candidate covers.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when the place is not theirs.
    pub fn update_reserve_entry(
        &self,
        permit: &Permit<RecordPermission>,
        entry: ReserveEntryId,
        terms: &ReserveTerms,
    ) -> Result<(), StoreError> {
        let candidate = self
            .records()
            .candidate_row(permit.candidate().ok_or(StoreError::WrongSubject)?)?;
        let changed = self
            .sql()
            .prepare_cached(
                "UPDATE reserve_entry
                 SET role_families = :role_families, merit = :merit, skills = :skills, places = :places,
                     kinds = :kinds, until_on = :until_on
                 WHERE id = :id AND candidate = :candidate",
            )?
            .execute(named_params! {
                ":role_families": joined(&terms.role_families),
                ":merit": terms.merit.as_str(),
                ":skills": joined(&terms.offers.skills),
                ":places": joined(&terms.offers.places),
                ":kinds": kinds_text(&terms.offers.kinds),
                ":until_on": terms.until.map(Day),
                ":id": Id(entry.uuid()),
                ":candidate": candidate,
            })?;
        self.touch(candidate);
        if changed == 1 {
            Ok(())
        } else {
            Err(StoreError::NotFound)
        }
    }

    /// Takes the permit's candidate off the reserve list on a day, for a reason of this program's; or, with
    /// `None`, takes that back.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when the place is not theirs.
    pub fn remove_reserve_entry(
        &self,
        permit: &Permit<RecordPermission>,
        entry: ReserveEntryId,
        removed: Option<(NaiveDate, &'static str)>,
    ) -> Result<(), StoreError> {
        let candidate = self
            .records()
            .candidate_row(permit.candidate().ok_or(StoreError::WrongSubject)?)?;
        let changed = self
            .sql()
            .prepare_cached(
                "UPDATE reserve_entry
                 SET removed_on = :on, removed_reason = :reason
                 WHERE id = :id AND candidate = :candidate",
            )?
            .execute(named_params! {
                ":on": removed.map(|(on, _)| Day(on)),
                ":reason": removed.map(|(_, reason)| reason),
                ":id": Id(entry.uuid()),
                ":candidate": candidate,
            })?;
        self.touch(candidate);
        if changed == 1 {
            Ok(())
        } else {
            Err(StoreError::NotFound)
        }
    }

    /// Takes back a place that was just given, as if it had never been.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when the place is not theirs.
    pub fn forget_reserve_entry(
        &self,
        permit: &Permit<RecordPermission>,
        entry: ReserveEntryId,
    ) -> Result<(), StoreError> {
        let candidate = self
            .records()
            .candidate_row(permit.candidate().ok_or(StoreError::WrongSubject)?)?;
        let removed = self
            .sql()
            .prepare_cached("DELETE FROM reserve_entry WHERE id = :id AND candidate = :candidate")?
            .execute(named_params! { ":id": Id(entry.uuid()), ":candidate": candidate })?;
        self.touch(candidate);
        if removed == 1 {
            Ok(())
        } else {
            Err(StoreError::NotFound)
        }
    }
}
