use std::fmt;

use sea_orm::{ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use values::Code;

use super::companies;
use super::entity::{Kind, Model};
use crate::orders::staged::order;
use crate::orders::to_import;
use crate::{Error, links};

/// A staged order, as far as a request concerns it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct HeldOrder {
    pub id: uuid::Uuid,
    pub shopify_order_id: i64,
    pub name: String,
    pub document: Code<20>,
}

/// What Kobling keeps about whom a request is about.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Held {
    pub(super) orders: Vec<HeldOrder>,
    pub(super) waiting: Vec<(uuid::Uuid, String)>,
    pub(super) customers: Vec<(uuid::Uuid, String, Code<20>)>,
    /// The names of the companies for which the person speaks.
    pub(super) companies: Vec<String>,
}

impl Held {
    /// Looks for it.
    ///
    /// # Errors
    /// What the database says.
    pub(super) async fn find(connection: &impl ConnectionTrait, request: &Model) -> Result<Self, Error> {
        Ok(Self {
            orders: orders(connection, request).await?,
            waiting: waiting(connection, request).await?,
            customers: customers(connection, request).await?,
            companies: companies::held(connection, request).await?,
        })
    }

    /// The orders of which a document was made, and the others.
    pub(super) fn booked_and_free(&self) -> (Vec<&HeldOrder>, Vec<&HeldOrder>) {
        self.orders.iter().partition(|order| !order.document.is_blank())
    }
}

async fn orders(connection: &impl ConnectionTrait, request: &Model) -> Result<Vec<HeldOrder>, Error> {
    let mut whose = Condition::any();
    if request.kind == Kind::RedactShop {
        whose = Condition::all();
    } else {
        whose = whose.add(order::Column::ShopifyOrderId.is_in(request.named_orders()));
        if request.shopify_customer_id != 0 {
            whose = whose.add(order::Column::CustomerId.eq(request.shopify_customer_id));
        }
    }
    let found: Vec<(uuid::Uuid, i64, String, Code<20>)> = order::Entity::find()
        .select_only()
        .columns([
            order::Column::Id,
            order::Column::ShopifyOrderId,
            order::Column::ShopifyOrderNumber,
            order::Column::SalesOrderNumber,
        ])
        .filter(order::Column::Store.eq(request.store.as_str()))
        .filter(whose)
        .order_by_asc(order::Column::ShopifyOrderId)
        .into_tuple()
        .all(connection)
        .await?;
    let held = |(id, shopify_order_id, name, document)| HeldOrder { id, shopify_order_id, name, document };
    Ok(found.into_iter().map(held).collect())
}

async fn waiting(connection: &impl ConnectionTrait, request: &Model) -> Result<Vec<(uuid::Uuid, String)>, Error> {
    use to_import::Column;
    let mut whose = Condition::any();
    if request.kind == Kind::RedactShop {
        whose = Condition::all();
    } else {
        whose = whose.add(Column::ShopifyOrderId.is_in(request.named_orders()));
        if request.shopify_customer_id != 0 {
            let gid = format!("\"gid://shopify/Customer/{}\"", request.shopify_customer_id);
            whose = whose.add(Column::Content.contains(&gid));
        }
    }
    let found = to_import::Entity::find()
        .select_only()
        .columns([Column::Id, Column::OrderNumber])
        .filter(Column::Store.eq(request.store.as_str()))
        .filter(whose)
        .order_by_asc(Column::ShopifyOrderId);
    Ok(found.into_tuple().all(connection).await?)
}

async fn customers(
    connection: &impl ConnectionTrait,
    request: &Model,
) -> Result<Vec<(uuid::Uuid, String, Code<20>)>, Error> {
    use links::customer::Column;
    let whose = match request.kind {
        Kind::RedactShop => Condition::all(),
        _ => Condition::all().add(Column::ShopifyCustomerId.eq(request.shopify_customer_id)),
    };
    let found: Vec<(uuid::Uuid, i64, Code<20>)> = links::customer::Entity::find()
        .select_only()
        .columns([Column::Id, Column::ShopifyCustomerId, Column::CustomerNumber])
        .filter(Column::Store.eq(request.store.as_str()))
        .filter(whose)
        .order_by_asc(Column::ShopifyCustomerId)
        .into_tuple()
        .all(connection)
        .await?;
    Ok(found.into_iter().map(|(id, number, customer)| (id, number.to_string(), customer)).collect())
}

/// How many records are named one by one.
const NAMED: usize = 200;

/// `#1001, #1002 and 3 more`.
pub(super) fn names<T>(of: &[T], name: impl Fn(&T) -> String) -> String {
    let named = of.iter().take(NAMED).map(name).collect::<Vec<_>>().join(", ");
    match of.len().saturating_sub(NAMED) {
        0 => named,
        more => format!("{named} and {more} more"),
    }
}

impl fmt::Display for Held {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if *self == Self::default() {
            return f.write_str("Kobling keeps nothing about them.");
        }
        let mut parts = Vec::new();
        if !self.orders.is_empty() {
            let name = |order: &HeldOrder| match order.document.non_blank() {
                Some(document) => format!("{} (sales document {document})", order.name),
                None => order.name.clone(),
            };
            parts.push(format!("Shopify orders: {}.", names(&self.orders, name)));
        }
        if !self.waiting.is_empty() {
            parts.push(format!("Shopify orders to import: {}.", names(&self.waiting, |(_, name)| name.clone())));
        }
        if !self.customers.is_empty() {
            let name = |(_, id, customer): &(_, String, Code<20>)| match customer.non_blank() {
                Some(customer) => format!("{id} (customer {customer})"),
                None => id.clone(),
            };
            parts.push(format!("Shopify customers: {}.", names(&self.customers, name)));
        }
        if !self.companies.is_empty() {
            parts.push(format!("Contact of the Shopify companies: {}.", names(&self.companies, String::clone)));
        }
        f.write_str(&parts.join(" "))
    }
}
