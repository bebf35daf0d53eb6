use std::collections::HashSet;

use chrono::{DateTime, Utc};
use database::{Tx, insert_many, search};
use runtime::Random;
use sea_orm::{ActiveModelTrait, ConnectionTrait, EntityTrait, IntoActiveModel, QueryOrder};
use values::Code;
use values::money::{Price, Quantity};

use super::{Entity, ItemType, Model, by_numbers, template, unit_of_measure};
use crate::{Error, Result, company, number_series, units_of_measure};

/// An item that is to be made. What is left blank comes from the item template of its type.
#[derive(Clone, Debug, Default)]
pub struct NewItem {
    /// Its number; blank: the next of the number series.
    pub number: Code<20>,
    /// What it is.
    pub description: String,
    /// What kind of item it is; one that is made from a template that is named is of the template's.
    pub item_type: ItemType,
    /// The template that it begins with; blank: the first of its type.
    pub template_code: Code<20>,
    /// Its bar code.
    pub gtin: String,
    /// What one unit costs the customer.
    pub unit_price: Price,
    /// Whether that price has VAT in it; `None`: as the template says.
    pub price_includes_vat: Option<bool>,
    /// The unit in which it is counted and sold; blank: the template's.
    pub unit_of_measure_code: Code<10>,
    /// Its VAT product posting group; blank: the template's.
    pub vat_product_posting_group: Code<20>,
}

/// Makes an item.
///
/// # Errors
/// Those of [`create_many`].
pub async fn create(tx: &Tx, item: &NewItem, now: DateTime<Utc>, random: &Random) -> Result<Model> {
    let mut made = create_many(tx, std::slice::from_ref(item), now, random).await?;
    made.pop().ok_or_else(|| Error::Unknown { kind: "item", code: item.number.to_string() })
}

/// Makes items, all of them or none.
///
/// # Errors
/// [`Error::Exists`] when there is one of such a number, [`Error::Unknown`] for a template or a unit of measure that is not
/// there, and those of the number series.
pub async fn create_many(tx: &Tx, items: &[NewItem], now: DateTime<Utc>, random: &Random) -> Result<Vec<Model>> {
    let templates = Templates::read(tx).await?;
    let numbers = numbers(tx, items, now).await?;
    let mut seen = HashSet::new();
    let twice = numbers.iter().find(|number| !seen.insert((*number).clone())).cloned();
    let existing = by_numbers(tx, &numbers).await?.into_iter().next().map(|item| item.number);
    if let Some(number) = twice.or(existing) {
        return Err(Error::Exists { kind: "item", code: number.to_string() });
    }
    let made = items.iter().zip(numbers);
    let made = made.map(|(item, number)| Ok(model(item, number, templates.of(item)?, now, random)));
    let made = made.collect::<Result<Vec<Model>>>()?;
    insert_many(tx, made.iter().map(|item| item.clone().into_active_model().reset_all()).collect()).await?;
    insert_many(tx, base_units(tx, &made, now, random).await?).await?;
    search::keep::<Entity>(tx, &made).await?;
    tx.changed::<Entity>(&made.iter().map(|item| item.id).collect::<Vec<_>>()).await?;
    Ok(made)
}

/// What items begin with, by code.
struct Templates(Vec<template::Model>);

impl Templates {
    async fn read(connection: &impl ConnectionTrait) -> Result<Self> {
        Ok(Self(template::Entity::find().order_by_asc(template::Column::Code).all(connection).await?))
    }

    /// The one that is named, else the first of the type of the item.
    fn of(&self, item: &NewItem) -> Result<Option<&template::Model>> {
        let Some(code) = item.template_code.non_blank() else {
            return Ok(self.0.iter().find(|template| template.item_type == item.item_type));
        };
        let named = self.0.iter().find(|template| template.code == *code);
        named.map(Some).ok_or_else(|| Error::Unknown { kind: "item template", code: code.to_string() })
    }
}

/// The numbers of new items, in their order.
async fn numbers(tx: &Tx, items: &[NewItem], now: DateTime<Utc>) -> Result<Vec<Code<20>>> {
    let blank = items.iter().filter(|item| item.number.is_blank()).count();
    let company = company::read(tx).await?;
    let Some(series) = company.item_numbers.non_blank() else {
        let all = items.iter().map(|item| item.number.clone());
        return if blank == 0 { Ok(all.collect()) } else { Err(Error::NoNumberSeries("items")) };
    };
    let series = number_series::lock(tx, series).await?;
    if blank < items.len() {
        series.accept_manual()?;
    }
    let given: HashSet<&Code<20>> = items.iter().map(|item| &item.number).collect();
    let mut drawn: Vec<Code<20>> = Vec::with_capacity(blank);
    // Numbers that someone has given by hand are passed over, as the next one would stand in the way for ever.
    while drawn.len() < blank {
        let next = series.draw(tx, company.today(now), blank - drawn.len()).await?;
        let taken: HashSet<Code<20>> = by_numbers(tx, &next).await?.into_iter().map(|item| item.number).collect();
        drawn.extend(next.into_iter().filter(|number| !taken.contains(number) && !given.contains(number)));
    }
    let mut drawn = drawn.into_iter();
    let number = |item: &NewItem| item.number.non_blank().cloned().or_else(|| drawn.next()).unwrap_or_default();
    Ok(items.iter().map(number).collect())
}

fn model(
    item: &NewItem,
    number: Code<20>,
    template: Option<&template::Model>,
    now: DateTime<Utc>,
    random: &Random,
) -> Model {
    let is_named = !item.template_code.is_blank();
    let template = template.cloned().unwrap_or_default();
    Model {
        id: random.id(now),
        number,
        description: item.description.clone(),
        item_type: if is_named { template.item_type } else { item.item_type },
        gtin: item.gtin.clone(),
        unit_price: item.unit_price,
        price_includes_vat: item.price_includes_vat.unwrap_or(template.price_includes_vat),
        base_unit_of_measure_code: item
            .unit_of_measure_code
            .non_blank()
            .cloned()
            .unwrap_or(template.base_unit_of_measure_code),
        general_product_posting_group: template.general_product_posting_group,
        vat_product_posting_group: item
            .vat_product_posting_group
            .non_blank()
            .cloned()
            .unwrap_or(template.vat_product_posting_group),
        tax_group_code: template.tax_group_code,
        inventory_posting_group: template.inventory_posting_group,
        allow_invoice_discount: template.allow_invoice_discount,
        last_modified_date_time: now,
        version: 1,
        ..Model::default()
    }
}

/// Each item's base unit of measure, of which it holds one.
async fn base_units(
    connection: &impl ConnectionTrait,
    items: &[Model],
    now: DateTime<Utc>,
    random: &Random,
) -> Result<Vec<unit_of_measure::ActiveModel>> {
    let known: Vec<Code<10>> =
        units_of_measure::Entity::find().all(connection).await?.into_iter().map(|unit| unit.code).collect();
    let mut rows = Vec::with_capacity(items.len());
    for item in items {
        let Some(code) = item.base_unit_of_measure_code.non_blank() else { continue };
        if !known.contains(code) {
            return Err(Error::Unknown { kind: "unit of measure", code: code.to_string() });
        }
        let row = unit_of_measure::Model {
            id: random.id(now),
            item_number: item.number.clone(),
            code: code.clone(),
            quantity_per_unit_of_measure: Quantity::from(1),
        };
        rows.push(row.into_active_model().reset_all());
    }
    Ok(rows)
}
