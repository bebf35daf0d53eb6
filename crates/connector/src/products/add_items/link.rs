use std::collections::{BTreeSet, HashMap};

use database::{Tx, search, upsert_many};
use job_queue::{Context, JobError};
use sea_orm::IntoActiveModel;
use shopify::Client;
use shopify::documents::product_changes::VariantInput;

use super::address;
use super::new_product::NewProduct;
use super::publish::{Unpublished, expect};
use crate::Error;
use crate::orders::mapping;
use crate::products::export::{Ground, Reason};
use crate::products::staged::{self, Whole, product, variant};
use crate::products::sync_products;

/// An item, and the product in the store that it is.
#[derive(Clone, Debug)]
pub(super) struct There {
    pub new: NewProduct,
    pub product_id: i64,
    /// Whether it was made for the item from here, and not written down.
    pub is_made: bool,
}

/// What came of linking.
#[derive(Clone, Debug, Default)]
pub(super) struct Linked {
    /// How many items have a product now.
    pub count: u64,
    /// Those that have none, by their numbers.
    pub refused: Vec<(String, Reason)>,
    /// The products that were made from here.
    pub unpublished: Vec<Unpublished>,
}

/// Links items to products that are in the store already: nothing is made, and nothing is changed there. What the store says
/// of them is read first, so that the next sync of products tells what is another.
pub(super) async fn link(cx: &Context, client: &Client, ground: &Ground, there: &[There]) -> Result<Linked, JobError> {
    if there.is_empty() {
        return Ok(Linked::default());
    }
    let ids: BTreeSet<i64> = there.iter().map(|one| one.product_id).collect();
    let ids: Vec<i64> = ids.into_iter().collect();
    let of_reading = mapping::Ground::read(cx, ground.shop.clone()).await?;
    sync_products::read(cx, client, &of_reading, &ids).await?;
    let (ground, ids) = (&ground.at(cx.clock().now()), &ids);
    Ok(cx.write(|tx| async move { put(&tx, ground, there, ids).await }).await?)
}

async fn put(tx: &Tx, ground: &Ground, there: &[There], ids: &[i64]) -> Result<Linked, Error> {
    let wholes = staged::by_ids(tx, &ground.shop.code, ids).await?;
    let mut wholes: HashMap<i64, Whole> =
        wholes.into_iter().map(|whole| (whole.product.shopify_product_id, whole)).collect();
    let (mut linked, mut products, mut variants) = (Linked::default(), Vec::new(), Vec::new());
    for one in there {
        let number = one.new.number();
        let Some(whole) = wholes.get_mut(&one.product_id) else {
            let (what, why) = (format!("The product of item {number}"), "it is no product that can be read".to_owned());
            linked.refused.push((number.to_string(), Reason::Refused { what, why }));
            continue;
        };
        let is_free = whole.product.item_number.is_blank();
        if !is_free && whole.product.item_number != *number {
            if whole.variants.iter().any(|variant| variant.item_number == *number) {
                linked.count += 1;
            } else {
                let (item, other) = (number.to_string(), whole.product.item_number.to_string());
                linked.refused.push((item.clone(), Reason::Taken { item, other }));
            }
            continue;
        }
        if is_free {
            whole.product.item_number = number.clone();
            products.push(whole.product.clone());
        }
        let free = whole.variants.iter().filter(|variant| variant.item_number.is_blank());
        variants.extend(free.filter_map(|variant| of_item(&one.new, whole, variant)));
        linked.count += 1;
        if one.is_made {
            linked.unpublished.push(Unpublished { product_id: one.product_id, item: number.clone() });
        }
    }
    address::forget(tx, &ground.shop.code, there.iter().map(|one| one.new.number().clone())).await?;
    put_products(tx, products).await?;
    put_variants(tx, variants).await?;
    expect(tx, ground, &linked.unpublished).await?;
    Ok(linked)
}

async fn put_products(tx: &Tx, products: Vec<product::Model>) -> Result<(), Error> {
    if products.is_empty() {
        return Ok(());
    }
    let ids: Vec<_> = products.iter().map(|row| row.id).collect();
    search::keep::<product::Entity>(tx, &products).await?;
    let rows = products.into_iter().map(IntoActiveModel::into_active_model).collect();
    upsert_many(tx, rows, &[product::Column::Id], &[product::Column::ItemNumber]).await?;
    Ok(tx.changed::<product::Entity>(&ids).await?)
}

async fn put_variants(tx: &Tx, variants: Vec<variant::Model>) -> Result<(), Error> {
    if variants.is_empty() {
        return Ok(());
    }
    let ids: Vec<_> = variants.iter().map(|row| row.id).collect();
    let rows = variants.into_iter().map(IntoActiveModel::into_active_model).collect();
    let of_item = [variant::Column::ItemNumber, variant::Column::VariantCode, variant::Column::UomOptionId];
    upsert_many(tx, rows, &[variant::Column::Id], &of_item).await?;
    Ok(tx.changed::<variant::Entity>(&ids).await?)
}

/// A variant of the store as what it is here: the one of the same values, or the item itself where both are alone.
fn of_item(new: &NewProduct, whole: &Whole, staged: &variant::Model) -> Option<variant::Model> {
    let wanted = &new.variants;
    let same = wanted.iter().find(|wanted| has_options(staged, &wanted.input));
    let alone = || wanted.first().filter(|_| wanted.len() == 1 && whole.variants.len() == 1);
    let then = &same.or_else(alone)?.then;
    // Which option tells the unit is known where the shop card names it.
    let uom_option_id = if staged.uom_option_id == 0 { then.uom_option_id } else { staged.uom_option_id };
    Some(variant::Model {
        item_number: then.item_number.clone(),
        variant_code: then.variant_code.clone(),
        uom_option_id,
        ..staged.clone()
    })
}

/// Whether a variant has the values of options that are wanted of it.
fn has_options(staged: &variant::Model, input: &VariantInput) -> bool {
    let told = [
        (&staged.option1_name, &staged.option1_value),
        (&staged.option2_name, &staged.option2_value),
        (&staged.option3_name, &staged.option3_value),
    ];
    input.option_values.iter().all(|value| told.contains(&(&value.option_name, &value.name)))
}
