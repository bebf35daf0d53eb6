//! Payouts in a currency that can't be posted: each is a skipped record, until its currency has a rate.

use std::collections::HashMap;

use database::Tx;
use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter};

use super::stand::PATIENCE;
use crate::Error;
use crate::orders::mapping::Ground;
use crate::payouts::SYNC_PAYOUTS;
use crate::payouts::currency::Currencies;
use crate::payouts::journal::standings;
use crate::payouts::options::JournalStatus;
use crate::payouts::staged::payout::{self, Column, Entity};
use crate::skipped::{self, Kind, Skipped};

/// Writes down which payouts of the store have no rate, and takes away those that have one by now, are posted, or did not
/// come to the bank. Returns how many have none.
pub(super) async fn check(tx: &Tx, ground: &Ground) -> Result<u64, Error> {
    let store = ground.shop.domain.as_str();
    let known = skipped::open_of_store(tx, store, Kind::Payout).await?;
    let concerned = Condition::any()
        .add(Column::IssuedAt.gte(ground.now - PATIENCE))
        .add(Column::ShopifyPayoutId.is_in(known.iter().copied()));
    let foreign = Entity::find()
        .filter(Column::Store.eq(store))
        .filter(Column::Currency.ne(ground.company_currency.clone()))
        .filter(concerned)
        .all(tx)
        .await?;
    if foreign.is_empty() {
        return Ok(0);
    }
    let stand = standings(tx, &foreign).await?;
    let is_done = |payout: &payout::Model| {
        payout.status.is_void() || stand.get(&payout.shopify_payout_id) == Some(&JournalStatus::Posted)
    };
    let currencies = Currencies::read(tx).await?;
    let mut looked_up = HashMap::new();
    let (mut without, mut solved) = (Vec::new(), Vec::new());
    for payout in &foreign {
        let key = (payout.currency.clone(), payout.date);
        let against: Option<(String, String)> = match looked_up.get(&key) {
            _ if is_done(payout) => None,
            Some(found) => Option::clone(found),
            None => {
                let found = currencies.on(tx, &payout.currency, payout.date).await?.err();
                looked_up.insert(key, found.clone());
                found
            }
        };
        match against {
            Some((cause, remedy)) => without.push(skipped(payout, cause, remedy)),
            None => solved.push(payout.shopify_payout_id),
        }
    }
    solved.retain(|id| known.contains(id));
    skipped::solve_of_store(tx, store, Kind::Payout, &solved).await?;
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
