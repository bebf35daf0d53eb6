use std::sync::Arc;

use apollo_compiler::resolvers::{ObjectValue, ResolveInfo, ResolvedValue};
use rust_decimal::Decimal;

use super::super::leaf;
use super::super::money::Money;
use super::super::session::{Resolved, Session, not_served};
use crate::store::payments::Payout;

/// `ShopifyPaymentsPayout`.
pub(in crate::resolve) struct PayoutObject<'s> {
    session: &'s Session,
    payout: Arc<Payout>,
}

impl<'s> PayoutObject<'s> {
    pub(super) const fn new(session: &'s Session, payout: Arc<Payout>) -> Self {
        Self { session, payout }
    }

    /// The one with this id.
    pub(in crate::resolve) fn find(session: &'s Session, id: u64) -> Option<Self> {
        let payout = session.read(|state| state.payments.payouts.get(&id).cloned());
        payout.map(|payout| Self { session, payout })
    }
}

impl ObjectValue for PayoutObject<'_> {
    fn type_name(&self) -> &str {
        "ShopifyPaymentsPayout"
    }

    fn resolve_field<'a>(&'a self, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
        let payout = &*self.payout;
        match info.field_name() {
            "id" => leaf::gid("ShopifyPaymentsPayout", payout.id),
            "legacyResourceId" => leaf::legacy(payout.id),
            "status" => leaf::text(payout.status.name()),
            "transactionType" => leaf::text(payout.transaction_type()),
            "issuedAt" => leaf::time(payout.issued_at),
            "externalTraceId" => leaf::optional(payout.trace_id.as_deref()),
            "net" => Ok(ResolvedValue::object(Money::new(payout.amount, &payout.currency))),
            "gross" => Ok(ResolvedValue::object(Money::new(payout.summary.gross(), &payout.currency))),
            "summary" => Ok(ResolvedValue::object(SummaryObject(payout))),
            "businessEntity" => Ok(ResolvedValue::object(BusinessEntity(self.session))),
            _ => not_served(self, info),
        }
    }
}

/// `ShopifyPaymentsPayoutSummary`.
struct SummaryObject<'p>(&'p Payout);

impl ObjectValue for SummaryObject<'_> {
    fn type_name(&self) -> &str {
        "ShopifyPaymentsPayoutSummary"
    }

    fn resolve_field<'a>(&'a self, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
        let summary = &self.0.summary;
        let amount: Decimal = match info.field_name() {
            "adjustmentsFee" => summary.adjustments.fee,
            "adjustmentsGross" => summary.adjustments.gross,
            "advanceFees" => summary.advances.fee,
            "advanceGross" => summary.advances.gross,
            "chargesFee" => summary.charges.fee,
            "chargesGross" => summary.charges.gross,
            "refundsFee" => summary.refunds.fee,
            "refundsFeeGross" => summary.refunds.gross,
            "reservedFundsFee" => summary.reserved_funds.fee,
            "reservedFundsGross" => summary.reserved_funds.gross,
            "retriedPayoutsFee" => summary.retried_payouts.fee,
            "retriedPayoutsGross" => summary.retried_payouts.gross,
            "usdcRebateCreditAmount" => summary.rebates,
            _ => return not_served(self, info),
        };
        Ok(ResolvedValue::object(Money::new(amount, &self.0.currency)))
    }
}

/// `BusinessEntity`: the only one of the store.
pub(in crate::resolve) struct BusinessEntity<'s>(&'s Session);

impl<'s> BusinessEntity<'s> {
    /// The one with this id, which is that of the shop.
    pub(in crate::resolve) fn find(session: &'s Session, id: u64) -> Option<Self> {
        (session.shop().id == id).then_some(Self(session))
    }
}

impl ObjectValue for BusinessEntity<'_> {
    fn type_name(&self) -> &str {
        "BusinessEntity"
    }

    fn resolve_field<'a>(&'a self, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
        match info.field_name() {
            "id" => leaf::gid("BusinessEntity", self.0.shop().id),
            "displayName" | "companyName" => leaf::text(&self.0.shop().name),
            "archived" => leaf::flag(false),
            "primary" => leaf::flag(true),
            "address" => Ok(ResolvedValue::object(EntityAddress(self.0.read(|state| state.payments.country.clone())))),
            _ => not_served(self, info),
        }
    }
}

/// `BusinessEntityAddress`, of which only the country is known.
struct EntityAddress(String);

impl ObjectValue for EntityAddress {
    fn type_name(&self) -> &str {
        "BusinessEntityAddress"
    }

    fn resolve_field<'a>(&'a self, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
        match info.field_name() {
            "countryCode" => leaf::text(&self.0),
            _ => not_served(self, info),
        }
    }
}
