//! Texts of an item that are longer than its description: the extended text (tables 279 and 280) and the marketing text.

use database::Record;
use sea_orm::entity::prelude::*;
use values::Code;

values::options! {
    /// What a text is for.
    pub enum TextType {
        /// What is said of the item where it is sold.
        #[default]
        Marketing => "Marketing Text",
        /// What is said of it on documents.
        Extended => "Extended Text",
    }
}

/// A text of an item.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Record)]
#[sea_orm(table_name = "item_text")]
#[record(name = "itemTexts", caption = "Item Text")]
pub struct Model {
    /// The public id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// The item.
    #[sea_orm(unique_key = "text")]
    #[record(caption = "Item No.")]
    pub item_number: Code<20>,
    /// What it is for.
    #[sea_orm(unique_key = "text")]
    pub text_type: TextType,
    /// Its language; blank: all that have none of their own.
    #[sea_orm(unique_key = "text")]
    pub language_code: Code<10>,
    /// The text, with its line breaks.
    #[sea_orm(column_type = "Text")]
    pub text: String,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
#[expect(missing_docs, reason = "the entity needs it and it has no values")]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
