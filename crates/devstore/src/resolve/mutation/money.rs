use apollo_compiler::resolvers::ResolveInfo;
use chrono::{DateTime, Utc};

use super::super::arguments::{input, string};
use super::super::order::OrderObject;
use super::super::payload::Payload;
use super::super::problem::Problem;
use super::super::refund::RefundObject;
use super::super::session::{Resolved, Session};
use super::super::transaction::TransactionObject;
use crate::mutate::{
    CaptureInput, ManualPaymentInput, RefundInput, order_capture, order_create_manual_payment, refund_create,
    transaction_void,
};

/// The mutations of payments and refunds.
pub(super) fn answer<'a>(session: &'a Session, info: &'a ResolveInfo<'a>) -> Option<Resolved<'a>> {
    Some(match info.field_name() {
        "orderCapture" => capture(session, info),
        "transactionVoid" => void(session, info),
        "orderCreateManualPayment" => pay_manually(session, info),
        "refundCreate" => refund(session, info),
        _ => return None,
    })
}

fn capture<'a>(session: &'a Session, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
    let input: CaptureInput = input(info, "input")?;
    let result = session.change(|state| order_capture(state, &input, session.now));
    Payload::of("OrderCapturePayload", result)
        .nullable("transaction", move |id| TransactionObject::find(session, *id))
        .answer()
}

fn void<'a>(session: &'a Session, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
    let id = string(info, "parentTransactionId").unwrap_or_default();
    let result = session.change(|state| transaction_void(state, &id, session.now));
    Payload::of("TransactionVoidPayload", result)
        .errors_are("TransactionVoidUserError")
        .nullable("transaction", move |id| TransactionObject::find(session, *id))
        .answer()
}

fn pay_manually<'a>(session: &'a Session, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
    let processed_at = string(info, "processedAt").map(|time| time.parse::<DateTime<Utc>>()).transpose();
    let payment = ManualPaymentInput {
        id: string(info, "id").unwrap_or_default(),
        amount: input(info, "amount")?,
        payment_method_name: string(info, "paymentMethodName"),
        processed_at: processed_at.map_err(|_| Problem::bad_request("processedAt is not a time"))?,
    };
    let result = session.change(|state| order_create_manual_payment(state, payment, session.now));
    Payload::of("OrderCreateManualPaymentPayload", result)
        .errors_are("OrderCreateManualPaymentOrderCreateManualPaymentError")
        .object("order", move |order| OrderObject { session, order: order.clone() })
        .answer()
}

fn refund<'a>(session: &'a Session, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
    let input: RefundInput = input(info, "input")?;
    let result = session.change(|state| refund_create(state, &input, session.now));
    Payload::of("RefundCreatePayload", result)
        .nullable("refund", move |id| RefundObject::find(session, *id))
        .nullable("order", move |id| {
            let order = session.order_of(*id)?;
            Some(OrderObject { session, order })
        })
        .answer()
}
