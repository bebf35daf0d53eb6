//! Orders that chance has made, the whole way: placed and changed in a store, imported, made into documents. Whatever
//! comes, a document comes to what its order costs, or the difference has a name.

mod case;
mod place;
mod told;

use std::collections::{BTreeMap, HashMap, HashSet};

use connector::orders::options::DifferenceReason;
use connector::orders::refunds::staged::refund;
use connector::orders::staged::order;
use connector::shops::options::CurrencyHandling;
use database::Engine;
use rstest::rstest;
use rust_decimal::Decimal;
use values::money::Amount;

use self::case::Case;
use self::place::place;
use self::told::{Cost, costs};
use crate::paid_back;
use crate::world::World;

/// How many orders there are on each engine, unless `KOBLING_TEST_ORDERS` says.
const ORDERS: u64 = 200;
/// The seed of the first, unless `KOBLING_TEST_SEED` says. Each has the next: the order of a seed is always the same.
const FIRST: u64 = 1;
/// As many hundredths the lines, the shipping and the fees of an order come to when each is rounded otherwise.
const MOST_ROUNDED: i64 = 12;
/// Of an order whose lines were all taken out before it was imported there is no document, and that is said.
const NOTHING_SOLD: &str = "nothing of the order is sold any more: all its lines were taken out in Shopify";
/// As many are placed before they are imported.
const AT_ONCE: usize = 50;

#[rstest]
#[tokio::test]
async fn a_document_comes_to_what_its_order_costs_or_the_difference_has_a_name(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let number = |name: &str, otherwise| std::env::var(name).map_or(otherwise, |text| text.parse().unwrap());
    let (orders, first) = (number("KOBLING_TEST_ORDERS", ORDERS), number("KOBLING_TEST_SEED", FIRST));
    let world = shop(engine).await;
    let instead = paid_back::product(&world.store, "3000", "100.00").await;
    let mut seeds: HashMap<i64, u64> = HashMap::new();
    let all: Vec<u64> = (first..first + orders).collect();
    for (at, some) in all.chunks(AT_ONCE).enumerate() {
        let handling = if at % 2 == 0 { "Shop Currency" } else { "Presentment Currency" };
        world.set(&[("currencyHandling", handling)]).await;
        for seed in some {
            let id = place(&world, *seed, &Case::of_seed(*seed), &instead).await;
            seeds.insert(id.rsplit('/').next().unwrap().parse().unwrap(), *seed);
        }
        let summary = world.sync_orders().await;
        let (failed, emptied) =
            world.skipped().await.into_iter().partition::<Vec<_>, _>(|one| one.cause != NOTHING_SOLD);
        assert_eq!((summary.skipped, failed), (0, vec![]));
        assert!(summary.failed <= emptied.len() as u64);
        world.create_sales_orders().await;
        world.advance(5);
    }
    prove(&world, &seeds, engine).await;
}

/// A shop that has an account for everything.
async fn shop(engine: Engine) -> World {
    let world = World::new(engine).await;
    for (group, percent, account) in [("EIGHT", 8, "6108"), ("FIFTEEN", 15, "6115"), ("NONE", 0, "6100")] {
        world.add_vat(group, percent, account).await;
    }
    world.add_items(&[("4000", "EIGHT"), ("5000", "FIFTEEN")]).await;
    let accounts =
        ["tipAccount", "soldGiftCardAccount", "dutiesAccount", "additionalFeesAccount", "cashRoundingsAccount"];
    world.set(&accounts.map(|account| (account, "6100"))).await;
    world.set(&[("customLineItemNumber", "3000"), ("autoCreateOrders", "true")]).await;
    let refunds = [("refundAccount", "6100"), ("refundAccountNonRestockItems", "6100")];
    world.set(&refunds).await;
    world.set(&[("returnAndRefundProcess", "Auto Create Sales Document")]).await;
    world
}

async fn prove(world: &World, seeds: &HashMap<i64, u64>, engine: Engine) {
    let (staged, (costs, paid_back)) = (world.staged().await, costs(world).await);
    assert_eq!((staged.len(), costs.len()), (seeds.len(), seeds.len()));
    let (documents, memos): (Vec<_>, Vec<_>) =
        world.sales_orders().await.into_iter().partition(|document| document.document_type.sells());
    let refunds = world.all::<refund::Entity>().await;
    let owes_more: HashSet<i64> = refunds.iter().filter(|one| owes_more(one)).map(|one| one.shopify_order_id).collect();
    let mut of_orders = HashMap::new();
    for document in &documents {
        let order: i64 = document.source_id.as_deref().unwrap().parse().unwrap();
        assert!(of_orders.insert(order, document).is_none(), "order {order} has two documents");
    }
    let (mut reasons, mut wrong): (BTreeMap<&str, usize>, Vec<String>) = Default::default();
    for order in &staged {
        let id = order.shopify_order_id;
        let seed = seeds[&id];
        let case = || format!("seed {seed} on {engine:?}: {:#?}", Case::of_seed(seed));
        let document = of_orders.remove(&id);
        if document.is_none() && costs[&id].shop.is_zero() && order.error_message.ends_with(NOTHING_SOLD) {
            *reasons.entry("without a line").or_default() += 1;
            continue;
        }
        let document = document.unwrap_or_else(|| panic!("no document: {}, {}", order.error_message, case()));
        // What is got instead of something cheaper is on no document yet: that is told of the refund.
        if !owes_more.contains(&id)
            && let Err(why) = check(order, document.amount_including_vat, costs[&id])
        {
            wrong.push(format!("{why}, {}", case()));
        }
        *reasons.entry(order.difference_reason.caption()).or_default() += 1;
    }
    assert!(of_orders.is_empty(), "documents of no order: {of_orders:?}");
    let mut of_refunds: HashMap<i64, Amount> = HashMap::new();
    for memo in &memos {
        let refund: i64 = memo.source_id.as_deref().unwrap().parse().unwrap();
        let other = of_refunds.insert(refund, memo.amount_including_vat);
        assert!(other.is_none(), "refund {refund} has two documents");
    }
    assert_eq!(refunds.len(), paid_back.len());
    for refund in &refunds {
        let order = staged.iter().find(|order| order.id == refund.order_id).unwrap();
        let memo = of_refunds.remove(&refund.shopify_refund_id);
        if let Err(why) = check_refund(order, refund, memo, paid_back[&refund.shopify_refund_id]) {
            let seed = seeds[&order.shopify_order_id];
            wrong.push(format!("{why}, seed {seed} on {engine:?}: {:#?}", Case::of_seed(seed)));
        }
    }
    assert!(of_refunds.is_empty(), "documents of no refund: {of_refunds:?}");
    assert!(wrong.is_empty(), "{} of {} are wrong:\n{}", wrong.len(), staged.len(), wrong.join("\n"));
    let agree = reasons.get("").copied().unwrap_or_default();
    assert!(
        staged.len() < AT_ONCE || agree * 4 > staged.len() * 3,
        "only {agree} of {} agree: {reasons:?}",
        staged.len()
    );
    let told: Vec<String> = reasons
        .into_iter()
        .map(|(reason, count)| if reason.is_empty() { format!("{count} agree") } else { format!("{count} {reason}") })
        .collect();
    println!("orders: {} on {engine:?}, {} documents: {}", seeds.len(), documents.len(), told.join(", "));
    let exact = refunds.iter().filter(|refund| refund.difference_reason == DifferenceReason::Blank).count();
    println!(
        "refunds: {}, {} documents, {exact} without a difference, {} where more is owed",
        refunds.len(),
        memos.len(),
        owes_more.len()
    );
}

/// Whether what the buyer gets instead costs more than what came back.
fn owes_more(refund: &refund::Model) -> bool {
    refund.difference_reason == DifferenceReason::Exchange
}

/// Says what is wrong with the document of a refund.
fn check_refund(order: &order::Model, refund: &refund::Model, memo: Option<Amount>, paid: Cost) -> Result<(), String> {
    let name = format!("refund {} of {}", refund.shopify_refund_id, order.shopify_order_number);
    let Some(memo) = memo else {
        let is_due = refund.can_create_credit_memo || !paid.shop.is_zero();
        return if is_due { Err(format!("{name} has no document: {}", refund.last_error_description)) } else { Ok(()) };
    };
    let expected = order.processed_currency_handling.pick(paid.shop, paid.presentment);
    let more = memo - expected;
    let cent = Decimal::new(1, 2);
    match refund.difference_reason {
        DifferenceReason::Exchange if more.decimal().abs() <= cent && refund.difference_amount > Amount::ZERO => Ok(()),
        DifferenceReason::Blank if more.is_zero() && refund.difference_amount.is_zero() => Ok(()),
        DifferenceReason::Rounding if refund.difference_amount == more && more.decimal().abs() <= cent => Ok(()),
        DifferenceReason::TaxSetup if refund.difference_amount == more && !more.is_zero() => Ok(()),
        reason => Err(format!(
            "{name}: {memo} is {more} more than {expected}, and not {} ('{}')",
            refund.difference_amount,
            reason.caption()
        )),
    }
}

/// Says what is wrong with the document of an order.
fn check(order: &order::Model, document: Amount, cost: Cost) -> Result<(), String> {
    let expected = match order.processed_currency_handling {
        CurrencyHandling::ShopCurrency => cost.shop,
        CurrencyHandling::PresentmentCurrency => cost.presentment,
    };
    let more = document - expected;
    if order.difference_amount != more {
        return Err(format!("{document} is {more} more than {expected}, and not {}", order.difference_amount));
    }
    let is_little = more.decimal().abs() <= Decimal::new(MOST_ROUNDED, 2);
    match order.difference_reason {
        DifferenceReason::Blank if more.is_zero() => Ok(()),
        DifferenceReason::Rounding if is_little && !more.is_zero() => Ok(()),
        DifferenceReason::TaxSetup | DifferenceReason::Fee | DifferenceReason::Discount if !more.is_zero() => Ok(()),
        reason => Err(format!("{document} is {more} more than {expected}: '{}'", reason.caption())),
    }
}
