//! Who is told that what they were given was erased, corrected or restricted (RULEBOOK ERA-06, DSR-16; UK GDPR Art 19): worked
//! out from the disclosures, in the transaction that does it and before what is erased goes, and kept without anything of anybody.
//!
//! A replay makes the list anew. A database that still holds somebody is older than the transaction that took them, and
//! so than its list: none is there twice, and none is lost that the database could know. Its days count from the first
//! erasure, and it says that its recipients may have been told before.

use chrono::{DateTime, NaiveDate, Utc};
use domain::access::{Erase, Permit, Reach, ReadJournal, RecordDisclosure};
use domain::candidate::PersonName;
use domain::disclosure::{
    DisclosureDetails, Given, GivenOf, Gone, NOTICE_DAYS, RecipientCategory, ToTell, ToldOf,
    keep_told_until, to_tell,
};
use domain::id::{CandidateId, ErasureId, RecipientNoticeId, RightsRequestId};
use domain::retention::Part;
use domain::text::Line;
use rusqlite::{OptionalExtension, named_params};
use serde_json as json;

use super::what::Batch;
use super::{Goes, ToErase};
use crate::candidate::person_name;
use crate::column::{Day, Id, count, day, decode, json_rows, line, optional_line, revision};
use crate::disclosure::details;
use crate::error::StoreError;
use crate::journal::{Detail, Entry};
use crate::read::Records;
use crate::write::{Store, Tx};

/// A recipient who is told of something, or was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RecipientNotice {
    /// Its id.
    pub id: RecipientNoticeId,
    /// What was done to what they were given.
    pub because: ToldOf,
    /// By which erasure, where it was erased.
    pub erasure: Option<ErasureId>,
    /// By which request and how that is called, where it was corrected or restricted and the request is here.
    pub request: Option<(RightsRequestId, u32)>,
    /// Who is told of how much, by when.
    pub to_tell: ToTell,
    /// Whether it may have been told before: a backup brought back those who were erased.
    pub again: bool,
    /// The day it was told, and the name of who noted it; `None` where it was not.
    pub told: Option<(NaiveDate, Line)>,
}

/// What was given of somebody who is about to be erased, for the notice to its recipient.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Disclosed {
    /// Of whom.
    pub candidate: CandidateId,
    /// Their name.
    pub name: PersonName,
    /// The title of the vacancy whose application alone goes; `None` where they go whole.
    pub vacancy_title: Option<Line>,
    /// What was given, to whom.
    pub details: DisclosureDetails,
}

/// Which notices are read.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Of {
    Everything,
    Erasure(i64),
    Request(i64),
}

/// Everything that was given of some people, and of some applications, and the day each was erased first where a
/// restored backup brought it back. Whoever goes whole goes once, with their applications.
const GIVEN: &str = "
    SELECT disclosure.category, disclosure.recipient, disclosure.purpose, disclosure.classes,
           disclosure.disclosed_on, disclosure.candidate, NULL AS application, erasure_ledger.erased_on
    FROM disclosure
    JOIN candidate ON candidate.row = disclosure.candidate
    LEFT JOIN erasure_ledger ON erasure_ledger.record = candidate.id AND erasure_ledger.part = 'person'
    WHERE disclosure.candidate IN (SELECT value FROM json_each(:people))
    UNION ALL
    SELECT disclosure.category, disclosure.recipient, disclosure.purpose, disclosure.classes,
           disclosure.disclosed_on, disclosure.candidate, disclosure.application, erasure_ledger.erased_on
    FROM disclosure
    JOIN application ON application.row = disclosure.application
    LEFT JOIN erasure_ledger ON erasure_ledger.record = application.id AND erasure_ledger.part = 'application'
    WHERE disclosure.application IN (SELECT value FROM json_each(:applications))
      AND disclosure.candidate NOT IN (SELECT value FROM json_each(:people))";

impl Records<'_> {
    pub(crate) fn given_of(
        &self,
        people: &[i64],
        applications: &[i64],
        today: NaiveDate,
    ) -> Result<(Vec<GivenOf>, bool), StoreError> {
        let mut statement = self.connection().prepare_cached(GIVEN)?;
        let mut rows = statement.query(named_params! {
            ":people": json_rows(people.iter().copied()),
            ":applications": json_rows(applications.iter().copied()),
        })?;
        let (mut found, mut again) = (Vec::new(), false);
        while let Some(row) = rows.next()? {
            let before = day(row.get("erased_on")?);
            again |= before.is_some();
            found.push(GivenOf {
                gone: match row.get::<_, Option<i64>>("application")? {
                    Some(application) => Gone::Application(application),
                    None => Gone::Person(row.get("candidate")?),
                },
                erased_on: before.unwrap_or(today),
                details: details(row)?,
            });
        }
        Ok((found, again))
    }

    /// The private rows of what an erasure would take that anything can have been given of.
    fn rows_to_go(&self, goes: &[ToErase]) -> Result<(Vec<i64>, Vec<i64>), StoreError> {
        let (mut people, mut applications) = (Vec::new(), Vec::new());
        for each in goes {
            let (sql, id, found) = match each.goes {
                Goes::Person => (
                    "SELECT row FROM candidate WHERE id = ?1",
                    each.candidate.uuid(),
                    &mut people,
                ),
                Goes::Part(Part::Application(id)) => (
                    "SELECT row FROM application WHERE id = ?1",
                    id.uuid(),
                    &mut applications,
                ),
                Goes::Part(Part::History(_) | Part::Sealed(_) | Part::Document(_)) => continue,
            };
            let row: Option<i64> = self
                .connection()
                .prepare_cached(sql)?
                .query_row([Id(id)], |row| row.get(0))
                .optional()?;
            found.extend(row);
        }
        Ok((people, applications))
    }

    /// Who is told, and by when, if these are erased today.
    ///
    /// # Errors
    /// [`StoreError::WrongSubject`] when the permit does not reach everything.
    pub fn recipients_of(
        &self,
        permit: &Permit<Erase>,
        goes: &[ToErase],
        today: NaiveDate,
    ) -> Result<Vec<ToTell>, StoreError> {
        if *permit.scope().reach() != Reach::Everything {
            return Err(StoreError::WrongSubject);
        }
        let (people, applications) = self.rows_to_go(goes)?;
        let (given, _) = self.given_of(&people, &applications, today)?;
        Ok(to_tell(&given, NOTICE_DAYS))
    }

    /// What was given of those who would go, by name, for the notices to the recipients: by name and day.
    ///
    /// # Errors
    /// [`StoreError::WrongSubject`] when the permit does not reach everything.
    pub fn disclosed_of_those_who_go(
        &self,
        permit: &Permit<Erase>,
        goes: &[ToErase],
    ) -> Result<Vec<Disclosed>, StoreError> {
        if *permit.scope().reach() != Reach::Everything {
            return Err(StoreError::WrongSubject);
        }
        let (people, applications) = self.rows_to_go(goes)?;
        self.disclosed(&people, &applications)
    }

    pub(crate) fn disclosed(
        &self,
        people: &[i64],
        applications: &[i64],
    ) -> Result<Vec<Disclosed>, StoreError> {
        let mut statement = self.connection().prepare_cached(&format!(
            "SELECT given.category, given.recipient, given.purpose, given.classes, given.disclosed_on,
                    candidate.id, candidate.title, candidate.given, candidate.family, candidate.preferred_name,
                    vacancy.title AS vacancy_title
             FROM ({GIVEN}) AS given
             JOIN candidate ON candidate.row = given.candidate
             LEFT JOIN application ON application.row = given.application
             LEFT JOIN vacancy ON vacancy.row = application.vacancy
             ORDER BY candidate.sort_name, candidate.row, given.disclosed_on"
        ))?;
        let mut rows = statement.query(named_params! {
            ":people": json_rows(people.iter().copied()),
            ":applications": json_rows(applications.iter().copied()),
        })?;
        let mut found = Vec::new();
        while let Some(row) = rows.next()? {
            found.push(Disclosed {
                candidate: CandidateId::from_uuid(row.get::<_, Id>("id")?.0),
                name: person_name(row)?,
                vacancy_title: optional_line("vacancy.title", row.get("vacancy_title")?)?,
                details: details(row)?,
            });
        }
        Ok(found)
    }

    /// Recipients who are told of erasures, corrections and restrictions: those who were not yet, the soonest first, then those who were, the latest
    /// first.
    ///
    /// # Errors
    /// [`StoreError`] when the read fails.
    pub fn recipient_notices(
        &self,
        _permit: &Permit<ReadJournal>,
    ) -> Result<Vec<RecipientNotice>, StoreError> {
        self.notices(Of::Everything)
    }

    pub(crate) fn notices(&self, of: Of) -> Result<Vec<RecipientNotice>, StoreError> {
        let mut statement = self.connection().prepare_cached(
            "SELECT recipient_notice.id, recipient_notice.because, erasure.id AS erasure_id,
                    rights_request.id AS request_id, rights_request.number, recipient_notice.category,
                    recipient_notice.recipient, recipient_notice.people, recipient_notice.applications,
                    recipient_notice.given, recipient_notice.again, recipient_notice.tell_by,
                    recipient_notice.told_on, account.name AS teller
             FROM recipient_notice
             LEFT JOIN erasure ON erasure.row = recipient_notice.erasure
             LEFT JOIN rights_request ON rights_request.row = recipient_notice.request
             LEFT JOIN account ON account.row = recipient_notice.told_by
             WHERE (:erasure IS NULL OR recipient_notice.erasure = :erasure)
               AND (:request IS NULL OR recipient_notice.request = :request)
             ORDER BY recipient_notice.told_on IS NOT NULL, recipient_notice.told_on DESC,
                      recipient_notice.tell_by, recipient_notice.row",
        )?;
        let (erasure, request) = match of {
            Of::Everything => (None, None),
            Of::Erasure(erasure) => (Some(erasure), None),
            Of::Request(request) => (None, Some(request)),
        };
        let mut rows =
            statement.query(named_params! { ":erasure": erasure, ":request": request })?;
        let mut found = Vec::new();
        while let Some(row) = rows.next()? {
            let category: String = row.get("category")?;
            let recipient: String = row.get("recipient")?;
            let given: String = row.get("given")?;
            let teller = optional_line("account.name", row.get("teller")?)?;
            let because: String = row.get("because")?;
            let request: Option<Id> = row.get("request_id")?;
            let number: Option<i64> = row.get("number")?;
            found.push(RecipientNotice {
                id: RecipientNoticeId::from_uuid(row.get::<_, Id>("id")?.0),
                because: decode("recipient_notice.because", ToldOf::from_code(&because))?,
                erasure: row
                    .get::<_, Option<Id>>("erasure_id")?
                    .map(|id| ErasureId::from_uuid(id.0)),
                request: request
                    .map(|id| RightsRequestId::from_uuid(id.0))
                    .zip(number.map(revision)),
                to_tell: ToTell {
                    category: decode(
                        "recipient_notice.category",
                        RecipientCategory::from_code(&category),
                    )?,
                    recipient: line("recipient_notice.recipient", &recipient)?,
                    people: count(row.get("people")?),
                    applications: count(row.get("applications")?),
                    given: decode(
                        "recipient_notice.given",
                        json::from_str::<Vec<Given>>(&given).ok(),
                    )?,
                    by: row.get::<_, Day>("tell_by")?.0,
                },
                again: row.get("again")?,
                told: day(row.get("told_on")?).zip(teller),
            });
        }
        Ok(found)
    }
}

impl Tx<'_> {
    /// Writes down who is told of what a batch takes; how many that is. Before anything of it goes, and before its ids
    /// are entered in the ledger anew.
    pub(super) fn list_recipients(&self, erasure: i64, batch: &Batch) -> Result<u64, StoreError> {
        let (given, again) =
            self.records()
                .given_of(&batch.people, &batch.applications, self.today())?;
        let mut known = self.records().notices(Of::Erasure(erasure))?;
        let told = to_tell(&given, NOTICE_DAYS);
        for each in &told {
            let listed = known
                .iter_mut()
                .find(|notice| notice.to_tell.is(each.category, &each.recipient));
            if let Some(notice) = listed {
                notice.to_tell.add(each);
                notice.again |= again;
                self.change_notice(notice)?;
            } else {
                self.insert_notice(ToldOf::Erasure, (Some(erasure), None), each, again)?;
            }
        }
        Ok(super::size(told.len()))
    }

    pub(crate) fn insert_notice(
        &self,
        because: ToldOf,
        (erasure, request): (Option<i64>, Option<i64>),
        wanted: &ToTell,
        again: bool,
    ) -> Result<(), StoreError> {
        self.sql()
            .prepare_cached(
                "INSERT INTO recipient_notice (id, because, erasure, request, category, recipient, people, applications,
                                               given, again, tell_by)
                 VALUES (:id, :because, :erasure, :request, :category, :recipient, :people, :applications, :given, :again, :tell_by)",
            )?
            .execute(named_params! {
                ":id": Id(RecipientNoticeId::new(self.at()).uuid()),
                ":because": because.code(),
                ":erasure": erasure,
                ":request": request,
                ":category": wanted.category.code(),
                ":recipient": wanted.recipient.as_str(),
                ":people": column(wanted.people),
                ":applications": column(wanted.applications),
                ":given": given_text(&wanted.given)?,
                ":again": again,
                ":tell_by": Day(wanted.by),
            })?;
        Ok(())
    }

    fn change_notice(&self, notice: &RecipientNotice) -> Result<(), StoreError> {
        self.sql()
            .prepare_cached(
                "UPDATE recipient_notice
                 SET people = :people, applications = :applications, given = :given, again = :again,
                     tell_by = :tell_by
                 WHERE id = :id",
            )?
            .execute(named_params! {
                ":id": Id(notice.id.uuid()),
                ":people": column(notice.to_tell.people),
                ":applications": column(notice.to_tell.applications),
                ":given": given_text(&notice.to_tell.given)?,
                ":again": notice.again,
                ":tell_by": Day(notice.to_tell.by),
            })?;
        Ok(())
    }

    /// Notes that a recipient was told on a day, or, with `None`, that it was not.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when there is no such notice, or it stands so already.
    pub fn tell_recipient(
        &self,
        permit: &Permit<RecordDisclosure>,
        notice: RecipientNoticeId,
        on: Option<NaiveDate>,
    ) -> Result<(), StoreError> {
        if *permit.scope().reach() != Reach::Everything {
            return Err(StoreError::WrongSubject);
        }
        let by = on.is_some().then(|| self.actor_row()).transpose()?;
        let noted = self
            .sql()
            .prepare_cached(
                "UPDATE recipient_notice
                 SET told_on = :on, told_by = :by
                 WHERE id = :id AND (told_on IS NULL) = (:on IS NOT NULL)",
            )?
            .execute(named_params! {
                ":on": on.map(Day),
                ":by": by,
                ":id": Id(notice.uuid()),
            })?;
        if noted == 1 {
            Ok(())
        } else {
            Err(StoreError::NotFound)
        }
    }
}

impl Store {
    /// Lets go of the lines of recipients who were told six years ago. Those who were not stay until they are.
    pub(super) fn forget_told(
        &mut self,
        today: NaiveDate,
        at: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        let over: Vec<RecipientNoticeId> = self.read(|records| {
            let notices = records.notices(Of::Everything)?;
            let over = notices.into_iter().filter(|notice| {
                let told = notice.told.as_ref();
                told.is_some_and(|(on, _)| keep_told_until(*on) <= today)
            });
            Ok::<_, StoreError>(over.map(|notice| notice.id).collect())
        })?;
        if over.is_empty() {
            return Ok(());
        }
        let account = self.account;
        self.transact(Some(account), at, |tx| {
            for id in &over {
                tx.sql()
                    .prepare_cached("DELETE FROM recipient_notice WHERE id = ?1")?
                    .execute([Id(id.uuid())])?;
            }
            let entry = Entry::new("forget-recipients")
                .with("recipients", Detail::Number(super::size(over.len())));
            Ok::<_, StoreError>(((), entry))
        })
    }
}

fn column(number: u64) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

fn given_text(given: &[Given]) -> Result<String, StoreError> {
    json::to_string(given).map_err(|_error| StoreError::Unreadable {
        column: "recipient_notice.given",
    })
}
