//! What is suggested becomes lines of a journal. Pure.

use std::collections::HashMap;

use back_office::general_journal::{AccountType, NewLine};
use back_office::general_ledger::DocumentType;
use back_office::number_series::increment;
use back_office::sales::Source;
use chrono::NaiveDate;
use values::Code;
use values::money::Amount;

use super::apply::Applied;
use super::read::Case;
use crate::orders::staged::transaction;
use crate::payouts::journal::{Account, Methods};
use crate::payouts::source::source_id;
use crate::payouts::{GATEWAY, TRANSACTION_SOURCE};

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

/// The accounts to which payments come.
#[derive(Clone, Copy)]
pub(super) struct Accounts<'a> {
    /// Those of payment methods.
    pub methods: &'a Methods,
    /// That on which payments by Shopify Payments wait until they are paid out; blank: nobody has said.
    pub clearing: &'a Code<20>,
}

impl Accounts<'_> {
    /// The account to which a payment comes; `None`: the journal's own. The journal of a payout takes a payment whose
    /// method names no account from the clearing account, so that it has to come there.
    fn of(&self, payment: &transaction::Model) -> Option<Account> {
        let waits = || self.clearing.non_blank().filter(|_| payment.gateway == GATEWAY);
        let clearing = || waits().map(|clearing| (AccountType::General, clearing.clone()));
        self.methods.account(payment).cloned().or_else(clearing)
    }
}

/// The lines of an order, of those payments that are wanted.
pub(super) fn lines(case: &Case, applied: &[Applied], accounts: Accounts<'_>, how: &mut How) -> Vec<NewLine> {
    let mut parts: HashMap<i64, usize> = case.parts.clone();
    let line = |one: &Applied| {
        let payment = case.payments.get(&one.transaction)?;
        let part = parts.entry(one.transaction).or_default();
        *part += 1;
        Some(NewLine {
            document_type: if one.amount > Amount::ZERO { DocumentType::Payment } else { DocumentType::Refund },
            document_number: how.number(),
            external_document_number: case.order.shopify_order_number.chars().take(35).collect(),
            account_type: AccountType::Customer,
            account_number: one.customer.clone(),
            description: description(case, payment, how.order_number),
            currency_code: one.currency.clone(),
            amount: -one.amount,
            balancing_account: accounts.of(payment),
            applies_to: one.document.clone(),
            payment_method_code: accounts.methods.method(payment),
            source: Some(Source {
                kind: TRANSACTION_SOURCE.to_owned(),
                id: source_id(one.transaction, *part),
                number: case.order.shopify_order_number.clone(),
            }),
            ..NewLine::on(how.posting_date)
        })
    };
    applied.iter().filter(|one| case.wanted.contains(&one.transaction)).filter_map(line).collect()
}

/// As *Shopify order #1001 gift_card 77*.
fn description(case: &Case, payment: &transaction::Model, by_number: bool) -> String {
    let order =
        if by_number { case.order.shopify_order_number.clone() } else { case.order.shopify_order_id.to_string() };
    let card = if payment.gift_card_id == 0 { String::new() } else { payment.gift_card_id.to_string() };
    let words = ["Shopify order", order.as_str(), payment.gateway.as_str(), card.as_str()];
    words.into_iter().filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ").chars().take(100).collect()
}
