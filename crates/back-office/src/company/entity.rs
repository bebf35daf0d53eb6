use chrono::{DateTime, NaiveDate, Utc};
use database::Record;
use sea_orm::entity::prelude::*;
use values::Code;
use values::money::{Amount, Price};

/// The company. There is one.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Record)]
#[sea_orm(table_name = "company")]
#[record(name = "companyInformation", caption = "Company Information")]
pub struct Model {
    /// The public id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// Its name.
    #[record(name = "displayName", caption = "Name")]
    pub name: String,
    /// Its own currency; amounts without a currency are in it.
    #[record(caption = "LCY Code")]
    pub currency_code: Code<10>,
    /// The zone in which its days begin, by its IANA name.
    pub time_zone: String,
    /// To multiples of this amounts are rounded.
    pub amount_rounding_precision: Amount,
    /// To multiples of this prices are rounded.
    #[record(caption = "Unit-Amount Rounding Precision")]
    pub unit_amount_rounding_precision: Price,
    /// The number series of customers.
    #[record(caption = "Customer Nos.")]
    pub customer_numbers: Code<20>,
    /// The number series of items.
    #[record(caption = "Item Nos.")]
    pub item_numbers: Code<20>,
    /// The number series of sales orders.
    #[record(caption = "Order Nos.")]
    pub order_numbers: Code<20>,
    /// Counts its changes.
    #[record(skip)]
    pub version: i64,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
#[expect(missing_docs, reason = "the entity needs it and it has no values")]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl Model {
    /// The zone in which its days begin; UTC when its name is unknown.
    pub fn zone(&self) -> chrono_tz::Tz {
        self.time_zone.parse().unwrap_or(chrono_tz::UTC)
    }

    /// The day that it is there at an instant.
    pub fn today(&self, now: DateTime<Utc>) -> NaiveDate {
        now.with_timezone(&self.zone()).date_naive()
    }
}
