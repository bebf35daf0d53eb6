use std::collections::BTreeMap;
use std::sync::Arc;

use rust_decimal::Decimal;
use serde::Deserialize;

use super::super::products::LONGEST;
use super::super::user_error::UserError;
use super::create::{catalog, sells_in};
use crate::store::State;
use crate::store::catalog::{Catalog, Context};
use crate::store::price_list::{Adjustment, PriceList, rate};

/// `PriceListCreateInput`.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub(crate) struct PriceListInput {
    pub catalog_id: Option<String>,
    pub currency: String,
    pub name: String,
    pub parent: ParentInput,
}

/// `PriceListParentCreateInput`.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct ParentInput {
    adjustment: AdjustmentInput,
    settings: Option<SettingsInput>,
}

/// `PriceListAdjustmentInput`.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
struct AdjustmentInput {
    #[serde(rename = "type")]
    kind: String,
    value: Decimal,
}

/// `PriceListAdjustmentSettingsInput`.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
struct SettingsInput {
    compare_at_mode: Option<String>,
}

/// The most that prices may be higher, of a hundred.
const HIGHEST: Decimal = Decimal::ONE_THOUSAND;

/// `priceListCreate`: prices that are adjusted from those of the shop, for a catalog that has none of its own yet.
pub(crate) fn price_list_create(state: &mut State, input: PriceListInput) -> Result<Arc<PriceList>, Vec<UserError>> {
    let mut errors = check(state, &input);
    let owner = match input.catalog_id.as_deref().map(|id| for_catalog(state, id, &input.currency)) {
        None => None,
        Some(Ok(catalog)) => Some(catalog),
        Some(Err(error)) => {
            errors.push(error);
            None
        }
    };
    if !errors.is_empty() {
        return Err(errors);
    }
    let ParentInput { adjustment, settings } = input.parent;
    let mode = settings.and_then(|settings| settings.compare_at_mode);
    let id = state.ids.next();
    if let Some(catalog) = &owner {
        state.put_catalog(Catalog { price_list: Some(id), ..Catalog::clone(catalog) });
    }
    Ok(state.put_price_list(PriceList {
        id,
        name: input.name,
        currency: input.currency,
        catalog: owner.map(|catalog| catalog.id),
        adjustment: Adjustment { increases: adjustment.kind == "PERCENTAGE_INCREASE", percent: adjustment.value },
        nullifies_compare_at: mode.as_deref() == Some("NULLIFY"),
        fixed: BTreeMap::new(),
    }))
}

fn check(state: &State, input: &PriceListInput) -> Vec<UserError> {
    let mut errors = Vec::new();
    let mut say = |steps: &[&str], message: &str, code| {
        errors.push(UserError::new(&[&["input"], steps].concat(), message).with_code(code));
    };
    match input.name.trim() {
        "" => say(&["name"], "Name can't be blank", "BLANK"),
        name if name.chars().count() > LONGEST => {
            say(&["name"], "Name is too long (maximum is 255 characters)", "TOO_LONG");
        }
        name if state.price_lists.values().any(|list| list.name == name) => {
            say(&["name"], "Name has already been taken", "TAKEN");
        }
        _ => {}
    }
    if rate(&input.currency).is_none() {
        let message = "The price list currency is not supported by the shop's payment gateway.";
        say(&["currency"], message, "CURRENCY_NOT_SUPPORTED");
    }
    let AdjustmentInput { kind, value } = &input.parent.adjustment;
    let at = ["parent", "adjustment", "value"];
    if *value < Decimal::ZERO {
        say(&at, "The adjustment value must be a positive value", "INVALID_ADJUSTMENT_VALUE");
    } else if kind == "PERCENTAGE_DECREASE" && *value > Decimal::ONE_HUNDRED {
        say(&at, "The adjustment value must not be greater than 100%", "INVALID_ADJUSTMENT_MIN_VALUE");
    } else if *value > HIGHEST {
        say(&at, "The adjustment value must not be greater than 1000%", "INVALID_ADJUSTMENT_MAX_VALUE");
    }
    errors
}

/// The catalog with this id, which may have a price list of this currency.
fn for_catalog(state: &State, id: &str, currency: &str) -> Result<Arc<Catalog>, UserError> {
    let refused = |message: &str, code| Err(UserError::new(&["input", "catalogId"], message).with_code(code));
    match catalog(state, id) {
        None => refused("The specified catalog does not exist.", "CATALOG_DOES_NOT_EXIST"),
        Some(catalog) if matches!(catalog.context, Context::App(_)) => {
            refused("A catalog for an app has no price list.", "GENERIC_ERROR")
        }
        Some(catalog) if catalog.price_list.is_some() => {
            refused("Catalog has a price list already assigned.", "CATALOG_TAKEN")
        }
        Some(catalog) if !sells_in(state, &catalog.context, currency) => {
            let message = "The price list currency must match the market catalog currency.";
            refused(message, "CATALOG_MARKET_AND_PRICE_LIST_CURRENCY_MISMATCH")
        }
        Some(catalog) => Ok(Arc::clone(catalog)),
    }
}
