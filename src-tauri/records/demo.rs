//! A sample organisation: made up, obviously so, and the same each time.

mod complaints;
mod correspondence;
mod documents;
mod incidents;
mod interviews;
mod notices;
mod offers;
mod people;
mod reserve;
mod rights;
mod sealed;
mod sharing;

use std::collections::BTreeMap;
use std::path::Path;

use chrono::{DateTime, NaiveDate, Utc};
use domain::access::{self, Permit, Relation, Role, RoleHeld};
use domain::application::Stage;
use domain::clock::{Clock, london_date};
use domain::dates::days_after;
use domain::id::{AccountId, ApplicationId, CandidateId, VacancyId};
use domain::text::{Line, TextError};
use store::{Detail, Entry, ImportCounts, KdfCost, NewAccount, Passphrase, Store, StoreError, Tx};

use self::documents::Sender;
use self::people::{Dice, MadeUp, TEAMS, VACANCY_COUNT};
use crate::desk::{ReadDesk, Session};
use crate::error::Error;
use crate::organisation::{self, Entered, NewStore};

/// Made-up colleagues who share the sample with its HR administrator.
const COLLEAGUES: [(&str, Relation); 4] = [
    (
        "Morgan Example (recruiting manager)",
        Relation::RecruitingManager,
    ),
    ("Jo Example (interviewer)", Relation::Interviewer),
    ("Sam Example (auditor)", Relation::Auditor),
    ("Robin Example (approver)", Relation::Approver),
];

/// How many vacancies they have a part in.
const ASSIGNED: usize = 3;

/// Which of them holds interviews.
const INTERVIEWING: usize = 1;

/// Of how many people there is a CV at most, among those who are interviewed.
const CVS: usize = 6;

/// For how many days after today the sample's auditor may look.
const AUDIT_DAYS: u64 = 29;

/// How big a sample to make, and which.
#[derive(Clone, Copy, Debug)]
pub struct Demo {
    /// How many people.
    pub people: u32,
    /// The same seed makes the same people.
    pub seed: u64,
}

impl Demo {
    /// Makes a store of made-up people. Without a passphrase it gets a random one that nobody ever learns:
    /// such a store lives as long as the program that made it.
    ///
    /// # Errors
    /// When the folder holds a store already or can't be written.
    pub fn make(
        self,
        folder: &Path,
        passphrase: Option<Passphrase>,
        clock: &dyn Clock,
    ) -> Result<(Store, AccountId), Error> {
        let kept = passphrase.is_some();
        let new = NewStore {
            organisation: made_up(Line::parse("Sample Organisation"))?,
            name: made_up(Line::parse("Alex Example (HR)"))?,
            inducted_on: clock.today(),
            passphrase: match passphrase {
                Some(passphrase) => passphrase,
                None => Passphrase::random()?,
            },
        };
        let cost = if kept {
            KdfCost::calibrated()?
        } else {
            KdfCost::FLOOR
        };
        let Entered {
            mut store, account, ..
        } = organisation::make(folder, new, cost, clock)?;
        self.fill(&mut store, account, clock.now(), cost)?;
        Ok((store, account))
    }

    fn fill(
        self,
        store: &mut Store,
        account: AccountId,
        now: DateTime<Utc>,
        cost: KdfCost,
    ) -> Result<(), Error> {
        let today = london_date(now);
        let session = Session::new(account);
        let permits =
            store.read(|records| Permits::new(&ReadDesk::new(records, &session, now)?))?;
        let vacancies = add_vacancies(store, &permits, now, today)?;
        let Colleagues {
            manager,
            approver,
            panel,
        } = add_colleagues(store, &permits, &vacancies, now, cost)?;
        let notices = notices::add(store, &permits.accounts, now, today)?;
        let people = self.add_people(store, &permits, &vacancies, &notices, now, today)?;
        close_out(
            store,
            &session,
            vacancies.iter().skip(people::STILL_OPEN),
            now,
        )?;
        reserve::add(store, &session, &people.agreed, now)?;
        reserve::describe(store, &session, &vacancies, now)?;
        offers::add(store, &manager, &approver, &people.offered, now)?;
        sealed::add(store, &session, &people.live, now)?;
        sharing::add(store, &session, &people.live, &people.offered, now)?;
        correspondence::add(store, &session, &people.live, now)?;
        let live: Vec<CandidateId> = people
            .live
            .iter()
            .map(|(candidate, _)| *candidate)
            .collect();
        incidents::add(store, &session, &live, now)?;
        rights::add(store, &session, &live, now)?;
        complaints::add(store, &session, &live, now)?;
        documents::add(store, &session, &people.senders, now)?;
        let assigned: Vec<VacancyId> = vacancies.iter().copied().take(ASSIGNED).collect();
        interviews::add(
            store,
            &session,
            &panel,
            (&assigned, &people.interviewed),
            now,
        )
    }

    fn add_people(
        self,
        store: &mut Store,
        permits: &Permits,
        vacancies: &[VacancyId],
        notices: &notices::Versions,
        now: DateTime<Utc>,
        today: NaiveDate,
    ) -> Result<Added, Error> {
        let mut dice = Dice(self.seed);
        store.write(&permits.import, now, |tx| {
            let import = tx.begin_import(&permits.import, "sample")?;
            let mut added = Added::default();
            for number in 0..self.people {
                let person = made_up(people::person(&mut dice, number, today))?;
                let candidate = tx.import_candidate(&permits.import, import, &person.details)?;
                let made = person.application;
                if let Some((version, on, channel)) = notices.given(number, &person, today) {
                    tx.import_notice(&permits.import, candidate, version, on, channel)?;
                }
                let vacancy = vacancies
                    .get(made.vacancy)
                    .copied()
                    .ok_or(Error::NotFound)?;
                let new = store::NewApplication {
                    applied_on: made.applied_on,
                    stage: match made.outcome {
                        Some(_) => made.stage,
                        None => Stage::Applied,
                    },
                    outcome: made.outcome,
                };
                let application =
                    tx.import_application(&permits.import, import, candidate, vacancy, &new)?;
                if made.outcome.is_none() {
                    bring_along(tx, &permits.import, application, &made, now)?;
                }
                added
                    .agreed
                    .extend(agreement(&person, candidate, application, today));
                if made.outcome.is_none() {
                    added.live.push((candidate, made.stage));
                    if made.stage == Stage::Interview && made.vacancy == INTERVIEWING {
                        added.interviewed.push((application, vacancy));
                        if added.senders.len() < CVS {
                            added.senders.push(Sender {
                                candidate,
                                application,
                                name: person.details.name.full(),
                            });
                        }
                    }
                    if made.vacancy == offers::VACANCY && made.stage >= Stage::Interview {
                        added.offered.push((candidate, application));
                    }
                }
            }
            let people = u64::from(self.people);
            let counts = ImportCounts {
                rows: people,
                people,
                applications: people,
                ..ImportCounts::default()
            };
            tx.finish_import(&permits.import, import, counts)?;
            Ok((
                added,
                Entry::new("make-sample").with("people", Detail::Number(people)),
            ))
        })
    }
}

/// Moves a live application to where it stands, at noon of days that lie evenly between the day it came in and today.
fn bring_along(
    tx: &Tx<'_>,
    permit: &Permit<access::Import>,
    application: ApplicationId,
    made: &people::MadeUpApplication,
    now: DateTime<Utc>,
) -> Result<(), Error> {
    let stages = || Stage::ALL.into_iter().filter(|stage| *stage <= made.stage);
    let days = london_date(now)
        .signed_duration_since(made.applied_on)
        .num_days();
    let parts = i64::try_from(stages().count()).unwrap_or(1).max(1);
    for (place, (from, to)) in (1_i64..).zip(stages().zip(stages().skip(1))) {
        let after = chrono::Duration::days(days.saturating_mul(place) / parts);
        let at = made
            .applied_on
            .checked_add_signed(after)
            .and_then(|day| day.and_hms_opt(12, 0, 0))
            .map_or(now, |noon| noon.and_utc().min(now));
        tx.import_move(permit, application, from, to, at)?;
    }
    Ok(())
}

/// Those of the sample whom something else is recorded of.
#[derive(Default)]
struct Added {
    /// Who agreed to be on the reserve list.
    agreed: Vec<Agreed>,
    /// Whose application is live, and how far it has come.
    live: Vec<(CandidateId, Stage)>,
    /// Who sent a CV.
    senders: Vec<Sender>,
    /// Live applications that came to an interview for the vacancy that holds them.
    interviewed: Vec<(ApplicationId, VacancyId)>,
    /// Who has come as far as an interview in the vacancy that has an approver.
    offered: Vec<(CandidateId, ApplicationId)>,
}

/// Someone who agreed to be on the reserve list.
struct Agreed {
    candidate: CandidateId,
    application: ApplicationId,
    given_on: NaiveDate,
    /// The team of the role they applied for, by its place.
    team: usize,
}

fn agreement(
    person: &MadeUp,
    candidate: CandidateId,
    application: ApplicationId,
    today: NaiveDate,
) -> Option<Agreed> {
    let outcome = person.application.outcome?;
    let given_on = outcome
        .on
        .checked_add_days(chrono::Days::new(7))
        .filter(|day| *day <= today)?;
    person.agreed_to_reserve.then_some(Agreed {
        candidate,
        application,
        given_on,
        team: people::team_of(person.application.vacancy),
    })
}

/// The permits making a sample needs.
struct Permits {
    accounts: Permit<access::ManageAccounts>,
    vacancies: Permit<access::AddVacancy>,
    import: Permit<access::Import>,
}

impl Permits {
    fn new(desk: &ReadDesk<'_>) -> Result<Self, Error> {
        Ok(Self {
            accounts: desk.permit_on_organisation()?,
            vacancies: desk.permit_on_organisation()?,
            import: desk.permit_on_organisation()?,
        })
    }
}

fn add_vacancies(
    store: &mut Store,
    permits: &Permits,
    now: DateTime<Utc>,
    today: NaiveDate,
) -> Result<Vec<VacancyId>, Error> {
    store.write(&permits.vacancies, now, |tx| {
        let mut teams = BTreeMap::new();
        for (place, name) in TEAMS.into_iter().enumerate() {
            teams.insert(
                place,
                tx.add_team(&permits.accounts, &made_up(Line::parse(name))?)?,
            );
        }
        let mut vacancies = Vec::new();
        for place in 0..VACANCY_COUNT {
            let (details, team) = made_up(people::vacancy(place, today))?;
            let team = teams.get(&team).copied().ok_or(Error::NotFound)?;
            vacancies.push(tx.insert_vacancy(&permits.vacancies, team, &details)?);
        }
        Ok((vacancies, Entry::new("make-sample-vacancies")))
    })
}

/// Closes the older vacancies out: everyone who applied has an answer.
fn close_out<'v>(
    store: &mut Store,
    session: &Session,
    vacancies: impl Iterator<Item = &'v VacancyId>,
    now: DateTime<Utc>,
) -> Result<(), Error> {
    for vacancy in vacancies {
        let permit = store.read(|records| {
            ReadDesk::new(records, session, now)?.permit_on_vacancy::<access::EditVacancy>(*vacancy)
        })?;
        store.write(&permit, now, |tx| {
            tx.close_out_vacancy(&permit, london_date(now), 1)?;
            Ok::<_, Error>((
                (),
                Entry::new("close-out-vacancy").about(store::About::Vacancy(*vacancy)),
            ))
        })?;
    }
    Ok(())
}

/// The colleagues who do something in the sample.
struct Colleagues {
    manager: Session,
    approver: Session,
    /// Who interviews.
    panel: Vec<AccountId>,
}

/// Adds the colleagues.
fn add_colleagues(
    store: &mut Store,
    permits: &Permits,
    vacancies: &[VacancyId],
    now: DateTime<Utc>,
    cost: KdfCost,
) -> Result<Colleagues, Error> {
    let today = london_date(now);
    let mut people = Vec::new();
    for (name, relation) in COLLEAGUES {
        let name = made_up(Line::parse(name))?;
        let account = NewAccount {
            sign_in_name: name.clone(),
            name,
            role: RoleHeld::for_good(Role::Member),
            inducted_on: Some(today),
            passphrase: Passphrase::random()?,
            cost,
        };
        let account = store.add_account(&permits.accounts, &account, now)?;
        people.push(store::Assignment {
            account,
            relation,
            from: today,
            until: (relation == Relation::Auditor).then(|| days_after(today, AUDIT_DAYS)),
        });
    }
    let session = Session::new(permits.accounts.actor());
    let who = |relation| {
        let part = people.iter().find(|part| part.relation == relation);
        part.map(|part| Session::new(part.account))
            .ok_or(Error::NotFound)
    };
    for (place, vacancy) in vacancies.iter().take(ASSIGNED).enumerate() {
        let people: Vec<_> = people
            .iter()
            .filter(|part| part.relation != Relation::Approver || place == offers::VACANCY)
            .copied()
            .collect();
        let permit = store.read(|records| {
            ReadDesk::new(records, &session, now)?
                .permit_on_vacancy::<access::AssignPeople>(*vacancy)
        })?;
        store.write(&permit, now, |tx| {
            tx.set_vacancy_people(&permit, &people)?;
            Ok::<_, Error>((
                (),
                Entry::new("assign-people").about(store::About::Vacancy(*vacancy)),
            ))
        })?;
    }
    Ok(Colleagues {
        manager: who(Relation::RecruitingManager)?,
        approver: who(Relation::Approver)?,
        panel: people
            .iter()
            .filter(|part| {
                matches!(
                    part.relation,
                    Relation::RecruitingManager | Relation::Interviewer
                )
            })
            .map(|part| part.account)
            .collect(),
    })
}

/// The words of the sample are constants, and all fit.
fn made_up<T>(text: Result<T, TextError>) -> Result<T, Error> {
    text.map_err(|_constant| Error::Store(StoreError::Unreadable { column: "sample" }))
}
