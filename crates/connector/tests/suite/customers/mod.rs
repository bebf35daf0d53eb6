//! Customers: read from a store and made, changed both ways, added to it; and how orders find theirs.

mod adding;
mod cards;
mod countries;
mod importing;
mod known;
mod mapping;
mod updating;

use back_office::customers::{self, Change};
use connector::customers::staged::customer;
use connector::customers::{ADD_CUSTOMERS, SYNC_CUSTOMERS};
use connector::mappings::tax_area;
use database::Engine;
use database::testing::start;
use job_queue::{Filters, Summary, log};
use sea_orm::{EntityTrait, QueryOrder};
use serde_json::{Value, json};
use uuid::Uuid;
use values::Code;

use crate::store::graphql;
use crate::world::World;

/// Makes a customer in the store, and returns its global id.
async fn in_store(world: &World, input: Value) -> String {
    let document = "mutation($input: CustomerInput!) {
        customerCreate(input: $input) { customer { id } userErrors { field message } } }";
    let data = graphql(&world.store, document, json!({ "input": input })).await;
    assert_eq!(data["customerCreate"]["userErrors"], json!([]));
    data["customerCreate"]["customer"]["id"].as_str().unwrap().to_owned()
}

/// Changes a customer in the store.
async fn change_in_store(world: &World, input: Value) {
    let document = "mutation($input: CustomerInput!) { customerUpdate(input: $input) { userErrors { message } } }";
    let data = graphql(&world.store, document, json!({ "input": input })).await;
    assert_eq!(data["customerUpdate"]["userErrors"], json!([]));
}

/// Claudia, who lives in Bergen.
fn claudia() -> Value {
    json!({
        "email": "Claudia@Example.com", "phone": "+4799887766", "firstName": "Claudia", "lastName": "Lawson",
        "note": "Rings twice", "tags": ["vip", "b2c"],
        "addresses": [{
            "firstName": "Claudia", "lastName": "Lawson", "address1": "Bryggen 7", "zip": "5003", "city": "Bergen",
            "countryCode": "NO",
        }],
    })
}

/// Sven, who lives in Malmö.
fn sven() -> Value {
    json!({ "email": "sven@example.com", "firstName": "Sven",
        "addresses": [{ "firstName": "Sven", "city": "Malmö", "countryCode": "SE" }] })
}

/// The tax area of Swedish buyers, which is there no more: nothing can be changed at them.
fn gone_area() -> tax_area::Model {
    tax_area::Model {
        id: Uuid::from_u128(9),
        country_region_code: Code::cut("SE"),
        county: String::new(),
        county_code: Code::blank(),
        tax_area_code: Code::cut("GONE"),
        tax_liable: true,
        vat_bus_posting_group: Code::blank(),
    }
}

/// Every customer of the store, with its addresses.
async fn all_in_store(world: &World) -> Vec<Value> {
    let document = "{ customers(first: 250, sortKey: ID) { nodes { id firstName lastName
        defaultEmailAddress { emailAddress } defaultPhoneNumber { phoneNumber }
        addressesV2(first: 10) { nodes { company firstName lastName address1 address2 zip city countryCodeV2 provinceCode } }
        } } }";
    let data = graphql(&world.store, document, json!({})).await;
    let customers = data["customers"]["nodes"].as_array().unwrap().clone();
    world.forget_calls();
    customers
}

async fn sync(world: &World) -> Summary {
    world.run_with(SYNC_CUSTOMERS, Filters::new()).await
}

async fn add(world: &World, numbers: &str) -> log::Model {
    world.log_of(ADD_CUSTOMERS, Filters::new().with("Customer.number", numbers)).await
}

async fn added(world: &World, numbers: &str) -> Summary {
    let log = add(world, numbers).await;
    assert_eq!(log.error_message, "");
    log.summary().unwrap()
}

/// The customers of Shopify that are staged.
async fn staged(world: &World) -> Vec<customer::Model> {
    let query = customer::Entity::find().order_by_asc(customer::Column::ShopifyCustomerId);
    world.test.db.read(|r| async move { database::Result::<_>::Ok(query.all(&r).await?) }).await.unwrap()
}

async fn customer(world: &World, number: &Code<20>) -> customers::Model {
    world.customers().await.into_iter().find(|customer| customer.number == *number).unwrap()
}

/// Changes a customer of the back office.
pub async fn change(world: &World, number: &Code<20>, change: Change) {
    let (customer, change) = (&customer(world, number).await, &change);
    let write = |tx| async move { customers::change(&tx, customer.clone(), change, start()).await };
    world.test.db.write(write).await.unwrap();
}

/// A world whose shop reads everyone, and makes customers of them from the template for those at home.
async fn reading_everyone(engine: Engine) -> World {
    let world = World::new(engine).await;
    world
        .set(&[
            ("customerImportFromShopify", "All Customers"),
            ("autoCreateUnknownCustomers", "true"),
            ("customerTemplateCode", "DOMESTIC"),
        ])
        .await;
    world.forget_calls();
    world
}
