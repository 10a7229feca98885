//! What columns can be taken for, as the page names it.

use domain::source::Source;
use domain::text::Line;
use intake::{
    DateChoice, DateFinding, DateForm, Inspection, IntakeError, Mapping, NotTaken, Plan, Target,
    Undated,
};

use super::{ImportChoices, ImportDateForm, ImportTarget, ImportTargets};
use crate::error::Error;

/// Everything a person can choose for a column, in the order they would look for it.
const TARGETS: [(Target, &str, &str); 22] = [
    (Target::FullName, "fullName", "Full name"),
    (Target::Title, "title", "Title"),
    (Target::Given, "given", "Given name"),
    (Target::Middle, "middle", "Middle names"),
    (Target::Family, "family", "Family name"),
    (Target::PreferredName, "preferredName", "Preferred name"),
    (Target::Email, "email", "E-mail"),
    (Target::Phone, "phone", "Telephone"),
    (Target::AddressLine, "addressLine", "Address"),
    (Target::City, "city", "Town or city"),
    (Target::Region, "region", "County or region"),
    (Target::Postcode, "postcode", "Postcode"),
    (Target::Vacancy, "vacancy", "Vacancy"),
    (Target::AppliedOn, "appliedOn", "Applied on"),
    (Target::Stage, "stage", "Stage or status"),
    (Target::StageReached, "stageReached", "Stage reached"),
    (Target::Outcome, "outcome", "Outcome"),
    (Target::OutcomeOn, "outcomeOn", "Decided on"),
    (Target::LastChangedOn, "lastChangedOn", "Last changed on"),
    (
        Target::RejectionReason,
        "rejectionReason",
        "Reason for rejection",
    ),
    (Target::Source, "source", "Source"),
    (Target::SourceDetail, "sourceDetail", "Which site or agency"),
];

/// What a column that is not taken in is named by.
pub(super) const LEFT_OUT: &str = "leftOut";

const FORMS: [(DateForm, &str, &str); 5] = [
    (DateForm::Iso, "iso", "2026-11-23"),
    (DateForm::DayFirst, "dayFirst", "23/11/2026 (day first)"),
    (
        DateForm::MonthFirst,
        "monthFirst",
        "11/23/2026 (month first)",
    ),
    (DateForm::UnixSeconds, "unixSeconds", "Seconds since 1970"),
    (
        DateForm::UnixMillis,
        "unixMillis",
        "Milliseconds since 1970",
    ),
];

/// Everything a person can choose.
pub(super) fn all() -> ImportTargets {
    let named = |(_, target, label): (Target, &str, &str)| ImportTarget {
        target: target.to_owned(),
        label: label.to_owned(),
    };
    let mut targets: Vec<ImportTarget> = TARGETS.into_iter().map(named).collect();
    targets.push(ImportTarget {
        target: LEFT_OUT.to_owned(),
        label: "Leave out".to_owned(),
    });
    let date_forms = FORMS
        .into_iter()
        .map(|(_, form, label)| ImportDateForm {
            form: form.to_owned(),
            label: label.to_owned(),
        })
        .collect();
    ImportTargets {
        targets,
        date_forms,
    }
}

/// The name of a target.
pub(super) fn name(target: Target) -> &'static str {
    TARGETS
        .into_iter()
        .find(|(known, ..)| *known == target)
        .map_or(LEFT_OUT, |(_, name, _)| name)
}

/// The name of a date form.
pub(super) fn form_name(form: DateForm) -> &'static str {
    FORMS
        .into_iter()
        .find(|(known, ..)| *known == form)
        .map_or("iso", |(_, name, _)| name)
}

/// Why a column is not taken in, in a sentence.
pub(super) const fn not_taken(because: NotTaken) -> &'static str {
    match because {
        NotTaken::UnknownHeading => {
            "The heading is not known: choose what the column holds, or leave it out."
        }
        NotTaken::NoPlaceYet => "There is no place in a record for this.",
        NotTaken::NotNeeded => "The other system's own numbers are of no use here.",
        NotTaken::DeviceAndVisit => {
            "Data about devices and visits is never taken in (rule COL-07)."
        }
        NotTaken::SpecialCategory => {
            "Health, equality and criminal-record data is never taken in with a list of applicants (rule S2)."
        }
        NotTaken::LeftOut => "You left it out.",
    }
}

/// The plan that a file and a person's choices make.
///
/// # Errors
/// [`IntakeError::DateNeedsChoice`] while the dates of a column fit two forms and nobody has said which it is.
pub(super) fn plan(
    inspection: &Inspection,
    choices: &ImportChoices,
    default_vacancy: Option<Line>,
) -> Result<Plan, Error> {
    let plan = draft(inspection, choices, default_vacancy)?;
    let open = ambiguous(inspection).find(|column| {
        plan.mapping
            .columns
            .get(*column)
            .is_some_and(|held| held.is_date())
            && plan.dates.iter().all(|date| date.column != *column)
    });
    match open {
        Some(column) => Err(IntakeError::DateNeedsChoice { column: column + 1 }.into()),
        None => Ok(plan),
    }
}

/// The columns whose dates fit two forms.
pub(super) fn ambiguous(inspection: &Inspection) -> impl Iterator<Item = usize> {
    inspection
        .dates
        .iter()
        .filter(|date| date.finding == DateFinding::NeedsChoice)
        .map(|date| date.column)
}

/// The plan so far, in which the dates of a column may still fit two forms.
pub(super) fn draft(
    inspection: &Inspection,
    choices: &ImportChoices,
    default_vacancy: Option<Line>,
) -> Result<Plan, Error> {
    let mut plan = inspection.draft();
    if let Some(targets) = &choices.targets {
        plan.mapping = mapping(inspection, targets)?;
    } else if inspection.heading_row.is_none() {
        return Err(IntakeError::NoHeading.into());
    }
    if !plan.mapping.has_name() {
        return Err(IntakeError::NoNameColumn.into());
    }
    for (column, chosen) in choices.date_forms.iter().flatten().enumerate() {
        if let Some(chosen) = chosen {
            let (form, ..) = FORMS
                .into_iter()
                .find(|(_, name, _)| *name == chosen)
                .ok_or(Error::Import(IntakeError::MappingDoesNotFit))?;
            plan.dates.retain(|date| date.column != column);
            plan.dates.push(DateChoice { column, form });
        }
    }
    plan.undated = choices
        .undated_received_on
        .map_or(Undated::Refuse, |date| Undated::On { date });
    plan.default_source = choices.default_source.map(|category| Source {
        category,
        detail: None,
    });
    plan.default_vacancy = default_vacancy;
    Ok(plan)
}

fn mapping(inspection: &Inspection, targets: &[String]) -> Result<Mapping, Error> {
    if targets.len() != inspection.mapping.columns.len() {
        return Err(IntakeError::MappingDoesNotFit.into());
    }
    let columns = targets
        .iter()
        .zip(&inspection.mapping.columns)
        .map(|(chosen, recognised)| {
            if chosen == LEFT_OUT {
                // What was left out by a rule stays left out by that rule.
                let because = recognised.left_out().unwrap_or(NotTaken::LeftOut);
                return Ok(Target::Ignore { because });
            }
            if chosen == name(*recognised) {
                return Ok(*recognised);
            }
            let known = TARGETS.into_iter().find(|(_, name, _)| *name == chosen);
            let (target, ..) = known.ok_or(Error::Import(IntakeError::MappingDoesNotFit))?;
            if let Some(NotTaken::DeviceAndVisit | NotTaken::SpecialCategory) =
                recognised.left_out()
            {
                return Err(Error::rule(
                    "COL-07",
                    "This column is never taken in, whatever it is called.",
                ));
            }
            Ok(target)
        })
        .collect::<Result<_, Error>>()?;
    Ok(Mapping { columns })
}

/// The form a date column is read in, and those it could be in where nobody has said.
pub(super) fn forms(
    inspection: &Inspection,
    plan: &Plan,
    column: usize,
) -> (Option<String>, Vec<String>) {
    let chosen = plan
        .dates
        .iter()
        .find(|date| date.column == column)
        .map(|date| form_name(date.form).to_owned());
    let choices = if ambiguous(inspection).any(|open| open == column) {
        vec!["dayFirst".to_owned(), "monthFirst".to_owned()]
    } else {
        Vec::new()
    };
    (chosen, choices)
}
