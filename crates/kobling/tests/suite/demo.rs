use outbound::{HeaderName, HeaderValue, Http, Policy, Request};
use serde_json::{Value, json};

use crate::process::{Running, run};

#[tokio::test]
async fn the_demo_runs_every_task_and_posts_and_sends_what_it_imports() {
    let home = tempfile::tempdir().unwrap();
    let demo = run(home.path(), &["demo", "--once", "--json"]).json();
    let tasks = demo["tasks"].as_array().unwrap();
    let ids: Vec<_> = tasks.iter().map(|task| task["id"].as_i64().unwrap()).collect();
    let coming: [i64; 9] = [30108, 30108, 30107, 30100, 30114, 30115, 30116, 30104, 30103];
    assert_eq!(ids, [&coming[..], &[30102, 296, 30109, 297, 30105, 30120]].concat());
    for task in tasks {
        assert_eq!(task["status"], "Success", "{task}");
        assert_eq!((&task["summary"]["skipped"], &task["summary"]["failed"]), (&0.into(), &0.into()), "{task}");
    }
    let products = &demo["totals"]["shopifyProducts"];
    assert_eq!(&tasks[0]["summary"]["created"], products, "every product of the store is here");
    assert!(products.as_u64().unwrap() > 10, "{products}");
    let sent = &tasks[1]["summary"];
    assert!(sent["updated"].as_u64().unwrap() > 0 && sent["calls"].as_u64().unwrap() <= 2, "one is on sale: {sent}");
    assert_eq!((&demo["totals"]["shopifyOrders"], &demo["totals"]["salesOrders"]), (&100.into(), &100.into()));
    let summary = |id: i64| &tasks.iter().find(|task| task["id"] == id).unwrap()["summary"];
    assert!(summary(30100)["fetched"].as_u64().unwrap() > 0, "customers come in, too: {}", summary(30100));
    assert!(summary(30102)["fetched"].as_u64().unwrap() > 0, "its stock is compared: {}", summary(30102));
    assert_eq!((&summary(296)["created"], &summary(30109)["updated"]), (&100.into(), &100.into()));
    assert_eq!((&demo["totals"]["postedInvoices"], &demo["totals"]["shopifyFulfillments"]), (&100.into(), &100.into()));
    assert!(summary(30105)["created"].as_u64().unwrap() > 0, "payouts are read: {}", summary(30105));
    assert_eq!(summary(30120)["created"], 1, "one payment is disputed");
    let ends = demo["monthEnd"].as_array().unwrap();
    for section in ends {
        assert_eq!(section["rest"].as_f64(), Some(0.0), "all of it is explained: {section}");
    }
    let has_come = |one: &Value| one["section"] == "Payouts" && one["shopify"].as_f64().unwrap() > 0.0;
    assert!(ends.iter().any(has_come), "payouts have come in these months: {ends:?}");
    assert_eq!(std::fs::read_dir(home.path()).unwrap().count(), 0, "nothing is left behind");
}

/// Otherwise than in Business Central, also the shop card of a demonstration syncs in the background.
#[tokio::test]
async fn the_link_that_the_demo_prints_signs_in_once_to_its_shop() {
    let home = tempfile::tempdir().unwrap();
    let arguments = ["demo", "--listen", "127.0.0.1:0", "--orders-per-minute", "600", "--json"];
    let demo = Running::start(home.path(), &arguments);
    let line: Value = serde_json::from_str(&demo.first_line).unwrap();
    let (address, link) = (line["address"].as_str().unwrap(), line["signIn"].as_str().unwrap());
    let ticket = link.strip_prefix(&format!("{address}/sign-in?ticket=")).unwrap();
    let http = Http::system(Policy::default()).unwrap();
    let sign_in = || {
        let request = Request::post(&format!("{address}/api/v1/session")).unwrap();
        http.send(request.json(&json!({ "ticket": ticket })).unwrap())
    };
    let session = sign_in().await.unwrap();
    let said: Value = serde_json::from_slice(&session.body).unwrap();
    assert_eq!(said["company"]["name"], "Fjellheim Friluft AS");
    let cookie = session.header("set-cookie").unwrap().split(';').next().unwrap();
    let cookie = HeaderValue::from_str(cookie).unwrap();
    let list = async |name: &str| -> Value {
        let request = Request::get(&format!("{address}/api/v1/{name}")).unwrap();
        let request = request.header(HeaderName::from_static("cookie"), cookie.clone());
        serde_json::from_slice::<Value>(&http.send(request).await.unwrap().body).unwrap()["value"].take()
    };
    assert_eq!(list("shopifyShops").await[0]["allowBackgroundSyncs"], true, "also the demo syncs in the background");
    let mappings = list("shopifyPaymentMethodMappings").await;
    let method = |one: &Value| ["gateway", "paymentMethodCode"].map(|field| one[field].as_str().unwrap().to_owned());
    let mut methods: Vec<_> = mappings.as_array().unwrap().iter().map(method).collect();
    methods.sort_unstable();
    assert_eq!(methods, [["shopify_payments", "CARD"], ["vipps", "VIPPS"]], "it is said how its orders are paid");
    assert_eq!(sign_in().await.unwrap().status.as_u16(), 401);
    assert_eq!(demo.stop(), 0);
}
