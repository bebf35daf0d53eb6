use std::sync::Arc;

use apollo_compiler::resolvers::{ObjectValue, ResolveInfo, ResolvedValue};

use super::address::address;
use super::arguments::{flag, int};
use super::attribute::attributes;
use super::cancellation::CancellationObject;
use super::company::Buyer;
use super::connection::{Window, connection, of_places};
use super::cursor::Position;
use super::customer::CustomerObject;
use super::discount::{DiscountObject, discounts};
use super::fulfilment::{parcels, waiting_orders};
use super::leaf;
use super::line::LineObject;
use super::location::location;
use super::money::{bag, bag_or_null};
use super::payment_terms::payment_terms;
use super::refund::{refunds, suggested_refund};
use super::returns::returns;
use super::risk::RiskSummary;
use super::session::{Resolved, Session, not_served};
use super::shipping_line::ShippingLineObject;
use super::shopify_payments::DisputeSummary;
use super::small::{CashRounding, Count, NamedObject};
use super::special::{Attribution, fees};
use super::staff::staff_member;
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
            "cancelledAt" => leaf::optional_time(order.cancellation.as_ref().map(|cancellation| cancellation.at)),
            "cancelReason" => {
                leaf::optional(order.cancellation.as_ref().map(|cancellation| cancellation.reason.as_str()))
            }
            "cancellation" => Ok(ResolvedValue::nullable_object(order.cancellation.as_ref().map(CancellationObject))),
            "paymentTerms" => payment_terms(self.session, &self.order),
            "publication" | "customerLocale" => Ok(ResolvedValue::null()),
            "staffMember" => staff_member(self.session, order.special.staff_member),
            "retailLocation" => location(self.session, order.special.retail_location),
            "attribution" => Ok(ResolvedValue::nullable_object(order.special.channel.as_ref().map(Attribution))),
            "additionalFees" => fees(&self.order),
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
            "edited" => leaf::flag(order.edited),
            "dutiesIncluded" | "estimatedTaxes" => leaf::flag(false),
            "merchantEditable" => leaf::flag(order.cancellation.is_none()),
            "capturable" => leaf::flag(order.totals.capturable != Bag::ZERO),
            "fullyPaid" => leaf::flag(order.fully_paid()),
            "unpaid" => leaf::flag(order.totals.received == Bag::ZERO && !order.fully_paid()),
            "refundable" => leaf::flag(order.totals.received != order.totals.refunded),
            "restockable" => leaf::flag(order.remaining_quantity() > 0),
            "fulfillable" => leaf::flag(order.lines.iter().any(|line| order.unfulfilled(line.id) > 0)),
            "requiresShipping" => leaf::flag(order.lines.iter().any(|line| line.requires_shipping)),
            "canMarkAsPaid" => leaf::flag(can_mark_as_paid(order)),
            "displayFinancialStatus" => leaf::text(order.financial_status()),
            "displayFulfillmentStatus" => leaf::text(&order.fulfillment_status),
            "returnStatus" => leaf::text(order.return_status()),
            "subtotalLineItemsQuantity" => leaf::number(order.quantity()),
            "currentSubtotalLineItemsQuantity" => leaf::number(order.remaining_quantity()),
            "totalWeight" => leaf::legacy(order.weight(|line| line.quantity)),
            "currentTotalWeight" => leaf::legacy(order.weight(|line| order.current_quantity(line))),
            "discountCode" => leaf::optional(order.discounts.iter().find_map(|discount| discount.code())),
            "discountCodes" => leaf::texts(order.discounts.iter().filter_map(|discount| discount.code())),
            "statusPageUrl" => leaf::text(&format!("https://{}/orders/{}", self.session.shop().domain, order.number)),
            "billingAddressMatchesShippingAddress" => leaf::flag(order.has_one_address()),
            "paymentGatewayNames" => {
                let mut names: Vec<&str> = order.transactions.iter().map(|t| t.gateway.as_str()).collect();
                names.dedup();
                leaf::texts(names)
            }
            "billingAddress" => address(order.billing_address.as_ref()),
            "shippingAddress" => address(order.shipping_address.as_ref()),
            "displayAddress" => address(order.display_address()),
            "purchasingEntity" if order.special.company.is_some() => {
                let customer = order.customer_id.and_then(|id| self.session.customer(id));
                let buyer = |company| Buyer { session: self.session, company, customer };
                Ok(ResolvedValue::nullable_object(order.special.company.as_ref().map(buyer)))
            }
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
                    Some("shopify_draft_order") => "Draft Orders".to_owned(),
                    Some(other) => other.to_owned(),
                },
            })),
            "risk" => Ok(ResolvedValue::object(RiskSummary(&order.risks))),
            "totalCashRoundingAdjustment" => Ok(ResolvedValue::object(CashRounding { order: Arc::clone(&self.order) })),
            "taxLines" => taxes(&self.order, &order.totals.placed.taxes),
            "currentTaxLines" => taxes(&self.order, &order.totals.current.taxes),
            "lineItems" => {
                let ids = order.lines.iter().map(|line| line.id);
                of_places("LineItemConnection", "LineItemEdge", ids, info, move |place| LineObject {
                    session: self.session,
                    order: Arc::clone(&self.order),
                    place,
                })
            }
            "shippingLines" => self.shipping_lines(info),
            "shippingLine" => {
                let place = order.shipping_lines.iter().position(|line| !line.removed);
                let line = |place| ShippingLineObject { order: Arc::clone(&self.order), place };
                Ok(ResolvedValue::nullable_object(place.map(line)))
            }
            "discountApplications" => discounts(&self.order, info),
            "fulfillmentOrders" => waiting_orders(self.session, &self.order, info),
            "fulfillments" => parcels(self.session, &self.order, int(info, "first")),
            "refunds" => refunds(self.session, &self.order, int(info, "first")),
            "returns" => returns(self.session, &self.order, info),
            "suggestedRefund" => suggested_refund(self.session, &self.order, info),
            "transactions" => {
                let first = int(info, "first").and_then(|first| usize::try_from(first).ok()).unwrap_or(250);
                let places = 0..order.transactions.len().min(first);
                Ok(ResolvedValue::list(places.map(|place| {
                    let order = Arc::clone(&self.order);
                    ResolvedValue::object(TransactionObject { session: self.session, order, place })
                })))
            }
            "disputes" => DisputeSummary::of_order(self.session, order.id),
            "transactionsCount" => Ok(ResolvedValue::object(Count(order.transactions.len()))),
            "fulfillmentsCount" => Ok(ResolvedValue::object(Count(order.fulfillments.len()))),
            _ => not_served(self, info),
        }
    }
}

impl OrderObject<'_> {
    fn amount<'a>(&'a self, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
        let totals = &self.order.totals;
        let (placed, current) = (&totals.placed, &totals.current);
        let special = &self.order.special;
        let amount = match info.field_name() {
            "totalPriceSet" => placed.total,
            "currentTotalPriceSet" => current.total,
            "originalTotalPriceSet" => self.order.original_total,
            "subtotalPriceSet" => placed.subtotal,
            "currentSubtotalPriceSet" => current.subtotal,
            "totalTaxSet" => placed.tax,
            "currentTotalTaxSet" => current.tax,
            "totalDiscountsSet" => placed.discounts,
            "currentTotalDiscountsSet" => current.discounts,
            "totalShippingPriceSet" => totals.shipping,
            "currentShippingPriceSet" => current.shipping,
            "totalOutstandingSet" => totals.outstanding,
            "totalReceivedSet" => totals.received,
            "totalRefundedSet" => totals.refunded,
            "refundDiscrepancySet" => self.order.adjusted(),
            "netPaymentSet" => totals.received - totals.refunded,
            "totalCapturableSet" => totals.capturable,
            "totalTipReceivedSet" => special.tips,
            "originalTotalDutiesSet" | "currentTotalDutiesSet" => return bag_or_null(&self.order, special.duties),
            "currentTotalAdditionalFeesSet" => return bag_or_null(&self.order, special.all_fees()),
            _ => return not_served(self, info),
        };
        bag(&self.order, amount)
    }

    fn shipping_lines<'a>(&'a self, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
        let all = flag(info, "includeRemovals");
        let rows = (0_i64..).zip(&self.order.shipping_lines).enumerate();
        let rows = rows.filter(|(_, (_, line))| all || !line.removed);
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
