//! The page at the root, and what only it asks for: a person looks at the stores through it and acts as their merchant.

mod assets;
mod merchant;
mod pulse;
mod stores;

use axum::Router;
use axum::middleware::from_fn;
use axum::routing::{get, post};

use super::graphql::not_found;
use super::local;
use crate::devstore::Devstore;

pub(super) fn routes() -> Router<Devstore> {
    let stores = Router::new()
        .route("/_devstore/stores", get(stores::stores))
        .route("/_devstore/stores/{store}/pulse", get(pulse::pulse))
        .route("/_devstore/stores/{store}/graphql.json", post(merchant::graphql))
        .route_layer(from_fn(local::own_page_here));
    Router::new()
        // What is no GET was never there, as at the real store.
        .route("/", get(assets::page).fallback(not_found))
        .route("/_devstore/page/{file}", get(assets::file))
        .merge(stores)
}
