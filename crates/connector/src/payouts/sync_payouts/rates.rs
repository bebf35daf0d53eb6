//! Payouts in a currency that can't be posted: each is a skipped record, until its currency has a rate.

use database::Tx;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

use crate::Error;
use crate::orders::mapping::Ground;
use crate::payouts::SYNC_PAYOUTS;
use crate::payouts::currency::Currencies;
use crate::payouts::journal::standings;
use crate::payouts::options::{JournalStatus, PayoutStatus};
use crate::payouts::staged::payout::{self, Column, Entity};
use crate::skipped::{self, Kind, Skipped};

/// Writes down which payouts of the store have no rate, and takes away those that have one by now. Returns how many have none.
pub(super) async fn check(tx: &Tx, ground: &Ground) -> Result<u64, Error> {
    let found = Entity::find()
        .filter(Column::Store.eq(ground.shop.domain.as_str()))
        .filter(Column::Currency.ne(ground.company_currency.clone()))
        .filter(Column::Status.is_not_in([PayoutStatus::Canceled, PayoutStatus::Failed]));
    let foreign = found.all(tx).await?;
    if foreign.is_empty() {
        return Ok(0);
    }
    let stand = standings(tx, &foreign).await?;
    let currencies = Currencies::read(tx).await?;
    let (mut without, mut solved) = (Vec::new(), Vec::new());
    for payout in &foreign {
        let is_posted = stand.get(&payout.shopify_payout_id) == Some(&JournalStatus::Posted);
        match currencies.on(tx, &payout.currency, payout.date).await? {
            Err((cause, remedy)) if !is_posted => without.push(skipped(payout, cause, remedy)),
            _ => solved.push(payout.shopify_payout_id),
        }
    }
    let known = skipped::open(tx, &ground.shop.code, Kind::Payout, &solved).await?;
    skipped::solve(tx, &ground.shop.code, Kind::Payout, &known.into_iter().collect::<Vec<_>>()).await?;
    let count = without.len() as u64;
    skipped::record(tx, &ground.seen(), without).await?;
    Ok(count)
}

fn skipped(payout: &payout::Model, cause: String, remedy: String) -> Skipped {
    Skipped {
        shop_code: payout.shop_code.clone(),
        kind: Kind::Payout,
        shopify_id: payout.shopify_payout_id,
        document_name: payout.shopify_payout_id.to_string(),
        cause,
        remedy,
        retry_object_id: SYNC_PAYOUTS,
    }
}
