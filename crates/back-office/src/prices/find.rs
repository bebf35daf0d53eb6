use std::collections::{BTreeSet, HashMap};

use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};
use values::Code;
use values::money::{Amount, Price, Quantity};

use super::book::NAMED;
use super::rules::Vats;
use super::{Asked, Book, Found, Rules, Terms, best};
use crate::currencies::Rates;
use crate::items::unit_of_measure;
use crate::{Error, Result, company, currencies, items, sales_setup, vat};

/// What is to be priced.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wanted {
    /// The item.
    pub item_number: Code<20>,
    /// Which variant; blank: the item itself.
    pub variant_code: Code<10>,
    /// In which unit; blank: the item's sales unit, else its base unit.
    pub unit_of_measure_code: Code<10>,
    /// How much of it.
    pub quantity: Quantity,
}

/// What one unit of an item costs on some terms.
///
/// # Errors
/// [`Error::Unknown`] for an item or a unit that is not there, [`Error::NoVatSetup`], [`Error::NoExchangeRate`],
/// [`Error::Number`] for a price that is too large.
pub async fn find(c: &impl ConnectionTrait, terms: &Terms, wanted: &Wanted) -> Result<Found> {
    let found = find_many(c, terms, std::slice::from_ref(wanted)).await?.pop();
    found.unwrap_or_else(|| Err(unknown_item(&wanted.item_number)))
}

/// What one unit of each of many items and variants costs on the same terms, in their order, each with its own error; in
/// as many statements for a hundred thousand as for one.
///
/// # Errors
/// [`Error::NoCompany`], [`Error::Unknown`] for a currency, and when the database fails. Those of each are in its place,
/// as [`find`] has them.
pub async fn find_many(c: &impl ConnectionTrait, terms: &Terms, wanted: &[Wanted]) -> Result<Vec<Result<Found>>> {
    let ground = Ground::read(c, terms, wanted).await?;
    Ok(wanted.iter().map(|wanted| ground.find(wanted)).collect())
}

/// What was read for all of them.
pub(super) struct Ground {
    pub(super) terms: Terms,
    vat: Vats,
    vat_group: Code<20>,
    precision: Price,
    /// To multiples of this amounts in the currency of the terms are rounded.
    pub(super) amounts: Amount,
    items: HashMap<Code<20>, items::Model>,
    units: HashMap<(Code<20>, Code<10>), Quantity>,
    book: Book,
}

impl Ground {
    pub(super) async fn read(c: &impl ConnectionTrait, terms: &Terms, wanted: &[Wanted]) -> Result<Self> {
        let company = company::read(c).await?;
        let mut terms = terms.clone();
        if terms.currency_code == company.currency_code {
            terms.currency_code = Code::blank();
        }
        let (precision, amounts) = match terms.currency_code.non_blank() {
            None => (company.unit_amount_rounding_precision, company.amount_rounding_precision),
            Some(code) => precisions_of(c, code).await?,
        };
        if !terms.currency_code.is_blank() && terms.currency_factor.is_none() {
            terms.currency_factor = Rates::read(c).await?.factor(&terms.currency_code, terms.date).ok();
        }
        let numbers: BTreeSet<&Code<20>> = wanted.iter().map(|wanted| &wanted.item_number).collect();
        let numbers: Vec<Code<20>> = numbers.into_iter().cloned().collect();
        let items = read_items(c, &numbers).await?;
        let units = read_units(c, &numbers).await?;
        let vat = vat::Entity::find().all(c).await?.into_iter();
        let setup = sales_setup::Entity::find().one(c).await?.ok_or(Error::NoCompany)?;
        let book = Book::read(c, std::slice::from_ref(&terms), &items.iter().collect::<Vec<_>>()).await?;
        Ok(Self {
            vat: vat.map(|row| ((row.business_group.clone(), row.product_group.clone()), row)).collect(),
            vat_group: setup.vat_business_posting_group_price,
            precision,
            amounts,
            items: items.into_iter().map(|item| (item.number.clone(), item)).collect(),
            units: units
                .into_iter()
                .map(|unit| ((unit.item_number, unit.code), unit.quantity_per_unit_of_measure))
                .collect(),
            book,
            terms,
        })
    }

    pub(super) fn find(&self, wanted: &Wanted) -> Result<Found> {
        let (item, unit, per_unit) = self.asked(wanted)?;
        let rules = Rules::new(&self.vat, &self.vat_group, self.precision);
        let (variant, quantity) = (&wanted.variant_code, wanted.quantity);
        best(rules, &self.terms, &Asked { item, variant, unit, per_unit, quantity }, &self.book)
    }

    /// The item, the unit in which it is asked for, and how many base units one holds.
    pub(super) fn asked<'a>(&'a self, wanted: &'a Wanted) -> Result<(&'a items::Model, &'a Code<10>, Quantity)> {
        let item = self.items.get(&wanted.item_number).ok_or_else(|| unknown_item(&wanted.item_number))?;
        let (base, sales) = (&item.base_unit_of_measure_code, &item.sales_unit_of_measure_code);
        let unit = wanted.unit_of_measure_code.non_blank().or(sales.non_blank()).unwrap_or(base);
        let per_unit = match self.units.get(&(item.number.clone(), unit.clone())) {
            Some(per_unit) => *per_unit,
            None if unit == base => 1.into(),
            None => {
                let code = format!("{unit} of item {}", item.number);
                return Err(Error::Unknown { kind: "item unit of measure", code });
            }
        };
        Ok((item, unit, per_unit))
    }
}

async fn precisions_of(c: &impl ConnectionTrait, code: &Code<10>) -> Result<(Price, Amount)> {
    let found = currencies::Entity::find().filter(currencies::Column::Code.eq(code.clone())).one(c).await?;
    let found = found.ok_or_else(|| Error::Unknown { kind: "currency", code: code.to_string() })?;
    Ok((found.unit_amount_rounding_precision, found.amount_rounding_precision))
}

async fn read_items(c: &impl ConnectionTrait, numbers: &[Code<20>]) -> Result<Vec<items::Model>> {
    if numbers.len() <= NAMED {
        return items::by_numbers(c, numbers).await;
    }
    Ok(items::Entity::find().all(c).await?)
}

async fn read_units(c: &impl ConnectionTrait, numbers: &[Code<20>]) -> Result<Vec<unit_of_measure::Model>> {
    let all = unit_of_measure::Entity::find();
    if numbers.len() <= NAMED {
        return Ok(all.filter(unit_of_measure::Column::ItemNumber.is_in(numbers.to_vec())).all(c).await?);
    }
    Ok(all.all(c).await?)
}

fn unknown_item(number: &Code<20>) -> Error {
    Error::Unknown { kind: "item", code: number.to_string() }
}
