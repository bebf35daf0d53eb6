use std::sync::Arc;

use chrono::{DateTime, Utc};
use shopify_schema::gid::Gid;

use crate::mutate::limits::{MOST_TAGS, many_tags};
use crate::mutate::part::refuse;
use crate::mutate::user_error::UserError;
use crate::store::State;

/// `tagsAdd`: tags of an order, a draft, a customer or a product, each once whatever its case is.
pub(crate) fn tags_add(
    state: &mut State,
    id: &str,
    tags: &[String],
    now: DateTime<Utc>,
) -> Result<Gid, Vec<UserError>> {
    change(state, id, now, |held| {
        for tag in tags.iter().map(|tag| tag.trim()).filter(|tag| !tag.is_empty()) {
            if !held.iter().any(|other| other.to_lowercase() == tag.to_lowercase()) {
                held.push(tag.to_owned());
            }
        }
    })
}

/// `tagsRemove`: those that are there.
pub(crate) fn tags_remove(
    state: &mut State,
    id: &str,
    tags: &[String],
    now: DateTime<Utc>,
) -> Result<Gid, Vec<UserError>> {
    let gone: Vec<String> = tags.iter().map(|tag| tag.trim().to_lowercase()).collect();
    change(state, id, now, |held| held.retain(|tag| !gone.contains(&tag.to_lowercase())))
}

fn change(
    state: &mut State,
    id: &str,
    now: DateTime<Utc>,
    change: impl FnOnce(&mut Vec<String>),
) -> Result<Gid, Vec<UserError>> {
    let missing = || refuse(&["id"], "The object does not exist");
    let Ok(gid) = id.parse::<Gid>() else { return missing() };
    let number = gid.number();
    match gid.kind() {
        "Order" => {
            let Some(mut order) = state.orders.get(&number).map(|order| (**order).clone()) else { return missing() };
            if changed(&mut order.tags, change)? {
                state.put_changed_order(order, now);
            }
        }
        "DraftOrder" => {
            let Some(draft) = state.drafts.get(&number).map(Arc::clone) else { return missing() };
            let mut draft = (*draft).clone();
            let mut tags = draft.offer.order.tags.clone();
            if changed(&mut tags, change)? {
                draft.updated_at = now;
                draft.tag(tags);
                state.put_draft(draft);
            }
        }
        "Customer" => {
            let Some(customer) = state.customers.get(&number).map(Arc::clone) else { return missing() };
            let mut customer = (*customer).clone();
            if changed(&mut customer.tags, change)? {
                customer.updated_at = now;
                state.put_customer(customer);
            }
        }
        "Product" => {
            let Some(product) = state.products.get(&number).map(Arc::clone) else { return missing() };
            let mut product = (*product).clone();
            if changed(&mut product.tags, change)? {
                product.updated_at = now;
                state.put_product(product);
            }
        }
        _ => return missing(),
    }
    Ok(gid)
}

fn changed(held: &mut Vec<String>, change: impl FnOnce(&mut Vec<String>)) -> Result<bool, Vec<UserError>> {
    let before = held.clone();
    change(held);
    held.sort_by_key(|tag| tag.to_lowercase());
    if held.len() > MOST_TAGS {
        return refuse(&["tags"], many_tags());
    }
    Ok(*held != before)
}
