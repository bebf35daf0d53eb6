//! The countries to which a store sends goods: read when a shop is enabled, and when a person asks for it. What people have
//! said of a country stays, also when the store does not send there any more.

use std::collections::HashSet;

use access::{Action, Area, Principal};
use chrono::{DateTime, Utc};
use database::{Notice, Record, Tx, upsert_many};
use runtime::Random;
use sea_orm::{ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter, QuerySelect};
use shopify::Client;
use shopify::documents::customers::ships_to;
use shopify_schema::provinces;
use values::Code;

use crate::mappings::tax_area;
use crate::shops::lists::Refreshed;
use crate::{Connector, Error, shops};

/// Reads the countries to which a shop's store sends goods: one call. Their provinces are known here.
///
/// # Errors
/// [`Error::NoShop`], and why the store does not answer.
pub async fn refresh(connector: &Connector, by: &Principal, shop: &str) -> Result<Refreshed, Error> {
    by.require(Area::Synchronization, Action::Run)?;
    let shop = connector.db().read(|r| async move { shops::find(&r, shop).await }).await?;
    refresh_for(connector, &shop).await
}

/// The same for a shop that is known.
pub(crate) async fn refresh_for(connector: &Connector, shop: &shops::Model) -> Result<Refreshed, Error> {
    let said = &read(&connector.client(shop).await?.urgent()).await?;
    connector.db().write(|tx| async move { keep(&tx, connector, &shop.code, said).await }).await
}

/// The countries that the store says, each once.
pub(super) async fn read(client: &Client) -> Result<Vec<Code<20>>, Error> {
    let said: HashSet<Code<20>> = ships_to(client).await?.iter().map(|country| Code::cut(&country.0)).collect();
    let mut said: Vec<Code<20>> = said.into_iter().filter(|country| !country.is_blank()).collect();
    said.sort_unstable();
    Ok(said)
}

/// Keeps countries, and the provinces of them, that are not known yet.
pub(super) async fn keep(
    tx: &Tx,
    connector: &Connector,
    shop: &Code<20>,
    said: &[Code<20>],
) -> Result<Refreshed, Error> {
    use super::entity::{Column, Entity};
    let (random, now) = (connector.random(), connector.clock().now());
    Entity::delete_many()
        .filter(Column::ShopCode.eq(shop.clone()))
        .filter(Column::CountryRegionCode.is_in(["", "*"]))
        .exec(tx)
        .await?;
    let known = Entity::find().select_only().column(Column::CountryRegionCode);
    let known: HashSet<Code<20>> =
        known.filter(Column::ShopCode.eq(shop.clone())).into_tuple().all(tx).await?.into_iter().collect();
    let new: Vec<&Code<20>> = said.iter().filter(|country| !known.contains(*country)).collect();
    insert(tx, random, now, shop, new.iter().copied()).await?;
    keep_provinces(tx, random, now, said).await?;
    Ok(Refreshed { found: said.len() as u64, new: new.len() as u64, changed: 0 })
}

/// Inserts countries of which nothing is said; those that are there already stay.
pub(crate) async fn insert(
    tx: &Tx,
    random: &Random,
    now: DateTime<Utc>,
    shop: &Code<20>,
    countries: impl Iterator<Item = &Code<20>>,
) -> Result<(), Error> {
    use super::entity::{Column, Entity, Model};
    let row = |country: &Code<20>| Model::blank(random.id(now), shop.clone(), country.clone()).into_active_model();
    let rows: Vec<_> = countries.map(row).collect();
    if rows.is_empty() {
        return Ok(());
    }
    if upsert_many(tx, rows, &[Column::ShopCode, Column::CountryRegionCode], &[]).await? > 0 {
        tx.notify(Notice::new(Entity::NAME, "")).await?;
    }
    Ok(())
}

async fn keep_provinces(tx: &Tx, random: &Random, now: DateTime<Utc>, countries: &[Code<20>]) -> Result<(), Error> {
    use tax_area::{Column, Entity, Model};
    let known = Entity::find().all(tx).await?;
    let names: HashSet<(&str, &str)> =
        known.iter().map(|area| (area.country_region_code.as_str(), area.county.as_str())).collect();
    let codes: HashSet<(&str, &str)> =
        known.iter().map(|area| (area.country_region_code.as_str(), area.county_code.as_str())).collect();
    let countries: HashSet<&str> = countries.iter().map(Code::as_str).collect();
    let is_new = |one: &provinces::Province| {
        countries.contains(one.country)
            && !names.contains(&(one.country, one.name))
            && !codes.contains(&(one.country, one.code))
    };
    let row = |one: provinces::Province| Model {
        id: random.id(now),
        country_region_code: Code::cut(one.country),
        county: one.name.to_owned(),
        county_code: Code::cut(one.code),
        tax_area_code: Code::blank(),
        tax_liable: false,
        vat_bus_posting_group: Code::blank(),
    };
    let rows: Vec<_> = provinces::all().filter(is_new).map(row).map(IntoActiveModel::into_active_model).collect();
    if !rows.is_empty() {
        upsert_many(tx, rows, &[Column::CountryRegionCode, Column::County], &[]).await?;
        tx.notify(Notice::new(Entity::NAME, "")).await?;
    }
    Ok(())
}
