use std::ops::AddAssign;

/// What a page, or several, did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Counts {
    /// Customers that are staged now.
    pub created: u64,
    /// Staged customers that are refreshed, or that the store has no more.
    pub updated: u64,
    /// Customers that say what they said before, or are not wanted here.
    pub unchanged: u64,
    /// Customers that could not be staged.
    pub failed: u64,
}

impl AddAssign for Counts {
    fn add_assign(&mut self, other: Self) {
        self.created += other.created;
        self.updated += other.updated;
        self.unchanged += other.unchanged;
        self.failed += other.failed;
    }
}
