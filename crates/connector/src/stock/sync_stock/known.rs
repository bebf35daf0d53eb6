use std::collections::BTreeSet;

use database::Read;
use values::Code;

use super::ground::Ground;
use super::plan::Rows;
use super::sold::{Sold, sold};
use super::{Counts, collect};
use crate::Error;
use crate::products::staged::variant;

/// What is known here of variants, without asking Shopify: their places as they are stored, how many there are, and what the
/// store has sold of them.
pub(super) async fn known(
    r: &Read,
    ground: &Ground,
    variants: &[variant::Model],
) -> Result<(Rows, Counts, Sold), Error> {
    let stored = collect::stored(r, &ground.shop.code, variants).await?;
    let ids: Vec<i64> = variants.iter().map(|variant| variant.shopify_variant_id).collect();
    let since = stored.values().filter_map(|row| row.said_at).min();
    let sold = sold(r, &ground.shop.domain, &ids, since).await?;
    let items: BTreeSet<Code<20>> = variants.iter().map(|variant| variant.item_number.clone()).collect();
    let counts = Counts::read(r, ground, &items).await?;
    Ok((stored, counts, sold))
}
