//! Posted invoices that are taken back.

use database::Engine;
use rstest::rstest;
use serde_json::{Value, json};

use super::desk::{CREDIT_MEMOS, Desk, INVOICES, ORDERS, text};

/// A posted invoice over 431.99: of an invoice with odd discounts.
async fn posted(desk: &Desk) -> Value {
    let body = json!({
        "customerNumber": desk.customer, "discountAmount": 13.37,
        "salesInvoiceLines": [
            {"lineObjectNumber": "SHIRT", "quantity": 2, "discountAmount": 34.64},
            {"lineObjectNumber": "CUP", "quantity": 1},
            {"description": "Thank you"},
        ],
    });
    let draft = desk.post("salesInvoices", body).await.expect(201);
    let posted = desk.act("salesInvoices", &draft, "post", json!({})).await.expect(200);
    desk.read("salesInvoices", &json!({"id": posted["invoiceId"]})).await
}

#[rstest]
#[tokio::test]
async fn a_corrective_credit_memo_takes_an_invoice_back_to_the_cent(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let desk = Desk::new(engine).await;
    let invoice = posted(&desk).await;
    assert_eq!(invoice["totalAmountIncludingTax"], 431.99);
    let memo = desk.act("salesInvoices", &invoice, "makeCorrectiveCreditMemo", json!(null)).await.expect(201);
    for field in ["totalAmountIncludingTax", "totalTaxAmount", "discountAmount", "customerNumber", "shipToCity"] {
        assert_eq!(memo[field], invoice[field], "{field}");
    }
    assert_eq!((&memo["status"], &memo["appliesToDocumentNumber"]), (&json!("Draft"), &invoice["number"]));
    let (taken, sold) = (desk.lines(CREDIT_MEMOS, &memo).await, desk.lines(INVOICES, &invoice).await);
    assert_eq!(taken.len(), sold.len());
    for (taken, sold) in taken.iter().zip(&sold) {
        for field in [
            "description",
            "quantity",
            "unitPrice",
            "discountAmount",
            "invoiceDiscountAllocation",
            "amountIncludingTax",
        ] {
            assert_eq!(taken[field], sold[field], "{field}");
        }
    }
    let back = desk.act("salesCreditMemos", &memo, "post", json!({})).await.expect(200);
    let back = desk.read("salesCreditMemos", &json!({"id": back["invoiceId"]})).await;
    assert_eq!((&back["totalAmountIncludingTax"], &back["status"]), (&json!(431.99), &json!("Corrective")));
    assert_eq!((&back["correctedInvoiceNumber"], &back["corrective"]), (&invoice["number"], &json!(true)));
    let settled = desk.read("salesInvoices", &invoice).await;
    assert_eq!(
        (&settled["status"], &settled["canceled"], &settled["remainingAmount"]),
        (&json!("Canceled"), &json!(true), &json!(0))
    );
}

#[rstest]
#[tokio::test]
async fn the_parts_of_an_order_are_taken_back_each_for_itself(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let desk = Desk::new(engine).await;
    let order = desk.made(ORDERS).await;
    desk.act("salesOrders", &order, "giveInvoiceDiscount", json!({"amount": 33.33})).await.expect(200);
    let shirts = desk.lines(ORDERS, &order).await.remove(0);
    desk.patch("salesOrderLines", &shirts, json!({"shipQuantity": 1, "invoiceQuantity": 1})).await.expect(200);
    let mut total = 0.0;
    for _ in 0..2 {
        let part = desk.act("salesOrders", &order, "post", json!({})).await.expect(200);
        let invoice = desk.read("salesInvoices", &json!({"id": part["invoiceId"]})).await;
        let cancelled = desk.act("salesInvoices", &invoice, "cancel", json!(null)).await.expect(200);
        let memo = desk.read("salesCreditMemos", &json!({"id": cancelled["invoiceId"]})).await;
        assert_eq!(memo["totalAmountIncludingTax"], invoice["totalAmountIncludingTax"]);
        assert_eq!(desk.read("salesInvoices", &invoice).await["status"], "Canceled");
        total += memo["totalAmountIncludingTax"].as_f64().unwrap();
    }
    assert!((total - 446.67).abs() < 0.001, "{total}");
}

#[rstest]
#[tokio::test]
async fn an_invoice_that_is_canceled_is_not_taken_back_again(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let desk = Desk::new(engine).await;
    let invoice = posted(&desk).await;
    let path = format!("salesInvoices({})/Microsoft.NAV.cancel", text(&invoice["id"]));
    desk.post(&path, json!(null)).await.expect(204);
    let again = desk.act("salesInvoices", &invoice, "cancel", json!(null)).await;
    assert!(again.message(400).contains("is canceled"), "{}", again.text);
    let again = desk.act("salesInvoices", &invoice, "makeCorrectiveCreditMemo", json!(null)).await;
    assert!(again.message(400).contains("nothing left to correct"), "{}", again.text);
}

#[rstest]
#[tokio::test]
async fn of_an_invoice_that_is_paid_what_comes_back_may_still_be_credited(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let desk = Desk::new(engine).await;
    let invoice = posted(&desk).await;
    let lines = json!([{"lineObjectNumber": "CUP", "quantity": 1}]);
    let body = json!({
        "customerNumber": desk.customer, "appliesToDocumentNumber": invoice["number"], "salesCreditMemoLines": lines,
    });
    let memo = desk.post("salesCreditMemos", body).await.expect(201);
    desk.act("salesCreditMemos", &memo, "post", json!({})).await.expect(200);
    let refused = desk.act("salesInvoices", &invoice, "cancel", json!(null)).await;
    assert!(refused.message(400).contains("is paid or credited"), "{}", refused.text);
    let memo = desk.act("salesInvoices", &invoice, "makeCorrectiveCreditMemo", json!(null)).await.expect(201);
    assert_eq!((&memo["correctedInvoiceNumber"], &memo["status"]), (&invoice["number"], &json!("Draft")));
}

#[tokio::test]
async fn only_a_posted_invoice_is_taken_back() {
    let desk = Desk::new(Engine::Sqlite).await;
    let draft = desk.made(INVOICES).await;
    for action in ["cancel", "makeCorrectiveCreditMemo"] {
        let refused = desk.act("salesInvoices", &draft, action, json!(null)).await;
        assert!(refused.message(409).contains("not posted"), "{}", refused.text);
    }
    let order = desk.made(ORDERS).await;
    desk.act("salesInvoices", &order, "cancel", json!(null)).await.expect(404);
}
