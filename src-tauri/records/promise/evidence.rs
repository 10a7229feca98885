//! What shows that a promise is kept, in sentences with numbers.

use domain::dates::plain;
use domain::number::many;
use domain::promise::Promise;
use domain::sharing::ItemKind;
use store::Evidence;

use super::facts::{Facts, wide};
use super::{EvidenceLine, EvidencePlace};

impl Facts {
    /// The evidence of one promise: a line at least, what is overdue after what is there.
    pub(super) fn of(&self, promise: Promise) -> Vec<EvidenceLine> {
        use EvidencePlace as At;
        let Evidence {
            documents,
            messages,
            sealed,
            openings,
            vettings,
            permissions,
            withdrawn,
            places,
            contacts,
            hand_overs,
            late_hand_overs,
            erasures,
            unverified,
            to_tell,
            late_to_tell,
            disclosures,
            to_offices,
            to_authorities,
            grants,
            ended_grants,
            accounts,
            due,
            kept,
            holds,
            late_holds,
            not_approached,
            notices,
            noticed,
            exempt,
            unnoticed: _,
            late_notices,
            entries,
            refusals,
            backed_up_on,
        } = self.store;
        let lines = match promise {
            Promise::ListedData => vec![there(
                At::Candidates,
                documents,
                "document has its kind and class",
                "documents have their kind and class",
            )],
            Promise::SpecialCategories => vec![
                there(
                    At::Candidates,
                    sealed,
                    "record is sealed",
                    "records are sealed",
                ),
                there(
                    At::Journal,
                    openings,
                    "opening of one is in the journal",
                    "openings of them are in the journal",
                ),
            ],
            Promise::Sources => vec![
                said(
                    At::Figures,
                    "Every record has its source; figures count by it.",
                ),
                there(
                    At::Notices,
                    exempt,
                    "person need not be given the notice, with the reason",
                    "people need not be given the notice, each with the reason",
                ),
            ],
            Promise::PurposesAndBases => vec![there(
                At::Purposes,
                wide(self.purposes),
                "purpose has its lawful basis",
                "purposes have their lawful basis",
            )],
            Promise::Permission => vec![
                there(
                    At::Candidates,
                    permissions,
                    "permission is live",
                    "permissions are live",
                ),
                there(
                    At::Journal,
                    withdrawn,
                    "permission was withdrawn",
                    "permissions were withdrawn",
                ),
            ],
            Promise::ReserveList => vec![
                there(
                    At::ReserveList,
                    places,
                    "place rests on a live permission",
                    "places rest on a live permission",
                ),
                there(
                    At::ReserveList,
                    contacts,
                    "contact is recorded",
                    "contacts are recorded",
                ),
            ],
            Promise::HandOver => vec![
                there(
                    At::Candidates,
                    hand_overs,
                    "hand-over waits to be confirmed",
                    "hand-overs wait to be confirmed",
                ),
                late(
                    At::Candidates,
                    late_hand_overs,
                    "hand-over has waited for six months",
                    "hand-overs have waited for six months",
                ),
            ],
            Promise::AnonymisedStatistics | Promise::Reports => vec![said(
                At::Figures,
                "Figures show no count under five, and none from which one follows.",
            )],
            Promise::FewDataPoints => vec![
                there(
                    At::ErasureReports,
                    erasures,
                    "erasure has its report",
                    "erasures have their reports",
                ),
                late(
                    At::ErasureReports,
                    unverified,
                    "erasure was not verified",
                    "erasures were not verified",
                ),
                late(
                    At::RecipientsToTell,
                    late_to_tell,
                    "recipient was to be told of one by now",
                    "recipients were to be told of one by now",
                ),
                there(
                    At::RecipientsToTell,
                    to_tell,
                    "recipient waits to be told",
                    "recipients wait to be told",
                ),
            ],
            Promise::Vetting => vec![there(
                At::Candidates,
                vettings,
                "check or vetting is recorded, its outcome alone shown",
                "checks and vettings are recorded, their outcome alone shown",
            )],
            Promise::OfficesIfRelevant => vec![there(
                At::Recipients,
                to_offices,
                "disclosure to an office or department is recorded",
                "disclosures to offices and departments are recorded",
            )],
            Promise::MinimumNecessary => vec![
                there(
                    At::Journal,
                    disclosures,
                    "disclosure is recorded with its purpose and fields",
                    "disclosures are recorded with their purpose and fields",
                ),
                self.register(
                    ItemKind::Recipient,
                    At::Recipients,
                    "recipient",
                    "recipients",
                ),
            ],
            Promise::SupplierAgreements => vec![
                self.register(
                    ItemKind::Agreement,
                    At::Recipients,
                    "agreement",
                    "agreements",
                ),
                self.lapsed(
                    ItemKind::Agreement,
                    At::Recipients,
                    "agreement",
                    "agreements",
                ),
            ],
            Promise::AccessForTheRole => vec![
                there(
                    At::People,
                    grants,
                    "grant of access stands",
                    "grants of access stand",
                ),
                there(
                    At::People,
                    ended_grants,
                    "grant has ended by itself",
                    "grants have ended by themselves",
                ),
                there(
                    At::Journal,
                    refusals,
                    "refusal is in the journal",
                    "refusals are in the journal",
                ),
            ],
            Promise::LegalDisclosure => vec![there(
                At::Journal,
                to_authorities,
                "disclosure to an authority is recorded",
                "disclosures to authorities are recorded",
            )],
            Promise::SharingIsABreach => vec![self.incidents.line("incident", "incidents")],
            Promise::Transfers => vec![
                self.register(ItemKind::Transfer, At::Transfers, "mechanism", "mechanisms"),
                self.lapsed(ItemKind::Transfer, At::Transfers, "mechanism", "mechanisms"),
            ],
            Promise::SixMonths => vec![
                there(
                    At::Retention,
                    kept,
                    "record is kept past its day, by a block that is named",
                    "records are kept past their day, by a block that is named",
                ),
                late(
                    At::Retention,
                    due,
                    "record is due to be erased",
                    "records are due to be erased",
                ),
            ],
            Promise::LegalClaims => vec![
                there(
                    At::Retention,
                    holds,
                    "legal hold stands",
                    "legal holds stand",
                ),
                late(
                    At::Retention,
                    late_holds,
                    "hold should have been looked at again",
                    "holds should have been looked at again",
                ),
            ],
            Promise::Security => vec![
                there(
                    At::Journal,
                    entries,
                    "entry is in the journal",
                    "entries are in the journal, chained and signed",
                ),
                said(
                    At::People,
                    &backed_up_on.map_or_else(
                        || "No backup was made yet.".to_owned(),
                        |day| format!("The last backup was made on {}.", plain(day)),
                    ),
                ),
            ],
            Promise::ImpactAssessments => vec![
                self.register(ItemKind::Dpia, At::Dpias, "assessment", "assessments"),
                self.lapsed(ItemKind::Dpia, At::Dpias, "assessment", "assessments"),
            ],
            Promise::Training => vec![
                there(
                    At::Training,
                    accounts,
                    "person may sign in",
                    "people may sign in",
                ),
                late(
                    At::Training,
                    self.untrained(),
                    "person has no training that counts, and opens nothing",
                    "people have no training that counts, and open nothing",
                ),
            ],
            Promise::SuppliersReviewed => vec![
                self.register(
                    ItemKind::Recipient,
                    At::Recipients,
                    "recipient",
                    "recipients",
                ),
                self.lapsed(
                    ItemKind::Recipient,
                    At::Recipients,
                    "recipient",
                    "recipients",
                ),
            ],
            Promise::IncidentsReported => vec![
                self.incidents.line("incident", "incidents"),
                late(
                    At::Rights,
                    wide(self.incidents.late),
                    "incident is past its 72 hours",
                    "incidents are past their 72 hours",
                ),
            ],
            Promise::Rights => vec![
                self.requests.line("request", "requests"),
                late(
                    At::Rights,
                    wide(self.requests.late),
                    "request is past its day",
                    "requests are past their day",
                ),
            ],
            Promise::Complaints => vec![
                self.complaints.line("complaint", "complaints"),
                late(
                    At::Rights,
                    wide(self.complaints.late),
                    "complaint has waited longer than it may",
                    "complaints have waited longer than they may",
                ),
            ],
            Promise::NoticeVersions => vec![
                there(
                    At::Notices,
                    notices,
                    "version of the notice is recorded as it was given",
                    "versions of the notice are recorded as they were given",
                ),
                there(
                    At::Notices,
                    noticed,
                    "person was given one",
                    "people were given one",
                ),
                late(
                    At::Notices,
                    late_notices,
                    "person should have been given it by now",
                    "people should have been given it by now",
                ),
            ],
            Promise::Correspondence => vec![there(
                At::Candidates,
                messages,
                "message is kept with its person",
                "messages are kept with their person",
            )],
            Promise::Contact => vec![there(
                At::NotToApproach,
                not_approached,
                "person asked not to be approached",
                "people asked not to be approached",
            )],
        };
        // What is overdue is said only where something is.
        let mut shown = lines
            .into_iter()
            .filter(|line| !line.words.is_empty())
            .collect::<Vec<_>>();
        shown.sort_by_key(|line| line.overdue);
        shown
    }
}

pub(super) fn said(place: EvidencePlace, words: &str) -> EvidenceLine {
    EvidenceLine {
        words: words.to_owned(),
        place,
        overdue: false,
    }
}

pub(super) fn there(place: EvidencePlace, count: u64, one: &str, more: &str) -> EvidenceLine {
    said(place, &format!("{}.", many(count, one, more)))
}

/// Something that should have been done by now; without words where there is none of it.
pub(super) fn late(place: EvidencePlace, count: u64, one: &str, more: &str) -> EvidenceLine {
    EvidenceLine {
        words: if count == 0 {
            String::new()
        } else {
            format!("{}.", many(count, one, more))
        },
        place,
        overdue: count > 0,
    }
}
