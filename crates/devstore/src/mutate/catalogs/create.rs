use std::sync::Arc;

use serde::Deserialize;

use super::super::limits::{LONGEST, too_long};
use super::super::part::number;
use super::super::user_error::UserError;
use super::context::{ContextInput, read};
use crate::store::State;
use crate::store::catalog::{Catalog, Context};

/// `CatalogCreateInput`.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub(crate) struct CatalogInput {
    pub context: ContextInput,
    pub price_list_id: Option<String>,
    pub publication_id: Option<String>,
    pub status: String,
    pub title: String,
}

/// `catalogCreate`: a catalog of company locations or of markets.
pub(crate) fn catalog_create(state: &mut State, input: CatalogInput) -> Result<Arc<Catalog>, Vec<UserError>> {
    check_title(&input.title)?;
    let context = read(state, &input.context, &["input", "context"]).map_err(|error| vec![error])?;
    let price_list = input.price_list_id.as_deref().map(|id| free_price_list(state, id, None, &context)).transpose()?;
    let publication = input.publication_id.as_deref().map(|id| free_publication(state, id, None)).transpose()?;
    check_status(state, &context, &input.status, None)?;
    let id = state.ids.next();
    let title = input.title;
    tie(state, id, price_list, publication);
    Ok(state.put_catalog(Catalog { id, title, status: input.status, context, price_list, publication }))
}

pub(super) fn check_title(title: &str) -> Result<(), Vec<UserError>> {
    let (message, code) = match title {
        title if title.trim().is_empty() => ("Title can't be blank".to_owned(), "BLANK"),
        title if title.chars().count() > LONGEST => (too_long("Title", LONGEST), "TOO_LONG"),
        _ => return Ok(()),
    };
    Err(vec![UserError::new(&["input", "title"], message).with_code(code)])
}

/// The most active catalogs for company locations that a plan below Plus has.
const MOST_FOR_COMPANIES: usize = 3;

pub(super) fn check_status(
    state: &State,
    context: &Context,
    status: &str,
    own: Option<u64>,
) -> Result<(), Vec<UserError>> {
    if matches!(context, Context::Markets(_)) && status != "ACTIVE" {
        let message = "A market catalog must have an active status.";
        return Err(vec![UserError::new(&["input", "status"], message).with_code("MARKET_CATALOG_STATUS")]);
    }
    let counts = |context: &Context, status: &str| {
        matches!(context, Context::CompanyLocations(_)) && status == "ACTIVE" && state.shop.is_below_plus()
    };
    let others = state.catalogs.values().filter(|other| Some(other.id) != own && counts(&other.context, &other.status));
    if counts(context, status) && others.count() >= MOST_FOR_COMPANIES {
        let message = "You've reached the maximum number of B2B catalogs allowed for your plan.";
        return Err(vec![UserError::new(&["input", "status"], message).with_code("B2B_CATALOG_LIMIT_REACHED")]);
    }
    Ok(())
}

/// The price list with this id, which no other catalog has.
pub(super) fn free_price_list(
    state: &State,
    id: &str,
    own: Option<u64>,
    context: &Context,
) -> Result<u64, Vec<UserError>> {
    let refused = |message: &str, code| Err(vec![UserError::new(&["input", "priceListId"], message).with_code(code)]);
    let Some(list) = number(id, "PriceList").and_then(|id| state.price_lists.get(&id)) else {
        return refused("Price list not found.", "PRICE_LIST_NOT_FOUND");
    };
    if list.catalog.is_some() && list.catalog != own {
        return refused("Price list has already been taken", "TAKEN");
    }
    if !sells_in(state, context, &list.currency) {
        let message = "The catalog's market and price list currencies do not match.";
        return refused(message, "MARKET_AND_PRICE_LIST_CURRENCY_MISMATCH");
    }
    Ok(list.id)
}

/// Whether a price list of this currency can be for them: markets have a currency of their own.
pub(super) fn sells_in(state: &State, context: &Context, currency: &str) -> bool {
    let Context::Markets(markets) = context else { return true };
    markets.iter().filter_map(|id| state.markets.get(id)).all(|market| market.currency == currency)
}

/// The publication with this id, which no other catalog has.
pub(super) fn free_publication(state: &State, id: &str, own: Option<u64>) -> Result<u64, Vec<UserError>> {
    let refused = |message: &str, code| Err(vec![UserError::new(&["input", "publicationId"], message).with_code(code)]);
    let Some(publication) = number(id, "Publication").and_then(|id| state.publications.get(&id)) else {
        return refused("Publication not found.", "PUBLICATION_NOT_FOUND");
    };
    if publication.catalog.is_some() && publication.catalog != own {
        return refused("Publication is already attached to another catalog", "TAKEN");
    }
    Ok(publication.id)
}

/// Tells a price list and a publication which catalog has them.
pub(super) fn tie(state: &mut State, catalog: u64, price_list: Option<u64>, publication: Option<u64>) {
    for list in state.price_lists.values_mut() {
        let tied = (Some(list.id) == price_list).then_some(catalog);
        if list.catalog != tied && (tied.is_some() || list.catalog == Some(catalog)) {
            Arc::make_mut(list).catalog = tied;
        }
    }
    for known in state.publications.values_mut() {
        let tied = (Some(known.id) == publication).then_some(catalog);
        if known.catalog != tied && (tied.is_some() || known.catalog == Some(catalog)) {
            Arc::make_mut(known).catalog = tied;
        }
    }
}

/// The catalog with this id, of whatever type.
pub(super) fn catalog<'s>(state: &'s State, id: &str) -> Option<&'s Arc<Catalog>> {
    let catalog = ["CompanyLocationCatalog", "MarketCatalog", "AppCatalog"].into_iter().find_map(|kind| {
        let number = number(id, kind)?;
        state.catalogs.get(&number).filter(|catalog| catalog.context.type_name() == kind)
    });
    catalog.or_else(|| state.catalogs.get(&number(id, "Catalog")?))
}
