use super::compile::Searchable;
use super::field::{Field, Found, Kind};
use super::variants::VariantRow;

const fn field(name: &'static str, get: fn(&VariantRow) -> Found<'_>) -> Field<VariantRow> {
    Field { name, kind: Kind::Id, get }
}

/// What the prices of a price list may be searched by.
pub(crate) static PRICES: Searchable<VariantRow> = Searchable {
    fields: &[
        field("variant_id", |row| row.variant().map_or(Found::Nothing, |variant| Found::Id(variant.id))),
        field("product_id", |row| Found::Id(row.product.id)),
    ],
    words: |row| Found::text(&row.product.title),
};
