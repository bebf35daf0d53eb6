//! The first time: a person has seen how the two sides differ, and says whose numbers are right.

use std::collections::{BTreeSet, HashSet};

use access::{Action, Area, Principal};
use back_office::item_journal::{self, EntryType, NewLine, TemplateType, batch, line};
use back_office::posting::{self, post_item_journal};
use back_office::sales;
use database::{Read, Tx};
use job_queue::Queue;
use rust_decimal::Decimal;
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, Set};
use serde_json::{Value, json};
use uuid::Uuid;
use values::Code;
use values::money::Quantity;

use super::look_at_all_again;
use super::staged::{inventory, standing};
use super::sync_stock::{Counts, Ground, Sold, sold, variants_of};
use crate::products::staged::variant;
use crate::sync::{Started, Sync, sync};
use crate::{Connector, Error, locations, shops};

/// The batch whose lines are posted.
const BATCH: &str = "SHOPIFY";

values::options! {
    /// Whose numbers are right at first.
    pub enum Begin {
        /// Those that are here: they are sent.
        #[default]
        PushOurs => "Push Ours",
        /// Shopify's: what is here becomes as many, by an item journal.
        TakeOver => "Take Over as Opening Stock",
    }
}

/// What beginning has led to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Begun {
    /// As many locations stock is sent to from now on that it was not sent to before.
    pub locations: u64,
    /// As many numbers differed.
    pub differences: u64,
    /// As many lines of an item journal were posted.
    pub posted: u64,
    /// What could not be taken over, with the reason; it differs still, and ours is sent.
    pub left: Vec<String>,
    /// The run that sends what differs still, when data may go to Shopify.
    pub started: Option<Started>,
}

/// Begins to send stock to those locations of a shop to which none is sent yet.
///
/// # Errors
/// [`Error::NoShop`]; [`Error::Given`] before the two sides were compared, or when nothing is to begin; what the back office has
/// against the journal: then nothing was posted and nothing has begun; a missing permission.
pub async fn begin(
    connector: &Connector,
    queue: &Queue,
    by: &Principal,
    shop: &str,
    how: Begin,
) -> Result<Begun, Error> {
    by.require(Area::Synchronization, Action::Run)?;
    if how == Begin::TakeOver {
        by.require(Area::BackOffice, Action::Change)?;
    }
    let (now, random) = (connector.clock().now(), connector.random());
    let setup = &connector.db().read(|r: Read| async move { posting::Setup::read(&r).await }).await?;
    let write = |tx: Tx| async move {
        let shop = shops::hold(&tx, shop).await?;
        let ground = Ground::on(&tx, &shop, (Uuid::nil(), now), random).await?;
        let new = waiting(&tx, &ground).await?;
        let differing = differing(&tx, &ground, &new).await?;
        let (posted, left) = match how {
            Begin::PushOurs => (0, Vec::new()),
            Begin::TakeOver => {
                let cx = sales::Context { now, random: random.clone(), user: by.user_name.clone() };
                take_over(&tx, &ground, &differing, setup, &cx).await?
            }
        };
        for place in &new {
            let begun =
                locations::ActiveModel { id: Set(*place), stock_begun_at: Set(Some(now)), ..Default::default() };
            locations::Entity::update(begun).exec(&tx).await?;
        }
        tx.changed::<locations::Entity>(&new).await?;
        // What differs is found by comparing once more: meanwhile something may have been sold.
        look_at_all_again(&tx, &shop.code).await?;
        let detail = json!({ "how": how.caption(), "locations": new.len(), "posted": posted });
        connector.audit().record_about(&tx, by, "stock sync begun", shop.about(), detail).await?;
        let (locations, differences) = (new.len() as u64, differing.len() as u64);
        Ok::<_, Error>((shop, ground.zone, Begun { locations, differences, posted, left, started: None }))
    };
    let (shop, time_zone, begun) = connector.db().write(write).await?;
    if !shop.allow_outgoing_requests || !shop.enabled {
        return Ok(begun);
    }
    let task = Sync {
        shop: shop.code.to_string(),
        object: super::SYNC_STOCK,
        options: Value::Null,
        filters: job_queue::Filters::new(),
        time_zone,
    };
    Ok(Begun { started: Some(sync(connector, queue, by, &task).await?), ..begun })
}

/// The locations to which stock is to go and does not yet.
async fn waiting(tx: &Tx, ground: &Ground) -> Result<Vec<Uuid>, Error> {
    let given = |reason: &str| Error::Given { name: "shop", reason: reason.to_owned() };
    let new: Vec<Uuid> = ground
        .places
        .values()
        .filter(|place| place.location.stock_begun_at.is_none())
        .map(|place| place.location.id)
        .collect();
    if new.is_empty() {
        return Err(given(
            "stock is sent to every location that has a Stock Calculation already: choose one for another location first",
        ));
    }
    let standing = standing::Entity::find_by_id(ground.shop.code.clone()).one(tx).await?;
    if standing.and_then(|standing| standing.compared_at).is_none() {
        return Err(given(
            "the stock was not compared with Shopify since its locations were set up: run Sync Stock to Shopify first, and look at the differences",
        ));
    }
    Ok(new)
}

/// The places at those locations whose two numbers differ.
async fn differing(tx: &Tx, ground: &Ground, new: &[Uuid]) -> Result<Vec<inventory::Model>, Error> {
    let ids = ground.places.values().filter(|place| new.contains(&place.location.id));
    let ids: Vec<i64> = ids.map(|place| place.location.location_id).collect();
    let rows = inventory::Entity::find()
        .filter(inventory::Column::ShopCode.eq(ground.shop.code.clone()))
        .filter(inventory::Column::LocationId.is_in(ids))
        .filter(inventory::Column::Difference.ne(0))
        .order_by_asc(inventory::Column::ShopifyVariantId)
        .order_by_asc(inventory::Column::LocationId);
    Ok(rows.all(tx).await?)
}

/// Posts as many as are missing here, or too many, so that both sides have as many as Shopify says.
async fn take_over(
    tx: &Tx,
    ground: &Ground,
    rows: &[inventory::Model],
    setup: &posting::Setup,
    cx: &sales::Context,
) -> Result<(u64, Vec<String>), Error> {
    let items: BTreeSet<Code<20>> = rows.iter().map(|row| row.item_number.clone()).collect();
    let numbers: Vec<Code<20>> = items.iter().cloned().collect();
    let counts = Counts::read(tx, ground, &items).await?;
    let variants = variants_of(tx, &ground.shop.code, &numbers).await?;
    let ids: Vec<i64> = rows.iter().map(|row| row.shopify_variant_id).collect::<BTreeSet<_>>().into_iter().collect();
    let said = rows.iter().filter_map(|row| row.said_at).min();
    let sold = sold(tx, &ground.shop.domain, &ids, said).await?;
    let (mut taken, mut left, mut lines) = (HashSet::new(), Vec::new(), Vec::new());
    for row in rows {
        let line = line_of(ground, (&counts, &sold), &variants, row);
        let line = line.and_then(|line| match line {
            Some(line)
                if !taken.insert((line.item_number.clone(), line.variant_code.clone(), line.location_code.clone())) =>
            {
                Err("another variant or location of the store has the same goods: its number was taken over".to_owned())
            }
            line => Ok(line),
        });
        match line {
            Ok(line) => lines.extend(line),
            Err(why) => left.push(format!("{} at {}: {why}.", row.display_name, row.location_name)),
        }
    }
    if lines.is_empty() {
        return Ok((0, left));
    }
    let code = &Code::cut(BATCH);
    let series = batch::Entity::find().order_by_asc(batch::Column::Code).one(tx).await?;
    let series = series.map(|batch| batch.number_series).unwrap_or_default();
    if batch::Entity::find().filter(batch::Column::Code.eq(code.clone())).one(tx).await?.is_none() {
        let named = (code, "Opening stock from Shopify");
        item_journal::create(tx, TemplateType::Item, named, &series, cx.now, &cx.random).await?;
    }
    let others = line::Entity::find().filter(line::Column::BatchCode.eq(code.clone())).count(tx).await?;
    if others > 0 {
        let reason =
            format!("the item journal batch {BATCH} has {others} lines of someone else: post or delete them first");
        return Err(Error::Given { name: "how", reason });
    }
    item_journal::add(tx, code, &lines, cx).await?;
    let posted = post_item_journal(tx, setup, code, cx).await?;
    Ok((posted.lines as u64, left))
}

/// What is posted for a place; nothing where both sides have come to agree meanwhile.
fn line_of(
    ground: &Ground,
    (counts, sold): (&Counts, &Sold),
    variants: &[variant::Model],
    row: &inventory::Model,
) -> Result<Option<NewLine>, String> {
    let variant = variants.iter().find(|one| one.shopify_variant_id == row.shopify_variant_id);
    let place = ground.places.get(&row.location_id);
    let (Some(variant), Some(place)) = (variant, place) else { return Err("it is mapped to no item any more".into()) };
    let calculated = match counts.of(variant, place) {
        Ok(Some(calculated)) => calculated,
        Ok(None) => return Ok(None),
        Err(reason) => return Err(reason.to_string().trim_end_matches('.').to_owned()),
    };
    let said = row.said_at.ok_or("Shopify's number is not known: compare the stock with Shopify first")?;
    let (id, location) = (row.shopify_variant_id, row.location_id);
    // What was sold since Shopify's number was read it has taken off by itself; and as many pieces as it has sold and no
    // document here takes are on the shelf still.
    let now = row.shopify_stock - sold.taken_since(id, location, said);
    let waiting = if ground.reads_orders { sold.waiting(id, location) } else { row.waiting };
    let wanted = Decimal::from(now + waiting) * calculated.per_unit.decimal();
    // No more goes than is there: less than nothing is promised, not on the shelf.
    let on_hand = calculated.figures.inventory.decimal().max(Decimal::ZERO);
    let missing = (wanted - calculated.available.decimal()).max(-on_hand);
    if missing.is_zero() {
        return Ok(None);
    }
    let quantity = Quantity::new(missing.abs()).map_err(|error| error.to_string())?;
    Ok(Some(NewLine {
        entry_type: if missing > Decimal::ZERO { EntryType::PositiveAdjustment } else { EntryType::NegativeAdjustment },
        posting_date: ground.today(),
        document_number: Code::blank(),
        item_number: row.item_number.clone(),
        variant_code: variant.variant_code.clone(),
        location_code: place.location.default_location_code.clone(),
        new_location_code: Code::blank(),
        unit_of_measure_code: Code::blank(),
        quantity,
        unit_cost: None,
        reason_code: Code::blank(),
    }))
}
