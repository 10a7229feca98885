//! Opening one candidate: everything on their page.

use std::time::Duration;

use domain::id::CandidateId;
use records::candidate::{self, CandidateColumn, OpenCandidate, ReadCandidates};

use crate::Outcome;
use crate::arguments::Arguments;
use crate::list::{everyone, values};
use crate::office::Office;
use crate::plain::Plain;
use crate::table::{Measured, Target};
use crate::timing::{Dice, Times};

/// What is on the page, with how many columns each part has.
const PARTS: [(&str, usize); 6] = [
    (
        "SELECT candidate.row, candidate.title, candidate.given, candidate.family, candidate.preferred_name,
                candidate.address, candidate.postcode, candidate.preferred_contact, candidate.source,
                candidate.source_detail, candidate.received_on, candidate.notice_given_on, candidate.added_at,
                candidate.revision, candidate.erase_on, import.id
         FROM candidate
         LEFT JOIN import ON import.row = candidate.import
         WHERE candidate.id = ?1",
        16,
    ),
    (
        "SELECT address
         FROM candidate_email
         WHERE candidate = (SELECT row FROM candidate WHERE id = ?1)
         ORDER BY position",
        1,
    ),
    (
        "SELECT number
         FROM candidate_phone
         WHERE candidate = (SELECT row FROM candidate WHERE id = ?1)
         ORDER BY position",
        1,
    ),
    (
        "SELECT application.id, vacancy.id, vacancy.title, vacancy.closed_out_on, application.applied_on,
                application.stage, application.stage_reached, application.outcome, application.reason,
                application.outcome_on, application.handed_over_on
         FROM candidate
         JOIN application ON application.candidate = candidate.row
         JOIN vacancy ON vacancy.row = application.vacancy
         WHERE candidate.id = ?1
         ORDER BY application.applied_on DESC, application.row DESC",
        11,
    ),
    (
        "SELECT application_event.at, account.name, application_event.what, application_event.before,
                application_event.after
         FROM candidate
         JOIN application ON application.candidate = candidate.row
         JOIN application_event ON application_event.application = application.row
         JOIN account ON account.row = application_event.account
         WHERE candidate.id = ?1
         ORDER BY application_event.row",
        5,
    ),
    (
        "SELECT permission.purpose, permission.given_on, permission.months, permission.means, permission.evidence,
                permission.wording, permission.ends_on, reserve_entry.role_families, reserve_entry.merit
         FROM candidate
         JOIN permission ON permission.candidate = candidate.row
         LEFT JOIN reserve_entry ON reserve_entry.permission = permission.row
         WHERE candidate.id = ?1",
        9,
    ),
];

/// The use case, against the same tables read by the same keys.
pub(crate) fn measure(
    office: &mut Office,
    plain: &Plain,
    arguments: Arguments,
) -> Outcome<Measured> {
    let rounds = arguments.quick_or(200, 2000);
    let people = anybody(office, rounds)?;
    let (mut ours, mut theirs) = (Times::default(), Times::default());
    for candidate in people {
        ours.run(|| office.read(|desk| candidate::open(desk, OpenCandidate { candidate })))?;
        theirs.run(|| opened_plainly(plain, candidate))?;
    }
    Ok(Measured::new(
        "open a candidate",
        format!("anyone × {rounds}"),
        &ours,
        &theirs,
        Target {
            time: Some(Duration::from_millis(50)),
            ratio: Some(2.0),
        },
    ))
}

fn anybody(office: &mut Office, number: usize) -> Outcome<Vec<CandidateId>> {
    let list = office.read(|desk| candidate::list(desk, everyone(CandidateColumn::Name)))?;
    let total = usize::try_from(list.total)?;
    let mut dice = Dice(11);
    (0..number)
        .map(|_| {
            let request = ReadCandidates {
                list: list.list,
                start: u32::try_from(dice.below(total))?,
                count: 1,
            };
            let page = office.read(|desk| candidate::read_list(desk, request))?;
            let row = page.rows.first().ok_or("nobody is there")?;
            Ok(row.candidate)
        })
        .collect()
}

fn opened_plainly(plain: &Plain, candidate: CandidateId) -> Outcome<Vec<String>> {
    let mut page = Vec::new();
    for (sql, columns) in PARTS {
        let mut statement = plain.sql().prepare_cached(sql)?;
        let mut rows = statement.query([candidate.uuid().as_bytes()])?;
        while let Some(row) = rows.next()? {
            values(row, columns, &mut page)?;
        }
    }
    Ok(page)
}
