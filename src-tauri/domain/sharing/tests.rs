use std::collections::BTreeSet;
use std::fmt::Write as _;

use chrono::NaiveDate;

use super::*;
use crate::candidate::PersonName;
use crate::disclosure::RecipientCategory as To;
use crate::id::RegisterItemId;
use crate::retention::DataClass;
use crate::source::Directness;
use crate::text::Line;

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

fn line(text: &str) -> Line {
    Line::parse(text).expect("a line")
}

fn whose() -> PersonName {
    PersonName {
        title: None,
        given: Some(line("Priya")),
        family: line("Sharma"),
        preferred: None,
    }
}

fn recipient(category: To, country: &str) -> Recipient {
    Recipient {
        name: line("Example Talent Ltd"),
        category,
        country: Country::parse(country).expect("a country"),
        registration: Some(line("Z1234567")),
        approval: Some(Approval {
            on: day("2026-01-05"),
            by: line("Head of HR"),
        }),
        ends_on: None,
        owner: line("HR"),
        review_on: day("2027-03-01"),
    }
}

fn id() -> RegisterItemId {
    RegisterItemId::from_uuid(uuid::Uuid::from_u128(7))
}

fn agreement_until(ends_on: Option<&str>) -> Agreement {
    Agreement {
        recipient: id(),
        reference: line("DPA-7"),
        purposes: [Purpose::RunProcess].into(),
        clauses: Clause::ALL.iter().copied().collect(),
        starts_on: day("2026-01-10"),
        ends_on: ends_on.map(day),
        owner: line("HR"),
        review_on: day("2027-01-10"),
    }
}

fn transfer_until(ends_on: Option<&str>) -> Transfer {
    Transfer {
        recipient: id(),
        mechanism: Mechanism::Idta,
        reference: line("IDTA-7"),
        test: line("Not materially lower"),
        starts_on: day("2026-01-10"),
        ends_on: ends_on.map(day),
        owner: line("HR"),
        review_on: day("2027-01-10"),
    }
}

/// A disclosure that may be made, which each test spoils in one place.
struct Case {
    purpose: Option<Purpose>,
    recipient: Option<Recipient>,
    agreements: Vec<Agreement>,
    transfers: Vec<Transfer>,
    classes: BTreeSet<DataClass>,
    reason: Option<Line>,
    relevance: Option<Line>,
    legal: Option<LegalGround>,
    untold: Option<Directness>,
    on: NaiveDate,
}

impl Case {
    fn supplier() -> Self {
        Self {
            purpose: Some(Purpose::RunProcess),
            recipient: Some(recipient(To::TrackingSoftware, "GB")),
            agreements: vec![agreement_until(None)],
            transfers: Vec::new(),
            classes: [DataClass::Contact].into(),
            reason: None,
            relevance: None,
            legal: None,
            untold: None,
            on: day("2026-11-28"),
        }
    }

    fn office() -> Self {
        Self {
            purpose: Some(Purpose::OfficeReview),
            recipient: Some(recipient(To::MembersAndDepartments, "GB")),
            agreements: Vec::new(),
            relevance: Some(line("The role is in the member’s office")),
            ..Self::supplier()
        }
    }

    fn authority() -> Self {
        Self {
            purpose: Some(Purpose::RequiredByLaw),
            recipient: Some(recipient(To::LegalBodies, "GB")),
            agreements: Vec::new(),
            legal: Some(LegalGround {
                authority: Some(line("County Court at Example")),
                power: Some(line("Order of 1 November")),
                asked: Some(line("The address")),
                least: Some(line("The address")),
                decided_by: Some(line("The data protection officer")),
                told: Some(line("By letter")),
            }),
            ..Self::supplier()
        }
    }

    fn decided(&self) -> Result<Allowed, SharingRefusal> {
        let terms = self
            .purpose
            .map(|purpose| in_the_notice(purpose).expect("terms"));
        may_be_given(&Proposed {
            purpose: self.purpose.zip(terms.as_ref()),
            of: &whose(),
            to: self.recipient.as_ref().map(|recipient| Held {
                recipient,
                agreements: &self.agreements,
                transfers: &self.transfers,
            }),
            classes: &self.classes,
            reason: self.reason.as_ref(),
            relevance: self.relevance.as_ref(),
            legal: self.legal.as_ref(),
            untold: self.untold,
            on: self.on,
            today: day("2026-11-28"),
        })
    }

    fn refused(mut self, spoil: impl FnOnce(&mut Self)) -> SharingRefusal {
        self.decided().expect("may be given before it is spoilt");
        spoil(&mut self);
        self.decided().expect_err("refused")
    }
}

#[test]
fn the_notice_comes_before_others_but_not_before_the_law() {
    let first = |case: Case, untold| {
        let case = Case { untold, ..case };
        case.decided().err() == Some(SharingRefusal::NoticeFirst)
    };
    let (direct, indirect) = (Some(Directness::Direct), Some(Directness::Indirect));
    assert!(first(Case::supplier(), indirect) && !first(Case::supplier(), direct));
    assert!(first(Case::office(), indirect) && first(Case::office(), direct));
    assert!(!first(Case::authority(), indirect) && !first(Case::authority(), direct));
    let sentence = SharingRefusal::NoticeFirst.sentence();
    assert!(sentence.contains("the privacy notice first") && sentence.contains("NOT-02"));
}

fn theirs(case: &mut Case) -> &mut Recipient {
    case.recipient.as_mut().expect("a recipient")
}

#[test]
fn what_is_missing_is_refused_and_the_sentence_says_which() {
    use SharingRefusal as No;
    let spoilt: [(No, &str, No); 16] = [
        (
            Case::supplier().refused(|case| theirs(case).ends_on = Some(day("2026-11-27"))),
            "given nothing since 27 November 2026",
            No::RecipientEnded(day("2026-11-27")),
        ),
        (
            Case::supplier().refused(|case| case.purpose = None),
            "what it is given for",
            No::NoPurpose,
        ),
        (
            Case::supplier().refused(|case| case.recipient = None),
            "a recipient of the register",
            No::NoRecipient,
        ),
        (
            Case::supplier().refused(|case| case.purpose = Some(Purpose::Survey)),
            "reaches none of its kind",
            No::OutOfReach,
        ),
        (
            Case::supplier().refused(|case| case.on = day("2026-11-29")),
            "today’s date",
            No::NotYet,
        ),
        (
            Case::supplier().refused(|case| theirs(case).approval = None),
            "has not been approved",
            No::NotApproved,
        ),
        (
            Case::supplier().refused(|case| theirs(case).review_on = day("2026-11-27")),
            "reviewed by 27 November 2026",
            No::RecipientOverdue(day("2026-11-27")),
        ),
        (
            Case::supplier().refused(|case| theirs(case).name = line("Priya Sharma Ltd")),
            "not the candidate’s",
            No::NamesThePerson,
        ),
        (
            Case::supplier().refused(|case| case.agreements.clear()),
            "no agreement with this supplier",
            No::NoAgreement,
        ),
        (
            Case::supplier()
                .refused(|case| case.agreements = vec![agreement_until(Some("2026-11-27"))]),
            "ended on 27 November 2026",
            No::AgreementLapsed(day("2026-11-27")),
        ),
        (
            Case::supplier().refused(|case| case.classes.clear()),
            "what was given",
            No::Nothing,
        ),
        (
            Case::supplier().refused(|case| case.classes = [DataClass::Opinion].into()),
            "may not use",
            No::OutsidePurpose,
        ),
        (
            Case::supplier().refused(|case| case.classes = [DataClass::Reference].into()),
            "why more is given",
            No::MoreThanLeast,
        ),
        (
            Case::office().refused(|case| case.relevance = None),
            "why an MP’s office or department is concerned",
            No::NotRelevant,
        ),
        (
            Case::authority().refused(|case| case.legal = None),
            "who asked for it",
            No::NoAuthority,
        ),
        (
            Case::authority().refused(|case| {
                if let Some(ground) = &mut case.legal {
                    ground.power = None;
                }
            }),
            "without one, nothing is given",
            No::NoPower,
        ),
    ];
    for (refusal, words, wanted) in spoilt {
        assert_eq!(refusal, wanted);
        let sentence = refusal.sentence();
        assert!(sentence.contains(words), "{sentence}");
        assert_eq!(sentence.matches('.').count(), 1, "one sentence: {sentence}");
    }
}

#[test]
fn an_agreement_holds_through_its_last_day_and_covers_what_it_names() {
    let mut case = Case::supplier();
    case.agreements = vec![agreement_until(Some("2026-11-28"))];
    assert_eq!(
        case.decided().map(|allowed| allowed.agreement),
        Ok(Some(line("DPA-7")))
    );
    let refusal = Case::supplier().refused(|case| {
        case.purpose = Some(Purpose::MoveForward);
    });
    assert_eq!(refusal, SharingRefusal::PurposeNotCovered);
    let refusal = Case::supplier().refused(|case| {
        let mut short = agreement_until(None);
        short.clauses.remove(&Clause::Audit);
        case.agreements = vec![short];
    });
    assert_eq!(refusal, SharingRefusal::AgreementIncomplete);
    let refusal = Case::supplier().refused(|case| {
        let mut late = agreement_until(None);
        late.review_on = day("2026-11-01");
        case.agreements = vec![agreement_until(Some("2026-03-01")), late];
    });
    assert_eq!(
        refusal,
        SharingRefusal::AgreementOverdue(day("2026-11-01")),
        "of the one that comes nearest"
    );
    let mut renewed = Case::supplier();
    renewed.agreements = vec![agreement_until(Some("2026-03-01")), agreement_until(None)];
    assert!(renewed.decided().is_ok(), "one that holds is enough");
}

#[test]
fn abroad_needs_a_mechanism_but_where_the_country_is_adequate() {
    let mut case = Case::supplier();
    theirs(&mut case).country = Country::parse("IE").expect("a country");
    assert_eq!(case.decided().map(|allowed| allowed.mechanism), Ok(None));
    theirs(&mut case).country = Country::parse("US").expect("a country");
    assert_eq!(case.decided(), Err(SharingRefusal::NoMechanism));
    case.transfers = vec![transfer_until(Some("2026-11-27"))];
    assert_eq!(
        case.decided(),
        Err(SharingRefusal::MechanismLapsed(day("2026-11-27")))
    );
    case.transfers = vec![transfer_until(None)];
    assert_eq!(
        case.decided().map(|allowed| allowed.mechanism),
        Ok(Some(Mechanism::Idta))
    );
    for transfer in &mut case.transfers {
        transfer.review_on = day("2026-11-27");
    }
    assert_eq!(
        case.decided(),
        Err(SharingRefusal::MechanismOverdue(day("2026-11-27")))
    );
    case.agreements.clear();
    case.transfers = vec![transfer_until(None)];
    assert_eq!(
        case.decided(),
        Err(SharingRefusal::NoAgreement),
        "no matter where the data goes (S105)"
    );
}

#[test]
fn more_than_the_least_needs_a_reason() {
    let mut case = Case::supplier();
    case.classes = [DataClass::Contact, DataClass::Reference].into();
    case.reason = Some(line("The panel reads references in the software"));
    assert!(case.decided().is_ok());
}

#[test]
fn an_authority_says_everything_or_nothing_is_given() {
    let fields = [
        SharingRefusal::NoAuthority,
        SharingRefusal::NoPower,
        SharingRefusal::NotAsked,
        SharingRefusal::NoLeast,
        SharingRefusal::NobodyDecided,
        SharingRefusal::TellingOpen,
    ];
    for (at, wanted) in fields.into_iter().enumerate() {
        let refusal = Case::authority().refused(|case| {
            if let Some(ground) = &mut case.legal {
                let said = [
                    &mut ground.authority,
                    &mut ground.power,
                    &mut ground.asked,
                    &mut ground.least,
                    &mut ground.decided_by,
                    &mut ground.told,
                ];
                for (field, said) in said.into_iter().enumerate() {
                    if field == at {
                        *said = None;
                    }
                }
            }
        });
        assert_eq!(refusal, wanted);
        assert_eq!(refusal.rule(), "SHA-05");
    }
}

/// RULEBOOK SHA-02: equality, opinions, health and criminal records are never what is chosen for somebody.
#[test]
fn the_least_is_of_the_purpose_and_never_of_what_is_sensitive() {
    for purpose in Purpose::ALL {
        let terms = in_the_notice(*purpose).expect("terms");
        for category in To::ALL {
            let least = minimum(*purpose, &terms, *category);
            assert!(least.is_subset(&terms.classes));
            for never in [
                DataClass::Equality,
                DataClass::Opinion,
                DataClass::Health,
                DataClass::CriminalRecord,
                DataClass::Vetting,
            ] {
                assert!(!least.contains(&never), "{purpose:?} {category:?}");
            }
        }
        let survey = minimum(*purpose, &terms, To::Surveys);
        assert!(survey.len() <= 1, "an address and a name, no more (S88)");
    }
}

fn or_none(codes: &[&str]) -> String {
    match codes {
        [] => "none".to_owned(),
        codes => codes.join(", "),
    }
}

/// The first version of every purpose stands in every store that was made, so it never changes.
#[test]
fn the_notice_says_of_each_purpose_what_it_always_said() {
    let mut text = String::new();
    for purpose in Purpose::ALL {
        let terms = in_the_notice(*purpose).expect("terms");
        assert_eq!(Purpose::from_code(purpose.code()), Some(*purpose));
        let classes: Vec<&str> = terms.classes.iter().map(|class| class.code()).collect();
        let to: Vec<&str> = terms.recipients.iter().map(|to| to.code()).collect();
        writeln!(
            text,
            "{} {}\n  {}\n  basis: {}\n  condition: {}\n  survives an objection: {}\n  classes: {}\n  recipients: {}",
            purpose.number(),
            purpose.code(),
            terms.text.as_str(),
            terms.basis.phrase(),
            terms.condition.map_or("none", SpecialCondition::phrase),
            terms.basis.survives_objection(),
            or_none(&classes),
            or_none(&to),
        )
        .expect("text");
        let mut other = terms.clone();
        other.text = line("Another text");
        assert_eq!(other.check(&terms), Ok(()), "{purpose:?} may be reworded");
        assert_eq!(terms.check(&terms), Err(PurposeRefusal::Same));
    }
    let golden = include_str!("../sharing.golden.txt");
    assert!(
        text == golden,
        "domain/sharing.golden.txt would be:\n{text}"
    );
}

#[test]
fn a_purpose_names_a_condition_for_what_needs_one() {
    let before = in_the_notice(Purpose::OfficeReview).expect("terms");
    let mut wanted = before.clone();
    wanted.classes.insert(DataClass::Health);
    assert_eq!(wanted.check(&before), Err(PurposeRefusal::NoCondition));
    wanted.condition = Some(SpecialCondition::ExplicitPermission);
    assert_eq!(wanted.check(&before), Ok(()));
    wanted.classes.clear();
    assert_eq!(wanted.check(&before), Err(PurposeRefusal::NothingToGive));
    let figures = in_the_notice(Purpose::Reporting).expect("terms");
    let mut wanted = figures.clone();
    wanted.classes.insert(DataClass::Contact);
    assert_eq!(
        wanted.check(&figures),
        Err(PurposeRefusal::AnonymousClasses)
    );
}

#[test]
fn a_register_shows_what_is_near_late_and_over() {
    let stands = |ends: Option<&str>, today: &str| {
        standing(&Item::Agreement(agreement_until(ends)), day(today))
    };
    assert_eq!(
        stands(None, "2026-01-09"),
        Standing::NotYet(day("2026-01-10"))
    );
    assert_eq!(
        stands(None, "2026-12-10"),
        Standing::Good(day("2027-01-10"))
    );
    assert_eq!(
        stands(None, "2026-12-11"),
        Standing::Soon(day("2027-01-10"))
    );
    assert_eq!(
        stands(None, "2027-01-10"),
        Standing::Soon(day("2027-01-10"))
    );
    assert_eq!(
        stands(None, "2027-01-11"),
        Standing::Overdue(day("2027-01-10"))
    );
    assert_eq!(
        stands(Some("2026-12-31"), "2026-12-15"),
        Standing::Soon(day("2026-12-31"))
    );
    assert_eq!(
        stands(Some("2026-12-31"), "2027-01-01"),
        Standing::Lapsed(day("2026-12-31"))
    );
}

#[test]
fn what_is_late_is_asked_for_but_not_what_is_over_for_good() {
    let other = RegisterItemId::from_uuid(uuid::Uuid::from_u128(8));
    let asked = |lines: &[(RegisterItemId, Item)], today: &str| asks_for(lines, day(today)).count();
    let mut lines = vec![
        (id(), Item::Recipient(recipient(To::Recruiters, "GB"))),
        (other, Item::Agreement(agreement_until(Some("2026-06-01")))),
    ];
    assert_eq!(asked(&lines, "2026-05-01"), 0);
    assert_eq!(asked(&lines, "2026-05-02"), 1, "thirty days before");
    assert_eq!(asked(&lines, "2026-07-01"), 1, "nothing came after it");
    lines.push((other, Item::Agreement(agreement_until(None))));
    assert_eq!(asked(&lines, "2026-07-01"), 0, "another stands");
    assert_eq!(asked(&lines, "2027-04-01"), 2, "both reviews are late");
    if let Some((_, Item::Recipient(ended))) = lines.first_mut() {
        ended.ends_on = Some(day("2027-03-31"));
    }
    assert_eq!(
        asked(&lines, "2027-04-01"),
        0,
        "it is given nothing any more"
    );
}

#[test]
fn a_line_of_a_register_is_checked_before_it_is_kept() {
    let today = day("2026-11-28");
    let supplier = recipient(To::Recruiters, "GB");
    let office = recipient(To::MembersAndDepartments, "GB");
    let abroad = recipient(To::Recruiters, "US");
    let problem = |item: Item, about: Option<&Recipient>| check_item(&item, about, None, today);
    assert_eq!(
        problem(Item::Agreement(agreement_until(None)), Some(&supplier)),
        Ok(())
    );
    assert_eq!(
        problem(Item::Agreement(agreement_until(None)), Some(&office)),
        Err(ItemProblem::NoSupplier)
    );
    assert_eq!(
        problem(
            Item::Agreement(agreement_until(Some("2026-01-09"))),
            Some(&supplier)
        ),
        Err(ItemProblem::EndsFirst)
    );
    assert_eq!(
        problem(Item::Transfer(transfer_until(None)), Some(&supplier)),
        Err(ItemProblem::NoTransfer)
    );
    assert_eq!(
        problem(Item::Transfer(transfer_until(None)), Some(&abroad)),
        Ok(())
    );
    let mut nameless = office;
    nameless.registration = None;
    assert_eq!(
        problem(Item::Recipient(nameless), None),
        Err(ItemProblem::NoRegistration)
    );
    let late = reviewed(Item::Recipient(supplier.clone()), today);
    assert_eq!(
        problem(late.clone(), None),
        Err(ItemProblem::ReviewNotAhead)
    );
    assert_eq!(
        check_item(&late, None, Some(&late), today),
        Ok(()),
        "a line whose review is late can be put right without one"
    );
    let far = reviewed(Item::Recipient(supplier), day("2028-11-29"));
    assert_eq!(
        problem(far, None),
        Err(ItemProblem::ReviewTooFar(day("2028-11-28")))
    );
    let mut dpia = Dpia {
        title: line("Vetting"),
        purposes: [Purpose::Vetting].into(),
        measures: line("Sealed, result alone"),
        residual: Residual::High,
        consulted_on: None,
        signed_off_on: day("2026-05-01"),
        owner: line("The data protection officer"),
        review_on: day("2027-05-01"),
    };
    assert_eq!(
        problem(Item::Dpia(dpia.clone()), None),
        Err(ItemProblem::NotConsulted)
    );
    dpia.consulted_on = Some(day("2026-04-01"));
    assert_eq!(problem(Item::Dpia(dpia), None), Ok(()));
}

#[test]
fn a_country_is_one_of_the_list_once() {
    let all: Vec<Country> = Country::all().collect();
    let once: BTreeSet<Country> = all.iter().copied().collect();
    assert_eq!(all.len(), once.len());
    assert!(Country::parse("XX").is_err());
    assert_eq!(Country::HOME.destination(), Destination::Home);
}
