use rust_decimal::Decimal;
use values::Code;
use values::money::{Amount, Percent, round};

use super::part::Part;
use crate::Result;
use crate::posting::ready::Groups;
use crate::sales_tax::{Share, Taxed, Taxes};

/// What a jurisdiction gets of what is invoiced, in the company's own currency.
#[derive(Clone, Debug)]
pub(in crate::posting) struct Levied {
    pub(in crate::posting) taxed: Taxed,
    pub(in crate::posting) jurisdiction: Code<10>,
    pub(in crate::posting) account: Code<20>,
    /// The groups that all it is levied on have in common.
    pub(in crate::posting) groups: Groups,
    pub(in crate::posting) percent: Percent,
    /// What it is levied on: what is sold, and the taxes before it where it is on those, too.
    pub(in crate::posting) base: Amount,
    pub(in crate::posting) tax: Amount,
}

/// What jurisdictions got of things that were taxed alike and are taken back, in the company's own currency.
#[derive(Clone, Debug)]
pub(in crate::posting) struct TakenBack {
    pub(in crate::posting) taxed: Taxed,
    pub(in crate::posting) taxes: Taxes,
    pub(in crate::posting) shares: Vec<Share>,
}

/// What each jurisdiction gets, before it is known what lines come to in the company's own currency.
#[derive(Default)]
pub(super) struct Levy {
    by_taxed: Vec<(Taxed, Taxes, Vec<Share>)>,
    taken_back: Vec<TakenBack>,
}

impl Levy {
    /// Adds what was levied on things that are taxed so.
    pub(super) fn add(&mut self, taxed: &Taxed, taxes: &Taxes, shares: Vec<Share>) {
        match self.by_taxed.iter_mut().find(|(known, ..)| known == taxed) {
            Some((_, _, sums)) => sums.iter_mut().zip(shares).for_each(|(sum, share)| *sum = *sum + share),
            None => self.by_taxed.push((taxed.clone(), taxes.clone(), shares)),
        }
    }

    /// Notes what was levied before and is taken back.
    pub(super) fn take_back(&mut self, taken: &[TakenBack]) {
        self.taken_back.extend_from_slice(taken);
    }
}

/// What each jurisdiction gets of the parts: all of their tax. In another currency that may be a cent more or less than was
/// worked out, as the currency has no smaller amounts: it is spread. Of what is taken back it is as much as it was, or the
/// part of it that is taken back.
pub(super) fn of_parts(levy: Levy, parts: &[Part], precision: Decimal) -> Result<Vec<Levied>> {
    let sold = levy.by_taxed.into_iter().map(|(taxed, taxes, shares)| (TakenBack { taxed, taxes, shares }, false));
    let back = levy.taken_back.into_iter().map(|taken| (taken, true));
    let mut levied = Vec::new();
    for (TakenBack { taxed, taxes, shares }, is_back) in sold.chain(back) {
        let own = || parts.iter().filter(|part| part.posting.vat.taxed == taxed && part.is_back == is_back);
        let net: Amount = own().map(|part| part.lcy.sale.net).sum();
        let tax: Amount = own().map(|part| part.lcy.sale.vat).sum();
        let groups = own().map(|part| part.posting.groups.clone()).reduce(|one, other| one.common(&other));
        let worked_out: Decimal = shares.iter().map(|share| share.tax).sum();
        let part_of = |whole: Decimal| (tax.decimal() * whole).checked_div(worked_out);
        let mut carried = if worked_out.is_zero() { tax.decimal() } else { Decimal::ZERO };
        for (step, share) in taxes.steps().iter().zip(shares) {
            carried += part_of(share.tax).unwrap_or_default();
            let of_step = round(carried, precision);
            carried -= of_step;
            let on_tax = if is_back { part_of(share.on_tax).unwrap_or(share.on_tax) } else { share.on_tax };
            levied.push(Levied {
                taxed: taxed.clone(),
                jurisdiction: step.jurisdiction.clone(),
                account: step.account.clone(),
                groups: groups.clone().unwrap_or_default(),
                percent: step.percent(),
                base: net + Amount::new(round(on_tax, precision))?,
                tax: Amount::new(of_step)?,
            });
        }
    }
    Ok(levied)
}
