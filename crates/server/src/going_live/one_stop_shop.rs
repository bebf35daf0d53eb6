use access::{Action, Area, Principal};
use axum::extract::State;
use axum::http::Method;
use axum::{Extension, Json};
use back_office::vat::oss::{CountryPlan, Made, PlannedRow};
use connector::shops::Entity;
use connector::vat_check;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa::openapi::Ref;
use utoipa::openapi::path::OperationBuilder;
use values::Code;
use values::money::Percent;

use crate::api::Api;
use crate::body::OptionalBody;
use crate::openapi::{error, json, optional_body};
use crate::records::{IfMatch, RecordId, found};
use crate::shops::TAG;
use crate::{App, Error};

const READ: (Area, Action) = (Area::Setup, Action::Read);
const CHANGE: (Area, Action) = (Area::Setup, Action::Change);

/// For which member states.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct OneStopShopBody {
    /// All of them, and not only those to which the shop has sent something in the last ninety days.
    all: bool,
}

/// What the one-stop shop needs and does not have.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct OneStopShopPlan {
    /// The VAT business posting group of customers at home.
    #[schema(value_type = String)]
    vat_bus_posting_group: Code<20>,
    /// The customer template at home.
    #[schema(value_type = String)]
    customer_template_code: Code<20>,
    /// State by state.
    countries: Vec<OneStopShopCountry>,
    /// What businesses that are registered for VAT in these states share, as of a country `EU`; nothing where none buy.
    registered: Option<OneStopShopCountry>,
}

/// What one member state needs.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct OneStopShopCountry {
    /// Its ISO code.
    #[schema(value_type = String)]
    country: Code<2>,
    /// Its VAT business posting group, and the customer template of the same code.
    #[schema(value_type = String)]
    vat_bus_posting_group: Code<20>,
    /// Whether the group is to be made.
    is_new: bool,
    /// Whether the template is to be made.
    template_is_new: bool,
    /// The VAT Posting Setup.
    rows: Vec<OneStopShopRow>,
    /// As many customers of that state get the group instead of that at home.
    customers: u64,
}

/// One row of the VAT Posting Setup.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct OneStopShopRow {
    /// The VAT product posting group.
    #[schema(value_type = String)]
    vat_prod_posting_group: Code<20>,
    /// The rate; nothing: a person must say it, and no row is made.
    #[schema(value_type = Option<f64>)]
    percent: Option<Percent>,
    /// Where it is taken from: `Standard Rate`, `No VAT`, `Orders`, `Reverse Charge` or `Unknown`.
    basis: &'static str,
    /// The rate of the row that is there already, which stays.
    #[schema(value_type = Option<f64>)]
    existing: Option<Percent>,
}

/// What was made.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct OneStopShopMade {
    /// VAT business posting groups.
    groups: u64,
    /// Rows of the VAT Posting Setup.
    rows: u64,
    /// Customer templates.
    templates: u64,
    /// Customers who have another VAT business posting group now.
    customers: u64,
}

impl From<CountryPlan> for OneStopShopCountry {
    fn from(plan: CountryPlan) -> Self {
        Self {
            country: plan.country,
            vat_bus_posting_group: plan.group,
            is_new: plan.is_new,
            template_is_new: plan.template_is_new,
            rows: plan.rows.into_iter().map(OneStopShopRow::from).collect(),
            customers: plan.customers,
        }
    }
}

impl From<PlannedRow> for OneStopShopRow {
    fn from(row: PlannedRow) -> Self {
        Self {
            vat_prod_posting_group: row.product_group,
            percent: row.percent,
            basis: row.basis.caption(),
            existing: row.existing,
        }
    }
}

/// Adds the routes.
pub(super) fn serve(api: &mut Api) {
    let about =
        "The standard rates are those of the European Commission; reduced rates are those that orders have shown.";
    let document = OperationBuilder::new()
        .tag(TAG)
        .summary(Some("What the EU's one-stop shop needs"))
        .description(Some(about))
        .request_body(Some(optional_body::<OneStopShopBody>("For which states.")))
        .response("200", json("What would be made.", Ref::from_schema_name(OneStopShopPlan::name())))
        .response("400", error("The company's country, its template or its rates at home are not known."));
    api.route(Method::POST, "/shopifyShops/{id}/Kobling.previewOneStopShop", READ, document, preview);
    let document = OperationBuilder::new()
        .tag(TAG)
        .summary(Some("Make what the EU's one-stop shop needs"))
        .description(Some("What is there stays as it is; again, only what is missing is made."))
        .request_body(Some(optional_body::<OneStopShopBody>("For which states.")))
        .response("200", json("What was made.", Ref::from_schema_name(OneStopShopMade::name())))
        .response("400", error("The company's country, its template or its rates at home are not known."));
    api.route(Method::POST, "/shopifyShops/{id}/Kobling.createOneStopShop", CHANGE, document, create);
}

async fn preview(
    State(app): State<App>,
    RecordId(id): RecordId,
    OptionalBody(body): OptionalBody<OneStopShopBody>,
) -> Result<Json<OneStopShopPlan>, Error> {
    let shop = found::<Entity>(&app, id, &IfMatch::Any).await?;
    let plan = vat_check::preview(&app.connector, shop.code.as_str(), body.all).await?;
    Ok(Json(OneStopShopPlan {
        vat_bus_posting_group: plan.home_group,
        customer_template_code: plan.home_template,
        countries: plan.countries.into_iter().map(OneStopShopCountry::from).collect(),
        registered: plan.registered.map(OneStopShopCountry::from),
    }))
}

async fn create(
    State(app): State<App>,
    Extension(caller): Extension<Principal>,
    RecordId(id): RecordId,
    OptionalBody(body): OptionalBody<OneStopShopBody>,
) -> Result<Json<OneStopShopMade>, Error> {
    let shop = found::<Entity>(&app, id, &IfMatch::Any).await?;
    let made = vat_check::create(&app.connector, &caller, shop.code.as_str(), body.all).await?;
    let Made { groups, rows, templates, customers } = made;
    Ok(Json(OneStopShopMade { groups, rows, templates, customers }))
}
