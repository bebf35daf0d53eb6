use std::ops::{Add, Sub};

use rust_decimal::Decimal;
use values::Code;
use values::money::{Percent, round};

use super::{Conversion, detail};

/// The taxes of one area on one group, in the order in which they are worked out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Taxes {
    steps: Vec<Step>,
}

/// What one jurisdiction levies.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Step {
    pub(crate) jurisdiction: Code<10>,
    /// What is owed to it.
    pub(crate) account: Code<20>,
    /// On the amount.
    pub(crate) sales: Option<Rule>,
    /// On the quantity.
    pub(crate) excise: Option<Rule>,
}

/// So much up to a maximum, and so much of what is beyond.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Rule {
    maximum: Decimal,
    below: Decimal,
    above: Decimal,
    on_tax: bool,
}

/// What a jurisdiction gets of a base, in the company's own currency.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Share {
    /// The taxes before it that it taxes, too.
    pub(crate) on_tax: Decimal,
    /// The tax.
    pub(crate) tax: Decimal,
}

impl Add for Share {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self { on_tax: self.on_tax + other.on_tax, tax: self.tax + other.tax }
    }
}

impl Sub for Share {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        Self { on_tax: self.on_tax - other.on_tax, tax: self.tax - other.tax }
    }
}

impl From<&detail::Model> for Rule {
    fn from(detail: &detail::Model) -> Self {
        Self {
            maximum: detail.maximum.decimal(),
            below: detail.tax_below_maximum.decimal(),
            above: detail.tax_above_maximum.decimal(),
            on_tax: detail.calculate_tax_on_tax,
        }
    }
}

impl Rule {
    /// Of so much, not rounded. What is taken back is taxed as what is sold.
    fn of(&self, base: Decimal) -> Decimal {
        let all = base.abs();
        let below = if self.maximum.is_zero() { all } else { all.min(self.maximum) };
        let tax = below * self.below + (all - below) * self.above;
        if base.is_sign_negative() { -tax } else { tax }
    }

    fn of_percent(&self, base: Decimal) -> Decimal {
        self.of(base) / Decimal::ONE_HUNDRED
    }
}

impl Step {
    /// The percentage up to the maximum; nothing for what is taxed by quantity alone.
    pub(crate) fn percent(&self) -> Percent {
        let percent = self.sales.as_ref().map(|rule| rule.below).unwrap_or_default();
        Percent::new(percent).unwrap_or_default()
    }
}

impl Taxes {
    /// Taxes in their order.
    pub(super) fn new(steps: Vec<Step>) -> Self {
        Self { steps }
    }

    /// Those that were levied: by whom, the account of what is owed, and the percentage.
    pub(crate) fn levied(by: impl Iterator<Item = (Code<10>, Code<20>, Percent)>) -> Self {
        let flat = |percent: Percent| Rule {
            maximum: Decimal::ZERO,
            below: percent.decimal(),
            above: Decimal::ZERO,
            on_tax: false,
        };
        let steps = by.map(|(jurisdiction, account, percent)| Step {
            jurisdiction,
            account,
            sales: Some(flat(percent)),
            excise: None,
        });
        Self::new(steps.collect())
    }

    /// Who levies, in their order.
    pub(crate) fn steps(&self) -> &[Step] {
        &self.steps
    }

    /// What each jurisdiction gets of an amount in the currency and so many base units, in the company's own currency; and
    /// what they come to in the currency.
    pub(crate) fn of(&self, amount: Decimal, units: Decimal, conversion: &Conversion) -> (Vec<Share>, Decimal) {
        let own = conversion.own_precision;
        let base = round(conversion.factor.to_own(amount), own);
        let (mut shares, mut so_far) = (Vec::with_capacity(self.steps.len()), Decimal::ZERO);
        for step in &self.steps {
            let on_tax = if step.sales.as_ref().is_some_and(|rule| rule.on_tax) { so_far } else { Decimal::ZERO };
            let sales = step.sales.as_ref().map_or(Decimal::ZERO, |rule| rule.of_percent(base + on_tax));
            let excise = step.excise.as_ref().map_or(Decimal::ZERO, |rule| rule.of(units));
            let tax = round(sales + excise, own);
            so_far += tax;
            shares.push(Share { on_tax, tax });
        }
        (shares, round(conversion.factor.to_foreign(so_far), conversion.precision))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use rstest::rstest;

    use super::*;
    use crate::currencies::Rate;

    const CENT: Decimal = Decimal::from_parts(1, 0, 0, false, 2);
    const OWN: Conversion = Conversion { factor: Rate::ONE, precision: CENT, own_precision: CENT };

    fn rule(maximum: &str, below: &str, above: &str, on_tax: bool) -> Option<Rule> {
        let of = |text: &str| text.parse().unwrap();
        Some(Rule { maximum: of(maximum), below: of(below), above: of(above), on_tax })
    }

    fn step(sales: Option<Rule>, excise: Option<Rule>) -> Step {
        Step { jurisdiction: Code::blank(), account: Code::blank(), sales, excise }
    }

    fn taxes(steps: Vec<Step>, amount: &str, units: i64) -> Vec<String> {
        let (shares, _) = Taxes::new(steps).of(amount.parse().unwrap(), units.into(), &OWN);
        shares.iter().map(|share| share.tax.normalize().to_string()).collect()
    }

    #[rstest]
    #[case(rule("0", "6.25", "0", false), "233.33", "14.58")]
    #[case(rule("1000", "7", "2.5", false), "1000", "70")]
    #[case(rule("1000", "7", "2.5", false), "1000.40", "70.01")]
    #[case(rule("1000", "7", "0", false), "2500", "70")]
    #[case(rule("1000", "7", "2.5", false), "-1400", "-80")]
    fn a_rate_holds_up_to_the_maximum_and_another_beyond(
        #[case] rule: Option<Rule>,
        #[case] amount: &str,
        #[case] expected: &str,
    ) {
        assert_eq!(taxes(vec![step(rule, None)], amount, 1), [expected]);
    }

    #[rstest]
    #[case(true, "3.72")]
    #[case(false, "3.5")]
    fn a_tax_on_tax_is_on_those_before_it(#[case] on_tax: bool, #[case] expected: &str) {
        let steps = vec![step(rule("0", "6.25", "0", false), None), step(rule("0", "1.5", "0", on_tax), None)];
        assert_eq!(taxes(steps, "233.33", 1), ["14.58", expected]);
    }

    #[test]
    fn an_excise_tax_is_on_the_quantity() {
        let steps = vec![step(None, rule("10", "0.25", "0.1", false))];
        assert_eq!(taxes(steps, "0", 14), ["2.9"]);
        assert_eq!(step(None, rule("0", "1", "1", false)).percent(), Percent::ZERO);
    }

    #[test]
    fn in_another_currency_the_tax_is_worked_out_in_the_own_one_and_converted_back() {
        let factor = Rate::factor("100".parse().unwrap(), "745".parse().unwrap());
        let conversion = Conversion { factor, ..OWN };
        let taxes = Taxes::new(vec![step(rule("100", "10", "0", false), None)]);
        let (shares, total) = taxes.of("24.99".parse().unwrap(), 1.into(), &conversion);
        // 186.18 in the own currency, of which 100 is taxed: 10, and that is 1.34 in the other.
        assert_eq!((shares[0].tax, total), ("10".parse().unwrap(), "1.34".parse().unwrap()));
    }

    proptest! {
        #[test]
        fn what_is_taken_back_gives_the_same_tax_back(cents in 0..10_000_000_i64, rate in 0..3_000_i64, limit in 0..500_i64) {
            let rule = Some(Rule { maximum: limit.into(), below: Decimal::new(rate, 2), above: Decimal::ONE, on_tax: true });
            let taxes = Taxes::new(vec![step(rule.clone(), None), step(rule, None)]);
            let (sold, total) = taxes.of(Decimal::new(cents, 2), 1.into(), &OWN);
            let (back, returned) = taxes.of(-Decimal::new(cents, 2), (-1).into(), &OWN);
            prop_assert_eq!(total, -returned);
            prop_assert!(sold.iter().zip(&back).all(|(one, other)| one.tax == -other.tax));
            prop_assert_eq!(sold.iter().map(|share| share.tax).sum::<Decimal>(), total);
        }
    }
}
