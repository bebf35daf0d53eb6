use chrono::{DateTime, Utc};
use rust_decimal::Decimal;

use crate::mutate::fulfilment::take_away;
use crate::store::State;
use crate::store::money::Bag;
use crate::store::order::{Order, ShippingLine};
use crate::store::refund::{Refund, RefundLine, RefundShipping};

/// Pieces of a line that are taken out.
#[derive(Clone, Debug)]
pub(in crate::mutate) struct Pieces {
    /// The place of the line in the order.
    pub place: usize,
    pub quantity: u32,
    /// `RETURN`, `CANCEL` or `NO_RESTOCK`.
    pub restock_type: String,
    pub location_id: Option<u64>,
    /// Whether they were sent and came back: then nothing that waits to be sent is taken.
    pub came_back: bool,
}

/// Takes pieces, and shipping for `shipping` before taxes, out of the order, as a refund that pays nothing back yet.
///
/// The order's totals must be computed anew afterwards.
pub(in crate::mutate) fn take_out(
    order: &mut Order,
    pieces: &[Pieces],
    shipping: Bag,
    now: DateTime<Utc>,
    next_id: &mut dyn FnMut() -> u64,
) {
    order.refunds.push(Refund {
        id: next_id(),
        created_at: now,
        updated_at: now,
        processed_at: now,
        note: None,
        lines: Vec::new(),
        shipping: Vec::new(),
        adjustments: Vec::new(),
        transactions: Vec::new(),
        return_id: None,
    });
    for piece in pieces {
        let Some(line) = order.lines.get(piece.place) else { continue };
        let restocked = piece.restock_type != "NO_RESTOCK" && line.variant_id.is_some();
        let line_id = line.id;
        let waited = if piece.came_back || piece.restock_type == "RETURN" {
            Vec::new()
        } else {
            take_away(order, line_id, piece.quantity, now)
        };
        for (location_id, quantity) in places(piece, restocked, &waited) {
            // A line that is named twice gives each entry its share of what the other has left.
            let share = order.line_share(piece.place, quantity);
            let restock_type = piece.restock_type.clone();
            if let Some(refund) = order.refunds.last_mut() {
                let line = RefundLine { id: next_id(), line_id, quantity, restock_type, restocked, location_id, share };
                refund.lines.push(line);
            }
        }
    }
    for (place, amount) in spread(order, shipping) {
        let Some(line) = order.shipping_lines.get(place) else { continue };
        let (shipping_line_id, share) = (line.id, order.shipping_share(line, amount));
        if let Some(refund) = order.refunds.last_mut() {
            refund.shipping.push(RefundShipping { id: next_id(), shipping_line_id, share });
        }
    }
}

/// Where pieces go back into the stock: where it was said, else where they waited, at each location as many as there
/// were.
fn places(piece: &Pieces, restocked: bool, waited: &[(u64, u32)]) -> Vec<(Option<u64>, u32)> {
    let mut places: Vec<(Option<u64>, u32)> = Vec::new();
    let mut rest = piece.quantity;
    if restocked && piece.location_id.is_none() {
        for (location, quantity) in waited {
            let quantity = rest.min(*quantity);
            match places.iter_mut().find(|(known, _)| *known == Some(*location)) {
                Some((_, known)) => *known += quantity,
                None => places.push((Some(*location), quantity)),
            }
            rest -= quantity;
        }
    }
    if rest > 0 {
        places.push((piece.location_id, rest));
    }
    places
}

/// The part of each shipping line in a refund of `amount`.
fn spread(order: &Order, amount: Bag) -> Vec<(usize, Bag)> {
    let left = |line: &ShippingLine| order.current_shipping(line).subtotal;
    let weights: Vec<Bag> = order.shipping_lines.iter().map(left).collect();
    let parts = order.decimals().spread(amount, &weights).into_iter().enumerate();
    parts.filter(|(_, part)| part.shop != Decimal::ZERO || part.presentment != Decimal::ZERO).collect()
}

/// Puts the pieces of the order's last refund back into the stock, where its lines say so.
pub(in crate::mutate) fn restock(state: &mut State, order: &Order, now: DateTime<Utc>) {
    for removed in order.refunds.last().iter().flat_map(|refund| &refund.lines).filter(|line| line.restocked) {
        let line = order.lines.iter().find(|line| line.id == removed.line_id);
        if let Some(variant) = line.and_then(|line| line.variant_id) {
            state.add_to_stock(variant, removed.location_id, i64::from(removed.quantity), now);
        }
    }
}
