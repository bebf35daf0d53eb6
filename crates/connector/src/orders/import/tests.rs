//! Whole orders through the import, from the JSON that Shopify gives.

use chrono::{DateTime, Utc};
use runtime::Random;
use shopify::documents::orders::Order;
use values::Code;
use values::money::Amount;

use super::{Ground, Imported, Reported, document, hash, hash_of_closed, queue_row};
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
    let Imported { document, customer, variants, .. } = import(&json(), None);
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
    let taxed: Vec<_> = document.told.tax_lines.iter().map(|tax| (tax.parent_type, tax.parent_id)).collect();
    assert_eq!(taxed, [(Parent::OrderLine, 11), (Parent::Order, 5001)]);
    assert_eq!(document.told.attributes[0].key, "gift");
    assert_eq!(customer.unwrap().shopify_customer_id, 7);
    assert_eq!(variants[0].barcode, "57");
}

#[test]
fn every_discount_code_is_kept() {
    let mut json = json();
    json["discountCodes"] = serde_json::json!(["SAVE25", "FREESHIP"]);
    assert_eq!(import(&json, None).document.sale.order.discount_codes, "SAVE25, FREESHIP");
}

#[test]
fn payments_terms_place_and_risks_are_staged() {
    let Imported { document, .. } = import(&json(), None);
    let order = &document.sale.order;
    assert_eq!((order.retail_location_id, order.retail_location_name.as_str()), (31, "Torget"));
    assert_eq!(order.staff_member_id, 41);
    assert_eq!((order.payment_terms_type.caption(), order.payment_terms_name.as_str()), ("Net", "Net 30"));
    assert_eq!(order.due_date.unwrap().to_string(), "2026-04-02", "the day is that of the company's zone");
    assert_eq!(order.gateway, "shopify_payments", "by which most of it is paid");
    assert_eq!(
        (order.total_received_amount, order.presentment_total_received_amount),
        (amount("707.75"), amount("95"))
    );
    let [gift, card] = document.sale.transactions.as_slice() else { panic!("two payments") };
    assert_eq!((gift.gift_card_id, gift.amount, gift.presentment_amount), (999, amount("207.75"), amount("27.89")));
    assert_eq!((gift.currency_code.as_str(), gift.presentment_currency_code.as_str()), ("DKK", "EUR"));
    assert_eq!((card.parent_id, card.rounding_amount), (20, amount("-0.25")));
    assert_eq!((card.credit_card_company.as_str(), card.credit_card_number.as_str()), ("Visa", "•••• 4242"));
    let risks: Vec<_> = document.told.risks.iter().map(|risk| (risk.level.caption(), risk.message.as_str())).collect();
    assert_eq!(risks, [("Low", "Paid by a known card"), ("Low", "Ships abroad"), ("Medium", "")]);
    let wish = &document.told.line_attributes[0];
    assert_eq!((wish.line_id, wish.key.as_str(), wish.value.as_str()), (12, "engraving", "Kari"));
}

#[test]
fn what_was_sent_is_staged_with_its_tracking() {
    let Imported { document, .. } = import(&json(), None);
    let [sent] = document.told.fulfillments.as_slice() else { panic!("one fulfilment") };
    assert_eq!((sent.shopify_fulfillment_id, sent.name.as_str(), sent.total_quantity), (91, "#1001.1", 1));
    assert_eq!((sent.status.caption(), sent.delivery_status.caption()), ("Success", "Out For Delivery"));
    assert_eq!((sent.tracking_number.as_str(), sent.tracking_company.as_str()), ("370001,370002", "Posten"));
    assert_eq!((sent.tracking_url.as_str(), sent.location_id), ("https://carrier.example/370001", 31));
}

#[test]
fn what_an_app_may_not_read_is_not_there() {
    let mut json = json();
    json["fulfillments"][0].as_object_mut().unwrap().remove("location");
    for part in ["retailLocation", "paymentTerms", "staffMember"] {
        json.as_object_mut().unwrap().remove(part);
    }
    let order = import(&json, None).document.sale.order;
    assert_eq!((order.retail_location_id, order.payment_terms_type.caption(), order.due_date), (0, "", None));
    assert_eq!(order.staff_member_id, 0);
}

#[test]
fn what_does_not_fit_is_cut_and_told() {
    let mut long = json();
    long["note"] = "🎁".repeat(10_001).into();
    long["poNumber"] = "P".repeat(60).into();
    let order = import(&long, None).document.sale.order;
    assert_eq!(order.work_description.chars().count(), 10_000);
    assert_eq!(order.po_number.len(), 60);
    assert_eq!(
        order.import_warning,
        "The note has 10001 characters: the first 10000 are kept. PO Number has 60 characters: the first 35 go into the \
         document."
    );
    assert_eq!(import(&json(), None).document.sale.order.import_warning, "");
}

#[test]
fn an_order_of_a_person_who_was_forgotten_is_staged() {
    let mut redacted = json();
    for part in ["customer", "purchasingEntity", "displayAddress", "shippingAddress", "billingAddress", "email"] {
        redacted[part] = serde_json::Value::Null;
    }
    let Imported { document, customer, .. } = import(&redacted, None);
    let order = &document.sale.order;
    assert_eq!((order.sell_to_customer_name.as_str(), order.email.as_str(), customer), ("", "", None));
    assert_eq!(order.total_amount, amount("707.75"));
}

#[test]
fn a_tip_is_known_in_every_language() {
    let mut drikkepenger = json();
    let tip = drikkepenger["lineItems"]["nodes"][0]["originalUnitPriceSet"].clone();
    drikkepenger["lineItems"]["nodes"][0]["name"] = "Driks".into();
    drikkepenger["totalTipReceivedSet"] = money("0", "0");
    assert!(!import(&drikkepenger, None).document.sale.lines[1].tip, "the order tells of no tip");
    drikkepenger["totalTipReceivedSet"] = tip;
    assert!(import(&drikkepenger, None).document.sale.lines[1].tip);
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
    assert_eq!(hash(&content), hash(&later));
    assert_ne!(hash(&content), hash(&other));
}

#[test]
fn what_we_write_ourselves_does_not_count() {
    let plain = hash(&json().to_string());
    let mut archived = json();
    archived["closed"] = true.into();
    archived["closedAt"] = "2026-03-05T10:00:00Z".into();
    assert_ne!(hash(&archived.to_string()), plain);
    assert_eq!(hash(&archived.to_string()), hash_of_closed(&plain));
    let own = serde_json::json!({ "key": "BC Doc. No.", "value": "101001" });
    for at in 0..2 {
        let mut written = json();
        written["customAttributes"].as_array_mut().unwrap().insert(at, own.clone());
        assert_eq!(hash(&written.to_string()), plain, "{at}");
    }
    let (mut alone, mut none) = (json(), json());
    alone["customAttributes"] = serde_json::json!([own]);
    none["customAttributes"] = serde_json::json!([]);
    assert_eq!(hash(&alone.to_string()), hash(&none.to_string()));
    let mut other = json();
    other["customAttributes"].as_array_mut().unwrap().push(serde_json::json!({ "key": "other", "value": "101001" }));
    assert_ne!(hash(&other.to_string()), plain);
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
