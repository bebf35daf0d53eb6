//! Shopify catalogs: the terms that people set on them, and which line of one gives its prices.

use axum::http::Method;
use connector::catalogs::options::{CatalogStatus, CatalogType};
use connector::catalogs::staged::catalog::Model;
use database::Engine;
use rstest::rstest;
use sea_orm::{ActiveModelTrait, IntoActiveModel};
use serde_json::{Value, json};
use server::Error;
use uuid::Uuid;
use values::Code;

use crate::call::Call;
use crate::world::World;

/// The line of the catalog Wholesale for this company.
fn line(id: u128, company_id: i64, company: &str) -> Model {
    Model {
        id: Uuid::from_u128(id),
        shop_code: Code::cut("SHOP"),
        shopify_catalog_id: 7001,
        catalog_type: CatalogType::Company,
        shopify_company_id: company_id,
        company_name: company.into(),
        name: "Wholesale".into(),
        status: CatalogStatus::Active,
        deleted_in_shopify: false,
        global_id: "gid://shopify/CompanyLocationCatalog/7001".into(),
        price_list_id: "gid://shopify/PriceList/1".into(),
        price_list_currency: Code::cut("NOK"),
        publication_id: String::new(),
        currency_code: Code::blank(),
        sync_prices: false,
        customer_number: Code::blank(),
        customer_price_group: Code::blank(),
        customer_discount_group: Code::blank(),
        prices_including_vat: false,
        allow_line_disc: true,
        gen_bus_posting_group: Code::blank(),
        vat_bus_posting_group: Code::blank(),
        customer_posting_group: Code::blank(),
        tax_area_code: Code::blank(),
        tax_liable: false,
        vat_country: Code::blank(),
        prices_read_at: None,
        prices_synced_at: None,
        fixed_prices: 0,
        published_products: 0,
    }
}

/// A shop with a catalog for two companies, and the addresses of its lines.
async fn world(engine: Engine) -> (World, [String; 2]) {
    let world = World::new(engine).await;
    world.company().await;
    world.shop().await;
    let lines = &[line(1, 501, "Nord AS"), line(2, 502, "Vest AS")];
    let write = |tx| async move {
        for line in lines {
            line.clone().into_active_model().reset_all().insert(&tx).await?;
        }
        Ok::<_, Error>(())
    };
    world.app.db.write(write).await.unwrap();
    (world, [1, 2].map(|id| format!("shopifyCatalogs/{}", Uuid::from_u128(id))))
}

async fn synced(world: &World) -> Vec<Value> {
    let lines = world.read("/api/v1/shopifyCatalogs?$orderby=companyName").await.expect(200);
    lines["value"].as_array().unwrap().iter().map(|line| line["syncPrices"].clone()).collect()
}

#[rstest]
#[tokio::test]
async fn people_set_the_terms_of_a_catalog_and_not_what_shopify_says_of_it(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let (world, [nord, _]) = world(engine).await;
    let terms = json!({"syncPrices": true, "pricesIncludingVat": true, "vatBusPostingGroup": "DOMESTIC"});
    let call = |token: &str, version: &str| {
        let call = Call::new(Method::PATCH, format!("/api/v1/{nord}")).token(token).header("if-match", version);
        call.body(terms.clone())
    };
    call(&world.viewer, "*").send(&world.router).await.expect(403);
    call(&world.user, "W/\"old\"").send(&world.router).await.expect(412);
    let set = call(&world.user, "*").send(&world.router).await.expect(200);
    for (field, value) in terms.as_object().unwrap() {
        assert_eq!(&set[field], value, "{field}");
    }
    for (fields, target) in [
        (json!({"customerNumber": "MARS"}), "customerNumber"),
        (json!({"customerPriceGroup": "MARS"}), "customerPriceGroup"),
        (json!({"name": "Retail"}), "name"),
        (json!({"priceListCurrency": "SEK"}), "priceListCurrency"),
    ] {
        let refused = world.change(Method::PATCH, &nord, fields).await;
        assert_eq!(refused.expect(400)["error"]["target"], target, "{}", refused.text);
    }
    assert_eq!(world.read(format!("/api/v1/{nord}")).await.expect(200)["name"], "Wholesale");
}

#[rstest]
#[tokio::test]
async fn the_prices_of_a_catalog_come_by_the_line_that_takes_them_over(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let (world, [nord, vest]) = world(engine).await;
    let on = json!({"syncPrices": true});
    world.change(Method::PATCH, &nord, on.clone()).await.expect(200);
    let refused = world.change(Method::PATCH, &vest, on).await;
    assert_eq!(refused.expect(400)["error"]["target"], "syncPrices", "{}", refused.text);
    assert!(refused.text.contains("come by its line for Nord AS already"), "{}", refused.text);

    let take = |token: &str, version: &str| {
        let call = Call::new(Method::POST, format!("/api/v1/{vest}/Kobling.takeOverPrices"));
        call.token(token).header("if-match", version)
    };
    take(&world.viewer, "*").send(&world.router).await.expect(403);
    take(&world.user, "W/\"old\"").send(&world.router).await.expect(412);
    assert_eq!(synced(&world).await, [json!(true), json!(false)]);
    let taken = take(&world.user, "*").send(&world.router).await.expect(200);
    assert_eq!((&taken["companyName"], &taken["syncPrices"]), (&json!("Vest AS"), &json!(true)));
    assert_eq!(synced(&world).await, [json!(false), json!(true)]);
}
