//! Stock: what is sent of it, and what never is.

mod checked;
mod explained;
mod first_time;
mod late;
mod left;
mod refused;
mod sent;
mod sold_meanwhile;
mod worked_examples;

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::extract::Request;
use axum::http::header::CONTENT_LENGTH;
use axum::response::Response;
use back_office::item_journal::{self, EntryType};
use back_office::posting::{self, PostedItemJournal, post_item_journal};
use back_office::sales;
use connector::stock::staged::{dirty, drift, inventory};
use connector::stock::sync_stock::SHOPIFY_VARIANT_ID;
use connector::stock::{Begin, Begun, SYNC_STOCK, begin};
use connector::{Sync, locations};
use database::Engine;
use devstore::Devstore;
use job_queue::{Filters, Summary, log};
use outbound::Http;
use sea_orm::{EntityTrait, QueryOrder};
use serde_json::{Value, json};
use tower::ServiceExt;
use values::Code;

use crate::paid_back::LOCATION;
use crate::store::{graphql, order};
use crate::world::shelf::simple;
use crate::world::{SHOP, World, kari};

/// The first location of the store.
pub const OSLO: &str = LOCATION;

/// What happens in the store before a call of that name is carried out: as many pieces are sold of a variant.
#[derive(Clone, Debug, Default)]
pub struct Buyers {
    waiting: Arc<Mutex<Vec<(String, Value)>>>,
    /// Whether the next search for orders finds none.
    late: Arc<AtomicBool>,
    /// The item of which no number may be in a call.
    refused: Arc<Mutex<Option<i64>>>,
}

impl Buyers {
    /// Someone buys just before the next call of that name.
    pub fn buy_before(&self, call: &str, order: Value) {
        self.waiting.lock().unwrap().push((call.to_owned(), order));
    }

    /// The next search for orders finds none yet.
    pub fn are_late(&self) {
        self.late.store(true, Ordering::SeqCst);
    }

    /// A call that has a number of this item is refused as a whole, and not a word is said of which number is wrong.
    pub fn refuse(&self, inventory_item: i64) {
        *self.refused.lock().unwrap() = Some(inventory_item);
    }

    /// A way to the store on which they come in between.
    fn way(&self, store: &Devstore) -> Http {
        let (buyers, store) = (self.clone(), store.router());
        Http::in_process(Router::new().fallback(move |request: Request| {
            let (buyers, router) = (buyers.clone(), store.clone());
            async move { buyers.pass(router, request).await }
        }))
    }

    async fn pass(&self, router: Router, request: Request) -> Response {
        let (parts, body) = request.into_parts();
        let bytes = to_bytes(body, usize::MAX).await.unwrap();
        let text = String::from_utf8_lossy(&bytes).into_owned();
        let due: Vec<Value> = {
            let mut waiting = self.waiting.lock().unwrap();
            let (due, later) = waiting.drain(..).partition(|(call, _)| text.contains(call.as_str()));
            *waiting = later;
            let due: Vec<(String, Value)> = due;
            due.into_iter().map(|(_, order)| order).collect()
        };
        for variables in due {
            let body = json!({ "query": BUY, "variables": variables }).to_string();
            let request = Request::post("http://store/admin/api/2026-10/graphql.json")
                .header("content-type", "application/json")
                .header("x-shopify-access-token", devstore::DEFAULT_TOKEN)
                .body(Body::from(body))
                .unwrap();
            let answer = router.clone().oneshot(request).await.unwrap();
            let answer = to_bytes(answer.into_body(), usize::MAX).await.unwrap();
            let answer: Value = serde_json::from_slice(&answer).unwrap();
            assert_eq!(answer["data"]["orderCreate"]["userErrors"], json!([]), "{answer}");
        }
        let refused = *self.refused.lock().unwrap();
        if refused.is_some_and(|item| text.contains(&format!("InventoryItem/{item}\""))) && text.contains(SET) {
            return Response::new(Body::from(REFUSED));
        }
        let answer = router.oneshot(Request::from_parts(parts, Body::from(bytes))).await.unwrap();
        match text.contains("OrdersGlance") && self.late.swap(false, Ordering::SeqCst) {
            true => without_orders(answer).await,
            false => answer,
        }
    }
}

/// The call that sets quantities.
const SET: &str = "InventorySetQuantities";

/// A refusal that says of no number that it is wrong.
const REFUSED: &str = r#"{"data":{"inventorySetQuantities":{"inventoryAdjustmentGroup":null,"userErrors":[
    {"code":"NO_DUPLICATE_INVENTORY_ITEM_ID_GROUP_ID_PAIR","field":["input","quantities"],"message":"Twice."}]}}}"#;

async fn without_orders(answer: Response) -> Response {
    let (mut parts, body) = answer.into_parts();
    let bytes = to_bytes(body, usize::MAX).await.unwrap();
    let mut answer: Value = serde_json::from_slice(&bytes).unwrap();
    answer["data"]["orders"]["nodes"] = json!([]);
    parts.headers.remove(CONTENT_LENGTH);
    Response::from_parts(parts, Body::from(answer.to_string()))
}

const BUY: &str = "mutation($order: OrderCreateOrderInput!) {
    orderCreate(order: $order, options: { inventoryBehaviour: DECREMENT_IGNORING_POLICY }) {
        order { id } userErrors { message field } } }";

/// What buying as many pieces of a variant is asked with.
pub fn purchase(variant: i64, quantity: u32) -> Value {
    let line = json!({ "variantId": format!("gid://shopify/ProductVariant/{variant}"), "quantity": quantity });
    json!({ "order": order(vec![line]) })
}

impl World {
    /// A company whose store has the items 1000 and 2000, none of them on either side, at one location to which stock is
    /// sent.
    pub async fn stocked(engine: Engine) -> (Self, Buyers) {
        let (world, buyers) = Self::beginning(engine).await;
        world.sync_stock().await;
        (world, buyers)
    }

    /// The same before anything was compared.
    pub async fn beginning(engine: Engine) -> (Self, Buyers) {
        let buyers = Buyers::default();
        let way = buyers.clone();
        let world = Self::with_network(engine, "NOK", move |store, _| way.way(store)).await;
        world.taking_products("Item No.").await;
        world.set(&[("autoCreateOrders", "true")]).await;
        for sku in ["1000", "2000"] {
            world.put_tracked(sku, 0).await;
        }
        world.sync_products().await;
        world.sync_orders().await;
        locations::refresh(&world.connector, &kari(), SHOP).await.unwrap();
        world.calculate("Projected Available Balance Today").await;
        world.advance(1);
        world.forget_calls();
        (world, buyers)
    }

    /// Puts a product into the store of which so many can be sold.
    pub async fn put_tracked(&self, sku: &str, quantity: i64) {
        let mut product = simple(&format!("Product {sku}"), sku);
        product["variants"][0]["inventoryItem"]["tracked"] = true.into();
        product["variants"][0]["inventoryQuantities"] =
            json!([{ "locationId": OSLO, "name": "available", "quantity": quantity }]);
        self.put_product(product).await;
    }

    /// How stock is worked out at every location of the store.
    pub async fn calculate(&self, calculation: &str) {
        for location in self.all::<locations::Entity>().await {
            let is_it = |row: &locations::Model| row.id == location.id;
            self.mend::<locations::Entity>(is_it, &[("stockCalculation", calculation)]).await.unwrap();
        }
    }

    /// Runs the stock job, which must end well.
    pub async fn sync_stock(&self) -> Summary {
        self.stock_log(json!(null)).await.summary().unwrap()
    }

    /// Runs the stock job with options.
    pub async fn stock_log(&self, options: Value) -> log::Model {
        let task = Sync { options, ..self.sync(SYNC_STOCK, Filters::new()) };
        connector::sync(&self.connector, &self.queue, &kari(), &task).await.unwrap();
        self.work().await;
        self.ended_well().await
    }

    /// The log entry of the last run, which must have ended well.
    pub async fn ended_well(&self) -> log::Model {
        let last = log::Entity::find().order_by_desc(log::Column::EntryNumber);
        let log = self.read(last).await.into_iter().next().unwrap();
        assert_eq!(log.error_message, "");
        log
    }

    /// Posts so many of an item that were found, or are gone.
    pub async fn found_in_stock(&self, item: &str, quantity: i32) -> PostedItemJournal {
        self.found_at(item, "", "", quantity).await
    }

    /// The same of a variant at a location.
    pub async fn found_at(&self, item: &str, variant: &str, location: &str, quantity: i32) -> PostedItemJournal {
        let cx = &sales::Context {
            now: self.connector.clock().now(),
            random: self.connector.random().clone(),
            user: "KARI".into(),
        };
        let entry_type = if quantity > 0 { EntryType::PositiveAdjustment } else { EntryType::NegativeAdjustment };
        let line = item_journal::NewLine {
            entry_type,
            posting_date: cx.now.date_naive(),
            document_number: Code::blank(),
            item_number: Code::cut(item),
            variant_code: Code::cut(variant),
            location_code: Code::cut(location),
            new_location_code: Code::blank(),
            unit_of_measure_code: Code::blank(),
            quantity: quantity.abs().into(),
            unit_cost: None,
            reason_code: Code::blank(),
        };
        let lines = &[line];
        let write = |tx| async move {
            let setup = posting::Setup::read(&tx).await?;
            item_journal::add(&tx, &Code::cut("DEFAULT"), lines, cx).await?;
            post_item_journal(&tx, &setup, &Code::cut("DEFAULT"), cx).await
        };
        self.test.db.write(write).await.unwrap()
    }

    /// How many of a SKU can be sold in the store, are promised, and are there.
    pub async fn in_shopify(&self, sku: &str) -> (i64, i64, i64) {
        let document = "query($query: String!) { productVariants(first: 1, query: $query) { nodes { inventoryItem {
            inventoryLevels(first: 5) { nodes { location { id }
                quantities(names: [\"available\", \"committed\", \"on_hand\"]) { name quantity } } } } } } }";
        let data = graphql(&self.store, document, json!({ "query": format!("sku:{sku}") })).await;
        let levels = &data["productVariants"]["nodes"][0]["inventoryItem"]["inventoryLevels"]["nodes"];
        let level = levels.as_array().unwrap().iter().find(|level| level["location"]["id"] == OSLO).unwrap();
        let named: BTreeMap<String, i64> = level["quantities"]
            .as_array()
            .unwrap()
            .iter()
            .map(|one| (one["name"].as_str().unwrap().to_owned(), one["quantity"].as_i64().unwrap()))
            .collect();
        (named["available"], named["committed"], named["on_hand"])
    }

    /// The Shopify id of the variant with a SKU.
    pub async fn variant_of(&self, sku: &str) -> i64 {
        self.product_variants().await.into_iter().find(|one| one.sku == sku).unwrap().shopify_variant_id
    }

    /// Someone buys so many of a SKU. Gives the id of the order.
    pub async fn buy(&self, sku: &str, quantity: u32) -> String {
        let variant = self.variant_of(sku).await;
        let data = graphql(&self.store, BUY, purchase(variant, quantity)).await;
        assert_eq!(data["orderCreate"]["userErrors"], json!([]));
        data["orderCreate"]["order"]["id"].as_str().unwrap().to_owned()
    }

    /// Someone in the store sets how many of a SKU can be sold.
    pub async fn set_in_shopify(&self, sku: &str, quantity: i64) {
        let row = self.product_variants().await.into_iter().find(|one| one.sku == sku).unwrap();
        let document = "mutation($input: InventorySetQuantitiesInput!, $key: String!) {
            inventorySetQuantities(input: $input) @idempotent(key: $key) { userErrors { code message } } }";
        let input = json!({ "name": "available", "reason": "other", "quantities": [{
            "inventoryItemId": format!("gid://shopify/InventoryItem/{}", row.inventory_item_id),
            "locationId": OSLO, "quantity": quantity, "changeFromQuantity": null }] });
        let key = format!("{}-{quantity}-{}", sku, self.connector.random().id(self.connector.clock().now()));
        let data = graphql(&self.store, document, json!({ "input": input, "key": key })).await;
        assert_eq!(data["inventorySetQuantities"]["userErrors"], json!([]));
    }

    /// Both sides' numbers of a SKU, as they are stored.
    pub async fn stock_of(&self, sku: &str) -> inventory::Model {
        let variant = self.variant_of(sku).await;
        let rows = self.all::<inventory::Entity>().await;
        rows.into_iter().find(|row| row.shopify_variant_id == variant).unwrap()
    }

    /// Runs the stock job for single variants.
    pub async fn sync_stock_of(&self, sku: &str) -> Summary {
        let id = self.variant_of(sku).await.to_string();
        self.run_with(SYNC_STOCK, Filters::new().with(SHOPIFY_VARIANT_ID, id)).await
    }

    /// The items that the next run looks at.
    pub async fn dirty(&self) -> Vec<String> {
        self.all::<dirty::Entity>().await.into_iter().map(|mark| mark.item_number.to_string()).collect()
    }

    pub async fn drifts(&self) -> Vec<drift::Model> {
        self.all::<drift::Entity>().await
    }

    pub async fn begin_stock(&self, how: Begin) -> Result<Begun, connector::Error> {
        begin(&self.connector, &self.queue, &kari(), SHOP, how).await
    }

    /// How often quantities were set in the store, and how often anything was asked of it, since calls were forgotten.
    pub fn stock_calls(&self) -> (u64, u64) {
        let summary = self.store.handle().summary();
        (summary.by_operation.get("InventorySetQuantities").map_or(0, |one| one.calls), summary.calls)
    }
}
