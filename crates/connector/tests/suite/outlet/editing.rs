//! What a person changes of a product itself goes to Shopify at once.

use connector::products::edit::{self, Change};
use connector::products::options::ProductStatus;
use connector::products::staged::product;
use database::Engine;
use rstest::rstest;
use serde_json::json;

use super::{added, products, world};
use crate::store::graphql;
use crate::world::{World, kari};

async fn edit(world: &World, change: Change) -> Result<(), connector::Error> {
    let id = products(world).await[0].id;
    edit::change(&world.connector, &kari(), id, &change).await.map(drop)
}

#[rstest]
#[tokio::test]
async fn tags_and_status_go_at_once_and_the_last_tag_goes_away(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = world(engine).await;
    added(&world, "1000").await;
    world.forget_calls();
    let change = Change { tags: Some("wool, blue".into()), status: Some(ProductStatus::Draft), ..Change::default() };
    edit(&world, change.clone()).await.unwrap();
    let document = "{ products(first: 1) { nodes { tags status seo { title description } } } }";
    let told = async || graphql(&world.store, document, json!({})).await["products"]["nodes"][0].clone();
    let product = told().await;
    assert_eq!((&product["tags"], &product["status"]), (&json!(["blue", "wool"]), &json!("DRAFT")));
    let staged = &products(&world).await[0];
    assert_eq!((staged.tags.as_str(), staged.status), ("blue,wool", ProductStatus::Draft));
    edit(&world, change).await.unwrap();
    assert_eq!(world.calls_of("ProductsUpdate"), 1, "what it says already is not sent");

    edit(&world, Change { tags: Some(String::new()), seo_title: Some("Tent".into()), ..Change::default() })
        .await
        .unwrap();
    let product = told().await;
    assert_eq!((&product["tags"], &product["seo"]["title"]), (&json!([]), &json!("Tent")));
    assert_eq!(products(&world).await[0].tags, "");
    let log = world.all::<access::audit_entry::Entity>().await;
    let changes: Vec<_> = log.iter().filter(|entry| entry.action == "Shopify Product changed").collect();
    assert_eq!(changes.len(), 2, "who changed what is in the change log");
    assert!(
        changes.iter().all(|entry| entry.subject == "Item 1000" && entry.detail.contains("blue,wool")),
        "{changes:?}"
    );
}

#[rstest]
#[tokio::test]
async fn what_shopify_says_after_a_change_is_news_also_when_it_is_what_it_said_before(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = world(engine).await;
    added(&world, "1000").await;
    let read = product::Model { content_hash: "as it was read".into(), ..products(&world).await[0].clone() };
    world.rewrite::<product::ActiveModel, _>(read).await;
    edit(&world, Change { tags: Some("wool".into()), ..Change::default() }).await.unwrap();
    let staged = &products(&world).await[0];
    assert_eq!(staged.tags, "wool");
    assert_ne!(staged.content_hash, "as it was read", "whoever takes the tag away again is heard");
}

#[tokio::test]
async fn nothing_is_changed_where_the_shop_card_forbids_it() {
    let world = world(Engine::Sqlite).await;
    added(&world, "1000").await;
    world.set(&[("allowOutgoingRequests", "false")]).await;
    world.forget_calls();
    let refused = edit(&world, Change { status: Some(ProductStatus::Archived), ..Change::default() }).await;
    assert!(refused.unwrap_err().to_string().contains("turn on Allow Data Sync to Shopify"));
    assert_eq!((world.calls().0, products(&world).await[0].status), (0, ProductStatus::Active));
}
