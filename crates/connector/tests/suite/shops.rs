use back_office::currencies::exchange_rate;
use connector::orders::SYNC_ORDERS;
use connector::products::options::WeightUnit;
use connector::shops::{self, NewShop};
use database::{Engine, Record};
use devstore::{DEFAULT_DOMAIN, DEFAULT_TOKEN, NewPlan};
use job_queue::Filters;
use rstest::rstest;
use sea_orm::EntityTrait;

use crate::spoilt;
use crate::world::{SHOP, World, kari};

fn shop(code: &str, domain: &str, token: &str) -> NewShop {
    NewShop { code: code.into(), domain: domain.into(), admin_url: None, credentials: token.into() }
}

#[rstest]
#[tokio::test]
async fn a_new_shop_has_the_defaults_and_never_shows_its_token(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let added =
        shops::add(&world.connector, &kari(), shop("second", "second.myshopify.com", "shpat_hush")).await.unwrap();
    assert!(!added.enabled && added.allow_background_syncs && added.allow_outgoing_requests);
    assert!(!added.auto_create_orders && added.find_mapping_by_barcode);
    assert_eq!((added.code.as_str(), added.admin_url.as_str()), ("SECOND", "https://second.myshopify.com"));
    let json = serde_json::Value::Object(shops::Entity::json(&added)).to_string();
    assert!(!json.contains("hush") && !format!("{added:?}").contains("hush"));
    let query = shops::credential::Entity::find();
    let sealed = world.test.db.read(|r| async move { database::Result::<_>::Ok(query.all(&r).await?) }).await.unwrap();
    assert!(sealed.iter().all(|one| !one.sealed_token.contains("shpat")));
}

#[rstest]
#[tokio::test]
async fn what_can_not_be_a_shop_is_refused_in_one_sentence(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    let refused = [
        (shop("demo", "x.myshopify.com", "t"), "there is a shop DEMO already"),
        (shop("", "x.myshopify.com", "t"), "needs a code"),
        (shop("X", "www.example.com", "t"), "is no Shopify store"),
        (NewShop { admin_url: Some("http://example.com".into()), ..shop("X", "x.myshopify.com", "t") }, "Admin URL"),
    ];
    for (new, sentence) in refused {
        let error = shops::add(&world.connector, &kari(), new).await.unwrap_err().to_string();
        assert!(error.contains(sentence), "{error}");
    }
    assert_eq!(world.test.db.read(|r| async move { shops::list(&r).await }).await.unwrap().len(), 1);
}

#[rstest]
#[tokio::test]
async fn the_token_of_another_store_is_told_and_the_shop_stays_disabled(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    shops::add(&world.connector, &kari(), shop("OTHER", "other.myshopify.com", DEFAULT_TOKEN)).await.unwrap();
    let error = shops::enable(&world.connector, &kari(), "OTHER").await.unwrap_err().to_string();
    assert!(error.contains("is of devstore.myshopify.com, not of other.myshopify.com"), "{error}");
    let found = world.test.db.read(|r| async move { shops::find(&r, "other").await }).await.unwrap();
    assert!(!found.enabled);
}

#[rstest]
#[tokio::test]
async fn enabling_reads_the_plan_and_the_unit_of_weights_and_keeps_a_unit_that_was_chosen(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let added = shops::add(&world.connector, &kari(), shop("OTHER", DEFAULT_DOMAIN, DEFAULT_TOKEN)).await.unwrap();
    assert_eq!((added.advanced_shopify_plan, added.weight_unit), (false, WeightUnit::Blank));
    let enabled = shops::enable(&world.connector, &kari(), "OTHER").await.unwrap();
    assert_eq!((enabled.advanced_shopify_plan, enabled.weight_unit), (true, WeightUnit::Kilograms));
    shops::disable(&world.connector, &kari(), "OTHER").await.unwrap();
    world.set_on("OTHER", &[("weightUnit", "Grams")]).await;
    let enabled = shops::enable(&world.connector, &kari(), "OTHER").await.unwrap();
    assert_eq!(enabled.weight_unit, WeightUnit::Grams);
}

#[rstest]
#[tokio::test]
async fn a_wrong_token_is_told_and_the_shop_stays_disabled(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    shops::add(&world.connector, &kari(), shop("WRONG", "devstore.myshopify.com", "shpat_wrong")).await.unwrap();
    let error = shops::enable(&world.connector, &kari(), "WRONG").await.unwrap_err().to_string();
    assert!(error.contains("does not accept the access token"), "{error}");
    let found = world.test.db.read(|r| async move { shops::find(&r, "wrong").await }).await.unwrap();
    assert!(!found.enabled);
    let sync = connector::Sync { shop: "WRONG".into(), ..world.sync(SYNC_ORDERS, Filters::new()) };
    let error = connector::sync(&world.connector, &world.queue, &kari(), &sync).await.unwrap_err().to_string();
    assert!(error.contains("kobling shop enable WRONG"), "{error}");
    let settings = shops::test(&world.connector, "DEMO").await.unwrap();
    assert_eq!(settings.shop.currency_code.0, "NOK");
}

#[rstest]
#[tokio::test]
async fn a_test_of_the_connection_tells_the_plan_of_now(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::spoilt(engine, |text| text).await;
    assert!(world.shop().await.advanced_shopify_plan, "development stores are like advanced ones");
    world.network().answers(|text| {
        spoilt::changed(text, |answer| {
            if let Some(plan) = answer["data"]["shop"]["plan"].as_object_mut() {
                plan.insert("publicDisplayName".to_owned(), "Basic".into());
            }
        })
    });
    shops::test(&world.connector, "DEMO").await.unwrap();
    assert!(!world.shop().await.advanced_shopify_plan);
    world.network().answers(|text| text);
    shops::test(&world.connector, "DEMO").await.unwrap();
    assert!(world.shop().await.advanced_shopify_plan);
}

#[rstest]
#[tokio::test]
async fn a_shop_whose_store_sells_in_a_currency_without_a_rate_stays_disabled(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::in_currency(engine, "DKK").await;
    assert_eq!(world.shop().await.currency_code.as_str(), "NOK", "what it is worth is known");
    shops::add(&world.connector, &kari(), shop("OTHER", DEFAULT_DOMAIN, DEFAULT_TOKEN)).await.unwrap();
    world.remove::<exchange_rate::Entity>(|rate| rate.currency_code == *"NOK").await.unwrap();
    let error = shops::enable(&world.connector, &kari(), "OTHER").await.unwrap_err().to_string();
    assert!(error.contains("the store sells in NOK, which has no exchange rate: enter one"), "{error}");
    let found = world.test.db.read(|r| async move { shops::find(&r, "other").await }).await.unwrap();
    assert!(!found.enabled && found.currency_code.is_blank());
}

#[rstest]
#[tokio::test]
async fn fields_are_set_all_or_none(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    world.set(&[("nameSource", "last name and first name"), ("autoCreateOrders", "true")]).await;
    let shop = world.shop().await;
    assert!(shop.auto_create_orders && shop.name_source == shops::options::NameSource::LastAndFirstName);
    let refused = [
        ("colour", "red", "there are: allowBackgroundSyncs"),
        ("autoCreateOrders", "perhaps", "autoCreateOrders"),
        ("currencyHandling", "Gold", "Shop Currency, Presentment Currency"),
        ("tipAccount", "1", "no G/L account 1"),
        ("defaultCustomerNumber", "NOBODY", "no customer NOBODY"),
        ("customerTemplateCode", "NONE", "no customer template NONE"),
    ];
    for (field, value, sentence) in refused {
        let changes = [("autoCreateOrders".to_owned(), "false".to_owned()), (field.to_owned(), value.to_owned())];
        let error = shops::set(&world.connector, &kari(), "DEMO", &changes).await.unwrap_err().to_string();
        assert!(error.contains(sentence), "{error}");
    }
    assert!(world.shop().await.auto_create_orders, "nothing of a refused change is kept");
}

#[rstest]
#[case::basic("Basic", false)]
#[case::advanced("Advanced", true)]
#[case::plus("Plus", true)]
#[tokio::test]
async fn a_shop_that_is_enabled_again_knows_the_plan_that_its_store_has_by_then(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
    #[case] plan: &str,
    #[case] is_advanced: bool,
) {
    let world = World::new(engine).await;
    assert!(world.shop().await.advanced_shopify_plan, "a development store may do all");
    for (plan, is_advanced) in [("Basic", false), (plan, is_advanced)] {
        let before = world.shop().await.advanced_shopify_plan;
        world.store.handle().set_plan(&NewPlan { store: None, plan: plan.into() }).unwrap();
        shops::disable(&world.connector, &kari(), SHOP).await.unwrap();
        assert_eq!(world.shop().await.advanced_shopify_plan, before, "nobody has asked the store");
        let enabled = shops::enable(&world.connector, &kari(), SHOP).await.unwrap();
        assert_eq!(
            (enabled.advanced_shopify_plan, world.shop().await.advanced_shopify_plan),
            (is_advanced, is_advanced)
        );
    }
}
