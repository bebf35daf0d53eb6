//! What is asked for in a run, call by call.

use std::collections::HashSet;

use shopify::documents::payouts::{MANY, Page, Wanted};

use super::stand::{Lacking, Stand};

/// What is to be asked for yet. Nothing is asked for twice in a run.
#[derive(Debug, Default)]
pub(super) struct Asking {
    last_transaction: i64,
    last_payout: i64,
    /// From which cursor on new transactions are; none when they are all read.
    transactions: Option<Option<String>>,
    /// The same of new payouts.
    payouts: Option<Option<String>>,
    /// Payouts that are to be named.
    open_payouts: Vec<i64>,
    /// Payouts whose transactions are wanted.
    transactions_of: Vec<i64>,
    /// Those whose transactions were asked for last.
    asked_of: Vec<i64>,
    /// From which cursor on more of these are.
    more_of: Option<String>,
    /// All payouts that were named.
    named: HashSet<i64>,
    /// All whose transactions were wanted.
    split: HashSet<i64>,
}

impl Asking {
    /// At the beginning of a run: what is new, what may stand otherwise, and what is lacking.
    pub(super) fn begin(stand: Stand, lacking: Lacking) -> Self {
        let mut asking = Self {
            last_transaction: stand.last_transaction,
            last_payout: stand.last_payout,
            transactions: Some(None),
            payouts: Some(None),
            ..Self::default()
        };
        asking.name(stand.open_payouts);
        asking.add(lacking);
        asking
    }

    /// Adds what is lacking and was not asked for yet. Says whether anything is.
    pub(super) fn add(&mut self, lacking: Lacking) -> bool {
        self.name(lacking.payouts);
        let new = lacking.transactions_of.into_iter().filter(|id| self.split.insert(*id));
        self.transactions_of.extend(new);
        !self.open_payouts.is_empty() || !self.transactions_of.is_empty()
    }

    fn name(&mut self, payouts: Vec<i64>) {
        let new = payouts.into_iter().filter(|id| self.named.insert(*id));
        self.open_payouts.extend(new);
    }

    /// What the next call asks for; `None` when all was asked for.
    pub(super) fn next_call(&mut self) -> Option<Wanted> {
        let more_of = self.more_of.take();
        if more_of.is_none() {
            self.asked_of = first(&mut self.transactions_of);
        }
        let wanted = Wanted {
            transactions: self.transactions.take().map(|after| (self.last_transaction, after)),
            payouts: self.payouts.take().map(|after| (self.last_payout, after)),
            of_payouts: (!self.asked_of.is_empty()).then(|| (self.asked_of.clone(), more_of)),
            open_payouts: first(&mut self.open_payouts),
        };
        (!wanted.is_nothing()).then_some(wanted)
    }

    /// Takes down where more of what was asked for begins.
    pub(super) fn told(&mut self, page: &Page) {
        self.transactions = page.more_transactions.clone().map(Some);
        self.payouts = page.more_payouts.clone().map(Some);
        self.more_of = page.more_of_payouts.clone();
    }
}

/// Takes as many as are named in a call.
fn first(ids: &mut Vec<i64>) -> Vec<i64> {
    ids.drain(..ids.len().min(MANY)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn more(transactions: Option<&str>, of_payouts: Option<&str>) -> Page {
        Page {
            more_transactions: transactions.map(str::to_owned),
            more_of_payouts: of_payouts.map(str::to_owned),
            ..Page::default()
        }
    }

    #[test]
    fn where_nothing_is_lacking_one_call_asks_for_all() {
        let stand = Stand { last_transaction: 9, last_payout: 7, open_payouts: vec![6, 7] };
        let mut asking = Asking::begin(stand, Lacking::default());
        let wanted = Wanted {
            transactions: Some((9, None)),
            payouts: Some((7, None)),
            of_payouts: None,
            open_payouts: vec![6, 7],
        };
        assert_eq!(asking.next_call(), Some(wanted));
        asking.told(&Page::default());
        assert_eq!(asking.next_call(), None);
    }

    #[test]
    fn what_is_lacking_is_read_page_by_page_and_asked_for_once() {
        let lacking = Lacking { payouts: vec![5], transactions_of: vec![4] };
        let mut asking = Asking::begin(Stand::default(), lacking.clone());
        let first = asking.next_call().unwrap();
        assert_eq!((first.of_payouts, first.open_payouts), (Some((vec![4], None)), vec![5]));
        asking.told(&more(None, Some("there")));
        let second = Wanted { of_payouts: Some((vec![4], Some("there".into()))), ..Wanted::default() };
        assert_eq!(asking.next_call(), Some(second));
        asking.told(&more(None, None));
        assert_eq!(asking.next_call(), None);
        assert!(!asking.add(lacking));
        assert!(asking.add(Lacking { transactions_of: vec![5], ..Lacking::default() }));
        assert_eq!(asking.next_call().unwrap().of_payouts, Some((vec![5], None)));
    }

    #[test]
    fn more_new_ones_are_read_from_where_the_page_ended() {
        let mut asking = Asking::begin(Stand::default(), Lacking::default());
        asking.next_call();
        asking.told(&more(Some("there"), None));
        let second = Wanted { transactions: Some((0, Some("there".into()))), ..Wanted::default() };
        assert_eq!(asking.next_call(), Some(second));
    }
}
