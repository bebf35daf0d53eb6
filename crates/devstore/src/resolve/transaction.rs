use std::sync::Arc;

use apollo_compiler::resolvers::{ObjectValue, ResolveInfo, ResolvedValue};
use apollo_compiler::response::serde_json_bytes;

use super::leaf;
use super::money::{Money, bag, bag_or_null};
use super::order::OrderObject;
use super::session::{Resolved, Session, not_served};
use super::special::CardDetails;
use crate::store::money::Bag;
use crate::store::order::Order;

/// `OrderTransaction`.
pub(super) struct TransactionObject<'s> {
    pub session: &'s Session,
    pub order: Arc<Order>,
    pub place: usize,
}

impl ObjectValue for TransactionObject<'_> {
    fn type_name(&self) -> &str {
        "OrderTransaction"
    }

    fn resolve_field<'a>(&'a self, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
        let Some(transaction) = self.order.transactions.get(self.place) else { return Ok(ResolvedValue::null()) };
        match info.field_name() {
            "id" => leaf::gid("OrderTransaction", transaction.id),
            "kind" => leaf::text(&transaction.kind),
            "status" => leaf::text(&transaction.status),
            "gateway" => leaf::text(&transaction.gateway),
            "formattedGateway" => leaf::text(&formatted(&transaction.gateway)),
            "manualPaymentGateway" => leaf::flag(transaction.gateway == "manual"),
            "createdAt" => leaf::time(transaction.created_at),
            "processedAt" => leaf::time(transaction.processed_at),
            "test" => leaf::flag(transaction.test),
            "paymentId" => leaf::optional(transaction.payment_id.as_deref()),
            "amountSet" => bag(&self.order, transaction.amount),
            "amountRoundingSet" => bag_or_null(&self.order, self.order.rounded(transaction.id)),
            "errorCode" => leaf::optional((transaction.status == "FAILURE").then_some("CARD_DECLINED")),
            "paymentDetails" => Ok(ResolvedValue::nullable_object(transaction.card.as_ref().map(CardDetails))),
            "receiptJson" => Ok(match &transaction.receipt {
                Some(receipt) => ResolvedValue::leaf(serde_json_bytes::Value::from(receipt.clone())),
                None => ResolvedValue::null(),
            }),
            "parentTransaction" => {
                let parent = transaction.parent_id.and_then(|id| Self::of(self.session, &self.order, id));
                Ok(ResolvedValue::nullable_object(parent))
            }
            "manuallyCapturable" => leaf::flag(transaction.capturable() != Bag::ZERO),
            "multiCapturable" => leaf::flag(transaction.succeeded(&["AUTHORIZATION"])),
            "maximumRefundableV2" => {
                let amount = self.order.refundable_of(transaction).presentment;
                Ok(ResolvedValue::object(Money::new(amount, &self.order.presentment_currency)))
            }
            "totalUnsettledSet" => bag(&self.order, transaction.capturable()),
            "order" => Ok(ResolvedValue::object(OrderObject { session: self.session, order: Arc::clone(&self.order) })),
            _ => not_served(self, info),
        }
    }
}

impl<'s> TransactionObject<'s> {
    /// The transaction of the order with this id.
    pub(super) fn of(session: &'s Session, order: &Arc<Order>, id: u64) -> Option<Self> {
        let place = order.transactions.iter().position(|transaction| transaction.id == id)?;
        Some(Self { session, order: Arc::clone(order), place })
    }

    /// The one with this id, of whichever order.
    pub(super) fn find(session: &'s Session, id: u64) -> Option<Self> {
        let order = session.order_of(id)?;
        Self::of(session, &order, id)
    }
}

/// `shopify_payments` is shown as `Shopify payments`.
pub(super) fn formatted(gateway: &str) -> String {
    let text = gateway.replace('_', " ");
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}
