//! What the documents of refunds come to, in the money of their orders.

use back_office::sales::{LineKind, NewLine};
use rust_decimal::Decimal;
use serde_json::{Value, json};
use values::Code;
use values::money::Amount;

use super::balance::before_tax;
use super::check::check;
use super::document::document;
use super::lines::lines;
use super::money::Credited;
use super::refusal::Refusal;
use crate::orders::mapping::Ground;
use crate::orders::refunds::told::{back, ground, line, order, read_of, refund, returned, shipping_back};
use crate::orders::staged::Document;
use crate::orders::totals::tests::bag;
use crate::shops::options::CurrencyHandling::PresentmentCurrency;
use crate::skipped::cause::Account;

fn credited(document: &Document, refunds: &[Value], returns: &[Value]) -> Credited {
    let (mut sale, mut back) = read_of(document, refunds, returns);
    sale.order.processed = true;
    sale.order.sales_order_number = Code::cut("SO-1");
    let of_returns = back.returns.into_iter().flat_map(|(_, lines)| lines).collect();
    let mut transactions = document.sale.transactions.clone();
    transactions.iter_mut().for_each(|one| one.refund_id = 900);
    Credited { refunded: back.refunds.remove(0), sale, transactions, return_lines: of_returns }
}

/// What the lines come to before taxes that come on top.
fn net(lines: &[NewLine]) -> Amount {
    let of = |line: &NewLine| {
        line.quantity.decimal() * line.unit_price.unwrap().decimal() - line.line_discount_amount.decimal()
    };
    Amount::new(lines.iter().map(of).sum::<Decimal>()).unwrap()
}

fn made(ground: &Ground, credited: &Credited) -> Vec<(&'static str, String, String, String, String)> {
    let lines = lines(ground, credited).unwrap();
    let told = |line: &NewLine| {
        let kind = match line.kind {
            LineKind::Comment => "comment",
            LineKind::Item => "item",
            LineKind::Account => "account",
        };
        let price = line.unit_price.unwrap().to_string();
        (kind, line.number.to_string(), line.quantity.to_string(), price, line.line_discount_amount.to_string())
    };
    lines.iter().map(told).collect()
}

fn row(
    kind: &'static str,
    number: &str,
    quantity: &str,
    price: &str,
    discount: &str,
) -> (&'static str, String, String, String, String) {
    (kind, number.into(), quantity.into(), price.into(), discount.into())
}

fn excluded() -> (&'static str, Value) {
    ("taxesIncluded", json!(false))
}

/// Example 12.
#[test]
fn a_piece_that_came_back_is_credited_at_its_price() {
    let document = order("250.00", "50.00", &[line(1, (2, 1), "125.00", "0")], &[]);
    let refund = refund("125.00", &[back(1, 1, "RETURN", ("125.00", "125.00", "25.00"))], &[]);
    let credited = credited(&document, &[refund], &[]);
    assert_eq!(check(&credited), Ok(()));
    assert_eq!(made(&ground(), &credited), [row("item", "1000", "1", "125", "0")]);
    assert_eq!(credited.target(), 125.into());
}

/// Example 13.
#[test]
fn a_discount_is_what_the_subtotal_lacks() {
    let document = order("100.00", "20.00", &[line(1, (2, 1), "50.00", "20.00")], &[excluded()]);
    let refund = refund("50.00", &[back(1, 1, "RETURN", ("50.00", "40.00", "10.00"))], &[]);
    let credited = credited(&document, &[refund], &[]);
    assert_eq!(made(&ground(), &credited), [row("item", "1000", "1", "50", "10")]);
}

#[test]
fn what_was_never_sold_here_is_not_credited_here() {
    let order = order("100.00", "20.00", &[line(1, (1, 1), "80.00", "0")], &[excluded()]);
    let mut credited = credited(&order, &[refund("30.00", &[], &[])], &[]);
    credited.sale.order.sales_order_number = Code::blank();
    assert!(matches!(check(&credited), Err(Refusal::NotSoldHere(_))));
    credited.sale.order.sales_invoice_number = Code::cut("SI-1");
    assert_eq!(check(&credited), Ok(()));
}

#[test]
fn a_subtotal_above_its_price_is_the_price() {
    let document = order("10.01", "0", &[line(1, (3, 0), "3.33", "0")], &[]);
    let refund = refund("10.01", &[back(1, 3, "RETURN", ("3.33", "10.01", "0"))], &[]);
    let credited = credited(&document, &[refund], &[]);
    assert_eq!(made(&ground(), &credited), [row("item", "1000", "3", "3.33667", "0")]);
}

/// Example 15, before its balance.
#[test]
fn goodwill_has_no_lines_but_the_one_that_balances_it() {
    let order = order("100.00", "20.00", &[line(1, (1, 1), "80.00", "0")], &[excluded()]);
    let credited = credited(&order, &[refund("30.00", &[], &[])], &[]);
    assert_eq!(check(&credited), Ok(()));
    assert_eq!(made(&ground(), &credited), []);
    let (new, is_alone) = document(&ground(), &credited, None).unwrap();
    assert!(is_alone && new.lines.len() == 1);
    let cent = Decimal::new(1, 2);
    assert_eq!(before_tax(30.into(), "37.5".parse().unwrap(), 25.into(), cent).to_string(), "24");
    assert_eq!(before_tax(30.into(), "32.475".parse().unwrap(), Decimal::ZERO, cent).to_string(), "27.71", "sales tax");
}

/// Example 20.
#[test]
fn an_exchange_has_both_sides_and_needs_no_balance() {
    let lines_of_order = [line(1, (1, 0), "1893.00", "0"), line(2, (1, 1), "365.00", "0")];
    let document = order("2258.00", "0", &lines_of_order, &[]);
    let of_return = [("return", json!({ "id": "gid://shopify/Return/600" }))];
    let refund = refund("1528.00", &[back(1, 1, "RETURN", ("1893.00", "1893.00", "0"))], &of_return);
    let credited = credited(&document, &[refund], &[returned(1, &[2])]);
    let expected = [row("item", "1000", "1", "1893", "0"), row("item", "1000", "-1", "365", "0")];
    assert_eq!(made(&ground(), &credited), expected);
    assert_eq!(net(&lines(&ground(), &credited).unwrap()), credited.target());
    assert_eq!(credited.worth(), credited.target());
}

/// Whatever the back office makes of its tax, it is Shopify that says what the buyer owes.
#[test]
fn what_is_got_instead_of_something_cheaper_is_worth_less_than_nothing_with_its_tax() {
    let mut dearer = line(2, (1, 1), "110.00", "0");
    dearer["taxLines"] = json!([{ "title": "VAT", "rate": 0.25, "ratePercentage": 25.0, "priceSet": bag("27.50"),
        "channelLiable": false }]);
    let lines_of_order = [line(1, (1, 0), "100.00", "0"), dearer];
    let document = order("262.50", "52.50", &lines_of_order, &[excluded()]);
    let of_return = [("return", json!({ "id": "gid://shopify/Return/600" }))];
    let refund = refund("0", &[back(1, 1, "RETURN", ("100.00", "100.00", "25.00"))], &of_return);
    let credited = credited(&document, &[refund], &[returned(1, &[2])]);
    assert_eq!((credited.worth(), credited.target()), ("-12.5".parse().unwrap(), Amount::ZERO));
}

#[test]
fn what_becomes_of_the_goods_decides_the_account() {
    let mut card = line(3, (1, 0), "50.00", "0");
    card["isGiftCard"] = true.into();
    let lines_of_order =
        [line(1, (1, 0), "10.00", "0"), line(2, (1, 0), "20.00", "0"), card, line(4, (1, 0), "5.00", "0")];
    let document = order("85.00", "0", &lines_of_order, &[]);
    let goods = [
        back(1, 1, "NO_RESTOCK", ("10.00", "9.00", "0")),
        back(2, 1, "CANCEL", ("20.00", "18.00", "0")),
        back(3, 1, "NO_RESTOCK", ("50.00", "50.00", "0")),
        back(4, 1, "LEGACY_RESTOCK", ("5.00", "5.00", "0")),
    ];
    let credited = credited(&document, &[refund("82.00", &goods, &[])], &[]);
    let expected = [
        row("account", "6500", "1", "10", "1"),
        row("account", "6400", "1", "18", "0"),
        row("account", "6200", "1", "50", "0"),
        row("item", "1000", "1", "5", "0"),
    ];
    assert_eq!(made(&ground(), &credited), expected);
}

#[test]
fn what_is_missing_is_named() {
    let document = order("10.00", "0", &[line(1, (1, 0), "10.00", "0")], &[]);
    let goods = [back(1, 1, "NO_RESTOCK", ("10.00", "10.00", "0"))];
    let mut credited = credited(&document, &[refund("10.00", &goods, &[])], &[]);
    let mut ground = ground();
    ground.shop.refund_account_non_restock_items = Code::blank();
    assert_eq!(lines(&ground, &credited).unwrap_err(), Refusal::NoAccount(Account::RefundNonRestock));
    credited.refunded.lines[0].restock_type = crate::orders::refunds::options::RestockType::Return;
    credited.sale.lines[0].item_number = Code::blank();
    assert_eq!(lines(&ground, &credited).unwrap_err(), Refusal::NoItem("Shirt".into()));
    credited.sale.order.processed = false;
    assert_eq!(check(&credited), Err(Refusal::OrderNotProcessed("#1001".into())));
    credited.sale.order.processed = true;
    credited.refunded.refund.pending = true;
    assert_eq!(check(&credited), Err(Refusal::Pending));
}

#[test]
fn shipping_is_paid_back_with_its_tax_where_prices_include_it_and_once_where_it_was_told_so() {
    let shipping = json!({ "nodes": [{
        "id": "gid://shopify/ShippingLine/9", "title": "Standard", "code": null, "source": null,
        "deliveryCategory": null, "carrierIdentifier": null,
        "originalPriceSet": { "shopMoney": { "amount": "10.00" }, "presentmentMoney": { "amount": "5.00" } },
        "discountAllocations": [], "taxLines": [],
    }], "pageInfo": { "hasNextPage": false } });
    let price = |fields: &[(&str, Value)], total: &str, subtotal: &str| {
        let document = order("110.00", "22.00", &[line(1, (1, 1), "100.00", "0")], fields);
        let back = [("refundShippingLines", shipping_back(subtotal, "2.00"))];
        let credited = credited(&document, &[refund(total, &[], &back)], &[]);
        made(&ground(), &credited)
    };
    let included = [("shippingLines", shipping.clone())];
    assert_eq!(price(&included, "10.00", "8.00"), [row("account", "6100", "1", "10", "0")]);
    assert_eq!(price(&included, "10.00", "10.00"), [row("account", "6100", "1", "10", "0")]);
    let on_top = [("shippingLines", shipping), excluded()];
    assert_eq!(price(&on_top, "10.00", "8.00"), [row("account", "6100", "1", "8", "0")]);
}

#[test]
fn a_return_that_was_paid_back_without_lines_credits_what_came_back() {
    let document = order("100.00", "0", &[line(1, (1, 0), "100.00", "0")], &[]);
    let of_return = [("return", json!({ "id": "gid://shopify/Return/600" }))];
    let credited = credited(&document, &[refund("100.00", &[], &of_return)], &[returned(1, &[])]);
    assert_eq!(made(&ground(), &credited), [row("item", "1000", "1", "100", "0")]);
}

#[test]
fn the_document_is_in_the_money_of_its_order_and_of_the_day_of_the_refund() {
    let mut document_of_order =
        order("250.00", "50.00", &[line(1, (2, 1), "125.00", "0")], &[("presentmentCurrencyCode", json!("EUR"))]);
    document_of_order.sale.order.processed_currency_handling = PresentmentCurrency;
    let refund = refund("125.00", &[back(1, 1, "RETURN", ("125.00", "125.00", "25.00"))], &[]);
    let credited = credited(&document_of_order, &[refund], &[]);
    assert_eq!(credited.target(), "62.5".parse().unwrap());
    let mut ground = ground();
    ground.zone = chrono_tz::Europe::Oslo;
    ground.shop.return_location = Code::cut("BLUE");
    ground.shop.shopify_order_number_on_doc_line = true;
    let (new, is_alone) = document(&ground, &credited, Some(Code::cut("INV1"))).unwrap();
    assert!(!is_alone);
    assert_eq!((new.currency_code.as_str(), new.document_date.to_string().as_str()), ("EUR", "2026-03-10"));
    assert_eq!((new.applies_to_document_number.as_str(), new.work_description.as_str()), ("INV1", "Too small"));
    let source = new.source.unwrap();
    assert_eq!((source.kind.as_str(), source.id.as_str(), source.number.as_str()), ("Shopify Refund", "900", "#1001"));
    assert_eq!(new.lines[0].description.as_deref(), Some("Shopify Order No.: #1001"));
    assert_eq!(
        (new.lines[1].location_code.as_str(), new.lines[1].unit_price.unwrap().to_string().as_str()),
        ("BLUE", "62.5")
    );
    assert!(new.prices_including_vat && new.due_date.is_none());
}

#[test]
fn cash_is_rounded_once() {
    let paid = json!([{
        "id": "gid://shopify/OrderTransaction/44", "kind": "REFUND", "status": "SUCCESS", "gateway": "cash",
        "formattedGateway": "Cash", "manualPaymentGateway": true, "createdAt": "2026-03-09T10:00:00Z",
        "processedAt": null, "test": false, "errorCode": null, "paymentId": null,
        "amountSet": { "shopMoney": { "amount": "10.02" }, "presentmentMoney": { "amount": "5.01" } },
        "amountRoundingSet": { "shopMoney": { "amount": "-0.02" }, "presentmentMoney": { "amount": "-0.01" } },
        "receiptJson": null, "parentTransaction": null, "paymentDetails": null,
    }]);
    let rounded = json!({
        "paymentSet": { "shopMoney": { "amount": "0" }, "presentmentMoney": { "amount": "0" } },
        "refundSet": { "shopMoney": { "amount": "-0.02" }, "presentmentMoney": { "amount": "-0.01" } },
    });
    let fields = [("transactions", paid), ("totalCashRoundingAdjustment", rounded)];
    let document = order("10.02", "0", &[line(1, (1, 0), "10.02", "0")], &fields);
    let refund = refund("10.02", &[back(1, 1, "RETURN", ("10.02", "10.02", "0"))], &[]);
    let mut credited = credited(&document, &[refund], &[]);
    assert_eq!(credited.target(), 10.into());
    assert_eq!(net(&lines(&ground(), &credited).unwrap()), credited.target());
    credited.sale.order.processed_currency_handling = PresentmentCurrency;
    assert_eq!(credited.target(), 5.into());
    assert_eq!(net(&lines(&ground(), &credited).unwrap()), credited.target());
}
