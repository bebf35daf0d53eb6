use std::collections::BTreeMap;

use database::Tx;
use values::Code;

use crate::Error;
use crate::skipped::{Kind, solve};

/// Takes away what was told of orders, each given by its shop and its id in Shopify: nobody waits for what is set
/// aside.
pub(crate) async fn no_longer_told(tx: &Tx, orders: Vec<(&Code<20>, i64)>) -> Result<(), Error> {
    let mut of_shops: BTreeMap<&Code<20>, Vec<i64>> = BTreeMap::new();
    for (shop, id) in orders {
        of_shops.entry(shop).or_default().push(id);
    }
    for (shop, ids) in of_shops {
        solve(tx, shop, Kind::Order, &ids).await?;
    }
    Ok(())
}
