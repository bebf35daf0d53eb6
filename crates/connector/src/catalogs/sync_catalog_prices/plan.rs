//! What is to be fixed: the prices that are not in Shopify as they are worked out here. Pure.

use std::collections::HashSet;

use super::ground::{Ground, Mapped};
use super::prices::Prices;
use super::reason::Reason;
use crate::catalogs::staged::catalog;
use crate::products::prices::Offers;

/// What came of comparing the prices of a catalog.
#[derive(Clone, Debug, Default)]
pub(super) struct Plan {
    /// The variants whose prices are to be fixed.
    pub changes: Vec<i64>,
    /// How many prices are in Shopify as they should be.
    pub unchanged: u64,
    /// The variants whose prices are taken out of the price list.
    pub left_behind: Vec<i64>,
    /// The variants that have no price, and why.
    pub failures: Vec<(i64, Reason)>,
}

/// Works the prices of a catalog out and compares them with those that are fixed.
pub(super) fn plan(
    ground: &Ground,
    catalog: &catalog::Model,
    mapped: &[&Mapped],
    offers: &Offers,
    prices: &mut Prices,
) -> Plan {
    let mut plan = Plan { left_behind: prices.left_behind(&ground.no_items), ..Plan::default() };
    prices.leave_others(&mapped.iter().map(|one| one.shopify_variant_id).collect::<HashSet<_>>());
    for one in mapped {
        let row = prices.of(ground, one);
        match offers.of(&one.goods) {
            Ok(offer) => {
                (row.calculated_price, row.calculated_compare_at_price) = (offer.price, offer.compare_at_price);
                let is_as_it_should_be =
                    row.is_fixed && (row.price, row.compare_at_price) == (offer.price, offer.compare_at_price);
                row.differs = !is_as_it_should_be;
                if is_as_it_should_be {
                    row.error_message.clear();
                    plan.unchanged += 1;
                } else {
                    plan.changes.push(one.shopify_variant_id);
                }
            }
            Err(why) => {
                let (item, _, _) = &one.goods;
                let reason = Reason::NoPrice { catalog: catalog.name.clone(), item: item.to_string(), why };
                (row.calculated_price, row.calculated_compare_at_price) = Default::default();
                row.differs = false;
                row.error_message = reason.to_string();
                plan.failures.push((one.shopify_variant_id, reason));
            }
        }
    }
    plan
}
