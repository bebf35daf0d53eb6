use std::collections::HashSet;

use shopify::documents::refunds::OrderWithRefunds;

use super::exchange::Exchanges;
use super::refund;
use super::returned::{self, Places};
use crate::orders::import::{self, Invalid};
use crate::orders::refunds::staged::{Back, refund as staged_refund, returned as staged_return};
use crate::orders::staged::{Sale, tax_line, transaction};

/// An order whose refunds and returns were read.
#[derive(Clone, Copy, Debug)]
pub(super) struct Read<'a> {
    /// The order.
    pub sale: &'a Sale,
    /// The taxes of its lines.
    pub tax_lines: &'a [tax_line::Model],
    /// Its payments.
    pub transactions: &'a [transaction::Model],
    /// The refunds that were staged before.
    pub refunds: &'a [staged_refund::Model],
    /// The returns that were.
    pub returns: &'a [staged_return::Model],
}

/// The rows of what was paid back of an order and what came back, and the lines of the order that the buyer gets instead of
/// something else. What became of a refund is kept.
///
/// # Errors
/// [`Invalid`] says which field can't be stored.
pub(super) fn rows(
    ground: &import::Ground<'_>,
    read: Read<'_>,
    said: &OrderWithRefunds,
) -> Result<(Back, HashSet<i64>), Invalid> {
    let mut exchanges = Exchanges::of(said);
    let exchanged = exchanges.all();
    let mut back = Back::default();
    let mut places = Vec::new();
    for one in said.returns.iter().flat_map(|returns| &returns.nodes) {
        let of_return = Places::of(one);
        back.returns.push(returned::rows(ground, read, &of_return, one)?);
        places.push(of_return);
    }
    for one in &said.refunds {
        let mut refunded = refund::rows(ground, read, &places, one)?;
        let header = &refunded.refund;
        let ids = (header.id, header.shopify_refund_id, header.shopify_return_id);
        refunded.lines.extend(exchanges.lines_of(ground, ids, read.sale, read.tax_lines));
        back.refunds.push(refunded);
    }
    Ok((back, exchanged))
}
