use std::time::Duration;

use serde::{Deserialize, Serialize};

/// Who goes first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Lane {
    /// A person waits for it: it goes before everything else, and may spend what others leave.
    Urgent,
    /// Orders that come in.
    Orders,
    /// Stock that changes.
    Stock,
    /// The rest, which runs by itself.
    #[default]
    Background,
}

impl Lane {
    /// How long it lets calls of orders go first that came after it. A wait with an end: whatever else is to do, its
    /// turn comes.
    pub(crate) const fn yields(self) -> Duration {
        match self {
            Self::Urgent | Self::Orders => Duration::ZERO,
            Self::Stock => Duration::from_secs(5),
            Self::Background => Duration::from_secs(20),
        }
    }

    /// Whether someone waits for it.
    pub(crate) const fn is_urgent(self) -> bool {
        matches!(self, Self::Urgent)
    }
}
