//! What a person says which customer a company is.

use access::{Action, Area, Principal};
use back_office::customers;
use database::Tx;
use sea_orm::{EntityTrait, QuerySelect};
use uuid::Uuid;
use values::Code;

use super::solve::solve;
use super::staged::{self, company};
use crate::{Connector, Error, catalogs};

/// Says which customer a company is; a blank one takes that back. Its orders that wait are taken up by the next run that
/// makes documents.
///
/// # Errors
/// A missing permission; an unknown company or customer.
pub async fn map_company(connector: &Connector, by: &Principal, id: Uuid, customer: &Code<20>) -> Result<(), Error> {
    connector.db().write(|tx| async move { map_company_in(&tx, by, id, customer).await }).await
}

/// The same in the caller's transaction.
///
/// # Errors
/// As [`map_company`].
pub async fn map_company_in(tx: &Tx, by: &Principal, id: Uuid, customer: &Code<20>) -> Result<(), Error> {
    by.require(Area::Synchronization, Action::Run)?;
    let found = company::Entity::find_by_id(id).lock_exclusive().one(tx).await?;
    let company = found.ok_or_else(|| Error::Chosen(format!("there is no Shopify company with the id {id}")))?;
    if !customer.is_blank() && customers::by_numbers(tx, std::slice::from_ref(customer)).await?.is_empty() {
        let reason = format!("there is no customer {customer}: create it, or choose another");
        return Err(Error::Given { name: "customerNumber", reason });
    }
    let linked = (company.shopify_company_id, company.customer_number.clone(), customer.clone());
    catalogs::follow(tx, &company.store, &[linked]).await?;
    // What stands against a company that was not read stands against it still.
    let is_settled = company.is_read() && !customer.is_blank();
    let row = company::Model {
        customer_number: customer.clone(),
        customer_due: company.customer_due && !customer.is_blank(),
        has_error: company.has_error && !is_settled,
        error_message: if is_settled { String::new() } else { company.error_message.clone() },
        ..company
    };
    staged::companies(tx, std::slice::from_ref(&row)).await?;
    if is_settled {
        solve(tx, &row.store, &[row.shopify_company_id]).await?;
    }
    Ok(())
}
