use std::sync::Arc;

use apollo_compiler::resolvers::{ObjectValue, ResolveInfo, ResolvedValue};
use apollo_compiler::response::serde_json_bytes;

use super::leaf;
use super::money::bag;
use super::order::OrderObject;
use super::session::{Resolved, Session, not_served};
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
            "receiptJson" => Ok(match &transaction.receipt {
                Some(receipt) => ResolvedValue::leaf(serde_json_bytes::Value::from(receipt.clone())),
                None => ResolvedValue::null(),
            }),
            "order" => Ok(ResolvedValue::object(OrderObject { session: self.session, order: Arc::clone(&self.order) })),
            _ => not_served(self, info),
        }
    }
}

/// `shopify_payments` is shown as `Shopify payments`.
fn formatted(gateway: &str) -> String {
    let text = gateway.replace('_', " ");
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}
