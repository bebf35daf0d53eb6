//! What Shopify says becomes rows. Pure.

use chrono_tz::Tz;
use shopify::documents::payouts::{BalanceTransaction, Payout};
use uuid::Uuid;
use values::Code;
use values::money::Amount;

use crate::orders::import::{Invalid, amount, cut, number, option};
use crate::payouts::options::{PayoutDirection, SplitSource};
use crate::payouts::staged::{payout, transaction};
use crate::payouts::types;
use crate::shops;

/// Whose records they are.
pub(super) struct Whose<'a> {
    pub shop: &'a shops::Model,
    pub zone: Tz,
}

/// A balance transaction.
///
/// # Errors
/// An amount that can't be kept.
pub(super) fn transaction(
    whose: &Whose<'_>,
    id: Uuid,
    said: &BalanceTransaction,
) -> Result<transaction::Model, Invalid> {
    let kind = cut(&said.kind.0, 100);
    let order = said.associated_order.as_ref();
    Ok(transaction::Model {
        id,
        shopify_transaction_id: number(&said.id),
        store: whose.shop.domain.clone(),
        shop_code: whose.shop.code.clone(),
        description: types::label(&kind),
        part: types::group(&kind),
        kind,
        test: said.test,
        shopify_payout_id: said.associated_payout.id.as_ref().map_or(0, number),
        payout_status: said.associated_payout.status.as_ref().map(|status| cut(&status.0, 50)).unwrap_or_default(),
        currency: Code::cut(&said.amount.currency_code.0),
        amount: amount("amount", said.amount.amount)?,
        fee: amount("fee", said.fee.amount)?,
        net_amount: amount("net", said.net.amount)?,
        source_id: said.source_id.map(|id| id.0).unwrap_or_default(),
        source_type: said.source_type.as_ref().map(|kind| cut(&kind.0, 50)).unwrap_or_default(),
        source_order_transaction_id: said.source_order_transaction_id.map(|id| id.0).unwrap_or_default(),
        source_order_id: order.map(|order| number(&order.id)).unwrap_or_default(),
        shopify_order_number: order.map(|order| cut(&order.name, 50)).unwrap_or_default(),
        adjustment_reason: said.adjustment_reason.as_ref().map(|reason| cut(reason, 250)).unwrap_or_default(),
        processed_at: said.transaction_date,
    })
}

/// A payout that is not split yet.
///
/// # Errors
/// An amount that can't be kept.
pub(super) fn payout(whose: &Whose<'_>, id: Uuid, said: &Payout) -> Result<payout::Model, Invalid> {
    let (sum, nothing) = (&said.summary, Amount::ZERO);
    let direction: PayoutDirection = option(&said.transaction_type);
    let net = amount("net", said.net.amount)?;
    // What goes from the bank is told with either sign.
    let is_told_without_sign = direction == PayoutDirection::Withdrawal && net > nothing;
    Ok(payout::Model {
        id,
        shopify_payout_id: number(&said.id),
        store: whose.shop.domain.clone(),
        shop_code: whose.shop.code.clone(),
        status: option(&said.status),
        direction,
        issued_at: said.issued_at,
        date: said.issued_at.with_timezone(&whose.zone).date_naive(),
        currency: Code::cut(&said.net.currency_code.0),
        amount: if is_told_without_sign { -net } else { net },
        external_trace_id: said.external_trace_id.as_ref().map(|id| cut(id, 250)).unwrap_or_default(),
        sales_amount: nothing,
        refunds_amount: nothing,
        fees_amount: nothing,
        adjustments_amount: nothing,
        reserves_amount: nothing,
        disputes_amount: nothing,
        advances_amount: nothing,
        transfers_amount: nothing,
        other_amount: nothing,
        unexplained_amount: nothing,
        split_source: SplitSource::Incomplete,
        transactions_amount: nothing,
        number_of_transactions: 0,
        adjustments_fee: amount("summary.adjustmentsFee", sum.adjustments_fee.amount)?,
        adjustments_gross: amount("summary.adjustmentsGross", sum.adjustments_gross.amount)?,
        advance_fees: amount("summary.advanceFees", sum.advance_fees.amount)?,
        advance_gross: amount("summary.advanceGross", sum.advance_gross.amount)?,
        charges_fee: amount("summary.chargesFee", sum.charges_fee.amount)?,
        charges_gross: amount("summary.chargesGross", sum.charges_gross.amount)?,
        refunds_fee: amount("summary.refundsFee", sum.refunds_fee.amount)?,
        refunds_gross: amount("summary.refundsFeeGross", sum.refunds_fee_gross.amount)?,
        reserved_funds_fee: amount("summary.reservedFundsFee", sum.reserved_funds_fee.amount)?,
        reserved_funds_gross: amount("summary.reservedFundsGross", sum.reserved_funds_gross.amount)?,
        retried_payouts_fee: amount("summary.retriedPayoutsFee", sum.retried_payouts_fee.amount)?,
        retried_payouts_gross: amount("summary.retriedPayoutsGross", sum.retried_payouts_gross.amount)?,
        usdc_rebate_credit_amount: amount("summary.usdcRebateCreditAmount", sum.usdc_rebate_credit_amount.amount)?,
        journal_document_number: Code::blank(),
    })
}
