//! What is known of places is stored, what was left out is told, and what was looked at is marked no more.

use std::collections::{BTreeMap, HashSet};

use database::{Tx, upsert_many};
use job_queue::{Context, JobError};
use sea_orm::{ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter};

use super::ground::Ground;
use super::plan::Rows;
use super::reason::Reason;
use crate::Error;
use crate::products::export::sentences;
use crate::products::staged::variant;
use crate::skipped::{self, Kind, Skipped};
use crate::stock::SYNC_STOCK;
use crate::stock::staged::inventory::{Column, Entity, Model};
use crate::stock::staged::{dirty, drift};

/// As many rows are written in a transaction: others want to write, too.
const ROWS: usize = 1_000;
/// As many records are named in a statement.
const NAMED: usize = 1_000;

/// All but what tells a place apart.
const WRITTEN: [Column; 18] = [
    Column::ShopifyProductId,
    Column::InventoryItemId,
    Column::ItemNumber,
    Column::VariantCode,
    Column::UomOptionValue,
    Column::DisplayName,
    Column::LocationName,
    Column::ShopifyStock,
    Column::ShopifyCommitted,
    Column::ShopifyOnHand,
    Column::SaidAt,
    Column::LastSyncedOn,
    Column::Stock,
    Column::LastCalculatedOn,
    Column::Waiting,
    Column::Difference,
    Column::Stocked,
    Column::ErrorMessage,
];

/// Stores places that say something else than what is stored.
pub(super) async fn places(cx: &Context, stored: &Rows, rows: Vec<Model>) -> Result<(), JobError> {
    let changed: Vec<Model> = rows.into_iter().filter(|row| is_news(stored, row)).collect();
    for some in changed.chunks(ROWS) {
        cx.write(|tx| async move { put(&tx, some).await }).await?;
    }
    Ok(())
}

/// Whether a place says something that is not stored; that it was worked out once more is nothing.
fn is_news(stored: &Rows, row: &Model) -> bool {
    let before = stored.get(&(row.shopify_variant_id, row.location_id));
    before.is_none_or(|before| {
        let same_times = Model {
            last_calculated_on: before.last_calculated_on,
            last_synced_on: before.last_synced_on,
            ..row.clone()
        };
        same_times != *before
    })
}

/// Stores places.
pub(super) async fn put(tx: &Tx, rows: &[Model]) -> Result<(), Error> {
    let ids: Vec<_> = rows.iter().map(|row| row.id).collect();
    let rows = rows.iter().cloned().map(IntoActiveModel::into_active_model).collect();
    upsert_many(tx, rows, &[Column::ShopCode, Column::ShopifyVariantId, Column::LocationId], &WRITTEN).await?;
    tx.changed::<Entity>(&ids).await?;
    Ok(())
}

/// Tells why variants were left out, and takes away what was told of those that were not. Gives how many were.
pub(super) async fn tell(
    cx: &Context,
    ground: &Ground,
    variants: &[variant::Model],
    reasons: &[(i64, Reason)],
) -> Result<u64, JobError> {
    let mut of: BTreeMap<i64, Vec<&Reason>> = BTreeMap::new();
    for (variant, reason) in reasons {
        of.entry(*variant).or_default().push(reason);
    }
    let told: Vec<Skipped> = of
        .iter()
        .map(|(variant, reasons)| Skipped {
            shop_code: ground.shop.code.clone(),
            kind: Kind::Stock,
            shopify_id: *variant,
            document_name: variants
                .iter()
                .find(|one| one.shopify_variant_id == *variant)
                .map(|one| one.display_name.clone())
                .unwrap_or_default(),
            cause: sentences(reasons.iter().map(|reason| reason.to_string())),
            remedy: sentences(reasons.iter().map(|reason| reason.remedy())),
            retry_object_id: SYNC_STOCK,
        })
        .collect();
    for (variant, reasons) in &of {
        for reason in reasons {
            tracing::info!(code = reason.code(), variant, "a stock figure is left out");
        }
    }
    let fine: Vec<i64> =
        variants.iter().map(|variant| variant.shopify_variant_id).filter(|id| !of.contains_key(id)).collect();
    let (shop, fine) = (&ground.shop.code, &fine);
    let open = &cx.db().read(|r| async move { skipped::open(&r, shop, Kind::Stock, fine).await }).await?;
    if told.is_empty() && open.is_empty() {
        return Ok(0);
    }
    let (ground, told) = (&ground.at(cx.clock().now()), &told);
    let write = |tx: Tx| async move {
        skipped::solve(&tx, shop, Kind::Stock, &open.iter().copied().collect::<Vec<_>>()).await?;
        skipped::record(&tx, &ground.seen(), told.clone()).await
    };
    cx.write(write).await?;
    Ok(told.len() as u64)
}

/// Takes marks away that were looked after; one that was made again meanwhile stays.
pub(super) async fn looked_after(cx: &Context, marks: &[dirty::Model]) -> Result<(), JobError> {
    if marks.is_empty() {
        return Ok(());
    }
    let write = |tx: Tx| async move {
        for some in marks.chunks(NAMED) {
            let versions = some.iter().map(|mark| mark.version);
            dirty::Entity::delete_many().filter(dirty::Column::Version.is_in(versions)).exec(&tx).await?;
        }
        Ok::<_, Error>(())
    };
    Ok(cx.write(write).await?)
}

/// Stores what a comparison has found, in the place of what the one before had.
pub(super) async fn drifts(cx: &Context, ground: &Ground, found: &[super::repair::Drifted]) -> Result<(), JobError> {
    for some in found.chunks(ROWS) {
        let write = |tx: Tx| async move {
            let row = |one: &super::repair::Drifted| drift::Model {
                id: ground.random.id(ground.now),
                shop_code: ground.shop.code.clone(),
                found_at: ground.now,
                shopify_variant_id: one.row.shopify_variant_id,
                location_id: one.row.location_id,
                item_number: one.row.item_number.clone(),
                display_name: one.row.display_name.clone(),
                location_name: one.row.location_name.clone(),
                expected_stock: one.expected,
                shopify_stock: one.row.shopify_stock,
                stock: one.row.stock,
                explanation: one.explanation,
                job_queue_log_entry_id: ground.run,
            };
            let rows: Vec<drift::Model> = some.iter().map(row).collect();
            let ids: Vec<_> = rows.iter().map(|row| row.id).collect();
            let rows = rows.into_iter().map(IntoActiveModel::into_active_model).collect();
            database::insert_many(&tx, rows).await?;
            tx.changed::<drift::Entity>(&ids).await?;
            Ok::<_, Error>(())
        };
        cx.write(write).await?;
    }
    Ok(())
}

/// The variants that the next run may send without anybody having done anything.
pub(super) fn waits(reasons: &[(i64, Reason)]) -> HashSet<i64> {
    reasons.iter().filter(|(_, reason)| reason.may_pass()).map(|(variant, _)| *variant).collect()
}
