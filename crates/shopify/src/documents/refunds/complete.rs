use super::all_of_refund::all_of_refund;
use super::all_of_return::all_of_return;
use super::more_returns::more_returns;
use super::of_orders::{OrderWithRefunds, RefundsVariables};
use crate::{Client, Error};

/// Reads what did not come with the order's refunds and returns. Most are whole.
pub(super) async fn complete(
    client: &Client,
    reach: &RefundsVariables,
    mut order: OrderWithRefunds,
) -> Result<OrderWithRefunds, Error> {
    for refund in order.refunds.iter_mut().filter(|refund| !refund.is_whole()) {
        *refund = all_of_refund(client, reach, refund.clone()).await?;
    }
    let Some(returns) = &mut order.returns else { return Ok(order) };
    if returns.page_info.has_next_page {
        returns.nodes = more_returns(client, reach, &order.id).await?;
        returns.page_info.has_next_page = false;
    }
    for returned in returns.nodes.iter_mut().filter(|returned| !returned.is_whole()) {
        *returned = all_of_return(client, reach, returned.clone()).await?;
    }
    Ok(order)
}
