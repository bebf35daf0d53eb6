//! The general posting set-up (table 252).

use database::Record;
use sea_orm::entity::prelude::*;
use values::Code;

/// Which accounts a sale to customers of one group of things of another is posted to.
#[derive(Clone, Debug, Default, PartialEq, Eq, DeriveEntityModel, Record)]
#[sea_orm(table_name = "general_posting_setup")]
#[record(name = "generalPostingSetup", caption = "General Posting Setup")]
pub struct Model {
    /// The public id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// The group of the customer.
    #[sea_orm(unique_key = "groups")]
    #[record(caption = "Gen. Bus. Posting Group")]
    pub business_group: Code<20>,
    /// The group of what is sold.
    #[sea_orm(unique_key = "groups")]
    #[record(caption = "Gen. Prod. Posting Group")]
    pub product_group: Code<20>,
    /// What is sold.
    pub sales_account: Code<20>,
    /// What is taken back.
    pub sales_credit_memo_account: Code<20>,
    /// Discounts on lines, where they are posted apart.
    #[record(caption = "Sales Line Disc. Account")]
    pub sales_line_discount_account: Code<20>,
    /// Discounts on the whole, where they are posted apart.
    #[record(caption = "Sales Inv. Disc. Account")]
    pub sales_invoice_discount_account: Code<20>,
    /// What the goods have cost.
    #[record(caption = "COGS Account")]
    pub cogs_account: Code<20>,
    /// What goods have cost that are sent and not yet invoiced.
    #[record(caption = "COGS Account (Interim)")]
    pub cogs_account_interim: Code<20>,
    /// Goods that are found or missing.
    #[record(caption = "Inventory Adjmt. Account")]
    pub inventory_adjustment_account: Code<20>,
    /// Whether nothing may be posted with it.
    pub blocked: bool,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
#[expect(missing_docs, reason = "the entity needs it and it has no values")]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
