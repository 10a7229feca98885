//! The notice, promise by promise: what was promised, and what in the program keeps it (RULES §1, S1 to S30).
//!
//! An auditor reads these beside what is there now, so each says what can be checked, and not that all is well.

use serde::{Deserialize, Serialize};

/// A promise of the recruitment privacy notice, in the notice's order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub enum Promise {
    /// S1.
    ListedData,
    /// S2.
    SpecialCategories,
    /// S3.
    Sources,
    /// S4.
    PurposesAndBases,
    /// S5.
    Permission,
    /// S6.
    ReserveList,
    /// S7.
    HandOver,
    /// S8.
    AnonymisedStatistics,
    /// S9.
    FewDataPoints,
    /// S10.
    Vetting,
    /// S11.
    OfficesIfRelevant,
    /// S12.
    MinimumNecessary,
    /// S13.
    SupplierAgreements,
    /// S14.
    AccessForTheRole,
    /// S15.
    LegalDisclosure,
    /// S16.
    SharingIsABreach,
    /// S17.
    Transfers,
    /// S18.
    SixMonths,
    /// S19.
    LegalClaims,
    /// S20.
    Security,
    /// S21.
    ImpactAssessments,
    /// S22.
    Training,
    /// S23.
    SuppliersReviewed,
    /// S24.
    IncidentsReported,
    /// S25.
    Rights,
    /// S26.
    Complaints,
    /// S27.
    NoticeVersions,
    /// S28.
    Correspondence,
    /// S29.
    Contact,
    /// S30.
    Reports,
}

impl Promise {
    /// All of them, in the notice's order.
    pub const ALL: [Self; 30] = [
        Self::ListedData,
        Self::SpecialCategories,
        Self::Sources,
        Self::PurposesAndBases,
        Self::Permission,
        Self::ReserveList,
        Self::HandOver,
        Self::AnonymisedStatistics,
        Self::FewDataPoints,
        Self::Vetting,
        Self::OfficesIfRelevant,
        Self::MinimumNecessary,
        Self::SupplierAgreements,
        Self::AccessForTheRole,
        Self::LegalDisclosure,
        Self::SharingIsABreach,
        Self::Transfers,
        Self::SixMonths,
        Self::LegalClaims,
        Self::Security,
        Self::ImpactAssessments,
        Self::Training,
        Self::SuppliersReviewed,
        Self::IncidentsReported,
        Self::Rights,
        Self::Complaints,
        Self::NoticeVersions,
        Self::Correspondence,
        Self::Contact,
        Self::Reports,
    ];

    /// What was promised, in one sentence.
    pub const fn promised(self) -> &'static str {
        match self {
            Self::ListedData => "We collect the data listed in the notice, and nothing else.",
            Self::SpecialCategories => {
                "Health, criminal records and the protected characteristics are asked only where the law allows, and kept \
                 apart."
            }
            Self::Sources => "We say where data came from: from the person, or from whom else.",
            Self::PurposesAndBases => {
                "Data are used for the purposes of the notice, each on its lawful basis."
            }
            Self::Permission => {
                "What rests on permission is asked for first, and can be withdrawn as easily as given."
            }
            Self::ReserveList => {
                "Those who met the requirements are put on the reserve list only if they agree, and contacted if a role \
                 matches."
            }
            Self::HandOver => {
                "Whoever is hired has their details moved to the HR system, under the employee notice."
            }
            Self::AnonymisedStatistics => {
                "Statistics are shared only where nobody can be recognised in them."
            }
            Self::FewDataPoints => {
                "After erasure only the source, the stage reached and the reason are kept, traceable to nobody."
            }
            Self::Vetting => "Security vetting is for some roles alone.",
            Self::OfficesIfRelevant => {
                "MPs’ offices and departments see data only where the role is theirs."
            }
            Self::MinimumNecessary => {
                "Each recipient is of a category that the notice names, and gets the minimum necessary."
            }
            Self::SupplierAgreements => {
                "Every supplier has a data processing agreement (UK GDPR Art 28)."
            }
            Self::AccessForTheRole => {
                "Only the role’s recruiting managers and stakeholders, its interviewers, the team’s director, approvers \
                 and auditors see its candidates."
            }
            Self::LegalDisclosure => {
                "The law is obeyed when it asks for data, and only as far as it asks."
            }
            Self::SharingIsABreach => "Sharing without authority is a breach, recorded as one.",
            Self::Transfers => {
                "Data leave the UK only under adequacy, an IDTA or addendum, or binding corporate rules."
            }
            Self::SixMonths => {
                "Data of those who were not hired are kept six months at most, longer only with permission."
            }
            Self::LegalClaims => "What a legal claim needs is kept for the claim.",
            Self::Security => {
                "Data are protected from disclosure, use, alteration and destruction without authority."
            }
            Self::ImpactAssessments => {
                "Where the risk is high, an impact assessment is made first (DPIA)."
            }
            Self::Training => {
                "Everybody with access is trained live at induction and at least every two years."
            }
            Self::SuppliersReviewed => "Suppliers’ controls are looked at again and again.",
            Self::IncidentsReported => {
                "Incidents are reported, passed to the data protection officer, and to the ICO where they must be."
            }
            Self::Rights => "Whoever asks for their rights is answered in time.",
            Self::Complaints => {
                "A complaint is acknowledged within 30 days and answered without undue delay."
            }
            Self::NoticeVersions => "The notice has versions, and people are told of what changes.",
            Self::Correspondence => "Correspondence is kept with the application it is about.",
            Self::Contact => {
                "People are contacted about their application, a good fit, other vacancies and surveys, and not once they \
                 object."
            }
            Self::Reports => "Reports for improving recruitment are made of counts.",
        }
    }

    /// What in the program keeps it, in words that can be checked.
    pub const fn kept_by(self) -> &'static str {
        match self {
            Self::ListedData => {
                "There are fields for what the notice lists and for nothing else; each document has a kind, and each kind a \
                 class with its day. Columns of an import that fit nothing are left behind."
            }
            Self::SpecialCategories => {
                "They are sealed to keys that few people hold, opened for a stated purpose, and every opening is in the \
                 journal. Equality answers are opened for nobody."
            }
            Self::Sources => {
                "No record can be saved without its source and the day its details came in. Whoever others told us of is \
                 neither written to nor made known before they were given the notice."
            }
            Self::PurposesAndBases => {
                "Each message, permission and disclosure names its purpose; what has no lawful basis is refused."
            }
            Self::Permission => {
                "A permission is one purpose, one wording, one act, never ticked beforehand. Withdrawing takes effect the \
                 same day."
            }
            Self::ReserveList => {
                "A place needs an outcome of “met the requirements” and a live permission, and ends with either. A new \
                 vacancy lists who matches, with reasons and without a score."
            }
            Self::HandOver => {
                "A hired person’s record waits for the hand-over to be confirmed, and Today says so until it is."
            }
            Self::AnonymisedStatistics => {
                "No count under five is shown anywhere to anybody, nor any from which one follows."
            }
            Self::FewDataPoints => {
                "An erasure counts three values by quarter, deletes the rest, and searches every page and file afterwards \
                 for what should be gone."
            }
            Self::Vetting => {
                "Vetting waits for a conditional offer; its outcome alone is shown, and no file is kept."
            }
            Self::OfficesIfRelevant => {
                "Nothing can be given to an MP’s office or a department unless the vacancy names it."
            }
            Self::MinimumNecessary => {
                "A disclosure begins with its purpose; the fields are the least it needs, and more of them needs a reason."
            }
            Self::SupplierAgreements => {
                "A disclosure to a supplier without an agreement in force is refused."
            }
            Self::AccessForTheRole => {
                "Nobody sees anything but by a permit of their part in the role, class by class. Access ends by itself, \
                 and every refusal is in the journal."
            }
            Self::LegalDisclosure => {
                "A legal disclosure needs the authority, its power, what it asked for, the least that answers it, and who \
                 decided."
            }
            Self::SharingIsABreach => {
                "Anybody signed in can report an incident; refusals and exports stand in the journal to be held against it."
            }
            Self::Transfers => {
                "A recipient outside the UK and the countries found adequate needs a mechanism with its review, or is \
                 refused."
            }
            Self::SixMonths => {
                "Every record has a day or a block that is named. From that day nobody sees it; a policy can shorten the \
                 six months and never lengthen them for anybody who is here."
            }
            Self::LegalClaims => {
                "A legal hold names its reason and its review; it keeps what it names, is released by a second person, and \
                 moves no day."
            }
            Self::Security => {
                "The store is encrypted, and what was done stands in a journal whose entries are chained and signed, so \
                 that a change of it is noticed."
            }
            Self::ImpactAssessments => {
                "Assessments stand in a register with what they cover and when they are looked at again."
            }
            Self::Training => {
                "Without a live induction, or from the day after two years, an account opens no personal data."
            }
            Self::SuppliersReviewed => {
                "Each recipient and agreement has an owner and a review; once it is past, nothing more is given."
            }
            Self::IncidentsReported => {
                "The 72 hours are counted from awareness. Who is affected is worked out, and each decision is recorded \
                 with its reasons."
            }
            Self::Rights => {
                "A request is logged in one screen; its clock stops and goes on as the law says, and explains itself. \
                 Nothing that was asked for is erased before the answer."
            }
            Self::Complaints => {
                "A complaint has its clock and its outcome, and keeps what it is about until it is answered."
            }
            Self::NoticeVersions => {
                "The notice and each purpose have versions that are never changed, with what they are read with; who was \
                 given which and when is recorded, and Today says of whom it is not."
            }
            Self::Correspondence => {
                "Messages lie encrypted with the application they belong to, and go when it goes."
            }
            Self::Contact => {
                "A message needs a purpose; who objected is contacted no more, and not brought in again by an import."
            }
            Self::Reports => "Pictures and figures are made of counts of at least five.",
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::Promise;

    #[test]
    fn there_are_thirty_promises_each_with_its_own_words() {
        let all: BTreeSet<Promise> = Promise::ALL.into();
        assert_eq!(all.len(), 30);
        assert!(Promise::ALL.is_sorted(), "they stand in the notice’s order");
        let words: BTreeSet<&str> = Promise::ALL
            .into_iter()
            .flat_map(|promise| [promise.promised(), promise.kept_by()])
            .collect();
        assert_eq!(words.len(), 60);
    }
}
