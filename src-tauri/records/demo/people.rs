//! Made-up people: the same seed makes the same ones.

use chrono::{Days, NaiveDate};
use domain::application::{Outcome, OutcomeKind, RejectionReason, Stage};
use domain::candidate::{CandidateDetails, ContactDetails, PersonName, PreferredContact};
use domain::source::{Source, SourceCategory};
use domain::text::{Email, Line, Phone, TextError, fold};
use domain::vacancy::{VacancyDetails, VacancyKind};

const GIVEN: [&str; 48] = [
    "Amina",
    "Oliver",
    "Priya",
    "Callum",
    "Zofia",
    "Kwame",
    "Eleri",
    "Mohammed",
    "Grace",
    "Dafydd",
    "Ines",
    "Tomasz",
    "Freya",
    "Olumide",
    "Hannah",
    "Rhys",
    "Yasmin",
    "Jack",
    "Siobhán",
    "Arjun",
    "Chloe",
    "Matěj",
    "Leila",
    "Ewan",
    "Nia",
    "Samuel",
    "Fatima",
    "Harvey",
    "Mei",
    "Connor",
    "Abena",
    "Lewis",
    "Katarzyna",
    "Isaac",
    "Rosa",
    "Hamza",
    "Bethan",
    "Theo",
    "Anjali",
    "Rory",
    "Beatriz",
    "Owen",
    "Halima",
    "Finlay",
    "Joanna",
    "Idris",
    "Lucy",
    "Emeka",
];

const FAMILY: [&str; 48] = [
    "Khan",
    "Bennett",
    "Patel",
    "MacLeod",
    "Nowak",
    "Mensah",
    "Rees",
    "Hussain",
    "O'Connor",
    "ap Gwilym",
    "de Souza",
    "Kowalski",
    "Hughes",
    "Adeyemi",
    "Cohen",
    "Morgan",
    "Rahman",
    "Taylor-Reid",
    "Ní Bhriain",
    "Sharma",
    "Wilkinson",
    "Sýkora",
    "Haddad",
    "Fraser",
    "Griffiths",
    "Okafor",
    "Begum",
    "Cartwright",
    "Zhang",
    "Murphy",
    "Boateng",
    "Campbell",
    "Wójcik",
    "Levy",
    "García",
    "Malik",
    "Pritchard",
    "van der Berg",
    "Iyer",
    "Gallagher",
    "Ferreira",
    "Lloyd",
    "Warsame",
    "Sinclair",
    "Novák",
    "Ahmed",
    "Fletcher",
    "Nwosu",
];

const POSTCODES: [&str; 12] = [
    "SE1 8XX", "M4 1HQ", "CF10 3AT", "LS1 4DY", "EH8 8DX", "B3 3DH", "BT1 5GS", "NE1 4ST",
    "BS1 5TR", "L2 3SW", "S1 2HH", "G1 1XQ",
];

const VACANCIES: [(&str, VacancyKind, usize); 12] = [
    ("Press Officer", VacancyKind::Job, 0),
    ("Policy Officer – Housing", VacancyKind::Job, 1),
    ("Digital Campaigns Manager", VacancyKind::Job, 2),
    ("Finance Assistant", VacancyKind::FixedTerm, 3),
    ("Regional Organiser (North West)", VacancyKind::FixedTerm, 2),
    ("Data Protection Adviser", VacancyKind::Job, 3),
    ("Broadcast Intern", VacancyKind::Internship, 0),
    ("Work Experience – Summer", VacancyKind::WorkExperience, 1),
    ("Research Assistant", VacancyKind::Secondment, 1),
    ("Constituency Caseworker", VacancyKind::Job, 2),
    ("Events Coordinator", VacancyKind::FixedTerm, 0),
    ("Software Developer", VacancyKind::Job, 2),
];

/// The teams of the sample organisation.
pub(super) const TEAMS: [&str; 4] = [
    "Press and media",
    "Policy",
    "Campaigns",
    "Finance and compliance",
];

/// How many different vacancies there are.
pub(super) const VACANCY_COUNT: usize = VACANCIES.len();

/// How many of them still have people to decide about.
pub(super) const STILL_OPEN: usize = 4;

/// Random numbers that are the same each time: `SplitMix64`, which needs no more than a counter.
#[derive(Clone, Copy, Debug)]
pub(super) struct Dice(pub(super) u64);

impl Dice {
    const fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut bits = self.0;
        bits = (bits ^ (bits >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        bits = (bits ^ (bits >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        bits ^ (bits >> 31)
    }

    /// A number below another.
    pub(super) fn below(&mut self, bound: u64) -> u64 {
        self.next().checked_rem(bound).unwrap_or_default()
    }

    fn pick<T: Copy, const N: usize>(&mut self, from: &[T; N], otherwise: T) -> T {
        let place = usize::try_from(self.below(u64::try_from(N).unwrap_or(1))).unwrap_or_default();
        from.get(place).copied().unwrap_or(otherwise)
    }
}

/// The first day of a made-up vacancy: one opened every few weeks, the latest days ago.
fn opened(place: usize, today: NaiveDate) -> NaiveDate {
    let weeks = u64::try_from(place).unwrap_or_default();
    before(today, 10_u64.saturating_add(weeks.saturating_mul(24)))
}

/// The last day of applications of a made-up vacancy.
fn closed(place: usize, today: NaiveDate) -> NaiveDate {
    let opened = opened(place, today);
    opened.checked_add_days(Days::new(30)).unwrap_or(opened)
}

/// The team of a made-up vacancy, by its place.
pub(super) fn team_of(place: usize) -> usize {
    VACANCIES.get(place).map_or(0, |(_, _, team)| *team)
}

/// A made-up vacancy, by its place, with the place of its team.
pub(super) fn vacancy(
    place: usize,
    today: NaiveDate,
) -> Result<(VacancyDetails, usize), TextError> {
    let (title, kind, team) =
        VACANCIES
            .get(place)
            .copied()
            .unwrap_or(("Press Officer", VacancyKind::Job, 0));
    let details = VacancyDetails {
        title: Line::parse(title)?,
        reference: Some(Line::parse(&format!(
            "FH-{:03}",
            place.saturating_add(101)
        ))?),
        kind,
        opens_on: opened(place, today),
        closes_on: Some(closed(place, today)),
        blind_until: None,
    };
    Ok((details, team))
}

/// A made-up person with an application for one vacancy.
#[derive(Clone, Debug)]
pub(super) struct MadeUp {
    pub(super) details: CandidateDetails,
    pub(super) application: MadeUpApplication,
    /// Whether a person turned down as nearly good enough gave permission for the reserve list.
    pub(super) agreed_to_reserve: bool,
}

/// A made-up application.
#[derive(Clone, Copy, Debug)]
pub(super) struct MadeUpApplication {
    pub(super) vacancy: usize,
    pub(super) applied_on: NaiveDate,
    pub(super) stage: Stage,
    pub(super) outcome: Option<Outcome>,
}

/// Makes up a person.
pub(super) fn person(dice: &mut Dice, number: u32, today: NaiveDate) -> Result<MadeUp, TextError> {
    let given = dice.pick(&GIVEN, "Alex");
    let family = dice.pick(&FAMILY, "Sample");
    let mailbox: String = fold(&format!("{given}.{family}{number}"))
        .chars()
        .filter(|letter| letter.is_ascii_alphanumeric() || *letter == '.')
        .collect();
    let category = dice.pick(&SourceCategory::ALL, SourceCategory::Website);
    let vacancy =
        usize::try_from(dice.below(u64::try_from(VACANCY_COUNT).unwrap_or(1))).unwrap_or_default();
    let application = application(dice, vacancy, today);
    let nickname: String = given.chars().take(3).collect();
    let details = CandidateDetails {
        name: PersonName {
            title: None,
            given: Some(Line::parse(given)?),
            family: Line::parse(family)?,
            preferred: if dice.below(9) == 0 {
                Some(Line::parse(&nickname)?)
            } else {
                None
            },
        },
        contact: ContactDetails {
            emails: vec![Email::parse(&format!("{mailbox}@example.org"))?],
            phones: vec![Phone::parse(&format!(
                "07700 {:06}",
                900_000_u64.saturating_add(dice.below(1000))
            ))?],
            address: Vec::new(),
            postcode: Line::parse_optional(dice.pick(&POSTCODES, ""))?,
            preferred: Some(if dice.below(4) == 0 {
                PreferredContact::Phone
            } else {
                PreferredContact::Email
            }),
        },
        source: Source {
            category,
            detail: None,
        },
        received_on: application.applied_on,
    };
    let agreed_to_reserve = application
        .outcome
        .is_some_and(|outcome| outcome.how.opens_reserve_list())
        && dice.below(3) > 0;
    Ok(MadeUp {
        details,
        application,
        agreed_to_reserve,
    })
}

fn application(dice: &mut Dice, vacancy: usize, today: NaiveDate) -> MadeUpApplication {
    let (opened, closed) = (opened(vacancy, today), closed(vacancy, today).min(today));
    let open_for =
        u64::try_from(closed.signed_duration_since(opened).num_days()).unwrap_or_default();
    let applied_on = after(opened, dice.below(open_for.saturating_add(1)));
    let age = u64::try_from(today.signed_duration_since(applied_on).num_days()).unwrap_or_default();
    // While applications come in nobody is far; some weeks later nearly everyone has an answer.
    let (runs, furthest) = match vacancy {
        0 => (98, 2),
        1 => (85, 4),
        2 => (45, 5),
        3 => (12, 5),
        _ => (0, 5),
    };
    let place = usize::try_from(dice.below(furthest)).unwrap_or_default();
    let reached = Stage::ALL.get(place).copied().unwrap_or(Stage::Applied);
    if dice.below(100) < runs {
        // Once applications have closed, they have all been read.
        let stage = if vacancy > 1 {
            reached.max(Stage::Shortlisted)
        } else {
            reached
        };
        return MadeUpApplication {
            vacancy,
            applied_on,
            stage,
            outcome: None,
        };
    }
    let on = after(applied_on, 14_u64.saturating_add(dice.below(60)).min(age));
    let how = match dice.below(20) {
        0 => OutcomeKind::Withdrawn,
        1 => OutcomeKind::OfferDeclined,
        2..=5 => OutcomeKind::Rejected {
            reason: RejectionReason::MetRequirementsNotSelected,
        },
        _ => OutcomeKind::Rejected {
            reason: dice.pick(&RejectionReason::ALL, RejectionReason::EssentialCriteria),
        },
    };
    MadeUpApplication {
        vacancy,
        applied_on,
        stage: reached,
        outcome: Some(Outcome { how, on }),
    }
}

fn before(today: NaiveDate, days: u64) -> NaiveDate {
    today.checked_sub_days(Days::new(days)).unwrap_or(today)
}

fn after(day: NaiveDate, days: u64) -> NaiveDate {
    day.checked_add_days(Days::new(days)).unwrap_or(day)
}
