//! Stock in stores: both sides' numbers, what they are made of, what has drifted apart, and the first time.

use std::sync::Arc;

use access::{Action, Area, Principal};
use axum::extract::State;
use axum::http::Method;
use axum::{Extension, Json};
use chrono::NaiveDate;
use connector::shops::Entity;
use connector::stock::staged::{drift, inventory};
use connector::stock::{self, Begin, Begun, Explained};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa::openapi::Ref;
use utoipa::openapi::path::OperationBuilder;
use values::money::Quantity;

use crate::api::Api;
use crate::body::Body;
use crate::openapi::{body, error, json};
use crate::records::{IfMatch, RecordId, Resource, Set, found};
use crate::shops::{RUN, StartedBody};
use crate::{App, Error};

const AREA: Area = Area::Synchronization;
const READ: (Area, Action) = (Area::BackOffice, Action::Read);
const TAG: &str = "shopifyInventory";

/// Both sides' numbers, and what has drifted apart.
pub(crate) fn sets() -> Vec<Arc<dyn Resource>> {
    vec![
        Arc::new(Set::<inventory::Entity>::new(AREA).in_order(&["itemNumber", "shopifyVariantId"])),
        Arc::new(Set::<drift::Entity>::new(AREA).in_order(&["itemNumber", "shopifyVariantId"])),
    ]
}

/// What a number of stock is made of.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct StockExplanationBody {
    /// How it is worked out, as the location says.
    stock_calculation: &'static str,
    /// The locations of the back office that are counted, as a filter; blank: all of them.
    location_filter: String,
    /// The day for which it is worked out.
    #[schema(value_type = String, format = Date)]
    day: NaiveDate,
    /// What there is, and what is taken from it and added to it.
    parts: Vec<StockPartBody>,
    /// What can be sold, in base units.
    #[schema(value_type = f64)]
    available: Quantity,
    /// How many base units are one of what the store sells.
    #[schema(value_type = f64)]
    quantity_per_unit_of_measure: Quantity,
    /// How many can be sold: what Shopify is to say, and never less than nothing there.
    stock: i64,
    /// The documents behind it.
    entries: Vec<StockEntryBody>,
}

/// A part of a number.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct StockPartBody {
    /// Which part, as `Inventory`.
    part: &'static str,
    /// How many, in base units; negative when they are taken away.
    #[schema(value_type = f64)]
    quantity: Quantity,
}

/// A document or an entry of the item ledger behind a number.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct StockEntryBody {
    /// To which part it belongs.
    part: &'static str,
    /// What it is.
    document_type: String,
    /// Its number.
    document_number: String,
    /// When its goods go or come, or did; nothing: at once.
    #[schema(value_type = Option<String>, format = Date)]
    date: Option<NaiveDate>,
    /// Where from, or where to.
    location_code: String,
    /// How many, in base units; negative when they go.
    #[schema(value_type = f64)]
    quantity: Quantity,
    /// Whether it counts on that day.
    counts: bool,
}

impl From<Explained> for StockExplanationBody {
    fn from(explained: Explained) -> Self {
        let part = |(part, quantity): (stock::Part, Quantity)| StockPartBody { part: part.caption(), quantity };
        let entry = |entry: stock::Entry| StockEntryBody {
            part: entry.part.caption(),
            document_type: entry.document_type,
            document_number: entry.document_number,
            date: entry.date,
            location_code: entry.location_code.to_string(),
            quantity: entry.quantity,
            counts: entry.counts,
        };
        Self {
            stock_calculation: explained.calculation.caption(),
            location_filter: explained.location_filter,
            day: explained.day,
            parts: explained.parts.into_iter().map(part).collect(),
            available: explained.available,
            quantity_per_unit_of_measure: explained.per_unit,
            stock: explained.stock,
            entries: explained.entries.into_iter().map(entry).collect(),
        }
    }
}

/// Whose numbers are right at first.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct BeginStockBody {
    /// `Push Ours` or `Take Over as Opening Stock`.
    #[schema(value_type = String)]
    how: Begin,
}

/// What beginning has led to.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct StockBegunBody {
    /// As many locations stock is sent to from now on that it was not sent to before.
    locations: u64,
    /// As many numbers differed.
    differences: u64,
    /// As many lines of an item journal were posted.
    posted: u64,
    /// What could not be taken over, with the reason.
    left: Vec<String>,
    /// The run that compares once more and sends what differs still; nothing when nothing may go to Shopify.
    started: Option<StartedBody>,
}

impl From<Begun> for StockBegunBody {
    fn from(begun: Begun) -> Self {
        let Begun { locations, differences, posted, left, started } = begun;
        Self { locations, differences, posted, left, started: started.map(StartedBody::from) }
    }
}

/// Adds the routes.
pub(crate) fn serve(api: &mut Api) {
    let about = "What is on hand, what is taken from it and added to it, and the entries and documents behind that, as of now. At \
                 most 200 of a kind, of the item ledger the newest.";
    let document = OperationBuilder::new()
        .tag(TAG)
        .summary(Some("What a number of stock is made of"))
        .description(Some(about))
        .response("200", json("Its parts.", Ref::from_schema_name(StockExplanationBody::name())))
        .response("400", error("The variant goes to that location no more."));
    api.route(Method::GET, "/shopifyInventory/{id}/explanation", READ, document, explain);
    let about = "Stock is sent to a location only after a person has seen how the two sides differ there (`shopifyInventory`, \
                 filtered by `difference ne 0`). `Push Ours` sends what is here. `Take Over as Opening Stock` posts an item journal \
                 after which as many are here as Shopify says. From then on what changes here is sent.";
    let document = OperationBuilder::new()
        .tag(TAG)
        .summary(Some("Begin to send stock"))
        .description(Some(about))
        .request_body(Some(body::<BeginStockBody>("Whose numbers are right.")))
        .response("200", json("What it has led to.", Ref::from_schema_name(StockBegunBody::name())))
        .response("400", error("Nothing is to begin, or the two sides were not compared."));
    api.route(Method::POST, "/shopifyShops/{id}/Kobling.beginStockSync", RUN, document, begin);
}

async fn explain(
    State(app): State<App>,
    Extension(caller): Extension<Principal>,
    RecordId(id): RecordId,
) -> Result<Json<StockExplanationBody>, Error> {
    Ok(Json(stock::explain(&app.connector, &caller, id).await?.into()))
}

async fn begin(
    State(app): State<App>,
    Extension(caller): Extension<Principal>,
    RecordId(id): RecordId,
    Body(asked): Body<BeginStockBody>,
) -> Result<Json<StockBegunBody>, Error> {
    let shop = found::<Entity>(&app, id, &IfMatch::Any).await?;
    let begun = stock::begin(&app.connector, &app.queue, &caller, shop.code.as_str(), asked.how).await?;
    Ok(Json(begun.into()))
}
