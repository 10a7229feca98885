//! What keeps a record from being erased, each a condition on a row of `candidate`: the one place that says it
//! (RULEBOOK RET-06 to RET-09, RET-13).

/// A legal hold stands, of the record or of one application (RET-06).
macro_rules! held {
    () => {
        "EXISTS (SELECT 1 FROM hold WHERE hold.candidate = candidate.row AND hold.released_on IS NULL)"
    };
}

/// An open incident names them (RET-09).
macro_rules! open_incident {
    () => {
        "EXISTS (
            SELECT 1
            FROM incident_person
            JOIN incident ON incident.row = incident_person.incident
            WHERE incident_person.candidate = candidate.row AND incident.closed_on IS NULL
        )"
    };
}

/// A request keeps the record (RET-07), or has it only stored (RET-08).
macro_rules! kept_by_request {
    () => {
        "EXISTS (
            SELECT 1
            FROM rights_request
            WHERE rights_request.candidate = candidate.row
              AND (
                  rights_request.keeps = 1
                  OR rights_request.restricted_on IS NOT NULL AND rights_request.lifted_on IS NULL
              )
        )"
    };
}

/// An open complaint names them (RET-09).
macro_rules! open_complaint {
    () => {
        "EXISTS (
            SELECT 1 FROM complaint WHERE complaint.candidate = candidate.row AND complaint.told_on IS NULL
        )"
    };
}

/// That somebody hired is not handed over yet (RET-13).
macro_rules! not_handed_over {
    () => {
        "EXISTS (
            SELECT 1
            FROM application AS hired
            WHERE hired.candidate = candidate.row AND hired.outcome = 'hired' AND hired.handed_over_on IS NULL
        )"
    };
}

/// A request keeps the record, or has it only stored.
pub(crate) const KEPT_BY_REQUEST: &str = kept_by_request!();

/// That somebody hired is not handed over yet: it blocks once the date has come.
pub(crate) const NOT_HANDED_OVER: &str = not_handed_over!();

/// What keeps everything of somebody at any time, but for a legal hold, which may be of one application.
pub(crate) const KEPT_WHOLE: &str = concat!(
    "(",
    open_incident!(),
    " OR ",
    kept_by_request!(),
    " OR ",
    open_complaint!(),
    ")"
);

/// What keeps the record at any time: a legal hold, and what keeps everything.
pub(crate) const KEPT: &str = concat!(
    "(",
    held!(),
    " OR ",
    open_incident!(),
    " OR ",
    kept_by_request!(),
    " OR ",
    open_complaint!(),
    ")"
);

/// Nothing keeps a record whose day has come.
pub(crate) const NOT_BLOCKED: &str = concat!(
    "NOT ",
    not_handed_over!(),
    " AND NOT ",
    held!(),
    " AND NOT ",
    open_incident!(),
    " AND NOT ",
    kept_by_request!(),
    " AND NOT ",
    open_complaint!()
);
