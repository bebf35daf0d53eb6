use std::collections::HashSet;

use back_office::customers;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use values::{Code, Filter};

use crate::Error;
use crate::customers::staged::{self, Whole};
use crate::orders::mapping::Ground;

/// So many customers are read at a time.
const PAGE: u64 = 200;

/// Customers, and which of them are customers of the store already.
#[derive(Clone, Debug, Default)]
pub(super) struct Page {
    /// The number after which the next page begins.
    pub last: Code<20>,
    /// How many were read.
    pub read: u64,
    /// Those that are not in the store, as far as is known here.
    pub new: Vec<customers::Model>,
    /// Those that are.
    pub known: Vec<(Whole, customers::Model)>,
}

/// The customers after `last` that the filters let through; none when there is no more.
pub(super) async fn page(
    c: &impl ConnectionTrait,
    ground: &Ground,
    filter: &Filter,
    last: &Code<20>,
) -> Result<Option<Page>, Error> {
    use customers::{Column, Entity};
    let found = Entity::find()
        .filter(database::condition::<Entity>(c, filter)?)
        .filter(Column::Number.gt(last.clone()))
        .order_by_asc(Column::Number)
        .limit(PAGE)
        .all(c)
        .await?;
    let Some(end) = found.last() else { return Ok(None) };
    let mut page =
        Page { last: end.number.clone(), read: u64::try_from(found.len()).unwrap_or(u64::MAX), ..Page::default() };
    let numbers: Vec<Code<20>> = found.iter().map(|customer| customer.number.clone()).collect();
    let staged = staged::by_numbers(c, &ground.shop.domain, &numbers).await?;
    let known: HashSet<&Code<20>> = staged.iter().map(|whole| &whole.customer.customer_number).collect();
    let (old, new): (Vec<customers::Model>, Vec<customers::Model>) =
        found.into_iter().partition(|customer| known.contains(&customer.number));
    page.new = new;
    let of = |whole: &Whole| old.iter().find(|customer| customer.number == whole.customer.customer_number).cloned();
    page.known = staged.iter().filter_map(|whole| Some((whole.clone(), of(whole)?))).collect();
    Ok(Some(page))
}
