//! Where a row says its person came from, in the notice's categories.

use domain::source::{Source, SourceCategory};
use domain::text::{Line, fold};

use crate::layout::Layout;

const WORDS: &[(SourceCategory, &[&str])] = &[
    (
        SourceCategory::UnsolicitedEmail,
        &["unsolicited", "speculative", "email", "e-mail"],
    ),
    (
        SourceCategory::EmployeeReferral,
        &["referral", "referred", "employee", "internal", "colleague"],
    ),
    (
        SourceCategory::HigherEducation,
        &[
            "university",
            "college",
            "campus",
            "student",
            "higher education",
            "school",
        ],
    ),
    (
        SourceCategory::Recruiter,
        &["agency", "recruiter", "headhunt", "search firm", "staffing"],
    ),
    (
        SourceCategory::SourcingPlatform,
        &[
            "linkedin",
            "indeed",
            "cv library",
            "cv-library",
            "cvlibrary",
            "reed",
            "totaljobs",
            "monster",
            "glassdoor",
            "jobsite",
            "stepstone",
            "xing",
            "w4mp",
            "guardian jobs",
            "sourced",
            "job board",
            "jobboard",
        ],
    ),
    (
        SourceCategory::SocialMedia,
        &[
            "facebook",
            "twitter",
            "instagram",
            "tiktok",
            "social media",
            "bluesky",
            "mastodon",
        ],
    ),
    (SourceCategory::Survey, &["survey", "questionnaire"]),
    (
        SourceCategory::SectorReferee,
        &["recommendation", "sector referee"],
    ),
    (
        SourceCategory::Department,
        &["department", "parliament", "whips", "member s office"],
    ),
    (
        SourceCategory::Website,
        &[
            "website",
            "web site",
            "careers page",
            "career site",
            "careers site",
            "contact form",
            "own site",
            "homepage",
            "company site",
            "applied",
        ],
    ),
];

/// The category a word names, if any.
///
/// A platform counts as *found there*, which is indirect and brings the duty to give the notice: whether it was the
/// organisation's own advert (direct) a file does not say, and the duty is not to be lost by a guess.
pub(crate) fn category(raw: &str) -> Option<SourceCategory> {
    let folded = fold(raw);
    WORDS
        .iter()
        .find(|(_, words)| words.iter().any(|word| folded.contains(word)))
        .map(|(category, _)| *category)
}

/// The source of rows that name none: another applicant tracking system (the notice, S33). Indeed's list holds those
/// who answered the organisation's own advert (S32).
pub(crate) fn default_of(layout: Layout) -> Source {
    let category = if layout == Layout::Indeed {
        SourceCategory::PlatformAdvert
    } else {
        SourceCategory::Recruiter
    };
    Source {
        category,
        detail: Line::parse(layout.system()).ok(),
    }
}
