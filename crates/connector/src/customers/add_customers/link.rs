use std::collections::{HashMap, HashSet};

use back_office::customers;
use database::Tx;
use job_queue::{Context, JobError};
use shopify::Client;
use values::Code;

use super::find::Found;
use crate::customers::export::{Reason, Wanted};
use crate::customers::import::read;
use crate::customers::staged::{self, Whole, customer};
use crate::orders::mapping::Ground;
use crate::{Error, watermark};

/// What came of linking.
#[derive(Clone, Debug, Default)]
pub(super) struct Linked {
    /// The customers that are linked now.
    pub linked: Vec<(Whole, customers::Model)>,
    /// Those that are not, and why.
    pub refused: Vec<(Code<20>, Reason)>,
}

/// Links customers to those whom the store has already: nobody is made. What the store says of them is read first. One that is
/// another customer here stays it. Those in `lost` were made from here, which is written down with the link: they are to
/// get their address still.
pub(super) async fn link(
    cx: &Context,
    client: &Client,
    ground: &Ground,
    found: Vec<(customers::Model, Found)>,
    lost: &HashSet<i64>,
) -> Result<Linked, JobError> {
    if found.is_empty() {
        return Ok(Linked::default());
    }
    let store = ground.shop.domain.as_str();
    let ids = &found.iter().map(|(_, found)| found.id).collect::<Vec<_>>();
    let known = cx.db().read(|r| async move { staged::by_ids(&r, store, ids).await }).await?;
    let is_read = |id: &i64| known.iter().any(|one| one.customer.shopify_customer_id == *id && one.customer.is_read());
    let unread: Vec<i64> = ids.iter().copied().filter(|id| !is_read(id)).collect();
    read(cx, client, ground, &unread).await?;
    let (ground, found) = (&Ground { now: cx.clock().now(), ..ground.clone() }, &found);
    Ok(cx.write(|tx| async move { put(&tx, ground, found, lost).await }).await?)
}

async fn put(
    tx: &Tx,
    ground: &Ground,
    found: &[(customers::Model, Found)],
    lost: &HashSet<i64>,
) -> Result<Linked, Error> {
    watermark::take_turn(tx, &ground.shop.domain, watermark::Kind::Customers).await?;
    let ids: Vec<i64> = found.iter().map(|(_, found)| found.id).collect();
    let rows = staged::by_ids(tx, &ground.shop.domain, &ids).await?;
    let others: Vec<Code<20>> = rows.iter().map(|whole| whole.customer.customer_number.clone()).collect();
    let others: HashSet<Code<20>> =
        customers::by_numbers(tx, &others).await?.into_iter().map(|customer| customer.number).collect();
    let mut rows: HashMap<i64, Whole> =
        rows.into_iter().map(|whole| (whole.customer.shopify_customer_id, whole)).collect();
    let mut linked = Linked::default();
    for (customer, found) in found {
        let number = &customer.number;
        let Some(whole) = rows.get_mut(&found.id) else {
            let (what, why) = (format!("The customer {number}"), "whoever is there already can't be read".to_owned());
            linked.refused.push((number.clone(), Reason::Refused { what, why }));
            continue;
        };
        let other = whole.customer.customer_number.clone();
        let is_taken = linked.linked.iter().any(|(one, _)| one.customer.id == whole.customer.id);
        if is_taken || (other != *number && others.contains(&other)) {
            let (customer, other, by) = (number.to_string(), other.to_string(), found.by.to_owned());
            linked.refused.push((number.clone(), Reason::Exists { customer, other, by }));
            continue;
        }
        whole.customer.customer_number = number.clone();
        if lost.contains(&found.id) {
            whole.customer.last_updated_by_us = Some(ground.now);
        }
        linked.linked.push((whole.clone(), customer.clone()));
    }
    let rows: Vec<customer::Model> = linked.linked.iter().map(|(whole, _)| whole.customer.clone()).collect();
    staged::customers(tx, &rows).await?;
    Ok(linked)
}

/// Whether whoever was found is exactly who would be made, without an address: then it was made from here, and the answer was
/// lost.
pub(super) fn was_made(wanted: &Wanted, found: &Found) -> bool {
    let told = &found.told;
    let same = |told: Option<&String>, wanted: &str| told.map_or("", |text| text.as_str()) == wanted;
    told.default_address.is_none()
        && same(told.first_name.as_ref(), &wanted.first_name)
        && same(told.last_name.as_ref(), &wanted.last_name)
        && told.email().to_lowercase() == wanted.email.to_lowercase()
}
