//! What the buyer gets instead of what comes back: lines of the order, which its refund takes from what is paid back.

use std::collections::{HashMap, HashSet};

use shopify::documents::refunds::{OrderWithRefunds, Return};
use uuid::Uuid;
use values::money::{Amount, Quantity};

use super::effect::is_of;
use crate::orders::import::{self, number};
use crate::orders::refunds::options::RestockType;
use crate::orders::refunds::staged::refund_line;
use crate::orders::staged::{Sale, line, tax_line};

/// The lines of the order that returns have made, by the returns' ids in Shopify.
#[derive(Debug, Default)]
pub(super) struct Exchanges(HashMap<i64, Vec<i64>>);

impl Exchanges {
    /// Those of an order.
    pub fn of(said: &OrderWithRefunds) -> Self {
        let lines = |one: &Return| {
            let exchanges = one.exchange_line_items.nodes.iter().filter(|exchange| exchange.quantity > 0);
            exchanges.flat_map(|exchange| exchange.line_items.iter().flatten()).map(|line| number(&line.id)).collect()
        };
        let returns = said.returns.iter().flat_map(|returns| &returns.nodes);
        Self(returns.map(|one| (number(&one.id), lines(one))).collect())
    }

    /// All of them.
    pub fn all(&self) -> HashSet<i64> {
        self.0.values().flatten().copied().collect()
    }

    /// The lines that the refund of a return has for what is got instead: negative, for they lessen what is paid back. Each
    /// belongs to the first refund of its return.
    pub fn lines_of(
        &mut self,
        ground: &import::Ground<'_>,
        (refund_id, shopify_refund_id, shopify_return_id): (Uuid, i64, i64),
        sale: &Sale,
        tax_lines: &[tax_line::Model],
    ) -> Vec<refund_line::Model> {
        let made = self.0.get_mut(&shopify_return_id).map(std::mem::take).unwrap_or_default();
        let of_order = sale.lines.iter().filter(|line| made.contains(&line.line_id));
        of_order.map(|line| negative(ground, (refund_id, shopify_refund_id), line, tax_lines)).collect()
    }
}

fn negative(
    ground: &import::Ground<'_>,
    (refund_id, shopify_refund_id): (Uuid, i64),
    line: &line::Model,
    tax_lines: &[tax_line::Model],
) -> refund_line::Model {
    let net = |price: values::money::Price, discount: Amount| {
        Amount::new(price.decimal() * line.quantity.decimal()).unwrap_or_default() - discount
    };
    let taxes = || tax_lines.iter().filter(|tax| is_of(tax, line));
    refund_line::Model {
        id: ground.random.id(ground.now),
        refund_id,
        shopify_refund_id,
        refund_line_id: -line.line_id,
        order_line_id: line.line_id,
        description: line.description.clone(),
        quantity: Quantity::ZERO - line.quantity,
        restock_type: RestockType::Return,
        restocked: false,
        location_id: 0,
        amount: line.unit_price,
        presentment_amount: line.presentment_unit_price,
        subtotal_amount: -net(line.unit_price, line.discount_amount),
        presentment_subtotal_amount: -net(line.presentment_unit_price, line.presentment_discount_amount),
        total_tax_amount: -taxes().map(|tax| tax.amount).sum::<Amount>(),
        presentment_total_tax_amount: -taxes().map(|tax| tax.presentment_amount).sum::<Amount>(),
        can_create_credit_memo: true,
        exchange_item: true,
    }
}
