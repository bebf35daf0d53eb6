use std::sync::Arc;

use apollo_compiler::resolvers::{ResolveInfo, ResolvedValue};

use super::super::customer::CustomerObject;
use super::super::leaf;
use super::super::money::bag;
use super::super::session::{Resolved, Session};
use super::super::shipping_line::ShippingLineObject;
use super::super::tax_line::taxes;
use super::applied_discount::AppliedDiscountObject;
use crate::store::draft::Offer;
use crate::store::money::Bag;

/// A field that a draft and what an input would come to have in common.
pub(super) fn offer_field<'a>(
    session: &'a Session,
    offer: &'a Arc<Offer>,
    info: &ResolveInfo<'a>,
) -> Option<Resolved<'a>> {
    let order = &offer.order;
    if let Some(amount) = amount(offer, info.field_name()) {
        return Some(bag(order, amount));
    }
    Some(match info.field_name() {
        "acceptAutomaticDiscounts" => {
            offer.accept_automatic_discounts.map_or_else(|| Ok(ResolvedValue::null()), leaf::flag)
        }
        "allVariantPricesOverridden" => leaf::flag(of_variants(offer).all(|overridden| overridden)),
        "anyVariantPricesOverridden" => leaf::flag(of_variants(offer).any(|overridden| overridden)),
        "appliedDiscount" => {
            let amount = offer.common_discount();
            let object = offer.discount.as_ref().map(|applied| AppliedDiscountObject { order, applied, amount });
            Ok(ResolvedValue::nullable_object(object))
        }
        "billingAddressMatchesShippingAddress" => leaf::flag(order.has_one_address()),
        "currencyCode" => leaf::text(&order.currency),
        "presentmentCurrencyCode" => leaf::text(&order.presentment_currency),
        "customer" | "purchasingEntity" => {
            let customer = order.customer_id.and_then(|id| session.customer(id));
            Ok(ResolvedValue::nullable_object(customer.map(|customer| CustomerObject { session, customer })))
        }
        "discountCodes" => leaf::texts([""; 0]),
        "phone" => leaf::optional(order.phone.as_deref()),
        "shippingLine" => {
            let line = order.shipping_lines.first().map(|_| ShippingLineObject { order: Arc::clone(order), place: 0 });
            Ok(ResolvedValue::nullable_object(line))
        }
        "taxLines" => taxes(order, &order.totals.placed.taxes),
        "taxesIncluded" => leaf::flag(order.taxes_included),
        // As older versions have it.
        "subtotalPrice" | "totalPrice" | "totalShippingPrice" | "totalTax" => {
            leaf::money(amount(offer, &format!("{}Set", info.field_name()))?.shop)
        }
        // Nothing is discounted but by a person, and nothing is left undone.
        "platformDiscounts" | "warnings" => Ok(ResolvedValue::List(Box::new(std::iter::empty()))),
        "totalQuantityOfLineItems" => leaf::number(order.quantity()),
        _ => return None,
    })
}

fn amount(offer: &Offer, name: &str) -> Option<Bag> {
    let totals = &offer.order.totals;
    let later = offer.order.payment_terms.as_ref().and_then(|terms| terms.template());
    let later = later.is_some_and(|template| template.kind != "RECEIPT");
    Some(match name {
        "amountDueLaterSet" if later => totals.placed.total,
        "amountDueLaterSet" => Bag::ZERO,
        "amountDueNowSet" if later => Bag::ZERO,
        "amountDueNowSet" | "totalPriceSet" => totals.placed.total,
        "lineItemsSubtotalPrice" => offer.lines_subtotal(),
        "subtotalPriceSet" => totals.placed.subtotal,
        "totalDiscountsSet" => totals.placed.discounts,
        "totalLineItemsPriceSet" => offer.order.lines.iter().map(|line| line.original_total()).sum(),
        "totalShippingPriceSet" => totals.shipping,
        "totalTaxSet" => totals.placed.tax,
        _ => return None,
    })
}

/// Of each line of a variant, whether its price is another one than the variant's.
fn of_variants(offer: &Offer) -> impl Iterator<Item = bool> {
    let lines = offer.order.lines.iter().zip(&offer.lines);
    lines.filter(|(line, _)| line.variant_id.is_some()).map(|(_, offered)| offered.price_override.is_some())
}
