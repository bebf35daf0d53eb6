//! Who speaks for companies: people, of whom requests may be.

use database::{Notice, Tx, search};
use sea_orm::sea_query::{Expr, Query};
use sea_orm::{ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

use super::entity::{Kind, Model};
use crate::Error;
use crate::companies::staged::{company, contact};
use crate::orders::staged::order;

/// The companies of the store for which the person speaks; of a store that goes, all of them.
fn whose(request: &Model) -> Condition {
    use company::Column;
    let of_store = Condition::all().add(Column::Store.eq(request.store.as_str()));
    if request.kind == Kind::RedactShop {
        return of_store;
    }
    let contacts = Query::select()
        .column(contact::Column::ShopifyCompanyId)
        .from(contact::Entity)
        .cond_where(people(request))
        .to_owned();
    let is_main = Column::MainContactCustomerId.eq(request.shopify_customer_id);
    of_store.add(Condition::any().add(is_main).add(Column::ShopifyCompanyId.in_subquery(contacts)))
}

/// The contacts who the person is; of a store that goes, all of them.
fn people(request: &Model) -> Condition {
    let of_store = Condition::all().add(contact::Column::Store.eq(request.store.as_str()));
    match request.kind {
        Kind::RedactShop => of_store,
        _ => of_store.add(contact::Column::ShopifyCustomerId.eq(request.shopify_customer_id)),
    }
}

/// The names of the companies for which the person speaks.
pub(super) async fn held(c: &impl ConnectionTrait, request: &Model) -> Result<Vec<String>, Error> {
    if request.kind != Kind::RedactShop && request.shopify_customer_id == 0 {
        return Ok(Vec::new());
    }
    let names = company::Entity::find().select_only().column(company::Column::Name).filter(whose(request));
    Ok(names.order_by_asc(company::Column::ShopifyCompanyId).into_tuple().all(c).await?)
}

/// Takes the person out of the companies, and out of the orders that others placed for them: both stay.
pub(super) async fn clear(tx: &Tx, request: &Model) -> Result<(), Error> {
    use company::Column;
    if request.kind != Kind::RedactShop && request.shopify_customer_id == 0 {
        return Ok(());
    }
    contact::Entity::delete_many().filter(people(request)).exec(tx).await?;
    let mut update = company::Entity::update_many().filter(Column::Store.eq(request.store.as_str()));
    if request.kind != Kind::RedactShop {
        update = update.filter(Column::MainContactCustomerId.eq(request.shopify_customer_id));
    }
    let personal = [
        Column::MainContactFirstName,
        Column::MainContactLastName,
        Column::MainContactEmail,
        Column::MainContactPhoneNumber,
    ];
    for column in personal {
        update = update.col_expr(column, Expr::value(""));
    }
    update.exec(tx).await?;
    clear_orders(tx, request).await?;
    for topic in ["shopifyCompanies", "shopifyCompanyContacts"] {
        tx.notify(Notice::new(topic, "")).await?;
    }
    Ok(())
}

/// The person stands in each order of a company as its main contact, whoever placed it. No booked document needs that.
async fn clear_orders(tx: &Tx, request: &Model) -> Result<(), Error> {
    use order::{Column, Entity};
    if request.kind == Kind::RedactShop {
        return Ok(());
    }
    let of_company = Condition::all()
        .add(Column::Store.eq(request.store.as_str()))
        .add(Column::CompanyMainContactCustomerId.eq(request.shopify_customer_id));
    Entity::update_many()
        .col_expr(Column::CompanyMainContactEmail, Expr::value(""))
        .col_expr(Column::CompanyMainContactPhoneNumber, Expr::value(""))
        .filter(of_company.clone())
        .exec(tx)
        .await?;
    let changed = Entity::find().filter(of_company).all(tx).await?;
    search::keep::<Entity>(tx, &changed).await?;
    Ok(())
}
