//! The Shopify customer (table 30105): a faithful copy of what Shopify said, and the customer it is here.

use database::Record;
use sea_orm::entity::prelude::*;
use values::Code;

use super::CustomerState;

/// A customer that was read, or that orders have named.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Record)]
#[sea_orm(table_name = "shopify_customer")]
#[record(name = "shopifyCustomers", caption = "Shopify Customer")]
pub struct Model {
    /// The public id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// The store's domain: cards of one store share its customers.
    #[sea_orm(unique_key = "customer")]
    pub store: String,
    /// Its id in Shopify.
    #[sea_orm(unique_key = "customer")]
    #[record(sort)]
    pub shopify_customer_id: i64,
    /// Its first name.
    pub first_name: String,
    /// Its last name.
    pub last_name: String,
    /// Its e-mail.
    #[record(sort)]
    #[sea_orm(indexed)]
    pub email: String,
    /// Its phone.
    #[record(caption = "Phone No.")]
    pub phone_number: String,
    /// The customer; blank as long as it is not known.
    #[sea_orm(indexed)]
    #[record(caption = "Customer No.")]
    pub customer_number: Code<20>,
    /// Whether it has an account in the store.
    pub state: CustomerState,
    /// Whether it has shown that the e-mail address is its own.
    #[record(caption = "Verified Email")]
    pub verified_email: bool,
    /// Whether it pays no taxes.
    pub tax_exempt: bool,
    /// Whether it wants to be written to.
    pub accepts_marketing: bool,
    /// Since when that is so.
    #[record(caption = "Accepts Marketing Updated At")]
    pub accepts_marketing_updated_at: Option<ChronoDateTimeUtc>,
    /// What the merchant has noted.
    #[sea_orm(column_type = "Text")]
    pub note: String,
    /// Its tags, sorted, with commas between them.
    #[sea_orm(column_type = "Text")]
    pub tags: String,
    /// When it was made in Shopify; none as long as it was not read.
    pub created_at: Option<ChronoDateTimeUtc>,
    /// When it last changed in Shopify; none as long as it was not read.
    pub updated_at: Option<ChronoDateTimeUtc>,
    /// When it was last changed from here.
    #[record(caption = "Last Updated by Kobling")]
    pub last_updated_by_us: Option<ChronoDateTimeUtc>,
    /// Whether something stands against it.
    pub has_error: bool,
    /// What.
    #[sea_orm(column_type = "Text")]
    pub error_message: String,
    /// Whether its customer does not know yet what it says.
    #[record(skip)]
    pub update_due: bool,
    /// The digest of what Shopify said, without the time of its change; blank as long as it was not read whole.
    #[record(skip)]
    pub content_hash: String,
    /// The digest of what was last sent from here, and of what Shopify said then.
    #[record(skip)]
    pub sent_digest: String,
    /// Whether it is not asked for any more as long as it does not change: the store has it no more, or what it says of
    /// itself was removed here.
    #[record(skip)]
    pub gone: bool,
}

/// A staged customer has no relations in the database.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl Model {
    /// A customer of which no more is known than its id.
    pub fn named(id: Uuid, store: String, shopify_customer_id: i64) -> Self {
        Self {
            id,
            store,
            shopify_customer_id,
            first_name: String::new(),
            last_name: String::new(),
            email: String::new(),
            phone_number: String::new(),
            customer_number: Code::blank(),
            state: CustomerState::default(),
            verified_email: false,
            tax_exempt: false,
            accepts_marketing: false,
            accepts_marketing_updated_at: None,
            note: String::new(),
            tags: String::new(),
            created_at: None,
            updated_at: None,
            last_updated_by_us: None,
            has_error: false,
            error_message: String::new(),
            update_due: false,
            content_hash: String::new(),
            sent_digest: String::new(),
            gone: false,
        }
    }

    /// What people call it.
    pub fn name(&self) -> String {
        let name = format!("{} {}", self.first_name, self.last_name);
        let said = [name.trim(), self.email.as_str(), self.phone_number.as_str()];
        said.into_iter()
            .find(|text| !text.is_empty())
            .map_or_else(|| self.shopify_customer_id.to_string(), str::to_owned)
    }

    /// Whether all of it was read, not only what orders tell.
    pub fn is_read(&self) -> bool {
        !self.content_hash.is_empty()
    }
}
