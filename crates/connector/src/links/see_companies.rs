//! Remembering the companies that orders name, and their locations: a row for each, linked or not.

use std::collections::{HashMap, HashSet};

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

/// Writes down companies and locations that are new, and the names of those that are known. Whom they are linked to stays.
pub async fn see_companies(
    tx: &Tx,
    random: &Random,
    now: DateTime<Utc>,
    store: &str,
    seen: Vec<SeenCompany>,
) -> Result<(), Error> {
    let companies: HashMap<i64, &SeenCompany> = seen.iter().map(|one| (one.shopify_company_id, one)).collect();
    let company = |one: &SeenCompany| company::Model::named(random.id(now), store, one.shopify_company_id, &one.name);
    let rows = companies.into_values().map(|one| company(one).into_active_model()).collect();
    let key = [company::Column::Store, company::Column::ShopifyCompanyId];
    upsert_many(tx, rows, &key, &[company::Column::Name]).await?;

    let locations: HashMap<i64, &SeenCompany> = seen.iter().map(|one| (one.shopify_location_id, one)).collect();
    let location = |one: &SeenCompany| company_location::Model {
        id: random.id(now),
        store: store.to_owned(),
        shopify_location_id: one.shopify_location_id,
        shopify_company_id: one.shopify_company_id,
        name: one.location_name.clone(),
        ..company_location::Model::default()
    };
    let rows = locations.into_values().map(|one| location(one).into_active_model()).collect();
    let key = [company_location::Column::Store, company_location::Column::ShopifyLocationId];
    upsert_many(tx, rows, &key, &[company_location::Column::Name]).await?;
    Ok(())
}
