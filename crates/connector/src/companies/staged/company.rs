//! The Shopify company (table 30150), and which customer it is.

use database::Record;
use sea_orm::entity::prelude::*;
use values::Code;

/// A company of a store.
#[derive(Clone, Debug, Default, PartialEq, Eq, DeriveEntityModel, Record)]
#[sea_orm(table_name = "shopify_company")]
#[record(name = "shopifyCompanies", caption = "Shopify Company")]
pub struct Model {
    /// The public id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// The store's domain: cards of one store share its companies.
    #[sea_orm(unique_key = "company")]
    pub store: String,
    /// Its id in Shopify.
    #[sea_orm(unique_key = "company")]
    #[record(sort)]
    pub shopify_company_id: i64,
    /// Its name.
    #[record(sort)]
    pub name: String,
    /// Its number in another system, as Shopify has it.
    #[record(caption = "External ID")]
    pub external_id: String,
    /// What was noted about it in Shopify.
    pub note: String,
    /// The customer; blank as long as it is not known.
    #[sea_orm(indexed)]
    #[record(caption = "Customer No.")]
    pub customer_number: Code<20>,
    /// The id in Shopify of the contact who speaks for it first of all.
    pub main_contact_id: i64,
    /// The id in Shopify of the customer who that is.
    pub main_contact_customer_id: i64,
    /// That person's first name.
    pub main_contact_first_name: String,
    /// That person's last name.
    pub main_contact_last_name: String,
    /// That person's e-mail.
    pub main_contact_email: String,
    /// That person's phone.
    #[record(caption = "Main Contact Phone No.")]
    pub main_contact_phone_number: String,
    /// The id in Shopify of its oldest location, whose address and terms its customer has.
    #[record(caption = "Default Location ID")]
    pub default_location_id: i64,
    /// When it was made in Shopify; blank for one that only orders have named.
    pub created_at: Option<ChronoDateTimeUtc>,
    /// When it changed last in Shopify; blank when it could not be read last: it is read again by its id.
    #[record(sort)]
    pub updated_at: Option<ChronoDateTimeUtc>,
    /// Whether Shopify does not have it any more.
    #[record(caption = "Deleted in Shopify")]
    pub deleted_in_shopify: bool,
    /// Whether something stands against it.
    pub has_error: bool,
    /// What that is.
    pub error_message: String,
    /// Whether its customer does not know yet what was told of it last.
    #[record(skip)]
    pub customer_due: bool,
}

/// A staged company has no relations in the database.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl Model {
    /// A company that was named, and not read.
    pub(crate) fn named(id: Uuid, store: &str, shopify_company_id: i64, name: &str) -> Self {
        Self { id, store: store.to_owned(), shopify_company_id, name: name.to_owned(), ..Self::default() }
    }

    /// Whether it was read itself: of one that only orders have named nothing but the name is known.
    pub fn is_read(&self) -> bool {
        self.created_at.is_some()
    }

    /// What people call it.
    pub(crate) fn called(&self) -> String {
        if self.name.is_empty() { self.shopify_company_id.to_string() } else { self.name.clone() }
    }
}
