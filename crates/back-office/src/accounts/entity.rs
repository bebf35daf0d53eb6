//! The G/L account (table 15).

use database::Record;
use sea_orm::entity::prelude::*;
use values::Code;

values::options! {
    /// What an account is for.
    pub enum AccountType {
        /// Amounts are posted to it.
        #[default]
        Posting => "Posting",
        /// A heading.
        Heading => "Heading",
        /// A sum.
        Total => "Total",
    }
}

/// An account.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Record)]
#[sea_orm(table_name = "account")]
#[record(name = "accounts", caption = "G/L Account")]
pub struct Model {
    /// The public id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// Its number.
    #[sea_orm(unique)]
    #[record(sort)]
    pub number: Code<20>,
    /// Its name.
    #[record(name = "displayName", caption = "Name")]
    pub name: String,
    /// What it is for.
    pub account_type: AccountType,
    /// Whether documents may name it.
    pub direct_posting: bool,
    /// Whether it may not be used.
    pub blocked: bool,
    /// Its general product posting group.
    #[record(caption = "Gen. Prod. Posting Group")]
    pub general_product_posting_group: Code<20>,
    /// Its VAT product posting group.
    #[record(caption = "VAT Prod. Posting Group")]
    pub vat_product_posting_group: Code<20>,
    /// Its tax group, where sales tax is levied.
    #[record(name = "salesTaxGroupCode")]
    pub tax_group_code: Code<20>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
#[expect(missing_docs, reason = "the entity needs it and it has no values")]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
