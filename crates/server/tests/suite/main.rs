//! What the API promises, on both engines, in process.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    missing_docs,
    reason = "a test that fails should stop at once, where it fails"
)]

mod audit_log;
mod authentication;
mod bad_entries;
mod beside_another_erp;
mod bulk_operations;
mod call;
mod cancelled;
mod categories;
mod changes;
mod chosen_orders;
mod chosen_refunds;
mod connections;
mod consent;
mod cues;
mod description;
mod documents;
mod entry_changes;
mod events;
mod files;
mod filters;
mod first_start;
mod going_live;
mod headers;
mod imports;
mod intake;
mod job_log;
mod journals;
mod kept_lists;
mod kept_request_pages;
mod ledgers;
mod lists;
mod master_data;
mod object_filters;
mod object_reference;
mod order_actions;
mod order_mapping;
mod payouts;
mod permissions;
mod posting_actions;
mod price_lists;
mod printed;
mod queue_setup;
mod records;
mod request_ids;
mod request_pages;
mod sales_documents;
mod scheduled_jobs;
mod session;
mod shop_syncs;
mod shopify_catalogs;
mod shopify_companies;
mod shopify_customers;
mod shopify_items;
mod shopify_log;
mod shopify_products;
mod shopify_shipments;
mod shopify_stock;
mod staff_members;
mod stock;
mod tasks;
mod transactions;
mod usage;
mod user_settings;
mod users;
mod web_ui;
mod webhooks;
mod worked_customers;
mod worked_orders;
mod world;
