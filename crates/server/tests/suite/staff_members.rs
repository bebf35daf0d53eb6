//! The staff of a store, read by those who may run syncs and made salespeople by those who keep shops.

use axum::http::Method;
use database::Engine;
use devstore::{Devstore, NewPlan, NewStaffMember};
use outbound::Http;
use rstest::rstest;
use serde_json::{Value, json};

use crate::call::{Call, Reply};
use crate::world::World;

const STAFF: &str = "/api/v1/shopifyStaffMembers";

/// A shop whose store has Ola and Liv, and the address at which they are read.
async fn world(engine: Engine) -> (World, Devstore, String) {
    let (world, store) = World::with_store_of(engine, |store| Http::in_process(store.router())).await;
    for name in ["Ola", "Liv"] {
        let new = NewStaffMember {
            first_name: Some(name.into()),
            email: format!("{name}@example.com"),
            is_shop_owner: name == "Liv",
            ..NewStaffMember::default()
        };
        store.handle().add_staff_member(&new).unwrap();
        let salesperson = json!({"code": name.to_uppercase(), "displayName": name});
        world.change(Method::POST, "salespeoplePurchasers", salesperson).await.expect(201);
    }
    let shops = world.read("/api/v1/shopifyShops").await.expect(200);
    let shop = shops["value"][0]["id"].as_str().unwrap().to_owned();
    (world, store, format!("/api/v1/shopifyShops/{shop}"))
}

async fn post(world: &World, token: &str, path: String) -> Reply {
    Call::new(Method::POST, path).token(token).send(&world.router).await
}

async fn staff(world: &World) -> Vec<Value> {
    world.read(format!("{STAFF}?$orderby=name")).await.expect(200)["value"].as_array().unwrap().clone()
}

#[rstest]
#[tokio::test]
async fn staff_is_read_and_made_salespeople_by_those_who_may(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let (world, _store, shop) = world(engine).await;
    let read = format!("{shop}/Kobling.getStaffMembers");
    post(&world, &world.viewer, read.clone()).await.expect(403);
    assert!(staff(&world).await.is_empty());
    let told = post(&world, &world.user, read.clone()).await.expect(200);
    assert_eq!(told, json!({"found": 2, "new": 2, "changed": 0, "more": false}));
    let all = staff(&world).await;
    let told: Vec<_> = all.iter().map(|one| (one["name"].as_str().unwrap(), &one["isShopOwner"])).collect();
    assert_eq!(told, [("Liv", &json!(true)), ("Ola", &json!(false))]);

    let path = |place: usize| format!("{STAFF}/{}", all[place]["id"].as_str().unwrap());
    let named = json!({"salespersonCode": "OLA"});
    let by_user = Call::new(Method::PATCH, path(1)).token(&world.user).header("if-match", "*").body(named.clone());
    by_user.send(&world.router).await.expect(403);
    let unsaid = world.call(Method::PATCH, path(1)).body(named.clone());
    unsaid.send(&world.router).await.expect(428);
    let patch = async |place: usize, body: Value| {
        world.call(Method::PATCH, path(place)).header("if-match", "*").body(body).send(&world.router).await
    };
    assert_eq!(patch(1, named.clone()).await.expect(200)["salespersonCode"], "OLA");
    let taken = patch(0, named).await;
    assert_eq!(taken.expect(400)["error"]["target"], "salespersonCode", "{}", taken.text);
    assert!(taken.text.contains("the salesperson of Ola already"), "{}", taken.text);
    patch(0, json!({"name": "Kari"})).await.expect(400);
    post(&world, &world.user, read).await.expect(200);
    let codes: Vec<_> = staff(&world).await.iter().map(|one| one["salespersonCode"].clone()).collect();
    assert_eq!(codes, [json!(""), json!("OLA")], "and it stays so when they are read anew");
}

#[rstest]
#[tokio::test]
async fn a_store_on_a_smaller_plan_is_not_asked_for_its_staff(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let (world, store, shop) = world(engine).await;
    store.handle().set_plan(&NewPlan { store: None, plan: "Basic".into() }).unwrap();
    post(&world, &world.administrator, format!("{shop}/Kobling.test")).await.expect(200);
    let refused = post(&world, &world.administrator, format!("{shop}/Kobling.getStaffMembers")).await.message(409);
    assert!(refused.contains("takes Plus or Advanced"), "{refused}");
    assert!(staff(&world).await.is_empty());
}
