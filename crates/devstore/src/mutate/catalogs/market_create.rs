use std::sync::Arc;

use serde::Deserialize;

use super::super::part::number;
use super::super::products::slug;
use super::super::user_error::UserError;
use crate::store::State;
use crate::store::catalog::{Catalog, Context};
use crate::store::market::Market;
use crate::store::price_list::rate;

/// `MarketCreateInput`.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub(crate) struct MarketInput {
    pub catalogs: Option<Vec<String>>,
    pub currency_settings: Option<CurrencyInput>,
    pub handle: Option<String>,
    pub name: String,
    pub status: Option<String>,
}

/// `MarketCurrencySettingsUpdateInput`.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub(crate) struct CurrencyInput {
    pub base_currency: Option<String>,
}

/// `marketCreate`: another place to sell in, in a currency that the shop takes.
pub(crate) fn market_create(state: &mut State, input: MarketInput) -> Result<Arc<Market>, Vec<UserError>> {
    let mut errors = Vec::new();
    let mut say = |field: &[&str], message: &str, code| errors.push(UserError::new(field, message).with_code(code));
    let name = input.name.trim().to_owned();
    if name.is_empty() {
        say(&["input", "name"], "Name can't be blank", "BLANK");
    }
    if name.chars().count() < 2 && !name.is_empty() {
        say(&["input", "name"], "Name is too short (minimum is 2 characters)", "TOO_SHORT");
    }
    if state.markets.values().any(|market| market.name.to_lowercase() == name.to_lowercase()) {
        say(&["input", "name"], "Name has already been taken", "TAKEN");
    }
    let handle = input.handle.as_deref().map_or_else(|| slug(&name), slug);
    if state.markets.values().any(|market| market.handle == handle) && input.handle.is_some() {
        say(&["input", "handle"], "Handle has already been taken", "TAKEN");
    }
    let currency = input.currency_settings.and_then(|settings| settings.base_currency);
    let currency = currency.unwrap_or_else(|| state.shop.currency.clone());
    if rate(&currency).is_none() {
        let field = ["input", "currencySettings", "baseCurrency"];
        say(&field, "The specified currency is not supported.", "UNSUPPORTED_CURRENCY");
    }
    let catalogs: Vec<Option<Catalog>> = input
        .catalogs
        .iter()
        .flatten()
        .map(|id| number(id, "MarketCatalog").and_then(|id| state.catalogs.get(&id)).map(|known| Catalog::clone(known)))
        .collect();
    if catalogs.iter().any(Option::is_none) {
        say(&["input", "catalogs"], "The catalog wasn't found.", "CUSTOMIZATIONS_NOT_FOUND");
    }
    if !errors.is_empty() {
        return Err(errors);
    }
    let id = state.ids.next();
    for mut catalog in catalogs.into_iter().flatten() {
        if let Context::Markets(markets) = &mut catalog.context {
            markets.push(id);
        }
        state.put_catalog(catalog);
    }
    let status = input.status.unwrap_or_else(|| "ACTIVE".to_owned());
    Ok(state.put_market(Market { id, name, handle, status, currency }))
}
