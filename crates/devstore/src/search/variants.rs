use std::sync::Arc;

use rust_decimal::Decimal;

use super::compile::Searchable;
use super::field::{Field, Found, Kind};
use crate::store::product::{Product, Variant};

/// A variant, by its place in its product.
#[derive(Clone)]
pub(crate) struct VariantRow {
    pub product: Arc<Product>,
    pub place: usize,
}

impl VariantRow {
    /// The variant; a row is only made for one that exists.
    pub(crate) fn variant(&self) -> Option<&Variant> {
        self.product.variants.get(self.place)
    }
}

const fn field(name: &'static str, kind: Kind, get: fn(&VariantRow) -> Found<'_>) -> Field<VariantRow> {
    Field { name, kind, get }
}

fn of(row: &VariantRow, get: fn(&Variant) -> Found<'_>) -> Found<'_> {
    row.variant().map_or(Found::Nothing, get)
}

/// What `productVariants` may be searched by.
pub(crate) static VARIANTS: Searchable<VariantRow> = Searchable {
    fields: &[
        field("id", Kind::Id, |row| of(row, |variant| Found::Id(variant.id))),
        field("sku", Kind::Text, |row| of(row, |variant| Found::optional(variant.sku.as_deref()))),
        field("barcode", Kind::Text, |row| of(row, |variant| Found::optional(variant.barcode.as_deref()))),
        field("title", Kind::Words, |row| of(row, |variant| Found::Text(variant.title().into()))),
        field("updated_at", Kind::Time, |row| of(row, |variant| Found::Time(variant.updated_at))),
        field("taxable", Kind::Flag, |row| of(row, |variant| Found::Flag(variant.taxable))),
        field("inventory_quantity", Kind::Number, |row| {
            of(row, |variant| Found::Number(Decimal::from(variant.inventory_quantity())))
        }),
        field("product_id", Kind::Id, |row| Found::Id(row.product.id)),
        field("product_ids", Kind::Id, |row| Found::Id(row.product.id)),
        field("product_status", Kind::Text, |row| Found::text(&row.product.status)),
        field("product_type", Kind::Text, |row| Found::text(&row.product.product_type)),
        field("vendor", Kind::Text, |row| Found::text(&row.product.vendor)),
        field("tag", Kind::Text, |row| Found::texts(row.product.tags.iter().map(String::as_str))),
    ],
    words: |row| {
        let sku = row.variant().and_then(|variant| variant.sku.as_deref());
        Found::texts(std::iter::once(row.product.title.as_str()).chain(sku))
    },
};
