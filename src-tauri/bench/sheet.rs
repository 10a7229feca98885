//! A file of applicants as another system exports it, all of them made up.

use std::path::Path;

use chrono::{Days, NaiveDate};
use domain::access::Shown;
use domain::clock::Clock;
use records::candidate::{self, CandidateColumn, CandidateRow, ReadCandidates};

use crate::Outcome;
use crate::list::everyone;
use crate::office::Office;
use crate::sample::clock;
use crate::timing::Dice;

/// The headings; the rows have their values in this order.
const HEADINGS: [&str; 9] = [
    "First name",
    "Last name",
    "Email",
    "Phone",
    "Postcode",
    "Vacancy",
    "Applied on",
    "Status",
    "Decision date",
];

const GIVEN: [&str; 16] = [
    "Ada", "Bryn", "Carys", "Dele", "Esme", "Farid", "Gwen", "Huw", "Ivy", "Jonas", "Kezia",
    "Liam", "Maya", "Noor", "Zoë", "Renée",
];
const FAMILY: [&str; 16] = [
    "Abbott",
    "Baptiste",
    "Chaudhry",
    "Dunne",
    "Eze",
    "Forde",
    "Gill",
    "Hart",
    "Ito",
    "Jones",
    "Kaur",
    "Lindqvist",
    "Müller",
    "Nash",
    "O'Dowd",
    "Price",
];
const POSTCODES: [&str; 4] = ["SE1 8XX", "M4 1HQ", "CF10 3AT", "LS1 4DY"];
const VACANCIES: [&str; 5] = [
    "Press Officer",
    "Finance Assistant",
    "Research Assistant",
    "Volunteer Lead",
    "Fundraising Officer",
];
const STAGES: [&str; 4] = ["Applied", "Screening", "Interview", "Rejected"];

/// Writes so many rows: one in twenty about someone who is in the store already, one in twenty about someone
/// who stands in the row before.
pub(crate) fn write(file: &Path, rows: usize, office: &mut Office) -> Outcome<()> {
    let here = here_already(office, rows / 20)?;
    let today = clock().today();
    let mut dice = Dice(23);
    let mut writer = csv::Writer::from_path(file)?;
    writer.write_record(HEADINGS)?;
    let mut before = Applicant::default();
    for number in 0..rows {
        let applicant = match number % 20 {
            0 => here
                .get(number / 20)
                .cloned()
                .unwrap_or_else(|| Applicant::new(number, &mut dice)),
            1 => before,
            _ => Applicant::new(number, &mut dice),
        };
        let applied = before_today(today, 20, 60, &mut dice);
        let status = dice.pick(&STAGES);
        let decided = if status == "Rejected" {
            before_today(today, 1, 15, &mut dice).to_string()
        } else {
            String::new()
        };
        writer.write_record([
            applicant.given.as_str(),
            &applicant.family,
            &applicant.email,
            &applicant.phone,
            dice.pick(&POSTCODES),
            dice.pick(&VACANCIES),
            &applied.to_string(),
            status,
            &decided,
        ])?;
        before = applicant;
    }
    writer.flush()?;
    Ok(())
}

/// What a person is known by.
#[derive(Clone, Debug, Default)]
struct Applicant {
    given: String,
    family: String,
    email: String,
    phone: String,
}

impl Applicant {
    fn new(number: usize, dice: &mut Dice) -> Self {
        Self {
            given: dice.pick(&GIVEN).to_owned(),
            family: dice.pick(&FAMILY).to_owned(),
            email: format!("applicant{number}@example.com"),
            phone: format!("07700 {:06}", number % 1_000_000),
        }
    }
}

fn before_today(today: NaiveDate, least: usize, most: usize, dice: &mut Dice) -> NaiveDate {
    let days = least.saturating_add(dice.below(most.saturating_sub(least)));
    let days = Days::new(u64::try_from(days).unwrap_or_default());
    today.checked_sub_days(days).unwrap_or(today)
}

/// People of the store, by name and address.
fn here_already(office: &mut Office, number: usize) -> Outcome<Vec<Applicant>> {
    let list = office.read(|desk| candidate::list(desk, everyone(CandidateColumn::ReceivedOn)))?;
    let mut people = Vec::new();
    while people.len() < number {
        let request = ReadCandidates {
            list: list.list,
            start: u32::try_from(people.len())?,
            count: 200,
        };
        let page = office.read(|desk| candidate::read_list(desk, request))?;
        if page.rows.is_empty() {
            break;
        }
        people.extend(page.rows.into_iter().map(known));
    }
    Ok(people)
}

fn known(row: CandidateRow) -> Applicant {
    let (given, family) = row.name.split_once(' ').unwrap_or(("", row.name.as_str()));
    Applicant {
        given: given.to_owned(),
        family: family.to_owned(),
        email: match row.email {
            Shown::Shown { value } => value.unwrap_or_default(),
            Shown::Withheld { .. } => String::new(),
        },
        phone: String::new(),
    }
}
