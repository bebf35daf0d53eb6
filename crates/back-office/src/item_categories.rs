//! Item categories (table 5722): items of a kind, and kinds of a kind.

use std::collections::HashMap;
use std::iter;

use database::Record;
use sea_orm::entity::prelude::*;
use values::Code;

/// An item category.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Record)]
#[sea_orm(table_name = "item_category")]
#[record(name = "itemCategories", caption = "Item Category")]
pub struct Model {
    /// The public id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// Its code.
    #[sea_orm(unique)]
    #[record(sort)]
    pub code: Code<20>,
    /// What its items are.
    #[record(name = "displayName", caption = "Description")]
    pub description: String,
    /// The category of which it is a part; blank: of none.
    pub parent_category: Code<20>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
#[expect(missing_docs, reason = "the entity needs it and it has no values")]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

/// Whether a category is another one, or a part of it by however many steps.
pub(crate) fn is_within(code: &Code<20>, other: &Code<20>, all: &[Model]) -> bool {
    let parents: HashMap<&Code<20>, &Code<20>> =
        all.iter().map(|category| (&category.code, &category.parent_category)).collect();
    let above = iter::successors(Some(code), |code| parents.get(*code).copied());
    // Two that were changed at once may be parts of each other: there are no more steps than categories.
    above.take(all.len() + 1).any(|code| code == other)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn category(code: &str, parent: &str) -> Model {
        Model { id: Uuid::nil(), code: Code::cut(code), description: String::new(), parent_category: Code::cut(parent) }
    }

    #[test]
    fn a_category_is_within_itself_and_what_it_is_a_part_of() {
        let all = [category("CLOTHES", ""), category("SHIRTS", "CLOTHES"), category("POLOS", "SHIRTS")];
        let within = |code, other| is_within(&Code::cut(code), &Code::cut(other), &all);
        assert!(within("POLOS", "CLOTHES") && within("POLOS", "POLOS"));
        assert!(!within("CLOTHES", "POLOS") && !within("", "CLOTHES"));
    }

    #[test]
    fn categories_that_are_parts_of_each_other_come_to_an_end() {
        let all = [category("A", "B"), category("B", "A"), category("C", "")];
        assert!(!is_within(&Code::cut("A"), &Code::cut("C"), &all));
    }
}
