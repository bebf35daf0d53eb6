use super::super::part::{number, refuse_with};
use super::super::user_error::UserError;
use crate::store::State;
use crate::store::catalog::Catalog;
use crate::store::price_list::PriceList;

/// `priceListDelete`: takes a price list away, and gives its number. Its catalog has the shop's prices from then on.
pub(crate) fn price_list_delete(state: &mut State, id: &str) -> Result<u64, Vec<UserError>> {
    let Some(list) = number(id, "PriceList").and_then(|id| state.price_lists.remove(&id)) else {
        return refuse_with("PRICE_LIST_NOT_FOUND", &["id"], "Price list does not exist.");
    };
    let_go(state, &list);
    Ok(list.id)
}

/// Takes a price list from the catalog that has it.
pub(super) fn let_go(state: &mut State, list: &PriceList) {
    if let Some(catalog) = list.catalog.and_then(|id| state.catalogs.get(&id)).cloned() {
        state.put_catalog(Catalog { price_list: None, ..Catalog::clone(&catalog) });
    }
}
