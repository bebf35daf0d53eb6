//! Worked examples of customers, companies and the shop card: each is set up, run and looked at as a program would do it, through
//! the API and Shopify's own, on both engines. A test says which examples it is, as E19.

mod coming;
mod companies;
mod going;
mod orders;
mod shop_card;
mod spoilt;
mod watching;

use axum::Router;
use axum::http::Method;
use database::Engine;
use devstore::{Devstore, Limits, Part, testing};
use outbound::Http;
use serde_json::{Value, json};

use crate::call::{Reply, with};
use crate::world::World;

/// A company with the shop SHOP, and its store.
pub struct Desk {
    pub world: World,
    pub store: Devstore,
    /// The id of the shop card.
    pub shop: String,
}

impl Desk {
    pub async fn new(engine: Engine) -> Self {
        Self::behind(engine, |store| store).await
    }

    /// With something between Kobling and the store.
    async fn behind(engine: Engine, between: impl FnOnce(Router) -> Router) -> Self {
        let plenty = Limits { bucket: 1_000_000.0, restore_rate: 10_000.0, latency_ms: 0, ..Limits::default() };
        let lead = |store: &Devstore| {
            // Before the first call: what it says of the bucket is what is counted on, and no time passes here.
            store.handle().set_limits(plenty).unwrap();
            Http::in_process(between(store.router()))
        };
        let (world, store) = World::with_store_of(engine, lead).await;
        let shops = world.read("/api/v1/shopifyShops").await.expect(200);
        let shop = shops["value"][0]["id"].as_str().unwrap().to_owned();
        Self { world, store, shop }
    }

    /// Changes the shop card, and gives it as it is then.
    pub async fn card(&self, fields: Value) -> Value {
        self.world.change(Method::PATCH, format!("shopifyShops/{}", self.shop), fields).await.expect(200)
    }

    /// Everyone who buys becomes a customer from the template for those at home.
    async fn takes_everyone(&self) {
        let fields = json!({ "customerImportFromShopify": "All Customers", "autoCreateUnknownCustomers": true,
            "customerTemplateCode": "DOMESTIC" });
        self.card(fields).await;
    }

    /// Makes a record, and gives it.
    pub async fn make(&self, set: &str, fields: Value) -> Value {
        self.world.change(Method::POST, set, fields).await.expect(201)
    }

    /// Makes a customer, and gives its number.
    pub async fn customer(&self, fields: Value) -> String {
        let mut new = json!({ "displayName": "Fjord AS", "customerTemplateCode": "DOMESTIC" });
        new.as_object_mut().unwrap().extend(fields.as_object().unwrap().clone());
        self.make("customers", new).await["number"].as_str().unwrap().to_owned()
    }

    /// The records of a list, with options as `$filter`.
    pub async fn list(&self, set: &str, options: &[(&str, &str)]) -> Vec<Value> {
        let page = self.world.read(with(&format!("/api/v1/{set}"), options)).await.expect(200);
        page["value"].as_array().unwrap().clone()
    }

    /// The only record of a list.
    pub async fn only(&self, set: &str) -> Value {
        let [only] = &self.list(set, &[]).await[..] else { panic!("{set} has one record") };
        only.clone()
    }

    /// The customer of that number.
    async fn customer_of(&self, number: &Value) -> Value {
        let filter = format!("number eq '{}'", number.as_str().unwrap());
        self.list("customers", &[("$filter", &filter)]).await.remove(0)
    }

    /// Starts an object for the shop.
    async fn start(&self, object: i32, filters: Value) -> Reply {
        self.world.sync(json!({ "object": object, "filters": filters })).await
    }

    /// Runs an object for the shop, and gives its log entry.
    async fn log_of(&self, object: i32, filters: Value) -> Value {
        let started = self.start(object, filters).await.expect(202);
        self.world.work().await;
        let filter = format!("jobQueueEntryId eq {}", started["entry"].as_str().unwrap());
        self.list("jobQueueLogEntries", &[("$filter", &filter)]).await.remove(0)
    }

    /// Runs an object for the shop, and gives what it has done.
    pub async fn run(&self, object: i32) -> Value {
        summary(&self.log_of(object, json!({})).await)
    }

    /// Adds a customer to the store, and gives what was done.
    async fn add(&self, number: &str) -> Value {
        summary(&self.log_of(30112, json!({ "Customer.number": number })).await)
    }

    /// What a document answers in the store.
    pub async fn graphql(&self, document: &str, variables: Value) -> Value {
        testing::graphql(&self.store, document, variables).await
    }

    /// Changes something in the store, and gives what the mutation of that name answers.
    pub async fn done(&self, document: &str, name: &str, variables: Value) -> Value {
        testing::done(&self.store, name, document, variables).await
    }

    /// Makes a customer in the store, and gives its global id.
    async fn in_store(&self, input: Value) -> String {
        let document = "mutation($input: CustomerInput!) {
            customerCreate(input: $input) { customer { id } userErrors { message } } }";
        let made = self.done(document, "customerCreate", json!({ "input": input })).await;
        made["customer"]["id"].as_str().unwrap().to_owned()
    }

    /// Every customer of the store, the one made first first.
    async fn all_in_store(&self) -> Vec<Value> {
        let document = "{ customers(first: 250, sortKey: ID) { nodes { id firstName lastName
            defaultEmailAddress { emailAddress }
            addressesV2(first: 10) { nodes { company address1 city countryCodeV2 provinceCode } } } } }";
        let data = self.graphql(document, json!({})).await;
        self.forget_calls();
        data["customers"]["nodes"].as_array().unwrap().clone()
    }

    fn forget_calls(&self) {
        self.store.handle().reset(&[Part::Journal]);
    }

    /// How many calls the store has had.
    fn calls(&self) -> u64 {
        self.store.handle().summary().calls
    }

    /// Whether the store was asked for an operation.
    fn was_asked_for(&self, operation: &str) -> bool {
        self.store.handle().journal().iter().any(|entry| entry.operation == operation)
    }

    /// The cue of that name.
    async fn cue(&self, name: &str) -> Value {
        let cues = self.world.read("/api/v1/cues").await.expect(200);
        cues["value"].as_array().unwrap().iter().find(|cue| cue["name"] == name).unwrap().clone()
    }

    /// When the records of a kind were last synchronized.
    async fn last_sync(&self, kind: &str) -> Value {
        let last = self.world.read(format!("/api/v1/shopifyShops/{}/lastSyncs", self.shop)).await.expect(200);
        let of_kind = last["value"].as_array().unwrap().iter().find(|one| one["kind"] == kind).unwrap();
        of_kind["lastSyncDateTime"].clone()
    }
}

/// What a run has done.
#[track_caller]
fn summary(log: &Value) -> Value {
    assert_eq!(log["errorMessage"], "", "{log}");
    serde_json::from_str(log["summary"].as_str().unwrap()).unwrap()
}

/// An address of Claudia Lawson's in Bergen, with other fields.
fn address(fields: Value) -> Value {
    let mut address = json!({ "firstName": "Claudia", "lastName": "Lawson", "address1": "Bryggen 7", "zip": "5003",
        "city": "Bergen", "countryCode": "NO" });
    address.as_object_mut().unwrap().extend(fields.as_object().unwrap().clone());
    address
}

/// Claudia Lawson, with these addresses.
fn claudia(addresses: Value) -> Value {
    json!({ "email": "claudia@example.com", "firstName": "Claudia", "lastName": "Lawson", "addresses": addresses })
}
