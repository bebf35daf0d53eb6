use sea_orm::ConnectionTrait;

use super::compare::compare;
use super::{OrderTotals, document};
use crate::Error;
use crate::orders::staged::{order, read_sales};
use crate::shops;

/// What an order comes to, beside what its document does. An order without a document tells in which money it would be.
///
/// # Errors
/// [`Error::NoShop`] when the order's shop is gone; when the database fails.
pub async fn order_totals(c: &impl ConnectionTrait, order: order::Model) -> Result<Option<OrderTotals>, Error> {
    let handling = match order.processed {
        true => order.processed_currency_handling,
        false => shops::find(c, order.shop_code.as_str()).await?.currency_handling,
    };
    let document = document::find(c, order.shopify_order_id).await?;
    let sale = read_sales(c, vec![order]).await?.pop();
    Ok(sale.map(|sale| compare(&sale, handling, document)))
}
