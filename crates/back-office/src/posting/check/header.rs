use values::Code;

use crate::currencies::Rate;
use crate::customers::{self, Blocked};
use crate::posting::document::Document;
use crate::posting::{Problems, Setup};
use crate::sales::{DocumentType, header};

/// Checks the document as a whole.
pub(super) fn check(
    setup: &Setup,
    document: &Document,
    header: &header::Model,
    (ships, invoices): (bool, bool),
    user: &str,
    problems: &mut Problems,
) {
    if !ships && !invoices {
        problems.add("ship", "please enter Yes in Ship and/or Invoice");
    }
    if !setup.allows(user, header.posting_date) {
        let text = format!(
            "Posting Date {} is not within your range of allowed posting dates: choose another day, or change the range in the set-up",
            header.posting_date
        );
        problems.add("postingDate", text);
    }
    if invoices && !setup.allows_vat(user, header.vat_reporting_date) {
        let text = format!(
            "VAT Date {} is not within your range of allowed VAT dates: choose another day, or change the range in the set-up",
            header.vat_reporting_date
        );
        problems.add("vatReportingDate", text);
    }
    check_customers(document, header, (ships, invoices), problems);
    let salesperson = &header.salesperson_code;
    if setup.salesperson(salesperson).is_some_and(|known| known.privacy_blocked) {
        let text =
            format!("salesperson {salesperson} is blocked for privacy: choose another, or leave the field blank");
        problems.add("salesperson", text);
    }
    if invoices && setup.sales.external_document_number_mandatory {
        check_external_number(document, header, problems);
    }
    if let Some(corrected) = document.corrected.as_ref().filter(|corrected| corrected.header.canceled) {
        let text = format!(
            "invoice {} is canceled already: a credit memo has taken all of it back, delete this one",
            corrected.header.number
        );
        problems.add("correctedInvoiceNumber", text);
    }
    if invoices && !header.applies_to_document_number.is_blank() {
        check_applies_to(setup, document, header, problems);
    }
}

/// What the document is to settle must be there, and in its currency.
fn check_applies_to(setup: &Setup, document: &Document, header: &header::Model, problems: &mut Problems) {
    let number = &header.applies_to_document_number;
    let text = match document.applies_to.first() {
        None => format!(
            "there is no open invoice {number} of customer {}: choose another, or leave Applies-to Doc. No. blank",
            header.bill_to_customer_number
        ),
        Some(entry) if entry.currency_code != header.currency_code => {
            let in_words = |code| Code::non_blank(code).unwrap_or(&setup.company.currency_code);
            format!(
                "invoice {number} is in {}, but this document is in {}: choose an invoice in its currency, or leave Applies-to Doc. No. blank",
                in_words(&entry.currency_code),
                in_words(&header.currency_code)
            )
        }
        Some(_) => return,
    };
    problems.add("appliesToDocumentNumber", text);
}

fn check_customers(
    document: &Document,
    header: &header::Model,
    (ships, invoices): (bool, bool),
    problems: &mut Problems,
) {
    for (field, number) in
        [("customerNumber", &header.sell_to_customer_number), ("billToCustomerNumber", &header.bill_to_customer_number)]
    {
        let Some(customer) = document.customers.get(number) else {
            problems.add(field, format!("there is no customer {number}: create it, or choose another"));
            continue;
        };
        if customer.privacy_blocked {
            let text = format!("customer {number} is blocked for privacy: unblock it on its card, or wait");
            problems.add(field, text);
        } else if is_kept_from(customer, header.document_type, (ships, invoices)) {
            let blocked = customer.blocked;
            let text = format!("customer {number} is blocked with type {blocked}: unblock it on its card, or wait");
            problems.add(field, text);
        }
    }
}

/// Whether a customer that is blocked keeps this from being posted.
fn is_kept_from(customer: &customers::Model, document_type: DocumentType, (ships, invoices): (bool, bool)) -> bool {
    let sells = document_type.sells();
    match customer.blocked {
        Blocked::None => false,
        Blocked::Ship => sells && ships,
        Blocked::Invoice => sells && (ships || invoices),
        Blocked::All => true,
    }
}

fn check_external_number(document: &Document, header: &header::Model, problems: &mut Problems) {
    if header.external_document_number.is_empty() {
        problems.add("externalDocumentNumber", "External Document No. is blank: enter the buyer's own number");
    } else if document.is_external_number_taken {
        let kind = match header.document_type {
            DocumentType::Order | DocumentType::Invoice => "invoice",
            DocumentType::CreditMemo | DocumentType::ReturnOrder => "credit memo",
        };
        let text = format!(
            "sales {kind} {} already exists: enter another External Document No.",
            header.external_document_number
        );
        problems.add("externalDocumentNumber", text);
    }
}

/// The factor of the document's currency: its own while it is posted to its own day, and where it takes an invoice back, else
/// that of the day.
pub(super) fn factor(setup: &Setup, original: &header::Model, header: &header::Model, problems: &mut Problems) -> Rate {
    if header.currency_code.is_blank() {
        return Rate::ONE;
    }
    let takes_back = !header.corrected_invoice_number.is_blank();
    let own = header.currency_factor.filter(|_| takes_back || header.posting_date == original.posting_date);
    own.map_or_else(|| setup.rates.factor(&header.currency_code, header.posting_date), Ok).unwrap_or_else(|error| {
        problems.add("currencyCode", error.to_string());
        Rate::ONE
    })
}
