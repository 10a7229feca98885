//! What is put together for whoever asked: all that is held, or what they gave in a form for other programs. It is looked
//! through for others by a person, and saved (RULEBOOK DSR-08, DSR-09, DSR-13). Nothing is saved while a name is undecided.

mod build;
mod given;
mod portable;
mod words;

use std::collections::BTreeMap;

use domain::access;
use domain::deadline::Right;
use domain::id::{CandidateId, RightsRequestId};
use serde::{Deserialize, Serialize};
use store::{About, Detail, Entry, RequestRecord};

use super::{Answering, answering, entry, find, number_of};
use crate::desk::{ReadDesk, WriteDesk};
use crate::error::Error;
use crate::report::{FileName, ReportFile};
use crate::view::number;

pub(crate) use build::HeldPack;

/// What is put together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub enum PackKind {
    /// All that is held (UK GDPR Art 15).
    Held,
    /// What they gave, in a form for other programs (UK GDPR Art 20).
    Portable,
}

impl PackKind {
    const fn right(self) -> Right {
        match self {
            Self::Held => Right::Access,
            Self::Portable => Right::Portability,
        }
    }

    const fn rule(self) -> &'static str {
        match self {
            Self::Held => "DSR-08",
            Self::Portable => "DSR-13",
        }
    }

    const fn file(self) -> &'static str {
        match self {
            Self::Held => "what-we-hold",
            Self::Portable => "what-you-gave",
        }
    }
}

/// Puts together what is held of whoever a request is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct AssemblePack {
    /// For which request.
    pub request: RightsRequestId,
    /// What of it.
    pub kind: PackKind,
}

/// What is held, to be looked through before it is given.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct PackReview {
    /// The pack: [`SavePack`] names it. It is kept in memory until the lock.
    pub pack: u32,
    /// What is in it, by kind.
    pub tally: Vec<PackTally>,
    /// What is held and not in it, by kind.
    pub withheld: Vec<WithheldView>,
    /// Names of others, and references: a person decides on each.
    pub suggestions: Vec<PackSuggestion>,
}

/// How much of a kind is in a pack.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct PackTally {
    /// What it is.
    pub title: String,
    /// How many.
    pub count: u32,
}

/// A kind of thing that is held and not given.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct WithheldView {
    /// What it is.
    pub kind: String,
    /// Why.
    pub because: String,
    /// How many.
    pub count: u32,
}

/// What a suggestion is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub enum SuggestionKind {
    /// The name of another candidate.
    Candidate,
    /// The name of a colleague.
    Staff,
    /// A reference, which may have been given in confidence.
    Reference,
}

/// Something for a person to decide.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct PackSuggestion {
    /// Which: a decision names it.
    pub mark: String,
    /// What it is about.
    pub kind: SuggestionKind,
    /// Where it stands.
    pub place: String,
    /// The name as it stands there; empty for a reference.
    pub name: String,
    /// The words round it; empty for a reference.
    pub excerpt: String,
    /// What was decided when a pack was saved before.
    pub masked: Option<bool>,
}

/// What a person decided.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct MaskDecision {
    /// On which suggestion.
    pub mark: String,
    /// Whether it is withheld.
    pub masked: bool,
}

/// Saves a pack for whoever asked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct SavePack {
    /// For which request.
    pub request: RightsRequestId,
    /// The revision the page saw.
    pub revision: u32,
    /// The pack that was looked through.
    pub pack: u32,
    /// What was decided on every suggestion.
    pub decisions: Vec<MaskDecision>,
}

/// Puts together what is held. That it was, and everything sealed that was opened for it, is in the journal.
///
/// # Errors
/// A refusal for everyone but HR and the data protection officer; [`Error::Rule`] where the request does not ask for it, or
/// nobody knows yet whom it is about or whether it is them.
pub fn assemble(desk: &mut WriteDesk<'_>, request: AssemblePack) -> Result<PackReview, Error> {
    let keeping = desk.permit_on_organisation::<access::KeepRegisters>()?;
    let record = desk.read(|desk| find(desk, request.request))?;
    let candidate = may_give(&record, request.kind)?;
    let reading = desk.read(|desk| desk.permit_on_candidate::<access::ReadCandidate>(candidate))?;
    let note = Entry::new(match request.kind {
        PackKind::Held => "assemble-pack",
        PackKind::Portable => "assemble-portable",
    });
    let note = note
        .about(About::Candidate(candidate))
        .with("number", Detail::Number(record.number.into()));
    desk.store.note(Some(keeping.actor()), desk.now, note)?;
    let held = build::hold(desk, &keeping, &reading, &record, request.kind)?;
    let mut session = desk.session.held();
    let pack = session.number();
    let review = PackReview {
        pack,
        tally: held.tally(),
        withheld: held
            .withheld
            .iter()
            .map(|part| WithheldView {
                kind: part.kind.clone(),
                because: part.because.clone(),
                count: number(part.count),
            })
            .collect(),
        suggestions: held.suggestions.clone(),
    };
    session.pack = Some((pack, held));
    Ok(review)
}

/// Whose record may be given to whoever asked.
fn may_give(record: &RequestRecord, kind: PackKind) -> Result<CandidateId, Error> {
    let rule = kind.rule();
    if !record.case.uses(kind.right()) {
        return Err(Error::rule(
            rule,
            match kind {
                PackKind::Held => "This request does not ask for what is held (rule DSR-08).",
                PackKind::Portable => {
                    "This request does not ask for data in a form for other programs (rule DSR-13)."
                }
            },
        ));
    }
    if matches!(
        record.case.identity,
        domain::rights::IdentityStep::Asked { .. }
    ) {
        return Err(Error::rule(
            "DSR-03",
            "It is not known yet whether it is them: note first that they showed who they are (rule DSR-03).",
        ));
    }
    record.candidate.ok_or_else(|| {
        let sentence = format!("Say first whom the request is about (rule {rule}).");
        Error::rule(rule, sentence)
    })
}

/// Says whether a pack may be had, and what its file is called, before anybody is asked where to save it.
///
/// # Errors
/// As [`save_pack`].
pub fn check_pack(desk: &ReadDesk<'_>, request: SavePack) -> Result<FileName, Error> {
    desk.permit_on_organisation::<access::KeepRegisters>()?;
    let record = find(desk, request.request)?;
    let kind = check(desk, &record, &request)?;
    Ok(FileName {
        name: file_name(record.number, kind),
    })
}

fn file_name(number: u32, kind: PackKind) -> String {
    format!("{}-{}.zip", number_of(number), kind.file())
}

/// Checks that a pack may be saved, and says what it is of.
fn check(
    desk: &ReadDesk<'_>,
    record: &RequestRecord,
    request: &SavePack,
) -> Result<PackKind, Error> {
    let held = desk.session.held();
    let (_, pack) = held
        .pack
        .as_ref()
        .filter(|(name, pack)| *name == request.pack && pack.request == request.request)
        .ok_or(Error::Stale)?;
    may_give(record, pack.kind)?;
    if !record.case.is_open() {
        return Err(super::refused(domain::rights::CaseRefusal::Closed));
    }
    let decided = decisions(request);
    let undecided = pack
        .suggestions
        .iter()
        .filter(|suggestion| !decided.contains_key(suggestion.mark.as_str()))
        .count();
    if undecided > 0 {
        return Err(Error::rule(
            "DSR-09",
            format!(
                "{undecided} of the names and references found are undecided. Decide on each first: nothing is given while \
                 one is open (rule DSR-09)."
            ),
        ));
    }
    Ok(pack.kind)
}

fn decisions(request: &SavePack) -> BTreeMap<&str, bool> {
    request
        .decisions
        .iter()
        .map(|decision| (decision.mark.as_str(), decision.masked))
        .collect()
}

/// Makes the file for whoever asked, one ZIP: a PDF, the same as JSON, and the files of documents; or a JSON Resume, a CSV and
/// the files they gave. That it left, and with how much withheld, is in the journal of the person.
///
/// # Errors
/// A refusal for everyone but HR and the data protection officer; [`Error::Stale`] when it is not the pack that was looked
/// through; [`Error::Rule`] while a suggestion is undecided.
pub fn save_pack(desk: &mut WriteDesk<'_>, request: SavePack) -> Result<ReportFile, Error> {
    let Answering { permit, record } = answering(desk, request.request, request.revision)?;
    let kind = desk.read(|desk| check(desk, &record, &request))?;
    let candidate = may_give(&record, kind)?;
    // Who may not see the person any more gives nothing of them, whatever was put together before.
    desk.read(|desk| desk.permit_on_candidate::<access::ReadCandidate>(candidate))?;
    let decided = decisions(&request);
    let (bytes, marks, withheld) = desk.read(|desk| {
        let held = desk.session.held();
        let (_, pack) = held.pack.as_ref().ok_or(Error::Stale)?;
        let made = given::pack(desk, &record, pack, &decided)?;
        let marks: Vec<([u8; 32], bool)> = pack
            .suggestions
            .iter()
            .filter_map(|suggestion| {
                let bytes = hex::decode(&suggestion.mark).ok()?;
                let masked = *decided.get(suggestion.mark.as_str())?;
                Some((bytes.try_into().ok()?, masked))
            })
            .collect();
        let withheld = number(made.withheld.len());
        let bytes = match kind {
            PackKind::Held => made.zip()?,
            PackKind::Portable => portable::of(pack, made).zip()?,
        };
        Ok((bytes, marks, withheld))
    })?;
    let mut after = record.clone();
    let (gave, saved) = match kind {
        PackKind::Held => {
            after.case.pack_made_on = Some(desk.today);
            ("give-pack", "save-pack")
        }
        PackKind::Portable => {
            after.case.portable_made_on = Some(desk.today);
            ("give-portable", "save-portable")
        }
    };
    desk.write(&permit, |tx| {
        tx.update_request(&permit, &after)?;
        for (place, masked) in &marks {
            tx.put_request_mask(&permit, record.id, place, *masked)?;
        }
        let masked = marks.iter().filter(|(_, masked)| *masked).count();
        let said = Entry::new(gave)
            .about(About::Candidate(candidate))
            .with("number", Detail::Number(record.number.into()))
            .with("names-withheld", Detail::Number(number(masked).into()))
            .with("kinds-withheld", Detail::Number(withheld.into()));
        Ok::<_, Error>(((), said))
    })?;
    let said = entry(saved, record.id);
    desk.store.note(Some(permit.actor()), desk.now, said)?;
    Ok(ReportFile {
        name: file_name(record.number, kind),
        bytes,
    })
}
