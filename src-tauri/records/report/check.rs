//! Whether a report is as it was made, by whose key, and of which store.

use chrono::{DateTime, Utc};
use domain::access;
use domain::id::AccountId;
use report::proof::{Found, NoProof, SIGNED_AS, fingerprint, read};
use serde::Serialize;
use store::{Head, Store, signature_holds};

use crate::desk::ReadDesk;
use crate::error::Error;

/// How a file stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum ReportStanding {
    /// It is as it was made. Whose key it is, only a store can say.
    Whole,
    /// It is as it was made, by a key that the store knows, and the store's journal has the entry it names.
    Genuine,
    /// It was changed since it was made.
    Changed,
    /// A part of it is missing.
    Truncated,
    /// It is as it was made, and of another store.
    OtherStore,
    /// It says that it is of this store, and the store does not know the key.
    UnknownKey,
    /// It says that it is of this store, and the store's journal lacks the entry it names.
    NotInJournal,
    /// It is nothing that this program made.
    NotAReport,
}

/// What was found of a file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ReportCheck {
    /// How it stands.
    pub standing: ReportStanding,
    /// Who signed it; `None` where the signature does not hold, so that nothing it says counts.
    pub signed: Option<SignedBy>,
    /// What is needed to compare it with a store.
    #[serde(skip)]
    claim: Option<Claim>,
}

/// Who signed a report.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SignedBy {
    /// What it is a report of: its number.
    pub number: Option<String>,
    /// The controller.
    pub organisation: Option<String>,
    /// The name of the account.
    pub name: String,
    /// Its role, in words.
    pub role: String,
    /// When.
    pub at: DateTime<Utc>,
    /// The fingerprint of the key.
    pub fingerprint: String,
    /// The id of the store, in hexadecimal.
    pub store: String,
    /// The number of the journal's last entry then.
    pub entry: i64,
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct Claim {
    account: AccountId,
    key: [u8; 32],
    head: Head,
}

/// Looks at a file by itself: whether every byte of it is what was signed.
pub fn inspect_report(file: &[u8]) -> ReportCheck {
    match read(file) {
        Err(why) => ReportCheck::without(why),
        Ok(found) => weigh(found),
    }
}

fn weigh(found: Found) -> ReportCheck {
    if !signature_holds(&found.key, SIGNED_AS, &found.signed, &found.signature) {
        return ReportCheck::without(found.fault.unwrap_or(NoProof::Changed));
    }
    if let Some(fault) = found.fault {
        return ReportCheck::without(fault);
    }
    let Some(claim) = Claim::of(&found) else {
        return ReportCheck::without(NoProof::Changed);
    };
    let signer = found.statement.signer;
    let said = |name: &str| {
        let text = found.statement.report.get(name)?.as_str()?;
        Some(text.to_owned())
    };
    ReportCheck {
        standing: ReportStanding::Whole,
        signed: Some(SignedBy {
            number: said("number"),
            organisation: said("organisation"),
            fingerprint: fingerprint(&found.key),
            name: signer.name,
            role: signer.role,
            at: signer.at,
            store: signer.store,
            entry: signer.entry,
        }),
        claim: Some(claim),
    }
}

impl Claim {
    fn of(found: &Found) -> Option<Self> {
        let signer = &found.statement.signer;
        let mut hash = [0; 32];
        hex::decode_to_slice(&signer.entry_hash, &mut hash).ok()?;
        Some(Self {
            account: AccountId::from_uuid(signer.account.parse().ok()?),
            key: found.key,
            head: Head {
                seq: signer.entry,
                hash,
            },
        })
    }
}

impl ReportCheck {
    const fn without(why: NoProof) -> Self {
        let standing = match why {
            NoProof::NotAReport => ReportStanding::NotAReport,
            NoProof::Truncated => ReportStanding::Truncated,
            NoProof::Changed => ReportStanding::Changed,
        };
        Self {
            standing,
            signed: None,
            claim: None,
        }
    }
}

/// Compares a report that is as it was made with the store: whether it is of it, whether its key is an account's,
/// and whether the journal has the entry it names.
///
/// # Errors
/// A refusal for everyone who may not read the journal.
pub fn compare_report(
    desk: &ReadDesk<'_>,
    store: StoreId,
    mut check: ReportCheck,
) -> Result<ReportCheck, Error> {
    let permit = desk.permit_on_organisation::<access::ReadJournal>()?;
    let (Some(signed), Some(claim)) = (&check.signed, &check.claim) else {
        return Ok(check);
    };
    let records = desk.records;
    check.standing = if signed.store != store.0 {
        ReportStanding::OtherStore
    } else if !records.knows_signing_key(&permit, claim.account, &claim.key)? {
        ReportStanding::UnknownKey
    } else if !records.journal_has(&permit, &claim.head)? {
        ReportStanding::NotInJournal
    } else {
        ReportStanding::Genuine
    };
    Ok(check)
}

/// Which store this is, as reports name it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoreId(String);

impl StoreId {
    /// That of an open store.
    pub fn of(store: &Store) -> Self {
        Self(store.id().simple().to_string())
    }
}
