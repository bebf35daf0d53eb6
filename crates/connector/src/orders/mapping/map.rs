use database::Tx;

use super::{Ground, Lookup, accounts, customer, item, payment, sending, taxing};
use crate::Error;
use crate::orders::staged::Sale;
use crate::orders::totals::Stand;
use crate::skipped::Cause;

/// Gives an order its customers and its codes, and the lines that are sold their items. Returns every cause why it can't become a
/// document; none means that it can.
pub async fn map(tx: &Tx, ground: &Ground, lookup: &mut Lookup, sale: &mut Sale) -> Result<Vec<Cause>, Error> {
    let mut causes = Vec::new();
    customer::map(tx, ground, lookup, &mut sale.order, &mut causes).await?;
    let stand = Stand::of(&sale.order);
    for line in sale.lines.iter_mut().filter(|line| stand.sells(line)) {
        item::map(&ground.shop, line, lookup, &mut causes);
    }
    sending::map(ground, sale);
    payment::map(ground, sale);
    taxing::map(ground, lookup, &mut sale.order);
    accounts::check(ground, sale, &mut causes);
    ground.check_currency(&sale.order, &mut causes);
    let mut once = std::collections::HashSet::new();
    causes.retain(|cause| once.insert(cause.clone()));
    Ok(causes)
}
