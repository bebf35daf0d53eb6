use rust_decimal::Decimal;
use values::Code;
use values::money::{Amount, Invalid, Percent, Price, Quantity, round};

use super::{discount, vat};
use crate::sales_tax::{ByTaxed, Conversion, Taxed};
use crate::vat::Calculation;
use crate::{Error, Result};

/// To this a discount is kept as a percentage.
pub(super) const PERCENT_PRECISION: Decimal = Decimal::from_parts(1, 0, 0, false, 5);

/// The amounts of a line while they are worked out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct LineAmounts {
    pub(super) line_discount_percent: Percent,
    pub(super) line_discount_amount: Amount,
    pub(super) line_amount: Amount,
    pub(super) allow_invoice_discount: bool,
    pub(super) invoice_discount_amount: Amount,
    pub(super) vat_percent: Percent,
    pub(super) vat_identifier: Code<20>,
    pub(super) calculation: Calculation,
    /// How it is taxed, where sales tax is levied.
    pub(super) taxed: Taxed,
    /// How many base units it sells.
    pub(super) units: Decimal,
    pub(super) amount: Amount,
    pub(super) amount_including_vat: Amount,
    /// Whether its part of the discount on the whole and its VAT are not worked out, but stay as they are.
    pub(super) is_kept: bool,
}

impl LineAmounts {
    /// What VAT and discount are worked out from: the line less its part of the discount on the whole.
    pub(super) fn net(&self) -> Amount {
        self.line_amount - self.invoice_discount_amount
    }

    /// Quantity times price, less so many percent of it.
    pub(super) fn by_percent(
        (quantity, unit_price, percent): (Quantity, Price, Percent),
        precision: Decimal,
    ) -> Result<Self> {
        if percent < Percent::ZERO || percent > 100.into() {
            return Err(Error::Unfit {
                field: "discountPercent",
                caption: "Line Discount %",
                value: percent.to_string(),
                why: "must lie between 0 and 100",
            });
        }
        let gross = gross(quantity, unit_price, precision)?;
        let discount = gross.decimal() * percent.decimal() / Decimal::ONE_HUNDRED;
        let discount = Amount::rounded(discount, precision)?;
        Ok(Self {
            line_discount_percent: percent,
            line_discount_amount: discount,
            line_amount: gross - discount,
            ..Self::default()
        })
    }

    /// Quantity times price, less the discount. `line` is the number of the line.
    pub(super) fn new(
        line: i32,
        (quantity, unit_price, discount): (Quantity, Price, Amount),
        precision: Decimal,
    ) -> Result<Self> {
        let gross = gross(quantity, unit_price, precision)?;
        let discount = Amount::rounded(discount.decimal(), precision)?;
        let percent = if gross.is_zero() || discount.is_zero() {
            Decimal::ZERO
        } else {
            round(discount.decimal() / gross.decimal() * Decimal::ONE_HUNDRED, PERCENT_PRECISION)
        };
        let out_of_range = percent < Decimal::ZERO || percent > Decimal::ONE_HUNDRED;
        if out_of_range || (gross.is_zero() && !discount.is_zero()) {
            return Err(Error::Discount { line, discount, amount: gross });
        }
        Ok(Self {
            line_discount_percent: Percent::new(percent)?,
            line_discount_amount: discount,
            line_amount: gross - discount,
            ..Self::default()
        })
    }
}

/// Quantity times price.
fn gross(quantity: Quantity, unit_price: Price, precision: Decimal) -> Result<Amount> {
    let gross = quantity.decimal().checked_mul(unit_price.decimal());
    let gross = gross.ok_or_else(|| Invalid::TooLarge(format!("{quantity} × {unit_price}")))?;
    Ok(Amount::rounded(gross, precision)?)
}

/// How the amounts of a document are worked out.
pub(super) struct Basis {
    /// Whether the amounts of its lines have VAT in them.
    pub(super) prices_including_vat: bool,
    /// How they become the company's own, in which sales tax is worked out, and to what they are rounded.
    pub(super) conversion: Conversion,
    /// The sales taxes of its lines.
    pub(super) taxes: ByTaxed,
}

/// Works out the amounts of a document: its discount is spread, then VAT is rounded once per identifier, and sales tax once
/// per area and group, and spread. Lines that are kept take no part in it.
///
/// # Errors
/// [`Error::SalesTaxInPrices`], and those of discounts that do not fit.
pub(super) fn work_out(lines: &mut [LineAmounts], invoice_discount: Amount, basis: &Basis) -> Result<()> {
    if basis.prices_including_vat && lines.iter().any(|line| line.calculation == Calculation::SalesTax) {
        return Err(Error::SalesTaxInPrices);
    }
    discount::spread(lines, invoice_discount, basis.conversion.precision)?;
    vat::spread(lines, basis)
}

#[cfg(test)]
mod tests;
