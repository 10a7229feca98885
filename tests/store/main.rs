//! Tests of the store against real SQLCipher databases on the disk.
//!
//! - `records`: what is written is read back, and stale changes are refused
//! - `sign_in`: passphrases, waits, key slots, one program at a time
//! - `keys`: compartments, removal, recovery, the keychain's way in
//! - `stranger`: what a program of its own reads with an interviewer's passphrase, and with HR's
//! - `damage`: files that are not what they should be are refused and left as they are
//! - `tamper`: every file flipped, taken away, swapped and rolled back is named, and what can be done is
//! - `crash`: a program ended at any moment loses nothing it acknowledged
//! - `elsewhere`: what is left of somebody outside the store's folder is found there
//! - `erasure`: people who were erased are found nowhere
//! - `two_thousand`: a hundred of two thousand people leave no trace, whatever ends the program meanwhile
//! - `ledger`: erased people stay erased when an earlier database or a backup is put back
//! - `holds`: what a legal hold stands on is kept by the database itself
//! - `scope`: nobody is listed to someone without a part in their role
//! - `parts`: parts of the records of people who stay: what goes, what stays, and that each is counted once
//! - `recipients`: who is told of an erasure: neither lost nor doubled, with nothing of those who went
//! - `documents`: documents come back as they were, and go with whom they are of
//! - `speed`: figures at 100,000 people; run with `--release -- --ignored`
//!
//! What needs the store's insides is tested inside the crate, in `src-tauri/store/tests`.

#[cfg(test)]
mod crash;
#[cfg(test)]
mod damage;
#[cfg(test)]
mod decisions;
#[cfg(test)]
mod documents;
#[cfg(test)]
mod elsewhere;
#[cfg(test)]
mod erasure;
#[cfg(test)]
mod holds;
#[cfg(test)]
mod interviews;
#[cfg(test)]
mod keys;
#[cfg(test)]
mod ledger;
#[cfg(test)]
mod parts;
#[cfg(test)]
mod recipients;
#[cfg(test)]
mod records;
#[cfg(test)]
mod scope;
#[cfg(test)]
mod sign_in;
#[cfg(test)]
mod speed;
#[cfg(test)]
mod stranger;
#[cfg(test)]
mod support;
#[cfg(test)]
mod tamper;
#[cfg(test)]
mod two_thousand;
