//! Journals through the API, and what the ledgers are asked as a whole.

use axum::http::Method;
use back_office::sales::DocumentType;
use database::Engine;
use rstest::rstest;
use serde_json::{Value, json};

use crate::world::World;

impl World {
    async fn journal(&self, template: &str) -> Value {
        let path = format!("/api/v1/journals?$filter=templateDisplayName eq '{template}'");
        self.read(path).await.expect(200)["value"][0]["id"].clone()
    }
}

#[rstest]
#[tokio::test]
async fn a_journal_is_entered_changed_and_posted(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    world.company().await;
    let order = world.sales_document(DocumentType::Order, "#1001").await;
    let invoice = world.post(order).await.invoice.unwrap().1.to_string();
    let customer = world.read("/api/v1/customerLedgerEntries").await.expect(200)["value"][0]["customerNumber"].clone();
    let day = world.read("/api/v1/generalLedgerEntries").await.expect(200)["value"][0]["postingDate"].clone();
    let line = |amount: f64| {
        json!({
            "journalId": null, "postingDate": day, "documentType": "Payment", "accountType": "Customer",
            "accountNumber": customer, "amount": amount, "appliesToDocumentType": "Invoice",
            "appliesToDocumentNumber": invoice,
        })
    };
    let enter = |body: Value| world.call(Method::POST, "/api/v1/journalLines").body(body).send(&world.router);
    let nowhere = enter(line(-250.0)).await;
    assert!(nowhere.message(400).contains("journalId"), "{}", nowhere.text);
    let journal = world.journal("CASHRCPT").await;
    let with = |mut body: Value, name: &str, value: Value| {
        body[name] = value;
        body
    };
    let unknown = enter(with(with(line(-1.0), "journalId", journal.clone()), "accountNumber", json!("C9"))).await;
    assert!(unknown.message(400).contains("there is no customer C9"), "{}", unknown.text);
    let entered = enter(with(line(-1.0), "journalId", journal.clone())).await.expect(201);
    assert_eq!((&entered["balancingAccountNumber"], &entered["lineNumber"]), (&json!("MAIN"), &json!(10_000)));

    let path = format!("/api/v1/journalLines/{}", entered["id"].as_str().unwrap());
    let patch = |seen: &Value| {
        world
            .call(Method::PATCH, &path)
            .header("if-match", seen.as_str().unwrap())
            .body(json!({"amount": -250}))
            .send(&world.router)
    };
    let changed = patch(&entered["@odata.etag"]).await.expect(200);
    assert_eq!(changed["amount"], -250);
    assert_eq!(patch(&entered["@odata.etag"]).await.status, 412);

    let post = || world.call(Method::POST, format!("/api/v1/journals/{}/Kobling.post", journal.as_str().unwrap()));
    assert_eq!(post().send(&world.router).await.expect(200), json!({"transactionNumber": 2, "lines": 1}));
    assert_eq!(world.read("/api/v1/journalLines").await.expect(200)["value"], json!([]));
    let bank = world.read("/api/v1/bankAccountLedgerEntries").await.expect(200);
    assert_eq!(bank["value"][0]["amount"], 250);
    let open = world.read("/api/v1/customerLedgerEntries?$filter=open eq true").await.expect(200);
    assert_eq!(open["value"], json!([]));
    assert!(post().send(&world.router).await.message(400).contains("no lines"));
}

#[rstest]
#[tokio::test]
async fn an_account_of_another_type_has_its_own_name(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    world.company().await;
    let kari = json!({"customerTemplateCode": "DOMESTIC", "number": "MAIN", "displayName": "Kari"});
    world.change(Method::POST, "customers", kari).await.expect(201);
    let line = json!({"journalId": world.journal("CASHRCPT").await, "postingDate": "2026-01-15",
        "accountType": "Customer", "accountNumber": "MAIN", "amount": -1});
    let entered = world.change(Method::POST, "journalLines", line).await.expect(201);
    assert_eq!(entered["description"], "Kari");
    let path = format!("journalLines/{}", entered["id"].as_str().unwrap());
    let dearer = world.change(Method::PATCH, &path, json!({"accountType": "Customer", "amount": -2})).await.expect(200);
    assert_eq!(dearer["description"], "Kari");
    let bank = world.change(Method::PATCH, &path, json!({"accountType": "Bank Account"})).await.expect(200);
    assert_eq!((&bank["accountNumber"], &bank["description"]), (&json!("MAIN"), &json!("Main bank account")));
}

#[rstest]
#[tokio::test]
async fn entries_are_found_and_vat_is_summed_up(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    world.company().await;
    let order = world.sales_document(DocumentType::Order, "#1001").await;
    let invoice = world.post(order).await.invoice.unwrap().1;
    let found = world.read(format!("/api/v1/findEntries?documentNumber={invoice}")).await.expect(200);
    let of = |name: &str| found["value"].as_array().unwrap().iter().find(|list| list["name"] == name).cloned();
    assert_eq!(of("generalLedgerEntries").unwrap()["count"], 3, "{found:#}");
    let nothing = world.read(format!("/api/v1/findEntries?documentNumber={invoice}&postingDate=2020-01-01")).await;
    assert_eq!(nothing.expect(200)["value"], json!([]));
    let refused = world.read("/api/v1/findEntries").await;
    assert!(refused.message(400).contains("documentNumber"), "{}", refused.text);

    let vat = world.read("/api/v1/vatStatement?from=2020-01-01&to=2099-12-31").await.expect(200);
    let sum: f64 = vat["value"].as_array().unwrap().iter().map(|line| line["amount"].as_f64().unwrap()).sum();
    assert_eq!(sum, 50.0, "{vat:#}");
    let file = world.read("/api/v1/vatStatement?from=2020-01-01&to=2099-12-31&$format=csv").await;
    assert_eq!(file.headers["content-type"], "text/csv; charset=utf-8; header=present");
    assert_eq!(file.text, "Country/Region Code,Tax Jurisdiction Code,VAT %,Base,Amount\n,,25,200,50\n");
    let refused = world.read("/api/v1/vatStatement?from=2026-02-01&to=2026-01-01").await;
    assert!(refused.message(400).contains("before it begins"), "{}", refused.text);
    let refused = world.read("/api/v1/vatStatement?from=2026-01-01&to=2026-01-31&$format=xml").await;
    assert!(refused.message(400).contains("$format"), "{}", refused.text);
    assert_eq!(refused.expect(400)["error"]["target"], Value::Null, "the period is well");
}
