//! Companies of which something new is told: their customers take it over.

use std::collections::{HashMap, HashSet};

use back_office::customers::{self, Change};
use database::Tx;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use values::Code;

use super::value;
use crate::Error;
use crate::companies::solve::solve;
use crate::companies::staged::{self, company};
use crate::orders::mapping::Ground;
use crate::shops::options::CompanyMapping;

/// The ids of the store's next companies, behind one, whose customers do not know yet what was told.
pub(super) async fn due(c: &impl ConnectionTrait, store: &str, last: i64, most: usize) -> Result<Vec<i64>, Error> {
    use company::{Column, Entity};
    let due = Entity::find()
        .select_only()
        .column(Column::ShopifyCompanyId)
        .filter(Column::Store.eq(store))
        .filter(Column::CustomerDue.eq(true))
        .filter(Column::CreatedAt.is_not_null())
        .filter(Column::CustomerNumber.ne(""))
        .filter(Column::ShopifyCompanyId.gt(last))
        .order_by_asc(Column::ShopifyCompanyId)
        .limit(most as u64);
    Ok(due.into_tuple().all(c).await?)
}

/// Changes the customers of these companies as these say; those that say so already are left alone. Returns how many were
/// changed.
///
/// # Errors
/// What stands against one of them; then nothing is done.
pub(super) async fn update(tx: &Tx, ground: &Ground, ids: &[i64]) -> Result<u64, Error> {
    let companies = staged::by_ids(tx, &ground.shop.domain, ids).await?;
    let companies: Vec<_> =
        companies.into_iter().filter(|one| one.company.customer_due && one.company.is_read()).collect();
    let numbers: Vec<Code<20>> = companies.iter().map(|one| one.company.customer_number.clone()).collect();
    let known = customers::lock(tx, &numbers).await?;
    let known: HashMap<Code<20>, customers::Model> =
        known.into_iter().map(|customer| (customer.number.clone(), customer)).collect();
    let (mut changes, mut rows, mut taken) = (Vec::new(), Vec::new(), HashSet::new());
    for company in &companies {
        // One that is gone is looked up anew by the next run.
        let Some(customer) = known.get(&company.company.customer_number) else { continue };
        // Of several companies that are one customer the first is taken at its word; the others do not wait to undo that.
        if !stands_for_many(ground, &customer.number) && taken.insert(&customer.number) {
            let change = value::change(ground, company, customer)?;
            if change != Change::default() {
                changes.push((customer.clone(), change));
            }
        }
        rows.push(company::Model {
            customer_due: false,
            has_error: false,
            error_message: String::new(),
            ..company.company.clone()
        });
    }
    let changed = changes.len() as u64;
    if changed > 0 {
        customers::change_many(tx, changes, ground.now).await?;
    }
    staged::companies(tx, &rows).await?;
    let ids: Vec<i64> = rows.iter().map(|row| row.shopify_company_id).collect();
    solve(tx, &ground.shop.domain, &ids).await?;
    Ok(changed)
}

/// Whether the customer is that of every company: none of them says what it is called and where it is.
fn stands_for_many(ground: &Ground, number: &Code<20>) -> bool {
    let shop = &ground.shop;
    shop.company_mapping_type == CompanyMapping::DefaultCompany && shop.default_company_number == *number
}
