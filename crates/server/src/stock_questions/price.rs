use access::{Action, Area, Principal};
use axum::extract::rejection::QueryRejection;
use axum::extract::{Query, State};
use axum::http::Method;
use axum::{Extension, Json};
use back_office::customers;
use back_office::items::variant;
use back_office::prices::{self, Terms, Wanted};
use chrono::NaiveDate;
use database::Read;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa::openapi::Ref;
use utoipa::openapi::path::{OperationBuilder, ParameterIn};
use utoipa::openapi::schema::Type;
use uuid::Uuid;
use values::Code;
use values::money::{Percent, Price, Quantity};

use crate::api::Api;
use crate::openapi::{json, parameter, refused};
use crate::question::read;
use crate::{App, Error};

/// What is to be priced, for whom and when.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct Asked {
    item_number: Code<20>,
    #[serde(default)]
    variant_code: Code<10>,
    #[serde(default)]
    unit_of_measure_code: Code<10>,
    quantity: Option<Quantity>,
    #[serde(default)]
    customer_number: Code<20>,
    #[serde(default)]
    campaign_number: Code<20>,
    currency_code: Option<Code<10>>,
    date: Option<NaiveDate>,
}

/// What one unit costs, and where that comes from.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = SalesPrice)]
pub(crate) struct FoundPrice {
    /// The price of one unit.
    #[schema(value_type = f64)]
    unit_price: Price,
    /// The currency; blank: the company's own.
    #[schema(value_type = String)]
    currency_code: Code<10>,
    /// Whether it has VAT in it, as the customer's documents do.
    price_includes_tax: bool,
    /// The discount.
    #[schema(value_type = f64)]
    line_discount_percent: Percent,
    /// Whether a discount on the line may be given on top.
    allow_line_discount: bool,
    /// Whether a discount on the whole may be given on top.
    allow_invoice_discount: bool,
    /// The line of the price, from `priceListLines`; nothing: it is the item's own.
    price_list_line_id: Option<Uuid>,
    /// The line of the discount, from `priceListLines`; nothing: there is none.
    discount_price_list_line_id: Option<Uuid>,
}

/// Adds the route.
pub(super) fn serve(api: &mut Api) {
    let query = |name, about| parameter(name, ParameterIn::Query, Type::String, about);
    let document = OperationBuilder::new()
        .tag("priceLists")
        .summary(Some("What one unit of an item costs a customer on a day"))
        .parameter(query("itemNumber", "The item."))
        .parameter(query("variantCode", "Which variant of it."))
        .parameter(query("unitOfMeasureCode", "In which unit; left out: its sales unit."))
        .parameter(parameter("quantity", ParameterIn::Query, Type::Number, "How many; left out: 1."))
        .parameter(query("customerNumber", "Who pays; left out: no one in particular."))
        .parameter(query("campaignNumber", "The campaign whose prices hold, too."))
        .parameter(query("currencyCode", "In which currency; left out: the customer's."))
        .parameter(query("date", "On which day; left out: today."))
        .response("200", json("The price.", Ref::from_schema_name(FoundPrice::name())))
        .response("400", refused("BadRequest"));
    api.route(Method::GET, "/salesPrice", (Area::BackOffice, Action::Read), document, ask);
}

async fn ask(
    State(app): State<App>,
    Extension(caller): Extension<Principal>,
    query: Result<Query<Asked>, QueryRejection>,
) -> Result<Json<FoundPrice>, Error> {
    let asked = &read(query)?;
    let date = asked.date.unwrap_or_else(|| app.words(&caller).today());
    let find = |read| async move {
        let terms = terms(&read, asked, date).await?;
        if let Some(variant) = asked.variant_code.non_blank() {
            variant::check(&read, &asked.item_number, variant).await.map_err(meant)?;
        }
        let wanted = Wanted {
            item_number: asked.item_number.clone(),
            variant_code: asked.variant_code.clone(),
            unit_of_measure_code: asked.unit_of_measure_code.clone(),
            quantity: asked.quantity.unwrap_or_else(|| 1.into()),
        };
        let found = prices::find(&read, &terms, &wanted).await.map_err(meant)?;
        Ok::<_, Error>(FoundPrice {
            unit_price: found.unit_price,
            currency_code: terms.currency_code,
            price_includes_tax: terms.prices_including_vat,
            line_discount_percent: found.line_discount_percent,
            allow_line_discount: found.allow_line_discount,
            allow_invoice_discount: found.allow_invoice_discount,
            price_list_line_id: found.price_line,
            discount_price_list_line_id: found.discount_line,
        })
    };
    Ok(Json(app.db.read(find).await?))
}

/// Those of the customer, when there is one.
async fn terms(read: &Read, asked: &Asked, date: NaiveDate) -> Result<Terms, Error> {
    let terms = match asked.customer_number.non_blank() {
        None => Terms::on(date),
        Some(number) => {
            let found = customers::by_numbers(read, std::slice::from_ref(number)).await?.pop();
            let unknown = || back_office::Error::Unknown { kind: "customer", code: number.to_string() };
            Terms::of(&found.ok_or_else(unknown).map_err(meant)?, date)
        }
    };
    Ok(Terms {
        campaign_number: asked.campaign_number.clone(),
        currency_code: asked.currency_code.clone().unwrap_or(terms.currency_code),
        ..terms
    })
}

/// What is not there, with the part of the question that names it.
fn meant(error: back_office::Error) -> Error {
    let names = [
        ("item", "itemNumber"),
        ("item variant", "variantCode"),
        ("item unit of measure", "unitOfMeasureCode"),
        ("customer", "customerNumber"),
        ("currency", "currencyCode"),
    ];
    Error::unknown(error, &names)
}
