//! The companies that orders name: they are known, and looked up, before the orders are mapped, so that an order of a
//! company whose customer can be found, or made, need not wait.

use std::collections::{BTreeSet, HashMap, HashSet};

use database::Tx;
use job_queue::{Context, JobError};
use shopify::Client;

use super::by_id;
use crate::companies::customers;
use crate::companies::staged::company;
use crate::orders::mapping::Ground;
use crate::shops::options::CompanyImport;
use crate::{Error, links};

/// A company and the location for which it buys, by their ids in Shopify.
pub(crate) type Buyer = (i64, i64);

/// Reads those of these companies that have never been read, or whose location is not known, and finds or makes the
/// customers of those that are none, as the shop card says: a call for a hundred that are read, and none where all are
/// known. Where no companies are imported nothing is done.
pub(crate) async fn meet(
    cx: &Context,
    client: &Client,
    ground: &Ground,
    named: &HashSet<Buyer>,
) -> Result<(), JobError> {
    if named.is_empty() || ground.shop.company_import_from_shopify == CompanyImport::None {
        return Ok(());
    }
    let store = ground.shop.domain.as_str();
    let known = |r| async move {
        let companies = links::companies(&r, store, named.iter().map(|buyer| buyer.0).collect()).await?;
        let locations = links::company_locations(&r, store, named.iter().map(|buyer| buyer.1).collect()).await?;
        Ok::<_, Error>((companies, locations))
    };
    let (companies, locations) = cx.db().read(known).await?;
    let is_new = |(company, location): &&Buyer| {
        companies.get(company).is_none_or(|company| lacks(company, locations.contains_key(location)))
    };
    let new: BTreeSet<i64> = named.iter().filter(is_new).map(|buyer| buyer.0).collect();
    let new: Vec<i64> = new.into_iter().collect();
    by_id::read(cx, client, ground, &new).await?;
    let ids: BTreeSet<i64> = new.into_iter().chain(unmapped(&companies)).collect();
    customers::run(cx, ground, Some(&ids.into_iter().collect::<Vec<_>>())).await?;
    Ok(())
}

/// Finds or makes the customers of those of these companies that were read and are none, as the shop card says. It costs
/// no call.
pub(crate) async fn find_customers(cx: &Context, ground: &Ground, named: HashSet<i64>) -> Result<(), JobError> {
    if named.is_empty() || ground.shop.company_import_from_shopify == CompanyImport::None {
        return Ok(());
    }
    let store = ground.shop.domain.as_str();
    let companies = cx.db().read(|r| async move { links::companies(&r, store, named).await }).await?;
    let ids: BTreeSet<i64> = unmapped(&companies).collect();
    customers::run(cx, ground, Some(&ids.into_iter().collect::<Vec<_>>())).await?;
    Ok(())
}

/// The same for one company, in the caller's transaction.
pub(crate) async fn find_customer_in(tx: &Tx, ground: &Ground, company: i64) -> Result<(), Error> {
    if company != 0 && ground.shop.company_import_from_shopify != CompanyImport::None {
        customers::settle(tx, ground, &[company]).await?;
    }
    Ok(())
}

/// Whether a company, which was named before, is to be read: what is known of it does not tell of its location, or nothing
/// but its name is known and not why.
fn lacks(company: &company::Model, has_location: bool) -> bool {
    let is_unread = !company.is_read() && !company.has_error;
    !company.deleted_in_shopify && (is_unread || (company.is_read() && !has_location))
}

/// Those that were read and are no customer.
fn unmapped(companies: &HashMap<i64, company::Model>) -> impl Iterator<Item = i64> {
    let is_unmapped =
        |one: &&company::Model| one.is_read() && !one.deleted_in_shopify && one.customer_number.is_blank();
    companies.values().filter(is_unmapped).map(|one| one.shopify_company_id)
}
