//! What is so when an erasure runs, for its report (RULEBOOK ERA-03): who goes late, and who is kept by what.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use domain::access::{self, Permit};
use domain::id::CandidateId;
use domain::retention::{self, BlockKind};
use store::{Circumstances, KeptFor};

use super::due::{Weighed, kept_candidates};
use super::erase::How;
use crate::desk::ReadDesk;
use crate::error::Error;

/// What is so before those who go are gone.
pub(super) fn weigh(
    desk: &ReadDesk<'_>,
    (permit, review): (&Permit<access::Erase>, &Permit<access::ReviewRetention>),
    goes: &[Weighed],
    on: NaiveDate,
    how: How,
) -> Result<Circumstances, Error> {
    let days: Vec<u64> = goes
        .iter()
        .map(|person| {
            let since = person.due_since.unwrap_or(on);
            u64::try_from(on.signed_duration_since(since).num_days()).unwrap_or(0)
        })
        .collect();
    let late = days.iter().filter(|days| **days > 0).count();
    Ok(Circumstances {
        trigger: how.trigger,
        as_of: how.as_of,
        role: desk.viewer.role.role,
        program: env!("CARGO_PKG_VERSION").to_owned(),
        policy: *desk.policy()?.values(),
        on_the_day: count(days.len().saturating_sub(late)),
        late: count(late),
        most_days_late: days.into_iter().max().unwrap_or(0),
        kept: kept(desk, permit, review, on)?,
    })
}

/// Who is past their day and kept. Somebody kept by two things counts under both.
fn kept(
    desk: &ReadDesk<'_>,
    permit: &Permit<access::Erase>,
    review: &Permit<access::ReviewRetention>,
    on: NaiveDate,
) -> Result<Vec<KeptFor>, Error> {
    let people = kept_candidates(desk, review, on)?;
    let policy = desk.policy()?;
    let mut by_block: BTreeMap<BlockKind, BTreeSet<CandidateId>> = BTreeMap::new();
    for (candidate, facts) in desk.records.people_facts(&people)? {
        let verdict = retention::decide(&facts, &policy, on);
        let standing = facts.blocks.iter().filter(|block| block.to.is_none());
        for block in verdict.blocked_by.iter().chain(standing) {
            by_block.entry(block.kind).or_default().insert(candidate);
        }
    }
    let mut found = Vec::new();
    for (block, people) in by_block {
        if block == BlockKind::LegalHold {
            let held: Vec<CandidateId> = people.into_iter().collect();
            let holds = desk.records.standing_holds(permit, &held)?;
            found.extend(holds.into_iter().map(|holds| KeptFor {
                block,
                reason: Some(holds.reason),
                people: holds.people,
                review_by: Some(holds.review_by),
            }));
        } else {
            found.push(KeptFor {
                block,
                reason: None,
                people: count(people.len()),
                review_by: None,
            });
        }
    }
    Ok(found)
}

fn count(of: usize) -> u64 {
    u64::try_from(of).unwrap_or(u64::MAX)
}
