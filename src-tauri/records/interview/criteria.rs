//! What interviews for a vacancy assess: written by whoever runs it, read by everyone with a part in it.

use domain::access::{self, Subject};
use domain::id::VacancyId;
use domain::interview::{CriterionText, MOST_CRITERIA};
use store::{About, CriterionChange, CriterionRecord, Detail, Entry};

use super::{CriteriaView, CriterionView, SetCriteria};
use crate::desk::{ReadDesk, WriteDesk};
use crate::error::Error;
use crate::undo::Undoable;
use crate::vacancy::OpenVacancy;
use crate::view::{Done, number};

/// What interviews for a vacancy assess.
///
/// # Errors
/// A refusal for those without a part in it.
pub fn list(desk: &ReadDesk<'_>, request: OpenVacancy) -> Result<CriteriaView, Error> {
    let permit = desk.permit_on_vacancy::<access::ReadVacancy>(request.vacancy)?;
    let subject: Subject = permit.subject().clone();
    Ok(CriteriaView {
        criteria: desk.records.criteria(&permit)?.iter().map(view).collect(),
        may_edit: desk.may::<access::EditVacancy>(subject),
    })
}

pub(super) fn view(record: &CriterionRecord) -> CriterionView {
    CriterionView {
        criterion: record.id,
        what: record.text.what.as_str().to_owned(),
        questions: record.text.questions.as_str().to_owned(),
        retired: record.retired_on.is_some(),
    }
}

/// Says what interviews for a vacancy assess.
///
/// # Errors
/// A refusal for those who don't run it; [`Error::Invalid`] for more than anybody scores with care, or the same twice.
pub fn set(desk: &mut WriteDesk<'_>, request: SetCriteria) -> Result<Done, Error> {
    if request.criteria.len() > MOST_CRITERIA {
        return Err(Error::invalid(
            "criteria",
            format!("Name at most {MOST_CRITERIA} criteria."),
        ));
    }
    let repeated = request.criteria.iter().enumerate().any(|(place, one)| {
        request
            .criteria
            .iter()
            .take(place)
            .any(|other| other.what == one.what)
    });
    if repeated {
        return Err(Error::invalid(
            "criteria",
            "Name each criterion once; two of them say the same.",
        ));
    }
    let changes: Vec<CriterionChange> = request
        .criteria
        .into_iter()
        .map(|edit| CriterionChange {
            id: edit.criterion,
            text: CriterionText {
                what: edit.what,
                questions: edit.questions,
            },
        })
        .collect();
    let before = write(desk, request.vacancy, &changes, "set-criteria")?;
    let undo = desk.keep(Undoable::SetCriteria {
        vacancy: request.vacancy,
        before,
        after: changes.into_iter().map(|change| change.text).collect(),
    });
    Ok(Done { undo: Some(undo) })
}

fn write(
    desk: &mut WriteDesk<'_>,
    vacancy: VacancyId,
    changes: &[CriterionChange],
    action: &'static str,
) -> Result<Vec<CriterionText>, Error> {
    let (permit, before) = desk.read(|desk| {
        let permit = desk.permit_on_vacancy::<access::EditVacancy>(vacancy)?;
        Ok((permit.clone(), desk.records.criteria(&permit)?))
    })?;
    desk.write(&permit, |tx| {
        tx.set_criteria(&permit, changes)?;
        let entry = Entry::new(action)
            .about(About::Vacancy(vacancy))
            .with("number", Detail::Number(number(changes.len()).into()));
        Ok(((), entry))
    })?;
    Ok(before
        .into_iter()
        .filter(|criterion| criterion.retired_on.is_none())
        .map(|criterion| criterion.text)
        .collect())
}

/// Puts the criteria back as they were, if they are as the change left them. One that was deleted or replaced is made
/// anew, or comes into use again.
pub(crate) fn take_back(
    desk: &mut WriteDesk<'_>,
    vacancy: VacancyId,
    before: &[CriterionText],
    after: &[CriterionText],
) -> Result<(), Error> {
    let now = desk.read(|desk| {
        let permit = desk.permit_on_vacancy::<access::EditVacancy>(vacancy)?;
        Ok(desk.records.criteria(&permit)?)
    })?;
    let in_use = now
        .iter()
        .filter(|criterion| criterion.retired_on.is_none())
        .map(|criterion| &criterion.text);
    if !in_use.eq(after) {
        return Err(Error::Stale);
    }
    // What was reworded is known by its place, what was moved or retired by its words.
    let changes: Vec<CriterionChange> = before
        .iter()
        .enumerate()
        .map(|(place, text)| {
            let same = now
                .iter()
                .find(|criterion| criterion.text.what == text.what);
            let reworded = now.get(place).filter(|criterion| {
                criterion.retired_on.is_none()
                    && before.iter().all(|other| other.what != criterion.text.what)
            });
            CriterionChange {
                id: same.or(reworded).map(|criterion| criterion.id),
                text: text.clone(),
            }
        })
        .collect();
    write(desk, vacancy, &changes, "undo-set-criteria").map(drop)
}
