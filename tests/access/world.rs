//! A small organisation: two vacancies in two teams, three people each, and one person of no vacancy.

mod make;

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::OnceLock;

use chrono::{DateTime, Days, NaiveDate, Utc};
use domain::candidate::{CandidateDetails, ContactDetails, PersonName};
use domain::clock::FixedClock;
use domain::document::DocumentKind;
use domain::id::{AccountId, ApplicationId, CandidateId, SealedRecordId, VacancyId};
use domain::sealed::{
    Adjustment, CheckLevel, EqualityAnswers, IdentityDocument, RightToWorkDocument, SealedContent,
    SealedKind, Suitability,
};
use domain::source::{Source, SourceCategory};
use domain::text::{Email, Line, Phone, Prose};
use records::{Error, ReadDesk, Session, Store, StoreError, Unwatched, WriteDesk};
use store::Records;
use tempfile::TempDir;

use crate::commands::Target;
use crate::who::{Sees, Who, passphrase};

/// The day everything happens on.
pub(crate) const TODAY: NaiveDate =
    NaiveDate::from_ymd_opt(2026, 11, 23).expect("a day of the calendar");

/// A candidate, and the words nobody else in the world has.
#[derive(Clone, Debug)]
pub(crate) struct Person {
    pub(crate) candidate: CandidateId,
    pub(crate) word: String,
    /// Their application, where they made one.
    pub(crate) application: Option<ApplicationId>,
}

/// A store with people in it, opened by one of them.
pub(crate) struct World {
    pub(crate) store: Store,
    sessions: Vec<(Who, Session)>,
    facts: Facts,
    _folder: TempDir,
}

/// What is in the world.
#[derive(Clone, Debug)]
pub(crate) struct Facts {
    /// The vacancy everyone but the outsider has a part in.
    pub(crate) ours: VacancyId,
    /// Another team's vacancy.
    pub(crate) theirs: VacancyId,
    /// A vacancy of a third team, shortlisted without names.
    pub(crate) unnamed: VacancyId,
    /// Those who applied for it, the first of them for nothing else.
    pub(crate) unnamed_people: Vec<Person>,
    /// Those who applied for ours.
    pub(crate) our_people: Vec<Person>,
    /// Those who did not.
    pub(crate) their_people: Vec<Person>,
    /// What is sealed of whom.
    pub(crate) sealed: Vec<(CandidateId, SealedKind, SealedRecordId)>,
}

impl std::ops::Deref for World {
    type Target = Facts;

    fn deref(&self) -> &Facts {
        &self.facts
    }
}

/// The world as it was made once, closed, with everybody's account. Making it costs a key for each of them.
struct Made {
    folder: TempDir,
    accounts: Vec<(Who, AccountId)>,
    facts: Facts,
}

fn made() -> &'static Made {
    static MADE: OnceLock<Made> = OnceLock::new();
    MADE.get_or_init(|| {
        let World {
            store,
            sessions,
            facts,
            _folder: folder,
        } = World::make();
        store.close().expect("closed");
        let accounts = sessions
            .into_iter()
            .map(|(who, session)| (who, session.account()))
            .collect();
        Made {
            folder,
            accounts,
            facts,
        }
    })
}

fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).expect("a folder");
    for item in std::fs::read_dir(from).expect("a folder") {
        let path = item.expect("a file").path();
        std::fs::copy(&path, to.join(path.file_name().expect("a name"))).expect("a copy");
    }
}

fn clock(day: NaiveDate) -> FixedClock {
    let noon: DateTime<Utc> = day.and_hms_opt(12, 0, 0).expect("noon").and_utc();
    FixedClock(noon)
}

pub(crate) fn line(text: &str) -> Line {
    Line::parse(text).expect("a line")
}

/// What the file of somebody's document is called.
pub(crate) fn document_name(kind: DocumentKind, of: &Person) -> String {
    format!("{} of {}.txt", kind.code(), of.word)
}

/// What an interviewer wrote of somebody and nowhere else.
pub(crate) fn feedback_words(of: &Person) -> String {
    format!("found{}", of.word)
}

/// What stands in somebody's document and nowhere else.
pub(crate) fn document_words(kind: DocumentKind, of: &Person) -> String {
    format!("written{}{}", kind.code().replace('-', ""), of.word)
}

/// A number that all have but the one whose duplicates are looked for.
fn phone_of(word: &str) -> &'static str {
    if word == "Zyvlab" {
        "07700 900124"
    } else {
        "07700 900123"
    }
}

/// Details in which every word is the person's own.
pub(crate) fn details(word: &str) -> CandidateDetails {
    CandidateDetails {
        name: PersonName {
            title: None,
            given: Some(line(&format!("Given{word}"))),
            family: line(&format!("Family{word}")),
            preferred: Some(line(&format!("Called{word}"))),
        },
        contact: ContactDetails {
            emails: vec![Email::parse(&format!("mail{word}@example.org")).expect("an address")],
            phones: vec![Phone::parse(phone_of(word)).expect("a number")],
            address: vec![line(&format!("{word} Street"))],
            postcode: Some(line("SE1 8XX")),
            preferred: None,
        },
        source: Source {
            category: SourceCategory::Website,
            detail: Some(line(&format!("Site{word}"))),
        },
        received_on: NaiveDate::from_ymd_opt(2026, 9, 1).expect("a day"),
    }
}

impl World {
    /// A world of its own, opened by HR.
    pub(crate) fn new() -> Self {
        Self::of(Who::Hr)
    }

    /// A world of its own, opened by somebody with their own passphrase, so that no key but theirs is there.
    pub(crate) fn of(who: Who) -> Self {
        let made = made();
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("store");
        copy(&made.folder.path().join("store"), &path);
        let opened = store::unlock(&path, who.name(), &passphrase(), clock(TODAY).0).expect("open");
        Self {
            store: opened.store,
            sessions: made
                .accounts
                .iter()
                .map(|(who, account)| (*who, Session::new(*account)))
                .collect(),
            facts: made.facts.clone(),
            _folder: folder,
        }
    }

    /// The person and vacancy somebody has a part in, where anybody here has one: ours, but for `Who::Blind`.
    pub(crate) fn own(&self, who: Who) -> (Target, Person) {
        let (vacancy, people) = match who.sees() {
            Sees::Unnamed => (self.unnamed, &self.unnamed_people),
            Sees::Everyone | Sees::Ours | Sees::OursButTheFirst | Sees::Nobody => {
                (self.ours, &self.our_people)
            }
        };
        about(vacancy, &people[0])
    }

    /// A person and vacancy of another team.
    pub(crate) fn other(&self) -> (Target, Person) {
        about(self.theirs, &self.their_people[0])
    }

    /// What the store says, without asking who wants to know.
    pub(crate) fn facts_of<T>(
        &mut self,
        read: impl FnOnce(&Records<'_>) -> Result<T, StoreError>,
    ) -> T {
        self.store.read(read).expect("read")
    }

    fn session(&self, who: Who) -> &Session {
        &self
            .sessions
            .iter()
            .find(|(known, _)| *known == who)
            .expect("somebody")
            .1
    }

    pub(crate) fn account(&self, who: Who) -> AccountId {
        self.session(who).account()
    }

    /// Reads as somebody.
    pub(crate) fn read<T>(
        &mut self,
        who: Who,
        work: impl FnOnce(&ReadDesk<'_>) -> Result<T, Error>,
    ) -> Result<T, Error> {
        let Self {
            store, sessions, ..
        } = self;
        let session = &sessions
            .iter()
            .find(|(known, _)| *known == who)
            .expect("somebody")
            .1;
        ReadDesk::with_store(store, session, &clock(TODAY), work)
    }

    /// Writes as somebody.
    pub(crate) fn write<T>(
        &mut self,
        who: Who,
        work: impl FnOnce(&mut WriteDesk<'_>) -> Result<T, Error>,
    ) -> Result<T, Error> {
        self.write_on(who, TODAY, work)
    }

    fn write_on<T>(
        &mut self,
        who: Who,
        day: NaiveDate,
        work: impl FnOnce(&mut WriteDesk<'_>) -> Result<T, Error>,
    ) -> Result<T, Error> {
        let Self {
            store, sessions, ..
        } = self;
        let session = &sessions
            .iter()
            .find(|(known, _)| *known == who)
            .expect("somebody")
            .1;
        work(&mut WriteDesk::new(store, session, &clock(day), &Unwatched))
    }
}

/// The days of grace that the organisation set: not the default, so that they stand nowhere else.
pub(crate) const GRACE: u8 = 13;

/// The last day of the outsider's role, which is nobody else's.
pub(crate) const LAST_DAY: &str = "2028-02-29";

/// The minute of the journal's planted entry, as an answer says it.
pub(crate) const NOTED_AT: &str = "2026-11-23T12:17:00Z";

/// What stands in a sealed record of somebody and nowhere else.
pub(crate) fn sealed_words(kind: SealedKind, person: &Person) -> String {
    match kind {
        // They take no words, so the last day of the right, and the day that somebody looked, is one of theirs alone.
        SealedKind::RightToWork => (TODAY + Days::new(3650 + code(&person.word))).to_string(),
        SealedKind::Identity => (TODAY + Days::new(20_000 + code(&person.word))).to_string(),
        SealedKind::Adjustments
        | SealedKind::CriminalRecord
        | SealedKind::Vetting
        | SealedKind::EqualityAnswers => format!("Sealed {} of {}", kind.code(), person.word),
    }
}

/// What stands in the copy of the paper that showed somebody's right to work, and nowhere else.
pub(crate) fn copy_words(person: &Person) -> String {
    format!("%PDF-1.7 Copy of {}", person.word)
}

/// What somebody is offered, in pence: a number of theirs alone, since whoever sees pay may not see a name.
pub(crate) fn pay_of(person: &Person) -> u32 {
    3_000_000 + u32::try_from(code(&person.word)).expect("a small number")
}

fn code(word: &str) -> u64 {
    word.bytes()
        .fold(0, |code, byte| (code * 31 + u64::from(byte)) % 10_007)
}

/// What is sealed in a kind of record, for the program to open.
pub(super) fn sealed_content(kind: SealedKind, person: &Person) -> SealedContent {
    let words = sealed_words(kind, person);
    match kind {
        SealedKind::Identity => SealedContent::Identity {
            document: IdentityDocument::DrivingLicence,
            seen_on: words.parse().expect("a day"),
        },
        SealedKind::RightToWork => SealedContent::RightToWork {
            document: RightToWorkDocument::Passport,
            checked_on: TODAY,
            expires_on: Some(words.parse().expect("a day")),
        },
        SealedKind::Adjustments => SealedContent::Adjustments {
            adjustments: BTreeSet::from([Adjustment::Breaks]),
            details: Prose::parse(&words).expect("a text"),
        },
        SealedKind::CriminalRecord => SealedContent::CriminalRecord {
            level: CheckLevel::Basic,
            suitability: Suitability::Cleared,
            decided_on: Some(TODAY),
            issued_on: None,
            certificate: Some(line(&words)),
        },
        SealedKind::Vetting => SealedContent::Vetting {
            requested_on: TODAY,
            result: Suitability::Pending,
            decided_on: None,
        },
        SealedKind::EqualityAnswers => SealedContent::EqualityAnswers {
            answers: EqualityAnswers::default(),
        },
    }
}

fn about(vacancy: VacancyId, person: &Person) -> (Target, Person) {
    let target = Target {
        candidate: person.candidate,
        vacancy,
    };
    (target, person.clone())
}
