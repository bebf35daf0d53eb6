//! What is staged of companies.

use connector::companies::SYNC_COMPANIES;
use connector::companies::staged::location;
use connector::orders::options::PaymentTermsType;
use connector::skipped::Kind;
use database::Engine;
use job_queue::Filters;
use rstest::rstest;
use serde_json::json;
use values::Code;

use super::firm::{
    add_contact, add_location, assign, change, companies, contacts, firm, locations, make, oslo, reads_all,
    remove_location, sync,
};
use crate::catalogs::shelf::{done, number};
use crate::world::World;

#[rstest]
#[tokio::test]
async fn a_company_comes_with_its_locations_contacts_and_terms(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    reads_all(&world).await;
    let nord = firm(&world, "Nord AS", "Ola@Nord.example").await;
    change(&world, &nord, json!({ "externalId": "N-1", "note": "Pays late." })).await;
    add_location(&world, &nord, json!({ "name": "Bergen" })).await;
    let per = add_contact(&world, &nord, "per@nord.example").await;
    assign(&world, &nord, &per, "Ordering only", &nord.location).await;
    let summary = sync(&world).await;
    assert_eq!((summary.fetched, summary.created, summary.calls), (1, 1, 1));

    let staged = &companies(&world).await[0];
    assert_eq!(
        (staged.name.as_str(), staged.external_id.as_str(), staged.note.as_str()),
        ("Nord AS", "N-1", "Pays late.")
    );
    assert_eq!(staged.shopify_company_id, number(&nord.id));
    assert_eq!(
        (staged.main_contact_id, staged.main_contact_email.as_str()),
        (number(&nord.contact), "ola@nord.example")
    );
    assert_eq!((staged.main_contact_first_name.as_str(), staged.main_contact_last_name.as_str()), ("Ola", "Nordmann"));
    assert_eq!((staged.default_location_id, staged.customer_number.as_str()), (number(&nord.location), ""));
    let of_firm = &locations(&world).await;
    let expected = location::Model {
        id: of_firm[0].id,
        store: staged.store.clone(),
        shopify_location_id: number(&nord.location),
        shopify_company_id: staged.shopify_company_id,
        name: "Oslo".into(),
        is_default: true,
        recipient: "Nord AS v/ Kari".into(),
        address: "Karl Johans gate 1".into(),
        address2: "3. etg.".into(),
        zip: "0154".into(),
        city: "Oslo".into(),
        country_region_code: Code::cut("NO"),
        province_code: "NO-03".into(),
        province_name: of_firm[0].province_name.clone(),
        phone_number: "+4722000000".into(),
        tax_registration_id: "999 888 777".into(),
        tax_exempt: false,
        payment_terms_type: PaymentTermsType::Net,
        payment_terms_name: "Net 30".into(),
        sell_to_customer_number: Code::blank(),
        bill_to_customer_number: Code::blank(),
    };
    assert_eq!(of_firm[0], expected);
    assert_eq!((of_firm[1].name.as_str(), of_firm[1].is_default), ("Bergen", false));
    let people = contacts(&world).await;
    let told: Vec<_> = people.iter().map(|one| (one.name.as_str(), one.title.as_str(), one.is_main_contact)).collect();
    assert_eq!(told, [("Ola Nordmann", "Innkjøper", true), ("Per", "", false)]);
    assert_eq!((people[0].roles.as_str(), people[1].roles.as_str()), ("", "Ordering only (Oslo)"));

    let again = sync(&world).await;
    assert_eq!((again.updated, again.calls), (0, 1), "nothing has changed");
    change(&world, &nord, json!({ "name": "Nord og Sør AS" })).await;
    let changed = sync(&world).await;
    assert_eq!((changed.updated, changed.unchanged), (1, 0));
    assert_eq!(companies(&world).await[0].name, "Nord og Sør AS");
    assert_eq!(locations(&world).await, *of_firm, "which were not written again");
}

#[rstest]
#[tokio::test]
async fn a_company_for_whom_nobody_speaks_is_not_staged_and_told(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    reads_all(&world).await;
    let nord = make(&world, json!({ "company": { "name": "Nord AS" } })).await;
    firm(&world, "Sør AS", "sor@sor.example").await;
    let summary = sync(&world).await;
    assert_eq!((summary.fetched, summary.created, summary.skipped), (2, 1, 1));
    assert_eq!(companies(&world).await.len(), 1);
    let skipped = &world.skipped().await[0];
    assert_eq!((skipped.kind, skipped.document_name.as_str()), (Kind::Company, "Nord AS"));
    assert_eq!(skipped.cause, "The company Nord AS has no main contact, so nobody speaks for it.");

    let contact = add_contact(&world, &nord, "ola@nord.example").await;
    let document = "mutation($id: ID!, $contact: ID!) {
        companyAssignMainContact(companyId: $id, companyContactId: $contact) { userErrors { message } } }";
    done(&world, document, "companyAssignMainContact", json!({ "id": nord.id, "contact": contact })).await;
    assert_eq!(sync(&world).await.created, 1);
    assert_eq!((companies(&world).await.len(), world.skipped().await.len()), (2, 0));
}

#[rstest]
#[tokio::test]
async fn a_location_that_is_gone_is_gone_here_and_the_next_oldest_is_the_default(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    reads_all(&world).await;
    let nord = firm(&world, "Nord AS", "ola@nord.example").await;
    world.advance(1);
    let bergen = add_location(&world, &nord, json!({ "name": "Bergen" })).await;
    sync(&world).await;
    let defaults =
        |rows: Vec<location::Model>| rows.into_iter().map(|row| (row.name, row.is_default)).collect::<Vec<_>>();
    assert_eq!(defaults(locations(&world).await), [("Oslo".to_owned(), true), ("Bergen".to_owned(), false)]);
    remove_location(&world, &nord.location).await;
    assert_eq!(sync(&world).await.updated, 1);
    assert_eq!(defaults(locations(&world).await), [("Bergen".to_owned(), true)]);
    assert_eq!(companies(&world).await[0].default_location_id, number(&bergen));
}

#[rstest]
#[tokio::test]
async fn with_order_import_only_companies_that_are_known_are_read_and_only_where_they_may_change_customers(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    firm(&world, "Nord AS", "ola@nord.example").await;
    assert_eq!(sync(&world).await.calls, 0, "nothing is asked");
    world.set(&[("shopifyCanUpdateCompanies", "true")]).await;
    let summary = sync(&world).await;
    assert_eq!((summary.fetched, summary.created, summary.calls), (1, 0, 1));
    assert_eq!(companies(&world).await, []);

    // What was left out is not forgotten: who wants all companies gets it.
    reads_all(&world).await;
    world.advance(60);
    assert_eq!(sync(&world).await.created, 1);
    firm(&world, "Sør AS", "ola@sor.example").await;
    world.advance(60);
    assert_eq!(sync(&world).await.created, 1);
    firm(&world, "Öst AB", "sven@ost.example").await;
    world.advance(60);
    let summary = sync(&world).await;
    assert_eq!((summary.fetched, summary.created), (2, 1), "what is new, and the last before it: not all three");
    world.set(&[("companyImportFromShopify", "None")]).await;
    assert_eq!(sync(&world).await.calls, 0);
}

#[rstest]
#[tokio::test]
async fn a_company_with_many_locations_and_contacts_takes_one_call_more(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    reads_all(&world).await;
    let nord = firm(&world, "Nord AS", "ola@nord.example").await;
    for number in 1..=11 {
        let place = add_location(&world, &nord, json!({ "name": format!("Place {number}") })).await;
        assign(&world, &nord, &nord.contact, "Location admin", &place).await;
    }
    add_location(&world, &nord, oslo()).await;
    for number in 1..=5 {
        add_contact(&world, &nord, &format!("person{number}@nord.example")).await;
    }
    let summary = sync(&world).await;
    assert_eq!((summary.created, summary.calls), (1, 2));
    assert_eq!((locations(&world).await.len(), contacts(&world).await.len()), (13, 6));
    assert_eq!(contacts(&world).await[0].roles.matches("Location admin").count(), 11);
    assert_eq!(locations(&world).await.iter().filter(|row| row.is_default).count(), 1);
    assert_eq!(sync(&world).await.updated, 0, "whole it says the same");
}

#[rstest]
#[tokio::test]
async fn companies_that_a_filter_lets_through_are_read_again_and_no_others(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    reads_all(&world).await;
    let nord = firm(&world, "Nord AS", "ola@nord.example").await;
    let syd = firm(&world, "Syd AS", "per@syd.example").await;
    sync(&world).await;
    world.advance(5);
    for one in [&nord, &syd] {
        change(&world, one, json!({ "note": "Pays late." })).await;
    }
    let named = Filters::new().with("ShopifyCompany.name", "Nord*");
    assert_eq!(world.run_with(SYNC_COMPANIES, named).await.fetched, 1);
    let notes: Vec<_> = companies(&world).await.into_iter().map(|row| row.note).collect();
    assert_eq!(notes, ["Pays late.", ""]);
}
