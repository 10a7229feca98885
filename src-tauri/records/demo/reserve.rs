//! The sample's reserve list: who agreed, what they offer, and what two vacancies ask for.

use chrono::{DateTime, Utc};
use domain::access::{self, Permit};
use domain::consent::{PermissionDetails, PermissionMeans, PermissionPurpose, wording};
use domain::id::VacancyId;
use domain::reserve::ReserveOffers;
use domain::text::{Line, Prose, TextError};
use domain::vacancy::{Arrangement, RoleAsks, VacancyKind};
use store::{Entry, NewReserveEntry, Store, Tx};

use super::{Agreed, made_up};
use crate::desk::{ReadDesk, Session, Unwatched, WriteDesk};
use crate::error::Error;
use crate::reserve::{DescribeRole, describe_role};

/// What people of each team's roles agreed to and offer, in the order of the teams.
const OFFERED: [(&str, [&str; 3]); 4] = [
    (
        "Press and media",
        ["Media relations", "Copywriting", "Social media"],
    ),
    (
        "Policy and research",
        ["Briefing writing", "Data analysis", "Copywriting"],
    ),
    (
        "Campaigns and organising",
        ["E-mail campaigns", "Social media", "Volunteer training"],
    ),
    (
        "Finance and compliance",
        ["Bookkeeping", "Data analysis", "Payroll"],
    ),
];

const PLACES: [&str; 4] = ["London", "Manchester", "Cardiff", "Edinburgh"];

const KINDS: [VacancyKind; 3] = [
    VacancyKind::Job,
    VacancyKind::FixedTerm,
    VacancyKind::Secondment,
];

/// Why an MP's office is concerned with the second of the roles.
const OFFICE: &str =
    "The post holder works with the member’s office, which takes part in the shortlisting.";

const MERIT: &str = "Met every essential criterion at interview; came second.";

/// Puts those who agreed on the list.
pub(super) fn add(
    store: &mut Store,
    session: &Session,
    agreed: &[Agreed],
    now: DateTime<Utc>,
) -> Result<(), Error> {
    let permits = store.read(|records| {
        let desk = ReadDesk::new(records, session, now)?;
        agreed
            .iter()
            .map(|person| desk.permit_on_candidate::<access::RecordPermission>(person.candidate))
            .collect::<Result<Vec<_>, Error>>()
    })?;
    let Some(first) = permits.first() else {
        return Ok(());
    };
    store.write(first, now, |tx| {
        for (place, (person, permit)) in agreed.iter().zip(&permits).enumerate() {
            one(tx, place, person, permit)?;
        }
        Ok(((), Entry::new("make-sample-reserve-list")))
    })
}

fn one(
    tx: &Tx<'_>,
    place: usize,
    person: &Agreed,
    permit: &Permit<access::RecordPermission>,
) -> Result<(), Error> {
    let details = PermissionDetails {
        purpose: PermissionPurpose::ReserveList,
        given_on: person.given_on,
        months: 12,
        means: PermissionMeans::Email,
        evidence: made_up(Line::parse("Reply to our e-mail after the outcome"))?,
    };
    let permission = tx.insert_permission(
        permit,
        &details,
        None,
        wording(PermissionPurpose::ReserveList).version,
    )?;
    let (family, offers) = made_up(offered(place, person.team))?;
    tx.insert_reserve_entry(
        permit,
        &NewReserveEntry {
            application: person.application,
            permission,
            role_families: vec![family],
            merit: made_up(Prose::parse(MERIT))?,
            offers,
            until: None,
        },
    )?;
    Ok(())
}

/// What the person at a place of the list offers: two of the skills of their team's roles, a place or two, a kind.
fn offered(place: usize, team: usize) -> Result<(Line, ReserveOffers), TextError> {
    let (family, skills) = OFFERED
        .iter()
        .cycle()
        .nth(team)
        .copied()
        .unwrap_or(("", [""; 3]));
    let some = |from: &[&str], first: usize, number: usize| {
        from.iter()
            .cycle()
            .skip(first)
            .take(number)
            .map(|word| Line::parse(word))
            .collect::<Result<Vec<_>, _>>()
    };
    let number = 1 + usize::from(!place.is_multiple_of(3));
    Ok((
        Line::parse(family)?,
        ReserveOffers {
            skills: some(&skills, place, 2)?,
            places: some(&PLACES, place, number)?,
            kinds: KINDS
                .iter()
                .cycle()
                .skip(place)
                .take(number)
                .copied()
                .collect(),
        },
    ))
}

/// Says what the first vacancy and the third ask for.
pub(super) fn describe(
    store: &mut Store,
    session: &Session,
    vacancies: &[VacancyId],
    now: DateTime<Utc>,
) -> Result<(), Error> {
    let clock = domain::clock::FixedClock(now);
    let mut desk = WriteDesk::new(store, session, &clock, &Unwatched);
    for (vacancy, team, place, office) in
        [(0, 0, "London", None), (2, 2, "Manchester", Some(OFFICE))]
    {
        let vacancy = vacancies.get(vacancy).copied().ok_or(Error::NotFound)?;
        let (family, skills) = OFFERED.get(team).copied().ok_or(Error::NotFound)?;
        let asks = RoleAsks {
            family: Some(made_up(Line::parse(family))?),
            skills: made_up(
                skills
                    .iter()
                    .map(|skill| Line::parse(skill))
                    .collect::<Result<Vec<_>, _>>(),
            )?,
            place: Some(made_up(Line::parse(place))?),
            arrangement: Some(Arrangement::Hybrid),
            office: made_up(office.map(Line::parse).transpose())?,
        };
        describe_role(&mut desk, DescribeRole { vacancy, asks })?;
    }
    Ok(())
}
