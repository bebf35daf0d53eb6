//! The Shopify variant (table 30129) with its inventory item (table 30126), and the item it is here.

use chrono::DateTime;
use database::Record;
use sea_orm::entity::prelude::*;
use values::Code;
use values::money::{Price, Quantity};

use crate::products::options::{InventoryPolicy, WeightUnit};

/// A variant that a product has, or that orders have named, and its item.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Record)]
#[sea_orm(table_name = "shopify_variant")]
#[record(name = "shopifyVariants", caption = "Shopify Variant")]
pub struct Model {
    /// The public id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// The shop.
    #[sea_orm(unique_key = "variant")]
    pub shop_code: Code<20>,
    /// The variant's id in Shopify.
    #[sea_orm(unique_key = "variant")]
    #[record(sort)]
    pub shopify_variant_id: i64,
    /// The product's id in Shopify.
    #[sea_orm(indexed)]
    pub shopify_product_id: i64,
    /// Its place among the variants of the product.
    #[record(sort)]
    pub position: i32,
    /// The product's title.
    pub title: String,
    /// The variant's title.
    pub variant_title: String,
    /// Both.
    pub display_name: String,
    /// Its stock keeping unit.
    #[record(name = "sku", caption = "SKU")]
    pub sku: String,
    /// Its bar code.
    pub barcode: String,
    /// The item; blank as long as it is not known.
    #[sea_orm(indexed)]
    #[record(caption = "Item No.")]
    pub item_number: Code<20>,
    /// The item's variant.
    pub variant_code: Code<10>,
    /// Whether it is a whole item by intention, and not a variant of the product's item.
    pub mapped_by_item: bool,
    /// Which option tells the unit of measure, from 1 to 3; 0 for none.
    #[record(caption = "UoM Option ID")]
    pub uom_option_id: i32,
    /// What it is sold for.
    pub price: Price,
    /// What it was sold for before; 0 for nothing.
    pub compare_at_price: Price,
    /// What it cost; 0 for unknown.
    pub unit_cost: Price,
    /// Whether it is taxed.
    pub taxable: bool,
    /// Whether it can be bought now.
    pub available_for_sales: bool,
    /// Whether more is sold than there is.
    pub inventory_policy: InventoryPolicy,
    /// What it weighs; 0 for unknown.
    pub weight: Quantity,
    /// In what.
    pub weight_unit: WeightUnit,
    /// The name of its first option.
    #[sea_orm(column_name = "option_1_name")]
    #[record(name = "option1Name", caption = "Option 1 Name")]
    pub option1_name: String,
    /// What is chosen of it.
    #[sea_orm(column_name = "option_1_value")]
    #[record(name = "option1Value", caption = "Option 1 Value")]
    pub option1_value: String,
    /// The name of its second option.
    #[sea_orm(column_name = "option_2_name")]
    #[record(name = "option2Name", caption = "Option 2 Name")]
    pub option2_name: String,
    /// What is chosen of it.
    #[sea_orm(column_name = "option_2_value")]
    #[record(name = "option2Value", caption = "Option 2 Value")]
    pub option2_value: String,
    /// The name of its third option.
    #[sea_orm(column_name = "option_3_name")]
    #[record(name = "option3Name", caption = "Option 3 Name")]
    pub option3_name: String,
    /// What is chosen of it.
    #[sea_orm(column_name = "option_3_value")]
    #[record(name = "option3Value", caption = "Option 3 Value")]
    pub option3_value: String,
    /// The id in Shopify of its inventory item; 0 as long as it is not known.
    #[sea_orm(indexed)]
    pub inventory_item_id: i64,
    /// Whether Shopify counts its stock.
    pub tracked: bool,
    /// Whether it is sent.
    pub requires_shipping: bool,
    /// Its number in the Harmonized System.
    #[record(caption = "Tariff No.")]
    pub tariff_number: String,
    /// Where it comes from.
    #[record(caption = "Country/Region of Origin Code")]
    pub country_region_of_origin_code: Code<10>,
    /// The province there.
    pub province_of_origin: String,
    /// The id in Shopify of its picture; 0 for none.
    pub image_id: i64,
    /// The digest of the picture that was last sent; blank for none.
    #[record(skip)]
    pub image_hash: String,
    /// When it was made in Shopify.
    pub created_at: ChronoDateTimeUtc,
    /// When it last changed in Shopify.
    pub updated_at: ChronoDateTimeUtc,
    /// The digest of what Shopify said, without the time of its change; blank as long as only orders have named it.
    #[record(skip)]
    pub content_hash: String,
}

/// A variant has no relations in the database.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl Model {
    /// What is chosen of the option that tells the unit of measure; nothing where none does.
    pub(crate) fn uom_option_value(&self) -> Option<&str> {
        match self.uom_option_id {
            1 => Some(&self.option1_value),
            2 => Some(&self.option2_value),
            3 => Some(&self.option3_value),
            _ => None,
        }
    }

    /// A variant of which no more is known than its ids.
    pub fn named(id: Uuid, shop_code: Code<20>, shopify_product_id: i64, shopify_variant_id: i64) -> Self {
        Self {
            id,
            shop_code,
            shopify_variant_id,
            shopify_product_id,
            position: 0,
            title: String::new(),
            variant_title: String::new(),
            display_name: String::new(),
            sku: String::new(),
            barcode: String::new(),
            item_number: Code::blank(),
            variant_code: Code::blank(),
            mapped_by_item: false,
            uom_option_id: 0,
            price: Price::ZERO,
            compare_at_price: Price::ZERO,
            unit_cost: Price::ZERO,
            taxable: true,
            available_for_sales: false,
            inventory_policy: InventoryPolicy::default(),
            weight: Quantity::ZERO,
            weight_unit: WeightUnit::default(),
            option1_name: String::new(),
            option1_value: String::new(),
            option2_name: String::new(),
            option2_value: String::new(),
            option3_name: String::new(),
            option3_value: String::new(),
            inventory_item_id: 0,
            tracked: false,
            requires_shipping: true,
            tariff_number: String::new(),
            country_region_of_origin_code: Code::blank(),
            province_of_origin: String::new(),
            image_id: 0,
            image_hash: String::new(),
            created_at: DateTime::UNIX_EPOCH,
            updated_at: DateTime::UNIX_EPOCH,
            content_hash: String::new(),
        }
    }

    /// Whether its product was read, and not only its name in an order.
    pub fn is_read(&self) -> bool {
        !self.content_hash.is_empty()
    }
}
