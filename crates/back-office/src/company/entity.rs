use chrono::{DateTime, NaiveDate, Utc};
use database::Record;
use sea_orm::entity::prelude::*;
use values::Code;
use values::money::{Amount, Price};

/// The company. There is one.
#[derive(Clone, Debug, Default, PartialEq, Eq, DeriveEntityModel, Record)]
#[sea_orm(table_name = "company")]
#[record(name = "companyInformation", caption = "Company Information")]
pub struct Model {
    /// The public id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// Its name.
    #[record(name = "displayName", caption = "Name")]
    pub name: String,
    /// The first line of its address.
    #[record(name = "addressLine1", caption = "Address")]
    pub address: String,
    /// The second line.
    #[sea_orm(column_name = "address_2")]
    #[record(name = "addressLine2", caption = "Address 2")]
    pub address2: String,
    /// Its post code.
    #[record(name = "postalCode", caption = "Post Code")]
    pub post_code: String,
    /// Its city.
    pub city: String,
    /// Its county.
    #[record(name = "state", caption = "County")]
    pub county: String,
    /// Its country.
    #[record(name = "country", caption = "Country/Region Code")]
    pub country_region_code: Code<20>,
    /// Its phone.
    #[record(caption = "Phone No.")]
    pub phone_number: String,
    /// Its e-mail address.
    #[record(caption = "Email")]
    pub email: String,
    /// Its pages on the web.
    #[record(caption = "Home Page")]
    pub website: String,
    /// By which the state knows it.
    #[record(name = "taxRegistrationNumber", caption = "VAT Registration No.")]
    pub vat_registration_number: String,
    /// The bank to which it is paid.
    pub bank_name: String,
    /// Its account there.
    #[record(caption = "Bank Account No.")]
    pub bank_account_number: String,
    /// The same for those abroad.
    #[record(name = "iban", caption = "IBAN")]
    pub iban: String,
    /// The bank for those abroad.
    #[record(caption = "SWIFT Code")]
    pub swift_code: String,
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
