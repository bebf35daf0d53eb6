//! What becomes of each column of Shopify's lists of products on the way through the back office into another store.

use std::collections::BTreeSet;
use std::path::Path;

/// The columns that the other store shows the same, and the field of what is compared that they are in.
pub const SAME: [(&str, &str); 14] = [
    ("Title", "title"),
    ("Body (HTML)", "description"),
    ("Vendor", "vendor"),
    ("Type", "type"),
    ("Published", "published"),
    ("Image Src", "picture"),
    ("Variant SKU", "sku"),
    ("Variant Barcode", "barcode"),
    ("Variant Price", "price"),
    ("Variant Grams", "grams"),
    ("Cost per item", "cost"),
    ("Variant Harmonized System Code", "tariff"),
    ("Variant Country of Origin", "origin"),
    ("Variant Image", "picture"),
];

/// The columns that stay behind, and why.
pub const STAYS: [(&str, &str); 25] = [
    ("Handle", "it names the item, so that no two products of a store have the same"),
    ("Tags", "they are the product's in each store: an item has none"),
    ("SEO Title", "it is the product's in each store: an item has none"),
    ("SEO Description", "it is the product's in each store: an item has none"),
    ("Status", "the shop card says what a product is that is added"),
    ("Option1 Name", "the options of a product that is added are Variant and the unit of measure"),
    ("Option1 Value", "it is the code of the item's variant, which is described by the value"),
    ("Option2 Name", "the options of a product that is added are Variant and the unit of measure"),
    ("Option2 Value", "it is the code of the item's variant, which is described by the values"),
    ("Option3 Name", "the options of a product that is added are Variant and the unit of measure"),
    ("Option3 Value", "it is the code of the item's variant, which is described by the values"),
    ("Variant Inventory Tracker", "the shop card says it of all variants"),
    ("Variant Inventory Qty", "stock has a task of its own"),
    ("Variant Inventory Policy", "the shop card says it of all variants"),
    ("Variant Fulfillment Service", "the store's own locations send what is sold"),
    ("Variant Compare At Price", "an item has no price before: one is told where a discount holds"),
    ("Variant Requires Shipping", "it is Shopify's own answer for what is added"),
    ("Variant Taxable", "what is added is taxed"),
    ("Variant Weight Unit", "the shop card says it of all variants"),
    ("Variant Tax Code", "Shopify has given it up"),
    ("Image Position", "an item shows its main picture, which is the first"),
    ("Image Alt Text", "pictures of items have none"),
    ("Gift Card", "gift cards are no items"),
    ("Lists of Google", "metafields have a task of their own"),
    ("Pictures after the first", "an item shows its main picture"),
];

/// The columns of Google's, which are one here.
const GOOGLE: &str = "Google Shopping / ";

/// The columns of all lists of a folder.
fn columns(folder: &Path) -> BTreeSet<String> {
    let mut columns = BTreeSet::new();
    for file in std::fs::read_dir(folder).unwrap() {
        let text = std::fs::read_to_string(file.unwrap().path()).unwrap();
        columns.extend(text.lines().next().unwrap().split(',').map(|column| column.trim().to_owned()));
    }
    columns
}

/// Tells which columns of a folder's lists are compared and which stay behind. Each must be one or the other.
pub fn tell(folder: &Path) {
    let known = |column: &str| {
        let same = SAME.iter().any(|(name, _)| *name == column);
        let stays = column.starts_with(GOOGLE) || STAYS.iter().any(|(name, _)| *name == column);
        same != stays
    };
    let unknown: Vec<String> = columns(folder).into_iter().filter(|column| !known(column)).collect();
    assert_eq!(unknown, Vec::<String>::new(), "compare them, or say why they stay behind");
    println!("{}: compared are {}.", folder.display(), SAME.map(|(column, _)| column).join(", "));
    STAYS.iter().for_each(|(column, why)| println!("{column} stays behind: {why}."));
}
