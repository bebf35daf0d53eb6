use chrono::DateTime;
use rust_decimal::Decimal;

use super::input::{RefundLineInput, ShippingRefundInput};
use super::take_out::{Pieces, take_out};
use crate::mutate::part::{number, refuse};
use crate::mutate::user_error::UserError;
use crate::store::money::Bag;
use crate::store::order::Order;
use crate::store::refund::{RefundLine, RefundShipping};

/// What a refund of some pieces and some shipping would come to.
#[derive(Clone, Debug, Default)]
pub(crate) struct Suggestion {
    pub lines: Vec<RefundLine>,
    pub shipping: Vec<RefundShipping>,
    /// What the buyer should get back: the worth of what is taken out, less what was not yet paid.
    pub amount: Bag,
    /// All that could be paid back.
    pub maximum: Bag,
    /// How much of which payment.
    pub payments: Vec<(u64, Bag)>,
}

impl Suggestion {
    /// The lines after discounts.
    pub(crate) fn subtotal(&self) -> Bag {
        self.lines.iter().map(|line| line.share.subtotal).sum()
    }

    /// The taxes of the lines and of the shipping.
    pub(crate) fn tax(&self) -> Bag {
        self.lines.iter().map(|line| line.share.tax()).sum::<Bag>() + self.shipping_tax()
    }

    /// The shipping.
    pub(crate) fn shipping_amount(&self) -> Bag {
        self.shipping.iter().map(|shipping| shipping.share.subtotal).sum()
    }

    /// The taxes of the shipping.
    pub(crate) fn shipping_tax(&self) -> Bag {
        self.shipping.iter().map(|shipping| shipping.share.tax()).sum()
    }
}

/// Reckons what these pieces and this shipping come to, without changing the order.
pub(crate) fn suggest(
    order: &Order,
    lines: &[RefundLineInput],
    shipping: Option<&ShippingRefundInput>,
    currency: Option<&str>,
) -> Result<Suggestion, Vec<UserError>> {
    Ok(reckon(order, &pieces(order, lines)?, shipping_amount(order, shipping, currency)?))
}

/// The same, of pieces that are known to be there.
pub(super) fn reckon(order: &Order, pieces: &[Pieces], shipping: Bag) -> Suggestion {
    let mut after = order.clone();
    take_out(&mut after, pieces, shipping, DateTime::UNIX_EPOCH, &mut || 0);
    after.total();
    let maximum = order.totals.received - order.totals.refunded;
    let amount = too_much(order, &after);
    let (lines, shipping) = after.refunds.pop().map(|refund| (refund.lines, refund.shipping)).unwrap_or_default();
    Suggestion { lines, shipping, amount, maximum, payments: super::whole_payments(order, amount) }
}

/// What the buyer has paid too much once the order has become what it is `after`: no more than it has become cheaper,
/// for what was paid too much before is not given back unasked.
pub(in crate::mutate) fn too_much(before: &Order, after: &Order) -> Bag {
    let paid = before.totals.received - before.totals.refunded;
    let worth = before.totals.current.total - after.totals.current.total;
    (paid - after.totals.current.total).at_most(worth).map(|amount| amount.max(Decimal::ZERO))
}

/// The pieces that the input names, with their rules.
pub(super) fn pieces(order: &Order, lines: &[RefundLineInput]) -> Result<Vec<Pieces>, Vec<UserError>> {
    let mut pieces: Vec<Pieces> = Vec::new();
    for (index, input) in lines.iter().enumerate() {
        let index = index.to_string();
        let id = number(&input.line_item_id, "LineItem");
        let found = order.lines.iter().enumerate().find(|(_, line)| Some(line.id) == id);
        let Some((place, line)) = found else {
            return refuse(&["refundLineItems", &index, "lineItemId"], "Line item does not exist");
        };
        let named = pieces.iter().filter(|other| other.place == place);
        let taken: u32 = named.clone().map(|other| other.quantity).sum();
        let waited: u32 = named.filter(|other| other.restock_type != "RETURN").map(|other| other.quantity).sum();
        let current = order.current_quantity(line).saturating_sub(taken);
        let field = ["refundLineItems", index.as_str(), "quantity"];
        let quantity = match u32::try_from(input.quantity) {
            Ok(quantity) if quantity > 0 && quantity <= current => quantity,
            Ok(quantity) if quantity > 0 => {
                return refuse(&field, "Refund line items quantity cannot refund more items than were purchased");
            }
            _ => return refuse(&field, "Refund line items quantity must be greater than 0"),
        };
        // What does not come back is taken from what waits, as long as something does.
        let unfulfilled = order.unfulfilled(line.id).saturating_sub(waited);
        let restock_type = input.restock_type.clone().unwrap_or_else(|| "NO_RESTOCK".to_owned());
        match restock_type.as_str() {
            "CANCEL" if quantity > unfulfilled => {
                return refuse(&field, "Refund line items quantity cannot cancel more items than are unfulfilled");
            }
            "RETURN" if quantity > current.saturating_sub(unfulfilled) => {
                return refuse(&field, "Refund line items quantity cannot return more items than were fulfilled");
            }
            "LEGACY_RESTOCK" => {
                let field = ["refundLineItems", index.as_str(), "restockType"];
                return refuse(&field, "Refund line items restock type is invalid");
            }
            _ => {}
        }
        let location_id = input.location_id.as_deref().and_then(|id| number(id, "Location"));
        pieces.push(Pieces { place, quantity, restock_type, location_id, came_back: false });
    }
    Ok(pieces)
}

/// What of the shipping the input names, before taxes that come on top.
pub(in crate::mutate) fn shipping_amount(
    order: &Order,
    input: Option<&ShippingRefundInput>,
    currency: Option<&str>,
) -> Result<Bag, Vec<UserError>> {
    let left = order.totals.current.shipping;
    let Some(input) = input else { return Ok(Bag::ZERO) };
    if input.full_refund {
        return Ok(left);
    }
    let amount = order.part_of(left, input.amount.unwrap_or_default(), currency);
    if amount.shop < Decimal::ZERO {
        return refuse(&["shipping", "amount"], "Shipping amount must be greater than or equal to 0");
    }
    if amount.shop > left.shop || amount.presentment > left.presentment {
        return refuse(&["shipping", "amount"], "Shipping amount cannot be more than the refundable shipping");
    }
    Ok(amount)
}
