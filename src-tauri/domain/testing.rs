//! Proptest strategies over these types, for this crate's tests and for those of the crates around it.
//!
//! Names are as people have them here: particles, hyphens, apostrophes, accents, one name only, scripts written
//! from right to left, an emoji in what someone likes to be called.

use chrono::{Days, NaiveDate};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;
use uuid::Uuid;

use crate::application::{OutcomeKind, RejectionReason};
use crate::candidate::{CandidateDetails, ContactDetails, PersonName, PreferredContact};
use crate::consent::PermissionPurpose;
use crate::id::{ApplicationId, PermissionId, ReserveEntryId};
use crate::retention::{
    ApplicationFacts, Block, BlockKind, PermissionFacts, PersonFacts, PolicyValues, ReserveFacts,
    RetentionPolicy,
};
use crate::source::{Directness, Source, SourceCategory};
use crate::text::{Email, Line, Phone};

const GIVEN: &[&str] = &[
    "Amy",
    "Zoë",
    "Siân",
    "Seán Óg",
    "Mary-Jane",
    "José María",
    "Nguyễn",
    "Łukasz",
    "Þóra",
    "O",
    "Jean-François",
    "فاطمة",
    "דוד",
    "王",
    "Οδυσσέας",
    "Mohammed Ali",
];
const FAMILY: &[&str] = &[
    "Smith",
    "O'Brien",
    "O’Neill",
    "de la Cruz",
    "van der Berg",
    "MacDonald",
    "McIntyre",
    "Smith-Jones",
    "ap Rhys",
    "St John",
    "Müller",
    "Nguyễn",
    "Ó Dónaill",
    "الحسن",
    "כהן",
    "李",
    "Ng",
    "D’Souza",
    "Ffrench",
    "Null",
];
const TITLES: &[&str] = &["Ms", "Mr", "Mx", "Dr", "Rt Hon", "Lord", "Cllr"];
const PREFERRED: &[&str] = &["Kit", "Zo", "🦊 Fox", "JJ", "سارة"];
const DOMAINS: &[&str] = &[
    "example.org",
    "example.co.uk",
    "mail.example.com",
    "indeedemail.com",
];

/// One line from a list of texts.
fn line(from: &'static [&'static str]) -> impl Strategy<Value = Line> {
    select(from).prop_filter_map("a line", |text| Line::parse(text).ok())
}

/// A day from 2023 to 2029.
pub fn day() -> impl Strategy<Value = NaiveDate> {
    (0_u64..2_500).prop_filter_map("a date", |days| {
        NaiveDate::from_ymd_opt(2023, 1, 1)
            .and_then(|start| start.checked_add_days(Days::new(days)))
    })
}

/// Any day from 1970 to 2100.
pub fn any_day() -> impl Strategy<Value = NaiveDate> {
    (0_u64..47_800).prop_filter_map("a date", |days| {
        NaiveDate::from_ymd_opt(1970, 1, 1)
            .and_then(|start| start.checked_add_days(Days::new(days)))
    })
}

/// A person's name.
pub fn person_name() -> impl Strategy<Value = PersonName> {
    (
        option::weighted(0.3, line(TITLES)),
        option::weighted(0.9, line(GIVEN)),
        line(FAMILY),
        option::weighted(0.2, line(PREFERRED)),
    )
        .prop_map(|(title, given, family, preferred)| PersonName {
            title,
            given,
            family,
            preferred,
        })
}

/// An e-mail address.
pub fn email() -> impl Strategy<Value = Email> {
    ("[a-z][a-z0-9]{0,8}([.+][a-z0-9]{1,6})?", select(DOMAINS))
        .prop_filter_map("an address", |(local, domain)| {
            Email::parse(&format!("{local}@{domain}")).ok()
        })
}

/// A telephone number in one of the ways people write it.
pub fn phone() -> impl Strategy<Value = Phone> {
    prop_oneof![
        "07[0-9]{3} [0-9]{6}",
        "\\+44 7[0-9]{3} [0-9]{6}",
        "\\+44 \\(0\\)20 7[0-9]{3} [0-9]{4}",
        "0044 161 [0-9]{3} [0-9]{4}",
        "\\+353 1 [0-9]{3} [0-9]{4}",
    ]
    .prop_filter_map("a number", |number| Phone::parse(&number).ok())
}

/// How to reach a person; some leave nothing.
pub fn contact_details() -> impl Strategy<Value = ContactDetails> {
    let preferred = select(
        &[
            PreferredContact::Email,
            PreferredContact::Phone,
            PreferredContact::Post,
        ][..],
    );
    let postcode = "[A-Z]{1,2}[0-9]{1,2} [0-9][A-Z]{2}"
        .prop_filter_map("a line", |text| Line::parse(&text).ok());
    let address = "[0-9]{1,3} [A-Z][a-z]{2,9} (Street|Road|Lane)"
        .prop_filter_map("a line", |text| Line::parse(&text).ok());
    (
        vec(email(), 0..3),
        vec(phone(), 0..3),
        vec(address, 0..3),
        option::of(postcode),
        option::of(preferred),
    )
        .prop_map(
            |(emails, phones, address, postcode, preferred)| ContactDetails {
                emails,
                phones,
                address,
                postcode,
                preferred,
            },
        )
}

/// A candidate's own details.
pub fn candidate_details() -> impl Strategy<Value = CandidateDetails> {
    let source = (
        select(&SourceCategory::ALL[..]),
        option::of(line(&["LinkedIn", "Northern Talent Ltd", "A colleague"])),
    )
        .prop_map(|(category, detail)| Source { category, detail });
    (person_name(), contact_details(), source, day()).prop_map(
        |(name, contact, source, received_on)| CandidateDetails {
            name,
            contact,
            source,
            received_on,
        },
    )
}

/// How an application ended, every way.
pub fn outcome_kind() -> impl Strategy<Value = OutcomeKind> {
    prop_oneof![
        1 => Just(OutcomeKind::Hired),
        5 => select(&RejectionReason::ALL[..]).prop_map(|reason| OutcomeKind::Rejected { reason }),
        1 => Just(OutcomeKind::Withdrawn),
        1 => Just(OutcomeKind::OfferDeclined),
        1 => Just(OutcomeKind::VacancyCancelled),
        1 => Just(OutcomeKind::ClosedOutUndecided),
    ]
}

/// Periods anywhere inside their bounds.
pub fn policy_values() -> impl Strategy<Value = PolicyValues> {
    let lasting = (1_u8..=6, 1_u8..=24, 0_u8..=90, 1_u8..=6);
    let of_classes = (0_u8..=6, 0_u8..=6, 0_u8..=6, 0_u8..=30);
    (lasting, of_classes).prop_map(|(lasting, of_classes)| {
        let (unsuccessful_months, permission_months, hired_grace_days, prospect_months) = lasting;
        let (criminal_record_months, health_months, recording_months, device_days) = of_classes;
        PolicyValues {
            unsuccessful_months,
            permission_months,
            criminal_record_months,
            health_months,
            recording_months,
            device_days,
            hired_grace_days,
            prospect_months,
            ..PolicyValues::default()
        }
    })
}

/// The organisation's periods, anywhere inside their bounds, which were never others.
pub fn policy() -> impl Strategy<Value = RetentionPolicy> {
    policy_values().prop_filter_map("within bounds", |values| RetentionPolicy::new(values).ok())
}

/// The organisation's periods with up to three later versions.
pub fn policy_with_versions() -> impl Strategy<Value = RetentionPolicy> {
    (policy(), vec((day(), policy_values()), 0..4)).prop_filter_map(
        "within bounds",
        |(policy, mut later)| {
            later.sort_by_key(|(from, _)| *from);
            later
                .into_iter()
                .try_fold(policy, |policy, (from, values)| {
                    policy.followed_by(from, values).ok()
                })
        },
    )
}

fn nth(index: usize) -> Uuid {
    Uuid::from_u128(u128::try_from(index).unwrap_or(u128::MAX))
}

/// One application, running or ended. Its id is its place.
pub fn application_facts(index: usize) -> impl Strategy<Value = ApplicationFacts> {
    (
        option::weighted(0.9, day()),
        option::weighted(0.8, (outcome_kind(), day())),
        option::weighted(0.2, day()),
        option::weighted(0.4, day()),
    )
        .prop_map(
            move |(applied_on, outcome, vacancy_closed_out_on, handed_over_on)| ApplicationFacts {
                application: ApplicationId::from_uuid(nth(index)),
                applied_on,
                outcome,
                vacancy_closed_out_on,
                handed_over_on: handed_over_on
                    .filter(|_| matches!(outcome, Some((OutcomeKind::Hired, _)))),
            },
        )
}

/// One permission, for one of so many applications or for all. Its id is its place.
pub fn permission_facts(
    index: usize,
    applications: usize,
) -> impl Strategy<Value = PermissionFacts> {
    let purpose = prop_oneof![3 => Just(PermissionPurpose::KeepLonger), 1 => Just(PermissionPurpose::ReserveList)];
    let application = option::weighted(0.2, 0..applications.max(1));
    (
        purpose,
        application,
        day(),
        1_u8..=24,
        option::weighted(0.3, 0_u64..800),
    )
        .prop_map(
            move |(purpose, application, given_on, months, withdrawn_after)| PermissionFacts {
                permission: PermissionId::from_uuid(nth(index)),
                purpose,
                application: application.map(|index| ApplicationId::from_uuid(nth(index))),
                given_on,
                months,
                withdrawn_on: withdrawn_after
                    .and_then(|days| given_on.checked_add_days(Days::new(days))),
            },
        )
}

/// One block on a person, standing or lifted.
pub fn block() -> impl Strategy<Value = Block> {
    let kind = select(
        &[
            BlockKind::AccessRequest,
            BlockKind::Complaint,
            BlockKind::Incident,
            BlockKind::LegalHold,
            BlockKind::Restriction,
        ][..],
    );
    (kind, day(), option::weighted(0.6, 0_u64..400)).prop_map(|(kind, from, lifted_after)| Block {
        kind,
        application: None,
        from,
        to: lifted_after.and_then(|days| from.checked_add_days(Days::new(days))),
    })
}

/// A person's facts: any history that could be recorded, and some that should not have been.
pub fn person_facts() -> impl Strategy<Value = PersonFacts> {
    (0_usize..4, 0_usize..4, 0_usize..3).prop_flat_map(|(applications, permissions, entries)| {
        let directness = select(&[Directness::Direct, Directness::Indirect][..]);
        let all_applications = (0..applications).map(application_facts).collect::<Vec<_>>();
        let all_permissions = (0..permissions)
            .map(|index| permission_facts(index, applications))
            .collect::<Vec<_>>();
        let entry = (
            0..applications.max(1),
            0..permissions.max(1),
            option::of(day()),
            option::weighted(0.3, day()),
        );
        (
            (
                day(),
                directness,
                option::of(day()),
                option::weighted(0.1, day()),
                option::weighted(0.1, day()),
            ),
            all_applications,
            all_permissions,
            vec(entry, entries),
            vec(block(), 0..3),
        )
            .prop_map(
                |(
                    (received_on, directness, notice_given_on, objected_on, erasure_upheld_on),
                    applications,
                    permissions,
                    entries,
                    blocks,
                )| {
                    let reserve = entries
                        .into_iter()
                        .enumerate()
                        .map(
                            |(index, (application, permission, until, removed_on))| ReserveFacts {
                                entry: ReserveEntryId::from_uuid(nth(index)),
                                application: ApplicationId::from_uuid(nth(application)),
                                permission: PermissionId::from_uuid(nth(permission)),
                                until,
                                removed_on,
                            },
                        )
                        .collect();
                    PersonFacts {
                        received_on,
                        directness,
                        notice_given_on,
                        objected_on,
                        erasure_upheld_on,
                        applications,
                        permissions,
                        reserve,
                        blocks,
                    }
                },
            )
    })
}
