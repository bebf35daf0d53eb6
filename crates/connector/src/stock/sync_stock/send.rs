//! Numbers are set, 250 in a call, each only if Shopify still says what it changes from.

use std::collections::{BTreeSet, HashMap};
use std::time::Duration;

use chrono::{DateTime, Utc};
use database::Tx;
use job_queue::{Context, JobError};
use sea_orm::{ActiveModelTrait, EntityTrait, IntoActiveModel, Set};
use serde_json::value::RawValue;
use shopify::Client;
use shopify::cost::MUTATION;
use shopify::documents::inventory::{
    Code, InventorySetQuantities, MANY, Quantity, REASON, Refused, SetInput, SetVariables,
};

use super::ground::Ground;
use super::plan::Line;
use super::reason::Reason;
use super::record;
use super::repair;
use crate::Error;
use crate::products::staged::variant;
use crate::stock::options::QuantityName;
use crate::stock::staged::batch::{ActiveModel, Entity, Model, State};
use crate::stock::staged::inventory;

/// A call in which Shopify has something against a number sets none: the others are sent again without it, so often.
const ROUNDS: usize = 4;
/// How long one waits before the same is sent again that the store is at.
const PAUSES: [Duration; 3] = [Duration::from_secs(1), Duration::from_secs(2), Duration::from_secs(4)];

/// What has come of sending numbers.
#[derive(Debug, Default)]
pub(super) struct Came {
    /// How many were set.
    pub set: u64,
    /// How many were found to be as they should be, when they were looked at.
    pub equal: u64,
    /// Why others were not, by variant.
    pub reasons: Vec<(i64, Reason)>,
}

/// What the store says of a batch.
#[derive(Debug)]
pub(super) enum Told {
    /// It was set, then by the store's clock; none where there was nothing to change.
    Set(Option<DateTime<Utc>>),
    /// Nothing of it was set.
    Refused(Vec<Refused>),
    /// The store is still at it.
    UnderWay,
}

/// Sends numbers of variants, a call's worth after the other.
pub(super) async fn send(
    cx: &Context,
    client: &Client,
    ground: &Ground,
    variants: &[variant::Model],
    lines: Vec<Line>,
) -> Result<Came, JobError> {
    let mut came = Came::default();
    let sending = &Sending { cx, client, ground, variants };
    let (mut lines, mut again) = (lines.into_iter(), Vec::new());
    loop {
        let some: Vec<Line> = again.pop().unwrap_or_else(|| lines.by_ref().take(MANY).collect());
        if some.is_empty() {
            return Ok(came);
        }
        again.extend(sending.some(some, &mut came).await?);
    }
}

struct Sending<'a> {
    cx: &'a Context,
    client: &'a Client,
    ground: &'a Ground,
    variants: &'a [variant::Model],
}

impl Sending<'_> {
    /// Sends numbers in one call, and gives those that are to be sent by themselves: the halves of a call that is refused
    /// without a word of which number it is about, so that no more than that one is left.
    async fn some(&self, mut lines: Vec<Line>, came: &mut Came) -> Result<Vec<Vec<Line>>, JobError> {
        let (cx, mut was_stale) = (self.cx, false);
        for _ in 0..ROUNDS {
            if lines.is_empty() {
                return Ok(Vec::new());
            }
            let batch = &intend(cx, self.ground, &lines).await?;
            match attempt(cx, self.client, batch).await? {
                Told::Set(at) => {
                    came.set += lines.len() as u64;
                    let at = said(self.ground, at);
                    let rows = lines.into_iter().map(|line| set_at(line.set(), at, cx.clock().now())).collect();
                    settled(cx, batch, rows).await?;
                    return Ok(Vec::new());
                }
                Told::UnderWay => {
                    // What comes of it is asked by the next run, with the same key.
                    let why = |line: &Line| {
                        let (title, location) = (line.row.display_name.clone(), line.row.location_name.clone());
                        (line.row.shopify_variant_id, Reason::UnderWay { title, location })
                    };
                    came.reasons.extend(lines.iter().map(why));
                    return Ok(Vec::new());
                }
                Told::Refused(refused) if lines.len() > 1 && is_of_nobody(&refused, lines.len()) => {
                    settled(cx, batch, Vec::new()).await?;
                    let half = lines.split_off(lines.len() / 2);
                    return Ok(vec![lines, half]);
                }
                Told::Refused(refused) => {
                    let sorted = sort(lines, &refused);
                    let rows: Vec<_> = sorted.failed.iter().map(|(row, why)| failed(row, why)).collect();
                    let reasons = sorted.failed.into_iter().map(|(row, why)| (row.shopify_variant_id, why));
                    came.reasons.extend(reasons);
                    settled(cx, batch, rows).await?;
                    lines = sorted.left;
                    let mut stale = sorted.stale;
                    if !stale.is_empty() {
                        // Who is told of one number at a time looks at all of them rather than meet each in a round of its own.
                        if was_stale {
                            stale.append(&mut lines);
                        }
                        was_stale = true;
                        lines.extend(self.look_again(stale, came).await?);
                    }
                }
            }
        }
        let stale = |line: &Line| {
            let (title, location) = (line.row.display_name.clone(), line.row.location_name.clone());
            (line.row.shopify_variant_id, Reason::Stale { title, location })
        };
        came.reasons.extend(lines.iter().map(stale));
        Ok(Vec::new())
    }

    /// Looks at numbers that were not what they were thought to be, and gives those that are still to be sent.
    async fn look_again(&self, stale: Vec<Line>, came: &mut Came) -> Result<Vec<Line>, JobError> {
        let asked: BTreeSet<(i64, i64)> = stale.iter().map(|line| place(&line.row)).collect();
        let ids: BTreeSet<i64> = asked.iter().map(|(variant, _)| *variant).collect();
        let variants: Vec<variant::Model> =
            self.variants.iter().filter(|one| ids.contains(&one.shopify_variant_id)).cloned().collect();
        let plan = repair::look(self.cx, self.client, self.ground, &variants, false).await?.plan;
        let is_asked = |row: &inventory::Model| asked.contains(&place(row));
        let rows: Vec<_> = plan.rows.into_iter().filter(is_asked).collect();
        came.equal += rows.iter().filter(|row| row.error_message.is_empty()).count() as u64;
        came.reasons.extend(plan.reasons.into_iter().filter(|(variant, _)| ids.contains(variant)));
        let rows = &rows;
        self.cx.write(|tx| async move { record::put(&tx, rows).await }).await?;
        Ok(plan.lines.into_iter().filter(|line| is_asked(&line.row)).collect())
    }
}

fn place(row: &inventory::Model) -> (i64, i64) {
    (row.shopify_variant_id, row.location_id)
}

/// From when on what is sold is not in a number that was set at that time. What is there is set whatever is sold meanwhile: of
/// that it is known since it was read, and no later.
pub(super) fn said(ground: &Ground, at: Option<DateTime<Utc>>) -> Option<DateTime<Utc>> {
    at.filter(|_| ground.shop.stock_quantity_name == QuantityName::Available)
}

/// A place whose number was set at that time, by the store's clock.
pub(super) fn set_at(row: inventory::Model, at: Option<DateTime<Utc>>, now: DateTime<Utc>) -> inventory::Model {
    let said_at = at.into_iter().chain(row.said_at).max();
    inventory::Model { said_at, last_synced_on: Some(now), ..row }
}

/// A place whose number Shopify refuses. What it says of it is known no more.
fn failed(row: &inventory::Model, why: &Reason) -> inventory::Model {
    inventory::Model { said_at: None, error_message: why.to_string(), ..row.clone() }
}

/// Whether a refusal may be of any of the numbers, and the others may be fine: it names none, and is not of what all have in
/// common.
fn is_of_nobody(refused: &[Refused], count: usize) -> bool {
    const OF_ALL: [&str; 3] = ["INVALID_NAME", "INVALID_REASON", "INVALID_REFERENCE_DOCUMENT"];
    let is_of_any = |one: &Refused| {
        let is_other = matches!(&one.code, Code::Other(code) if !OF_ALL.contains(&code.as_str()));
        is_other && one.at.is_none_or(|at| at >= count)
    };
    refused.iter().all(is_of_any)
}

/// Numbers by what Shopify has against them.
struct Sorted {
    stale: Vec<Line>,
    failed: Vec<(inventory::Model, Reason)>,
    left: Vec<Line>,
}

fn sort(lines: Vec<Line>, refused: &[Refused]) -> Sorted {
    let count = lines.len();
    let mut of: HashMap<usize, &Refused> = HashMap::new();
    let mut of_all = None;
    for one in refused {
        match one.at.filter(|at| *at < count) {
            Some(at) => {
                of.entry(at).or_insert(one);
            }
            None => of_all = of_all.or(Some(one)),
        }
    }
    // Where some are named, the others are sent again: it shows whether there is anything against them.
    let of_all = of_all.filter(|_| of.is_empty());
    let mut sorted = Sorted { stale: Vec::new(), failed: Vec::new(), left: Vec::new() };
    for (at, line) in lines.into_iter().enumerate() {
        match of.get(&at).copied().or(of_all) {
            None => sorted.left.push(line),
            Some(Refused { code: Code::Stale | Code::KeyIsUsedUp | Code::UnderWay, .. }) => sorted.stale.push(line),
            Some(one) => {
                let why = reason(&line.row, one);
                sorted.failed.push((line.row, why));
            }
        }
    }
    sorted
}

fn reason(row: &inventory::Model, refused: &Refused) -> Reason {
    let (title, location) = (row.display_name.clone(), row.location_name.clone());
    match &refused.code {
        Code::NoItem => Reason::NotThere { title },
        Code::NoLocation => Reason::NoLocation { title, location },
        Code::NotMutable => Reason::NotMutable { title },
        _ => Reason::Refused { title, location, why: refused.why.clone() },
    }
}

/// Writes down what is to be sent, with its key, before it is.
async fn intend(cx: &Context, ground: &Ground, lines: &[Line]) -> Result<Model, JobError> {
    let now = cx.clock().now();
    let id = cx.random().id(now);
    let quantity = |line: &Line| Quantity {
        inventory_item_id: line.row.inventory_item_id,
        location_id: line.row.location_id,
        quantity: line.quantity,
        change_from: line.change_from,
    };
    let variables = SetVariables {
        key: id.to_string(),
        input: SetInput {
            name: ground.shop.stock_quantity_name.in_shopify().to_owned(),
            reason: REASON.to_owned(),
            reference_document_uri: format!("gid://kobling/StockSync/{}", ground.run),
            quantities: lines.iter().map(|line| (&quantity(line)).into()).collect(),
        },
    };
    let written = |value: Result<String, serde_json::Error>| value.map_err(|why| Error::Unwritable(why.to_string()));
    let places: Vec<_> = lines.iter().map(|line| line.clone().set()).map(|row| (row.id, row.shopify_stock)).collect();
    let batch = &Model {
        id,
        shop_code: ground.shop.code.clone(),
        state: State::Open,
        created_at: now,
        variables: written(serde_json::to_string(&variables))?,
        places: written(serde_json::to_string(&places))?,
    };
    let write = |tx: Tx| async move {
        batch.clone().into_active_model().insert(&tx).await?;
        Ok::<_, Error>(())
    };
    cx.write(write).await?;
    Ok(batch.clone())
}

/// Sends a batch as it is written, and once more while the store is at it.
pub(super) async fn attempt(cx: &Context, client: &Client, batch: &Model) -> Result<Told, JobError> {
    let variables: Box<RawValue> =
        serde_json::from_str(&batch.variables).map_err(|why| Error::Unwritable(why.to_string()))?;
    for at in 0..=PAUSES.len() {
        let answer = cx.send(client.run_as_written::<InventorySetQuantities>(&variables, MUTATION)).await?;
        match answer.map_err(Error::from)?.came() {
            Ok(at) => return Ok(Told::Set(at)),
            Err(refused) if refused.iter().any(|one| one.code == Code::UnderWay) => {}
            Err(refused) => return Ok(Told::Refused(refused)),
        }
        if let Some(pause) = PAUSES.get(at) {
            cx.wait(cx.clock().sleep(*pause)).await?;
        }
    }
    Ok(Told::UnderWay)
}

/// Writes down that the store has spoken, with what follows for the places.
pub(super) async fn settled(cx: &Context, batch: &Model, rows: Vec<inventory::Model>) -> Result<(), JobError> {
    let rows = &rows;
    Ok(cx.write(|tx| async move { settle(&tx, batch, rows).await }).await?)
}

/// The same in the caller's transaction.
pub(super) async fn settle(tx: &Tx, batch: &Model, rows: &[inventory::Model]) -> Result<(), Error> {
    record::put(tx, rows).await?;
    let settled = ActiveModel { id: Set(batch.id), state: Set(State::Settled), ..Default::default() };
    Entity::update(settled).exec(tx).await?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(variant: i64) -> Line {
        let row = inventory::Model {
            id: uuid::Uuid::nil(),
            shop_code: values::Code::cut("DEMO"),
            shopify_variant_id: variant,
            location_id: 1,
            shopify_product_id: 1,
            inventory_item_id: variant,
            item_number: values::Code::cut("1000"),
            variant_code: values::Code::blank(),
            uom_option_value: String::new(),
            display_name: "Shirt".into(),
            location_name: "Oslo".into(),
            shopify_stock: 5,
            shopify_committed: 0,
            shopify_on_hand: 7,
            said_at: None,
            last_synced_on: None,
            stock: 9,
            last_calculated_on: None,
            waiting: 0,
            difference: 0,
            stocked: true,
            error_message: String::new(),
        };
        Line::of(row, QuantityName::Available)
    }

    #[test]
    fn one_number_that_is_refused_takes_no_other_with_it() {
        let refused = |at, code| Refused { at, code, why: "No".into() };
        let sorted =
            sort(vec![line(1), line(2), line(3)], &[refused(Some(0), Code::Stale), refused(Some(2), Code::NoItem)]);
        assert_eq!((sorted.stale[0].row.shopify_variant_id, sorted.left[0].row.shopify_variant_id), (1, 2));
        assert_eq!(sorted.failed[0].1, Reason::NotThere { title: "Shirt".into() });
        let all = sort(vec![line(1), line(2)], &[refused(None, Code::KeyIsUsedUp)]);
        assert_eq!((all.stale.len(), all.left.len()), (2, 0));
        let other = || Code::Other("NO_DUPLICATE_INVENTORY_ITEM_ID_GROUP_ID_PAIR".into());
        let named = sort(vec![line(1), line(2)], &[refused(Some(0), Code::NoItem), refused(None, other())]);
        assert_eq!((named.failed.len(), named.left.len()), (1, 1), "what is not named is sent again");
    }

    #[test]
    fn a_refusal_of_nobody_is_one_that_names_no_number_and_is_not_of_all() {
        let refused = |at, code: &str| Refused { at, code: Code::Other(code.into()), why: "No".into() };
        assert!(is_of_nobody(&[refused(None, "NO_DUPLICATE_INVENTORY_ITEM_ID_GROUP_ID_PAIR")], 2));
        assert!(is_of_nobody(&[refused(Some(2), "")], 2), "there is no such number");
        assert!(!is_of_nobody(&[refused(Some(1), "INVALID_QUANTITY_TOO_HIGH")], 2));
        assert!(!is_of_nobody(&[refused(None, "INVALID_REASON")], 2));
        assert!(!is_of_nobody(&[Refused { code: Code::KeyIsUsedUp, ..refused(None, "") }], 2));
    }

    #[test]
    fn what_is_there_has_on_top_what_is_promised() {
        let available = line(1);
        assert_eq!((available.change_from, available.quantity), (5, 9));
        let on_hand = Line::of(available.row, QuantityName::OnHand);
        assert_eq!((on_hand.change_from, on_hand.quantity), (7, 11));
        let set = on_hand.set();
        assert_eq!((set.shopify_stock, set.shopify_on_hand, set.difference), (9, 11, 0));
    }
}
