use super::{JobQueueStatus, header};
use crate::{Error, Result};

impl header::Model {
    /// Refuses what must not be done to a document that the job queue is to post. One that could not be posted may be
    /// mended, and posted in another way.
    ///
    /// # Errors
    /// [`Error::Queued`].
    pub fn check_not_queued(&self) -> Result<()> {
        match self.job_queue_status {
            JobQueueStatus::None | JobQueueStatus::Error => Ok(()),
            JobQueueStatus::Scheduled | JobQueueStatus::Posting => {
                Err(Error::Queued { document: self.in_words(), status: self.job_queue_status })
            }
        }
    }
}
