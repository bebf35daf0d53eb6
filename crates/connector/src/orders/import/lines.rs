//! The lines, shipping charges and taxes of an order.

use rust_decimal::Decimal;
use shopify::documents::orders::{DiscountAllocation, LineItem, MoneyBag, Order, TaxLine};
use uuid::Uuid;
use values::Code;
use values::money::{Amount, Percent, Quantity};

use super::document::Ground;
use super::text::or_blank;
use super::tip::is_tip;
use super::{Invalid, amount, places, price, text};
use crate::orders::staged::tax_line::Parent;
use crate::orders::staged::{line, shipping_charge, tax_line};

/// The lines with their taxes, ascending by id. A line of which nothing was ordered is left out.
pub(super) fn order_lines(
    ground: &Ground<'_>,
    order_id: Uuid,
    order: &Order,
) -> Result<(Vec<line::Model>, Vec<tax_line::Model>), Invalid> {
    let mut lines = Vec::with_capacity(order.line_items.nodes.len());
    let mut taxes = Vec::new();
    for said in order.line_items.nodes.iter().filter(|said| said.quantity != 0) {
        let line = order_line(ground, order_id, order, said)?;
        taxes.extend(tax_lines(ground, order_id, (Parent::OrderLine, line.line_id), &said.tax_lines)?);
        lines.push(line);
    }
    lines.sort_by_key(|line| line.line_id);
    Ok((lines, taxes))
}

fn order_line(ground: &Ground<'_>, order_id: Uuid, order: &Order, said: &LineItem) -> Result<line::Model, Invalid> {
    let (discount_amount, presentment_discount_amount) = allocated(&said.discount_allocations)?;
    let unit_price = &said.original_unit_price_set;
    let sent = places::sent(order, said);
    Ok(line::Model {
        id: ground.random.id(ground.now),
        order_id,
        shopify_order_id: text::number(&order.id),
        line_id: text::number(&said.id),
        shopify_product_id: said.product.as_ref().map_or(0, |product| text::number(&product.id)),
        shopify_variant_id: said.variant.as_ref().map_or(0, |variant| text::number(&variant.id)),
        sku: text::cut(or_blank(said.sku.as_ref()), 100),
        vendor: text::cut(or_blank(said.vendor.as_ref()), 100),
        description: text::cut(&said.title, 100),
        variant_description: text::cut(or_blank(said.variant_title.as_ref()), 50),
        quantity: Quantity::from(said.quantity),
        current_quantity: Quantity::from(said.current_quantity),
        fulfillable_quantity: Quantity::from(said.unfulfilled_quantity),
        refundable_quantity: Quantity::from(said.refundable_quantity),
        not_sold_quantity: Quantity::ZERO,
        exchange_item: false,
        gift_card: said.is_gift_card,
        tip: is_tip(order, said),
        taxable: said.taxable,
        requires_shipping: said.requires_shipping,
        location_id: sent.location_id,
        waiting_at: line::waiting_at(&sent.waiting),
        delivery_method_type: sent.method,
        unit_price: price("originalUnitPriceSet", unit_price.shop_money.amount)?,
        presentment_unit_price: price("originalUnitPriceSet", unit_price.presentment_money.amount)?,
        discount_amount,
        presentment_discount_amount,
        item_number: Code::blank(),
        variant_code: Code::blank(),
        unit_of_measure_code: Code::blank(),
        item_chosen: false,
    })
}

/// The shipping charges with their taxes, ascending by id.
pub(super) fn shipping_charges(
    ground: &Ground<'_>,
    order_id: Uuid,
    order: &Order,
) -> Result<(Vec<shipping_charge::Model>, Vec<tax_line::Model>), Invalid> {
    let mut charges = Vec::with_capacity(order.shipping_lines.nodes.len());
    let mut taxes = Vec::new();
    for said in &order.shipping_lines.nodes {
        let (discount_amount, presentment_discount_amount) = allocated(&said.discount_allocations)?;
        let charge = shipping_charge::Model {
            id: ground.random.id(ground.now),
            order_id,
            shopify_order_id: text::number(&order.id),
            shipping_line_id: said.id.as_ref().map_or(0, text::number),
            title: text::cut(&said.title, 50),
            code: text::cut(or_blank(said.code.as_ref()), 2048),
            source: text::cut(or_blank(said.source.as_ref()), 30),
            delivery_category: text::cut(or_blank(said.delivery_category.as_ref()), 100),
            carrier: text::cut(or_blank(said.carrier_identifier.as_ref()), 100),
            amount: amount("originalPriceSet", said.original_price_set.shop_money.amount)?,
            presentment_amount: amount("originalPriceSet", said.original_price_set.presentment_money.amount)?,
            discount_amount,
            presentment_discount_amount,
        };
        taxes.extend(tax_lines(ground, order_id, (Parent::ShippingCharge, charge.shipping_line_id), &said.tax_lines)?);
        charges.push(charge);
    }
    charges.sort_by_key(|charge| charge.shipping_line_id);
    Ok((charges, taxes))
}

/// The taxes of the whole order.
pub(super) fn order_taxes(ground: &Ground<'_>, order_id: Uuid, order: &Order) -> Result<Vec<tax_line::Model>, Invalid> {
    tax_lines(ground, order_id, (Parent::Order, text::number(&order.id)), &order.tax_lines)
}

pub(super) fn tax_lines(
    ground: &Ground<'_>,
    order_id: Uuid,
    (parent_type, parent_id): (Parent, i64),
    said: &[TaxLine],
) -> Result<Vec<tax_line::Model>, Invalid> {
    let row = |(line_number, tax): (i32, &TaxLine)| {
        Ok(tax_line::Model {
            id: ground.random.id(ground.now),
            order_id,
            parent_type,
            parent_id,
            line_number,
            title: text::cut(&tax.title, 50),
            rate_percentage: percent(tax.rate_percentage.map_or(Decimal::ZERO, |rate| rate.0))?,
            amount: amount("taxLines.priceSet", tax.price_set.shop_money.amount)?,
            presentment_amount: amount("taxLines.priceSet", tax.price_set.presentment_money.amount)?,
            channel_liable: tax.channel_liable.unwrap_or_default(),
        })
    };
    (1..).zip(said).map(row).collect()
}

fn percent(value: Decimal) -> Result<Percent, Invalid> {
    let finest = Decimal::new(1, values::money::DECIMALS);
    Percent::rounded(value, finest).map_err(|reason| Invalid::Number { field: "ratePercentage", reason })
}

fn allocated(allocations: &[DiscountAllocation]) -> Result<(Amount, Amount), Invalid> {
    let sum = |of: fn(&MoneyBag) -> Decimal| {
        let total = allocations.iter().map(|allocation| of(&allocation.allocated_amount_set)).sum();
        amount("discountAllocations", total)
    };
    Ok((sum(|money| money.shop_money.amount)?, sum(|money| money.presentment_money.amount)?))
}
