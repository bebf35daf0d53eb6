//! What is staged of companies, read for many at once.

use std::collections::HashMap;

use back_office::customers;
use database::Tx;
use sea_orm::sea_query::Query;
use sea_orm::{ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

use super::{Whole, company, contact, location};
use crate::Error;

/// As many ids are named in a statement.
const NAMED: usize = 1_000;

/// The companies of a store with these ids in Shopify, whole, by their ids. They are held until the transaction ends: who
/// writes them back takes away nothing that a person said of them meanwhile.
pub(crate) async fn by_ids(tx: &Tx, store: &str, ids: &[i64]) -> Result<Vec<Whole>, Error> {
    let (mut companies, mut locations, mut contacts) = (Vec::new(), Vec::new(), Vec::new());
    for some in ids.chunks(NAMED) {
        let some = || some.iter().copied();
        let of_store = company::Column::Store.eq(store);
        let query = company::Entity::find()
            .filter(of_store)
            .filter(company::Column::ShopifyCompanyId.is_in(some()))
            .order_by_asc(company::Column::ShopifyCompanyId)
            .lock_exclusive();
        companies.extend(query.all(tx).await?);
        let of_store = location::Column::Store.eq(store);
        let query = location::Entity::find()
            .filter(of_store)
            .filter(location::Column::ShopifyCompanyId.is_in(some()))
            .order_by_asc(location::Column::ShopifyLocationId);
        locations.extend(query.all(tx).await?);
        let of_store = contact::Column::Store.eq(store);
        let query = contact::Entity::find()
            .filter(of_store)
            .filter(contact::Column::ShopifyCompanyId.is_in(some()))
            .order_by_asc(contact::Column::ShopifyContactId);
        contacts.extend(query.all(tx).await?);
    }
    let mut of_company: HashMap<i64, (Vec<location::Model>, Vec<contact::Model>)> = HashMap::new();
    for location in locations {
        of_company.entry(location.shopify_company_id).or_default().0.push(location);
    }
    for contact in contacts {
        of_company.entry(contact.shopify_company_id).or_default().1.push(contact);
    }
    let whole = |company: company::Model| {
        let (locations, contacts) = of_company.remove(&company.shopify_company_id).unwrap_or_default();
        Whole { company, locations, contacts }
    };
    Ok(companies.into_iter().map(whole).collect())
}

/// The ids of the store's next companies, behind one, that are no customer, or one that is not there any more.
pub(crate) async fn unmapped(c: &impl ConnectionTrait, store: &str, last: i64, most: usize) -> Result<Vec<i64>, Error> {
    use company::{Column, Entity};
    let numbers = Query::select().column(customers::Column::Number).from(customers::Entity).to_owned();
    let is_none =
        Condition::any().add(Column::CustomerNumber.eq("")).add(Column::CustomerNumber.not_in_subquery(numbers));
    let unmapped = Entity::find()
        .select_only()
        .column(Column::ShopifyCompanyId)
        .filter(Column::Store.eq(store))
        .filter(Column::CreatedAt.is_not_null())
        .filter(Column::DeletedInShopify.eq(false))
        .filter(is_none)
        .filter(Column::ShopifyCompanyId.gt(last))
        .order_by_asc(Column::ShopifyCompanyId)
        .limit(most as u64);
    Ok(unmapped.into_tuple().all(c).await?)
}
