//! Customers are made and changed by what Shopify says, where the shop card lets it, a batch in one transaction.

use std::collections::{HashMap, HashSet};

use back_office::customers::{Contacts, email_key, phone_key};
use database::Tx;
use job_queue::{Context, JobError, Summary};
use values::Code;

use super::map::{Mapped, map};
use super::update::update;
use crate::customers::SYNC_CUSTOMERS;
use crate::customers::create::{Wanted, create};
use crate::customers::staged::{self, Whole, customer};
use crate::customers::told::Told;
use crate::orders::mapping::Ground;
use crate::skipped::{self, Cause, Kind, Skipped};
use crate::{Error, watermark};

/// How many customers are applied at a time.
const BATCH: u64 = 250;

/// Applies all that wait in the store: those that are no customers yet, and those whose customers do not know what they
/// say. With `named`, those alone. `creates` says whether customers may be made.
pub(super) async fn apply(
    cx: &Context,
    ground: &Ground,
    named: Option<&[i64]>,
    creates: bool,
) -> Result<Summary, JobError> {
    let (mut summary, mut last) = (Summary::default(), 0);
    loop {
        cx.check()?;
        let ground = &Ground { now: cx.clock().now(), ..ground.clone() };
        let after = last;
        let write = |tx| async move {
            // Who is no customer yet is made one once, whichever card of the store comes first.
            watermark::take_turn(&tx, &ground.shop.domain, watermark::Kind::Customers).await?;
            let all = match named {
                Some(ids) => staged::by_ids(&tx, &ground.shop.domain, ids).await?,
                None => staged::to_apply(&tx, &ground.shop.domain, after, BATCH).await?,
            };
            let last = all.last().map(|whole| whole.customer.shopify_customer_id);
            let all = all.into_iter().filter(|whole| whole.customer.is_read()).collect();
            Ok::<_, Error>((batch(&tx, ground, all, creates).await?, last))
        };
        let (done, end) = cx.write(write).await?;
        summary += done;
        match end {
            Some(end) if named.is_none() => last = end,
            _ => return Ok(summary),
        }
    }
}

async fn batch(tx: &Tx, ground: &Ground, all: Vec<Whole>, creates: bool) -> Result<Summary, Error> {
    let before: HashMap<i64, Whole> =
        all.iter().map(|whole| (whole.customer.shopify_customer_id, whole.clone())).collect();
    let Mapped { mut all, found, mut contacts } = map(tx, all).await?;
    let mut refused = if creates { make(tx, ground, &mut all, &mut contacts).await? } else { HashMap::new() };
    let mut updated = 0;
    if ground.shop.shopify_can_update_customers {
        let (changed, against) = update(tx, ground, &mut all, &found).await?;
        updated = changed;
        refused.extend(against);
    }
    let (mut told, mut settled) = (Vec::new(), Vec::new());
    for whole in &mut all {
        let customer = &mut whole.customer;
        match refused.get(&customer.shopify_customer_id) {
            Some(cause) => {
                customer.has_error = true;
                customer.error_message = cause.to_string();
                told.push(skipped(ground, whole, cause));
            }
            None => {
                if !stands_elsewhere(customer) {
                    customer.has_error = false;
                    customer.error_message = String::new();
                }
                settled.push(customer.shopify_customer_id);
            }
        }
    }
    let is_changed = |whole: &&Whole| before.get(&whole.customer.shopify_customer_id) != Some(*whole);
    let rows: Vec<_> = all.iter().filter(is_changed).map(|whole| whole.customer.clone()).collect();
    staged::customers(tx, &rows).await?;
    let known = |address: &&staged::address::Model| {
        before.get(&address.shopify_customer_id).is_some_and(|before| before.addresses.contains(address))
    };
    let addresses: Vec<_> =
        all.iter().flat_map(|whole| &whole.addresses).filter(|address| !known(address)).cloned().collect();
    staged::addresses(tx, &addresses).await?;
    skipped::solve(tx, &ground.shop.code, Kind::Customer, &settled).await?;
    // Against who is a customer now, and knows what is told, nothing stands on any other card either.
    let is_settled = |customer: &&customer::Model| !customer.customer_number.is_blank() && !customer.update_due;
    let found = all.iter().map(|whole| &whole.customer).filter(is_settled);
    let found = found.map(|customer| customer.shopify_customer_id).filter(|id| !refused.contains_key(id));
    skipped::solve_of_store(tx, &ground.shop.domain, Kind::Customer, &found.collect::<Vec<_>>()).await?;
    let failed = told.len() as u64;
    skipped::record(tx, &ground.seen(), told).await?;
    Ok(Summary { updated, skipped: failed, ..Summary::default() })
}

/// Whether what stands against a customer is another card's to settle: its customer could not be changed there.
fn stands_elsewhere(customer: &customer::Model) -> bool {
    customer.has_error && customer.update_due && !customer.customer_number.is_blank()
}

/// Makes those customers that are none yet, from their default address, else from the first. One without an address stays
/// as it is. Whoever has the e-mail address or the phone of one before it may be the same: that is seen when it is there.
async fn make(
    tx: &Tx,
    ground: &Ground,
    all: &mut [Whole],
    contacts: &mut Contacts,
) -> Result<HashMap<i64, Cause>, Error> {
    let mut refused = HashMap::new();
    loop {
        let (mut wanted, mut ids, mut taken) = (Vec::new(), Vec::new(), HashSet::new());
        for whole in all.iter_mut() {
            let customer = &mut whole.customer;
            if !customer.customer_number.is_blank() || refused.contains_key(&customer.shopify_customer_id) {
                continue;
            }
            if let Some(number) = contacts.find(&customer.email, &customer.phone_number) {
                customer.customer_number = number.clone();
                continue;
            }
            let Some(address) = whole.address() else { continue };
            let new = Told::of(whole, Some(address)).new_customer(ground);
            let sought = [email_key(&whole.customer.email), phone_key(&whole.customer.phone_number)];
            if sought.iter().any(|key| taken.contains(key)) {
                continue;
            }
            let has = [email_key(&new.email), phone_key(&new.phone_number)];
            taken.extend(sought.into_iter().chain(has).filter(|key| !key.is_empty()));
            ids.push(whole.customer.shopify_customer_id);
            wanted.push(Wanted {
                country: Code::cut(address.country_region_code.as_str()),
                template: Code::blank(),
                new,
            });
        }
        if wanted.is_empty() {
            return Ok(refused);
        }
        let mut made: HashMap<i64, Code<20>> = HashMap::new();
        for (id, told) in ids.into_iter().zip(create(tx, ground, &wanted).await?) {
            match told {
                Ok(customer) => {
                    contacts.remember(&customer);
                    made.insert(id, customer.number);
                }
                Err(cause) => _ = refused.insert(id, cause),
            }
        }
        for whole in all.iter_mut() {
            if let Some(number) = made.remove(&whole.customer.shopify_customer_id) {
                // The address of which it was made is that customer, too.
                if let Some(address) = whole.address_mut() {
                    address.customer_number = number.clone();
                }
                whole.customer.customer_number = number;
            }
        }
    }
}

fn skipped(ground: &Ground, whole: &Whole, cause: &Cause) -> Skipped {
    Skipped {
        shop_code: ground.shop.code.clone(),
        kind: Kind::Customer,
        shopify_id: whole.customer.shopify_customer_id,
        document_name: whole.customer.name(),
        cause: cause.to_string(),
        remedy: cause.remedy(),
        retry_object_id: SYNC_CUSTOMERS,
    }
}
