use database::Tx;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, Set};

use crate::Error;
use crate::orders::import::cut;
use crate::orders::mapping::Ground;
use crate::orders::refunds::staged::refund;
use crate::skipped::{self, Skipped};

/// How long the message on the refund may be.
const MESSAGE: usize = 2048;

/// Writes on the refund, and among the skipped records, why its document could not be made.
pub(super) async fn fail(
    tx: &Tx,
    ground: &Ground,
    object: i32,
    refund: &refund::Model,
    why: &str,
) -> Result<(), Error> {
    let failed = refund::ActiveModel {
        has_processing_error: Set(true),
        last_error_description: Set(cut(why, MESSAGE)),
        ..Default::default()
    };
    refund::Entity::update_many().set(failed).filter(refund::Column::Id.eq(refund.id)).exec(tx).await?;
    tx.changed::<refund::Entity>(&[refund.id]).await?;
    let skipped = Skipped {
        shop_code: ground.shop.code.clone(),
        kind: skipped::Kind::Refund,
        shopify_id: refund.shopify_refund_id,
        document_name: refund.shopify_order_number.clone(),
        cause: format!("The refund has no sales document: {why}."),
        remedy: "Correct what is missing; the next run takes the refund up by itself.".to_owned(),
        retry_object_id: object,
    };
    skipped::record(tx, &ground.seen(), vec![skipped]).await
}
