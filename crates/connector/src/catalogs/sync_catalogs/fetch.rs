//! What Shopify says: all catalogs of a store, each with all for whom it is.

use std::collections::BTreeMap;

use job_queue::{Context, JobError};
use shopify::documents::catalogs::{self, CompanyCatalog, LocationOfCatalog, MarketCatalog, PriceListOfCatalog};
use shopify::{Client, Scopes};
use values::Code;

use crate::catalogs::options::{CatalogStatus, CatalogType, Which};
use crate::orders::import;
use crate::{Error, shops};

/// Something with an id in Shopify, and its name.
pub(super) type Named = (i64, String);

/// One line of what is told: a catalog, for companies once for each of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Told {
    pub catalog_type: CatalogType,
    pub shopify_catalog_id: i64,
    pub global_id: String,
    pub name: String,
    pub status: CatalogStatus,
    pub price_list_id: String,
    pub price_list_currency: Code<10>,
    pub publication_id: String,
    /// The company; 0 and no name for a market.
    pub company: Named,
    /// The locations of that company for which it is.
    pub locations: Vec<Named>,
    /// The markets for which it is; `None` when their names may not be read.
    pub markets: Option<Vec<Named>>,
}

/// Reads the catalogs.
pub(super) async fn fetch(
    cx: &Context,
    client: &Client,
    shop: &shops::Model,
    which: Which,
) -> Result<Vec<Told>, JobError> {
    let wanted = catalogs::Wanted { companies: which.companies(), markets: which.markets() };
    let scopes = Scopes::parse(&shop.granted_scopes);
    let all = cx.send(catalogs::all(client, &scopes, wanted)).await?.map_err(Error::Shopify)?;
    let of_companies = all.companies.into_iter().flat_map(of_companies);
    Ok(of_companies.chain(all.markets.into_iter().filter_map(of_markets)).collect())
}

/// A line for each company that has a location in the catalog; nobody buys by one without any.
fn of_companies(catalog: CompanyCatalog) -> Vec<Told> {
    let mut companies: BTreeMap<i64, (String, Vec<Named>)> = BTreeMap::new();
    for LocationOfCatalog { id, name, company } in catalog.company_locations.nodes {
        if let (Some(location), Some(of)) = (number(&id), number(&company.id)) {
            let (_, locations) = companies.entry(of).or_insert_with(|| (company.name, Vec::new()));
            locations.push((location, name));
        }
    }
    let Some(shopify_catalog_id) = number(&catalog.id) else { return Vec::new() };
    let line = |(company, (company_name, locations))| {
        let (price_list_id, price_list_currency) = price_list(catalog.price_list.as_ref());
        Told {
            catalog_type: CatalogType::Company,
            shopify_catalog_id,
            global_id: catalog.id.inner().to_owned(),
            name: catalog.title.clone(),
            status: catalog.status.clone().into(),
            price_list_id,
            price_list_currency,
            publication_id: catalog.publication.as_ref().map(|one| one.id.inner().to_owned()).unwrap_or_default(),
            company: (company, company_name),
            locations,
            markets: Some(Vec::new()),
        }
    };
    companies.into_iter().map(line).collect()
}

fn of_markets(catalog: MarketCatalog) -> Option<Told> {
    let (price_list_id, price_list_currency) = price_list(catalog.price_list.as_ref());
    let markets = catalog.markets.map(|markets| {
        let named = markets.nodes.into_iter().filter_map(|market| Some((number(&market.id)?, market.name)));
        named.collect()
    });
    Some(Told {
        catalog_type: CatalogType::Market,
        shopify_catalog_id: number(&catalog.id)?,
        global_id: catalog.id.into_inner(),
        name: catalog.title,
        status: catalog.status.into(),
        price_list_id,
        price_list_currency,
        publication_id: catalog.publication.map(|publication| publication.id.into_inner()).unwrap_or_default(),
        company: (0, String::new()),
        locations: Vec::new(),
        markets,
    })
}

fn price_list(list: Option<&PriceListOfCatalog>) -> (String, Code<10>) {
    list.map(|list| (list.id.inner().to_owned(), Code::cut(&list.currency.0))).unwrap_or_default()
}

/// The number in a global id; none in what is no id.
fn number(id: &shopify::Id) -> Option<i64> {
    Some(import::number(id)).filter(|number| *number != 0)
}
