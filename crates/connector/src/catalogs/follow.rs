//! The lines of catalogs take over which customers their companies are.

use std::collections::HashMap;

use database::{Tx, upsert_many};
use sea_orm::{ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter, QuerySelect, QueryTrait};
use values::Code;

use super::staged::catalog::{ActiveModel, Column, Entity, Model};
use crate::{Error, shops};

/// A company, by its id in Shopify, with the customer that it was and the one that it is.
pub(crate) type Linked = (i64, Code<20>, Code<20>);

/// Gives the lines of companies that have become customers these customers, on every card of the store: where a line names none,
/// or the one that the company was before. What a person has chosen otherwise stays.
pub(crate) async fn follow(tx: &Tx, store: &str, linked: &[Linked]) -> Result<(), Error> {
    let linked: HashMap<i64, &Linked> =
        linked.iter().filter(|(_, _, is)| !is.is_blank()).map(|one| (one.0, one)).collect();
    if linked.is_empty() {
        return Ok(());
    }
    let cards = shops::Entity::find().select_only().column(shops::Column::Code).filter(shops::Column::Domain.eq(store));
    let lines = Entity::find()
        .filter(Column::ShopCode.in_subquery(cards.into_query()))
        .filter(Column::ShopifyCompanyId.is_in(linked.keys().copied()))
        .all(tx)
        .await?;
    let following: Vec<Model> = lines
        .into_iter()
        .filter_map(|line| {
            let (_, was, is) = linked.get(&line.shopify_company_id)?;
            let follows = line.customer_number.is_blank() || line.customer_number == *was;
            (follows && line.customer_number != *is).then(|| Model { customer_number: is.clone(), ..line })
        })
        .collect();
    if following.is_empty() {
        return Ok(());
    }
    let ids: Vec<_> = following.iter().map(|line| line.id).collect();
    let rows = following.into_iter().map(IntoActiveModel::into_active_model).collect();
    upsert_many::<ActiveModel>(tx, rows, &[Column::Id], &[Column::CustomerNumber]).await?;
    Ok(tx.changed::<Entity>(&ids).await?)
}
