//! Signing in, and the store with its accounts, its keys and its backups.

use super::access::{classes, with_role};
use super::{Detail, counted};

pub(super) fn sentence(action: &str, detail: &Detail) -> Option<String> {
    Some(match action {
        "sign-in" => signed_in(
            detail.number("wrong-before").unwrap_or(0),
            detail.word("head"),
        ),
        "create-store" => "Made the store and its first account".to_owned(),
        "add-account" => with_role("Added an account", detail.word("role")),
        "remove-account" => "Removed an account, and changed the store’s key".to_owned(),
        "allow-timer" => "Allowed a timer to start the sweep".to_owned(),
        "recover-account" => "Signed in by the recovery sheet, with a new passphrase".to_owned(),
        "change-passphrase" => "Changed their own passphrase".to_owned(),
        "reset-passphrase" => match detail.number("keys-lost") {
            None | Some(0) => "Gave an account another passphrase and fresh keys".to_owned(),
            lost => format!(
                "Gave an account another passphrase and fresh keys; it lost those to {}",
                classes(lost)
            ),
        },
        "add-keychain" => "Allowed signing in by this computer’s keychain".to_owned(),
        "remove-keychain" => "Ended signing in by this computer’s keychain".to_owned(),
        "make-recovery-sheet" => "Made a recovery sheet".to_owned(),
        "confirm-recovery-sheet" => "Typed the recovery sheet back from paper".to_owned(),
        "change-store-key" => "Finished changing the store’s key".to_owned(),
        "adopt-key-file" => "Took over a key file that was ahead of the records".to_owned(),
        "compare-head" => {
            "Found that the records differ from what this computer’s keychain remembers".to_owned()
        }
        "renew-dates" => "Worked out anew when each record goes, after an update".to_owned(),
        "mend-key-copy" => {
            "Found the second copy of the key file damaged, and wrote it anew from the first"
                .to_owned()
        }
        "find-clock-set-back" => {
            "Found the clock of this computer behind the latest time in the records".to_owned()
        }
        "save-view" => "Saved a view of the list of candidates".to_owned(),
        "delete-view" => "Deleted a view of the list of candidates".to_owned(),
        "undo-delete-view" => "Put a deleted view of the list of candidates back".to_owned(),
        "make-backup" => "Made a backup".to_owned(),
        "forget-backup" => match detail.word("file") {
            Some("deleted") => "Deleted a backup whose days were over".to_owned(),
            Some(_) | None => "Took a backup off the list, whose file was not there".to_owned(),
        },
        "restore-backup" => match detail.number("although-old") {
            Some(1) => "Put a backup back, although its days were over".to_owned(),
            Some(_) | None => "Put a backup back".to_owned(),
        },
        "give-up-sealed-records" => format!(
            "Gave up {} whose keys were nowhere",
            counted(detail.number("records"), "sealed record", "sealed records")
        ),
        _ => return None,
    })
}

fn signed_in(wrong_before: u64, head: Option<&str>) -> String {
    let mut told = after_wrong("Signed in", wrong_before);
    match head {
        Some("differs") => told.push_str("; the journal was not as it had been left"),
        Some("missing" | "damaged") => {
            told.push_str("; whether the journal was as it had been left could not be said");
        }
        Some(_) | None => {}
    }
    told
}

pub(super) fn after_wrong(did: &str, wrong_before: u64) -> String {
    match wrong_before {
        0 => did.to_owned(),
        wrong => format!(
            "{did}, after {}",
            counted(Some(wrong), "wrong passphrase", "wrong passphrases")
        ),
    }
}
