//! Whether an order has gone all the way, and its document agrees with it.

use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter};
use values::money::Amount;

use super::Check;
use super::check::Place;
use super::ground::Ground;
use crate::Error;
use crate::orders::staged::order::{Column, Entity, has_document};

pub(super) async fn check(ground: &Ground<'_>) -> Result<Check, Error> {
    let of_shop = || Entity::find().filter(Column::ShopCode.eq(ground.shop.code.clone()));
    let passed = of_shop()
        .filter(Column::Processed.eq(true))
        .filter(has_document())
        .filter(Column::DifferenceAmount.eq(Amount::ZERO))
        .filter(Column::HasError.eq(false))
        .count(ground.read)
        .await?;
    let place = Place::new("testOrder", "Test Order", "/orders");
    if passed > 0 {
        let sentence = format!("{passed} orders have become documents that agree with them.");
        return Ok(place.done("ordersAgree", sentence).naming("orders", passed));
    }
    Ok(match of_shop().count(ground.read).await? {
        0 => place
            .open("noOrders", "No order has come yet: place a test order in Shopify and run Sync Orders from Shopify."),
        staged => {
            let sentence = format!(
                "None of the {staged} orders has become a document that agrees with it: run Create Sales Orders, and look at why the orders wait."
            );
            place.open("noOrderAgrees", sentence).naming("orders", staged)
        }
    })
}
