//! What refunds do to what their orders sell.

use serde_json::json;
use shopify::documents::refunds::OrderWithRefunds;
use values::money::{Amount, Quantity};

use super::effect::{apply, is_taken_back};
use super::rows::{Read, rows};
use crate::orders::import;
use crate::orders::refunds::options::{Origin, RestockType, Status};
use crate::orders::refunds::staged::Back;
use crate::orders::refunds::told::{back, line, order, read_of, refund, returned, shipping_back};
use crate::orders::staged::{Document, Sale};
use crate::orders::totals::tests::bag;
use crate::orders::totals::{Stand, expected};
use crate::shops::options::CurrencyHandling::{PresentmentCurrency, ShopCurrency};

/// The order after its refunds and returns were read.
pub(in crate::orders::refunds) fn read(
    ground: &import::Ground<'_>,
    document: &Document,
    said: &OrderWithRefunds,
) -> (Sale, Back) {
    let (sale, told) = (&document.sale, &document.told);
    let (tax_lines, transactions) = (told.tax_lines.as_slice(), sale.transactions.as_slice());
    let before = Read { sale, tax_lines, transactions, refunds: &[], returns: &[] };
    let (back, exchanged) = rows(ground, before, said).unwrap();
    let mut sale = sale.clone();
    apply(&mut sale, tax_lines, &back, &exchanged);
    (sale, back)
}

fn amount(text: &str) -> Amount {
    text.parse().unwrap()
}

/// Example 16.
#[test]
fn a_line_that_was_removed_before_it_was_paid_is_not_sold() {
    let lines = [line(1, (2, 2), "50.00", "0"), line(2, (1, 0), "30.00", "0")];
    let document = order("130.00", "0", &lines, &[("currentTotalPriceSet", bag("100.00"))]);
    let removed = refund("0", &[back(2, 1, "CANCEL", ("30.00", "30.00", "0"))], &[]);
    let (sale, back) = read_of(&document, &[removed], &[]);
    assert!(!back.refunds[0].refund.can_create_credit_memo && !sale.order.has_credits);
    assert_eq!(sale.lines.iter().map(|line| line.not_sold_quantity).collect::<Vec<_>>(), [Quantity::ZERO, 1.into()]);
    assert_eq!(expected(&sale, ShopCurrency).total, 100.into());
}

#[test]
fn an_order_is_taken_back_when_every_piece_of_it_is_paid_back() {
    let document = order("130.00", "0", &[line(1, (2, 0), "50.00", "0"), line(2, (1, 0), "30.00", "0")], &[]);
    let some = [back(1, 2, "CANCEL", ("50.00", "100.00", "0"))];
    let (sale, part) = read_of(&document, &[refund("100.00", &some, &[])], &[]);
    assert!(!is_taken_back(&sale, &part));
    let all = [some[0].clone(), back(2, 1, "CANCEL", ("30.00", "30.00", "0"))];
    let (sale, whole) = read_of(&document, &[refund("130.00", &all, &[])], &[]);
    assert!(is_taken_back(&sale, &whole));
    let (sale, unpaid) = read_of(&document, &[refund("0", &all, &[])], &[]);
    assert!(!is_taken_back(&sale, &unpaid), "nothing of it is credited");
}

/// Example 19.
#[test]
fn the_tax_of_what_was_removed_is_not_owed() {
    let fields = [
        ("taxesIncluded", json!(false)),
        ("currentTotalPriceSet", bag("250.00")),
        ("currentTotalTaxSet", bag("50.00")),
    ];
    let document = order("1500.00", "300.00", &[line(1, (6, 1), "200.00", "0")], &fields);
    let removed = refund("0", &[back(1, 5, "NO_RESTOCK", ("200.00", "1000.00", "250.00"))], &[]);
    let (mut sale, _) = read_of(&document, &[removed], &[]);
    let now = expected(&sale, ShopCurrency);
    assert_eq!((now.total, now.goods, now.tax), (250.into(), 200.into(), 50.into()));
    // And the same when something else of the order was paid back later.
    sale.order.has_credits = true;
    let placed = expected(&sale, ShopCurrency);
    assert_eq!(Stand::of(&sale.order), Stand::Placed);
    assert_eq!((placed.total, placed.goods, placed.tax), (250.into(), 200.into(), 50.into()));
    let presentment = expected(&sale, PresentmentCurrency);
    assert_eq!((presentment.total, presentment.tax), (125.into(), 25.into()));
}

#[test]
fn a_discount_goes_with_what_was_removed_and_the_order_agrees_to_the_cent() {
    let all = [("currentTotalDiscountsSet", bag("1.00")), ("totalDiscountsSet", bag("1.00"))];
    let mut document = order("29.00", "0", &[line(1, (3, 2), "10.00", "1.00")], &all);
    document.sale.order.total_refunded_amount = amount("9.67");
    let removed = refund("0", &[back(1, 1, "CANCEL", ("10.00", "9.67", "0"))], &[]);
    let (sale, _) = read_of(&document, &[removed], &[]);
    let now = expected(&sale, ShopCurrency);
    assert_eq!((now.total, now.invoice_discount, now.parts()), (amount("19.33"), amount("0.01"), amount("19.33")));
}

#[test]
fn what_can_be_credited_is_money_a_return_or_goods_that_came_back() {
    let document = order("100.00", "0", &[line(1, (1, 0), "100.00", "0")], &[]);
    let can = |total: &str, restock: &str, fields: &[(&str, serde_json::Value)]| {
        let line = back(1, 1, restock, ("100.00", "100.00", "0"));
        let (_, back) = read_of(&document, &[refund(total, &[line], fields)], &[]);
        assert_eq!(back.refunds[0].lines[0].can_create_credit_memo, back.refunds[0].refund.can_create_credit_memo);
        back.refunds[0].refund.can_create_credit_memo
    };
    assert!(can("100.00", "CANCEL", &[]));
    assert!(can("0", "NO_RESTOCK", &[("return", json!({ "id": "gid://shopify/Return/600" }))]));
    assert!(can("0", "RETURN", &[]));
    assert!(!can("0", "CANCEL", &[]));
    assert!(!can("0", "NO_RESTOCK", &[]));
    let (_, back) = read_of(&document, &[refund("10.00", &[], &[])], &[]);
    assert!(back.refunds[0].refund.can_create_credit_memo, "goodwill is money");
}

#[test]
fn money_that_is_on_its_way_is_as_good_as_paid_back_but_waits() {
    let pending = json!([{
        "id": "gid://shopify/OrderTransaction/44", "kind": "REFUND", "status": "PENDING", "gateway": "manual",
        "formattedGateway": "Manual", "manualPaymentGateway": true, "createdAt": "2026-03-09T10:00:00Z",
        "processedAt": null, "test": false, "errorCode": null, "paymentId": null, "amountSet": bag("100.00"),
        "amountRoundingSet": null, "receiptJson": null, "parentTransaction": null, "paymentDetails": null,
    }]);
    let document = order("100.00", "0", &[line(1, (1, 0), "100.00", "0")], &[("transactions", pending)]);
    let of_it =
        json!({ "nodes": [{ "id": "gid://shopify/OrderTransaction/44" }], "pageInfo": { "hasNextPage": false } });
    let goods = [back(1, 1, "CANCEL", ("100.00", "100.00", "0"))];
    let (sale, back) = read_of(&document, &[refund("0", &goods, &[("transactions", of_it)])], &[]);
    let refund = &back.refunds[0].refund;
    assert!(refund.pending && refund.can_create_credit_memo);
    assert_eq!(expected(&sale, ShopCurrency).total, 100.into(), "the order sells it still");
}

#[test]
fn a_return_is_staged_with_reasons_notes_and_what_shopify_does_not_know() {
    let document = order("100.00", "0", &[line(1, (1, 0), "100.00", "0")], &[]);
    let of_return = [
        ("return", json!({ "id": "gid://shopify/Return/600" })),
        ("refundShippingLines", shipping_back("8.00", "2.00")),
    ];
    let refund = refund("110.00", &[back(1, 1, "RETURN", ("100.00", "100.00", "0"))], &of_return);
    let (_, back) = read_of(&document, &[refund], &[returned(1, &[])]);
    let (header, lines) = &back.returns[0];
    assert_eq!((header.shopify_return_number.as_str(), &header.status), ("#1001-R1", &Status::Closed));
    assert_eq!((header.decline_reason.as_str(), header.decline_note.as_str()), ("Other", "Worn"));
    let [known, unknown] = lines.as_slice() else { panic!("two lines") };
    assert_eq!((known.return_reason_name.as_str(), known.customer_note.as_str()), ("Size", "Sorry"));
    assert_eq!((known.order_line_id, known.discounted_total_amount, known.location_id), (1, 100.into(), 31));
    assert_eq!((&unknown.origin, unknown.unit_price.to_string().as_str()), (&Origin::Unverified, "12.5"));
    assert_eq!(unknown.unit_price_currency_code, "EUR");
    let paid_back = &back.refunds[0];
    assert_eq!(paid_back.lines[0].location_id, 31, "the place is that of the return");
    assert_eq!(paid_back.lines[0].restock_type, RestockType::Return);
    assert_eq!(paid_back.shipping_lines[0].tax_amount, 2.into());
}

/// Example 20.
#[test]
fn what_the_buyer_gets_instead_lessens_the_refund_and_is_not_on_the_order() {
    let lines = [line(1, (1, 0), "1893.00", "0"), line(2, (1, 1), "365.00", "0")];
    let document = order("2258.00", "0", &lines, &[("currentTotalPriceSet", bag("365.00"))]);
    let of_return = [("return", json!({ "id": "gid://shopify/Return/600" }))];
    let refund = refund("1528.00", &[back(1, 1, "RETURN", ("1893.00", "1893.00", "0"))], &of_return);
    let (sale, back) = read_of(&document, &[refund], &[returned(1, &[2])]);
    assert!(sale.lines[1].exchange_item && sale.order.has_credits);
    assert_eq!(expected(&sale, ShopCurrency).total, 1893.into());
    assert_eq!(expected(&sale, ShopCurrency).goods, 1893.into());
    let told: Vec<_> = back.refunds[0].lines.iter().map(|line| (line.quantity, line.subtotal_amount)).collect();
    assert_eq!(told, [(1.into(), 1893.into()), ((-1).into(), (-365).into())]);
}
