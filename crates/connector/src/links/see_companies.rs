//! Remembering the companies that orders name, and their locations: a row for each, linked or not.

use std::collections::{BTreeMap, HashMap, HashSet};

use chrono::{DateTime, Utc};
use database::{Tx, upsert_many};
use runtime::Random;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter};

use super::{company, company_location};
use crate::Error;
use crate::orders::import::SeenCompany;

/// The companies of a store with these ids in Shopify.
pub async fn companies(
    connection: &impl ConnectionTrait,
    store: &str,
    ids: HashSet<i64>,
) -> Result<HashMap<i64, company::Model>, Error> {
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    let found = company::Entity::find()
        .filter(company::Column::Store.eq(store))
        .filter(company::Column::ShopifyCompanyId.is_in(ids))
        .all(connection)
        .await?;
    Ok(found.into_iter().map(|link| (link.shopify_company_id, link)).collect())
}

/// The locations of companies with these ids in Shopify.
pub async fn company_locations(
    connection: &impl ConnectionTrait,
    store: &str,
    ids: HashSet<i64>,
) -> Result<HashMap<i64, company_location::Model>, Error> {
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    let found = company_location::Entity::find()
        .filter(company_location::Column::Store.eq(store))
        .filter(company_location::Column::ShopifyLocationId.is_in(ids))
        .all(connection)
        .await?;
    Ok(found.into_iter().map(|link| (link.shopify_location_id, link)).collect())
}

/// Writes down companies and locations that are new, and the names of those of which nothing else is known. Whom they are
/// linked to stays.
///
/// A company that was read keeps the name that it was read with: a new one is told to its customer when the company is read
/// again, and would not be new then. Rows are written in the order of their ids, as others lock them.
pub async fn see_companies(
    tx: &Tx,
    random: &Random,
    now: DateTime<Utc>,
    store: &str,
    seen: Vec<SeenCompany>,
) -> Result<(), Error> {
    let known = companies(tx, store, seen.iter().map(|one| one.shopify_company_id).collect()).await?;
    let is_read = |id: i64| known.get(&id).is_some_and(company::Model::is_read);
    let named: BTreeMap<i64, &SeenCompany> = seen.iter().map(|one| (one.shopify_company_id, one)).collect();
    let company = |one: &SeenCompany| company::Model::named(random.id(now), store, one.shopify_company_id, &one.name);
    let unread = named.into_values().filter(|one| !is_read(one.shopify_company_id));
    let rows = unread.map(|one| company(one).into_active_model()).collect();
    let key = [company::Column::Store, company::Column::ShopifyCompanyId];
    upsert_many(tx, rows, &key, &[company::Column::Name]).await?;

    let locations: BTreeMap<i64, &SeenCompany> = seen.iter().map(|one| (one.shopify_location_id, one)).collect();
    let location = |one: &SeenCompany| company_location::Model {
        id: random.id(now),
        store: store.to_owned(),
        shopify_location_id: one.shopify_location_id,
        shopify_company_id: one.shopify_company_id,
        name: one.location_name.clone(),
        ..company_location::Model::default()
    };
    let (of_read, of_named): (Vec<_>, Vec<_>) =
        locations.into_values().map(location).partition(|row| is_read(row.shopify_company_id));
    let key = [company_location::Column::Store, company_location::Column::ShopifyLocationId];
    let (nothing, name): (&[company_location::Column], &[company_location::Column]) =
        (&[], &[company_location::Column::Name]);
    for (rows, told) in [(of_read, nothing), (of_named, name)] {
        let rows = rows.into_iter().map(IntoActiveModel::into_active_model).collect();
        upsert_many(tx, rows, &key, told).await?;
    }
    Ok(())
}
