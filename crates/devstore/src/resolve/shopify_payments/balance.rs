use std::sync::Arc;

use apollo_compiler::resolvers::{ObjectValue, ResolveInfo, ResolvedValue};
use rust_decimal::Decimal;

use super::super::leaf;
use super::super::money::Money;
use super::super::session::{Resolved, Session, not_served};
use super::super::small::NamedObject;
use crate::store::order::Order;
use crate::store::payments::{BalanceTransaction, Payout};

/// `ShopifyPaymentsBalanceTransaction`.
pub(in crate::resolve) struct BalanceObject<'s> {
    session: &'s Session,
    transaction: Arc<BalanceTransaction>,
}

impl<'s> BalanceObject<'s> {
    pub(super) const fn new(session: &'s Session, transaction: Arc<BalanceTransaction>) -> Self {
        Self { session, transaction }
    }

    /// The one with this id.
    pub(in crate::resolve) fn find(session: &'s Session, id: u64) -> Option<Self> {
        let transaction = session.read(|state| state.payments.transactions.get(&id).cloned());
        transaction.map(|transaction| Self { session, transaction })
    }

    fn order(&self) -> Option<Arc<Order>> {
        let id = self.transaction.order?;
        self.session.read(|state| state.orders.get(&id).cloned())
    }
}

impl ObjectValue for BalanceObject<'_> {
    fn type_name(&self) -> &str {
        "ShopifyPaymentsBalanceTransaction"
    }

    fn resolve_field<'a>(&'a self, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
        let transaction = &*self.transaction;
        let money = |amount| Ok(ResolvedValue::object(Money::new(amount, &transaction.currency)));
        let number = |id: Option<u64>| leaf::optional(id.map(|id| id.to_string()).as_deref());
        match info.field_name() {
            "id" => leaf::gid("ShopifyPaymentsBalanceTransaction", transaction.id),
            "type" => leaf::text(&transaction.kind),
            "test" => leaf::flag(transaction.test),
            "amount" => money(transaction.amount),
            "fee" => money(transaction.fee),
            "net" => money(transaction.net()),
            "transactionDate" => leaf::time(transaction.at),
            "sourceId" => number(transaction.source_id),
            "sourceType" => leaf::optional(transaction.source_type.as_deref()),
            "sourceOrderTransactionId" => number(transaction.order_transaction),
            "adjustmentReason" => leaf::optional(transaction.reason.as_deref()),
            "adjustmentsOrders" => {
                let belongs = transaction.source_type.as_deref() == Some("ADJUSTMENT");
                let orders = self.order().zip(transaction.order_transaction).filter(|_| belongs).into_iter();
                Ok(ResolvedValue::list(orders.map(|(order, order_transaction)| {
                    ResolvedValue::object(AdjustedOrder {
                        domain: self.session.shop().domain,
                        order,
                        order_transaction,
                        transaction: Arc::clone(&self.transaction),
                    })
                })))
            }
            "associatedOrder" => Ok(ResolvedValue::nullable_object(self.order().map(|order| NamedObject {
                type_name: "ShopifyPaymentsAssociatedOrder",
                kind: "Order",
                id: order.id,
                name: order.name.clone(),
            }))),
            "associatedPayout" => {
                let payout = self.session.read(|state| state.payments.payout_of(transaction).cloned());
                Ok(ResolvedValue::object(AssociatedPayout(payout)))
            }
            _ => not_served(self, info),
        }
    }
}

/// `ShopifyPaymentsBalanceTransactionAssociatedPayout`: at first there is no payout, and it is pending.
struct AssociatedPayout(Option<Arc<Payout>>);

impl ObjectValue for AssociatedPayout {
    fn type_name(&self) -> &str {
        "ShopifyPaymentsBalanceTransactionAssociatedPayout"
    }

    fn resolve_field<'a>(&'a self, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
        match (info.field_name(), &self.0) {
            ("id", Some(payout)) => leaf::gid("ShopifyPaymentsPayout", payout.id),
            ("status", Some(payout)) => leaf::text(payout.status.name()),
            ("status", None) => leaf::text("PENDING"),
            _ => not_served(self, info),
        }
    }
}

/// `ShopifyPaymentsAdjustmentOrder`.
struct AdjustedOrder {
    domain: String,
    order: Arc<Order>,
    order_transaction: u64,
    transaction: Arc<BalanceTransaction>,
}

impl ObjectValue for AdjustedOrder {
    fn type_name(&self) -> &str {
        "ShopifyPaymentsAdjustmentOrder"
    }

    fn resolve_field<'a>(&'a self, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
        let money = |amount: Decimal| Ok(ResolvedValue::object(Money::new(amount, &self.transaction.currency)));
        match info.field_name() {
            "amount" => money(self.transaction.amount),
            "fees" => money(self.transaction.fee),
            "net" => money(self.transaction.net()),
            "name" => leaf::text(&self.order.name),
            "link" => leaf::text(&format!("https://{}/admin/orders/{}", self.domain, self.order.id)),
            "orderTransactionId" => leaf::legacy(self.order_transaction),
            _ => not_served(self, info),
        }
    }
}
