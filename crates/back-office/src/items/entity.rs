//! The item (table 27).

use database::Record;
use rust_decimal::Decimal;
use sea_orm::entity::prelude::*;
use values::Code;
use values::money::{Amount, Price, Quantity};

/// Base units have five decimals.
pub(crate) const BASE_PRECISION: Decimal = Decimal::from_parts(1, 0, 0, false, 5);

values::options! {
    /// What an item that leaves has cost.
    pub enum CostingMethod {
        /// What those on hand have cost on average.
        #[default]
        Average => "Average",
        /// What was fixed.
        Standard => "Standard",
    }
}

values::options! {
    /// What kind of item it is.
    pub enum ItemType {
        /// It has a quantity on hand.
        #[default]
        Inventory => "Inventory",
        /// Work that is done.
        Service => "Service",
        /// It is sold, but not counted.
        NonInventory => "Non-Inventory",
    }
}

values::options! {
    /// Whether a line must name one of the variants of an item that has some.
    pub enum VariantMandatory {
        /// As the inventory set-up says.
        #[default]
        Default => "Default",
        /// It need not.
        No => "No",
        /// It must.
        Yes => "Yes",
    }
}

values::options! {
    /// Whether goods are kept for orders.
    pub enum Reserve {
        /// They can't be.
        Never => "Never",
        /// They may be.
        #[default]
        Optional => "Optional",
        /// They must be, before they are sent.
        Always => "Always",
    }
}

/// An item.
#[derive(Clone, Debug, Default, PartialEq, Eq, DeriveEntityModel, Record)]
#[sea_orm(table_name = "item")]
#[record(name = "items", caption = "Item", search = "item_search")]
pub struct Model {
    /// The public id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// Its number.
    #[sea_orm(unique)]
    #[record(sort)]
    pub number: Code<20>,
    /// What it is.
    #[record(name = "displayName", caption = "Description", sort)]
    #[sea_orm(indexed)]
    pub description: String,
    /// More of that.
    #[sea_orm(column_name = "description_2")]
    #[record(name = "displayName2", caption = "Description 2")]
    pub description2: String,
    /// What kind of item it is.
    #[record(name = "type", caption = "Type")]
    pub item_type: ItemType,
    /// Its bar code.
    #[sea_orm(indexed)]
    #[record(caption = "GTIN")]
    pub gtin: String,
    /// What one unit of its base unit of measure costs the customer.
    pub unit_price: Price,
    /// Whether that price has VAT in it.
    #[record(name = "priceIncludesTax", caption = "Price Includes VAT")]
    pub price_includes_vat: bool,
    /// What one base unit costs us.
    pub unit_cost: Amount,
    /// How that is worked out.
    pub costing_method: CostingMethod,
    /// What one base unit is to cost, where that is fixed.
    pub standard_cost: Amount,
    /// The unit in which it is counted.
    pub base_unit_of_measure_code: Code<10>,
    /// The unit in which it is sold; blank: the base unit.
    #[record(caption = "Sales Unit of Measure")]
    pub sales_unit_of_measure_code: Code<10>,
    /// Its item category.
    pub item_category_code: Code<20>,
    /// From whom we have it.
    #[record(caption = "Vendor No.")]
    pub vendor_number: Code<20>,
    /// By which number they know it.
    #[record(caption = "Vendor Item No.")]
    pub vendor_item_number: String,
    /// What one base unit weighs with its package.
    pub gross_weight: Quantity,
    /// What it weighs without.
    pub net_weight: Quantity,
    /// Its number in the customs tariff.
    #[record(caption = "Tariff No.")]
    pub tariff_number: Code<20>,
    /// The country in which it was made.
    #[record(name = "countryOfOrigin", caption = "Country/Region of Origin Code")]
    pub country_region_of_origin_code: Code<20>,
    /// Its general product posting group.
    #[record(name = "generalProductPostingGroupCode", caption = "Gen. Prod. Posting Group")]
    pub general_product_posting_group: Code<20>,
    /// Its VAT product posting group.
    #[record(name = "taxGroupCode", caption = "VAT Prod. Posting Group")]
    pub vat_product_posting_group: Code<20>,
    /// Its tax group, where sales tax is levied.
    #[record(name = "salesTaxGroupCode")]
    pub tax_group_code: Code<20>,
    /// Its inventory posting group.
    #[record(name = "inventoryPostingGroupCode", caption = "Inventory Posting Group")]
    pub inventory_posting_group: Code<20>,
    /// Whose VAT its price has in it; blank: what the sales set-up says.
    #[record(caption = "VAT Bus. Posting Gr. (Price)")]
    pub vat_business_posting_group_price: Code<20>,
    /// Its item discount group.
    #[record(caption = "Item Disc. Group")]
    pub item_discount_group: Code<20>,
    /// Whether an invoice discount may be spread over its lines.
    #[record(caption = "Allow Invoice Disc.")]
    pub allow_invoice_discount: bool,
    /// Whether it may not be used at all.
    pub blocked: bool,
    /// Whether it may not be sold.
    pub sales_blocked: bool,
    /// Whether a line must name one of its variants.
    #[record(caption = "Variant Mandatory if Exists")]
    pub variant_mandatory_if_exists: VariantMandatory,
    /// Whether it is kept for orders.
    pub reserve: Reserve,
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

impl Model {
    /// Whether a line must name one of its variants, when it has some. `by_setup` is what the inventory set-up says.
    pub(crate) fn is_variant_mandatory(&self, by_setup: bool) -> bool {
        match self.variant_mandatory_if_exists {
            VariantMandatory::Default => by_setup,
            VariantMandatory::No => false,
            VariantMandatory::Yes => true,
        }
    }
}
