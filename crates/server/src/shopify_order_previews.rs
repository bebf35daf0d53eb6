//! What would be made of Shopify orders.

use access::{Action, Area, Principal};
use axum::extract::State;
use axum::http::Method;
use axum::{Extension, Json};
use back_office::sales::{header, line};
use chrono::NaiveDate;
use connector::orders::preview::{self, Preview};
use serde::Serialize;
use utoipa::ToSchema;
use utoipa::openapi::Ref;
use utoipa::openapi::path::OperationBuilder;
use uuid::Uuid;
use values::Code;
use values::money::{Amount, Price, Quantity};

use crate::api::Api;
use crate::body::Body;
use crate::openapi::{body, error, json};
use crate::shopify_order_totals::OrderTotalsBody;
use crate::shopify_orders::ChosenOrders;
use crate::{App, Error};

const RUN: (Area, Action) = (Area::Synchronization, Action::Run);

/// What would be made.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct PreviewsBody {
    /// Of each order.
    value: Vec<PreviewBody>,
}

/// What would be made of an order.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct PreviewBody {
    /// The order, from `shopifyOrders`.
    order_id: Uuid,
    /// Its number.
    shopify_order_number: String,
    /// Why it becomes no document; blank when it does.
    cause: String,
    /// What to do about it.
    remedy: String,
    /// The document.
    document: Option<PreviewedDocument>,
    /// Order and document, side by side.
    totals: Option<OrderTotalsBody>,
}

/// A document as it would be.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct PreviewedDocument {
    /// What kind of document: `Order` or `Invoice`.
    document_type: &'static str,
    /// The number that is next now.
    #[schema(value_type = String)]
    number: Code<20>,
    /// `Open`, or `Released`.
    status: &'static str,
    /// Who buys.
    #[schema(value_type = String)]
    customer_number: Code<20>,
    /// The buyer's name.
    customer_name: String,
    /// Who pays.
    #[schema(value_type = String)]
    bill_to_customer_number: Code<20>,
    /// Its date.
    document_date: NaiveDate,
    /// The day on which it is to be posted.
    posting_date: NaiveDate,
    /// When it is to be paid.
    due_date: NaiveDate,
    /// The currency; blank: the company's own.
    #[schema(value_type = String)]
    currency_code: Code<10>,
    /// Whether its prices have VAT in them.
    prices_include_tax: bool,
    /// How it is sent.
    #[schema(value_type = String)]
    shipment_method_code: Code<10>,
    /// Who sends it.
    #[schema(value_type = String)]
    shipping_agent_code: Code<10>,
    /// Who has sold it.
    #[schema(value_type = String)]
    salesperson: Code<20>,
    /// How it is paid.
    #[schema(value_type = String)]
    payment_method_code: Code<10>,
    /// Its payment terms.
    #[schema(value_type = String)]
    payment_terms_code: Code<10>,
    /// Where the buyer is taxed.
    #[schema(value_type = String)]
    tax_area_code: Code<20>,
    /// What it comes to without VAT.
    #[schema(value_type = f64)]
    total_amount_excluding_tax: Amount,
    /// Its VAT.
    #[schema(value_type = f64)]
    total_tax_amount: Amount,
    /// What it comes to.
    #[schema(value_type = f64)]
    total_amount_including_tax: Amount,
    /// Its lines.
    lines: Vec<PreviewedLine>,
}

/// A line as it would be.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct PreviewedLine {
    /// What it names: `Item`, `Account` or `Comment`.
    line_type: &'static str,
    /// The number of the item or account.
    #[schema(value_type = String)]
    line_object_number: Code<20>,
    /// What stands on it.
    description: String,
    /// How many.
    #[schema(value_type = f64)]
    quantity: Quantity,
    /// The price of one.
    #[schema(value_type = f64)]
    unit_price: Price,
    /// Its discount.
    #[schema(value_type = f64)]
    discount_amount: Amount,
    /// What it comes to, before the discount on the whole.
    #[schema(value_type = f64)]
    line_amount: Amount,
    /// What it comes to with VAT.
    #[schema(value_type = f64)]
    amount_including_tax: Amount,
}

impl From<line::Model> for PreviewedLine {
    fn from(line: line::Model) -> Self {
        Self {
            line_type: line.kind.caption(),
            line_object_number: line.number,
            description: line.description,
            quantity: line.quantity,
            unit_price: line.unit_price,
            discount_amount: line.line_discount_amount,
            line_amount: line.line_amount,
            amount_including_tax: line.amount_including_vat,
        }
    }
}

impl From<(header::Model, Vec<line::Model>)> for PreviewedDocument {
    fn from((document, lines): (header::Model, Vec<line::Model>)) -> Self {
        Self {
            document_type: document.document_type.caption(),
            number: document.number,
            status: document.status.caption(),
            customer_number: document.sell_to_customer_number,
            customer_name: document.sell_to_name,
            bill_to_customer_number: document.bill_to_customer_number,
            document_date: document.document_date,
            posting_date: document.posting_date,
            due_date: document.due_date,
            currency_code: document.currency_code,
            prices_include_tax: document.prices_including_vat,
            shipment_method_code: document.shipment_method_code,
            shipping_agent_code: document.shipping_agent_code,
            salesperson: document.salesperson_code,
            payment_method_code: document.payment_method_code,
            payment_terms_code: document.payment_terms_code,
            tax_area_code: document.tax_area_code,
            total_amount_excluding_tax: document.amount,
            total_tax_amount: document.vat_amount,
            total_amount_including_tax: document.amount_including_vat,
            lines: lines.into_iter().map(PreviewedLine::from).collect(),
        }
    }
}

impl From<Preview> for PreviewBody {
    fn from(preview: Preview) -> Self {
        Self {
            order_id: preview.order_id,
            shopify_order_number: preview.shopify_order_number,
            cause: preview.seen.cause,
            remedy: preview.seen.remedy,
            document: preview.seen.document.map(PreviewedDocument::from),
            totals: preview.seen.totals.map(OrderTotalsBody::from),
        }
    }
}

impl From<Vec<Preview>> for PreviewsBody {
    fn from(previews: Vec<Preview>) -> Self {
        Self { value: previews.into_iter().map(PreviewBody::from).collect() }
    }
}

/// What would be made of orders, as the API says it.
pub fn previewed(previews: Vec<Preview>) -> serde_json::Value {
    serde_json::to_value(PreviewsBody::from(previews)).unwrap_or_default()
}

/// Adds the route.
pub(crate) fn serve(api: &mut Api) {
    let about = "The object 30103 makes the documents of these orders, each in a transaction that is not kept: no number is \
                 drawn and nothing is written.";
    let document = OperationBuilder::new()
        .tag("shopifyOrders")
        .summary(Some("See what would be made of chosen orders"))
        .description(Some(about))
        .request_body(Some(body::<ChosenOrders>("The orders.")))
        .response("200", json("What would be made.", Ref::from_schema_name(PreviewsBody::name())))
        .response("400", error("An order is not there, has its document, or is sold to nobody."));
    api.route(Method::POST, "/shopifyOrders/Kobling.previewSalesDocuments", RUN, document, preview);
}

async fn preview(
    State(app): State<App>,
    Extension(caller): Extension<Principal>,
    Body(chosen): Body<ChosenOrders>,
) -> Result<Json<PreviewsBody>, Error> {
    let previews = preview::of_orders(&app.connector, &caller, &chosen.ids).await?;
    Ok(Json(previews.into()))
}
