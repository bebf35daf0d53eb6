//! Whole orders through the import, from the JSON that Shopify gives.

use chrono::{DateTime, Utc};
use runtime::Random;
use shopify::documents::orders::Order;
use values::Code;
use values::money::Amount;

use super::{Ground, Imported, Reported, document, hash, queue_row};
use crate::orders::options::{FinancialStatus, ImportAction, PurchasingEntity};
use crate::orders::staged::tax_line::Parent;
use crate::shops;

fn money(shop: &str, presentment: &str) -> serde_json::Value {
    serde_json::json!({ "shopMoney": { "amount": shop }, "presentmentMoney": { "amount": presentment } })
}

/// An order in presentment money, with a discount, shipping, taxes, a tip and an attribute.
fn json() -> serde_json::Value {
    serde_json::from_str(include_str!("order.json")).unwrap()
}

fn now() -> DateTime<Utc> {
    "2026-03-03T09:00:00Z".parse().unwrap()
}

fn shop() -> shops::Model {
    shops::Model::new(uuid::Uuid::nil(), Code::cut("DEMO"), "demo.myshopify.com".into(), String::new())
}

fn import(json: &serde_json::Value, before: Option<&crate::orders::staged::Sale>) -> Imported {
    let (shop, random) = (shop(), Random::seeded(1));
    let ground = Ground { shop: &shop, zone: chrono_tz::Europe::Oslo, now: now(), random: &random };
    let order: Order = serde_json::from_value(json.clone()).unwrap();
    document(&ground, &order, "digest", before).unwrap()
}

fn amount(text: &str) -> Amount {
    text.parse().unwrap()
}

#[test]
fn an_order_is_staged_with_both_moneys() {
    let Imported { document, customer, variants } = import(&json(), None);
    let order = &document.sale.order;
    assert_eq!((order.shopify_order_id, order.shopify_order_number.as_str()), (5001, "#1001"));
    assert_eq!(order.document_date.to_string(), "2026-03-03", "the day is that of the company's zone");
    assert_eq!((order.total_amount, order.presentment_total_amount), (amount("707.75"), amount("95")));
    assert_eq!(order.sell_to_customer_name, "Kari Nordmann", "the customer's name stands in for that of the address");
    assert_eq!((order.email.as_str(), order.phone_number.as_str()), ("kari@example.com", "+47 22 33"));
    assert_eq!(order.tags, "[vip] [a, b]");
    assert_eq!(order.financial_status, FinancialStatus::Paid);
    let lines = &document.sale.lines;
    assert_eq!(lines.iter().map(|line| line.line_id).collect::<Vec<_>>(), [11, 12]);
    assert_eq!(lines[0].presentment_discount_amount, amount("10"));
    assert!(lines[1].tip && !lines[0].tip);
    assert_eq!(document.sale.shipping_charges[0].amount, amount("37.25"));
    let taxed: Vec<_> = document.tax_lines.iter().map(|tax| (tax.parent_type, tax.parent_id)).collect();
    assert_eq!(taxed, [(Parent::OrderLine, 11), (Parent::Order, 5001)]);
    assert_eq!(document.attributes[0].key, "gift");
    assert_eq!(customer.unwrap().shopify_customer_id, 7);
    assert_eq!(variants[0].barcode, "57");
}

#[test]
fn a_new_import_keeps_what_people_and_processing_added() {
    let mut before = import(&json(), None).document.sale;
    before.order.sell_to_customer_number = Code::cut("C10");
    before.order.sales_order_number = Code::cut("SO1");
    before.order.processed = true;
    before.lines[0].item_number = Code::cut("1000");
    let mut changed = json();
    changed["displayFulfillmentStatus"] = "FULFILLED".into();
    changed["displayAddress"]["city"] = "Bergen".into();
    let after = import(&changed, Some(&before)).document.sale;
    assert_eq!(after.order.id, before.order.id);
    assert_eq!(after.order.fulfillment_status.caption(), "Fulfilled");
    assert_eq!(after.order.sell_to_city, "Oslo", "an address is taken once");
    assert_eq!((after.order.sales_order_number.as_str(), after.order.processed), ("SO1", true));
    assert_eq!(after.lines[0].item_number, "1000");
}

#[test]
fn the_queue_row_has_what_filters_ask_for() {
    let content = json().to_string();
    let order: Order = serde_json::from_str(&content).unwrap();
    let reported = Reported { store: "demo.myshopify.com", content_hash: "x".into(), action: ImportAction::New };
    let row = queue_row(uuid::Uuid::nil(), &order, &reported).unwrap();
    assert!(row.fully_paid && !row.unpaid && row.confirmed);
    assert_eq!(row.order_amount, amount("707.75"));
    assert_eq!(row.purchasing_entity, PurchasingEntity::Customer);
    assert_eq!(row.sell_to_country_region_code, "NO");
    assert_eq!(row.attribute_keys, "gift");
}

#[test]
fn only_the_time_of_change_does_not_count() {
    let content = json().to_string();
    let later = content.replace("2026-03-02T23:31:00Z", "2026-03-04T10:00:00Z");
    let other = content.replace("Oslo", "Bergen");
    let of = |content: &str, updated_at: &str| hash(content, updated_at);
    assert_eq!(of(&content, "2026-03-02T23:31:00Z"), of(&later, "2026-03-04T10:00:00Z"));
    assert_ne!(of(&content, "2026-03-02T23:31:00Z"), of(&other, "2026-03-02T23:31:00Z"));
}

#[test]
fn what_cannot_be_stored_names_the_field() {
    let mut huge = json();
    huge["totalPriceSet"] = money("99999999999999999", "1");
    let (shop, random) = (shop(), Random::seeded(1));
    let ground = Ground { shop: &shop, zone: chrono_tz::UTC, now: now(), random: &random };
    let order: Order = serde_json::from_value(huge).unwrap();
    let refused = document(&ground, &order, "digest", None).unwrap_err();
    assert!(refused.to_string().starts_with("totalPriceSet can't be stored"), "{refused}");
}
