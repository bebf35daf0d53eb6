use database::Record;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::{ConditionalStatement, Index, IndexCreateStatement};
use values::Code;

/// A staff member of a shop's store.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Record)]
#[sea_orm(table_name = "shopify_staff_member")]
#[record(name = "shopifyStaffMembers", caption = "Shopify Staff Member")]
pub struct Model {
    /// The public id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// The shop.
    #[sea_orm(unique_key = "staff_member")]
    pub shop_code: Code<20>,
    /// The id in Shopify.
    #[sea_orm(unique_key = "staff_member")]
    pub shopify_staff_member_id: i64,
    /// The whole name.
    #[record(sort)]
    pub name: String,
    /// The first name.
    pub first_name: String,
    /// The last name.
    pub last_name: String,
    /// The e-mail address.
    pub email: String,
    /// Whether the store is this person's.
    pub is_shop_owner: bool,
    /// Whether this person's account in the store still exists.
    pub exists: bool,
    /// The salesperson of the orders that this person has made; blank: that of the customer.
    pub salesperson_code: Code<20>,
}

/// A staff member has no relations in the database.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

/// A salesperson is one staff member of a shop, whoever says so at the same time.
pub(crate) fn one_salesperson() -> IndexCreateStatement {
    Index::create()
        .name("ux_shopify_staff_member_salesperson")
        .unique()
        .table(Entity)
        .col(Column::ShopCode)
        .col(Column::SalespersonCode)
        .cond_where(Column::SalespersonCode.ne(""))
        .to_owned()
}
