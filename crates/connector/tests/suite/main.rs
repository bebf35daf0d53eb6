//! What the connector promises: from an order in a store to its sales order, on both engines, against a devstore in
//! process and on a clock that stands still.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stdout,
    missing_docs,
    reason = "a test that fails should stop at once, where it fails"
)]

mod amounts;
mod applied;
mod authorizing;
mod bad_input;
mod bulk_operations;
mod by_hand;
mod calls;
mod catalogs;
mod companies;
mod connecting;
mod cost;
mod credited;
mod customers;
mod disputes;
mod door;
mod edits;
mod events_told;
mod failing;
mod faulty;
mod filters;
mod first_sync;
mod forgetting;
mod gallery;
mod generated;
mod gift_cards;
mod going_live;
mod goods;
mod in_bulk;
mod installations;
mod invoices;
mod keys;
mod kinds;
mod linked;
mod mapped_names;
mod mapping;
mod marking;
mod moved;
mod odd_products;
mod once;
mod one_click;
mod outlet;
mod overlap;
mod particulars;
mod payouts;
mod pictures;
mod pictures_from_shopify;
mod pictures_taken_away;
mod pictures_unanswered;
mod pictures_uploaded;
mod places;
mod posting;
mod previewing;
mod product_cost;
mod product_items;
mod product_items_cards;
mod product_mapping;
mod product_worksheet;
mod products;
mod proof;
mod refunding;
mod refunds;
mod registering;
mod renewing;
mod repeating;
mod returns;
mod round_trip;
mod sharing;
mod shipments;
mod shipping;
mod shops;
mod spoilt;
mod staff;
mod stock;
mod store;
mod taxed;
mod telling;
mod to_import;
mod toggle;
mod usage;
mod variant_prices;
mod vat_check;
mod webhooks;
mod worked;
mod world;

use devstore::testing::paid_back;
