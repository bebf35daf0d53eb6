//! What stood against companies is forgotten on every shop card of their store: the cards share its companies.

use database::Tx;

use crate::Error;
use crate::skipped::{self, Kind};

/// Takes away what was skipped of these companies.
pub(super) async fn solve(tx: &Tx, store: &str, ids: &[i64]) -> Result<(), Error> {
    skipped::solve_of_store(tx, store, Kind::Company, ids).await
}
