//! What the demo shop sells.
//!
//! Every variant is an item of its own in the back office: its SKU is the item's number.

use std::sync::LazyLock;

use rust_decimal::Decimal;

use super::assortment::{ASSORTMENT, Model};

/// One thing that is sold: a variant in the shop, an item in the back office.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CatalogItem {
    /// The SKU of the variant and the number of the item, at most 20 characters.
    pub number: String,
    /// The product's title.
    pub title: String,
    /// The variant's title, as `M / Red`; nothing for a product of one variant.
    pub variant_title: Option<String>,
    /// The options of the variant: name and value.
    pub options: Vec<(&'static str, &'static str)>,
    /// The price of one, in kroner, 25 % VAT included.
    pub price: Decimal,
    /// The unit cost, in kroner, without VAT.
    pub cost: Decimal,
    /// The barcode, GTIN-13.
    pub gtin: String,
    /// The weight of one, in grams.
    pub weight: u32,
    /// The brand.
    pub vendor: &'static str,
    /// The product type, which is the item category in the back office.
    pub product_type: &'static str,
    /// Which product it belongs to: variants of one product have the same.
    pub product: usize,
}

impl CatalogItem {
    /// Title and variant title, as an item's description in the back office.
    pub fn description(&self) -> String {
        match &self.variant_title {
            Some(variant) => format!("{} {variant}", self.title),
            None => self.title.clone(),
        }
    }
}

/// Everything the demo shop sells, products one after the other; always the same.
pub fn catalog() -> &'static [CatalogItem] {
    static CATALOG: LazyLock<Vec<CatalogItem>> = LazyLock::new(build);
    &CATALOG
}

fn build() -> Vec<CatalogItem> {
    let mut items = Vec::new();
    for (product, model) in ASSORTMENT.iter().enumerate() {
        for (suffix, options) in variants(model) {
            let sequence = items.len();
            items.push(CatalogItem {
                number: format!("{}{suffix}", model.number),
                title: model.title.to_owned(),
                variant_title: variant_title(&options),
                options,
                price: Decimal::from(model.price),
                cost: (Decimal::from(model.price) * Decimal::new(42, 2)).round_dp(2),
                gtin: gtin(sequence),
                weight: model.weight,
                vendor: model.vendor,
                product_type: model.product_type,
                product,
            });
        }
    }
    items
}

type Variant = (String, Vec<(&'static str, &'static str)>);

fn variants(model: &Model) -> Vec<Variant> {
    let mut variants: Vec<Variant> = vec![(String::new(), Vec::new())];
    for option in model.options {
        variants = variants
            .iter()
            .flat_map(|(suffix, options)| {
                option.values.iter().map(move |(code, value)| {
                    let mut options = options.clone();
                    options.push((option.name, *value));
                    (format!("{suffix}-{code}"), options)
                })
            })
            .collect();
    }
    variants
}

fn variant_title(options: &[(&'static str, &'static str)]) -> Option<String> {
    let values: Vec<_> = options.iter().map(|(_, value)| *value).collect();
    (!values.is_empty()).then(|| values.join(" / "))
}

/// A GTIN-13 with Norway's prefix and a check digit that is right.
fn gtin(sequence: usize) -> String {
    let body = format!("7090042{:05}", sequence + 1);
    let sum: u32 = body
        .bytes()
        .enumerate()
        .map(|(place, digit)| u32::from(digit - b'0') * if place % 2 == 0 { 1 } else { 3 })
        .sum();
    format!("{body}{}", (10 - sum % 10) % 10)
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn every_item_has_a_number_and_a_barcode_of_its_own() {
        let numbers: HashSet<_> = catalog().iter().map(|item| &item.number).collect();
        let barcodes: HashSet<_> = catalog().iter().map(|item| &item.gtin).collect();
        assert_eq!(numbers.len(), catalog().len());
        assert_eq!(barcodes.len(), catalog().len());
        assert!(catalog().len() > 80);
        for item in catalog() {
            assert!(item.number.len() <= 20, "{} is too long for an item's number", item.number);
            assert_eq!(item.gtin.len(), 13);
        }
    }

    #[test]
    fn the_check_digit_of_a_barcode_is_right() {
        for item in catalog() {
            let sum: u32 =
                item.gtin.bytes().enumerate().map(|(i, d)| u32::from(d - b'0') * if i % 2 == 0 { 1 } else { 3 }).sum();
            assert_eq!(sum % 10, 0, "{}", item.gtin);
        }
    }
}
