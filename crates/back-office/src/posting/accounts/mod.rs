//! Which accounts a document is posted to, and whether they may be.

mod cost;
mod document;
mod goods;
mod line;
mod money_account;
mod needs;
mod taxes;
mod usable;

pub(super) use cost::cost;
pub(super) use document::{balancing, payment_discount, receivables, receivables_of, rounding};
pub(super) use goods::{adjustment, inventory};
pub(super) use line::posting;
pub(super) use money_account::MoneyAccount;
pub(super) use needs::Needs;
pub(super) use taxes::{taken_back, taxes};
