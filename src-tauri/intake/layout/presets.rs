//! The layouts read in code, vendors' pages or real files (`LAYOUTS.md`, marks V and T).

use super::Layout;
use crate::mapping::{NotTaken, Target};

/// One known layout.
pub(super) struct Preset {
    pub(super) layout: Layout,
    /// Headings that must all be there; `|` separates spellings.
    pub(super) signature: &'static [&'static str],
    /// What its headings hold where the common reading would be another.
    pub(super) columns: &'static [(&'static str, Target)],
}

const NOT_NEEDED: Target = Target::Ignore {
    because: NotTaken::NotNeeded,
};
const NO_PLACE: Target = Target::Ignore {
    because: NotTaken::NoPlaceYet,
};

/// The layouts, the more particular first.
pub(super) const PRESETS: &[Preset] = &[
    Preset {
        layout: Layout::Opencats,
        signature: &[
            "first name",
            "last name",
            "e mail",
            "2nd e mail",
            "created",
            "modified",
        ],
        columns: &[
            ("state", Target::Region),
            ("created", Target::AppliedOn),
            ("modified", Target::LastChangedOn),
            ("zip", Target::Postcode),
        ],
    },
    Preset {
        layout: Layout::OpencatsShort,
        signature: &[
            "candidateid",
            "lastname",
            "firstname",
            "phonehome",
            "phonecell",
            "email1",
        ],
        columns: &[],
    },
    Preset {
        layout: Layout::Odoo,
        signature: &[
            "applicant s name|candidate s name|candidates s name",
            "applied job",
            "stage",
        ],
        columns: &[
            ("subject application", NOT_NEEDED),
            ("tags", Target::Tags),
            ("last stage", Target::StageReached),
            ("last stage update", Target::LastChangedOn),
            ("hire date", NOT_NEEDED),
            ("assigned", NOT_NEEDED),
        ],
    },
    Preset {
        layout: Layout::Odoo,
        signature: &[
            "partner name",
            "email from",
            "job id|job id id",
            "stage id|stage id id",
        ],
        columns: &[
            ("name", NOT_NEEDED),
            ("partner name", Target::FullName),
            ("job id", Target::Vacancy),
            ("job id id", Target::Vacancy),
            ("stage id", Target::Stage),
            ("stage id id", Target::Stage),
            ("last stage id", Target::StageReached),
            ("last stage id id", Target::StageReached),
            ("categ ids", Target::Tags),
            ("categ ids id", Target::Tags),
            ("source id", Target::Source),
            ("refuse reason id", Target::RejectionReason),
            ("refuse reason id id", Target::RejectionReason),
            ("create date", Target::AppliedOn),
            ("date last stage update", Target::LastChangedOn),
            ("description", NO_PLACE),
        ],
    },
    Preset {
        layout: Layout::Frappe,
        signature: &["applicant name", "email address", "job opening", "status"],
        columns: &[
            ("country", Target::Region),
            ("designation", NOT_NEEDED),
            ("id", NOT_NEEDED),
        ],
    },
    Preset {
        layout: Layout::Frappe,
        signature: &[
            "applicant name",
            "email id",
            "job title",
            "status",
            "applicant rating|designation",
        ],
        columns: &[],
    },
    Preset {
        layout: Layout::Indeed,
        signature: &[
            "name",
            "email",
            "status",
            "candidate location",
            "job title",
            "interest level",
        ],
        columns: &[
            ("candidate location", Target::City),
            ("date", Target::AppliedOn),
        ],
    },
    Preset {
        layout: Layout::Recruitee,
        signature: &["name", "jobs", "emails", "phones", "sources|social links"],
        columns: &[("tags", NO_PLACE)],
    },
    Preset {
        layout: Layout::LinkedinTalentHub,
        signature: &[
            "candidate id",
            "project id",
            "first name",
            "last name",
            "emails",
            "hiring state id",
        ],
        // Each instant is there twice; the readable one is taken.
        columns: &[
            ("created datetime", Target::AppliedOn),
            ("created time", NOT_NEEDED),
            ("tags", NO_PLACE),
        ],
    },
    Preset {
        layout: Layout::LinkedinRecruiter,
        signature: &[
            "first name",
            "last name",
            "pipeline stage",
            "note visibility",
        ],
        // The job is the one the person has.
        columns: &[("job title", NO_PLACE), ("tags", NO_PLACE)],
    },
    Preset {
        layout: Layout::Teamtailor,
        signature: &[
            "candidate id",
            "email",
            "first name",
            "last name",
            "resume name cv name",
        ],
        columns: &[("tags", NO_PLACE)],
    },
    Preset {
        layout: Layout::Greenhouse,
        signature: &[
            "candidate name",
            "application date|applied on",
            "job name",
            "current stage|stage",
        ],
        columns: &[
            ("rejection date", Target::OutcomeOn),
            ("closed date", NOT_NEEDED),
            ("job id", NOT_NEEDED),
        ],
    },
    Preset {
        layout: Layout::Greenhouse,
        signature: &["first name", "last name", "email", "who gets credit"],
        columns: &[
            ("title", NO_PLACE),
            ("prospect pool", NOT_NEEDED),
            ("prospect stage", Target::Stage),
            ("milestone", Target::Stage),
        ],
    },
    Preset {
        layout: Layout::Lever,
        signature: &[
            "full name",
            "email",
            "date added",
            "archive reason|archive date|origin",
        ],
        columns: &[
            ("origin", Target::Source),
            ("sources", Target::SourceDetail),
            ("lever posting url", NOT_NEEDED),
            ("tags", NO_PLACE),
        ],
    },
    Preset {
        layout: Layout::Lever,
        signature: &["opportunity id", "candidate id", "posting title", "stage"],
        columns: &[
            ("stage changed at", Target::LastChangedOn),
            ("archived reason", Target::RejectionReason),
        ],
    },
];
