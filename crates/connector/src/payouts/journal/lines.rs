//! The lines of a payout's journal. Pure.

use std::collections::BTreeMap;

use back_office::general_journal::{AccountType, NewLine};
use back_office::sales::Source;
use values::Code;
use values::money::Amount;

use crate::payouts::PAYOUT_SOURCE;
use crate::payouts::source::source_id;
use crate::payouts::staged::payout;

/// As many lines a payout has at most.
pub const MOST_LINES: usize = 12;
/// As many of them are for other accounts on which payments wait.
const MOST_CLEARED: usize = MOST_LINES - 6;

/// An account of any kind.
pub type Account = (AccountType, Code<20>);

/// To which accounts payouts are posted, as the shop card says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Accounts {
    /// The bank account to which Shopify pays.
    pub bank: Code<20>,
    /// The account on which payments wait until they are paid out.
    pub clearing: Code<20>,
    /// The account for what Shopify keeps.
    pub fees: Code<20>,
    /// The account for all that is neither sold nor paid back.
    pub adjustments: Code<20>,
}

/// What a payout has of payments that wait on other accounts than the shop card's, by account.
pub type Cleared = BTreeMap<Account, Amount>;

/// What stands against the lines of a payout.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Against {
    /// A field of the shop card is blank, by its caption.
    Blank(&'static str),
    /// Its payments wait on so many accounts beside the shop card's, which is more than a journal has lines for.
    Accounts(usize),
}

/// The lines, in the currency that the back office calls `currency`. A line of nothing is left out.
///
/// # Errors
/// What stands against it: the lines would not come to the payout.
pub fn lines(
    payout: &payout::Model,
    currency: &Code<10>,
    accounts: &Accounts,
    cleared: &Cleared,
) -> Result<Vec<NewLine>, Against> {
    let clearing = accounts.clearing.non_blank().ok_or(Against::Blank("Payments Clearing Account"))?;
    let general = |number: &Code<20>| (AccountType::General, number.clone());
    let id = payout.shopify_payout_id;
    let mut wanted: Vec<(Account, &'static str, Amount, String)> = Vec::new();
    let bank = (AccountType::BankAccount, accounts.bank.clone());
    // What came back did not come to the bank, and is in a later payout; what Shopify kept of it, it keeps.
    let deposit = if payout.status.is_void() { Amount::ZERO } else { payout.amount };
    wanted.push((bank, "Payout Bank Account", deposit, format!("Shopify payout {id}")));
    let fees = general(&accounts.fees);
    wanted.push((fees, "Payment Fees Account", -payout.fees_amount, format!("Fees of Shopify payout {id}")));
    let others = [
        ("Adjustments", payout.adjustments_amount),
        ("Disputes", payout.disputes_amount),
        ("Advances", payout.advances_amount),
        ("Other", payout.other_amount),
    ];
    for (what, amount) in others {
        let account = general(&accounts.adjustments);
        wanted.push((account, "Payout Adjustments Account", -amount, format!("{what} of Shopify payout {id}")));
    }
    let elsewhere = cleared.iter().filter(|(account, amount)| **account != general(clearing) && !amount.is_zero());
    let elsewhere: Vec<_> = elsewhere.collect();
    if elsewhere.len() > MOST_CLEARED {
        return Err(Against::Accounts(elsewhere.len()));
    }
    for (account, amount) in elsewhere {
        wanted.push((account.clone(), "Bal. Account No.", -*amount, format!("Payments of Shopify payout {id}")));
    }
    let mut lines = Vec::new();
    for ((account_type, account_number), field, amount, description) in wanted {
        if amount.is_zero() {
            continue;
        }
        if account_number.is_blank() {
            return Err(Against::Blank(field));
        }
        lines.push(NewLine {
            document_number: document_number(id),
            external_document_number: payout.external_trace_id.chars().take(35).collect(),
            account_type,
            account_number,
            description,
            currency_code: currency.clone(),
            amount,
            balancing_account: Some(general(clearing)),
            source: Some(Source {
                kind: PAYOUT_SOURCE.to_owned(),
                id: source_id(id, lines.len() + 1),
                number: id.to_string(),
            }),
            ..NewLine::on(payout.date)
        });
    }
    Ok(lines)
}

/// The number of the document by which a payout is posted.
pub(super) fn document_number(payout: i64) -> Code<20> {
    Code::cut(&format!("P{payout}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn amount(text: &str) -> Amount {
        text.parse().unwrap()
    }

    fn payout() -> payout::Model {
        payout::Model {
            shopify_payout_id: 5001,
            amount: amount("96.80"),
            external_trace_id: "TRACE".into(),
            sales_amount: amount("150"),
            refunds_amount: amount("-50"),
            fees_amount: amount("-4.20"),
            adjustments_amount: amount("1"),
            ..payout::Model::of_nothing()
        }
    }

    fn accounts() -> Accounts {
        Accounts {
            bank: Code::cut("MAIN"),
            clearing: Code::cut("1580"),
            fees: Code::cut("7780"),
            adjustments: Code::cut("7790"),
        }
    }

    #[test]
    fn the_clearing_account_gives_what_was_sold_and_not_paid_back() {
        let lines = lines(&payout(), &Code::blank(), &accounts(), &Cleared::new()).unwrap();
        let said: Vec<_> = lines.iter().map(|line| (line.account_number.as_str(), line.amount.to_string())).collect();
        assert_eq!(said, [("MAIN", "96.8".to_owned()), ("7780", "4.2".to_owned()), ("7790", "-1".to_owned())]);
        let cleared: Amount = lines.iter().map(|line| line.amount).sum();
        assert_eq!(cleared, amount("100"), "150 sold, 50 paid back");
        let sources: Vec<_> = lines.iter().map(|line| line.source.as_ref().unwrap().id.as_str()).collect();
        assert_eq!(sources, ["5001", "5001/2", "5001/3"]);
        assert!(lines.iter().all(|line| line.document_number.as_str() == "P5001"));
        assert!(lines.iter().all(|line| line.external_document_number == "TRACE"));
    }

    #[test]
    fn what_waits_on_another_account_comes_from_there() {
        let other = (AccountType::General, Code::cut("1581"));
        let own = (AccountType::General, Code::cut("1580"));
        let cleared = Cleared::from([(other, amount("30")), (own, amount("70"))]);
        let lines = lines(&payout(), &Code::blank(), &accounts(), &cleared).unwrap();
        let of_other = lines.iter().find(|line| line.account_number.as_str() == "1581").unwrap();
        assert_eq!(of_other.amount, amount("-30"));
        let from_own: Amount = lines.iter().map(|line| line.amount).sum();
        assert_eq!(from_own, amount("70"));
    }

    #[test]
    fn what_is_held_back_stays_on_the_clearing_account() {
        let held = payout::Model { reserves_amount: amount("-20"), amount: amount("76.80"), ..payout() };
        let lines = lines(&held, &Code::blank(), &accounts(), &Cleared::new()).unwrap();
        assert_eq!(lines.iter().map(|line| line.amount).sum::<Amount>(), amount("80"));
    }

    #[test]
    fn a_blank_field_of_the_shop_card_is_named_when_it_is_needed() {
        let without = Accounts { fees: Code::blank(), ..accounts() };
        let refused = lines(&payout(), &Code::blank(), &without, &Cleared::new());
        assert_eq!(refused, Err(Against::Blank("Payment Fees Account")));
        let free = payout::Model { fees_amount: Amount::ZERO, ..payout() };
        assert!(lines(&free, &Code::blank(), &without, &Cleared::new()).is_ok());
        let none = Accounts { clearing: Code::blank(), ..accounts() };
        let refused = lines(&free, &Code::blank(), &none, &Cleared::new());
        assert_eq!(refused, Err(Against::Blank("Payments Clearing Account")));
    }

    #[test]
    fn no_account_on_which_payments_wait_is_left_out() {
        let on = |places: u32| -> Cleared {
            let account = |place| (AccountType::General, Code::cut(&format!("158{place}")));
            (1..=places).map(|place| (account(place), amount("10"))).collect()
        };
        let made = lines(&payout(), &Code::blank(), &accounts(), &on(6)).unwrap();
        assert_eq!(made.iter().filter(|line| line.amount == amount("-10")).count(), 6);
        assert_eq!(lines(&payout(), &Code::blank(), &accounts(), &on(7)), Err(Against::Accounts(7)));
    }
}
