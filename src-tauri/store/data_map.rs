//! The data map: every table with something of a person, what of it hangs on which rows, and in which order those go.

use crate::column::json_rows;
use crate::error::StoreError;
use crate::write::Tx;

/// One table with something of a person.
#[derive(Clone, Copy, Debug)]
pub struct Held {
    /// The table.
    pub table: &'static str,
    /// Deletes rows of it, by a JSON list of the row numbers of what they hang on.
    pub delete: &'static str,
}

/// Tables that hang on rows of one kind, in the order theirs go, children first.
#[derive(Clone, Copy, Debug)]
pub struct Branch {
    /// Finds the rows they hang on, as a JSON list, by one of the row numbers of what goes.
    pub find: &'static str,
    /// The tables.
    pub tables: &'static [Held],
}

/// How the search index is rid of what goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum SearchIndex {
    /// Row by row.
    Cleaned,
    /// Not here: whoever deletes makes the whole index anew before calling them gone.
    MadeAnew,
}

const SEARCH: [&str; 2] = ["candidate_search", "document_search"];

/// What goes itself.
const THEMSELVES: &str = "SELECT ?1";

/// Documents, with everything that hangs on one.
const DOCUMENTS: &[Held] = &[
    Held {
        table: "erasure_intent",
        delete: "DELETE FROM erasure_intent WHERE document IN (SELECT value FROM json_each(?1))",
    },
    Held {
        table: "document_search",
        delete: "INSERT INTO document_search (document_search, rowid, body)
                 SELECT 'delete', document, body
                 FROM document_text
                 WHERE document IN (SELECT value FROM json_each(?1))",
    },
    Held {
        table: "document_text",
        delete: "DELETE FROM document_text WHERE document IN (SELECT value FROM json_each(?1))",
    },
    Held {
        table: "document_content",
        delete: "DELETE FROM document_content WHERE document IN (SELECT value FROM json_each(?1))",
    },
    Held {
        table: "message",
        delete: "DELETE FROM message WHERE document IN (SELECT value FROM json_each(?1))",
    },
    Held {
        table: "annotation",
        delete: "DELETE FROM annotation WHERE document IN (SELECT value FROM json_each(?1))",
    },
    Held {
        table: "document",
        delete: "DELETE FROM document WHERE row IN (SELECT value FROM json_each(?1))",
    },
];

/// Places on the reserve list, with everything that hangs on one.
const PLACES: &[Held] = &[
    Held {
        table: "reserve_contact",
        delete: "DELETE FROM reserve_contact WHERE reserve_entry IN (SELECT value FROM json_each(?1))",
    },
    Held {
        table: "reserve_entry",
        delete: "DELETE FROM reserve_entry WHERE row IN (SELECT value FROM json_each(?1))",
    },
];

/// What complaints say of somebody; their lines stay, to be counted, and name nobody.
const COMPLAINTS: &[Held] = &[
    Held {
        table: "complaint_word",
        delete: "DELETE FROM complaint_word WHERE complaint IN (SELECT value FROM json_each(?1))",
    },
    Held {
        table: "complaint",
        delete: "UPDATE complaint
                 SET candidate = NULL, revision = revision + 1
                 WHERE row IN (SELECT value FROM json_each(?1))",
    },
];

/// What is of an application's history: what happened to it, its interviews with what was found in them, its offer, and
/// what they were told of its outcome. It goes with the application, or before it (RULEBOOK 4.2).
const HISTORY: &[Held] = &[
    Held {
        table: "feedback_draft",
        delete: "DELETE FROM feedback_draft
                 WHERE interview IN (
                     SELECT row FROM interview WHERE application IN (SELECT value FROM json_each(?1))
                 )",
    },
    Held {
        table: "annotation",
        delete: "DELETE FROM annotation
                 WHERE interview IN (
                     SELECT row FROM interview WHERE application IN (SELECT value FROM json_each(?1))
                 )",
    },
    Held {
        table: "feedback",
        delete: "DELETE FROM feedback
                 WHERE interview IN (
                     SELECT row FROM interview WHERE application IN (SELECT value FROM json_each(?1))
                 )",
    },
    Held {
        table: "interviewer_criterion",
        delete: "DELETE FROM interviewer_criterion
                 WHERE interview IN (
                     SELECT row FROM interview WHERE application IN (SELECT value FROM json_each(?1))
                 )",
    },
    Held {
        table: "interviewer",
        delete: "DELETE FROM interviewer
                 WHERE interview IN (
                     SELECT row FROM interview WHERE application IN (SELECT value FROM json_each(?1))
                 )",
    },
    Held {
        table: "interview",
        delete: "DELETE FROM interview WHERE application IN (SELECT value FROM json_each(?1))",
    },
    Held {
        table: "offer",
        delete: "DELETE FROM offer WHERE application IN (SELECT value FROM json_each(?1))",
    },
    Held {
        table: "outcome_message",
        delete: "DELETE FROM outcome_message WHERE application IN (SELECT value FROM json_each(?1))",
    },
    Held {
        table: "application_event",
        delete: "DELETE FROM application_event WHERE application IN (SELECT value FROM json_each(?1))",
    },
];

/// Applications themselves, once nothing hangs on them.
const APPLICATIONS: &[Held] = &[
    Held {
        table: "application_alias",
        delete: "DELETE FROM application_alias WHERE application IN (SELECT value FROM json_each(?1))",
    },
    Held {
        table: "application",
        delete: "DELETE FROM application WHERE row IN (SELECT value FROM json_each(?1))",
    },
];

/// By documents: what goes with one.
pub(crate) const DOCUMENT_MAP: &[Branch] = &[Branch {
    find: THEMSELVES,
    tables: DOCUMENTS,
}];

/// By applications that stay: what goes with the history of one.
pub(crate) const HISTORY_MAP: &[Branch] = &[Branch {
    find: THEMSELVES,
    tables: HISTORY,
}];

/// By applications whose candidate stays: every table with something of one. A test fails when a table refers to an
/// application and is not here.
///
/// A permission for the reserve list that another application's place stands on stays, named for no application: it
/// keeps nothing but that place. A hold of the application that was released stays, and names none. A disclosure of the application goes with it, contact details and all: they were given
/// for it, and its recipient is told.
pub(crate) const APPLICATION_MAP: &[Branch] = &[
    Branch {
        find: THEMSELVES,
        tables: HISTORY,
    },
    Branch {
        find: "SELECT json_group_array(row)
               FROM document
               WHERE application IN (SELECT value FROM json_each(?1))",
        tables: DOCUMENTS,
    },
    Branch {
        find: "SELECT json_group_array(row)
               FROM reserve_entry
               WHERE application IN (SELECT value FROM json_each(?1))",
        tables: PLACES,
    },
    Branch {
        find: THEMSELVES,
        tables: &[
            Held {
                table: "erasure_intent",
                delete: "DELETE FROM erasure_intent WHERE application IN (SELECT value FROM json_each(?1))",
            },
            Held {
                table: "permission",
                delete: "UPDATE permission
                         SET application = NULL
                         WHERE application IN (SELECT value FROM json_each(?1))
                           AND purpose = 'reserve-list'
                           AND EXISTS (SELECT 1 FROM reserve_entry WHERE reserve_entry.permission = permission.row)",
            },
            Held {
                table: "permission",
                delete: "DELETE FROM permission WHERE application IN (SELECT value FROM json_each(?1))",
            },
            Held {
                table: "disclosure",
                delete: "DELETE FROM disclosure WHERE application IN (SELECT value FROM json_each(?1))",
            },
            Held {
                table: "hold",
                delete: "UPDATE hold
                         SET application = NULL
                         WHERE application IN (SELECT value FROM json_each(?1)) AND released_on IS NOT NULL",
            },
        ],
    },
    Branch {
        find: THEMSELVES,
        tables: APPLICATIONS,
    },
];

/// By people: every table with something of one. A test fails when a table refers to a candidate, however indirectly,
/// and is not here; the database itself refuses to delete a candidate whom a forgotten table still refers to.
pub const DATA_MAP: &[Branch] = &[
    Branch {
        find: "SELECT json_group_array(row)
               FROM document
               WHERE candidate IN (SELECT value FROM json_each(?1))",
        tables: DOCUMENTS,
    },
    Branch {
        find: "SELECT json_group_array(row)
               FROM reserve_entry
               WHERE candidate IN (SELECT value FROM json_each(?1))",
        tables: PLACES,
    },
    Branch {
        find: "SELECT json_group_array(row)
               FROM complaint
               WHERE candidate IN (SELECT value FROM json_each(?1))",
        tables: COMPLAINTS,
    },
    Branch {
        find: THEMSELVES,
        tables: &[
            Held {
                table: "erasure_intent",
                delete: "DELETE FROM erasure_intent WHERE candidate IN (SELECT value FROM json_each(?1))",
            },
            Held {
                table: "candidate_search",
                delete: "INSERT INTO candidate_search (candidate_search, rowid, name, contact)
                         SELECT 'delete', candidate, name, contact
                         FROM candidate_text
                         WHERE candidate IN (SELECT value FROM json_each(?1))",
            },
            Held {
                table: "candidate_text",
                delete: "DELETE FROM candidate_text WHERE candidate IN (SELECT value FROM json_each(?1))",
            },
            Held {
                table: "candidate_email",
                delete: "DELETE FROM candidate_email WHERE candidate IN (SELECT value FROM json_each(?1))",
            },
            Held {
                table: "candidate_phone",
                delete: "DELETE FROM candidate_phone WHERE candidate IN (SELECT value FROM json_each(?1))",
            },
            Held {
                table: "rights_mask",
                delete: "DELETE FROM rights_mask
                         WHERE request IN (
                             SELECT row FROM rights_request WHERE candidate IN (SELECT value FROM json_each(?1))
                         )",
            },
            Held {
                table: "rights_note",
                delete: "DELETE FROM rights_note
                         WHERE request IN (
                             SELECT row FROM rights_request WHERE candidate IN (SELECT value FROM json_each(?1))
                         )",
            },
            Held {
                table: "recipient_notice",
                delete: "UPDATE recipient_notice
                         SET request = NULL
                         WHERE request IN (
                             SELECT row FROM rights_request WHERE candidate IN (SELECT value FROM json_each(?1))
                         )",
            },
            Held {
                table: "correction",
                delete: "DELETE FROM correction WHERE candidate IN (SELECT value FROM json_each(?1))",
            },
            Held {
                table: "rights_request",
                delete: "UPDATE rights_request
                         SET candidate = NULL, revision = revision + 1
                         WHERE candidate IN (SELECT value FROM json_each(?1))",
            },
            Held {
                table: "hold",
                delete: "DELETE FROM hold WHERE candidate IN (SELECT value FROM json_each(?1))",
            },
            Held {
                table: "sealed_record",
                delete: "DELETE FROM sealed_record WHERE candidate IN (SELECT value FROM json_each(?1))",
            },
            Held {
                table: "disclosure",
                delete: "DELETE FROM disclosure WHERE candidate IN (SELECT value FROM json_each(?1))",
            },
            Held {
                table: "notice_given",
                delete: "DELETE FROM notice_given WHERE candidate IN (SELECT value FROM json_each(?1))",
            },
            Held {
                table: "incident_person",
                delete: "DELETE FROM incident_person WHERE candidate IN (SELECT value FROM json_each(?1))",
            },
            Held {
                table: "permission",
                delete: "DELETE FROM permission WHERE candidate IN (SELECT value FROM json_each(?1))",
            },
        ],
    },
    Branch {
        find: "SELECT json_group_array(row)
               FROM application
               WHERE candidate IN (SELECT value FROM json_each(?1))",
        tables: HISTORY,
    },
    Branch {
        find: "SELECT json_group_array(row)
               FROM application
               WHERE candidate IN (SELECT value FROM json_each(?1))",
        tables: APPLICATIONS,
    },
    Branch {
        find: THEMSELVES,
        tables: &[
            Held {
                table: "conflict_of_interest",
                delete: "DELETE FROM conflict_of_interest WHERE candidate IN (SELECT value FROM json_each(?1))",
            },
            Held {
                table: "candidate",
                delete: "DELETE FROM candidate WHERE row IN (SELECT value FROM json_each(?1))",
            },
        ],
    },
];

impl Tx<'_> {
    /// Deletes what a map lists of these rows.
    pub(crate) fn delete_mapped(
        &self,
        map: &[Branch],
        rows: &[i64],
        index: SearchIndex,
    ) -> Result<(), StoreError> {
        let rows = json_rows(rows.iter().copied());
        for branch in map {
            let hung_on: String = self
                .sql()
                .prepare_cached(branch.find)?
                .query_row([&rows], |row| row.get(0))?;
            for held in branch.tables {
                if SEARCH.contains(&held.table) && index == SearchIndex::MadeAnew {
                    continue;
                }
                self.sql()
                    .prepare_cached(held.delete)?
                    .execute([&hung_on])?;
            }
        }
        Ok(())
    }
}
