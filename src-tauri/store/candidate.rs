//! Candidates: the person's own details, how they are reached and found.

use chrono::{DateTime, NaiveDate, Utc};
use domain::access::{Action, Alias, Called, Permit, Sight};
use domain::candidate::{CandidateDetails, ContactDetails, PersonName, PreferredContact};
use domain::id::{CandidateId, ImportId};
use domain::source::{Source, SourceCategory};
use domain::text::{Email, Phone, fold};
use rusqlite::{Row, named_params};

use crate::column::{At, Day, Id, day, decode, line, lines, optional_line, revision};
use crate::error::StoreError;
use crate::read::{Records, alias_of, nameless};

mod change;
mod duplicate;
mod list;
mod named;
mod page;
mod query;
mod remove;

pub use duplicate::{DuplicateKeys, Match, MatchBy};
pub use list::{
    CandidateFilter, CandidateList, CandidateSort, Direction, OutcomeFilter, RetentionFilter,
    SortBy,
};
pub(crate) use list::{LACKS_NOTICE, live_entry};
pub use page::{CandidateRow, LatestApplication};
pub(crate) use remove::BULK_SHARE;

/// A candidate as a permit shows them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CandidateRecord {
    /// Their id.
    pub id: CandidateId,
    /// Their name, or their alias where the permit shows no name.
    pub called: Called,
    /// The category of their source; `None` where it may not be seen, since it can tell of age.
    pub source: Option<SourceCategory>,
    /// When the record was added.
    pub added_at: DateTime<Utc>,
    /// Goes up with every change of the details.
    pub revision: u32,
    /// What only full sight shows.
    pub full: Option<FullCandidate>,
}

/// What full sight adds to a candidate.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FullCandidate {
    /// How to reach them.
    pub contact: ContactDetails,
    /// Where the details came from.
    pub source: Source,
    /// The day the details came in.
    pub received_on: NaiveDate,
    /// The day the privacy notice was given, where that is recorded.
    pub notice_given_on: Option<NaiveDate>,
    /// The import that brought them.
    pub import: Option<ImportId>,
    /// The day the record goes, blocks aside; `None` while an application runs.
    pub erase_on: Option<NaiveDate>,
}

impl CandidateRecord {
    /// The details as they were put in, under full sight.
    pub fn details(&self) -> Option<CandidateDetails> {
        let (name, full) = self.called.name().zip(self.full.as_ref())?;
        Some(CandidateDetails {
            name: name.clone(),
            contact: full.contact.clone(),
            source: full.source.clone(),
            received_on: full.received_on,
        })
    }
}

/// The words a name is found by.
fn searched_name(name: &PersonName) -> String {
    let mut text = fold(name.family.as_str());
    for part in [&name.given, &name.preferred].into_iter().flatten() {
        text.push(' ');
        text.push_str(&fold(part.as_str()));
    }
    text
}

/// The words contact details are found by: addresses, numbers as given and by their key, the postcode.
fn searched_contact(contact: &ContactDetails) -> String {
    let mut words: Vec<String> = contact.emails.iter().map(Email::key).collect();
    for phone in &contact.phones {
        words.push(fold(phone.as_str()));
        words.push(phone.key());
    }
    words.extend(
        contact
            .postcode
            .iter()
            .map(|postcode| fold(postcode.as_str())),
    );
    words.join(" ")
}

/// What a list sorts a name by: family name, then given names.
fn sort_name(name: &PersonName) -> String {
    let mut text = fold(name.family.as_str());
    if let Some(given) = &name.given {
        text.push_str(", ");
        text.push_str(&fold(given.as_str()));
    }
    text
}

const fn preferred_code(preferred: PreferredContact) -> &'static str {
    match preferred {
        PreferredContact::Email => "email",
        PreferredContact::Phone => "phone",
        PreferredContact::Post => "post",
    }
}

fn preferred_from_code(code: &str) -> Option<PreferredContact> {
    [
        PreferredContact::Email,
        PreferredContact::Phone,
        PreferredContact::Post,
    ]
    .into_iter()
    .find(|preferred| preferred_code(*preferred) == code)
}

pub(crate) fn person_name(row: &Row<'_>) -> Result<PersonName, StoreError> {
    let family: String = row.get("family")?;
    Ok(PersonName {
        title: optional_line("candidate.title", row.get("title")?)?,
        given: optional_line("candidate.given", row.get("given")?)?,
        family: line("candidate.family", &family)?,
        preferred: optional_line("candidate.preferred_name", row.get("preferred_name")?)?,
    })
}

/// The name of a row, or, where it says that the person is nameless, the alias.
pub(crate) fn called(row: &Row<'_>) -> Result<Called, StoreError> {
    if row.get("nameless")? {
        let alias: Option<String> = row.get("alias")?;
        let alias = alias.and_then(|code| Alias::parse(&code));
        Ok(Called::Alias(decode("application_alias.alias", alias)?))
    } else {
        Ok(Called::Name(person_name(row)?))
    }
}

impl Records<'_> {
    /// The permit's candidate, as far as the permit shows them.
    ///
    /// # Errors
    /// [`StoreError::WrongSubject`] when the permit is for no candidate, [`StoreError::NotFound`] when they are gone.
    pub fn candidate<A: Action>(&self, permit: &Permit<A>) -> Result<CandidateRecord, StoreError> {
        let id = permit.candidate().ok_or(StoreError::WrongSubject)?;
        let blind = self.scope_rows(permit.scope())?.blind;
        let mut statement = self.connection().prepare_cached(&format!(
            "SELECT candidate.row, candidate.title, candidate.given, candidate.family, candidate.preferred_name,
                    {nameless} AS nameless, {alias} AS alias, candidate.address, candidate.postcode, candidate.preferred_contact, candidate.source,
                    candidate.source_detail, candidate.received_on, candidate.notice_given_on, candidate.added_at,
                    candidate.revision, candidate.erase_on, import.id AS import_id
             FROM candidate
             LEFT JOIN import ON import.row = candidate.import
             WHERE candidate.id = :id",
            nameless = nameless("candidate.row", ":blind"),
            alias = alias_of("candidate.row", ":blind"),
        ))?;
        let mut rows = statement.query(named_params! { ":id": Id(id.uuid()), ":blind": blind })?;
        let row = rows.next()?.ok_or(StoreError::NotFound)?;
        let source: String = row.get("source")?;
        let source = decode("candidate.source", SourceCategory::from_code(&source))?;
        let called = called(row)?;
        let sight = match called {
            Called::Name(_) => permit.sight(),
            Called::Alias(_) => Sight::Blind,
        };
        let full = match sight {
            Sight::Blind | Sight::NameOnly => None,
            Sight::Full => Some(self.full_candidate(row, source)?),
        };
        Ok(CandidateRecord {
            id,
            called,
            source: (sight > Sight::Blind).then_some(source),
            added_at: row.get::<_, At>("added_at")?.0,
            revision: revision(row.get("revision")?),
            full,
        })
    }

    fn full_candidate(
        &self,
        row: &Row<'_>,
        category: SourceCategory,
    ) -> Result<FullCandidate, StoreError> {
        let candidate: i64 = row.get("row")?;
        let address: String = row.get("address")?;
        let preferred: Option<String> = row.get("preferred_contact")?;
        Ok(FullCandidate {
            contact: ContactDetails {
                emails: self.emails(candidate)?,
                phones: self.phones(candidate)?,
                address: lines("candidate.address", &address)?,
                postcode: optional_line("candidate.postcode", row.get("postcode")?)?,
                preferred: preferred
                    .map(|code| decode("candidate.preferred_contact", preferred_from_code(&code)))
                    .transpose()?,
            },
            source: Source {
                category,
                detail: optional_line("candidate.source_detail", row.get("source_detail")?)?,
            },
            received_on: row.get::<_, Day>("received_on")?.0,
            notice_given_on: day(row.get("notice_given_on")?),
            import: row
                .get::<_, Option<Id>>("import_id")?
                .map(|id| ImportId::from_uuid(id.0)),
            erase_on: day(row.get("erase_on")?),
        })
    }

    fn emails(&self, candidate: i64) -> Result<Vec<Email>, StoreError> {
        let mut statement = self.connection().prepare_cached(
            "SELECT address
             FROM candidate_email
             WHERE candidate = ?1
             ORDER BY position",
        )?;
        let mut rows = statement.query([candidate])?;
        let mut emails = Vec::new();
        while let Some(row) = rows.next()? {
            emails.push(decode(
                "candidate_email.address",
                Email::parse(row.get_ref(0)?.as_str().unwrap_or_default()).ok(),
            )?);
        }
        Ok(emails)
    }

    fn phones(&self, candidate: i64) -> Result<Vec<Phone>, StoreError> {
        let mut statement = self.connection().prepare_cached(
            "SELECT number
             FROM candidate_phone
             WHERE candidate = ?1
             ORDER BY position",
        )?;
        let mut rows = statement.query([candidate])?;
        let mut phones = Vec::new();
        while let Some(row) = rows.next()? {
            phones.push(decode(
                "candidate_phone.number",
                Phone::parse(row.get_ref(0)?.as_str().unwrap_or_default()).ok(),
            )?);
        }
        Ok(phones)
    }
}
