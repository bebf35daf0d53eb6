//! How shipments stand is written down, and why.

use back_office::sales::posted::say_deliveries;
use database::Tx;
use uuid::Uuid;
use values::Code;

use super::SYNC_SHIPMENTS;
use super::reason::Reason;
use crate::Error;
use crate::orders::mapping::Ground;
use crate::skipped::{self, Kind, Skipped};

/// A shipment that is not sent, by its number.
#[derive(Clone, Debug)]
pub(super) struct Told {
    /// Its number.
    pub number: Code<20>,
    /// Why.
    pub reason: Reason,
}

/// Writes down what shipments are in Shopify, and tells why some are not sent.
///
/// # Errors
/// When the database fails.
pub(super) async fn tell(tx: &Tx, ground: &Ground, told: &[Told], said: &[(Uuid, i64)]) -> Result<(), Error> {
    say_deliveries(tx, said).await?;
    let skipped = |told: &Told| Skipped {
        shop_code: ground.shop.code.clone(),
        kind: Kind::Shipment,
        shopify_id: 0,
        document_name: told.number.to_string(),
        cause: told.reason.to_string(),
        remedy: told.reason.remedy(),
        retry_object_id: SYNC_SHIPMENTS,
    };
    skipped::record(tx, &ground.seen(), told.iter().map(skipped).collect()).await
}

/// Nothing stands against these any more.
///
/// # Errors
/// When the database fails.
pub(super) async fn untell(tx: &Tx, ground: &Ground, numbers: &[String]) -> Result<(), Error> {
    const AT_ONCE: usize = 500;
    for some in numbers.chunks(AT_ONCE) {
        skipped::solve_named(tx, &ground.shop.code, Kind::Shipment, some).await?;
    }
    Ok(())
}
