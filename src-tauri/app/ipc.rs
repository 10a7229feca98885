//! What the page may ask for: one declared table of commands.
//!
//! A row makes the Tauri command, the handler list, the list of names that the permission and access tests
//! walk, and the TypeScript map. No command has a body of its own: `shell` commands are the window's own
//! business, `read` and `write` go to a use case of `records` on the store's threads and are refused while
//! nobody is signed in.
#![expect(
    clippy::let_underscore_must_use,
    reason = "Tauri's own macro drops the answer of a command it has just sent"
)]

#[cfg(feature = "bindings")]
pub(crate) mod bindings;
pub(crate) mod choices;
pub(crate) mod error;
pub(crate) mod status;
#[cfg(test)]
mod tests;
mod typed;

use std::sync::Arc;

use domain::access::AccessPolicy;

use records::approach::{AllowApproach, DoNotApproach};
use records::backup::{Backups, ForgetBackup};
use records::candidate::{
    AddApplication, AddCandidate, AddedCandidate, CandidateListView, CandidateRows, CandidateView,
    ConfirmHandOver, Duplicates, EditCandidate, EndApplications, FindDuplicates, ListCandidates,
    MoveApplications, OpenCandidate, ReadCandidates,
};
use records::complaint::{
    AcknowledgeComplaint, CloseComplaint, ComplaintView, ComplaintsView, DecideComplaint,
    LinkComplaint, NoteComplaint, OneComplaint, RecordComplaint, RecordedComplaint,
};
use records::correspondence::{
    CheckMessage, ChosenMail, CorrespondenceOf, CorrespondenceView, HandOver, MergeTemplate,
    MergedMessage, MessageCheck, MessageDraft, OneMessage, OneTemplate, OpenedMessage,
    PreviewTemplate, RecordMessage, SaveMessageDraft, SaveTemplate, SavedMessageDraft,
    TemplatePreview, Templates,
};
use records::decision::{Decisions, ReadDecisions, TellOutcome};
use records::disclosure::{
    DisclosureChoices, DisclosureChoicesOf, RecordDisclosure, TakeBackDisclosure,
};
use records::document::{OneDocument, ShowDocument, ShownDocument};
use records::hold::{PlaceHold, ReleaseHold, ReviewHold};
use records::import::{
    ImportPreview, ImportReceipt, ImportTargets, ImportUndone, Imports, PreviewImport, RunImport,
    UndoImport,
};
use records::incident::{
    AffectedView, AssessIncident, ChangeAffected, CloseIncident, DecideIncident, IncidentReachOf,
    IncidentReachView, IncidentView, IncidentsView, ListAffected, NoteMeasures, OneIncident,
    ProposeRisk, ProposedRisk, ReportIncident, ReportedIncident, SetAwareness, TellAffected,
};
use records::interview::{
    ChangeInterview, CriteriaView, DraftSaved, InterviewList, InterviewView, ListInterviews,
    MarkInterview, OneInterview, SaveDraft, ScheduleInterview, ScheduledInterview, SetCriteria,
    SubmitFeedback,
};
use records::journal::{JournalCheck, JournalPage, ReadJournal};
use records::keys::{
    ChangePassphrase, ConfirmRecoverySheet, PassphraseReset, RecoverySheet, RemoveAccount,
    ResetPassphrase,
};
use records::notice::{
    AddNoticeVersion, ExemptFromNotice, GiveNotice, GiveNoticeToMany, NoticeChoices,
    NoticeGivenToMany, NoticesView, TakeBackNotice,
};
use records::offer::{AnswerOffer, ApproveOffer, MakeOffer, WriteOffer};
use records::organisation::{Accounts, AddAccount, BankHolidaysView, SetBankHolidays};
use records::passphrase::{PassphraseRating, RatePassphrase};
use records::people::{
    ChangeRole, DeclareConflict, EndPart, ExportReview, GiveCompartment, GrantAudit, NameDirector,
    RecordTraining, RoleChanged, TakeCompartment, TrainingView, WhatCanSee, WhatCanSeeView,
    WhoCanSee, WhoCanSeeView, WhyNot, WhyNotView, WithdrawConflict,
};
use records::permission::{RecordPermission, WithdrawPermission, Wordings};
use records::pipeline::{PipelineView, ReadPipeline};
use records::promise::PromisesView;
use records::purpose::{PurposesView, SetPurpose};
use records::recipients::{RecipientsView, TellRecipient};
use records::register::{AddRegisterItem, ChangeRegisterItem, RegistersView, ReviewRegisterItem};
use records::report::{MakeReport, WriteLetter, WriteNotices, WriteRequestLetter};
use records::reserve::{
    AddToReserve, AnswerContact, ChangeReservePlace, DescribeRole, LeftReserve, ListReserve,
    RecordContact, RemoveFromReserve, RenewReservePlace, ReserveChoices, ReserveChoicesView,
    ReserveList, ReserveMatches,
};
use records::retention::{
    Erase, ErasurePreview, ErasureReceipt, PolicyView, PolicyWhatIf, PreviewErasure,
    RetentionOverview, RetentionReviews, ReviewRecords, SetRetentionPolicy, SetSweepAtSignIn,
    SweepAtSignIn, SweptAtSignIn, WhatIfPolicy,
};
use records::rights::{
    AnnotateOpinion, AssemblePack, CloseRequest, DecideRequest, EraseOnRequest, ErasurePlan,
    LogRequest, LoggedRequest, NoteRequest, OneRequest, OpinionsView, PackReview, RequestView,
    RequestsView, SavePack,
};
use records::saved_view::{DeleteView, SaveView, SavedViews, ViewSaved};
use records::sealed::{
    AddSealed, EqualityForm, ListSealed, OneSealed, OpenSealed, OpenedSealed, SealedView, ShowCopy,
};
use records::statistics::Statistics;
use records::today::TodayView;
use records::vacancy::{
    AddVacancy, AddedVacancy, AssignPeople, Board, CloseOutVacancy, EditVacancy, ListVacancies,
    OpenVacancy, Teams, VacancyList, VacancyView,
};
use records::view::{Done, Nothing, Undo, Undone};
use records::{
    application, approach, backup, candidate, complaint, correspondence, decision, disclosure,
    hold, import, incident, interview, journal, keys, notice, offer, organisation, people,
    permission, pipeline, promise, purpose, recipients, register, reserve, retention, rights,
    saved_view, sealed, statistics, today, undo, vacancy,
};
use tauri::State;

use self::choices::{SavePicture, SetZoom};
use self::error::IpcError;
use self::status::{
    AddCopy, AddDocuments, AddedDocuments, CancelJob, ChooseImport, ChooseMail, ChosenBackup,
    ChosenImport, CreateStore, MadeBackup, OpenedDocument, Recover, RestoreBackup, RestoredBackup,
    SavedFile, SavedNotices, SetAppearance, SetIdleLock, SetTour, SignIn, SignInByKeychain, Status,
    UseKeychain,
};
use self::typed::Typed;
use crate::shell::Shell;

macro_rules! commands {
    (@run shell $shell:ident $name:ident $request:ident $handler:path) => { $handler(&$shell, $request).await };
    (@run read $shell:ident $name:ident $request:ident $handler:path) => {
        $shell.read_noted(stringify!($name), $handler, $request).await
    };
    (@run write $shell:ident $name:ident $request:ident $handler:path) => {
        $shell.write(stringify!($name), $handler, $request).await
    };
    ($($(#[doc = $doc:literal])+ $kind:ident $name:ident($request:ty) -> $response:ty = $handler:path;)+) => {
        $(
            $(#[doc = $doc])+
            #[tauri::command]
            async fn $name(shell: State<'_, Arc<Shell>>, request: Typed<$request>) -> Result<$response, IpcError> {
                let request = request.parsed()?;
                commands!(@run $kind shell $name request $handler)
            }
        )+

        /// Every command, for Tauri.
        pub(crate) fn handler() -> impl Fn(tauri::ipc::Invoke) -> bool + Send + Sync + 'static {
            tauri::generate_handler![$($name),+]
        }

        /// Every command's name.
        #[cfg(test)]
        pub(crate) const NAMES: &[&str] = &[$(stringify!($name)),+];

        /// Every command with its request and response, for TypeScript.
        #[cfg(feature = "bindings")]
        fn describe(to: &mut bindings::Description) -> Result<(), ts_rs::ExportError> {
            $(to.command::<$request, $response>(stringify!($name), &[$($doc),+])?;)+
            Ok(())
        }
    };
}

commands! {
    /// How things stand: whether there is a store, and who is signed in.
    shell status(Nothing) -> Status = Shell::status;
    /// Makes a store with its first account and signs in.
    shell create_store(CreateStore) -> Status = Shell::create_store;
    /// Says how hard a passphrase is to guess, while it is typed.
    shell rate_passphrase(RatePassphrase) -> PassphraseRating = Shell::rate_passphrase;
    /// Signs in.
    shell sign_in(SignIn) -> Status = Shell::sign_in;
    /// Signs in by what this computer's keychain keeps.
    shell sign_in_by_keychain(SignInByKeychain) -> Status = Shell::sign_in_by_keychain;
    /// Chooses whether this computer's keychain lets one in.
    shell use_keychain(UseKeychain) -> Status = Shell::use_keychain;
    /// Signs in by the recovery sheet, with a new passphrase.
    shell recover(Recover) -> Status = Shell::recover;
    /// Puts the second copy of the key file in the place of the first.
    shell use_key_copy(Nothing) -> Status = Shell::use_key_copy;
    /// Closes the store and forgets its keys.
    shell lock(Nothing) -> Status = Shell::lock;
    /// Asks for a backup to put back, by the system's dialog.
    shell choose_backup(Nothing) -> ChosenBackup = Shell::choose_backup;
    /// Puts the chosen backup back into the store's folder.
    shell restore_backup(RestoreBackup) -> RestoredBackup = Shell::restore_backup;
    /// Asks for another folder, by the system's dialog.
    shell choose_folder(Nothing) -> Status = Shell::choose_folder;
    /// Opens the sample organisation.
    shell open_sample(Nothing) -> Status = Shell::open_sample;
    /// Throws the sample organisation away.
    shell leave_sample(Nothing) -> Status = Shell::leave_sample;
    /// Chooses how the window looks.
    shell set_appearance(SetAppearance) -> Status = Shell::set_appearance;
    /// Chooses after how many minutes without anybody at it the window locks.
    shell set_idle_lock(SetIdleLock) -> Status = Shell::set_idle_lock;
    /// Chooses how large everything is drawn.
    shell set_zoom(SetZoom) -> Status = Shell::set_zoom;
    /// Remembers whether the tour of the sample organisation was seen.
    shell set_tour(SetTour) -> Status = Shell::set_tour;
    /// Opens the system's print dialog for the page as it stands.
    shell print_page(Nothing) -> Nothing = Shell::print_page;
    /// Says that somebody is at the window; the page says so every few seconds at most.
    shell active(Nothing) -> Nothing = Shell::active;
    /// Stops a long piece of work at its next safe point.
    shell cancel_job(CancelJob) -> Nothing = Shell::cancel_job;
    /// What needs this viewer, by date.
    read today(Nothing) -> TodayView = today::overview;
    /// Opens a list of the candidates this viewer may see.
    read list_candidates(ListCandidates) -> CandidateListView = candidate::list;
    /// Reads a part of the open list.
    read read_candidates(ReadCandidates) -> CandidateRows = candidate::read_list;
    /// The views of the list that whoever is signed in keeps.
    read list_views(Nothing) -> SavedViews = saved_view::list;
    /// Saves a view under a name.
    write save_view(SaveView) -> ViewSaved = saved_view::save;
    /// Deletes a view.
    write delete_view(DeleteView) -> Done = saved_view::delete;
    /// Opens one candidate.
    read open_candidate(OpenCandidate) -> CandidateView = candidate::open;
    /// Interviews of a candidate or for a vacancy.
    read list_interviews(ListInterviews) -> InterviewList = interview::list;
    /// What interviews for a vacancy assess.
    read list_criteria(OpenVacancy) -> CriteriaView = interview::criteria;
    /// Says what interviews for a vacancy assess.
    write set_criteria(SetCriteria) -> Done = interview::set_criteria;
    /// Schedules an interview.
    write schedule_interview(ScheduleInterview) -> ScheduledInterview = interview::schedule;
    /// Changes when and where an interview is, and who interviews.
    write change_interview(ChangeInterview) -> Done = interview::change;
    /// Notes how an interview stands.
    write mark_interview(MarkInterview) -> Done = interview::mark;
    /// Opens an interview: the kit, one's own feedback, and what the panel found.
    shell open_interview(OneInterview) -> InterviewView = Shell::open_interview;
    /// Saves a draft of one's feedback.
    shell save_feedback_draft(SaveDraft) -> DraftSaved = Shell::save_feedback_draft;
    /// Submits one's feedback.
    write submit_feedback(SubmitFeedback) -> Done = interview::submit;
    /// Asks where to save an invitation to an interview, by the system's dialog, and saves it.
    shell save_invitation(OneInterview) -> SavedFile = Shell::save_invitation;
    /// Adds files as documents of a candidate: those that were dropped, or those that the system's dialog asks for.
    shell add_documents(AddDocuments) -> AddedDocuments = Shell::add_documents;
    /// Shows a page of a document, or its words.
    shell show_document(ShowDocument) -> ShownDocument = Shell::show_document;
    /// Forgets the document that was shown.
    shell close_document(Nothing) -> Nothing = Shell::close_document;
    /// Opens a document in another program.
    shell open_document(OneDocument) -> OpenedDocument = Shell::open_document;
    /// Takes a document out before its day.
    shell remove_document(OneDocument) -> Done = Shell::remove_document;
    /// A candidate's correspondence, without its words.
    read list_correspondence(CorrespondenceOf) -> CorrespondenceView = correspondence::list;
    /// Opens a message.
    write open_message(OneMessage) -> OpenedMessage = correspondence::open;
    /// Takes a message out before its day.
    write remove_message(OneMessage) -> Done = correspondence::remove;
    /// Whether a message may be sent as it stands.
    read check_message(CheckMessage) -> MessageCheck = correspondence::check;
    /// Opens the draft that one writes to a candidate.
    write open_draft(CorrespondenceOf) -> MessageDraft = correspondence::open_draft;
    /// Keeps a draft.
    write save_draft(SaveMessageDraft) -> SavedMessageDraft = correspondence::save_draft;
    /// Throws one's draft away.
    write discard_draft(CorrespondenceOf) -> Done = correspondence::discard_draft;
    /// Hands one's draft over to a mail program, as a file or directly.
    shell hand_over_message(HandOver) -> SavedFile = Shell::hand_over_message;
    /// Reads a message that a mail program saved: one that was dropped, or one that the system's dialog asks for.
    shell choose_mail(ChooseMail) -> ChosenMail = Shell::choose_mail;
    /// Records a message that came in or went out, and its attachments.
    write record_message(RecordMessage) -> Done = correspondence::record;
    /// The templates of messages.
    read list_templates(Nothing) -> Templates = correspondence::templates;
    /// What a template would say.
    read preview_template(PreviewTemplate) -> TemplatePreview = correspondence::preview_template;
    /// A template filled in for a candidate.
    read merge_template(MergeTemplate) -> MergedMessage = correspondence::merge;
    /// Adds a template or changes one.
    write save_template(SaveTemplate) -> Done = correspondence::save_template;
    /// Removes a template.
    write remove_template(OneTemplate) -> Done = correspondence::remove_template;
    /// Looks for people who may be the one about to be added.
    read find_duplicates(FindDuplicates) -> Duplicates = candidate::find_duplicates;
    /// Adds a candidate.
    write add_candidate(AddCandidate) -> AddedCandidate = candidate::add;
    /// Changes a candidate's details.
    write edit_candidate(EditCandidate) -> Done = candidate::edit;
    /// Adds an application of a candidate who is here.
    write add_application(AddApplication) -> Done = application::add;
    /// Moves applications to another stage.
    write move_applications(MoveApplications) -> Done = application::move_to;
    /// Records how applications ended.
    write end_applications(EndApplications) -> Done = application::end;
    /// Confirms that HR took over a hired candidate's details.
    write confirm_hand_over(ConfirmHandOver) -> Done = application::confirm_hand_over;
    /// What was decided of a candidate's applications: offers, and what they were told.
    read read_decisions(ReadDecisions) -> Decisions = decision::read;
    /// Writes an offer, or changes one that was not made.
    write write_offer(WriteOffer) -> Done = offer::write;
    /// Approves an offer, or sends it back.
    write approve_offer(ApproveOffer) -> Done = offer::approve;
    /// Records that an offer was made.
    write make_offer(MakeOffer) -> Done = offer::make;
    /// Records what came of an offer.
    write answer_offer(AnswerOffer) -> Done = offer::answer;
    /// Records what a candidate was told of an outcome.
    write tell_outcome(TellOutcome) -> Done = decision::tell;
    /// What is sealed of a candidate, without what is in it.
    read list_sealed(ListSealed) -> SealedView = sealed::list;
    /// What equality monitoring asks.
    read equality_form(Nothing) -> EqualityForm = sealed::equality_form;
    /// Records something sealed.
    write add_sealed(AddSealed) -> Done = sealed::add;
    /// Opens a sealed record, for a purpose.
    write open_sealed(OpenSealed) -> OpenedSealed = sealed::open;
    /// Erases one sealed record.
    shell erase_sealed(OneSealed) -> Done = Shell::erase_sealed;
    /// Keeps a copy of a paper with the check of it: the file that was dropped, or the one that the system's dialog asks for.
    shell add_copy(AddCopy) -> AddedDocuments = Shell::add_copy;
    /// Shows a page of the copy that is kept with a check, for a purpose.
    shell show_copy(ShowCopy) -> ShownDocument = Shell::show_copy;
    /// Saves the copy that is kept with a check, to be given to somebody.
    shell save_copy(OpenSealed) -> SavedFile = Shell::save_copy;
    /// What to put to a person who is asked for permission.
    read wordings(Nothing) -> Wordings = permission::wordings;
    /// Records a permission.
    write record_permission(RecordPermission) -> Done = permission::record;
    /// Withdraws a permission from today on.
    write withdraw_permission(WithdrawPermission) -> Done = permission::withdraw;
    /// What can be chosen for a disclosure, and what stands in the way.
    read disclosure_choices(DisclosureChoicesOf) -> DisclosureChoices = disclosure::choices;
    /// Records that something of a candidate was given to somebody outside.
    write record_disclosure(RecordDisclosure) -> Done = disclosure::record;
    /// Takes a disclosure back that was recorded by mistake.
    write take_back_disclosure(TakeBackDisclosure) -> Done = disclosure::take_back;
    /// The notice, promise by promise, with what shows that each is kept.
    read list_promises(Nothing) -> PromisesView = promise::list;
    /// The versions of the privacy notice, and who lacks one.
    read list_notice_versions(Nothing) -> NoticesView = notice::list;
    /// The versions of the privacy notice to choose from.
    read notice_choices(Nothing) -> NoticeChoices = notice::choices;
    /// Adds the next version of the privacy notice.
    write add_notice_version(AddNoticeVersion) -> Done = notice::add;
    /// Records that a candidate was given a version of the privacy notice.
    write give_notice(GiveNotice) -> Done = notice::give;
    /// Records that everybody of a source of whom nothing is recorded was given one.
    write give_notice_to_many(GiveNoticeToMany) -> NoticeGivenToMany = notice::give_to_many;
    /// Records why a candidate need not be given the privacy notice.
    write exempt_from_notice(ExemptFromNotice) -> Done = notice::exempt;
    /// Takes back what was recorded of a candidate and the privacy notice by mistake.
    write take_back_notice(TakeBackNotice) -> Done = notice::take_back;
    /// The purposes of the notice, with their lawful bases.
    read list_purposes(Nothing) -> PurposesView = purpose::list;
    /// Sets what a purpose says, as its next version.
    write set_purpose(SetPurpose) -> Done = purpose::set;
    /// Recipients, agreements, transfers, impact assessments and training.
    read list_registers(Nothing) -> RegistersView = register::list;
    /// Adds a line to a register.
    write add_register_item(AddRegisterItem) -> Done = register::add;
    /// Changes a line of a register.
    write change_register_item(ChangeRegisterItem) -> Done = register::change;
    /// Notes that a line of a register was looked at, and holds.
    write review_register_item(ReviewRegisterItem) -> Done = register::review;
    /// Recipients who are told of erasures, corrections and restrictions, and those who were.
    read list_recipients(Nothing) -> RecipientsView = recipients::list;
    /// Notes that a recipient was told.
    write tell_recipient(TellRecipient) -> Done = recipients::tell;
    /// Asks for a folder, by the system's dialog, and saves a notice to each recipient of what a preview shows there.
    shell save_notices(WriteNotices) -> SavedNotices = Shell::save_notices;
    /// Places a legal hold on a candidate's record.
    write place_hold(PlaceHold) -> Done = hold::place;
    /// Notes that a hold was looked at and is still needed.
    write review_hold(ReviewHold) -> Done = hold::review;
    /// Releases a hold that somebody else placed.
    write release_hold(ReleaseHold) -> Done = hold::release;
    /// Logs a request of somebody about their data.
    write log_request(LogRequest) -> LoggedRequest = rights::log;
    /// The log of requests.
    read list_requests(Nothing) -> RequestsView = rights::list;
    /// Opens a request.
    read open_request(OneRequest) -> RequestView = rights::open;
    /// Notes what happened on a request.
    write note_request(NoteRequest) -> Done = rights::note;
    /// Decides on a right of a request.
    write decide_request(DecideRequest) -> Done = rights::decide;
    /// Puts together what is held of whoever made a request.
    write assemble_pack(AssemblePack) -> PackReview = rights::assemble;
    /// Saves what is held for whoever made a request.
    shell save_pack(SavePack) -> SavedFile = Shell::save_pack;
    /// What others found or wrote of whoever made a request, with their view of each.
    read list_opinions(OneRequest) -> OpinionsView = rights::opinions;
    /// Notes what somebody says of what another found or wrote of them.
    write annotate_opinion(AnnotateOpinion) -> Done = rights::annotate;
    /// Asks for a folder, and saves a notice to each recipient of what a request had corrected or restricted there.
    shell save_request_notices(OneRequest) -> SavedNotices = Shell::save_request_notices;
    /// Saves the letter that confirms the receipt of a request.
    shell save_request_receipt(WriteRequestLetter) -> SavedFile = Shell::save_request_receipt;
    /// What an erasure that was asked for would take.
    read plan_erasure(OneRequest) -> ErasurePlan = rights::plan_erasure;
    /// Erases what was asked for.
    write erase_on_request(EraseOnRequest) -> ErasureReceipt = rights::erase_on_request;
    /// Saves the letter that answers a request.
    shell save_request_letter(WriteRequestLetter) -> SavedFile = Shell::save_request_letter;
    /// Closes a request.
    write close_request(CloseRequest) -> Done = rights::close;
    /// Reports an incident: a personal data breach, or a near miss.
    write report_incident(ReportIncident) -> ReportedIncident = incident::report;
    /// The register of incidents, or what one reported oneself.
    read list_incidents(Nothing) -> IncidentsView = incident::list;
    /// Opens an incident.
    read open_incident(OneIncident) -> IncidentView = incident::open;
    /// Says when the organisation became aware of an incident.
    write set_awareness(SetAwareness) -> Done = incident::set_awareness;
    /// How many people's records an account's laptop could open.
    read incident_reach(IncidentReachOf) -> IncidentReachView = incident::reach;
    /// Says who is affected by an incident.
    write change_affected(ChangeAffected) -> Done = incident::change_affected;
    /// Lists who is affected by an incident.
    write list_affected(ListAffected) -> AffectedView = incident::list_affected;
    /// What risk the rules propose.
    read propose_risk(ProposeRisk) -> ProposedRisk = incident::propose_risk;
    /// Assesses an incident.
    write assess_incident(AssessIncident) -> Done = incident::assess;
    /// Records that the regulator was told of an incident, or that it is not.
    write decide_incident(DecideIncident) -> Done = incident::decide;
    /// Notes that people affected by an incident were told, or why they are not.
    write tell_affected(TellAffected) -> Done = incident::tell;
    /// Notes what was done about an incident.
    write note_measures(NoteMeasures) -> Done = incident::note_measures;
    /// Closes an incident.
    write close_incident(CloseIncident) -> Done = incident::close;
    /// Enters a complaint about how somebody's data were handled.
    write record_complaint(RecordComplaint) -> RecordedComplaint = complaint::record;
    /// The register of complaints.
    read list_complaints(Nothing) -> ComplaintsView = complaint::list;
    /// Opens a complaint.
    read open_complaint(OneComplaint) -> ComplaintView = complaint::open;
    /// Records that the receipt of a complaint was confirmed.
    write confirm_complaint(AcknowledgeComplaint) -> Done = complaint::acknowledge;
    /// Notes what was done about a complaint, or how far it has come, as the person was told.
    write note_complaint(NoteComplaint) -> Done = complaint::note;
    /// Records what comes of a complaint.
    write decide_complaint(DecideComplaint) -> Done = complaint::decide;
    /// Records that the person was told the outcome.
    write close_complaint(CloseComplaint) -> Done = complaint::close;
    /// Says which request a complaint is about.
    write link_complaint(LinkComplaint) -> Done = complaint::link;
    /// Asks where to save the letter that confirms the receipt of a complaint, and saves it.
    shell save_complaint_receipt(OneComplaint) -> SavedFile = Shell::save_complaint_receipt;
    /// Asks where to save a form for complaints, and saves it.
    shell save_complaint_form(Nothing) -> SavedFile = Shell::save_complaint_form;
    /// Asks where to save the letter on the outcome of a complaint, and saves it.
    shell save_outcome_letter(OneComplaint) -> SavedFile = Shell::save_outcome_letter;
    /// The reserve list.
    read list_reserve(ListReserve) -> ReserveList = reserve::list;
    /// What a place on the reserve list could stand on.
    read reserve_choices(ReserveChoices) -> ReserveChoicesView = reserve::choices;
    /// Puts a candidate on the reserve list.
    write add_to_reserve(AddToReserve) -> Done = reserve::add;
    /// Takes a candidate off the reserve list.
    write remove_from_reserve(RemoveFromReserve) -> LeftReserve = reserve::remove;
    /// Changes what a place on the reserve list covers.
    write change_reserve_place(ChangeReservePlace) -> Done = reserve::change;
    /// Renews a place on the reserve list by a new permission.
    write renew_reserve_place(RenewReservePlace) -> Done = reserve::renew;
    /// Who on the reserve list fits a vacancy, and why.
    read reserve_matches(OpenVacancy) -> ReserveMatches = reserve::matches;
    /// Says what a role asks for.
    write describe_role(DescribeRole) -> Done = reserve::describe_role;
    /// Records that somebody on the reserve list was contacted about a vacancy.
    write record_contact(RecordContact) -> Done = reserve::record_contact;
    /// Records what came of a contact.
    write answer_contact(AnswerContact) -> Done = reserve::answer_contact;
    /// The vacancies this viewer may see.
    read list_vacancies(ListVacancies) -> VacancyList = vacancy::list;
    /// Opens one vacancy.
    read open_vacancy(OpenVacancy) -> VacancyView = vacancy::open;
    /// A vacancy's applications by stage.
    read read_board(OpenVacancy) -> Board = vacancy::board;
    /// The pipeline in figures, of one vacancy or of all.
    read read_pipeline(ReadPipeline) -> PipelineView = pipeline::read;
    /// Asks where to save a picture of figures, by the system's dialog, and saves it.
    shell save_picture(SavePicture) -> SavedFile = Shell::save_picture;
    /// The teams of the organisation.
    read list_teams(Nothing) -> Teams = vacancy::teams;
    /// Adds a vacancy.
    write add_vacancy(AddVacancy) -> AddedVacancy = vacancy::add;
    /// Changes a vacancy.
    write edit_vacancy(EditVacancy) -> Done = vacancy::edit;
    /// Closes a vacancy out.
    write close_out_vacancy(CloseOutVacancy) -> Done = vacancy::close_out;
    /// Names the people of a vacancy.
    write assign_people(AssignPeople) -> Done = vacancy::assign_people;
    /// The accounts of the store.
    read list_accounts(Nothing) -> Accounts = organisation::accounts;
    /// Adds an account.
    write add_account(AddAccount) -> Done = organisation::add_account;
    /// Changes what an account is in the organisation.
    write change_role(ChangeRole) -> RoleChanged = people::change_role;
    /// Makes an account a member who directs a team.
    write name_director(NameDirector) -> RoleChanged = people::name_director;
    /// Gives an account the key to a sealed class.
    write give_compartment(GiveCompartment) -> Done = people::give_compartment;
    /// Takes the key to a sealed class from an account.
    write take_compartment(TakeCompartment) -> Done = people::take_compartment;
    /// Ends somebody's part in something.
    write end_part(EndPart) -> Done = people::end_part;
    /// Lets somebody audit something, for at most ninety days.
    write grant_audit(GrantAudit) -> Done = people::grant_audit;
    /// Records that somebody took data protection training.
    write record_training(RecordTraining) -> Done = people::record_training;
    /// One's own training.
    read my_training(Nothing) -> TrainingView = people::my_training;
    /// Declares a conflict of interest.
    write declare_conflict(DeclareConflict) -> Done = people::declare_conflict;
    /// Lifts a conflict of interest.
    write withdraw_conflict(WithdrawConflict) -> Done = people::withdraw_conflict;
    /// What the organisation set about access.
    read access_policy(Nothing) -> AccessPolicy = people::policy;
    /// Sets what the organisation may set about access.
    write set_access_policy(AccessPolicy) -> Done = people::set_policy;
    /// Whose bank holidays count.
    read bank_holidays(Nothing) -> BankHolidaysView = organisation::bank_holidays;
    /// Sets whose bank holidays count.
    write set_bank_holidays(SetBankHolidays) -> Done = organisation::set_bank_holidays;
    /// Who may see a candidate, and why.
    read who_can_see(WhoCanSee) -> WhoCanSeeView = people::who_can_see;
    /// What somebody may see, and why.
    read what_can_see(WhatCanSee) -> WhatCanSeeView = people::what_can_see;
    /// Asks where to save a file of who can see what, by the system's dialog, and saves it.
    shell export_access_review(ExportReview) -> SavedFile = Shell::export_access_review;
    /// Why something may not be seen.
    read why_not(WhyNot) -> WhyNotView = people::why_not;
    /// Takes an account out, and changes the store's key.
    write remove_account(RemoveAccount) -> Done = keys::remove_account;
    /// Gives somebody else another passphrase, and fresh keys with it.
    write reset_passphrase(ResetPassphrase) -> PassphraseReset = keys::reset_passphrase;
    /// Changes the passphrase of whoever is signed in.
    write change_passphrase(ChangePassphrase) -> Done = keys::change_passphrase;
    /// Makes a recovery sheet, in the place of the one before.
    write make_recovery_sheet(Nothing) -> RecoverySheet = keys::make_recovery_sheet;
    /// Notes that the recovery sheet was typed back from paper.
    write confirm_recovery_sheet(ConfirmRecoverySheet) -> Done = keys::confirm_recovery_sheet;
    /// What goes when.
    read retention_overview(Nothing) -> RetentionOverview = retention::overview;
    /// The organisation's periods, with their bounds and versions.
    read retention_policy(Nothing) -> PolicyView = retention::policy;
    /// The records that go within thirty days and wait for a look.
    read retention_reviews(Nothing) -> RetentionReviews = retention::reviews;
    /// Notes that records were looked at before they go.
    write review_records(ReviewRecords) -> Done = retention::review;
    /// Decides everybody anew under other periods, and says what would change.
    read what_if_policy(WhatIfPolicy) -> PolicyWhatIf = retention::what_if;
    /// Sets the organisation's periods, from today on.
    write set_retention_policy(SetRetentionPolicy) -> Done = retention::set_policy;
    /// Works out what an erasure would do.
    read preview_erasure(PreviewErasure) -> ErasurePreview = retention::preview;
    /// Erases what a preview showed.
    write erase(Erase) -> ErasureReceipt = retention::erase;
    /// Erases what is due right after a sign-in, if the organisation chose that.
    write sweep_at_sign_in(SweepAtSignIn) -> SweptAtSignIn = retention::sweep_at_sign_in;
    /// Chooses whether what is due is erased at sign-in, without asking.
    write set_sweep_at_sign_in(SetSweepAtSignIn) -> Done = retention::set_sweep_at_sign_in;
    /// Asks where to save the report of an erasure or a period, or the retention schedule, and saves it.
    shell save_report(MakeReport) -> SavedFile = Shell::save_report;
    /// Asks where to save a letter to somebody whose record goes, and saves it.
    shell save_letter(WriteLetter) -> SavedFile = Shell::save_letter;
    /// Takes the file of applicants that was dropped, or asks for one by the system's dialog, and looks at it.
    shell choose_import_file(ChooseImport) -> ChosenImport = Shell::choose_import_file;
    /// Looks at the chosen file again, with choices made.
    read preview_import(PreviewImport) -> ImportPreview = import::preview;
    /// What a column of a file can be taken for.
    read import_targets(Nothing) -> ImportTargets = import::targets;
    /// Brings the chosen file in.
    write run_import(RunImport) -> ImportReceipt = import::run;
    /// Takes an import back.
    write undo_import(UndoImport) -> ImportUndone = import::take_back;
    /// Earlier imports.
    read list_imports(Nothing) -> Imports = import::list;
    /// The backups that are known.
    read list_backups(Nothing) -> Backups = backup::list;
    /// Asks where to save a backup, by the system's dialog, and makes it there.
    shell make_backup(Nothing) -> MadeBackup = Shell::make_backup;
    /// Takes a backup off the list whose folder is gone for good.
    write forget_backup(ForgetBackup) -> Done = backup::forget;
    /// Those who asked not to be approached.
    read list_do_not_approach(Nothing) -> DoNotApproach = approach::list;
    /// Takes somebody off that list, who asked for it.
    write allow_approach(AllowApproach) -> Done = approach::allow;
    /// Reads a page of the journal.
    read read_journal(ReadJournal) -> JournalPage = journal::read;
    /// Walks the journal's chain.
    read check_journal(Nothing) -> JournalCheck = journal::check;
    /// Reads the figures that remain of people who were erased.
    read read_statistics(Nothing) -> Statistics = statistics::read;
    /// Takes a change back.
    write undo(Undo) -> Undone = undo::take_back;
}
