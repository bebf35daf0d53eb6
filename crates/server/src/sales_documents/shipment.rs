use std::collections::BTreeSet;

use access::Principal;
use axum::Extension;
use axum::extract::State;
use axum::http::{Method, StatusCode};
use axum::response::Response;
use back_office::sales::{self, ChangeShipment, document, posted};
use connector::shipments;
use database::Tx;
use sea_orm::{EntityTrait, QuerySelect};
use serde_json::{Map, Value as Json};
use utoipa::openapi::path::OperationBuilder;
use utoipa::openapi::{RefOr, Schema};

use super::CHANGE;
use super::entered::Entered;
use crate::api::Api;
use crate::body::Body;
use crate::openapi::{body_like, record, refused, versioned};
use crate::records::{self, MustMatch, RecordId, load, shown_in};
use crate::{App, Error};

/// The set of posted shipments.
pub(super) const SET: &str = "salesShipments";
/// What it is in Shopify.
const NUMBER: &str = "shopifyFulfillmentId";
/// The schema of what may be changed of one.
const SCHEMA: &str = "salesShipmentsBody";

/// Adds the route that changes a posted shipment.
pub(super) fn serve(api: &mut Api) {
    let document = OperationBuilder::new()
        .tag(SET)
        .summary(Some("Say how a posted shipment is on its way"))
        .description(Some(
            "`shopifyFulfillmentId` says whether it is sent to Shopify: 0 if it is to be, -1 if it could not be, -2 if it is left \
             out. Once it is a fulfillment there, that is its id, and stays.",
        ))
        .request_body(Some(body_like(SCHEMA, "Who brings it, and under which number; whether it is sent to Shopify.")))
        .response("200", record("The shipment.", SET))
        .response("400", refused("BadRequest"));
    api.route(Method::PATCH, &format!("/{SET}/{{id}}"), CHANGE, versioned(document), change);
}

async fn change(
    State(app): State<App>,
    Extension(caller): Extension<Principal>,
    RecordId(id): RecordId,
    MustMatch(version): MustMatch,
    Body(given): Body<Map<String, Json>>,
) -> Result<Response, Error> {
    let mut entered = Entered::new(&given, None);
    let (change, number) = (fields(&mut entered), number(&mut entered));
    let faults = entered.faults("posted sales shipment");
    if !faults.is_empty() {
        return Err(Error::Entered(faults));
    }
    let (version, change, connector, caller) = (&version, &change, &app.connector, &caller);
    let write = |tx: Tx| async move {
        let found = posted::header::Entity::find_by_id(id).lock_exclusive().one(&tx).await?;
        if found.is_none_or(|header| header.kind != posted::Kind::Shipment) {
            return Err(Error::NoSuchRecord { caption: "Sales Shipment", id: id.to_string() });
        }
        version.check::<document::header::Entity>(&load::<document::header::Entity>(&tx, id).await?)?;
        let meant = |error| Error::unknown(error, &[("shipping agent", "shippingAgentCode")]);
        sales::change_shipment(&tx, id, change.clone()).await.map_err(meant)?;
        if let Some(number) = number {
            shipments::set_number(connector, &tx, caller, &BTreeSet::from([id]), number).await?;
        }
        Ok(())
    };
    app.db.write(write).await?;
    shown_in(&app, StatusCode::OK, SET, id).await
}

fn fields(entered: &mut Entered<'_>) -> ChangeShipment {
    ChangeShipment {
        shipping_agent_code: entered.code("shippingAgentCode"),
        shipping_agent_service_code: entered.code("shippingAgentServiceCode"),
        package_tracking_number: entered.text("packageTrackingNumber", 50),
    }
}

/// What it is in Shopify, as far as people say that.
fn number(entered: &mut Entered<'_>) -> Option<i64> {
    let json = entered.json(NUMBER)?;
    let number = json.as_i64();
    if number.is_none() {
        entered.refuse(NUMBER, format!("{NUMBER} is no whole number: give 0, -1 or -2"));
    }
    number
}

/// The names of the fields that can be changed.
pub(super) fn names() -> Vec<&'static str> {
    let given = Map::new();
    let mut entered = Entered::new(&given, None);
    fields(&mut entered);
    number(&mut entered);
    entered.asked().to_vec()
}

/// What may be changed of a posted shipment.
pub(super) fn schema() -> (String, RefOr<Schema>) {
    let form = crate::sets::of(SET).map(|set| records::form(&*set, &names()));
    (SCHEMA.to_owned(), RefOr::T(form.unwrap_or_default()))
}
