//! Stock through the API: item journals, counting, expected receipts, what is available, and what is kept for orders.

use axum::http::Method;
use back_office::sales::{self, DocumentType, LineKind, NewDocument, NewLine};
use database::Engine;
use rstest::rstest;
use serde_json::{Value, json};

use crate::world::World;

const DAY: &str = "2026-01-15";

/// A company with the item SHIRT, which is counted, its variant RED, and the locations MAIN and NORTH.
async fn warehouse(engine: Engine) -> World {
    let world = World::new(engine).await;
    world.company().await;
    for (set, new) in [
        ("items", json!({"number": "SHIRT", "displayName": "Shirt"})),
        ("items", json!({"number": "WORK", "displayName": "Work", "itemTemplateCode": "SERVICE"})),
        ("itemVariants", json!({"itemNumber": "SHIRT", "code": "RED"})),
        ("locations", json!({"code": "NORTH"})),
        (
            "inventoryPostingSetup",
            json!({"locationCode": "NORTH", "inventoryPostingGroupCode": "RESALE",
            "inventoryAccount": "1460"}),
        ),
    ] {
        world.change(Method::POST, set, new).await.expect(201);
    }
    world
}

impl World {
    /// The id of the batch of the item journal.
    async fn batch(&self, code: &str) -> String {
        let found = self.read(format!("/api/v1/itemJournalBatches?$filter=code eq '{code}'")).await.expect(200);
        found["value"][0]["id"].as_str().unwrap().to_owned()
    }

    /// Posts that many shirts into MAIN.
    async fn receive(&self, quantity: i32) {
        let line = json!({"postingDate": DAY, "itemNumber": "SHIRT", "locationCode": "MAIN", "quantity": quantity,
            "unitCost": 80});
        self.change(Method::POST, "itemJournalLines", line).await.expect(201);
        let post = format!("itemJournalBatches/{}/Kobling.post", self.batch("DEFAULT").await);
        self.change(Method::POST, post, json!({})).await.expect(200);
    }

    /// The figures of an item, one for each variant and location that is asked for.
    async fn available(&self, question: &str) -> Vec<Value> {
        let found = self.read(format!("/api/v1/itemAvailability?{question}")).await.expect(200);
        found["value"].as_array().unwrap().clone()
    }
}

/// Something else on a body.
fn with(mut body: Value, change: &Value) -> Value {
    for (name, value) in change.as_object().unwrap() {
        body[name] = value.clone();
    }
    body
}

#[rstest]
#[tokio::test]
async fn an_item_journal_is_entered_changed_and_posted(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = warehouse(engine).await;
    let line = json!({"postingDate": DAY, "itemNumber": "shirt", "locationCode": "MAIN", "quantity": 10});
    let entered = world.change(Method::POST, "itemJournalLines", line.clone()).await.expect(201);
    assert_eq!((&entered["batchCode"], &entered["lineNumber"]), (&json!("DEFAULT"), &json!(10_000)));
    assert_eq!((&entered["description"], &entered["unitOfMeasureCode"]), (&json!("Shirt"), &json!("PCS")));

    let path = format!("itemJournalLines/{}", entered["id"].as_str().unwrap());
    for (change, field) in [
        (json!({"itemNumber": "HAT"}), "itemNumber"),
        (json!({"itemNumber": "WORK"}), "itemNumber"),
        (json!({"variantCode": "BLUE"}), "variantCode"),
        (json!({"locationCode": "MARS"}), "locationCode"),
        (json!({"entryType": "Transfer", "newLocationCode": "MARS"}), "newLocationCode"),
        (json!({"unitOfMeasureCode": "BOX"}), "unitOfMeasureCode"),
        (json!({"quantity": 0}), "quantity"),
        (json!({"unitCost": -1}), "unitCost"),
    ] {
        let refused = world.change(Method::POST, "itemJournalLines", with(line.clone(), &change)).await;
        assert_eq!(refused.expect(400)["error"]["target"], field, "new: {}", refused.text);
        let refused = world.change(Method::PATCH, &path, change).await;
        assert_eq!(refused.expect(400)["error"]["target"], field, "changed: {}", refused.text);
    }
    let nowhere = with(line.clone(), &json!({"batchCode": "MARS"}));
    let refused = world.change(Method::POST, "itemJournalLines", nowhere).await;
    assert_eq!(refused.expect(400)["error"]["target"], "batchCode", "{}", refused.text);
    let counted = world.change(Method::PATCH, &path, json!({"quantityPhysical": 5})).await;
    assert!(counted.message(400).contains("not of a count"), "{}", counted.text);

    let seen = entered["@odata.etag"].as_str().unwrap();
    let patch = |body: Value| {
        world.call(Method::PATCH, format!("/api/v1/{path}")).header("if-match", seen).body(body).send(&world.router)
    };
    assert_eq!(patch(json!({"quantity": 12, "unitCost": 80})).await.expect(200)["amount"], 960);
    assert_eq!(patch(json!({"quantity": 13})).await.status, 412);

    let post = format!("itemJournalBatches/{}/Kobling.post", world.batch("DEFAULT").await);
    let posted = world.change(Method::POST, &post, json!({})).await.expect(200);
    assert_eq!(posted, json!({"transactionNumber": 1, "lines": 1}));
    assert_eq!(world.read("/api/v1/itemJournalLines").await.expect(200)["value"], json!([]));
    let entries = world.read("/api/v1/itemLedgerEntries").await.expect(200);
    assert_eq!((&entries["value"][0]["quantity"], &entries["value"][0]["locationCode"]), (&json!(12), &json!("MAIN")));
    let empty = world.change(Method::POST, &post, json!({})).await;
    assert!(empty.message(400).contains("nothing to post"), "{}", empty.text);
    let again = world.change(Method::POST, "itemJournalLines", line).await.expect(201);
    let path = format!("itemJournalLines/{}", again["id"].as_str().unwrap());
    world.change(Method::DELETE, &path, json!({})).await.expect(204);
    assert_eq!(world.change(Method::DELETE, &path, json!({})).await.status, 404);
}

#[rstest]
#[tokio::test]
async fn what_is_counted_is_calculated_entered_and_posted(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = warehouse(engine).await;
    world.receive(10).await;
    let batch = format!("itemJournalBatches/{}", world.batch("PHYSINV").await);
    let calculate = |body: Value| world.change(Method::POST, format!("{batch}/Kobling.calculateInventory"), body);
    for (filters, field) in [
        (json!({"itemNumber": "HAT"}), "itemNumber"),
        (json!({"itemNumber": "|"}), "itemNumber"),
        (json!({"locationCode": "MARS"}), "locationCode"),
    ] {
        let refused = calculate(with(json!({"postingDate": DAY}), &filters)).await;
        assert_eq!(refused.expect(400)["error"]["target"], field, "{}", refused.text);
    }
    let elsewhere = calculate(json!({"postingDate": DAY, "locationCode": "NORTH"})).await.expect(200);
    assert_eq!(elsewhere, json!({"lines": 0}));
    let made = calculate(json!({"postingDate": DAY, "itemNumber": "S*"})).await.expect(200);
    assert_eq!(made, json!({"lines": 1}));

    let lines = world.read("/api/v1/itemJournalLines").await.expect(200);
    let line = &lines["value"][0];
    assert_eq!((&line["quantityCalculated"], &line["quantityPhysical"]), (&json!(10), &json!(10)));
    let path = format!("itemJournalLines/{}", line["id"].as_str().unwrap());
    let refused = world.change(Method::PATCH, &path, json!({"quantityPhysical": -1})).await;
    assert_eq!(refused.expect(400)["error"]["target"], "quantityPhysical", "{}", refused.text);
    let changed = world.change(Method::PATCH, &path, json!({"quantity": 3})).await;
    assert!(changed.message(400).contains("is of a count"), "{}", changed.text);
    let counted = world.change(Method::PATCH, &path, json!({"quantityPhysical": 8})).await.expect(200);
    assert_eq!((&counted["entryType"], &counted["quantity"]), (&json!("Negative Adjmt."), &json!(2)));

    let posted = world.change(Method::POST, format!("{batch}/Kobling.post"), json!({})).await.expect(200);
    assert_eq!(posted["lines"], 1);
    assert_eq!(world.available("itemNumber=SHIRT").await[0]["inventory"], 8);
}

#[rstest]
#[tokio::test]
async fn what_is_expected_counts_from_its_day_on(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = warehouse(engine).await;
    let new = json!({"itemNumber": "SHIRT", "variantCode": "RED", "locationCode": "MAIN", "quantity": 5,
        "expectedReceiptDate": "2026-02-01"});
    let made = world.change(Method::POST, "expectedReceipts", new.clone()).await.expect(201);
    let path = format!("expectedReceipts/{}", made["id"].as_str().unwrap());
    for (change, field) in [
        (json!({"itemNumber": "HAT"}), "itemNumber"),
        (json!({"variantCode": "BLUE"}), "variantCode"),
        (json!({"locationCode": "MARS"}), "locationCode"),
        (json!({"quantity": -1}), "quantity"),
    ] {
        let refused = world.change(Method::POST, "expectedReceipts", with(new.clone(), &change)).await;
        assert_eq!(refused.expect(400)["error"]["target"], field, "{}", refused.text);
        let refused = world.change(Method::PATCH, &path, change).await;
        assert_eq!(refused.expect(400)["error"]["target"], field, "{}", refused.text);
    }
    let coming = |lines: Vec<Value>| lines.iter().map(|line| line["scheduledReceipt"].as_i64().unwrap()).sum::<i64>();
    assert_eq!(coming(world.available("itemNumber=SHIRT&date=2026-01-31").await), 0);
    assert_eq!(coming(world.available("itemNumber=SHIRT&date=2026-02-01").await), 5);
    let undated = world.change(Method::PATCH, &path, json!({"expectedReceiptDate": null, "quantity": 7})).await;
    assert_eq!(undated.expect(200)["expectedReceiptDate"], Value::Null);
    assert_eq!(coming(world.available("itemNumber=SHIRT&date=2026-01-31").await), 7);
    world.change(Method::DELETE, &path, json!({})).await.expect(204);
    assert_eq!(coming(world.available("itemNumber=SHIRT&date=2026-12-31").await), 0);
}

#[rstest]
#[tokio::test]
async fn availability_is_asked_by_item_variant_and_location(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = warehouse(engine).await;
    world.receive(10).await;
    for (variant, location) in [("RED", "NORTH"), ("RED", "MAIN")] {
        let new = json!({"itemNumber": "SHIRT", "variantCode": variant, "locationCode": location, "quantity": 1});
        world.change(Method::POST, "expectedReceipts", new).await.expect(201);
    }
    let places = |lines: &[Value]| {
        let place = |line: &Value| format!("{}/{}", line["variantCode"], line["locationCode"]).replace('"', "");
        lines.iter().map(place).collect::<Vec<_>>()
    };
    for (question, expected) in [
        ("", vec!["/MAIN", "RED/MAIN", "RED/NORTH"]),
        ("itemNumber=SHIRT&variantCode=RED", vec!["RED/MAIN", "RED/NORTH"]),
        ("itemNumber=S*&locationCode=NORTH", vec!["RED/NORTH"]),
        ("variantCode=''", vec!["/MAIN"]),
        ("itemNumber=WORK", vec![]),
    ] {
        assert_eq!(places(&world.available(question).await), expected, "{question}");
    }
    let line = &world.available("variantCode=''").await[0];
    assert_eq!(
        (&line["free"], &line["availableToPromise"], &line["displayName"]),
        (&json!(10), &json!(10), &json!("Shirt"))
    );
    for (question, field) in [("itemNumber=%7C", "itemNumber"), ("variantCode=(", "variantCode")] {
        let refused = world.read(format!("/api/v1/itemAvailability?{question}")).await;
        assert_eq!(refused.expect(400)["error"]["target"], field, "{}", refused.text);
    }
    let refused = world.read("/api/v1/itemAvailability?colour=red").await;
    assert!(refused.message(400).contains("colour"), "{}", refused.text);
}

#[rstest]
#[tokio::test]
async fn goods_are_kept_for_a_line_of_an_order_and_given_back(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = warehouse(engine).await;
    world.receive(10).await;
    let customer = json!({"customerTemplateCode": "DOMESTIC", "displayName": "Kari"});
    let customer = world.change(Method::POST, "customers", customer).await.expect(201)["number"].clone();
    let cx = &sales::Context { now: world.app.clock.now(), random: world.app.random.clone(), user: "TEST".into() };
    let number: &values::Code<20> = &customer.as_str().unwrap().parse().unwrap();
    let write = |tx| async move {
        let shirts = NewLine {
            kind: LineKind::Item,
            number: "SHIRT".parse().unwrap(),
            location_code: "MAIN".parse().unwrap(),
            quantity: 12.into(),
            ..NewLine::default()
        };
        let order = NewDocument {
            sell_to_customer: number.clone(),
            bill_to_customer: number.clone(),
            order_date: cx.now.date_naive(),
            document_date: cx.now.date_naive(),
            lines: vec![shirts],
            ..NewDocument::default()
        };
        sales::create(&tx, &sales::Setup::read(&tx).await?, DocumentType::Order, &order, cx).await
    };
    world.app.db.write(write).await.unwrap();

    let line = world.read("/api/v1/salesOrderLines").await.expect(200)["value"][0].clone();
    let path = format!("salesOrderLines/{}", line["id"].as_str().unwrap());
    let too_many = world.change(Method::POST, format!("{path}/Kobling.reserve"), json!({"quantity": 11})).await;
    assert_eq!(too_many.expect(400)["error"]["target"], "quantity", "{}", too_many.text);
    assert!(too_many.message(400).contains("there are 10"), "{}", too_many.text);
    let kept = world.change(Method::POST, format!("{path}/Kobling.reserve"), json!({"quantity": 4})).await.expect(200);
    assert_eq!(kept["reservedQuantity"], 4);
    let all = world.change(Method::POST, format!("{path}/Kobling.reserve"), json!({})).await.expect(200);
    assert_eq!(all["reservedQuantity"], 10);
    let figures = &world.available("itemNumber=SHIRT").await[0];
    assert_eq!((&figures["reserved"], &figures["free"]), (&json!(10), &json!(0)));

    let stale = line["@odata.etag"].as_str().unwrap();
    let cancel = format!("/api/v1/{path}/Kobling.cancelReservation");
    let refused = world.call(Method::POST, &cancel).header("if-match", stale).send(&world.router).await;
    assert_eq!(refused.status, 412, "{}", refused.text);
    let given = world.call(Method::POST, &cancel).send(&world.router).await.expect(200);
    assert_eq!(given["reservedQuantity"], 0);
    assert_eq!(world.available("itemNumber=SHIRT").await[0]["free"], 10);
}
