use database::Tx;
use sea_orm::sea_query::SelectStatement;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, QueryTrait};
use values::Code;

use super::entity::{Column, Entity, Model};
use crate::Error;

/// The shop of that code.
///
/// # Errors
/// [`Error::NoShop`] names the code and the shops there are.
pub async fn find(connection: &impl ConnectionTrait, code: &str) -> Result<Model, Error> {
    let found = match Code::<20>::new(code) {
        Ok(code) => Entity::find().filter(Column::Code.eq(code)).one(connection).await?,
        Err(_) => None,
    };
    match found {
        Some(shop) => Ok(shop),
        None => {
            let known = list(connection).await?.iter().map(|shop| shop.code.to_string()).collect::<Vec<_>>();
            Err(Error::NoShop { code: code.to_owned(), known: known.join(", ") })
        }
    }
}

/// The shop of that code, for this transaction alone: what is checked of it stays so until it is changed.
///
/// # Errors
/// As [`find`].
pub(crate) async fn hold(tx: &Tx, code: &str) -> Result<Model, Error> {
    let shop = find(tx, code).await?;
    let held = Entity::find_by_id(shop.id).lock_exclusive().one(tx).await?;
    Ok(held.unwrap_or(shop))
}

/// All shops, by code.
///
/// # Errors
/// What the database says.
pub async fn list(connection: &impl ConnectionTrait) -> Result<Vec<Model>, Error> {
    Ok(Entity::find().order_by_asc(Column::Code).all(connection).await?)
}

/// The codes of all shops of the store of this one, itself among them, for a query.
pub(crate) fn codes_of_same_store(shop: &Code<20>) -> SelectStatement {
    let store = Entity::find().select_only().column(Column::Domain).filter(Column::Code.eq(shop.clone()));
    let codes =
        Entity::find().select_only().column(Column::Code).filter(Column::Domain.in_subquery(store.into_query()));
    codes.into_query()
}
