//! What the rules need to know of the parts of records, with where it stands.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use domain::application::Stage;
use domain::clock::london_date;
use domain::document::DocumentKind;
use domain::id::{ApplicationId, DocumentId, SealedRecordId};
use domain::retention::{Applied, DocumentFacts, PartFacts, PersonFacts, SealedFacts};
use domain::sealed::SealedKind;
use rusqlite::Connection;

use super::super::each;
use crate::column::{At, Day, Id, day, decode};
use crate::error::StoreError;

/// A part and the dates that are kept beside it.
pub(super) struct Dated {
    pub(super) row: i64,
    pub(super) erase_on: Option<NaiveDate>,
    pub(super) history_on: Option<NaiveDate>,
}

/// Of one candidate, the facts of the parts with their rows.
#[derive(Default)]
pub(super) struct Parts {
    pub(super) applications: Vec<(Applied, Dated)>,
    pub(super) sealed: Vec<(SealedFacts, Dated)>,
    pub(super) documents: Vec<(DocumentFacts, Dated)>,
}

impl Parts {
    pub(super) fn facts(&self, person: PersonFacts) -> PartFacts {
        PartFacts {
            person,
            applied: self.applications.iter().map(|(facts, _)| *facts).collect(),
            sealed: self.sealed.iter().map(|(facts, _)| *facts).collect(),
            documents: self.documents.iter().map(|(facts, _)| *facts).collect(),
        }
    }
}

/// The parts of many candidates' records, by a JSON list of their rows.
pub(super) fn gather(
    connection: &Connection,
    rows: &str,
) -> Result<BTreeMap<i64, Parts>, StoreError> {
    let mut people: BTreeMap<i64, Parts> = BTreeMap::new();
    each(
        connection,
        "SELECT candidate, row, id, applied_on, stage_reached, erase_on, history_on,
                EXISTS (SELECT 1 FROM application_event WHERE application_event.application = application.row)
                    OR EXISTS (SELECT 1 FROM interview WHERE interview.application = application.row)
                    OR EXISTS (SELECT 1 FROM offer WHERE offer.application = application.row)
                    OR EXISTS (SELECT 1 FROM outcome_message WHERE outcome_message.application = application.row)
         FROM application
         WHERE candidate IN (SELECT value FROM json_each(?1))
         ORDER BY row",
        rows,
        |row| {
            let reached: String = row.get(4)?;
            let reached = decode("application.stage_reached", Stage::from_code(&reached))?;
            let facts = Applied {
                application: ApplicationId::from_uuid(row.get::<_, Id>(2)?.0),
                applied_on: row.get::<_, Day>(3)?.0,
                offered: reached >= Stage::Offer,
                has_history: row.get(7)?,
            };
            let dated = Dated {
                row: row.get(1)?,
                erase_on: day(row.get(5)?),
                history_on: day(row.get(6)?),
            };
            let theirs = people.entry(row.get(0)?).or_default();
            theirs.applications.push((facts, dated));
            Ok(())
        },
    )?;
    each(
        connection,
        "SELECT candidate, row, id, kind, decided_on, recorded_at, erase_on
         FROM sealed_record
         WHERE candidate IN (SELECT value FROM json_each(?1))
         ORDER BY row",
        rows,
        |row| {
            let kind: String = row.get(3)?;
            let facts = SealedFacts {
                record: SealedRecordId::from_uuid(row.get::<_, Id>(2)?.0),
                kind: decode("sealed_record.kind", SealedKind::from_code(&kind))?,
                recorded_on: london_date(row.get::<_, At>(5)?.0),
                decided_on: day(row.get(4)?),
            };
            let dated = Dated {
                row: row.get(1)?,
                erase_on: day(row.get(6)?),
                history_on: None,
            };
            let theirs = people.entry(row.get(0)?).or_default();
            theirs.sealed.push((facts, dated));
            Ok(())
        },
    )?;
    each(
        connection,
        "SELECT document.candidate, document.row, document.id, document.kind, application.id, document.added_at,
                document.erase_on
         FROM document
         LEFT JOIN application ON application.row = document.application
         WHERE document.candidate IN (SELECT value FROM json_each(?1))
         ORDER BY document.row",
        rows,
        |row| {
            let kind: String = row.get(3)?;
            let facts = DocumentFacts {
                document: DocumentId::from_uuid(row.get::<_, Id>(2)?.0),
                kind: decode("document.kind", DocumentKind::from_code(&kind))?,
                application: row
                    .get::<_, Option<Id>>(4)?
                    .map(|id| ApplicationId::from_uuid(id.0)),
                added_on: london_date(row.get::<_, At>(5)?.0),
            };
            let dated = Dated {
                row: row.get(1)?,
                erase_on: day(row.get(6)?),
                history_on: None,
            };
            let theirs = people.entry(row.get(0)?).or_default();
            theirs.documents.push((facts, dated));
            Ok(())
        },
    )?;
    Ok(people)
}
