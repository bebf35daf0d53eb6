//! Mapping orders that are staged already, and keeping what it finds.

use std::collections::HashSet;

use database::{Tx, search};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, Set};

use super::{Ground, Lookup, create_customers, map};
use crate::Error;
use crate::orders::staged::{Sale, line, order};
use crate::skipped::{self, Cause, Skipped};
use crate::watermark;

/// A batch that was mapped.
#[derive(Debug, Default)]
pub struct Batch {
    /// The orders that can become documents, and whether each was written down as skipped before.
    pub ready: Vec<(Sale, bool)>,
    /// How many can't; they are written down as skipped.
    pub skipped: u64,
}

/// Maps a batch of staged orders, keeps the customers and items that were found, and writes down what is skipped.
pub async fn map_staged(tx: &Tx, ground: &Ground, object: i32, sales: &[Sale]) -> Result<Batch, Error> {
    // A buyer of two cards, or whom the customers' own sync meets, becomes a customer once, and whom a person chooses stays.
    watermark::take_turn(tx, &ground.shop.domain, watermark::Kind::Customers).await?;
    let ids: Vec<i64> = sales.iter().map(|sale| sale.order.shopify_order_id).collect();
    let open = skipped::open(tx, &ground.shop.code, skipped::Kind::Order, &ids).await?;
    let mut lookup = Lookup::read(tx, ground, sales).await?;
    create_customers(tx, ground, &mut lookup, sales).await?;
    let mut batch = Batch::default();
    let (mut left_out, mut changed) = (Vec::new(), Vec::new());
    for before in sales {
        let mut sale = before.clone();
        let causes = map(tx, ground, &mut lookup, &mut sale).await?;
        keep(tx, before, &sale).await?;
        if before.order != sale.order {
            changed.push(sale.order.clone());
        }
        if causes.is_empty() {
            let was_skipped = open.contains(&sale.order.shopify_order_id);
            batch.ready.push((sale, was_skipped));
        } else {
            left_out.push(Skipped::order(&sale.order, &causes, object));
        }
    }
    search::keep::<order::Entity>(tx, &changed).await?;
    lookup.save(tx).await?;
    batch.skipped = left_out.len() as u64;
    skipped::record(tx, &ground.seen(), left_out).await?;
    Ok(batch)
}

/// Maps an order that has its document already, and keeps what is found. Returns it with every cause why something of it
/// can't be mapped; nothing is written down as skipped.
pub async fn map_again(tx: &Tx, ground: &Ground, before: &Sale) -> Result<(Sale, Vec<Cause>), Error> {
    let mut sale = before.clone();
    let mut lookup = Lookup::read(tx, ground, std::slice::from_ref(before)).await?;
    let causes = map(tx, ground, &mut lookup, &mut sale).await?;
    keep(tx, before, &sale).await?;
    lookup.save(tx).await?;
    Ok((sale, causes))
}

/// Writes the customers, codes and items that are new.
async fn keep(tx: &Tx, before: &Sale, now: &Sale) -> Result<(), Error> {
    if before.order != now.order {
        let mapped = order::ActiveModel {
            sell_to_customer_number: Set(now.order.sell_to_customer_number.clone()),
            bill_to_customer_number: Set(now.order.bill_to_customer_number.clone()),
            shipment_method_code: Set(now.order.shipment_method_code.clone()),
            shipping_agent_code: Set(now.order.shipping_agent_code.clone()),
            shipping_agent_service_code: Set(now.order.shipping_agent_service_code.clone()),
            payment_method_code: Set(now.order.payment_method_code.clone()),
            tax_area_code: Set(now.order.tax_area_code.clone()),
            tax_liable: Set(now.order.tax_liable),
            ..Default::default()
        };
        order::Entity::update_many().set(mapped).filter(order::Column::Id.eq(now.order.id)).exec(tx).await?;
    }
    let mut written = HashSet::new();
    for line in now.lines.iter().filter(|line| !before.lines.contains(line)) {
        // Lines of one variant have one item: a statement for each variant, not for each line.
        if line.shopify_variant_id != 0 && !written.insert(line.shopify_variant_id) {
            continue;
        }
        let item = line::ActiveModel {
            item_number: Set(line.item_number.clone()),
            variant_code: Set(line.variant_code.clone()),
            ..Default::default()
        };
        let mut update = line::Entity::update_many().set(item).filter(line::Column::OrderId.eq(line.order_id));
        update = match line.shopify_variant_id {
            0 => update.filter(line::Column::Id.eq(line.id)),
            // But for those for which a person chose another.
            variant => {
                update.filter(line::Column::ShopifyVariantId.eq(variant)).filter(line::Column::ItemChosen.eq(false))
            }
        };
        update.exec(tx).await?;
    }
    Ok(())
}
