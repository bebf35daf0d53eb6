use super::Terms;
use super::part::Part;
use super::vat::apart;
use crate::Result;

/// Takes those discounts apart from what is sold that have an account of their own, each with its share of VAT, which is
/// rounded by itself.
pub(super) fn take_apart(parts: &mut [Part], terms: &Terms) -> Result<()> {
    for part in parts {
        let of = |amount| apart(amount, &part.posting.vat, terms.prices_including_vat, terms.precision);
        if part.posting.line_discount.is_some() {
            part.own.line_discount = of(part.line_discount)?;
        }
        if part.posting.invoice_discount.is_some() {
            part.own.invoice_discount = of(part.invoice_discount)?;
        }
    }
    Ok(())
}
