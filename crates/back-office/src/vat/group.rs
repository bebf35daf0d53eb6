use rust_decimal::Decimal;
use values::Code;
use values::money::Percent;

use super::Calculation;
use crate::sales_tax::Taxed;

/// Lines whose VAT is rounded together.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Group {
    identifier: Code<20>,
    pub(crate) calculation: Calculation,
    percent: Decimal,
    /// How they are taxed, where sales tax is levied.
    pub(crate) taxed: Taxed,
    is_negative: bool,
}

impl Group {
    /// The group of a line with that VAT.
    pub(crate) fn of(
        (calculation, percent, identifier): (Calculation, Percent, &Code<20>),
        taxed: &Taxed,
        is_negative: bool,
    ) -> Self {
        // What is taxed is told apart by area and group alone.
        match calculation {
            Calculation::SalesTax => Self {
                identifier: Code::blank(),
                calculation,
                percent: Decimal::ZERO,
                taxed: taxed.clone(),
                is_negative,
            },
            _ => Self {
                identifier: identifier.clone(),
                calculation,
                percent: percent.decimal(),
                taxed: Taxed::default(),
                is_negative,
            },
        }
    }

    /// How much of a base without VAT its VAT is.
    pub(crate) fn rate(&self) -> Decimal {
        self.percent / Decimal::ONE_HUNDRED
    }
}
