//! Companies of the store, made as any Shopify client would.

use connector::companies::SYNC_COMPANIES;
use connector::companies::staged::{company, contact, location};
use job_queue::{Filters, Summary};
use sea_orm::{EntityTrait, QueryOrder};
use serde_json::{Value, json};

use crate::catalogs::shelf::done;
use crate::world::World;

/// A company of the store: its id, that of its first location, and that of its main contact.
#[derive(Clone, Debug)]
pub struct Firm {
    pub id: Value,
    pub location: Value,
    pub contact: Value,
}

/// A location in Norway.
pub fn oslo() -> Value {
    json!({
        "name": "Oslo", "billingSameAsShipping": true, "phone": "+4722000000", "taxRegistrationId": "999 888 777",
        "shippingAddress": {
            "address1": "Karl Johans gate 1", "address2": "3. etg.", "zip": "0154", "city": "Oslo", "zoneCode": "NO-03",
            "countryCode": "NO", "recipient": "Nord AS v/ Kari",
        },
        "buyerExperienceConfiguration": { "paymentTermsTemplateId": "gid://shopify/PaymentTermsTemplate/4" },
    })
}

/// A company for which someone with that e-mail speaks.
pub async fn firm(world: &World, name: &str, email: &str) -> Firm {
    let contact = json!({ "email": email, "firstName": "Ola", "lastName": "Nordmann", "title": "Innkjøper" });
    make(world, json!({ "company": { "name": name }, "companyContact": contact, "companyLocation": oslo() })).await
}

/// A company as its input says.
pub async fn make(world: &World, input: Value) -> Firm {
    let document = "mutation($input: CompanyCreateInput!) { companyCreate(input: $input) {
        company { id mainContact { id } locations(first: 1) { nodes { id } } } userErrors { message } } }";
    let made = done(world, document, "companyCreate", json!({ "input": input })).await["company"].clone();
    Firm {
        id: made["id"].clone(),
        location: made["locations"]["nodes"][0]["id"].clone(),
        contact: made["mainContact"]["id"].clone(),
    }
}

/// Another location of a company.
pub async fn add_location(world: &World, firm: &Firm, input: Value) -> Value {
    let document =
        "mutation($id: ID!, $input: CompanyLocationInput!) { companyLocationCreate(companyId: $id, input: $input) {
        companyLocation { id } userErrors { message } } }";
    let made = done(world, document, "companyLocationCreate", json!({ "id": firm.id, "input": input })).await;
    made["companyLocation"]["id"].clone()
}

/// Takes a location away.
pub async fn remove_location(world: &World, id: &Value) {
    let document = "mutation($id: ID!) { companyLocationDelete(companyLocationId: $id) { userErrors { message } } }";
    done(world, document, "companyLocationDelete", json!({ "id": id })).await;
}

/// Changes a company itself.
pub async fn change(world: &World, firm: &Firm, input: Value) {
    let document = "mutation($id: ID!, $input: CompanyInput!) {
        companyUpdate(companyId: $id, input: $input) { userErrors { message } } }";
    done(world, document, "companyUpdate", json!({ "id": firm.id, "input": input })).await;
}

/// Another contact of a company.
pub async fn add_contact(world: &World, firm: &Firm, email: &str) -> Value {
    let document =
        "mutation($id: ID!, $input: CompanyContactInput!) { companyContactCreate(companyId: $id, input: $input) {
        companyContact { id } userErrors { message } } }";
    let input = json!({ "email": email, "firstName": "Per" });
    let made = done(world, document, "companyContactCreate", json!({ "id": firm.id, "input": input })).await;
    made["companyContact"]["id"].clone()
}

/// Lets a contact do something at a location.
pub async fn assign(world: &World, firm: &Firm, contact: &Value, role: &str, location: &Value) {
    let document = "query($id: ID!) { company(id: $id) { contactRoles(first: 5) { nodes { id name } } } }";
    let roles = crate::store::graphql(&world.store, document, json!({ "id": firm.id })).await;
    let roles = roles["company"]["contactRoles"]["nodes"].as_array().unwrap().clone();
    let role = roles.iter().find(|known| known["name"] == role).unwrap()["id"].clone();
    let document = "mutation($contact: ID!, $role: ID!, $location: ID!) {
        companyContactAssignRole(companyContactId: $contact, companyContactRoleId: $role, companyLocationId: $location) {
            userErrors { message } } }";
    let given = json!({ "contact": contact, "role": role, "location": location });
    done(world, document, "companyContactAssignRole", given).await;
}

/// Reads all companies of the store, five minutes after what was done to them before.
pub async fn sync(world: &World) -> Summary {
    world.advance(5);
    world.forget_calls();
    world.run_with(SYNC_COMPANIES, Filters::new()).await
}

/// A world that reads all companies.
pub async fn reads_all(world: &World) {
    world.set(&[("companyImportFromShopify", "All Companies")]).await;
}

/// A world that makes customers of all companies.
pub async fn makes_all(world: &World) {
    let make = [("autoCreateUnknownCompanies", "true"), ("customerTemplateCode", "DOMESTIC")];
    world.set(&[&[("companyImportFromShopify", "All Companies")], &make[..]].concat()).await;
}

pub async fn companies(world: &World) -> Vec<company::Model> {
    world.read(company::Entity::find().order_by_asc(company::Column::ShopifyCompanyId)).await
}

/// The locations of all companies, the oldest first.
pub async fn locations(world: &World) -> Vec<location::Model> {
    world.read(location::Entity::find().order_by_asc(location::Column::ShopifyLocationId)).await
}

pub async fn contacts(world: &World) -> Vec<contact::Model> {
    world.read(contact::Entity::find().order_by_asc(contact::Column::ShopifyContactId)).await
}
