//! What a store tells of products.

use serde_json::json;

use crate::products::{DELETE, plain};
use crate::variants;
use crate::webhooks::{HOOK, Listening, body};

#[tokio::test]
async fn a_product_is_told_of_when_it_is_made_changed_and_deleted_and_not_when_nothing_changes() {
    let listening = Listening::new();
    for topic in ["PRODUCTS_CREATE", "PRODUCTS_UPDATE", "PRODUCTS_DELETE"] {
        listening.subscribe(topic, json!({ "uri": HOOK })).await;
    }
    let shop = &listening.shop;
    let topics = async || -> Vec<String> {
        let told = listening.deliver().await;
        told.iter().map(|webhook| webhook.header("X-Shopify-Topic").unwrap().to_owned()).collect()
    };
    let product = plain(shop, "Lue").await;
    assert_eq!(topics().await, ["products/create"]);
    let price = json!([{ "id": product["variants"]["nodes"][0]["id"], "price": "5" }]);
    let variables = json!({ "product": product["id"], "variants": price });
    shop.done(variants::UPDATE, variables.clone()).await;
    let told = listening.deliver().await;
    assert_eq!((told.len(), &body(&told[0])["variants"][0]["price"]), (1, &json!("5.00")));
    shop.done(variants::UPDATE, variables).await;
    assert_eq!(topics().await, Vec::<String>::new());
    shop.done(DELETE, json!({ "id": product["id"] })).await;
    let told = listening.deliver().await;
    let number = product["id"].as_str().unwrap().rsplit('/').next().unwrap();
    assert_eq!(body(&told[0]).to_string(), format!("{{\"id\":{number}}}"));
}
