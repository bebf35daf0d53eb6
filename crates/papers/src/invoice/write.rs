use chrono::Datelike;

use super::read::Printed;
use super::{addresses, facts, lines, sums, vat};
use crate::{Day, Error, Language, Result, Sheet};

/// Writes a document in a language.
///
/// # Errors
/// [`Error::Disagrees`].
pub(super) fn write(printed: &Printed, language: Language) -> Result<Sheet> {
    let (header, words) = (&printed.header, language.words());
    if !sums::agree(printed) {
        return Err(Error::Disagrees { kind: header.kind.in_words(), number: header.number.to_string() });
    }
    let date = header.document_date;
    let (bill_to, ship_to) = (addresses::bill_to(printed, language), addresses::ship_to(printed, language));
    let columns = lines::Columns::of(printed, language);
    Ok(Sheet {
        language: language.code(),
        title: if printed.is_credit() { words.credit_memo } else { words.invoice },
        number: header.number.to_string(),
        date: Day { year: date.year(), month: date.month(), day: date.day() },
        company: printed.company.name.clone(),
        company_address: addresses::company(printed),
        bill_to_label: words.bill_to,
        ship_to_label: words.ship_to,
        // An address that is the payer's is not said twice.
        ship_to: if ship_to == bill_to { Vec::new() } else { ship_to },
        bill_to,
        facts: facts::of_document(printed, language),
        rows: columns.rows(),
        columns: columns.heads(),
        totals: sums::totals(printed, language),
        vat: vat::table(printed, language),
        notes: facts::notes(printed, language),
        footer: facts::of_company(printed, language),
        page: words.page,
        page_of: words.page_of,
    })
}
