//! Sync Catalogs: which catalogs there are, and for whom.

use connector::catalogs::options::{CatalogStatus, CatalogType};
use connector::catalogs::staged::{catalog, location, market};
use connector::catalogs::{SYNC_CATALOGS, take_over};
use connector::links::company;
use database::Engine;
use job_queue::Filters;
use rstest::rstest;
use sea_orm::IntoActiveModel;
use serde_json::json;
use values::Code;

use super::shelf::{self, catalogs, done, number, sync_catalogs};
use crate::world::{World, kari};

const UPDATE: &str = "mutation($id: ID!, $input: CatalogUpdateInput!) { catalogUpdate(id: $id, input: $input) {
    userErrors { message } } }";

const DELETE: &str = "mutation($id: ID!) { catalogDelete(id: $id) { userErrors { message } } }";

#[rstest]
#[tokio::test]
async fn catalogs_of_companies_and_markets_come_with_one_call(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let (company, location) = shelf::company(&world, "Nord AS").await;
    let nord = shelf::of_companies(&world, "Wholesale", &[&location]).await;
    let list = shelf::price_list(&world, &nord, "NOK").await;
    let sweden = shelf::of_market(&world, "Sweden", "SEK").await;
    shelf::price_list(&world, &sweden, "SEK").await;
    let publication = shelf::publication(&world, &sweden).await;
    world.forget_calls();

    let summary = sync_catalogs(&world).await;
    assert_eq!((summary.fetched, summary.created, summary.calls), (2, 2, 1));
    let [of_company, of_market] = <[_; 2]>::try_from(catalogs(&world).await).unwrap();
    assert_eq!((of_company.catalog_type, of_company.name.as_str()), (CatalogType::Company, "Wholesale"));
    assert_eq!((of_company.shopify_company_id, of_company.company_name.as_str()), (number(&company), "Nord AS"));
    assert_eq!(of_company.global_id, nord.as_str().unwrap(), "the type in the id of a catalog is not always the same");
    assert_eq!(of_company.price_list_id, list.as_str().unwrap());
    assert!(of_company.currency_code.is_blank(), "the company's own currency is blank");
    assert!(of_company.publication_id.is_empty() && !of_company.sync_prices && of_company.allow_line_disc);
    assert_eq!((of_market.catalog_type, of_market.shopify_company_id), (CatalogType::Market, 0));
    assert_eq!(of_market.publication_id, publication.as_str().unwrap());
    assert_eq!(of_market.price_list_currency.as_str(), "SEK");
    let markets = world.all::<market::Entity>().await;
    assert_eq!((markets[0].catalog_id, markets[0].market_name.as_str()), (of_market.id, "Sweden"));
    let locations = world.all::<location::Entity>().await;
    assert_eq!((locations[0].catalog_id, locations[0].shopify_location_id), (of_company.id, number(&location)));

    let again = sync_catalogs(&world).await;
    assert_eq!((again.unchanged, again.created + again.updated, again.calls), (2, 0, 1));
}

#[rstest]
#[tokio::test]
async fn what_people_set_stays_and_what_vanishes_is_marked(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    let (catalog, _) = shelf::priced(&world, "Wholesale", "NOK").await;
    let sweden = shelf::of_market(&world, "Sweden", "SEK").await;
    sync_catalogs(&world).await;
    shelf::turn_on(&world, "Wholesale").await;
    let draft = json!({ "id": catalog, "input": { "title": "Retailers", "status": "DRAFT" } });
    done(&world, UPDATE, "catalogUpdate", draft).await;
    done(&world, DELETE, "catalogDelete", json!({ "id": sweden })).await;

    let summary = sync_catalogs(&world).await;
    assert_eq!((summary.fetched, summary.updated, summary.unchanged), (1, 2, 0));
    let [retailers, sweden] = <[_; 2]>::try_from(catalogs(&world).await).unwrap();
    assert_eq!((retailers.name.as_str(), retailers.status), ("Retailers", CatalogStatus::Draft));
    assert!(retailers.sync_prices && retailers.prices_including_vat && !retailers.deleted_in_shopify);
    assert!(sweden.deleted_in_shopify);
    assert_eq!(sync_catalogs(&world).await.updated, 0, "it is marked once");
}

#[rstest]
#[tokio::test]
async fn only_the_catalogs_of_the_type_that_is_asked_for_are_read(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    shelf::priced(&world, "Wholesale", "NOK").await;
    shelf::of_market(&world, "Sweden", "SEK").await;
    sync_catalogs(&world).await;
    let options = json!({ "catalogType": "Market" });
    let task = connector::Sync { options, ..world.sync(SYNC_CATALOGS, Filters::new()) };
    connector::sync(&world.connector, &world.queue, &kari(), &task).await.unwrap();
    world.work().await;
    let summary = shelf::last_log(&world).await.summary().unwrap();
    assert_eq!(
        (summary.fetched, summary.unchanged, summary.updated),
        (1, 1, 0),
        "the others are not taken for vanished"
    );
}

#[rstest]
#[tokio::test]
async fn a_catalog_for_two_companies_has_two_lines_and_its_prices_come_by_one(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let customer = world.add_customer("ola@example.com").await;
    let (nord, oslo) = shelf::company(&world, "Nord AS").await;
    let (_, bergen) = shelf::company(&world, "Vest AS").await;
    let known = company::Model {
        id: uuid::Uuid::from_u128(9),
        store: devstore::DEFAULT_DOMAIN.into(),
        shopify_company_id: number(&nord),
        name: "Nord AS".into(),
        customer_number: customer.clone(),
        ..company::Model::default()
    };
    let row = &known.into_active_model();
    let write = |tx| async move { database::insert_many(&tx, vec![row.clone()]).await };
    world.test.db.write(write).await.unwrap();
    let catalog = shelf::of_companies(&world, "Wholesale", &[&oslo, &bergen]).await;
    shelf::price_list(&world, &catalog, "NOK").await;
    sync_catalogs(&world).await;
    let [first, second] = <[_; 2]>::try_from(catalogs(&world).await).unwrap();
    assert_eq!(first.shopify_catalog_id, second.shopify_catalog_id);
    assert_eq!((&first.customer_number, &second.customer_number), (&customer, &Code::blank()));

    let terms = [("syncPrices", "true"), ("pricesIncludingVat", "true"), ("vatBusPostingGroup", "DOMESTIC")];
    let turn_on =
        async |name: &'static str| world.mend::<catalog::Entity>(|one| one.company_name == name, &terms).await;
    turn_on("Nord AS").await.unwrap();
    let refused = turn_on("Vest AS").await.unwrap_err().to_string();
    assert!(refused.contains("come by its line for Nord AS already"), "{refused}");
    shelf::mapped(&world, 1, "1000").await;
    assert_eq!(shelf::sync_prices(&world).await.updated, 1, "a catalog has its prices once");

    let (connector, second) = (&world.connector, &second);
    let write = |tx| async move { take_over(connector, &tx, &kari(), second.clone()).await };
    world.test.db.write(write).await.unwrap();
    let lines = catalogs(&world).await;
    assert_eq!(lines.iter().map(|line| line.sync_prices).collect::<Vec<_>>(), [false, true]);
    assert_eq!(shelf::staged_prices(&world, second.id).await.len(), 1, "what is known of its prices goes with them");
    assert!(lines[1].prices_read_at.is_some() && lines[0].prices_read_at.is_none());

    world.add_shop("POS").await;
    let of_pos = catalog::Model { id: uuid::Uuid::from_u128(10), shop_code: Code::cut("POS"), ..lines[0].clone() };
    let row = &of_pos.into_active_model();
    let write = |tx| async move { database::insert_many(&tx, vec![row.clone()]).await };
    world.test.db.write(write).await.unwrap();
    let of_pos = world.mend::<catalog::Entity>(|one| one.shop_code.as_str() == "POS", &terms).await;
    let refused = of_pos.unwrap_err().to_string();
    assert!(refused.contains("come by its line in the shop DEMO already"), "{refused}");
}
