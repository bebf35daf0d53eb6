use std::iter::Sum;
use std::ops::Add;

use values::money::Amount;

/// An amount without VAT, and its VAT.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in crate::posting) struct Split {
    pub(in crate::posting) net: Amount,
    pub(in crate::posting) vat: Amount,
}

impl Split {
    /// With VAT.
    pub(in crate::posting) fn whole(self) -> Amount {
        self.net + self.vat
    }
}

impl Add for Split {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self { net: self.net + other.net, vat: self.vat + other.vat }
    }
}

impl Sum for Split {
    fn sum<I: Iterator<Item = Self>>(values: I) -> Self {
        values.fold(Self::default(), Add::add)
    }
}

/// What a line comes to, and what of discounts is posted apart from it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in crate::posting) struct Sums {
    /// What is paid for it, less all discounts.
    pub(in crate::posting) sale: Split,
    /// The discount on the line, where it is posted apart.
    pub(in crate::posting) line_discount: Split,
    /// Its part of the discount on the whole, where that is posted apart.
    pub(in crate::posting) invoice_discount: Split,
}

impl Sums {
    /// What is posted as sold: as if the discounts that are posted apart had not been given.
    pub(in crate::posting) fn sold(&self) -> Split {
        self.sale + self.line_discount + self.invoice_discount
    }
}
