//! The currency exchange rate (table 330).

use database::Record;
use sea_orm::entity::prelude::*;
use values::Code;

use crate::currencies::Rate;

/// What a currency is worth from a day on.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Record)]
#[sea_orm(table_name = "currency_exchange_rate")]
#[record(name = "currencyExchangeRates", caption = "Currency Exchange Rate")]
pub struct Model {
    /// The public id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// The currency.
    #[sea_orm(unique_key = "rate")]
    pub currency_code: Code<10>,
    /// The first day.
    #[sea_orm(unique_key = "rate")]
    pub starting_date: ChronoDate,
    /// So much of the currency …
    #[record(nofilter)]
    pub exchange_rate_amount: Rate,
    /// … is worth so much of the company's own.
    #[record(nofilter, caption = "Relational Exch. Rate Amount")]
    pub relational_exchange_rate_amount: Rate,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
#[expect(missing_docs, reason = "the entity needs it and it has no values")]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
