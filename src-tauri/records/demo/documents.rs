//! CVs of those who are interviewed, so that an interviewer of the sample has something to read.

use chrono::{DateTime, Utc};
use domain::document::{DocumentKind, FileName};
use domain::id::{ApplicationId, CandidateId};
use store::Store;
use zeroize::Zeroizing;

use super::made_up;
use crate::desk::{Session, Unwatched, WriteDesk};
use crate::document::{DocumentDetails, NewFile, add as add_documents};
use crate::error::Error;

/// What they did before: each CV has another pair of these.
const WORK: [&str; 6] = [
    "Caseworker, Riverside Advice Centre, four years. Wrote to landlords and councils, and won more than was lost.",
    "Press assistant, Northgate Evening Post, three years. Two deadlines a day, none missed.",
    "Volunteer organiser, Harbour Food Bank, two years. Brought forty people together each Saturday.",
    "Research assistant, University of Eastmouth, three years. Read a great deal and made it short.",
    "Campaign officer, Better Buses, five years. Petitions, street stalls, and one changed timetable.",
    "Office manager, Larkfield Surgery, six years. Payroll, rotas, and calm at the front desk.",
];

/// What they say of themselves.
const SKILLS: [&str; 3] = [
    "Plain writing, spreadsheets, speaking to a full room.",
    "Welsh and English, media relations, first aid.",
    "Interviewing, budgets, keeping a promise.",
];

/// Somebody who sent a CV.
pub(super) struct Sender {
    pub(super) candidate: CandidateId,
    pub(super) application: ApplicationId,
    /// Their whole name.
    pub(super) name: String,
}

/// Adds a CV of each, under the application that it was collected for.
pub(super) fn add(
    store: &mut Store,
    session: &Session,
    senders: &[Sender],
    now: DateTime<Utc>,
) -> Result<(), Error> {
    let clock = domain::clock::FixedClock(now);
    let mut desk = WriteDesk::new(store, session, &clock, &Unwatched);
    let jobs = WORK.iter().zip(WORK.iter().cycle().skip(2)).cycle();
    let written = jobs.zip(SKILLS.iter().cycle());
    for (sender, ((latest, before), skills)) in senders.iter().zip(written) {
        let words = format!(
            "{}\nCurriculum vitae\n\nWork\n{latest}\n{before}\n\nWhat I bring\n{skills}\n",
            sender.name
        );
        let details = DocumentDetails {
            candidate: sender.candidate,
            application: Some(sender.application),
            kind: DocumentKind::Cv,
            label: None,
        };
        let file = NewFile {
            name: made_up(FileName::parse("CV.txt"))?,
            content: Zeroizing::new(words.clone().into_bytes()),
            text: Some(Zeroizing::new(words)),
        };
        add_documents(&mut desk, details, vec![file])?;
    }
    Ok(())
}
