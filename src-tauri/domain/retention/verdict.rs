//! A verdict: the date, every ground for it, what blocks it, and since when it is overdue.

use chrono::NaiveDate;

use crate::consent::PermissionPurpose;
use crate::dates::plain;
use crate::id::ApplicationId;
use crate::reserve::entry_ends_on;
use crate::retention::support::{permission_ends, reserve_stands_on};
use crate::retention::{
    ApplicationFacts, Block, BlockKind, Chain, Ground, Origin, PersonFacts, RetentionPolicy,
    application_chain, base_ground, deciding, handover_ceiling, prospect_ground,
};

/// What must happen to a record, and why. Made for one day; made anew for another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verdict {
    /// The day the record goes; `None` while an application runs. Blocks don't move it.
    pub erase_on: Option<NaiveDate>,
    /// Every ground that was weighed, the one that decided first. Never empty.
    pub because: Vec<Ground>,
    /// What blocks erasure on the day of the verdict.
    pub blocked_by: Vec<Block>,
    /// Where the record is due: the first day on which nothing kept and nothing blocked it, so that lateness
    /// is counted fairly (RULEBOOK 4.1).
    pub due_since: Option<NaiveDate>,
}

impl Verdict {
    /// Whether the record must go: its date has come and nothing blocks.
    pub fn is_due(&self, today: NaiveDate) -> bool {
        self.blocked_by.is_empty() && self.erase_on.is_some_and(|date| date <= today)
    }

    /// The ground that decided.
    pub fn ground(&self) -> Option<&Ground> {
        self.because.first()
    }

    /// The verdict in one sentence, for the record strip. Without ids or names.
    pub fn summary(&self, today: NaiveDate) -> String {
        let ground = self.ground();
        if let Some(block) = self.blocked_by.first() {
            let block = format!(
                "Kept by {} since {} ({})",
                block.kind.phrase(),
                plain(block.from),
                block.rule()
            );
            return match self.erase_on {
                Some(date) => format!("{block}; the date stays {}.", plain(date)),
                None => format!("{block}; an application is running (RET-01)."),
            };
        }
        let Some(date) = self.erase_on else {
            return "No date yet: an application is running (RET-01).".to_owned();
        };
        let why = ground
            .and_then(Ground::because)
            .map_or_else(String::new, |why| format!(", {why}"));
        if date <= today {
            return format!(
                "Due for erasure since {}{why}.",
                plain(self.due_since.unwrap_or(date))
            );
        }
        match ground {
            Some(Ground::Permitted { given_on, .. }) => {
                format!(
                    "Kept until {} by the permission given on {}.",
                    plain(date),
                    plain(*given_on)
                )
            }
            Some(Ground::OnReserveList { given_on, .. }) => format!(
                "Kept until {} on the reserve list, by the permission given on {}.",
                plain(date),
                plain(*given_on)
            ),
            Some(_) | None => format!("Erase on {}{why}.", plain(date)),
        }
    }
}

/// The verdict on one application's own material (RET-15).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ApplicationVerdict {
    /// Which application.
    pub application: ApplicationId,
    /// What must happen to its material.
    pub verdict: Verdict,
}

pub(super) fn of_person(
    facts: &PersonFacts,
    policy: &RetentionPolicy,
    today: NaiveDate,
) -> Verdict {
    let (application, chain) = deciding(facts, policy, today);
    let mut grounds = Vec::with_capacity(1 + facts.permissions.len() + facts.reserve.len());
    grounds.extend(
        facts
            .applications
            .iter()
            .map(|application| application_ground(application, policy)),
    );
    if facts.applications.is_empty() {
        grounds.push(prospect_ground(facts, &policy.values_for(Some(facts.received_on))).0);
    }
    // A permission may count for one application and come too late for another: the ground tells the best of it.
    let chains: Vec<Chain> = if facts.permissions.is_empty() {
        Vec::new()
    } else {
        facts
            .applications
            .iter()
            .filter(|other| Some(other.application) != application)
            .filter_map(|other| application_chain(facts, other, policy, today))
            .collect()
    };
    let weighed = Weighings {
        deciding: chain.as_ref(),
        others: &chains,
    };
    push_supports(&mut grounds, facts, None, &weighed, today);
    let blocks = facts.blocks.iter().copied().chain(handovers(
        facts.applications.iter(),
        facts.erasure_upheld_on,
        policy,
        today,
    ));
    conclude(
        facts,
        application,
        chain.as_ref(),
        grounds,
        &blocks.collect::<Vec<_>>(),
        today,
    )
}

pub(super) fn of_application(
    facts: &PersonFacts,
    application: &ApplicationFacts,
    policy: &RetentionPolicy,
    today: NaiveDate,
) -> ApplicationVerdict {
    let id = application.application;
    let chain = application_chain(facts, application, policy, today);
    let mut grounds = vec![application_ground(application, policy)];
    let weighed = Weighings {
        deciding: chain.as_ref(),
        others: &[],
    };
    push_supports(&mut grounds, facts, Some(id), &weighed, today);
    let named = facts
        .blocks
        .iter()
        .copied()
        .filter(|block| block.application.is_none_or(|named| named == id));
    let blocks = named
        .chain(handovers(
            std::iter::once(application),
            facts.erasure_upheld_on,
            policy,
            today,
        ))
        .collect::<Vec<_>>();
    let verdict = conclude(facts, Some(id), chain.as_ref(), grounds, &blocks, today);
    ApplicationVerdict {
        application: id,
        verdict,
    }
}

fn application_ground(application: &ApplicationFacts, policy: &RetentionPolicy) -> Ground {
    base_ground(application, &policy.values_for(application.applied_on)).map_or(
        Ground::Running {
            application: application.application,
        },
        |(ground, _)| ground,
    )
}

/// The blocks that hand-overs make: from the last day to wait until HR confirms (RET-13). An upheld request to
/// erase is no reason to lose the only copy either, so that it brings the day forward.
fn handovers<'a>(
    applications: impl Iterator<Item = &'a ApplicationFacts>,
    upheld: Option<NaiveDate>,
    policy: &RetentionPolicy,
    today: NaiveDate,
) -> impl Iterator<Item = Block> {
    applications.filter_map(move |application| {
        let (hired_on, ceiling) = handover_ceiling(application, policy)?;
        let from = upheld.map_or(ceiling, |upheld| upheld.clamp(hired_on, ceiling));
        let to = application.handed_over_on;
        (from <= today && to.is_none_or(|confirmed| from < confirmed)).then_some(Block {
            kind: BlockKind::HandoverUnconfirmed,
            application: Some(application.application),
            from,
            to,
        })
    })
}

/// What became of the permissions and reserve places, application by application.
struct Weighings<'a> {
    deciding: Option<&'a Chain>,
    others: &'a [Chain],
}

impl Weighings<'_> {
    /// Where a support carries a date, or the date it came too late for.
    fn of(&self, origin: Origin) -> (Option<NaiveDate>, Option<NaiveDate>) {
        let found = || {
            self.deciding
                .into_iter()
                .chain(self.others)
                .flat_map(|chain| &chain.weighed)
                .filter(move |weighed| weighed.origin == origin)
        };
        let carries = found().filter_map(|weighed| weighed.carries).max();
        let in_time_somewhere = found().any(|weighed| weighed.too_late_for.is_none());
        let too_late = if in_time_somewhere {
            None
        } else {
            found().filter_map(|weighed| weighed.too_late_for).max()
        };
        (carries, too_late)
    }
}

fn push_supports(
    grounds: &mut Vec<Ground>,
    facts: &PersonFacts,
    application: Option<ApplicationId>,
    weighed: &Weighings<'_>,
    today: NaiveDate,
) {
    for (index, permission) in facts.permissions.iter().enumerate() {
        let reaches = application.is_none()
            || permission.application.is_none()
            || permission.application == application;
        if permission.given_on > today || !reaches || !permission.purpose.keeps() {
            continue;
        }
        let (id, given_on) = (permission.permission, permission.given_on);
        if let Some(on) = permission.withdrawn_on.filter(|on| *on <= today) {
            grounds.push(Ground::PermissionWithdrawn {
                permission: id,
                purpose: permission.purpose,
                on,
            });
            continue;
        }
        match permission.purpose {
            PermissionPurpose::KeepLonger => {
                let (carries, too_late) = weighed.of(Origin::Permission(index));
                let until = carries.unwrap_or_else(|| permission_ends(permission));
                grounds.push(match too_late {
                    Some(limit) => Ground::PermissionTooLate {
                        permission: id,
                        given_on,
                        limit,
                    },
                    None => Ground::Permitted {
                        permission: id,
                        given_on,
                        until,
                    },
                });
            }
            PermissionPurpose::ReserveList => {
                if !facts.reserve.iter().any(|entry| entry.permission == id) {
                    grounds.push(Ground::PermissionUnused {
                        permission: id,
                        given_on,
                    });
                }
            }
            // What may be sent keeps nothing.
            PermissionPurpose::OtherVacancies | PermissionPurpose::Surveys => {}
        }
    }
    for (index, entry) in facts.reserve.iter().enumerate() {
        if application.is_some_and(|wanted| wanted != entry.application) {
            continue;
        }
        let id = entry.entry;
        let too_late = weighed.of(Origin::Reserve(index)).1.is_some();
        grounds.push(match reserve_stands_on(facts, entry) {
            None => Ground::ReserveVoid { entry: id },
            Some(_) if too_late => Ground::ReserveVoid { entry: id },
            Some(permission) => {
                let until = entry_ends_on(entry, permission);
                if until <= today {
                    Ground::OffReserveList {
                        entry: id,
                        on: until,
                    }
                } else {
                    Ground::OnReserveList {
                        entry: id,
                        given_on: permission.given_on,
                        until,
                    }
                }
            }
        });
    }
}

/// Puts the verdict together: the date, the deciding ground first, the blocks that stand.
fn conclude(
    facts: &PersonFacts,
    application: Option<ApplicationId>,
    chain: Option<&Chain>,
    mut grounds: Vec<Ground>,
    blocks: &[Block],
    today: NaiveDate,
) -> Verdict {
    let by_rule = chain.map(|chain| chain.erase_on);
    let upheld = facts
        .erasure_upheld_on
        .filter(|upheld| by_rule.is_none_or(|date| *upheld < date));
    let erase_on = upheld.or(by_rule);
    if let Some(on) = facts.erasure_upheld_on {
        grounds.push(Ground::ErasureUpheld { on });
    }
    let decided = grounds.iter().position(|ground| match (upheld, chain) {
        (Some(_), _) => matches!(ground, Ground::ErasureUpheld { .. }),
        (None, None) => matches!(ground, Ground::Running { .. }),
        (None, Some(chain)) => decides(ground, application, chain.erase_on),
    });
    if let Some(index) = decided
        && let Some(first) = grounds.get_mut(..=index)
    {
        first.rotate_right(1);
    }
    let blocked_by: Vec<Block> = blocks
        .iter()
        .copied()
        .filter(|block| block.stands_on(today))
        .collect();
    let supported_until = match (upheld, chain) {
        (Some(upheld), _) => Some(upheld),
        (None, chain) => chain.map(|chain| chain.supported_until),
    };
    let due = blocked_by.is_empty() && erase_on.is_some_and(|date| date <= today);
    let due_since = supported_until
        .filter(|_| due)
        .map(|from| first_unblocked(from.min(today), blocks));
    Verdict {
        erase_on,
        because: grounds,
        blocked_by,
        due_since,
    }
}

/// Whether a ground is the one that leads to the date: the deciding application's own first, and a permission
/// or a place on the list only where it carries the date further.
fn decides(ground: &Ground, deciding: Option<ApplicationId>, date: NaiveDate) -> bool {
    match *ground {
        Ground::Ended {
            application, until, ..
        }
        | Ground::Hired {
            application, until, ..
        } => deciding == Some(application) && until == date,
        Ground::NeverApplied { until, .. }
        | Ground::NoticeNotGiven { until, .. }
        | Ground::Permitted { until, .. }
        | Ground::OnReserveList { until, .. } => until == date,
        Ground::Objected { on } | Ground::OffReserveList { on, .. } => on == date,
        Ground::Running { .. }
        | Ground::PermissionWithdrawn { .. }
        | Ground::PermissionTooLate { .. }
        | Ground::PermissionUnused { .. }
        | Ground::ReserveVoid { .. }
        | Ground::ErasureUpheld { .. } => false,
    }
}

/// The first day, from a day on, that no block covers.
fn first_unblocked(from: NaiveDate, blocks: &[Block]) -> NaiveDate {
    let mut day = from;
    while let Some(lifted) = blocks
        .iter()
        .filter(|block| block.stands_on(day))
        .filter_map(|block| block.to)
        .max()
    {
        day = lifted;
    }
    day
}
