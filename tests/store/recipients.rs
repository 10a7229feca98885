//! Recipients who are told of an erasure: worked out before anybody goes, kept with nothing of them, neither lost nor
//! doubled by what interrupts it or by a database that is put back.

use std::fs;

use chrono::NaiveDate;
use domain::access::{Erase, KeepRegisters, ReadCandidate, ReadJournal, RecordDisclosure, Subject};
use domain::application::{Outcome, OutcomeKind, RejectionReason};
use domain::disclosure::{DisclosureDetails, RecipientCategory};
use domain::id::{ApplicationId, CandidateId};
use domain::retention::{DataClass, Part};
use domain::sharing::{Country, Item, LawfulBasis, Purpose, Recipient};
use store::{
    DisclosureGrounds, Entry, ErasureReport, ErasureState, GoOn, Goes, NewDisclosure,
    RecipientNotice, StoreError, ToErase,
};

use crate::support::{Home, PASSPHRASE, at, day, line, passphrase, permit_of, person, unlock};

const OFFICE: &str = "Office of A. Member";
const AGENCY: &str = "Some Agency";

/// A word of somebody, whose end nobody else's word has: ends are what is searched for.
fn word(number: usize) -> String {
    format!("Marigold{:08x}", (number + 1) * 40_503 % 65_536 * 65_521)
}

fn somebody(home: &mut Home, number: usize) -> CandidateId {
    let word = word(number);
    home.candidate(&person(
        &word,
        &format!("Quagga{number:04}"),
        &format!("heron{number:04}@example.org"),
        &format!("07700 9{number:05}"),
    ))
}

fn disclose(
    home: &mut Home,
    candidate: CandidateId,
    application: Option<ApplicationId>,
    to: &str,
    on: &str,
) {
    let permit = home.on::<RecordDisclosure>(candidate);
    let keep = home.permit::<KeepRegisters>(Subject::Organisation);
    let office = Item::Recipient(Recipient {
        name: line(to),
        category: RecipientCategory::MembersAndDepartments,
        country: Country::HOME,
        registration: None,
        approval: None,
        ends_on: None,
        owner: line("HR"),
        review_on: day("2027-05-01"),
    });
    let details = DisclosureDetails {
        category: RecipientCategory::MembersAndDepartments,
        recipient: line(to),
        purpose: Purpose::OfficeReview,
        classes: [DataClass::Contact, DataClass::Form].into(),
        on: day(on),
    };
    home.store
        .write(&permit, at("2026-05-01"), |tx| {
            let given_to = tx.insert_register_item(&keep, &office)?;
            let new = NewDisclosure {
                details,
                application,
                grounds: DisclosureGrounds {
                    given_to,
                    basis: LawfulBasis::LegitimateInterests,
                    purpose_version: 1,
                    agreement: None,
                    mechanism: None,
                    relevance: None,
                    reason: Some(line(&format!("Asked for by the panel of {on}"))),
                    legal: None,
                },
            };
            let id = tx.insert_disclosure(&permit, &new)?;
            Ok::<_, StoreError>((id, Entry::new("record-disclosure")))
        })
        .unwrap();
}

fn erase(home: &mut Home, goes: &[ToErase], on: &str) -> ErasureReport {
    let erasing = home.erasing();
    home.store
        .erase(&erasing, goes, at(on), |_| GoOn::Yes)
        .unwrap()
}

fn people(of: &[CandidateId]) -> Vec<ToErase> {
    of.iter()
        .map(|one| ToErase::person(*one, "RET-02"))
        .collect()
}

fn notices(home: &Home) -> Vec<RecipientNotice> {
    let journal = home.permit::<ReadJournal>(Subject::Organisation);
    home.store.records().recipient_notices(&journal).unwrap()
}

/// Of each notice the recipient, how many people and applications, by when, and whether again.
fn told_of(notices: &[RecipientNotice]) -> Vec<(&str, u64, u64, NaiveDate, bool)> {
    notices
        .iter()
        .map(|notice| {
            let to_tell = &notice.to_tell;
            (
                to_tell.recipient.as_str(),
                to_tell.people,
                to_tell.applications,
                to_tell.by,
                notice.again,
            )
        })
        .collect()
}

#[test]
fn each_recipient_is_listed_once_with_nothing_of_those_who_went() {
    let mut home = Home::new();
    let all: Vec<CandidateId> = (0..8).map(|number| somebody(&mut home, number)).collect();
    disclose(&mut home, all[0], None, OFFICE, "2026-03-01");
    disclose(&mut home, all[0], None, "OFFICE of a. member", "2026-03-02");
    disclose(&mut home, all[1], None, OFFICE, "2026-03-01");
    disclose(&mut home, all[1], None, AGENCY, "2026-03-09");
    disclose(&mut home, all[7], None, "Not Told", "2026-03-09");
    let goes = people(&all[..3]);
    let erasing = home.permit::<Erase>(Subject::Organisation);
    let shown = home
        .store
        .records()
        .recipients_of(&erasing, &goes, day("2026-06-01"))
        .unwrap();
    let named = home
        .store
        .records()
        .disclosed_of_those_who_go(&erasing, &goes)
        .unwrap();
    assert_eq!(named.len(), 4, "what the notices say, by name");
    assert_eq!(named[0].name.full(), format!("{} Quagga0000", word(0)));

    let report = erase(&mut home, &goes, "2026-06-01");
    assert_eq!(report.state, ErasureState::Erased, "{report:?}");
    let listed = notices(&home);
    assert_eq!(
        told_of(&listed),
        [
            (OFFICE, 2, 0, day("2026-06-15"), false),
            (AGENCY, 1, 0, day("2026-06-15"), false)
        ]
    );
    let numbers: Vec<u32> = listed[0]
        .to_tell
        .given
        .iter()
        .map(|one| one.number)
        .collect();
    assert_eq!(
        numbers,
        [2, 1],
        "twice on the first day, once on the second"
    );
    let mut shown_as: Vec<_> = shown.iter().map(|one| one.recipient.as_str()).collect();
    shown_as.reverse();
    assert_eq!(
        shown_as,
        [AGENCY, OFFICE],
        "what was shown is what is listed"
    );
    let words: Vec<String> = (0..3).map(word).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let found =
        store::testing::words_in_bytes(home.folder.path(), "hr", PASSPHRASE, &words).unwrap();
    assert_eq!(
        found, 0,
        "no word of them is left, in the list or elsewhere"
    );
    let reading = home.on::<ReadCandidate>(all[7]);
    let left = home.store.records().disclosures(&reading).unwrap();
    assert_eq!(left.len(), 1, "who stays keeps theirs");
}

#[test]
fn an_application_that_goes_by_itself_takes_what_was_given_of_it() {
    let mut home = Home::new();
    let candidate = somebody(&mut home, 0);
    let (old, new) = (home.vacancy("Press Officer"), home.vacancy("Cook"));
    let rejected = Outcome {
        how: OutcomeKind::Rejected {
            reason: RejectionReason::MetRequirementsNotSelected,
        },
        on: day("2026-01-10"),
    };
    let old = home.application(candidate, old, Some(rejected));
    let new = home.application(candidate, new, None);
    disclose(&mut home, candidate, Some(old), OFFICE, "2026-03-01");
    disclose(&mut home, candidate, Some(new), AGENCY, "2026-03-01");
    disclose(&mut home, candidate, None, AGENCY, "2026-03-02");
    let goes = [ToErase {
        candidate,
        goes: Goes::Part(Part::Application(old)),
        rule: "RET-02",
        due_since: None,
    }];
    let report = erase(&mut home, &goes, "2026-08-01");
    assert_eq!(report.state, ErasureState::Erased, "{report:?}");
    assert_eq!(
        told_of(&notices(&home)),
        [(OFFICE, 0, 1, day("2026-08-15"), false)]
    );
    let reading = home.on::<ReadCandidate>(candidate);
    let left = home.store.records().disclosures(&reading).unwrap();
    assert!(
        left.len() == 2 && left.iter().all(|one| one.application != Some(old)),
        "{left:?}"
    );
    erase(&mut home, &people(&[candidate]), "2026-08-02");
    assert_eq!(
        told_of(&notices(&home))[1],
        (AGENCY, 1, 0, day("2026-08-16"), false),
        "the office is not told twice"
    );
}

#[test]
fn the_list_survives_an_erasure_that_was_ended_and_one_that_was_stopped() {
    let mut home = Home::new();
    let all: Vec<CandidateId> = (0..6).map(|number| somebody(&mut home, number)).collect();
    for one in &all {
        disclose(&mut home, *one, None, OFFICE, "2026-03-01");
    }
    let (mut home, finished) = home.ended_amid(&people(&all[..2]), at("2026-05-30"));
    assert_eq!(finished.len(), 1);
    assert_eq!(
        told_of(&notices(&home)),
        [(OFFICE, 2, 0, day("2026-06-13"), false)],
        "made with the rows that went, and once"
    );
    // What was written down and not begun is listed by the unlock that finishes it.
    erase(&mut home, &people(&all[2..4]), "2026-06-02");
    let listed = notices(&home);
    let told: Vec<u64> = listed.iter().map(|notice| notice.to_tell.people).collect();
    assert_eq!(told, [2, 2], "a list an erasure");
}

#[test]
fn a_database_that_is_put_back_lists_its_recipients_again_and_once() {
    let mut home = Home::new();
    let all: Vec<CandidateId> = (0..6).map(|number| somebody(&mut home, number)).collect();
    for one in &all {
        disclose(&mut home, *one, None, OFFICE, "2026-03-01");
    }
    let Home {
        store,
        folder,
        hr,
        team,
    } = home;
    store.close().unwrap();
    let before = fs::read(folder.path().join("fairhold.db")).unwrap();
    let mut home = Home {
        store: unlock(folder.path()).unwrap().store,
        hr,
        team,
        folder,
    };
    erase(&mut home, &people(&all[..2]), "2026-06-01");
    assert_eq!(notices(&home).len(), 1);
    let Home { store, folder, .. } = home;
    store.close().unwrap();
    fs::write(folder.path().join("fairhold.db"), before).unwrap();
    let opened = store::unlock_as_it_is(
        folder.path(),
        "hr",
        &passphrase(PASSPHRASE),
        at("2026-06-05"),
    )
    .unwrap();
    assert_eq!(opened.erased_again, 2);
    let permit = permit_of::<ReadJournal>(opened.account, Subject::Organisation);
    let listed = opened.store.records().recipient_notices(&permit).unwrap();
    assert_eq!(
        told_of(&listed),
        [(OFFICE, 2, 0, day("2026-06-15"), true)],
        "by the day of the first erasure, and said to be a second time"
    );
    opened.store.close().unwrap();
    let opened = unlock(folder.path()).unwrap();
    let listed = opened.store.records().recipient_notices(&permit).unwrap();
    assert_eq!(listed.len(), 1, "and not once more");
}

#[test]
fn who_was_told_is_noted_once_and_kept_six_years() {
    let mut home = Home::new();
    let one = somebody(&mut home, 0);
    disclose(&mut home, one, None, OFFICE, "2026-03-01");
    disclose(&mut home, one, None, AGENCY, "2026-03-01");
    erase(&mut home, &people(&[one]), "2026-05-30");
    // A clock that is seen every month is believed.
    for on in ["2026-02-04", "2026-03-06", "2026-04-05", "2026-05-05"] {
        home.store
            .note(Some(home.hr), at(on), Entry::new("sign-in"))
            .unwrap();
    }
    let listed = notices(&home);
    let permit = home.permit::<RecordDisclosure>(Subject::Organisation);
    let tell = |home: &mut Home, on: Option<&str>| {
        home.store.write(&permit, at("2026-05-31"), |tx| {
            tx.tell_recipient(&permit, listed[0].id, on.map(day))?;
            Ok(((), Entry::new("tell-recipient")))
        })
    };
    tell(&mut home, Some("2026-05-31")).unwrap();
    assert!(
        matches!(
            tell(&mut home, Some("2026-05-31")),
            Err(StoreError::NotFound)
        ),
        "it was told"
    );
    let told = notices(&home);
    assert_eq!(told[0].told, None, "who is to be told stands first");
    assert_eq!(told[1].told, Some((day("2026-05-31"), line("hr"))));
    tell(&mut home, None).unwrap();
    tell(&mut home, Some("2020-06-01")).unwrap();
    let Home { store, folder, .. } = home;
    store.close().unwrap();
    let opened = unlock(folder.path()).unwrap();
    let journal = permit_of::<ReadJournal>(opened.account, Subject::Organisation);
    let listed = opened.store.records().recipient_notices(&journal).unwrap();
    assert_eq!(
        told_of(&listed),
        [(AGENCY, 1, 0, day("2026-06-13"), false)],
        "who was not told is never dropped"
    );
}
