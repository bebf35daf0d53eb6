use database::Tx;

use crate::{Error, watermark};

/// Waits until no run imports or maps orders of the store, and keeps others from it until the transaction ends.
///
/// # Errors
/// When the database fails.
pub async fn take_turn(tx: &Tx, store: &str) -> Result<(), Error> {
    watermark::take_turn(tx, store, watermark::Kind::Orders).await?;
    watermark::take_turn(tx, store, watermark::Kind::Customers).await
}
