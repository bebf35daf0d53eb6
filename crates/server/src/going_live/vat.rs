use access::{Action, Area};
use axum::Json;
use axum::extract::State;
use axum::http::Method;
use chrono::NaiveDate;
use connector::shops::Entity;
use connector::vat_check::{CountryCheck, Finding, check};
use serde::Serialize;
use utoipa::ToSchema;
use utoipa::openapi::Ref;
use utoipa::openapi::path::OperationBuilder;
use values::Code;
use values::money::Percent;

use crate::api::Api;
use crate::openapi::json;
use crate::records::{IfMatch, RecordId, found};
use crate::shops::TAG;
use crate::{App, Error};

const READ: (Area, Action) = (Area::Synchronization, Action::Read);

/// What the VAT check has seen.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct VatCheckBody {
    /// What was sold from this day on is looked at.
    #[schema(value_type = String, format = Date)]
    since: NaiveDate,
    /// Country by country.
    countries: Vec<VatCountryBody>,
    /// The other states of the EU to which the store sends, and to which nothing was sold: consumers there would bear the VAT
    /// of customers at home.
    #[schema(value_type = Vec<String>)]
    sends_to: Vec<Code<20>>,
    /// What does not agree, most lines first.
    findings: Vec<VatFindingBody>,
}

/// One country to which something was sent.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct VatCountryBody {
    /// Its code in Shopify; blank where an order names none.
    #[schema(value_type = String)]
    country: Code<20>,
    /// As many lines and shipping charges.
    lines: u64,
    /// As many bear the rate here that they bore in Shopify.
    agree: u64,
    /// As many bear sales tax, whose rate a tax area says: they are not compared.
    by_tax_area: u64,
    /// As many of which nothing says what they are here.
    unmapped: u64,
    /// The rates that Shopify charged.
    #[schema(value_type = Vec<f64>)]
    rates: Vec<Percent>,
}

/// Lines of which the VAT here would not be that of Shopify.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct VatFindingBody {
    /// The country to which they went.
    #[schema(value_type = String)]
    country: Code<20>,
    /// What they are: `Goods`, `Shipping`, `Tips` or `Gift Cards`.
    subject: &'static str,
    /// What does not agree: `Rate`, `No VAT Posting Setup` or `No VAT Bus. Posting Group`.
    reason: &'static str,
    /// The VAT business posting group of their customers; blank: not known.
    #[schema(value_type = String)]
    vat_bus_posting_group: Code<20>,
    /// Their VAT product posting group.
    #[schema(value_type = String)]
    vat_prod_posting_group: Code<20>,
    /// The rate in Shopify.
    #[schema(value_type = f64)]
    shopify_percent: Percent,
    /// The rate here; nothing: there is none.
    #[schema(value_type = Option<f64>)]
    percent: Option<Percent>,
    /// How many lines.
    lines: u64,
    /// The number of one of their orders.
    shopify_order_number: String,
    /// The same as `reason`, as the checklist names it: `rateDiffers`, `noVatSetup` or `noVatGroup`.
    code: &'static str,
    /// What is wrong, and what mends it.
    message: String,
}

impl From<CountryCheck> for VatCountryBody {
    fn from(seen: CountryCheck) -> Self {
        let CountryCheck { country, lines, agree, by_tax_area, unmapped, rates } = seen;
        Self { country, lines, agree, by_tax_area, unmapped, rates: rates.into_iter().collect() }
    }
}

impl From<Finding> for VatFindingBody {
    fn from(finding: Finding) -> Self {
        Self {
            code: finding.code(),
            message: finding.sentence(),
            country: finding.country,
            subject: finding.subject.caption(),
            reason: finding.reason.caption(),
            vat_bus_posting_group: finding.business_group,
            vat_prod_posting_group: finding.product_group,
            shopify_percent: finding.shopify_percent,
            percent: finding.percent,
            lines: finding.lines,
            shopify_order_number: finding.order_number,
        }
    }
}

/// Adds the route.
pub(super) fn serve(api: &mut Api) {
    let document = OperationBuilder::new()
        .tag(TAG)
        .summary(Some("Compare Shopify's tax rates with the VAT Posting Setup"))
        .description(Some("Of what the shop has sold in the last ninety days. Nothing is asked of the store."))
        .response("200", json("What was seen.", Ref::from_schema_name(VatCheckBody::name())));
    api.route(Method::GET, "/shopifyShops/{id}/Kobling.vatCheck", READ, document, read);
}

async fn read(State(app): State<App>, RecordId(id): RecordId) -> Result<Json<VatCheckBody>, Error> {
    let shop = found::<Entity>(&app, id, &IfMatch::Any).await?;
    let seen = check(&app.connector, shop.code.as_str()).await?;
    Ok(Json(VatCheckBody {
        since: seen.since,
        countries: seen.countries.into_iter().map(VatCountryBody::from).collect(),
        sends_to: seen.sends_to,
        findings: seen.findings.into_iter().map(VatFindingBody::from).collect(),
    }))
}
