use database::Tx;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

use crate::Error;
use crate::orders::staged;

/// An order that has its document is changed there.
pub(super) fn require_open(order: &staged::order::Model) -> Result<(), Error> {
    if !order.processed {
        return Ok(());
    }
    let (order, document) = (&order.shopify_order_number, order.document_number());
    Err(Error::OrderState(format!(
        "{order} has its sales document {document} already: change that, or unlink the order from it first"
    )))
}

/// Takes what was given.
pub(super) fn put<T: Clone>(field: &mut T, given: Option<&T>) {
    if let Some(given) = given {
        field.clone_from(given);
    }
}

/// Refuses a code that nothing has; a blank one names nothing.
pub(super) async fn require<E: EntityTrait>(
    tx: &Tx,
    column: E::Column,
    code: Option<&str>,
    name: &'static str,
    one: &str,
) -> Result<(), Error> {
    let Some(code) = code.filter(|code| !code.is_empty()) else { return Ok(()) };
    if E::find().filter(column.eq(code)).one(tx).await?.is_some() {
        return Ok(());
    }
    Err(Error::Given { name, reason: format!("there is no {one} {code}: create it, or choose another") })
}
