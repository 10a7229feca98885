//! Interviews: what is read on the writer, since it is decrypted there, and what is typed. Neither changes what other
//! screens show, so the page is not told that records changed: it would ask for the kit again, and again.

use records::interview::{self, DraftSaved, InterviewView, OneInterview, SaveDraft};

use super::Shell;
use crate::ipc::error::IpcError;

impl Shell {
    /// Opens an interview.
    pub(crate) async fn open_interview(
        &self,
        request: OneInterview,
    ) -> Result<InterviewView, IpcError> {
        self.write_quietly("open_interview", interview::open, request)
            .await
    }

    /// Saves a draft of feedback.
    pub(crate) async fn save_feedback_draft(
        &self,
        request: SaveDraft,
    ) -> Result<DraftSaved, IpcError> {
        self.write_quietly("save_feedback_draft", interview::save_draft, request)
            .await
    }
}
