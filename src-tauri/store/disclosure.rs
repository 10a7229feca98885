//! Disclosures: what of a candidate was given to whom outside, and what it rests on. They go with the candidate, or with the application they
//! name; who is to be told stays in [`crate::RecipientNotice`].

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use domain::access::{Action, Permit, RecordDisclosure, Sight};
use domain::disclosure::{DisclosureDetails, RecipientCategory};
use domain::id::{ApplicationId, DisclosureId, RegisterItemId};
use domain::retention::DataClass;
use domain::sharing::{LawfulBasis, LegalGround, Mechanism, Purpose};
use domain::text::Line;
use rusqlite::{Row, named_params};
use serde_json as json;

use crate::column::{At, Day, Id, decode, line, optional_line};
use crate::error::StoreError;
use crate::read::Records;
use crate::write::Tx;

/// A disclosure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DisclosureRecord {
    /// Its id.
    pub id: DisclosureId,
    /// The application it was of; `None` where it was of the record as a whole.
    pub application: Option<ApplicationId>,
    /// What was given, to whom.
    pub details: DisclosureDetails,
    /// What it rests on; `None` where it was recorded before there was a register.
    pub grounds: Option<DisclosureGrounds>,
    /// The name of whoever recorded it.
    pub recorded_by_name: Line,
    /// When.
    pub recorded_at: DateTime<Utc>,
}

/// What a disclosure rests on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DisclosureGrounds {
    /// The recipient of the register.
    pub given_to: RegisterItemId,
    /// The lawful basis.
    pub basis: LawfulBasis,
    /// The version of the purpose that was in use.
    pub purpose_version: u32,
    /// The agreement in force; `None` where the recipient answers for itself.
    pub agreement: Option<Line>,
    /// The mechanism; `None` where the country needs none.
    pub mechanism: Option<Mechanism>,
    /// Why an MP's office or a department was concerned; `None` for another recipient.
    pub relevance: Option<Line>,
    /// Why more than the least was given; `None` where it was not more.
    pub reason: Option<Line>,
    /// On what an authority was given it; `None` for another recipient.
    pub legal: Option<LegalGround>,
}

/// A disclosure that is about to be recorded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewDisclosure {
    /// What is given, to whom.
    pub details: DisclosureDetails,
    /// The application it is of; `None` for the record as a whole.
    pub application: Option<ApplicationId>,
    /// What it rests on.
    pub grounds: DisclosureGrounds,
}

fn grounds(row: &Row<'_>) -> Result<Option<DisclosureGrounds>, StoreError> {
    let given_to: Option<Id> = row.get("given_to")?;
    let (basis, version): (Option<String>, Option<u32>) =
        (row.get("basis")?, row.get("purpose_version")?);
    let (Some(given_to), Some(basis), Some(purpose_version)) = (given_to, basis, version) else {
        return Ok(None);
    };
    let said = |column: &'static str, name: &str| optional_line(column, row.get(name)?);
    let mechanism: Option<String> = row.get("mechanism")?;
    let legal = LegalGround {
        authority: said("disclosure.authority", "authority")?,
        power: said("disclosure.power", "power")?,
        asked: said("disclosure.asked", "asked")?,
        least: said("disclosure.least", "least")?,
        decided_by: said("disclosure.decided_by", "decided_by")?,
        told: said("disclosure.told", "told")?,
    };
    Ok(Some(DisclosureGrounds {
        given_to: RegisterItemId::from_uuid(given_to.0),
        basis: decode("disclosure.basis", LawfulBasis::from_code(&basis))?,
        purpose_version,
        agreement: said("disclosure.agreement", "agreement")?,
        mechanism: mechanism
            .map(|code| decode("disclosure.mechanism", Mechanism::from_code(&code)))
            .transpose()?,
        relevance: said("disclosure.relevance", "relevance")?,
        reason: said("disclosure.reason", "reason")?,
        legal: legal.authority.is_some().then_some(legal),
    }))
}

/// What a row says was given to whom.
pub(crate) fn details(row: &Row<'_>) -> Result<DisclosureDetails, StoreError> {
    let category: String = row.get("category")?;
    let recipient: String = row.get("recipient")?;
    let purpose: String = row.get("purpose")?;
    let classes: String = row.get("classes")?;
    let classes: Option<BTreeSet<DataClass>> = json::from_str::<Vec<String>>(&classes)
        .ok()
        .and_then(|codes| {
            codes
                .iter()
                .map(|code| DataClass::from_code(code))
                .collect()
        });
    Ok(DisclosureDetails {
        category: decode(
            "disclosure.category",
            RecipientCategory::from_code(&category),
        )?,
        recipient: line("disclosure.recipient", &recipient)?,
        purpose: decode("disclosure.purpose", Purpose::from_code(&purpose))?,
        classes: decode("disclosure.classes", classes)?,
        on: row.get::<_, Day>("disclosed_on")?.0,
    })
}

impl Records<'_> {
    /// The disclosures of the permit's candidate, the latest first, but for those that name an application for a vacancy
    /// outside its scope; none without full sight.
    ///
    /// # Errors
    /// [`StoreError::WrongSubject`] when the permit is for no candidate.
    pub fn disclosures<A: Action>(
        &self,
        permit: &Permit<A>,
    ) -> Result<Vec<DisclosureRecord>, StoreError> {
        let candidate = permit.candidate().ok_or(StoreError::WrongSubject)?;
        match permit.sight() {
            Sight::Blind | Sight::NameOnly => return Ok(Vec::new()),
            Sight::Full => {}
        }
        let seen = self.scope_rows(permit.scope())?.seen;
        let mut statement = self.connection().prepare_cached(
            "SELECT disclosure.id, disclosure.category, disclosure.recipient, disclosure.purpose, disclosure.classes,
                    disclosure.disclosed_on, disclosure.recorded_at, account.name, application.id AS application,
                    register_item.id AS given_to, disclosure.basis, disclosure.purpose_version, disclosure.agreement,
                    disclosure.mechanism, disclosure.relevance, disclosure.reason, disclosure.authority,
                    disclosure.power, disclosure.asked, disclosure.least, disclosure.decided_by, disclosure.told
             FROM candidate
             JOIN disclosure ON disclosure.candidate = candidate.row
             JOIN account ON account.row = disclosure.recorded_by
             LEFT JOIN application ON application.row = disclosure.application
             LEFT JOIN register_item ON register_item.row = disclosure.given_to
             WHERE candidate.id = :candidate
               AND (
                   :seen IS NULL OR application.row IS NULL
                   OR application.vacancy IN (SELECT value FROM json_each(:seen))
               )
             ORDER BY disclosure.disclosed_on DESC, disclosure.row DESC",
        )?;
        let mut rows =
            statement.query(named_params! { ":candidate": Id(candidate.uuid()), ":seen": seen })?;
        let mut found = Vec::new();
        while let Some(row) = rows.next()? {
            let name: String = row.get("name")?;
            found.push(DisclosureRecord {
                id: DisclosureId::from_uuid(row.get::<_, Id>("id")?.0),
                application: row
                    .get::<_, Option<Id>>("application")?
                    .map(|id| ApplicationId::from_uuid(id.0)),
                details: details(row)?,
                grounds: grounds(row)?,
                recorded_by_name: line("account.name", &name)?,
                recorded_at: row.get::<_, At>("recorded_at")?.0,
            });
        }
        Ok(found)
    }
}

impl Tx<'_> {
    /// Records that something of the permit's candidate was given to somebody outside.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when the candidate, an application of theirs or the recipient is gone.
    pub fn insert_disclosure(
        &self,
        permit: &Permit<RecordDisclosure>,
        new: &NewDisclosure,
    ) -> Result<DisclosureId, StoreError> {
        let id = DisclosureId::new(self.at());
        let candidate = self.disclosed_of(permit)?;
        let application = new
            .application
            .map(|application| self.application_of(candidate, application))
            .transpose()?;
        let NewDisclosure {
            details, grounds, ..
        } = new;
        let classes: Vec<&str> = details.classes.iter().map(|class| class.code()).collect();
        let classes = json::to_string(&classes).map_err(|_error| StoreError::Unreadable {
            column: "disclosure.classes",
        })?;
        let legal = grounds.legal.as_ref();
        let said = |of: fn(&LegalGround) -> &Option<Line>| {
            legal.and_then(|ground| of(ground).as_ref().map(Line::as_str))
        };
        self.sql()
            .prepare_cached(
                "INSERT INTO disclosure (id, candidate, application, category, recipient, purpose, classes,
                                         disclosed_on, recorded_by, recorded_at, given_to, basis, purpose_version,
                                         agreement, mechanism, relevance, reason, authority, power, asked, least,
                                         decided_by, told)
                 VALUES (:id, :candidate, :application, :category, :recipient, :purpose, :classes, :disclosed_on,
                         :recorded_by, :recorded_at, :given_to, :basis, :purpose_version, :agreement, :mechanism,
                         :relevance, :reason, :authority, :power, :asked, :least, :decided_by, :told)",
            )?
            .execute(named_params! {
                ":id": Id(id.uuid()),
                ":candidate": candidate,
                ":application": application,
                ":category": details.category.code(),
                ":recipient": details.recipient.as_str(),
                ":purpose": details.purpose.code(),
                ":classes": classes,
                ":disclosed_on": Day(details.on),
                ":recorded_by": self.actor_row()?,
                ":recorded_at": At(self.at()),
                ":given_to": self.records().register_row(grounds.given_to)?,
                ":basis": grounds.basis.code(),
                ":purpose_version": grounds.purpose_version,
                ":agreement": grounds.agreement.as_ref().map(Line::as_str),
                ":mechanism": grounds.mechanism.map(Mechanism::code),
                ":relevance": grounds.relevance.as_ref().map(Line::as_str),
                ":reason": grounds.reason.as_ref().map(Line::as_str),
                ":authority": said(|ground| &ground.authority),
                ":power": said(|ground| &ground.power),
                ":asked": said(|ground| &ground.asked),
                ":least": said(|ground| &ground.least),
                ":decided_by": said(|ground| &ground.decided_by),
                ":told": said(|ground| &ground.told),
            })?;
        Ok(id)
    }

    /// Takes a disclosure of the permit's candidate back that was recorded by mistake: nobody is told of it.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when it is not theirs.
    pub fn remove_disclosure(
        &self,
        permit: &Permit<RecordDisclosure>,
        disclosure: DisclosureId,
    ) -> Result<(), StoreError> {
        let candidate = self.disclosed_of(permit)?;
        let removed = self
            .sql()
            .prepare_cached("DELETE FROM disclosure WHERE id = :id AND candidate = :candidate")?
            .execute(named_params! { ":id": Id(disclosure.uuid()), ":candidate": candidate })?;
        if removed == 1 {
            Ok(())
        } else {
            Err(StoreError::NotFound)
        }
    }

    fn disclosed_of(&self, permit: &Permit<RecordDisclosure>) -> Result<i64, StoreError> {
        self.records()
            .candidate_row(permit.candidate().ok_or(StoreError::WrongSubject)?)
    }
}
