use access::Principal;
use axum::extract::State;
use axum::http::Method;
use axum::{Extension, Json};
use connector::setup_guide::counts::{Customers, Products, counts};
use connector::shops::Entity;
use serde::Serialize;
use utoipa::ToSchema;
use utoipa::openapi::Ref;
use utoipa::openapi::path::OperationBuilder;

use crate::api::Api;
use crate::first_sync::{CountedOrders, FirstSyncBody};
use crate::openapi::{error, json};
use crate::records::{IfMatch, RecordId, found};
use crate::shops::{RUN, TAG};
use crate::{App, Error};

/// What a first import would bring.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct FirstImportBody {
    /// Orders.
    orders: FirstSyncBody,
    /// Whether orders become sales documents by themselves.
    documents: bool,
    /// Products.
    products: ProductCounts,
    /// Customers.
    customers: CustomerCounts,
    /// Companies; nothing where the store has no B2B.
    companies: Option<CustomerCounts>,
}

/// Products, in the store and here.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct ProductCounts {
    /// In the store.
    in_store: CountedOrders,
    /// Read already.
    read: u64,
    /// Variants of these that are no items.
    unmapped: u64,
    /// Items here.
    items: u64,
    /// Whether products are read.
    are_read: bool,
    /// Whether those that are no items become some.
    become_items: bool,
}

/// Customers, or companies, in the store and here.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct CustomerCounts {
    /// In the store.
    in_store: CountedOrders,
    /// Here.
    here: u64,
    /// Whether all of them are read, and not only those who order.
    are_read: bool,
    /// Whether those who are not known become customers.
    become_customers: bool,
}

impl From<Products> for ProductCounts {
    fn from(products: Products) -> Self {
        let Products { in_store, read, unmapped, items, are_read, become_items } = products;
        Self { in_store: in_store.into(), read, unmapped, items, are_read, become_items }
    }
}

impl From<Customers> for CustomerCounts {
    fn from(customers: Customers) -> Self {
        let Customers { in_store, here, are_read, become_customers } = customers;
        Self { in_store: in_store.into(), here, are_read, become_customers }
    }
}

/// Adds the route.
pub(super) fn serve(api: &mut Api) {
    let document = OperationBuilder::new()
        .tag(TAG)
        .summary(Some("Ask the store what a first import would bring"))
        .description(Some(
            "Nothing is written. It takes four calls of sixty points together, and a fifth with a day on the card.",
        ))
        .response("200", json("The counts.", Ref::from_schema_name(FirstImportBody::name())))
        .response("502", error("The store does not answer, or refuses."));
    api.route(Method::POST, "/shopifyShops/{id}/Kobling.previewFirstImport", RUN, document, preview);
}

async fn preview(
    State(app): State<App>,
    Extension(caller): Extension<Principal>,
    RecordId(id): RecordId,
) -> Result<Json<FirstImportBody>, Error> {
    let shop = found::<Entity>(&app, id, &IfMatch::Any).await?;
    let counts = counts(&app.connector, &caller, shop.code.as_str()).await?;
    Ok(Json(FirstImportBody {
        orders: counts.orders.into(),
        documents: counts.documents,
        products: counts.products.into(),
        customers: counts.customers.into(),
        companies: counts.companies.map(CustomerCounts::from),
    }))
}
