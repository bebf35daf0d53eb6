//! What a person says a product or a variant is here: *Map Product*, *Map Variant*, *Try Find Mappings*.

use std::collections::BTreeMap;

use access::{Action, Area, Principal};
use back_office::items;
use database::Tx;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
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
    by.require(Area::Synchronization, Action::Run)?;
    let write = |tx| async move {
        check(&tx, item, &Code::blank()).await?;
        let found = product::Entity::find_by_id(id).one(&tx).await?;
        let found = found.ok_or_else(|| Error::Chosen(format!("there is no Shopify product with the id {id}")))?;
        let whole = staged::by_ids(&tx, &found.shop_code, &[found.shopify_product_id]).await?.pop();
        let Some(mut whole) = whole else { return Ok(()) };
        whole.product.item_number = item.clone();
        let is_meant = |variant: &&mut variant::Model| {
            !item.is_blank() && (!whole.product.has_variants || variant.item_number.is_blank())
        };
        let mut changed = Vec::new();
        for variant in whole.variants.iter_mut().filter(is_meant) {
            put(variant, Match { item: item.clone(), variant: Code::blank(), reason: Reason::Person });
            changed.push(variant.clone());
        }
        write::products(&tx, std::slice::from_ref(&whole.product)).await?;
        write::variants(&tx, &changed).await
    };
    connector.db().write(write).await
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
    by.require(Area::Synchronization, Action::Run)?;
    let write = |tx| async move {
        check(&tx, item, code).await?;
        let found = variant::Entity::find_by_id(id).one(&tx).await?;
        let mut variant =
            found.ok_or_else(|| Error::Chosen(format!("there is no Shopify variant with the id {id}")))?;
        let code = if item.is_blank() { Code::blank() } else { code.clone() };
        put(&mut variant, Match { item: item.clone(), variant: code, reason: Reason::Person });
        variant.mapped_by_item &= !item.is_blank();
        let (shop, product) = (variant.shop_code.clone(), variant.shopify_product_id);
        write::variants(&tx, &[variant]).await?;
        let unmapped = product::Entity::find()
            .filter(product::Column::ShopCode.eq(shop))
            .filter(product::Column::ShopifyProductId.eq(product))
            .filter(product::Column::ItemNumber.eq(""))
            .one(&tx)
            .await?;
        let Some(product) = unmapped.filter(|_| !item.is_blank()) else { return Ok(()) };
        write::products(&tx, &[product::Model { item_number: item.clone(), ..product }]).await
    };
    connector.db().write(write).await
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
    let changed = both().filter(|(now, before)| now.product != before.product);
    let products: Vec<_> = changed.map(|(now, _)| now.product.clone()).collect();
    let rows = both().flat_map(|(now, before)| now.variants.iter().zip(&before.variants));
    let variants: Vec<_> = rows.filter(|(now, before)| now != before).map(|(now, _)| now.clone()).collect();
    write::products(tx, &products).await?;
    write::variants(tx, &variants).await?;
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
