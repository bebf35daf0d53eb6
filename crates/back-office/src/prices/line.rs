//! The price list line (table 7001).

use database::Record;
use sea_orm::entity::prelude::*;
use values::Code;
use values::money::{Percent, Price, Quantity};

use super::list::{self, Source, Status};

values::options! {
    /// What a line gives a price or a discount to.
    pub enum Asset {
        /// An item.
        #[default]
        Item => "Item",
        /// The items of a discount group. It has discounts only.
        ItemDiscountGroup => "Item Discount Group",
    }
}

values::options! {
    /// What a line gives.
    pub enum AmountType {
        /// Both.
        Any => "Price & Discount",
        /// A price.
        #[default]
        Price => "Price",
        /// A discount.
        Discount => "Discount",
    }
}

/// A price, a discount or both, from a list. What it has in common with its list is kept on it, too, so that one table
/// answers.
#[derive(Clone, Debug, Default, PartialEq, Eq, DeriveEntityModel, Record)]
#[sea_orm(table_name = "price_list_line")]
#[record(name = "priceListLines", caption = "Price List Line")]
pub struct Model {
    /// The public id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// Its list.
    #[sea_orm(unique_key = "position")]
    #[record(caption = "Price List Code", sort)]
    pub list_code: Code<20>,
    /// Its place there: 10000, 20000, …
    #[sea_orm(unique_key = "position")]
    #[record(caption = "Line No.", sort)]
    pub line_number: i32,
    /// For whom it is.
    pub source_type: Source,
    /// The number or the code of those; blank for everyone.
    #[sea_orm(indexed)]
    #[record(caption = "Source No.")]
    pub source_number: Code<20>,
    /// What is sold.
    pub asset_type: Asset,
    /// The number or the code of that.
    #[sea_orm(indexed)]
    #[record(caption = "Asset No.")]
    pub asset_number: Code<20>,
    /// Which variant; blank: all.
    pub variant_code: Code<10>,
    /// Of which unit it is; blank: of the base unit, for all.
    pub unit_of_measure_code: Code<10>,
    /// The currency of its price; blank is the company's own, and holds in every currency.
    pub currency_code: Code<10>,
    /// Its first day; blank: every day before the last.
    pub starting_date: Option<ChronoDate>,
    /// Its last day; blank: every day from the first on.
    pub ending_date: Option<ChronoDate>,
    /// From this quantity on, in its unit.
    pub minimum_quantity: Quantity,
    /// What it gives.
    pub amount_type: AmountType,
    /// The price of one unit.
    pub unit_price: Price,
    /// The discount.
    #[record(caption = "Line Discount %")]
    pub line_discount_percent: Percent,
    /// Whether a discount on the line may be given on top of its price.
    #[record(caption = "Allow Line Disc.")]
    pub allow_line_discount: bool,
    /// Whether a discount on the whole may be given on top of its price.
    #[record(caption = "Allow Invoice Disc.")]
    pub allow_invoice_discount: bool,
    /// Whether its price has VAT in it.
    #[record(name = "priceIncludesTax", caption = "Price Includes VAT")]
    pub price_includes_vat: bool,
    /// Whose VAT that is; blank: what the sales set-up says.
    #[record(caption = "VAT Bus. Posting Gr. (Price)")]
    pub vat_business_posting_group_price: Code<20>,
    /// Whether its list holds.
    pub status: Status,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
#[expect(missing_docs, reason = "the entity needs it and it has no values")]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl Model {
    /// With what it has in common with its list, as the list is now.
    pub(super) fn of(self, list: &list::Model) -> Self {
        Self {
            source_type: list.source_type,
            source_number: list.source_number.clone(),
            currency_code: list.currency_code.clone(),
            price_includes_vat: list.price_includes_vat,
            vat_business_posting_group_price: list.vat_business_posting_group_price.clone(),
            status: list.status,
            ..self
        }
    }

    /// Whether it gives a price.
    pub fn has_price(&self) -> bool {
        self.amount_type != AmountType::Discount
    }

    /// Whether it gives a discount.
    pub fn has_discount(&self) -> bool {
        self.amount_type != AmountType::Price
    }
}
