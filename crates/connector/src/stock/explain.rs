//! What a number of stock is made of: each part, and the entries behind it.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use access::{Action, Area, Principal};
use back_office::sales::{DocumentType, LineKind, header, line};
use back_office::{expected_receipts, item_ledger};
use chrono::NaiveDate;
use database::Read;
use rust_decimal::Decimal;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use uuid::Uuid;
use values::Code;
use values::money::Quantity;

use super::options::StockCalculation;
use super::staged::inventory;
use super::sync_stock::{Calculated, Counts, Ground, Place, Sold, sold, variants_of};
use crate::orders::SOURCE_KIND;
use crate::orders::staged::order;
use crate::orders::to_import;
use crate::products::staged::variant;
use crate::{Connector, Error, shops};

/// As many entries of a kind are shown.
const MOST: u64 = 200;

values::options! {
    /// A part of a number of stock.
    pub enum Part {
        /// What is on hand: the sum of the item ledger.
        #[default]
        Inventory => "Inventory",
        /// What is reserved for sales orders.
        Reserved => "Reserved Qty. on Inventory",
        /// What sales orders ask for by today.
        SalesOrders => "Qty. on Sales Order",
        /// What is expected by today, from vendors and from buyers.
        Expected => "Scheduled Receipt",
        /// What orders of stores have promised beside: for later, or on invoices that are not posted.
        Promised => "Promised to Shopify Orders",
        /// What orders of the store have taken that have no document here.
        Waiting => "Shopify Orders Without Document",
    }
}

/// A number that is explained.
#[derive(Clone, Debug)]
pub struct Explained {
    /// Both sides' numbers.
    pub inventory: inventory::Model,
    /// How the number is worked out.
    pub calculation: StockCalculation,
    /// Which locations of the back office are counted; blank: all.
    pub location_filter: String,
    /// The day for which it is worked out.
    pub day: NaiveDate,
    /// Its parts, in base units; the sum of all but the last one is [`Explained::available`].
    pub parts: Vec<(Part, Quantity)>,
    /// What can be sold, in base units.
    pub available: Quantity,
    /// How many base units are one of what the store sells.
    pub per_unit: Quantity,
    /// How many can be sold, as it would be sent now.
    pub stock: i64,
    /// What is behind it: entries of the item ledger, the newest first, and documents.
    pub entries: Vec<Entry>,
}

/// A document or an entry that takes or brings goods, or has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// To which part it belongs.
    pub part: Part,
    /// What it is, as a sales order.
    pub document_type: String,
    /// Its number.
    pub document_number: String,
    /// When its goods go or come; none: at once.
    pub date: Option<NaiveDate>,
    /// Where from, or where to.
    pub location_code: Code<10>,
    /// How many, in base units; negative when they go.
    pub quantity: Quantity,
    /// Whether it counts on that day, by that calculation.
    pub counts: bool,
}

/// Explains a number.
///
/// # Errors
/// [`Error::Chosen`] when it is not there; a missing permission.
pub async fn explain(connector: &Connector, by: &Principal, id: Uuid) -> Result<Explained, Error> {
    by.require(Area::BackOffice, Action::Read)?;
    let (now, random) = (connector.clock().now(), connector.random());
    let read = |r: Read| async move {
        let gone = || Error::Chosen(format!("there is no stock with the id {id}"));
        let row = inventory::Entity::find_by_id(id).one(&r).await?.ok_or_else(gone)?;
        let shop = shops::find(&r, row.shop_code.as_str()).await?;
        let ground = Ground::on(&r, &shop, (Uuid::nil(), now), random).await?;
        let items = BTreeSet::from([row.item_number.clone()]);
        let counts = Counts::read(&r, &ground, &items).await?;
        let variants = variants_of(&r, &shop.code, std::slice::from_ref(&row.item_number)).await?;
        let variant = variants.into_iter().find(|one| one.shopify_variant_id == row.shopify_variant_id);
        let (Some(variant), Some(place)) = (variant, ground.places.get(&row.location_id)) else {
            return Err(Error::Chosen(format!(
                "{} is not sent to {} any more: the next comparison takes it away",
                row.display_name, row.location_name
            )));
        };
        let calculated = counts.of(&variant, place).map_err(|reason| Error::Chosen(reason.to_string()))?;
        let calculated = calculated.unwrap_or_default();
        let day = ground.today();
        let calculation = place.location.stock_calculation;
        let (sells, location) = (row.shopify_variant_id, row.location_id);
        let sold = sold(&r, &shop.domain, &[sells], row.said_at).await?;
        let waiting = if ground.reads_orders { sold.waiting(sells, location) } else { row.waiting };
        let mut entries = on_hand(&r, &variant, place).await?;
        entries.extend(sales_lines(&r, &variant, day, calculation).await?);
        entries.extend(receipts(&r, &variant, day, calculation).await?);
        entries.retain(|entry| place.filtered.has(&entry.location_code));
        entries.extend(without_document(&r, &shop, (&row, &sold), calculated.per_unit).await?);
        Ok(Explained {
            calculation,
            location_filter: place.location.location_filter.clone(),
            day,
            parts: parts(waiting, calculation, &calculated),
            available: calculated.available,
            per_unit: calculated.per_unit,
            stock: calculated.stock - waiting,
            entries,
            inventory: row,
        })
    };
    connector.db().read(read).await
}

fn parts(waiting: i64, calculation: StockCalculation, calculated: &Calculated) -> Vec<(Part, Quantity)> {
    let (figures, none) = (calculated.figures, Quantity::ZERO);
    let mut parts = vec![(Part::Inventory, figures.inventory)];
    if calculation == StockCalculation::FreeInventory {
        parts.push((Part::Reserved, none - figures.reserved));
    } else {
        parts.push((Part::SalesOrders, none - figures.gross_requirement));
        parts.push((Part::Expected, figures.scheduled_receipt));
    }
    parts.push((Part::Promised, none - calculated.promised));
    parts.push((Part::Waiting, none - in_base(waiting, calculated.per_unit)));
    parts
}

/// So many pieces as the store sells them, in base units.
fn in_base(pieces: i64, per_unit: Quantity) -> Quantity {
    Quantity::new(Decimal::from(pieces) * per_unit.decimal()).unwrap_or_default()
}

/// The entries of the item ledger whose sum is on hand, the newest ones.
async fn on_hand(r: &Read, variant: &variant::Model, place: &Place) -> Result<Vec<Entry>, Error> {
    use item_ledger::entry::{Column, Entity, Model};
    let mut entries = Entity::find().filter(Column::ItemNumber.eq(variant.item_number.clone()));
    if let Some(code) = variant.variant_code.non_blank() {
        entries = entries.filter(Column::VariantCode.eq(code.clone()));
    }
    let locations: Vec<Code<10>> =
        entries.clone().select_only().column(Column::LocationCode).distinct().into_tuple().all(r).await?;
    let counted = locations.into_iter().filter(|code| place.filtered.has(code));
    let newest = entries.filter(Column::LocationCode.is_in(counted)).order_by_desc(Column::EntryNumber).limit(MOST);
    let entry = |entry: Model| Entry {
        part: Part::Inventory,
        document_type: entry.entry_type.caption().to_owned(),
        document_number: entry.document_number.to_string(),
        date: Some(entry.posting_date),
        location_code: entry.location_code,
        quantity: entry.quantity,
        counts: true,
    };
    Ok(newest.all(r).await?.into_iter().map(entry).collect())
}

async fn sales_lines(
    r: &Read,
    variant: &variant::Model,
    day: NaiveDate,
    calculation: StockCalculation,
) -> Result<Vec<Entry>, Error> {
    let mut lines = line::Entity::find()
        .filter(line::Column::Kind.eq(LineKind::Item))
        .filter(line::Column::Number.eq(variant.item_number.clone()))
        .filter(line::Column::DocumentType.is_in([
            DocumentType::Order,
            DocumentType::ReturnOrder,
            DocumentType::Invoice,
        ]));
    if let Some(code) = variant.variant_code.non_blank() {
        lines = lines.filter(line::Column::VariantCode.eq(code.clone()));
    }
    let lines =
        lines.order_by_asc(line::Column::ShipmentDate).order_by_asc(line::Column::Id).limit(MOST).all(r).await?;
    let documents: BTreeSet<Uuid> = lines.iter().map(|line| line.document_id).collect();
    let of_stores: BTreeSet<Uuid> = header::Entity::find()
        .select_only()
        .column(header::Column::Id)
        .filter(header::Column::Id.is_in(documents))
        .filter(header::Column::SourceKind.eq(SOURCE_KIND))
        .into_tuple::<Uuid>()
        .all(r)
        .await?
        .into_iter()
        .collect();
    let entries = |line: line::Model| {
        let of_store = of_stores.contains(&line.document_id);
        let is_due = line.shipment_date.is_none_or(|date| date <= day);
        let (sells, base) = (line.document_type.sells(), line.outstanding_base());
        let is_free = calculation == StockCalculation::FreeInventory;
        let reserved = line.reserved_quantity;
        let parts = match line.document_type {
            DocumentType::Invoice if !of_store => Vec::new(),
            DocumentType::Invoice => vec![(Part::Promised, base, true)],
            DocumentType::Order if is_free && !of_store => vec![(Part::Reserved, reserved, true)],
            // What is reserved is so for this order, too: the rest is promised beside.
            DocumentType::Order if is_free => {
                vec![(Part::Reserved, reserved, true), (Part::Promised, base - reserved, true)]
            }
            DocumentType::Order if of_store && !is_due => vec![(Part::Promised, base, true)],
            DocumentType::Order => vec![(Part::SalesOrders, base, is_due)],
            _ => vec![(Part::Expected, base, is_due && !is_free)],
        };
        let entry = |(part, quantity, counts): (Part, Quantity, bool)| Entry {
            part,
            document_type: line.document_type.caption().to_owned(),
            document_number: line.document_number.to_string(),
            date: line.shipment_date,
            location_code: line.location_code.clone(),
            quantity: if sells { Quantity::ZERO - quantity } else { quantity },
            counts,
        };
        let told = parts.into_iter().filter(|(_, quantity, _)| !quantity.is_zero());
        told.map(entry).collect::<Vec<_>>()
    };
    Ok(lines.into_iter().flat_map(entries).collect())
}

async fn receipts(
    r: &Read,
    variant: &variant::Model,
    day: NaiveDate,
    calculation: StockCalculation,
) -> Result<Vec<Entry>, Error> {
    use expected_receipts::{Column, Entity};
    let mut rows = Entity::find().filter(Column::ItemNumber.eq(variant.item_number.clone()));
    if let Some(code) = variant.variant_code.non_blank() {
        rows = rows.filter(Column::VariantCode.eq(code.clone()));
    }
    let rows = rows.order_by_asc(Column::ExpectedReceiptDate).order_by_asc(Column::Id).limit(MOST).all(r).await?;
    let entry = |row: expected_receipts::Model| Entry {
        part: Part::Expected,
        document_type: "Expected Receipt".to_owned(),
        document_number: row.description.clone(),
        date: row.expected_receipt_date,
        location_code: row.location_code.clone(),
        quantity: row.quantity,
        counts: calculation != StockCalculation::FreeInventory
            && row.expected_receipt_date.is_none_or(|date| date <= day),
    };
    Ok(rows.into_iter().map(entry).collect())
}

/// The orders that have taken something which no document here takes: staged, or waiting to be imported.
async fn without_document(
    r: &Read,
    shop: &shops::Model,
    (row, sold): (&inventory::Model, &Sold),
    per_unit: Quantity,
) -> Result<Vec<Entry>, Error> {
    let mut pieces: BTreeMap<i64, i64> = BTreeMap::new();
    for (order, waiting) in sold.waiting_lines(row.shopify_variant_id, row.location_id) {
        *pieces.entry(order).or_default() += waiting;
    }
    pieces.retain(|_, waiting| *waiting != 0);
    let pieces: Vec<(i64, i64)> = pieces.into_iter().take(usize::try_from(MOST).unwrap_or(usize::MAX)).collect();
    if pieces.is_empty() {
        return Ok(Vec::new());
    }
    let ids = || pieces.iter().map(|(order, _)| *order);
    let staged = order::Entity::find()
        .select_only()
        .columns([order::Column::ShopifyOrderId, order::Column::ShopifyOrderNumber])
        .filter(order::Column::Store.eq(shop.domain.as_str()))
        .filter(order::Column::ShopifyOrderId.is_in(ids()));
    let waiting = to_import::Entity::find()
        .select_only()
        .columns([to_import::Column::ShopifyOrderId, to_import::Column::OrderNumber])
        .filter(to_import::Column::Store.eq(shop.domain.as_str()))
        .filter(to_import::Column::ShopifyOrderId.is_in(ids()));
    let mut numbers: HashMap<i64, String> = waiting.into_tuple::<(i64, String)>().all(r).await?.into_iter().collect();
    numbers.extend(staged.into_tuple::<(i64, String)>().all(r).await?);
    let entry = |(order, waiting): (i64, i64)| Entry {
        part: Part::Waiting,
        document_type: "Shopify Order".to_owned(),
        document_number: numbers.remove(&order).unwrap_or_else(|| order.to_string()),
        date: None,
        location_code: Code::blank(),
        quantity: Quantity::ZERO - in_base(waiting, per_unit),
        counts: true,
    };
    Ok(pieces.into_iter().map(entry).collect())
}
