//! What a person says a product or a variant is here: *Map Product*, *Map Variant*, *Try Find Mappings*.

use std::collections::BTreeMap;

use access::{Action, Area, Principal};
use back_office::items;
use database::Tx;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use uuid::Uuid;
use values::Code;

use super::chosen::ids;
use super::mapping::{Match, Reason, link_all, put};
use super::staged::{self, product, variant};
use super::write;
use crate::{Connector, Error, shops};

/// Says which item a product is. So are those of its variants that are none yet; all of them where there is nothing to
/// choose. A blank item takes that back, for the product alone.
///
/// # Errors
/// A missing permission; an unknown product or item.
pub async fn map_product(connector: &Connector, by: &Principal, id: Uuid, item: &Code<20>) -> Result<(), Error> {
    connector.db().write(|tx| async move { map_product_in(&tx, by, id, item).await }).await
}

/// The same in the caller's transaction.
///
/// # Errors
/// As [`map_product`].
pub async fn map_product_in(tx: &Tx, by: &Principal, id: Uuid, item: &Code<20>) -> Result<(), Error> {
    by.require(Area::Synchronization, Action::Run)?;
    check(tx, item, &Code::blank()).await?;
    let found = product::Entity::find_by_id(id).one(tx).await?;
    let found = found.ok_or_else(|| Error::Chosen(format!("there is no Shopify product with the id {id}")))?;
    let (shop, product) = (&found.shop_code, found.shopify_product_id);
    let Some(before) = staged::by_ids(tx, shop, &[product]).await?.pop() else { return Ok(()) };
    let mut whole = before.clone();
    whole.product.item_number = item.clone();
    if !item.is_blank() {
        if whole.product.has_variants {
            // Now that the product's item is known, a SKU may tell which of its variants each is.
            let shop = shops::find(tx, shop.as_str()).await?;
            link_all(tx, &shop, std::slice::from_mut(&mut whole)).await?;
        }
        let has_variants = whole.product.has_variants;
        let is_meant = |variant: &&mut variant::Model| !has_variants || variant.item_number.is_blank();
        for variant in whole.variants.iter_mut().filter(is_meant) {
            put(variant, Match { item: item.clone(), variant: Code::blank(), reason: Reason::Person });
        }
    }
    let rows = whole.variants.iter().zip(&before.variants).filter(|(now, before)| now != before);
    let changed: Vec<_> = rows.map(|(now, _)| now.clone()).collect();
    write::products(tx, std::slice::from_ref(&whole.product)).await?;
    write::variants(tx, &changed).await?;
    write::forgive(tx, shop, &[product]).await
}

/// Says which item, or which of its variants, a variant is; a blank item: none.
///
/// # Errors
/// A missing permission; an unknown variant, or an item or a variant of it that is not there.
pub async fn map_variant(
    connector: &Connector,
    by: &Principal,
    id: Uuid,
    (item, code): (&Code<20>, &Code<10>),
) -> Result<(), Error> {
    connector.db().write(|tx| async move { map_variant_in(&tx, by, id, (item, code)).await }).await
}

/// The same in the caller's transaction.
///
/// # Errors
/// As [`map_variant`].
pub async fn map_variant_in(
    tx: &Tx,
    by: &Principal,
    id: Uuid,
    (item, code): (&Code<20>, &Code<10>),
) -> Result<(), Error> {
    by.require(Area::Synchronization, Action::Run)?;
    check(tx, item, code).await?;
    let product = hold_product_of(tx, id).await?;
    let found = variant::Entity::find_by_id(id).lock_exclusive().one(tx).await?;
    let mut variant = found.ok_or_else(|| Error::Chosen(format!("there is no Shopify variant with the id {id}")))?;
    let code = if item.is_blank() { Code::blank() } else { code.clone() };
    put(&mut variant, Match { item: item.clone(), variant: code, reason: Reason::Person });
    variant.mapped_by_item &= !item.is_blank();
    let (shop, of_product) = (variant.shop_code.clone(), variant.shopify_product_id);
    write::variants(tx, &[variant]).await?;
    if item.is_blank() {
        return Ok(());
    }
    if let Some(product) = product.filter(|product| product.item_number.is_blank()) {
        write::products(tx, &[product::Model { item_number: item.clone(), ..product }]).await?;
    }
    write::forgive(tx, &shop, &[of_product]).await
}

/// The product of a variant, for this transaction alone, if it is staged. Who changes variants holds their product first, so
/// that no two wait for each other.
///
/// # Errors
/// When the database fails.
pub async fn hold_product_of(tx: &Tx, variant: Uuid) -> Result<Option<product::Model>, Error> {
    let Some(variant) = variant::Entity::find_by_id(variant).one(tx).await? else { return Ok(None) };
    Ok(product::Entity::find()
        .filter(product::Column::ShopCode.eq(variant.shop_code))
        .filter(product::Column::ShopifyProductId.eq(variant.shopify_product_id))
        .lock_exclusive()
        .one(tx)
        .await?)
}

/// Looks for the items of chosen products as a run does. Returns how many variants have got one.
///
/// # Errors
/// [`Error::Chosen`] when none is chosen or too many are; a missing permission; when the database fails.
pub async fn find_mappings(connector: &Connector, by: &Principal, chosen: &[Uuid]) -> Result<u64, Error> {
    by.require(Area::Synchronization, Action::Run)?;
    let chosen = &ids(chosen, "Shopify products")?;
    let write = |tx| async move {
        let query = product::Entity::find().filter(product::Column::Id.is_in(chosen.iter().copied()));
        let mut of_shops: BTreeMap<Code<20>, Vec<i64>> = BTreeMap::new();
        for product in query.order_by_asc(product::Column::ShopifyProductId).all(&tx).await? {
            of_shops.entry(product.shop_code).or_default().push(product.shopify_product_id);
        }
        let mut linked = 0;
        for (code, ids) in &of_shops {
            let shop = shops::find(&tx, code.as_str()).await?;
            linked += find(&tx, &shop, ids).await?;
        }
        Ok(linked)
    };
    connector.db().write(write).await
}

/// Looks for the items of these products of a shop, and writes down what is found. Returns how many variants have got one.
pub(crate) async fn find(tx: &Tx, shop: &shops::Model, ids: &[i64]) -> Result<u64, Error> {
    let before = staged::by_ids(tx, &shop.code, ids).await?;
    let mut now = before.clone();
    link_all(tx, shop, &mut now).await?;
    let both = || now.iter().zip(&before);
    let found: Vec<i64> =
        both().filter(|(now, before)| now != before).map(|(now, _)| now.product.shopify_product_id).collect();
    let changed = both().filter(|(now, before)| now.product != before.product);
    let products: Vec<_> = changed.map(|(now, _)| now.product.clone()).collect();
    let rows = both().flat_map(|(now, before)| now.variants.iter().zip(&before.variants));
    let variants: Vec<_> = rows.filter(|(now, before)| now != before).map(|(now, _)| now.clone()).collect();
    write::products(tx, &products).await?;
    write::variants(tx, &variants).await?;
    write::forgive(tx, &shop.code, &found).await?;
    Ok(variants.len() as u64)
}

/// Checks that an item is there, with its variant; blank ones always are.
async fn check(tx: &Tx, item: &Code<20>, code: &Code<10>) -> Result<(), Error> {
    if item.is_blank() {
        return Ok(());
    }
    let given = |name, reason: String| Err(Error::Given { name, reason });
    if items::by_numbers(tx, std::slice::from_ref(item)).await?.is_empty() {
        return given("itemNumber", format!("there is no item {item}: create it, or choose another"));
    }
    match items::variant::check(tx, item, code).await {
        _ if code.is_blank() => Ok(()),
        Err(why @ back_office::Error::Unknown { .. }) => given("variantCode", why.to_string()),
        other => Ok(other?),
    }
}
