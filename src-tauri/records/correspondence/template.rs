//! Templates of messages: the organisation's own, and what they say when they are filled in for somebody.

use std::collections::BTreeMap;

use domain::access;
use domain::consent::{PermissionPurpose, wording};
use domain::correspondence::{
    MergeField, MessagePurpose, OPT_OUT, Rendered, Template, TemplateProblem,
};
use domain::dates::plain;
use domain::id::{ApplicationId, CandidateId, MessageTemplateId, VacancyId};
use domain::interview::{InterviewPlan, InterviewState};
use domain::text::{Line, Prose};
use serde::{Deserialize, Serialize};
use store::{Detail, Entry, InterviewsOf, MessageTemplate, StoreError, TemplateText};

use super::writing;
use crate::desk::{ReadDesk, WriteDesk};
use crate::error::{Error, Problem};
use crate::view::{Done, Nothing};

/// The templates.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct Templates {
    /// By name.
    pub templates: Vec<TemplateView>,
    /// The merge fields there are, as they are typed.
    pub fields: Vec<String>,
    /// Whether this viewer may change them.
    pub may_edit: bool,
}

/// A template.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct TemplateView {
    /// Which.
    pub template: MessageTemplateId,
    /// Goes up with every change.
    pub revision: u32,
    /// What messages from it are for.
    pub purpose: MessagePurpose,
    /// What it is called.
    pub name: String,
    /// The subject, with merge fields.
    pub subject: String,
    /// The text, with merge fields.
    pub body: String,
}

/// Names a template as it was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct OneTemplate {
    /// Which.
    pub template: MessageTemplateId,
    /// At which revision.
    pub revision: u32,
}

/// What a template says.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct TemplateFields {
    /// What messages from it are for.
    pub purpose: MessagePurpose,
    /// What it is called.
    pub name: Line,
    /// The subject, with merge fields.
    pub subject: Line,
    /// The text, with merge fields.
    pub body: Prose,
}

/// Adds a template or changes one.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct SaveTemplate {
    /// The one to change; none adds another.
    pub of: Option<OneTemplate>,
    /// What it says.
    pub fields: TemplateFields,
}

/// Asks what a template would say.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct PreviewTemplate {
    /// The subject, with merge fields.
    pub subject: Prose,
    /// The text, with merge fields.
    pub body: Prose,
}

/// What a template would say to somebody made up.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct TemplatePreview {
    /// The subject.
    pub subject: String,
    /// The text.
    pub body: String,
    /// What is wrong in the subject and the text, each with its place.
    pub problems: Vec<String>,
}

/// Asks for a template filled in for somebody.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct MergeTemplate {
    /// For whom.
    pub candidate: CandidateId,
    /// The application it is about.
    pub application: Option<ApplicationId>,
    /// The vacancy it is about, where it is about no application.
    pub vacancy: Option<VacancyId>,
    /// Which.
    pub template: MessageTemplateId,
}

/// A template filled in. What is missing stands in it in braces.
#[derive(Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct MergedMessage {
    /// What it is for.
    pub purpose: MessagePurpose,
    /// The subject.
    pub subject: String,
    /// The text.
    pub body: String,
}

impl std::fmt::Debug for MergedMessage {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("MergedMessage([withheld])")
    }
}

/// The templates, for whoever has to do with candidates or the organisation.
///
/// # Errors
/// A refusal for an account that may list nobody.
pub fn templates(desk: &ReadDesk<'_>, _: Nothing) -> Result<Templates, Error> {
    let permit = desk.permit_over_all::<access::ListCandidates>()?;
    let templates = desk.records.message_templates(&permit)?;
    Ok(Templates {
        templates: templates.into_iter().map(view).collect(),
        fields: MergeField::ALL.iter().map(MergeField::to_string).collect(),
        may_edit: desk.may::<access::ManageAccounts>(access::Subject::Organisation),
    })
}

fn view(template: MessageTemplate) -> TemplateView {
    TemplateView {
        template: template.id,
        revision: template.revision,
        purpose: template.text.purpose,
        name: template.text.name.into(),
        subject: template.text.subject.into(),
        body: template.text.body.into(),
    }
}

/// Adds a template, or changes one.
///
/// # Errors
/// A refusal for everyone but HR; [`Error::Invalid`] for a field that nobody knows or a name that is taken;
/// [`Error::Stale`] when it was changed meanwhile.
pub fn save_template(desk: &mut WriteDesk<'_>, request: SaveTemplate) -> Result<Done, Error> {
    let permit = desk.permit_on_organisation::<access::ManageAccounts>()?;
    let TemplateFields {
        purpose,
        name,
        subject,
        body,
    } = request.fields;
    let mut problems = Vec::new();
    for (field, text) in [("subject", subject.as_str()), ("body", body.as_str())] {
        if text.is_empty() {
            problems.push(Problem {
                field,
                sentence: "Write something here.".to_owned(),
            });
        } else if let Err(found) = Template::parse(text) {
            problems.push(Problem {
                field,
                sentence: sentences(&found).join(" "),
            });
        }
    }
    if !problems.is_empty() {
        return Err(Error::Invalid(problems));
    }
    let text = TemplateText {
        purpose,
        name,
        subject,
        body,
    };
    let word = Detail::Word(purpose.code());
    let saved = desk.write(&permit, |tx| match request.of {
        None => {
            tx.insert_message_template(&permit, &text)?;
            Ok(((), Entry::new("add-template").with("message", word)))
        }
        Some(OneTemplate { template, revision }) => {
            tx.change_message_template(&permit, template, revision, &text)?;
            Ok(((), Entry::new("change-template").with("message", word)))
        }
    });
    match saved {
        Ok(()) => Ok(Done { undo: None }),
        Err(Error::Store(StoreError::InUse)) => Err(Error::invalid(
            "name",
            "Another template has this name. Give it another.",
        )),
        Err(error) => Err(error),
    }
}

/// Removes a template.
///
/// # Errors
/// A refusal for everyone but HR; [`Error::Stale`] when it was changed meanwhile.
pub fn remove_template(desk: &mut WriteDesk<'_>, request: OneTemplate) -> Result<Done, Error> {
    let permit = desk.permit_on_organisation::<access::ManageAccounts>()?;
    desk.write(&permit, |tx| {
        tx.remove_message_template(&permit, request.template, request.revision)?;
        Ok(((), Entry::new("remove-template")))
    })?;
    Ok(Done { undo: None })
}

fn sentences(problems: &[TemplateProblem]) -> Vec<String> {
    problems.iter().map(TemplateProblem::to_string).collect()
}

/// What a template would say to somebody made up, and what is wrong in it.
///
/// # Errors
/// A refusal for everyone but HR.
pub fn preview_template(
    desk: &ReadDesk<'_>,
    request: PreviewTemplate,
) -> Result<TemplatePreview, Error> {
    desk.permit_on_organisation::<access::ManageAccounts>()?;
    let mut values = everyones(desk)?;
    values.extend([
        (MergeField::CandidateName, "Robin Sample".to_owned()),
        (MergeField::PreferredName, "Robin".to_owned()),
        (MergeField::Vacancy, "Press Officer".to_owned()),
        (MergeField::AppliedOn, plain(desk.today)),
    ]);
    let mut problems = Vec::new();
    let mut filled = |text: &str| match Template::parse(text) {
        Ok(template) => template.render(&values).text,
        Err(found) => {
            problems.extend(sentences(&found));
            text.to_owned()
        }
    };
    let subject = filled(request.subject.as_str());
    let body = filled(request.body.as_str());
    Ok(TemplatePreview {
        subject,
        body,
        problems,
    })
}

/// A template filled in for somebody.
///
/// # Errors
/// A refusal for those who may not write to the candidate, or not read the vacancy; [`Error::NotFound`] for a template that
/// is gone.
pub fn merge(desk: &ReadDesk<'_>, request: MergeTemplate) -> Result<MergedMessage, Error> {
    let permit = writing(desk, request.candidate)?;
    let template = desk
        .records
        .message_templates(&permit)?
        .into_iter()
        .find(|known| known.id == request.template)
        .ok_or(Error::NotFound)?;
    let mut values = everyones(desk)?;
    if let access::Called::Name(name) = desk.records.candidate(&permit)?.called {
        let full = name.full();
        let familiar = name.preferred.or(name.given);
        values.insert(
            MergeField::PreferredName,
            familiar.map_or_else(|| full.clone(), Into::into),
        );
        values.insert(MergeField::CandidateName, full);
    }
    if let Some(application) = request.application {
        let application = desk.records.application(&permit, application)?;
        values.insert(MergeField::Vacancy, application.vacancy_title.into());
        values.insert(MergeField::AppliedOn, plain(application.applied_on));
        if let Some(plan) = next_interview(desk, &permit, application.id)? {
            values.insert(MergeField::InterviewDate, plain(plan.on));
            values.insert(MergeField::InterviewTime, plan.at.to_string());
            if let Some(place) = plan.place {
                values.insert(MergeField::InterviewPlace, place.into());
            }
        }
    } else if let Some(vacancy) = request.vacancy {
        let reading = desk.permit_on_vacancy::<access::ReadVacancy>(vacancy)?;
        let title = desk.records.vacancy(&reading)?.details.title;
        values.insert(MergeField::Vacancy, title.into());
    }
    let filled = |text: &str| -> Result<Rendered, Error> {
        // A template was read through when it was saved; a field that a later version takes away is told as damage.
        let template = Template::parse(text).map_err(|_problems| {
            Error::Store(StoreError::Unreadable {
                column: "message_template.body",
            })
        })?;
        Ok(template.render(&values))
    };
    Ok(MergedMessage {
        purpose: template.text.purpose,
        subject: filled(template.text.subject.as_str())?.text,
        body: filled(template.text.body.as_str())?.text,
    })
}

/// When and where the next interview of an application is: of those that are planned and not over, the soonest.
fn next_interview(
    desk: &ReadDesk<'_>,
    permit: &access::Permit<access::EditCandidate>,
    application: ApplicationId,
) -> Result<Option<InterviewPlan>, Error> {
    let interviews = desk
        .records
        .interviews(permit, InterviewsOf::Application(application))?;
    Ok(interviews
        .into_iter()
        .filter(|interview| interview.state == InterviewState::Planned)
        .map(|interview| interview.plan)
        .filter(|plan| !plan.is_over(desk.now))
        .min_by_key(|plan| (plan.on, plan.at)))
}

/// The values that are the same whoever is written to.
fn everyones(desk: &ReadDesk<'_>) -> Result<BTreeMap<MergeField, String>, Error> {
    let name = desk
        .names()?
        .remove(&desk.session.account())
        .unwrap_or_default();
    let asks = |purpose| wording(purpose).text.to_owned();
    Ok(BTreeMap::from([
        (
            MergeField::Organisation,
            desk.records.organisation()?.name.into(),
        ),
        (MergeField::YourName, name),
        (MergeField::Today, plain(desk.today)),
        (
            MergeField::AskToKeepLonger,
            asks(PermissionPurpose::KeepLonger),
        ),
        (
            MergeField::AskForReserveList,
            asks(PermissionPurpose::ReserveList),
        ),
        (
            MergeField::AskForOtherVacancies,
            asks(PermissionPurpose::OtherVacancies),
        ),
        (MergeField::OptOut, OPT_OUT.to_owned()),
    ]))
}
