//! The first sync of a shop's store: what it would bring, what another system has done already, and reading it again.

use access::Principal;
use axum::extract::State;
use axum::http::{Method, StatusCode};
use axum::{Extension, Json};
use chrono::NaiveDate;
use connector::orders::elsewhere::{self, numbers};
use connector::orders::first_sync::{self, Count, Preview};
use connector::shops::Entity;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa::openapi::Ref;
use utoipa::openapi::path::OperationBuilder;

use crate::api::Api;
use crate::body::{Body, OptionalBody};
use crate::openapi::{body, empty, error, json, optional_body};
use crate::orders_to_import::RUN;
use crate::records::{IfMatch, RecordId, found};
use crate::shops::{CHANGE, TAG};
use crate::{App, Error};

/// What a first sync would bring, and what it leaves out.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct FirstSyncBody {
    /// The day from which orders enter, as the shop card says.
    #[schema(value_type = Option<String>, format = Date)]
    import_orders_from: Option<NaiveDate>,
    /// Whether it was done already: then only what is new or has changed is read.
    done: bool,
    /// Open orders that enter.
    enter: CountedOrders,
    /// Open orders that are older than that day.
    too_old: CountedOrders,
    /// Archived orders.
    archived: CountedOrders,
    /// Cancelled orders.
    cancelled: CountedOrders,
    /// Numbers that were named as processed elsewhere.
    processed_elsewhere: u64,
    /// Orders that are staged already.
    staged: u64,
    /// Orders that wait to be imported.
    waiting: u64,
}

/// How many orders there are in the store.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct CountedOrders {
    /// So many.
    orders: u64,
    /// Whether there may be more: the store counts to ten thousand.
    or_more: bool,
}

impl From<Count> for CountedOrders {
    fn from(Count { orders, or_more }: Count) -> Self {
        Self { orders, or_more }
    }
}

impl From<Preview> for FirstSyncBody {
    fn from(preview: Preview) -> Self {
        Self {
            import_orders_from: preview.from,
            done: preview.done,
            enter: preview.enter.into(),
            too_old: preview.too_old.into(),
            archived: preview.archived.into(),
            cancelled: preview.cancelled.into(),
            processed_elsewhere: preview.elsewhere,
            staged: preview.staged,
            waiting: preview.waiting,
        }
    }
}

/// From when on orders are read again.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct ResetOrdersBody {
    /// The day; without it everything is forgotten of how far the store was read, and the next sync is a first one.
    #[schema(value_type = Option<String>, format = Date)]
    from: Option<NaiveDate>,
}

/// Orders that another system has processed.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct ElsewhereBody {
    /// Their numbers, as `#1001` or `1001`: a list, one a line, or a file whose first column has them.
    order_numbers: String,
    /// Why: what has processed them.
    reason: String,
}

/// What became of the numbers.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct MarkedBody {
    /// Staged orders that become no documents now.
    marked: u64,
    /// Numbers of orders that are not here: they are kept, and such an order is marked when it comes.
    unknown: Vec<String>,
    /// Numbers of orders that have their documents here: they are left as they are.
    processed: Vec<String>,
}

/// Adds the routes.
pub(crate) fn serve(api: &mut Api) {
    let document = OperationBuilder::new()
        .tag(TAG)
        .summary(Some("Ask the store what a first sync of its orders would bring"))
        .description(Some(
            "Nothing is written. It takes three calls of ten points, and a fourth with a day on the card.",
        ))
        .response("200", json("The counts.", Ref::from_schema_name(FirstSyncBody::name())))
        .response("502", error("The store does not answer, or refuses."));
    api.route(Method::POST, "/shopifyShops/{id}/Kobling.previewFirstSync", RUN, document, preview);
    let about = "How far the store's orders were read is set back. What is here stays, and no document is made twice.";
    let document = OperationBuilder::new()
        .tag(TAG)
        .summary(Some("Read the store's orders again"))
        .description(Some(about))
        .request_body(Some(optional_body::<ResetOrdersBody>("From when on.")))
        .response("204", empty("The next sync reads them again."))
        .response("400", error("The store has not been read to that day yet."));
    api.route(Method::POST, "/shopifyShops/{id}/Kobling.resetOrders", CHANGE, document, reset);
    let about = format!(
        "None of these orders, at most {}, becomes a document: neither those that are here nor those that come later. \
         `shopifyOrdersProcessedElsewhere` has the numbers.",
        elsewhere::MOST
    );
    let document = OperationBuilder::new()
        .tag(TAG)
        .summary(Some("Name orders that another system has processed"))
        .description(Some(about))
        .request_body(Some(body::<ElsewhereBody>("Their numbers.")))
        .response("200", json("What became of them.", Ref::from_schema_name(MarkedBody::name())))
        .response("400", error("There is no number, there are too many, or a reason is missing."));
    api.route(Method::POST, "/shopifyShops/{id}/Kobling.processedElsewhere", RUN, document, processed_elsewhere);
}

async fn preview(
    State(app): State<App>,
    Extension(caller): Extension<Principal>,
    RecordId(id): RecordId,
) -> Result<Json<FirstSyncBody>, Error> {
    let shop = found::<Entity>(&app, id, &IfMatch::Any).await?;
    let preview = first_sync::preview(&app.connector, &caller, shop.code.as_str()).await?;
    Ok(Json(preview.into()))
}

async fn reset(
    State(app): State<App>,
    Extension(caller): Extension<Principal>,
    RecordId(id): RecordId,
    OptionalBody(body): OptionalBody<ResetOrdersBody>,
) -> Result<StatusCode, Error> {
    let shop = found::<Entity>(&app, id, &IfMatch::Any).await?;
    first_sync::reset(&app.connector, &caller, shop.code.as_str(), body.from).await?;
    Ok(StatusCode::NO_CONTENT)
}

async fn processed_elsewhere(
    State(app): State<App>,
    Extension(caller): Extension<Principal>,
    RecordId(id): RecordId,
    Body(body): Body<ElsewhereBody>,
) -> Result<Json<MarkedBody>, Error> {
    let shop = found::<Entity>(&app, id, &IfMatch::Any).await?;
    let named = numbers(&body.order_numbers);
    let marked = elsewhere::mark(&app.connector, &caller, shop.code.as_str(), &named, &body.reason).await?;
    let elsewhere::Marked { marked, unknown, processed } = marked;
    Ok(Json(MarkedBody { marked, unknown, processed }))
}
