use super::Draft;
use crate::sales::header::InvoiceDiscountCalculation;
use crate::sales::line;

impl Draft {
    /// Has lines that take a posted one back worked out as others are, when what they are worked out from is not what it was.
    pub(super) fn free_changed(&mut self) {
        for line in self.lines.iter_mut().filter(|line| line.corrective) {
            let old = self.before.iter().find(|old| old.id == line.id);
            line.corrective = old.is_some_and(|old| is_same_sale(old, line));
        }
    }

    /// Has all lines worked out.
    pub(super) fn free_all(&mut self) {
        self.lines.iter_mut().for_each(|line| line.corrective = false);
    }

    /// Whether a line of it takes a posted one back.
    pub(super) fn is_corrective(&self) -> bool {
        self.lines.iter().any(|line| line.corrective)
    }

    /// Leaves out of a discount on the whole by hand what a line that takes a posted one back had of it, and takes with it.
    pub(super) fn give_back_discount(&mut self, gone: &line::Model) {
        let header = &mut self.header;
        if gone.corrective && header.invoice_discount_calculation == InvoiceDiscountCalculation::Amount {
            let left = header.invoice_discount_value - gone.invoice_discount_amount;
            self.give(left);
        }
    }
}

/// Whether a line is worked out from the same as before.
fn is_same_sale(old: &line::Model, new: &line::Model) -> bool {
    let price = |line: &line::Model| (line.quantity, line.unit_price, line.line_discount_amount, line.line_amount);
    let units = |line: &line::Model| (line.variant_code.clone(), line.quantity_per_unit_of_measure);
    let vat = |line: &line::Model| (line.vat_calculation_type, line.vat_percent, line.vat_identifier.clone());
    price(old) == price(new) && units(old) == units(new) && vat(old) == vat(new) && old.taxed() == new.taxed()
}
