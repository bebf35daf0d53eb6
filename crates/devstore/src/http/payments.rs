//! Control of Shopify Payments.

use axum::Json;
use axum::body::Bytes;
use axum::extract::{Query, State};
use serde::Deserialize;
use serde_json::json;

use super::control::{Controlled, read};
use super::platform::WhichStore;
use crate::devstore::Devstore;
use crate::{Adjustment, DisputeChange, NewDispute, PaymentsSettings, PayoutChange};

/// `GET /_devstore/payments?store=…`: the account of a store, its conditions and what is on it.
pub(super) async fn account(State(devstore): State<Devstore>, Query(which): Query<WhichStore>) -> Controlled {
    Ok(Json(json!(devstore.handle().payments(which.store.as_deref())?)))
}

/// `POST /_devstore/payments`: `{"store", "active", "country", "currency", "feePercent", "feeFixed", "returnsFees",
/// "chargebackFee", "interval", "weeklyAnchor", "monthlyAnchor", "delayDays", "arrivalDays"}`; what is left out stays.
pub(super) async fn set_account(State(devstore): State<Devstore>, body: Bytes) -> Controlled {
    let settings: PaymentsSettings = read(&body)?;
    devstore.handle().set_payments(&settings)?;
    Ok(Json(json!(devstore.handle().payments(settings.store.as_deref())?)))
}

/// `POST /_devstore/payments/adjust`: `{"store", "type", "amount", "fee", "currency", "sourceType", "order", "reason",
/// "test", "rebate", "delayDays"}`.
pub(super) async fn adjust(State(devstore): State<Devstore>, body: Bytes) -> Controlled {
    let adjustment: Adjustment = read(&body)?;
    Ok(Json(json!({ "balanceTransaction": devstore.handle().adjust_balance(&adjustment)? })))
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PayOut {
    store: Option<String>,
}

/// `POST /_devstore/payouts`: pays out everything that waits, `{"store"}`.
pub(super) async fn pay_out(State(devstore): State<Devstore>, body: Bytes) -> Controlled {
    let PayOut { store } = read(&body)?;
    Ok(Json(json!({ "payouts": devstore.handle().pay_out(store.as_deref())? })))
}

/// `POST /_devstore/payouts/change`: `{"store", "payout", "status"}`.
pub(super) async fn change_payout(State(devstore): State<Devstore>, body: Bytes) -> Controlled {
    let change: PayoutChange = read(&body)?;
    devstore.handle().change_payout(&change)?;
    Ok(Json(json!({ "payout": change.payout })))
}

/// `POST /_devstore/disputes`: `{"store", "order", "amount", "currency", "type", "reason", "networkReasonCode",
/// "evidenceDueBy"}`.
pub(super) async fn open_dispute(State(devstore): State<Devstore>, body: Bytes) -> Controlled {
    let new: NewDispute = read(&body)?;
    Ok(Json(json!({ "dispute": devstore.handle().open_dispute(&new)? })))
}

/// `POST /_devstore/disputes/change`: `{"store", "dispute", "status", "type", "evidenceSent", "evidenceDueBy"}`.
pub(super) async fn change_dispute(State(devstore): State<Devstore>, body: Bytes) -> Controlled {
    let change: DisputeChange = read(&body)?;
    devstore.handle().change_dispute(&change)?;
    Ok(Json(json!({ "dispute": change.dispute })))
}
