//! What stood against companies is forgotten on every shop card of their store: the cards share its companies.

use database::Tx;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QuerySelect};
use values::Code;

use crate::skipped::{self, Kind};
use crate::{Error, shops};

/// Takes away what was skipped of these companies.
pub(super) async fn solve(tx: &Tx, store: &str, ids: &[i64]) -> Result<(), Error> {
    if ids.is_empty() {
        return Ok(());
    }
    let cards = shops::Entity::find().select_only().column(shops::Column::Code);
    let cards: Vec<Code<20>> = cards.filter(shops::Column::Domain.eq(store)).into_tuple().all(tx).await?;
    for shop in &cards {
        skipped::solve(tx, shop, Kind::Company, ids).await?;
    }
    Ok(())
}
