//! A company and its customer know each other.

use std::collections::HashMap;

use database::{Tx, blank, upsert_many};
use sea_orm::{ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter};
use values::Code;

use crate::companies::solve::solve;
use crate::companies::staged::{self, Whole, company};
use crate::links::{self, customer};
use crate::orders::import::SeenCustomer;
use crate::orders::mapping::Ground;
use crate::{Error, catalogs};

/// A company, and the customer that it is.
pub(super) type Linked = (Whole, Code<20>);

/// Writes down which customers companies are, and that their main contacts buy for the same. What stood against them is
/// forgotten, and their catalogs take their customers. Customers that were just made know what is said of their companies.
pub(super) async fn link(tx: &Tx, ground: &Ground, linked: &[Linked], is_made: bool) -> Result<(), Error> {
    if linked.is_empty() {
        return Ok(());
    }
    let rows = linked.iter().map(|(whole, number)| company::Model {
        customer_number: number.clone(),
        customer_due: !is_made,
        has_error: false,
        error_message: String::new(),
        ..whole.company.clone()
    });
    staged::companies(tx, &rows.collect::<Vec<_>>()).await?;
    let ids: Vec<i64> = linked.iter().map(|(whole, _)| whole.company.shopify_company_id).collect();
    solve(tx, &ground.shop.domain, &ids).await?;
    let of_catalogs = linked.iter().map(|(whole, number)| {
        (whole.company.shopify_company_id, whole.company.customer_number.clone(), number.clone())
    });
    catalogs::follow(tx, &ground.shop.domain, &of_catalogs.collect::<Vec<_>>()).await?;
    contacts(tx, ground, linked).await
}

/// The main contacts are customers of Shopify: those that are no customer here yet are that of their company.
async fn contacts(tx: &Tx, ground: &Ground, linked: &[Linked]) -> Result<(), Error> {
    use customer::{ActiveModel, Column, Entity};
    let store = ground.shop.domain.as_str();
    let has_one = |(whole, _): &&Linked| whole.company.main_contact_customer_id != 0;
    let seen = linked.iter().filter(has_one).map(|(whole, _)| seen(&whole.company));
    links::see_customers(tx, &ground.random, ground.now, store, seen.collect()).await?;
    let ids = linked.iter().filter(has_one).map(|(whole, _)| whole.company.main_contact_customer_id);
    let known = Entity::find().filter(Column::Store.eq(store)).filter(Column::ShopifyCustomerId.is_in(ids));
    let known = known.filter(blank(Column::CustomerNumber)).all(tx).await?;
    let mut known: HashMap<i64, customer::Model> =
        known.into_iter().map(|person| (person.shopify_customer_id, person)).collect();
    let bought = linked.iter().filter_map(|(whole, number)| {
        let person = known.remove(&whole.company.main_contact_customer_id)?;
        Some(customer::Model { customer_number: number.clone(), ..person })
    });
    let rows = bought.map(IntoActiveModel::into_active_model).collect();
    upsert_many::<ActiveModel>(tx, rows, &[Column::Id], &[Column::CustomerNumber]).await?;
    Ok(())
}

fn seen(company: &company::Model) -> SeenCustomer {
    SeenCustomer {
        shopify_customer_id: company.main_contact_customer_id,
        first_name: company.main_contact_first_name.clone(),
        last_name: company.main_contact_last_name.clone(),
        email: company.main_contact_email.clone(),
        phone_number: company.main_contact_phone_number.clone(),
    }
}
