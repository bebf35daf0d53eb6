//! Pictures that the merchant has taken away in Shopify.

use database::Engine;
use rstest::rstest;
use serde_json::json;

use crate::gallery::{Product, gif, served};
use crate::pictures::world;
use crate::store::graphql;

#[rstest]
#[tokio::test]
async fn a_picture_that_is_gone_is_added_when_the_item_has_another(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = world(engine, "To Shopify").await;
    let mut products = Vec::new();
    for (title, item) in [("Lue", "1000"), ("Vott", "2000")] {
        let product = Product::plain(&world, title).await;
        world.stage(&product, item, &[]).await;
        world.show(item, "", gif(10, 10, item)).await;
        products.push(product);
    }
    assert_eq!(world.sync_images().await.created, 2);
    let gone = products[0].shown(&world).await.remove(0).0;
    let document = "mutation($ids: [ID!]!) { fileDelete(fileIds: $ids) { userErrors { message } } }";
    let deleted = graphql(&world.store, document, json!({ "ids": [gone] })).await;
    assert_eq!(deleted["fileDelete"]["userErrors"], json!([]));
    assert!(products[0].shown(&world).await.is_empty());
    assert_eq!(world.sync_images().await.calls, 0, "what the merchant does not want is not shown again by itself");

    for item in ["1000", "2000"] {
        world.show(item, "", gif(20, 20, item)).await;
    }
    let summary = world.sync_images().await;
    assert_eq!((summary.created, summary.updated, summary.failed, summary.skipped), (1, 1, 0, 0));
    for (product, item) in products.iter().zip(["1000", "2000"]) {
        let shown = product.shown(&world).await;
        assert_eq!((shown.len(), served(&world, &shown[0]).await), (1, gif(20, 20, item)));
    }
    assert_ne!(products[0].shown(&world).await[0].0, gone);
    assert_eq!(world.skipped().await, []);
    assert_eq!(world.sync_images().await.calls, 0);
}
