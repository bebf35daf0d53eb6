//! What the ledgers are asked as a whole: what has come of a document, and the VAT of a period.

use access::{Action, Area};
use axum::Json;
use axum::extract::rejection::QueryRejection;
use axum::extract::{Query, State};
use axum::http::Method;
use axum::response::{IntoResponse, Response};
use back_office::{find_entries, vat};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa::openapi::Ref;
use utoipa::openapi::path::{OperationBuilder, ParameterIn};
use utoipa::openapi::schema::Type;
use values::Code;
use values::field::Value;
use values::money::{Amount, Percent};

use crate::api::Api;
use crate::openapi::{json, parameter, refused, shared};
use crate::question::read;
use crate::records::csv_table;
use crate::{App, Error};

const READ: (Area, Action) = (Area::BackOffice, Action::Read);

/// The document that is asked for.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct OfDocument {
    document_number: Code<20>,
    posting_date: Option<NaiveDate>,
}

/// What has come of a document.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct FoundEntries {
    /// One for each list that has some.
    value: Vec<FoundIn>,
}

/// The records of one list.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct FoundIn {
    /// The list, as `generalLedgerEntries`.
    name: &'static str,
    /// What one of its records is called.
    caption: &'static str,
    /// How many there are.
    count: u64,
}

/// The period that is asked for, both days included.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Period {
    from: NaiveDate,
    to: NaiveDate,
    #[serde(rename = "$format", default)]
    format: Form,
}

/// How the answer is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Form {
    /// As JSON.
    #[default]
    Json,
    /// As comma-separated values.
    Csv,
}

/// VAT of a period.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct VatStatement {
    /// One for each country and rate, and for each jurisdiction that levies sales tax.
    value: Vec<VatStatementLine>,
}

/// What was sold to one country at one rate.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct VatStatementLine {
    /// The country to which it was sent; blank: none was named.
    #[schema(value_type = String)]
    country_region_code: Code<20>,
    /// Whom it is owed to, where it is a sales tax; blank: VAT.
    #[schema(value_type = String)]
    tax_jurisdiction_code: Code<10>,
    /// The rate.
    #[schema(value_type = f64)]
    vat_percent: Percent,
    /// What was sold without VAT, in the company's own currency.
    #[schema(value_type = f64)]
    base: Amount,
    /// The VAT of it.
    #[schema(value_type = f64)]
    amount: Amount,
}

/// Adds the routes.
pub(crate) fn serve(api: &mut Api) {
    let query = |name, about| parameter(name, ParameterIn::Query, Type::String, about);
    let document = OperationBuilder::new()
        .tag("generalLedgerEntries")
        .summary(Some("Find entries: in which lists something of a document stands"))
        .parameter(query("documentNumber", "The number of the document."))
        .parameter(query("postingDate", "The day to which it is posted; left out: any."))
        .response("200", json("The lists.", Ref::from_schema_name(FoundEntries::name())))
        .response("400", refused("BadRequest"));
    api.route(Method::GET, "/findEntries", READ, document, find);
    let document = OperationBuilder::new()
        .tag("vatEntries")
        .summary(Some("VAT of a period by the country to which was sent, and by rate"))
        .parameter(query("from", "The first day."))
        .parameter(query("to", "The last day."))
        .parameter_ref(shared("$format"))
        .response("200", json("The lines.", Ref::from_schema_name(VatStatement::name())))
        .response("400", refused("BadRequest"));
    api.route(Method::GET, "/vatStatement", READ, document, statement);
}

async fn find(
    State(app): State<App>,
    query: Result<Query<OfDocument>, QueryRejection>,
) -> Result<Json<FoundEntries>, Error> {
    let asked = &read(query)?;
    if asked.document_number.is_blank() {
        return Err(Error::invalid("documentNumber", "documentNumber is blank: enter the number of a document"));
    }
    let find = |read| async move { find_entries(&read, &asked.document_number, asked.posting_date).await };
    let found = app.db.read(find).await?;
    let lists = found.into_iter().map(|found| FoundIn { name: found.name, caption: found.caption, count: found.count });
    Ok(Json(FoundEntries { value: lists.collect() }))
}

async fn statement(State(app): State<App>, query: Result<Query<Period>, QueryRejection>) -> Result<Response, Error> {
    let Period { from, to, format } = read(query)?;
    if to < from {
        return Err(Error::invalid(
            "to",
            format!("the period ends on {to}, before it begins on {from}: choose a later day"),
        ));
    }
    let lines = app.db.read(|read| async move { vat::statement(&read, from, to).await }).await?;
    if format == Form::Csv {
        let row = |line: &vat::StatementLine| {
            let country = Value::Text(line.country_region_code.to_string());
            let jurisdiction = Value::Text(line.tax_jurisdiction_code.to_string());
            let figures = [line.vat_percent.decimal(), line.base.decimal(), line.amount.decimal()];
            let [percent, base, amount] = figures.map(Value::Decimal);
            [country, jurisdiction, percent, base, amount]
        };
        let rows: Vec<_> = lines.iter().map(row).collect();
        let captions = ["Country/Region Code", "Tax Jurisdiction Code", "VAT %", "Base", "Amount"];
        return csv_table("vatStatement", captions, &rows);
    }
    let lines = lines.into_iter().map(|line| VatStatementLine {
        country_region_code: line.country_region_code,
        tax_jurisdiction_code: line.tax_jurisdiction_code,
        vat_percent: line.vat_percent,
        base: line.base,
        amount: line.amount,
    });
    Ok(Json(VatStatement { value: lines.collect() }).into_response())
}
