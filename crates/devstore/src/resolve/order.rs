use std::sync::Arc;

use apollo_compiler::resolvers::{ObjectValue, ResolveInfo, ResolvedValue};

use super::address::address;
use super::arguments::int;
use super::attribute::attributes;
use super::connection::{Window, connection};
use super::cursor::Position;
use super::customer::CustomerObject;
use super::discount::{DiscountObject, discounts};
use super::leaf;
use super::line::LineObject;
use super::money::bag;
use super::session::{Resolved, Session, not_served};
use super::shipping_line::ShippingLineObject;
use super::small::{CashRounding, Count, NamedObject, RiskSummary};
use super::tax_line::taxes;
use super::transaction::TransactionObject;
use crate::mutate::can_mark_as_paid;
use crate::store::money::Bag;
use crate::store::order::Order;

/// `Order`.
pub(super) struct OrderObject<'s> {
    pub session: &'s Session,
    pub order: Arc<Order>,
}

impl ObjectValue for OrderObject<'_> {
    fn type_name(&self) -> &str {
        "Order"
    }

    fn resolve_field<'a>(&'a self, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
        let name = info.field_name();
        if name.ends_with("Set") {
            return self.amount(info);
        }
        let order = &*self.order;
        match name {
            "id" => leaf::gid("Order", order.id),
            "legacyResourceId" => leaf::legacy(order.id),
            "name" => leaf::text(&order.name),
            "number" => leaf::number(i64::try_from(order.number).unwrap_or(i64::MAX)),
            "confirmationNumber" => leaf::text(&order.confirmation_number),
            "createdAt" => leaf::time(order.created_at),
            "updatedAt" => leaf::time(order.updated_at),
            "processedAt" => leaf::time(order.processed_at),
            "closedAt" => leaf::optional_time(order.closed_at),
            "closed" => leaf::flag(order.closed_at.is_some()),
            "cancelledAt" | "cancelReason" | "paymentTerms" | "staffMember" | "retailLocation" | "publication"
            | "customerLocale" | "attribution" => Ok(ResolvedValue::null()),
            "currencyCode" => leaf::text(&order.currency),
            "presentmentCurrencyCode" => leaf::text(&order.presentment_currency),
            "email" => leaf::optional(order.email.as_deref()),
            "phone" => leaf::optional(order.phone.as_deref()),
            "note" => leaf::optional(order.note.as_deref()),
            "poNumber" => leaf::optional(order.po_number.as_deref()),
            "sourceName" => leaf::optional(order.source_name.as_deref()),
            "sourceIdentifier" => leaf::optional(order.source_identifier.as_deref()),
            "tags" => leaf::texts(&order.tags),
            "customAttributes" => attributes(&order.custom_attributes),
            "taxesIncluded" => leaf::flag(order.taxes_included),
            "taxExempt" => leaf::flag(order.tax_exempt),
            "test" => leaf::flag(order.test),
            "confirmed" => leaf::flag(true),
            "edited" | "dutiesIncluded" | "estimatedTaxes" => leaf::flag(false),
            "merchantEditable" => leaf::flag(order.closed_at.is_none()),
            "capturable" => leaf::flag(order.totals.capturable != Bag::ZERO),
            "fullyPaid" => leaf::flag(order.fully_paid()),
            "unpaid" => leaf::flag(order.totals.received == Bag::ZERO && !order.fully_paid()),
            "refundable" | "restockable" => leaf::flag(order.totals.received != Bag::ZERO),
            "fulfillable" => leaf::flag(order.fulfillment_status == "UNFULFILLED"),
            "requiresShipping" => leaf::flag(order.lines.iter().any(|line| line.requires_shipping)),
            "canMarkAsPaid" => leaf::flag(can_mark_as_paid(order)),
            "displayFinancialStatus" => leaf::text(order.financial_status()),
            "displayFulfillmentStatus" => leaf::text(&order.fulfillment_status),
            "returnStatus" => leaf::text("NO_RETURN"),
            "subtotalLineItemsQuantity" | "currentSubtotalLineItemsQuantity" => leaf::number(order.quantity()),
            "totalWeight" | "currentTotalWeight" => leaf::legacy(order.weight()),
            "discountCode" => leaf::optional(order.discounts.first().map(|discount| discount.code.as_str())),
            "discountCodes" => leaf::texts(order.discounts.iter().map(|discount| &discount.code)),
            "statusPageUrl" => leaf::text(&format!("https://{}/orders/{}", self.session.shop().domain, order.number)),
            "billingAddressMatchesShippingAddress" => leaf::flag(self.one_address()),
            "paymentGatewayNames" => {
                let mut names: Vec<&str> = order.transactions.iter().map(|t| t.gateway.as_str()).collect();
                names.dedup();
                leaf::texts(names)
            }
            "billingAddress" => address(order.billing_address.as_ref()),
            "shippingAddress" => address(order.shipping_address.as_ref()),
            "displayAddress" => address(order.display_address()),
            "customer" | "purchasingEntity" => {
                let customer = order.customer_id.and_then(|id| self.session.customer(id));
                let object = customer.map(|customer| CustomerObject { session: self.session, customer });
                Ok(ResolvedValue::nullable_object(object))
            }
            "app" => Ok(ResolvedValue::object(NamedObject {
                type_name: "OrderApp",
                kind: "App",
                id: 1_354_745,
                name: match order.source_name.as_deref() {
                    None | Some("web") => "Online Store".to_owned(),
                    Some(other) => other.to_owned(),
                },
            })),
            "risk" => Ok(ResolvedValue::object(RiskSummary)),
            "totalCashRoundingAdjustment" => Ok(ResolvedValue::object(CashRounding { order: Arc::clone(&self.order) })),
            "taxLines" | "currentTaxLines" => taxes(&self.order, &order.totals.taxes),
            "lineItems" => self.lines(info),
            "shippingLines" => self.shipping_lines(info),
            "shippingLine" => Ok(ResolvedValue::nullable_object(
                (!order.shipping_lines.is_empty())
                    .then(|| ShippingLineObject { order: Arc::clone(&self.order), place: 0 }),
            )),
            "discountApplications" => discounts(&self.order, info),
            "transactions" => {
                let first = int(info, "first").and_then(|first| usize::try_from(first).ok()).unwrap_or(250);
                let places = 0..order.transactions.len().min(first);
                Ok(ResolvedValue::list(places.map(|place| {
                    let order = Arc::clone(&self.order);
                    ResolvedValue::object(TransactionObject { session: self.session, order, place })
                })))
            }
            "transactionsCount" => Ok(ResolvedValue::object(Count(order.transactions.len()))),
            _ => not_served(self, info),
        }
    }
}

impl OrderObject<'_> {
    fn amount<'a>(&'a self, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
        let totals = &self.order.totals;
        let amount = match info.field_name() {
            "totalPriceSet" | "currentTotalPriceSet" | "originalTotalPriceSet" => totals.total,
            "subtotalPriceSet" | "currentSubtotalPriceSet" => totals.subtotal,
            "totalTaxSet" | "currentTotalTaxSet" => totals.tax,
            "totalDiscountsSet" | "currentTotalDiscountsSet" => totals.discounts,
            "totalShippingPriceSet" => totals.shipping,
            "currentShippingPriceSet" => totals.discounted_shipping,
            "totalOutstandingSet" => totals.outstanding,
            "totalReceivedSet" => totals.received,
            "totalRefundedSet" => totals.refunded,
            "netPaymentSet" => totals.received - totals.refunded,
            "totalCapturableSet" => totals.capturable,
            "totalTipReceivedSet" => Bag::ZERO,
            _ => return not_served(self, info),
        };
        bag(&self.order, amount)
    }

    fn one_address(&self) -> bool {
        match (&self.order.billing_address, &self.order.shipping_address) {
            (Some(billing), Some(shipping)) => billing.same_place(shipping),
            (billing, shipping) => billing.is_none() && shipping.is_none(),
        }
    }

    fn lines<'a>(&'a self, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
        let rows = (0_i64..).zip(&self.order.lines).enumerate();
        let rows = rows.map(|(place, (number, line))| (Position::number(number, line.id), place));
        let page = Window::read(info)?.page(rows);
        connection("LineItemConnection", "LineItemEdge", page, |place: &usize| {
            let order = Arc::clone(&self.order);
            LineObject { session: self.session, order, place: *place }
        })
    }

    fn shipping_lines<'a>(&'a self, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
        let rows = (0_i64..).zip(&self.order.shipping_lines).enumerate();
        let rows = rows.map(|(place, (number, line))| (Position::number(number, line.id), place));
        let page = Window::read(info)?.page(rows);
        connection("ShippingLineConnection", "ShippingLineEdge", page, |place: &usize| ShippingLineObject {
            order: Arc::clone(&self.order),
            place: *place,
        })
    }
}

/// The object of a discount application, for the lines that bear it.
pub(super) fn application(order: &Arc<Order>, place: usize) -> DiscountObject {
    DiscountObject { order: Arc::clone(order), place }
}
