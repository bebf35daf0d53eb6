//! Whether locations are mapped, and stock goes to the store after both sides were compared.

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
    let unmapped = unmapped(&active);
    if on.is_empty() && unmapped.is_empty() {
        return Ok(Place::new("stock", "Stock", LOCATIONS).attention(
            "stockNotSent",
            "Stock is not sent to any location: choose a Stock Calculation where it is to be, or leave it to Shopify.",
        ));
    }
    let check = match begun(ground, &on).await? {
        Some(check) => check,
        None => mapped(&active, &on, unmapped),
    };
    Ok(check.naming("sent", on.len()))
}

/// The page where locations are mapped.
const LOCATIONS: &str = "/setup/shopify-locations";

/// Whether anything is open before numbers are sent.
async fn begun(ground: &Ground<'_>, on: &[&locations::Model]) -> Result<Option<Check>, Error> {
    if on.is_empty() {
        return Ok(None);
    }
    let shop = &ground.shop.code;
    let compared = standing::Entity::find_by_id(shop.clone()).one(ground.read).await?;
    if compared.and_then(|standing| standing.compared_at).is_none() {
        let sentence = "The stock was not compared with Shopify: run Sync Stock to Shopify.";
        return Ok(Some(Place::new("stock", "Stock", LOCATIONS).open("stockNotCompared", sentence)));
    }
    let waiting: Vec<&str> =
        on.iter().filter(|one| one.stock_begun_at.is_none()).map(|location| location.name.as_str()).collect();
    if waiting.is_empty() {
        return Ok(None);
    }
    let differing = inventory::Entity::find()
        .filter(inventory::Column::ShopCode.eq(shop.clone()))
        .filter(inventory::Column::Difference.ne(0))
        .count(ground.read)
        .await?;
    let sentence = format!(
        "{differing} numbers differ, and nobody has said whose are right at {}: push ours, or take over Shopify's as opening stock.",
        listed(waiting.iter().copied())
    );
    let check = Place::new("stock", "Stock", "/shopify-stock").open("stockNotBegun", sentence);
    Ok(Some(check.naming("differing", differing).naming("locations", waiting)))
}

/// The locations that take part and of which nothing says what they are here.
fn unmapped(active: &[locations::Model]) -> Vec<&str> {
    let takes_part = |one: &locations::Model| one.ships_inventory || one.stock_calculation != StockCalculation::Off;
    let is_mapped =
        |one: &locations::Model| !one.default_location_code.is_blank() || !one.location_filter.trim().is_empty();
    let unmapped = active.iter().filter(|one| takes_part(one) && !is_mapped(one));
    unmapped.map(|location| location.name.as_str()).collect()
}

/// Whether each location stands for one here, and has its numbers.
fn mapped(active: &[locations::Model], on: &[&locations::Model], unmapped: Vec<&str>) -> Check {
    if !unmapped.is_empty() {
        let sentence = format!(
            "Nothing says which locations here {} is: choose a Default Location Code or a Location Filter.",
            listed(unmapped.iter().copied())
        );
        let place = Place::new("stock", "Stock", LOCATIONS);
        return place.attention("locationsNotMapped", sentence).naming("locations", unmapped);
    }
    let others = active.iter().filter(|one| one.ships_inventory && one.stock_calculation == StockCalculation::Off);
    let others: Vec<&str> = others.map(|location| location.name.as_str()).collect();
    let place = Place::new("stock", "Stock", "/shopify-stock");
    if others.is_empty() {
        return place.done("stockSent", format!("Stock is sent to {} locations and was compared.", on.len()));
    }
    let sentence = format!(
        "Stock is sent to {} locations and was compared; online orders are also sent from {}, which has no Stock Calculation.",
        on.len(),
        listed(others.iter().copied())
    );
    place.attention("stockSentInPart", sentence).naming("others", others)
}
