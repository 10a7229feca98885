//! How the window looks and stands: the little that somebody chooses for this computer.

use records::view::Nothing;

use super::Shell;
use crate::ipc::choices::SetZoom;
use crate::ipc::error::IpcError;
use crate::ipc::status::{SetAppearance, SetIdleLock, SetTour, Status};
use crate::window;

impl Shell {
    /// Chooses how the window looks.
    pub(crate) async fn set_appearance(&self, request: SetAppearance) -> Result<Status, IpcError> {
        self.folders()
            .choose_appearance(request.appearance)
            .unwrap_or_default();
        self.status(Nothing {}).await
    }

    /// Chooses after how many minutes without anybody at it the window locks.
    pub(crate) async fn set_idle_lock(&self, request: SetIdleLock) -> Result<Status, IpcError> {
        self.folders()
            .choose_idle_lock(request.minutes)
            .unwrap_or_default();
        self.status(Nothing {}).await
    }

    /// Chooses how large everything is drawn.
    pub(crate) async fn set_zoom(&self, request: SetZoom) -> Result<Status, IpcError> {
        self.folders()
            .choose_zoom(request.percent)
            .unwrap_or_default();
        window::draw_at(&self.app, request.percent);
        self.status(Nothing {}).await
    }

    /// Remembers whether the tour of the sample organisation was seen.
    pub(crate) async fn set_tour(&self, request: SetTour) -> Result<Status, IpcError> {
        self.folders().choose_tour(request.seen).unwrap_or_default();
        self.status(Nothing {}).await
    }

    /// How the window stood and how large it was drawn when it was last closed.
    pub(crate) fn window_before(&self) -> window::Before {
        let folders = self.folders();
        window::Before {
            standing: folders.window(),
            zoom: folders.zoom(),
        }
    }

    /// Remembers how the window stands, since it is being closed.
    pub(crate) fn keep_window(&self, standing: window::Standing) {
        // What can't be remembered is not: the next window opens as the first one did.
        self.folders().keep_window(standing).unwrap_or_default();
    }
}
