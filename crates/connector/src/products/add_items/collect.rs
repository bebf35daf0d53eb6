use std::collections::{BTreeSet, HashSet};

use back_office::items;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use values::{Code, Filter};

use super::address;
use super::check::check;
use super::new_product::{NewProduct, new_product};
use super::publish::{Unpublished, unpublished};
use crate::Error;
use crate::products::export::{Ground, Reason, Shelf};
use crate::products::prices;
use crate::products::staged::product;

/// So many items are read at a time.
const PAGE: u64 = 200;

/// Items, and what becomes of them.
#[derive(Clone, Debug, Default)]
pub(super) struct Page {
    /// The number after which the next page begins.
    pub last: Code<20>,
    /// How many were read.
    pub read: u64,
    /// The numbers of those that are products of the shop already.
    pub known: Vec<Code<20>>,
    /// Of these the products that are still to be published.
    pub unpublished: Vec<Unpublished>,
    /// Those that are to be made.
    pub new: Vec<NewProduct>,
    /// Those that can't be, by their numbers.
    pub refused: Vec<(String, Reason)>,
}

/// The items after `last` that the filters let through; none when there is no more.
pub(super) async fn page(
    c: &impl ConnectionTrait,
    ground: &Ground,
    filter: &Filter,
    last: &Code<20>,
) -> Result<Option<Page>, Error> {
    let items = items::Entity::find()
        .filter(database::condition::<items::Entity>(c, filter)?)
        .filter(items::Column::Number.gt(last.clone()))
        .order_by_asc(items::Column::Number)
        .limit(PAGE)
        .all(c)
        .await?;
    let Some(end) = items.last() else { return Ok(None) };
    let mut page =
        Page { last: end.number.clone(), read: u64::try_from(items.len()).unwrap_or(u64::MAX), ..Page::default() };
    let known = known(c, ground, &items).await?;
    let (old, fresh): (Vec<&items::Model>, Vec<&items::Model>) =
        items.iter().partition(|item| known.contains(&item.number));
    page.known = old.into_iter().map(|item| item.number.clone()).collect();
    page.unpublished = unpublished(c, &ground.shop.code, &page.known).await?;
    let numbers: BTreeSet<Code<20>> = fresh.iter().map(|item| item.number.clone()).collect();
    let shelf = Shelf::whole(c, ground, &numbers).await?;
    let mut fits = Vec::with_capacity(fresh.len());
    for item in fresh {
        match check(ground, &shelf, item) {
            Ok(fit) => fits.push((item, fit)),
            Err(reason) => page.refused.push((item.number.to_string(), reason)),
        }
    }
    let goods: BTreeSet<_> = fits.iter().flat_map(|(_, fit)| fit.goods.iter().cloned()).collect();
    let offers = prices::offers(c, &ground.terms, goods).await?;
    let numbers = fits.iter().map(|(item, _)| item.number.clone());
    let mut addresses = address::kept(c, &ground.shop.code, numbers).await?;
    for (item, fit) in fits {
        match new_product(ground, &shelf, &offers, item, fit) {
            Ok(mut new) => {
                if let Some(handle) = addresses.remove(&item.number) {
                    new.input.handle = handle;
                }
                page.new.push(new);
            }
            Err(reason) => page.refused.push((item.number.to_string(), reason)),
        }
    }
    Ok(Some(page))
}

/// Which of these items a product of the shop is.
async fn known(c: &impl ConnectionTrait, ground: &Ground, items: &[items::Model]) -> Result<HashSet<Code<20>>, Error> {
    let known: Vec<Code<20>> = product::Entity::find()
        .select_only()
        .column(product::Column::ItemNumber)
        .filter(product::Column::ShopCode.eq(ground.shop.code.clone()))
        .filter(product::Column::ItemNumber.is_in(items.iter().map(|item| item.number.clone())))
        .into_tuple()
        .all(c)
        .await?;
    Ok(known.into_iter().collect())
}
