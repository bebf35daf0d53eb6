use rust_decimal::Decimal;
use values::money::Quantity;

use crate::customers::ShippingAdvice;
use crate::posting::Problems;
use crate::sales::{DocumentType, LineKind, header, line};

/// A line with what of it is posted now.
pub(super) struct Planned<'a> {
    pub(super) line: &'a line::Model,
    pub(super) ship: Quantity,
    pub(super) invoice: Quantity,
}

/// What of each line is posted: an order ships what is planned, and invoices no more than is shipped by then; the others
/// are posted whole.
pub(super) fn plan<'a>(
    header: &header::Model,
    lines: &'a [line::Model],
    (ships, invoices): (bool, bool),
) -> impl Iterator<Item = Planned<'a>> {
    let is_order = header.document_type == DocumentType::Order;
    lines.iter().map(move |line| {
        if !line.sells() {
            return Planned { line, ship: Quantity::ZERO, invoice: Quantity::ZERO };
        }
        if !is_order {
            return Planned { line, ship: line.quantity, invoice: line.quantity };
        }
        let ship = if ships { line.quantity_to_ship } else { Quantity::ZERO };
        let most = line.invoiceable(ship);
        let wanted = if invoices { line.quantity_to_invoice } else { Quantity::ZERO };
        let invoice = if wanted.decimal().abs() < most.decimal().abs() { wanted } else { most };
        Planned { line, ship, invoice: if invoices { invoice } else { Quantity::ZERO } }
    })
}

/// Checks that something is posted, that no line goes further than it is long, and that an invoice comes to something.
pub(super) fn check(
    header: &header::Model,
    planned: &[Planned<'_>],
    (ships, invoices): (bool, bool),
    problems: &mut Problems,
) {
    let moves = |line: &Planned<'_>| !line.ship.is_zero() || !line.invoice.is_zero();
    if !planned.iter().any(moves) && (ships || invoices) {
        problems.add(
            "lines",
            format!("there is nothing to post in {}: plan to ship or invoice some of it", header.in_words()),
        );
    }
    for line in planned {
        let (ship, left) = (line.ship.decimal().abs(), line.line.outstanding().decimal().abs());
        if ship > left {
            let text = format!("you cannot ship more than the {left} units that are left: lower Qty. to Ship");
            problems.of_line(line.line.line_number, "shipQuantity", text);
        }
    }
    if header.shipping_advice == ShippingAdvice::Complete && is_partly_shipped(header, planned) {
        problems.add(
            "shippingAdvice",
            "the order is to be shipped as a whole: plan to ship all of it, or set Shipping Advice to Partial",
        );
    }
    if invoices && header.document_type.sells() && total(planned) < Decimal::ZERO {
        problems.add(
            "totalAmountIncludingTax",
            "the total amount for the invoice must be 0 or greater: make a credit memo instead",
        );
    }
}

/// Whether some goods of an order are shipped now, and some are left.
fn is_partly_shipped(header: &header::Model, planned: &[Planned<'_>]) -> bool {
    let of_goods = || planned.iter().filter(|line| line.line.kind == LineKind::Item);
    header.document_type == DocumentType::Order
        && of_goods().any(|line| !line.ship.is_zero())
        && of_goods().any(|line| line.ship != line.line.outstanding())
}

/// What is invoiced, not rounded: whether it is worth something does not depend on a cent.
fn total(planned: &[Planned<'_>]) -> Decimal {
    let part = |line: &Planned<'_>| {
        let quantity = line.line.quantity.decimal();
        let share = line.invoice.decimal().checked_div(quantity).unwrap_or_default();
        line.line.amount_including_vat.decimal() * share
    };
    planned.iter().map(part).sum()
}
