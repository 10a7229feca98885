//! One row's cells, sorted by what they hold.

use std::borrow::Cow;

use crate::date::DateForm;
use crate::mapping::{Mapping, Target};
use crate::plan::{DateChoice, Plan};

/// The columns taken in, with the form of their dates.
pub(crate) struct Columns {
    taken: Vec<(usize, Target, DateForm)>,
    has_status: bool,
}

impl Columns {
    pub(crate) fn new(plan: &Plan) -> Self {
        let form = |column: usize| {
            let chosen = plan
                .dates
                .iter()
                .find(|choice: &&DateChoice| choice.column == column);
            chosen.map_or(DateForm::Iso, |choice| choice.form)
        };
        let columns = plan.mapping.columns.iter().enumerate();
        Self {
            taken: columns
                .filter(|(_, t)| t.is_taken())
                .map(|(column, t)| (column, *t, form(column)))
                .collect(),
            has_status: has_status(&plan.mapping),
        }
    }

    /// Whether the file says how applications stand.
    pub(crate) const fn has_status(&self) -> bool {
        self.has_status
    }

    /// Sorts the cells of a row.
    pub(crate) fn sort<'c>(&self, cells: &'c [Cow<'_, str>]) -> Sorted<'c> {
        let mut sorted = Sorted::default();
        for (column, target, form) in &self.taken {
            let Some(cell) = cells
                .get(*column)
                .map(AsRef::as_ref)
                .filter(|cell: &&str| !cell.trim().is_empty())
            else {
                continue;
            };
            sorted.put(*target, *form, cell);
        }
        sorted
    }
}

fn has_status(mapping: &Mapping) -> bool {
    [
        Target::Stage,
        Target::Outcome,
        Target::OutcomeOn,
        Target::RejectionReason,
    ]
    .into_iter()
    .any(|t| mapping.has(t))
}

/// The text of a date cell and how the column writes dates.
#[derive(Clone, Copy)]
pub(crate) struct DateCell<'c> {
    pub(crate) text: &'c str,
    pub(crate) form: DateForm,
}

/// The cells of one row that hold something. Of several columns for one thing the first that is filled counts; of
/// addresses, numbers and lines all do.
#[derive(Default)]
pub(crate) struct Sorted<'c> {
    pub(crate) full_name: &'c str,
    pub(crate) title: &'c str,
    pub(crate) given: &'c str,
    pub(crate) middle: &'c str,
    pub(crate) family: &'c str,
    pub(crate) preferred: &'c str,
    pub(crate) emails: Vec<&'c str>,
    pub(crate) phones: Vec<&'c str>,
    pub(crate) address: Vec<&'c str>,
    pub(crate) city: &'c str,
    pub(crate) region: &'c str,
    pub(crate) postcode: &'c str,
    pub(crate) vacancy: &'c str,
    pub(crate) applied: Option<DateCell<'c>>,
    pub(crate) outcome_on: Option<DateCell<'c>>,
    pub(crate) changed_on: Option<DateCell<'c>>,
    pub(crate) stage: &'c str,
    pub(crate) stage_reached: &'c str,
    pub(crate) outcome: &'c str,
    pub(crate) reason: &'c str,
    pub(crate) source: &'c str,
    pub(crate) source_detail: &'c str,
    pub(crate) tags: &'c str,
}

impl<'c> Sorted<'c> {
    fn put(&mut self, target: Target, form: DateForm, cell: &'c str) {
        let single = match target {
            Target::FullName => &mut self.full_name,
            Target::Title => &mut self.title,
            Target::Given => &mut self.given,
            Target::Middle => &mut self.middle,
            Target::Family => &mut self.family,
            Target::PreferredName => &mut self.preferred,
            Target::City => &mut self.city,
            Target::Region => &mut self.region,
            Target::Postcode => &mut self.postcode,
            Target::Vacancy => &mut self.vacancy,
            Target::Stage => &mut self.stage,
            Target::StageReached => &mut self.stage_reached,
            Target::Outcome => &mut self.outcome,
            Target::RejectionReason => &mut self.reason,
            Target::Source => &mut self.source,
            Target::SourceDetail => &mut self.source_detail,
            Target::Tags => &mut self.tags,
            Target::Email => return self.emails.push(cell),
            Target::Phone => return self.phones.push(cell),
            Target::AddressLine => return self.address.push(cell),
            Target::AppliedOn => return put_date(&mut self.applied, cell, form),
            Target::OutcomeOn => return put_date(&mut self.outcome_on, cell, form),
            Target::LastChangedOn => return put_date(&mut self.changed_on, cell, form),
            Target::Ignore { .. } => return,
        };
        if single.is_empty() {
            *single = cell;
        }
    }

    /// Whether the row says nothing of a person, an application or a date: it can only continue the one above.
    pub(crate) fn is_continuation(&self) -> bool {
        !self.identifies()
            && self.vacancy.is_empty()
            && self.stage.is_empty()
            && self.applied.is_none()
            && self.changed_on.is_none()
    }

    /// Whether the row names somebody in any way.
    pub(crate) fn identifies(&self) -> bool {
        !self.full_name.is_empty()
            || !self.given.is_empty()
            || !self.family.is_empty()
            || !self.emails.is_empty()
            || !self.phones.is_empty()
    }
}

fn put_date<'c>(slot: &mut Option<DateCell<'c>>, text: &'c str, form: DateForm) {
    slot.get_or_insert(DateCell { text, form });
}
