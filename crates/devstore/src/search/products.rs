use rust_decimal::Decimal;

use super::compile::Searchable;
use super::field::{Field, Found, Kind};
use crate::store::product::Product;

const fn field(name: &'static str, kind: Kind, get: fn(&Product) -> Found<'_>) -> Field<Product> {
    Field { name, kind, get }
}

/// What `products` may be searched by.
pub(crate) static PRODUCTS: Searchable<Product> = Searchable {
    fields: &[
        field("id", Kind::Id, |product| Found::Id(product.id)),
        field("created_at", Kind::Time, |product| Found::Time(product.created_at)),
        field("updated_at", Kind::Time, |product| Found::Time(product.updated_at)),
        field("published_at", Kind::Time, |product| product.published_at.map_or(Found::Nothing, Found::Time)),
        field("title", Kind::Words, |product| Found::text(&product.title)),
        field("handle", Kind::Text, |product| Found::text(&product.handle)),
        field("vendor", Kind::Text, |product| Found::text(&product.vendor)),
        field("product_type", Kind::Text, |product| Found::text(&product.product_type)),
        field("status", Kind::Text, |product| Found::text(&product.status)),
        field("gift_card", Kind::Flag, |product| Found::Flag(product.gift_card)),
        field("tag", Kind::Text, |product| Found::texts(product.tags.iter().map(String::as_str))),
        field("sku", Kind::Text, |product| {
            Found::texts(product.variants.iter().filter_map(|variant| variant.sku.as_deref()))
        }),
        field("barcode", Kind::Text, |product| {
            Found::texts(product.variants.iter().filter_map(|variant| variant.barcode.as_deref()))
        }),
        field("variant_id", Kind::Id, |product| {
            Found::Ids(product.variants.iter().map(|variant| variant.id).collect())
        }),
        field("variant_title", Kind::Text, |product| {
            Found::Texts(product.variants.iter().map(|variant| variant.title().into()).collect())
        }),
        field("price", Kind::Number, |product| {
            Found::Numbers(product.variants.iter().map(|variant| variant.price).collect())
        }),
        field("inventory_total", Kind::Number, |product| Found::Number(Decimal::from(product.total_inventory()))),
    ],
    words: |product| Found::texts([product.title.as_str(), product.vendor.as_str(), product.product_type.as_str()]),
};
