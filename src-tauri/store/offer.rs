//! Offers: their terms, who approved them, when they were made and what came of them. They go with their application's
//! history, and what they say is searched for then.

use chrono::{DateTime, NaiveDate, Utc};
use domain::access::{Action, ApproveOffer, Called, DecideApplication, ListCandidates, Permit};
use domain::id::{AccountId, ApplicationId, CandidateId, OfferId, VacancyId};
use domain::offer::{ApproverDecision, OfferAnswer, OfferTerms, Pay};
use domain::text::Line;
use rusqlite::{Row, named_params};
use serde_json as json;

use crate::candidate::called;
use crate::column::{At, Day, Id, day, decode, line, prose, revision};
use crate::error::StoreError;
use crate::read::{Records, alias_of, nameless, not_left_out};
use crate::write::Tx;

/// What an approver said of an offer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OfferDecision {
    /// What.
    pub decision: ApproverDecision,
    /// Who.
    pub by: AccountId,
    /// The day.
    pub on: NaiveDate,
}

/// An offer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OfferRecord {
    /// Its id.
    pub id: OfferId,
    /// Of which application.
    pub application: ApplicationId,
    /// What is offered.
    pub terms: OfferTerms,
    /// Who wrote the terms as they stand.
    pub written_by: AccountId,
    /// When.
    pub written_at: DateTime<Utc>,
    /// What the approver said of them.
    pub decision: Option<OfferDecision>,
    /// The day it was made.
    pub made_on: Option<NaiveDate>,
    /// What came of it, and the day of that.
    pub answer: Option<(OfferAnswer, NaiveDate)>,
    /// Goes up with every change.
    pub revision: u32,
}

/// An offer without an answer, with whose it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenOffer {
    /// The offer.
    pub offer: OfferRecord,
    /// Whose application it is of.
    pub candidate: CandidateId,
    /// What they are called here.
    pub called: Called,
    /// For which vacancy.
    pub vacancy: VacancyId,
    /// That vacancy's title.
    pub vacancy_title: Line,
}

const COLUMNS: &str = "
    offer.id, application.id AS application_id, offer.pay, offer.starts_on, offer.answer_by, offer.conditions,
    writer.id AS writer_id, offer.written_at, offer.decision, decider.id AS decider_id, offer.decided_on,
    offer.made_on, offer.answer, offer.answered_on, offer.revision";

const JOINED: &str = "
    JOIN offer ON offer.application = application.row
    JOIN account AS writer ON writer.row = offer.written_by
    LEFT JOIN account AS decider ON decider.row = offer.decided_by";

fn account(id: Id) -> AccountId {
    AccountId::from_uuid(id.0)
}

fn record(row: &Row<'_>) -> Result<OfferRecord, StoreError> {
    let pay: String = row.get("pay")?;
    let conditions: String = row.get("conditions")?;
    let decision: Option<String> = row.get("decision")?;
    let decided_by: Option<Id> = row.get("decider_id")?;
    let decided_on = day(row.get("decided_on")?);
    let answer: Option<String> = row.get("answer")?;
    let answered_on = day(row.get("answered_on")?);
    let decision = decision
        .map(|code| decode("offer.decision", ApproverDecision::from_code(&code)))
        .transpose()?;
    let answer = answer
        .map(|code| decode("offer.answer", OfferAnswer::from_code(&code)))
        .transpose()?;
    Ok(OfferRecord {
        id: OfferId::from_uuid(row.get::<_, Id>("id")?.0),
        application: ApplicationId::from_uuid(row.get::<_, Id>("application_id")?.0),
        terms: OfferTerms {
            pay: decode("offer.pay", json::from_str::<Pay>(&pay).ok())?,
            starts_on: day(row.get("starts_on")?),
            answer_by: day(row.get("answer_by")?),
            conditions: prose("offer.conditions", &conditions)?,
        },
        written_by: account(row.get("writer_id")?),
        written_at: row.get::<_, At>("written_at")?.0,
        decision: decision
            .zip(decided_by)
            .zip(decided_on)
            .map(|((decision, by), on)| OfferDecision {
                decision,
                by: account(by),
                on,
            }),
        made_on: day(row.get("made_on")?),
        answer: answer.zip(answered_on),
        revision: revision(row.get("revision")?),
    })
}

fn pay_text(pay: &Pay) -> Result<String, StoreError> {
    json::to_string(pay).map_err(|_error| StoreError::Unreadable {
        column: "offer.pay",
    })
}

impl Records<'_> {
    /// The offers of the permit's candidate, within its scope, the latest first. Whether their pay may be shown is asked
    /// with a permit on each application.
    ///
    /// # Errors
    /// [`StoreError::WrongSubject`] when the permit is for no candidate.
    pub fn offers<A: Action>(&self, permit: &Permit<A>) -> Result<Vec<OfferRecord>, StoreError> {
        let candidate = permit.candidate().ok_or(StoreError::WrongSubject)?;
        let seen = self.scope_rows(permit.scope())?.seen;
        let mut statement = self.connection().prepare_cached(&format!(
            "SELECT {COLUMNS}
             FROM application
             JOIN candidate ON candidate.row = application.candidate
             {JOINED}
             WHERE candidate.id = :candidate
               AND (:seen IS NULL OR application.vacancy IN (SELECT value FROM json_each(:seen)))
             ORDER BY offer.row DESC"
        ))?;
        let mut rows =
            statement.query(named_params! { ":candidate": Id(candidate.uuid()), ":seen": seen })?;
        let mut found = Vec::new();
        while let Some(row) = rows.next()? {
            found.push(record(row)?);
        }
        Ok(found)
    }

    /// The offers without an answer, of applications that run and lie within the permit's scope, the oldest first.
    ///
    /// # Errors
    /// [`StoreError`] when the read fails.
    pub fn open_offers(
        &self,
        permit: &Permit<ListCandidates>,
    ) -> Result<Vec<OpenOffer>, StoreError> {
        let scope = self.scope_rows(permit.scope())?;
        let mut statement = self.connection().prepare_cached(&format!(
            "SELECT {COLUMNS}, candidate.id AS candidate_id, candidate.title, candidate.given, candidate.family,
                    candidate.preferred_name, vacancy.id AS vacancy_id, vacancy.title AS vacancy_title,
                    {nameless} AS nameless, {alias} AS alias
             FROM application
             JOIN candidate ON candidate.row = application.candidate
             JOIN vacancy ON vacancy.row = application.vacancy
             {JOINED}
             WHERE offer.answer IS NULL AND application.outcome IS NULL
               AND (:seen IS NULL OR application.vacancy IN (SELECT value FROM json_each(:seen)))
               AND {not_left_out}
             ORDER BY offer.row",
            nameless = nameless("candidate.row", ":blind"),
            alias = alias_of("candidate.row", ":blind"),
            not_left_out = not_left_out("candidate.row", ":without"),
        ))?;
        let mut rows = statement.query(named_params! {
            ":seen": scope.seen,
            ":blind": scope.blind,
            ":without": scope.without,
        })?;
        let mut found = Vec::new();
        while let Some(row) = rows.next()? {
            let vacancy_title: String = row.get("vacancy_title")?;
            found.push(OpenOffer {
                offer: record(row)?,
                candidate: CandidateId::from_uuid(row.get::<_, Id>("candidate_id")?.0),
                called: called(row)?,
                vacancy: VacancyId::from_uuid(row.get::<_, Id>("vacancy_id")?.0),
                vacancy_title: line("vacancy.title", &vacancy_title)?,
            });
        }
        Ok(found)
    }
}

impl Tx<'_> {
    /// Writes an offer for an application of the permit's candidate.
    ///
    /// # Errors
    /// [`StoreError::Duplicate`] when another is open, [`StoreError::NotFound`] when the application is not theirs.
    pub fn insert_offer(
        &self,
        permit: &Permit<DecideApplication>,
        application: ApplicationId,
        terms: &OfferTerms,
    ) -> Result<OfferId, StoreError> {
        let id = OfferId::new(self.at());
        let candidate = self.offered_to(permit)?;
        let application = self.application_of(candidate, application)?;
        self.sql()
            .prepare_cached(
                "INSERT INTO offer (id, application, pay, starts_on, answer_by, conditions, written_by, written_at, revision)
                 VALUES (:id, :application, :pay, :starts_on, :answer_by, :conditions, :written_by, :written_at, 1)",
            )?
            .execute(named_params! {
                ":id": Id(id.uuid()),
                ":application": application,
                ":pay": pay_text(&terms.pay)?,
                ":starts_on": terms.starts_on.map(Day),
                ":answer_by": terms.answer_by.map(Day),
                ":conditions": terms.conditions.as_str(),
                ":written_by": self.actor_row()?,
                ":written_at": At(self.at()),
            })?;
        self.touch(candidate);
        Ok(id)
    }

    /// Puts an offer of the permit's candidate as it is to stand, if it is still at the revision that it names.
    ///
    /// # Errors
    /// [`StoreError::Stale`] when someone else changed it, [`StoreError::NotFound`] when it is gone.
    pub fn update_offer(
        &self,
        permit: &Permit<DecideApplication>,
        offer: &OfferRecord,
    ) -> Result<u32, StoreError> {
        let row = self.offer_at_revision(permit, offer.id, offer.revision)?;
        let decided_by = offer
            .decision
            .as_ref()
            .map(|decision| self.records().account_row(decision.by))
            .transpose()?;
        let next = offer.revision.saturating_add(1);
        self.sql()
            .prepare_cached(
                "UPDATE offer
                 SET pay = :pay, starts_on = :starts_on, answer_by = :answer_by, conditions = :conditions,
                     written_by = :written_by, written_at = :written_at, decision = :decision,
                     decided_by = :decided_by, decided_on = :decided_on, made_on = :made_on, answer = :answer,
                     answered_on = :answered_on, revision = :revision
                 WHERE row = :row",
            )?
            .execute(named_params! {
                ":pay": pay_text(&offer.terms.pay)?,
                ":starts_on": offer.terms.starts_on.map(Day),
                ":answer_by": offer.terms.answer_by.map(Day),
                ":conditions": offer.terms.conditions.as_str(),
                ":written_by": self.records().account_row(offer.written_by)?,
                ":written_at": At(offer.written_at),
                ":decision": offer.decision.as_ref().map(|decision| decision.decision.code()),
                ":decided_by": decided_by,
                ":decided_on": offer.decision.as_ref().map(|decision| Day(decision.on)),
                ":made_on": offer.made_on.map(Day),
                ":answer": offer.answer.map(|(answer, _)| answer.code()),
                ":answered_on": offer.answer.map(|(_, on)| Day(on)),
                ":revision": next,
                ":row": row,
            })?;
        Ok(next)
    }

    /// Records what an approver says of an offer of the permit's candidate.
    ///
    /// # Errors
    /// As [`Self::update_offer`].
    pub fn decide_offer(
        &self,
        permit: &Permit<ApproveOffer>,
        offer: OfferId,
        decision: ApproverDecision,
        expected: u32,
    ) -> Result<u32, StoreError> {
        let row = self.offer_at_revision(permit, offer, expected)?;
        let next = expected.saturating_add(1);
        self.sql()
            .prepare_cached(
                "UPDATE offer
                 SET decision = :decision, decided_by = :by, decided_on = :on, revision = :revision
                 WHERE row = :row",
            )?
            .execute(named_params! {
                ":decision": decision.code(),
                ":by": self.actor_row()?,
                ":on": Day(self.today()),
                ":revision": next,
                ":row": row,
            })?;
        Ok(next)
    }

    /// Takes back an offer that was just written.
    ///
    /// # Errors
    /// As [`Self::update_offer`].
    pub fn remove_offer(
        &self,
        permit: &Permit<DecideApplication>,
        offer: OfferId,
        expected: u32,
    ) -> Result<(), StoreError> {
        let row = self.offer_at_revision(permit, offer, expected)?;
        self.sql()
            .prepare_cached("DELETE FROM offer WHERE row = ?1")?
            .execute([row])?;
        self.touch(self.offered_to(permit)?);
        Ok(())
    }

    fn offered_to<A: Action>(&self, permit: &Permit<A>) -> Result<i64, StoreError> {
        self.records()
            .candidate_row(permit.candidate().ok_or(StoreError::WrongSubject)?)
    }

    fn offer_at_revision<A: Action>(
        &self,
        permit: &Permit<A>,
        offer: OfferId,
        expected: u32,
    ) -> Result<i64, StoreError> {
        let candidate = permit.candidate().ok_or(StoreError::WrongSubject)?;
        let vacancy = permit.vacancy().ok_or(StoreError::WrongSubject)?;
        let (row, found): (i64, i64) = self
            .sql()
            .prepare_cached(
                "SELECT offer.row, offer.revision
                 FROM offer
                 JOIN application ON application.row = offer.application
                 JOIN candidate ON candidate.row = application.candidate
                 JOIN vacancy ON vacancy.row = application.vacancy
                 WHERE offer.id = :offer AND candidate.id = :candidate AND vacancy.id = :vacancy",
            )?
            .query_row(
                named_params! {
                    ":offer": Id(offer.uuid()),
                    ":candidate": Id(candidate.uuid()),
                    ":vacancy": Id(vacancy.uuid()),
                },
                |row| Ok((row.get(0)?, row.get(1)?)),
            )?;
        let found = revision(found);
        if found == expected {
            Ok(row)
        } else {
            Err(StoreError::Stale { revision: found })
        }
    }
}
