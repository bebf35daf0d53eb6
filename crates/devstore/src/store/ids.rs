use serde::{Deserialize, Serialize};

/// Hands out numbers that look like Shopify's, thirteen or fourteen digits in ascending order, and are the same in every run.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Ids {
    next: u64,
}

/// Shopify's own numbers of one shard lie this far apart.
const STEP: u64 = 32_768;

impl Ids {
    pub(crate) const fn starting_at(first: u64) -> Self {
        Self { next: first }
    }

    /// A number that was not handed out before.
    pub(crate) const fn next(&mut self) -> u64 {
        let id = self.next;
        self.next += STEP;
        id
    }
}
