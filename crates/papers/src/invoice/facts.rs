//! What is said of a document as a whole, and of the company.

use super::read::Printed;
use super::sums::with_currency;
use super::vat;
use crate::{Fact, Language};

/// What is said of the document, without what is not known.
pub(super) fn of_document(printed: &Printed, language: Language) -> Vec<Fact> {
    let (header, words) = (&printed.header, language.words());
    let mut facts = vec![
        (words.customer_number, header.sell_to_customer_number.to_string()),
        (words.customer_vat_number, header.vat_registration_number.clone()),
        (words.order_number, header.order_number.to_string()),
        (words.shopify_order_number, header.source_number.clone()),
        (words.external_document_number, header.external_document_number.clone()),
        (words.posting_date, language.date(header.posting_date)),
    ];
    if header.document_date != header.posting_date {
        facts.push((words.document_date, language.date(header.document_date)));
    }
    if header.vat_reporting_date != header.posting_date {
        facts.push((words.vat_date, language.date(header.vat_reporting_date)));
    }
    if printed.is_credit() {
        facts.push((words.applies_to, header.applies_to_document_number.to_string()));
    } else {
        facts.push((words.due_date, language.date(header.due_date)));
        facts.push((words.payment_terms, terms(printed, language)));
        let method = printed.payment_method.as_ref().map(|method| method.description.clone());
        facts.push((words.payment_method, method.unwrap_or_default()));
        let shipment = printed.shipment_method.as_ref().map(|method| method.description.clone());
        facts.push((words.shipment_method, shipment.unwrap_or_default()));
    }
    known(facts)
}

/// How the company is reached and paid.
pub(super) fn of_company(printed: &Printed, language: Language) -> Vec<Fact> {
    let (company, words) = (&printed.company, language.words());
    known(vec![
        (words.vat_registration_number, company.vat_registration_number.clone()),
        (words.phone, company.phone_number.clone()),
        ("", company.email.clone()),
        ("", company.website.clone()),
        (words.bank, company.bank_name.clone()),
        (words.bank_account, company.bank_account_number.clone()),
        ("IBAN", company.iban.clone()),
        ("SWIFT", company.swift_code.clone()),
    ])
}

/// Sentences below the document: how it is paid, what is gained by paying soon, and that the buyer owes the VAT.
pub(super) fn notes(printed: &Printed, language: Language) -> Vec<String> {
    let header = &printed.header;
    let mut notes = Vec::new();
    if vat::is_reversed(printed) {
        notes.push(language.words().reverse_charge.to_owned());
    }
    if printed.is_credit() || printed.is_settled || header.amount_including_vat.is_zero() {
        return notes;
    }
    let amount = with_currency(printed, language, header.amount_including_vat);
    if let Some(account) = account(printed) {
        notes.push(language.please_pay(&amount, &language.date(header.due_date), account, header.number.as_str()));
    }
    if let Some(until) = header.payment_discount_date.filter(|_| !header.payment_discount_percent.is_zero()) {
        let percent = language.percent(header.payment_discount_percent.decimal());
        notes.push(format!("{}.", language.payment_discount(&percent, &language.date(until))));
    }
    notes
}

/// The account to which is paid: abroad and in another currency, by its international number.
fn account(printed: &Printed) -> Option<&str> {
    let company = &printed.company;
    let is_abroad = printed.is_foreign() || printed.header.bill_to_country_region_code != company.country_region_code;
    let (first, second) = match is_abroad {
        true => (&company.iban, &company.bank_account_number),
        false => (&company.bank_account_number, &company.iban),
    };
    [first, second].into_iter().map(String::as_str).find(|account| !account.is_empty())
}

/// The payment terms in words: in English as the list has them; otherwise by the days that are left, where that is all
/// there is to them.
fn terms(printed: &Printed, language: Language) -> String {
    let Some(terms) = &printed.terms else { return String::new() };
    let header = &printed.header;
    let days = (header.due_date - header.document_date).num_days();
    let in_words = if terms.due_date_calculation.days() == Some(days) { language.net_days(days) } else { None };
    in_words.unwrap_or_else(|| terms.description.clone())
}

fn known(facts: Vec<(&str, String)>) -> Vec<Fact> {
    let facts = facts.into_iter().filter(|(_, value)| !value.trim().is_empty());
    facts.map(|(label, value)| Fact { label: label.to_owned(), value }).collect()
}
