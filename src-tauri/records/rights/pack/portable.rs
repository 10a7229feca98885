//! What somebody gave, of all that is held of them: what the right to take it elsewhere is about (UK GDPR Art 20(1); RULEBOOK
//! DSR-13). It is what they told or sent for their application, under the contract they asked for, or by permission; nothing
//! that others found or wrote, nothing that the law has us keep.

use std::collections::BTreeSet;

use domain::document::DocumentKind;
use domain::source::Directness;
use report::{AccessPack, PackSection, PortablePack, Resume};
use store::{Pack, PackLine, WithheldPart};

use super::build::HeldPack;

/// Tables with something they gave, each with what of a line is theirs.
const GAVE: &[(&str, &[&str])] = &[
    (
        "candidate",
        &[
            "Title",
            "Given names",
            "Family name",
            "Preferred name",
            ADDRESS,
            POSTCODE,
            "Preferred way to be contacted",
        ],
    ),
    ("candidate_email", &[ADDRESS]),
    ("candidate_phone", &[NUMBER]),
    ("application", &["Role", "Reference", "Applied on"]),
    (
        "message",
        &["About the role", "At", "With", "Subject", "Text"],
    ),
    (
        "permission",
        &["What for", "Role", "Given on", "Months", "Wording"],
    ),
    ("reserve_entry", &[SKILLS, "Places", "Kinds of vacancy"]),
];

/// Tables with how to reach them.
const CONTACT: [&str; 3] = ["candidate", "candidate_email", "candidate_phone"];

const ADDRESS: &str = "Address";
const POSTCODE: &str = "Postcode";
const NUMBER: &str = "Number";
const SKILLS: &str = "Skills";

/// Leaves of a pack what they gave. Contact details that somebody else gave are none of it.
pub(super) fn keep(pack: &mut Pack, source: Option<Directness>) {
    pack.withheld.clear();
    let by_another = source != Some(Directness::Direct);
    pack.tables.retain_mut(|table| {
        let Some((_, labels)) = GAVE.iter().find(|(name, _)| *name == table.table) else {
            return false;
        };
        if table.table == "message" {
            table.lines.retain(came_in);
        }
        if by_another && CONTACT.contains(&table.table) {
            if !table.lines.is_empty() {
                pack.withheld.push(WithheldPart {
                    kind: table.title.to_owned(),
                    because:
                        "given by somebody else, and not by the person (UK GDPR Article 20(1))"
                            .to_owned(),
                    count: table.lines.len(),
                });
            }
            return false;
        }
        for line in &mut table.lines {
            line.values
                .retain(|value| labels.contains(&value.label.as_str()));
        }
        table.lines.retain(|line| !line.values.is_empty());
        true
    });
    pack.files.retain(|file| match file.kind {
        DocumentKind::Cv | DocumentKind::Letter | DocumentKind::ApplicationForm => true,
        DocumentKind::Reference
        | DocumentKind::Assessment
        | DocumentKind::Offer
        | DocumentKind::Other
        | DocumentKind::Message => false,
    });
}

fn came_in(line: &PackLine) -> bool {
    line.values
        .iter()
        .any(|value| value.label == "Which way" && value.value == "in")
}

/// What they gave, as it is handed out: names of others are masked in it already.
pub(super) fn of(held: &HeldPack, pack: AccessPack) -> PortablePack {
    let tables = || held.tables.iter().zip(&pack.sections);
    let all = |table: &str, label: &str| -> Vec<String> {
        tables()
            .filter(|(held, _)| held.table == table)
            .flat_map(|(_, section)| said(section, label))
            .collect()
    };
    let first = |table: &str, label: &str| all(table, label).into_iter().next();
    let mut seen = BTreeSet::new();
    let skills = all("reserve_entry", SKILLS)
        .iter()
        .flat_map(|skills| skills.lines())
        .map(|skill| skill.trim().to_owned())
        .filter(|skill| !skill.is_empty() && seen.insert(skill.clone()))
        .collect();
    let resume = Resume {
        name: pack.name.clone(),
        email: first("candidate_email", ADDRESS),
        phone: first("candidate_phone", NUMBER),
        address: first("candidate", ADDRESS),
        postcode: first("candidate", POSTCODE),
        skills,
    };
    PortablePack {
        resume,
        sections: pack.sections,
        texts: pack.texts,
        papers: pack.papers,
        withheld: pack.withheld,
        at: pack.at,
    }
}

fn said(section: &PackSection, label: &str) -> Vec<String> {
    section
        .lines
        .iter()
        .flatten()
        .filter(|(name, _)| name == label)
        .map(|(_, value)| value.clone())
        .collect()
}
