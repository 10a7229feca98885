//! The access review as a file to hand to an auditor: who can see what, and why.
//!
//! The file leaves the store, so no erasure reaches it. It therefore names the people who sign in and no candidate:
//! one who is reviewed stands in it by their reference.

use domain::access;
use domain::id::{AccountId, CandidateId};
use report::guarded;
use serde::Deserialize;
use store::{About, Detail, Entry};

use super::review::{
    WayView, WhatCanSee, WhatCanSeeView, WhoCanSee, WhoCanSeeView, what_can_see, who_can_see,
};
use crate::desk::{ReadDesk, WriteDesk};
use crate::error::Error;
use crate::view::Nothing;
use crate::words;

/// Asks for a file of the access review.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(
    tag = "of",
    rename_all = "camelCase",
    rename_all_fields = "camelCase",
    deny_unknown_fields
)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub enum ExportReview {
    /// Who can see a candidate.
    Candidate {
        /// Which.
        candidate: CandidateId,
    },
    /// What an account can see.
    Account {
        /// Which.
        account: AccountId,
    },
    /// What every account can see.
    Organisation,
}

/// A file to be saved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReviewFile {
    /// What is in it: CSV, in UTF-8 with a mark at its beginning, by which spreadsheets know that.
    pub bytes: Vec<u8>,
}

/// What stands at the head of each column.
const HEAD: [&str; 11] = [
    "Reviewed on",
    "About",
    "Person",
    "Role",
    "Sees by",
    "Of",
    "From",
    "Until",
    "Rule",
    "Keys to sealed classes",
    "Remark",
];

/// One way by which somebody sees something, or that they do not.
#[derive(Default)]
struct Line {
    about: String,
    person: String,
    role: String,
    by: String,
    of: String,
    from: String,
    until: String,
    rule: String,
    sealed: String,
    remark: String,
}

/// Says whether a review may be had, before anybody is asked where to save it.
///
/// # Errors
/// As [`export_review`].
pub fn check_export(desk: &ReadDesk<'_>, request: ExportReview) -> Result<Nothing, Error> {
    lines(desk, request).map(|_| Nothing {})
}

/// Makes a file of the access review. That it was made stands in the journal.
///
/// # Errors
/// A refusal for everyone but HR, the data protection officer and auditors within what they audit.
pub fn export_review(desk: &mut WriteDesk<'_>, request: ExportReview) -> Result<ReviewFile, Error> {
    let today = desk.today.to_string();
    let (lines, actor) = desk.read(|desk| Ok((lines(desk, request)?, desk.viewer.account)))?;
    let entry = Entry::new("export-access-review");
    let entry = match request {
        ExportReview::Candidate { candidate } => entry
            .about(About::Candidate(candidate))
            .with("of", Detail::Word("candidate")),
        ExportReview::Account { account } => entry
            .about(About::Account(account))
            .with("of", Detail::Word("account")),
        ExportReview::Organisation => entry.with("of", Detail::Word("organisation")),
    };
    let bytes = csv(&today, &lines);
    desk.store.note(Some(actor), desk.now, entry)?;
    Ok(ReviewFile { bytes })
}

fn lines(desk: &ReadDesk<'_>, request: ExportReview) -> Result<Vec<Line>, Error> {
    match request {
        ExportReview::Candidate { candidate } => {
            let found = who_can_see(desk, WhoCanSee { candidate })?;
            Ok(of_candidate(candidate, found))
        }
        ExportReview::Account { account } => of_account(desk, account),
        ExportReview::Organisation => {
            let _permit = desk.permit_on_organisation::<access::ReviewAccess>()?;
            let mut lines = Vec::new();
            for account in desk.records.accounts()? {
                lines.extend(of_account(desk, account.id)?);
            }
            Ok(lines)
        }
    }
}

fn of_candidate(candidate: CandidateId, found: WhoCanSeeView) -> Vec<Line> {
    let about = format!("Candidate {}", candidate.uuid());
    let seeing = found.rows.into_iter().flat_map(|row| {
        let (name, blind) = (row.name, row.blind);
        row.ways
            .into_iter()
            .map(move |way| (name.clone(), blind, way))
    });
    let seeing = seeing.map(|(person, blind, way)| Line {
        person,
        remark: if blind {
            "The candidate’s name is hidden from them".to_owned()
        } else {
            String::new()
        },
        ..of_way(way)
    });
    let conflicts = found.conflicts.into_iter().map(|conflict| Line {
        person: conflict.name,
        by: "Nothing".to_owned(),
        from: conflict.declared_on.to_string(),
        rule: "A4".to_owned(),
        remark: "A conflict of interest was declared".to_owned(),
        ..Line::default()
    });
    seeing
        .chain(conflicts)
        .map(|line| Line {
            about: about.clone(),
            ..line
        })
        .collect()
}

fn of_account(desk: &ReadDesk<'_>, account: AccountId) -> Result<Vec<Line>, Error> {
    let person = desk.names()?.remove(&account).ok_or(Error::NotFound)?;
    let WhatCanSeeView {
        role,
        ways,
        sealed,
        nothing,
        ..
    } = what_can_see(desk, WhatCanSee { account })?;
    let mut lines: Vec<Line> = ways.into_iter().map(of_way).collect();
    if lines.is_empty() {
        lines.push(Line {
            by: "Nothing".to_owned(),
            rule: nothing
                .as_ref()
                .map_or_else(|| "A1".to_owned(), |why| why.rule.clone()),
            remark: if nothing.is_some() {
                "No data protection training that counts today".to_owned()
            } else {
                "No part in a vacancy or a team".to_owned()
            },
            ..Line::default()
        });
    }
    let sealed = sealed
        .into_iter()
        .map(words::compartment)
        .collect::<Vec<_>>()
        .join("; ");
    Ok(lines
        .into_iter()
        .map(|line| Line {
            about: "Every record".to_owned(),
            person: person.clone(),
            role: words::begun(words::role(role)),
            sealed: words::begun(&sealed),
            ..line
        })
        .collect())
}

fn of_way(way: WayView) -> Line {
    let day = |day: Option<chrono::NaiveDate>| day.map(|day| day.to_string()).unwrap_or_default();
    let by = way
        .relation
        .map(words::relation)
        .or_else(|| way.role.map(words::role))
        .unwrap_or_default();
    Line {
        by: words::begun(by),
        of: way.vacancy_title.unwrap_or_else(|| "Everything".to_owned()),
        from: day(way.from),
        until: day(way.until),
        rule: way.because.rule,
        ..Line::default()
    }
}

fn csv(today: &str, lines: &[Line]) -> Vec<u8> {
    let mut writer = csv::WriterBuilder::new()
        .terminator(csv::Terminator::CRLF)
        .from_writer("\u{feff}".as_bytes().to_vec());
    // Writing to memory does not fail.
    writer.write_record(HEAD).unwrap_or_default();
    for line in lines {
        let cells = [
            today,
            &line.about,
            &line.person,
            &line.role,
            &line.by,
            &line.of,
            &line.from,
            &line.until,
            &line.rule,
            &line.sealed,
            &line.remark,
        ];
        writer.write_record(cells.map(guarded)).unwrap_or_default();
    }
    writer.into_inner().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_that_begins_like_a_formula_stays_a_name() {
        let line = Line {
            person: "=HYPERLINK(\"x\")".to_owned(),
            of: "+1".to_owned(),
            ..Line::default()
        };
        let text = String::from_utf8(csv("2026-11-23", &[line])).expect("UTF-8");
        assert!(text.contains("\"'=HYPERLINK(\"\"x\"\")\""), "{text}");
        assert!(text.contains(",'+1,"), "{text}");
        assert!(text.starts_with("\u{feff}Reviewed on,"), "{text}");
    }
}
