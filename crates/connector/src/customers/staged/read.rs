use std::collections::HashMap;

use sea_orm::{ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use values::Code;

use super::{Whole, address, customer};
use crate::Error;

/// How many ids are named in one statement.
const NAMED: usize = 1_000;

/// The staged customers of a store with these ids in Shopify, each with its addresses.
pub(crate) async fn by_ids(c: &impl ConnectionTrait, store: &str, ids: &[i64]) -> Result<Vec<Whole>, Error> {
    let mut customers = Vec::new();
    for some in ids.chunks(NAMED) {
        let found = customer::Entity::find()
            .filter(customer::Column::Store.eq(store))
            .filter(customer::Column::ShopifyCustomerId.is_in(some.iter().copied()))
            .order_by_asc(customer::Column::ShopifyCustomerId)
            .all(c)
            .await?;
        customers.extend(found);
    }
    with_addresses(c, store, customers).await
}

/// The staged customers of a store that are these customers here.
pub(crate) async fn by_numbers(
    c: &impl ConnectionTrait,
    store: &str,
    numbers: &[Code<20>],
) -> Result<Vec<Whole>, Error> {
    let mut customers = Vec::new();
    for some in numbers.chunks(NAMED) {
        let found = customer::Entity::find()
            .filter(customer::Column::Store.eq(store))
            .filter(customer::Column::CustomerNumber.is_in(some.iter().cloned()))
            .order_by_asc(customer::Column::ShopifyCustomerId)
            .all(c)
            .await?;
        customers.extend(found);
    }
    with_addresses(c, store, customers).await
}

/// The next customers of a store that are to be mapped, whose customers do not know yet what they say, or against whom
/// something stands: an order may have mended that meanwhile.
pub(crate) async fn to_apply(
    c: &impl ConnectionTrait,
    store: &str,
    after: i64,
    many: u64,
) -> Result<Vec<Whole>, Error> {
    use customer::Column;
    let is_due = Condition::any()
        .add(Column::CustomerNumber.eq(""))
        .add(Column::UpdateDue.eq(true))
        .add(Column::HasError.eq(true));
    let found = customer::Entity::find()
        .filter(Column::Store.eq(store))
        .filter(Column::ContentHash.ne(""))
        .filter(is_due)
        .filter(Column::ShopifyCustomerId.gt(after))
        .order_by_asc(Column::ShopifyCustomerId)
        .limit(many)
        .all(c)
        .await?;
    with_addresses(c, store, found).await
}

/// The next customers of a store that are customers here.
pub(crate) async fn linked(c: &impl ConnectionTrait, store: &str, after: i64, many: u64) -> Result<Vec<Whole>, Error> {
    use customer::Column;
    let found = customer::Entity::find()
        .filter(Column::Store.eq(store))
        .filter(Column::CustomerNumber.ne(""))
        .filter(Column::ShopifyCustomerId.gt(after))
        .order_by_asc(Column::ShopifyCustomerId)
        .limit(many)
        .all(c)
        .await?;
    with_addresses(c, store, found).await
}

/// The ids in Shopify of the store's customers that could not be read when they were told last.
pub(crate) async fn unread(c: &impl ConnectionTrait, store: &str) -> Result<Vec<i64>, Error> {
    use customer::Column;
    ids_of(c, store, Condition::all().add(Column::ContentHash.eq("")).add(Column::HasError.eq(true))).await
}

/// The ids in Shopify of the store's customers of which no more is known than what orders tell, or less.
pub(crate) async fn never_read(c: &impl ConnectionTrait, store: &str) -> Result<Vec<i64>, Error> {
    ids_of(c, store, Condition::all().add(customer::Column::ContentHash.eq(""))).await
}

/// The ids in Shopify of all customers of the store that are staged, and there.
pub(crate) async fn ids(c: &impl ConnectionTrait, store: &str) -> Result<Vec<i64>, Error> {
    ids_of(c, store, Condition::all()).await
}

async fn ids_of(c: &impl ConnectionTrait, store: &str, which: Condition) -> Result<Vec<i64>, Error> {
    use customer::Column;
    let ids = customer::Entity::find()
        .select_only()
        .column(Column::ShopifyCustomerId)
        .filter(Column::Store.eq(store))
        .filter(Column::Gone.eq(false))
        .filter(which)
        .order_by_asc(Column::ShopifyCustomerId);
    Ok(ids.into_tuple().all(c).await?)
}

async fn with_addresses(
    c: &impl ConnectionTrait,
    store: &str,
    customers: Vec<customer::Model>,
) -> Result<Vec<Whole>, Error> {
    use address::{Column, Entity};
    let mut addresses: HashMap<i64, Vec<address::Model>> = HashMap::new();
    for some in customers.chunks(NAMED) {
        let found = Entity::find()
            .filter(Column::Store.eq(store))
            .filter(Column::ShopifyCustomerId.is_in(some.iter().map(|customer| customer.shopify_customer_id)))
            .order_by_asc(Column::Position)
            .order_by_asc(Column::ShopifyAddressId)
            .all(c)
            .await?;
        for address in found {
            addresses.entry(address.shopify_customer_id).or_default().push(address);
        }
    }
    let whole = |customer: customer::Model| Whole {
        addresses: addresses.remove(&customer.shopify_customer_id).unwrap_or_default(),
        customer,
    };
    Ok(customers.into_iter().map(whole).collect())
}
