//! What is forgotten of a customer or a store that has left, when a person says so.

use access::{Audit, audit_entry};
use back_office::customers::{self, ship_to_address};
use back_office::upkeep::key_of;
use chrono::TimeDelta;
use connector::customers::SYNC_CUSTOMERS;
use connector::customers::map::map;
use connector::links;
use connector::orders::staged::{self, line_attribute, transaction};
use connector::webhooks::data_request;
use database::Engine;
use job_queue::Filters;
use rstest::rstest;
use runtime::Random;
use sea_orm::{EntityTrait, QueryOrder, Set};
use serde_json::{Value, json};
use shopify::webhook::Topic;
use uuid::Uuid;
use values::Code;

use crate::store::{self, kroner, line, make_special, order, with};
use crate::webhooks::{SECRET, Told};
use crate::world::{World, kari};

impl World {
    async fn requests(&self) -> Vec<data_request::Model> {
        let all = data_request::Entity::find().order_by_asc(data_request::Column::RequestedAt);
        self.test.db.read(|r| async move { database::Result::<_>::Ok(all.all(&r).await?) }).await.unwrap()
    }

    async fn handle(&self, id: Uuid) -> Result<data_request::Model, connector::Error> {
        let (connector, by) = (&self.connector, &kari());
        self.test.db.write(|tx| async move { data_request::handle(connector, by, &tx, id).await }).await
    }

    /// Writes down that a person has changed a customer.
    async fn log(&self, before: &customers::Model, after: &customers::Model) {
        let (audit, by) = (&Audit::new(self.connector.clock().clone()), &kari());
        let number = before.number.as_str();
        let (before, after) = (Some(before), Some(after));
        let write = |tx| async move { audit.changed::<customers::Entity>(&tx, by, number, before, after).await };
        self.test.db.write(write).await.unwrap();
    }

    /// Writes down that a person has deleted an address of a customer, who is told by it. Returns which it was.
    async fn log_deleted_address(&self, number: &str) -> Uuid {
        let audit = &Audit::new(self.connector.clock().clone());
        let address = ship_to_address::Model {
            id: Random::seeded(number.len() as u64).id(self.connector.clock().now()),
            customer_number: number.parse().unwrap(),
            code: "HOME".parse().unwrap(),
            name: "Kari".into(),
            name2: String::new(),
            contact: String::new(),
            address: "Storgata 1".into(),
            address2: String::new(),
            post_code: "0155".into(),
            city: "Oslo".into(),
            county: String::new(),
            country_region_code: "NO".parse().unwrap(),
            phone_number: String::new(),
            email: String::new(),
            shipment_method_code: Code::blank(),
            shipping_agent_code: Code::blank(),
            shipping_agent_service_code: Code::blank(),
            location_code: Code::blank(),
            tax_area_code: Code::blank(),
            tax_liable: false,
        };
        let (by, key) = (&kari(), &key_of::<ship_to_address::Entity>(&address));
        let deleted = Some(&address);
        let write = |tx| async move { audit.changed::<ship_to_address::Entity>(&tx, by, key, deleted, None).await };
        self.test.db.write(write).await.unwrap();
        address.id
    }

    /// What the change log says of a record, the oldest first.
    async fn logged(&self, record: Uuid) -> Vec<Value> {
        let mut entries = self.all::<audit_entry::Entity>().await;
        entries.retain(|entry| entry.record_id == Some(record));
        entries.sort_by_key(|entry| entry.entry_number);
        entries.iter().map(|entry| serde_json::from_str(&entry.detail).unwrap()).collect()
    }
}

#[rstest]
#[tokio::test]
async fn a_customer_is_removed_from_all_but_the_booked_orders(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::with_secret(engine).await;
    world.set(&[("autoCreateOrders", "true")]).await;
    let wish = json!({ "properties": [{ "name": "engraving", "value": "Kari" }] });
    let paid = json!({ "transactions": [
        { "kind": "SALE", "status": "SUCCESS", "gateway": "shopify_payments", "amountSet": kroner("100.00") },
    ] });
    let bought = |sku| with(order(vec![with(line(sku, 1, "100.00"), wish.clone())]), paid.clone());
    let card = || json!({ "card": "Visa" });
    let id = store::place(&world.store, bought("1000")).await;
    make_special(&world.store, &id, card()).await;
    world.sync_orders().await;
    world.advance(5);
    world.set(&[("autoCreateOrders", "false")]).await;
    let id = store::place(&world.store, bought("2000")).await;
    make_special(&world.store, &id, card()).await;
    world.sync_orders().await;
    let staged = world.staged().await;
    let (booked, free) = (&staged[0], &staged[1]);
    assert!(!booked.sales_order_number.is_blank() && free.sales_order_number.is_blank());
    assert!(!free.email.is_empty());
    let orders = [booked.shopify_order_id, free.shopify_order_id];
    let body = json!({ "customer": { "id": 5, "email": "kari@example.com" }, "orders_to_redact": orders });
    world.tell(Told { topic: Topic::CustomersRedact, id: "w1", secret: SECRET, body }).await.unwrap();
    let request = world.requests().await.remove(0);
    assert_eq!(request.due_at - request.requested_at, TimeDelta::days(30));
    let named = format!(
        "Shopify orders: {} (sales document {}), {}.",
        booked.shopify_order_number, booked.sales_order_number, free.shopify_order_number
    );
    assert!(request.kept_data.starts_with(&named), "{}", request.kept_data);
    assert_eq!(world.staged().await, staged, "a person decides when");
    let handled = world.handle(request.id).await.unwrap();
    let after = world.staged().await;
    assert_eq!(&after[0], booked);
    assert_eq!((after[1].email.as_str(), after[1].sell_to_customer_name.as_str()), ("", ""));
    assert_eq!((after[1].ship_to_address.as_str(), after[1].total_amount), ("", free.total_amount));
    let wishes = world.all::<line_attribute::Entity>().await;
    assert_eq!(wishes.iter().map(|wish| wish.order_id).collect::<Vec<_>>(), [booked.id]);
    for payment in world.all::<transaction::Entity>().await {
        let card = (payment.credit_card_bin.as_str(), payment.credit_card_number.as_str());
        let told = if payment.order_id == booked.id {
            ("424242", "•••• •••• •••• 4242")
        } else {
            ("", "")
        };
        assert_eq!(card, told);
    }
    assert!(handled.outcome.contains("What stays"), "{}", handled.outcome);
    assert_eq!((handled.email.as_str(), handled.handled_by.as_str()), ("", "KARI"));
    assert!(matches!(world.handle(request.id).await, Err(connector::Error::Handled(_))));
    let kept = |read: database::Read| async move {
        database::search::assert_kept::<connector::orders::staged::order::Entity>(&read).await;
        database::Result::<_>::Ok(())
    };
    world.test.db.read(kept).await.unwrap();
}

#[rstest]
#[tokio::test]
async fn a_store_that_has_left_leaves_no_customers_behind(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::with_secret(engine).await;
    store::place(&world.store, order(vec![line("1000", 1, "100.00")])).await;
    world.sync_orders().await;
    let body = json!({ "shop_id": 1 });
    world.tell(Told { topic: Topic::ShopRedact, id: "w1", secret: SECRET, body }).await.unwrap();
    let asked = json!({ "customer": { "id": 5 }, "orders_requested": [], "data_request": { "id": 9 } });
    world.advance(1);
    world.tell(Told { topic: Topic::CustomersDataRequest, id: "w2", secret: SECRET, body: asked }).await.unwrap();
    let requests = world.requests().await;
    assert_eq!(requests[1].kept_data, "Kobling keeps nothing about them.");
    world.handle(requests[0].id).await.unwrap();
    assert_eq!(world.staged().await[0].email, "");
    assert!(world.all::<links::customer::Entity>().await.iter().all(|customer| customer.email.is_empty()));
    let told = world.handle(requests[1].id).await.unwrap();
    assert_eq!(told.outcome, "The customer was told.");
}

#[rstest]
#[tokio::test]
async fn who_speaks_for_a_company_is_removed_from_the_orders_that_others_placed(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::with_secret(engine).await;
    let id = store::place(&world.store, order(vec![line("1000", 1, "100.00")])).await;
    make_special(&world.store, &id, json!({ "company": { "name": "Nord AS", "location": "Oslo" } })).await;
    world.sync_orders().await;
    let speaker = staged::order::ActiveModel { company_main_contact_customer_id: Set(77), ..Default::default() };
    let speaker = &staged::order::Entity::update_many().set(speaker);
    let write = |tx| async move { speaker.clone().exec(&tx).await.map_err(database::Error::from) };
    world.test.db.write(write).await.unwrap();
    let before = world.staged().await.remove(0);
    assert_eq!(before.company_main_contact_email, "kari@example.com");
    let body = json!({ "customer": { "id": 77 }, "orders_to_redact": [] });
    world.tell(Told { topic: Topic::CustomersRedact, id: "w1", secret: SECRET, body }).await.unwrap();
    world.handle(world.requests().await[0].id).await.unwrap();
    let after = world.staged().await.remove(0);
    assert_eq!((after.company_main_contact_email.as_str(), &after.email), ("", &before.email));
    let kept = |read: database::Read| async move {
        database::search::assert_kept::<staged::order::Entity>(&read).await;
        database::Result::<_>::Ok(())
    };
    world.test.db.read(kept).await.unwrap();
}

#[rstest]
#[tokio::test]
async fn what_is_removed_of_a_customer_leaves_the_change_log_and_does_not_come_back(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::with_secret(engine).await;
    store::place(&world.store, order(vec![line("1000", 1, "100.00")])).await;
    world.sync_orders().await;
    let number = world.add_customer("ola@example.com").await;
    let person = world.all::<links::customer::Entity>().await.remove(0);
    map(&world.connector, &kari(), person.id, &number).await.unwrap();
    let here = world.all::<customers::Entity>().await.into_iter().find(|one| one.number == number).unwrap();
    let moved = customers::Model { city: "Oslo".into(), tax_liable: !here.tax_liable, ..here.clone() };
    world.log(&here, &moved).await;
    assert_eq!(world.logged(here.id).await[0]["city"]["new"], "Oslo");
    let deleted = world.log_deleted_address(number.as_str()).await;
    let of_another = world.log_deleted_address(&format!("{number}0")).await;

    let body = json!({ "customer": { "id": person.shopify_customer_id }, "orders_to_redact": [] });
    world.tell(Told { topic: Topic::CustomersRedact, id: "w1", secret: SECRET, body }).await.unwrap();
    world.handle(world.requests().await[0].id).await.unwrap();
    // As the request says, a person changes the customer here afterwards.
    let gone = customers::Model { name: "Removed".into(), privacy_blocked: !moved.privacy_blocked, ..moved.clone() };
    world.log(&moved, &gone).await;

    let (hidden, log) = (json!({ "old": "•••", "new": "•••" }), world.logged(here.id).await);
    let (first, last) = (&log[0], &log[log.len() - 1]);
    assert_eq!((&first["city"], &first["taxLiable"]["new"]), (&hidden, &json!(moved.tax_liable)));
    assert_eq!((&last["displayName"], &last["privacyBlocked"]["new"]), (&hidden, &json!(gone.privacy_blocked)));
    let city = async |address: Uuid| world.logged(address).await[0]["city"]["old"].clone();
    assert_eq!((city(deleted).await, city(of_another).await), (json!("•••"), json!("Oslo")));

    // Nor is the store asked for it by itself.
    world.set(&[("shopifyCanUpdateCustomers", "true")]).await;
    assert_eq!(world.run_with(SYNC_CUSTOMERS, Filters::new()).await.fetched, 0);
    assert_eq!(world.all::<links::customer::Entity>().await[0].email, "");
}
