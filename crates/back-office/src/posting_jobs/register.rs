use job_queue::Registry;

use super::{BatchPostCreditMemos, BatchPostInvoices, BatchPostOrders, PostViaJobQueue};

/// What others call the number that a document has where it comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SourceNumber {
    /// Its name in filters and in the API.
    pub name: &'static str,
    /// Its caption.
    pub caption: &'static str,
}

/// Adds the objects that post to what the job queue can run.
#[must_use]
pub fn register(registry: Registry, source: Option<SourceNumber>) -> Registry {
    registry
        .with(PostViaJobQueue)
        .with(BatchPostOrders::new(source))
        .with(BatchPostInvoices::new(source))
        .with(BatchPostCreditMemos::new(source))
}
