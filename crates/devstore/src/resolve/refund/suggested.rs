use std::sync::Arc;

use apollo_compiler::resolvers::{ObjectValue, ResolveInfo, ResolvedValue};
use rust_decimal::Decimal;

use super::super::arguments::{flag, input, string};
use super::super::leaf;
use super::super::money::bag;
use super::super::problem::Problem;
use super::super::session::{Resolved, Session, not_served};
use super::super::transaction::{TransactionObject, formatted};
use super::line::RefundLineObject;
use crate::mutate::{RefundLineInput, ShippingRefundInput, Suggestion, suggest};
use crate::store::money::Bag;
use crate::store::order::Order;

/// `SuggestedRefund`.
struct SuggestedRefund<'s> {
    session: &'s Session,
    order: Arc<Order>,
    suggestion: Suggestion,
}

/// What a refund of the pieces and the shipping that are named would come to.
pub(crate) fn suggested_refund<'a>(
    session: &'a Session,
    order: &'a Arc<Order>,
    info: &'a ResolveInfo<'a>,
) -> Resolved<'a> {
    let all = flag(info, "suggestFullRefund");
    let lines: Vec<RefundLineInput> = if all { everything(order) } else { input(info, "refundLineItems")? };
    let amount = string(info, "shippingAmount").map(|amount| amount.parse::<Decimal>());
    let amount = amount.transpose().map_err(|_| Problem::bad_request("shippingAmount is not an amount"))?;
    let full_refund = all || flag(info, "refundShipping");
    let shipping = (full_refund || amount.is_some()).then_some(ShippingRefundInput { amount, full_refund });
    match suggest(order, &lines, shipping.as_ref(), None) {
        Ok(suggestion) => Ok(ResolvedValue::object(SuggestedRefund { session, order: Arc::clone(order), suggestion })),
        Err(errors) => {
            let messages: Vec<String> = errors.into_iter().map(|error| error.message).collect();
            Err(Problem::bad_request(messages.join(", ")).into())
        }
    }
}

/// All pieces that are left.
fn everything(order: &Order) -> Vec<RefundLineInput> {
    let left = order.lines.iter().map(|line| (line.id, order.current_quantity(line)));
    left.filter(|(_, quantity)| *quantity > 0)
        .map(|(id, quantity)| RefundLineInput {
            line_item_id: format!("gid://shopify/LineItem/{id}"),
            location_id: None,
            quantity: quantity.into(),
            restock_type: None,
        })
        .collect()
}

impl ObjectValue for SuggestedRefund<'_> {
    fn type_name(&self) -> &str {
        "SuggestedRefund"
    }

    fn resolve_field<'a>(&'a self, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
        let (session, order, suggestion) = (self.session, &self.order, &self.suggestion);
        match info.field_name() {
            "amountSet" => bag(order, suggestion.amount),
            "maximumRefundableSet" => bag(order, suggestion.maximum),
            "subtotalSet" | "discountedSubtotalSet" => bag(order, suggestion.subtotal()),
            "totalTaxSet" => bag(order, suggestion.tax()),
            "totalCartDiscountAmountSet" | "totalDutiesSet" => bag(order, Bag::ZERO),
            "shipping" => Ok(ResolvedValue::object(Shipping { order, suggestion })),
            "refundLineItems" => Ok(ResolvedValue::list(suggestion.lines.iter().map(move |line| {
                ResolvedValue::object(RefundLineObject { session, order: Arc::clone(order), line: Some(line) })
            }))),
            "suggestedTransactions" => Ok(ResolvedValue::list(
                suggestion
                    .payments
                    .iter()
                    .map(move |payment| ResolvedValue::object(SuggestedTransaction { session, order, payment })),
            )),
            _ => not_served(self, info),
        }
    }
}

/// `ShippingRefund`.
struct Shipping<'s> {
    order: &'s Arc<Order>,
    suggestion: &'s Suggestion,
}

impl ObjectValue for Shipping<'_> {
    fn type_name(&self) -> &str {
        "ShippingRefund"
    }

    fn resolve_field<'a>(&'a self, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
        match info.field_name() {
            "amountSet" => bag(self.order, self.suggestion.shipping_amount()),
            "taxSet" => bag(self.order, self.suggestion.shipping_tax()),
            "maximumRefundableSet" => bag(self.order, self.order.totals.current.shipping),
            _ => not_served(self, info),
        }
    }
}

/// `SuggestedOrderTransaction`.
struct SuggestedTransaction<'s> {
    session: &'s Session,
    order: &'s Arc<Order>,
    payment: &'s (u64, Bag),
}

impl ObjectValue for SuggestedTransaction<'_> {
    fn type_name(&self) -> &str {
        "SuggestedOrderTransaction"
    }

    fn resolve_field<'a>(&'a self, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
        let (id, amount) = *self.payment;
        let Some(payment) = self.order.transaction(id) else { return Ok(ResolvedValue::null()) };
        match info.field_name() {
            "amountSet" => bag(self.order, amount),
            "gateway" => leaf::text(&payment.gateway),
            "formattedGateway" => leaf::text(&formatted(&payment.gateway)),
            "kind" => leaf::text("SUGGESTED_REFUND"),
            "maximumRefundableSet" => bag(self.order, self.order.refundable_of(payment)),
            "parentTransaction" => {
                Ok(ResolvedValue::nullable_object(TransactionObject::of(self.session, self.order, id)))
            }
            _ => not_served(self, info),
        }
    }
}
