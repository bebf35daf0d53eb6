use super::transition::{Becomes, Event, transition};
use super::{Mode, Model, Status};
use crate::{Error, Result};

impl Model {
    /// In which state the entry is after `event`; `None`: it is no longer there.
    ///
    /// # Errors
    /// [`Error::Running`], [`Error::State`] when that can't happen to it.
    pub(crate) fn after(&self, event: Event) -> Result<Option<Status>> {
        match transition(self.status, event) {
            Some(Becomes::Is(status)) => Ok(Some(status)),
            Some(Becomes::Same) => Ok(Some(self.status)),
            Some(Becomes::Gone) => Ok(None),
            None if self.status == Status::InProcess => Err(Error::Running(self.id)),
            None => Err(Error::State { id: self.id, status: self.status, remedy: "set it to Ready first" }),
        }
    }

    /// Refuses what would start an entry whose person is no longer there.
    ///
    /// # Errors
    /// [`Error::State`].
    pub(super) fn is_for_workers(&self) -> Result<()> {
        let remedy = "it belonged to a person who waited for it; start the task again";
        match self.mode {
            Mode::Background => Ok(()),
            Mode::Foreground => Err(Error::State { id: self.id, status: self.status, remedy }),
        }
    }
}
