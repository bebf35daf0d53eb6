//! What was told becomes lines, all of a table in one statement.

use std::collections::HashMap;

use database::{Tx, upsert_many};
use job_queue::Summary;
use sea_orm::{ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder};
use uuid::Uuid;
use values::Code;

use super::fetch::Told;
use super::relate::{relate_locations, relate_markets};
use crate::Error;
use crate::catalogs::options::Which;
use crate::catalogs::staged::catalog::{Column, Entity, Model};
use crate::links;
use crate::orders::mapping::Ground;

/// What makes a line, within its shop.
type Key = (i64, i64);

/// The columns that Shopify's word decides.
const TOLD: [Column; 11] = [
    Column::CatalogType,
    Column::CompanyName,
    Column::Name,
    Column::Status,
    Column::DeletedInShopify,
    Column::GlobalId,
    Column::PriceListId,
    Column::PriceListCurrency,
    Column::PublicationId,
    Column::CurrencyCode,
    Column::PricesReadAt,
];

/// Stages the catalogs of a shop. A line that is told no more is marked, and keeps what people have set on it.
pub(super) async fn stage(tx: &Tx, ground: &Ground, which: Which, told: &[Told]) -> Result<Summary, Error> {
    let lines = Entity::find()
        .filter(Column::ShopCode.eq(ground.shop.code.clone()))
        .filter(Column::CatalogType.is_in(which.types()))
        .order_by_asc(Column::ShopifyCatalogId)
        .order_by_asc(Column::ShopifyCompanyId)
        .all(tx)
        .await?;
    let mut lines: HashMap<Key, Model> = lines.into_iter().map(|line| (key(&line), line)).collect();
    let new = told.iter().filter(|one| !lines.contains_key(&key_of(one)));
    let companies = new.clone().map(|one| one.company.0).collect();
    let companies = links::companies(tx, &ground.shop.domain, companies).await?;

    let mut summary = Summary { fetched: told.len() as u64, ..Summary::default() };
    let (mut changed, mut staged) = (Vec::new(), Vec::new());
    for one in told {
        let before = lines.remove(&key_of(one));
        let of_company = companies.get(&one.company.0).map(|company| company.customer_number.clone());
        let line = before.clone().unwrap_or_else(|| line(ground, one, of_company.unwrap_or_default()));
        let line = as_told(ground, line, one);
        match &before {
            None => summary.created += 1,
            Some(before) if *before == line => summary.unchanged += 1,
            Some(_) => summary.updated += 1,
        }
        staged.push((line.id, one));
        if before.as_ref() != Some(&line) {
            changed.push(line);
        }
    }
    for line in lines.into_values().filter(|line| !line.deleted_in_shopify) {
        summary.updated += 1;
        changed.push(Model { deleted_in_shopify: true, ..line });
    }
    let ids: Vec<Uuid> = changed.iter().map(|line| line.id).collect();
    let rows = changed.into_iter().map(IntoActiveModel::into_active_model).collect();
    let key = [Column::ShopCode, Column::ShopifyCatalogId, Column::ShopifyCompanyId];
    upsert_many(tx, rows, &key, &TOLD).await?;
    let related = [relate_markets(tx, ground, &staged).await?, relate_locations(tx, ground, &staged).await?].concat();
    tx.changed::<Entity>(&[ids, related].concat()).await?;
    Ok(summary)
}

fn key(line: &Model) -> Key {
    (line.shopify_catalog_id, line.shopify_company_id)
}

fn key_of(told: &Told) -> Key {
    (told.shopify_catalog_id, told.company.0)
}

/// A new line: its prices do not come from here until a person says so.
fn line(ground: &Ground, told: &Told, customer_number: Code<20>) -> Model {
    Model {
        id: ground.random.id(ground.now),
        shop_code: ground.shop.code.clone(),
        shopify_catalog_id: told.shopify_catalog_id,
        catalog_type: told.catalog_type,
        shopify_company_id: told.company.0,
        company_name: String::new(),
        name: String::new(),
        status: told.status.clone(),
        deleted_in_shopify: false,
        global_id: String::new(),
        price_list_id: told.price_list_id.clone(),
        price_list_currency: Code::blank(),
        publication_id: told.publication_id.clone(),
        currency_code: Code::blank(),
        sync_prices: false,
        customer_number,
        customer_price_group: Code::blank(),
        customer_discount_group: Code::blank(),
        prices_including_vat: false,
        allow_line_disc: true,
        gen_bus_posting_group: Code::blank(),
        vat_bus_posting_group: Code::blank(),
        customer_posting_group: Code::blank(),
        tax_area_code: Code::blank(),
        tax_liable: false,
        vat_country: Code::blank(),
        prices_read_at: None,
        prices_synced_at: None,
        fixed_prices: 0,
        published_products: 0,
    }
}

/// A line with what Shopify says now; a currency that is not set up is blank. What was read of another price list or
/// publication is worth nothing any more.
fn as_told(ground: &Ground, line: Model, told: &Told) -> Model {
    let is_the_same = line.price_list_id == told.price_list_id && line.publication_id == told.publication_id;
    Model {
        catalog_type: told.catalog_type,
        company_name: told.company.1.clone(),
        name: told.name.clone(),
        status: told.status.clone(),
        deleted_in_shopify: false,
        global_id: told.global_id.clone(),
        price_list_id: told.price_list_id.clone(),
        price_list_currency: told.price_list_currency.clone(),
        publication_id: told.publication_id.clone(),
        currency_code: ground.internal(&told.price_list_currency).unwrap_or_default(),
        prices_read_at: line.prices_read_at.filter(|_| is_the_same),
        ..line
    }
}
