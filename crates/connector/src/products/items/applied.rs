/// What has come of products that become items, or change theirs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Applied {
    /// Products of which items were made.
    pub created: u64,
    /// Products that have changed their items.
    pub updated: u64,
    /// Products of which something is no item, and a person is told.
    pub skipped: u64,
    /// Products that could not.
    pub failed: u64,
}
