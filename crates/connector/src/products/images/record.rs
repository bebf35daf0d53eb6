//! What is known of pictures is written down, and what follows from it, in the same transaction.

use database::{Notice, Record, Tx, upsert_many};
use sea_orm::sea_query::{CaseStatement, Expr, SimpleExpr};
use sea_orm::{ActiveModelTrait, ColumnTrait, EntityTrait, ExprTrait, IntoActiveModel, QueryFilter};
use values::Code;

use super::entity::{Column, Entity, Model};
use crate::Error;
use crate::products::SYNC_IMAGES;
use crate::products::staged::{product, variant};
use crate::skipped::{self, Kind, Seen, Skipped};

const KEY: [Column; 3] = [Column::ShopCode, Column::ShopifyProductId, Column::ShopifyVariantId];
const CHANGES: [Column; 12] = [
    Column::Name,
    Column::State,
    Column::MediaId,
    Column::Digest,
    Column::Wanted,
    Column::Way,
    Column::Source,
    Column::NewestBefore,
    Column::Place,
    Column::SentAt,
    Column::MediaUpdatedAt,
    Column::ProductUpdatedAt,
];

/// Writes rows down.
pub(super) async fn put(tx: &Tx, rows: &[Model]) -> Result<(), Error> {
    if rows.is_empty() {
        return Ok(());
    }
    let rows = rows.iter().map(|row| row.clone().into_active_model().reset_all()).collect();
    upsert_many(tx, rows, &KEY, &CHANGES).await?;
    Ok(tx.notify(Notice::new(Entity::NAME, "")).await?)
}

/// Writes down what these show now: products and variants say so, too, and what was told of them is over.
pub(super) async fn shown(tx: &Tx, shop: &Code<20>, rows: &[Model]) -> Result<(), Error> {
    if rows.is_empty() {
        return Ok(());
    }
    put(tx, rows).await?;
    let (products, variants): (Vec<&Model>, Vec<&Model>) = rows.iter().partition(|row| row.shopify_variant_id == 0);
    if !products.is_empty() {
        use product::Column as C;
        product::Entity::update_many()
            .col_expr(C::ImageId, by(C::ShopifyProductId, &products, |row| row.media_id.into()))
            .col_expr(C::ImageHash, by(C::ShopifyProductId, &products, |row| row.digest.as_str().into()))
            .filter(C::ShopCode.eq(shop.clone()))
            .filter(C::ShopifyProductId.is_in(products.iter().map(|row| row.subject())))
            .exec(tx)
            .await?;
        tx.notify(Notice::new(product::Entity::NAME, "")).await?;
    }
    if !variants.is_empty() {
        use variant::Column as C;
        variant::Entity::update_many()
            .col_expr(C::ImageId, by(C::ShopifyVariantId, &variants, |row| row.media_id.into()))
            .col_expr(C::ImageHash, by(C::ShopifyVariantId, &variants, |row| row.digest.as_str().into()))
            .filter(C::ShopCode.eq(shop.clone()))
            .filter(C::ShopifyVariantId.is_in(variants.iter().map(|row| row.subject())))
            .exec(tx)
            .await?;
        tx.notify(Notice::new(variant::Entity::NAME, "")).await?;
    }
    let subjects: Vec<i64> = rows.iter().map(Model::subject).collect();
    skipped::solve(tx, shop, Kind::Image, &subjects).await
}

/// A value for each of these rows, chosen by its subject.
fn by<C: ColumnTrait>(id: C, rows: &[&Model], value: impl Fn(&Model) -> sea_orm::Value) -> SimpleExpr {
    let choose =
        |choice: CaseStatement, row: &&Model| choice.case(Expr::col(id).eq(row.subject()), Expr::value(value(row)));
    rows.iter().fold(CaseStatement::new(), choose).into()
}

/// Why a picture was left out.
#[derive(Clone, Debug)]
pub(super) struct Told {
    pub row: Model,
    /// A sentence without a full stop.
    pub why: String,
}

/// Writes down what was left out, and why.
pub(super) async fn tell(tx: &Tx, seen: &Seen<'_>, told: &[Told], remedy: &str) -> Result<(), Error> {
    let skipped = told.iter().map(|Told { row, why }| Skipped {
        shop_code: row.shop_code.clone(),
        kind: Kind::Image,
        shopify_id: row.subject(),
        document_name: row.name.clone(),
        cause: format!("{why}."),
        remedy: remedy.to_owned(),
        retry_object_id: SYNC_IMAGES,
    });
    skipped::record(tx, seen, skipped.collect()).await
}
