//! The difference between two tellings of an order, as far as it decides the document. Pure.

use back_office::sales::{Address, NewDocument, NewLine};
use rust_decimal::Decimal;
use values::Code;

use super::Part;
use crate::Error;
use crate::orders::mapping::Ground;
use crate::orders::process::new_order;
use crate::orders::staged::Sale;
use crate::orders::totals::expected;

/// One part of an order that is no longer what it was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Update {
    /// Which.
    pub part: Part,
    /// Of which line, by its id in Shopify; blank for the order as a whole.
    pub line_id: String,
    /// What that line sells.
    pub description: String,
    /// What it was; blank for a line that is new.
    pub before: String,
    /// What it is; blank for a line that is gone.
    pub after: String,
}

/// What is no longer as it was when the order was told before. Of an order that was cancelled it is only said that it was.
///
/// # Errors
/// As for the document of an order.
pub fn told(ground: &Ground, before: &Sale, now: &Sale) -> Result<Vec<Update>, Error> {
    if let Some(at) = now.order.cancelled_at {
        let cancelled =
            of_order(Part::Cancelled, String::new(), at.with_timezone(&ground.zone).date_naive().to_string());
        return Ok(if before.order.cancelled_at.is_none() { vec![cancelled] } else { Vec::new() });
    }
    let (old, new) = (new_order(ground, before)?, new_order(ground, now)?);
    let name = |line: &NewLine| name_of(line, now).or_else(|| name_of(line, before)).unwrap_or_default();
    let mut updates = Vec::new();
    for line in &new.lines {
        match old.lines.iter().find(|other| is_same(other, line)) {
            Some(other) => updates.extend(of_line(other, line, &name(line))),
            None => updates.push(Update {
                part: Part::Line,
                line_id: line.source_id.clone(),
                description: name(line),
                before: String::new(),
                after: sold(line),
            }),
        }
    }
    let gone = old.lines.iter().filter(|line| !new.lines.iter().any(|other| is_same(other, line)));
    updates.extend(gone.map(|line| Update {
        part: Part::Line,
        line_id: line.source_id.clone(),
        description: name(line),
        before: sold(line),
        after: String::new(),
    }));
    // Terms of payment end when an order is paid, and texts are gone when its buyer is forgotten: both change nothing.
    let matters = |update: &Update| match update.part {
        Part::DueDate => !now.order.fully_paid,
        Part::WorkDescription | Part::PurchaseOrder => !update.after.is_empty(),
        _ => true,
    };
    updates.extend(of_header(&old, &new).into_iter().filter(matters));
    let total = |sale| expected(sale, ground.shop.currency_handling).total;
    updates.extend(changed(Part::Total, total(before), total(now), plain));
    Ok(updates)
}

/// Whether two lines are the same one of the order. What Shopify gives no id is known by what stands on it.
pub(super) fn is_same(one: &NewLine, other: &NewLine) -> bool {
    if !one.source_id.is_empty() || !other.source_id.is_empty() {
        return one.source_id == other.source_id;
    }
    one.kind == other.kind && one.description == other.description
}

fn of_line(before: &NewLine, now: &NewLine, name: &str) -> Vec<Update> {
    let (price, discount) = (|line: &NewLine| line.unit_price.unwrap_or_default(), now.line_discount_amount);
    let parts = [
        changed(Part::Quantity, before.quantity, now.quantity, plain),
        changed(Part::UnitPrice, price(before), price(now), plain),
        changed(Part::LineDiscount, before.line_discount_amount, discount, plain),
        changed(Part::Location, before.location_code.clone(), now.location_code.clone(), Code::to_string),
    ];
    let of_this = |update: Update| Update { line_id: now.source_id.clone(), description: name.to_owned(), ..update };
    parts.into_iter().flatten().map(of_this).collect()
}

fn of_header(before: &NewDocument, now: &NewDocument) -> Vec<Update> {
    let day = |date: &Option<chrono::NaiveDate>| date.map(|date| date.to_string()).unwrap_or_default();
    let parts = [
        changed(Part::InvoiceDiscount, before.invoice_discount, now.invoice_discount, plain),
        changed(Part::ShipTo, before.ship_to.clone(), now.ship_to.clone(), written),
        changed(Part::WorkDescription, before.work_description.clone(), now.work_description.clone(), String::clone),
        changed(
            Part::PurchaseOrder,
            before.external_document_number.clone(),
            now.external_document_number.clone(),
            String::clone,
        ),
        changed(Part::DueDate, before.due_date, now.due_date, day),
        changed(Part::VatIncluded, before.prices_including_vat, now.prices_including_vat, bool::to_string),
    ];
    parts.into_iter().flatten().collect()
}

fn changed<T: PartialEq>(part: Part, before: T, now: T, write: impl Fn(&T) -> String) -> Option<Update> {
    (before != now).then(|| of_order(part, write(&before), write(&now)))
}

fn of_order(part: Part, before: String, after: String) -> Update {
    Update { part, line_id: String::new(), description: String::new(), before, after }
}

/// How much of a line is sold, and at which price.
fn sold(line: &NewLine) -> String {
    format!("{} × {}", plain(&line.quantity), plain(&line.unit_price.unwrap_or_default()))
}

/// A number without zeros that say nothing.
fn plain<N: Copy + Into<Decimal>>(number: &N) -> String {
    (*number).into().normalize().to_string()
}

/// An address in one line.
fn written(address: &Address) -> String {
    let place = format!("{} {}", address.post_code, address.city);
    let parts = [
        address.name.as_str(),
        &address.name2,
        &address.contact,
        &address.address,
        &address.address2,
        place.trim(),
        &address.county,
        address.country_region_code.as_str(),
    ];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
}

/// What people call a line: what it sells, not which item that is here.
fn name_of(line: &NewLine, sale: &Sale) -> Option<String> {
    let told = sale.lines.iter().find(|told| told.line_id.to_string() == line.source_id);
    let told = told.map(|told| match told.variant_description.as_str() {
        "" => told.description.clone(),
        variant => format!("{}, {variant}", told.description),
    });
    told.or_else(|| line.description.clone())
}
