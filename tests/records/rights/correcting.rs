//! Rectification: a fact is put right and it is kept what it said, an opinion stays with the person's view beside it, and whoever
//! was given something is told (RULEBOOK DSR-10, DSR-16).

use domain::access::Shown;
use domain::deadline::Right;
use domain::disclosure::ToldOf;
use domain::document::DocumentKind;
use domain::holidays::Nation;
use domain::id::{CandidateId, RightsRequestId};
use domain::rights::{Corrected, Exemption, ItemOutcome, OpinionOf, RequestChannel};
use domain::text::{Email, Prose};
use records::candidate::EditCandidate;
use records::organisation::SetBankHolidays;
use records::report::WriteRequestLetter;
use records::rights::{self, AnnotateOpinion, LogRequest, OneRequest, OpinionsView, PackKind};
use records::view::Nothing;

use super::pack::{add_file, assemble};
use super::{close, decide, erase, log, open, words};
use crate::sealed::journal;
use crate::telling::{listed, record};
use crate::world::{World, day, details, refused};

fn change_the_address(world: &mut World, candidate: CandidateId, to: &str) {
    let mut details = details("Ann");
    details.contact.emails = vec![Email::parse(to).expect("an address")];
    let revision = world.open(candidate).revision;
    world.does(|desk| {
        records::candidate::edit(
            desk,
            EditCandidate {
                candidate,
                revision,
                details,
            },
        )
    });
}

fn opinions(world: &mut World, request: RightsRequestId) -> OpinionsView {
    world
        .read(|desk| rights::opinions(desk, OneRequest { request }))
        .expect("opinions")
}

#[test]
fn what_a_record_said_before_it_was_corrected_is_kept_until_it_goes() {
    let mut world = World::new();
    let ann = world.add_person("Ann");
    change_the_address(&mut world, ann, "before@example.org");
    let request = log(&mut world, ann, &[Right::Rectification]);
    assert!(
        open(&mut world, request).corrected.is_empty(),
        "nobody asked then"
    );
    change_the_address(&mut world, ann, "wrong@example.org");
    world.undo().expect("taken back");
    assert!(
        open(&mut world, request).corrected.is_empty(),
        "what was taken back was corrected by nobody"
    );
    change_the_address(&mut world, ann, "after@example.org");
    let corrected = open(&mut world, request).corrected;
    assert_eq!(corrected.len(), 1);
    assert_eq!(
        (corrected[0].what, corrected[0].before.as_str()),
        (Corrected::Emails, "before@example.org")
    );
    decide(
        &mut world,
        request,
        Right::Rectification,
        ItemOutcome::Granted,
        &[],
    )
    .expect("decided");
    close(&mut world, request).expect("closed");
    change_the_address(&mut world, ann, "later@example.org");
    assert_eq!(
        open(&mut world, request).corrected.len(),
        1,
        "it was answered"
    );
    let erasing = log(&mut world, ann, &[Right::Erasure]);
    decide(
        &mut world,
        erasing,
        Right::Erasure,
        ItemOutcome::Granted,
        &[],
    )
    .expect("decided");
    let receipt = erase(&mut world, erasing, Vec::new()).expect("erased");
    assert!(
        receipt.verified && receipt.left == 0,
        "and nothing of it is found"
    );
    assert!(open(&mut world, request).corrected.is_empty());
}

#[test]
fn a_reference_stays_and_their_view_of_it_stands_beside_it_and_in_what_they_are_given() {
    let mut world = World::new();
    let ann = world.add_person("Ann");
    add_file(
        &mut world,
        ann,
        DocumentKind::Reference,
        "She was often late",
    );
    add_file(&mut world, ann, DocumentKind::Cv, "Ten years in archives");
    let request = log(&mut world, ann, &[Right::Rectification, Right::Access]);
    let rows = opinions(&mut world, request).rows;
    assert_eq!(rows.len(), 1, "a CV is no opinion");
    let of = rows[0].of;
    let annotate = |world: &mut World, said: &str| {
        let revision = open(world, request).revision;
        let request = AnnotateOpinion {
            request,
            revision,
            of,
            words: Prose::parse(said).expect("words"),
        };
        world.write(|desk| rights::annotate(desk, request))
    };
    assert!(annotate(&mut world, "").is_err(), "without words");
    annotate(&mut world, "Not once").expect("noted");
    annotate(&mut world, "I was never late: Zwickelby kept the times").expect("noted anew");
    let Shown::Shown { value: documents } = world.open(ann).documents else {
        panic!("HR sees documents");
    };
    let views: Vec<_> = documents
        .iter()
        .filter_map(|one| one.annotation.as_ref())
        .collect();
    assert_eq!(views.len(), 1);
    assert!(views[0].words.contains("Zwickelby"));
    let OpinionOf::Document { document } = of else {
        panic!("a document");
    };
    assert!(
        documents
            .iter()
            .any(|one| one.document == document && one.annotation.is_some())
    );
    let review = assemble(&mut world, request, PackKind::Held);
    assert!(
        review
            .tally
            .iter()
            .any(|part| part.title.starts_with("Documents"))
    );
    let other = log(&mut world, ann, &[Right::Access]);
    let revision = open(&mut world, other).revision;
    let refusal = world.write(|desk| {
        let request = AnnotateOpinion {
            request: other,
            revision,
            of,
            words: words("Something"),
        };
        rights::annotate(desk, request)
    });
    assert_eq!(refused(refusal).0, "DSR-10");
    assert!(
        journal(&mut world)
            .iter()
            .any(|line| line.starts_with("Noted what somebody says of a document"))
    );
}

#[test]
fn whoever_was_given_something_is_told_that_it_was_corrected_or_restricted() {
    let mut world = World::new();
    let ann = world.add_person("Ann");
    record(&mut world, ann, "Agency");
    let request = log(&mut world, ann, &[Right::Rectification, Right::Restriction]);
    let told = open(&mut world, request).recipients;
    assert_eq!(told.len(), 1, "it is only stored from now on");
    assert_eq!(told[0].because, ToldOf::Restriction);
    decide(
        &mut world,
        request,
        Right::Restriction,
        ItemOutcome::Refused,
        &[Exemption::Accurate],
    )
    .expect("decided");
    assert!(
        open(&mut world, request).recipients.is_empty(),
        "nobody was told yet"
    );
    change_the_address(&mut world, ann, "after@example.org");
    decide(
        &mut world,
        request,
        Right::Rectification,
        ItemOutcome::Granted,
        &[],
    )
    .expect("decided");
    let told = open(&mut world, request).recipients;
    assert_eq!(told.len(), 1);
    assert_eq!(
        (told[0].recipient.as_str(), told[0].because),
        ("Agency", ToldOf::Rectification)
    );
    let files =
        world.does(|desk| records::report::write_request_notices(desk, OneRequest { request }));
    assert_eq!(files.len(), 1);
    let text = String::from_utf8(files[0].bytes.clone()).expect("text");
    for said in [
        "personal data were corrected",
        "GivenAnn FamilyAnn",
        "E-mail: after@example.org",
    ] {
        assert!(text.contains(said), "{said} in {text}");
    }
    let notices = listed(&mut world).notices;
    assert_eq!(notices.len(), 1);
    assert_eq!(notices[0].request.as_deref(), Some("R-0001"));
    assert_eq!(notices[0].since, world.today);
    let notice = notices[0].notice;
    let on = world.today;
    world.does(|desk| {
        records::recipients::tell(desk, records::recipients::TellRecipient { notice, on })
    });
    assert_eq!(open(&mut world, request).recipients[0].told_on, Some(on));
    assert!(
        world
            .read(|desk| records::report::check_request_notices(desk, OneRequest { request }))
            .is_err(),
        "there is nobody left to tell"
    );
    assert!(
        journal(&mut world)
            .iter()
            .any(|line| line == "Noted that a recipient was told of a correction")
    );
}

#[test]
fn the_receipt_of_a_request_is_confirmed_by_a_letter() {
    let mut world = World::new();
    let ann = world.add_person("Ann");
    let request = log(&mut world, ann, &[Right::Access]);
    let file = world
        .does(|desk| records::report::write_request_receipt(desk, WriteRequestLetter { request }));
    assert_eq!(file.name, "R-0001-received.pdf");
    assert!(file.bytes.starts_with(b"%PDF-"));
    assert_eq!(
        journal(&mut world)[0],
        "Wrote the letter that confirms the receipt of a request"
    );
}

#[test]
fn days_are_counted_by_the_bank_holidays_of_where_the_organisation_works() {
    let mut world = World::new();
    world.today = day("2026-12-05");
    let ann = world.add_person("Ann");
    let request = LogRequest {
        candidate: Some(ann),
        asker: Prose::default(),
        // One month on is 30 November 2026, St Andrew's Day: a bank holiday in Scotland alone.
        received_on: day("2026-10-30"),
        channel: RequestChannel::Email,
        rights: vec![Right::Access],
        asked: Prose::default(),
    };
    let request = world.does(|desk| rights::log(desk, request)).request;
    assert_eq!(
        open(&mut world, request).clock.due_on,
        Some(day("2026-11-30"))
    );
    world.does(|desk| {
        let nation = Nation::Scotland;
        records::organisation::set_bank_holidays(desk, SetBankHolidays { nation })
    });
    let set = world
        .read(|desk| records::organisation::bank_holidays(desk, Nothing {}))
        .expect("a setting");
    assert_eq!(set.nation, Nation::Scotland);
    assert_eq!(
        open(&mut world, request).clock.due_on,
        Some(day("2026-12-01"))
    );
    assert_eq!(journal(&mut world)[0], "Changed whose bank holidays count");
}
