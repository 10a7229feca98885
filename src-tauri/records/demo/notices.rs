//! The sample's privacy notice: a version that lacked something, the one in force, and a few people of whom nothing is
//! recorded.

use chrono::{DateTime, NaiveDate, Utc};
use domain::access::{self, Permit};
use domain::application::Stage;
use domain::dates::{days_after, days_before};
use domain::notice::{NoticeChannel, NoticeItem, NoticeText};
use domain::source::Directness;
use domain::text::{Line, Prose};
use store::{Detail, Entry, Store};

use super::made_up;
use super::people::MadeUp;
use crate::error::Error;

/// Days since which the version in force is, and the one before.
const FIRST_DAYS: [u64; 2] = [730, 150];

/// One in so many people of whom nothing is recorded, of those who came late and applied last.
const ONE_IN: u32 = 29;

/// The people before whom nobody is left out: others of the sample build on them.
const LATE: u32 = 200;

const BEFORE: &str = "Recruitment privacy notice of the Sample Organisation\n\nWe are the controller. Our data protection \
officer is at privacy@example.org.\n\nWe use what you tell us, and what recruiters and referees tell us, to move your \
application forward and to run the process. We share it with those who decide and with suppliers under an agreement. We \
keep it until six months after you are told the outcome, and longer only with your permission, which you can withdraw.\n\n\
You may ask for what we hold, have it put right or erased, object, and complain to the Information Commissioner.";

const NOW: &str = "Recruitment privacy notice of the Sample Organisation\n\nWe are the controller. Our data protection \
officer is at privacy@example.org.\n\nWhat we hold: your name and contact details, what you send us with your application, \
what we find in interviews, and what the law lets us ask. Where it comes from: you, recruiters, platforms, referees.\n\n\
Why: to take steps towards a contract with you, and for our legitimate interest in running the process fairly. Nothing is \
decided by a program.\n\nWho sees it: those who decide, suppliers under an agreement, and nobody abroad without a \
safeguard.\n\nFor how long: six months from the outcome, or from the day you wrote to us unasked; longer only with \
your permission, which you can withdraw at any time. You need not tell us anything, but without your details we can’t \
consider you.\n\nYour rights: to have a copy, to have it put right, erased, restricted or moved, and to object. Complain \
to us at privacy@example.org, or to the Information Commissioner at ico.org.uk.";

/// What the version before does not say.
const LACKED: [NoticeItem; 5] = [
    NoticeItem::ComplaintToUs,
    NoticeItem::Categories,
    NoticeItem::Need,
    NoticeItem::Sources,
    NoticeItem::Automated,
];

/// The first days of the versions, the first version first.
pub(super) struct Versions([NaiveDate; 2]);

/// Adds both versions.
pub(super) fn add(
    store: &mut Store,
    permit: &Permit<access::ManageAccounts>,
    now: DateTime<Utc>,
    today: NaiveDate,
) -> Result<Versions, Error> {
    let days = FIRST_DAYS.map(|ago| days_before(today, ago));
    let all = || NoticeItem::ALL.iter().copied();
    let [first, second] = days;
    let texts = [
        NoticeText {
            text: made_up(Prose::parse(BEFORE))?,
            in_force_from: first,
            contains: all().filter(|item| !LACKED.contains(item)).collect(),
            related: vec![made_up(Line::parse("Website privacy notice, version 2"))?],
        },
        NoticeText {
            text: made_up(Prose::parse(NOW))?,
            in_force_from: second,
            contains: all().collect(),
            related: vec![
                made_up(Line::parse("Website privacy notice, version 3"))?,
                made_up(Line::parse("Employee privacy notice, version 1"))?,
            ],
        },
    ];
    for (seen, text) in (0_u32..).zip(texts) {
        store.write(permit, now, |tx| {
            let version = tx.add_notice(permit, &text, seen)?;
            let entry = Entry::new("add-notice").with("version", Detail::Number(version.into()));
            Ok::<_, Error>(((), entry))
        })?;
    }
    Ok(Versions(days))
}

impl Versions {
    /// What somebody was given, when and how: with the form, or a week after others told of them.
    pub(super) fn given(
        &self,
        number: u32,
        person: &MadeUp,
        today: NaiveDate,
    ) -> Option<(u32, NaiveDate, NoticeChannel)> {
        let made = &person.application;
        let waits = made.outcome.is_none() && made.stage == Stage::Applied;
        if waits && number >= LATE && number.is_multiple_of(ONE_IN) {
            return None;
        }
        let came = person.details.received_on;
        let (on, channel) = match person.details.source.category.directness() {
            Directness::Direct => (came, NoticeChannel::Form),
            Directness::Indirect => (days_after(came, 7).min(today), NoticeChannel::Email),
        };
        let Self([first, second]) = *self;
        let version = if on >= second { 2 } else { 1 };
        (on >= first).then_some((version, on, channel))
    }
}
