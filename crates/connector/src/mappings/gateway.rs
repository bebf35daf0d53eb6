use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};
use values::Code;

use super::payment_method::{Column, Entity};
use crate::Error;

/// The gateway of Shopify Payments.
const SHOPIFY_PAYMENTS: &str = "shopify_payments";

/// Whether an order of the shop was paid by Shopify Payments, as far as orders have come.
pub(crate) async fn is_paid_by_shopify(c: &impl ConnectionTrait, shop: &Code<20>) -> Result<bool, Error> {
    let paid = Entity::find().filter(Column::ShopCode.eq(shop.clone())).filter(Column::Gateway.eq(SHOPIFY_PAYMENTS));
    Ok(paid.one(c).await?.is_some())
}
