//! Control of what shoppers, merchants and other apps do.

use axum::Json;
use axum::body::Bytes;
use axum::extract::State;
use serde_json::json;

use super::control::{Controlled, read};
use crate::devstore::Devstore;
use crate::{CustomerWish, ItemChange, NewPlan, NewService, NewStaffMember, Purchase, Sending, StaffChange};

/// `POST /_devstore/purchases`: a shopper buys now, `{"item", "quantity", "location", "store"}`.
pub(super) async fn buy(State(devstore): State<Devstore>, body: Bytes) -> Controlled {
    let purchase: Purchase = read(&body)?;
    Ok(Json(json!({ "order": devstore.handle().buy(&purchase)? })))
}

/// `POST /_devstore/services`: a service of another app, with a location, `{"name", "callbackUrl", "inventoryManagement",
/// "store"}`.
pub(super) async fn add_service(State(devstore): State<Devstore>, body: Bytes) -> Controlled {
    let service: NewService = read(&body)?;
    Ok(Json(json!({ "location": devstore.handle().add_service(&service)? })))
}

/// `POST /_devstore/items`: `{"item", "bundle", "store"}`.
pub(super) async fn change_item(State(devstore): State<Devstore>, body: Bytes) -> Controlled {
    let change: ItemChange = read(&body)?;
    devstore.handle().change_item(&change)?;
    Ok(Json(json!({ "item": change.item })))
}

/// `POST /_devstore/sending`: `{"remainder": "stays" | "waitsAnew"}`, and of one fulfilment order `{"fulfillmentOrder",
/// "scheduledFor", "request", "incomplete", "store"}`.
pub(super) async fn change_sending(State(devstore): State<Devstore>, body: Bytes) -> Controlled {
    let change: Sending = read(&body)?;
    devstore.handle().change_sending(&change)?;
    Ok(Json(json!({ "fulfillmentOrder": change.fulfillment_order })))
}

/// `POST /_devstore/plan`: `{"plan", "store"}`.
pub(super) async fn set_plan(State(devstore): State<Devstore>, body: Bytes) -> Controlled {
    let new: NewPlan = read(&body)?;
    devstore.handle().set_plan(&new)?;
    Ok(Json(json!({ "plan": new.plan })))
}

/// `POST /_devstore/customers`: `{"customer", "state", "marketing", "store"}`.
pub(super) async fn change_customer(State(devstore): State<Devstore>, body: Bytes) -> Controlled {
    let wish: CustomerWish = read(&body)?;
    devstore.handle().change_customer(&wish)?;
    Ok(Json(json!({ "customer": wish.customer })))
}

/// `POST /_devstore/staff`: someone works for the store, `{"firstName", "lastName", "email", "isShopOwner", "store"}`.
pub(super) async fn add_staff_member(State(devstore): State<Devstore>, body: Bytes) -> Controlled {
    let new: NewStaffMember = read(&body)?;
    Ok(Json(json!({ "staffMember": devstore.handle().add_staff_member(&new)? })))
}

/// `POST /_devstore/staff/change`: `{"staffMember", "firstName", "lastName", "email", "exists", "removed", "store"}`.
pub(super) async fn change_staff_member(State(devstore): State<Devstore>, body: Bytes) -> Controlled {
    let change: StaffChange = read(&body)?;
    devstore.handle().change_staff_member(&change)?;
    Ok(Json(json!({ "staffMember": change.staff_member })))
}
