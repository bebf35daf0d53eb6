use serde::{Deserialize, Serialize};

/// What an app thinks of the risk that an order is a fraud.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct RiskAssessment {
    /// `HIGH`, `MEDIUM`, `LOW`, `NONE` or `PENDING`.
    pub level: String,
    pub facts: Vec<RiskFact>,
}

/// One reason for it.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct RiskFact {
    pub description: String,
    pub sentiment: String,
}
