//! What the people who speak for a company may do at its locations, and who they are.

use serde_json::{Value, json};

use crate::companies::{company, run};
use crate::shop::Shop;

const ASSIGN: &str = "($contact: ID!, $roles: [CompanyContactRoleAssign!]!) {
  companyContactAssignRoles(companyContactId: $contact, rolesToAssign: $roles) {
    roleAssignments { id role { name } companyLocation { id } } userErrors { field code } } }";

const ASSIGN_AT: &str = "($location: ID!, $roles: [CompanyLocationRoleAssign!]!) {
  companyLocationAssignRoles(companyLocationId: $location, rolesToAssign: $roles) {
    roleAssignments { id role { name } companyContact { id } } userErrors { field code } } }";

const REVOKE: &str = "($contact: ID!, $ids: [ID!], $all: Boolean) {
  companyContactRevokeRoles(companyContactId: $contact, roleAssignmentIds: $ids, revokeAll: $all) {
    revokedRoleAssignmentIds userErrors { field code } } }";

/// A company with two locations and a contact.
struct Company {
    shop: Shop,
    id: Value,
    locations: [Value; 2],
    contact: Value,
    /// *Location admin* and *Ordering only*.
    roles: [Value; 2],
}

impl Company {
    async fn new() -> Self {
        let shop = Shop::new();
        let (id, first) = company(&shop, "Nord AS").await;
        let create = "($id: ID!) { companyLocationCreate(companyId: $id, input: { name: \"Bergen\" }) {
            companyLocation { id } userErrors { code } } }";
        let second = run(&shop, create, json!({ "id": id })).await["companyLocation"]["id"].clone();
        let read = "query($id: ID!) { company(id: $id) { contactRoles(first: 5) { nodes { id } } } }";
        let roles = shop.one(read, json!({ "id": id })).await["contactRoles"]["nodes"].clone();
        let roles = [roles[0]["id"].clone(), roles[1]["id"].clone()];
        let contact = contact(&shop, &id, "kari@nord.example").await;
        Self { shop, id, locations: [first, second], contact, roles }
    }

    /// What the contact may do, and where.
    async fn may(&self) -> Value {
        let read = "query($id: ID!) { company(id: $id) { contacts(first: 1) { nodes {
            roleAssignments(first: 5) { nodes { role { name } companyLocation { name } } } } } } }";
        let told = self.shop.one(read, json!({ "id": self.id })).await;
        let assignments = told["contacts"]["nodes"][0]["roleAssignments"]["nodes"].as_array().unwrap().clone();
        assignments.iter().map(|one| json!([one["companyLocation"]["name"], one["role"]["name"]])).collect()
    }
}

/// A new contact of a company; its id.
async fn contact(shop: &Shop, company: &Value, email: &str) -> Value {
    let create = "($id: ID!, $input: CompanyContactInput!) { companyContactCreate(companyId: $id, input: $input) {
        companyContact { id } userErrors { code } } }";
    let made = run(shop, create, json!({ "id": company, "input": { "email": email } })).await;
    made["companyContact"]["id"].clone()
}

#[tokio::test]
async fn a_contact_gets_several_roles_or_none_and_loses_them_again() {
    let nord = Company::new().await;
    let Company { shop, locations: [oslo, bergen], contact, roles: [admin, ordering], .. } = &nord;
    let role = |role: &Value, place: &Value| json!({ "companyContactRoleId": role, "companyLocationId": place });
    let assign = async |roles: Value| run(shop, ASSIGN, json!({ "contact": contact, "roles": roles })).await;
    let twice = assign(json!([role(admin, oslo), role(ordering, oslo)])).await;
    let field = json!(["rolesToAssign", "1", "companyLocationId"]);
    assert_eq!(twice["userErrors"], json!([{ "field": field, "code": "LIMIT_REACHED" }]));
    let nowhere = assign(json!([role(admin, oslo), role(&json!("gid://shopify/CompanyContactRole/1"), bergen)])).await;
    let field = json!(["rolesToAssign", "1", "companyContactRoleId"]);
    assert_eq!(nowhere["userErrors"], json!([{ "field": field, "code": "RESOURCE_NOT_FOUND" }]));
    assert_eq!(nord.may().await, json!([]), "all or none");

    let made = assign(json!([role(admin, oslo), role(ordering, bergen)])).await["roleAssignments"].clone();
    let told: Vec<_> =
        made.as_array().unwrap().iter().map(|one| json!([one["companyLocation"]["id"], one["role"]["name"]])).collect();
    assert_eq!(told, [json!([oslo, "Location admin"]), json!([bergen, "Ordering only"])]);

    let revoke =
        async |ids: Value, all: bool| run(shop, REVOKE, json!({ "contact": contact, "ids": ids, "all": all })).await;
    let nothing = revoke(json!([]), false).await;
    assert_eq!(nothing["userErrors"], json!([{ "field": ["roleAssignmentIds"], "code": "REQUIRED" }]));
    let unknown = revoke(json!([made[0]["id"], "gid://shopify/CompanyContactRoleAssignment/1"]), false).await;
    assert_eq!(unknown["userErrors"], json!([{ "field": ["roleAssignmentIds"], "code": "RESOURCE_NOT_FOUND" }]));
    let gone = revoke(json!([made[0]["id"]]), false).await;
    assert_eq!(gone["revokedRoleAssignmentIds"], json!([made[0]["id"]]));
    assert_eq!(nord.may().await, json!([["Bergen", "Ordering only"]]));
    assert_eq!(revoke(Value::Null, true).await["revokedRoleAssignmentIds"], json!([made[1]["id"]]));
    assert_eq!(nord.may().await, json!([]));
}

#[tokio::test]
async fn a_location_gives_roles_to_contacts_of_its_company_and_takes_its_own() {
    let nord = Company::new().await;
    let Company { shop, id, locations: [oslo, bergen], contact: kari, roles: [admin, ordering] } = &nord;
    let ola = contact(shop, id, "ola@nord.example").await;
    let (sor, _) = company(shop, "Sør AS").await;
    let stranger = contact(shop, &sor, "per@sor.example").await;
    let role = |contact: &Value, role: &Value| json!({ "companyContactId": contact, "companyContactRoleId": role });
    let assign =
        async |place: &Value, roles: Value| run(shop, ASSIGN_AT, json!({ "location": place, "roles": roles })).await;
    let of_other = assign(oslo, json!([role(kari, admin), role(&stranger, ordering)])).await;
    let field = json!(["rolesToAssign", "1", "companyContactId"]);
    assert_eq!(of_other["userErrors"], json!([{ "field": field, "code": "RESOURCE_NOT_FOUND" }]));
    let made = assign(oslo, json!([role(kari, admin), role(&ola, ordering)])).await["roleAssignments"].clone();
    assert_eq!((&made[0]["companyContact"]["id"], &made[1]["companyContact"]["id"]), (kari, &ola));
    let elsewhere = assign(bergen, json!([role(kari, ordering)])).await["roleAssignments"][0]["id"].clone();

    let revoke = "($location: ID!, $ids: [ID!]!) { companyLocationRevokeRoles(companyLocationId: $location, rolesToRevoke: $ids) {
        revokedRoleAssignmentIds userErrors { field code } } }";
    let not_its_own = run(shop, revoke, json!({ "location": oslo, "ids": [elsewhere] })).await;
    assert_eq!(not_its_own["userErrors"], json!([{ "field": ["rolesToRevoke"], "code": "RESOURCE_NOT_FOUND" }]));
    let own = json!([made[0]["id"], made[1]["id"]]);
    let gone = run(shop, revoke, json!({ "location": oslo, "ids": own })).await;
    assert_eq!(gone["revokedRoleAssignmentIds"], own);
    assert_eq!(nord.may().await, json!([["Bergen", "Ordering only"]]));

    let one = "($contact: ID!, $id: ID!) {
        companyContactRevokeRole(companyContactId: $contact, companyContactRoleAssignmentId: $id) {
            revokedCompanyContactRoleAssignmentId userErrors { field code } } }";
    let of_ola = run(shop, one, json!({ "contact": ola, "id": elsewhere })).await;
    let expected = json!([{ "field": ["companyContactRoleAssignmentId"], "code": "RESOURCE_NOT_FOUND" }]);
    assert_eq!(of_ola["userErrors"], expected);
    let gone = run(shop, one, json!({ "contact": kari, "id": elsewhere })).await;
    assert_eq!(gone["revokedCompanyContactRoleAssignmentId"], elsewhere);
    assert_eq!(nord.may().await, json!([]));
}

#[tokio::test]
async fn what_is_said_of_a_contact_is_said_of_its_customer() {
    let nord = Company::new().await;
    let Company { shop, id, contact: kari, .. } = &nord;
    contact(shop, id, "ola@nord.example").await;
    let update =
        "($id: ID!, $input: CompanyContactInput!) { companyContactUpdate(companyContactId: $id, input: $input) {
        companyContact { title updatedAt customer { firstName mail: defaultEmailAddress { emailAddress } } }
        userErrors { field code } } }";
    let change = async |input: Value| run(shop, update, json!({ "id": kari, "input": input })).await;
    shop.pass(60);
    let named = change(json!({ "firstName": "Kari", "title": "Innkjøper" })).await["companyContact"].clone();
    let customer = json!({ "firstName": "Kari", "mail": { "emailAddress": "kari@nord.example" } });
    let expected = json!({ "title": "Innkjøper", "updatedAt": "2026-11-02T08:31:00Z", "customer": customer });
    assert_eq!(named, expected);
    let moved = change(json!({ "email": "post@nord.example", "title": null })).await["companyContact"].clone();
    assert_eq!(moved["customer"]["mail"]["emailAddress"], "post@nord.example");
    assert_eq!((&moved["title"], &moved["customer"]["firstName"]), (&Value::Null, &json!("Kari")));

    let refused = async |input: Value| change(input).await["userErrors"].clone();
    assert_eq!(refused(json!({})).await, json!([{ "field": ["input"], "code": "NO_INPUT" }]));
    let email = |code: &str| json!([{ "field": ["input", "email"], "code": code }]);
    assert_eq!(refused(json!({ "email": "" })).await, email("BLANK"));
    assert_eq!(refused(json!({ "email": "post" })).await, email("INVALID"));
    assert_eq!(refused(json!({ "email": "ola@nord.example" })).await, email("TAKEN"));
    let nobody = run(shop, update, json!({ "id": "gid://shopify/CompanyContact/1", "input": { "title": "x" } })).await;
    assert_eq!(nobody["userErrors"], json!([{ "field": ["companyContactId"], "code": "RESOURCE_NOT_FOUND" }]));
}
