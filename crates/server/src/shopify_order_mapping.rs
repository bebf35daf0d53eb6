//! Shopify orders: what a person chooses for one that has no document yet.

use access::{Action, Area, Principal};
use axum::Extension;
use axum::extract::State;
use axum::http::{Method, StatusCode};
use axum::response::Response;
use connector::orders::by_hand::{LineChoice, OrderChoice, choose_line, choose_order, take_turn};
use connector::orders::staged::{line, order};
use database::Tx;
use serde::Deserialize;
use utoipa::ToSchema;
use utoipa::openapi::path::OperationBuilder;
use values::Code;

use crate::api::Api;
use crate::audited::audited;
use crate::body::Body;
use crate::openapi::{body, error, record, versioned};
use crate::records::{MustMatch, RecordId, hold, load, shown};
use crate::{App, Error};

const RUN: (Area, Action) = (Area::Synchronization, Action::Run);

/// What may be chosen for an order.
pub(crate) const OF_ORDER: [&str; 7] = [
    "sellToCustomerNumber",
    "billToCustomerNumber",
    "shipmentMethodCode",
    "shippingAgentCode",
    "shippingAgentServiceCode",
    "paymentMethodCode",
    "salespersonCode",
];

/// What may be chosen for a line.
pub(crate) const OF_LINE: [&str; 3] = ["itemNumber", "variantCode", "unitOfMeasureCode"];

/// What an order is here. What is left out stays as it is; what is blank is looked for by the next run.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct OrderMapping {
    /// The customer who buys.
    #[schema(value_type = Option<String>)]
    sell_to_customer_number: Option<Code<20>>,
    /// The customer who pays; blank: the one who buys.
    #[schema(value_type = Option<String>)]
    bill_to_customer_number: Option<Code<20>>,
    /// How it is sent.
    #[schema(value_type = Option<String>)]
    shipment_method_code: Option<Code<10>>,
    /// Who sends it; another one has other services.
    #[schema(value_type = Option<String>)]
    shipping_agent_code: Option<Code<10>>,
    /// By which of the agent's services.
    #[schema(value_type = Option<String>)]
    shipping_agent_service_code: Option<Code<10>>,
    /// How it is paid.
    #[schema(value_type = Option<String>)]
    payment_method_code: Option<Code<10>>,
    /// Who has sold it; blank: the customer's salesperson.
    #[schema(value_type = Option<String>)]
    salesperson_code: Option<Code<20>>,
}

/// What a line is here. What is left out stays as it is; a blank item is looked for by the next run.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct OrderLineMapping {
    /// The item; another one has other variants and units.
    #[schema(value_type = Option<String>)]
    item_number: Option<Code<20>>,
    /// The item's variant.
    #[schema(value_type = Option<String>)]
    variant_code: Option<Code<10>>,
    /// The unit in which it is sold; blank: the item's own.
    #[schema(value_type = Option<String>)]
    unit_of_measure_code: Option<Code<10>>,
}

/// Adds the routes.
pub(crate) fn serve(api: &mut Api) {
    let document = |set: &str, summary: &str, about: &str| {
        OperationBuilder::new()
            .tag(set)
            .summary(Some(summary))
            .description(Some(about))
            .response("200", record("The record.", set))
            .response("400", error("Something chosen is not there: the target names the field."))
            .response("409", error("The order has its sales document."))
    };
    let about = "Mapping leaves what is chosen as it is, whatever Shopify changes. The next run makes the document.";
    let of_order = document("shopifyOrders", "Choose the customers and codes of an order", about)
        .request_body(Some(body::<OrderMapping>("What is chosen.")));
    api.route(Method::PATCH, "/shopifyOrders/{id}", RUN, versioned(of_order), map_order);
    let of_line = document("shopifyOrderLines", "Choose the item of a line of an order", about)
        .request_body(Some(body::<OrderLineMapping>("What is chosen.")));
    api.route(Method::PATCH, "/shopifyOrderLines/{id}", RUN, versioned(of_line), map_line);
}

async fn map_order(
    State(app): State<App>,
    Extension(caller): Extension<Principal>,
    RecordId(id): RecordId,
    MustMatch(version): MustMatch,
    Body(given): Body<OrderMapping>,
) -> Result<Response, Error> {
    let choice = &OrderChoice {
        sell_to_customer_number: given.sell_to_customer_number,
        bill_to_customer_number: given.bill_to_customer_number,
        shipment_method_code: given.shipment_method_code,
        shipping_agent_code: given.shipping_agent_code,
        shipping_agent_service_code: given.shipping_agent_service_code,
        payment_method_code: given.payment_method_code,
        salesperson_code: given.salesperson_code,
    };
    let (here, caller, version) = (&app, &caller, &version);
    let write = |tx: Tx| async move {
        take_turn(&tx, &load::<order::Entity>(&tx, id).await?.store).await?;
        let before = version.hold::<order::Entity>(&tx, id).await?;
        let after = choose_order(&tx, caller, &before, choice).await?;
        audited::<order::Entity>(here, &tx, caller, Some(&before), Some(&after)).await
    };
    app.db.write(write).await?;
    shown::<order::Entity>(&app, StatusCode::OK, id).await
}

async fn map_line(
    State(app): State<App>,
    Extension(caller): Extension<Principal>,
    RecordId(id): RecordId,
    MustMatch(version): MustMatch,
    Body(given): Body<OrderLineMapping>,
) -> Result<Response, Error> {
    let choice = &LineChoice {
        item_number: given.item_number,
        variant_code: given.variant_code,
        unit_of_measure_code: given.unit_of_measure_code,
    };
    let (here, caller, version) = (&app, &caller, &version);
    let write = |tx: Tx| async move {
        let of_order = load::<line::Entity>(&tx, id).await?.order_id;
        take_turn(&tx, &load::<order::Entity>(&tx, of_order).await?.store).await?;
        let order = hold::<order::Entity>(&tx, of_order).await?;
        let before = version.hold::<line::Entity>(&tx, id).await?;
        let after = choose_line(&tx, caller, &order, &before, choice).await?;
        audited::<line::Entity>(here, &tx, caller, Some(&before), Some(&after)).await
    };
    app.db.write(write).await?;
    shown::<line::Entity>(&app, StatusCode::OK, id).await
}
