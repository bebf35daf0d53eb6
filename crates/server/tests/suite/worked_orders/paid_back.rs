//! What is paid back in a store becomes credit memos and return orders that come to it.

use database::Engine;
use devstore::testing::paid_back::{paid, parts, pieces, product};
use devstore::testing::{kroner, line, order, tax, with};
use rstest::rstest;
use serde_json::{Value, json};

use super::{LINE, TOTALS, each, of, text};
use crate::worked_customers::Desk;

/// What was credited, and what else is known of a refund.
const REFUND: [&str; 5] =
    ["totalRefundedAmount", "isProcessed", "differenceAmount", "salesDocumentType", "salesDocumentNumber"];

impl Desk {
    /// One whose orders and refunds become documents by themselves.
    async fn crediting(engine: Engine) -> Self {
        let desk = Self::selling(engine).await;
        let accounts = json!({ "refundAccount": "3070", "refundAccountNonRestockItems": "3070" });
        let by_themselves = json!({ "autoCreateOrders": true, "returnAndRefundProcess": "Auto Create Sales Document" });
        desk.card(with(accounts, by_themselves)).await;
        desk
    }

    /// Has the documents of the only refund made.
    async fn credit(&self) {
        let refund = self.only("shopifyRefunds").await;
        let path = "shopifyRefunds/Kobling.createSalesDocuments";
        self.act(path, json!({ "ids": [refund["id"]] })).await.expect(202);
        self.world.work().await;
    }
}

/// Example 12.
#[rstest]
#[tokio::test]
async fn a_piece_that_came_back_is_credited_on_its_invoice(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let desk = Desk::crediting(engine).await;
    let goods = with(line("1000", 2, "125.00"), tax("0.25", "50.00"));
    let id = desk.place(with(order(vec![goods]), paid("250.00"))).await;
    desk.sync().await;
    desk.post("salesOrders", &desk.only("salesOrders").await).await;
    desk.send(&id).await;
    let (lines, _) = parts(&desk.store, &id).await;
    desk.refund(&id, vec![pieces(&lines[0], 1, "RETURN")], Some("125.00"), "Too small").await;
    desk.sync().await;
    let (memo, lines) = desk.document("salesCreditMemos").await;
    assert_eq!(of(&memo, &TOTALS), json!([100, 25, 125]));
    assert_eq!(each(&lines, &LINE), json!([["1000", 1, 125, 125]]));
    let invoice = desk.only("salesInvoices").await;
    let about = ["workDescription", "shopifyOrderNumber", "pricesIncludeTax", "appliesToDocumentNumber"];
    assert_eq!(of(&memo, &about), json!(["Too small", "#1001", true, invoice["number"]]));
    let refund = desk.only("shopifyRefunds").await;
    assert_eq!(of(&refund, &REFUND), json!([125, true, 0, "Credit Memo", memo["number"]]));
    let back = desk.only("shopifyRefundLines").await;
    let amounts = ["quantity", "amount", "subtotalAmount", "totalTaxAmount", "canCreateCreditMemo"];
    assert_eq!(of(&back, &amounts), json!([1, 125, 125, 25, true]));
    let filter = "documentType eq 'Sales Credit Memo'";
    let links = desk.list("shopifyDocumentLinks", &[("$filter", filter)]).await;
    let fields = ["documentNumber", "shopifyDocumentType", "orderId"];
    let order = desk.staged().await["id"].clone();
    assert_eq!(each(&links, &fields), json!([[memo["number"], "Shopify Refund", order]]));

    desk.post("salesCreditMemos", &memo).await;
    let settled = desk.only("salesInvoices").await;
    assert_eq!(of(&settled, &["totalAmountIncludingTax", "remainingAmount"]), json!([250, 125]));
}

/// Example 13.
#[rstest]
#[tokio::test]
async fn a_piece_is_credited_with_its_share_of_discount_and_tax(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let desk = Desk::crediting(engine).await;
    let less = json!({ "itemFixedDiscountCode": { "code": "LESS", "amountSet": kroner("20.00") } });
    let goods = with(line("1000", 2, "50.00"), tax("0.25", "20.00"));
    let fields = json!({ "taxesIncluded": false, "discountCode": less });
    let id = desk.place(with(with(order(vec![goods]), paid("100.00")), fields)).await;
    desk.sync().await;
    assert_eq!(desk.only("salesOrders").await["totalAmountIncludingTax"], 100);
    desk.send(&id).await;
    let (lines, _) = parts(&desk.store, &id).await;
    desk.refund(&id, vec![pieces(&lines[0], 1, "RETURN")], Some("50.00"), "").await;
    desk.sync().await;
    let (memo, lines) = desk.document("salesCreditMemos").await;
    assert_eq!(of(&memo, &TOTALS), json!([40, 10, 50]));
    let discounted = ["lineObjectNumber", "quantity", "unitPrice", "discountAmount", "lineAmount"];
    assert_eq!(each(&lines, &discounted), json!([["1000", 1, 50, 10, 40]]));
    let back = desk.only("shopifyRefundLines").await;
    assert_eq!(of(&back, &["amount", "subtotalAmount", "totalTaxAmount"]), json!([50, 40, 10]));
    let refund = desk.only("shopifyRefunds").await;
    assert_eq!(of(&refund, &REFUND), json!([50, true, 0, "Credit Memo", memo["number"]]));
}

/// Example 15.
#[rstest]
#[case::on_top(false, "125.00", json!(["3060", 1, 24, 30]))]
#[case::included(true, "100.00", json!(["3060", 1, 30, 30]))]
#[tokio::test]
async fn goodwill_is_one_line_on_its_account(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
    #[case] included: bool,
    #[case] total: &str,
    #[case] expected: Value,
) {
    let desk = Desk::crediting(engine).await;
    desk.card(json!({ "refundAccount": "3060" })).await;
    let goods = line("1000", 1, "100.00");
    let goods = if included { goods } else { with(goods, tax("0.25", "25.00")) };
    let fields = json!({ "taxesIncluded": included });
    let id = desk.place(with(with(order(vec![goods]), paid(total)), fields)).await;
    desk.sync().await;
    desk.refund(&id, vec![], Some("30.00"), "").await;
    desk.sync().await;
    let (memo, lines) = desk.document("salesCreditMemos").await;
    assert_eq!(of(&memo, &TOTALS), json!([24, 6, 30]));
    let amounts = ["lineObjectNumber", "quantity", "unitPrice", "amountIncludingTax"];
    assert_eq!(each(&lines, &amounts), json!([expected]));
    let refund = desk.only("shopifyRefunds").await;
    assert_eq!(of(&refund, &REFUND), json!([30, true, 0, "Credit Memo", memo["number"]]));
    assert_eq!(desk.list("shopifyRefundLines", &[]).await, Vec::<Value>::new());
}

/// Example 20.
#[rstest]
#[tokio::test]
async fn an_exchange_is_credited_with_both_sides_and_is_not_on_the_order(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let desk = Desk::crediting(engine).await;
    desk.card(json!({ "refundAccount": "", "refundAccountNonRestockItems": "" })).await;
    desk.item("365", "ZERO").await;
    let variant = product(&desk.store, "3000", "1893.00").await;
    let goods = json!({ "variantId": variant, "quantity": 1 });
    let id = desk.place(with(order(vec![goods]), paid("1893.00"))).await;
    let parcel = desk.send(&id).await;
    let instead = product(&desk.store, "365", "365.00").await;
    desk.exchange(&id, &parcel, instead, "1528.00").await;
    desk.sync().await;
    let (sold, lines) = desk.document("salesOrders").await;
    assert_eq!(sold["totalAmountIncludingTax"], 1893);
    assert_eq!(each(&lines, &LINE), json!([["3000", 1, 1893, 1893]]));
    let (memo, lines) = desk.document("salesCreditMemos").await;
    assert_eq!(of(&memo, &TOTALS), json!([1528, 0, 1528]));
    assert_eq!(each(&lines, &LINE), json!([["3000", 1, 1893, 1893], ["365", -1, 365, -365]]));
    let refund = desk.only("shopifyRefunds").await;
    assert_eq!(of(&refund, &REFUND), json!([1528, true, 0, "Credit Memo", memo["number"]]));
    let exchanged = desk.list("shopifyOrderLines", &[("$filter", "exchangeItem eq true")]).await;
    assert_eq!(each(&exchanged, &["sku"]), json!([["365"]]));
    let returned = desk.only("shopifyReturns").await;
    assert_eq!(of(&returned, &["shopifyReturnNumber", "totalQuantity"]), json!(["#1001-R1", 1]));
    assert_eq!(desk.staged().await["differenceAmount"], 0);
}

#[rstest]
#[tokio::test]
async fn a_chosen_refund_becomes_a_return_order_once_its_order_has_its_document(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let desk = Desk::selling(engine).await;
    desk.card(json!({ "refundAccount": "3070", "processReturnsAs": "Return Order" })).await;
    let id = desk.place(with(order(vec![line("3000", 1, "100.00")]), paid("100.00"))).await;
    desk.refund(&id, vec![], Some("30.00"), "").await;
    desk.sync().await;
    desk.credit().await;
    let waits = desk.only("shopifyRefunds").await;
    let why = text(&waits["lastErrorDescription"]);
    assert!(why.contains("create that first"), "{why}");
    assert_eq!(of(&waits, &["hasProcessingError", "isProcessed"]), json!([true, false]));

    assert_eq!(desk.run(connector::orders::CREATE_SALES_ORDERS).await["created"], 1);
    assert_eq!(desk.list("salesReturnOrders", &[]).await, Vec::<Value>::new(), "nobody has asked for its document");
    desk.credit().await;
    let (document, lines) = desk.document("salesReturnOrders").await;
    assert_eq!(of(&document, &TOTALS), json!([30, 0, 30]));
    assert_eq!(each(&lines, &LINE), json!([["3070", 1, 30, 30]]));
    let refund = desk.only("shopifyRefunds").await;
    assert_eq!(of(&refund, &REFUND), json!([30, true, 0, "Return Order", document["number"]]));
    assert_eq!(refund["hasProcessingError"], false);
    let path = "shopifyRefunds/Kobling.createSalesDocuments";
    let again = desk.act(path, json!({ "ids": [refund["id"]] })).await;
    assert!(again.message(400).contains("have their sales documents already"), "{}", again.text);
}
