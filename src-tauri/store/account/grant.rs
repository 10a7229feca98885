//! What an account is to which vacancy or team, or to the whole organisation.

use chrono::NaiveDate;
use domain::access::{
    Action, AssignPeople, GrantAccess, GrantScope, ManageAccounts, Permit, ReadAccounts, Relation,
};
use domain::id::{AccountId, TeamId, VacancyId};
use domain::text::Line;
use rusqlite::{Row, named_params, params};

use crate::column::{Day, Id, day, decode, line};
use crate::error::StoreError;
use crate::read::Records;
use crate::write::Tx;

/// One person of a vacancy, with what they are to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VacancyPerson {
    /// The account.
    pub account: AccountId,
    /// Their name.
    pub name: Line,
    /// What they are to the vacancy.
    pub relation: Relation,
    /// First day.
    pub from: NaiveDate,
    /// Last day, where it has one.
    pub until: Option<NaiveDate>,
}

/// What an account is to be to a vacancy.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Assignment {
    /// The account.
    pub account: AccountId,
    /// What it is to the vacancy.
    pub relation: Relation,
    /// First day.
    pub from: NaiveDate,
    /// Last day, where it has one.
    pub until: Option<NaiveDate>,
}

/// A grant, with what it is to by name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GrantRecord {
    /// What the account is.
    pub relation: Relation,
    /// To what.
    pub scope: GrantScope,
    /// The vacancy's title or the team's name; `None` for the whole organisation.
    pub to: Option<Line>,
    /// First day.
    pub from: NaiveDate,
    /// Last day, where it has one.
    pub until: Option<NaiveDate>,
}

/// What a row with `vacancy_id` and `team_id` is to.
pub(super) fn scope_of(row: &Row<'_>) -> Result<GrantScope, StoreError> {
    let vacancy: Option<Id> = row.get("vacancy_id")?;
    let team: Option<Id> = row.get("team_id")?;
    Ok(match (vacancy, team) {
        (Some(id), _) => GrantScope::Vacancy(VacancyId::from_uuid(id.0)),
        (None, Some(id)) => GrantScope::Team(TeamId::from_uuid(id.0)),
        (None, None) => GrantScope::Organisation,
    })
}

impl Records<'_> {
    /// The people of the permit's vacancy: its own, and those of its team, whose part has not ended before a day.
    ///
    /// # Errors
    /// [`StoreError::WrongSubject`] when the permit is for no vacancy.
    pub fn vacancy_people<A: Action>(
        &self,
        permit: &Permit<A>,
        today: NaiveDate,
    ) -> Result<Vec<VacancyPerson>, StoreError> {
        let vacancy = self.vacancy_row(permit.vacancy().ok_or(StoreError::WrongSubject)?)?;
        let mut statement = self.connection().prepare_cached(
            "SELECT account.id, account.name, access_grant.relation, access_grant.from_on, access_grant.until_on
             FROM access_grant
             JOIN account ON account.row = access_grant.account
             WHERE account.removed_at IS NULL
               AND (access_grant.until_on IS NULL OR access_grant.until_on >= ?2)
               AND (
                   access_grant.vacancy = ?1
                   OR (
                       access_grant.team = (SELECT team FROM vacancy WHERE row = ?1)
                       AND access_grant.relation = 'director'
                   )
               )
             ORDER BY access_grant.relation, account.name",
        )?;
        let mut rows = statement.query(params![vacancy, Day(today)])?;
        let mut people = Vec::new();
        while let Some(row) = rows.next()? {
            let name: String = row.get(1)?;
            let relation: String = row.get(2)?;
            people.push(VacancyPerson {
                account: AccountId::from_uuid(row.get::<_, Id>(0)?.0),
                name: line("account.name", &name)?,
                relation: decode("access_grant.relation", Relation::from_code(&relation))?,
                from: row.get::<_, Day>(3)?.0,
                until: day(row.get(4)?),
            });
        }
        Ok(people)
    }

    /// Every grant of an account, past ones too, the latest first.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when there is no such account.
    pub fn grants(
        &self,
        _permit: &Permit<ReadAccounts>,
        account: AccountId,
    ) -> Result<Vec<GrantRecord>, StoreError> {
        let mut statement = self.connection().prepare_cached(
            "SELECT access_grant.relation, vacancy.id AS vacancy_id, team.id AS team_id,
                    coalesce(vacancy.title, team.name) AS name, access_grant.from_on, access_grant.until_on
             FROM access_grant
             LEFT JOIN vacancy ON vacancy.row = access_grant.vacancy
             LEFT JOIN team ON team.row = access_grant.team
             WHERE access_grant.account = ?1
             ORDER BY access_grant.row DESC",
        )?;
        let mut rows = statement.query([self.account_row(account)?])?;
        let mut found = Vec::new();
        while let Some(row) = rows.next()? {
            let relation: String = row.get("relation")?;
            let name: Option<String> = row.get("name")?;
            found.push(GrantRecord {
                relation: decode("access_grant.relation", Relation::from_code(&relation))?,
                scope: scope_of(row)?,
                to: name
                    .map(|name| line("access_grant.name", &name))
                    .transpose()?,
                from: row.get::<_, Day>("from_on")?.0,
                until: day(row.get("until_on")?),
            });
        }
        Ok(found)
    }
}

impl Tx<'_> {
    /// Names the people of the permit's vacancy: this list takes the place of the one before. Parts that have ended
    /// stay as they were.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when an account is not there.
    pub fn set_vacancy_people(
        &self,
        permit: &Permit<AssignPeople>,
        people: &[Assignment],
    ) -> Result<(), StoreError> {
        let vacancy = self
            .records()
            .vacancy_row(permit.vacancy().ok_or(StoreError::WrongSubject)?)?;
        self.sql().execute(
            "DELETE FROM access_grant WHERE vacancy = ?1 AND (until_on IS NULL OR until_on >= ?2)",
            params![vacancy, Day(self.today())],
        )?;
        for person in people {
            self.insert_grant(person, Some(vacancy), None)?;
        }
        Ok(())
    }

    /// Names the directors of a team: this list takes the place of the one before. Those who directed it earlier stay
    /// written down.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when the team or an account is not there.
    pub fn set_team_people(
        &self,
        _permit: &Permit<ManageAccounts>,
        team: TeamId,
        people: &[Assignment],
    ) -> Result<(), StoreError> {
        let team = self.records().team_row(team)?;
        self.sql().execute(
            "DELETE FROM access_grant
             WHERE team = ?1 AND relation = 'director' AND (until_on IS NULL OR until_on >= ?2)",
            params![team, Day(self.today())],
        )?;
        for person in people {
            self.insert_grant(person, None, Some(team))?;
        }
        Ok(())
    }

    /// Lets the permit's account audit something, from a day to the end of another. Whether it may be that long
    /// is decided before.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when what is to be audited is not there.
    pub fn grant_audit(
        &self,
        permit: &Permit<GrantAccess>,
        scope: GrantScope,
        from: NaiveDate,
        until: NaiveDate,
    ) -> Result<(), StoreError> {
        let person = Assignment {
            account: permit.account().ok_or(StoreError::WrongSubject)?,
            relation: Relation::Auditor,
            from,
            until: Some(until),
        };
        let (vacancy, team) = self.scope_columns(scope)?;
        self.insert_grant(&person, vacancy, team)
    }

    /// Ends every part of one kind that an account has in something: the last day is the one before today, or,
    /// if it began today, it is as if it had never been.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when it has no such part.
    pub fn end_part(
        &self,
        _permit: &Permit<ManageAccounts>,
        account: AccountId,
        relation: Relation,
        scope: GrantScope,
    ) -> Result<(), StoreError> {
        let account = self.records().account_row(account)?;
        let (vacancy, team) = self.scope_columns(scope)?;
        let yesterday = domain::dates::days_before(self.today(), 1);
        let ended = self.sql().execute(
            "UPDATE access_grant
             SET until_on = :yesterday
             WHERE account = :account AND relation = :relation AND vacancy IS :vacancy AND team IS :team
               AND from_on <= :yesterday AND (until_on IS NULL OR until_on > :yesterday)",
            named_params! {
                ":yesterday": Day(yesterday),
                ":account": account,
                ":relation": relation.code(),
                ":vacancy": vacancy,
                ":team": team,
            },
        )?;
        let forgotten = self.sql().execute(
            "DELETE FROM access_grant
             WHERE account = :account AND relation = :relation AND vacancy IS :vacancy AND team IS :team
               AND from_on > :yesterday",
            named_params! {
                ":yesterday": Day(yesterday),
                ":account": account,
                ":relation": relation.code(),
                ":vacancy": vacancy,
                ":team": team,
            },
        )?;
        if ended == 0 && forgotten == 0 {
            return Err(StoreError::NotFound);
        }
        Ok(())
    }

    fn scope_columns(&self, scope: GrantScope) -> Result<(Option<i64>, Option<i64>), StoreError> {
        Ok(match scope {
            GrantScope::Vacancy(vacancy) => (Some(self.records().vacancy_row(vacancy)?), None),
            GrantScope::Team(team) => (None, Some(self.records().team_row(team)?)),
            GrantScope::Organisation => (None, None),
        })
    }

    pub(super) fn insert_grant(
        &self,
        person: &Assignment,
        vacancy: Option<i64>,
        team: Option<i64>,
    ) -> Result<(), StoreError> {
        let account = self.records().account_row(person.account)?;
        self.sql()
            .prepare_cached(
                "INSERT INTO access_grant (account, relation, vacancy, team, from_on, until_on)
                 VALUES (:account, :relation, :vacancy, :team, :from_on, :until_on)",
            )?
            .execute(named_params! {
                ":account": account,
                ":relation": person.relation.code(),
                ":vacancy": vacancy,
                ":team": team,
                ":from_on": Day(person.from),
                ":until_on": person.until.map(Day),
            })?;
        Ok(())
    }
}
