use axum::extract::Path;
use axum::http::header::{self, HeaderName};
use axum::response::{IntoResponse, Response};

use super::super::graphql::not_found;

/// What the page may do: what is of this devstore, and nothing inline; no text ever becomes markup.
const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src data:; connect-src 'self'; \
    base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'";

const STYLE: &str = "text/css; charset=utf-8";
const SCRIPT: &str = "text/javascript; charset=utf-8";

/// What the page consists of: names, types and contents.
const FILES: &[(&str, &str, &str)] = &[
    ("forms.css", STYLE, include_str!("files/forms.css")),
    ("page.css", STYLE, include_str!("files/page.css")),
    ("budget.js", SCRIPT, include_str!("files/budget.js")),
    ("cancel.js", SCRIPT, include_str!("files/cancel.js")),
    ("catalog.js", SCRIPT, include_str!("files/catalog.js")),
    ("dialog.js", SCRIPT, include_str!("files/dialog.js")),
    ("drafts.js", SCRIPT, include_str!("files/drafts.js")),
    ("edit.js", SCRIPT, include_str!("files/edit.js")),
    ("elements.js", SCRIPT, include_str!("files/elements.js")),
    ("faults.js", SCRIPT, include_str!("files/faults.js")),
    ("format.js", SCRIPT, include_str!("files/format.js")),
    ("journal.js", SCRIPT, include_str!("files/journal.js")),
    ("main.js", SCRIPT, include_str!("files/main.js")),
    ("order.js", SCRIPT, include_str!("files/order.js")),
    ("orders.js", SCRIPT, include_str!("files/orders.js")),
    ("payments.js", SCRIPT, include_str!("files/payments.js")),
    ("place.js", SCRIPT, include_str!("files/place.js")),
    ("products.js", SCRIPT, include_str!("files/products.js")),
    ("refund.js", SCRIPT, include_str!("files/refund.js")),
    ("server.js", SCRIPT, include_str!("files/server.js")),
    ("tabs.js", SCRIPT, include_str!("files/tabs.js")),
    ("unreliable.js", SCRIPT, include_str!("files/unreliable.js")),
    ("webhooks.js", SCRIPT, include_str!("files/webhooks.js")),
];

/// `GET /`.
pub(super) async fn page() -> Response {
    served("text/html; charset=utf-8", include_str!("files/index.html"))
}

/// `GET /_devstore/page/{file}`.
pub(super) async fn file(Path(file): Path<String>) -> Response {
    match FILES.iter().find(|(name, ..)| *name == file) {
        Some((_, kind, text)) => served(kind, text),
        None => not_found().await,
    }
}

fn served(kind: &'static str, text: &'static str) -> Response {
    let headers: [(HeaderName, &str); 5] = [
        (header::CONTENT_TYPE, kind),
        (header::CONTENT_SECURITY_POLICY, POLICY),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (header::REFERRER_POLICY, "no-referrer"),
        (header::CACHE_CONTROL, "no-cache"),
    ];
    (headers, text).into_response()
}
