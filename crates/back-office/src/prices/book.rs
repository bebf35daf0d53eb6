use std::collections::{BTreeSet, HashMap};

use sea_orm::{ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};
use values::Code;

use super::Terms;
use super::line::{Asset, Column, Entity, Model};
use super::list::{Source, Status};
use crate::{Result, items};

/// Up to so many numbers are named in a statement; where there are more, all that hold are read.
pub(super) const NAMED: usize = 1_000;

/// The prices and discounts that hold for some terms and items.
#[derive(Clone, Debug, Default)]
pub struct Book(HashMap<(Asset, Code<20>), Vec<Model>>);

impl Book {
    /// Reads what holds, in one statement, for however many terms and items.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn read(c: &impl ConnectionTrait, terms: &[Terms], items: &[&items::Model]) -> Result<Self> {
        let Some(condition) = condition(terms, items) else { return Ok(Self::default()) };
        let in_order = Entity::find().filter(condition).order_by_asc(Column::ListCode).order_by_asc(Column::LineNumber);
        Ok(Self::new(in_order.all(c).await?))
    }

    /// Those lines, in their order.
    pub(super) fn new(lines: Vec<Model>) -> Self {
        let mut book: HashMap<_, Vec<_>> = HashMap::new();
        for line in lines {
            book.entry((line.asset_type, line.asset_number.clone())).or_default().push(line);
        }
        Self(book)
    }

    /// The lines for an item and for its discount group.
    pub(super) fn of(&self, item: &items::Model) -> impl Iterator<Item = &Model> {
        let of = |asset, number: &Code<20>| self.0.get(&(asset, number.clone())).into_iter().flatten();
        let group = item.item_discount_group.non_blank();
        of(Asset::Item, &item.number)
            .chain(group.into_iter().flat_map(move |group| of(Asset::ItemDiscountGroup, group)))
    }
}

/// What holds for some of the terms and items; `None` when nothing can.
fn condition(terms: &[Terms], items: &[&items::Model]) -> Option<Condition> {
    let (first, last) = (terms.iter().map(|terms| terms.date).min()?, terms.iter().map(|terms| terms.date).max()?);
    if items.is_empty() {
        return None;
    }
    let currencies: BTreeSet<_> =
        terms.iter().map(|terms| terms.currency_code.clone()).chain([Code::blank()]).collect();
    let started = Condition::any().add(Column::StartingDate.is_null()).add(Column::StartingDate.lte(last));
    let not_ended = Condition::any().add(Column::EndingDate.is_null()).add(Column::EndingDate.gte(first));
    let condition = Condition::all()
        .add(Column::Status.eq(Status::Active))
        .add(Column::CurrencyCode.is_in(currencies))
        .add(started)
        .add(not_ended)
        .add(sources(terms));
    let of_items: BTreeSet<&Code<20>> = items.iter().map(|item| &item.number).collect();
    let of_groups: BTreeSet<&Code<20>> = items.iter().filter_map(|item| item.item_discount_group.non_blank()).collect();
    let of_groups = of_groups.into_iter().cloned().collect();
    Some(if of_items.len() > NAMED {
        condition
    } else {
        let any = Condition::any().add(one_of(Asset::Item, of_items.into_iter().cloned().collect()));
        condition.add(any.add(one_of(Asset::ItemDiscountGroup, of_groups)))
    })
}

fn one_of(asset: Asset, numbers: Vec<Code<20>>) -> Condition {
    Condition::all().add(Column::AssetType.eq(asset)).add(Column::AssetNumber.is_in(numbers))
}

/// Lines for everyone, and for those of the terms.
fn sources(terms: &[Terms]) -> Condition {
    let mut wanted: BTreeSet<(Source, String)> = BTreeSet::new();
    for terms in terms {
        for (source, number) in [
            (Source::Customer, terms.customer_number.as_str()),
            (Source::PriceGroup, terms.customer_price_group.as_str()),
            (Source::DiscountGroup, terms.customer_discount_group.as_str()),
            (Source::Campaign, terms.campaign_number.as_str()),
        ] {
            if !number.is_empty() {
                wanted.insert((source, number.to_owned()));
            }
        }
    }
    let mut any = Condition::any().add(Column::SourceType.eq(Source::AllCustomers));
    for source in [Source::Customer, Source::PriceGroup, Source::DiscountGroup, Source::Campaign] {
        let numbers: Vec<&str> =
            wanted.iter().filter(|(of, _)| *of == source).map(|(_, number)| number.as_str()).collect();
        let named = Condition::all().add(Column::SourceType.eq(source));
        any = match numbers.len() {
            0 => any,
            few if few <= NAMED => any.add(named.add(Column::SourceNumber.is_in(numbers))),
            _ => any.add(named),
        };
    }
    any
}
