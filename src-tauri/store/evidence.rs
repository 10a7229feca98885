//! What shows that promises are kept: how much of it there is, and how much of it is late. Numbers alone.

use chrono::NaiveDate;
use domain::access::{Permit, ReadRegisters};
use rusqlite::named_params;

use crate::blocks::NOT_BLOCKED;
use crate::candidate::{LACKS_NOTICE, live_entry};
use crate::column::{Day, count};
use crate::error::StoreError;
use crate::read::Records;

/// Months since an outcome after which a hand-over is late (RULEBOOK RET-13), as SQLite adds them.
const HAND_OVER: &str = "+6 months";

/// Counts of what is there on a day.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Evidence {
    /// Documents, messages apart.
    pub documents: u64,
    /// Messages.
    pub messages: u64,
    /// Sealed records.
    pub sealed: u64,
    /// Times that one of them was opened.
    pub openings: u64,
    /// Checks and vettings among them.
    pub vettings: u64,
    /// Permissions that are live.
    pub permissions: u64,
    /// Permissions that were withdrawn.
    pub withdrawn: u64,
    /// Places on the reserve list.
    pub places: u64,
    /// Times that somebody on it was contacted.
    pub contacts: u64,
    /// Hired people whose hand-over waits.
    pub hand_overs: u64,
    /// Those of them whose six months are over.
    pub late_hand_overs: u64,
    /// Erasures.
    pub erasures: u64,
    /// Erasures that were not verified.
    pub unverified: u64,
    /// Recipients who wait to be told of an erasure.
    pub to_tell: u64,
    /// Those of them whose day has passed.
    pub late_to_tell: u64,
    /// Disclosures.
    pub disclosures: u64,
    /// Those of them to MPs' offices and departments.
    pub to_offices: u64,
    /// Those of them to authorities.
    pub to_authorities: u64,
    /// Grants of access that stand.
    pub grants: u64,
    /// Grants that have ended.
    pub ended_grants: u64,
    /// Accounts that may sign in.
    pub accounts: u64,
    /// Records whose day has come.
    pub due: u64,
    /// Records that a block keeps past their day.
    pub kept: u64,
    /// Legal holds that stand.
    pub holds: u64,
    /// Those of them whose review has passed.
    pub late_holds: u64,
    /// Who asked not to be approached.
    pub not_approached: u64,
    /// Versions of the privacy notice.
    pub notices: u64,
    /// People who were given one.
    pub noticed: u64,
    /// People of whom it is recorded why they need not be.
    pub exempt: u64,
    /// People of whom neither is.
    pub unnoticed: u64,
    /// Those of them whose last day for it has passed.
    pub late_notices: u64,
    /// Entries of the journal.
    pub entries: u64,
    /// Refusals among them.
    pub refusals: u64,
    /// The day of the last backup; `None` where there is none.
    pub backed_up_on: Option<NaiveDate>,
}

impl Records<'_> {
    /// What there is today.
    ///
    /// # Errors
    /// [`StoreError`] when the read fails.
    pub fn evidence(
        &self,
        _: &Permit<ReadRegisters>,
        today: NaiveDate,
    ) -> Result<Evidence, StoreError> {
        let sql = format!(
            "SELECT
                 (SELECT count(*) FROM document WHERE kind <> 'message') AS documents,
                 (SELECT count(*) FROM message) AS messages,
                 (SELECT count(*) FROM sealed_record) AS sealed,
                 (SELECT count(*) FROM journal WHERE action = 'open-sealed-record') AS openings,
                 (SELECT count(*) FROM sealed_record WHERE kind IN ('criminal-record', 'vetting')) AS vettings,
                 (SELECT count(*)
                  FROM permission
                  WHERE ends_on > :today AND (withdrawn_on IS NULL OR withdrawn_on > :today)) AS permissions,
                 (SELECT count(*) FROM permission WHERE withdrawn_on IS NOT NULL) AS withdrawn,
                 (SELECT count(*) FROM reserve_entry WHERE {live}) AS places,
                 (SELECT count(*) FROM reserve_contact) AS contacts,
                 (SELECT count(*) FROM application WHERE outcome = 'hired' AND handed_over_on IS NULL) AS hand_overs,
                 (SELECT count(*)
                  FROM application
                  WHERE outcome = 'hired' AND handed_over_on IS NULL
                    AND date(outcome_on, :hand_over) <= :today) AS late_hand_overs,
                 (SELECT count(*) FROM erasure) AS erasures,
                 (SELECT count(*) FROM erasure WHERE state <> 'erased') AS unverified,
                 (SELECT count(*) FROM recipient_notice WHERE told_on IS NULL) AS to_tell,
                 (SELECT count(*)
                  FROM recipient_notice
                  WHERE told_on IS NULL AND tell_by < :today) AS late_to_tell,
                 (SELECT count(*) FROM disclosure) AS disclosures,
                 (SELECT count(*) FROM disclosure WHERE category = 'members-and-departments') AS to_offices,
                 (SELECT count(*) FROM disclosure WHERE category = 'legal-bodies') AS to_authorities,
                 (SELECT count(*)
                  FROM access_grant
                  WHERE from_on <= :today AND (until_on IS NULL OR until_on >= :today)) AS grants,
                 (SELECT count(*) FROM access_grant WHERE until_on < :today) AS ended_grants,
                 (SELECT count(*) FROM account WHERE removed_at IS NULL) AS accounts,
                 (SELECT count(*) FROM candidate WHERE erase_on <= :today AND {NOT_BLOCKED}) AS due,
                 (SELECT count(*) FROM candidate WHERE erase_on <= :today AND NOT ({NOT_BLOCKED})) AS kept,
                 (SELECT count(*) FROM hold WHERE released_on IS NULL) AS holds,
                 (SELECT count(*) FROM hold WHERE released_on IS NULL AND review_by < :today) AS late_holds,
                 (SELECT count(DISTINCT request) FROM do_not_approach) AS not_approached,
                 (SELECT count(*) FROM notice_version) AS notices,
                 (SELECT count(*) FROM candidate WHERE notice_given_on IS NOT NULL) AS noticed,
                 (SELECT count(*) FROM notice_given WHERE exemption IS NOT NULL) AS exempt,
                 (SELECT count(*) FROM candidate WHERE {LACKS_NOTICE}) AS unnoticed,
                 (SELECT count(*)
                  FROM candidate
                  WHERE {LACKS_NOTICE}
                    AND CASE
                        WHEN source = 'unsolicited-email' THEN date(received_on, '+7 days') < :today
                        WHEN source IN ('website', 'platform-advert', 'survey') THEN received_on < :today
                        ELSE date(received_on, '+1 month') < :today
                            OR EXISTS (SELECT 1 FROM disclosure WHERE disclosure.candidate = candidate.row)
                            OR EXISTS (
                                SELECT 1
                                FROM document
                                JOIN message ON message.document = document.row
                                WHERE document.candidate = candidate.row AND message.direction = 'out'
                                  AND message.at IS NOT NULL
                            )
                    END) AS late_notices,
                 (SELECT count(*) FROM journal) AS entries,
                 (SELECT count(*) FROM journal WHERE action = 'refuse') AS refusals,
                 (SELECT date(max(made_at) / 1000, 'unixepoch') FROM backup) AS backed_up_on",
            live = live_entry(":today"),
        );
        let mut statement = self.connection().prepare_cached(&sql)?;
        let values = named_params! { ":today": Day(today), ":hand_over": HAND_OVER };
        let found = statement.query_row(values, |row| {
            let number = |name: &str| row.get(name).map(count);
            Ok(Evidence {
                documents: number("documents")?,
                messages: number("messages")?,
                sealed: number("sealed")?,
                openings: number("openings")?,
                vettings: number("vettings")?,
                permissions: number("permissions")?,
                withdrawn: number("withdrawn")?,
                places: number("places")?,
                contacts: number("contacts")?,
                hand_overs: number("hand_overs")?,
                late_hand_overs: number("late_hand_overs")?,
                erasures: number("erasures")?,
                unverified: number("unverified")?,
                to_tell: number("to_tell")?,
                late_to_tell: number("late_to_tell")?,
                disclosures: number("disclosures")?,
                to_offices: number("to_offices")?,
                to_authorities: number("to_authorities")?,
                grants: number("grants")?,
                ended_grants: number("ended_grants")?,
                accounts: number("accounts")?,
                due: number("due")?,
                kept: number("kept")?,
                holds: number("holds")?,
                late_holds: number("late_holds")?,
                not_approached: number("not_approached")?,
                notices: number("notices")?,
                noticed: number("noticed")?,
                exempt: number("exempt")?,
                unnoticed: number("unnoticed")?,
                late_notices: number("late_notices")?,
                entries: number("entries")?,
                refusals: number("refusals")?,
                backed_up_on: row.get::<_, Option<Day>>("backed_up_on")?.map(|day| day.0),
            })
        })?;
        Ok(found)
    }
}
