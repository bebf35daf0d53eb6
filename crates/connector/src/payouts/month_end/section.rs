//! What is compared. Pure.

use std::collections::BTreeMap;

use rust_decimal::Decimal;
use uuid::Uuid;
use values::money::Amount;

values::options! {
    /// What is compared.
    pub enum SectionKind {
        /// What was sold, and its invoices.
        #[default]
        Sales => "Sales",
        /// What was paid back, and its credit memos.
        Refunds => "Refunds",
        /// What buyers have paid and were given back, and what is posted of that.
        Payments => "Payments",
        /// What has come to the bank.
        Payouts => "Payouts",
        /// What Shopify has kept.
        Fees => "Fees",
        /// What Shopify still owes, and the clearing account.
        Clearing => "Clearing Account",
    }
}

values::options! {
    /// Why the two sides differ.
    pub enum Reason {
        /// They do not.
        #[default]
        None => "",
        /// The order, or the refund, has no document yet.
        NotDocumented => "Not Yet Documented",
        /// The order was cancelled, or is set aside: it gets no document.
        NotToBeDocumented => "Not to Be Documented",
        /// The order is not here.
        NotHere => "Order Not Here",
        /// Its document is not posted.
        NotPosted => "Document Not Posted",
        /// What was paid is not posted.
        NotJournalled => "Payment Not Posted",
        /// It is posted to another month than it is of in Shopify.
        OtherMonth => "Posted in Another Month",
        /// The payout is on its way to the bank.
        InTransit => "Payout in Transit",
        /// The journal of the payout is not posted.
        PayoutNotJournalled => "Payout Not Posted",
        /// Shopify will keep it when it pays out.
        FeesToCome => "Fees Not Yet Paid Out",
        /// Shopify holds it back.
        HeldBack => "Held Back by Shopify",
        /// A payout that the bank has sent back.
        CameBack => "Payout Came Back",
        /// The transactions of a payout are not all known.
        MissingTransactions => "Missing Transactions",
        /// It was paid otherwise than by Shopify Payments.
        OtherGateway => "Not by Shopify Payments",
        /// Something else was posted to the clearing account.
        OtherEntries => "Other Entries",
        /// What a currency has gained or lost.
        ExchangeRates => "Exchange Rates",
        /// It is off by so little that it is rounding.
        Rounding => "Rounding",
        /// The document comes to another amount.
        Differs => "Amounts Differ",
    }
}

values::options! {
    /// What kind of record something is.
    pub enum RecordKind {
        /// An order.
        #[default]
        Order => "Shopify Order",
        /// A refund.
        Refund => "Shopify Refund",
        /// A payout.
        Payout => "Shopify Payout",
        /// A document in the ledger.
        Document => "Document",
        /// Neither.
        Other => "",
    }
}

/// As many records are told of a reason.
pub const MOST_ITEMS: usize = 200;

/// What is off by less than this is rounding.
const ROUNDING: Decimal = Decimal::from_parts(5, 0, 0, false, 2);

/// A record, and what each side says of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Item {
    /// Why they differ.
    pub reason: Reason,
    /// What kind of record it is.
    pub kind: RecordKind,
    /// Its public id, if it is here.
    pub id: Option<Uuid>,
    /// What people call it.
    pub number: String,
    /// What Shopify says.
    pub shopify: Amount,
    /// What the ledger says.
    pub ledger: Amount,
}

impl Item {
    /// By how much Shopify says more.
    pub fn difference(&self) -> Amount {
        self.shopify - self.ledger
    }
}

/// A reason, with what it explains.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Explained {
    /// The reason.
    pub reason: Reason,
    /// What it explains of the difference.
    pub amount: Amount,
    /// As many records.
    pub count: usize,
    /// They, those that differ most first, [`MOST_ITEMS`] at most.
    pub items: Vec<Item>,
}

/// A part of one side.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Figure {
    /// What it is, as `tips` or the name of a gateway.
    pub name: String,
    /// How much.
    pub amount: Amount,
}

/// One comparison.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Section {
    /// What is compared.
    pub kind: SectionKind,
    /// What Shopify says.
    pub shopify: Amount,
    /// What the ledger says.
    pub ledger: Amount,
    /// Of what that is made.
    pub figures: Vec<Figure>,
    /// What explains the difference.
    pub explained: Vec<Explained>,
    /// What nothing explains: that amounts differ is no explanation.
    pub rest: Amount,
}

impl Section {
    /// A section of which both sides are the sums of its records.
    pub(super) fn of(kind: SectionKind, figures: Vec<Figure>, items: Vec<Item>) -> Self {
        let shopify = items.iter().map(|item| item.shopify).sum();
        let ledger = items.iter().map(|item| item.ledger).sum();
        Self::between(kind, (shopify, ledger), figures, items)
    }

    /// A section whose sides are known for themselves: what the records do not explain is the rest.
    pub(super) fn between(
        kind: SectionKind,
        (shopify, ledger): (Amount, Amount),
        figures: Vec<Figure>,
        items: Vec<Item>,
    ) -> Self {
        let mut reasons: BTreeMap<Reason, Vec<Item>> = BTreeMap::new();
        for item in items.into_iter().filter(|item| !item.difference().is_zero()) {
            let reason = match item.reason {
                Reason::None | Reason::Differs => named(&item),
                known => known,
            };
            reasons.entry(reason).or_default().push(Item { reason, ..item });
        }
        let explained: Vec<Explained> = reasons.into_iter().map(|(reason, items)| explain(reason, items)).collect();
        let of: Amount = explained.iter().filter(|one| one.reason != Reason::Differs).map(|one| one.amount).sum();
        Self { kind, shopify, ledger, figures, rest: shopify - ledger - of, explained }
    }
}

/// A difference that has no other reason is rounding, or it is not.
fn named(item: &Item) -> Reason {
    if item.difference().decimal().abs() < ROUNDING { Reason::Rounding } else { Reason::Differs }
}

fn explain(reason: Reason, mut items: Vec<Item>) -> Explained {
    let (amount, count) = (items.iter().map(Item::difference).sum(), items.len());
    items.sort_by_key(|item| std::cmp::Reverse(item.difference().decimal().abs()));
    items.truncate(MOST_ITEMS);
    Explained { reason, amount, count, items }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn amount(text: &str) -> Amount {
        text.parse().unwrap()
    }

    fn item(reason: Reason, shopify: &str, ledger: &str) -> Item {
        Item { reason, shopify: amount(shopify), ledger: amount(ledger), ..Item::default() }
    }

    #[test]
    fn what_differs_is_told_by_its_reason_and_what_has_none_is_left() {
        let items = vec![
            item(Reason::None, "100", "100"),
            item(Reason::NotPosted, "50", "0"),
            item(Reason::NotPosted, "70", "0"),
            item(Reason::Differs, "10.01", "10.00"),
            item(Reason::Differs, "20", "15"),
        ];
        let section = Section::of(SectionKind::Sales, Vec::new(), items);
        assert_eq!((section.shopify, section.ledger, section.rest), (amount("250.01"), amount("125"), amount("5")));
        let told: Vec<_> =
            section.explained.iter().map(|one| (one.reason, one.amount.to_string(), one.count)).collect();
        let expected = [
            (Reason::NotPosted, "120".to_owned(), 2),
            (Reason::Rounding, "0.01".to_owned(), 1),
            (Reason::Differs, "5".to_owned(), 1),
        ];
        assert_eq!(told, expected);
        assert_eq!(section.explained[0].items[0].shopify, amount("70"), "what differs most comes first");
    }

    #[test]
    fn what_no_record_explains_is_the_rest() {
        let sides = (amount("100"), amount("60"));
        let section =
            Section::between(SectionKind::Clearing, sides, Vec::new(), vec![item(Reason::HeldBack, "39.99", "0")]);
        assert_eq!(section.rest, amount("0.01"));
    }
}
