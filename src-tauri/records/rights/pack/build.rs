//! What a pack is made of: what the store holds, without what this viewer may not give, looked through for names.

use std::collections::{BTreeMap, BTreeSet};

use domain::access::{self, Permit};
use domain::compartment::Compartment;
use domain::document::{DocumentKind, MediaType};
use domain::id::{CandidateId, RightsRequestId};
use domain::rights::{NameOf, Names};
use domain::sealed::OpeningPurpose;
use domain::source::SourceCategory;
use domain::text::fold;
use intake::document::apart;
use report::PackPaper;
use sha2::{Digest, Sha256};
use store::{
    CopyUse, OtherName, Pack, PackFile, PackTable, PackValue, RequestRecord, StoreError,
    WithheldPart, flat,
};

use super::words::{kind_word, media_ending, sealed_word};
use super::{PackKind, PackSuggestion, PackTally, SuggestionKind, portable};
use crate::desk::WriteDesk;
use crate::error::Error;
use crate::view::number;

const PRIVILEGE: &str =
    "legal professional privilege (Data Protection Act 2018, Schedule 2, paragraph 19)";
const BY_ANOTHER: &str = "to be added by somebody here who may read it";
const COUNTED_ONLY: &str =
    "sealed, and counted over many people only: nobody here can open one person’s answers";

/// Letters round a name that are shown with it.
const ROUND: usize = 60;

/// A pack that was put together, in the memory of the sign-in.
pub(crate) struct HeldPack {
    /// For which request.
    pub(crate) request: RightsRequestId,
    pub(super) kind: PackKind,
    pub(super) name: String,
    pub(super) tables: Vec<PackTable>,
    pub(super) files: Vec<PackFile>,
    pub(super) copies: Vec<PackPaper>,
    pub(super) withheld: Vec<WithheldPart>,
    pub(super) suggestions: Vec<PackSuggestion>,
    pub(super) names: Names,
}

impl std::fmt::Debug for HeldPack {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter
            .debug_struct("HeldPack")
            .field("tables", &self.tables.len())
            .finish_non_exhaustive()
    }
}

impl HeldPack {
    pub(super) fn tally(&self) -> Vec<PackTally> {
        // What is held of documents is a table of its own; of what they gave there are the files alone.
        let files = match self.kind {
            PackKind::Held => 0,
            PackKind::Portable => self.files.len(),
        };
        self.tables
            .iter()
            .map(|table| (table.title, table.lines.len()))
            .chain([("Files they sent", files)])
            .filter(|(_, count)| *count > 0)
            .map(|(title, count)| PackTally {
                title: title.to_owned(),
                count: number(count),
            })
            .collect()
    }
}

/// Puts together what is held, opens what is sealed as far as the viewer holds its key, and finds names of others.
pub(super) fn hold(
    desk: &mut WriteDesk<'_>,
    keeping: &Permit<access::KeepRegisters>,
    reading: &Permit<access::ReadCandidate>,
    record: &RequestRecord,
    kind: PackKind,
) -> Result<HeldPack, Error> {
    let candidate = reading.candidate().ok_or(Error::NotFound)?;
    let mut pack = desk.store.pack(keeping, reading)?;
    match kind {
        PackKind::Held => {}
        PackKind::Portable => {
            let own = desk.read(|desk| Ok(desk.records.candidate(reading)?))?;
            let source = own.full.map(|full| full.source.category);
            portable::keep(&mut pack, source.map(SourceCategory::directness));
        }
    }
    let Pack {
        tables,
        files,
        mut withheld,
    } = pack;
    let mut given = Vec::new();
    for table in tables {
        if table.lines.is_empty()
            || table.table == "sealed_record"
            || reading.class(table.class).reads()
        {
            given.push(table);
        } else {
            withheld.push(WithheldPart {
                kind: table.title.to_owned(),
                because: BY_ANOTHER.to_owned(),
                count: table.lines.len(),
            });
        }
    }
    let holds = given
        .iter()
        .find(|table| table.table == "hold")
        .map_or(0, |table| table.lines.len());
    if holds > 0 {
        withheld.push(WithheldPart {
            kind: "why a legal hold was placed, and where its papers are".to_owned(),
            because: PRIVILEGE.to_owned(),
            count: holds,
        });
    }
    let (mut can, mut cannot) = (Vec::new(), BTreeMap::new());
    for file in files {
        if reading.class(file.kind.access_class()).reads() {
            can.push(read_anew(file));
        } else {
            *cannot.entry(kind_word(file.kind)).or_insert(0) += 1;
        }
    }
    withheld.extend(cannot.into_iter().map(|(kind, count)| WithheldPart {
        kind: format!("files: {kind}"),
        because: BY_ANOTHER.to_owned(),
        count,
    }));
    let copies = open_sealed(desk, candidate, &mut given, &mut withheld)?;
    let (names, own, decided) = desk.read(|desk| {
        let others = desk.records.other_names(keeping, reading)?;
        let own = desk.records.candidate(reading)?;
        let name = match own.called {
            access::Called::Name(name) => name,
            access::Called::Alias(_) => return Err(Error::NotFound),
        };
        let names = Names::new(
            NameOf {
                given: name.given.as_ref().map(domain::text::Line::as_str),
                family: name.family.as_str(),
                near: true,
            },
            others.iter().map(|other| NameOf {
                given: other.given.as_deref(),
                family: &other.family,
                near: other.near,
            }),
        );
        let staff = words_of(others.iter().filter(|other| other.staff));
        let masks: BTreeMap<String, bool> = desk
            .records
            .request_masks(keeping, record.id)?
            .into_iter()
            .map(|(place, masked)| (hex::encode(place), masked))
            .collect();
        Ok((names, (name.full(), staff), masks))
    })?;
    let (name, staff) = own;
    let mut held = HeldPack {
        request: record.id,
        kind,
        name,
        tables: given,
        files: can,
        copies,
        withheld,
        suggestions: Vec::new(),
        names,
    };
    held.suggestions = suggestions(&held, record.id, &staff, &decided);
    Ok(held)
}

/// A document with its words as they are written. Those that are kept are folded, for searching: they stand in where it can't be
/// read any more.
fn read_anew(file: PackFile) -> PackFile {
    let anew = file
        .words
        .as_ref()
        .and_then(|_| apart::read(file.media, &file.content));
    PackFile {
        words: anew.or(file.words),
        ..file
    }
}

/// The words that names of these are made of.
fn words_of<'a>(names: impl Iterator<Item = &'a OtherName>) -> BTreeSet<String> {
    names
        .flat_map(|name| name.given.iter().chain([&name.family]))
        .flat_map(|part| part.split(|letter: char| !letter.is_alphanumeric()))
        .map(fold)
        .filter(|word| !word.is_empty())
        .collect()
}

/// Opens what is sealed to compartments that this viewer holds, which is journalled one by one, and says of the rest which
/// kinds there are.
fn open_sealed(
    desk: &mut WriteDesk<'_>,
    candidate: CandidateId,
    tables: &mut [PackTable],
    withheld: &mut Vec<WithheldPart>,
) -> Result<Vec<PackPaper>, Error> {
    let mut copies = Vec::new();
    let (opening, records) = desk.read(|desk| {
        let opening = desk
            .permit_on_candidate::<access::OpenSealed>(candidate)
            .ok();
        let reading = desk.permit_on_candidate::<access::ReadCandidate>(candidate)?;
        Ok((opening, desk.records.sealed_records(&reading)?))
    })?;
    let Some(table) = tables
        .iter_mut()
        .find(|table| table.table == "sealed_record")
    else {
        return Ok(copies);
    };
    let mut not_opened: BTreeMap<(&'static str, &'static str), usize> = BTreeMap::new();
    for (record, line) in records.iter().zip(&mut table.lines) {
        let compartment = record.kind.compartment();
        let opened = match &opening {
            Some(permit) if permit.opens(compartment).is_ok() => {
                let purpose = OpeningPurpose::AnswerRequest;
                match desk
                    .store
                    .open_sealed_record(permit, record.id, purpose, desk.now)
                {
                    Ok(text) => Some(text),
                    Err(StoreError::NotHeld) => None,
                    Err(error) => return Err(error.into()),
                }
            }
            Some(_) | None => None,
        };
        let Some(text) = opened else {
            let because = if compartment == Compartment::EqualityMonitoring {
                COUNTED_ONLY
            } else {
                BY_ANOTHER
            };
            *not_opened
                .entry((sealed_word(record.kind), because))
                .or_insert(0) += 1;
            continue;
        };
        line.values.push(PackValue {
            label: "Content".to_owned(),
            value: flat(&text),
            free: true,
        });
        if let (true, Some(permit)) = (record.has_copy, &opening) {
            let bytes = desk.store.open_copy(
                permit,
                record.id,
                (OpeningPurpose::AnswerRequest, CopyUse::Saved),
                desk.now,
            )?;
            let place = copies.len() + 1;
            let ending = MediaType::sniff(&bytes).map_or("bin", media_ending);
            copies.push(PackPaper {
                name: format!("copy-{place:02}.{ending}"),
                what: format!("a copy kept with: {}", sealed_word(record.kind)),
                bytes: bytes.to_vec(),
            });
        }
    }
    withheld.extend(
        not_opened
            .into_iter()
            .map(|((kind, because), count)| WithheldPart {
                kind: format!("what is sealed: {kind}"),
                because: because.to_owned(),
                count,
            }),
    );
    Ok(copies)
}

/// Every name of somebody else at every place, and every reference.
fn suggestions(
    held: &HeldPack,
    request: RightsRequestId,
    staff: &BTreeSet<String>,
    decided: &BTreeMap<String, bool>,
) -> Vec<PackSuggestion> {
    let mut found = Vec::new();
    let mut look = |key: &str, place: String, text: &str| {
        let mut seen = BTreeSet::new();
        for range in held.names.find(text) {
            let name = text.get(range.clone()).unwrap_or_default();
            if !seen.insert(fold(name)) {
                continue;
            }
            let mark = mark(request, key, &fold(name));
            let of_staff = name
                .split(|letter: char| !letter.is_alphanumeric())
                .all(|word| staff.contains(&fold(word)));
            found.push(PackSuggestion {
                masked: decided.get(&mark).copied(),
                mark,
                kind: if of_staff {
                    SuggestionKind::Staff
                } else {
                    SuggestionKind::Candidate
                },
                place: place.clone(),
                name: name.to_owned(),
                excerpt: round(text, range.start, range.end),
            });
        }
    };
    for table in &held.tables {
        for line in &table.lines {
            for value in line.values.iter().filter(|value| value.free) {
                look(
                    &format!("{}/{}", line.key, value.label),
                    format!("{}: {}", table.title, value.label),
                    &value.value,
                );
            }
        }
    }
    for file in &held.files {
        if let Some(words) = &file.words {
            look(
                &file_key(file),
                format!("The document: {}", kind_word(file.kind)),
                words,
            );
        }
    }
    for file in references(held) {
        let mark = mark(request, &file_key(file), "");
        found.push(PackSuggestion {
            masked: decided.get(&mark).copied(),
            mark,
            kind: SuggestionKind::Reference,
            place: "Documents: a reference".to_owned(),
            name: String::new(),
            excerpt: String::new(),
        });
    }
    found
}

fn references(held: &HeldPack) -> impl Iterator<Item = &PackFile> {
    held.files
        .iter()
        .filter(|file| file.kind == DocumentKind::Reference)
}

pub(super) fn file_key(file: &PackFile) -> String {
    format!("file/{}", file.id.uuid())
}

pub(super) fn mark(request: RightsRequestId, key: &str, name: &str) -> String {
    let mut hash = Sha256::new();
    for part in [
        request.uuid().as_bytes().as_slice(),
        key.as_bytes(),
        name.as_bytes(),
    ] {
        hash.update(u64::try_from(part.len()).unwrap_or(u64::MAX).to_be_bytes());
        hash.update(part);
    }
    hex::encode(hash.finalize())
}

/// The words round a name.
fn round(text: &str, start: usize, end: usize) -> String {
    let before: String = text
        .get(..start)
        .unwrap_or_default()
        .chars()
        .rev()
        .take(ROUND)
        .collect::<Vec<char>>()
        .into_iter()
        .rev()
        .collect();
    let after: String = text
        .get(start..)
        .unwrap_or_default()
        .chars()
        .take(ROUND + end.saturating_sub(start))
        .collect();
    format!("{before}{after}")
}
