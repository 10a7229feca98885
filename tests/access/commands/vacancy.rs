//! Vacancies.

use domain::vacancy::RoleAsks;
use records::reserve::DescribeRole;
use records::vacancy::{
    AddVacancy, AssignPeople, Assignment, CloseOutVacancy, EditVacancy, TeamChoice,
};
use records::{Error, reserve, vacancy};

use super::{Answer, Case, answer};
use crate::who::Who;
use crate::world::{TODAY, World, line};

pub(super) fn call(world: &mut World, who: Who, command: &str, case: Case) -> Option<Answer> {
    let Case { vacancy, at, .. } = case;
    Some(match command {
        "describe_role" => answer(world.write(who, |desk| {
            let asks = RoleAsks::default();
            reserve::describe_role(desk, DescribeRole { vacancy, asks })
        })),
        "add_vacancy" => answer(world.write(who, |desk| {
            vacancy::add(
                desk,
                AddVacancy {
                    details: vacancy_details(),
                    team: TeamChoice::New { name: line("New") },
                },
            )
        })),
        "edit_vacancy" => answer(world.write(who, |desk| {
            let team = TeamChoice::Existing {
                team: domain::id::TeamId::new(at),
            };
            vacancy::edit(
                desk,
                EditVacancy {
                    vacancy,
                    revision: 999,
                    details: vacancy_details(),
                    team,
                },
            )
        })),
        "close_out_vacancy" => answer(world.write(who, |desk| {
            // A day before it opened, so that nothing is closed for the calls that follow.
            let on = TODAY
                .checked_sub_days(chrono::Days::new(400))
                .ok_or(Error::NotFound)?;
            vacancy::close_out(
                desk,
                CloseOutVacancy {
                    vacancy,
                    cancelled: false,
                    on,
                },
            )
        })),
        "assign_people" => answer(world.write(who, |desk| {
            let nobody = AssignPeople {
                vacancy,
                people: vec![Assignment {
                    account: domain::id::AccountId::new(at),
                    relation: domain::access::Relation::Interviewer,
                    from: None,
                    until: None,
                }],
            };
            vacancy::assign_people(desk, nobody)
        })),
        _ => return None,
    })
}

fn vacancy_details() -> domain::vacancy::VacancyDetails {
    domain::vacancy::VacancyDetails {
        title: line("New role"),
        reference: None,
        kind: domain::vacancy::VacancyKind::Job,
        opens_on: TODAY,
        closes_on: None,
        blind_until: None,
    }
}
