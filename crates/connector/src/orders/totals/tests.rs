//! Orders of every kind, and what their documents come to.

use back_office::sales::NewDocument;
use runtime::Random;
use rust_decimal::Decimal;
use serde_json::{Value, json};
use shopify::documents::orders::Order;
use values::Code;
use values::money::Amount;

use super::{DocumentTotals, difference, expected};
use crate::orders::import;
use crate::orders::mapping::Ground;
use crate::orders::options::DifferenceReason;
use crate::orders::process::new_order;
use crate::orders::staged::{Document, Sale};
use crate::shops;
use crate::shops::options::CurrencyHandling::{self, PresentmentCurrency, ShopCurrency};

pub(in crate::orders) fn ground(handling: CurrencyHandling) -> Ground {
    let mut shop = shops::Model::new(uuid::Uuid::nil(), Code::cut("DEMO"), "demo.myshopify.com".into(), String::new());
    shop.currency_handling = handling;
    Ground {
        shop,
        company_currency: Code::cut("NOK"),
        zone: chrono_tz::UTC,
        user: "KARI".into(),
        run: uuid::Uuid::nil(),
        now: "2026-03-03T09:00:00Z".parse().unwrap(),
        random: Random::seeded(1),
        mappings: Default::default(),
    }
}

/// An amount in both moneys: half of it in the second.
pub(in crate::orders) fn bag(amount: &str) -> Value {
    let half: Decimal = amount.parse::<Decimal>().unwrap() / Decimal::TWO;
    json!({ "shopMoney": { "amount": amount }, "presentmentMoney": { "amount": half.normalize().to_string() } })
}

pub(in crate::orders) fn line(id: u64, quantity: i32, price: &str, discount: &str) -> Value {
    json!({
        "id": format!("gid://shopify/LineItem/{id}"), "name": "Shirt", "title": "Shirt", "variantTitle": null,
        "sku": "1000", "vendor": null, "product": null, "variant": null, "quantity": quantity,
        "currentQuantity": quantity, "unfulfilledQuantity": quantity, "refundableQuantity": quantity,
        "isGiftCard": false, "taxable": true, "requiresShipping": true, "originalUnitPriceSet": bag(price),
        "discountAllocations": [{ "allocatedAmountSet": bag(discount) }], "customAttributes": [], "taxLines": [],
    })
}

/// An order without anything, which costs `total` of which `tax` is tax.
pub(in crate::orders) fn order(total: &str, tax: &str, lines: &[Value], fields: &[(&str, Value)]) -> Sale {
    imported(total, tax, lines, fields).sale
}

/// The same with all that the import tells of it.
pub(in crate::orders) fn imported(total: &str, tax: &str, lines: &[Value], fields: &[(&str, Value)]) -> Document {
    let mut order: Value = serde_json::from_str(include_str!("../import/order.json")).unwrap();
    let nothing = bag("0");
    for (field, value) in [
        ("totalPriceSet", bag(total)),
        ("currentTotalPriceSet", bag(total)),
        ("totalTaxSet", bag(tax)),
        ("currentTotalTaxSet", bag(tax)),
        ("currentTotalDiscountsSet", nothing.clone()),
        ("totalDiscountsSet", nothing.clone()),
        ("totalTipReceivedSet", nothing),
        ("lineItems", json!({ "nodes": lines, "pageInfo": { "hasNextPage": false } })),
        ("shippingLines", json!({ "nodes": [], "pageInfo": { "hasNextPage": false } })),
    ] {
        order[field] = value;
    }
    for (field, value) in fields {
        order[*field] = value.clone();
    }
    let order: Order = serde_json::from_value(order).unwrap();
    import::document(&ground(ShopCurrency).import(), &order, "digest", None).unwrap().document
}

pub(in crate::orders) fn shipping(price: &str, discount: &str) -> Value {
    let charge = json!({
        "id": "gid://shopify/ShippingLine/9", "title": "Standard", "code": null, "source": null,
        "deliveryCategory": null, "carrierIdentifier": null, "originalPriceSet": bag(price),
        "discountAllocations": [{ "allocatedAmountSet": bag(discount) }], "taxLines": [],
    });
    json!({ "nodes": [charge], "pageInfo": { "hasNextPage": false } })
}

/// What the lines of the document come to, after its discount; with `tax` on top where prices exclude it.
fn document(sale: &Sale, handling: CurrencyHandling, tax: &str) -> DocumentTotals {
    let new: NewDocument = new_order(&ground(handling), sale).unwrap();
    let net = new
        .lines
        .iter()
        .map(|line| line.quantity.decimal() * line.unit_price.unwrap().decimal() - line.line_discount_amount.decimal());
    let net = Amount::new(net.sum::<Decimal>()).unwrap() - new.invoice_discount;
    let vat: Amount = tax.parse().unwrap();
    DocumentTotals { vat, including_vat: if sale.order.vat_included { net } else { net + vat } }
}

/// Both documents agree with Shopify to the cent, and come to that in shop money.
pub(super) fn agrees(sale: &Sale, tax: &str, total: &str) {
    let totals = document(sale, ShopCurrency, tax);
    assert_eq!(totals.including_vat, total.parse().unwrap());
    assert_eq!(difference(sale, ShopCurrency, &totals), None);
    let half: Decimal = tax.parse::<Decimal>().unwrap() / Decimal::TWO;
    let totals = document(sale, PresentmentCurrency, &half.to_string());
    assert_eq!(difference(sale, PresentmentCurrency, &totals), None);
}

fn excluded() -> (&'static str, Value) {
    ("taxesIncluded", json!(false))
}

#[test]
fn tax_in_the_price() {
    agrees(&order("250.00", "50.00", &[line(1, 2, "125.00", "0")], &[]), "50", "250");
}

#[test]
fn tax_on_top_of_the_price() {
    agrees(&order("64.77", "4.80", &[line(1, 3, "19.99", "0")], &[excluded()]), "4.80", "64.77");
}

#[test]
fn discounts_of_lines_and_of_the_order_that_belong_to_lines() {
    let lines = [line(1, 2, "50.00", "19.00"), line(2, 1, "60.00", "6.00")];
    let all = [("currentTotalDiscountsSet", bag("25.00")), ("totalDiscountsSet", bag("25.00"))];
    let sale = order("135.00", "0", &lines, &all);
    assert!(expected(&sale, ShopCurrency).invoice_discount.is_zero());
    agrees(&sale, "0", "135");
}

#[test]
fn a_discount_that_belongs_to_no_line() {
    let all = [("currentTotalDiscountsSet", bag("25.00")), ("totalDiscountsSet", bag("25.00"))];
    let sale = order("135.00", "0", &[line(1, 1, "160.00", "10.00")], &all);
    assert_eq!(expected(&sale, ShopCurrency).invoice_discount, 15.into());
    assert_eq!(expected(&sale, PresentmentCurrency).invoice_discount, "7.5".parse().unwrap());
    agrees(&sale, "0", "135");
}

#[test]
fn shipping_with_tax_and_shipping_that_is_free_by_a_discount() {
    let fields = [excluded(), ("shippingLines", shipping("10.00", "0"))];
    agrees(&order("121.00", "11.00", &[line(1, 1, "100.00", "0")], &fields), "11", "121");
    let discounts = bag("10.00");
    let fields = [
        ("shippingLines", shipping("10.00", "10.00")),
        ("currentTotalDiscountsSet", discounts.clone()),
        ("totalDiscountsSet", discounts),
    ];
    agrees(&order("100.00", "0", &[line(1, 1, "100.00", "0")], &fields), "0", "100");
}

#[test]
fn a_tip_a_gift_card_and_a_line_that_was_written_by_hand() {
    let mut tip = line(2, 1, "5.00", "0");
    (tip["name"], tip["sku"]) = ("Tip".into(), Value::Null);
    let mut card = line(3, 1, "50.00", "0");
    card["isGiftCard"] = true.into();
    let mut engraving = line(4, 1, "12.34", "0");
    (engraving["title"], engraving["sku"]) = ("Engraving".into(), Value::Null);
    let lines = [line(1, 1, "40.00", "0"), tip, card, engraving];
    let sale = order("107.34", "0", &lines, &[("totalTipReceivedSet", bag("5.00"))]);
    agrees(&sale, "0", "107.34");
    let new = new_order(&ground(ShopCurrency), &sale).unwrap();
    let texts: Vec<_> = new.lines.iter().map(|line| line.description.as_deref()).collect();
    assert_eq!(texts, [None, None, None, Some("Engraving")]);
}

#[test]
fn a_gift_card_that_pays_changes_nothing() {
    // The order of the import is paid by a gift card and a card.
    let lines = [line(1, 1, "125.00", "0")];
    let sale = order("125.00", "25.00", &lines, &[]);
    assert_eq!(sale.order.gateway, "shopify_payments");
    agrees(&sale, "25", "125");
}

#[test]
fn duties_fees_and_the_rounding_of_cash() {
    let fee =
        json!([{ "id": "gid://shopify/AdditionalFee/7", "name": "Recycling", "price": bag("3.50"), "taxLines": [] }]);
    let rounding = json!({ "paymentSet": bag("-0.14"), "refundSet": bag("0") });
    let fields =
        [("originalTotalDutiesSet", bag("12.00")), ("additionalFees", fee), ("totalCashRoundingAdjustment", rounding)];
    let sale = order("115.50", "0", &[line(1, 1, "100.00", "0")], &fields);
    agrees(&sale, "0", "115.36");
    let parts = expected(&sale, ShopCurrency);
    assert_eq!((parts.duties, parts.additional_fees), (12.into(), "3.5".parse().unwrap()));
    let included = [fields.as_slice(), &[("dutiesIncluded", json!(true))]].concat();
    agrees(&order("103.50", "0", &[line(1, 1, "100.00", "0")], &included), "0", "103.36");
}

#[test]
fn duties_of_a_line_that_was_removed_before_it_was_paid_are_not_charged() {
    let mut removed = line(2, 1, "30.00", "0");
    removed["currentQuantity"] = 0.into();
    let fields = [
        ("currentTotalPriceSet", bag("108.00")),
        ("originalTotalDutiesSet", bag("12.00")),
        ("currentTotalDutiesSet", bag("8.00")),
    ];
    let sale = order("142.00", "0", &[line(1, 2, "50.00", "0"), removed], &fields);
    assert_eq!(expected(&sale, ShopCurrency).duties, 8.into());
    agrees(&sale, "0", "108");
}

#[test]
fn a_line_that_was_removed_before_it_was_paid_is_not_sold() {
    let mut removed = line(2, 1, "30.00", "0");
    removed["currentQuantity"] = 0.into();
    let sale = order("130.00", "0", &[line(1, 2, "50.00", "0"), removed], &[("currentTotalPriceSet", bag("100.00"))]);
    agrees(&sale, "0", "100");
    assert_eq!(new_order(&ground(ShopCurrency), &sale).unwrap().lines.len(), 1);
}

#[test]
fn what_was_paid_back_is_still_sold() {
    let mut returned = line(1, 2, "125.00", "0");
    returned["currentQuantity"] = 1.into();
    let fields = [("currentTotalPriceSet", bag("125.00")), ("totalRefundedSet", bag("125.00"))];
    agrees(&order("250.00", "50.00", &[returned], &fields), "50", "250");
}

#[test]
fn a_discount_shrinks_with_its_line_and_what_rounding_takes_is_given_on_the_whole() {
    let mut fewer = line(1, 3, "10.00", "1.00");
    fewer["currentQuantity"] = 1.into();
    // A third of one krone, as Shopify rounds it.
    let left = [
        ("currentTotalPriceSet", bag("9.66")),
        ("currentTotalDiscountsSet", bag("0.34")),
        ("totalDiscountsSet", bag("1.00")),
    ];
    let sale = order("29.00", "0", &[fewer], &left);
    let new = new_order(&ground(ShopCurrency), &sale).unwrap();
    assert_eq!(new.lines[0].line_discount_amount, "0.33".parse().unwrap());
    assert_eq!(new.invoice_discount, "0.01".parse().unwrap());
    agrees(&sale, "0", "9.66");
}

#[test]
fn every_difference_has_a_name() {
    let named = |sale: &Sale, totals: &DocumentTotals| difference(sale, ShopCurrency, totals).unwrap();
    let sale = order("64.77", "4.80", &[line(1, 3, "19.99", "0")], &[excluded()]);
    let totals = |vat: &str| document(&sale, ShopCurrency, vat);
    assert_eq!(named(&sale, &totals("4.79")), ("-0.01".parse().unwrap(), DifferenceReason::Rounding));
    assert_eq!(named(&sale, &totals("14.99")), ("10.19".parse().unwrap(), DifferenceReason::TaxSetup));
    let dearer = order("67.77", "4.80", &[line(1, 3, "19.99", "0")], &[excluded()]);
    assert_eq!(named(&dearer, &totals("4.80")), ((-3).into(), DifferenceReason::Fee));
    let cheaper = order("60.77", "4.80", &[line(1, 3, "19.99", "0")], &[excluded()]);
    assert_eq!(named(&cheaper, &totals("4.80")), (4.into(), DifferenceReason::Discount));
    let mut changed = totals("4.80");
    changed.including_vat += 7.into();
    assert_eq!(named(&sale, &changed), (7.into(), DifferenceReason::OtherReason));
}
