use axum::Router;
use axum::middleware::from_fn_with_state;
use back_office::{customers, items};
use tower::Layer as _;
use tower::util::MapRequestLayer;
use utoipa_swagger_ui::SwaggerUi;

use crate::api::Api;
use crate::authentication::authenticate;
use crate::openapi::{BASE, document};
use crate::origin::not_elsewhere;
use crate::parentheses::rewrite;
use crate::web::Web;
use crate::{
    App, connections, consent, cues, data_requests, entries, events, expected_receipts, first_start, first_sync,
    going_live, health, imports, item_journals, item_pictures, journals, kept_lists, layers, master, orders_set_aside,
    orders_to_import, posting_actions, price_lists, printed, questions, queue, request_pages, reservations,
    sales_documents, session, sets, shop_lists, shop_syncs, shop_version, shopify_bulk_operations, shopify_catalogs,
    shopify_changes, shopify_customers, shopify_items, shopify_log, shopify_order_actions, shopify_order_mapping,
    shopify_order_previews, shopify_order_totals, shopify_orders, shopify_payouts, shopify_product_edits,
    shopify_refunds, shopify_stock, shops, skipped_records, stock_questions, tokens, user_settings, users, web,
    webhook_secret, webhooks,
};
use crate::{cue_setup, outbound_webhooks, permission_sets};
use crate::{shopify_companies, shopify_product_matches, shopify_products, shopify_shipments};

/// Everything the server answers.
pub fn router(app: App) -> Router {
    let Api { router, public, paths } = api();
    let public = public.route_layer(from_fn_with_state(app.clone(), not_elsewhere));
    let api = router.route_layer(from_fn_with_state(app.clone(), authenticate)).merge(public);
    let routes = Router::new()
        .nest(BASE, api)
        .merge(SwaggerUi::new("/api/docs").url("/api/openapi.json", document(paths)))
        .merge(health::routes())
        .merge(webhooks::routes(&app))
        .merge(consent::routes())
        .fallback(web::page::<Web>);
    let (clock, random) = (app.clock.clone(), app.random.clone());
    let routes = layers::around(routes.with_state(app), clock, random);
    // A path is rewritten before it is routed, so the routes stand inside.
    Router::new().fallback_service(MapRequestLayer::new(rewrite).layer(routes))
}

/// The routes of the API, with their documentation.
pub(crate) fn api() -> Api {
    let mut api = Api::new();
    sets::serve(&mut api);
    entries::serve(&mut api);
    queue::serve(&mut api);
    request_pages::serve(&mut api);
    shops::serve(&mut api);
    connections::serve(&mut api);
    consent::serve(&mut api);
    shopify_orders::serve(&mut api);
    shopify_products::serve(&mut api);
    shopify_product_matches::serve(&mut api);
    orders_set_aside::serve(&mut api);
    orders_to_import::serve(&mut api);
    first_sync::serve(&mut api);
    going_live::serve(&mut api);
    shopify_order_actions::serve(&mut api);
    shopify_order_mapping::serve(&mut api);
    shopify_order_totals::serve(&mut api);
    shopify_order_previews::serve(&mut api);
    shopify_refunds::serve(&mut api);
    shopify_payouts::serve(&mut api);
    shopify_shipments::serve(&mut api);
    shopify_bulk_operations::serve(&mut api);
    shopify_catalogs::serve(&mut api);
    shopify_stock::serve(&mut api);
    shopify_changes::serve(&mut api);
    shopify_customers::serve(&mut api);
    shopify_companies::serve(&mut api);
    shopify_items::serve(&mut api);
    shopify_product_edits::serve(&mut api);
    skipped_records::serve(&mut api);
    data_requests::serve(&mut api);
    webhook_secret::serve(&mut api);
    shopify_log::serve(&mut api);
    shop_version::serve(&mut api);
    shop_lists::serve(&mut api);
    shop_syncs::serve(&mut api);
    master::serve::<customers::Entity>(&mut api);
    master::serve::<items::Entity>(&mut api);
    kept_lists::serve(&mut api);
    imports::serve(&mut api);
    sales_documents::serve(&mut api);
    posting_actions::serve(&mut api);
    printed::serve(&mut api);
    journals::serve(&mut api);
    item_journals::serve(&mut api);
    expected_receipts::serve(&mut api);
    price_lists::serve(&mut api);
    item_pictures::serve(&mut api);
    reservations::serve(&mut api);
    stock_questions::serve(&mut api);
    questions::serve(&mut api);
    users::serve(&mut api);
    tokens::serve(&mut api);
    cues::serve(&mut api);
    cue_setup::serve(&mut api);
    permission_sets::serve(&mut api);
    outbound_webhooks::serve(&mut api);
    user_settings::serve(&mut api);
    events::serve(&mut api);
    session::serve(&mut api);
    first_start::serve(&mut api);
    api
}
