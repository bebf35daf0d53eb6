use access::Principal;
use database::{Notice, Tx, search};
use sea_orm::sea_query::{Expr, Query};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use uuid::Uuid;
use values::Code;

use super::entity::{Kind, Model};
use super::held::{Held, HeldOrder, names};
use super::{companies, logged};
use crate::customers::staged::address;
use crate::orders::staged::{attribute, line_attribute, order, transaction};
use crate::orders::to_import;
use crate::{Connector, Error, links, shops, skipped};

/// How many orders are changed in one statement.
pub(super) const CHUNK: usize = 250;
/// What stands in the place of a reason that may name the buyer.
const REMOVED: &str = "The personal data of this order was removed, as its buyer may demand.";

/// Takes the personal data out of everything that no booked document needs, and says what was done.
pub(super) async fn redact(connector: &Connector, by: &Principal, tx: &Tx, request: &Model) -> Result<String, Error> {
    let held = Held::find(tx, request).await?;
    let (booked, free) = held.booked_and_free();
    for chunk in free.chunks(CHUNK) {
        clear_orders(tx, &request.store, chunk).await?;
    }
    let waiting: Vec<Uuid> = held.waiting.iter().map(|(id, _)| *id).collect();
    for chunk in waiting.chunks(CHUNK) {
        let gone = to_import::Column::Id.is_in(chunk.iter().copied());
        to_import::Entity::delete_many().filter(gone).exec(tx).await?;
    }
    let customers: Vec<Uuid> = held.customers.iter().map(|(id, ..)| *id).collect();
    for chunk in customers.chunks(CHUNK) {
        clear_customers(tx, request, chunk).await?;
    }
    companies::clear(tx, request).await?;
    logged::redact(connector, by, tx, &held).await?;
    for topic in ["shopifyOrders", "shopifyOrdersToImport", "shopifyCustomers", "skippedRecords"] {
        tx.notify(Notice::new(topic, "")).await?;
    }
    Ok(told(&held, &booked, &free))
}

fn told(held: &Held, booked: &[&HeldOrder], free: &[&HeldOrder]) -> String {
    let mut told = Vec::new();
    if !free.is_empty() {
        told.push(format!("Removed from the Shopify orders {}.", names(free, |order| order.name.clone())));
    }
    if !held.waiting.is_empty() {
        told.push(format!("Removed the orders to import {}.", names(&held.waiting, |(_, name)| name.clone())));
    }
    if !held.customers.is_empty() {
        told.push(format!("Removed from the Shopify customers {}.", names(&held.customers, |(_, id, _)| id.clone())));
    }
    if !held.companies.is_empty() {
        told.push(format!(
            "Removed from the contacts of the Shopify companies {}.",
            names(&held.companies, String::clone)
        ));
    }
    if !booked.is_empty() {
        let name = |order: &&HeldOrder| format!("{} (sales document {})", order.name, order.document);
        let reason = "sales documents were made of them, which the accounts must keep";
        told.push(format!("What stays: the Shopify orders {}, because {reason}.", names(booked, name)));
    }
    let linked: Vec<&Code<20>> = held.customers.iter().filter_map(|(_, _, number)| number.non_blank()).collect();
    if !linked.is_empty() {
        let numbers = names(&linked, |number| number.to_string());
        told.push(format!("The customers {numbers} of the back office stay as well: block or change them there."));
    }
    if told.is_empty() { "There was nothing to remove.".to_owned() } else { told.join(" ") }
}

async fn clear_orders(tx: &Tx, store: &str, orders: &[&HeldOrder]) -> Result<(), Error> {
    let ids: Vec<Uuid> = orders.iter().map(|order| order.id).collect();
    let these = || order::Column::Id.is_in(ids.iter().copied());
    let mut update =
        order::Entity::update_many().filter(these()).col_expr(order::Column::CustomerId, Expr::value(0_i64));
    for column in PERSONAL {
        update = update.col_expr(*column, Expr::value(""));
    }
    update.exec(tx).await?;
    let reason = Expr::value(REMOVED);
    let with_error = order::Entity::update_many().filter(these()).filter(order::Column::ErrorMessage.ne(""));
    with_error.col_expr(order::Column::ErrorMessage, reason.clone()).exec(tx).await?;
    attribute::Entity::delete_many().filter(attribute::Column::OrderId.is_in(ids.iter().copied())).exec(tx).await?;
    let wishes = line_attribute::Column::OrderId.is_in(ids.iter().copied());
    line_attribute::Entity::delete_many().filter(wishes).exec(tx).await?;
    transaction::Entity::update_many()
        .col_expr(transaction::Column::CreditCardBin, Expr::value(""))
        .col_expr(transaction::Column::CreditCardNumber, Expr::value(""))
        .filter(transaction::Column::OrderId.is_in(ids.iter().copied()))
        .exec(tx)
        .await?;
    let cards = shops::Entity::find().filter(shops::Column::Domain.eq(store)).all(tx).await?;
    skipped::Entity::update_many()
        .col_expr(skipped::Column::Cause, reason)
        .filter(skipped::Column::ShopCode.is_in(cards.into_iter().map(|shop| shop.code)))
        .filter(skipped::Column::Kind.eq(skipped::Kind::Order))
        .filter(skipped::Column::ShopifyId.is_in(orders.iter().map(|order| order.shopify_order_id)))
        .exec(tx)
        .await?;
    let changed = order::Entity::find().filter(these()).all(tx).await?;
    search::keep::<order::Entity>(tx, &changed).await?;
    Ok(())
}

async fn clear_customers(tx: &Tx, request: &Model, ids: &[Uuid]) -> Result<(), Error> {
    use links::customer::{Column, Entity};
    let mut update = Entity::update_many().filter(Column::Id.is_in(ids.iter().copied()));
    for column in PERSONAL_OF_CUSTOMER {
        update = update.col_expr(*column, Expr::value(""));
    }
    if request.kind == Kind::RedactCustomer {
        // Who is to be forgotten is not asked for again.
        update = update.col_expr(Column::Gone, Expr::value(true));
    }
    update.exec(tx).await?;
    let addresses = Query::select()
        .column(Column::ShopifyCustomerId)
        .from(Entity)
        .and_where(Column::Id.is_in(ids.iter().copied()))
        .to_owned();
    address::Entity::delete_many()
        .filter(address::Column::Store.eq(request.store.as_str()))
        .filter(address::Column::ShopifyCustomerId.in_subquery(addresses))
        .exec(tx)
        .await?;
    Ok(())
}

/// What of an order tells who bought, and where it went. Its country stays: taxes depend on it.
const PERSONAL: &[order::Column] = {
    use order::Column;
    &[
        Column::Email,
        Column::PhoneNumber,
        Column::SellToFirstName,
        Column::SellToLastName,
        Column::SellToCustomerName,
        Column::SellToCustomerName2,
        Column::SellToContactName,
        Column::SellToAddress,
        Column::SellToAddress2,
        Column::SellToPostCode,
        Column::SellToCity,
        Column::SellToCounty,
        Column::ShipToName,
        Column::ShipToName2,
        Column::ShipToContactName,
        Column::ShipToAddress,
        Column::ShipToAddress2,
        Column::ShipToPostCode,
        Column::ShipToCity,
        Column::ShipToCounty,
        Column::BillToName,
        Column::BillToName2,
        Column::BillToContactName,
        Column::BillToAddress,
        Column::BillToAddress2,
        Column::BillToPostCode,
        Column::BillToCity,
        Column::BillToCounty,
        Column::CompanyMainContactEmail,
        Column::CompanyMainContactPhoneNumber,
        Column::OrderStatusUrl,
        Column::PoNumber,
        Column::WorkDescription,
    ]
};

/// What of a customer tells who it is. Without the digest it counts as not read.
pub(super) const PERSONAL_OF_CUSTOMER: &[links::customer::Column] = {
    use links::customer::Column;
    &[
        Column::FirstName,
        Column::LastName,
        Column::Email,
        Column::PhoneNumber,
        Column::Note,
        Column::Tags,
        Column::ErrorMessage,
        Column::ContentHash,
    ]
};
