use std::collections::HashMap;

use back_office::general_ledger::{DocumentType, vat_entry};
use back_office::sales::posted::{self, Kind};
use back_office::{company, countries, currencies, customer_ledger, payment_methods, payment_terms, shipment_methods};
use database::Read;
use rust_decimal::Decimal;
use sea_orm::sea_query::SimpleExpr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use uuid::Uuid;
use values::Code;

use crate::{Error, Result};

/// What a document is printed from.
#[derive(Debug)]
pub(super) struct Printed {
    pub(super) header: posted::header::Model,
    pub(super) lines: Vec<posted::line::Model>,
    pub(super) company: company::Model,
    pub(super) terms: Option<payment_terms::Model>,
    pub(super) payment_method: Option<payment_methods::Model>,
    pub(super) shipment_method: Option<shipment_methods::Model>,
    /// The names of countries by their codes.
    pub(super) countries: HashMap<String, String>,
    /// Amounts are multiples of this.
    pub(super) precision: Decimal,
    /// What the ledger has of its VAT, in the company's own currency.
    pub(super) vat_entries: Vec<vat_entry::Model>,
    /// Whether it was settled as it was posted, as what is paid by card is.
    pub(super) is_settled: bool,
}

impl Printed {
    /// The currency of its amounts.
    pub(super) fn currency(&self) -> &Code<10> {
        self.header.currency_code.non_blank().unwrap_or(&self.company.currency_code)
    }

    /// Whether that is not the company's own.
    pub(super) fn is_foreign(&self) -> bool {
        *self.currency() != self.company.currency_code
    }

    /// Whether money is given back.
    pub(super) fn is_credit(&self) -> bool {
        self.header.kind == Kind::CreditMemo
    }
}

/// Collects what a posted document is printed from.
///
/// # Errors
/// [`Error::NoDocument`] and [`Error::NotPrinted`].
pub(super) async fn read(read: &Read, id: Uuid) -> Result<Printed> {
    let header =
        posted::header::Entity::find_by_id(id).one(read).await?.ok_or_else(|| Error::NoDocument(id.to_string()))?;
    let document_type = match header.kind {
        Kind::Invoice => DocumentType::Invoice,
        Kind::CreditMemo => DocumentType::CreditMemo,
        Kind::Shipment => {
            return Err(Error::NotPrinted { kind: header.kind.in_words(), number: header.number.to_string() });
        }
    };
    let lines = posted::line::Entity::find()
        .filter(posted::line::Column::DocumentId.eq(id))
        .order_by_asc(posted::line::Column::LineNumber)
        .all(read)
        .await?;
    let company = company::read(read).await?;
    let currency = one::<currencies::Entity>(read, currencies::Column::Code.eq(header.currency_code.clone())).await?;
    let precision = currency.map_or(company.amount_rounding_precision, |currency| currency.amount_rounding_precision);
    let countries = countries::Entity::find().all(read).await?.into_iter();
    let settled = customer_ledger::entry::Entity::find()
        .filter(customer_ledger::entry::Column::DocumentNumber.eq(header.number.clone()))
        .filter(customer_ledger::entry::Column::DocumentType.eq(document_type))
        .one(read)
        .await?;
    let vat_entries = vat_entry::Entity::find()
        .filter(vat_entry::Column::DocumentNumber.eq(header.number.clone()))
        .filter(vat_entry::Column::DocumentType.eq(document_type))
        .all(read)
        .await?;
    let terms = payment_terms::Column::Code.eq(header.payment_terms_code.clone());
    let method = payment_methods::Column::Code.eq(header.payment_method_code.clone());
    let shipment = shipment_methods::Column::Code.eq(header.shipment_method_code.clone());
    Ok(Printed {
        lines,
        terms: one::<payment_terms::Entity>(read, terms).await?,
        payment_method: one::<payment_methods::Entity>(read, method).await?,
        shipment_method: one::<shipment_methods::Entity>(read, shipment).await?,
        countries: countries.map(|country| (country.code.to_string(), country.name)).collect(),
        precision: precision.decimal(),
        vat_entries,
        is_settled: settled.is_some_and(|entry| !entry.open && entry.closed_at_date == Some(header.posting_date)),
        company,
        header,
    })
}

/// The record that a condition finds; nothing where there is none, as for a blank code.
async fn one<E: EntityTrait>(read: &Read, condition: SimpleExpr) -> Result<Option<E::Model>> {
    Ok(E::find().filter(condition).one(read).await?)
}

/// The id of the posted invoice of that number, or else of the credit memo.
///
/// # Errors
/// [`Error::NoDocument`].
pub async fn posted(read: &Read, number: &str) -> Result<Uuid> {
    // What is longer than a number is none, whatever it begins with.
    let code = Code::<20>::new(number).map_err(|_| Error::NoDocument(number.to_owned()))?;
    let found = posted::header::Entity::find()
        .filter(posted::header::Column::Number.eq(code))
        .filter(posted::header::Column::Kind.ne(Kind::Shipment))
        .all(read)
        .await?;
    let invoice_first = found.into_iter().min_by_key(|document| document.kind != Kind::Invoice);
    invoice_first.map(|document| document.id).ok_or_else(|| Error::NoDocument(number.to_owned()))
}
