//! What has come to the bank and what Shopify has kept, and what of that is posted.

use std::collections::HashMap;

use back_office::general_ledger::entry;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect};
use values::money::Amount;

use super::money::{Money, Without};
use super::orders::AT_ONCE;
use super::period::Period;
use super::section::{Figure, Item, Reason, RecordKind, Section, SectionKind};
use crate::payouts::PAYOUT_SOURCE;
use crate::payouts::journal::MOST_LINES;
use crate::payouts::source::{payout_of, source_id};
use crate::payouts::staged::payout;
use crate::{Error, shops};

/// The entries of the general ledger that come from payouts, by their ids in Shopify.
pub(super) type Entries = HashMap<i64, Vec<entry::Model>>;

/// The entries of these payouts.
pub(super) async fn entries(c: &impl ConnectionTrait, payouts: &[payout::Model]) -> Result<Entries, Error> {
    let mut entries = Entries::new();
    for some in payouts.chunks(AT_ONCE / MOST_LINES) {
        let ids =
            some.iter().flat_map(|one| (1..=MOST_LINES).map(move |place| source_id(one.shopify_payout_id, place)));
        let found = entry::Entity::find().filter(entry::Column::SourceId.is_in(ids));
        for one in found.filter(entry::Column::SourceKind.eq(PAYOUT_SOURCE)).all(c).await? {
            let Some(id) = payout_of(&one.source_id) else { continue };
            entries.entry(id).or_default().push(one);
        }
    }
    Ok(entries)
}

/// What the payouts of a month have brought, and cost.
pub(super) async fn payouts(
    c: &impl ConnectionTrait,
    shop: &shops::Model,
    period: &Period,
    without: &mut Without,
) -> Result<(Section, Section), Error> {
    use payout::{Column, Entity};
    let of_store = || Entity::find().filter(Column::Store.eq(shop.domain.as_str()));
    let mut payouts = of_store().filter(Column::Date.between(period.from, period.to)).all(c).await?;
    let posted: Vec<String> = entry::Entity::find()
        .select_only()
        .column(entry::Column::SourceId)
        .filter(entry::Column::PostingDate.between(period.from, period.to))
        .filter(entry::Column::SourceKind.eq(PAYOUT_SOURCE))
        .into_tuple()
        .all(c)
        .await?;
    let mut others: Vec<i64> = posted.iter().filter_map(|id| payout_of(id)).collect();
    others.retain(|id| payouts.iter().all(|payout| payout.shopify_payout_id != *id));
    others.sort_unstable();
    others.dedup();
    for some in others.chunks(AT_ONCE) {
        payouts.extend(of_store().filter(Column::ShopifyPayoutId.is_in(some.iter().copied())).all(c).await?);
    }
    payouts.sort_by_key(|payout| payout.shopify_payout_id);
    let entries = entries(c, &payouts).await?;
    let isos = payouts.iter().map(|payout| payout.currency.clone()).collect();
    let money = Money::read(c, isos, period.to, without).await?;
    let none = Vec::new();
    let entries_of = |payout: &payout::Model| entries.get(&payout.shopify_payout_id).unwrap_or(&none);
    let amount = |payout: &payout::Model| if payout.status.is_void() { Amount::ZERO } else { payout.amount };
    let kept = |payout: &payout::Model| if payout.is_emptied() { Amount::ZERO } else { -payout.fees_amount };
    let of_others = [&shop.payments_clearing_account, &shop.payment_fees_account, &shop.payout_adjustments_account];
    let deposits = payouts.iter().map(|payout| {
        let id = payout.shopify_payout_id.to_string();
        let is_deposit = |one: &&entry::Model| one.source_id == id && !of_others.contains(&&one.account_number);
        let of = entries_of(payout).iter().filter(is_deposit);
        // Without money that comes to the bank the first line is of something else. That it was sent back later takes
        // nothing from what was posted.
        let of = of.filter(|_| !payout.amount.is_zero());
        item(payout, &money, period, amount(payout), of)
    });
    let fees = payouts.iter().map(|payout| {
        let of = entries_of(payout).iter().filter(|one| one.account_number == shop.payment_fees_account);
        item(payout, &money, period, kept(payout), of)
    });
    let (deposits, fees): (Vec<Item>, Vec<Item>) = (deposits.collect(), fees.collect());
    let of_month = || payouts.iter().filter(|payout| period.has(payout.date) && !payout.is_emptied());
    let sum = |part: fn(&payout::Model) -> Amount| -> Amount {
        of_month().map(|one| money.own(&one.currency, part(one))).sum()
    };
    let parts: [(&str, Amount); 8] = [
        ("sales", sum(|one| one.sales_amount)),
        ("refunds", sum(|one| one.refunds_amount)),
        ("fees", sum(|one| one.fees_amount)),
        ("adjustments", sum(|one| one.adjustments_amount)),
        ("reserves", sum(|one| one.reserves_amount)),
        ("disputes", sum(|one| one.disputes_amount)),
        ("advances", sum(|one| one.advances_amount)),
        ("other", sum(|one| one.transfers_amount + one.other_amount + one.unexplained_amount)),
    ];
    let figures = parts.into_iter().filter(|(_, amount)| !amount.is_zero());
    let figures = figures.map(|(name, amount)| Figure { name: name.to_owned(), amount }).collect();
    Ok((Section::of(SectionKind::Payouts, figures, deposits), Section::of(SectionKind::Fees, Vec::new(), fees)))
}

fn item<'a>(
    payout: &payout::Model,
    money: &Money,
    period: &Period,
    amount: Amount,
    entries: impl Iterator<Item = &'a entry::Model>,
) -> Item {
    let entries: Vec<&entry::Model> = entries.collect();
    let posted: Amount = entries.iter().map(|one| one.amount).sum();
    let ledger: Amount = entries.iter().filter(|one| period.has(one.posting_date)).map(|one| one.amount).sum();
    // What is posted is worth what it was posted with, but for what has come to nothing.
    let worth = if entries.is_empty() || amount.is_zero() || !money.is_foreign(&payout.currency) {
        money.own(&payout.currency, amount)
    } else {
        posted
    };
    let is_of_month = period.has(payout.date);
    let shopify = if is_of_month { worth } else { Amount::ZERO };
    let reason = match (entries.is_empty(), payout.status.is_final() || payout.status.is_void()) {
        (true, false) => Reason::InTransit,
        (true, true) => Reason::PayoutNotJournalled,
        (false, _) if worth == posted || !is_of_month => Reason::OtherMonth,
        (false, _) => Reason::Differs,
    };
    Item {
        reason,
        kind: RecordKind::Payout,
        id: Some(payout.id),
        number: payout.shopify_payout_id.to_string(),
        shopify,
        ledger,
    }
}
