//! What a person says a Shopify customer is here.

use access::{Action, Area, Principal};
use back_office::customers;
use database::Tx;
use sea_orm::{EntityTrait, QuerySelect};
use uuid::Uuid;
use values::Code;

use super::staged::{self, customer};
use crate::skipped::{self, Kind};
use crate::{Connector, Error, watermark};

/// Says which customer a Shopify customer is; a blank one: none. Orders that wait for it are taken up by the next run.
///
/// # Errors
/// A missing permission; an unknown Shopify customer, or a customer that is not there.
pub async fn map(connector: &Connector, by: &Principal, id: Uuid, number: &Code<20>) -> Result<(), Error> {
    connector.db().write(|tx| async move { map_in(&tx, by, id, number).await }).await
}

/// The same in the caller's transaction.
///
/// # Errors
/// As [`map`].
pub async fn map_in(tx: &Tx, by: &Principal, id: Uuid, number: &Code<20>) -> Result<(), Error> {
    by.require(Area::Synchronization, Action::Run)?;
    if !number.is_blank() && customers::by_numbers(tx, std::slice::from_ref(number)).await?.is_empty() {
        let reason = format!("there is no customer {number}: create it, or choose another");
        return Err(Error::Given { name: "customerNumber", reason });
    }
    let missing = || Error::Chosen(format!("there is no Shopify customer with the id {id}"));
    let store = customer::Entity::find_by_id(id).one(tx).await?.ok_or_else(missing)?.store;
    // A sync that has read it before must not write its own choice over this one.
    watermark::take_turn(tx, &store, watermark::Kind::Customers).await?;
    let found = customer::Entity::find_by_id(id).lock_exclusive().one(tx).await?.ok_or_else(missing)?;
    let shopify_id = found.shopify_customer_id;
    let mut row = customer::Model { customer_number: number.clone(), sent_digest: String::new(), ..found };
    if !row.is_read() {
        // What could not be read stands against it still, and says that it is to be read again.
        return staged::customers(tx, &[row]).await;
    }
    (row.has_error, row.error_message) = (false, String::new());
    staged::customers(tx, &[row]).await?;
    skipped::solve_of_store(tx, &store, Kind::Customer, &[shopify_id]).await
}
