use std::collections::{BTreeMap, HashMap};

use values::Code;
use values::money::Amount;

use super::Movement;
use crate::Result;
use crate::currencies::Rate;
use crate::customer_ledger::{entry, takes_discount};
use crate::customers::{self, Blocked};
use crate::general_journal::AccountType;
use crate::posting::accounts::{self, MoneyAccount};
use crate::posting::{Problems, Setup};

/// A movement that can be posted.
pub(in crate::posting) struct Checked {
    pub(in crate::posting) movement: Movement,
    pub(in crate::posting) account: Side,
    pub(in crate::posting) balancing: Option<Side>,
    pub(in crate::posting) factor: Rate,
    /// The amount in the company's own currency.
    pub(in crate::posting) amount_lcy: Amount,
}

/// Where a movement is posted to.
pub(in crate::posting) enum Side {
    Money(MoneyAccount),
    Customer {
        number: Code<20>,
        receivables: Code<20>,
        posting_group: Code<20>,
        /// Where a payment discount goes, when one is taken.
        payment_discount: Option<Code<20>>,
    },
}

/// What movements are checked against.
pub(super) struct Checks<'a> {
    pub(super) setup: &'a Setup,
    pub(super) customers: &'a HashMap<Code<20>, customers::Model>,
    pub(super) user: &'a str,
}

impl Checks<'_> {
    /// Checks one; `settles` is the open entry that it is for, with what those before it leave of it. What is wrong is added to `problems`.
    ///
    /// # Errors
    /// When its amount is too large to be kept.
    pub(super) fn check(
        &self,
        movement: Movement,
        settles: Option<&entry::Model>,
        problems: &mut Problems,
    ) -> Result<Option<Checked>> {
        let mut own = Problems::default();
        if movement.amount.is_zero() {
            own.add("amount", "Amount is 0: enter what was paid");
        }
        if movement.document_number.is_blank() {
            own.add("documentNumber", "Document No. is blank: enter one");
        }
        if !self.setup.allows(self.user, movement.posting_date) {
            let text = format!(
                "Posting Date {} is not within your range of allowed posting dates: choose another day, or change the range in the set-up",
                movement.posting_date
            );
            own.add("postingDate", text);
        }
        let account = (&movement.account, "accountNumber", movement.amount);
        let account = self.side(&movement, account, settles, &mut own);
        let balancing = movement.balancing.as_ref().map(|side| (side, "balancingAccount", -movement.amount));
        let balancing = balancing.map(|side| self.side(&movement, side, settles, &mut own));
        settled(&movement, settles, &mut own);
        let factor = self.setup.rates.factor(&movement.currency_code, movement.posting_date);
        let factor = factor.unwrap_or_else(|error| {
            own.add("currencyCode", error.to_string());
            Rate::ONE
        });
        let precision = self.setup.company.amount_rounding_precision.decimal();
        let amount_lcy = Amount::rounded(factor.to_own(movement.amount.decimal()), precision)?;
        let is_whole = own.is_empty();
        problems.take(movement.line, own);
        let balancing = balancing.map_or(Some(None), |side| side.map(Some));
        Ok(account.zip(balancing).filter(|_| is_whole).map(|(account, balancing)| Checked {
            movement,
            account,
            balancing,
            factor,
            amount_lcy,
        }))
    }

    fn side(
        &self,
        movement: &Movement,
        ((kind, number), field, amount): (&(AccountType, Code<20>), &'static str, Amount),
        settles: Option<&entry::Model>,
        problems: &mut Problems,
    ) -> Option<Side> {
        let place = if movement.line.is_some() { "the line" } else { "the payment" };
        if *kind != AccountType::Customer {
            let money = MoneyAccount::direct(self.setup, place, (*kind, number), field, problems)?;
            money.check_currency(&movement.currency_code, problems);
            return Some(Side::Money(money));
        }
        let Some(customer) = self.customers.get(number) else {
            let text = format!("there is no customer {number}: create it, or choose another");
            problems.add("customerNumber", text);
            return None;
        };
        if customer.blocked == Blocked::All {
            let text = format!("customer {number} is blocked with type All: unblock it on its card, or wait");
            problems.add("customerNumber", text);
        }
        // Its posting group is that of what it settles, so that both are on one account.
        let group = settles.map_or(&customer.customer_posting_group, |entry| &entry.customer_posting_group);
        let receivables = accounts::receivables_of(self.setup, group, problems);
        let (document_type, day) = (movement.document_type, movement.posting_date);
        let payment_discount = settles
            .filter(|entry| takes_discount(document_type, day, amount, entry))
            .and_then(|entry| accounts::payment_discount(self.setup, group, entry.positive, problems));
        Some(Side::Customer { number: number.clone(), receivables, posting_group: group.clone(), payment_discount })
    }
}

/// What it is to settle must be there, and in the same currency.
fn settled(movement: &Movement, settles: Option<&entry::Model>, problems: &mut Problems) {
    if let (Some((kind, applied)), None) = (&movement.applies_to, settles) {
        let kind = kind.caption().to_lowercase();
        let text = match movement.customer() {
            Some((customer, _)) => {
                format!("there is no open {kind} {applied} of customer {customer}: choose another, or leave it out")
            }
            None => {
                format!("only what a customer owes is settled, and no customer is named: leave {kind} {applied} out")
            }
        };
        problems.add("appliesToDocumentNumber", text);
    }
    if settles.is_some_and(|entry| entry.currency_code != movement.currency_code) {
        problems.add("currencyCode", "what it settles is in another currency: enter the payment in that one");
    }
}

/// What has no balancing account must come to nothing, by day and document.
pub(super) fn check_balance(checked: &[Checked], problems: &mut Problems) {
    let mut sums: BTreeMap<_, (Amount, Option<i32>)> = BTreeMap::new();
    for checked in checked.iter().filter(|checked| checked.balancing.is_none()) {
        let movement = &checked.movement;
        let sum = sums.entry((movement.posting_date, movement.document_number.clone())).or_default();
        *sum = (sum.0 + checked.amount_lcy, movement.line);
    }
    for ((day, document), (sum, line)) in sums.into_iter().filter(|(_, (sum, _))| !sum.is_zero()) {
        let text = format!(
            "the lines of document {document} on {day} are out of balance by {sum}: name a balancing account, or mend the amounts"
        );
        let mut own = Problems::default();
        own.add("amount", text);
        problems.take(line, own);
    }
}
