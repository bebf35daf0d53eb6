//! The audit log: who changed what, before and after, and never a secret.

use axum::http::Method;
use database::Engine;
use rstest::rstest;
use serde_json::{Value, json};

use crate::call::{Call, with};
use crate::world::World;

/// The entries that a filter lets through, the newest last.
async fn entries(world: &World, filter: &str) -> Vec<Value> {
    let path = with("/api/v1/auditLogEntries", &[("$filter", filter), ("$orderby", "createdAt asc")]);
    let mut found = world.read(path).await.expect(200)["value"].as_array().unwrap().clone();
    found.sort_by_key(|entry| entry["entryNumber"].as_i64().unwrap());
    found
}

fn detail(entry: &Value) -> Value {
    serde_json::from_str(entry["detail"].as_str().unwrap()).unwrap()
}

#[rstest]
#[tokio::test]
async fn a_record_of_the_set_up_tells_who_changed_it_from_what_to_what(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    world.company().await;
    let new = json!({"code": "10 DAYS", "dueDateCalculation": "10D"});
    let made = world.call(Method::POST, "/api/v1/paymentTerms").body(new).send(&world.router).await.expect(201);
    let path = format!("paymentTerms/{}", made["id"].as_str().unwrap());
    world.change(Method::PATCH, &path, json!({"dueDateCalculation": "14D"})).await.expect(200);
    // What changes nothing is no change.
    world.change(Method::PATCH, &path, json!({"dueDateCalculation": "14D"})).await.expect(200);
    world.change(Method::DELETE, &path, json!({})).await.expect(204);

    let log = entries(&world, &format!("recordId eq {}", made["id"].as_str().unwrap())).await;
    let said: Vec<_> = log.iter().map(|entry| entry["action"].as_str().unwrap()).collect();
    assert_eq!(said.len(), 3, "{said:?}");
    for (action, done) in said.iter().zip(["created", "changed", "deleted"]) {
        assert!(action.ends_with(done), "{action}");
    }
    assert!(log.iter().all(|entry| {
        entry["subject"] == "10 DAYS" && entry["entity"] == "paymentTerms" && entry["userName"] == "ADMINISTRATOR"
    }));
    assert!(log[0]["via"].as_str().unwrap().starts_with("token "));
    assert_eq!(detail(&log[1]), json!({"dueDateCalculation": {"old": "10D", "new": "14D"}}));
    assert_eq!(detail(&log[2])["dueDateCalculation"], json!({"old": "14D"}));
}

#[rstest]
#[tokio::test]
async fn shops_users_tokens_and_webhooks_are_in_it_and_their_secrets_are_not(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::with_orders(engine, 0).await;
    let shops = world.read("/api/v1/shopifyShops").await.expect(200);
    let shop = shops["value"][0]["id"].as_str().unwrap();
    world.change(Method::PATCH, format!("shopifyShops/{shop}"), json!({"logRetentionDays": 60})).await.expect(200);
    let log = entries(&world, &format!("recordId eq {shop}")).await;
    let changed = log.iter().find(|entry| entry["action"] == "Shopify Shop changed").unwrap();
    assert_eq!(detail(changed), json!({"logRetentionDays": {"old": 30, "new": 60}}));
    assert!(log.iter().any(|entry| entry["action"] == "shop enabled"));

    let user = json!({"userName": "anna", "permission": "Operator", "password": "correct horse"});
    world.call(Method::POST, "/api/v1/users").body(user).send(&world.router).await.expect(201);
    let token = json!({"description": "till"});
    let token = world.call(Method::POST, "/api/v1/apiTokens").body(token).send(&world.router).await.expect(201);
    let webhook = json!({"description": "ERP", "url": "https://erp.example/hook", "jobFailed": true});
    let webhook = world.call(Method::POST, "/api/v1/outboundWebhooks").body(webhook).send(&world.router).await;
    let webhook = webhook.expect(201);
    let all = world.read("/api/v1/auditLogEntries?$top=500").await;
    for action in ["User created", "API token created", "Outbound Webhook created"] {
        assert!(all.text.contains(action), "{action}: {}", all.text);
    }
    for secret in ["correct horse", token["token"].as_str().unwrap(), webhook["secret"].as_str().unwrap(), "argon2"] {
        assert!(!all.text.contains(secret), "{secret}");
    }
    // Who may not see users does not see what they did.
    let refused = Call::new(Method::GET, "/api/v1/auditLogEntries").token(&world.user).send(&world.router).await;
    assert!(refused.message(403).contains("permission set User"));
}
