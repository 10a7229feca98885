//! Messages: read from a file that a mail program saved, and handed over to a mail program.

use records::correspondence::{self, ChosenMail, CorrespondenceOf, HandOver, HandedOver, OpenMail};

use super::Shell;
use super::saving::saved;
use crate::ipc::error::IpcError;
use crate::ipc::status::{ChooseMail, SavedFile};
use crate::{dialog, papers};

/// What a message is called as a file: nothing of whom it is to.
const NAME: &str = "message.eml";

impl Shell {
    /// Reads a message that a mail program saved: the one that was dropped on the window, or one that it asks for.
    /// Whether messages may be recorded is asked first.
    pub(crate) async fn choose_mail(&self, request: ChooseMail) -> Result<ChosenMail, IpcError> {
        const COMMAND: &str = "choose_mail";
        let ChooseMail { candidate, dropped } = request;
        self.read_noted(
            COMMAND,
            correspondence::check_recording,
            CorrespondenceOf { candidate },
        )
        .await?;
        let path = if dropped {
            self.dropped.take().into_iter().next()
        } else {
            dialog::choose_mail(&self.app).await
        };
        let Some(path) = path else {
            return Ok(ChosenMail::none());
        };
        let mail = self.blocking(move || OpenMail::read(&path)).await?;
        self.read_noted(COMMAND, correspondence::hold_mail, (candidate, mail))
            .await
    }

    /// Hands the draft of a message over: as a file where the system's dialog says, or to the system's mail program.
    /// Whether it may go is asked first.
    pub(crate) async fn hand_over_message(&self, request: HandOver) -> Result<SavedFile, IpcError> {
        const COMMAND: &str = "hand_over_message";
        let prepared = self
            .write(COMMAND, correspondence::prepare_hand_over, request)
            .await?;
        let handed = match prepared {
            HandedOver::File(bytes) => {
                let dialog = dialog::save(&self.app, "Save the message", NAME, dialog::EML);
                match dialog.await {
                    Some(path) => saved(path, bytes).await?,
                    None => SavedFile { saved: false },
                }
            }
            HandedOver::Address(address) => SavedFile {
                saved: papers::write_to(&self.app, address).await,
            },
        };
        if handed.saved {
            self.write(COMMAND, correspondence::hand_over, request)
                .await?;
        }
        Ok(handed)
    }
}
