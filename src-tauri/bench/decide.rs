//! Deciding a million people by the rules alone, one in ten of them due: the rules' own cost, without the store.

use std::time::Duration;

use chrono::{Days, NaiveDate};
use domain::application::{OutcomeKind, RejectionReason};
use domain::clock::Clock;
use domain::consent::PermissionPurpose;
use domain::id::{ApplicationId, PermissionId};
use domain::retention::{
    ApplicationFacts, PermissionFacts, PersonFacts, RetentionPolicy, decide, erase_on,
};
use domain::source::Directness;
use uuid::Uuid;

use crate::Outcome;
use crate::arguments::Arguments;
use crate::memory::Memory;
use crate::plain::Plain;
use crate::sample::clock;
use crate::table::{Measured, Target};
use crate::timing::{Dice, Times};

const PEOPLE: usize = 1_000_000;
/// So many histories, gone through again and again.
const HISTORIES: usize = 10_000;

/// Every date worked out, and for whoever is due the whole verdict with its grounds; against counting dates that were
/// worked out before.
pub(crate) fn measure(plain: &Plain, arguments: Arguments) -> Outcome<Measured> {
    let rounds = arguments.quick_or(1, 5);
    let today = clock().today();
    let histories = histories(today);
    let policy = RetentionPolicy::default();
    plain.sql().execute_batch(
        "CREATE TEMP TABLE million (erase_on TEXT);
         WITH RECURSIVE number (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM number WHERE n < 1000000)
         INSERT INTO million SELECT CASE n % 10 WHEN 0 THEN '2020-01-01' ELSE '2120-01-01' END FROM number;",
    )?;
    let (mut ours, mut theirs) = (Times::default(), Times::default());
    let mut due = 0_usize;
    let memory = Memory::since_now();
    for _ in 0..rounds {
        due = ours.run(|| {
            let mut due = 0;
            for facts in histories.iter().cycle().take(PEOPLE) {
                if erase_on(facts, &policy, today).is_some_and(|day| day <= today) {
                    due += usize::from(decide(facts, &policy, today).is_due(today));
                }
            }
            Ok(due)
        })?;
        theirs.run(|| {
            let mut statement = plain
                .sql()
                .prepare_cached("SELECT count(*) FROM million WHERE erase_on <= ?1")?;
            Ok(statement.query_row([today.to_string()], |row| row.get::<_, i64>(0))?)
        })?;
    }
    Ok(Measured::new(
        "rules, decide",
        format!("{PEOPLE}, {due} due × {rounds}, +{} MB", memory.peak()),
        &ours,
        &theirs,
        Target {
            time: Some(Duration::from_secs(1)),
            ratio: None,
        },
    ))
}

/// People with one to three applications; every fourth gave permission to be kept for longer.
fn histories(today: NaiveDate) -> Vec<PersonFacts> {
    let mut dice = Dice(7);
    (0..HISTORIES)
        .map(|number| {
            let due = number % 10 == 0;
            let ended = if due {
                today - Days::new(200)
            } else {
                today - Days::new(u64::try_from(dice.below(150)).unwrap_or_default())
            };
            let mut facts = PersonFacts::new(ended - Days::new(60), Directness::Direct);
            for _ in 0..=dice.below(3) {
                facts.applications.push(ApplicationFacts {
                    application: ApplicationId::from_uuid(Uuid::nil()),
                    applied_on: Some(facts.received_on),
                    outcome: Some((
                        OutcomeKind::Rejected {
                            reason: RejectionReason::Experience,
                        },
                        ended,
                    )),
                    vacancy_closed_out_on: None,
                    handed_over_on: None,
                });
            }
            if !due && number % 4 == 1 {
                facts.permissions.push(PermissionFacts {
                    permission: PermissionId::from_uuid(Uuid::nil()),
                    purpose: PermissionPurpose::KeepLonger,
                    application: None,
                    given_on: ended,
                    months: 12,
                    withdrawn_on: None,
                });
            }
            facts
        })
        .collect()
}
