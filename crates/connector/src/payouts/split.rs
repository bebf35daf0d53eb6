//! Of what a payout is made. Pure: it reads no table and makes no call.

use std::collections::BTreeMap;

use values::money::Amount;

use super::options::{Group, SplitSource};
use super::staged::{payout, transaction};
use super::types::PAYOUTS;

/// The parts of a payout, by their signs: what comes in is positive.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Split {
    /// What each part comes to. Fees that are taken off a sale or a refund are in [`Group::Fees`].
    pub parts: BTreeMap<Group, Amount>,
    /// What the parts do not come to.
    pub unexplained: Amount,
    /// By what the parts are known.
    pub source: SplitSource,
    /// What the transactions come to.
    pub transactions: Amount,
    /// As many they are.
    pub count: usize,
}

impl Split {
    /// What a part comes to.
    pub fn part(&self, group: Group) -> Amount {
        self.parts.get(&group).copied().unwrap_or_default()
    }

    /// What all parts come to.
    pub fn total(&self) -> Amount {
        self.parts.values().copied().sum()
    }
}

/// Whether a transaction is that of the payout itself: what goes to the bank is no part of what goes there.
pub fn is_payout_itself(transaction: &transaction::Model) -> bool {
    PAYOUTS.contains(&transaction.kind.as_str())
}

/// Splits a payout by its transactions; by its summary, where they come to another amount than the payout and the summary does
/// not; else by its transactions, and what they do not come to is unexplained.
pub fn split(payout: &payout::Model, transactions: &[transaction::Model]) -> Split {
    let of_payout: Vec<_> = transactions.iter().filter(|one| !is_payout_itself(one)).collect();
    let parts = by_transactions(&of_payout);
    let (total, count) = (parts.values().copied().sum::<Amount>(), of_payout.len());
    let known = Split { parts, transactions: total, count, ..Split::default() };
    if total == payout.amount {
        return Split { source: SplitSource::Transactions, ..known };
    }
    let summed = by_summary(payout);
    if summed.values().copied().sum::<Amount>() == payout.amount {
        return Split { parts: summed, source: SplitSource::Summary, ..known };
    }
    Split { unexplained: payout.amount - total, source: SplitSource::Incomplete, ..known }
}

fn by_transactions(transactions: &[&transaction::Model]) -> BTreeMap<Group, Amount> {
    let mut parts: BTreeMap<Group, Amount> = BTreeMap::new();
    for one in transactions {
        *parts.entry(one.part).or_default() += one.amount;
        *parts.entry(Group::Fees).or_default() -= one.fee;
    }
    with_no_nothings(parts)
}

fn by_summary(payout: &payout::Model) -> BTreeMap<Group, Amount> {
    let fees = payout.adjustments_fee
        + payout.advance_fees
        + payout.charges_fee
        + payout.refunds_fee
        + payout.reserved_funds_fee
        + payout.retried_payouts_fee;
    with_no_nothings(BTreeMap::from([
        (Group::Sales, payout.charges_gross),
        (Group::Refunds, payout.refunds_gross),
        (Group::Fees, -fees),
        (Group::Adjustments, payout.adjustments_gross),
        (Group::Reserves, payout.reserved_funds_gross),
        (Group::Advances, payout.advance_gross),
        (Group::Transfers, payout.retried_payouts_gross),
        (Group::Other, payout.usdc_rebate_credit_amount),
    ]))
}

fn with_no_nothings(mut parts: BTreeMap<Group, Amount>) -> BTreeMap<Group, Amount> {
    parts.retain(|_, amount| !amount.is_zero());
    parts
}

impl payout::Model {
    /// Whether its money did not come to the bank and its transactions are in another payout, by which they are posted.
    pub fn is_emptied(&self) -> bool {
        self.status.is_void() && self.split_source != SplitSource::Transactions
    }

    /// The payout, split so.
    #[must_use]
    pub fn split_as(self, split: &Split) -> Self {
        Self {
            sales_amount: split.part(Group::Sales),
            refunds_amount: split.part(Group::Refunds),
            fees_amount: split.part(Group::Fees),
            adjustments_amount: split.part(Group::Adjustments),
            reserves_amount: split.part(Group::Reserves),
            disputes_amount: split.part(Group::Disputes),
            advances_amount: split.part(Group::Advances),
            transfers_amount: split.part(Group::Transfers),
            other_amount: split.part(Group::Other),
            unexplained_amount: split.unexplained,
            split_source: split.source,
            transactions_amount: split.transactions,
            number_of_transactions: i32::try_from(split.count).unwrap_or(i32::MAX),
            ..self
        }
    }
}

#[cfg(test)]
mod tests {
    use chrono::DateTime;
    use uuid::Uuid;
    use values::Code;

    use super::*;
    use crate::payouts::types::group;

    fn amount(text: &str) -> Amount {
        text.parse().unwrap()
    }

    fn payout(of: &str) -> payout::Model {
        payout::Model { amount: amount(of), ..payout::Model::of_nothing() }
    }

    fn transaction(kind: &str, of: &str, fee: &str) -> transaction::Model {
        transaction::Model {
            id: Uuid::nil(),
            shopify_transaction_id: 1,
            store: String::new(),
            shop_code: Code::blank(),
            kind: kind.to_owned(),
            description: String::new(),
            part: group(kind),
            test: false,
            shopify_payout_id: 1,
            payout_status: String::new(),
            currency: Code::cut("USD"),
            amount: amount(of),
            fee: amount(fee),
            net_amount: amount(of) - amount(fee),
            source_id: 0,
            source_type: String::new(),
            source_order_transaction_id: 0,
            source_order_id: 0,
            shopify_order_number: String::new(),
            adjustment_reason: String::new(),
            processed_at: DateTime::UNIX_EPOCH,
        }
    }

    #[test]
    fn a_charge_of_100_with_a_fee_of_3_20_is_a_payout_of_96_80() {
        let of = split(&payout("96.80"), &[transaction("CHARGE", "100.00", "3.20")]);
        assert_eq!((of.part(Group::Sales), of.part(Group::Fees)), (amount("100"), amount("-3.20")));
        assert_eq!((of.total(), of.unexplained), (amount("96.80"), Amount::ZERO));
        assert_eq!(of.source, SplitSource::Transactions);
        let summed = payout::Model { charges_gross: amount("100"), charges_fee: amount("3.20"), ..payout("96.80") };
        let of = split(&summed, &[]);
        assert_eq!((of.part(Group::Sales), of.part(Group::Fees)), (amount("100"), amount("-3.20")));
        assert_eq!((of.source, of.transactions, of.count), (SplitSource::Summary, Amount::ZERO, 0));
    }

    #[test]
    fn the_parts_of_a_payout_come_to_what_the_bank_gets() {
        let all = [
            transaction("CHARGE", "1000.00", "29.30"),
            transaction("REFUND", "-120.55", "-1.15"),
            transaction("CHARGEBACK_FEE", "-15.00", "0"),
            transaction("DISPUTE_WITHDRAWAL", "-80.00", "0"),
            transaction("RESERVED_FUNDS", "-50.00", "0"),
            transaction("ADVANCE", "-20.00", "0.40"),
            transaction("TRANSFER_FAILURE", "33.33", "0"),
            transaction("SHIPPING_LABEL", "-7.77", "0"),
            transaction("ADJUSTMENT", "0.01", "0"),
            transaction("SOMETHING_NEW", "-0.02", "0"),
            transaction("TRANSFER", "-711.45", "0"),
        ];
        let of = split(&payout("711.45"), &all);
        assert_eq!(of.source, SplitSource::Transactions);
        assert_eq!((of.total(), of.unexplained, of.count), (amount("711.45"), Amount::ZERO, 10));
        let parts = Group::ALL.iter().map(|group| of.part(*group).to_string()).collect::<Vec<_>>();
        assert_eq!(parts, ["1000", "-120.55", "-43.55", "0.01", "-50", "-80", "-20", "33.33", "-7.79"]);
        let split = payout("711.45").split_as(&of);
        let parts = split.sales_amount
            + split.refunds_amount
            + split.fees_amount
            + split.adjustments_amount
            + split.reserves_amount
            + split.disputes_amount
            + split.advances_amount
            + split.transfers_amount
            + split.other_amount;
        assert_eq!(parts + split.unexplained_amount, split.amount);
    }

    #[test]
    fn what_nothing_explains_is_named_to_the_cent() {
        let of = split(&payout("96.81"), &[transaction("CHARGE", "100.00", "3.20")]);
        assert_eq!((of.unexplained, of.source), (amount("0.01"), SplitSource::Incomplete));
        assert_eq!(of.total() + of.unexplained, amount("96.81"));
    }

    #[test]
    fn more_goes_from_the_bank_than_comes_to_it_when_more_was_paid_back_than_sold() {
        let all = [transaction("CHARGE", "10.00", "0.59"), transaction("REFUND", "-50.00", "0")];
        let of = split(&payout("-40.59"), &all);
        assert_eq!((of.source, of.total()), (SplitSource::Transactions, amount("-40.59")));
    }
}
