use database::{Tx, insert_many};
use sea_orm::{ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter, Set};
use uuid::Uuid;

use super::ATTRIBUTE;
use crate::Error;
use crate::orders::SYNC_ORDERS;
use crate::orders::mapping::Ground;
use crate::orders::staged::{attribute, order};
use crate::skipped::{self, Kind, Skipped};

/// What came of an order.
#[derive(Clone, Debug)]
pub(super) struct Written<'a> {
    pub order: &'a order::Model,
    /// Whether Shopify has it still.
    pub is_there: bool,
    /// What Shopify has against it.
    pub refused: Option<String>,
}

/// None of them is written again; what was written is staged, as the next import would. Gives how many were refused.
pub(super) async fn record(tx: &Tx, ground: &Ground, written: &[Written<'_>]) -> Result<u64, Error> {
    let all: Vec<Uuid> = written.iter().map(|one| one.order.id).collect();
    let sent = order::ActiveModel { send_document_number: Set(false), ..Default::default() };
    order::Entity::update_many().set(sent).filter(order::Column::Id.is_in(all)).exec(tx).await?;

    let made: Vec<&order::Model> =
        written.iter().filter(|one| one.is_there && one.refused.is_none()).map(|one| one.order).collect();
    let ids: Vec<Uuid> = made.iter().map(|order| order.id).collect();
    attribute::Entity::delete_many()
        .filter(attribute::Column::OrderId.is_in(ids.iter().copied()))
        .filter(attribute::Column::Key.eq(ATTRIBUTE))
        .exec(tx)
        .await?;
    let row = |order: &&order::Model| attribute::Model {
        id: ground.random.id(ground.now),
        order_id: order.id,
        key: ATTRIBUTE.to_owned(),
        value: order.document_number().to_string(),
    };
    insert_many(tx, made.iter().map(row).map(IntoActiveModel::into_active_model).collect()).await?;
    tx.changed::<order::Entity>(&ids).await?;

    let told = |one: &Written<'_>| {
        let why = one.refused.as_ref()?;
        Some(Skipped {
            kind: Kind::Change,
            ..Skipped::order_failed(
                one.order,
                format!("Its document's number was not written in Shopify: {why}."),
                "It is not sent again by itself; the document is there all the same.".to_owned(),
                SYNC_ORDERS,
            )
        })
    };
    let refused: Vec<Skipped> = written.iter().filter_map(told).collect();
    let count = refused.len() as u64;
    skipped::record(tx, &ground.seen(), refused).await?;
    Ok(count)
}
