//! What was said becomes rows, all in one statement.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use database::{Tx, upsert_many};
use job_queue::Summary;
use runtime::Random;
use sea_orm::{ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter};
use serde::Serialize;
use shopify::documents::disputes::Dispute;
use uuid::Uuid;
use values::Code;

use crate::disputes::options::DisputeStatus;
use crate::disputes::staged::{Column, Entity, Model};
use crate::orders::import::{amount, cut, number, option};
use crate::watermark::{self, Kind};
use crate::{Error, shops};

/// As many are stored in one statement.
const AT_ONCE: usize = 500;
/// As many letters of the network's code are kept.
const CODE: usize = 100;

/// The columns that Shopify's word decides.
const SAID: [Column; 14] = [
    Column::SourceOrderId,
    Column::ShopifyOrderNumber,
    Column::Kind,
    Column::Status,
    Column::ShopifyStatus,
    Column::Reason,
    Column::NetworkReasonCode,
    Column::Amount,
    Column::Currency,
    Column::InitiatedAt,
    Column::EvidenceDueBy,
    Column::EvidenceSentOn,
    Column::FinalizedOn,
    Column::IsDecided,
];

/// What new rows are made with.
pub(super) struct Making<'a> {
    pub shop: &'a shops::Model,
    pub random: &'a Random,
    pub now: DateTime<Utc>,
}

/// Stages disputes, and writes down how far they have been read.
pub(super) async fn stage(tx: &Tx, making: &Making<'_>, said: &[Dispute]) -> Result<Summary, Error> {
    let store = making.shop.domain.as_str();
    // Cards of one store may be synchronised at the same time.
    watermark::take_turn(tx, store, Kind::Disputes).await?;
    let mut summary = Summary::default();
    for some in said.chunks(AT_ONCE) {
        summary += stage_some(tx, making, some).await?;
    }
    go_on(tx, store, said).await?;
    Ok(summary)
}

async fn stage_some(tx: &Tx, making: &Making<'_>, said: &[Dispute]) -> Result<Summary, Error> {
    let store = making.shop.domain.as_str();
    let ids = said.iter().map(|dispute| number(&dispute.id));
    let known = Entity::find().filter(Column::Store.eq(store)).filter(Column::ShopifyDisputeId.is_in(ids));
    let known = known.all(tx).await?.into_iter().map(|row| (row.shopify_dispute_id, row));
    let mut known: HashMap<i64, Model> = known.collect();
    let mut summary = Summary { fetched: said.len() as u64, ..Summary::default() };
    let mut changed: Vec<Model> = Vec::new();
    for dispute in said {
        let before = known.remove(&number(&dispute.id));
        let row = as_said(before.clone().unwrap_or_else(|| making.row(dispute)), dispute)?;
        match &before {
            None => summary.created += 1,
            Some(before) if *before == row => summary.unchanged += 1,
            Some(_) => summary.updated += 1,
        }
        if before.as_ref() != Some(&row) {
            changed.push(row);
        }
    }
    let ids: Vec<Uuid> = changed.iter().map(|row| row.id).collect();
    let rows = changed.into_iter().map(IntoActiveModel::into_active_model).collect();
    upsert_many(tx, rows, &[Column::Store, Column::ShopifyDisputeId], &SAID).await?;
    tx.changed::<Entity>(&ids).await?;
    Ok(summary)
}

/// Writes down the highest id that was read. It never moves back: another card of the store may have read on.
async fn go_on(tx: &Tx, store: &str, said: &[Dispute]) -> Result<(), Error> {
    let before = watermark::of(tx, store, Kind::Disputes).await?.cursor;
    let highest = said.iter().map(|dispute| number(&dispute.id)).max().unwrap_or_default();
    let highest = highest.max(before.parse().unwrap_or_default()).to_string();
    if highest == before { Ok(()) } else { watermark::go_on(tx, store, Kind::Disputes, &highest).await }
}

impl Making<'_> {
    /// A new row, of which only what never changes is said.
    fn row(&self, dispute: &Dispute) -> Model {
        Model {
            id: self.random.id(self.now),
            store: self.shop.domain.clone(),
            shopify_dispute_id: number(&dispute.id),
            shop_code: self.shop.code.clone(),
            source_order_id: 0,
            shopify_order_number: String::new(),
            kind: Default::default(),
            status: DisputeStatus::default(),
            shopify_status: String::new(),
            reason: Default::default(),
            network_reason_code: String::new(),
            amount: Default::default(),
            currency: Code::blank(),
            initiated_at: dispute.initiated_at,
            evidence_due_by: None,
            evidence_sent_on: None,
            finalized_on: None,
            is_decided: false,
        }
    }
}

/// A row with what Shopify says now. An order that Shopify does not tell any more stays known.
fn as_said(row: Model, dispute: &Dispute) -> Result<Model, Error> {
    let status: DisputeStatus = option(&dispute.status);
    let (source_order_id, shopify_order_number) = match &dispute.order {
        Some(order) => (number(&order.id), cut(&order.name, CODE)),
        None => (row.source_order_id, row.shopify_order_number.clone()),
    };
    let reason = &dispute.reason_details;
    let unreadable = |why| Error::Chosen(format!("the dispute {} can't be stored: {why}", row.shopify_dispute_id));
    Ok(Model {
        source_order_id,
        shopify_order_number,
        kind: option(&dispute.dispute_type),
        is_decided: is_decided(&status, dispute.finalized_on),
        status,
        shopify_status: word(&dispute.status),
        reason: option(&reason.reason),
        network_reason_code: cut(reason.network_reason_code.as_deref().unwrap_or_default(), CODE),
        amount: amount("amount", dispute.amount.amount).map_err(unreadable)?,
        currency: Code::cut(&dispute.amount.currency_code.0),
        initiated_at: dispute.initiated_at,
        evidence_due_by: dispute.evidence_due_by,
        evidence_sent_on: dispute.evidence_sent_on,
        finalized_on: dispute.finalized_on,
        ..row
    })
}

/// Whether nothing more comes of it. A status that this version does not know is final when Shopify says since when.
fn is_decided(status: &DisputeStatus, finalized_on: Option<DateTime<Utc>>) -> bool {
    status.is_final() || matches!(status, DisputeStatus::Other(_)) && finalized_on.is_some()
}

/// A value of Shopify's in its own word.
fn word<S: Serialize>(value: &S) -> String {
    match serde_json::to_value(value) {
        Ok(serde_json::Value::String(word)) => cut(&word, CODE),
        _ => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_status_that_came_later_is_final_when_shopify_says_since_when() {
        let later = DisputeStatus::Other("Settled".to_owned());
        assert!(!is_decided(&later, None) && is_decided(&later, Some(DateTime::UNIX_EPOCH)));
        assert!(!is_decided(&DisputeStatus::UnderReview, Some(DateTime::UNIX_EPOCH)));
        let decided = ["Accepted", "Charge Refunded", "Lost", "Prevented", "Won"];
        assert!(decided.iter().all(|status| is_decided(&status.parse().unwrap(), None)));
    }
}
