//! Vectors of time: months, working days, London, the trusted clock, hours (RULEBOOK §2, BRE-03).

use chrono::{DateTime, NaiveDate, NaiveDateTime, SecondsFormat, Utc};
use serde::Deserialize;
use serde_json::Value;

use crate::clock::{self, ClockTolerance};
use crate::dates;
use crate::deadline;
use crate::holidays::Nation;
use crate::rules::Answer;
use crate::rules::file::{Context, date, fields, input};

pub(super) fn months_after(value: Value) -> Answer {
    #[derive(Deserialize)]
    struct Input {
        date: NaiveDate,
        months: u32,
    }
    let asked: Input = input(value)?;
    Ok(fields([(
        "date",
        date(dates::months_after(asked.date, asked.months)),
    )]))
}

pub(super) fn working_day(context: &Context, value: Value) -> Answer {
    #[derive(Deserialize)]
    struct Input {
        date: NaiveDate,
        #[serde(default)]
        nation: Nation,
    }
    let asked: Input = input(value)?;
    let calendar = context.holidays.of(asked.nation);
    let rolled = calendar.roll(asked.date);
    Ok(fields([
        ("working", Value::from(calendar.is_working(asked.date))),
        ("next", date(rolled.date)),
        ("rolled", date(rolled.date)),
        ("beyond_data", Value::from(rolled.beyond_data)),
    ]))
}

pub(super) fn london_date(value: Value) -> Answer {
    #[derive(Deserialize)]
    struct Input {
        instant_utc: DateTime<Utc>,
    }
    let asked: Input = input(value)?;
    Ok(fields([
        ("london_date", date(clock::london_date(asked.instant_utc))),
        ("london", london(asked.instant_utc)),
    ]))
}

pub(super) fn day_end(value: Value) -> Answer {
    #[derive(Deserialize)]
    struct Input {
        date: NaiveDate,
    }
    let asked: Input = input(value)?;
    Ok(fields([(
        "ends_before_utc",
        utc(dates::day_ends_before(asked.date)),
    )]))
}

pub(super) fn trusted_clock(value: Value) -> Answer {
    #[derive(Deserialize)]
    struct Input {
        last_seen_utc: DateTime<Utc>,
        system_utc: DateTime<Utc>,
        tolerance_minutes: Option<u8>,
        jump_days: Option<u8>,
    }
    let asked: Input = input(value)?;
    let usual = ClockTolerance::default();
    let tolerance = ClockTolerance {
        behind_minutes: asked.tolerance_minutes.unwrap_or(usual.behind_minutes),
        ahead_days: asked.jump_days.unwrap_or(usual.ahead_days),
    };
    let trusted = clock::trust(asked.last_seen_utc, asked.system_utc, tolerance);
    Ok(fields([
        ("trusted_utc", utc(trusted.at)),
        ("verdict", Value::from(trusted.check.code())),
        ("erasure", Value::from(trusted.check.erasure())),
        ("new_entries_at", utc(trusted.entries_at)),
    ]))
}

pub(super) fn breach(value: Value) -> Answer {
    #[derive(Deserialize)]
    struct Input {
        aware_utc: Option<DateTime<Utc>>,
        aware_local: Option<NaiveDateTime>,
    }
    let asked: Input = input(value)?;
    let aware = asked
        .aware_utc
        .or_else(|| asked.aware_local.map(dates::instant_of))
        .ok_or("neither aware_utc nor aware_local is given")?;
    let deadline = deadline::breach(aware);
    let clock_time = clock::london_time(deadline.due_at).naive_local();
    Ok(fields([
        ("due_utc", utc(deadline.due_at)),
        ("due_local", london(deadline.due_at)),
        ("aware_local", london(aware)),
        ("latest_1182_utc", utc(deadline.latest_1182)),
        ("by_utc", utc(deadline.due_at)),
        (
            "by_local",
            Value::from(clock_time.format("%Y-%m-%dT%H:%M:%S%.f").to_string()),
        ),
    ]))
}

fn utc(instant: DateTime<Utc>) -> Value {
    Value::from(instant.to_rfc3339_opts(SecondsFormat::AutoSi, true))
}

fn london(instant: DateTime<Utc>) -> Value {
    Value::from(clock::london_time(instant).to_rfc3339_opts(SecondsFormat::AutoSi, false))
}
