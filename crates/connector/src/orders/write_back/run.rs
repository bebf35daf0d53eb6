use std::collections::HashSet;

use job_queue::{Context, JobError};
use shopify::Client;
use shopify::documents::orders::{AttributeInput, AttributedOrder, attributes, give_attributes};
use shopify_schema::gid::OrderId;

use super::ATTRIBUTE;
use super::due::due;
use super::record::{Written, record};
use crate::Error;
use crate::orders::mapping::Ground;
use crate::orders::staged::order::Model;

/// Writes the numbers of documents on their orders in Shopify, each once: what Shopify refuses waits for a person. Gives how
/// many are not written. One call reads and one writes for as many orders as go into a call.
///
/// # Errors
/// Why there is no answer: then they are written by the next run.
pub(crate) async fn run(cx: &Context, client: &Client, ground: &Ground) -> Result<u64, JobError> {
    let (mut refused, mut last) = (0, None);
    loop {
        let orders = &cx.db().read(|r| async move { due(&r, ground, last).await }).await?;
        let Some(end) = orders.last() else { return Ok(refused) };
        last = Some(end.shopify_order_id);
        let ids: Vec<String> = orders.iter().map(id_of).collect();
        let there = cx.send(attributes(client, &ids)).await?.map_err(Error::Shopify)?;
        let given: Vec<_> = orders.iter().filter_map(|order| wanted(order, &there)).collect();
        let told = cx.send(give_attributes(client, &given)).await?.map_err(Error::Shopify)?;
        let answers = || given.iter().map(|(id, _)| id.as_str()).zip(&told);
        // Of what the store says nothing the next run asks again.
        let silent: HashSet<&str> = answers().filter(|(_, told)| told.is_none()).map(|(id, _)| id).collect();
        let complaints: Vec<_> =
            answers().filter_map(|(id, told)| Some((id, told.as_ref().and_then(complaint)?))).collect();
        let written = |order| {
            let id = id_of(order);
            let is_there = there.iter().any(|one| one.id.inner() == id);
            let refused = complaints.iter().find(|(of, _)| *of == id).map(|(_, why)| why.clone());
            Written { order, is_there, refused }
        };
        let told = orders.iter().filter(|order| !silent.contains(id_of(order).as_str()));
        let written: &Vec<Written<'_>> = &told.map(written).collect();
        refused += silent.len() as u64;
        let ground = &Ground { now: cx.clock().now(), ..ground.clone() };
        refused += cx.write(|tx| async move { record(&tx, ground, written).await }).await?;
    }
}

/// All attributes of an order with the number of its document; nothing where it is there already, or the order is not.
fn wanted(order: &Model, there: &[AttributedOrder]) -> Option<(String, Vec<AttributeInput>)> {
    let id = id_of(order);
    let now = there.iter().find(|one| one.id.inner() == id)?;
    let number = order.document_number().to_string();
    let has = now.custom_attributes.iter().any(|one| one.key == ATTRIBUTE && one.value.as_deref() == Some(&number));
    if has {
        return None;
    }
    let others = now.custom_attributes.iter().filter(|one| one.key != ATTRIBUTE);
    let others =
        others.map(|one| AttributeInput { key: one.key.clone(), value: one.value.clone().unwrap_or_default() });
    let own = AttributeInput { key: ATTRIBUTE.to_owned(), value: number };
    Some((id, others.chain(std::iter::once(own)).collect()))
}

fn complaint(told: &shopify::documents::orders::Changed) -> Option<String> {
    let texts: Vec<&str> = told.user_errors.iter().map(|error| error.message.trim().trim_end_matches('.')).collect();
    (!texts.is_empty()).then(|| texts.join("; "))
}

fn id_of(order: &Model) -> String {
    OrderId::new(u64::try_from(order.shopify_order_id).unwrap_or_default()).to_string()
}
