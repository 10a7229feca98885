//! Keys: who can open what, from the files on the disk.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use domain::access::{
    Action, ManageAccounts, OpenSealed, Permit, ReadJournal, Role, SealRecord, Subject,
};
use domain::compartment::Compartment;
use domain::id::{AccountId, CandidateId, SealedRecordId};
use domain::sealed::{OpeningPurpose, SealedKind, SealedStatus};
use store::{
    DeviceSecret, KdfCost, NewSealedRecord, OpenError, Recover, RecoveryCode, RecoverySheet, Store,
    StoreError, Unlocked,
};

use crate::support::{Home, PASSPHRASE, at, new_account, passphrase, permit_of, person, unlock};

/// What only holders of a compartment may read.
const SECRET: &str = "Needs a screen reader, says Zyxwvut";
const OTHER: &str = "another four random words";

fn manage(account: AccountId) -> Permit<ManageAccounts> {
    permit_of(account, Subject::Organisation)
}

fn on<A: Action>(account: AccountId, candidate: CandidateId) -> Permit<A> {
    permit_of(
        account,
        Subject::Candidate {
            candidate,
            applied: Vec::new(),
        },
    )
}

fn seal(home: &mut Home, candidate: CandidateId) -> SealedRecordId {
    let new = NewSealedRecord {
        kind: SealedKind::Adjustments,
        status: SealedStatus::AdjustmentNeeded {
            adjustments: BTreeSet::new(),
        },
        decided_on: None,
        text: SECRET.to_owned().into(),
    };
    let permit = on::<SealRecord>(home.hr, candidate);
    home.store
        .add_sealed_record(&permit, &new, at("2026-01-06"))
        .unwrap()
}

fn open_sealed(
    store: &mut Store,
    account: AccountId,
    candidate: CandidateId,
    record: SealedRecordId,
) -> Result<String, StoreError> {
    store
        .open_sealed_record(
            &on::<OpenSealed>(account, candidate),
            record,
            OpeningPurpose::ArrangeAdjustments,
            at("2026-01-07"),
        )
        .map(|text| text.to_string())
}

fn sign_in(folder: &Path, name: &str, text: &str) -> Result<Unlocked, OpenError> {
    store::unlock(folder, name, &passphrase(text), at("2026-06-01"))
}

/// A store with HR, who holds every compartment, an interviewer, who holds none, and somebody with a sealed record.
struct Sealed {
    home: Home,
    interviewer: AccountId,
    candidate: CandidateId,
    record: SealedRecordId,
}

impl Sealed {
    fn new() -> Self {
        let mut home = Home::new();
        let interviewer = add(&mut home, "interviewer");
        let candidate = home.candidate(&person("Ann", "Archer", "ann@example.org", "07700 900100"));
        let record = seal(&mut home, candidate);
        Self {
            home,
            interviewer,
            candidate,
            record,
        }
    }

    /// Closes the store and gives its folder.
    fn close(self) -> (tempfile::TempDir, AccountId, CandidateId, SealedRecordId) {
        let Home {
            store, folder, hr, ..
        } = self.home;
        store.close().unwrap();
        (folder, hr, self.candidate, self.record)
    }
}

fn add(home: &mut Home, name: &str) -> AccountId {
    home.store
        .add_account(
            &manage(home.hr),
            &new_account(name, Role::Member, OTHER),
            at("2026-01-06"),
        )
        .unwrap()
}

#[test]
fn a_sealed_record_opens_for_who_holds_the_compartment_and_nobody_else() {
    let (folder, hr, candidate, record) = Sealed::new().close();
    let mut opened = unlock(folder.path()).unwrap().store;
    assert_eq!(
        open_sealed(&mut opened, hr, candidate, record).unwrap(),
        SECRET,
        "HR holds every compartment"
    );
    opened.close().unwrap();
    let Unlocked { mut store, .. } = sign_in(folder.path(), "interviewer", OTHER).unwrap();
    // Even with a permit of HR's, which the program would never give: the key is what is missing.
    let refused = open_sealed(&mut store, hr, candidate, record);
    assert!(matches!(refused, Err(StoreError::NotHeld)), "{refused:?}");
}

#[test]
fn opening_a_sealed_record_is_journalled() {
    let mut sealed = Sealed::new();
    let (hr, candidate) = (sealed.home.hr, sealed.candidate);
    open_sealed(&mut sealed.home.store, hr, candidate, sealed.record).unwrap();
    let permit: Permit<ReadJournal> = permit_of(hr, Subject::Organisation);
    let entries = sealed
        .home
        .store
        .records()
        .journal_page(&permit, &store::JournalFilter::default(), None, 1)
        .unwrap();
    assert_eq!(
        (entries[0].action.as_str(), entries[0].actor),
        ("open-sealed-record", Some(hr)),
        "who opened it is written down"
    );
}

#[test]
fn equality_answers_are_opened_for_nobody_whatever_key_they_hold() {
    let mut sealed = Sealed::new();
    let (hr, candidate) = (sealed.home.hr, sealed.candidate);
    let new = NewSealedRecord {
        kind: SealedKind::EqualityAnswers,
        status: SealedStatus::Answered,
        decided_on: None,
        text: "{}".to_owned().into(),
    };
    let store = &mut sealed.home.store;
    let record = store
        .add_sealed_record(&on::<SealRecord>(hr, candidate), &new, at("2026-01-06"))
        .unwrap();
    assert!(
        store
            .compartments_of(hr)
            .contains(&Compartment::EqualityMonitoring),
        "HR holds the key, to count with"
    );
    let opened = open_sealed(store, hr, candidate, record);
    assert!(matches!(opened, Err(StoreError::NotHeld)), "{opened:?}");
}

#[test]
fn erasing_one_sealed_record_leaves_the_others() {
    let mut sealed = Sealed::new();
    let (hr, candidate) = (sealed.home.hr, sealed.candidate);
    let other = seal(&mut sealed.home, candidate);
    let store = &mut sealed.home.store;
    store
        .erase_sealed_record(
            &on::<SealRecord>(hr, candidate),
            sealed.record,
            at("2026-01-07"),
        )
        .unwrap();
    let gone = open_sealed(store, hr, candidate, sealed.record);
    assert!(matches!(gone, Err(StoreError::NotFound)), "{gone:?}");
    assert_eq!(open_sealed(store, hr, candidate, other).unwrap(), SECRET);
}

#[test]
fn a_compartment_can_be_given_and_taken() {
    let mut sealed = Sealed::new();
    let (hr, interviewer) = (sealed.home.hr, sealed.interviewer);
    let health = Compartment::HealthAndAdjustments;
    sealed
        .home
        .store
        .give_compartment(&manage(hr), health, interviewer, at("2026-01-07"))
        .unwrap();
    let permit = manage(hr);
    let (folder, _, candidate, record) = sealed.close();
    let mut theirs = sign_in(folder.path(), "interviewer", OTHER).unwrap().store;
    assert_eq!(
        open_sealed(&mut theirs, interviewer, candidate, record).unwrap(),
        SECRET,
        "what was sealed before it was given opens too"
    );
    let not_theirs = theirs.give_compartment(
        &permit,
        Compartment::CriminalRecordAndVetting,
        interviewer,
        at("2026-01-08"),
    );
    assert!(
        matches!(not_theirs, Err(StoreError::NotHeld)),
        "nobody gives what they do not hold"
    );
    theirs.close().unwrap();
    let mut ours = unlock(folder.path()).unwrap().store;
    ours.take_compartment(&permit, health, interviewer, at("2026-06-02"))
        .unwrap();
    assert_eq!(ours.compartments_of(interviewer), [], "taken");
    assert_eq!(
        open_sealed(&mut ours, hr, candidate, record).unwrap(),
        SECRET,
        "HR reads what was sealed under the generation before"
    );
    let alone = ours.take_compartment(&permit, health, hr, at("2026-06-02"));
    assert!(
        matches!(alone, Err(StoreError::LastHolder)),
        "what is sealed is never left without anyone"
    );
}

#[test]
fn a_changed_passphrase_opens_and_the_one_before_does_not() {
    let (folder, ..) = Sealed::new().close();
    let mut store = unlock(folder.path()).unwrap().store;
    let wrong = store.change_passphrase(
        &passphrase("not it"),
        &passphrase("five other words to use"),
        KdfCost::FLOOR,
        at("2026-06-01"),
    );
    assert!(
        matches!(wrong, Err(OpenError::WrongPassphrase)),
        "it asks for the one in use"
    );
    store
        .change_passphrase(
            &passphrase(PASSPHRASE),
            &passphrase("five other words to use"),
            KdfCost::FLOOR,
            at("2026-06-01"),
        )
        .unwrap();
    store.close().unwrap();
    let before = sign_in(folder.path(), "hr", PASSPHRASE);
    assert!(
        matches!(before, Err(OpenError::WrongPassphrase)),
        "{before:?}"
    );
    sign_in(folder.path(), "hr", "five other words to use").unwrap();
}

#[test]
fn an_earlier_key_file_is_noticed_and_nothing_is_changed() {
    let (folder, ..) = Sealed::new().close();
    let (keys, copy) = (
        folder.path().join("fairhold.keys"),
        folder.path().join("fairhold.keys.bak"),
    );
    let earlier = fs::read(&keys).unwrap();
    let mut store = unlock(folder.path()).unwrap().store;
    store
        .change_passphrase(
            &passphrase(PASSPHRASE),
            &passphrase("five other words to use"),
            KdfCost::FLOOR,
            at("2026-06-01"),
        )
        .unwrap();
    store.close().unwrap();
    fs::write(&keys, &earlier).unwrap();
    fs::write(&copy, &earlier).unwrap();
    let database = fs::read(folder.path().join("fairhold.db")).unwrap();
    let answer = unlock(folder.path());
    assert!(matches!(answer, Err(OpenError::KeysOlder)), "{answer:?}");
    assert_eq!(
        fs::read(folder.path().join("fairhold.db")).unwrap(),
        database,
        "not a byte of the database changed"
    );
}

#[test]
fn somebody_who_was_removed_opens_nothing_and_the_others_go_on() {
    let mut sealed = Sealed::new();
    let (hr, interviewer) = (sealed.home.hr, sealed.interviewer);
    let staying = add(&mut sealed.home, "manager");
    let folder = sealed.home.folder.path().to_owned();
    let before = fs::read(folder.join("fairhold.keys")).unwrap();
    let mut reader = sealed.home.store.reader().unwrap();
    sealed
        .home
        .store
        .remove_account(&manage(hr), interviewer, at("2026-01-08"))
        .unwrap();
    let names = |records: &store::Records<'_>| {
        records.accounts().map(|accounts| {
            accounts
                .into_iter()
                .map(|account| account.name.as_str().to_owned())
                .collect::<Vec<_>>()
        })
    };
    assert_eq!(
        reader.read(names).unwrap(),
        ["hr", "manager"],
        "a reader that was open goes on under the new key"
    );
    drop(reader);
    let (_kept, _, candidate, record) = sealed.close();
    let gone = sign_in(&folder, "interviewer", OTHER);
    assert!(matches!(gone, Err(OpenError::WrongPassphrase)), "{gone:?}");
    let theirs = sign_in(&folder, "manager", OTHER).unwrap();
    assert_eq!(theirs.account, staying, "who stays signs in as before");
    theirs.store.close().unwrap();
    let mut ours = unlock(&folder).unwrap().store;
    assert_eq!(
        open_sealed(&mut ours, hr, candidate, record).unwrap(),
        SECRET,
        "what was sealed is still there"
    );
    ours.close().unwrap();
    // With the key file of the day before, in which their passphrase still works.
    fs::write(folder.join("fairhold.keys"), &before).unwrap();
    fs::write(folder.join("fairhold.keys.bak"), &before).unwrap();
    let with_old_keys = sign_in(&folder, "interviewer", OTHER);
    assert!(
        matches!(with_old_keys, Err(OpenError::KeysOlder)),
        "{with_old_keys:?}"
    );
    store::erase_file(&folder.join("fairhold.head")).unwrap();
    let with_old_keys = sign_in(&folder, "interviewer", OTHER);
    assert!(
        matches!(with_old_keys, Err(OpenError::Database(_))),
        "their key opens no page of it: {with_old_keys:?}"
    );
}

#[test]
fn a_keychain_secret_opens_until_it_is_taken_away() {
    let (folder, hr, ..) = Sealed::new().close();
    let secret = DeviceSecret::generate().unwrap();
    let mut store = unlock(folder.path()).unwrap().store;
    store.set_device(Some(&secret), at("2026-06-01")).unwrap();
    store.close().unwrap();
    let opened = store::unlock_with_device(folder.path(), "hr", &secret, at("2026-06-02")).unwrap();
    assert_eq!(opened.account, hr, "whose secret it is");
    assert!(opened.store.has_device(), "and it says so");
    drop(opened);
    let another = DeviceSecret::generate().unwrap();
    let wrong = store::unlock_with_device(folder.path(), "hr", &another, at("2026-06-02"));
    assert!(
        matches!(wrong, Err(OpenError::WrongPassphrase)),
        "{wrong:?}"
    );
    let mut store = unlock(folder.path()).unwrap().store;
    store.set_device(None, at("2026-06-03")).unwrap();
    store.close().unwrap();
    let gone = store::unlock_with_device(folder.path(), "hr", &secret, at("2026-06-04"));
    assert!(matches!(gone, Err(OpenError::WrongPassphrase)), "{gone:?}");
}

#[test]
fn a_forgotten_passphrase_is_replaced_by_the_recovery_sheet() {
    let mut sealed = Sealed::new();
    let hr = sealed.home.hr;
    assert_eq!(
        sealed.home.store.records().recovery_sheet().unwrap(),
        RecoverySheet::Missing,
        "none yet"
    );
    let made = at("2026-01-07");
    let code = sealed
        .home
        .store
        .make_recovery_sheet(&manage(hr), made)
        .unwrap();
    let typed = code.groups().unwrap().join(" ").to_lowercase();
    let read = RecoveryCode::parse(&typed.replace('0', "o").replace('1', "l")).unwrap();
    assert!(
        sealed
            .home
            .store
            .confirm_recovery_sheet(&manage(hr), &read, made)
            .unwrap(),
        "typed back as people type"
    );
    assert_eq!(
        sealed.home.store.records().recovery_sheet().unwrap(),
        RecoverySheet::Confirmed,
        "and noted"
    );
    let (folder, _, candidate, record) = sealed.close();
    let fresh = passphrase("words nobody has forgotten yet");
    let recover = |code: &RecoveryCode| {
        store::recover(
            folder.path(),
            &Recover {
                code,
                sign_in_name: "hr",
                passphrase: &fresh,
                cost: KdfCost::FLOOR,
            },
            at("2026-06-02"),
        )
    };
    let mut opened = recover(&read).unwrap().store;
    assert_eq!(
        open_sealed(&mut opened, hr, candidate, record).unwrap(),
        SECRET,
        "the sheet opens the compartments too"
    );
    let newer = opened
        .make_recovery_sheet(&manage(hr), at("2026-06-02"))
        .unwrap();
    opened.close().unwrap();
    assert!(
        matches!(recover(&read), Err(OpenError::WrongPassphrase)),
        "a sheet that was replaced opens nothing"
    );
    recover(&newer).unwrap().store.close().unwrap();
    assert!(
        matches!(
            sign_in(folder.path(), "hr", PASSPHRASE),
            Err(OpenError::WrongPassphrase)
        ),
        "the forgotten passphrase is no way in any more"
    );
    sign_in(folder.path(), "hr", "words nobody has forgotten yet").unwrap();
}

#[test]
fn a_slip_of_the_pen_in_a_recovery_code_is_noticed() {
    let mut sealed = Sealed::new();
    let hr = sealed.home.hr;
    let code = sealed
        .home
        .store
        .make_recovery_sheet(&manage(hr), at("2026-01-07"))
        .unwrap();
    let text = code.groups().unwrap().join("-");
    assert_eq!(text.len(), 14 * 4 + 13, "fourteen groups of four");
    for (place, letter) in text.char_indices().filter(|(_, letter)| *letter != '-') {
        let other = if letter == 'A' { 'B' } else { 'A' };
        let mut slip = text.clone();
        slip.replace_range(place..=place, &other.to_string());
        assert!(RecoveryCode::parse(&slip).is_none(), "{place}");
    }
    for wrong in [
        "",
        "AAAA",
        text.get(..40).unwrap(),
        &format!("{text}A"),
        "ÄÖÜ",
    ] {
        assert!(RecoveryCode::parse(wrong).is_none(), "{wrong}");
    }
}

#[test]
fn an_erased_persons_key_is_destroyed_and_the_others_stay() {
    let mut sealed = Sealed::new();
    let folder = sealed.home.folder.path().to_owned();
    let (hr, gone) = (sealed.home.hr, sealed.candidate);
    let stays = sealed
        .home
        .candidate(&person("Bea", "Baker", "bea@example.org", "07700 900101"));
    let kept = seal(&mut sealed.home, stays);
    let before = fs::read(folder.join("fairhold.subjects")).unwrap();
    let permit = sealed.home.erasing();
    let due = store::ToErase {
        candidate: gone,
        rule: "RET-02",
        due_since: None,
    };
    let report = sealed
        .home
        .store
        .erase(&permit, &[due], at("2026-12-01"), |_| store::GoOn::Yes)
        .unwrap();
    assert_eq!(report.state, store::ErasureState::Erased);
    let after = fs::read(folder.join("fairhold.subjects")).unwrap();
    assert_eq!(before.len() - after.len(), 88, "one key less");
    assert!(
        before[24..]
            .chunks(88)
            .all(|entry| !after.windows(48).any(|part| part == &entry[40..])),
        "and the rest under a fresh file key"
    );
    assert_eq!(
        open_sealed(&mut sealed.home.store, hr, stays, kept).unwrap(),
        SECRET,
        "the other's record opens"
    );
}

#[test]
fn the_journals_head_is_signed_at_every_sign_in_and_closing() {
    let (folder, hr, ..) = Sealed::new().close();
    let mut store = unlock(folder.path()).unwrap().store;
    let permit: Permit<ReadJournal> = permit_of(hr, Subject::Organisation);
    let found = store.verify_store(&permit).unwrap();
    assert!(found.is_sound() && found.checkpoints >= 2, "{found:?}");
}
