//! What another system's stage or status says: live at a stage, or ended, and how.

use domain::application::{OutcomeKind, RejectionReason, Stage};
use domain::text::fold;

/// What a status says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Standing {
    /// Live.
    Live(Stage),
    /// Ended.
    Ended(Ending),
    /// Not a word known.
    Unknown,
}

/// How it ended, before the reason is looked up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Ending {
    Hired,
    Rejected,
    Withdrawn,
    OfferDeclined,
    VacancyCancelled,
    ClosedOut,
}

impl Ending {
    /// The outcome, with the reason the file gives where it was a rejection.
    pub(crate) fn outcome(self, reason: &str) -> OutcomeKind {
        match self {
            Self::Hired => OutcomeKind::Hired,
            Self::Rejected => OutcomeKind::Rejected {
                reason: rejection(reason),
            },
            Self::Withdrawn => OutcomeKind::Withdrawn,
            Self::OfferDeclined => OutcomeKind::OfferDeclined,
            Self::VacancyCancelled => OutcomeKind::VacancyCancelled,
            Self::ClosedOut => OutcomeKind::ClosedOutUndecided,
        }
    }
}

/// The words looked for, in this order: "offer declined" is read before "offer", "not hired" before "hired".
const WORDS: &[(Standing, &[&str])] = &[
    (
        Standing::Ended(Ending::OfferDeclined),
        &[
            "offer declined",
            "declined offer",
            "offer rejected",
            "rejected offer",
            "offer refused",
            "turned down offer",
            "angebot abgelehnt",
            "offre refusee",
            "oferta rechazada",
        ],
    ),
    (
        Standing::Ended(Ending::Withdrawn),
        &[
            "withdr",
            "self removed",
            "pulled out",
            "no longer interested",
            "not interested",
            "zuruckgezogen",
            "desist",
            "retire",
            "retirad",
            "teruggetrokken",
            "tynnwyd yn ol",
        ],
    ),
    (
        Standing::Ended(Ending::VacancyCancelled),
        &[
            "vacancy cancel",
            "job cancel",
            "position cancel",
            "role cancel",
            "vacancy withdrawn",
            "cancelled",
            "canceled",
        ],
    ),
    (
        Standing::Ended(Ending::Rejected),
        &[
            "reject",
            "not selected",
            "unsuccess",
            "not hired",
            "declin",
            "refused",
            "disqualif",
            "regret",
            "not suitable",
            "not progress",
            "no hire",
            "failed",
            "unqualified",
            "turned down",
            "abgelehnt",
            "absage",
            "refus",
            "rechaz",
            "descartad",
            "afgewezen",
            "gwrthod",
            "aflwyddiannus",
            "archiv",
        ],
    ),
    (
        Standing::Ended(Ending::ClosedOut),
        &[
            "closed",
            "position filled",
            "job filled",
            "vacancy filled",
            "expired",
            "inactive",
        ],
    ),
    (
        Standing::Live(Stage::Offer),
        &[
            "contract proposal",
            "offer",
            "angebot",
            "offre",
            "oferta",
            "aanbod",
            "aanbieding",
            "cynnig",
            "preboarding",
            "reference check",
            "references",
        ],
    ),
    (
        Standing::Ended(Ending::Hired),
        &[
            "hired",
            "accepted",
            "placed",
            "joined",
            "onboarded",
            "started",
            "contract signed",
            "eingestellt",
            "embauch",
            "contratad",
            "aangenomen",
            "penodwyd",
            "appointed",
        ],
    ),
    (
        Standing::Live(Stage::Interview),
        &[
            "interview",
            "assess",
            "test",
            "task",
            "presentation",
            "phone screen",
            "final round",
            "onsite",
            "entretien",
            "gesprach",
            "entrevista",
            "gesprek",
            "cyfweliad",
        ],
    ),
    (
        Standing::Live(Stage::Shortlisted),
        &[
            "shortlist",
            "short list",
            "longlist",
            "engere auswahl",
            "preselection",
            "preseleccion",
            "rhestr fer",
            "qualified",
        ],
    ),
    (
        Standing::Live(Stage::Sift),
        &[
            "sift",
            "screen",
            "in review",
            "under review",
            "being review",
            "qualification",
            "contact",
            "replied",
            "hold",
            "in progress",
            "reviewed",
            "considering",
            "prufung",
            "in bearbeitung",
        ],
    ),
    (
        Standing::Live(Stage::Applied),
        &[
            "applied",
            "new",
            "open",
            "awaiting",
            "received",
            "inbox",
            "lead",
            "submitted",
            "application",
            "applicant",
            "to review",
            "prospect",
            "sourced",
            "neu",
            "eingegangen",
            "nouveau",
            "recu",
            "nuev",
            "nieuw",
            "newydd",
            "pending",
            "incoming",
            "active",
            "no contact",
            "unopened",
        ],
    ),
];

/// Reads a status.
pub(crate) fn standing(raw: &str) -> Standing {
    let folded = fold(raw).replace(['-', '_'], " ");
    let held = folded.split_whitespace().collect::<Vec<_>>().join(" ");
    match held.as_str() {
        "no contact" | "unqualified yet" => return Standing::Live(Stage::Applied),
        "initial qualification" => return Standing::Live(Stage::Sift),
        _ => {}
    }
    let found = WORDS
        .iter()
        .find(|(_, words)| words.iter().any(|word| held.contains(word)));
    found.map_or(Standing::Unknown, |(standing, _)| *standing)
}

/// The structured reason nearest to what another system says. "Met the requirements" opens the reserve list and is
/// never guessed: it must be said.
fn rejection(raw: &str) -> RejectionReason {
    const REASONS: &[(RejectionReason, &[&str])] = &[
        (
            RejectionReason::MetRequirementsNotSelected,
            &["met requirements", "met the requirements", "reserve list"],
        ),
        (
            RejectionReason::WorkEligibility,
            &["visa", "right to work", "eligib", "sponsor", "work permit"],
        ),
        (
            RejectionReason::NoResponse,
            &[
                "no response",
                "no show",
                "did not attend",
                "unresponsive",
                "no reply",
                "ghost",
                "did not reply",
            ],
        ),
        (
            RejectionReason::Assessment,
            &["interview", "assessment", "test", "task"],
        ),
        (
            RejectionReason::Availability,
            &[
                "availab",
                "location",
                "notice period",
                "hours",
                "relocat",
                "start date",
            ],
        ),
        (
            RejectionReason::Experience,
            &[
                "experience",
                "stronger",
                "better candidate",
                "other candidate",
                "more qualified",
            ],
        ),
        (
            RejectionReason::EssentialCriteria,
            &[
                "requirement",
                "criteria",
                "qualif",
                "skill",
                "does not fit",
                "not a fit",
                "unsuitable",
            ],
        ),
    ];
    let folded = fold(raw);
    let found = REASONS
        .iter()
        .find(|(_, words)| words.iter().any(|word| folded.contains(word)));
    found.map_or(RejectionReason::Other, |(reason, _)| *reason)
}
