//! Places: which are shown, and what becomes of them.

use devstore::NewService;
use serde_json::{Value, json};

use crate::fulfilment::waiting;
use crate::levels::{at, bergen, order, oslo, stock_up};
use crate::shop::{LOCATION, Shop};

const DEACTIVATE: &str = "mutation($id: ID!, $to: ID, $key: String!) {
  locationDeactivate(locationId: $id, destinationLocationId: $to) @idempotent(key: $key) {
    location { isActive deactivatedAt } locationDeactivateUserErrors { field message }
  }
}";

const ACTIVATE: &str = "mutation($id: ID!, $key: String!) {
  locationActivate(locationId: $id) @idempotent(key: $key) { location { isActive } locationActivateUserErrors { code } }
}";

async fn names(shop: &Shop, arguments: &str) -> Vec<String> {
    let data = shop.data(&format!("{{ locations(first: 9{arguments}) {{ nodes {{ name }} }} }}")).await;
    let nodes = data["locations"]["nodes"].as_array().unwrap().clone();
    nodes.iter().map(|node| node["name"].as_str().unwrap().to_owned()).collect()
}

fn service(name: &str) -> NewService {
    NewService { name: name.to_owned(), ..NewService::default() }
}

#[tokio::test]
async fn those_of_services_and_those_that_are_switched_off_are_shown_when_they_are_asked_for() {
    let shop = Shop::new();
    let oslo = oslo(&shop).await;
    let service = NewService { callback_url: Some("https://lager.example.com".to_owned()), ..service("Nordlager") };
    let location = shop.handle().add_service(&service).unwrap();
    shop.done(DEACTIVATE, json!({ "id": oslo, "key": "1" })).await;
    assert_eq!(names(&shop, "").await, ["Lager Bergen"]);
    assert_eq!(names(&shop, ", includeLegacy: true").await, ["Lager Bergen", "Nordlager"]);
    assert_eq!(names(&shop, ", includeInactive: true").await, ["Butikk Oslo", "Lager Bergen"]);
    assert_eq!(names(&shop, ", includeLegacy: true, query: \"name:'Nordlager'\"").await, ["Nordlager"]);
    assert_eq!(names(&shop, ", includeInactive: true, query: \"active:false\"").await, ["Butikk Oslo"]);
    let query = "query($id: ID!) { location(id: $id) {
      isActive isPrimary shipsInventory isFulfillmentService fulfillsOnlineOrders
      fulfillmentService { serviceName handle type callbackUrl location { id } } address { country }
    } }";
    let found = shop.one(query, json!({ "id": location })).await;
    assert_eq!(
        found,
        json!({
            "isActive": true, "isPrimary": false, "shipsInventory": false, "isFulfillmentService": true, "fulfillsOnlineOrders": true,
            "fulfillmentService": {
                "serviceName": "Nordlager", "handle": "nordlager", "type": "THIRD_PARTY",
                "callbackUrl": "https://lager.example.com", "location": { "id": location },
            },
            "address": { "country": "Norway" },
        })
    );
    let first = shop.one(query, json!({ "id": LOCATION })).await;
    assert_eq!(
        (&first["isPrimary"], &first["shipsInventory"], &first["fulfillmentService"]),
        (&json!(true), &json!(true), &Value::Null)
    );
    assert!(shop.handle().add_service(&self::service("Nordlager")).is_err());
}

#[tokio::test]
async fn a_location_is_switched_off_when_what_it_has_goes_elsewhere() {
    let shop = Shop::new();
    let hat = shop.product("Lue", "100", 1).await;
    let oslo = oslo(&shop).await;
    stock_up(&shop, &hat, &oslo, 5).await;
    let refused = async |variables: Value| {
        let payload = shop.one(DEACTIVATE, variables).await;
        assert_eq!(payload["location"], Value::Null);
        payload["locationDeactivateUserErrors"][0]["message"].clone()
    };
    assert_eq!(
        refused(json!({ "id": oslo, "key": "1" })).await,
        "The location has active inventory: name a location that takes it over."
    );
    assert_eq!(
        refused(json!({ "id": oslo, "to": oslo, "key": "2" })).await,
        "The destination location can't be the same location."
    );
    let order = order(&shop, &[(&hat, 3)]).await;
    assert_eq!(waiting(&shop, &order).await[0]["assignedLocation"]["name"], "Butikk Oslo");
    assert_eq!(refused(json!({ "id": oslo, "key": "3" })).await, "The location has unfulfilled orders.");
    let off = shop.done(DEACTIVATE, json!({ "id": oslo, "to": LOCATION, "key": "4" })).await;
    assert_eq!(off["location"], json!({ "isActive": false, "deactivatedAt": "2026-11-02T08:30:00Z" }));
    assert_eq!(waiting(&shop, &order).await[0]["assignedLocation"]["name"], "Lager Bergen");
    assert_eq!(bergen(&shop, &hat).await, (3, 3, 6));
    assert_eq!(
        refused(json!({ "id": LOCATION, "key": "5" })).await,
        "At least one location must fulfill online orders."
    );
    let set = json!({ "id": oslo, "key": "6" });
    assert_eq!(shop.done(ACTIVATE, set).await["location"]["isActive"], true);
}

#[tokio::test]
async fn nothing_is_set_at_a_location_that_is_switched_off() {
    let shop = Shop::new();
    let hat = shop.product("Lue", "100", 1).await;
    let oslo = oslo(&shop).await;
    shop.done(DEACTIVATE, json!({ "id": oslo, "key": "1" })).await;
    let item = crate::levels::item(&shop, &hat).await;
    let quantities =
        json!([{ "inventoryItemId": item, "locationId": oslo, "quantity": 1, "changeFromQuantity": null }]);
    let input = json!({ "name": "available", "reason": "correction", "quantities": quantities });
    let refused = shop.one(crate::idempotency::SET, json!({ "input": input, "key": "2" })).await;
    assert_eq!(refused["userErrors"][0]["code"], "INVALID_LOCATION");
}

#[tokio::test]
async fn a_location_is_renamed_and_keeps_what_is_not_said() {
    let shop = Shop::new();
    let oslo = oslo(&shop).await;
    shop.pass(60);
    let edit = "mutation($id: ID!, $input: LocationEditInput!) {
      locationEdit(id: $id, input: $input) { location { name updatedAt address { city zip } } userErrors { field code } }
    }";
    let edited =
        shop.done(edit, json!({ "id": oslo, "input": { "name": "Oslo S", "address": { "zip": "0154" } } })).await;
    assert_eq!(
        edited["location"],
        json!({ "name": "Oslo S", "updatedAt": "2026-11-02T08:31:00Z", "address": { "city": "Oslo", "zip": "0154" } })
    );
    let taken = shop.one(edit, json!({ "id": oslo, "input": { "name": "Lager Bergen" } })).await;
    assert_eq!(taken["userErrors"], json!([{ "field": ["input", "name"], "code": "TAKEN" }]));
    shop.done(edit, json!({ "id": oslo, "input": { "fulfillsOnlineOrders": false } })).await;
    let hat = shop.product("Lue", "100", 1).await;
    stock_up(&shop, &hat, &oslo, 5).await;
    let order = order(&shop, &[(&hat, 3)]).await;
    assert_eq!(waiting(&shop, &order).await[0]["assignedLocation"]["name"], "Lager Bergen");
    assert_eq!(at(&shop, &hat, "Oslo S").await, (5, 0, 5));
}
