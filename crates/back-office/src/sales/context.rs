use chrono::{DateTime, Utc};
use runtime::Random;

/// When a document is made, and by whom.
#[derive(Clone, Debug)]
pub struct Context {
    /// Now.
    pub now: DateTime<Utc>,
    /// For its ids.
    pub random: Random,
    /// Who makes it.
    pub user: String,
}
