use database::Tx;

use crate::Error;
use crate::orders::mapping::{Ground, Lookup, map_item};
use crate::orders::staged::{Sale, line};

/// The order with an item for each of its lines that has one: what the order's own document does not sell was not mapped
/// for it.
pub(super) async fn with_items(tx: &Tx, ground: &Ground, sale: &Sale) -> Result<Sale, Error> {
    let lacks = |line: &line::Model| line.item_number.is_blank() && !line.tip && !line.gift_card;
    let mut sale = sale.clone();
    if !sale.lines.iter().any(lacks) {
        return Ok(sale);
    }
    let mut lookup = Lookup::read(tx, ground, std::slice::from_ref(&sale)).await?;
    // What has no item is told where it is needed.
    let mut causes = Vec::new();
    for line in sale.lines.iter_mut().filter(|line| lacks(line)) {
        map_item(&ground.shop, line, &mut lookup, &mut causes);
    }
    lookup.save(tx).await?;
    Ok(sale)
}
