use chrono::NaiveDate;
use database::Read;
use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{ColumnTrait, EntityTrait, FromQueryResult, QueryFilter, QueryOrder, QuerySelect};
use values::Code;
use values::money::{Amount, Percent};

use crate::Result;
use crate::general_ledger::vat_entry::{Column, Entity};

/// What was sold to one country at one rate, as a VAT return (of the one-stop shop, or at home) asks for it.
#[derive(Clone, Debug, PartialEq, Eq, FromQueryResult)]
pub struct StatementLine {
    /// The country to which it was sent; blank: at home, where no country was named.
    pub country_region_code: Code<20>,
    /// Whom it is owed to, where it is a sales tax; blank: VAT.
    pub tax_jurisdiction_code: Code<10>,
    /// The rate.
    pub vat_percent: Percent,
    /// What was sold without VAT, in the company's own currency. What was taken back is subtracted.
    pub base: Amount,
    /// The VAT of it.
    pub amount: Amount,
}

/// VAT by country and rate, and sales tax by jurisdiction, of what belongs to the days from one to another by its VAT date, both of them included.
///
/// # Errors
/// When the database fails.
pub async fn statement(read: &Read, from: NaiveDate, to: NaiveDate) -> Result<Vec<StatementLine>> {
    // The ledger has what is owed on the credit side.
    let owed = |column: Column| Expr::col(column).sum().cast_as("bigint").mul(-1);
    Ok(Entity::find()
        .select_only()
        .column(Column::CountryRegionCode)
        .column(Column::TaxJurisdictionCode)
        .column(Column::VatPercent)
        .column_as(owed(Column::Base), "base")
        .column_as(owed(Column::Amount), "amount")
        .filter(Column::VatReportingDate.between(from, to))
        .group_by(Column::CountryRegionCode)
        .group_by(Column::TaxJurisdictionCode)
        .group_by(Column::VatPercent)
        .order_by_asc(Column::CountryRegionCode)
        .order_by_asc(Column::TaxJurisdictionCode)
        .order_by_desc(Column::VatPercent)
        .into_model::<StatementLine>()
        .all(read)
        .await?)
}
