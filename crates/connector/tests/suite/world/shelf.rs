//! The products of the world: put into its store by Shopify's own mutations, and what is staged of them.

use connector::products::staged::{product, variant};
use connector::products::sync_products::SHOPIFY_PRODUCT_ID;
use connector::products::{SYNC_PRODUCTS, matches};
use connector::shops;
use job_queue::{Filters, Summary};
use sea_orm::{ActiveModelTrait, EntityTrait, IntoActiveModel, QueryOrder};
use serde_json::{Value, json};
use values::Code;

use super::World;
use crate::store::{graphql, with};

/// A variant, by its SKU, with what is chosen of each option.
pub fn variant(sku: &str, price: &str, chosen: &[(&str, &str)]) -> Value {
    let chosen: Vec<_> = chosen.iter().map(|(option, value)| json!({ "optionName": option, "name": value })).collect();
    json!({ "inventoryItem": { "sku": sku }, "price": price, "optionValues": chosen })
}

/// A product with one option and these values of it, each a variant by its SKU.
pub fn sized(title: &str, option: &str, variants: &[(&str, &str)]) -> Value {
    let values: Vec<_> = variants.iter().map(|(value, _)| json!({ "name": value })).collect();
    let variants: Vec<_> =
        variants.iter().map(|(value, sku)| self::variant(sku, "100.00", &[(option, value)])).collect();
    json!({ "title": title, "productOptions": [{ "name": option, "values": values }], "variants": variants })
}

/// A product with a variant for each choice of two options, by SKUs that begin alike.
pub fn crossed(title: &str, sku: &str, sizes: u32, colours: u32) -> Value {
    let names = |count: u32| (1..=count).map(|at| at.to_string()).collect::<Vec<_>>();
    let (sizes, colours) = (names(sizes), names(colours));
    let values = |names: &[String]| names.iter().map(|name| json!({ "name": name })).collect::<Vec<_>>();
    let options = [("Size", values(&sizes)), ("Colour", values(&colours))];
    let options = options.map(|(name, values)| json!({ "name": name, "values": values }));
    let all = sizes.iter().flat_map(|size| colours.iter().map(move |colour| (size, colour)));
    let variants: Vec<_> = all
        .map(|(size, colour)| {
            variant(
                &format!("{sku}-{size}-{colour}"),
                "100.00",
                &[("Size", size.as_str()), ("Colour", colour.as_str())],
            )
        })
        .collect();
    json!({ "title": title, "productOptions": options, "variants": variants })
}

/// A product with nothing to choose, by its SKU.
pub fn simple(title: &str, sku: &str) -> Value {
    sized(title, "Title", &[("Default Title", sku)])
}

impl World {
    /// Puts a product into the store; returns its number.
    pub async fn put_product(&self, input: Value) -> i64 {
        let document = "mutation($input: ProductSetInput!) { productSet(input: $input, synchronous: true) {
            product { legacyResourceId } userErrors { message field } } }";
        let data = graphql(&self.store, document, json!({ "input": input })).await;
        assert_eq!(data["productSet"]["userErrors"], json!([]));
        data["productSet"]["product"]["legacyResourceId"].as_str().unwrap().parse().unwrap()
    }

    /// Changes a product of the store: a list that is given replaces the one that it has.
    pub async fn change_product(&self, id: i64, fields: Value) {
        let document = "mutation($id: ID!, $input: ProductSetInput!) {
            productSet(identifier: { id: $id }, input: $input, synchronous: true) { userErrors { message field } } }";
        let id = format!("gid://shopify/Product/{id}");
        let data = graphql(&self.store, document, json!({ "id": id, "input": fields })).await;
        assert_eq!(data["productSet"]["userErrors"], json!([]));
    }

    /// Products come from the store, five minutes after what was done to them before.
    pub async fn sync_products(&self) -> Summary {
        self.advance(5);
        self.run_with(SYNC_PRODUCTS, Filters::new()).await
    }

    /// Reads products by their ids.
    pub async fn sync_named(&self, ids: &[i64]) -> Summary {
        let ids = ids.iter().map(i64::to_string).collect::<Vec<_>>().join("|");
        self.run_with(SYNC_PRODUCTS, Filters::new().with(SHOPIFY_PRODUCT_ID, ids)).await
    }

    /// A world whose products come from Shopify, with this *SKU Mapping*.
    pub async fn taking_products(&self, sku_mapping: &str) {
        self.set(&[("syncItem", "From Shopify"), ("skuMapping", sku_mapping)]).await;
    }

    pub async fn products(&self) -> Vec<product::Model> {
        self.read(product::Entity::find().order_by_asc(product::Column::ShopifyProductId)).await
    }

    /// The variants in the order of their products and places.
    pub async fn product_variants(&self) -> Vec<variant::Model> {
        let all = variant::Entity::find();
        self.read(all.order_by_asc(variant::Column::ShopifyProductId).order_by_asc(variant::Column::Position)).await
    }

    /// What each variant is, as `item` or `item/variant`.
    pub async fn mapped(&self) -> Vec<String> {
        let name = |one: variant::Model| match one.variant_code.as_str() {
            "" => one.item_number.to_string(),
            code => format!("{}/{code}", one.item_number),
        };
        self.product_variants().await.into_iter().map(name).collect()
    }

    /// The worksheet, in its order.
    pub async fn worksheet(&self) -> Vec<matches::Model> {
        self.read(matches::Entity::find().order_by_asc(matches::Column::Position)).await
    }

    /// Adds a row as no one else would.
    pub async fn insert<A, M>(&self, row: M)
    where
        A: ActiveModelTrait + sea_orm::ActiveModelBehavior + Send + Sync,
        <A::Entity as EntityTrait>::Model: IntoActiveModel<A> + Send + Sync,
        M: IntoActiveModel<A> + Clone + Send + Sync,
    {
        let row = &row;
        let write = |tx| async move {
            row.clone().into_active_model().reset_all().insert(&tx).await?;
            database::Result::<_>::Ok(())
        };
        self.test.db.write(write).await.unwrap();
    }

    /// The shop sells in a currency whose rates were taken away after the shop card was filled in.
    pub async fn sells_in(&self, currency: &str) {
        let shop = shops::Model { currency_code: Code::cut(currency), ..self.shop().await };
        self.rewrite::<shops::ActiveModel, _>(shop).await;
    }

    /// Changes a row as no one else would.
    pub async fn rewrite<A, M>(&self, row: M)
    where
        A: ActiveModelTrait + sea_orm::ActiveModelBehavior + Send + Sync,
        <A::Entity as EntityTrait>::Model: IntoActiveModel<A> + Send + Sync,
        M: IntoActiveModel<A> + Clone + Send + Sync,
    {
        let row = &row;
        let write = |tx| async move {
            row.clone().into_active_model().reset_all().update(&tx).await?;
            database::Result::<_>::Ok(())
        };
        self.test.db.write(write).await.unwrap();
    }
}

/// The same product with other fields.
pub fn product(base: Value, fields: Value) -> Value {
    with(base, fields)
}
