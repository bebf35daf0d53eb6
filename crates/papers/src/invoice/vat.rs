//! The VAT of a document, by rate.

use back_office::sales::posted::line;
use back_office::vat::Calculation;
use values::Code;
use values::money::{Amount, Percent};

use super::read::Printed;
use super::sums::in_figures;
use crate::{Language, VatTable};

/// What is rounded together.
type Group = (Code<20>, Percent);

/// Its VAT, with a row for each rate; and, in another currency, with what of it is owed in the company's own.
pub(super) fn table(printed: &Printed, language: Language) -> VatTable {
    let words = language.words();
    // The entries of a sales tax are told by whom it is owed to, which a document does not say.
    let is_taxed = printed.lines.iter().any(|line| line.vat_calculation_type == Calculation::SalesTax);
    let in_own_too = printed.is_foreign() && !is_taxed;
    let mut labels: Vec<String> = [words.vat_rate, words.vat_base, words.vat].map(str::to_owned).to_vec();
    if in_own_too {
        labels.push(language.vat_in_own_currency(printed.company.currency_code.as_str()));
    }
    let rows = groups(printed).into_iter().map(|group| {
        let lines = || printed.lines.iter().filter(|line| group_of(line) == Some(group.clone()));
        let base: Amount = lines().map(|line| line.amount).sum();
        let with_vat: Amount = lines().map(|line| line.amount_including_vat).sum();
        let mut row = vec![
            language.percent(group.1.decimal()),
            in_figures(printed, language, base),
            in_figures(printed, language, with_vat - base),
        ];
        if in_own_too {
            let decimals = printed.company.amount_rounding_precision.decimal().normalize().scale();
            row.push(language.number(in_own_currency(printed, &group).decimal(), decimals));
        }
        row
    });
    VatTable { title: words.vat_specification, rows: rows.collect(), labels }
}

/// Whether the buyer has to account for some of it.
pub(super) fn is_reversed(printed: &Printed) -> bool {
    printed.lines.iter().any(|line| line.vat_calculation_type == Calculation::ReverseCharge && !line.amount.is_zero())
}

/// The groups of its lines, the highest rate first.
fn groups(printed: &Printed) -> Vec<Group> {
    let mut groups: Vec<Group> = printed.lines.iter().filter_map(group_of).collect();
    groups.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    groups.dedup();
    groups
}

/// The group of a line; a text has none.
fn group_of(line: &line::Model) -> Option<Group> {
    let sells = line.kind != back_office::sales::LineKind::Comment;
    sells.then(|| (line.vat_identifier.clone(), line.vat_percent))
}

/// What the ledger has. There, what is owed to the state has a minus.
fn in_own_currency(printed: &Printed, group: &Group) -> Amount {
    let entries = printed.vat_entries.iter();
    let of_group = entries.filter(|entry| (&entry.vat_identifier, entry.vat_percent) == (&group.0, group.1));
    let vat: Amount = of_group.map(|entry| entry.amount).sum();
    if printed.is_credit() { vat } else { -vat }
}
