use std::collections::BTreeMap;

use rust_decimal::Decimal;
use values::Code;

use super::Taxes;
use crate::currencies::Rate;

/// What decides how a line is taxed.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Taxed {
    /// Where the buyer is taxed.
    pub(crate) area: Code<20>,
    /// Whether the buyer is liable to tax.
    pub(crate) liable: bool,
    /// What is sold.
    pub(crate) group: Code<20>,
}

/// The taxes of everything that is taxed alike.
pub(crate) type ByTaxed = BTreeMap<Taxed, Taxes>;

/// How amounts in a currency become the company's own, and to what both are rounded.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Conversion {
    /// How much of the currency one of the company's own is worth.
    pub(crate) factor: Rate,
    /// To what amounts in the currency are rounded.
    pub(crate) precision: Decimal,
    /// To what those in the company's own are rounded.
    pub(crate) own_precision: Decimal,
}

impl Taxed {
    /// Whether there may be a tax at all.
    pub(crate) fn is_taxed(&self) -> bool {
        self.liable && !self.area.is_blank() && !self.group.is_blank()
    }
}
