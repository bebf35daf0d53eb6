use super::entity::{Column, Model};

values::options! {
    /// What is told.
    pub enum Event {
        /// An order of a store was staged, for the first time or anew.
        #[default]
        OrderStaged => "order.staged",
        /// A sales document was made.
        DocumentCreated => "document.created",
        /// A sales document was posted, or what was planned of it.
        DocumentPosted => "document.posted",
        /// A job has failed and is not tried again by itself before its next time.
        JobFailed => "job.failed",
        /// A record was skipped, or is so for another cause than before.
        RecordSkipped => "record.skipped",
        /// A person tries whether events arrive.
        Test => "test",
    }
}

impl Event {
    /// Where a webhook says that it wants to know; nowhere for a trial.
    pub(super) const fn column(self) -> Option<Column> {
        match self {
            Self::OrderStaged => Some(Column::OrderStaged),
            Self::DocumentCreated => Some(Column::DocumentCreated),
            Self::DocumentPosted => Some(Column::DocumentPosted),
            Self::JobFailed => Some(Column::JobFailed),
            Self::RecordSkipped => Some(Column::RecordSkipped),
            Self::Test => None,
        }
    }
}

/// Whether a webhook is told of anything.
pub(super) const fn is_told(webhook: &Model) -> bool {
    webhook.order_staged
        || webhook.document_created
        || webhook.document_posted
        || webhook.job_failed
        || webhook.record_skipped
}
