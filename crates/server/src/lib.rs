//! The REST API, its description, events, and the web UI that is in the binary.
//!
//! It gives what the crates below can do an address: it reads a request, asks whether the caller may, calls one function,
//! and answers. Lists and records of every entity are served in one way (`records`), from the one description that
//! the entity has; so are their documentation and the filters they take.
//!
//! What it refuses to do: decide anything about business. A rule that is found here belongs in `connector`, `job-queue` or
//! `back-office`, where the command line obeys it too.
//!
//! Invariants: every route below `/api/v1` says whom it is for (a permission, whoever has signed in, or everyone), because
//! it can't be declared without; a change that leans on a cookie comes from a page of this server; every route is documented; every error has one form; no token, password or query is logged.

mod api;
mod app;
mod audited;
mod authentication;
mod authorisation;
mod back_office_sets;
mod body;
mod budgets;
mod connections;
mod consent;
mod cookie;
mod cue_events;
mod cue_setup;
mod cues;
mod customers;
mod data_requests;
mod encoding;
mod entries;
mod error;
mod events;
mod expected_receipts;
mod fault;
mod first_start;
mod first_sync;
mod going_live;
mod headers;
mod health;
mod imports;
mod item_journals;
mod item_pictures;
mod items;
mod journals;
mod kept_lists;
mod layers;
mod master;
mod metrics;
mod month_end;
mod openapi;
mod orders_set_aside;
mod orders_to_import;
mod origin;
mod outbound_webhooks;
mod parentheses;
mod permission_sets;
mod posting_actions;
mod price_lists;
mod printed;
mod question;
mod questions;
mod queue;
mod records;
mod refusal;
mod request_pages;
mod reservations;
mod router;
mod sales_documents;
mod seldom;
mod session;
mod sets;
mod shapes;
mod shop_lists;
mod shop_syncs;
mod shop_version;
mod shopify_bulk_operations;
mod shopify_catalogs;
mod shopify_changes;
mod shopify_companies;
mod shopify_customers;
mod shopify_items;
mod shopify_log;
mod shopify_order_actions;
mod shopify_order_mapping;
mod shopify_order_previews;
mod shopify_order_sets;
mod shopify_order_totals;
mod shopify_orders;
mod shopify_payouts;
mod shopify_product_edits;
mod shopify_product_matches;
mod shopify_product_sets;
mod shopify_products;
mod shopify_refund_sets;
mod shopify_refunds;
mod shopify_shipments;
mod shopify_stock;
mod shopify_transactions;
mod shops;
mod skipped_records;
mod stock_questions;
mod tokens;
mod upkeep;
mod user_settings;
mod users;
mod web;
mod webhook_secret;
mod webhooks;
mod zone;

pub use app::App;
pub use error::Error;
pub use events::{Change, Events};
pub use fault::Fault;
pub use first_start::{DemoData, FirstStart};
pub use imports::{File, Problem, Report, import, import_in, importable};
pub use metrics::Metrics;
pub use openapi::{openapi, openapi_json};
pub use router::router;
pub use shopify_order_previews::previewed;
pub use web::web_ui;
pub use zone::Zone;
