use chrono::{DateTime, Utc};
use serde::Deserialize;

use crate::mutate::part::{order, refuse_with};
use crate::mutate::user_error::UserError;
use crate::store::risk::{RiskAssessment, RiskFact};
use crate::store::{State, Topic};

/// The most reasons of one assessment.
const MOST_FACTS: usize = 20;

/// `OrderRiskAssessmentCreateInput`.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub(crate) struct RiskInput {
    pub facts: Vec<FactInput>,
    pub order_id: String,
    pub risk_level: String,
}

/// `OrderRiskAssessmentFactInput`.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct FactInput {
    pub description: String,
    pub sentiment: String,
}

/// `orderRiskAssessmentCreate`: what an app thinks of an order that is not yet sent, instead of what it thought before.
pub(crate) fn order_risk_assessment_create(
    state: &mut State,
    input: RiskInput,
    now: DateTime<Utc>,
) -> Result<RiskAssessment, Vec<UserError>> {
    let field = |name| ["orderRiskAssessmentInput", name];
    let Some(mut order) = order(state, &input.order_id) else {
        return refuse_with("NOT_FOUND", &field("orderId"), "Order not found");
    };
    if order.fulfillment_status == "FULFILLED" {
        return refuse_with("ORDER_ALREADY_FULFILLED", &field("orderId"), "Order is already fulfilled");
    }
    if input.facts.len() > MOST_FACTS {
        let message = format!("Too many facts: at most {MOST_FACTS} are allowed");
        return refuse_with("TOO_MANY_FACTS", &field("facts"), message);
    }
    if matches!(input.risk_level.as_str(), "NONE" | "PENDING") && input.facts.is_empty() {
        return refuse_with("INVALID", &field("facts"), "At least one fact is needed");
    }
    let facts = input.facts.into_iter();
    let facts = facts.map(|fact| RiskFact { description: fact.description, sentiment: fact.sentiment }).collect();
    let assessment = RiskAssessment { level: input.risk_level, facts };
    order.risks = vec![assessment.clone()];
    let order = state.put_changed_order(order, now);
    state.note(Topic::OrdersRiskAssessmentChanged, order.id);
    Ok(assessment)
}
