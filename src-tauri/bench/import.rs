//! Bringing a file in: recognised, checked, compared with everyone here, shown, written and undoable.

use std::collections::BTreeMap;
use std::path::Path;
use std::time::Duration;

use domain::source::SourceCategory;
use records::import::{self, ImportChoices, RunImport};

use crate::Outcome;
use crate::office::Office;
use crate::plain::{Plain, PlainApplication, PlainPerson};
use crate::sample::Scratch;
use crate::sheet;
use crate::table::{Measured, Target};
use crate::timing::Times;

/// Rows of the file.
const ROWS: usize = 100_000;

/// The preview and the import, against reading the rows with the csv crate and inserting them.
pub(crate) fn measure(scratch: &Scratch) -> Outcome<Measured> {
    let mut office = Office::open(&scratch.store())?;
    let plain = Plain::open(&scratch.plain())?;
    let file = scratch.file();
    sheet::write(&file, ROWS, &mut office)?;
    let (mut ours, mut theirs) = (Times::default(), Times::default());
    let receipt = ours.run(|| brought_in(&mut office, &file))?;
    if receipt.refused > 0 || receipt.applications < u32::try_from(ROWS)? / 2 {
        return Err(format!("the import is not what was meant: {receipt:?}").into());
    }
    theirs.run(|| plain.together(|| inserted_plainly(&plain, &file)))?;
    Ok(Measured::new(
        "import",
        format!("{ROWS} rows, {} people added", receipt.added),
        &ours,
        &theirs,
        Target {
            time: Some(Duration::from_secs(8)),
            ratio: Some(2.5),
        },
    ))
}

/// As from the window: chosen and previewed, then brought in.
fn brought_in(office: &mut Office, file: &Path) -> Outcome<import::ImportReceipt> {
    let choices = ImportChoices {
        default_source: Some(SourceCategory::Website),
        ..ImportChoices::default()
    };
    let chosen = office.read(|desk| import::choose(desk, file.to_owned()))?;
    let request = RunImport {
        file: chosen.file,
        choices,
        job: 0,
    };
    office.write(|desk| import::run(desk, request))
}

fn inserted_plainly(plain: &Plain, file: &Path) -> Outcome<()> {
    let mut reader = csv::Reader::from_path(file)?;
    let mut record = csv::StringRecord::new();
    let mut vacancies: BTreeMap<String, i64> = BTreeMap::new();
    let mut number = 0_u128;
    while reader.read_record(&mut record)? {
        let column = |place: usize| record.get(place).unwrap_or_default();
        number = number.wrapping_add(1);
        let id = number.to_be_bytes();
        let vacancy = if let Some(vacancy) = vacancies.get(column(5)) {
            *vacancy
        } else {
            let row = plain.add_vacancy(id, column(5))?;
            vacancies.insert(column(5).to_owned(), row);
            row
        };
        let candidate = plain.add_person(&PlainPerson {
            id,
            given: Some(column(0)),
            family: column(1),
            preferred: None,
            email: column(2),
            phone: column(3),
            postcode: column(4),
            source: "website",
            received_on: column(6),
            erase_on: (!column(8).is_empty()).then(|| column(8)),
        })?;
        let ended = column(7) == "Rejected";
        plain.add_application(
            candidate,
            &PlainApplication {
                id,
                vacancy,
                applied_on: column(6),
                stage: "applied",
                outcome: ended.then_some("rejected"),
                reason: ended.then_some("essential-criteria"),
                outcome_on: ended.then(|| column(8)),
            },
        )?;
    }
    Ok(())
}
