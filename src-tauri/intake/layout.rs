//! The layouts of other systems' files, recognised by their headings in any order.

mod presets;

use serde::{Deserialize, Serialize};

use crate::date::{DateForm, ZonelessIs};
use crate::heading;
use crate::mapping::{Mapping, NotTaken, Target};

/// The system, and the export of it, that wrote a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub enum Layout {
    /// `OpenCATS`, the export of the candidates' grid.
    Opencats,
    /// `OpenCATS`, the short export of the candidates' list.
    OpencatsShort,
    /// Odoo, `hr.applicant`, with labels or technical names.
    Odoo,
    /// Frappe HR, Job Applicant.
    Frappe,
    /// Indeed, the employer's list of candidates.
    Indeed,
    /// Recruitee (Tellent), the import template.
    Recruitee,
    /// Greenhouse, a report or the bulk import template.
    Greenhouse,
    /// Lever, the migration file or a data export.
    Lever,
    /// Teamtailor, the import template.
    Teamtailor,
    /// `LinkedIn` Recruiter, the import sample.
    LinkedinRecruiter,
    /// `LinkedIn` Talent Hub, `Candidates.csv`.
    LinkedinTalentHub,
    /// Workable, the import template with its headings below a row of its own.
    Workable,
    /// Any other file.
    Other,
}

impl Layout {
    /// The word `fairhold-cli` prints.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Opencats => "opencats",
            Self::OpencatsShort => "opencats-short",
            Self::Odoo => "odoo",
            Self::Frappe => "frappe",
            Self::Indeed => "indeed",
            Self::Recruitee => "recruitee",
            Self::Greenhouse => "greenhouse",
            Self::Lever => "lever",
            Self::Teamtailor => "teamtailor",
            Self::LinkedinRecruiter => "linkedin-recruiter",
            Self::LinkedinTalentHub => "linkedin-talent-hub",
            Self::Workable => "workable",
            Self::Other => "other",
        }
    }

    /// The name of the system, for the source of rows that name none.
    pub const fn system(self) -> &'static str {
        match self {
            Self::Opencats | Self::OpencatsShort => "OpenCATS",
            Self::Odoo => "Odoo",
            Self::Frappe => "Frappe HR",
            Self::Indeed => "Indeed",
            Self::Recruitee => "Recruitee",
            Self::Greenhouse => "Greenhouse",
            Self::Lever => "Lever",
            Self::Teamtailor => "Teamtailor",
            Self::LinkedinRecruiter | Self::LinkedinTalentHub => "LinkedIn",
            Self::Workable => "Workable",
            Self::Other => "Another system",
        }
    }

    /// Whether rows that hold one more value of a list follow the row they belong to, otherwise blank.
    pub(crate) const fn has_continuations(self) -> bool {
        matches!(self, Self::Odoo)
    }

    /// Whether the layout has no status, so that the only sign of an ending is a change on a later day than the
    /// record's making. The last change is the latest day on which it can have ended.
    pub(crate) const fn ends_by_change(self) -> bool {
        matches!(self, Self::Opencats)
    }

    /// What its dates and times without a zone mean.
    pub(crate) const fn zoneless(self) -> ZonelessIs {
        match self {
            Self::Odoo | Self::LinkedinTalentHub => ZonelessIs::Utc,
            Self::Opencats
            | Self::OpencatsShort
            | Self::Frappe
            | Self::Indeed
            | Self::Recruitee
            | Self::Greenhouse
            | Self::Lever
            | Self::Teamtailor
            | Self::LinkedinRecruiter
            | Self::Workable
            | Self::Other => ZonelessIs::Local,
        }
    }

    /// The form its slashed dates are known to have.
    pub(crate) const fn date_form(self) -> Option<DateForm> {
        match self {
            Self::Indeed => Some(DateForm::MonthFirst),
            Self::Opencats
            | Self::OpencatsShort
            | Self::Odoo
            | Self::Frappe
            | Self::Recruitee
            | Self::Greenhouse
            | Self::Lever
            | Self::Teamtailor
            | Self::LinkedinRecruiter
            | Self::LinkedinTalentHub
            | Self::Workable
            | Self::Other => None,
        }
    }
}

/// The layout whose signature the normalised headings show.
pub(crate) fn recognise(headings: &[String]) -> Layout {
    let found = presets::PRESETS.iter().find(|preset| {
        preset.signature.iter().all(|wanted| {
            wanted
                .split('|')
                .any(|name| headings.iter().any(|held| held == name))
        })
    });
    found.map_or(Layout::Other, |preset| preset.layout)
}

/// What the columns of a layout hold: its own reading of a heading first, then the common one.
pub(crate) fn mapping(layout: Layout, headings: &[String]) -> Mapping {
    let preset = presets::PRESETS
        .iter()
        .filter(|preset| preset.layout == layout);
    let own: Vec<(&str, Target)> = preset
        .flat_map(|preset| preset.columns.iter().copied())
        .collect();
    let columns = headings.iter().map(|heading| {
        let named = own
            .iter()
            .find(|(name, _)| name == heading)
            .map(|(_, target)| *target);
        named
            .or_else(|| heading::known(heading))
            .unwrap_or(Target::Ignore {
                because: NotTaken::UnknownHeading,
            })
    });
    let mut mapping = Mapping {
        columns: columns.collect(),
    };
    settle(layout, headings, &mut mapping);
    mapping
}

/// Settles headings that mean one thing beside some columns and another beside others.
fn settle(layout: Layout, headings: &[String], mapping: &mut Mapping) {
    let parts = mapping.has(Target::Given) && mapping.has(Target::Family);
    let addressed = mapping.has(Target::City) || mapping.has(Target::Postcode);
    let no_given = !mapping.has(Target::Given);
    for (column, heading) in mapping.columns.iter_mut().zip(headings) {
        if *column == Target::FullName && parts {
            // With the parts of a name there, the whole is the same again.
            *column = Target::Ignore {
                because: NotTaken::NotNeeded,
            };
        } else if layout == Layout::Other && heading == "state" && addressed {
            *column = Target::Region;
        } else if layout == Layout::Other && heading == "name" && !no_given && !parts {
            // German and Dutch files call the family name "Name" beside a "Vorname".
            *column = Target::Family;
        }
    }
}
