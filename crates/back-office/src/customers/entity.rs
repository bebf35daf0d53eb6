//! The customer (table 18).

use database::Record;
use sea_orm::entity::prelude::*;
use values::Code;

values::options! {
    /// What a customer is kept from.
    pub enum Blocked {
        /// Nothing.
        #[default]
        None => "",
        /// Shipments, and new orders.
        Ship => "Ship",
        /// Invoices, and new documents.
        Invoice => "Invoice",
        /// Everything.
        All => "All",
    }
}

values::options! {
    /// How an order may be shipped.
    pub enum ShippingAdvice {
        /// In as many parts as there are.
        #[default]
        Partial => "Partial",
        /// Only as a whole.
        Complete => "Complete",
    }
}

/// A customer.
#[derive(Clone, Debug, Default, PartialEq, Eq, DeriveEntityModel, Record)]
#[sea_orm(table_name = "customer")]
#[record(name = "customers", caption = "Customer", search = "customer_search")]
pub struct Model {
    /// The public id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// Its number.
    #[sea_orm(unique)]
    #[record(sort)]
    pub number: Code<20>,
    /// Its name.
    #[record(name = "displayName", caption = "Name", sort)]
    #[sea_orm(indexed)]
    pub name: String,
    /// More of its name.
    #[sea_orm(column_name = "name_2")]
    #[record(name = "displayName2", caption = "Name 2")]
    pub name2: String,
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
    /// The e-mail address in lower case, to find it by.
    #[sea_orm(indexed)]
    #[record(skip)]
    pub email_key: String,
    /// The last digits of the phone number, to find it by.
    #[sea_orm(indexed)]
    #[record(skip)]
    pub phone_key: String,
    /// Whom to ask for.
    pub contact: String,
    /// Its mobile phone.
    #[record(caption = "Mobile Phone No.")]
    pub mobile_phone_number: String,
    /// Its home page.
    #[record(caption = "Home Page")]
    pub website: String,
    /// Its language.
    pub language_code: Code<10>,
    /// Its number in the register of those who pay VAT.
    #[record(name = "taxRegistrationNumber", caption = "VAT Registration No.")]
    pub vat_registration_number: String,
    /// Its number in the register of companies.
    #[record(caption = "Registration No.")]
    pub registration_number: String,
    /// The number in the register of VAT, to find it by.
    #[sea_orm(indexed)]
    #[record(skip)]
    pub vat_registration_key: String,
    /// The number in the register of companies, to find it by.
    #[sea_orm(indexed)]
    #[record(skip)]
    pub registration_key: String,
    /// How goods are sent to it.
    pub shipment_method_code: Code<10>,
    /// Who carries them.
    pub shipping_agent_code: Code<10>,
    /// By which of the agent's services.
    pub shipping_agent_service_code: Code<10>,
    /// From where they are sent.
    pub location_code: Code<10>,
    /// Whether its orders may be shipped in parts.
    pub shipping_advice: ShippingAdvice,
    /// Where they go, of its ship-to addresses; blank: to its own address.
    #[record(caption = "Ship-to Code")]
    pub ship_to_code: Code<10>,
    /// Who sells to it.
    pub salesperson_code: Code<20>,
    /// Its general business posting group.
    #[record(name = "generalBusinessPostingGroupCode", caption = "Gen. Bus. Posting Group")]
    pub general_business_posting_group: Code<20>,
    /// Its VAT business posting group.
    #[record(name = "taxAreaCode", caption = "VAT Bus. Posting Group")]
    pub vat_business_posting_group: Code<20>,
    /// Where it is taxed, where sales tax is levied.
    #[record(name = "salesTaxAreaCode")]
    pub tax_area_code: Code<20>,
    /// Whether it is liable to sales tax.
    pub tax_liable: bool,
    /// Its customer posting group.
    #[record(name = "customerPostingGroupCode")]
    pub customer_posting_group: Code<20>,
    /// The currency in which it buys; blank is the company's own.
    pub currency_code: Code<10>,
    /// The payment terms.
    pub payment_terms_code: Code<10>,
    /// The payment method.
    pub payment_method_code: Code<10>,
    /// Its customer price group.
    pub customer_price_group: Code<10>,
    /// Its customer discount group.
    #[record(caption = "Customer Disc. Group")]
    pub customer_discount_group: Code<20>,
    /// Which discounts it gets on the whole.
    #[record(caption = "Invoice Disc. Code")]
    pub invoice_discount_code: Code<20>,
    /// Whether it gets discounts on lines where no price list says so.
    #[record(caption = "Allow Line Disc.")]
    pub allow_line_discount: bool,
    /// Whether the prices of its documents have VAT in them.
    #[record(name = "pricesIncludeTax", caption = "Prices Including VAT")]
    pub prices_including_vat: bool,
    /// What it is kept from.
    pub blocked: Blocked,
    /// Whether it is kept from everything, because what is known of it may not be used.
    pub privacy_blocked: bool,
    /// When it was last changed.
    #[record(sort)]
    #[sea_orm(indexed)]
    pub last_modified_date_time: ChronoDateTimeUtc,
    /// Counts its changes.
    #[record(skip)]
    pub version: i64,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
#[expect(missing_docs, reason = "the entity needs it and it has no values")]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
