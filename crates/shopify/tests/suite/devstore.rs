//! The client against the stand-in store, which executes what it is asked by Shopify's own rules.

use std::collections::BTreeSet;
use std::sync::Arc;
use std::time::Duration;

use chrono::{DateTime, TimeDelta};
use devstore::{DEFAULT_DOMAIN, DEFAULT_TOKEN, Devstore, Fault, FaultKind, Options};
use futures::poll;
use outbound::{HeaderName, Http, Request};
use rstest::rstest;
use runtime::{Clock, ManualClock, Random};
use shopify::bulk;
use shopify::documents::api_versions::api_versions;
use shopify::documents::orders::{PAGE, Reach, by_ids, page};
use shopify::documents::{self, refunds, shop::settings, webhooks};
use shopify::{Budget, Client, Error, Meter, Scopes, Store};
use shopify_schema::gid::OrderId;

pub struct World {
    pub devstore: Devstore,
    pub clock: Clock,
    pub manual: ManualClock,
    pub meter: Meter,
    pub client: Client,
}

impl World {
    pub fn new(orders: usize) -> Self {
        let start = DateTime::UNIX_EPOCH + TimeDelta::days(20_000);
        let (clock, manual) = Clock::manual(start);
        let devstore = Devstore::new(Options::new(clock.clone(), Random::seeded(1))).unwrap();
        devstore.seed(orders, 1).unwrap();
        let meter = Meter::default();
        let client = client(&devstore, &clock, DEFAULT_TOKEN).metered(meter.clone());
        Self { devstore, clock, manual, meter, client }
    }

    /// Asks the store in plain GraphQL.
    pub async fn ask(&self, query: &str) -> serde_json::Value {
        self.ask_with(query, &serde_json::json!({})).await
    }

    /// Asks the store in plain GraphQL, with variables.
    async fn ask_with(&self, query: &str, variables: &serde_json::Value) -> serde_json::Value {
        let request = Request::post(&format!("https://{DEFAULT_DOMAIN}/admin/api/2026-10/graphql.json"))
            .unwrap()
            .secret_header(HeaderName::from_static("x-shopify-access-token"), &DEFAULT_TOKEN.into())
            .unwrap()
            .json(&serde_json::json!({ "query": query, "variables": variables }))
            .unwrap();
        let response = Http::in_process(self.devstore.router()).send(request).await.unwrap();
        serde_json::from_slice(&response.body).unwrap()
    }

    pub async fn drive<F: Future>(&self, future: F) -> F::Output {
        tokio::pin!(future);
        loop {
            if let std::task::Poll::Ready(output) = poll!(&mut future) {
                return output;
            }
            tokio::task::yield_now().await;
            if self.manual.sleepers() > 0 {
                self.manual.advance(Duration::from_millis(10));
            }
        }
    }
}

fn client(devstore: &Devstore, clock: &Clock, token: &str) -> Client {
    let store = Store::new(DEFAULT_DOMAIN, &format!("https://{DEFAULT_DOMAIN}"), token.into());
    let random = Random::seeded(2);
    let (http, budget) = (Http::in_process(devstore.router()), Arc::new(Budget::alone(clock.clone(), &random)));
    Client::new(http, store, budget, clock.clone(), random)
}

/// All orders, page by page.
async fn all(client: &Client) -> Vec<shopify::Kept<documents::orders::Order>> {
    let (mut orders, mut after) = (Vec::new(), None);
    loop {
        let page = page(client, Reach::ALL, "", after).await.unwrap();
        orders.extend(page.orders);
        match page.next {
            Some(next) => after = Some(next),
            None => return orders,
        }
    }
}

#[tokio::test]
async fn a_store_tells_its_settings() {
    let world = World::new(0);
    let shop = world.drive(settings(&world.client)).await.unwrap().shop;
    assert_eq!(shop.myshopify_domain, DEFAULT_DOMAIN);
}

#[tokio::test]
async fn a_thousand_orders_come_whole_in_a_dozen_pages() {
    let world = World::new(1000);
    let orders = world.drive(all(&world.client)).await;
    let numbers: BTreeSet<_> = orders.iter().filter_map(shopify::Kept::id).collect();
    assert_eq!((orders.len(), numbers.len()), (1000, 1000));
    let mut last = DateTime::UNIX_EPOCH;
    for order in orders {
        let order = order.read().unwrap_or_else(|error| panic!("{error}: {}", order.json()));
        assert!(order.updated_at >= last && !order.line_items.page_info.has_next_page);
        last = order.updated_at;
    }
    let summary = world.devstore.handle().summary();
    assert_eq!((world.meter.calls(), world.meter.points()), (summary.calls, summary.points), "both count alike");
    assert_eq!(summary.throttled, 0, "the budget waits before the store has to refuse");
    let pages = &summary.by_operation["OrdersPage"];
    assert_eq!(pages.calls, 12);
    assert!(summary.calls <= 15 && summary.points <= 12_000, "{summary:?}");
}

#[tokio::test]
async fn the_store_asks_the_known_cost_for_every_document() {
    let world = World::new(3);
    let id = OrderId::new(world.drive(all(&world.client)).await[0].id().unwrap());
    world.drive(by_ids(&world.client, Reach::ALL, &[id])).await.unwrap();
    assert_eq!(world.drive(documents::orders::count(&world.client, "status:open")).await.unwrap(), 3);
    world.drive(documents::orders::glance(&world.client, "status:open")).await.unwrap();
    let parts = documents::orders::PartsVariables { ids: vec![id.to_string().into()] };
    world.drive(world.client.run::<documents::orders::OrdersParts>(parts)).await.map(drop).unwrap();
    world.drive(documents::locations::locations(&world.client)).await.map(drop).unwrap();
    world.drive(documents::staff::staff_members(&world.client)).await.map(drop).unwrap();
    world.drive(documents::payment_terms::templates(&world.client)).await.map(drop).unwrap();
    world.drive(documents::delivery::method_names(&world.client)).await.map(drop).unwrap();
    world.drive(documents::gift_cards::page(&world.client, None)).await.map(drop).unwrap();
    world.drive(settings(&world.client)).await.unwrap();
    world.drive(api_versions(&world.client)).await.unwrap();
    let lines = documents::orders::OrdersLinesVariables { ids: vec![id.to_string().into()] };
    world.drive(world.client.run::<documents::orders::OrdersLines>(lines)).await.map(drop).unwrap();
    for name in ["OrderLineItems", "OrderShippingLines"] {
        let part = documents::orders::Part { id: id.to_string().into(), first: 250, after: None };
        match name {
            "OrderLineItems" => {
                world.drive(world.client.run::<documents::orders::OrderLineItems>(part)).await.map(drop).unwrap();
            }
            _ => world.drive(world.client.run::<documents::orders::OrderShippingLines>(part)).await.map(drop).unwrap(),
        }
    }
    let reach = refunds::RefundsVariables::of(&Scopes::parse("read_returns, read_locations"));
    let told = world.drive(refunds::of_orders(&world.client, &reach, &[id])).await.unwrap();
    assert!(matches!(told.as_slice(), [(_, Ok(order))] if order.refunds.is_empty()));
    let one = |kind: &str| refunds::RefundsVariables { id: format!("gid://shopify/{kind}/1").into(), ..reach.clone() };
    world.drive(world.client.run::<refunds::AllOfRefund>(one("Refund"))).await.map(drop).unwrap();
    world.drive(world.client.run::<refunds::AllOfReturn>(one("Return"))).await.map(drop).unwrap();
    world.drive(world.client.run::<refunds::MoreReturns>(one("Order"))).await.map(drop).unwrap();
    let client = &world.client;
    let wanted = |uri: &str| webhooks::NewSubscription { uri: Some(uri.into()), include_fields: None };
    let made = webhooks::create(client, webhooks::SubscriptionTopic::OrdersPaid, wanted("https://kobling.example/a"));
    let made = world.drive(made).await.unwrap();
    let moved = world.drive(webhooks::move_to(client, &made.id, "https://kobling.example/b")).await.unwrap();
    assert_eq!(world.drive(webhooks::list(client)).await.unwrap(), [moved]);
    world.drive(webhooks::delete(client, &made.id)).await.unwrap();
    let gone = world.drive(webhooks::delete(client, &made.id)).await.unwrap_err();
    assert!(gone.to_string().contains("does not exist"), "{gone}");
    world.drive(documents::orders::payment(&world.client, &id.to_string())).await.unwrap();
    let order = documents::orders::OneOrder { id: id.to_string().into() };
    world.drive(world.client.run::<documents::orders::OrderMarkAsPaid>(order)).await.unwrap();
    let many = vec![id.to_string(); documents::orders::MANY];
    world.drive(documents::orders::close(client, &many)).await.unwrap();
    let given: Vec<_> = many.iter().map(|id| (id.clone(), Vec::new())).collect();
    world.drive(documents::orders::give_attributes(client, &given)).await.unwrap();
    world.drive(documents::orders::attributes(client, &many[..1])).await.unwrap();
    let cancel = documents::orders::CancelVariables {
        order_id: id.to_string().into(),
        reason: documents::orders::OrderCancelReason::Other,
        restock: true,
        notify_customer: Some(false),
        refund_method: None,
        staff_note: None,
    };
    world.drive(client.run::<documents::orders::OrderCancel>(cancel)).await.map(drop).unwrap();
    world.drive(documents::orders::cancellation(client, &many[0])).await.map(drop).unwrap();
    let query = bulk::BulkQuery::text("{ orders { edges { node { id } } } }");
    world.drive(bulk::query(&world.client, &query, &bulk::Finish::default())).await.unwrap();
    let mutation = bulk::BulkMutation::text(
        "mutation($input: OrderMarkAsPaidInput!) { orderMarkAsPaid(input: $input) { userErrors { message } } }",
    );
    let input = [serde_json::json!({ "input": { "id": "gid://shopify/Order/1" } })];
    world.drive(bulk::mutate(&world.client, &mutation, input, &bulk::Finish::default())).await.unwrap();
    let operation = world.drive(bulk::start(&world.client, &query)).await.unwrap();
    world.drive(bulk::cancel(&world.client, &operation.id)).await.unwrap();
    let sent = |name: &str| {
        let journal = world.devstore.handle().journal();
        journal.into_iter().find(|entry| entry.operation == name)
    };
    for document in documents::all() {
        // Which products there are plays no part in what a document costs.
        if sent(document.name).is_none() {
            world.manual.advance(Duration::from_secs(60));
            world.ask_with(document.text, &document.variables).await;
        }
        let entry = sent(document.name).unwrap_or_else(|| panic!("{} was not sent", document.name));
        assert_eq!(entry.requested_query_cost, Some(document.cost.into()), "{}", document.name);
    }
}

#[tokio::test]
async fn an_order_reads_the_same_on_a_page_and_by_its_id() {
    let world = World::new(5);
    let orders = world.drive(all(&world.client)).await;
    let ids: Vec<_> = orders.iter().map(|order| OrderId::new(order.id().unwrap())).collect();
    let again = world.drive(by_ids(&world.client, Reach::ALL, &ids)).await.unwrap();
    let texts =
        |orders: &[shopify::Kept<_>]| -> Vec<String> { orders.iter().map(|order| order.json().to_owned()).collect() };
    assert_eq!(texts(&orders), texts(&again));
}

#[rstest]
#[case::status(FaultKind::Status)]
#[case::throttled(FaultKind::Throttled)]
#[case::internal(FaultKind::InternalError)]
#[case::reset(FaultKind::Reset)]
#[case::lost(FaultKind::LostResponse)]
#[case::truncated(FaultKind::Truncated)]
#[tokio::test]
async fn a_page_arrives_in_spite_of(#[case] kind: FaultKind) {
    let world = World::new(3);
    let fault = Fault { status: Some(503), times: 2, ..Fault::of(kind) };
    world.devstore.handle().set_faults(vec![fault], 1);
    let page = world.drive(page(&world.client, Reach::ALL, "", None)).await.unwrap();
    assert_eq!((page.orders.len(), world.devstore.handle().faults().len()), (3, 0));
}

#[tokio::test]
async fn a_wrong_token_is_told_as_such() {
    let world = World::new(0);
    let error = settings(&client(&world.devstore, &world.clock, "shpat_wrong")).await.unwrap_err();
    assert!(matches!(error, Error::NotConnected { .. }), "{error}");
}

#[tokio::test]
async fn a_filter_that_the_store_does_not_know_is_no_answer() {
    let world = World::new(PAGE as usize);
    let error = world.drive(page(&world.client, Reach::ALL, "made_up:1", None)).await.unwrap_err();
    assert!(matches!(&error, Error::FilterIgnored { reason, .. } if reason.contains("made_up")), "{error}");
}
