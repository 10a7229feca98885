//! How a report proves itself: a signed statement within the file, about every other byte of it.
//!
//! A report carries one run of letters: [`MARK`] and, in base64url, a signature and the statement it is over. The
//! statement has the hash of the file without that run, what the report says, the store it is of, the journal's
//! last entry, and the key that signed. So a file proves itself wherever it is, and a change of any byte shows: of
//! the statement by the signature, of the rest by the hash. The same run serves all three forms.
//!
//! In a PDF it stands in a comment before `startxref`. PDF/A-2 forbids attachments that are not PDF/A themselves and
//! anything after the end of the file; a comment is white space to every reader (ISO 32000-1, 7.2.3), and there it
//! moves no offset.

use chrono::{DateTime, Utc};
use data_encoding::BASE64URL_NOPAD;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use sha2::{Digest, Sha256};

use crate::canonical::canonical;

/// What the run of letters begins with.
pub const MARK: &str = "fairhold-proof-1:";

/// What a signature over a statement is for: it keeps it apart from any other that the same key makes.
pub const SIGNED_AS: &str = "report";

/// The form of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Form {
    /// PDF/A-2b with PDF/UA-1.
    Pdf,
    /// For spreadsheets.
    Csv,
    /// For programs.
    Json,
}

impl Form {
    /// The end of a file's name.
    pub const fn ending(self) -> &'static str {
        match self {
            Self::Pdf => "pdf",
            Self::Csv => "csv",
            Self::Json => "json",
        }
    }
}

/// A file that is not signed yet.
#[derive(Clone, Debug)]
pub struct Unsigned {
    form: Form,
    before: Vec<u8>,
    after: Vec<u8>,
}

/// Who signs, on what.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Signer {
    /// The id of the store, in hexadecimal.
    pub store: String,
    /// The id of the account, in hexadecimal.
    pub account: String,
    /// Its name.
    pub name: String,
    /// Its role, in words.
    pub role: String,
    /// Its public key (Ed25519), in hexadecimal.
    pub key: String,
    /// When.
    pub at: DateTime<Utc>,
    /// The number of the journal's last entry then.
    pub entry: i64,
    /// That entry's hash, in hexadecimal.
    pub entry_hash: String,
}

/// What is signed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Statement {
    /// The form of this statement: 1.
    pub format: u32,
    /// The form of the file.
    pub form: Form,
    /// The SHA-256 of the file without the proof, in hexadecimal.
    pub sha256: String,
    /// Who signs, on what.
    pub signer: Signer,
    /// What the report says, as data.
    pub report: Value,
}

/// Why a file proves nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoProof {
    /// It is nothing that this program made.
    NotAReport,
    /// A part of it is missing.
    Truncated,
    /// It was changed.
    Changed,
}

/// What was found in a file. Whether the signature holds is for whoever knows signatures.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// The statement.
    pub statement: Statement,
    /// The bytes that the signature is over.
    pub signed: Vec<u8>,
    /// The signature.
    pub signature: [u8; 64],
    /// The key that should have made it.
    pub key: [u8; 32],
    /// What the rest of the file says against the statement; `None` where it agrees.
    pub fault: Option<NoProof>,
}

impl Unsigned {
    /// A file in two halves, between which the proof will stand.
    pub(crate) const fn new(form: Form, before: Vec<u8>, after: Vec<u8>) -> Self {
        Self {
            form,
            before,
            after,
        }
    }

    /// The statement to be signed, as the bytes a signature is over.
    pub fn statement(&self, signer: Signer, report: Value) -> Vec<u8> {
        let statement = Statement {
            format: 1,
            form: self.form,
            sha256: hash(&self.before, &self.after),
            signer,
            report,
        };
        // A statement is made of text and whole numbers: there is always JSON for it.
        let value = serde_json::to_value(&statement).unwrap_or_default();
        canonical(&value).into_bytes()
    }

    /// The file, with the statement and its signature in it.
    pub fn signed(self, statement: &[u8], signature: &[u8; 64]) -> Vec<u8> {
        let proof = [signature.as_slice(), statement].concat();
        [
            self.before,
            MARK.as_bytes().to_vec(),
            BASE64URL_NOPAD.encode(&proof).into_bytes(),
            self.after,
        ]
        .concat()
    }
}

fn hash(before: &[u8], after: &[u8]) -> String {
    let mut hash = Sha256::new();
    hash.update(before);
    hash.update(after);
    hex::encode(hash.finalize())
}

/// Looks for a proof in a file.
///
/// # Errors
/// [`NoProof`] where there is none that could be read.
pub fn read(file: &[u8]) -> Result<Found, NoProof> {
    let Some((before, rest)) = split(file, MARK.as_bytes()) else {
        return Err(without_proof(file));
    };
    let length = rest
        .iter()
        .position(|byte| !(byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_')))
        .unwrap_or(rest.len());
    let broken = || {
        if ends_well(form_by_sight(file), file) {
            NoProof::Changed
        } else {
            NoProof::Truncated
        }
    };
    let (letters, after) = rest.split_at_checked(length).ok_or(NoProof::Changed)?;
    let proof = BASE64URL_NOPAD.decode(letters).map_err(|_error| broken())?;
    let (signature, signed) = proof.split_first_chunk::<64>().ok_or_else(broken)?;
    let statement: Statement = serde_json::from_slice(signed).map_err(|_error| broken())?;
    let mut key = [0; 32];
    hex::decode_to_slice(&statement.signer.key, &mut key).map_err(|_error| NoProof::Changed)?;
    let fault = if hash(before, after) == statement.sha256 {
        None
    } else if ends_well(form_by_sight(file).or(Some(statement.form)), file) {
        Some(NoProof::Changed)
    } else {
        Some(NoProof::Truncated)
    };
    Ok(Found {
        signed: signed.to_vec(),
        signature: *signature,
        key,
        fault,
        statement,
    })
}

/// What a file without a proof is.
fn without_proof(file: &[u8]) -> NoProof {
    let Some(form) = form_by_sight(file) else {
        return NoProof::NotAReport;
    };
    let ours = match form {
        Form::Pdf => split(file, CREATOR.as_bytes()).is_some(),
        Form::Csv | Form::Json => true,
    };
    // The proof is the last row of a CSV: without it, rows are missing.
    let whole = form != Form::Csv && ends_well(Some(form), file);
    match (ours, whole) {
        (true, true) => NoProof::Changed,
        (false, true) => NoProof::NotAReport,
        (_, false) => NoProof::Truncated,
    }
}

/// The program that made a PDF, as the PDF names it.
pub(crate) const CREATOR: &str = "Fairhold";

/// What a JSON report begins with.
pub(crate) const JSON_HEAD: &str = "{\n  \"fairhold\": ";

/// What a CSV report begins with, after the mark by which spreadsheets know UTF-8.
pub(crate) const CSV_HEAD: &str = "\u{feff}Fairhold report,";

fn form_by_sight(file: &[u8]) -> Option<Form> {
    if file.starts_with(b"%PDF-") {
        Some(Form::Pdf)
    } else if file.starts_with(JSON_HEAD.as_bytes()) {
        Some(Form::Json)
    } else if file.starts_with(CSV_HEAD.as_bytes()) {
        Some(Form::Csv)
    } else {
        None
    }
}

/// Whether a file ends as one of its form does.
fn ends_well(form: Option<Form>, file: &[u8]) -> bool {
    match form {
        Some(Form::Pdf) => file.trim_ascii_end().ends_with(b"%%EOF"),
        Some(Form::Json) => file.ends_with(b"\"\n}\n"),
        Some(Form::Csv) => file.ends_with(b"\r\n"),
        None => true,
    }
}

fn split<'a>(file: &'a [u8], at: &[u8]) -> Option<(&'a [u8], &'a [u8])> {
    let place = file.windows(at.len()).position(|window| window == at)?;
    let (before, rest) = file.split_at_checked(place)?;
    Some((before, rest.get(at.len()..)?))
}

/// A public key as people compare it: sixteen bytes of its SHA-256, in eight groups.
pub fn fingerprint(key: &[u8; 32]) -> String {
    let digest = Sha256::digest(key);
    let letters = hex::encode(digest.get(..16).unwrap_or_default());
    let mut text = String::new();
    for (place, letter) in letters.chars().enumerate() {
        if place > 0 && place % 4 == 0 {
            text.push(' ');
        }
        text.push(letter);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    fn signed() -> Vec<u8> {
        let file = Unsigned::new(Form::Csv, CSV_HEAD.as_bytes().to_vec(), b"\r\n".to_vec());
        let signer = Signer {
            store: "00".to_owned(),
            account: "00".to_owned(),
            name: "HR".to_owned(),
            role: "HR administrator".to_owned(),
            key: hex::encode([7; 32]),
            at: DateTime::UNIX_EPOCH,
            entry: 3,
            entry_hash: hex::encode([9; 32]),
        };
        let statement = file.statement(signer, Value::from("nothing"));
        file.signed(&statement, &[5; 64])
    }

    #[test]
    fn what_was_put_in_is_found_again() {
        let found = read(&signed()).expect("a proof");
        assert_eq!(
            (found.signature, found.key, found.fault),
            ([5; 64], [7; 32], None)
        );
        assert_eq!(found.statement.report, Value::from("nothing"));
    }

    #[test]
    fn every_byte_counts() {
        let file = signed();
        for place in 0..file.len() {
            let mut changed = file.clone();
            changed[place] ^= 1;
            let whole = match read(&changed) {
                Ok(found) => {
                    found.fault.is_none()
                        && found.signature == [5; 64]
                        && found.signed == read(&file).expect("a proof").signed
                }
                Err(_) => false,
            };
            assert!(!whole, "byte {place} may be changed");
        }
        for length in 0..file.len() {
            let cut = read(&file[..length]);
            assert!(
                !matches!(&cut, Ok(found) if found.fault.is_none()),
                "cut to {length} bytes: {cut:?}"
            );
        }
    }
}
