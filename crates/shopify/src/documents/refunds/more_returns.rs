use std::sync::LazyLock;

use super::of_orders::{RefundsVariables, RefundsVariablesFields};
use super::returned::{RETURNS_COST, Return};
use crate::documents::orders::Cursor;
use crate::documents::query;
use crate::{Client, Document, Error, schema};

/// A query for the returns of one order, for an order with more of them than come with it.
#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "QueryRoot", variables = "RefundsVariables")]
pub struct MoreReturns {
    #[arguments(id: $id)]
    order: Option<OrderOfReturns>,
}

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Order", variables = "RefundsVariables")]
struct OrderOfReturns {
    #[arguments(first: 5, after: $after)]
    returns: Returns,
}

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "ReturnConnection", variables = "RefundsVariables")]
struct Returns {
    nodes: Vec<Return>,
    page_info: Cursor,
}

impl Document for MoreReturns {
    const NAME: &'static str = "MoreReturns";
    type Variables = RefundsVariables;
    type Answer = Self;

    fn text() -> &'static str {
        static TEXT: LazyLock<String> =
            LazyLock::new(|| query::<MoreReturns, _>(MoreReturns::NAME, RefundsVariables::largest()));
        &TEXT
    }

    fn cost(_: &Self::Variables) -> u32 {
        const ORDER: u32 = 1;
        ORDER + RETURNS_COST
    }
}

/// All returns of an order, from the first on; none when it is gone meanwhile.
pub(super) async fn more_returns(
    client: &Client,
    reach: &RefundsVariables,
    order: &cynic::Id,
) -> Result<Vec<Return>, Error> {
    let (mut returns, mut after) = (Vec::new(), None);
    loop {
        let variables = RefundsVariables { id: order.clone(), after, ..reach.clone() };
        let Some(order) = client.run::<MoreReturns>(variables).await?.order else { return Ok(returns) };
        returns.extend(order.returns.nodes);
        after = order.returns.page_info.next();
        if after.is_none() {
            return Ok(returns);
        }
    }
}
