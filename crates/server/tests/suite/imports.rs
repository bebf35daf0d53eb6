//! Lists from files.

use axum::body::Body;
use axum::http::header::{AUTHORIZATION, CONTENT_TYPE};
use axum::http::{Method, Request};
use database::Engine;
use http_body_util::BodyExt;
use rstest::rstest;
use serde_json::{Value, json};
use tower::ServiceExt;

use crate::kept_lists::rows;
use crate::world::World;

/// What the administrator is answered for a file.
async fn import(world: &World, set: &str, file: &[u8], dry_run: bool) -> (u16, Value) {
    import_with(world, set, file, &format!("dryRun={dry_run}")).await
}

async fn import_with(world: &World, set: &str, file: &[u8], query: &str) -> (u16, Value) {
    let request = Request::builder()
        .method(Method::POST)
        .uri(format!("/api/v1/{set}/Kobling.import?{query}"))
        .header(AUTHORIZATION, format!("Bearer {}", world.administrator))
        .header(CONTENT_TYPE, "text/csv; charset=utf-8")
        .body(Body::from(file.to_vec()))
        .unwrap();
    let response = world.router.clone().oneshot(request).await.unwrap();
    let status = response.status().as_u16();
    let bytes = response.into_body().collect().await.unwrap().to_bytes();
    (status, serde_json::from_slice(&bytes).unwrap())
}

async fn count(world: &World, set: &str) -> i64 {
    world.read(format!("/api/v1/{set}?$count=true&$top=0")).await.expect(200)["@odata.count"].as_i64().unwrap()
}

const ITEMS: &str = "No.,Description,unitPrice,baseUnitOfMeasureCode,Sales Blocked\n\
    CAP,Cap,199.90,PCS,no\nSHIRT,'=Shirt,349,PCS,yes\n";
const CUSTOMERS: &str = "\u{feff}customerTemplateCode;Name;E-Mail\n";

#[rstest]
#[tokio::test]
async fn a_trial_reports_and_makes_nothing(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    world.company().await;
    let (status, report) = import(&world, "items", ITEMS.as_bytes(), true).await;
    assert_eq!((status, &report), (200, &json!({"dryRun": true, "rows": 2, "created": 2, "problems": []})));
    assert_eq!(count(&world, "items").await, 0);
    let (status, report) = import(&world, "items", ITEMS.as_bytes(), false).await;
    assert_eq!((status, &report["created"]), (200, &json!(2)), "{report}");
    let log = world.read("/api/v1/auditLogEntries?$filter=action eq 'records imported'").await.expect(200);
    let log = log["value"].as_array().unwrap();
    assert_eq!(log.len(), 1, "a trial changes nothing that is to be known");
    assert_eq!((&log[0]["subject"], &log[0]["userName"]), (&json!("items"), &json!("ADMINISTRATOR")));
    let shirt = world.read("/api/v1/items?$filter=number eq 'SHIRT'").await.expect(200);
    assert_eq!(
        (&shirt["value"][0]["displayName"], &shirt["value"][0]["salesBlocked"]),
        (&json!("=Shirt"), &json!(true))
    );
}

#[rstest]
#[tokio::test]
async fn every_problem_is_told_with_its_row_and_nothing_is_made(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    world.company().await;
    let file = "number,unitPrice,baseUnitOfMeasureCode,type,displayName\n\
        OK,10,PCS,Inventory,Fine\n\
        BAD,\"1,50\",PCS,Thing,Both\n\
        BOX,10,CRATE,,Unknown code\n\
        OK,10,PCS,,Twice\n\
        SHORT,10\n";
    let places = |report: &Value, list: &str, place: fn(&Value) -> String| -> Vec<String> {
        report[list].as_array().unwrap().iter().map(place).collect()
    };
    let (status, report) = import(&world, "items", file.as_bytes(), true).await;
    assert_eq!((status, &report["rows"], &report["created"]), (200, &json!(5), &json!(0)), "{report}");
    let rows =
        places(&report, "problems", |problem| format!("{} {}", problem["row"], problem["field"].as_str().unwrap()));
    assert_eq!(rows[..2], ["3 unitPrice", "3 type"], "{report:#}");
    let rows: Vec<_> = report["problems"].as_array().unwrap().iter().map(|problem| problem["row"].as_u64()).collect();
    assert_eq!(rows, [3, 3, 4, 5, 6].map(Some), "{report:#}");

    let (status, refused) = import(&world, "items", file.as_bytes(), false).await;
    assert_eq!((status, refused["error"]["code"].as_str()), (400, Some("BadRequest")));
    let targets = places(&refused["error"], "details", |detail| detail["target"].as_str().unwrap().to_owned());
    assert_eq!((targets.len(), targets[0].as_str()), (5, "row 3, unitPrice"), "{refused:#}");
    assert_eq!(count(&world, "items").await, 0);
}

#[rstest]
#[case::wrong_header("paymentTerms", b"code,colour\nA,red\n", "no field 'colour'")]
#[case::set_by_the_program("paymentTerms", b"id,code\n1,A\n", "leave the column out")]
#[case::twice("paymentTerms", b"code,Code\nA,A\n", "there twice")]
#[case::another_encoding("paymentTerms", b"code,Description\nA,F\xf8rst\n", "UTF-8")]
#[case::bad_date("currencyExchangeRates", b"currencyCode,startingDate\nEUR,01.02.2026\n", "2026-11-26")]
#[case::unknown_code("paymentMethods", b"code,Bal. Account No.\nA,999999\n", "there is no G/L Account 999999")]
#[case::duplicate("paymentTerms", b"code\n14D\n", "already exists")]
#[case::blank_key("paymentTerms", b"code,displayName\n,Blank\n", "blank")]
#[case::empty("paymentTerms", b"code\n", "no rows")]
#[tokio::test]
async fn what_is_wrong_is_said(#[case] set: &str, #[case] file: &[u8], #[case] problem: &str) {
    let world = World::new(Engine::Sqlite).await;
    world.company().await;
    let before = count(&world, set).await;
    let (status, report) = import(&world, set, file, true).await;
    assert_eq!(status, 200);
    let message = report["problems"][0]["message"].as_str().unwrap_or_else(|| panic!("{report}"));
    assert!(message.contains(problem), "{message}");
    assert_eq!(import(&world, set, file, false).await.0, 400);
    assert_eq!(count(&world, set).await, before);
}

#[rstest]
#[tokio::test]
async fn customers_come_from_a_file_with_semicolons(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    world.company().await;
    let file = format!("{}DOMESTIC;Kari;kari@example.com\nDOMESTIC;Ola;\n", CUSTOMERS.replace("E-Mail", "Email"));
    let (status, report) = import(&world, "customers", file.as_bytes(), false).await;
    assert_eq!((status, &report["created"]), (200, &json!(2)), "{report}");
    let found = world.read("/api/v1/customers?$orderby=number").await.expect(200);
    let of = |at: usize, name: &str| found["value"][at][name].as_str().unwrap().to_owned();
    assert_eq!(
        (of(0, "number"), of(0, "displayName"), of(1, "displayName")),
        ("C00001".into(), "Kari".into(), "Ola".into())
    );
}

#[rstest]
#[tokio::test]
async fn a_list_of_the_set_up_comes_back_from_its_own_file(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    world.company().await;
    let select = "$select=code,displayName,dueDateCalculation,calculateDiscountOnCreditMemos";
    let before = world.read(format!("/api/v1/paymentTerms?$format=csv&{select}")).await.text;
    let found = world.read("/api/v1/paymentTerms").await.expect(200);
    for terms in found["value"].as_array().unwrap() {
        let path = format!("/api/v1/paymentTerms/{}", terms["id"].as_str().unwrap());
        world.call(Method::DELETE, path).header("if-match", "*").send(&world.router).await;
    }
    let left = world.read(format!("/api/v1/paymentTerms?$format=csv&{select}")).await.text;
    let gone: String = before
        .lines()
        .filter(|line| *line == before.lines().next().unwrap() || !left.contains(line))
        .fold(String::new(), |file, line| file + line + "\n");
    let (status, report) = import(&world, "paymentTerms", gone.as_bytes(), false).await;
    assert_eq!(status, 200, "{report}");
    let mut after: Vec<_> = world
        .read(format!("/api/v1/paymentTerms?$format=csv&{select}"))
        .await
        .text
        .lines()
        .map(str::to_owned)
        .collect();
    let mut expected: Vec<_> = before.lines().map(str::to_owned).collect();
    after.sort();
    expected.sort();
    assert_eq!(after, expected);
}

const JOURNAL: &str = "Posting Date,Account Type,Account No.,Amount,Bal. Account No.\n\
    2026-03-02,G/L Account,3060,-100,1580\n2026-03-02,Bank Account,MAIN,250.50,1580\n";

#[rstest]
#[tokio::test]
async fn lines_of_a_journal_come_from_a_file_that_names_it_or_is_told_which(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    world.company().await;
    let (_, nowhere) = import(&world, "journalLines", JOURNAL.as_bytes(), true).await;
    let first = nowhere["problems"][0]["message"].as_str().unwrap();
    assert_eq!(first, "a new line needs journalId, or journalBatchName: choose one of /api/v1/journals");
    let journals = world.read("/api/v1/journals?$filter=templateDisplayName eq 'GENERAL'").await.expect(200);
    let given = |dry_run: bool, id: &str| format!("dryRun={dry_run}&journalId={id}");
    let id = journals["value"][0]["id"].as_str().unwrap();
    let (status, trial) = import_with(&world, "journalLines", JOURNAL.as_bytes(), &given(true, id)).await;
    assert_eq!((status, &trial["created"], &trial["problems"]), (200, &json!(2), &json!([])));
    assert_eq!(count(&world, "journalLines").await, 0);
    let (status, report) = import_with(&world, "journalLines", JOURNAL.as_bytes(), &given(false, id)).await;
    assert_eq!((status, &report["created"]), (200, &json!(2)), "{report}");
    let named = JOURNAL.replace("Bal. Account No.\n", "Bal. Account No.,Journal Template Name,Journal Batch Name\n");
    let named = named.replace("1580\n", "1580,CASHRCPT,DEFAULT\n");
    let (status, report) = import_with(&world, "journalLines", named.as_bytes(), "dryRun=false").await;
    assert_eq!((status, &report["created"]), (200, &json!(2)), "{report}");
    let lines = world.read("/api/v1/journalLines").await.expect(200);
    let of = |id: &str| lines["value"].as_array().unwrap().iter().filter(|line| line["journalId"] == id).count();
    assert_eq!((of(id), lines["value"].as_array().unwrap().len()), (2, 4));

    let (_, elsewhere) = import_with(&world, "journalLines", named.as_bytes(), &given(true, id)).await;
    let first = &elsewhere["problems"][0];
    assert_eq!((&first["row"], &first["field"]), (&json!(2), &json!("journalBatchName")), "{elsewhere}");
    let twice = format!("{}&journalId={id}", given(true, id));
    let (_, twice) = import_with(&world, "journalLines", JOURNAL.as_bytes(), &twice).await;
    let first = &twice["problems"][0];
    assert_eq!((&first["row"], &first["field"]), (&json!(1), &json!("journalId")), "{twice}");

    let wrong = named.replace("3060", "9999").replace("2026-03-02,Bank", "someday,Bank").replace("DEFAULT", "NONE");
    let (status, report) = import(&world, "journalLines", wrong.as_bytes(), true).await;
    let problems: Vec<_> =
        report["problems"].as_array().unwrap().iter().map(|one| (&one["row"], &one["field"])).collect();
    assert_eq!(problems, [(&json!(2), &json!("journalBatchName")), (&json!(3), &json!("postingDate"))], "{status}");
    let (status, refused) = import_with(&world, "journalLines", JOURNAL.as_bytes(), "colour=red").await;
    assert_eq!((status, &refused["error"]["target"]), (400, &json!("colour")));
    let (_, unreadable) = import_with(&world, "journalLines", JOURNAL.as_bytes(), "dryRun=true&journalId=7").await;
    assert_eq!(
        (&unreadable["problems"][0]["row"], &unreadable["problems"][0]["field"]),
        (&json!(1), &json!("journalId"))
    );
}

/// A record of each list that is not among those of [`rows`], after these.
fn more_rows() -> Vec<(&'static str, Value)> {
    vec![
        ("journals", json!({"templateDisplayName": "GENERAL", "code": "SECOND"})),
        ("customerDiscountGroups", json!({"code": "VIP"})),
        ("itemDiscountGroups", json!({"code": "SALE"})),
        ("shippingAgentServices", json!({"shippingAgentCode": "POST", "code": "EXPRESS"})),
        ("generalBusinessPostingGroups", json!({"code": "ASIA"})),
        ("generalProductPostingGroups", json!({"code": "TOYS"})),
        ("vatBusinessPostingGroups", json!({"code": "ASIA"})),
        ("vatProductPostingGroups", json!({"code": "TOYS"})),
        ("inventoryPostingGroups", json!({"code": "TOYS"})),
        ("generalPostingSetup", json!({"businessGroup": "ASIA", "productGroup": "TOYS"})),
        ("taxAreaLines", json!({"salesTaxAreaCode": "LAKESIDE", "taxJurisdictionCode": "STATE"})),
        (
            "taxDetails",
            json!({"taxJurisdictionCode": "STATE", "salesTaxGroupCode": "FOOD", "taxType": "Sales Tax",
                "effectiveDate": "2026-01-01"}),
        ),
        ("numberSeries", json!({"code": "TOYS"})),
        ("itemTemplates", json!({"code": "TOYS"})),
        ("itemReferences", json!({"itemNumber": "SHIRT", "referenceNumber": "7031234567890"})),
        ("customers", json!({"customerTemplateCode": "DOMESTIC", "number": "KARI", "displayName": "Kari"})),
        ("shipToAddresses", json!({"customerNumber": "KARI", "code": "CABIN", "displayName": "Kari"})),
        ("items", json!({"number": "CAP", "displayName": "Cap", "baseUnitOfMeasureCode": "PCS"})),
        ("priceLists", json!({"code": "SPRING", "description": "Spring"})),
    ]
}

/// Those of which the same may come twice.
fn lines() -> Vec<(&'static str, Value)> {
    vec![
        ("priceListLines", json!({"listCode": "SPRING", "assetNumber": "SHIRT", "unitPrice": 349})),
        ("itemJournalLines", json!({"postingDate": "2026-03-02", "itemNumber": "SHIRT", "quantity": 2})),
        ("expectedReceipts", json!({"itemNumber": "SHIRT", "quantity": 5, "expectedReceiptDate": "2026-03-09"})),
        (
            "journalLines",
            json!({"journalBatchName": "DEFAULT", "postingDate": "2026-03-02", "accountNumber": "1900", "amount": 1}),
        ),
    ]
}

/// A file of one row.
fn file_of(record: &Value) -> String {
    let cell = |value: &Value| value.as_str().map_or_else(|| value.to_string(), str::to_owned);
    let (names, cells): (Vec<_>, Vec<_>) =
        record.as_object().unwrap().iter().map(|(name, value)| (name.clone(), cell(value))).unzip();
    format!("{}\n{}\n", names.join(","), cells.join(","))
}

#[rstest]
#[tokio::test]
async fn each_list_is_read_from_a_file_after_a_trial(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    world.company().await;
    world.shop().await;
    let item = "number,displayName,type,baseUnitOfMeasureCode\nSHIRT,Shirt,Inventory,PCS\n";
    assert_eq!(import(&world, "items", item.as_bytes(), false).await.0, 200);
    assert_eq!(import(&world, "inventoryPostingGroups", b"code\nGOODS\n", false).await.0, 200);
    assert_eq!(import(&world, "vendors", b"number,displayName\nV1,Weaver\n", false).await.0, 200);
    let kept = rows().into_iter().map(|(set, new, ..)| (set, new)).chain(more_rows());
    let mut seen = Vec::new();
    for ((set, record), is_line) in kept.map(|row| (row, false)).chain(lines().into_iter().map(|row| (row, true))) {
        let (file, before) = (file_of(&record), count(&world, set).await);
        let (_, trial) = import(&world, set, file.as_bytes(), true).await;
        assert_eq!((&trial["created"], count(&world, set).await), (&json!(1), before), "{set}: {trial}");
        let (status, report) = import(&world, set, file.as_bytes(), false).await;
        assert_eq!((status, count(&world, set).await), (200, before + 1), "{set}: {report}");
        let (_, again) = import(&world, set, file.as_bytes(), true).await;
        let problem = again["problems"][0]["message"].as_str().unwrap_or_default();
        assert_eq!(problem.contains("already exists"), !is_line, "{set}: {again}");
        seen.push(set);
    }
    let left_out = server::importable().into_iter().filter(|set| !set.starts_with("shopify") && !seen.contains(set));
    assert_eq!(left_out.collect::<Vec<_>>(), Vec::<&str>::new());
}
