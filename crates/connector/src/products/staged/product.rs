//! The Shopify product (table 30127): a faithful copy of what Shopify said, and the item it is here.

use chrono::DateTime;
use database::Record;
use sea_orm::entity::prelude::*;
use values::Code;

use crate::products::options::ProductStatus;

/// A staged product of a shop.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Record)]
#[sea_orm(table_name = "shopify_product")]
#[record(name = "shopifyProducts", caption = "Shopify Product", search = "shopify_product_search")]
pub struct Model {
    /// The public id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// The shop.
    #[sea_orm(unique_key = "product")]
    pub shop_code: Code<20>,
    /// The product's id in Shopify.
    #[sea_orm(unique_key = "product")]
    #[record(sort)]
    pub shopify_product_id: i64,
    /// What it is called.
    #[record(sort)]
    pub title: String,
    /// Whether it is sold.
    pub status: ProductStatus,
    /// The item it is; blank as long as it is not known.
    #[sea_orm(indexed)]
    #[record(caption = "Item No.")]
    pub item_number: Code<20>,
    /// Whether there is something to choose: the size, the colour.
    pub has_variants: bool,
    /// Who makes it.
    pub vendor: String,
    /// What kind of thing it is.
    pub product_type: String,
    /// Its tags, sorted, with commas between them.
    pub tags: String,
    /// The plain text of its description, cut to 250 characters.
    pub description: String,
    /// The description.
    #[sea_orm(column_type = "Text")]
    #[record(skip)]
    pub description_html: String,
    /// Its title for search engines.
    #[record(caption = "SEO Title")]
    pub seo_title: String,
    /// Its description for search engines.
    #[record(caption = "SEO Description")]
    pub seo_description: String,
    /// Where customers see it; blank where they don't.
    #[record(caption = "URL")]
    pub url: String,
    /// Where it can be looked at before it is sold.
    #[record(caption = "Preview URL")]
    pub preview_url: String,
    /// The id in Shopify of its first picture; 0 for none.
    pub image_id: i64,
    /// The digest of the picture that was last sent; blank for none.
    #[record(skip)]
    pub image_hash: String,
    /// When it was made in Shopify.
    pub created_at: ChronoDateTimeUtc,
    /// When it last changed in Shopify.
    #[record(sort)]
    pub updated_at: ChronoDateTimeUtc,
    /// When it was last changed from here.
    #[record(caption = "Last Updated by Kobling")]
    pub last_updated_by_us: Option<ChronoDateTimeUtc>,
    /// Whether no item could be made of it.
    #[sea_orm(indexed)]
    pub has_error: bool,
    /// Why not.
    pub error_message: String,
    /// Whether its items do not know yet what it says.
    #[sea_orm(indexed)]
    #[record(skip)]
    pub items_due: bool,
    /// The digest of what Shopify said, without the time of its change; blank as long as it was not read whole.
    #[record(skip)]
    pub content_hash: String,
}

/// A staged product has no relations in the database.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl Model {
    /// A product of which no more is known than its id.
    pub fn named(id: Uuid, shop_code: Code<20>, shopify_product_id: i64) -> Self {
        Self {
            id,
            shop_code,
            shopify_product_id,
            title: String::new(),
            status: ProductStatus::default(),
            item_number: Code::blank(),
            has_variants: false,
            vendor: String::new(),
            product_type: String::new(),
            tags: String::new(),
            description: String::new(),
            description_html: String::new(),
            seo_title: String::new(),
            seo_description: String::new(),
            url: String::new(),
            preview_url: String::new(),
            image_id: 0,
            image_hash: String::new(),
            created_at: DateTime::UNIX_EPOCH,
            updated_at: DateTime::UNIX_EPOCH,
            last_updated_by_us: None,
            has_error: false,
            error_message: String::new(),
            items_due: false,
            content_hash: String::new(),
        }
    }

    /// What people call it.
    pub fn name(&self) -> String {
        if self.title.is_empty() { self.shopify_product_id.to_string() } else { self.title.clone() }
    }
}
