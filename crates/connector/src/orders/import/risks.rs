//! What speaks for or against an order being a fraud.

use shopify::documents::orders::{Order, OrderRiskAssessment, RiskFact};
use uuid::Uuid;

use super::document::Ground;
use super::queue_row::option;
use super::text;
use crate::orders::staged::risk::{self, Level};

/// A row for each fact. An assessment without facts has one too, so that its level is not lost.
pub(super) fn risks(ground: &Ground<'_>, order_id: Uuid, order: &Order) -> Vec<risk::Model> {
    let row = |(line_number, (level, fact)): (i32, (Level, Option<&RiskFact>))| risk::Model {
        id: ground.random.id(ground.now),
        order_id,
        line_number,
        level,
        sentiment: fact.map(|fact| option(&fact.sentiment)).unwrap_or_default(),
        message: fact.map(|fact| text::cut(&fact.description, 2048)).unwrap_or_default(),
    };
    (1..).zip(order.risk.assessments.iter().flat_map(facts)).map(row).collect()
}

fn facts(assessment: &OrderRiskAssessment) -> Vec<(Level, Option<&RiskFact>)> {
    let level: Level = option(&assessment.risk_level);
    match assessment.facts.as_slice() {
        [] => vec![(level, None)],
        facts => facts.iter().map(|fact| (level.clone(), Some(fact))).collect(),
    }
}
