//! The picture of a product or a variant, as it is in Shopify or on its way there.

use database::Record;
use sea_orm::entity::prelude::*;
use shopify_schema::gid::Gid;
use values::Code;

values::options! {
    /// How far a picture is.
    pub enum State {
        /// It is there.
        #[default]
        Shown => "Shown",
        /// It was sent, and what came of it is not known.
        Sent => "Sent",
        /// Shopify is at it.
        Processing => "Processing",
        /// The product has it, and the variant does not show it yet.
        Ready => "Ready",
        /// It could not be taken over.
        Failed => "Failed",
    }
}

values::options! {
    /// How a picture comes into Shopify.
    pub enum Way {
        /// It is another one.
        #[default]
        Add => "Add",
        /// The one that is there shows something else.
        Replace => "Replace",
    }
}

/// The picture of a product or a variant.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Record)]
#[sea_orm(table_name = "shopify_picture")]
#[record(name = "shopifyPictures", caption = "Shopify Picture")]
pub struct Model {
    /// The public id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// The shop.
    #[sea_orm(unique_key = "owner")]
    pub shop_code: Code<20>,
    /// The product's id in Shopify.
    #[sea_orm(unique_key = "owner")]
    pub shopify_product_id: i64,
    /// The variant's id in Shopify; 0 is the product as a whole.
    #[sea_orm(unique_key = "owner")]
    pub shopify_variant_id: i64,
    /// What people call it.
    pub name: String,
    /// How far it is.
    #[sea_orm(indexed)]
    pub state: State,
    /// The picture's id in Shopify; 0 as long as it is not known.
    pub media_id: i64,
    /// The digest of what it shows, as far as that is known.
    pub digest: String,
    /// The digest of what it is to show.
    pub wanted: String,
    /// How it comes there.
    pub way: Way,
    /// What its upload is named by.
    #[sea_orm(column_type = "Text")]
    pub source: String,
    /// The newest picture that the product had before this one was added.
    pub newest_before: i64,
    /// Which one of those that were added to the product at once it is.
    pub place: i32,
    /// When it was sent.
    pub sent_at: ChronoDateTimeUtc,
    /// When it last changed in Shopify, where it was taken from there.
    pub media_updated_at: Option<ChronoDateTimeUtc>,
    /// The change of the product with which it was last looked at in Shopify.
    pub product_updated_at: Option<ChronoDateTimeUtc>,
}

/// A picture has no relations in the database.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl Model {
    /// Of which nothing is known yet.
    pub(super) fn unknown(id: Uuid, shop_code: Code<20>, product: i64, variant: i64, name: String) -> Self {
        Self {
            id,
            shop_code,
            shopify_product_id: product,
            shopify_variant_id: variant,
            name,
            state: State::default(),
            media_id: 0,
            digest: String::new(),
            wanted: String::new(),
            way: Way::default(),
            source: String::new(),
            newest_before: 0,
            place: 0,
            sent_at: chrono::DateTime::UNIX_EPOCH,
            media_updated_at: None,
            product_updated_at: None,
        }
    }

    /// The id by which a skipped record names it: the variant's, or the product's.
    pub(super) fn subject(&self) -> i64 {
        if self.shopify_variant_id == 0 { self.shopify_product_id } else { self.shopify_variant_id }
    }

    /// The product's global id.
    pub(super) fn product(&self) -> String {
        gid("Product", self.shopify_product_id)
    }

    /// The variant's global id, where it is one's.
    pub(super) fn variant(&self) -> Option<String> {
        (self.shopify_variant_id != 0).then(|| gid("ProductVariant", self.shopify_variant_id))
    }

    /// The picture's global id.
    pub(super) fn media(&self) -> String {
        gid("MediaImage", self.media_id)
    }

    /// Whether Shopify has yet to say what came of it.
    pub(super) fn is_under_way(&self) -> bool {
        matches!(self.state, State::Sent | State::Processing | State::Ready)
    }

    /// The same as if it had never been sent.
    pub(super) fn not_sent(self) -> Self {
        Self { state: State::Shown, wanted: String::new(), source: String::new(), ..self }
    }
}

/// A global id.
pub(super) fn gid(kind: &str, number: i64) -> String {
    Gid::new(kind, u64::try_from(number).unwrap_or_default()).to_string()
}

/// The number in a global id; 0 for what is none.
pub(super) fn number(id: &shopify::Id) -> i64 {
    shopify_schema::gid::number(id.inner())
}
