use std::collections::HashSet;

use values::Code;

use super::Subject;
use crate::shops;
use crate::shops::options::SkuMapping;

/// What the items of a batch may be found by, so that all of them are read at once.
#[derive(Clone, Debug, Default)]
pub(crate) struct Keys {
    /// Numbers of items.
    pub numbers: HashSet<Code<20>>,
    /// Codes of variants of those items.
    pub variants: HashSet<Code<10>>,
    /// Codes of variants of any item.
    pub variants_of_any: HashSet<Code<10>>,
    /// Bar codes.
    pub barcodes: HashSet<Code<50>>,
    /// Numbers by which vendors know items.
    pub vendor_numbers: HashSet<String>,
}

impl Keys {
    /// What these subjects are found by as the shop card says.
    pub fn of<'a>(shop: &shops::Model, subjects: impl IntoIterator<Item = Subject<'a>>) -> Self {
        let mut keys = Self::default();
        for subject in subjects {
            keys.add(shop, &subject);
        }
        keys
    }

    /// Adds an item by its number.
    pub fn number(&mut self, number: &Code<20>) {
        self.numbers.extend(number.non_blank().cloned());
    }

    fn add(&mut self, shop: &shops::Model, subject: &Subject<'_>) {
        self.number(subject.item);
        if shop.find_mapping_by_barcode {
            self.barcode(subject.barcode);
        }
        let sku = subject.sku.trim();
        if sku.is_empty() {
            return;
        }
        match shop.sku_mapping {
            SkuMapping::Blank => {}
            SkuMapping::ItemNumber => self.number(&Code::new(sku).unwrap_or_default()),
            SkuMapping::VariantCode => {
                if let Ok(code) = Code::new(sku) {
                    self.variants.insert(code.clone());
                    self.variants_of_any.insert(code);
                }
            }
            SkuMapping::ItemNumberAndVariantCode => {
                if let Some((number, variant)) = parts(shop, sku) {
                    self.number(&number);
                    self.variants.extend(variant);
                }
            }
            SkuMapping::VendorItemNumber => {
                self.vendor_numbers.insert(sku.to_owned());
            }
            SkuMapping::BarCode => self.barcode(sku),
        }
    }

    /// Adds a bar code.
    pub fn barcode(&mut self, barcode: &str) {
        self.barcodes.extend(Code::new(barcode).ok().filter(|code: &Code<50>| !code.is_blank()));
    }
}

/// The number of an item in a SKU, and the code of a variant if there is one; nothing for more parts than these.
pub(crate) fn parts(shop: &shops::Model, sku: &str) -> Option<(Code<20>, Option<Code<10>>)> {
    let separator = shop.sku_field_separator.as_str();
    let sku = sku.trim().to_uppercase();
    let mut parts = if separator.is_empty() { vec![sku.as_str()] } else { sku.split(separator).collect() };
    let variant = match parts.len() {
        1 => None,
        2 => Some(Code::new(parts.pop()?).ok()?),
        _ => return None,
    };
    Some((Code::new(parts.pop()?).ok()?, variant))
}
