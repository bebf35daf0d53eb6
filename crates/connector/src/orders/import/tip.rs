use rust_decimal::Decimal;
use shopify::documents::orders::{LineItem, Order};

/// Whether a line is a tip. Shopify does not say: a tip is a line of no product which is named so, in the language of the
/// store. In other languages than English it is known by its price, which the order tells as its tip.
pub(super) fn is_tip(order: &Order, line: &LineItem) -> bool {
    if line.product.is_some() || line.variant.is_some() || line.is_gift_card {
        return false;
    }
    let tips = order.total_tip_received_set.shop_money.amount;
    let price = line.original_unit_price_set.shop_money.amount * Decimal::from(line.quantity);
    let no_goods = !line.requires_shipping && line.sku.as_ref().is_none_or(|sku| sku.is_empty());
    line.name == "Tip" || (tips > Decimal::ZERO && price == tips && no_goods)
}
