use std::collections::HashMap;

use rust_decimal::Decimal;
use values::Code;
use values::money::Price;

use crate::{Error, Result, vat};

/// The VAT set-up, by the groups of the customer and of what is sold.
pub(crate) type Vats = HashMap<(Code<20>, Code<20>), vat::Model>;

/// How a price that is listed becomes one that is asked for.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Rules<'a> {
    /// The VAT set-up.
    pub(crate) vat: &'a Vats,
    /// Whose VAT prices have in them where neither item nor price list says so; blank: the buyer's.
    pub(crate) vat_group: &'a Code<20>,
    /// To what prices in the currency of the terms are rounded.
    pub(crate) precision: Decimal,
}

/// Prices and what a unit costs have five decimals at most.
pub(crate) const FINEST: Decimal = Decimal::from_parts(1, 0, 0, false, 5);

impl<'a> Rules<'a> {
    /// Those of a VAT set-up, with prices rounded to multiples of `precision`; 0 keeps every decimal there is.
    pub(crate) fn new(vat: &'a Vats, vat_group: &'a Code<20>, precision: Price) -> Self {
        Self { vat, vat_group, precision: if precision.is_zero() { FINEST } else { precision.decimal() } }
    }

    /// The percentage of VAT that a customer of one group has in the price of what is of another: sales tax never is.
    pub(super) fn percent(&self, business: &Code<20>, product: &Code<20>) -> Result<Decimal> {
        let setup = self.setup(business, product)?;
        if setup.calculation_type == vat::Calculation::SalesTax {
            return Err(Error::SalesTaxInPrices);
        }
        Ok(setup.charged().decimal())
    }

    fn setup(&self, business: &Code<20>, product: &Code<20>) -> Result<&'a vat::Model> {
        let missing = || Error::NoVatSetup { business: business.to_string(), product: product.to_string() };
        self.vat.get(&(business.clone(), product.clone())).ok_or_else(missing)
    }
}
