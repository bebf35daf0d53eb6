//! What Shopify Payments owes and pays: balance transactions, and the payouts by which the balance goes to the bank.
//!
//! One call asks for all that a sync wants to know: what is new of both, of what those payouts are made that are not known
//! whole, and how those stand that may still change. These are named by their ids, and their page is as large as there are
//! ids, so that a call costs little when there is little.

mod chosen;
mod money;
mod page;
mod payout;
mod transaction;

pub use chosen::MANY;
pub use money::BalanceMoney;
pub use page::{Page, PaymentsPage, PaymentsVariables, Wanted, page};
pub use payout::{Payout, PayoutStatus, PayoutSummary, PayoutTransactionType};
pub use transaction::{
    AssociatedOrder, AssociatedPayout, BalanceTransaction, SourceType, TransactionPayoutStatus, TransactionType,
};
