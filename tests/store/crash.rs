//! A program that is ended, or a disk that gives no more room, loses nothing that was acknowledged.
//!
//! The other program is this test binary itself, started again with the name of one ignored test and the
//! folder of a store in its environment.

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use domain::access::{AddCandidate, ListCandidates, ReadJournal, Subject};
use store::{CandidateFilter, CandidateSort, Entry, OpenError, StoreError};

use crate::support::{Home, at, create, permit_of, person, unlock};

const FOLDER: &str = "FAIRHOLD_TEST_STORE";

fn child(test: &str, folder: &Path) -> Child {
    Command::new(std::env::current_exe().unwrap())
        .args([
            "--exact",
            test,
            "--ignored",
            "--nocapture",
            "--test-threads=1",
        ])
        .env(FOLDER, folder)
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap()
}

#[test]
#[ignore = "the program that the test below ends"]
fn writes_without_end() {
    let folder = std::env::var_os(FOLDER).unwrap();
    let mut opened = unlock(Path::new(&folder)).unwrap();
    let permit = permit_of::<AddCandidate>(opened.account, Subject::Organisation);
    for number in 0_u32.. {
        let details = person(
            "Crash",
            "Dummy",
            &format!("crash{number}@example.org"),
            "07700 900100",
        );
        let id = opened
            .store
            .write(&permit, at("2026-06-02"), |tx| {
                Ok::<_, StoreError>((
                    tx.insert_candidate(&permit, &details)?,
                    Entry::new("add-candidate"),
                ))
            })
            .unwrap();
        println!("\nacknowledged {}", id.uuid());
    }
}

#[test]
fn a_program_ended_at_any_moment_loses_nothing_it_acknowledged() {
    let folder = tempfile::tempdir().unwrap();
    create(folder.path()).unwrap().store.close().unwrap();
    let mut acknowledged = Vec::new();
    for round in 0..20_u64 {
        let mut child = child("crash::writes_without_end", folder.path());
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
        let first = lines.find(|line| line.as_ref().unwrap().starts_with("acknowledged"));
        acknowledged.push(first.expect("the program writes").unwrap());
        std::thread::sleep(Duration::from_micros(round * 1700));
        child.kill().unwrap();
        child.wait().unwrap();
        acknowledged.extend(
            lines
                .map_while(Result::ok)
                .filter(|line| line.starts_with("acknowledged ") && line.len() == 49),
        );
        let mut opened = unlock(folder.path()).unwrap();
        let journal = permit_of::<ReadJournal>(opened.account, Subject::Organisation);
        let verified = opened.store.verify_store(&journal).unwrap();
        assert!(verified.is_sound(), "round {round}: {verified:?}");
        let listing = permit_of::<ListCandidates>(
            opened.account,
            Subject::Everyone {
                vacancies: Vec::new(),
            },
        );
        let all: std::collections::BTreeSet<String> = opened
            .store
            .read(|records| {
                let list = records.candidate_list(
                    &listing,
                    &CandidateFilter::default(),
                    CandidateSort::default(),
                )?;
                records.candidate_ids(&listing, &list)
            })
            .unwrap()
            .into_iter()
            .map(|id| format!("acknowledged {}", id.uuid()))
            .collect();
        let lost: Vec<_> = acknowledged
            .iter()
            .filter(|line| !all.contains(*line))
            .collect();
        assert!(lost.is_empty(), "round {round} lost {lost:?}");
        drop(opened);
    }
    assert!(
        acknowledged.len() > 40,
        "there was something to lose: {}",
        acknowledged.len()
    );
}

/// A file system of a few megabytes, where this computer lets us make one.
struct Small {
    folder: tempfile::TempDir,
}

impl Small {
    fn mount(size: &str) -> Option<Self> {
        let folder = tempfile::tempdir().unwrap();
        let mounted = Command::new("mount")
            .args(["-t", "tmpfs", "-o", &format!("size={size}"), "tmpfs"])
            .arg(folder.path())
            .stderr(Stdio::null())
            .status();
        mounted
            .is_ok_and(|status| status.success())
            .then_some(Self { folder })
    }

    fn remount(&self, options: &str) {
        let status = Command::new("mount")
            .args(["-o", options])
            .arg(self.folder.path())
            .status()
            .unwrap();
        assert!(status.success(), "remounted with {options}");
    }
}

impl Drop for Small {
    fn drop(&mut self) {
        let _unmounted = Command::new("umount")
            .args(["-l"])
            .arg(self.folder.path())
            .status();
    }
}

#[test]
fn a_full_disk_fails_a_write_whole_and_the_store_goes_on() {
    let Some(small) = Small::mount("4m") else {
        println!("not run: this computer mounts nothing");
        return;
    };
    let path = small.folder.path().join("store");
    let mut opened = create(&path).unwrap();
    let permit = permit_of::<AddCandidate>(opened.account, Subject::Organisation);
    let mut add = |number: u32| {
        let details = person(
            "Full",
            "Disk",
            &format!("full{number}@example.org"),
            "07700 900100",
        );
        opened.store.write(&permit, at("2026-06-02"), |tx| {
            Ok::<_, StoreError>((
                tx.insert_candidate(&permit, &details)?,
                Entry::new("add-candidate"),
            ))
        })
    };
    let mut written = 0_u32;
    let error = loop {
        match add(written) {
            Ok(_) => written += 1,
            Err(error) => break error,
        }
        assert!(written < 100_000, "the disk fills");
    };
    assert!(matches!(error, StoreError::Full), "said plainly: {error:?}");
    small.remount("remount,size=16m");
    assert!(add(written).is_ok(), "with room again the store goes on");
    drop(opened);
    let mut opened = unlock(&path).unwrap();
    let listing = permit_of::<ListCandidates>(
        opened.account,
        Subject::Everyone {
            vacancies: Vec::new(),
        },
    );
    let all = opened
        .store
        .read(|records| {
            records.candidate_list(
                &listing,
                &CandidateFilter::default(),
                CandidateSort::default(),
            )
        })
        .unwrap();
    assert_eq!(
        all.len(),
        usize::try_from(written + 1).unwrap(),
        "nothing acknowledged is lost, nothing half there"
    );
}

#[test]
fn a_disk_too_small_for_a_store_says_so_and_leaves_nothing_that_opens() {
    let Some(small) = Small::mount("64k") else {
        println!("not run: this computer mounts nothing");
        return;
    };
    let path = small.folder.path().join("store");
    let made = create(&path);
    assert!(
        matches!(made, Err(OpenError::Full)),
        "said plainly: {made:?}"
    );
    assert_eq!(
        store::summary(&path).unwrap(),
        store::Summary::Absent,
        "there is no store"
    );
    small.remount("remount,size=16m");
    assert!(create(&path).is_ok(), "with room it is made");
}

#[test]
fn a_folder_that_may_not_be_written_is_named() {
    let Some(small) = Small::mount("16m") else {
        println!("not run: this computer mounts nothing");
        return;
    };
    let path = small.folder.path().join("store");
    create(&path).unwrap().store.close().unwrap();
    small.remount("remount,ro");
    let opened = unlock(&path);
    assert!(
        matches!(opened, Err(OpenError::ReadOnly)),
        "an existing store: {opened:?}"
    );
    let made = create(&small.folder.path().join("other"));
    assert!(
        matches!(made, Err(OpenError::ReadOnly)),
        "a new one: {made:?}"
    );
    small.remount("remount,rw");
    assert!(unlock(&path).is_ok(), "it opens when it may be written");
}

#[test]
fn a_creation_that_was_ended_before_its_last_step_is_completed() {
    let Home { store, folder, .. } = Home::new();
    store.close().unwrap();
    let path = |name: &str| folder.path().join(name);
    std::fs::rename(path("fairhold.db"), path("fairhold.db.new")).unwrap();
    assert!(
        unlock(folder.path()).is_ok(),
        "the keys were there, so the database takes its name"
    );
}
