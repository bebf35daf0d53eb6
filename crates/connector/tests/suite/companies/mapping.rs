//! Which customers companies are.

use back_office::customers;
use connector::companies::map_company;
use connector::companies::staged::location;
use database::Engine;
use rstest::rstest;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use serde_json::json;
use values::Code;

use super::firm::{companies, firm, locations, make, oslo, reads_all, sync};
use crate::world::{World, kari};

/// Which customers the companies are, in their order.
async fn numbers(world: &World) -> Vec<Code<20>> {
    companies(world).await.into_iter().map(|company| company.customer_number).collect()
}

/// Gives a customer numbers in registers.
async fn register(world: &World, number: &Code<20>, company: &str, vat: &str) {
    let change = &customers::Change {
        registration_number: Some(company.into()),
        vat_registration_number: Some(vat.into()),
        ..Default::default()
    };
    let write = |tx| async move {
        let customer = customers::by_numbers(&tx, std::slice::from_ref(number)).await?.remove(0);
        customers::change(&tx, customer, change, database::testing::start()).await
    };
    world.test.db.write(write).await.unwrap();
}

#[rstest]
#[tokio::test]
async fn a_company_is_the_customer_with_the_email_of_its_main_contact(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    reads_all(&world).await;
    let known = world.add_customer("OLA@nord.example").await;
    firm(&world, "Nord AS", "ola@nord.example").await;
    firm(&world, "Sør AS", "ola@sor.example").await;
    sync(&world).await;
    assert_eq!(numbers(&world).await, [known.clone(), Code::blank()]);
    let person = &world.all::<connector::links::customer::Entity>().await[0];
    assert_eq!((person.email.as_str(), &person.customer_number), ("ola@nord.example", &known), "who buys for the same");

    // A customer who comes later is found by the next run, and costs no call.
    let later = world.add_customer("ola@sor.example").await;
    sync(&world).await;
    assert_eq!(numbers(&world).await, [known, later]);
}

#[rstest]
#[case::as_it_stands("Registration No.", "999888777", "")]
#[case::with_its_country("Registration No.", "NO 999 888 777 MVA", "")]
#[case::by_the_other_register("Registration No.", "", "NO999888777MVA")]
#[case::by_vat("VAT Registration No.", "", "999 888 777")]
#[tokio::test]
async fn a_company_is_the_customer_with_the_tax_id_of_its_oldest_location(
    #[case] tax_id: &str,
    #[case] company: &str,
    #[case] vat: &str,
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    reads_all(&world).await;
    world.set(&[("companyMappingType", "By Tax Id"), ("companyTaxIdMapping", tax_id)]).await;
    let known = world.add_customer("post@nord.example").await;
    register(&world, &known, company, vat).await;
    world.add_customer("ola@sor.example").await;
    firm(&world, "Nord AS", "ola@nord.example").await;
    let contact = json!({ "email": "ola@sor.example" });
    make(&world, json!({ "company": { "name": "Sør AS" }, "companyContact": contact })).await;
    sync(&world).await;
    assert_eq!(numbers(&world).await, [known, Code::blank()], "an e-mail does not stand for a tax id");
}

#[rstest]
#[tokio::test]
async fn every_company_is_the_default_one_where_the_shop_card_says_so(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    reads_all(&world).await;
    let default = world.add_customer("all@example.com").await;
    let mapping = "Always take the default Company";
    world.set(&[("companyMappingType", mapping), ("defaultCompanyNumber", default.as_str())]).await;
    firm(&world, "Nord AS", "ola@nord.example").await;
    firm(&world, "Sør AS", "ola@sor.example").await;
    sync(&world).await;
    assert_eq!(numbers(&world).await, [default.clone(), default]);
}

#[rstest]
#[tokio::test]
async fn the_default_company_takes_over_nothing_of_the_companies_that_it_stands_for(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    reads_all(&world).await;
    let default = world.add_customer("all@example.com").await;
    let mapping = "Always take the default Company";
    world.set(&[("companyMappingType", mapping), ("defaultCompanyNumber", default.as_str())]).await;
    world.set(&[("shopifyCanUpdateCompanies", "true")]).await;
    let before = world.customers().await;
    firm(&world, "Nord AS", "ola@nord.example").await;
    sync(&world).await;
    assert_eq!(numbers(&world).await, [default]);
    assert_eq!(world.customers().await, before);
}

#[rstest]
#[tokio::test]
async fn of_two_companies_that_are_one_customer_the_first_is_taken_at_its_word(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    reads_all(&world).await;
    world.set(&[("companyMappingType", "By Tax Id"), ("shopifyCanUpdateCompanies", "true")]).await;
    let known = world.add_customer("post@nord.example").await;
    register(&world, &known, "999888777", "").await;
    firm(&world, "Nord AS", "ola@nord.example").await;
    firm(&world, "Sør AS", "ola@sor.example").await;
    sync(&world).await;
    sync(&world).await;
    assert_eq!(numbers(&world).await, [known.clone(), known.clone()]);
    let customers = world.customers().await;
    let customer = customers.iter().find(|customer| customer.number == known).unwrap();
    assert_eq!(customer.name, "Nord AS", "not the one and the other by turns");
}

#[rstest]
#[tokio::test]
async fn a_company_whose_customer_is_gone_is_looked_up_again(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    reads_all(&world).await;
    let gone = &world.add_customer("ola@nord.example").await;
    firm(&world, "Nord AS", "ola@nord.example").await;
    sync(&world).await;
    assert_eq!(numbers(&world).await, std::slice::from_ref(gone));
    let delete = customers::Entity::delete_many().filter(customers::Column::Number.eq(gone.clone()));
    let delete = &delete;
    let write = |tx| async move { delete.clone().exec(&tx).await.map_err(database::Error::from) };
    world.test.db.write(write).await.unwrap();
    let new = world.add_customer("ola@nord.example").await;
    sync(&world).await;
    assert_eq!(numbers(&world).await, [new]);
}

#[rstest]
#[tokio::test]
async fn a_person_says_which_customer_a_company_is_and_takes_it_back(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    reads_all(&world).await;
    firm(&world, "Nord AS", "ola@nord.example").await;
    sync(&world).await;
    let (company, customer) = (companies(&world).await[0].id, world.add_customer("post@nord.example").await);
    map_company(&world.connector, &kari(), company, &customer).await.unwrap();
    assert_eq!(numbers(&world).await, [customer]);
    sync(&world).await;
    map_company(&world.connector, &kari(), company, &Code::blank()).await.unwrap();
    assert_eq!(numbers(&world).await, [Code::blank()]);
    let unknown = map_company(&world.connector, &kari(), company, &Code::cut("NOBODY")).await.unwrap_err();
    assert_eq!(unknown.to_string(), "there is no customer NOBODY: create it, or choose another");
}

#[rstest]
#[tokio::test]
async fn who_pays_for_a_location_is_said_where_it_is_said_who_buys(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    reads_all(&world).await;
    let contact = json!({ "email": "ola@nord.example" });
    make(&world, json!({ "company": { "name": "Nord AS" }, "companyContact": contact, "companyLocation": oslo() }))
        .await;
    sync(&world).await;
    let (buys, pays) = (world.add_customer("buys@example.com").await, world.add_customer("pays@example.com").await);
    let set = |fields: Vec<(&'static str, String)>| {
        let world = &world;
        async move {
            let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
            world.mend::<location::Entity>(|_| true, &fields).await
        }
    };
    let refused = set(vec![("billToCustomerNumber", pays.to_string())]).await.unwrap_err();
    assert!(refused.to_string().contains("choose Sell-to Customer No. first"), "{refused}");
    let unknown = set(vec![("sellToCustomerNumber", "NOBODY".to_owned())]).await;
    assert!(unknown.is_err());
    let both = vec![("sellToCustomerNumber", buys.to_string()), ("billToCustomerNumber", pays.to_string())];
    set(both).await.unwrap();
    let row = &locations(&world).await[0];
    assert_eq!((&row.sell_to_customer_number, &row.bill_to_customer_number), (&buys, &pays));
    set(vec![("sellToCustomerNumber", String::new())]).await.unwrap();
    assert!(locations(&world).await[0].bill_to_customer_number.is_blank(), "nobody buys, so nobody pays");
}
