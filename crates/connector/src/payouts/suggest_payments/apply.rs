//! What is paid by which payment. Pure: it reads no table.

use std::collections::HashSet;

use back_office::general_ledger::DocumentType;
use values::Code;
use values::money::Amount;

/// A document of an order in the customer ledger, of which something is open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Owed {
    /// Who owes it, or is owed.
    pub customer: Code<20>,
    /// Its number.
    pub document: Code<20>,
    /// Its currency.
    pub currency: Code<10>,
    /// How much is open, without sign.
    pub open: Amount,
    /// The refund that a credit memo was made of; 0 for an invoice.
    pub refund: i64,
}

/// A payment of an order, or what was given back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Payment {
    /// Its id in Shopify.
    pub transaction: i64,
    /// By what it was made: the payment method to which it is mapped; where there is none, its gateway.
    pub method: String,
    /// Whether it was given back.
    pub is_refund: bool,
    /// The refund that it pays; 0: none.
    pub refund: i64,
    /// How much of it is neither posted nor in a journal, without sign.
    pub left: Amount,
}

/// Who has paid, and in which currency.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Whose {
    /// The customer.
    pub customer: Code<20>,
    /// The currency.
    pub currency: Code<10>,
}

/// An order with what is open of it, and what was paid.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Order {
    /// Its invoices, the oldest first.
    pub invoices: Vec<Owed>,
    /// Its credit memos.
    pub memos: Vec<Owed>,
    /// Refunds whose credit memos have settled invoices of the order: nothing of them is open.
    pub settled_refunds: HashSet<i64>,
    /// Whose order it is, where credit memos have settled its invoices and it was paid back otherwise than it was paid.
    pub taken_back: Option<Whose>,
    /// What was paid, the oldest first.
    pub payments: Vec<Payment>,
    /// Whether more of it is to be invoiced.
    pub is_to_be_invoiced: bool,
}

/// What is suggested.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Applied {
    /// The payment.
    pub transaction: i64,
    /// The customer.
    pub customer: Code<20>,
    /// In which currency.
    pub currency: Code<10>,
    /// How much came in; negative: was given back.
    pub amount: Amount,
    /// What it settles; `None`: it stays open for the customer.
    pub document: Option<(DocumentType, Code<20>)>,
}

/// Applies the payments of an order to its documents. What was refunded before the invoice was paid has settled that invoice
/// already: such a refund and what it leaves of a payment by the same method are nothing together. What is left of
/// payments when all is invoiced stays open for the customer; where no invoice is open, only as much as was given back
/// otherwise, since nobody knows by what else the invoice was settled.
pub(super) fn apply(mut order: Order) -> Vec<Applied> {
    let mut applied = Vec::new();
    for payment in order.payments.iter_mut().filter(|payment| !payment.is_refund) {
        for owed in &mut order.invoices {
            applied.extend(settle(payment, owed, DocumentType::Invoice));
        }
    }
    for payment in order.payments.iter_mut().filter(|payment| payment.is_refund) {
        let is_of = |owed: &&mut Owed| payment.refund == 0 || owed.refund == payment.refund;
        let memos: Vec<&mut Owed> = order.memos.iter_mut().filter(is_of).collect();
        for owed in memos {
            applied.extend(settle(payment, owed, DocumentType::CreditMemo));
        }
    }
    let (mut refunds, mut sales): (Vec<Payment>, Vec<Payment>) =
        order.payments.into_iter().partition(|one| one.is_refund);
    refunds.retain(|refund| order.settled_refunds.contains(&refund.refund));
    for refund in &mut refunds {
        for sale in sales.iter_mut().filter(|sale| sale.method == refund.method) {
            let both = sale.left.min(refund.left);
            sale.left -= both;
            refund.left -= both;
        }
    }
    if order.is_to_be_invoiced {
        return applied;
    }
    let (whose, most) = match (order.invoices.first(), &order.taken_back) {
        (Some(owed), _) => {
            (Whose { customer: owed.customer.clone(), currency: owed.currency.clone() }, left_of(&sales))
        }
        (None, Some(whose)) => (whose.clone(), left_of(&refunds)),
        (None, None) => return applied,
    };
    let mut left = Amount::ZERO;
    for sale in &sales {
        let of_it = sale.left.min(most - left);
        if of_it > Amount::ZERO {
            left += of_it;
            applied.push(stays_open(sale, &whose, of_it));
        }
    }
    for refund in &refunds {
        let of_it = refund.left.min(left);
        if of_it > Amount::ZERO {
            left -= of_it;
            applied.push(stays_open(refund, &whose, -of_it));
        }
    }
    applied
}

/// What is left of payments together.
fn left_of(payments: &[Payment]) -> Amount {
    payments.iter().map(|one| one.left).filter(|left| *left > Amount::ZERO).sum()
}

/// Takes off a document what a payment settles of it.
fn settle(payment: &mut Payment, owed: &mut Owed, kind: DocumentType) -> Option<Applied> {
    let amount = payment.left.min(owed.open);
    if amount <= Amount::ZERO {
        return None;
    }
    payment.left -= amount;
    owed.open -= amount;
    Some(Applied {
        transaction: payment.transaction,
        customer: owed.customer.clone(),
        currency: owed.currency.clone(),
        amount: if payment.is_refund { -amount } else { amount },
        document: Some((kind, owed.document.clone())),
    })
}

fn stays_open(payment: &Payment, whose: &Whose, amount: Amount) -> Applied {
    Applied {
        transaction: payment.transaction,
        customer: whose.customer.clone(),
        currency: whose.currency.clone(),
        amount,
        document: None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn amount(text: &str) -> Amount {
        text.parse().unwrap()
    }

    fn owed(document: &str, open: &str, refund: i64) -> Owed {
        Owed {
            customer: Code::cut("10000"),
            document: Code::cut(document),
            currency: Code::blank(),
            open: amount(open),
            refund,
        }
    }

    fn paid(transaction: i64, method: &str, left: &str) -> Payment {
        Payment { transaction, method: method.to_owned(), is_refund: false, refund: 0, left: amount(left) }
    }

    fn given_back(transaction: i64, method: &str, left: &str, refund: i64) -> Payment {
        Payment { is_refund: true, refund, ..paid(transaction, method, left) }
    }

    fn said(applied: &[Applied]) -> Vec<(i64, String, String)> {
        let document = |one: &Applied| one.document.as_ref().map(|(_, number)| number.to_string()).unwrap_or_default();
        applied.iter().map(|one| (one.transaction, one.amount.to_string(), document(one))).collect()
    }

    fn told(all: &[(i64, &str, &str)]) -> Vec<(i64, String, String)> {
        all.iter().map(|(id, amount, document)| (*id, (*amount).to_owned(), (*document).to_owned())).collect()
    }

    #[test]
    fn a_gift_card_of_250_and_a_card_of_750_pay_an_invoice_of_1000() {
        let order = Order {
            invoices: vec![owed("I1", "1000", 0)],
            payments: vec![paid(1, "GIFT", "250"), paid(2, "CARD", "750")],
            ..Order::default()
        };
        assert_eq!(said(&apply(order)), told(&[(1, "250", "I1"), (2, "750", "I1")]));
    }

    #[test]
    fn a_payment_goes_over_to_the_next_invoice_and_no_line_is_of_nothing() {
        let order = Order {
            invoices: vec![owed("I1", "40", 0), owed("I2", "60", 0)],
            payments: vec![paid(1, "CARD", "75"), paid(2, "CARD", "25")],
            ..Order::default()
        };
        assert_eq!(said(&apply(order)), told(&[(1, "40", "I1"), (1, "35", "I2"), (2, "25", "I2")]));
    }

    #[test]
    fn what_is_left_waits_while_more_is_to_be_invoiced_and_then_stays_open_for_the_customer() {
        let order = Order {
            invoices: vec![owed("I1", "40", 0)],
            payments: vec![paid(1, "CARD", "100")],
            is_to_be_invoiced: true,
            ..Order::default()
        };
        assert_eq!(said(&apply(order.clone())), told(&[(1, "40", "I1")]));
        let whole = Order { is_to_be_invoiced: false, ..order };
        assert_eq!(said(&apply(whole)), told(&[(1, "40", "I1"), (1, "60", "")]));
    }

    #[test]
    fn what_is_given_back_settles_the_credit_memo_of_its_refund() {
        let order = Order {
            memos: vec![owed("C1", "20", 7), owed("C2", "30", 8)],
            payments: vec![given_back(3, "CARD", "30", 8)],
            ..Order::default()
        };
        assert_eq!(said(&apply(order)), told(&[(3, "-30", "C2")]));
    }

    #[test]
    fn a_refund_that_has_settled_the_invoice_and_what_it_leaves_of_the_payment_are_nothing_together() {
        let order = Order {
            invoices: vec![owed("I1", "70", 0)],
            settled_refunds: HashSet::from([7]),
            payments: vec![paid(1, "CARD", "100"), given_back(2, "CARD", "30", 7)],
            ..Order::default()
        };
        assert_eq!(said(&apply(order)), told(&[(1, "70", "I1")]));
    }

    #[test]
    fn a_refund_by_another_method_than_the_payment_is_told_with_what_it_leaves_of_it() {
        let order = Order {
            invoices: vec![owed("I1", "70", 0)],
            settled_refunds: HashSet::from([7]),
            payments: vec![paid(1, "CARD", "100"), given_back(2, "GIFT", "30", 7)],
            ..Order::default()
        };
        assert_eq!(said(&apply(order)), told(&[(1, "70", "I1"), (1, "30", ""), (2, "-30", "")]));
    }

    #[test]
    fn where_a_credit_memo_has_settled_the_invoice_only_what_was_paid_back_otherwise_is_told() {
        let whose = Whose { customer: Code::cut("10000"), currency: Code::blank() };
        let order = |refund: Payment| Order {
            settled_refunds: HashSet::from([7]),
            taken_back: Some(whose.clone()),
            payments: vec![paid(1, "CARD", "100"), refund],
            ..Order::default()
        };
        assert_eq!(said(&apply(order(given_back(2, "GIFT", "100", 7)))), told(&[(1, "100", ""), (2, "-100", "")]));
        assert_eq!(said(&apply(order(given_back(2, "GIFT", "40", 7)))), told(&[(1, "40", ""), (2, "-40", "")]));
        assert_eq!(said(&apply(order(given_back(2, "CARD", "100", 7)))), told(&[]));
    }

    #[test]
    fn a_refund_without_a_credit_memo_waits() {
        let order = Order {
            invoices: vec![owed("I1", "100", 0)],
            payments: vec![paid(1, "CARD", "100"), given_back(2, "CARD", "30", 7)],
            ..Order::default()
        };
        assert_eq!(said(&apply(order)), told(&[(1, "100", "I1")]));
    }
}
