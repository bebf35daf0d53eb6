use back_office::items;

use crate::products::export::{Ground, Reason, Shelf, sold_as};
use crate::products::prices::Goods;

/// So many variants a product has at most.
const MOST: usize = 2_048;

/// As what an item is sold that may be added, with the variants that are left out since they are blocked.
#[derive(Clone, Debug)]
pub(super) struct Fit {
    /// One without variant and unit for an item that is sold as it is.
    pub goods: Vec<Goods>,
    pub left_out: Vec<Reason>,
}

/// Whether an item may be added.
///
/// # Errors
/// The first reason why not.
pub(super) fn check(ground: &Ground, shelf: &Shelf, item: &items::Model) -> Result<Fit, Reason> {
    let number = || item.number.to_string();
    if item.blocked || item.sales_blocked {
        return Err(Reason::BlockedOrSalesBlocked(number()));
    }
    if item.description.trim().is_empty() {
        return Err(Reason::NoDescription(number()));
    }
    let all = sold_as(&ground.shop, &item.number, shelf);
    if all.is_empty() {
        let goods = vec![(item.number.clone(), values::Code::blank(), values::Code::blank())];
        return Ok(Fit { goods, left_out: Vec::new() });
    }
    let is_blocked = |goods: &Goods| shelf.variant(&goods.0, &goods.1).is_some_and(|variant| variant.blocked);
    let (blocked, goods): (Vec<Goods>, Vec<Goods>) = all.into_iter().partition(is_blocked);
    if goods.is_empty() {
        return Err(Reason::AllVariantsBlocked(number()));
    }
    if goods.len() > MOST {
        return Err(Reason::TooManyVariants { item: number(), count: goods.len() });
    }
    let left_out = |(_, variant, _): Goods| Reason::VariantBlocked { item: number(), variant: variant.to_string() };
    Ok(Fit { goods, left_out: blocked.into_iter().map(left_out).collect() })
}
