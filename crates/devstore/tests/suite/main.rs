//! What a client of a store may rely on, asked in plain GraphQL, in process, on a manual clock.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stderr,
    missing_docs,
    reason = "a test that fails should stop at once, where it fails"
)]

mod access;
mod account;
mod account_searches;
mod bulk;
mod bulk_mutations;
mod bulk_queries;
mod catalogs;
mod changed_price_lists;
mod clients;
mod companies;
mod company_roles;
mod control;
mod costs;
mod customer_merges;
mod customer_sets;
mod customer_wishes;
mod customers;
mod disputes;
mod draft_completion;
mod draft_money;
mod draft_refusals;
mod draft_searches;
mod draft_webhooks;
mod drafts;
mod edited_discounts;
mod faults;
mod files;
mod fulfilment;
mod fulfilment_parts;
mod full_schema;
mod idempotency;
mod inventory;
mod inventory_refusals;
mod inventory_webhooks;
mod journey;
mod known_costs;
mod levels;
mod locations;
mod media;
mod money_inputs;
mod oauth;
mod options;
mod order_edits;
mod orders;
mod pages;
mod payments;
mod payouts;
mod plan_limits;
mod price_lists;
mod product_files;
mod product_sets;
mod product_webhooks;
mod products;
mod progress;
mod publications;
mod quantity_pricing;
mod refunded_pieces;
mod refunds;
mod refusals;
mod returns;
mod root_page;
mod searches;
mod seeds;
mod shop;
mod shoppers;
mod special_orders;
mod staff;
mod stock;
mod variants;
mod versions;
mod webhooks;
mod whole_orders;
