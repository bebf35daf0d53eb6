//! Whether stock goes to the store, and both sides were compared.

use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter};

use super::Check;
use super::check::{Place, listed};
use super::ground::Ground;
use crate::stock::options::StockCalculation;
use crate::stock::staged::{inventory, standing};
use crate::{Error, locations};

pub(super) async fn check(ground: &Ground<'_>) -> Result<Check, Error> {
    let shop = &ground.shop.code;
    let of_shop = locations::Entity::find().filter(locations::Column::ShopCode.eq(shop.clone()));
    let active = of_shop.filter(locations::Column::Active.eq(true)).all(ground.read).await?;
    let on: Vec<&locations::Model> =
        active.iter().filter(|location| location.stock_calculation != StockCalculation::Off).collect();
    let place = Place::new("stock", "Stock", "/setup/shopify-locations");
    if on.is_empty() {
        return Ok(place.attention(
            "stockNotSent",
            "Stock is not sent to any location: choose a Stock Calculation where it is to be, or leave it to Shopify.",
        ));
    }
    let unmapped = active.iter().filter(|one| one.ships_inventory && one.stock_calculation == StockCalculation::Off);
    let unmapped: Vec<&str> = unmapped.map(|location| location.name.as_str()).collect();
    let compared = standing::Entity::find_by_id(shop.clone()).one(ground.read).await?;
    if compared.and_then(|standing| standing.compared_at).is_none() {
        let sentence = "The stock was not compared with Shopify: run Sync Stock to Shopify.";
        return Ok(place.open("stockNotCompared", sentence));
    }
    let waiting = on.iter().filter(|one| one.stock_begun_at.is_none());
    let waiting: Vec<&str> = waiting.map(|location| location.name.as_str()).collect();
    let place = Place::new("stock", "Stock", "/shopify-stock");
    let differing = inventory::Entity::find()
        .filter(inventory::Column::ShopCode.eq(shop.clone()))
        .filter(inventory::Column::Difference.ne(0))
        .count(ground.read)
        .await?;
    let check = if !waiting.is_empty() {
        let sentence = format!(
            "{differing} numbers differ, and nobody has said whose are right at {}: push ours, or take over Shopify's as opening stock.",
            listed(waiting.iter().copied())
        );
        place.open("stockNotBegun", sentence).naming("differing", differing).naming("locations", waiting)
    } else if unmapped.is_empty() {
        place.done("stockSent", format!("Stock is sent to {} locations and was compared.", on.len()))
    } else {
        let sentence = format!(
            "Stock is sent to {} locations and was compared; online orders are also sent from {}, which has no Stock Calculation.",
            on.len(),
            listed(unmapped.iter().copied())
        );
        place.attention("stockSentInPart", sentence).naming("others", unmapped)
    };
    Ok(check.naming("sent", on.len()))
}
