//! Two customers who turn out to be one.

use std::sync::Arc;

use chrono::{DateTime, TimeDelta, Utc};
use serde::Deserialize;
use serde_json::Value;

use super::limits::{LONGEST_NOTE, MOST_TAGS, many_tags, too_long};
use super::part::{number, refuse_with};
use super::user_error::UserError;
use crate::store::State;
use crate::store::address::Address;
use crate::store::customer::{Customer, CustomerState, MarketingState};

/// How long the job takes that a merge is.
const JOB: TimeDelta = TimeDelta::seconds(1);

/// `CustomerMergeOverrideFields`: what is kept of whom, instead of what would be.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub(crate) struct Overrides {
    customer_id_of_default_address_to_keep: Option<String>,
    customer_id_of_email_to_keep: Option<String>,
    customer_id_of_first_name_to_keep: Option<String>,
    customer_id_of_last_name_to_keep: Option<String>,
    customer_id_of_phone_number_to_keep: Option<String>,
    note: Option<String>,
    tags: Option<Vec<String>>,
}

/// What a merge has made: the numbers of its job and of the customer that is left.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Merged {
    pub job: u64,
    pub customer: u64,
}

/// `customerMerge`: one of two customers gets what the other has, orders and drafts as well, and the other is gone.
///
/// They are merged at once; only the job says that it is done a second later, so that a client has to ask again.
pub(crate) fn customer_merge(
    state: &mut State,
    (one, two): (&str, &str),
    overrides: Overrides,
    now: DateTime<Utc>,
) -> Result<Merged, Vec<UserError>> {
    let pair = [mergeable(state, one, "customerOneId")?, mergeable(state, two, "customerTwoId")?];
    let [one, two] = &pair;
    if one.id == two.id {
        return refuse_with("INVALID_CUSTOMER_ID", &["customerTwoId"], "Customer IDs should not match");
    }
    let email = overrides.customer_id_of_email_to_keep.as_deref();
    let of_email = chosen(&pair, email, "customerIdOfEmailToKeep", |customer| customer.email.is_some())?;
    let is_first = of_email.map_or_else(|| is_first_kept(one, two), |kept| kept.id == one.id);
    let (kept, other) = if is_first { (one, two) } else { (two, one) };
    let merged = Customer { updated_at: now, ..merged(&pair, kept, other, overrides)? };
    state.delete_customer(other.id);
    hand_over(state, other.id, kept.id);
    let customer = state.put_customer(merged).id;
    let job = state.ids.next();
    state.jobs.insert(job, now + JOB);
    Ok(Merged { job, customer })
}

/// A customer who can be merged.
fn mergeable(state: &State, id: &str, field: &str) -> Result<Arc<Customer>, Vec<UserError>> {
    let Some(customer) = number(id, "Customer").and_then(|id| state.customers.get(&id)) else {
        return refuse_with("INVALID_CUSTOMER_ID", &[field], "Customer does not exist");
    };
    if state.speaks_for_a_company(customer.id) {
        let text = format!("{} can't be merged because they are associated with a company", customer.display_name());
        return refuse_with("INVALID_CUSTOMER", &[field], text);
    }
    Ok(Arc::clone(customer))
}

/// Which of two customers is kept: who has an e-mail address; of two who have one, who has an account, wants to be written
/// to, or was invited. The second one, where that says nothing.
fn is_first_kept(one: &Customer, two: &Customer) -> bool {
    let standing = |customer: &Customer| {
        let wish = match customer.email_consent.state {
            MarketingState::Subscribed => 2,
            MarketingState::Pending => 1,
            MarketingState::Invalid | MarketingState::NotSubscribed | MarketingState::Unsubscribed => 0,
        };
        (customer.state == CustomerState::Enabled, wish, customer.state == CustomerState::Invited)
    };
    match (&one.email, &two.email) {
        (Some(_), Some(_)) => standing(one) > standing(two),
        (Some(_), None) => true,
        (None, _) => false,
    }
}

/// The customer of whom something is to be kept, which they have.
fn chosen<'c>(
    pair: &'c [Arc<Customer>; 2],
    id: Option<&str>,
    field: &str,
    has: fn(&Customer) -> bool,
) -> Result<Option<&'c Customer>, Vec<UserError>> {
    let Some(id) = id else { return Ok(None) };
    let at = ["overrideFields", field];
    let mut both = pair.iter().map(|customer| &**customer);
    match both.find(|customer| number(id, "Customer") == Some(customer.id)) {
        Some(customer) if has(customer) => Ok(Some(customer)),
        Some(_) => {
            let text = "The customer is missing the attribute requested for override";
            refuse_with("MISSING_OVERRIDE_ATTRIBUTE", &at, text)
        }
        None => refuse_with("OVERRIDE_ATTRIBUTE_INVALID", &at, "The customer is none of those that are merged"),
    }
}

/// What the kept customer is afterwards.
fn merged(
    pair: &[Arc<Customer>; 2],
    kept: &Customer,
    other: &Customer,
    overrides: Overrides,
) -> Result<Customer, Vec<UserError>> {
    let first = overrides.customer_id_of_first_name_to_keep.as_deref();
    let first = chosen(pair, first, "customerIdOfFirstNameToKeep", |customer| customer.first_name.is_some())?;
    let last = overrides.customer_id_of_last_name_to_keep.as_deref();
    let last = chosen(pair, last, "customerIdOfLastNameToKeep", |customer| customer.last_name.is_some())?;
    let phone = overrides.customer_id_of_phone_number_to_keep.as_deref();
    let phone = chosen(pair, phone, "customerIdOfPhoneNumberToKeep", |customer| customer.phone.is_some())?;
    let address = overrides.customer_id_of_default_address_to_keep.as_deref();
    let address = chosen(pair, address, "customerIdOfDefaultAddressToKeep", |customer| !customer.addresses.is_empty())?;

    let mut merged = kept.clone();
    let first = first.unwrap_or(if kept.first_name.is_some() { kept } else { other });
    merged.first_name.clone_from(&first.first_name);
    let last = last.unwrap_or(if kept.last_name.is_some() { kept } else { other });
    merged.last_name.clone_from(&last.last_name);
    let reached = phone.unwrap_or(if kept.phone.is_some() { kept } else { other });
    merged.phone.clone_from(&reached.phone);
    merged.sms_consent.clone_from(&reached.sms_consent);
    let is_new = |address: &&Address| !kept.addresses.iter().any(|known| known.same_place(address));
    merged.addresses.extend(other.addresses.iter().filter(is_new).cloned());
    if let Some(meant) = address.and_then(|chosen| chosen.addresses.first()) {
        merged.addresses.sort_by_key(|address| !address.same_place(meant));
    }
    let code = |is_given: bool| if is_given { "OVERRIDE_ATTRIBUTE_INVALID" } else { "INVALID_CUSTOMER" };
    let is_given = overrides.note.is_some();
    merged.note = overrides.note.or_else(|| both_notes(kept, other));
    if merged.note.as_ref().is_some_and(|note| note.chars().count() > LONGEST_NOTE) {
        return refuse_with(code(is_given), &["overrideFields", "note"], too_long("Note", LONGEST_NOTE));
    }
    let is_given = overrides.tags.is_some();
    merged.tags = overrides.tags.unwrap_or_else(|| both_tags(kept, other));
    if merged.tags.len() > MOST_TAGS {
        return refuse_with(code(is_given), &["overrideFields", "tags"], many_tags());
    }
    merged.number_of_orders += other.number_of_orders;
    merged.amount_spent += other.amount_spent;
    Ok(merged)
}

fn both_notes(kept: &Customer, other: &Customer) -> Option<String> {
    let notes: Vec<&str> = [&kept.note, &other.note].into_iter().flatten().map(String::as_str).collect();
    (!notes.is_empty()).then(|| notes.join("\n"))
}

fn both_tags(kept: &Customer, other: &Customer) -> Vec<String> {
    let mut tags = kept.tags.clone();
    for tag in &other.tags {
        if !tags.iter().any(|known| known.to_lowercase() == tag.to_lowercase()) {
            tags.push(tag.clone());
        }
    }
    tags
}

/// Gives the orders and drafts of one customer to another one.
fn hand_over(state: &mut State, from: u64, to: u64) {
    for order in state.orders.values_mut().filter(|order| order.customer_id == Some(from)) {
        Arc::make_mut(order).customer_id = Some(to);
    }
    for draft in state.drafts.values_mut().filter(|draft| draft.offer.order.customer_id == Some(from)) {
        let draft = Arc::make_mut(draft);
        let offer = Arc::make_mut(&mut draft.offer);
        Arc::make_mut(&mut offer.order).customer_id = Some(to);
        for place in ["/customerId", "/purchasingEntity/customerId"] {
            if let Some(id) = draft.input.pointer_mut(place).filter(|id| id.is_string()) {
                *id = Value::from(format!("gid://shopify/Customer/{to}"));
            }
        }
    }
}
