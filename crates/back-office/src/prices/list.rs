//! The price list (table 7000).

use database::Record;
use sea_orm::entity::prelude::*;
use values::Code;

values::options! {
    /// For whom prices and discounts are.
    pub enum Source {
        /// Everyone.
        #[default]
        AllCustomers => "All Customers",
        /// One who pays.
        Customer => "Customer",
        /// Those of a price group. It has prices only.
        PriceGroup => "Customer Price Group",
        /// Those of a discount group. It has discounts only.
        DiscountGroup => "Customer Disc. Group",
        /// Those who were asked.
        Campaign => "Campaign",
    }
}

values::options! {
    /// Whether a price list holds.
    pub enum Status {
        /// Not yet.
        #[default]
        Draft => "Draft",
        /// It does.
        Active => "Active",
        /// No more.
        Inactive => "Inactive",
    }
}

/// A price list: what its lines have in common.
#[derive(Clone, Debug, Default, PartialEq, Eq, DeriveEntityModel, Record)]
#[sea_orm(table_name = "price_list")]
#[record(name = "priceLists", caption = "Price List")]
pub struct Model {
    /// The public id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// Its code.
    #[sea_orm(unique)]
    #[record(sort)]
    pub code: Code<20>,
    /// What it is for.
    pub description: String,
    /// For whom it is.
    pub source_type: Source,
    /// The number or the code of those; blank for everyone.
    #[record(caption = "Source No.")]
    pub source_number: Code<20>,
    /// The currency of its prices; blank is the company's own, and holds in every currency.
    pub currency_code: Code<10>,
    /// Its first day; blank: every day before the last.
    pub starting_date: Option<ChronoDate>,
    /// Its last day; blank: every day from the first on.
    pub ending_date: Option<ChronoDate>,
    /// Whether its prices have VAT in them.
    #[record(name = "priceIncludesTax", caption = "Price Includes VAT")]
    pub price_includes_vat: bool,
    /// Whose VAT that is; blank: what the sales set-up says.
    #[record(caption = "VAT Bus. Posting Gr. (Price)")]
    pub vat_business_posting_group_price: Code<20>,
    /// Whether a discount on the line may be given on top of its prices.
    #[record(caption = "Allow Line Disc.")]
    pub allow_line_discount: bool,
    /// Whether a discount on the whole may be given on top of its prices.
    #[record(caption = "Allow Invoice Disc.")]
    pub allow_invoice_discount: bool,
    /// Whether it holds.
    pub status: Status,
    /// When it was last changed.
    #[record(sort)]
    pub last_modified_date_time: ChronoDateTimeUtc,
    /// Counts its changes.
    #[record(skip)]
    pub version: i64,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
#[expect(missing_docs, reason = "the entity needs it and it has no values")]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
