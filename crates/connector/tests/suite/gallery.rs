//! Products of the store, and the pictures that they show there.

use axum::body::{Body, to_bytes};
use axum::http::Request;
use connector::products::staged;
use sea_orm::EntityTrait;
use sea_orm::sea_query::Expr;
use serde_json::{Value, json};
use tower::ServiceExt;
use uuid::Uuid;
use values::Code;

use crate::store::graphql;
use crate::world::World;

/// The head of a GIF, which says how large it is; and something to tell it from others.
pub fn gif(width: u16, height: u16, more: &str) -> Vec<u8> {
    [b"GIF89a".as_slice(), &width.to_le_bytes(), &height.to_le_bytes(), more.as_bytes()].concat()
}

/// A picture: its id and where it is.
pub type Shown = (String, String);

/// A product of the store.
pub struct Product {
    pub id: i64,
    pub title: String,
    pub variants: Vec<i64>,
}

fn number(id: &Value) -> i64 {
    id.as_str().unwrap().rsplit('/').next().unwrap().parse().unwrap()
}

impl Product {
    /// One with nothing to choose.
    pub async fn plain(world: &World, title: &str) -> Self {
        Self::new(world, json!({ "title": title })).await
    }

    /// One in several sizes.
    pub async fn in_sizes(world: &World, title: &str, sizes: &[&str]) -> Self {
        let values: Vec<Value> = sizes.iter().map(|size| json!({ "name": size })).collect();
        let variant = |size: &&str| json!({ "price": "100", "optionValues": [{ "optionName": "Size", "name": size }] });
        let input = json!({
            "title": title,
            "productOptions": [{ "name": "Size", "values": values }],
            "variants": sizes.iter().map(variant).collect::<Vec<_>>(),
        });
        Self::new(world, input).await
    }

    async fn new(world: &World, input: Value) -> Self {
        let document = "mutation($input: ProductSetInput!) { productSet(input: $input, synchronous: true) {
            product { id title variants(first: 50) { nodes { id } } } userErrors { message } } }";
        let data = graphql(&world.store, document, json!({ "input": input })).await;
        assert_eq!(data["productSet"]["userErrors"], json!([]));
        let product = &data["productSet"]["product"];
        let variants = product["variants"]["nodes"].as_array().unwrap().iter().map(|one| number(&one["id"]));
        let variants = variants.collect();
        Self { id: number(&product["id"]), title: product["title"].as_str().unwrap().to_owned(), variants }
    }

    pub fn gid(&self) -> String {
        format!("gid://shopify/Product/{}", self.id)
    }

    /// The pictures that are ready, in their order.
    pub async fn shown(&self, world: &World) -> Vec<Shown> {
        let document = "query($id: ID!) { product(id: $id) { media(first: 50) { nodes {
            ... on MediaImage { id image { url } } } } } }";
        let data = graphql(&world.store, document, json!({ "id": self.gid() })).await;
        data["product"]["media"]["nodes"].as_array().unwrap().iter().filter_map(shown).collect()
    }

    /// What its variants show, in their order.
    pub async fn shown_by_variants(&self, world: &World) -> Vec<Option<Shown>> {
        let document = "query($id: ID!) { product(id: $id) { variants(first: 50) { nodes { media(first: 1) { nodes {
            ... on MediaImage { id image { url } } } } } } } }";
        let data = graphql(&world.store, document, json!({ "id": self.gid() })).await;
        let variants = data["product"]["variants"]["nodes"].as_array().unwrap();
        variants.iter().map(|variant| variant["media"]["nodes"].get(0).and_then(shown)).collect()
    }

    /// Gives it a picture from elsewhere, as its merchant would. Returns the picture's id.
    pub async fn given(&self, world: &World, source: &str) -> String {
        let document = "mutation($id: ID!, $media: [CreateMediaInput!]) {
            productUpdate(product: { id: $id }, media: $media) {
                product { media(first: 1, sortKey: ID, reverse: true) { nodes { id } } } userErrors { message } } }";
        let media = json!([{ "originalSource": source, "mediaContentType": "IMAGE" }]);
        let data = graphql(&world.store, document, json!({ "id": self.gid(), "media": media })).await;
        assert_eq!(data["productUpdate"]["userErrors"], json!([]));
        data["productUpdate"]["product"]["media"]["nodes"][0]["id"].as_str().unwrap().to_owned()
    }

    /// Lets its first picture show something else, as its merchant would.
    pub async fn replaced(&self, world: &World, source: &str) {
        let document = "mutation($files: [FileUpdateInput!]!) { fileUpdate(files: $files) { userErrors { message } } }";
        let files = json!([{ "id": self.shown(world).await[0].0, "originalSource": source }]);
        let data = graphql(&world.store, document, json!({ "files": files })).await;
        assert_eq!(data["fileUpdate"]["userErrors"], json!([]));
    }

    /// Lets all variants show this picture.
    pub async fn variants_show(&self, world: &World, media: &str) {
        let document = "mutation($id: ID!, $variants: [ProductVariantsBulkInput!]!) {
            productVariantsBulkUpdate(productId: $id, variants: $variants) { userErrors { message } } }";
        let one = |id: &i64| json!({ "id": format!("gid://shopify/ProductVariant/{id}"), "mediaId": media });
        let variants: Vec<Value> = self.variants.iter().map(one).collect();
        let data = graphql(&world.store, document, json!({ "id": self.gid(), "variants": variants })).await;
        assert_eq!(data["productVariantsBulkUpdate"]["userErrors"], json!([]));
    }
}

/// A picture that is ready.
fn shown(media: &Value) -> Option<Shown> {
    Some((media["id"].as_str()?.to_owned(), media["image"]["url"].as_str()?.to_owned()))
}

/// What the store serves of a picture.
pub async fn served(world: &World, (_, url): &Shown) -> Vec<u8> {
    let response = world.store.router().oneshot(Request::get(url).body(Body::empty()).unwrap()).await.unwrap();
    assert_eq!(response.status(), 200);
    to_bytes(response.into_body(), usize::MAX).await.unwrap().to_vec()
}

impl World {
    /// Says that every staged product and variant shows this picture, as an import does.
    pub async fn stage_images(&self, media: &str) {
        let media = number(&media.into());
        let write = |tx| async move {
            let of_products = staged::product::Entity::update_many();
            of_products.col_expr(staged::product::Column::ImageId, Expr::value(media)).exec(&tx).await?;
            let of_variants = staged::variant::Entity::update_many();
            of_variants.col_expr(staged::variant::Column::ImageId, Expr::value(media)).exec(&tx).await?;
            Ok::<_, connector::Error>(())
        };
        self.test.db.write(write).await.unwrap();
    }
}

/// The row of a product that was read whole.
pub fn row(id: Uuid, shop: &str, product: &Product) -> staged::product::Model {
    staged::product::Model {
        title: product.title.clone(),
        content_hash: "0".into(),
        ..staged::product::Model::named(id, Code::cut(shop), product.id)
    }
}
