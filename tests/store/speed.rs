//! Figures at 100,000 people. Not part of the ordinary run: `cargo test --release -p store -- --ignored --nocapture speed`.

use std::time::Instant;

use domain::access::{ListCandidates, ReadCandidate, ReviewRetention, Subject};
use domain::application::{Outcome, OutcomeKind, RejectionReason, Stage};
use store::{
    CandidateFilter, CandidateSort, Direction, Entry, ErasureState, GoOn, ImportCounts,
    NewApplication, SortBy, StoreError, ToErase,
};

use crate::support::{Home, PASSPHRASE, at, day, passphrase, permit_of, person};

const PEOPLE: u32 = 100_000;
const GIVEN: [&str; 12] = [
    "Amelia",
    "Benjamin",
    "Charlotte",
    "Dominic",
    "Eleanor",
    "Frederick",
    "Georgina",
    "Harriet",
    "Isabella",
    "Jonathan",
    "Katherine",
    "Leonard",
];
const FAMILY: [&str; 10] = [
    "Abernathy",
    "Blackwood",
    "Carmichael",
    "Davenport",
    "Ellsworth",
    "Fitzgerald",
    "Galbraith",
    "Hollingsworth",
    "Jennings",
    "Kirkpatrick",
];

/// Processor time of this program so far, in milliseconds: what a busy computer does not stretch.
fn cpu() -> u64 {
    let stat = std::fs::read_to_string("/proc/self/stat").unwrap_or_default();
    stat.split_whitespace()
        .skip(13)
        .take(2)
        .filter_map(|ticks| ticks.parse::<u64>().ok())
        .sum::<u64>()
        * 10
}

fn milliseconds(begun: Instant) -> f64 {
    begun.elapsed().as_secs_f64() * 1000.0
}

#[test]
#[ignore = "takes a minute"]
fn figures_at_100_000_people() {
    let mut home = Home::new();
    let vacancies: Vec<_> = (0..20)
        .map(|number| home.vacancy(&format!("Role {number}")))
        .collect();
    let permit = home.importing();
    let begun = Instant::now();
    let ids = home
        .store
        .write(&permit, at("2026-06-01"), |tx| {
            let import = tx.begin_import(&permit, "speed")?;
            let mut ids = Vec::new();
            for number in 0..PEOPLE {
                let index = usize::try_from(number).unwrap();
                let mut details = person(
                    &format!("{} {}", GIVEN[index % 12], GIVEN[index / 12 % 12]),
                    &format!("{}-{}", FAMILY[index % 10], FAMILY[index / 10 % 10]),
                    &format!(
                        "person{number}.{}@example{}.org",
                        FAMILY[index % 10],
                        number % 50
                    ),
                    &format!("07{:09}", u64::from(number) * 7919 % 1_000_000_000),
                );
                details.contact.address =
                    vec![crate::support::line(&format!("{number} Marigold Crescent"))];
                let candidate = tx.import_candidate(&permit, import, &details)?;
                let outcome = (number % 3 != 0).then_some(Outcome {
                    how: OutcomeKind::Rejected {
                        reason: RejectionReason::Experience,
                    },
                    on: day("2026-01-05") + chrono::Days::new(u64::from(number % 140)),
                });
                let new = NewApplication {
                    applied_on: day("2026-01-05"),
                    stage: Stage::Applied,
                    outcome,
                };
                tx.import_application(&permit, import, candidate, vacancies[index % 20], &new)?;
                ids.push(candidate);
            }
            tx.finish_import(&permit, import, ImportCounts::default())?;
            Ok::<_, StoreError>((ids, Entry::new("import")))
        })
        .unwrap();
    println!(
        "import of 100,000 people with an application each: {:.0} ms",
        milliseconds(begun)
    );
    let Home {
        store, folder, hr, ..
    } = home;
    store.close().unwrap();
    let size = std::fs::metadata(folder.path().join("fairhold.db"))
        .unwrap()
        .len();
    println!("database: {} MB", size / 1_000_000);

    let begun = Instant::now();
    let opened = store::unlock(
        folder.path(),
        "hr",
        &passphrase(PASSPHRASE),
        at("2026-06-01"),
    )
    .unwrap();
    println!(
        "unlock, Argon2id at 64 MiB included: {:.0} ms",
        milliseconds(begun)
    );
    let mut store = opened.store;
    let begun = Instant::now();
    let mut reader = store.reader().unwrap();
    println!("a further connection: {:.1} ms", milliseconds(begun));

    let facts = store.records().vacancy_facts().unwrap();
    let listing = permit_of::<ListCandidates>(hr, Subject::Everyone { vacancies: facts });
    for by in [
        SortBy::Name,
        SortBy::ReceivedOn,
        SortBy::EraseOn,
        SortBy::Source,
    ] {
        for turn in ["cold", "warm"] {
            let begun = Instant::now();
            let sort = CandidateSort {
                by,
                direction: Direction::Ascending,
            };
            let list = reader
                .read(|records| records.candidate_list(&listing, &CandidateFilter::default(), sort))
                .unwrap();
            println!(
                "list of {} by {by:?}, {turn}: {:.1} ms",
                list.len(),
                milliseconds(begun)
            );
        }
    }
    let begun = Instant::now();
    let reached = reader.read(|records| records.reached(&listing)).unwrap();
    println!(
        "how far applications for {} vacancies came: {:.1} ms",
        reached.len(),
        milliseconds(begun)
    );
    let begun = Instant::now();
    let stays = reader.read(|records| records.stays(&listing)).unwrap();
    println!(
        "how long they stayed at {} stages: {:.1} ms",
        stays.len(),
        milliseconds(begun)
    );
    let begun = Instant::now();
    let sources = reader.read(|records| records.sources(&listing)).unwrap();
    println!(
        "where people come from, {} ways: {:.1} ms",
        sources.unwrap_or_default().len(),
        milliseconds(begun)
    );
    let list = reader
        .read(|records| {
            records.candidate_list(
                &listing,
                &CandidateFilter::default(),
                CandidateSort::default(),
            )
        })
        .unwrap();
    for place in [0, 50_000, 99_900] {
        let begun = Instant::now();
        let page = reader.read(|records| {
            records.candidate_page(&listing, &list, place..place + 100, day("2026-06-01"))
        });
        println!(
            "page of {} at {place}: {:.1} ms",
            page.unwrap().len(),
            milliseconds(begun)
        );
    }
    for text in [
        "am",
        "ame",
        "amelia",
        "amelia carm",
        "hollings jon",
        "person99999",
        "0700",
        "zz",
    ] {
        let filter = CandidateFilter {
            text: text.to_owned(),
            ..CandidateFilter::default()
        };
        for turn in ["first", "again"] {
            let begun = Instant::now();
            let found = reader
                .read(|records| records.candidate_list(&listing, &filter, CandidateSort::default()))
                .unwrap();
            println!(
                "search {text:?}, {turn}: {} in {:.1} ms",
                found.len(),
                milliseconds(begun)
            );
        }
    }
    let vacancy = CandidateFilter {
        vacancy: Some(vacancies[3]),
        ..CandidateFilter::default()
    };
    let begun = Instant::now();
    let found = reader
        .read(|records| records.candidate_list(&listing, &vacancy, CandidateSort::default()))
        .unwrap();
    println!(
        "one vacancy's {}: {:.1} ms",
        found.len(),
        milliseconds(begun)
    );
    let reading = permit_of::<ReadCandidate>(
        hr,
        Subject::Candidate {
            candidate: ids[77_777],
            applied: Vec::new(),
        },
    );
    let begun = Instant::now();
    reader.read(|records| records.candidate(&reading)).unwrap();
    println!("one candidate: {:.2} ms", milliseconds(begun));
    let review = permit_of::<ReviewRetention>(
        hr,
        Subject::Everyone {
            vacancies: Vec::new(),
        },
    );
    let begun = Instant::now();
    let due = reader
        .read(|records| records.due_list(&review, day("2026-08-01")))
        .unwrap();
    println!("{} due: {:.1} ms", due.len(), milliseconds(begun));
    let begun = Instant::now();
    reader
        .read(|records| records.retention_calendar(&review, day("2026-06-01"), 26))
        .unwrap();
    println!("calendar of 26 weeks: {:.1} ms", milliseconds(begun));
    drop(reader);

    let erasing = permit_of(hr, Subject::Organisation);
    let one = |index: usize| vec![ToErase::person(ids[index], "RET-02")];
    for (number, turn) in ["first", "again", "once more"].into_iter().enumerate() {
        let begun = Instant::now();
        let index = 90_001 + number;
        let used = cpu();
        let report = store
            .erase(&erasing, &one(index), at("2026-08-02"), |_| GoOn::Yes)
            .unwrap();
        println!(
            "erase one of 100,000, {turn}: {:.0} ms, processor {} ms {:?}",
            milliseconds(begun),
            cpu() - used,
            report.verification
        );
        assert_eq!(report.state, ErasureState::Erased);
    }
    let many: Vec<_> = (0..10_000).flat_map(|number| one(number * 9)).collect();
    let begun = Instant::now();
    let used = cpu();
    let mut last = begun;
    let report = store
        .erase(&erasing, &many, at("2026-08-02"), |progress| {
            println!(
                "  {} of {}: {:.0} ms",
                progress.done,
                progress.of,
                milliseconds(last)
            );
            last = Instant::now();
            GoOn::Yes
        })
        .unwrap();
    println!("  after the last batch: {:.0} ms", milliseconds(last));
    println!(
        "erase 10,000 of 100,000, verified: {:.0} ms, processor {} ms {:?}",
        milliseconds(begun),
        cpu() - used,
        report.verification
    );
    assert_eq!(
        (report.state, report.people),
        (ErasureState::Erased, 10_000),
        "{report:?}"
    );
    let journal = permit_of(hr, Subject::Organisation);
    let begun = Instant::now();
    assert!(store.verify_store(&journal).unwrap().is_sound());
    println!("verify the store: {:.0} ms", milliseconds(begun));
}
