//! Orders that Shopify changes before and after their documents are made, and what people do about it.

use axum::http::Method;
use database::Engine;
use devstore::testing::paid_back::{parts, pieces};
use devstore::testing::{cancel, line, order, pay, tax, with};
use rstest::rstest;
use serde_json::{Value, json};

use super::{LINE, TOTALS, each, of, text};
use crate::call::Reply;
use crate::worked_customers::Desk;

/// Whether an order waits for a person, and has an error.
const STATE: [&str; 2] = ["hasOrderStateError", "hasError"];

impl Desk {
    /// Does something with the only order.
    async fn settle(&self, action: &str) -> Reply {
        let path = format!("shopifyOrders/{}/Kobling.{action}", text(&self.staged().await["id"]));
        self.act(&path, json!({})).await
    }

    /// What Shopify has changed in that part of the order, before and after.
    async fn changed(&self, part: &str) -> Value {
        let updates = self.list("shopifyOrderUpdates", &[("$filter", &format!("part eq '{part}'"))]).await;
        each(&updates, &["before", "after"])
    }

    /// Whose documents are linked, by their kinds.
    async fn linked(&self) -> Vec<String> {
        let links = self.list("shopifyDocumentLinks", &[]).await;
        let mut kinds: Vec<_> = links.iter().map(|link| text(&link["documentType"]).to_owned()).collect();
        kinds.sort();
        kinds
    }
}

/// An order of two of 1000 that has its document, with its id in the store.
async fn processed(engine: Engine) -> (Desk, String) {
    let desk = Desk::selling(engine).await;
    let id = desk.place(order(vec![line("1000", 2, "125.00")])).await;
    desk.sync().await;
    let (document, _) = desk.made("salesOrders").await;
    assert_eq!(document["totalAmountIncludingTax"], 250);
    (desk, id)
}

/// The same, of which the store sells three since then.
async fn edited(engine: Engine) -> Desk {
    let (desk, id) = processed(engine).await;
    let before = desk.document("salesOrders").await;
    desk.sell_of_first(&id, 3).await;
    desk.sync().await;
    assert_eq!(desk.document("salesOrders").await, before, "the document is left alone");
    assert_eq!(of(&desk.staged().await, &STATE), json!([true, true]));
    assert_eq!(desk.changed("Quantity").await, json!([["2", "3"]]));
    assert_eq!(desk.changed("Total Amount").await, json!([["250", "375"]]));
    desk
}

/// Example 16.
#[rstest]
#[tokio::test]
async fn what_was_taken_out_before_it_was_paid_is_not_sold(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let desk = Desk::selling(engine).await;
    let id = desk.place(order(vec![line("3000", 2, "50.00"), line("1000", 1, "30.00")])).await;
    let (lines, _) = parts(&desk.store, &id).await;
    desk.refund(&id, vec![pieces(&lines[1], 1, "CANCEL")], None, "").await;
    pay(&desk.store, &id).await;
    desk.sync().await;
    let (document, lines) = desk.made("salesOrders").await;
    assert_eq!(of(&document, &TOTALS), json!([100, 0, 100]));
    assert_eq!(each(&lines, &LINE), json!([["3000", 2, 50, 100]]));
    let staged = desk.staged().await;
    let amounts = ["totalAmount", "notSoldAmount", "currentTotalAmount", "differenceAmount"];
    assert_eq!(of(&staged, &amounts), json!([130, 30, 100, 0]));
    let refund = desk.only("shopifyRefunds").await;
    assert_eq!(of(&refund, &["totalRefundedAmount", "canCreateCreditMemo"]), json!([0, false]));
}

/// Example 17.
#[rstest]
#[tokio::test]
async fn an_order_that_was_changed_gets_a_new_document_once_the_old_one_is_deleted_and_unlinked(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let desk = edited(engine).await;
    let staged = desk.staged().await;
    let message = text(&staged["errorMessage"]);
    assert!(message.contains("Quantity of Product 1000 2 → 3"), "{message}");
    let document = desk.only("salesOrders").await;
    let path = format!("salesOrders/{}", text(&document["id"]));
    desk.world.change(Method::DELETE, path, json!({})).await.expect(204);
    desk.act("shopifyOrders/Kobling.unlink", json!({ "ids": [staged["id"]] })).await.expect(204);
    let unlinked = desk.staged().await;
    assert_eq!(of(&unlinked, &["processed", "salesOrderNumber"]), json!([false, ""]));
    assert_eq!(of(&unlinked, &STATE), json!([false, false]));
    desk.sync().await;
    let (again, lines) = desk.made("salesOrders").await;
    assert_eq!(of(&again, &TOTALS), json!([300, 75, 375]));
    assert_eq!(each(&lines, &LINE), json!([["1000", 3, 125, 375]]));
}

#[rstest]
#[tokio::test]
async fn what_shopify_changed_is_applied_to_the_document(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let desk = edited(engine).await;
    desk.settle("applyUpdates").await.expect(204);
    let (document, lines) = desk.document("salesOrders").await;
    assert_eq!(of(&document, &TOTALS), json!([300, 75, 375]));
    assert_eq!(each(&lines, &LINE), json!([["1000", 3, 125, 375]]));
    let staged = desk.staged().await;
    assert_eq!(of(&staged, &STATE), json!([false, false]));
    let left = ["errorMessage", "differenceAmount", "processed"];
    assert_eq!(of(&staged, &left), json!(["", 0, true]));
    assert_eq!(desk.list("shopifyOrderUpdates", &[]).await, Vec::<Value>::new());
    let again = desk.settle("applyUpdates").await.message(409);
    assert!(again.contains("has changed nothing of #1001"), "{again}");
}

#[rstest]
#[tokio::test]
async fn what_a_person_has_settled_is_told_no_more(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let desk = edited(engine).await;
    let before = desk.document("salesOrders").await;
    desk.settle("markConflictAsResolved").await.expect(204);
    desk.sync().await;
    assert_eq!(of(&desk.staged().await, &STATE), json!([false, false]));
    assert_eq!(desk.list("shopifyOrderUpdates", &[]).await, Vec::<Value>::new());
    assert_eq!(desk.document("salesOrders").await, before);
}

#[rstest]
#[tokio::test]
async fn the_document_of_an_order_that_was_called_off_is_closed_for_good(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let (desk, id) = processed(engine).await;
    cancel(&desk.store, &id).await;
    desk.sync().await;
    assert_eq!(desk.list("shopifyOrderUpdates", &[("$filter", "part eq 'Cancelled'")]).await.len(), 1);
    let refused = desk.settle("applyUpdates").await.message(409);
    assert!(refused.contains("close its document instead"), "{refused}");
    desk.settle("closeDocument").await.expect(204);
    assert_eq!(desk.list("salesOrders", &[]).await, Vec::<Value>::new());
    assert_eq!(of(&desk.staged().await, &STATE), json!([false, false]));
    let done = desk.run(connector::orders::CREATE_SALES_ORDERS).await;
    assert_eq!((&done["created"], desk.list("salesOrders", &[]).await), (&json!(0), Vec::new()));
}

#[rstest]
#[tokio::test]
async fn a_document_is_linked_to_its_order_and_stays_so_when_it_is_posted(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let (desk, _) = processed(engine).await;
    let document = desk.only("salesOrders").await;
    let link = desk.only("shopifyDocumentLinks").await;
    let fields = ["documentType", "documentNumber", "shopifyDocumentType", "shopifyOrderNumber", "shopCode", "orderId"];
    let order = desk.staged().await["id"].clone();
    assert_eq!(of(&link, &fields), json!(["Sales Order", document["number"], "Shopify Order", "#1001", "SHOP", order]));
    desk.post("salesOrders", &document).await;
    assert_eq!(desk.linked().await, ["Posted Sales Invoice", "Posted Sales Shipment"]);
}

/// Example 19.
#[rstest]
#[tokio::test]
async fn what_was_taken_out_before_it_was_paid_leaves_net_amount_and_tax_of_the_rest(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let desk = Desk::selling(engine).await;
    let goods = vec![
        with(line("1000", 1, "1000.00"), tax("0.25", "250.00")),
        with(line("2000", 1, "200.00"), tax("0.25", "50.00")),
    ];
    let id = desk.place(with(order(goods), json!({ "taxesIncluded": false }))).await;
    let (lines, _) = parts(&desk.store, &id).await;
    desk.refund(&id, vec![pieces(&lines[0], 1, "CANCEL")], None, "").await;
    pay(&desk.store, &id).await;
    desk.sync().await;
    let (document, lines) = desk.made("salesOrders").await;
    assert_eq!(of(&document, &TOTALS), json!([200, 50, 250]));
    assert_eq!(each(&lines, &LINE), json!([["2000", 1, 200, 200]]));
    assert_eq!(desk.told().await, json!([1500, 300, 0, document["number"]]));
    let staged = desk.staged().await;
    let rest = ["notSoldAmount", "currentTotalAmount", "currentVatAmount"];
    assert_eq!(of(&staged, &rest), json!([1250, 250, 50]));
    assert_eq!(desk.only("shopifyRefunds").await["canCreateCreditMemo"], false);
}
