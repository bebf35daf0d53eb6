use std::collections::HashMap;

use database::{Tx, insert_many, search, upsert_many};
use job_queue::{Context, JobError};
use sea_orm::{ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter};
use shopify::Client;
use shopify::documents::product_changes::{MadeVariant, all_variants_of};
use shopify_schema::gid::ProductId;

use super::new_product::NewProduct;
use crate::Error;
use crate::products::export::{Ground, as_made};
use crate::products::staged::{product, variant};

/// A product that is there, and the item that it is.
struct Linked<'a> {
    new: &'a NewProduct,
    product_id: i64,
    variants: Vec<MadeVariant>,
}

/// Links items to products that are in the store already: nothing is made, and nothing is changed there. What is not known of
/// the product is read, or told, by the next sync of products. Gives how many there are.
pub(super) async fn link(
    cx: &Context,
    client: &Client,
    ground: &Ground,
    there: &[(NewProduct, i64)],
) -> Result<u64, JobError> {
    let mut linked = Vec::with_capacity(there.len());
    for (new, product_id) in there {
        let gid = ProductId::new(u64::try_from(*product_id).unwrap_or_default()).to_string();
        let variants = cx.send(all_variants_of(client, &gid)).await?.map_err(Error::Shopify)?;
        linked.push(Linked { new, product_id: *product_id, variants });
    }
    if linked.is_empty() {
        return Ok(0);
    }
    let (ground, all) = (&ground.at(cx.clock().now()), &linked);
    cx.write(|tx| async move { put(&tx, ground, all).await }).await?;
    Ok(u64::try_from(linked.len()).unwrap_or(u64::MAX))
}

async fn put(tx: &Tx, ground: &Ground, linked: &[Linked<'_>]) -> Result<(), Error> {
    let of_shop = &ground.shop.code;
    let ids: Vec<i64> = linked.iter().map(|one| one.product_id).collect();
    let known = product::Entity::find()
        .filter(product::Column::ShopCode.eq(of_shop.clone()))
        .filter(product::Column::ShopifyProductId.is_in(ids.iter().copied()));
    let known: HashMap<i64, product::Model> =
        known.all(tx).await?.into_iter().map(|row| (row.shopify_product_id, row)).collect();
    let (mut fresh, mut changed) = (Vec::new(), Vec::new());
    for one in linked {
        match known.get(&one.product_id) {
            Some(row) if row.item_number.is_blank() => {
                changed.push(product::Model { item_number: one.new.number().clone(), ..row.clone() });
            }
            Some(_) => {}
            None => fresh.push(unread(one)),
        }
    }
    search::keep::<product::Entity>(tx, &fresh).await?;
    tx.changed::<product::Entity>(&fresh.iter().chain(&changed).map(|row| row.id).collect::<Vec<_>>()).await?;
    insert_many(tx, fresh.into_iter().map(IntoActiveModel::into_active_model).collect()).await?;
    let changed = changed.into_iter().map(IntoActiveModel::into_active_model).collect();
    upsert_many(tx, changed, &[product::Column::Id], &[product::Column::ItemNumber]).await?;
    put_variants(tx, ground, linked).await
}

/// A product of which no more is known than that it is there.
fn unread(one: &Linked<'_>) -> product::Model {
    product::Model {
        shopify_product_id: one.product_id,
        vendor: String::new(),
        product_type: String::new(),
        description_html: String::new(),
        ..one.new.product.clone()
    }
}

async fn put_variants(tx: &Tx, ground: &Ground, linked: &[Linked<'_>]) -> Result<(), Error> {
    let rows = linked.iter().flat_map(|one| {
        one.variants.iter().filter_map(|told| {
            let of = of_item(one, told)?;
            let id = ground.random.id(ground.now);
            let blank = variant::Model::named(id, ground.shop.code.clone(), one.product_id, 0);
            Some(variant::Model {
                title: one.new.product.title.clone(),
                item_number: of.item_number.clone(),
                variant_code: of.variant_code.clone(),
                uom_option_id: of.uom_option_id,
                ..as_made(&blank, told)
            })
        })
    });
    let rows = rows.map(IntoActiveModel::into_active_model).collect();
    // One that orders have named has its row already.
    let key = [variant::Column::ShopCode, variant::Column::ShopifyVariantId];
    let of_item = [variant::Column::ItemNumber, variant::Column::VariantCode, variant::Column::UomOptionId];
    upsert_many(tx, rows, &key, &of_item).await?;
    tx.changed::<variant::Entity>(&[]).await?;
    Ok(())
}

/// What a variant of the store is here: the one of the same values, or the item itself where both are alone.
fn of_item<'a>(one: &'a Linked<'_>, told: &MadeVariant) -> Option<&'a variant::Model> {
    let wanted = &one.new.variants;
    let same = wanted.iter().find(|wanted| {
        let mut values = wanted.input.option_values.iter();
        values
            .all(|value| told.selected_options.iter().any(|is| is.name == value.option_name && is.value == value.name))
    });
    let alone = || wanted.first().filter(|_| wanted.len() == 1 && one.variants.len() == 1);
    same.or_else(alone).map(|wanted| &wanted.then)
}
