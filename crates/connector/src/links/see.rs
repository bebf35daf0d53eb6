//! Remembering what orders name: a row for each customer and variant of Shopify, linked or not.

use std::collections::{BTreeMap, HashMap, HashSet};

use chrono::{DateTime, Utc};
use database::{Tx, insert_many, upsert_many};
use runtime::Random;
use sea_orm::{ActiveModelTrait, ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter, QuerySelect};
use values::Code;

use super::{customer, variant};
use crate::Error;
use crate::orders::import::{SeenCustomer, SeenVariant};

/// The variants of a shop with these ids in Shopify.
pub async fn variants(
    connection: &impl ConnectionTrait,
    shop: &Code<20>,
    ids: HashSet<i64>,
) -> Result<HashMap<i64, variant::Model>, Error> {
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    let found = variant::Entity::find()
        .filter(variant::Column::ShopCode.eq(shop.clone()))
        .filter(variant::Column::ShopifyVariantId.is_in(ids))
        .all(connection)
        .await?;
    Ok(found.into_iter().map(|link| (link.shopify_variant_id, link)).collect())
}

/// The items that products of a shop are, by their ids in Shopify.
pub async fn product_items(
    connection: &impl ConnectionTrait,
    shop: &Code<20>,
    ids: HashSet<i64>,
) -> Result<HashMap<i64, Code<20>>, Error> {
    use crate::products::staged::product::{Column, Entity};
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    let found: Vec<(i64, Code<20>)> = Entity::find()
        .select_only()
        .columns([Column::ShopifyProductId, Column::ItemNumber])
        .filter(Column::ShopCode.eq(shop.clone()))
        .filter(Column::ShopifyProductId.is_in(ids))
        .filter(Column::ItemNumber.ne(""))
        .into_tuple()
        .all(connection)
        .await?;
    Ok(found.into_iter().collect())
}

/// The customers of a store with these ids in Shopify.
async fn customers(
    connection: &impl ConnectionTrait,
    store: &str,
    ids: HashSet<i64>,
) -> Result<HashMap<i64, customer::Model>, Error> {
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    let found = customer::Entity::find()
        .filter(customer::Column::Store.eq(store))
        .filter(customer::Column::ShopifyCustomerId.is_in(ids))
        .all(connection)
        .await?;
    Ok(found.into_iter().map(|link| (link.shopify_customer_id, link)).collect())
}

/// Writes down variants that are new, and what is new about those that are known.
pub async fn see_variants(
    tx: &Tx,
    random: &Random,
    now: DateTime<Utc>,
    shop: &Code<20>,
    seen: Vec<SeenVariant>,
) -> Result<(), Error> {
    let seen: BTreeMap<i64, SeenVariant> = seen.into_iter().map(|one| (one.shopify_variant_id, one)).collect();
    let known = variants(tx, shop, seen.keys().copied().collect()).await?;
    let (mut new, mut changed) = (Vec::new(), Vec::new());
    for (id, one) in seen {
        match known.get(&id) {
            None => new.push(
                variant::Model {
                    title: one.title,
                    variant_title: one.variant_title,
                    sku: one.sku,
                    barcode: one.barcode,
                    ..variant::Model::named(random.id(now), shop.clone(), one.shopify_product_id, id)
                }
                .into_active_model(),
            ),
            Some(link)
                if !link.is_read()
                    && (link.sku != one.sku || link.barcode != one.barcode || link.title != one.title) =>
            {
                let SeenVariant { title, variant_title, sku, barcode, .. } = one;
                let link = variant::Model { title, variant_title, sku, barcode, ..link.clone() };
                changed.push(link.into_active_model().reset_all());
            }
            Some(_) => {}
        }
    }
    insert_many(tx, new).await?;
    let told = [variant::Column::Title, variant::Column::VariantTitle, variant::Column::Sku, variant::Column::Barcode];
    upsert_many(tx, changed, &[variant::Column::Id], &told).await?;
    Ok(())
}

/// Writes down customers that are new, and what is new about those that are known.
pub async fn see_customers(
    tx: &Tx,
    random: &Random,
    now: DateTime<Utc>,
    store: &str,
    seen: Vec<SeenCustomer>,
) -> Result<(), Error> {
    // In the order of their ids, in which others lock them.
    let seen: BTreeMap<i64, SeenCustomer> = seen.into_iter().map(|one| (one.shopify_customer_id, one)).collect();
    let known = customers(tx, store, seen.keys().copied().collect()).await?;
    let (mut new, mut changed) = (Vec::new(), Vec::new());
    for (id, one) in seen {
        match known.get(&id) {
            None => new.push(
                customer::Model {
                    first_name: one.first_name,
                    last_name: one.last_name,
                    email: one.email,
                    phone_number: one.phone_number,
                    ..customer::Model::named(random.id(now), store.to_owned(), id)
                }
                .into_active_model(),
            ),
            Some(link) if !link.is_read() && (link.email != one.email || link.phone_number != one.phone_number) => {
                let SeenCustomer { first_name, last_name, email, phone_number, .. } = one;
                let link = customer::Model { first_name, last_name, email, phone_number, ..link.clone() };
                changed.push(link.into_active_model().reset_all());
            }
            Some(_) => {}
        }
    }
    // Another card of the store may have read it meanwhile: it knows more.
    upsert_many(tx, new, &[customer::Column::Store, customer::Column::ShopifyCustomerId], &[]).await?;
    let told = [
        customer::Column::FirstName,
        customer::Column::LastName,
        customer::Column::Email,
        customer::Column::PhoneNumber,
    ];
    upsert_many(tx, changed, &[customer::Column::Id], &told).await?;
    Ok(())
}
