//! Whether catalogs can have their prices, by what is known of them here and by how their price lists stand in Shopify.

use std::collections::HashMap;

use job_queue::{Context, JobError};
use shopify::documents::catalogs::{self, CatalogStatus, PriceListStand};
use shopify::{Client, Scopes};

use super::ground::Ground;
use super::reason::Reason;
use crate::Error;
use crate::catalogs::staged::catalog::Model;

/// How price lists stand, by their global ids.
pub(super) type Stands = HashMap<String, PriceListStand>;

/// Asks how the price lists of all catalogs stand that can have their prices: one call.
pub(super) async fn stands(
    cx: &Context,
    client: &Client,
    ground: &Ground,
    catalogs: &[Model],
) -> Result<Stands, JobError> {
    let sound = catalogs.iter().filter(|catalog| is_sound(ground, catalog).is_ok());
    let has_publications = sound.clone().any(|catalog| !catalog.publication_id.is_empty());
    let ids: Vec<String> = sound.map(|catalog| catalog.price_list_id.clone()).collect();
    let publications = has_publications && Scopes::parse(&ground.shop.granted_scopes).grant("read_publications");
    let lists = cx.send(catalogs::stand(client, publications, &ids)).await?.map_err(Error::Shopify)?;
    Ok(lists.into_iter().map(|list| (list.id.inner().to_owned(), list)).collect())
}

/// How the price list of a catalog stands; `None` when the catalog does not hold now, and gets no prices.
///
/// # Errors
/// Why it can't have any.
pub(super) fn stand_of<'a>(
    ground: &Ground,
    catalog: &Model,
    stands: &'a Stands,
) -> Result<Option<&'a PriceListStand>, Reason> {
    is_sound(ground, catalog)?;
    let list = stands.get(&catalog.price_list_id).ok_or_else(|| Reason::NotThere(catalog.name.clone()))?;
    let Some(of_list) = list.catalog.as_ref().filter(|one| one.id.inner() == catalog.global_id) else {
        return Err(Reason::NoPriceList(catalog.name.clone()));
    };
    if list.currency.0 != catalog.price_list_currency.as_str() {
        return Err(currency(ground, catalog, &list.currency.0));
    }
    Ok(Some(list).filter(|_| of_list.status == CatalogStatus::Active))
}

/// Whether Shopify can be asked for its prices at all.
fn is_sound(ground: &Ground, catalog: &Model) -> Result<(), Reason> {
    if catalog.deleted_in_shopify {
        return Err(Reason::NotThere(catalog.name.clone()));
    }
    if catalog.price_list_id.is_empty() {
        return Err(Reason::NoPriceList(catalog.name.clone()));
    }
    // A currency that the back office does not know is blank, as the company's own is.
    if catalog.currency_code.is_blank() && catalog.price_list_currency != ground.company_currency {
        return Err(currency(ground, catalog, catalog.price_list_currency.as_str()));
    }
    Ok(())
}

fn currency(ground: &Ground, catalog: &Model, price_list: &str) -> Reason {
    let own = catalog.currency_code.non_blank().unwrap_or(&ground.company_currency);
    Reason::Currency { catalog: catalog.name.clone(), price_list: price_list.to_owned(), own: own.to_string() }
}
