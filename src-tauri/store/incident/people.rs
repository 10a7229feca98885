//! Who is affected by an incident: links, which go with the person, and their number, which stays.

use chrono::NaiveDate;
use domain::access::{KeepRegisters, ListCandidates, Permit, Reach};
use domain::candidate::PersonName;
use domain::correspondence::MessageChannel;
use domain::id::{AccountId, CandidateId, IncidentId};
use rusqlite::named_params;

use crate::candidate::{CandidateFilter, CandidateList, CandidateSort, person_name};
use crate::column::{Day, Id, count, day, decode, json_rows};
use crate::error::StoreError;
use crate::read::{Records, not_left_out};
use crate::revised::Register;
use crate::write::Tx;

/// Somebody affected by an incident.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AffectedRow {
    /// Who.
    pub candidate: CandidateId,
    /// Their name.
    pub name: PersonName,
    /// The day they were told and how; `None` where they were not.
    pub told: Option<(NaiveDate, MessageChannel)>,
}

/// Whose records an account can open, or has opened. Opaque: the row numbers never leave the store.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct IncidentReach {
    rows: Vec<i64>,
    /// How many of them it may see today.
    pub seen: u64,
    /// How many more the journal shows it had to do with.
    pub opened: u64,
}

impl IncidentReach {
    /// How many people.
    pub const fn people(&self) -> u64 {
        self.seen.saturating_add(self.opened)
    }
}

impl Records<'_> {
    /// Whose records an account's laptop could open: those that its own permit lists today, and those whom the journal
    /// shows it had to do with (BRE-05). `theirs` is `None` where the account may list nobody today.
    ///
    /// # Errors
    /// [`StoreError::WrongSubject`] when the permit does not reach everything.
    pub fn incident_reach(
        &self,
        permit: &Permit<KeepRegisters>,
        account: AccountId,
        theirs: Option<&Permit<ListCandidates>>,
    ) -> Result<IncidentReach, StoreError> {
        if *permit.scope().reach() != Reach::Everything {
            return Err(StoreError::WrongSubject);
        }
        let listed = match theirs {
            Some(theirs) => self.candidate_list(
                theirs,
                &CandidateFilter::default(),
                CandidateSort::default(),
            )?,
            None => CandidateList::default(),
        };
        let mut rows = listed.into_rows();
        let seen = u64::try_from(rows.len()).unwrap_or(u64::MAX);
        let mut statement = self.connection().prepare_cached(
            "SELECT candidate.row
             FROM candidate
             WHERE candidate.id IN (
                 SELECT journal.subject
                 FROM journal
                 WHERE journal.actor = :account AND journal.subject_kind = 'candidate'
             )
             AND candidate.row NOT IN (SELECT value FROM json_each(:listed))",
        )?;
        let opened = statement
            .query_map(
                named_params! {
                    ":account": Id(account.uuid()),
                    ":listed": json_rows(rows.iter().copied()),
                },
                |row| row.get(0),
            )?
            .collect::<rusqlite::Result<Vec<i64>>>()?;
        let more = u64::try_from(opened.len()).unwrap_or(u64::MAX);
        rows.extend(opened);
        Ok(IncidentReach {
            rows,
            seen,
            opened: more,
        })
    }

    /// Those affected by an incident whom the permit to list shows, by name, so many from a place on; and how many of
    /// them there are in all.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when the incident is gone, [`StoreError::WrongSubject`] when the permit does not reach
    /// everything.
    pub fn affected_people(
        &self,
        permit: &Permit<KeepRegisters>,
        seeing: &Permit<ListCandidates>,
        incident: IncidentId,
        start: u32,
        most: u32,
    ) -> Result<(Vec<AffectedRow>, u64), StoreError> {
        if *seeing.scope().reach() != Reach::Everything {
            return Err(StoreError::WrongSubject);
        }
        let incident = self.incident_row(permit, incident)?;
        let without = self.scope_rows(seeing.scope())?.without;
        let shown = format!(
            "FROM incident_person
             JOIN candidate ON candidate.row = incident_person.candidate
             WHERE incident_person.incident = :incident AND {}",
            not_left_out("candidate.row", ":without")
        );
        let total: i64 = self
            .connection()
            .prepare_cached(&format!("SELECT count(*) {shown}"))?
            .query_row(
                named_params! { ":incident": incident, ":without": without },
                |row| row.get(0),
            )?;
        let mut statement = self.connection().prepare_cached(&format!(
            "SELECT candidate.id, candidate.title, candidate.given, candidate.family, candidate.preferred_name,
                    incident_person.told_on, incident_person.told_how
             {shown}
             ORDER BY candidate.sort_name, candidate.row
             LIMIT :most OFFSET :start"
        ))?;
        let mut rows = statement.query(named_params! {
            ":incident": incident,
            ":without": without,
            ":most": most,
            ":start": start,
        })?;
        let mut found = Vec::new();
        while let Some(row) = rows.next()? {
            let how: Option<String> = row.get("told_how")?;
            let how = how
                .map(|code| decode("incident_person.told_how", MessageChannel::from_code(&code)))
                .transpose()?;
            found.push(AffectedRow {
                candidate: CandidateId::from_uuid(row.get::<_, Id>("id")?.0),
                name: person_name(row)?,
                told: day(row.get("told_on")?).zip(how),
            });
        }
        Ok((found, count(total)))
    }
}

impl Tx<'_> {
    /// Notes that these candidates are affected, and gives how many of them were not noted before. Nothing of theirs is
    /// erased while the incident is open; an erasure that was begun passes them over.
    ///
    /// # Errors
    /// [`StoreError::Stale`] when the incident was changed since, [`StoreError::NotFound`] when it or one of them is gone.
    pub fn add_affected(
        &self,
        permit: &Permit<KeepRegisters>,
        incident: IncidentId,
        expected: u32,
        candidates: &[CandidateId],
    ) -> Result<u64, StoreError> {
        let rows = candidates
            .iter()
            .map(|candidate| self.records().candidate_row(*candidate))
            .collect::<Result<Vec<i64>, StoreError>>()?;
        self.add_affected_rows(permit, incident, expected, &rows)
    }

    /// The same for everybody whom an account's laptop could open.
    ///
    /// # Errors
    /// As [`Tx::add_affected`].
    pub fn add_reach(
        &self,
        permit: &Permit<KeepRegisters>,
        incident: IncidentId,
        expected: u32,
        reach: &IncidentReach,
    ) -> Result<u64, StoreError> {
        self.add_affected_rows(permit, incident, expected, &reach.rows)
    }

    fn add_affected_rows(
        &self,
        permit: &Permit<KeepRegisters>,
        incident: IncidentId,
        expected: u32,
        candidates: &[i64],
    ) -> Result<u64, StoreError> {
        let incident = self.records().incident_row(permit, incident)?;
        self.bump(Register::Incident, incident, expected)?;
        let mut insert = self.sql().prepare_cached(
            "INSERT INTO incident_person (incident, candidate) VALUES (?1, ?2) ON CONFLICT DO NOTHING",
        )?;
        let mut passed_over = self
            .sql()
            .prepare_cached("DELETE FROM erasure_intent WHERE candidate = ?1")?;
        let mut added = 0;
        for candidate in candidates {
            if insert.execute([incident, *candidate])? == 1 {
                passed_over.execute([candidate])?;
                self.touch(*candidate);
                added += 1;
            }
        }
        self.sql()
            .prepare_cached("UPDATE incident SET people = coalesce(people, 0) + ?2 WHERE row = ?1")?
            .execute([incident, added])?;
        Ok(count(added))
    }

    /// Takes somebody out who was noted by mistake, and counts one less.
    ///
    /// # Errors
    /// [`StoreError::Stale`] when the incident was changed since, [`StoreError::NotFound`] when they are not among those
    /// affected.
    pub fn remove_affected(
        &self,
        permit: &Permit<KeepRegisters>,
        incident: IncidentId,
        expected: u32,
        candidate: CandidateId,
    ) -> Result<(), StoreError> {
        let incident = self.records().incident_row(permit, incident)?;
        let candidate = self.records().candidate_row(candidate)?;
        self.bump(Register::Incident, incident, expected)?;
        let told: bool = self
            .sql()
            .prepare_cached(
                "DELETE FROM incident_person WHERE incident = ?1 AND candidate = ?2 RETURNING told_on IS NOT NULL",
            )?
            .query_row([incident, candidate], |row| row.get(0))?;
        self.sql()
            .prepare_cached(
                "UPDATE incident SET people = people - 1, told = told - ?2 WHERE row = ?1",
            )?
            .execute(rusqlite::params![incident, told])?;
        self.touch(candidate);
        Ok(())
    }

    /// Notes that no candidate is affected.
    ///
    /// # Errors
    /// [`StoreError::Stale`] when the incident was changed since, [`StoreError::InUse`] when somebody is.
    pub fn nobody_affected(
        &self,
        permit: &Permit<KeepRegisters>,
        incident: IncidentId,
        expected: u32,
    ) -> Result<(), StoreError> {
        let incident = self.records().incident_row(permit, incident)?;
        self.bump(Register::Incident, incident, expected)?;
        let changed = self
            .sql()
            .prepare_cached(
                "UPDATE incident SET people = 0 WHERE row = ?1 AND coalesce(people, 0) = 0",
            )?
            .execute([incident])?;
        if changed == 1 {
            Ok(())
        } else {
            Err(StoreError::InUse)
        }
    }

    /// Notes that people affected were told: these, or, where none are named, everybody who was not.
    ///
    /// # Errors
    /// [`StoreError::Stale`] when the incident was changed since, [`StoreError::NotFound`] when one of them is gone.
    pub fn tell_affected(
        &self,
        permit: &Permit<KeepRegisters>,
        incident: IncidentId,
        expected: u32,
        candidates: Option<&[CandidateId]>,
        (on, how): (NaiveDate, MessageChannel),
    ) -> Result<u64, StoreError> {
        let incident = self.records().incident_row(permit, incident)?;
        self.bump(Register::Incident, incident, expected)?;
        let only = candidates
            .map(|candidates| {
                candidates
                    .iter()
                    .map(|candidate| self.records().candidate_row(*candidate))
                    .collect::<Result<Vec<i64>, StoreError>>()
                    .map(json_rows)
            })
            .transpose()?;
        let told = self
            .sql()
            .prepare_cached(
                "UPDATE incident_person
                 SET told_on = :on, told_how = :how
                 WHERE incident = :incident AND told_on IS NULL
                   AND (:only IS NULL OR candidate IN (SELECT value FROM json_each(:only)))",
            )?
            .execute(named_params! {
                ":on": Day(on),
                ":how": how.code(),
                ":incident": incident,
                ":only": only,
            })?;
        let told = i64::try_from(told).unwrap_or(i64::MAX);
        self.sql()
            .prepare_cached("UPDATE incident SET told = told + ?2 WHERE row = ?1")?
            .execute([incident, told])?;
        Ok(count(told))
    }

    /// Marks everybody affected: whether something keeps them has changed.
    pub(super) fn touch_affected(&self, incident: i64) -> Result<(), StoreError> {
        let mut statement = self
            .sql()
            .prepare_cached("SELECT candidate FROM incident_person WHERE incident = ?1")?;
        let mut rows = statement.query([incident])?;
        while let Some(row) = rows.next()? {
            self.touch(row.get(0)?);
        }
        Ok(())
    }
}
