use std::sync::Arc;

use serde::Deserialize;

use super::super::given::Given;
use super::super::part::{number, refuse_with};
use super::super::user_error::UserError;
use super::create::sells_in;
use super::price_list_create::{ParentInput, broken_adjustment, broken_currency, broken_name, for_catalog};
use super::price_list_delete::let_go;
use crate::store::State;
use crate::store::catalog::Catalog;
use crate::store::price_list::PriceList;

/// `PriceListUpdateInput`.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub(crate) struct PriceListChange {
    pub catalog_id: Given<String>,
    pub currency: Option<String>,
    pub name: Option<String>,
    pub parent: Option<ParentInput>,
}

/// `priceListUpdate`: changes what is given; a catalog that is null lets the list go. Fixed prices are of the currency
/// that they were given in, so that another one takes them away.
pub(crate) fn price_list_update(
    state: &mut State,
    id: &str,
    input: PriceListChange,
) -> Result<Arc<PriceList>, Vec<UserError>> {
    let Some(old) = number(id, "PriceList").and_then(|id| state.price_lists.get(&id)).cloned() else {
        return refuse_with("PRICE_LIST_NOT_FOUND", &["id"], "Price list does not exist.");
    };
    let broken = [
        input.name.as_deref().and_then(|name| broken_name(state, name, Some(old.id))),
        input.currency.as_deref().and_then(broken_currency),
        input.parent.as_ref().and_then(broken_adjustment),
    ];
    let mut list = PriceList::clone(&old);
    list.currency = input.currency.unwrap_or(list.currency);
    let catalog = catalog(state, &list, &input.catalog_id);
    let errors: Vec<UserError> = broken.into_iter().flatten().chain(catalog.as_ref().err().cloned()).collect();
    let Some(catalog) = catalog.ok().filter(|_| errors.is_empty()) else { return Err(errors) };
    if list.currency != old.currency {
        list.fixed.clear();
        list.breaks.clear();
    }
    list.name = input.name.unwrap_or(list.name);
    if let Some(parent) = input.parent {
        list.adjustment = parent.adjustment();
        list.nullifies_compare_at = parent.nullifies_compare_at().unwrap_or(list.nullifies_compare_at);
    }
    list.catalog = catalog.as_ref().map(|catalog| catalog.id);
    if list.catalog != old.catalog {
        let_go(state, &old);
    }
    if let Some(catalog) = catalog {
        state.put_catalog(Catalog { price_list: Some(list.id), ..Catalog::clone(&catalog) });
    }
    Ok(state.put_price_list(list))
}

/// The catalog that the list is for after the change.
fn catalog(state: &State, list: &PriceList, given: &Given<String>) -> Result<Option<Arc<Catalog>>, UserError> {
    match given {
        Given::Null => Ok(None),
        Given::Value(id) => for_catalog(state, id, &list.currency, Some(list.id)).map(Some),
        Given::LeftOut => {
            let own = list.catalog.and_then(|id| state.catalogs.get(&id));
            if own.is_some_and(|catalog| !sells_in(state, &catalog.context, &list.currency)) {
                let message = "The price list currency must match the market catalog currency.";
                let error = UserError::new(&["input", "currency"], message);
                return Err(error.with_code("CATALOG_MARKET_AND_PRICE_LIST_CURRENCY_MISMATCH"));
            }
            Ok(own.cloned())
        }
    }
}
