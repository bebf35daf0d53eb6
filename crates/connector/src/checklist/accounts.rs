//! Whether the shop card names an account for everything that its orders hold, and for its payouts.

use sea_orm::sea_query::{Expr, ExprTrait, Query, SelectStatement};
use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter, QuerySelect};
use values::money::Amount;

use super::Check;
use super::check::{Place, listed};
use super::ground::Ground;
use crate::Error;
use crate::mappings::is_paid_by_shopify;
use crate::orders::staged::{additional_fee, line, order};
use crate::payouts::scopes::lacking;
use crate::shops::options::ReturnAndRefundProcess;

pub(super) async fn check(ground: &Ground<'_>) -> Result<Check, Error> {
    let shop = ground.shop;
    let credits = shop.return_and_refund_process == ReturnAndRefundProcess::AutoCreate;
    let sold = sold(ground).await?;
    let pays_out = lacking(shop).is_none() && is_paid_by_shopify(ground.read, &shop.code).await?;
    let needed = [
        (true, &shop.shipping_charges_account, "shippingChargesAccount", "Shipping Charges Account"),
        (sold.tips, &shop.tip_account, "tipAccount", "Tip Account"),
        (sold.gift_cards, &shop.sold_gift_card_account, "soldGiftCardAccount", "Sold Gift Card Account"),
        (sold.duties, &shop.duties_account, "dutiesAccount", "Duties Account"),
        (sold.fees, &shop.additional_fees_account, "additionalFeesAccount", "Additional Fees Account"),
        (sold.rounding, &shop.cash_roundings_account, "cashRoundingsAccount", "Cash Roundings Account"),
        (credits, &shop.refund_account, "refundAccount", "Refund Account"),
        (
            credits,
            &shop.refund_account_non_restock_items,
            "refundAccountNonRestockItems",
            "Refund Acc. non-restock Items",
        ),
        (pays_out, &shop.payout_bank_account, "payoutBankAccount", "Payout Bank Account"),
        (pays_out, &shop.payments_clearing_account, "paymentsClearingAccount", "Payments Clearing Account"),
        (pays_out, &shop.payment_fees_account, "paymentFeesAccount", "Payment Fees Account"),
        (pays_out, &shop.payout_adjustments_account, "payoutAdjustmentsAccount", "Payout Adjustments Account"),
    ];
    let missing = needed.into_iter().filter(|(is_needed, number, ..)| *is_needed && number.is_blank());
    let (fields, captions): (Vec<&str>, Vec<&str>) = missing.map(|(_, _, field, caption)| (field, caption)).unzip();
    let place = Place::new("accounts", "Accounts", ground.card());
    if fields.is_empty() {
        return Ok(place.done("accountsNamed", "The shop card names every account that its orders and payouts need."));
    }
    let sentence = format!("This shop needs accounts that its card does not name: choose {}.", listed(captions));
    Ok(place.open("accountsMissing", sentence).naming("fields", fields))
}

/// What the shop's orders hold beside goods and shipping.
#[derive(Clone, Copy, Debug, Default)]
struct Sold {
    tips: bool,
    gift_cards: bool,
    duties: bool,
    fees: bool,
    rounding: bool,
}

async fn sold(ground: &Ground<'_>) -> Result<Sold, Error> {
    let read = ground.read;
    let kinds: Vec<(bool, bool)> = line::Entity::find()
        .select_only()
        .columns([line::Column::Tip, line::Column::GiftCard])
        .distinct()
        .filter(Condition::any().add(line::Column::Tip.eq(true)).add(line::Column::GiftCard.eq(true)))
        .filter(line::Column::OrderId.in_subquery(orders(ground)))
        .into_tuple()
        .all(read)
        .await?;
    let any = |condition: Condition| async move {
        let found = order::Entity::find()
            .select_only()
            .column(order::Column::Id)
            .filter(order::Column::ShopCode.eq(ground.shop.code.clone()))
            .filter(condition);
        Ok::<_, Error>(found.into_tuple::<uuid::Uuid>().one(read).await?.is_some())
    };
    let of_fees = additional_fee::Entity::find()
        .select_only()
        .column(additional_fee::Column::Id)
        .filter(additional_fee::Column::Amount.ne(Amount::ZERO))
        .filter(additional_fee::Column::OrderId.in_subquery(orders(ground)));
    let nonzero = |column: order::Column| Condition::all().add(Expr::col((order::Entity, column)).ne(Amount::ZERO));
    Ok(Sold {
        tips: kinds.iter().any(|(tip, _)| *tip),
        gift_cards: kinds.iter().any(|(tip, gift_card)| *gift_card && !tip),
        duties: any(nonzero(order::Column::DutiesAmount).add(order::Column::DutiesIncluded.eq(false))).await?,
        fees: of_fees.into_tuple::<uuid::Uuid>().one(read).await?.is_some(),
        rounding: any(nonzero(order::Column::PaymentRoundingAmount)).await?,
    })
}

/// The shop's orders, for a query.
fn orders(ground: &Ground<'_>) -> SelectStatement {
    Query::select()
        .column((order::Entity, order::Column::Id))
        .from(order::Entity)
        .and_where(order::Column::ShopCode.eq(ground.shop.code.clone()))
        .to_owned()
}
