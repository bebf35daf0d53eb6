//! Customers here take over what the store says of theirs.

use std::collections::{BTreeMap, HashMap, HashSet};

use back_office::customers::{self, Change, Model};
use database::Tx;
use values::Code;

use crate::Error;
use crate::customers::staged::Whole;
use crate::customers::told::Told;
use crate::orders::mapping::Ground;
use crate::skipped::Cause;

/// Changes the customers that do not know yet what Shopify says of them, and those that were `found` just now. Of several
/// that are one customer, the last counts. Returns how many were changed, and what stands against the others by their ids
/// in Shopify: those are tried again by the next run.
///
/// # Errors
/// When the database fails.
pub(super) async fn update(
    tx: &Tx,
    ground: &Ground,
    all: &mut [Whole],
    found: &HashSet<i64>,
) -> Result<(u64, HashMap<i64, Cause>), Error> {
    let is_due = |whole: &Whole| {
        let customer = &whole.customer;
        let is_new = found.contains(&customer.shopify_customer_id);
        !customer.customer_number.is_blank() && (customer.update_due || is_new)
    };
    let mut told: BTreeMap<Code<20>, Change> = BTreeMap::new();
    let mut due: HashSet<i64> = HashSet::new();
    for whole in all.iter_mut().filter(|whole| is_due(whole)) {
        told.insert(whole.customer.customer_number.clone(), Told::of(whole, whole.address()).change(ground));
        due.insert(whole.customer.shopify_customer_id);
        whole.customer.update_due = false;
    }
    let numbers: Vec<Code<20>> = told.keys().cloned().collect();
    let known = customers::lock(tx, &numbers).await?;
    let changes: Vec<(Model, Change)> = known
        .into_iter()
        .filter_map(|customer| told.remove(&customer.number).map(|change| (customer, change)))
        .filter(|(customer, change)| customers::would_change(customer, change))
        .collect();
    let (changed, against) = change(tx, ground, changes).await?;
    let mut refused = HashMap::new();
    for customer in all.iter_mut().map(|whole| &mut whole.customer) {
        let cause = against.get(&customer.customer_number);
        if let Some(cause) = cause.filter(|_| due.contains(&customer.shopify_customer_id)) {
            customer.update_due = true;
            refused.insert(customer.shopify_customer_id, cause.clone());
        }
    }
    Ok((changed, refused))
}

/// Changes customers together. Where some can't be, they are changed in halves, until what stands against one concerns it
/// alone.
async fn change(
    tx: &Tx,
    ground: &Ground,
    changes: Vec<(Model, Change)>,
) -> Result<(u64, HashMap<Code<20>, Cause>), Error> {
    let (mut changed, mut against, mut waiting) = (0, HashMap::new(), vec![changes]);
    while let Some(mut some) = waiting.pop() {
        match customers::change_many(tx, some.clone(), ground.now).await {
            Ok(made) => changed += made.len() as u64,
            Err(error @ back_office::Error::Database(_)) => return Err(error.into()),
            Err(_) if some.len() > 1 => {
                let rest = some.split_off(some.len() / 2);
                waiting.extend([rest, some]);
            }
            Err(refused) => {
                let refused = Cause::CustomerNotChanged(refused.to_string());
                against.extend(some.into_iter().map(|(customer, _)| (customer.number, refused.clone())));
            }
        }
    }
    Ok((changed, against))
}
