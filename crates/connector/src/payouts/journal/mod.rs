//! The journal of a payout: what came to the bank, what Shopify has kept and what was corrected, from the account on which
//! payments wait until they are paid out.
//!
//! Every line is balanced by that account, the *clearing account*, so that each of them balances to the cent in its currency and
//! in the company's own. What is held back, and payouts that came back, stay on it: Shopify still owes them. A line carries its
//! payout as its source, so that a payout stands in a journal once and is posted once.

mod cleared;
mod lines;
mod standing;
mod suggest;

pub(crate) use cleared::Methods;
pub use lines::{Account, Accounts, Against, Cleared, MOST_LINES, lines};
pub use standing::standing_of;
pub(crate) use standing::standings;
pub use suggest::{RefusedPayout, SuggestedJournal, suggest_journal};
