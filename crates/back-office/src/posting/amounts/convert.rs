use rust_decimal::Decimal;
use values::money::{Amount, round};

use super::Terms;
use super::part::Part;
use super::split::Split;
use crate::Result;
use crate::currencies::Rate;

/// A sum that is converted as it grows: what each part comes to is what the sum has come to, less what was given before.
/// So the parts come to the converted sum, to the last cent.
#[derive(Default)]
struct Running {
    total: Decimal,
    given: Decimal,
}

impl Running {
    fn next(&mut self, amount: Amount, factor: Rate, precision: Decimal) -> Result<Amount> {
        self.total += amount.decimal();
        let share = round(factor.to_own(self.total), precision) - self.given;
        self.given += share;
        Ok(Amount::new(share)?)
    }
}

/// Works out what the parts come to in the company's own currency.
pub(super) fn convert(parts: &mut [Part], terms: &Terms) -> Result<()> {
    if terms.factor == Rate::ONE {
        parts.iter_mut().for_each(|part| part.lcy = part.own);
        return Ok(());
    }
    let (mut net, mut whole) = (Running::default(), Running::default());
    let mut discounts: [Running; 4] = Default::default();
    let [line_net, line_vat, invoice_net, invoice_vat] = &mut discounts;
    // What no VAT is paid on comes first: what is left then is VAT of lines that have some.
    let mut parts: Vec<&mut Part> = parts.iter_mut().collect();
    parts.sort_by_key(|part| !part.own.sale.vat.is_zero());
    for part in parts {
        let own = &part.own;
        let of = |running: &mut Running, amount| running.next(amount, terms.factor, terms.own_precision);
        // VAT is what is left, so that the customer owes what the sum of the document comes to.
        let (sold, paid) = (of(&mut net, own.sale.net)?, of(&mut whole, own.sale.whole())?);
        part.lcy.sale = Split { net: sold, vat: paid - sold };
        part.lcy.line_discount =
            Split { net: of(line_net, own.line_discount.net)?, vat: of(line_vat, own.line_discount.vat)? };
        part.lcy.invoice_discount =
            Split { net: of(invoice_net, own.invoice_discount.net)?, vat: of(invoice_vat, own.invoice_discount.vat)? };
    }
    Ok(())
}
