//! Variants that could not be added since the store has them: they were made by a call whose answer was lost.

use std::collections::HashSet;

use job_queue::{Context, JobError};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect};
use shopify::Client;
use shopify::documents::product_changes::{MadeVariant, all_variants_of};
use values::Code;

use super::ground::Ground;
use super::plan::product_gid;
use super::record::{as_made, is_made_of};
use super::send::Line;
use crate::Error;
use crate::products::staged::variant;

/// The variants of a line that the store has, as which items they are. What else Shopify says of them is not known: the next
/// run tells all of it. Those that are other items already are left out.
pub(super) async fn there(
    cx: &Context,
    client: &Client,
    ground: &Ground,
    line: &Line<'_>,
) -> Result<Vec<variant::Model>, JobError> {
    let gid = product_gid(line.product_id);
    let told = cx.send(all_variants_of(client, &gid)).await?.map_err(Error::Shopify)?;
    let mut found = found(line, &told);
    if found.is_empty() {
        return Ok(found);
    }
    let (shop, rows) = (&ground.shop.code, &found);
    let taken = cx.db().read(|r| async move { taken(&r, shop, rows).await }).await?;
    found.retain(|row| !taken.contains(&row.shopify_variant_id));
    Ok(found)
}

fn found(line: &Line<'_>, told: &[MadeVariant]) -> Vec<variant::Model> {
    let of = |made: &MadeVariant| {
        let then = &line.changes.iter().find(|change| is_made_of(&change.input, made))?.then;
        let row = variant::Model {
            title: then.title.clone(),
            item_number: then.item_number.clone(),
            variant_code: then.variant_code.clone(),
            uom_option_id: then.uom_option_id,
            ..variant::Model::named(then.id, then.shop_code.clone(), then.shopify_product_id, 0)
        };
        Some(as_made(&row, made))
    };
    told.iter().filter_map(of).collect()
}

/// Which of these variants are items already.
async fn taken(c: &impl ConnectionTrait, shop: &Code<20>, found: &[variant::Model]) -> Result<HashSet<i64>, Error> {
    use variant::{Column, Entity};
    let taken: Vec<i64> = Entity::find()
        .select_only()
        .column(Column::ShopifyVariantId)
        .filter(Column::ShopCode.eq(shop.clone()))
        .filter(Column::ShopifyVariantId.is_in(found.iter().map(|row| row.shopify_variant_id)))
        .filter(Column::ItemNumber.ne(Code::<20>::blank()))
        .into_tuple()
        .all(c)
        .await?;
    Ok(taken.into_iter().collect())
}
