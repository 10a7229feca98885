//! How a table of a pack is read: what is told of its lines, and by which way they lead to the candidate.

use domain::access::DataClass;

/// Where the lines of a table are found.
#[derive(Clone, Copy)]
pub(super) enum Rows {
    /// In rows that name the candidate.
    Own(&'static str),
    /// The same, with the application that a row may name, and its vacancy.
    ForRole(&'static str),
    /// With their applications, and the vacancy of each.
    Applications,
    /// With the interviews of their applications, and the vacancy of each.
    Interviews,
    /// By a question of its own.
    Whole(&'static str),
}

/// One table of a pack.
pub(super) struct Source {
    /// Its name in the schema.
    pub(super) table: &'static str,
    /// What it is, in words.
    pub(super) title: &'static str,
    /// The class that says who sees it.
    pub(super) class: DataClass,
    from: Rows,
    columns: &'static str,
    joins: &'static str,
    order: &'static str,
}

pub(super) const fn of(
    table: &'static str,
    title: &'static str,
    class: DataClass,
    from: Rows,
    columns: &'static str,
    joins: &'static str,
    order: &'static str,
) -> Source {
    Source {
        table,
        title,
        class,
        from,
        columns,
        joins,
        order,
    }
}

impl Source {
    /// Reads it by the candidate's row, and, where it needs that, their id.
    pub(super) fn sql(&self) -> String {
        let Self {
            columns,
            joins,
            order,
            ..
        } = self;
        let (from, whose) = match self.from {
            Rows::Whole(sql) => return sql.to_owned(),
            Rows::Own(of) => (of.to_owned(), of),
            Rows::ForRole(of) => (
                format!(
                    "{of}
                     LEFT JOIN application ON application.row = {of}.application
                     LEFT JOIN vacancy ON vacancy.row = application.vacancy"
                ),
                of,
            ),
            Rows::Applications => (APPLICATIONS.to_owned(), "application"),
            Rows::Interviews => (
                format!("{APPLICATIONS} JOIN interview ON interview.application = application.row"),
                "application",
            ),
        };
        format!(
            "SELECT {columns} FROM {from} {joins} WHERE {whose}.candidate = :candidate ORDER BY {order}"
        )
    }
}

const APPLICATIONS: &str = "application JOIN vacancy ON vacancy.row = application.vacancy";
