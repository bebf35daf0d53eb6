use chrono::NaiveDate;

use super::usable::named;
use crate::posting::ready::ReadyLine;
use crate::posting::{Problems, Setup};
use crate::sales_tax::ByTaxed;
use crate::vat::Calculation;

/// The sales taxes of the lines on a day, when everyone who levies one has an account.
pub(in crate::posting) fn taxes(
    setup: &Setup,
    lines: &[ReadyLine],
    (on, invoices): (NaiveDate, bool),
    problems: &mut Problems,
) -> ByTaxed {
    let postings = lines.iter().filter_map(|line| line.posting.as_ref());
    let taxed = postings.map(|posting| &posting.vat).filter(|vat| vat.calculation == Calculation::SalesTax);
    let by_taxed = setup.taxes.by_taxed(taxed.map(|vat| &vat.taxed), on);
    let mut steps: Vec<_> = by_taxed.values().flat_map(|taxes| taxes.steps()).collect();
    steps.sort_by(|one, other| one.jurisdiction.cmp(&other.jurisdiction));
    steps.dedup_by(|one, other| one.jurisdiction == other.jurisdiction);
    for step in steps.into_iter().filter(|_| invoices) {
        let place = format!("the tax jurisdiction {}", step.jurisdiction);
        named(setup, &place, "Tax Account (Sales)", &step.account, problems);
    }
    by_taxed
}
