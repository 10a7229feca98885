//! The tables of a pack, each with the question that reads it. The first column tells lines apart and is not told; of the
//! others the name is what they are called in the pack. A name that begins with `*` is of words that somebody wrote, one
//! with `~` of a code, one with `=` of JSON. Staff are told by their role, and instants in UTC.

use domain::access::DataClass;
use domain::compartment::Compartment;

use super::source::Rows::{Applications, ForRole, Interviews, Own, Whole};
use super::source::{Source, of};

/// Every table, in the order it is told.
pub(super) const TABLES: &[Source] = &[
    of(
        "candidate",
        "Who you are",
        DataClass::Contact,
        Whole(
            "SELECT candidate.row, candidate.title AS \"Title\", given AS \"Given names\", family AS \"Family name\",
                preferred_name AS \"Preferred name\", address AS \"Address\", postcode AS \"Postcode\",
                preferred_contact AS \"~Preferred way to be contacted\", source AS \"~Where your details came from\",
                source_detail AS \"*More on that\", received_on AS \"Came in on\",
                notice_given_on AS \"Privacy notice given on\",
                strftime('%Y-%m-%d %H:%M', import.at / 1000, 'unixepoch') AS \"Brought in with a file at\",
                strftime('%Y-%m-%d %H:%M', added_at / 1000, 'unixepoch') AS \"Recorded at\",
                erase_on AS \"Day the record goes\", erase_rule AS \"Rule of our retention schedule\",
                looked_at_for AS \"Looked at before the day\",
                nullif(applications_gone, 0) AS \"Applications erased before\"
         FROM candidate
         LEFT JOIN import ON import.row = candidate.import
         WHERE candidate.row = :candidate",
        ),
        "",
        "",
        "",
    ),
    of(
        "candidate_email",
        "E-mail addresses",
        DataClass::Contact,
        Own("candidate_email"),
        "position, address AS \"Address\"",
        "",
        "position",
    ),
    of(
        "candidate_phone",
        "Telephone numbers",
        DataClass::Contact,
        Own("candidate_phone"),
        "position, number AS \"Number\"",
        "",
        "position",
    ),
    of(
        "application",
        "Applications",
        DataClass::Application,
        Own("application"),
        "application.row, vacancy.title AS \"Role\", vacancy.reference AS \"Reference\",
         applied_on AS \"Applied on\", stage AS \"~Stage\", stage_reached AS \"~Furthest stage\",
         outcome AS \"~Outcome\", reason AS \"~Reason\", outcome_on AS \"Decided on\",
         handed_over_on AS \"Handed over on\", application_alias.alias AS \"Called, without your name,\",
         application.erase_on AS \"Day it goes\", application.history_on AS \"Day its history goes\",
         strftime('%Y-%m-%d %H:%M', application.added_at / 1000, 'unixepoch') AS \"Recorded at\"",
        "JOIN vacancy ON vacancy.row = application.vacancy
         LEFT JOIN application_alias ON application_alias.application = application.row",
        "application.row",
    ),
    of(
        "application_event",
        "What happened to your applications",
        DataClass::Application,
        Applications,
        "application_event.row, vacancy.title AS \"Role\",
         strftime('%Y-%m-%d %H:%M', application_event.at / 1000, 'unixepoch') AS \"At\",
         account.role AS \"~By\", what AS \"~What\", before AS \"~Before\", after AS \"~After\"",
        "JOIN application_event ON application_event.application = application.row
         JOIN account ON account.row = application_event.account",
        "application_event.row",
    ),
    of(
        "document",
        "Documents (their files are beside this)",
        DataClass::Documents,
        ForRole("document"),
        "lower(hex(document.id)), document.kind AS \"~What\", label AS \"*Called\", file_name AS \"*File\",
         vacancy.title AS \"For the role\", document.bytes AS \"Bytes\", account.role AS \"~Added by\",
         document.media_type AS \"Kind of file\", document.erase_on AS \"Day it goes\",
         strftime('%Y-%m-%d %H:%M', document.added_at / 1000, 'unixepoch') AS \"Added at\",
         annotation.words AS \"*Your view of it\"",
        "LEFT JOIN annotation ON annotation.document = document.row
         JOIN account ON account.row = document.added_by AND document.kind <> 'message'",
        "document.row",
    ),
    of(
        "message",
        "Messages",
        DataClass::Documents,
        ForRole("document"),
        "lower(hex(document.id)), message.direction AS \"~Which way\", message.channel AS \"~How\",
         message.purpose AS \"~What for\", vacancy.title AS \"About the role\",
         coalesce(strftime('%Y-%m-%d %H:%M', message.at / 1000, 'unixepoch'), 'a draft that was not sent') AS \"At\",
         account.role AS \"~Recorded by\", document.media_type AS \"Kept as\",
         document.erase_on AS \"Day it goes\"",
        "JOIN message ON message.document = document.row
         JOIN account ON account.row = document.added_by",
        "document.row",
    ),
    of(
        "interview",
        "Interviews",
        DataClass::Application,
        Interviews,
        "interview.row, vacancy.title AS \"Role\", interview.kind AS \"~Kind\", held_on AS \"Day\",
         begins AS \"Time\", minutes AS \"Minutes\", place AS \"*Place\", state AS \"~State\",
         account.role AS \"~Scheduled by\"",
        "JOIN account ON account.row = interview.added_by",
        "interview.row",
    ),
    of(
        "interviewer",
        "Who interviewed you, by role, and what they were asked to assess",
        DataClass::Application,
        Interviews,
        "interview.row || '/' || account.row, vacancy.title AS \"Role\", interview.held_on AS \"Day\",
         account.role AS \"~Interviewer\",
         (
             SELECT group_concat(criterion.what, '; ')
             FROM interviewer_criterion
             JOIN criterion ON criterion.row = interviewer_criterion.criterion
             WHERE interviewer_criterion.interview = interview.row
               AND interviewer_criterion.account = account.row
         ) AS \"Asked to assess\"",
        "JOIN interviewer ON interviewer.interview = interview.row
         JOIN account ON account.row = interviewer.account",
        "interview.row, account.row",
    ),
    of(
        "feedback",
        "What interviewers found",
        DataClass::Assessment,
        Interviews,
        "lower(hex(interview.id)) || '/' || lower(hex(account.id)) || '/' || feedback.version,
         vacancy.title AS \"Role\", interview.held_on AS \"Interview of\", feedback.version AS \"Version\",
         strftime('%Y-%m-%d %H:%M', submitted_at / 1000, 'unixepoch') AS \"Submitted at\",
         annotation.words AS \"*Your view of it\"",
        "JOIN feedback ON feedback.interview = interview.row
         JOIN account ON account.row = feedback.account
         LEFT JOIN annotation ON annotation.interview = interview.row AND annotation.account = account.row",
        "feedback.row",
    ),
    of(
        "outcome_message",
        "What you were told of an outcome",
        DataClass::Assessment,
        Applications,
        "outcome_message.row, vacancy.title AS \"Role\", told_on AS \"Told on\", channel AS \"~How\",
         words AS \"*What\", account.role AS \"~Recorded by\"",
        "JOIN outcome_message ON outcome_message.application = application.row
         JOIN account ON account.row = outcome_message.recorded_by",
        "outcome_message.row",
    ),
    of(
        "offer",
        "Offers",
        DataClass::Pay,
        Applications,
        "offer.row, vacancy.title AS \"Role\", pay AS \"=Pay\", starts_on AS \"Starts on\",
         answer_by AS \"Answer by\", conditions AS \"*Conditions\", writer.role AS \"~Written by\",
         decision AS \"~Approval\", decider.role AS \"~Decided by\", decided_on AS \"Decided on\",
         made_on AS \"Made on\", answer AS \"~Answer\", answered_on AS \"Answered on\"",
        "JOIN offer ON offer.application = application.row
         JOIN account AS writer ON writer.row = offer.written_by
         LEFT JOIN account AS decider ON decider.row = offer.decided_by",
        "offer.row",
    ),
    of(
        "permission",
        "Permissions you gave",
        DataClass::Retention,
        ForRole("permission"),
        "permission.row, purpose AS \"~What for\", vacancy.title AS \"Role\", given_on AS \"Given on\",
         months AS \"Months\", means AS \"~How\", evidence AS \"*Evidence\", wording AS \"Wording\",
         ends_on AS \"Ends on\", withdrawn_on AS \"Withdrawn on\", account.role AS \"~Recorded by\"",
        "JOIN account ON account.row = permission.recorded_by",
        "permission.row",
    ),
    of(
        "reserve_entry",
        "Places on the reserve list",
        DataClass::Retention,
        Own("reserve_entry"),
        "reserve_entry.row, vacancy.title AS \"From the role\", role_families AS \"*Kinds of role\",
         merit AS \"*What the assessment showed\", skills AS \"*Skills\", places AS \"*Places\",
         kinds AS \"~Kinds of vacancy\", until_on AS \"Until\", removed_on AS \"Taken off on\",
         removed_reason AS \"~Why\", account.role AS \"~Added by\"",
        "JOIN application ON application.row = reserve_entry.application
         JOIN vacancy ON vacancy.row = application.vacancy
         JOIN account ON account.row = reserve_entry.added_by",
        "reserve_entry.row",
    ),
    of(
        "reserve_contact",
        "When you were contacted about a role",
        DataClass::Retention,
        Own("reserve_entry"),
        "reserve_contact.row, vacancy.title AS \"Role\", contacted_on AS \"Day\", channel AS \"~How\",
         outcome AS \"~Your answer\", answered_on AS \"Answered on\", account.role AS \"~Recorded by\"",
        "JOIN reserve_contact ON reserve_contact.reserve_entry = reserve_entry.row
         JOIN vacancy ON vacancy.row = reserve_contact.vacancy
         JOIN account ON account.row = reserve_contact.recorded_by",
        "reserve_contact.row",
    ),
    of(
        "disclosure",
        "What was given to others, and to whom",
        DataClass::Retention,
        ForRole("disclosure"),
        "disclosure.row, recipient AS \"Recipient\", category AS \"~Kind of recipient\", purpose AS \"~What for\",
         classes AS \"=What\", vacancy.title AS \"For the role\", disclosed_on AS \"Day\",
         account.role AS \"~Recorded by\", basis AS \"~Lawful basis\",
         purpose_version AS \"Version of the purpose\", agreement AS \"Agreement\",
         mechanism AS \"~Transfer mechanism\", relevance AS \"*Why it concerned them\",
         disclosure.reason AS \"*Why more than the least\", authority AS \"*Asked for by\", power AS \"*Power\",
         asked AS \"*Asked for\", least AS \"*The least that was enough\", decided_by AS \"*Decided by\",
         told AS \"*How you were told\"",
        "JOIN account ON account.row = disclosure.recorded_by",
        "disclosure.row",
    ),
    of(
        "notice_given",
        "Privacy notices you were given",
        DataClass::Retention,
        Own("notice_given"),
        "notice_given.row, notice_version.version AS \"Version\",
         notice_version.in_force_from AS \"In force from\", notice_version.related AS \"Read with\",
         given_on AS \"Day\", channel AS \"~How\", exemption AS \"~Why you need not be given it\",
         reason AS \"*Why that is so\", account.role AS \"~Recorded by\",
         strftime('%Y-%m-%d %H:%M', recorded_at / 1000, 'unixepoch') AS \"Recorded at\"",
        "JOIN account ON account.row = notice_given.recorded_by
         LEFT JOIN notice_version ON notice_version.version = notice_given.version",
        "notice_given.row",
    ),
    of(
        "sealed_record",
        "What is kept under seal",
        DataClass::Sealed(Compartment::IdentityAndRightToWork),
        Own("sealed_record"),
        "lower(hex(sealed_record.id)), kind AS \"~What\", compartment AS \"~Kept in\", status AS \"~How it stands\",
         decided_on AS \"Decided on\", erase_on AS \"Day it goes\", account.role AS \"~Recorded by\",
         strftime('%Y-%m-%d %H:%M', recorded_at / 1000, 'unixepoch') AS \"Recorded at\"",
        "JOIN account ON account.row = sealed_record.recorded_by",
        "sealed_record.row",
    ),
    of(
        "hold",
        "Legal holds on your record",
        DataClass::Retention,
        ForRole("hold"),
        "hold.row, placed_on AS \"From\", review_by AS \"Looked at again by\", released_on AS \"Released on\",
         placer.role AS \"~Placed by\", releaser.role AS \"~Released by\", vacancy.title AS \"For the role\"",
        "JOIN account AS placer ON placer.row = hold.placed_by
         LEFT JOIN account AS releaser ON releaser.row = hold.released_by",
        "hold.row",
    ),
    of(
        "conflict_of_interest",
        "Conflicts of interest that were declared",
        DataClass::Retention,
        Own("conflict_of_interest"),
        "account.row, account.role AS \"~Whose\", declared_on AS \"Declared on\", declarer.role AS \"~Declared by\"",
        "JOIN account ON account.row = conflict_of_interest.account
         JOIN account AS declarer ON declarer.row = conflict_of_interest.declared_by",
        "account.row",
    ),
    of(
        "incident_person",
        "Incidents that affected your data",
        DataClass::Registers,
        Own("incident_person"),
        "incident.row, incident.kind AS \"~What happened\", incident.happened_on AS \"Day\",
         told_on AS \"You were told on\", told_how AS \"~How\"",
        "JOIN incident ON incident.row = incident_person.incident",
        "incident.row",
    ),
    of(
        "complaint",
        "Complaints about how your data were handled",
        DataClass::Registers,
        Own("complaint"),
        "complaint.row, complaint.number AS \"Number\", received_on AS \"Received on\", received_how AS \"~How\",
         topic AS \"~About\", against.role AS \"~About whom\", recorder.role AS \"~Entered by\",
         acknowledged_on AS \"Receipt confirmed on\", acknowledged_how AS \"~Confirmed\",
         outcome AS \"~Outcome\", decider.role AS \"~Decided by\", changes AS \"*Changed because of it\",
         told_on AS \"You were told on\", told_how AS \"~Told\",
         rights_request.number AS \"About your request\"",
        "LEFT JOIN rights_request ON rights_request.row = complaint.request
         JOIN account AS recorder ON recorder.row = complaint.recorded_by
         LEFT JOIN account AS against ON against.row = complaint.against
         LEFT JOIN account AS decider ON decider.row = complaint.decided_by",
        "complaint.row",
    ),
    of(
        "complaint_word",
        "What was written of those complaints",
        DataClass::Registers,
        Own("complaint"),
        "complaint.row || '/' || position, complaint.number AS \"Complaint\", kind AS \"~Of\", day AS \"Day\",
         account.role AS \"~Noted by\", words AS \"*Words\"",
        "JOIN complaint_word ON complaint_word.complaint = complaint.row
         JOIN account ON account.row = complaint_word.noted_by",
        "complaint.row, position",
    ),
    of(
        "rights_request",
        "Requests about your data",
        DataClass::Registers,
        Own("rights_request"),
        "rights_request.row, number AS \"Number\", facts AS \"=What was asked and decided\",
         restricted_on AS \"Only stored from\", lifted_on AS \"Until\", upheld_on AS \"Erasure granted on\",
         logger.role AS \"~Logged by\", closer.role AS \"~Closed by\", closed_on AS \"Closed on\"",
        "JOIN account AS logger ON logger.row = rights_request.logged_by
         LEFT JOIN account AS closer ON closer.row = rights_request.closed_by",
        "rights_request.row",
    ),
    of(
        "rights_note",
        "What was written of those requests",
        DataClass::Registers,
        Own("rights_request"),
        "rights_request.row || '/' || about, rights_request.number AS \"Request\", about AS \"~Of\",
         words AS \"*Words\"",
        "JOIN rights_note ON rights_note.request = rights_request.row",
        "rights_request.row, about",
    ),
    of(
        "correction",
        "What was corrected at your request",
        DataClass::Registers,
        Own("correction"),
        "correction.row, what AS \"~What\", before AS \"*Before\", corrected_on AS \"Corrected on\",
         account.role AS \"~Corrected by\"",
        "JOIN account ON account.row = correction.corrected_by",
        "correction.row",
    ),
    of(
        "recipient_notice",
        "Who is told that your data were corrected or restricted",
        DataClass::Registers,
        Own("rights_request"),
        "recipient_notice.row, because AS \"~Of what\", recipient AS \"Recipient\",
         category AS \"~Kind of recipient\", given AS \"=What they had\", tell_by AS \"To be told by\",
         told_on AS \"Told on\"",
        "JOIN recipient_notice ON recipient_notice.request = rights_request.row",
        "recipient_notice.row",
    ),
    of(
        "journal",
        "Who had to do with your record, by role, and when",
        DataClass::Retention,
        Whole(
            "SELECT date(journal.at / 1000, 'unixepoch') || '/' || coalesce(account.role, '') || '/' || journal.action,
                date(journal.at / 1000, 'unixepoch') AS \"Day\", account.role AS \"~Who\", journal.action AS \"~What\",
                count(*) AS \"How often\"
         FROM journal
         LEFT JOIN account ON account.id = journal.actor
         WHERE journal.subject_kind = 'candidate' AND journal.subject = :id AND :candidate IS NOT NULL
         GROUP BY 1
         ORDER BY min(journal.seq)",
        ),
        "",
        "",
        "",
    ),
];
