//! How many of the store's variants are items here.

use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter};

use super::Check;
use super::check::Place;
use super::ground::Ground;
use crate::Error;
use crate::products::staged::variant::{Column, Entity};
use crate::shops::options::SyncItem;

pub(super) async fn check(ground: &Ground<'_>) -> Result<Check, Error> {
    let of_shop = || Entity::find().filter(Column::ShopCode.eq(ground.shop.code.clone()));
    let all = of_shop().count(ground.read).await?;
    let unmapped = of_shop().filter(Column::ItemNumber.eq("")).count(ground.read).await?;
    let place = Place::new("products", "Products", "/product-matches");
    let mapped = all.saturating_sub(unmapped);
    Ok(match (all, mapped) {
        (0, _) if ground.shop.sync_item == SyncItem::FromShopify => place.open(
            "noProducts",
            "No product of the store is known here: run Sync Products, so that they can be mapped.",
        ),
        (0, _) => place.attention(
            "productsComeWithOrders",
            "No product of the store is known here; they come with its orders, and find their items by then.",
        ),
        (_, 0) => place
            .open("noVariantMapped", format!("None of the {all} variants is an item here: map them in the worksheet."))
            .naming("variants", all),
        (_, _) if unmapped == 0 => {
            place.done("variantsMapped", format!("Each of the {all} variants is an item here.")).naming("variants", all)
        }
        (_, _) => {
            let percent = mapped.saturating_mul(100) / all;
            let sentence = format!(
                "{mapped} of {all} variants ({percent} %) are items here; orders of the other {unmapped} wait: map them in the worksheet."
            );
            let check = place.attention("someVariantsMapped", sentence).naming("variants", all);
            check.naming("mapped", mapped).naming("percent", percent).naming("unmapped", unmapped)
        }
    })
}
