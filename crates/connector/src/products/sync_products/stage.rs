//! A page becomes rows, in the transaction that moves the watermark.

use std::collections::HashSet;

use database::Tx;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

use super::counts::Counts;
use super::decide::{Decision, Staging, Stored, decide};
use crate::Error;
use crate::orders::mapping::Ground;
use crate::products::SYNC_PRODUCTS;
use crate::products::import::Fetched;
use crate::products::mapping::link_all;
use crate::products::removal;
use crate::products::staged::{self, Whole, product, variant};
use crate::products::write;
use crate::skipped::{self, Skipped};

/// How many ids are named in one statement.
const NAMED: usize = 1_000;

/// Stages the products of a page, finds their items, and writes down what failed. As few statements as possible, however
/// many products.
pub(super) async fn stage(tx: &Tx, ground: &Ground, page: &[Fetched]) -> Result<Counts, Error> {
    let stored = read(tx, ground, page).await?;
    let (mut counts, mut staging, mut failed) = (Counts::default(), Vec::<Staging>::new(), Vec::new());
    for fetched in page {
        match decide(ground, &stored, fetched) {
            Decision::StaysOut => {}
            Decision::Unchanged => counts.unchanged += 1,
            Decision::Failed(row) => {
                counts.failed += 1;
                failed.push(*row);
            }
            Decision::Stage(staged) => {
                let was_staged = stored.staged.contains_key(&fetched.shopify_product_id);
                *(if was_staged { &mut counts.updated } else { &mut counts.created }) += 1;
                staging.push(*staged);
            }
        }
    }
    let mut wholes: Vec<Whole> = staging.iter_mut().map(|one| one.whole.clone()).collect();
    link_all(tx, &ground.shop, &mut wholes).await?;
    let changed = |(one, before): (&Whole, &Staging)| -> Vec<variant::Model> {
        let is_new =
            |(now, told): &(&variant::Model, &variant::Model)| !before.as_before.contains(&now.id) || now != told;
        let rows = one.variants.iter().zip(&before.whole.variants).filter(is_new);
        rows.map(|(now, _)| now.clone()).collect()
    };
    let variants: Vec<_> = wholes.iter().zip(&staging).flat_map(changed).collect();
    let vanished: Vec<_> = staging.iter().flat_map(|one| one.vanished.iter().copied()).collect();
    let settled: Vec<i64> = wholes.iter().map(|one| one.product.shopify_product_id).collect();
    let products: Vec<_> = wholes.into_iter().map(|one| one.product).chain(failed.iter().cloned()).collect();
    write::products(tx, &products).await?;
    write::variants(tx, &variants).await?;
    write::remove_variants(tx, &vanished).await?;
    keep_removed(tx, ground, &stored, page, &settled).await?;
    skipped::solve(tx, &ground.shop.code, skipped::Kind::Product, &settled).await?;
    skipped::record(tx, &ground.seen(), failed.iter().map(unreadable).collect()).await?;
    Ok(counts)
}

/// What was taken away here is forgotten once it is staged again, and it is learnt when it has got its status from here.
async fn keep_removed(
    tx: &Tx,
    ground: &Ground,
    stored: &Stored,
    page: &[Fetched],
    staged: &[i64],
) -> Result<(), Error> {
    if stored.removed.is_empty() {
        return Ok(());
    }
    let shop = &ground.shop.code;
    removal::forget(tx, shop, staged).await?;
    for fetched in page {
        if let (Some(removed), Ok(told)) = (stored.removed.get(&fetched.shopify_product_id), &fetched.product)
            && removed.is_awaited(told)
        {
            removal::seen(tx, shop, fetched.shopify_product_id, told.updated_at).await?;
        }
    }
    Ok(())
}

async fn read(tx: &Tx, ground: &Ground, page: &[Fetched]) -> Result<Stored, Error> {
    let ids: Vec<i64> = page.iter().map(|fetched| fetched.shopify_product_id).collect();
    let staged = staged::by_ids(tx, &ground.shop.code, &ids).await?;
    let known: HashSet<i64> =
        staged.iter().flat_map(|one| &one.variants).map(|variant| variant.shopify_variant_id).collect();
    let told = page.iter().flat_map(|fetched| fetched.variant_hashes.keys().copied());
    let unknown: Vec<i64> = told.filter(|id| !known.contains(id)).collect();
    let mut stored = Stored {
        staged: staged.into_iter().map(|one| (one.product.shopify_product_id, one)).collect(),
        removed: removal::by_ids(tx, &ground.shop.code, &ids).await?,
        ..Stored::default()
    };
    for some in unknown.chunks(NAMED) {
        let rows = variant::Entity::find()
            .filter(variant::Column::ShopCode.eq(ground.shop.code.clone()))
            .filter(variant::Column::ShopifyVariantId.is_in(some.iter().copied()))
            .all(tx)
            .await?;
        stored.named.extend(rows.into_iter().map(|row| (row.shopify_variant_id, row)));
    }
    Ok(stored)
}

fn unreadable(row: &product::Model) -> Skipped {
    Skipped {
        shop_code: row.shop_code.clone(),
        kind: skipped::Kind::Product,
        shopify_id: row.shopify_product_id,
        document_name: row.name(),
        cause: row.error_message.clone(),
        remedy: "It is read again at each run; correct the product in Shopify if it stays.".to_owned(),
        retry_object_id: SYNC_PRODUCTS,
    }
}
