//! A hundred of two thousand people are erased, and afterwards every page and file is opened by a program that shares
//! nothing with this one: not one word of the hundred is left, and every row of the others is what it was. Also when
//! the program is killed at any moment. The same search finds them all before, and finds some where the wiping was
//! switched off: so it can fail.

mod interviewed;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use aho_corasick::AhoCorasick;
use data_encoding::{BASE64, HEXLOWER};
use domain::access::{
    AddCandidate, DecideApplication, EditCandidate, Erase, KeepRegisters, ManageAccounts,
    ManageHolds, ReadCandidate, ReadJournal, RecordPermission, Role, SealRecord, Subject,
};
use domain::application::{Outcome, OutcomeKind, RejectionReason, Stage};
use domain::complaint::{
    Complainant, ComplaintOutcome, ComplaintTopic, ComplaintWordKind, NewComplaint,
};
use domain::consent::{PermissionDetails, PermissionMeans, PermissionPurpose};
use domain::correspondence::MessageChannel;
use domain::deadline::Right;
use domain::document::{DocumentKind, FileName, MediaType};
use domain::hold::{HoldDetails, HoldReason};
use domain::id::{AccountId, ApplicationId, CandidateId, DocumentId};
use domain::notice::NoticeExemption;
use domain::offer::{OfferTerms, Pay};
use domain::reserve::{ContactChannel, ReserveOffers};
use domain::rights::{Corrected, RequestCase, RequestChannel};
use domain::sealed::{SealedKind, SealedStatus};
use domain::text::Prose;
use rusqlite::types::Value;
use store::{
    ComplaintRecord, Entry, ErasureState, GoOn, NewApplication, NewDocument, NewReserveEntry,
    NewSealedRecord, Restore, SealedDocument, StoreError, ToErase, Tx,
};
use uuid::Uuid;

use crate::stranger::{Keys, database, every_byte, keys};
use crate::support::{
    Home, PASSPHRASE, at, day, line, new_account, passphrase, permit_of, person, unlock,
};

const PEOPLE: usize = 2000;
const GONE: usize = 100;
const FOLDER: &str = "FAIRHOLD_TEST_STORE";
/// Switches the wiping off, in a build for tests.
const LEAVE_RESIDUE: &str = "FAIRHOLD_TEST_LEAVE_RESIDUE";
/// How much of the end of a word is looked for: the search index keeps only what differs from the word before.
const END: usize = 8;

/// Words that nobody else has: the same for the same seed.
struct Chance(u64);

impl Chance {
    fn next(&mut self) -> u64 {
        // SplitMix64.
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    fn drawn(&mut self, from: &[u8], length: usize) -> String {
        (0..length)
            .map(|_| char::from(from[usize::try_from(self.next()).unwrap() % from.len()]))
            .collect()
    }

    fn word(&mut self) -> String {
        self.drawn(b"abcdefghijklmnopqrstuvwxyz", 16)
    }
}

/// Someone in the store, and every word that is theirs alone.
struct Someone {
    candidate: CandidateId,
    application: ApplicationId,
    words: Vec<String>,
    /// Words of theirs that stand in sealed bytes alone, and so are not to be read in any page.
    sealed: Vec<String>,
    document: Option<DocumentId>,
}

/// What a document of somebody holds.
struct Paper {
    named: String,
    text: String,
    bytes: String,
}

impl Paper {
    /// A letter whose text has words of its own on every page, in a file that has one more.
    fn new(chance: &mut Chance, pages: usize) -> Self {
        let text: Vec<String> = (0..pages * 6)
            .map(|_| {
                format!(
                    "I was responsible for {} with my colleagues, and did well at it",
                    chance.word()
                )
            })
            .collect();
        Self {
            named: format!("{} letter.txt", chance.word()),
            text: text.join(".\n"),
            bytes: chance.word(),
        }
    }

    fn words(&self) -> impl Iterator<Item = String> {
        let text = self
            .text
            .split(".\n")
            .filter_map(|line| line.split(' ').nth(4));
        text.chain(self.named.split(' ').next()).map(str::to_owned)
    }

    fn seal(&self, home: &mut Home, someone: &Someone, kind: DocumentKind) -> SealedDocument {
        let editing = permit_of::<EditCandidate>(home.hr, on(someone.candidate));
        let new = NewDocument {
            application: (kind == DocumentKind::Cv).then_some(someone.application),
            kind,
            label: None,
            file_name: FileName::parse(&self.named).unwrap(),
            media: MediaType::Text,
            content: format!("{}\n{}", self.bytes, self.text).into_bytes().into(),
            text: Some(self.text.clone().into()),
        };
        home.store
            .seal_document(&editing, new, at("2026-01-06"))
            .unwrap()
    }
}

/// A closed store of two thousand people, of whom everything is kept that can be.
struct Office {
    folder: tempfile::TempDir,
    people: Vec<Someone>,
    /// Where backups lie, and one that was made before anybody went.
    backups: tempfile::TempDir,
    backup: PathBuf,
}

impl Office {
    fn new() -> Self {
        let mut home = Home::new();
        let vacancy = home.vacancy("Press Officer");
        let (hr, adding) = (home.hr, home.permit::<AddCandidate>(Subject::Organisation));
        let mut chance = Chance(0x00fa_1240_1d00);
        let mut people: Vec<Someone> = home
            .store
            .write(&adding, at("2026-01-05"), |tx| {
                let mut people = Vec::new();
                for _ in 0..PEOPLE {
                    let [
                        given,
                        family,
                        preferred,
                        mail,
                        street,
                        evidence,
                        merit,
                        skill,
                        pay,
                        told,
                        claim,
                        wrong,
                        step,
                        lived,
                        denied,
                        read,
                    ] = std::array::from_fn(|_| chance.word());
                    let phone = format!("+449{}", chance.drawn(b"0123456789", 11));
                    let mut details =
                        person(&given, &family, &format!("{mail}@example.org"), &phone);
                    details.name.preferred = Some(line(&preferred));
                    details.contact.address = vec![line(&format!("1 {street} Crescent"))];
                    let candidate = tx.insert_candidate(&adding, &details)?;
                    let new = NewApplication {
                        applied_on: day("2026-01-05"),
                        stage: Stage::Applied,
                        outcome: Some(Outcome {
                            how: OutcomeKind::Rejected {
                                reason: RejectionReason::MetRequirementsNotSelected,
                            },
                            on: day("2026-01-20"),
                        }),
                    };
                    let application = tx.insert_application(&adding, candidate, vacancy, &new)?;
                    let recording = permit_of::<RecordPermission>(hr, on(candidate));
                    let permission = tx.insert_permission(
                        &recording,
                        &PermissionDetails {
                            purpose: PermissionPurpose::ReserveList,
                            given_on: day("2026-01-21"),
                            months: 3,
                            means: PermissionMeans::Email,
                            evidence: line(&format!("letter about {evidence}")),
                        },
                        None,
                        "reserve-list-2026-11",
                    )?;
                    let place = NewReserveEntry {
                        application,
                        permission,
                        role_families: vec![line("Press")],
                        merit: Prose::parse(&format!("Spoke movingly of {merit}")).unwrap(),
                        offers: ReserveOffers {
                            skills: vec![line(&format!("Versed in {skill}"))],
                            ..ReserveOffers::default()
                        },
                        until: None,
                    };
                    tx.insert_reserve_entry(&recording, &place)?;
                    let deciding = permit_of::<DecideApplication>(hr, on(candidate));
                    let terms = OfferTerms {
                        pay: Pay::Words {
                            words: line(&format!("a band of {pay}")),
                        },
                        starts_on: None,
                        answer_by: None,
                        conditions: Prose::default(),
                    };
                    tx.insert_offer(&deciding, application, &terms)?;
                    tx.insert_outcome_message(
                        &deciding,
                        application,
                        day("2026-01-21"),
                        ContactChannel::Email,
                        &Prose::parse(&format!("Told of {told}")).unwrap(),
                    )?;
                    complaint(tx, hr, candidate, [&wrong, &step]);
                    corrected(tx, hr, candidate, [&lived, &denied]);
                    tx.exempt_from_notice(
                        &recording,
                        NoticeExemption::HasIt,
                        &line(&format!("Read it with {read}")),
                    )?;
                    people.push(Someone {
                        candidate,
                        application,
                        sealed: Vec::new(),
                        document: None,
                        words: vec![
                            given, family, preferred, mail, street, evidence, merit, phone, skill,
                            pay, told, wrong, step, lived, denied, read, claim,
                        ],
                    });
                }
                Ok::<_, StoreError>((people, Entry::new("add-candidate")))
            })
            .unwrap();
        let manage = home.permit::<ManageAccounts>(Subject::Organisation);
        let other = home
            .store
            .add_account(
                &manage,
                &new_account("other", Role::HrAdministrator, "another four random words"),
                at("2026-01-06"),
            )
            .unwrap();
        // Of some of those who go and some who stay: a sealed record with a copy, interviews with what was found, a
        // message, and a hold that was released.
        for (number, someone) in people.iter_mut().enumerate() {
            let claim = someone.words.pop().unwrap();
            if number % (PEOPLE / GONE / 2) == 0 {
                let secret = chance.word();
                let new = NewSealedRecord {
                    kind: SealedKind::RightToWork,
                    status: SealedStatus::Checked,
                    decided_on: None,
                    text: format!("Passport of {secret}").into(),
                };
                let sealing = permit_of::<SealRecord>(hr, on(someone.candidate));
                let record = home
                    .store
                    .add_sealed_record(&sealing, &new, at("2026-01-06"))
                    .unwrap();
                someone.sealed.push(secret);
                let paper = chance.word();
                let copy = format!("%PDF-1.7 {paper}");
                home.store
                    .add_copy(&sealing, record, copy.as_bytes(), at("2026-01-06"))
                    .unwrap();
                someone.sealed.push(paper);
                home.interviewed(someone, vacancy, &mut chance);
                home.released_hold(someone.candidate, other, &claim);
                someone.words.push(claim);
            }
        }
        home.give_documents(&mut people, &mut chance);
        let backups = tempfile::tempdir().unwrap();
        let backup = home
            .store
            .make_backup(&manage, backups.path(), at("2026-08-01"))
            .unwrap()
            .path;
        let Home { store, folder, .. } = home;
        store.close().unwrap();
        Self {
            folder,
            people,
            backups,
            backup,
        }
    }

    /// Whether someone is among the hundred: one in twenty, wherever they stand.
    fn goes(number: usize) -> bool {
        number.is_multiple_of(PEOPLE / GONE)
    }

    fn gone(&self) -> impl Iterator<Item = &Someone> {
        self.people
            .iter()
            .enumerate()
            .filter(|(number, _)| Self::goes(*number))
            .map(|(_, someone)| someone)
    }

    /// A copy of the store, for one way of ending.
    fn copy(&self) -> tempfile::TempDir {
        let copy = tempfile::tempdir().unwrap();
        for item in fs::read_dir(self.folder.path()).unwrap() {
            let item = item.unwrap();
            fs::copy(item.path(), copy.path().join(item.file_name())).unwrap();
        }
        copy
    }

    /// Starts the program that erases the hundred, and gives it once it has begun.
    fn eraser(&self, folder: &Path, leave_residue: bool) -> Child {
        let ids: Vec<String> = self
            .gone()
            .map(|someone| someone.candidate.uuid().to_string())
            .collect();
        let mut command = Command::new(std::env::current_exe().unwrap());
        command
            .args([
                "--exact",
                "two_thousand::erases_whom_it_is_told",
                "--ignored",
                "--nocapture",
            ])
            .env(FOLDER, folder)
            .env("FAIRHOLD_TEST_IDS", ids.join(" "))
            .stdout(Stdio::piped())
            .stderr(Stdio::null());
        if leave_residue {
            command.env(LEAVE_RESIDUE, "1");
        }
        let mut child = command.spawn().unwrap();
        let begun = BufReader::new(child.stdout.as_mut().unwrap())
            .lines()
            .any(|line| line.unwrap() == "begun");
        assert!(begun, "the program begins");
        child
    }
}

impl Home {
    /// Gives everybody a CV for their application, some of them a reference of several pages too.
    fn give_documents(&mut self, people: &mut [Someone], chance: &mut Chance) {
        let mut sealed = Vec::new();
        for (number, someone) in people.iter_mut().enumerate() {
            let short = Paper::new(chance, 1);
            sealed.push((number, short.seal(self, someone, DocumentKind::Cv)));
            someone.words.extend(short.words());
            someone.sealed.push(short.bytes);
            if number % (PEOPLE / GONE / 2) == 0 {
                let long = Paper::new(chance, 5);
                sealed.push((number, long.seal(self, someone, DocumentKind::Reference)));
                someone.words.extend(long.words());
                someone.sealed.push(long.bytes);
            }
        }
        let editing = permit_of::<EditCandidate>(self.hr, on(people[0].candidate));
        let hr = self.hr;
        self.store
            .write(&editing, at("2026-01-06"), |tx| {
                for (number, document) in &sealed {
                    let someone = &mut people[*number];
                    let editing = permit_of::<EditCandidate>(hr, on(someone.candidate));
                    someone.document = Some(tx.insert_document(&editing, document)?);
                }
                Ok::<_, StoreError>(((), Entry::new("add-documents")))
            })
            .unwrap();
    }

    /// Places a hold on someone and lets somebody else release it.
    fn released_hold(&mut self, candidate: CandidateId, other: AccountId, claim: &str) {
        let placing = permit_of::<ManageHolds>(self.hr, on(candidate));
        let releasing = permit_of::<ManageHolds>(other, on(candidate));
        let details = HoldDetails {
            reason: HoldReason::Claim,
            reference: Some(line(claim)),
            review_by: day("2026-04-01"),
        };
        let hold = self
            .store
            .write(&placing, at("2026-01-06"), |tx| {
                Ok::<_, StoreError>((
                    tx.insert_hold(&placing, &details, None)?,
                    Entry::new("place-hold"),
                ))
            })
            .unwrap();
        self.store
            .write(&releasing, at("2026-01-07"), |tx| {
                tx.release_hold(&releasing, hold)?;
                Ok::<_, StoreError>(((), Entry::new("release-hold")))
            })
            .unwrap();
    }
}

/// Somebody asked to have data corrected, and it is kept what they said.
fn corrected(tx: &Tx<'_>, hr: AccountId, candidate: CandidateId, [lived, denied]: [&str; 2]) {
    let keeping = permit_of::<KeepRegisters>(hr, Subject::Organisation);
    let editing = permit_of::<EditCandidate>(hr, on(candidate));
    let received_on = day("2026-01-05");
    let case = RequestCase::new(received_on, RequestChannel::Email, &[Right::Rectification]);
    let (request, _) = tx
        .insert_request(&keeping, &case, Some(candidate), None)
        .unwrap();
    let said = Prose::parse(&format!("I never lived near {denied}")).unwrap();
    tx.put_request_note(&keeping, request, "asked", &said)
        .unwrap();
    let before = [(Corrected::Address, format!("The house called {lived}"))];
    tx.keep_corrected(&editing, &before, 1).unwrap();
}

/// Somebody complained, was told the outcome, and asks nothing any more.
fn complaint(tx: &Tx<'_>, hr: AccountId, candidate: CandidateId, [wrong, step]: [&str; 2]) {
    let keeping = permit_of::<KeepRegisters>(hr, Subject::Organisation);
    let new = NewComplaint {
        received_on: day("2026-01-05"),
        how: MessageChannel::Email,
        from: Complainant::Candidate { candidate },
        topic: ComplaintTopic::Shared,
        words: Prose::parse(&format!("You told my neighbours of {wrong}")).unwrap(),
        against: None,
    };
    let (complaint, number) = tx.insert_complaint(&keeping, &new).unwrap();
    let found = Prose::parse(&format!("Nobody told anybody of {step}")).unwrap();
    tx.add_complaint_word(
        &keeping,
        complaint,
        1,
        ComplaintWordKind::Step,
        (day("2026-01-05"), &found),
    )
    .unwrap();
    let closed = ComplaintRecord {
        id: complaint,
        number,
        candidate: Some(candidate),
        received_on: new.received_on,
        received_how: new.how,
        topic: new.topic,
        against: None,
        recorded_by: hr,
        recorded_at: at("2026-01-05"),
        acknowledged: None,
        progress_on: None,
        outcome: Some((ComplaintOutcome::NotUpheld, hr)),
        changes: Prose::default(),
        told: Some((day("2026-01-05"), MessageChannel::Letter)),
        has_words: true,
        request: None,
        revision: 2,
    };
    tx.update_complaint(&keeping, &closed).unwrap();
}

fn on(candidate: CandidateId) -> Subject {
    Subject::Candidate {
        candidate,
        applied: Vec::new(),
    }
}

#[test]
#[ignore = "the program that the tests below start"]
fn erases_whom_it_is_told() {
    let folder = std::env::var_os(FOLDER).unwrap();
    let ids = std::env::var("FAIRHOLD_TEST_IDS").unwrap();
    let people: Vec<ToErase> = ids
        .split(' ')
        .map(|id| ToErase::person(CandidateId::from_uuid(id.parse().unwrap()), "RET-02"))
        .collect();
    let mut opened = unlock(Path::new(&folder)).unwrap();
    let permit = permit_of::<Erase>(opened.account, Subject::Organisation);
    println!("\nbegun");
    opened
        .store
        .erase(&permit, &people, at("2026-08-02"), |_| GoOn::Yes)
        .unwrap();
    opened.store.close().unwrap();
}

/// Ends of words in every form in which a program might have put them down.
struct Search {
    ends: AhoCorasick,
    of: Vec<usize>,
}

impl Search {
    fn new<'w>(words: impl Iterator<Item = &'w String>) -> Self {
        let (mut forms, mut of) = (Vec::new(), Vec::new());
        for (number, word) in words.enumerate() {
            let end = &word.as_bytes()[word.len() - END..];
            let mut all = vec![
                end.to_vec(),
                end.to_ascii_uppercase(),
                end.iter().flat_map(|byte| [*byte, 0]).collect(),
                HEXLOWER.encode(end).into_bytes(),
            ];
            for offset in 0..3 {
                // What of the base64 of it does not depend on what stands before and after.
                let padded = [vec![0; offset], end.to_vec()].concat();
                let text = BASE64.encode(&padded).into_bytes();
                all.push(text[(offset * 8).div_ceil(6)..padded.len() * 8 / 6].to_vec());
            }
            of.resize(of.len() + all.len(), number);
            forms.extend(all);
        }
        Self {
            ends: AhoCorasick::new(&forms).unwrap(),
            of,
        }
    }

    /// Which words are somewhere in there.
    fn found(&self, bytes: &[Vec<u8>]) -> BTreeSet<usize> {
        bytes
            .iter()
            .flat_map(|bytes| self.ends.find_overlapping_iter(bytes))
            .map(|found| self.of[found.pattern().as_usize()])
            .collect()
    }
}

/// Everything a store's folder holds, to be looked through.
struct Opened {
    bytes: Vec<Vec<u8>>,
    pages: usize,
    rows: BTreeMap<&'static str, Vec<Vec<Value>>>,
    keys: Keys,
}

impl Opened {
    /// Opens a closed store, leaving out the rows of some people.
    fn new(folder: &Path, without: &BTreeSet<Uuid>) -> Self {
        let keys = keys(folder, "hr", PASSPHRASE);
        let (bytes, pages) = every_byte(folder, &keys);
        let rows = rows(folder, &keys, without);
        Self {
            bytes,
            pages,
            rows,
            keys,
        }
    }
}

const OF_DOCUMENT: &str =
    "(SELECT whose.candidate FROM document AS whose WHERE whose.row = document)";
const OF_COMPLAINT: &str =
    "(SELECT whose.candidate FROM complaint AS whose WHERE whose.row = complaint)";
const OF_APPLICATION: &str =
    "(SELECT whose.candidate FROM application AS whose WHERE whose.row = application)";
const OF_INTERVIEW: &str = "(SELECT whose.candidate
      FROM interview AS met
      JOIN application AS whose ON whose.row = met.application
      WHERE met.row = interview)";

/// Every row of people, by table, but for those of some.
fn rows(
    folder: &Path,
    keys: &Keys,
    without: &BTreeSet<Uuid>,
) -> BTreeMap<&'static str, Vec<Vec<Value>>> {
    let database = database(folder, keys);
    let left_out: Vec<i64> = database
        .prepare("SELECT row, id FROM candidate")
        .unwrap()
        .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))
        .unwrap()
        .map(Result::unwrap)
        .filter(|(_, id): &(i64, [u8; 16])| without.contains(&Uuid::from_bytes(*id)))
        .map(|(row, _)| row)
        .collect();
    let left_out = serde_json::to_string(&left_out).unwrap();
    [
        ("candidate", "row"),
        ("candidate_email", "candidate"),
        ("candidate_phone", "candidate"),
        ("candidate_text", "candidate"),
        ("application", "candidate"),
        ("permission", "candidate"),
        ("reserve_entry", "candidate"),
        ("sealed_record", "candidate"),
        ("hold", "candidate"),
        ("notice_given", "candidate"),
        // The lines of those who went stay, and are nobody's.
        (
            "(SELECT * FROM complaint WHERE candidate IS NOT NULL)",
            "candidate",
        ),
        ("complaint_word", OF_COMPLAINT),
        ("correction", "candidate"),
        ("document", "candidate"),
        ("document_content", OF_DOCUMENT),
        ("document_text", OF_DOCUMENT),
        ("message", OF_DOCUMENT),
        ("interview", OF_APPLICATION),
        ("feedback", OF_INTERVIEW),
        ("feedback_draft", OF_INTERVIEW),
    ]
    .into_iter()
    .map(|(table, column)| {
        let mut statement = database
            .prepare(&format!(
                "SELECT * FROM {table} WHERE {column} NOT IN (SELECT value FROM json_each(?1)) ORDER BY 1, 2"
            ))
            .unwrap();
        let columns = statement.column_count();
        let found = statement
            .query_map([&left_out], |row| {
                (0..columns).map(|column| row.get(column)).collect()
            })
            .unwrap()
            .map(Result::unwrap)
            .collect();
        (table, found)
    })
    .collect()
}

/// What has to hold of a closed store once the hundred are gone.
fn assert_gone(office: &Office, folder: &Path, theirs: &Search, before: &Opened, how: &str) {
    let gone: BTreeSet<Uuid> = office
        .gone()
        .map(|someone| someone.candidate.uuid())
        .collect();
    let after = Opened::new(folder, &BTreeSet::new());
    let left = theirs.found(&after.bytes);
    assert!(
        left.is_empty(),
        "{how}: {} words of the hundred are left in {} pages",
        left.len(),
        after.pages
    );
    for (table, rows) in &before.rows {
        assert!(
            after.rows[table] == *rows,
            "{how}: {table} holds every row of the others, as it was, and no other"
        );
    }
    assert!(
        gone.iter().all(|id| !after.keys.subjects.contains_key(id)),
        "{how}: their keys are gone"
    );
}

#[test]
fn a_hundred_of_two_thousand_leave_nothing_even_when_the_program_is_killed_meanwhile() {
    let office = Office::new();
    let gone: BTreeSet<Uuid> = office
        .gone()
        .map(|someone| someone.candidate.uuid())
        .collect();
    let before = Opened::new(office.folder.path(), &gone);
    let theirs = Search::new(office.gone().flat_map(|someone| &someone.words));
    let (found, of) = (
        theirs.found(&before.bytes).len(),
        office
            .gone()
            .map(|someone| someone.words.len())
            .sum::<usize>(),
    );
    assert_eq!(found, of, "the search finds whoever is there");
    // What is sealed is not to be read in any page, before or after.
    let sealed = Search::new(office.gone().flat_map(|someone| &someone.sealed));
    assert!(sealed.found(&before.bytes).is_empty(), "sealed is sealed");
    assert!(
        of > 2000 && sealed.of.len() > GONE && before.pages > 500,
        "and there is much to find: {of} words, {} pages",
        before.pages
    );

    let whole = office.copy();
    let begun = Instant::now();
    let mut child = office.eraser(whole.path(), false);
    assert!(child.wait().unwrap().success(), "left alone, it erases");
    let took = begun.elapsed();
    assert_gone(&office, whole.path(), &theirs, &before, "left alone");

    let mut chance = Chance(u64::from(std::process::id()));
    let (mut midway, rounds) = (0, 8);
    for round in 1..=rounds {
        let folder = office.copy();
        let mut child = office.eraser(folder.path(), false);
        let most = u64::try_from(took.as_micros()).unwrap();
        let wait = Duration::from_micros(chance.next() % most);
        std::thread::sleep(wait);
        child.kill().unwrap();
        child.wait().unwrap();
        let how = format!("killed after {wait:?}, round {round}");
        let mut opened = unlock(folder.path()).unwrap();
        for report in &opened.finished {
            assert_eq!(report.state, ErasureState::Erased, "{how}: {report:?}");
            midway += 1;
        }
        let permit = permit_of::<Erase>(opened.account, Subject::Organisation);
        let people: Vec<ToErase> = office
            .gone()
            .map(|someone| ToErase::person(someone.candidate, "RET-02"))
            .collect();
        let again = opened
            .store
            .erase(&permit, &people, at("2026-08-03"), |_| GoOn::Yes)
            .unwrap();
        assert!(
            [0, 100].contains(&again.people),
            "{how}: all of them or none were gone: {again:?}"
        );
        let journal = permit_of::<ReadJournal>(opened.account, Subject::Organisation);
        let sound = opened.store.verify_store(&journal).unwrap();
        assert!(sound.is_sound(), "{how}: {sound:?}");
        opened.store.close().unwrap();
        assert_gone(&office, folder.path(), &theirs, &before, &how);
    }
    assert!(
        midway > 0,
        "at least one of {rounds} kills met an erasure on its way"
    );
}

#[test]
fn a_backup_from_before_that_is_put_back_brings_none_of_the_hundred_back() {
    let office = Office::new();
    let gone: BTreeSet<Uuid> = office
        .gone()
        .map(|someone| someone.candidate.uuid())
        .collect();
    let before = Opened::new(office.folder.path(), &gone);
    let theirs = Search::new(office.gone().flat_map(|someone| &someone.words));
    let erased = office.copy();
    let mut child = office.eraser(erased.path(), false);
    assert!(child.wait().unwrap().success(), "it erases");

    let place = tempfile::tempdir().unwrap();
    let put_back = |backup: &Path, name: &str, ledgers: &[PathBuf], without_sealed| {
        let to = place.path().join(name);
        let restored = store::restore(
            &Restore {
                backup,
                to: &to,
                ledgers,
                sign_in_name: "hr",
                passphrase: &passphrase(PASSPHRASE),
                move_aside: false,
                without_sealed,
                although_old: false,
            },
            at("2026-08-03"),
        )
        .unwrap();
        (to, restored)
    };
    // Alone, with nothing that knows of the erasure, the backup has them all: so the search can fail.
    let alone = place.path().join("alone.fairhold-backup");
    fs::copy(&office.backup, &alone).unwrap();
    let (to, restored) = put_back(&alone, "alone", &[], true);
    assert_eq!(restored.erased_again, 0);
    let back = Opened::new(&to, &BTreeSet::new());
    assert!(theirs.found(&back.bytes).len() > GONE * 8, "they are in it");

    let ledger = erased.path().join("fairhold.erasures");
    for (name, ledgers) in [("beside", &[][..]), ("named", &[ledger][..])] {
        let (to, restored) = put_back(&office.backup, name, ledgers, false);
        let again = usize::try_from(restored.erased_again).unwrap();
        assert_eq!((again, restored.proved), (GONE, true), "{name}");
        assert_gone(&office, &to, &theirs, &before, name);
        let mut opened = unlock(&to).unwrap();
        for (number, someone) in office.people.iter().enumerate().take(45) {
            let reading = permit_of::<ReadCandidate>(opened.account, on(someone.candidate));
            let document = someone.document.unwrap();
            let file = opened
                .store
                .open_document(&reading, document, at("2026-08-03"));
            assert_eq!(
                file.is_err(),
                Office::goes(number),
                "{name}: the documents of those who stay open, of the others there are none"
            );
        }
    }
    drop(office.backups);
}

#[test]
fn with_the_wiping_switched_off_the_same_search_finds_what_is_left() {
    let office = Office::new();
    let mut child = office.eraser(office.folder.path(), true);
    assert!(child.wait().unwrap().success(), "it ends");
    let after = Opened::new(office.folder.path(), &BTreeSet::new());
    let theirs = Search::new(office.gone().flat_map(|someone| &someone.words));
    let left = theirs.found(&after.bytes).len();
    assert!(left > GONE, "words of the hundred are left: {left}");
    let mut opened = unlock(office.folder.path()).unwrap();
    let journal = permit_of::<ReadJournal>(opened.account, Subject::Organisation);
    let said = opened
        .store
        .read(|records| records.erasures(&journal))
        .unwrap();
    assert_eq!(
        said[0].state,
        ErasureState::Fault,
        "and the program itself noticed, and calls it a fault"
    );
}
