//! What must hold before a document is posted. Everything that does not is said at once.

mod header;
mod line;
mod quantities;

use chrono::NaiveDate;

use super::accounts::{self, Needs};
use super::document::Document;
use super::ready::Ready;
use super::{Problems, Request, Setup};
use crate::payment_terms::Dates;
use crate::sales::{DocumentType, header as sales_header};
use crate::{Error, Result};

/// Checks a document, and says what of it is posted and where to.
///
/// # Errors
/// [`Error::NotPosted`] with all that is wrong with it.
pub(super) fn check(setup: &Setup, document: Document, request: &Request, user: &str) -> Result<Ready> {
    let in_words = document.header.in_words();
    let mut problems = Problems::default();
    let (ships, invoices) = match document.header.document_type {
        DocumentType::Order => (request.ship, request.invoice),
        DocumentType::Invoice | DocumentType::CreditMemo | DocumentType::ReturnOrder => (true, true),
    };
    let mut dated = date(setup, &document.header, request, &mut problems);
    header::check(setup, &document, &dated, (ships, invoices), user, &mut problems);
    let needs = Needs::of(setup, &document, (ships, invoices));
    let planned: Vec<_> = quantities::plan(&dated, &document.lines, (ships, invoices)).collect();
    quantities::check(&dated, &planned, (ships, invoices), &mut problems);
    let mut lines = Vec::with_capacity(planned.len());
    for planned in planned {
        lines.extend(line::check(setup, &document, &dated, planned, &needs, &mut problems));
    }
    line::check_on_hand(&document, &lines, &mut problems);
    line::check_reserved(&dated, &lines, &mut problems);
    let factor = header::factor(setup, &document.header, &dated, &mut problems);
    dated.currency_factor = (!dated.currency_code.is_blank()).then_some(factor);
    let receivables = accounts::receivables(setup, &dated, invoices, &mut problems);
    let whole = document.corrected.as_ref().filter(|corrected| corrected.is_whole(document.lines.iter()));
    let is_rounded = whole.map_or(setup.sales.invoice_rounding, |corrected| corrected.rounding().is_some());
    let rounding = accounts::rounding(setup, &dated, invoices && is_rounded, &mut problems);
    let balancing_account = accounts::balancing(setup, &dated, invoices, &mut problems);
    let taxes = accounts::taxes(setup, &lines, (dated.posting_date, invoices), &mut problems);
    let taken_back = accounts::taken_back(setup, document.corrected.as_ref(), &lines, &mut problems);
    let precision = setup.precision(&dated.currency_code)?;
    if !problems.is_empty() {
        return Err(Error::NotPosted { document: in_words, problems });
    }
    Ok(Ready {
        kept_vat_date: document.header.vat_date_on(dated.posting_date),
        header: dated,
        ships: lines.iter().any(|line| !line.ship.is_zero()),
        invoices: lines.iter().any(|line| !line.invoice.is_zero()),
        lines,
        factor,
        precision,
        receivables,
        balancing_account,
        taxes,
        taken_back,
        rounding,
        not_invoiced: document.not_invoiced,
        applies_to: document.applies_to,
        corrected: document.corrected,
    })
}

/// The header with the dates that the request gives it, and the due date that follows from them.
fn date(
    setup: &Setup,
    header: &sales_header::Model,
    request: &Request,
    problems: &mut Problems,
) -> sales_header::Model {
    let posting_date = request.posting_date.unwrap_or(header.posting_date);
    let vat_reporting_date = request.vat_date.unwrap_or_else(|| header.vat_date_on(posting_date));
    let document_date = request.document_date.unwrap_or(header.document_date);
    let header = &sales_header::Model { posting_date, vat_reporting_date, ..header.clone() };
    if document_date == header.document_date {
        return header.clone();
    }
    let dates = payment_dates(setup, header, document_date, problems);
    sales_header::Model {
        document_date,
        due_date: dates.due_date,
        payment_discount_date: dates.discount_date,
        payment_discount_percent: dates.discount_percent,
        ..header.clone()
    }
}

fn payment_dates(
    setup: &Setup,
    header: &sales_header::Model,
    document_date: NaiveDate,
    problems: &mut Problems,
) -> Dates {
    let Some(terms) = setup.payment_terms(&header.payment_terms_code) else { return Dates::at_once(document_date) };
    terms.dates(!header.document_type.sells(), document_date).unwrap_or_else(|error| {
        problems.add("dueDate", error.to_string());
        Dates::at_once(document_date)
    })
}
