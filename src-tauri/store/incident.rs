//! The register of incidents: what happened, what was decided, and who is affected ([`people`]). Its words are the
//! organisation's own; a line goes six years after it was closed.

mod people;

use chrono::{DateTime, NaiveDate, Utc};
use domain::access::{Action, KeepRegisters, Permit, ReadRegisters, ReportIncident};
use domain::id::{AccountId, IncidentId};
use domain::incident::{
    Assessment, FirstReport, IcoDecision, IncidentKind, LaptopState, NotTold, Noted, kept_until,
};
use domain::text::Prose;
use rusqlite::{Row, named_params};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json as json;

use crate::column::{At, Day, Id, count, day, decode, prose, revision};
use crate::error::StoreError;
use crate::read::Records;
use crate::revised::{Forgets, Register};
use crate::write::{Store, Tx};

pub use people::{AffectedRow, IncidentReach};

/// An incident.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IncidentRecord {
    /// Its id.
    pub id: IncidentId,
    /// What people call it, from 1.
    pub number: u32,
    /// What happened.
    pub kind: IncidentKind,
    /// The same in words.
    pub facts: Prose,
    /// The day it happened; `None` where it is not known.
    pub happened_on: Option<NaiveDate>,
    /// When it was noticed.
    pub noticed_at: DateTime<Utc>,
    /// When the organisation became aware.
    pub aware_at: DateTime<Utc>,
    /// Why that is not when it was noticed; empty where it is.
    pub aware_reason: Prose,
    /// How the laptop stood; `None` where Fairhold was not on what was lost.
    pub laptop: Option<LaptopState>,
    /// How many candidates were said to be affected; `None` while nobody has said.
    pub people: Option<u64>,
    /// How many of them were told.
    pub told: u64,
    /// How many of them are still here.
    pub here: u64,
    /// How many of those who are here were not told.
    pub untold: u64,
    /// How bad it is; `None` while it was not assessed.
    pub assessment: Option<Noted<Assessment>>,
    /// Whether the regulator is told; `None` while nobody has decided.
    pub decision: Option<Noted<IcoDecision>>,
    /// Why people are not told one by one.
    pub not_told: Option<NotTold>,
    /// What was done about it.
    pub measures: Prose,
    /// What was learnt.
    pub lessons: Prose,
    /// Who reported it.
    pub reported_by: AccountId,
    /// When.
    pub reported_at: DateTime<Utc>,
    /// Who closed it, and on which day; `None` while it is open.
    pub closed: Option<(AccountId, NaiveDate)>,
    /// The revision.
    pub revision: u32,
}

const COLUMNS: &str = "
    SELECT incident.*, reporter.id AS reporter, closer.id AS closer,
           (SELECT count(*) FROM incident_person WHERE incident_person.incident = incident.row) AS here,
           (
               SELECT count(*)
               FROM incident_person
               WHERE incident_person.incident = incident.row AND incident_person.told_on IS NULL
           ) AS untold
    FROM incident
    JOIN account AS reporter ON reporter.row = incident.reported_by
    LEFT JOIN account AS closer ON closer.row = incident.closed_by";

impl Records<'_> {
    /// Every incident, the latest first.
    ///
    /// # Errors
    /// [`StoreError`] when the read fails.
    pub fn incidents(
        &self,
        _permit: &Permit<ReadRegisters>,
    ) -> Result<Vec<IncidentRecord>, StoreError> {
        let sql = format!("{COLUMNS} ORDER BY incident.row DESC");
        let mut statement = self.connection().prepare_cached(&sql)?;
        read_all(statement.query([])?)
    }

    /// The incidents that the permit's account reported, the latest first.
    ///
    /// # Errors
    /// [`StoreError`] when the read fails.
    pub fn own_incidents(
        &self,
        permit: &Permit<ReportIncident>,
    ) -> Result<Vec<IncidentRecord>, StoreError> {
        let sql = format!("{COLUMNS} WHERE reporter.id = ?1 ORDER BY incident.row DESC");
        let mut statement = self.connection().prepare_cached(&sql)?;
        read_all(statement.query([Id(permit.actor().uuid())])?)
    }

    fn incident_row<A: Action>(
        &self,
        _permit: &Permit<A>,
        incident: IncidentId,
    ) -> Result<i64, StoreError> {
        Ok(self
            .connection()
            .prepare_cached("SELECT row FROM incident WHERE id = ?1")?
            .query_row([Id(incident.uuid())], |row| row.get(0))?)
    }
}

fn read_all(mut rows: rusqlite::Rows<'_>) -> Result<Vec<IncidentRecord>, StoreError> {
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        found.push(read(row)?);
    }
    Ok(found)
}

fn read(row: &Row<'_>) -> Result<IncidentRecord, StoreError> {
    let kind: String = row.get("kind")?;
    let laptop: Option<String> = row.get("laptop")?;
    let not_told: Option<String> = row.get("not_told")?;
    let words = |column: &'static str, name: &str| {
        let text: String = row.get(name)?;
        prose(column, &text)
    };
    let closer: Option<Id> = row.get("closer")?;
    let closed_on = day(row.get("closed_on")?);
    Ok(IncidentRecord {
        id: IncidentId::from_uuid(row.get::<_, Id>("id")?.0),
        number: revision(row.get("number")?),
        kind: decode("incident.kind", IncidentKind::from_code(&kind))?,
        facts: words("incident.facts", "facts")?,
        happened_on: day(row.get("happened_on")?),
        noticed_at: row.get::<_, At>("noticed_at")?.0,
        aware_at: row.get::<_, At>("aware_at")?.0,
        aware_reason: words("incident.aware_reason", "aware_reason")?,
        laptop: laptop
            .map(|code| decode("incident.laptop", LaptopState::from_code(&code)))
            .transpose()?,
        people: row.get::<_, Option<i64>>("people")?.map(count),
        told: count(row.get("told")?),
        here: count(row.get("here")?),
        untold: count(row.get("untold")?),
        assessment: from_json("incident.assessment", row.get("assessment")?)?,
        decision: from_json("incident.decision", row.get("decision")?)?,
        not_told: not_told
            .map(|code| decode("incident.not_told", NotTold::from_code(&code)))
            .transpose()?,
        measures: words("incident.measures", "measures")?,
        lessons: words("incident.lessons", "lessons")?,
        reported_by: AccountId::from_uuid(row.get::<_, Id>("reporter")?.0),
        reported_at: row.get::<_, At>("reported_at")?.0,
        closed: closer.map(|id| AccountId::from_uuid(id.0)).zip(closed_on),
        revision: revision(row.get("revision")?),
    })
}

fn from_json<T: DeserializeOwned>(
    column: &'static str,
    text: Option<String>,
) -> Result<Option<T>, StoreError> {
    text.map(|text| json::from_str(&text).map_err(|_error| StoreError::Unreadable { column }))
        .transpose()
}

fn to_json<T: Serialize>(column: &'static str, of: &T) -> Result<String, StoreError> {
    json::to_string(of).map_err(|_error| StoreError::Unreadable { column })
}

impl Tx<'_> {
    /// Enters an incident in the register, and gives the number that people call it by.
    ///
    /// # Errors
    /// [`StoreError`] when the write fails.
    pub fn insert_incident(
        &self,
        _permit: &Permit<ReportIncident>,
        first: &FirstReport,
        noticed_at: DateTime<Utc>,
    ) -> Result<(IncidentId, u32), StoreError> {
        let id = IncidentId::new(self.at());
        let number: i64 = self.sql().query_row(
            "SELECT coalesce(max(number), 0) + 1 FROM incident",
            [],
            |row| row.get(0),
        )?;
        self.sql()
            .prepare_cached(
                "INSERT INTO incident (id, number, kind, facts, happened_on, noticed_at, aware_at, aware_reason, laptop,
                                       told, measures, lessons, reported_by, reported_at, revision)
                 VALUES (:id, :number, :kind, :facts, :happened_on, :noticed_at, :noticed_at, '', :laptop, 0, '', '',
                         :reported_by, :reported_at, 1)",
            )?
            .execute(named_params! {
                ":id": Id(id.uuid()),
                ":number": number,
                ":kind": first.kind.code(),
                ":facts": first.facts.as_str(),
                ":happened_on": first.happened_on.map(Day),
                ":noticed_at": At(noticed_at),
                ":laptop": first.laptop.map(LaptopState::code),
                ":reported_by": self.actor_row()?,
                ":reported_at": At(self.at()),
            })?;
        Ok((id, revision(number)))
    }

    /// Sets everything of an incident that those who answer for it set: what stands in the record, but for who is
    /// affected.
    ///
    /// # Errors
    /// [`StoreError::Stale`] when it was changed since, [`StoreError::NotFound`] when it is gone.
    pub fn update_incident(
        &self,
        permit: &Permit<KeepRegisters>,
        after: &IncidentRecord,
    ) -> Result<(), StoreError> {
        let incident = self.records().incident_row(permit, after.id)?;
        let closed_by = after
            .closed
            .map(|(by, _)| self.records().account_row(by))
            .transpose()?;
        let assessment = after
            .assessment
            .as_ref()
            .map(|noted| to_json("incident.assessment", noted))
            .transpose()?;
        let decision = after
            .decision
            .as_ref()
            .map(|noted| to_json("incident.decision", noted))
            .transpose()?;
        let changed = self
            .sql()
            .prepare_cached(
                "UPDATE incident
                 SET aware_at = :aware_at, aware_reason = :aware_reason, laptop = :laptop, assessment = :assessment,
                     decision = :decision, not_told = :not_told, measures = :measures, lessons = :lessons,
                     closed_by = :closed_by, closed_on = :closed_on, revision = revision + 1
                 WHERE row = :row AND revision = :revision",
            )?
            .execute(named_params! {
                ":aware_at": At(after.aware_at),
                ":aware_reason": after.aware_reason.as_str(),
                ":laptop": after.laptop.map(LaptopState::code),
                ":assessment": assessment,
                ":decision": decision,
                ":not_told": after.not_told.map(NotTold::code),
                ":measures": after.measures.as_str(),
                ":lessons": after.lessons.as_str(),
                ":closed_by": closed_by,
                ":closed_on": after.closed.map(|(_, on)| Day(on)),
                ":row": incident,
                ":revision": after.revision,
            })?;
        if changed == 0 {
            return Err(self.stale(Register::Incident, incident)?);
        }
        if after.closed.is_some() {
            self.touch_affected(incident)?;
        }
        Ok(())
    }
}

/// Six years after it was closed an incident goes, with whoever is still named by it.
const FORGETS: Forgets = Forgets {
    closed: "SELECT row, closed_on FROM incident WHERE closed_on IS NOT NULL",
    until: kept_until,
    delete: &[
        "DELETE FROM incident_person WHERE incident = ?1",
        "DELETE FROM incident WHERE row = ?1",
    ],
    said: ("forget-incidents", "incidents"),
};

impl Store {
    /// Lets go of incidents that were closed six years ago, with whoever is still named by them.
    pub(crate) fn forget_incidents(
        &mut self,
        today: NaiveDate,
        at: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        self.forget(&FORGETS, today, at)
    }
}
