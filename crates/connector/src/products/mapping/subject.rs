use values::Code;

use crate::products::staged::variant;

/// What is known of a variant whose item is looked for.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Subject<'a> {
    /// Its stock keeping unit.
    pub sku: &'a str,
    /// Its bar code.
    pub barcode: &'a str,
    /// Who makes the product.
    pub vendor: &'a str,
    /// Whether the product has something to choose.
    pub has_variants: bool,
    /// In which unit it is sold, where an option tells that.
    pub unit: Option<Unit<'a>>,
    /// The item of the product; blank as long as it is not known.
    pub item: &'a Code<20>,
}

/// An option that tells the unit of measure.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Unit<'a> {
    /// What is chosen of it.
    pub value: &'a str,
    /// Whether there is nothing else to choose.
    pub alone: bool,
}

impl<'a> Unit<'a> {
    /// The unit in which a variant is sold, where an option tells it.
    pub fn of(variant: &'a variant::Model) -> Option<Self> {
        let value = match variant.uom_option_id {
            1 => &variant.option1_value,
            2 => &variant.option2_value,
            3 => &variant.option3_value,
            _ => return None,
        };
        Some(Self { value, alone: variant.uom_option_id == 1 && variant.option2_value.is_empty() })
    }
}

impl Subject<'_> {
    /// Whether an item alone, without one of its variants, is enough.
    pub fn is_whole_item(&self) -> bool {
        !self.has_variants || self.unit.is_some_and(|unit| unit.alone)
    }
}

/// Whether the title of a variant says that something was chosen.
pub(crate) fn is_choice(variant_title: &str) -> bool {
    !matches!(variant_title, "" | "Default Title")
}
