use std::collections::HashSet;

use database::Tx;
use values::money::Amount;

use super::check::{Checks, check_balance};
use super::{Journal, Movement, known};
use crate::customer_ledger::entry;
use crate::general_ledger::Numbers;
use crate::posting::transaction::{Origin, Transaction};
use crate::posting::write::write_entries;
use crate::posting::{Problems, Setup, entries};
use crate::sales::Context;
use crate::{Error, Result};

/// Posts movements, all of them or none, in one transaction of the general ledger, and settles what each is for. Returns
/// the number of the transaction and how many were posted; `None` when there were none.
///
/// # Errors
/// [`Error::NotPosted`] with all that is wrong with any of them; [`Error::Blank`] when a currency has no account for what
/// it has lost or gained.
pub(crate) async fn post_movements(
    tx: &Tx,
    setup: &Setup,
    journal: &Journal,
    movements: Vec<Movement>,
    cx: &Context,
) -> Result<Option<(i64, usize)>> {
    let mut open = known::open(tx, &movements).await?;
    // Whoever posts the same at the same time waits here, and finds it posted.
    let mut transaction = Transaction::begin(Numbers::lock(tx).await?, cx);
    let mut posted = known::posted_from(tx, &movements).await?;
    let customers = known::customers(tx, &movements).await?;
    let checks = Checks { setup, customers: &customers, user: &cx.user };
    let (mut problems, mut checked) = (Problems::default(), Vec::with_capacity(movements.len()));
    // Whether a payment takes a discount depends on what was paid before it.
    let mut left = open.clone();
    for movement in movements {
        if movement.source.as_ref().is_some_and(|source| !posted.insert((source.kind.clone(), source.id.clone()))) {
            if !journal.leaves_out_posted {
                problems.of_line(
                    movement.line.unwrap_or_default(),
                    "sourceId",
                    "it is posted already: delete the line",
                );
            }
            continue;
        }
        let key = known::key(&movement);
        let is_balancing = movement.customer().is_some_and(|(_, is_balancing)| is_balancing);
        let paid = if is_balancing { -movement.amount } else { movement.amount };
        let settles = key.and_then(|key| left.get_mut(&key));
        checked.extend(checks.check(movement, settles.as_deref(), &mut problems)?);
        if let Some(entry) = settles {
            pay_off(entry, paid);
        }
    }
    check_balance(&checked, &mut problems);
    if !problems.is_empty() {
        return Err(Error::NotPosted { document: journal.name.clone(), problems });
    }
    let (mut last, mut settled) = (None, HashSet::new());
    for checked in &checked {
        let key = known::key(&checked.movement);
        let entry = key.as_ref().and_then(|key| open.get_mut(key));
        last = Some(entries::move_amount(&mut transaction, setup, checked, entry)?);
        settled.extend(key);
    }
    let Some(origin) = last else { return Ok(None) };
    open.retain(|key, _| settled.contains(key));
    transaction.rows().settled.extend(open.into_values());
    let origin = Origin { description: journal.name.clone(), ..origin };
    let number = write_entries(tx, transaction.balance(&origin, journal.source_code.as_str())?).await?;
    Ok(Some((number, checked.len())))
}

/// Leaves of an entry what an amount does not pay of it, and nothing when that is more.
fn pay_off(entry: &mut entry::Model, paid: Amount) {
    let left = entry.remaining_amount + paid;
    let is_paid = left.is_zero() || (left > Amount::ZERO) != entry.positive;
    entry.remaining_amount = if is_paid { Amount::ZERO } else { left };
}
