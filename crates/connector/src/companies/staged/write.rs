//! Rows of companies, written in as few statements as there are tables.

use std::collections::HashSet;

use database::{Notice, Record, Tx, upsert_many};
use sea_orm::{ActiveModelTrait, ColumnTrait, EntityTrait, IntoActiveModel, Iterable, QueryFilter};
use uuid::Uuid;

use super::{Whole, company, contact, location};
use crate::Error;

/// Writes companies themselves. One that orders have named meanwhile has its row already.
pub(crate) async fn companies(tx: &Tx, rows: &[company::Model]) -> Result<(), Error> {
    use company::{ActiveModel, Column, Entity};
    if rows.is_empty() {
        return Ok(());
    }
    let is_kept = |column: &Column| matches!(column, Column::Id | Column::Store | Column::ShopifyCompanyId);
    let told: Vec<_> = Column::iter().filter(|column| !is_kept(column)).collect();
    let models: Vec<ActiveModel> = rows.iter().map(|row| row.clone().into_active_model().reset_all()).collect();
    upsert_many(tx, models, &[Column::Store, Column::ShopifyCompanyId], &told).await?;
    Ok(tx.changed::<Entity>(&rows.iter().map(|row| row.id).collect::<Vec<_>>()).await?)
}

/// Writes companies with what is new of their locations and contacts, of which those that are told no more are taken away.
/// Which customers buy and pay for a location stays as people have said it.
pub(crate) async fn wholes(tx: &Tx, changed: &[(Option<Whole>, Whole)]) -> Result<(), Error> {
    let rows: Vec<_> = changed.iter().map(|(_, now)| now.company.clone()).collect();
    companies(tx, &rows).await?;
    let mut written = (Vec::new(), Vec::new());
    let mut gone = (Vec::<Uuid>::new(), Vec::<Uuid>::new());
    for (before, now) in changed {
        let (locations, contacts) =
            before.as_ref().map(|before| (&*before.locations, &*before.contacts)).unwrap_or_default();
        written.0.extend(now.locations.iter().filter(|row| !locations.contains(row)).cloned());
        written.1.extend(now.contacts.iter().filter(|row| !contacts.contains(row)).cloned());
        let kept: HashSet<Uuid> = now.locations.iter().map(|row| row.id).collect();
        gone.0.extend(locations.iter().map(|row| row.id).filter(|id| !kept.contains(id)));
        let kept: HashSet<Uuid> = now.contacts.iter().map(|row| row.id).collect();
        gone.1.extend(contacts.iter().map(|row| row.id).filter(|id| !kept.contains(id)));
    }
    locations(tx, written.0, gone.0).await?;
    contacts(tx, written.1, gone.1).await
}

async fn locations(tx: &Tx, rows: Vec<location::Model>, gone: Vec<Uuid>) -> Result<(), Error> {
    use location::{ActiveModel, Column, Entity};
    if rows.is_empty() && gone.is_empty() {
        return Ok(());
    }
    let is_kept = |column: &Column| {
        matches!(
            column,
            Column::Id
                | Column::Store
                | Column::ShopifyLocationId
                | Column::SellToCustomerNumber
                | Column::BillToCustomerNumber
        )
    };
    let told: Vec<_> = Column::iter().filter(|column| !is_kept(column)).collect();
    let models: Vec<ActiveModel> = rows.into_iter().map(|row| row.into_active_model().reset_all()).collect();
    upsert_many(tx, models, &[Column::Store, Column::ShopifyLocationId], &told).await?;
    if !gone.is_empty() {
        Entity::delete_many().filter(Column::Id.is_in(gone)).exec(tx).await?;
    }
    Ok(tx.notify(Notice::new(Entity::NAME, "")).await?)
}

async fn contacts(tx: &Tx, rows: Vec<contact::Model>, gone: Vec<Uuid>) -> Result<(), Error> {
    use contact::{ActiveModel, Column, Entity};
    if rows.is_empty() && gone.is_empty() {
        return Ok(());
    }
    let is_kept = |column: &Column| matches!(column, Column::Id | Column::Store | Column::ShopifyContactId);
    let told: Vec<_> = Column::iter().filter(|column| !is_kept(column)).collect();
    let models: Vec<ActiveModel> = rows.into_iter().map(|row| row.into_active_model().reset_all()).collect();
    upsert_many(tx, models, &[Column::Store, Column::ShopifyContactId], &told).await?;
    if !gone.is_empty() {
        Entity::delete_many().filter(Column::Id.is_in(gone)).exec(tx).await?;
    }
    Ok(tx.notify(Notice::new(Entity::NAME, "")).await?)
}
