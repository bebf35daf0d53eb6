use chrono::NaiveDate;
use values::Code;

use super::usable::named;
use crate::general_ledger::vat_entry;
use crate::posting::amounts::TakenBack;
use crate::posting::corrected::Corrected;
use crate::posting::ready::ReadyLine;
use crate::posting::{Problems, Setup};
use crate::sales_tax::{ByTaxed, Share, Taxes};
use crate::vat::Calculation;

/// The sales taxes on a day of the lines that are worked out, when everyone who levies one has an account.
pub(in crate::posting) fn taxes(
    setup: &Setup,
    lines: &[ReadyLine],
    (on, invoices): (NaiveDate, bool),
    problems: &mut Problems,
) -> ByTaxed {
    let postings = lines.iter().filter(|line| !line.line.corrective).filter_map(|line| line.posting.as_ref());
    let taxed = postings.map(|posting| &posting.vat).filter(|vat| vat.calculation == Calculation::SalesTax);
    let by_taxed = setup.taxes.by_taxed(taxed.map(|vat| &vat.taxed), on);
    let mut steps: Vec<_> = by_taxed.values().flat_map(|taxes| taxes.steps()).collect();
    steps.sort_by(|one, other| one.jurisdiction.cmp(&other.jurisdiction));
    steps.dedup_by(|one, other| one.jurisdiction == other.jurisdiction);
    for step in steps.into_iter().filter(|_| invoices) {
        account(setup, &step.jurisdiction, &step.account, problems);
    }
    by_taxed
}

/// What jurisdictions got of the invoice that is taken back, as far as lines of the document take it back.
pub(in crate::posting) fn taken_back(
    setup: &Setup,
    corrected: Option<&Corrected>,
    lines: &[ReadyLine],
    problems: &mut Problems,
) -> Vec<TakenBack> {
    let back: Vec<_> = lines.iter().filter(|line| line.line.corrective).map(|line| line.line.taxed()).collect();
    let taxes = corrected.into_iter().flat_map(|corrected| &corrected.taxes).filter(|(taxed, _)| back.contains(taxed));
    taxes
        .map(|(taxed, entries)| {
            let mut of_entry = |entry: &vat_entry::Model| {
                let blank = Code::blank();
                let known = setup.taxes.account(&entry.tax_jurisdiction_code).unwrap_or(&blank);
                account(setup, &entry.tax_jurisdiction_code, known, problems);
                (entry.tax_jurisdiction_code.clone(), known.clone(), entry.vat_percent)
            };
            // The first is on what was sold alone; what others are on beyond that are the taxes before them.
            let net = entries.first().map(|entry| entry.base).unwrap_or_default();
            let share =
                |entry: &vat_entry::Model| Share { on_tax: (net - entry.base).decimal(), tax: -entry.amount.decimal() };
            TakenBack {
                taxed: taxed.clone(),
                taxes: Taxes::levied(entries.iter().map(&mut of_entry)),
                shares: entries.iter().map(share).collect(),
            }
        })
        .collect()
}

/// The account of what a jurisdiction is owed, when it may be posted to.
fn account(setup: &Setup, jurisdiction: &Code<10>, number: &Code<20>, problems: &mut Problems) {
    let place = format!("the tax jurisdiction {jurisdiction}");
    named(setup, &place, "Tax Account (Sales)", number, problems);
}
