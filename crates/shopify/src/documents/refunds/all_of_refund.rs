use std::sync::LazyLock;

use super::of_orders::{RefundsVariables, RefundsVariablesFields};
use super::refund::{
    LINE_COST, OrderAdjustmentConnection, OrderTransactionConnection, Refund, RefundLineItem,
    RefundShippingLineConnection, SHIPPING_LINE_COST,
};
use crate::cost::connection;
use crate::documents::orders::Cursor;
use crate::documents::query;
use crate::{Client, Document, Error, schema};

/// As many of each part come in one call. Only goods can be more: no order has so many shipping lines or payments.
const LARGEST: u32 = 100;

/// A query for one refund with more parts than come with its order.
#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "QueryRoot", variables = "RefundsVariables")]
pub struct AllOfRefund {
    #[arguments(id: $id)]
    refund: Option<Parts>,
}

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Refund", variables = "RefundsVariables")]
struct Parts {
    #[arguments(first: 100, after: $after)]
    refund_line_items: Lines,
    #[arguments(first: 100)]
    refund_shipping_lines: RefundShippingLineConnection,
    #[arguments(first: 100)]
    order_adjustments: OrderAdjustmentConnection,
    #[arguments(first: 100)]
    transactions: OrderTransactionConnection,
}

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "RefundLineItemConnection", variables = "RefundsVariables")]
struct Lines {
    nodes: Vec<RefundLineItem>,
    page_info: Cursor,
}

impl Document for AllOfRefund {
    const NAME: &'static str = "AllOfRefund";
    type Variables = RefundsVariables;
    type Answer = Self;

    fn text() -> &'static str {
        static TEXT: LazyLock<String> =
            LazyLock::new(|| query::<AllOfRefund, _>(AllOfRefund::NAME, RefundsVariables::largest()));
        &TEXT
    }

    fn cost(_: &Self::Variables) -> u32 {
        const REFUND: u32 = 1;
        REFUND + connection(LARGEST, LINE_COST) + connection(LARGEST, SHIPPING_LINE_COST) + 2 * connection(LARGEST, 1)
    }
}

/// The refund with all its parts; as it came when it is gone meanwhile.
pub(super) async fn all_of_refund(
    client: &Client,
    reach: &RefundsVariables,
    mut refund: Refund,
) -> Result<Refund, Error> {
    let (mut lines, mut after) = (Vec::new(), None);
    loop {
        let variables = RefundsVariables { id: refund.id.clone(), after, ..reach.clone() };
        let Some(parts) = client.run::<AllOfRefund>(variables).await?.refund else { return Ok(refund) };
        lines.extend(parts.refund_line_items.nodes);
        after = parts.refund_line_items.page_info.next();
        refund.refund_shipping_lines = parts.refund_shipping_lines;
        refund.order_adjustments = parts.order_adjustments;
        refund.transactions = parts.transactions;
        if after.is_none() {
            refund.refund_line_items.nodes = lines;
            refund.refund_line_items.page_info.has_next_page = false;
            return Ok(refund);
        }
    }
}
