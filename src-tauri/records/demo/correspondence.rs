//! Templates and a few messages, so that nobody begins with an empty page.

use chrono::{DateTime, Days, NaiveDate, Utc};
use domain::application::Stage;
use domain::clock::london_date;
use domain::correspondence::{MessageChannel, MessageDirection, MessagePurpose};
use domain::id::CandidateId;
use domain::text::{Line, Prose};
use store::Store;

use super::made_up;
use crate::correspondence::{RecordMessage, SaveTemplate, TemplateFields, record, save_template};
use crate::desk::{Session, Unwatched, WriteDesk};
use crate::error::Error;

/// Of how many people there are messages.
const PEOPLE: usize = 12;

/// What the sample organisation writes again and again: name, purpose, subject, text.
const TEMPLATES: [(&str, MessagePurpose, &str, &str); 7] = [
    (
        "Application received",
        MessagePurpose::ApplicationReceived,
        "Your application: {vacancy}",
        "Dear {preferred name},\n\nthank you for applying for {vacancy}. Your application of {applied on} is with us, and \
         we will tell you how it goes on.\n\nYours\n{your name}\n{organisation}",
    ),
    (
        "Invitation to an interview",
        MessagePurpose::Invitation,
        "An interview for {vacancy}",
        "Dear {preferred name},\n\nwe would like to meet you: on {interview date} at {interview time}, {interview place}. \
         Tell us if you need anything to take part.\n\nYours\n{your name}\n{organisation}",
    ),
    (
        "Something is missing",
        MessagePurpose::MoreInformation,
        "Your application: {vacancy}",
        "Dear {preferred name},\n\nto go on with your application for {vacancy} we still need your answer to this.\n\n\
         Yours\n{your name}\n{organisation}",
    ),
    (
        "Outcome: not selected",
        MessagePurpose::Outcome,
        "Your application: {vacancy}",
        "Dear {preferred name},\n\nthank you for your application for {vacancy} and for the time you gave it. We have \
         chosen somebody else. Ask us if you would like to know more.\n\nYours\n{your name}\n{organisation}",
    ),
    (
        "Ask for the reserve list",
        MessagePurpose::AskPermission,
        "May we keep you on our reserve list?",
        "Dear {preferred name},\n\n{ask for reserve list}\n\nYours\n{your name}\n{organisation}",
    ),
    (
        "A role for the reserve list",
        MessagePurpose::ReserveList,
        "A role that may suit you",
        "Dear {preferred name},\n\nyou are on our reserve list, and we are looking for somebody again. Tell us if you would \
         like to hear more.\n\n{opt out}\n\nYours\n{your name}\n{organisation}",
    ),
    (
        "Ask to keep details longer",
        MessagePurpose::AskPermission,
        "May we keep your details for longer?",
        "Dear {preferred name},\n\n{ask to keep longer}\n\nYours\n{your name}\n{organisation}",
    ),
];

/// Adds the templates, and messages with the first people whose application runs.
pub(super) fn add(
    store: &mut Store,
    session: &Session,
    live: &[(CandidateId, Stage)],
    now: DateTime<Utc>,
) -> Result<(), Error> {
    let clock = domain::clock::FixedClock(now);
    let mut desk = WriteDesk::new(store, session, &clock, &Unwatched);
    for (name, purpose, subject, body) in TEMPLATES {
        let fields = TemplateFields {
            purpose,
            name: made_up(Line::parse(name))?,
            subject: made_up(Line::parse(subject))?,
            body: made_up(Prose::parse(body))?,
        };
        save_template(&mut desk, SaveTemplate { of: None, fields })?;
    }
    let today = london_date(now);
    let ago = |days| today.checked_sub_days(Days::new(days)).unwrap_or(today);
    for (candidate, _) in live.iter().take(PEOPLE) {
        let came = said(
            *candidate,
            MessageDirection::In,
            MessagePurpose::Reply,
            ago(4),
            "Dear team,\n\nis there a car park at the office? I look forward to hearing from you.",
        )?;
        record(&mut desk, came)?;
        let went = said(
            *candidate,
            MessageDirection::Out,
            MessagePurpose::Reply,
            ago(3),
            "Thank you for asking. There is one behind the building; tell reception your number plate.",
        )?;
        record(&mut desk, went)?;
    }
    Ok(())
}

fn said(
    candidate: CandidateId,
    direction: MessageDirection,
    purpose: MessagePurpose,
    on: NaiveDate,
    body: &str,
) -> Result<RecordMessage, Error> {
    Ok(RecordMessage {
        candidate,
        application: None,
        direction,
        channel: MessageChannel::Email,
        purpose,
        on,
        with: None,
        subject: Some(made_up(Line::parse("A question about the office"))?),
        body: made_up(Prose::parse(body))?,
        confirmed: false,
        mail: None,
        attachments: Vec::new(),
    })
}
