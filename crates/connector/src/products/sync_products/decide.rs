//! What is to be done with each product of a page. Pure: it looks at what Shopify said and what is staged, and decides.

use std::collections::{HashMap, HashSet};

use shopify::documents::products::Product;
use uuid::Uuid;

use crate::orders::mapping::Ground;
use crate::products::import::{Fetched, Invalid, number, tell_product, tell_variant};
use crate::products::removal;
use crate::products::staged::{Whole, product, variant};
use crate::shops;

/// What is stored about the products of a page.
#[derive(Debug, Default)]
pub(super) struct Stored {
    /// What is staged, by the ids of products.
    pub staged: HashMap<i64, Whole>,
    /// Variants that orders have named under no product, or under another, by their ids.
    pub named: HashMap<i64, variant::Model>,
    /// Those of the products that were taken away here, by their ids.
    pub removed: HashMap<i64, removal::entity::Model>,
}

/// What is to be done with one product.
#[derive(Debug)]
pub(super) enum Decision {
    /// It is no goods, or was taken away here, and is not known.
    StaysOut,
    /// Nothing: it says what is staged, or what it said before that.
    Unchanged,
    /// It can't be staged; what is staged of it stays, with the error.
    Failed(Box<product::Model>),
    /// It is staged.
    Stage(Box<Staging>),
}

/// A product that is staged.
#[derive(Debug)]
pub(super) struct Staging {
    /// The product with its variants.
    pub whole: Whole,
    /// Those of its variants that say what they said before.
    pub as_before: HashSet<Uuid>,
    /// The variants that it has no more.
    pub vanished: Vec<Uuid>,
}

/// Decides about one product.
pub(super) fn decide(ground: &Ground, stored: &Stored, fetched: &Fetched) -> Decision {
    let before = stored.staged.get(&fetched.shopify_product_id);
    if before.is_some_and(|before| before.product.content_hash == read_as(&ground.shop, &fetched.content_hash)) {
        return Decision::Unchanged;
    }
    if before.is_none()
        && let Some(removed) = stored.removed.get(&fetched.shopify_product_id)
        && !fetched.product.as_ref().is_ok_and(|told| removed.is_news(told))
    {
        return Decision::StaysOut;
    }
    let told = match &fetched.product {
        Ok(told) if told.is_gift_card => return Decision::StaysOut,
        // What was sent from here meanwhile is newer than what was read before.
        Ok(told) if before.is_some_and(|before| before.product.updated_at > told.updated_at) => {
            return Decision::Unchanged;
        }
        Ok(told) => told,
        Err(why) => return failed(ground, before, fetched, why),
    };
    match put_together(ground, stored, fetched, told) {
        Ok(staging) => Decision::Stage(Box::new(staging)),
        Err(why) => failed(ground, before, fetched, &why),
    }
}

fn failed(ground: &Ground, before: Option<&Whole>, fetched: &Fetched, why: &Invalid) -> Decision {
    let mut row = row(ground, before, fetched.shopify_product_id);
    row.has_error = true;
    row.error_message = why.to_string();
    row.content_hash = String::new();
    Decision::Failed(Box::new(row))
}

/// The digest of what was said, with what it means here: which option tells the unit is for the shop card to say.
fn read_as(shop: &shops::Model, hash: &str) -> String {
    if shop.uom_as_variant { format!("{hash} {}", shop.option_name_for_uom) } else { hash.to_owned() }
}

fn row(ground: &Ground, before: Option<&Whole>, id: i64) -> product::Model {
    let new = || product::Model::named(ground.random.id(ground.now), ground.shop.code.clone(), id);
    before.map_or_else(new, |before| before.product.clone())
}

/// What is staged of a product and what Shopify says of it become one.
fn put_together(ground: &Ground, stored: &Stored, fetched: &Fetched, told: &Product) -> Result<Staging, Invalid> {
    let before = stored.staged.get(&fetched.shopify_product_id);
    let mut product = row(ground, before, fetched.shopify_product_id);
    if product.content_hash.is_empty() {
        product.has_error = false;
        product.error_message = String::new();
    }
    tell_product(&mut product, told, &read_as(&ground.shop, &fetched.content_hash));
    product.items_due |= ground.shop.shopify_can_update_items;
    let staged: HashMap<i64, &variant::Model> = before
        .map(|before| before.variants.iter().map(|variant| (variant.shopify_variant_id, variant)).collect())
        .unwrap_or_default();
    let (mut variants, mut as_before, mut told_ids) = (Vec::new(), HashSet::new(), HashSet::new());
    for variant in &told.variants.nodes {
        let id = number(variant.id.inner())?;
        told_ids.insert(id);
        let known = staged.get(&id).copied().or_else(|| stored.named.get(&id));
        let new = || {
            let (random, shop) = (ground.random.id(ground.now), ground.shop.code.clone());
            variant::Model::named(random, shop, fetched.shopify_product_id, id)
        };
        let mut row = known.cloned().unwrap_or_else(new);
        row.shopify_product_id = fetched.shopify_product_id;
        if !(row.is_read() && row.updated_at > variant.updated_at) {
            let hash = fetched.variant_hashes.get(&id).map_or("", String::as_str);
            tell_variant(&mut row, &ground.shop, told, variant, hash)?;
        }
        if known == Some(&row) {
            as_before.insert(row.id);
        }
        variants.push(row);
    }
    // What only orders have named is no part of what was read, and what was made from here since then is newer.
    let is_gone = |variant: &&&variant::Model| {
        variant.is_read() && !told_ids.contains(&variant.shopify_variant_id) && variant.updated_at <= told.updated_at
    };
    let vanished: Vec<Uuid> = staged.values().filter(is_gone).map(|variant| variant.id).collect();
    variants.sort_by_key(|variant| (variant.position, variant.shopify_variant_id));
    Ok(Staging { whole: Whole { product, variants }, as_before, vanished })
}
