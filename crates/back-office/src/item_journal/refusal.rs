use super::TemplateType;

/// Why an item journal does not take what is entered.
#[derive(Debug, thiserror::Error)]
pub enum Refusal {
    /// A batch of another journal than is wanted.
    #[error("batch {batch} is of the {} journal, not of the {} journal: choose another batch", .of.caption(), .wanted.caption())]
    OtherJournal {
        /// Its code.
        batch: String,
        /// Of which journal it is.
        of: TemplateType,
        /// Of which it should be.
        wanted: TemplateType,
    },
    /// A line of a count.
    #[error("line {0} is of a count: enter how many are there, or take the line away")]
    IsCounted(i32),
    /// A line that is not of a count.
    #[error("line {0} is not of a count: change its quantity, or calculate the inventory first")]
    IsNotCounted(i32),
}
