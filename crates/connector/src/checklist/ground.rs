use database::Read;
use job_queue::Queue;
use runtime::Clock;

use crate::shops;

/// What the checks of a shop look at.
#[derive(Clone, Copy, Debug)]
pub(super) struct Ground<'a> {
    /// The database, as it is at one time.
    pub read: &'a Read,
    /// The shop card.
    pub shop: &'a shops::Model,
    /// What jobs there are.
    pub queue: &'a Queue,
    /// The time.
    pub clock: &'a Clock,
}

impl Ground<'_> {
    /// The page of the shop card.
    pub(super) fn card(&self) -> String {
        format!("/shops/{}", self.shop.id)
    }
}
