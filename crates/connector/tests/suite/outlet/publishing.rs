//! The sales channels of a store, and on which of them a product that is added is sold.

use connector::products::channels::{ActiveModel, Column, Entity, Model, refresh, use_for_publication};
use connector::skipped::Kind;
use database::Engine;
use rstest::rstest;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use serde_json::json;
use uuid::Uuid;
use values::Code;

use super::{added, channels, world};
use crate::store::graphql;
use crate::world::{SHOP, World, kari};

/// Both channels of the store, read and in the order of their names.
async fn read(world: &World) -> [Model; 2] {
    assert_eq!(refresh(&world.connector, &kari(), SHOP).await.unwrap(), 2);
    let mut all = channels(world).await;
    all.retain(|channel| channel.shop_code == SHOP);
    all.sort_by(|one, next| one.name.cmp(&next.name));
    all.try_into().unwrap()
}

#[rstest]
#[tokio::test]
async fn a_new_channel_is_added_and_one_that_is_gone_is_taken_away(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = world(engine).await;
    let [online, tills] = read(&world).await;
    assert_eq!((online.name.as_str(), online.is_default), ("Online Store", true));
    assert_eq!((tills.name.as_str(), tills.is_default), ("Point of Sale", false));
    use_for_publication(&world.connector, &kari(), online.id, true).await.unwrap();

    let unknown = &Entity::delete_many().filter(Column::Id.eq(tills.id));
    let forget = |tx| async move { Ok::<_, database::Error>(unknown.clone().exec(&tx).await?) };
    world.test.db.write(forget).await.unwrap();
    let gone = Model { id: Uuid::from_u128(8), publication_id: "gid://shopify/Publication/1".into(), ..tills.clone() };
    world.insert::<ActiveModel, _>(gone.clone()).await;
    let of_another = Model { id: Uuid::from_u128(9), shop_code: Code::cut("OTHER"), ..gone.clone() };
    world.insert::<ActiveModel, _>(of_another.clone()).await;
    world.forget_calls();
    let [still, new] = read(&world).await;
    assert_eq!(world.calls().0, 1);
    assert_eq!((still.id, still.use_for_publication), (online.id, true), "what a person has said of it stays");
    assert_eq!((new.publication_id, new.use_for_publication), (tills.publication_id, false));
    let all = channels(&world).await;
    assert!(all.contains(&of_another) && !all.contains(&gone), "{all:?}");
}

#[rstest]
#[case::none(&[], &["Online Store"])]
#[case::one(&["Point of Sale"], &["Point of Sale"])]
#[case::both(&["Online Store", "Point of Sale"], &["Online Store", "Point of Sale"])]
#[tokio::test]
async fn a_product_that_is_added_is_sold_on_the_chosen_channels_only(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
    #[case] chosen: &[&str],
    #[case] sold_on: &[&str],
) {
    let world = world(engine).await;
    let all = read(&world).await;
    for channel in all.iter().filter(|channel| chosen.contains(&channel.name.as_str())) {
        let said = use_for_publication(&world.connector, &kari(), channel.id, true).await.unwrap();
        assert!(said.use_for_publication);
    }
    assert_eq!(added(&world, "1000").await.created, 1);
    assert_eq!(world.calls_of("ProductsPublish"), 1);
    assert_eq!(world.skipped().await, []);
    let document = "{ publications(first: 10, catalogType: APP) {
        nodes { id includedProducts(first: 10) { nodes { id } } } } }";
    let told = graphql(&world.store, document, json!({})).await;
    let sells = |channel: &Model| {
        let nodes = told["publications"]["nodes"].as_array().unwrap();
        let publication = nodes.iter().find(|one| one["id"] == channel.publication_id).unwrap();
        publication["includedProducts"]["nodes"].as_array().unwrap().len() == 1
    };
    let selling: Vec<&str> = all.iter().filter(|one| sells(one)).map(|one| one.name.as_str()).collect();
    assert_eq!(selling, sold_on);
}

#[rstest]
#[tokio::test]
async fn a_channel_that_is_used_no_more_gives_way_to_the_default_one(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = world(engine).await;
    let [_, tills] = read(&world).await;
    for is_used in [true, false] {
        use_for_publication(&world.connector, &kari(), tills.id, is_used).await.unwrap();
    }
    added(&world, "1000").await;
    let document = "query($id: ID!) { node(id: $id) {
        ... on Publication { includedProducts(first: 10) { nodes { id } } } } }";
    let told = graphql(&world.store, document, json!({ "id": tills.publication_id })).await;
    assert_eq!(told["node"]["includedProducts"]["nodes"], json!([]));
    let unknown = use_for_publication(&world.connector, &kari(), Uuid::nil(), true).await.unwrap_err();
    assert!(unknown.to_string().contains("there is no sales channel"), "{unknown}");
}

#[rstest]
#[tokio::test]
async fn a_product_that_shopify_does_not_publish_is_told_and_published_by_the_next_run(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = world(engine).await;
    let [_, tills] = read(&world).await;
    let gone = Model { publication_id: "gid://shopify/Publication/1".into(), use_for_publication: true, ..tills };
    world.rewrite::<ActiveModel, _>(gone).await;
    let summary = added(&world, "1000").await;
    assert_eq!((summary.created, summary.failed, world.calls_of("ProductsPublish")), (1, 1, 1));
    let [skipped] = &world.skipped().await[..] else { panic!("one is told") };
    assert_eq!((skipped.kind, skipped.document_name.as_str()), (Kind::Item, "1000"));
    let told = "The item 1000 was added, but its product was not published: ";
    assert_eq!(skipped.cause, format!("{told}Publication does not exist or is not publishable."));

    read(&world).await;
    let again = added(&world, "1000").await;
    assert_eq!((again.unchanged, again.failed, world.calls_of("ProductsPublish")), (1, 0, 2));
    assert_eq!(world.skipped().await, []);
}
