use std::collections::BTreeMap;
use std::sync::Arc;

use rust_decimal::Decimal;
use serde::Deserialize;

use super::super::limits::{LONGEST, too_long};
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

/// `PriceListParentCreateInput` and `PriceListParentUpdateInput`.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct ParentInput {
    adjustment: AdjustmentInput,
    settings: Option<SettingsInput>,
}

impl ParentInput {
    /// By how much prices are others.
    pub(super) fn adjustment(&self) -> Adjustment {
        let AdjustmentInput { kind, value } = &self.adjustment;
        Adjustment { increases: kind == "PERCENTAGE_INCREASE", percent: *value }
    }

    /// Whether prices before are taken away, when it is said.
    pub(super) fn nullifies_compare_at(&self) -> Option<bool> {
        self.settings.as_ref()?.compare_at_mode.as_deref().map(|mode| mode == "NULLIFY")
    }
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
    let broken =
        [broken_name(state, &input.name, None), broken_currency(&input.currency), broken_adjustment(&input.parent)];
    let mut errors: Vec<UserError> = broken.into_iter().flatten().collect();
    let owner = match input.catalog_id.as_deref().map(|id| for_catalog(state, id, &input.currency, None)) {
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
    let id = state.ids.next();
    if let Some(catalog) = &owner {
        state.put_catalog(Catalog { price_list: Some(id), ..Catalog::clone(catalog) });
    }
    Ok(state.put_price_list(PriceList {
        id,
        name: input.name,
        currency: input.currency,
        catalog: owner.map(|catalog| catalog.id),
        adjustment: input.parent.adjustment(),
        nullifies_compare_at: input.parent.nullifies_compare_at().unwrap_or_default(),
        fixed: BTreeMap::new(),
        rules: BTreeMap::new(),
        breaks: Vec::new(),
    }))
}

/// What is wrong with the name of a price list, of which no other than `own` may have it.
pub(super) fn broken_name(state: &State, name: &str, own: Option<u64>) -> Option<UserError> {
    let name = name.trim();
    let taken = |list: &Arc<PriceList>| list.name == name && Some(list.id) != own;
    let (message, code) = match name {
        "" => ("Name can't be blank".to_owned(), "BLANK"),
        _ if name.chars().count() > LONGEST => (too_long("Name", LONGEST), "TOO_LONG"),
        _ if state.price_lists.values().any(taken) => ("Name has already been taken".to_owned(), "TAKEN"),
        _ => return None,
    };
    Some(UserError::new(&["input", "name"], message).with_code(code))
}

/// What is wrong with the currency of a price list.
pub(super) fn broken_currency(currency: &str) -> Option<UserError> {
    let message = "The price list currency is not supported by the shop's payment gateway.";
    let error = || UserError::new(&["input", "currency"], message).with_code("CURRENCY_NOT_SUPPORTED");
    rate(currency).is_none().then(error)
}

/// What is wrong with what a price list makes of the shop's prices.
pub(super) fn broken_adjustment(parent: &ParentInput) -> Option<UserError> {
    let Adjustment { increases, percent } = parent.adjustment();
    let (message, code) = if percent < Decimal::ZERO {
        ("The adjustment value must be a positive value", "INVALID_ADJUSTMENT_VALUE")
    } else if !increases && percent > Decimal::ONE_HUNDRED {
        ("The adjustment value must not be greater than 100%", "INVALID_ADJUSTMENT_MIN_VALUE")
    } else if percent > HIGHEST {
        ("The adjustment value must not be greater than 1000%", "INVALID_ADJUSTMENT_MAX_VALUE")
    } else {
        return None;
    };
    Some(UserError::new(&["input", "parent", "adjustment", "value"], message).with_code(code))
}

/// The catalog with this id, which may have a price list of this currency, and has no other than `own`.
pub(super) fn for_catalog(
    state: &State,
    id: &str,
    currency: &str,
    own: Option<u64>,
) -> Result<Arc<Catalog>, UserError> {
    let refused = |message: &str, code| Err(UserError::new(&["input", "catalogId"], message).with_code(code));
    match catalog(state, id) {
        None => refused("The specified catalog does not exist.", "CATALOG_DOES_NOT_EXIST"),
        Some(catalog) if matches!(catalog.context, Context::App(_)) => {
            refused("A catalog for an app has no price list.", "GENERIC_ERROR")
        }
        Some(catalog) if catalog.price_list.is_some() && catalog.price_list != own => {
            refused("Catalog has a price list already assigned.", "CATALOG_TAKEN")
        }
        Some(catalog) if !sells_in(state, &catalog.context, currency) => {
            let message = "The price list currency must match the market catalog currency.";
            refused(message, "CATALOG_MARKET_AND_PRICE_LIST_CURRENCY_MISMATCH")
        }
        Some(catalog) => Ok(Arc::clone(catalog)),
    }
}
