use std::collections::HashMap;

use back_office::items;
use values::Code;

/// As many letters of a title are sent.
const LONGEST: usize = 100;

/// What the product is called: the item's description.
pub fn title(item: &items::Model) -> String {
    item.description.replace('\t', " ").chars().take(LONGEST).collect::<String>().trim().to_owned()
}

/// What kind of product it is: the description of the item's category, else its code.
pub fn product_type(item: &items::Model, categories: &HashMap<Code<20>, String>) -> String {
    let Some(code) = item.item_category_code.non_blank() else { return String::new() };
    let described = categories.get(code).filter(|description| !description.trim().is_empty());
    described.cloned().unwrap_or_else(|| code.to_string())
}

/// From whom it comes: the name of the item's vendor, else its number.
pub fn vendor(item: &items::Model, vendors: &HashMap<Code<20>, String>) -> String {
    let named = vendors.get(&item.vendor_number).filter(|name| !name.trim().is_empty());
    named.cloned().unwrap_or_else(|| item.vendor_number.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_is_cut_and_has_no_tabs() {
        let item = |description: String| items::Model { description, ..items::Model::default() };
        assert_eq!(title(&item("Wool\tsweater ".into())), "Wool sweater");
        assert_eq!(title(&item("å".repeat(256))).chars().count(), 100);
    }

    #[test]
    fn a_category_is_told_by_its_description_else_by_its_code() {
        let categories = HashMap::from([(Code::cut("SHIRT"), "Shirts".to_owned()), (Code::cut("CAP"), String::new())]);
        let of = |code| items::Model { item_category_code: Code::cut(code), ..items::Model::default() };
        let told: Vec<_> = ["SHIRT", "CAP", ""].map(|code| product_type(&of(code), &categories)).into();
        assert_eq!(told, ["Shirts", "CAP", ""]);
    }
}
