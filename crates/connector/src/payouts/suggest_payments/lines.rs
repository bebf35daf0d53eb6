//! What is suggested becomes lines of a journal. Pure.

use std::collections::HashMap;

use back_office::general_journal::NewLine;
use back_office::general_ledger::DocumentType;
use back_office::number_series::increment;
use back_office::sales::Source;
use chrono::NaiveDate;
use values::Code;
use values::money::Amount;

use super::apply::Applied;
use super::read::{Case, source_id};
use crate::orders::staged::transaction;
use crate::payouts::TRANSACTION_SOURCE;
use crate::payouts::journal::Methods;

/// How lines are to be.
#[derive(Clone, Debug)]
pub(super) struct How {
    /// The day to which they are posted.
    pub posting_date: NaiveDate,
    /// The number of the next line; blank: it has its number when it is posted.
    pub next_number: Code<20>,
    /// Whether every line has a number of its own.
    pub number_per_line: bool,
    /// Whether a line tells the order by its number, and not by its id.
    pub order_number: bool,
}

impl How {
    /// The number of a line.
    fn number(&mut self) -> Code<20> {
        let number = self.next_number.clone();
        if self.number_per_line && !number.is_blank() {
            self.next_number = increment(&number, 1).unwrap_or_default();
        }
        number
    }
}

/// The lines of an order.
pub(super) fn lines(case: &Case, applied: &[Applied], methods: &Methods, how: &mut How) -> Vec<NewLine> {
    let mut parts: HashMap<i64, usize> = case.parts.clone();
    let line = |one: &Applied| {
        let payment = case.payments.get(&one.transaction)?;
        let part = parts.entry(one.transaction).or_default();
        *part += 1;
        Some(NewLine {
            document_type: if one.amount > Amount::ZERO { DocumentType::Payment } else { DocumentType::Refund },
            document_number: how.number(),
            external_document_number: case.order.shopify_order_number.chars().take(35).collect(),
            account_type: back_office::general_journal::AccountType::Customer,
            account_number: one.customer.clone(),
            description: description(case, payment, how.order_number),
            currency_code: one.currency.clone(),
            amount: -one.amount,
            balancing_account: methods.account(payment).cloned(),
            applies_to: one.document.clone(),
            payment_method_code: methods.method(payment),
            source: Some(Source {
                kind: TRANSACTION_SOURCE.to_owned(),
                id: source_id(one.transaction, *part),
                number: case.order.shopify_order_number.clone(),
            }),
            ..NewLine::on(how.posting_date)
        })
    };
    applied.iter().filter_map(line).collect()
}

/// As *Shopify order #1001 gift_card 77*.
fn description(case: &Case, payment: &transaction::Model, by_number: bool) -> String {
    let order =
        if by_number { case.order.shopify_order_number.clone() } else { case.order.shopify_order_id.to_string() };
    let card = if payment.gift_card_id == 0 { String::new() } else { payment.gift_card_id.to_string() };
    let words = ["Shopify order", order.as_str(), payment.gateway.as_str(), card.as_str()];
    words.into_iter().filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ").chars().take(100).collect()
}
