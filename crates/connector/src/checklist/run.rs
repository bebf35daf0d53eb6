use database::Read;
use job_queue::Queue;

use super::ground::Ground;
use super::{Check, accounts, connection, customers, items, products, schedules, scopes, stock, test_order, vat};
use crate::{Connector, Error, shops};

/// Every check of a shop, in the order in which they are mended best.
///
/// # Errors
/// [`Error::NoShop`], and what the database says.
pub async fn run(connector: &Connector, queue: &Queue, shop: &str) -> Result<Vec<Check>, Error> {
    let read = |read: Read| async move {
        let shop = shops::find(&read, shop).await?;
        let ground = Ground { read: &read, shop: &shop, queue, clock: connector.clock() };
        Ok::<_, Error>(vec![
            connection::check(&ground),
            scopes::check(&ground),
            accounts::check(&ground).await?,
            customers::check(&ground),
            items::check(&ground),
            products::check(&ground).await?,
            stock::check(&ground).await?,
            test_order::check(&ground).await?,
            vat::check(&ground).await?,
            schedules::check(&ground).await?,
        ])
    };
    connector.db().read(read).await
}
