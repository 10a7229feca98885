//! Taking an application out whole although its candidate stays: the list of every table that hangs on one.

use crate::candidate::Held;

/// Every table with something of an application's history, in the order its rows go, children first: what happened to
/// it, and its interviews with what was found in them, its offer, and
/// what they were told of its outcome. It goes with the application, or before it (RULEBOOK 4.2).
pub(crate) const HISTORY_MAP: &[Held] = &[
    Held {
        table: "feedback_draft",
        delete: "DELETE FROM feedback_draft WHERE interview IN (SELECT row FROM interview WHERE application IN (SELECT value FROM json_each(?1)))",
    },
    Held {
        table: "feedback",
        delete: "DELETE FROM feedback WHERE interview IN (SELECT row FROM interview WHERE application IN (SELECT value FROM json_each(?1)))",
    },
    Held {
        table: "interviewer_criterion",
        delete: "DELETE FROM interviewer_criterion
                 WHERE interview IN (SELECT row FROM interview WHERE application IN (SELECT value FROM json_each(?1)))",
    },
    Held {
        table: "interviewer",
        delete: "DELETE FROM interviewer WHERE interview IN (SELECT row FROM interview WHERE application IN (SELECT value FROM json_each(?1)))",
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

/// Every other table with something of an application, in the order its rows go, children first, after its history. A
/// test fails when a table refers to an application and is in neither list.
///
/// A permission for the reserve list that another application's place stands on stays, named for no application: it
/// keeps nothing but that place. A disclosure of the application goes with it, contact details and all: they were given
/// for it, and its recipient is told.
pub(crate) const APPLICATION_MAP: &[Held] = &[
    Held {
        table: "erasure_intent",
        delete: "DELETE FROM erasure_intent WHERE application IN (SELECT value FROM json_each(?1))",
    },
    Held {
        table: "erasure_intent",
        delete: "DELETE FROM erasure_intent
                 WHERE document IN (
                     SELECT row FROM document WHERE application IN (SELECT value FROM json_each(?1))
                 )",
    },
    Held {
        table: "document_search",
        delete: "INSERT INTO document_search (document_search, rowid, body)
                 SELECT 'delete', document_text.document, document_text.body
                 FROM document
                 JOIN document_text ON document_text.document = document.row
                 WHERE document.application IN (SELECT value FROM json_each(?1))",
    },
    Held {
        table: "document_text",
        delete: "DELETE FROM document_text
                 WHERE document IN (
                     SELECT row FROM document WHERE application IN (SELECT value FROM json_each(?1))
                 )",
    },
    Held {
        table: "document_content",
        delete: "DELETE FROM document_content
                 WHERE document IN (
                     SELECT row FROM document WHERE application IN (SELECT value FROM json_each(?1))
                 )",
    },
    Held {
        table: "message",
        delete: "DELETE FROM message
                 WHERE document IN (
                     SELECT row FROM document WHERE application IN (SELECT value FROM json_each(?1))
                 )",
    },
    Held {
        table: "document",
        delete: "DELETE FROM document WHERE application IN (SELECT value FROM json_each(?1))",
    },
    Held {
        table: "reserve_contact",
        delete: "DELETE FROM reserve_contact
                 WHERE reserve_entry IN (
                     SELECT row FROM reserve_entry WHERE application IN (SELECT value FROM json_each(?1))
                 )",
    },
    Held {
        table: "reserve_entry",
        delete: "DELETE FROM reserve_entry WHERE application IN (SELECT value FROM json_each(?1))",
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
        table: "application_alias",
        delete: "DELETE FROM application_alias WHERE application IN (SELECT value FROM json_each(?1))",
    },
    Held {
        table: "application",
        delete: "DELETE FROM application WHERE row IN (SELECT value FROM json_each(?1))",
    },
];
