//! What Shopify still owes, and the account on which payments wait.
//!
//! Of every transaction a part goes over the clearing account, its *content*: what was sold, paid back, held back, and what came
//! back. Fees and the rest are posted with the payout. So both sides differ by what of orders is not posted, by payouts that
//! are not, by the fees of what is not paid out yet, by what is held back, and by what else was posted there; by nothing else.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use back_office::general_journal::AccountType;
use back_office::payment_methods;
use chrono::NaiveDate;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use uuid::Uuid;
use values::Code;
use values::money::Amount;

use super::ledger::Ledger;
use super::money::{Money, Without};
use super::orders::{AT_ONCE, Standing};
use super::period::Period;
use super::section::{Figure, Item, Reason, RecordKind, Section, SectionKind};
use crate::mappings::payment_method;
use crate::orders::staged::order;
use crate::payouts::GATEWAY;
use crate::payouts::options::{Group, SplitSource};
use crate::payouts::staged::{payout, transaction};
use crate::payouts::types::PAYOUTS;
use crate::{Error, shops};

/// The clearing account at the end of a month; `None` where nobody has said which one it is.
pub(super) async fn clearing(
    c: &impl ConnectionTrait,
    shop: &shops::Model,
    period: &Period,
    without: &mut Without,
) -> Result<Option<Section>, Error> {
    let accounts = accounts(c, shop).await?;
    if accounts.is_empty() {
        return Ok(None);
    }
    let balance = Balance::read(c, shop, period, without).await?;
    let ledger = Ledger::read(c, &accounts, period.to).await?;
    let mut items = balance.payouts(&ledger);
    items.extend(balance.rest());
    items.extend(orders(c, shop, &balance, &ledger).await?);
    let figures = [("stillToBePaidOut", balance.open), ("inTransit", balance.in_transit), ("heldBack", -balance.held)];
    let figures = figures.into_iter().map(|(name, amount)| Figure { name: name.to_owned(), amount }).collect();
    Ok(Some(Section::between(SectionKind::Clearing, (balance.open, ledger.balance), figures, items)))
}

/// The accounts on which payments by Shopify Payments wait: that of the card, and those of the payment methods to which they are
/// mapped.
async fn accounts(c: &impl ConnectionTrait, shop: &shops::Model) -> Result<Vec<Code<20>>, Error> {
    use payment_method::{Column, Entity};
    let mapped = Entity::find().filter(Column::ShopCode.eq(shop.code.clone())).filter(Column::Gateway.eq(GATEWAY));
    let methods: BTreeSet<Code<10>> = mapped.all(c).await?.into_iter().map(|one| one.payment_method_code).collect();
    let methods = payment_methods::Entity::find().filter(payment_methods::Column::Code.is_in(methods)).all(c).await?;
    let of_methods = methods
        .into_iter()
        .filter(|method| method.balancing_account_type == AccountType::General)
        .map(|method| method.balancing_account_number);
    let all: BTreeSet<Code<20>> = of_methods.chain([shop.payments_clearing_account.clone()]).collect();
    Ok(all.into_iter().filter(|account| !account.is_blank()).collect())
}

/// What Shopify says at the end of the month, in the company's own currency.
#[derive(Debug, Default)]
struct Balance {
    /// What is in no payout by then.
    open: Amount,
    /// What payouts that are on their way bring.
    in_transit: Amount,
    /// What is held back: negative.
    held: Amount,
    /// Payouts that came back.
    came_back: Amount,
    /// What Shopify will keep, and whatever else is posted with payouts that have not come by then.
    to_come: Amount,
    /// The content of payments, by order.
    orders: BTreeMap<i64, Amount>,
    /// The content of payouts that have come by then.
    contents: HashMap<i64, Amount>,
    payouts: Vec<(payout::Model, Amount)>,
    /// The public ids of all payouts of the store.
    ids: HashMap<i64, Uuid>,
    is_foreign: bool,
}

/// What is read of a transaction.
type Told = (i64, Group, Code<10>, Amount, Amount, i64, String);

impl Balance {
    async fn read(
        c: &impl ConnectionTrait,
        shop: &shops::Model,
        period: &Period,
        without: &mut Without,
    ) -> Result<Self, Error> {
        use transaction::{Column, Entity};
        let payouts = payout::Entity::find().filter(payout::Column::Store.eq(shop.domain.as_str()));
        let payouts = payouts.order_by_asc(payout::Column::ShopifyPayoutId).all(c).await?;
        let begun = begun(c, shop).await?;
        // What was paid out before the first order that is here was posted elsewhere.
        let is_before = |payout: &payout::Model| begun.is_some_and(|begun| payout.date < begun);
        let before: BTreeSet<i64> =
            payouts.iter().filter(|one| is_before(one)).map(|one| one.shopify_payout_id).collect();
        let come: BTreeSet<i64> =
            payouts.iter().filter(|one| one.date <= period.to).map(|one| one.shopify_payout_id).collect();
        let told: Vec<Told> = Entity::find()
            .select_only()
            .columns([
                Column::SourceOrderId,
                Column::Part,
                Column::Currency,
                Column::Amount,
                Column::Fee,
                Column::ShopifyPayoutId,
                Column::Kind,
            ])
            .filter(Column::Store.eq(shop.domain.as_str()))
            .filter(Column::Test.eq(false))
            .filter(Column::ProcessedAt.lt(period.ends()))
            .into_tuple()
            .all(c)
            .await?;
        let isos: BTreeSet<Code<10>> = told.iter().map(|one| one.2.clone()).collect();
        let isos = isos.into_iter().collect();
        let money = Money::read(c, isos, period.to, without).await?;
        let ids = payouts.iter().map(|one| (one.shopify_payout_id, one.id)).collect();
        let mut balance = Self { ids, ..Self::default() };
        let moved = told.iter().filter(|one| !before.contains(&one.5) && !PAYOUTS.contains(&one.6.as_str()));
        for (order, part, iso, amount, fee, payout, _) in moved {
            balance.is_foreign |= money.is_foreign(iso);
            let (amount, fee) = (money.own(iso, *amount), money.own(iso, *fee));
            let content = match part {
                Group::Sales | Group::Refunds | Group::Reserves | Group::Transfers => amount,
                _ => Amount::ZERO,
            };
            match part {
                Group::Reserves => balance.held += content,
                Group::Transfers => balance.came_back += content,
                _ if content.is_zero() => {}
                _ => *balance.orders.entry(*order).or_default() += content,
            }
            if come.contains(payout) {
                *balance.contents.entry(*payout).or_default() += content;
            } else {
                balance.open += amount - fee;
                balance.to_come += amount - fee - content;
            }
        }
        let here = payouts.into_iter().filter(|one| come.contains(&one.shopify_payout_id) && !is_before(one));
        let valued = here.map(|one| {
            let amount = money.own(&one.currency, one.amount);
            (one, amount)
        });
        balance.payouts = valued.collect();
        let on_their_way = balance.payouts.iter().filter(|(one, _)| !one.status.is_final() && !one.status.is_void());
        balance.in_transit = on_their_way.map(|(_, amount)| *amount).sum();
        Ok(balance)
    }

    /// Why amounts differ of which all is posted: in another currency they are worth something else by now.
    fn differs(&self) -> Reason {
        if self.is_foreign { Reason::ExchangeRates } else { Reason::Differs }
    }

    /// What a payout that has come should have taken off the account. Of one that came back that is only what Shopify has
    /// kept; where its transactions are in another payout, nothing.
    fn taken(&self, payout: &payout::Model, amount: Amount) -> Amount {
        match self.contents.get(&payout.shopify_payout_id) {
            Some(content) if payout.status.is_void() => *content - amount,
            content => content.copied().unwrap_or_default(),
        }
    }

    /// Whether a payout that came back is posted as if it had not: that no rate explains.
    fn is_posted_whole(&self, payout: &payout::Model, amount: Amount, posted: Amount) -> bool {
        if !payout.status.is_void() {
            return false;
        }
        let off = |taken: Amount| (posted + taken).decimal().abs();
        let content = self.contents.get(&payout.shopify_payout_id);
        content.is_none_or(|content| off(*content) < off(*content - amount))
    }

    /// The payouts that have come, each with what it should have taken off the account, and what it has; and what payouts
    /// have taken off it that are not of this store, or not of this time.
    fn payouts(&self, ledger: &Ledger) -> Vec<Item> {
        let item = |(payout, amount): &(payout::Model, Amount)| {
            let id = payout.shopify_payout_id;
            let posted = ledger.payouts.get(&id).copied();
            let reason = match posted {
                None if payout.status.is_final() || payout.status.is_void() => Reason::PayoutNotJournalled,
                None => Reason::InTransit,
                Some(_) if payout.split_source != SplitSource::Transactions && !payout.is_emptied() => {
                    Reason::MissingTransactions
                }
                Some(posted) if self.is_posted_whole(payout, *amount, posted) => Reason::Differs,
                Some(_) => self.differs(),
            };
            Item {
                reason,
                kind: RecordKind::Payout,
                id: Some(payout.id),
                number: id.to_string(),
                shopify: -self.taken(payout, *amount),
                ledger: posted.unwrap_or_default(),
            }
        };
        let here: BTreeSet<i64> = self.payouts.iter().map(|(payout, _)| payout.shopify_payout_id).collect();
        let elsewhere: BTreeMap<i64, Amount> =
            ledger.payouts.iter().filter(|(id, _)| !here.contains(id)).map(|(id, amount)| (*id, *amount)).collect();
        let other = |(id, amount): (i64, Amount)| Item {
            reason: Reason::OtherEntries,
            kind: RecordKind::Payout,
            id: self.ids.get(&id).copied(),
            number: id.to_string(),
            shopify: Amount::ZERO,
            ledger: amount,
        };
        self.payouts.iter().map(item).chain(elsewhere.into_iter().map(other)).collect()
    }

    /// What is neither an order nor a payout.
    fn rest(&self) -> Vec<Item> {
        let is_void =
            |payout: &payout::Model| payout.status.is_void() && self.contents.contains_key(&payout.shopify_payout_id);
        let void = self.payouts.iter().filter(|(payout, _)| is_void(payout));
        let void: Amount = void.map(|(_, amount)| *amount).sum();
        let of = |reason, shopify, ledger| Item { reason, shopify, ledger, ..Item::default() };
        vec![
            of(Reason::FeesToCome, self.to_come, Amount::ZERO),
            of(Reason::HeldBack, self.held, Amount::ZERO),
            of(Reason::CameBack, self.came_back, void),
        ]
    }
}

/// The day of the first order that is here.
async fn begun(c: &impl ConnectionTrait, shop: &shops::Model) -> Result<Option<NaiveDate>, Error> {
    use order::{Column, Entity};
    let first =
        Entity::find().select_only().column(Column::DocumentDate).filter(Column::Store.eq(shop.domain.as_str()));
    Ok(first.order_by_asc(Column::DocumentDate).into_tuple().one(c).await?)
}

/// The orders of which both sides say something else, and what comes from elsewhere.
async fn orders(
    c: &impl ConnectionTrait,
    shop: &shops::Model,
    balance: &Balance,
    ledger: &Ledger,
) -> Result<Vec<Item>, Error> {
    let all: BTreeSet<i64> = balance.orders.keys().chain(ledger.orders.keys()).copied().collect();
    let sides = |id: &i64| {
        let of = |side: Option<&Amount>| side.copied().unwrap_or_default();
        (of(balance.orders.get(id)), of(ledger.orders.get(id)))
    };
    let differing: Vec<i64> = all
        .into_iter()
        .filter(|id| {
            let (told, posted) = sides(id);
            told != posted
        })
        .collect();
    let mut staged = HashMap::new();
    for some in differing.chunks(AT_ONCE) {
        let found = order::Entity::find().filter(order::Column::ShopifyOrderId.is_in(some.iter().copied()));
        let found = found.filter(order::Column::Store.eq(shop.domain.as_str())).all(c).await?;
        staged.extend(found.into_iter().map(|order| (order.shopify_order_id, order)));
    }
    let standing = Standing::read(c, &differing).await?;
    let item = |id: &i64| {
        let (shopify, posted) = sides(id);
        let order = staged.get(id);
        let reason = match order {
            None if posted.is_zero() => Reason::NotHere,
            None => Reason::OtherEntries,
            Some(_) if shopify.is_zero() => Reason::OtherGateway,
            Some(order) => match standing.against(order) {
                Some(reason) => reason,
                None if posted.is_zero() => Reason::NotJournalled,
                None => balance.differs(),
            },
        };
        let number = order.map_or_else(
            || if *id == 0 { String::new() } else { id.to_string() },
            |one| one.shopify_order_number.clone(),
        );
        Item { reason, kind: RecordKind::Order, id: order.map(|one| one.id), number, shopify, ledger: posted }
    };
    let other = |(document, amount): (&Code<20>, &Amount)| Item {
        reason: Reason::OtherEntries,
        kind: RecordKind::Document,
        id: None,
        number: document.to_string(),
        shopify: Amount::ZERO,
        ledger: *amount,
    };
    Ok(differing.iter().map(item).chain(ledger.others.iter().map(other)).collect())
}
