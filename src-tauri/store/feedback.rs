//! What interviewers found: drafts, sealed to their author, and what was submitted, under the candidate's own key. Neither
//! is in the search index.

use chrono::{DateTime, Utc};
use domain::access::{Action, AssessCandidate, Permit};
use domain::id::{AccountId, CandidateId, InterviewId};
use domain::interview::Scorecard;
use rusqlite::{OptionalExtension, TransactionBehavior, named_params};
use serde_json as json;
use zeroize::Zeroizing;

use crate::column::{At, Id, revision};
use crate::error::StoreError;
use crate::interview::InterviewsOf;
use crate::journal::{About, Detail, Entry};
use crate::seal::{Purpose, Sealed};
use crate::write::Store;

/// A draft, as its author finds it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DraftRecord {
    /// When it was last saved.
    pub saved_at: DateTime<Utc>,
    /// What it says; `None` where it was sealed to keys its author no longer has.
    pub card: Option<Scorecard>,
}

/// A version of somebody's feedback.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FeedbackRecord {
    /// Of which interview.
    pub interview: InterviewId,
    /// Whose it is.
    pub account: AccountId,
    /// From 1; the highest counts.
    pub version: u32,
    /// When it was submitted.
    pub submitted_at: DateTime<Utc>,
    /// What it says.
    pub card: Scorecard,
}

/// What a draft is bound to, so that it cannot be put into another's place.
fn draft_bound(candidate: CandidateId, interview: InterviewId, account: AccountId) -> Vec<u8> {
    [
        b"draft".as_slice(),
        candidate.uuid().as_bytes(),
        interview.uuid().as_bytes(),
        account.uuid().as_bytes(),
    ]
    .concat()
}

/// What a version is bound to.
fn bound(
    candidate: CandidateId,
    interview: InterviewId,
    account: AccountId,
    version: u32,
) -> Vec<u8> {
    [
        b"feedback".as_slice(),
        candidate.uuid().as_bytes(),
        interview.uuid().as_bytes(),
        account.uuid().as_bytes(),
        &version.to_be_bytes(),
    ]
    .concat()
}

fn written(card: &Scorecard) -> Result<Zeroizing<Vec<u8>>, StoreError> {
    json::to_vec(card)
        .map(Zeroizing::new)
        .map_err(|_error| StoreError::Unreadable {
            column: "feedback.sealed",
        })
}

fn read(bytes: &[u8]) -> Result<Scorecard, StoreError> {
    json::from_slice(bytes).map_err(|_error| StoreError::Damaged)
}

impl Store {
    /// Whose the permit's interview is, and its row, if whoever the permit is for is on its panel.
    fn assessed(
        &self,
        permit: &Permit<AssessCandidate>,
        interview: InterviewId,
    ) -> Result<(CandidateId, i64), StoreError> {
        let candidate = permit.candidate().ok_or(StoreError::WrongSubject)?;
        let records = self.records();
        let found = records.interview(permit, interview)?;
        if found.member(permit.actor()).is_none() {
            return Err(StoreError::NotFound);
        }
        Ok((candidate, records.interview_row(interview)?))
    }

    /// The same for a draft, which is sealed to the keys of whoever opened the store and is nobody else's.
    fn draft_of(
        &self,
        permit: &Permit<AssessCandidate>,
        interview: InterviewId,
    ) -> Result<(CandidateId, i64), StoreError> {
        if permit.actor() != self.account {
            return Err(StoreError::WrongSubject);
        }
        self.assessed(permit, interview)
    }

    /// Saves a draft of the feedback of whoever is signed in, in the place of the one before.
    ///
    /// The one write without an entry of its own: that a draft was begun is journalled, and when a word of it was typed is
    /// nobody's business, and would drown what others do. Neither is an entry possible for what nobody but its author
    /// can check.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when they are not on the panel of such an interview.
    pub fn save_feedback_draft(
        &mut self,
        permit: &Permit<AssessCandidate>,
        interview: InterviewId,
        card: &Scorecard,
        at: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        let (candidate, row) = self.draft_of(permit, interview)?;
        let bound = draft_bound(candidate, interview, self.account);
        let inner = self
            .subjects
            .get_or_make(candidate)?
            .encrypt(&bound, &written(card)?)?;
        let sealed = self
            .identity
            .public()?
            .sealing
            .seal(Purpose::Draft, &bound, &inner)?;
        let sealed = postcard::to_allocvec(&sealed).map_err(|_error| StoreError::Keys)?;
        let account = self.records().account_row(self.account)?;
        let begun: bool = self
            .writer
            .prepare_cached(
                "SELECT EXISTS (SELECT 1 FROM feedback_draft WHERE interview = ?1 AND account = ?2)",
            )?
            .query_row([row, account], |found| found.get(0))?;
        if !begun {
            return self.write(permit, at, |tx| {
                tx.sql()
                    .prepare_cached(
                        "INSERT INTO feedback_draft (interview, account, saved_at, sealed)
                         VALUES (:interview, :account, :saved_at, :sealed)",
                    )?
                    .execute(named_params! {
                        ":interview": row,
                        ":account": account,
                        ":saved_at": At(at),
                        ":sealed": sealed,
                    })?;
                Ok(((), entry("begin-feedback", candidate)))
            });
        }
        if self.must_reopen {
            return Err(StoreError::ReopenNeeded);
        }
        let saved = self.put_draft(row, account, &sealed, at);
        saved.inspect_err(|error| self.must_reopen = error.ends_writing())
    }

    /// Writes a draft in the place of the one before: one row, one transaction.
    fn put_draft(
        &mut self,
        interview: i64,
        account: i64,
        sealed: &[u8],
        at: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        let transaction = self
            .writer
            .transaction_with_behavior(TransactionBehavior::Immediate)?;
        transaction
            .prepare_cached(
                "UPDATE feedback_draft
                 SET saved_at = :saved_at, sealed = :sealed
                 WHERE interview = :interview AND account = :account",
            )?
            .execute(named_params! {
                ":saved_at": At(at),
                ":sealed": sealed,
                ":interview": interview,
                ":account": account,
            })?;
        Ok(transaction.commit()?)
    }

    /// The draft of whoever is signed in, where there is one.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when they are not on the panel of such an interview, [`StoreError::Damaged`] when it
    /// opens and does not decrypt.
    pub fn feedback_draft(
        &self,
        permit: &Permit<AssessCandidate>,
        interview: InterviewId,
    ) -> Result<Option<DraftRecord>, StoreError> {
        let (candidate, row) = self.draft_of(permit, interview)?;
        let found: Option<(At, Vec<u8>)> = self
            .writer
            .prepare_cached(
                "SELECT saved_at, sealed FROM feedback_draft WHERE interview = ?1 AND account = ?2",
            )?
            .query_row([row, self.records().account_row(self.account)?], |found| {
                Ok((found.get(0)?, found.get(1)?))
            })
            .optional()?;
        let Some((saved_at, sealed)) = found else {
            return Ok(None);
        };
        let sealed: Sealed = postcard::from_bytes(&sealed).map_err(|_error| StoreError::Damaged)?;
        let bound = draft_bound(candidate, interview, self.account);
        let card = match self.identity.sealing.open(Purpose::Draft, &bound, &sealed) {
            Some(inner) => {
                let text = self
                    .subjects
                    .get(candidate)
                    .ok_or(StoreError::Damaged)?
                    .decrypt(&bound, &inner)?;
                Some(read(&text)?)
            }
            None => None,
        };
        Ok(Some(DraftRecord {
            saved_at: saved_at.0,
            card,
        }))
    }

    /// Submits the feedback of whoever the permit is for, as the version after this one; from then on it stays as it is. The
    /// draft goes.
    ///
    /// # Errors
    /// [`StoreError::Stale`] when another version was submitted meanwhile, [`StoreError::NotFound`] when they are not on
    /// the panel of such an interview.
    pub fn submit_feedback(
        &mut self,
        permit: &Permit<AssessCandidate>,
        interview: InterviewId,
        card: &Scorecard,
        after: u32,
        at: DateTime<Utc>,
    ) -> Result<u32, StoreError> {
        let (candidate, row) = self.assessed(permit, interview)?;
        let account = permit.actor();
        let version = after.saturating_add(1);
        let sealed = self.subjects.get_or_make(candidate)?.encrypt(
            &bound(candidate, interview, account, version),
            &written(card)?,
        )?;
        self.write(permit, at, |tx| {
            let account = tx.records().account_row(account)?;
            let latest: i64 = tx
                .sql()
                .prepare_cached(
                    "SELECT coalesce(max(version), 0) FROM feedback WHERE interview = ?1 AND account = ?2",
                )?
                .query_row([row, account], |found| found.get(0))?;
            if revision(latest) != after {
                return Err(StoreError::Stale {
                    revision: revision(latest),
                });
            }
            tx.sql()
                .prepare_cached(
                    "INSERT INTO feedback (interview, account, version, submitted_at, sealed)
                     VALUES (:interview, :account, :version, :submitted_at, :sealed)",
                )?
                .execute(named_params! {
                    ":interview": row,
                    ":account": account,
                    ":version": version,
                    ":submitted_at": At(at),
                    ":sealed": sealed,
                })?;
            tx.sql()
                .prepare_cached("DELETE FROM feedback_draft WHERE interview = ?1 AND account = ?2")?
                .execute([row, account])?;
            let entry = if after == 0 {
                entry("submit-feedback", candidate)
            } else {
                entry("amend-feedback", candidate)
                    .with("version", Detail::Number(u64::from(version)))
            };
            Ok((version, entry))
        })
    }

    /// Every version of the feedback of an interview of the permit's candidate, by whom and then by version. Which of
    /// them may be shown is for the caller to say.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when it is not theirs, [`StoreError::Damaged`] when one does not decrypt.
    pub fn feedback<A: Action>(
        &self,
        permit: &Permit<A>,
        interview: InterviewId,
        whose: impl Fn(AccountId) -> bool,
    ) -> Result<Vec<FeedbackRecord>, StoreError> {
        let candidate = permit.candidate().ok_or(StoreError::WrongSubject)?;
        let records = self.records();
        if records
            .interviews(permit, InterviewsOf::Only(interview))?
            .is_empty()
        {
            return Err(StoreError::NotFound);
        }
        let mut statement = self.writer.prepare_cached(
            "SELECT account.id, feedback.version, feedback.submitted_at, feedback.sealed
             FROM feedback
             JOIN account ON account.row = feedback.account
             WHERE feedback.interview = ?1
             ORDER BY account.name, account.row, feedback.version",
        )?;
        let mut rows = statement.query([records.interview_row(interview)?])?;
        let mut found = Vec::new();
        while let Some(row) = rows.next()? {
            let account = AccountId::from_uuid(row.get::<_, Id>(0)?.0);
            if !whose(account) {
                continue;
            }
            let version = revision(row.get(1)?);
            let sealed: Vec<u8> = row.get(3)?;
            let text = self
                .subjects
                .get(candidate)
                .ok_or(StoreError::Damaged)?
                .decrypt(&bound(candidate, interview, account, version), &sealed)?;
            found.push(FeedbackRecord {
                interview,
                account,
                version,
                submitted_at: row.get::<_, At>(2)?.0,
                card: read(&text)?,
            });
        }
        Ok(found)
    }
}

fn entry(action: &'static str, candidate: CandidateId) -> Entry {
    Entry::new(action).about(About::Candidate(candidate))
}
