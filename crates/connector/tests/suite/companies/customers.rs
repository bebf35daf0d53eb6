//! Customers that are made of companies, and changed by them.

use back_office::customers;
use back_office::vat::Calculation;
use back_office::vat::oss::{Basis, Made};
use connector::catalogs::staged::catalog;
use connector::links::company;
use connector::mappings::{payment_terms, tax_area};
use connector::skipped::Kind;
use database::Engine;
use rstest::rstest;
use serde_json::json;
use uuid::Uuid;
use values::Code;

use super::firm::{change, companies, firm, make, makes_all, oslo, reads_all, sync};
use crate::catalogs::shelf::{self, done};
use crate::vat_check::in_norway;
use crate::world::{SHOP, World, kari};

#[rstest]
#[tokio::test]
async fn a_company_becomes_a_customer_with_its_address_terms_and_tax_id(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    makes_all(&world).await;
    let is_net_30 = |terms: &payment_terms::Model| terms.name == "Net 30";
    world.mend::<payment_terms::Entity>(is_net_30, &[("paymentTermsCode", "14D")]).await.unwrap();
    firm(&world, "Nord AS", "ola@nord.example").await;
    let summary = sync(&world).await;
    assert_eq!((summary.created, summary.failed, summary.calls), (1, 0, 1));
    let number = companies(&world).await[0].customer_number.clone();
    let customers = world.customers().await;
    let made = customers.iter().find(|customer| customer.number == number).unwrap();
    assert_eq!((made.name.as_str(), made.email.as_str()), ("Nord AS", "ola@nord.example"));
    let address = [&made.address, &made.address2, &made.post_code, &made.city, &made.county];
    assert_eq!(address, ["Karl Johans gate 1", "3. etg.", "0154", "Oslo", "NO-03"]);
    assert_eq!((made.country_region_code.as_str(), made.phone_number.as_str()), ("NO", "+4722000000"));
    assert_eq!((made.payment_terms_code.as_str(), made.registration_number.as_str()), ("14D", "999 888 777"));
    assert_eq!(made.vat_registration_number, "");
    assert_eq!(sync(&world).await.failed, 0);
    assert_eq!(world.customers().await.len(), customers.len(), "once");
}

#[rstest]
#[tokio::test]
async fn the_tax_id_is_the_vat_registration_number_where_the_shop_card_says_so(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    makes_all(&world).await;
    let by_vat = [("companyMappingType", "By Tax Id"), ("companyTaxIdMapping", "VAT Registration No.")];
    world.set(&by_vat).await;
    firm(&world, "Nord AS", "ola@nord.example").await;
    let same = json!({ "email": "ola@sor.example" });
    make(&world, json!({ "company": { "name": "Nord" }, "companyContact": same, "companyLocation": oslo() })).await;
    sync(&world).await;
    let staged = companies(&world).await;
    assert_eq!(staged[0].customer_number, staged[1].customer_number, "of one tax id one customer is made");
    let customers = world.customers().await;
    let made = customers.iter().find(|customer| customer.number == staged[0].customer_number).unwrap();
    assert_eq!((made.vat_registration_number.as_str(), made.registration_number.as_str()), ("999 888 777", ""));
}

#[rstest]
#[tokio::test]
async fn a_company_that_is_registered_for_vat_is_no_consumer_of_the_one_stop_shop(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
    #[values("VAT Registration No.", "Registration No.")] register: &str,
) {
    let world = World::new(engine).await;
    makes_all(&world).await;
    in_norway(&world).await;
    world.set(&[("companyTaxIdMapping", register)]).await;
    let plan = connector::vat_check::preview(&world.connector, SHOP, true).await.unwrap();
    let registered = plan.registered.unwrap();
    assert!(registered.is_new && registered.rows.iter().all(|row| row.basis == Basis::ReverseCharge));
    connector::vat_check::create(&world.connector, &kari(), SHOP, true).await.unwrap();
    // The second one's is a number of companies, by whichever register it is.
    for (name, tax_id) in [("Registered", "DE 123456789"), ("Local", "HRB 12345"), ("Small", "")] {
        let address =
            json!({ "address1": "Unter den Linden 1", "zip": "10117", "city": "Berlin", "countryCode": "DE" });
        let berlin = json!({
            "name": "Berlin", "billingSameAsShipping": true, "taxRegistrationId": tax_id, "shippingAddress": address,
        });
        let contact = json!({ "email": format!("{name}@berlin.example") });
        let company = json!({ "name": name });
        make(&world, json!({ "company": company, "companyContact": contact, "companyLocation": berlin })).await;
    }
    assert_eq!(sync(&world).await.failed, 0);
    let customers = world.customers().await;
    let made = |name: &str| customers.iter().find(|customer| customer.name == name).unwrap();
    let group = |name: &str| made(name).vat_business_posting_group.to_string();
    assert_eq!((group("Registered").as_str(), group("Small").as_str()), ("EU-B2B", "OSS-DE"));
    assert_eq!(made("Registered").vat_registration_number, "DE 123456789");
    let is_vat = register == "VAT Registration No.";
    assert_eq!(group("Local"), if is_vat { "EU-B2B" } else { "OSS-DE" });
    assert_eq!(made("Local").vat_registration_number.is_empty(), !is_vat);
    assert_eq!(made("Registered").registration_number.is_empty(), is_vat);
    let setup = world.all::<back_office::vat::Entity>().await;
    let rows: Vec<_> = setup.iter().filter(|row| row.business_group.as_str() == "EU-B2B").collect();
    assert!(!rows.is_empty() && rows.iter().all(|row| row.calculation_type == Calculation::ReverseCharge));
    let again = connector::vat_check::create(&world.connector, &kari(), SHOP, true).await.unwrap();
    assert_eq!(again, Made::default(), "nothing is missing any more");
}

#[rstest]
#[tokio::test]
async fn companies_at_home_are_no_businesses_of_other_states(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    reads_all(&world).await;
    in_norway(&world).await;
    world.set(&[("customerTemplateCode", "DOMESTIC")]).await;
    firm(&world, "Nord AS", "ola@nord.example").await;
    sync(&world).await;
    let plan = async || connector::vat_check::preview(&world.connector, SHOP, true).await.unwrap();
    assert_eq!((companies(&world).await.len(), plan().await.registered), (1, None));
    let address = json!({ "address1": "Unter den Linden 1", "zip": "10117", "city": "Berlin", "countryCode": "DE" });
    let berlin = json!({ "name": "Berlin", "billingSameAsShipping": true, "shippingAddress": address });
    let contact = json!({ "email": "greta@berlin.example" });
    let company = json!({ "name": "Berlin GmbH" });
    make(&world, json!({ "company": company, "companyContact": contact, "companyLocation": berlin })).await;
    sync(&world).await;
    assert!(plan().await.registered.is_some());
}

#[rstest]
#[tokio::test]
async fn customers_who_are_registered_in_another_state_get_the_group_of_businesses(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    in_norway(&world).await;
    world.set(&[("customerTemplateCode", "DOMESTIC")]).await;
    let plan = connector::vat_check::preview(&world.connector, SHOP, true).await.unwrap();
    assert_eq!(plan.registered, None, "no business buys");
    let known = world.customers().await.remove(0);
    let change = back_office::customers::Change {
        country_region_code: Some(Code::cut("DE")),
        vat_registration_number: Some("DE123456789".to_owned()),
        vat_business_posting_group: Some(plan.home_group.clone()),
        ..Default::default()
    };
    crate::customers::change(&world, &known.number, change).await;
    let plan = connector::vat_check::preview(&world.connector, SHOP, true).await.unwrap();
    assert_eq!(plan.registered.map(|registered| registered.customers), Some(1));
    assert_eq!(connector::vat_check::create(&world.connector, &kari(), SHOP, true).await.unwrap().customers, 1);
    let now = world.customers().await.into_iter().find(|customer| customer.number == known.number).unwrap();
    assert_eq!(now.vat_business_posting_group.as_str(), "EU-B2B");
}

#[rstest]
#[tokio::test]
async fn payment_terms_that_nobody_has_mapped_leave_the_customers_own(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    makes_all(&world).await;
    world.set(&[("shopifyCanUpdateCompanies", "true")]).await;
    let nord = firm(&world, "Nord AS", "ola@nord.example").await;
    sync(&world).await;
    let number = companies(&world).await[0].customer_number.clone();
    let own = back_office::customers::Change { payment_terms_code: Some(Code::cut("14D")), ..Default::default() };
    crate::customers::change(&world, &number, own).await;
    change(&world, &nord, json!({ "name": "Nord og Sør AS" })).await;
    assert_eq!(sync(&world).await.failed, 0);
    let customer = world.customers().await.into_iter().find(|customer| customer.number == number).unwrap();
    assert_eq!((customer.name.as_str(), customer.payment_terms_code.as_str()), ("Nord og Sør AS", "14D"));
}

#[rstest]
#[tokio::test]
async fn a_company_that_changes_changes_its_customer_where_the_shop_card_lets_it(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    makes_all(&world).await;
    let nord = firm(&world, "Nord AS", "ola@nord.example").await;
    sync(&world).await;
    let of_firm = |customers: Vec<back_office::customers::Model>, number: &Code<20>| {
        customers.into_iter().find(|customer| customer.number == *number).unwrap()
    };
    let number = companies(&world).await[0].customer_number.clone();
    change(&world, &nord, json!({ "name": "Nord og Sør AS" })).await;
    sync(&world).await;
    assert_eq!(of_firm(world.customers().await, &number).name, "Nord AS", "not yet");

    world.set(&[("shopifyCanUpdateCompanies", "true")]).await;
    let document = "mutation($id: ID!) { companyLocationAssignAddress(locationId: $id, addressTypes: [BILLING],
        address: { address1: \"Torggata 2\", zip: \"5014\", city: \"Bergen\", countryCode: NO }) { userErrors { message } } }";
    done(&world, document, "companyLocationAssignAddress", json!({ "id": nord.location })).await;
    assert_eq!(sync(&world).await.updated, 1);
    let customer = of_firm(world.customers().await, &number);
    assert_eq!(
        (customer.name.as_str(), customer.address.as_str(), customer.city.as_str()),
        ("Nord og Sør AS", "Torggata 2", "Bergen")
    );
    assert_eq!((customer.email.as_str(), customer.phone_number.as_str()), ("ola@nord.example", "+4722000000"));
    let version = customer.version;
    sync(&world).await;
    assert_eq!(of_firm(world.customers().await, &number).version, version, "nothing was new");
}

#[rstest]
#[tokio::test]
async fn a_location_without_an_address_takes_none_away(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    let all = [("companyImportFromShopify", "All Companies"), ("shopifyCanUpdateCompanies", "true")];
    world.set(&all).await;
    let number = &world.add_customer("ola@nord.example").await;
    let moved = &customers::Change { address: Some("Torggata 2".into()), ..Default::default() };
    let write = |tx| async move {
        let customer = customers::by_numbers(&tx, std::slice::from_ref(number)).await?.remove(0);
        customers::change(&tx, customer, moved, database::testing::start()).await
    };
    world.test.db.write(write).await.unwrap();
    let contact = json!({ "email": "ola@nord.example" });
    make(&world, json!({ "company": { "name": "Nord AS" }, "companyContact": contact })).await;
    sync(&world).await;
    let customers = world.customers().await;
    let customer = customers.iter().find(|customer| customer.number == *number).unwrap();
    assert_eq!((customer.name.as_str(), customer.address.as_str()), ("Nord AS", "Torggata 2"));
}

#[rstest]
#[tokio::test]
async fn one_company_that_is_refused_does_not_hold_the_others_back(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    makes_all(&world).await;
    let nowhere = tax_area::Model {
        id: Uuid::from_u128(9),
        country_region_code: Code::cut("SE"),
        tax_area_code: Code::cut("NOWHERE"),
        ..tax_area_of_nothing()
    };
    world.insert::<tax_area::ActiveModel, _>(nowhere).await;
    firm(&world, "Nord AS", "ola@nord.example").await;
    let sweden = json!({ "shippingAddress": { "address1": "Kungsgatan 1", "countryCode": "SE" } });
    let contact = json!({ "email": "sven@ost.example" });
    make(&world, json!({ "company": { "name": "Öst AB" }, "companyContact": contact, "companyLocation": sweden }))
        .await;
    let summary = sync(&world).await;
    assert_eq!((summary.created, summary.failed), (2, 1));
    let staged = companies(&world).await;
    assert!(!staged[0].customer_number.is_blank() && !staged[0].has_error);
    assert!(staged[1].customer_number.is_blank() && staged[1].has_error);
    let skipped = &world.skipped().await[0];
    assert_eq!((skipped.kind, skipped.document_name.as_str()), (Kind::Company, "Öst AB"));
    assert!(skipped.cause.contains("NOWHERE"), "{}", skipped.cause);

    // Once what stands against it is mended it is taken up by itself.
    world.remove::<tax_area::Entity>(|place| place.tax_area_code.as_str() == "NOWHERE").await.unwrap();
    assert_eq!(sync(&world).await.failed, 0);
    assert!(!companies(&world).await[1].customer_number.is_blank());
    assert_eq!(world.skipped().await, []);
}

fn tax_area_of_nothing() -> tax_area::Model {
    tax_area::Model {
        id: Uuid::nil(),
        country_region_code: Code::blank(),
        county: String::new(),
        county_code: Code::blank(),
        tax_area_code: Code::blank(),
        tax_liable: false,
        vat_bus_posting_group: Code::blank(),
    }
}

#[rstest]
#[tokio::test]
async fn the_catalog_of_a_company_takes_the_customer_that_it_becomes_and_keeps_what_a_person_has_chosen(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    reads_all(&world).await;
    let nord = firm(&world, "Nord AS", "ola@nord.example").await;
    let sor = firm(&world, "Sør AS", "per@sor.example").await;
    for (title, one) in [("Nord", &nord), ("Sør", &sor)] {
        shelf::of_companies(&world, title, &[&one.location]).await;
    }
    shelf::sync_catalogs(&world).await;
    sync(&world).await;
    let line = async |name: &str| {
        let lines = shelf::catalogs(&world).await;
        lines.into_iter().find(|line| line.company_name == name).unwrap().customer_number.to_string()
    };
    assert_eq!((line("Nord AS").await.as_str(), line("Sør AS").await.as_str()), ("", ""), "nobody is a customer yet");

    makes_all(&world).await;
    sync(&world).await;
    let staged = companies(&world).await;
    let of = |name: &str| staged.iter().find(|one| one.name == name).unwrap().clone();
    let (of_nord, of_sor) = (of("Nord AS"), of("Sør AS"));
    assert!(!of_nord.customer_number.is_blank());
    assert_eq!(line("Nord AS").await, of_nord.customer_number.as_str());

    // A person says that it is another one: so it is for its catalog.
    let map = async |company: &company::Model, number: &Code<20>| {
        connector::companies::map_company(&world.connector, &kari(), company.id, number).await.unwrap();
    };
    map(&of_nord, &of_sor.customer_number).await;
    assert_eq!(line("Nord AS").await, of_sor.customer_number.as_str());
    // What was chosen for the catalog alone stays.
    let chosen = world.customers().await[0].number.clone();
    let of_line = |line: &catalog::Model| line.company_name == "Nord AS";
    world.mend::<catalog::Entity>(of_line, &[("customerNumber", chosen.as_str())]).await.unwrap();
    map(&of_nord, &of_nord.customer_number).await;
    assert_eq!(line("Nord AS").await, chosen.as_str());
}
