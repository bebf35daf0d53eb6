//! From what an order is now to what is entered on its document. Pure.

use back_office::sales::{
    ChangeDocument, ChangeLine, Entry, InvoiceDiscountCalculation, LineEntry, LineKind, NewDocument, NewLine, header,
    line,
};
use values::money::Amount;

use super::Part;
use crate::Error;

/// What is to be entered so that the document says what the order says. Of its header and of the places of its lines only
/// what Shopify changed, by part and line; of its lines those that came from the order. Lines that a person has added stay.
///
/// # Errors
/// [`Error::OrderState`] when a person has split a line of the order: only they know how.
pub(super) fn entry(
    (header, lines): (&header::Model, &[line::Model]),
    wanted: &NewDocument,
    changed: &[(Part, &str)],
) -> Result<Entry, Error> {
    let mut entries = Vec::new();
    // The prices of lines are turned with the document; those of the order are what holds.
    let is_turned = wanted.prices_including_vat != header.prices_including_vat && has(changed, Part::VatIncluded);
    for new in &wanted.lines {
        let mut same = lines.iter().filter(|line| is_of(line, new));
        match (same.next(), same.next()) {
            (None, _) => entries.push(LineEntry::Add(Box::new(new.clone()), Box::default())),
            (Some(line), None) => {
                let is_moved = changed.contains(&(Part::Location, new.source_id.as_str()));
                let change = change(line, new, (is_turned, is_moved));
                if change != ChangeLine::default() {
                    entries.push(LineEntry::Change(line.line_number, Box::new(change)));
                }
            }
            (Some(line), Some(_)) => {
                return Err(Error::OrderState(format!(
                    "the line '{}' of the {} was split by hand: change it by hand, then mark the conflict as resolved",
                    line.description,
                    header.in_words()
                )));
            }
        }
    }
    let gone = |line: &&line::Model| !line.source_id.is_empty() && !wanted.lines.iter().any(|new| is_of(line, new));
    entries.extend(lines.iter().filter(gone).map(|line| LineEntry::Remove(line.line_number)));
    Ok(Entry {
        document: document(wanted, changed),
        invoice_discount: discount(header, wanted.invoice_discount),
        lines: entries,
    })
}

/// Whether a line of the document is this one of the order. What Shopify gives no id is known by what stands on it.
fn is_of(line: &line::Model, new: &NewLine) -> bool {
    if !line.source_id.is_empty() || !new.source_id.is_empty() {
        return line.source_id == new.source_id;
    }
    line.kind == new.kind && line.number == new.number && Some(&line.description) == new.description.as_ref()
}

/// What is changed of a line. Another quantity would find its price anew, so that price and discount are given with it.
fn change(line: &line::Model, new: &NewLine, (is_turned, is_moved): (bool, bool)) -> ChangeLine {
    let price = new.unit_price.unwrap_or_default();
    let is_other = is_turned
        || line.quantity != new.quantity
        || line.unit_price != price
        || line.line_discount_amount != new.line_discount_amount;
    let location_code = (is_moved && line.location_code != new.location_code).then(|| new.location_code.clone());
    let where_from = ChangeLine { location_code, ..ChangeLine::default() };
    if new.kind == LineKind::Comment || !is_other {
        return where_from;
    }
    ChangeLine {
        quantity: Some(new.quantity),
        unit_price: Some(price),
        line_discount_amount: Some(new.line_discount_amount),
        ..where_from
    }
}

/// Whether that part of the order was changed.
fn has(changed: &[(Part, &str)], part: Part) -> bool {
    changed.iter().any(|(other, _)| *other == part)
}

fn document(wanted: &NewDocument, changed: &[(Part, &str)]) -> ChangeDocument {
    let has = |part| has(changed, part);
    ChangeDocument {
        ship_to: if has(Part::ShipTo) { wanted.ship_to.clone().into() } else { Default::default() },
        work_description: has(Part::WorkDescription).then(|| wanted.work_description.clone()),
        external_document_number: has(Part::PurchaseOrder).then(|| wanted.external_document_number.clone()),
        due_date: if has(Part::DueDate) { wanted.due_date } else { None },
        prices_including_vat: has(Part::VatIncluded).then_some(wanted.prices_including_vat),
        ..ChangeDocument::default()
    }
}

/// The discount of the whole, where it is another. One that follows the customer's code is left to it.
fn discount(header: &header::Model, wanted: Amount) -> Option<Amount> {
    let given = match header.invoice_discount_calculation {
        InvoiceDiscountCalculation::Amount => header.invoice_discount_value,
        InvoiceDiscountCalculation::None | InvoiceDiscountCalculation::Percent => Amount::ZERO,
    };
    (given != wanted).then_some(wanted)
}
