//! The HTTP of a store, and the control endpoints beside it.

mod authorised;
mod backstage;
mod base;
mod control;
mod deliver;
mod files;
mod form;
mod graphql;
mod images;
mod local;
mod oauth;
mod page;
mod payments;
mod platform;
mod uploads;
mod webhooks;

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::middleware::from_fn;
use axum::routing::{get, post};
use tower_http::compression::CompressionLayer;

use crate::devstore::Devstore;

/// A product with all its variants fits.
const MAX_BODY: usize = 16 * 1024 * 1024;

pub(crate) fn router(devstore: Devstore) -> Router {
    let apps = Router::new()
        .route("/admin/api/{version}/graphql.json", post(graphql::graphql))
        .route("/admin/oauth/access_scopes.json", get(oauth::scopes))
        .route("/admin/oauth/access_token", post(oauth::token))
        .route("/admin/oauth/authorize", get(oauth::ask).post(oauth::approve))
        .route("/_devstore/files/{store}/{file}", get(files::download).layer(CompressionLayer::new()))
        .route("/_devstore/images/{store}/{media}/{name}", get(images::image))
        .route(
            "/_devstore/uploads/{store}",
            post(uploads::post).put(uploads::put).layer(DefaultBodyLimit::max(uploads::LARGEST)),
        );
    apps.merge(page::routes())
        .merge(control())
        .fallback(graphql::not_found)
        .layer(DefaultBodyLimit::max(MAX_BODY))
        .with_state(devstore)
}

fn control() -> Router<Devstore> {
    Router::new()
        .route("/_devstore/journal", get(control::journal))
        .route("/_devstore/journal/summary", get(control::summary))
        .route("/_devstore/reset", post(control::reset))
        .route("/_devstore/snapshot", post(control::snapshot))
        .route("/_devstore/restore", post(control::restore))
        .route("/_devstore/access", get(platform::access).post(platform::set_access))
        .route("/_devstore/clock", get(control::clock).post(control::clock))
        .route("/_devstore/limits", get(control::limits).post(control::set_limits))
        .route("/_devstore/faults", get(control::faults).post(control::set_faults))
        .route("/_devstore/versions", get(platform::versions).post(platform::set_versions))
        .route("/_devstore/idempotency", post(platform::set_idempotency))
        .route("/_devstore/orders", post(control::orders))
        .route("/_devstore/purchases", post(backstage::buy))
        .route("/_devstore/services", post(backstage::add_service))
        .route("/_devstore/items", post(backstage::change_item))
        .route("/_devstore/customers", post(backstage::change_customer))
        .route("/_devstore/plan", post(backstage::set_plan))
        .route("/_devstore/staff", post(backstage::add_staff_member))
        .route("/_devstore/staff/change", post(backstage::change_staff_member))
        .route("/_devstore/sending", post(backstage::change_sending))
        .route("/_devstore/orders/special", post(control::make_special))
        .route("/_devstore/payments", get(payments::account).post(payments::set_account))
        .route("/_devstore/payments/adjust", post(payments::adjust))
        .route("/_devstore/payouts", post(payments::pay_out))
        .route("/_devstore/payouts/change", post(payments::change_payout))
        .route("/_devstore/disputes", post(payments::open_dispute))
        .route("/_devstore/disputes/change", post(payments::change_dispute))
        .route("/_devstore/webhooks", get(webhooks::webhooks))
        .route("/_devstore/webhooks/announce", post(webhooks::announce))
        .route("/_devstore/webhooks/deliver", post(webhooks::deliver))
        .route("/_devstore/webhooks/faults", post(webhooks::set_faults))
        .route_layer(from_fn(local::own_page))
}
