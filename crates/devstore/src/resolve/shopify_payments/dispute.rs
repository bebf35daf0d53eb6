use std::sync::Arc;

use apollo_compiler::resolvers::{ObjectValue, ResolveInfo, ResolvedValue};

use super::super::leaf;
use super::super::money::Money;
use super::super::order::OrderObject;
use super::super::session::{Resolved, Session, not_served};
use crate::store::payments::Dispute;

/// `ShopifyPaymentsDispute`.
pub(in crate::resolve) struct DisputeObject<'s> {
    session: &'s Session,
    dispute: Arc<Dispute>,
}

impl<'s> DisputeObject<'s> {
    pub(super) const fn new(session: &'s Session, dispute: Arc<Dispute>) -> Self {
        Self { session, dispute }
    }

    /// The one with this id.
    pub(in crate::resolve) fn find(session: &'s Session, id: u64) -> Option<Self> {
        let dispute = session.read(|state| state.payments.disputes.get(&id).cloned());
        dispute.map(|dispute| Self { session, dispute })
    }
}

impl ObjectValue for DisputeObject<'_> {
    fn type_name(&self) -> &str {
        "ShopifyPaymentsDispute"
    }

    fn resolve_field<'a>(&'a self, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
        let dispute = &*self.dispute;
        match info.field_name() {
            "id" => leaf::gid("ShopifyPaymentsDispute", dispute.id),
            "legacyResourceId" => leaf::legacy(dispute.id),
            "amount" => Ok(ResolvedValue::object(Money::new(dispute.amount, &dispute.currency))),
            "status" => leaf::text(&dispute.status),
            "type" => leaf::text(&dispute.kind),
            "reasonDetails" => Ok(ResolvedValue::object(ReasonDetails(dispute))),
            "initiatedAt" => leaf::time(dispute.initiated_at),
            "evidenceDueBy" => leaf::optional_time(dispute.evidence_due_by),
            "evidenceSentOn" => leaf::optional_time(dispute.evidence_sent_on),
            "finalizedOn" => leaf::optional_time(dispute.finalized_on),
            "order" => {
                let order = dispute.order.and_then(|id| self.session.order(id));
                let object = order.map(|order| OrderObject { session: self.session, order });
                Ok(ResolvedValue::nullable_object(object))
            }
            _ => not_served(self, info),
        }
    }
}

/// `ShopifyPaymentsDisputeReasonDetails`.
struct ReasonDetails<'d>(&'d Dispute);

impl ObjectValue for ReasonDetails<'_> {
    fn type_name(&self) -> &str {
        "ShopifyPaymentsDisputeReasonDetails"
    }

    fn resolve_field<'a>(&'a self, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
        match info.field_name() {
            "reason" => leaf::text(&self.0.reason),
            "networkReasonCode" => leaf::optional(self.0.network_reason_code.as_deref()),
            _ => not_served(self, info),
        }
    }
}

/// `OrderDisputeSummary`.
pub(in crate::resolve) struct DisputeSummary(Arc<Dispute>);

impl DisputeSummary {
    /// The disputes of an order.
    pub(in crate::resolve) fn of_order<'a>(session: &Session, order: u64) -> Resolved<'a> {
        let disputes = session.read(|state| {
            let of_order = state.payments.disputes.values().filter(|dispute| dispute.order == Some(order));
            of_order.cloned().collect::<Vec<_>>()
        });
        Ok(ResolvedValue::list(disputes.into_iter().map(|dispute| ResolvedValue::object(Self(dispute)))))
    }
}

impl ObjectValue for DisputeSummary {
    fn type_name(&self) -> &str {
        "OrderDisputeSummary"
    }

    fn resolve_field<'a>(&'a self, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
        match info.field_name() {
            "id" => leaf::gid("OrderDisputeSummary", self.0.id),
            "initiatedAs" => leaf::text(&self.0.initiated_as),
            "status" => leaf::text(&self.0.status),
            _ => not_served(self, info),
        }
    }
}
