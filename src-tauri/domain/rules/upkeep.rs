//! Vectors of everything that is kept up: permissions, training, grants, reviews, backups, the fee (RULEBOOK
//! CON-06, ACC-05 to ACC-07, RET-06, RET-17 to RET-19, ERA-06, REC-01).

use chrono::NaiveDate;
use serde::Deserialize;
use serde_json::Value;

use crate::consent::Term;
use crate::deadline::{self, TrainingFacts, TribunalFacts};
use crate::holidays::Nation;
use crate::retention::{PolicyValues, RetentionPolicy};
use crate::rules::Answer;
use crate::rules::file::{Context, date, fields, input};

pub(super) fn permission(context: &Context, value: Value) -> Answer {
    #[derive(Deserialize)]
    struct Input {
        given: NaiveDate,
        months: Option<u8>,
        withdrawn: Option<NaiveDate>,
        reminder_days: Option<u8>,
        today: NaiveDate,
    }
    let asked: Input = input(value)?;
    let values = *context.policy.values();
    let reminder = asked
        .reminder_days
        .unwrap_or(values.permission_reminder_days);
    let policy = RetentionPolicy::new(PolicyValues {
        permission_reminder_days: reminder,
        ..values
    })
    .map_err(|error| error.to_string())?;
    let term = Term::new(
        asked.given,
        asked.months.unwrap_or(values.permission_months),
        asked.withdrawn,
        &policy,
    );
    Ok(fields([
        ("ends", date(term.ends_on)),
        ("live", Value::from(term.is_live(asked.today))),
        ("remind_from", date(term.remind_from)),
    ]))
}

pub(super) fn training(context: &Context, value: Value) -> Answer {
    #[derive(Deserialize)]
    struct Input {
        #[serde(alias = "last_training")]
        last: Option<NaiveDate>,
        live_induction: Option<NaiveDate>,
        months: Option<u8>,
        today: NaiveDate,
    }
    let asked: Input = input(value)?;
    let facts = TrainingFacts {
        last_on: asked.last,
        induction_on: asked.live_induction,
        months: asked.months.unwrap_or(context.other.training_months),
    };
    let verdict = deadline::training(&facts, asked.today);
    Ok(fields([
        ("valid_through", date(verdict.valid_through)),
        ("valid", Value::from(verdict.course_valid)),
        ("access", Value::from(verdict.access)),
    ]))
}

pub(super) fn panel(context: &Context, value: Value) -> Answer {
    #[derive(Deserialize)]
    struct Input {
        vacancy_closed_out: NaiveDate,
        grace_days: Option<u8>,
        today: NaiveDate,
    }
    let asked: Input = input(value)?;
    let grace = asked.grace_days.unwrap_or(context.other.panel_grace_days);
    let access = deadline::panel_access(asked.vacancy_closed_out, grace, asked.today);
    Ok(fields([
        ("access", Value::from(access.access)),
        ("last_day", date(access.last_day)),
    ]))
}

pub(super) fn auditor(context: &Context, value: Value) -> Answer {
    #[derive(Deserialize)]
    struct Input {
        from: NaiveDate,
        to: NaiveDate,
        max_days: Option<u8>,
        today: NaiveDate,
    }
    let asked: Input = input(value)?;
    let most = asked.max_days.unwrap_or(context.other.auditor_max_days);
    let grant = deadline::auditor_grant(asked.from, asked.to, most, asked.today);
    Ok(fields([
        ("access", Value::from(grant.access)),
        ("accepted", Value::from(grant.accepted)),
    ]))
}

pub(super) fn hold_review(context: &Context, value: Value) -> Answer {
    #[derive(Deserialize)]
    struct Input {
        placed: NaiveDate,
        review_months: Option<u8>,
    }
    let asked: Input = input(value)?;
    let months = asked
        .review_months
        .unwrap_or(context.policy.values().hold_review_months);
    Ok(fields([(
        "review_by",
        date(deadline::hold_review(asked.placed, months)),
    )]))
}

pub(super) fn policy_document(context: &Context, value: Value) -> Answer {
    #[derive(Deserialize)]
    struct Input {
        processing_ceased: NaiveDate,
        #[serde(default)]
        nation: Nation,
    }
    let asked: Input = input(value)?;
    let until = deadline::keep_policy_document_until(
        asked.processing_ceased,
        context.holidays.of(asked.nation),
    );
    Ok(fields([("keep_policy_until", date(until.date))]))
}

pub(super) fn backups(context: &Context, value: Value) -> Answer {
    #[derive(Deserialize)]
    struct Input {
        last_backup_containing: NaiveDate,
        backup_retention_days: Option<u8>,
        today: NaiveDate,
    }
    let asked: Input = input(value)?;
    let days = asked
        .backup_retention_days
        .unwrap_or(context.other.backup_retention_days);
    let backups = deadline::backups_cleared(asked.last_backup_containing, days, asked.today);
    Ok(fields([
        ("beyond_use_until", date(backups.beyond_use_until)),
        ("cleared", Value::from(backups.cleared)),
    ]))
}

pub(super) fn tribunal(value: Value) -> Answer {
    #[derive(Deserialize)]
    struct Input {
        act: NaiveDate,
        limit_months: u8,
        acas_day_a: Option<NaiveDate>,
        acas_day_b: Option<NaiveDate>,
    }
    let asked: Input = input(value)?;
    let window = deadline::tribunal_window(&TribunalFacts {
        act_on: asked.act,
        limit_months: asked.limit_months,
        contacted_on: asked.acas_day_a,
        certificate_on: asked.acas_day_b,
    });
    let note = if window.contacted_too_late {
        Value::from("ACAS contacted after the limit: no extension")
    } else {
        Value::Null
    };
    Ok(fields([
        ("primary_last_day", date(window.primary_last_day)),
        ("last_day", date(window.last_day)),
        ("note", note),
    ]))
}

pub(super) fn recipients(context: &Context, value: Value) -> Answer {
    #[derive(Deserialize)]
    struct Input {
        erased_on: NaiveDate,
        policy_days: Option<u8>,
    }
    let asked: Input = input(value)?;
    let days = asked
        .policy_days
        .unwrap_or(context.other.recipient_notice_days);
    Ok(fields([(
        "tell_recipients_by",
        date(deadline::tell_recipients_by(asked.erased_on, days)),
    )]))
}

pub(super) fn registration(context: &Context, value: Value) -> Answer {
    #[derive(Deserialize)]
    struct Input {
        renewal_due: NaiveDate,
        reminder_days: Option<u8>,
        today: NaiveDate,
    }
    let asked: Input = input(value)?;
    let days = asked
        .reminder_days
        .unwrap_or(context.policy.values().permission_reminder_days);
    let renewal = deadline::renewal(asked.renewal_due, days, asked.today);
    Ok(fields([
        ("remind_from", date(renewal.remind_from)),
        ("reminding", Value::from(renewal.reminding)),
        ("lapsed", Value::from(renewal.lapsed)),
    ]))
}
