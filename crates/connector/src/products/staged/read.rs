use std::collections::{BTreeSet, HashMap};

use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use values::Code;

use super::{Whole, product, variant};
use crate::Error;

/// How many ids are named in one statement.
const NAMED: usize = 1_000;

/// The products of a shop with these ids in Shopify, with their variants, in the order of their ids; until the end of the
/// transaction nobody else changes them.
///
/// # Errors
/// When the database fails.
pub async fn by_ids(c: &impl ConnectionTrait, shop: &Code<20>, ids: &[i64]) -> Result<Vec<Whole>, Error> {
    let mut all = Vec::with_capacity(ids.len());
    for ids in ids.chunks(NAMED) {
        let products = product::Entity::find()
            .filter(product::Column::ShopCode.eq(shop.clone()))
            .filter(product::Column::ShopifyProductId.is_in(ids.iter().copied()))
            .order_by_asc(product::Column::ShopifyProductId)
            .lock_exclusive()
            .all(c)
            .await?;
        let mut variants: HashMap<i64, Vec<variant::Model>> = HashMap::new();
        for variant in of_products(c, shop, ids).await? {
            variants.entry(variant.shopify_product_id).or_default().push(variant);
        }
        all.extend(products.into_iter().map(|product| {
            let variants = variants.remove(&product.shopify_product_id).unwrap_or_default();
            Whole { product, variants }
        }));
    }
    Ok(all)
}

/// The variants of these products, whether the products were read or orders have named them.
async fn of_products(c: &impl ConnectionTrait, shop: &Code<20>, ids: &[i64]) -> Result<Vec<variant::Model>, Error> {
    Ok(variant::Entity::find()
        .filter(variant::Column::ShopCode.eq(shop.clone()))
        .filter(variant::Column::ShopifyProductId.is_in(ids.iter().copied()))
        .order_by_asc(variant::Column::ShopifyProductId)
        .order_by_asc(variant::Column::Position)
        .order_by_asc(variant::Column::ShopifyVariantId)
        .all(c)
        .await?)
}

/// The ids of the shop's next products behind `last` of which a variant is no item yet, at most `most` of them.
///
/// # Errors
/// When the database fails.
pub async fn unmapped(c: &impl ConnectionTrait, shop: &Code<20>, last: i64, most: u64) -> Result<Vec<i64>, Error> {
    let found: Vec<i64> = variant::Entity::find()
        .select_only()
        .column(variant::Column::ShopifyProductId)
        .distinct()
        .filter(variant::Column::ShopCode.eq(shop.clone()))
        .filter(variant::Column::ItemNumber.eq(""))
        .filter(variant::Column::ContentHash.ne(""))
        .filter(variant::Column::ShopifyProductId.gt(last))
        .order_by_asc(variant::Column::ShopifyProductId)
        .limit(most)
        .into_tuple()
        .all(c)
        .await?;
    Ok(found)
}

/// The ids in Shopify of all products of a shop that were read.
///
/// # Errors
/// When the database fails.
pub async fn of_shop(c: &impl ConnectionTrait, shop: &Code<20>) -> Result<BTreeSet<i64>, Error> {
    let found: Vec<i64> = product::Entity::find()
        .select_only()
        .column(product::Column::ShopifyProductId)
        .filter(product::Column::ShopCode.eq(shop.clone()))
        .into_tuple()
        .all(c)
        .await?;
    Ok(found.into_iter().collect())
}
