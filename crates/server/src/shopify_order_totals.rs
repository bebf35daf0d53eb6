//! Order Totals: a Shopify order and its document, side by side.

use access::{Action, Area};
use axum::Json;
use axum::extract::State;
use axum::http::Method;
use connector::orders::order_totals::{Compared, Document, OrderTotals, order_totals};
use connector::orders::staged::order;
use serde::Serialize;
use utoipa::ToSchema;
use utoipa::openapi::Ref;
use utoipa::openapi::path::OperationBuilder;
use uuid::Uuid;
use values::Code;
use values::money::Amount;

use crate::api::Api;
use crate::openapi::json;
use crate::records::{RecordId, load};
use crate::{App, Error};

const READ: (Area, Action) = (Area::Synchronization, Action::Read);

/// An order in Shopify, in both its moneys, beside its document.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct OrderTotalsBody {
    /// In which of the two moneys the document is: `Shop Currency` or `Presentment Currency`.
    currency_handling: &'static str,
    /// The currency of shop money.
    #[schema(value_type = String)]
    currency_code: Code<10>,
    /// The currency of presentment money.
    #[schema(value_type = String)]
    presentment_currency_code: Code<10>,
    /// The document; nothing: there is none.
    document: Option<TotalsDocumentBody>,
    /// Line by line, before the discount on the whole.
    lines: Vec<TotalBody>,
    /// Part by part, to the total.
    totals: Vec<TotalBody>,
}

/// The document of an order.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct TotalsDocumentBody {
    /// Its id; of several posted invoices the last one's.
    id: Uuid,
    /// What kind of document it is: `Sales Order`, `Sales Invoice` or `Posted Sales Invoice`.
    #[serde(rename = "type")]
    kind: &'static str,
    /// Its number.
    #[schema(value_type = String)]
    number: Code<20>,
}

/// One sum, in Shopify and on the document.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct TotalBody {
    /// Of what, as `Goods` or `Total`.
    part: &'static str,
    /// What it is called; blank where the part says it.
    name: String,
    /// In Shopify, in shop money.
    #[schema(value_type = f64)]
    shop_amount: Amount,
    /// In Shopify, in presentment money.
    #[schema(value_type = f64)]
    presentment_amount: Amount,
    /// On the document, in its money; nothing: there is no document.
    #[schema(value_type = Option<f64>)]
    document_amount: Option<Amount>,
    /// By how much the document comes to more.
    #[schema(value_type = Option<f64>)]
    difference: Option<Amount>,
}

impl From<Document> for TotalsDocumentBody {
    fn from(document: Document) -> Self {
        Self { id: document.id, kind: document.kind.caption(), number: document.number }
    }
}

impl From<OrderTotals> for OrderTotalsBody {
    fn from(totals: OrderTotals) -> Self {
        let row = |row: &Compared| TotalBody {
            part: row.part.caption(),
            name: row.name.clone(),
            shop_amount: row.shop_amount,
            presentment_amount: row.presentment_amount,
            document_amount: row.document_amount,
            difference: totals.difference(row),
        };
        Self {
            lines: totals.lines.iter().map(row).collect(),
            totals: totals.totals.iter().map(row).collect(),
            currency_handling: totals.currency_handling.caption(),
            currency_code: totals.currency_code,
            presentment_currency_code: totals.presentment_currency_code,
            document: totals.document.map(TotalsDocumentBody::from),
        }
    }
}

/// Adds the route.
pub(crate) fn serve(api: &mut Api) {
    let about = "The document is the open order or invoice; when that is posted and gone, what was posted of it.";
    let document = OperationBuilder::new()
        .tag("shopifyOrders")
        .summary(Some("Compare an order with its document, line by line"))
        .description(Some(about))
        .response("200", json("Both.", Ref::from_schema_name(OrderTotalsBody::name())));
    api.route(Method::GET, "/shopifyOrders/{id}/Kobling.totals", READ, document, totals);
}

async fn totals(State(app): State<App>, RecordId(id): RecordId) -> Result<Json<OrderTotalsBody>, Error> {
    let read = |read| async move {
        let order = load::<order::Entity>(&read, id).await?;
        let totals = order_totals(&read, order).await?;
        totals.ok_or_else(|| Error::no_such_record::<order::Entity>(id))
    };
    Ok(Json(app.db.read(read).await?.into()))
}
