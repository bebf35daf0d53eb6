use values::Code;
use values::money::Quantity;

use super::DocumentType;
use crate::items::{self, ItemType, unit_of_measure, variant};
use crate::{Error, Result};

/// An item with its variants and units of measure.
#[derive(Debug)]
pub(super) struct KnownItem {
    pub(super) model: items::Model,
    variants: Vec<variant::Model>,
    units: Vec<unit_of_measure::Model>,
}

impl KnownItem {
    /// The item with those of the variants and units that are its own.
    pub(super) fn new(model: items::Model, variants: &[variant::Model], units: &[unit_of_measure::Model]) -> Self {
        let variants = variants.iter().filter(|variant| variant.item_number == model.number).cloned().collect();
        let units = units.iter().filter(|unit| unit.item_number == model.number).cloned().collect();
        Self { model, variants, units }
    }

    /// Checks that it may be put on a sales document. What may not be sold may still be taken back.
    pub(super) fn check_sellable(&self, document_type: DocumentType) -> Result<()> {
        let item = &self.model;
        let code = || item.number.to_string();
        let sold = document_type.sells();
        if item.blocked || (sold && item.sales_blocked) {
            return Err(Error::Blocked { kind: "item", code: code() });
        }
        if item.general_product_posting_group.is_blank() {
            return Err(Error::Blank { field: "Gen. Prod. Posting Group", kind: "item", code: code() });
        }
        if item.item_type == ItemType::Inventory && item.inventory_posting_group.is_blank() {
            return Err(Error::Blank { field: "Inventory Posting Group", kind: "item", code: code() });
        }
        Ok(())
    }

    /// The variant of that code; `None` for a blank one.
    pub(super) fn variant(&self, code: &Code<10>) -> Result<Option<&variant::Model>> {
        if code.is_blank() {
            return Ok(None);
        }
        let full = || format!("{code} of item {}", self.model.number);
        let found = self.variants.iter().find(|variant| variant.code == *code);
        let variant = found.ok_or_else(|| Error::Unknown { kind: "item variant", code: full() })?;
        if variant.blocked || variant.sales_blocked {
            return Err(Error::Blocked { kind: "item variant", code: full() });
        }
        Ok(Some(variant))
    }

    /// The unit in which a line sells it, and how many base units that holds: the one asked for, else its sales unit, else
    /// its base unit.
    pub(super) fn unit(&self, asked: Option<&Code<10>>) -> Result<(Code<10>, Quantity)> {
        let (base, sales) = (&self.model.base_unit_of_measure_code, &self.model.sales_unit_of_measure_code);
        let unit = asked.and_then(Code::non_blank).or(sales.non_blank()).unwrap_or(base);
        let Some(known) = self.units.iter().find(|known| known.code == *unit) else {
            if unit == base {
                return Ok((unit.clone(), 1.into()));
            }
            let code = format!("{unit} of item {}", self.model.number);
            return Err(Error::Unknown { kind: "item unit of measure", code });
        };
        Ok((unit.clone(), known.quantity_per_unit_of_measure))
    }
}
