use database::Tx;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use shopify::Document;
use values::Code;

use super::entity::{Column, Entity};
use super::intend::{anew, insert};
use super::{Change, State};
use crate::Error;
use crate::skipped::Seen;

/// Intends once more what was refused last of this kind for a subject.
///
/// # Errors
/// When the database fails.
pub(crate) async fn again<C: Change>(tx: &Tx, seen: &Seen<'_>, shop: &Code<20>, subject: &str) -> Result<(), Error> {
    let refused = Entity::find()
        .filter(Column::ShopCode.eq(shop.clone()))
        .filter(Column::Operation.eq(C::Mutation::NAME))
        .filter(Column::Subject.eq(subject))
        .filter(Column::State.eq(State::Failed))
        .order_by_desc(Column::Id);
    if let Some(refused) = refused.one(tx).await? {
        insert(tx, anew(&refused, seen.random.id(seen.at), seen.at)?).await?;
    }
    Ok(())
}
