use shopify::documents::orders::Order;

use super::places::sent;
use super::text::number;

/// What an order takes from the stock of its store.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct TakenLine {
    /// Its id in Shopify.
    pub line: i64,
    /// The variant, by its id in Shopify.
    pub variant: i64,
    /// The location that sends it, by its id in Shopify; 0 for none that is known.
    pub location: i64,
    /// How many are left of what was ordered.
    pub current: i64,
    /// How many of them are to be sent still.
    pub to_send: i64,
}

/// What an order takes, line by line; nothing when it was cancelled.
pub(crate) fn taken(order: &Order) -> Vec<TakenLine> {
    if order.cancelled_at.is_some() {
        return Vec::new();
    }
    let line = |line: &shopify::documents::orders::LineItem| {
        let variant = line.variant.as_ref().map(|variant| number(&variant.id))?;
        Some(TakenLine {
            line: number(&line.id),
            variant,
            location: sent(order, line).location_id,
            current: line.current_quantity.into(),
            to_send: line.unfulfilled_quantity.into(),
        })
    };
    order.line_items.nodes.iter().filter_map(line).filter(|line| line.current > 0).collect()
}
