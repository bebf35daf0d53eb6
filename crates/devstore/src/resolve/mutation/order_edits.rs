use std::sync::Arc;

use apollo_compiler::resolvers::ResolveInfo;

use super::super::arguments::{flag, input, int, string};
use super::super::order::OrderObject;
use super::super::order_edit::{CalculatedOrder, CalculatedShipping, EditSession, StagedDiscount};
use super::super::payload::{Part, Payload};
use super::super::session::{Resolved, Session};
use crate::mutate::{
    CustomItemInput, EditStep, UserError, VariantItemInput, order_edit_add_custom_item,
    order_edit_add_line_item_discount, order_edit_add_shipping_line, order_edit_add_variant, order_edit_begin,
    order_edit_commit, order_edit_remove_discount, order_edit_remove_shipping_line, order_edit_set_quantity,
    order_edit_update_shipping_line,
};
use crate::store::edit::Change;

/// The mutations that edit an order.
pub(super) fn answer<'a>(session: &'a Session, info: &'a ResolveInfo<'a>) -> Option<Resolved<'a>> {
    Some(match info.field_name() {
        "orderEditBegin" => begin(session, info),
        "orderEditAddVariant" => add_variant(session, info),
        "orderEditAddCustomItem" => add_custom_item(session, info),
        "orderEditSetQuantity" => set_quantity(session, info),
        "orderEditAddLineItemDiscount" => add_discount(session, info),
        "orderEditRemoveDiscount" => remove_discount(session, info),
        "orderEditAddShippingLine" => add_shipping(session, info),
        "orderEditUpdateShippingLine" => update_shipping(session, info),
        "orderEditRemoveShippingLine" => remove_shipping(session, info),
        "orderEditCommit" => commit(session, info),
        _ => return None,
    })
}

fn begin<'a>(session: &'a Session, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
    let id = string(info, "id").unwrap_or_default();
    let result = session.change(|state| order_edit_begin(state, &id));
    step(session, "OrderEditBeginPayload", result.map(|edit| EditStep { edit, part: edit })).answer()
}

fn add_variant<'a>(session: &'a Session, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
    let item = VariantItemInput {
        variant_id: string(info, "variantId").unwrap_or_default(),
        quantity: int(info, "quantity").unwrap_or_default(),
        allow_duplicates: flag(info, "allowDuplicates"),
        location_id: string(info, "locationId"),
    };
    let result = session.change(|state| order_edit_add_variant(state, &edit(info), &item));
    line_step(session, "OrderEditAddVariantPayload", result).answer()
}

fn add_custom_item<'a>(session: &'a Session, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
    let yes = |name| !info.arguments().contains_key(name) || flag(info, name);
    let item = CustomItemInput {
        title: string(info, "title").unwrap_or_default(),
        price: input(info, "price")?,
        quantity: int(info, "quantity").unwrap_or_default(),
        requires_shipping: yes("requiresShipping"),
        taxable: yes("taxable"),
        location_id: string(info, "locationId"),
    };
    let result = session.change(|state| order_edit_add_custom_item(state, &edit(info), item));
    line_step(session, "OrderEditAddCustomItemPayload", result).answer()
}

fn set_quantity<'a>(session: &'a Session, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
    let line = string(info, "lineItemId").unwrap_or_default();
    let (quantity, restock) = (int(info, "quantity").unwrap_or_default(), flag(info, "restock"));
    let result = session.change(|state| order_edit_set_quantity(state, &edit(info), &line, quantity, restock));
    line_step(session, "OrderEditSetQuantityPayload", result).answer()
}

fn add_discount<'a>(session: &'a Session, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
    let line = string(info, "lineItemId").unwrap_or_default();
    let discount = input(info, "discount")?;
    let result = session.change(|state| order_edit_add_line_item_discount(state, &edit(info), &line, discount));
    step(session, "OrderEditAddLineItemDiscountPayload", result)
        .nullable("addedDiscountStagedChange", move |step| {
            let calculated = CalculatedOrder::find(session, step.edit)?;
            let discount = calculated.after.discounts.iter().find(|discount| discount.id == step.part)?.clone();
            Some(StagedDiscount { order: calculated.after, discount })
        })
        .nullable("calculatedLineItem", move |step| {
            let calculated = CalculatedOrder::find(session, step.edit)?;
            let line = calculated.edit.changes.iter().find_map(|change| match change {
                Change::AddDiscount { line_id, discount } if discount.id == step.part => Some(*line_id),
                _ => None,
            })?;
            calculated.line(line)
        })
        .answer()
}

fn remove_discount<'a>(session: &'a Session, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
    let discount = string(info, "discountApplicationId").unwrap_or_default();
    let result = session.change(|state| order_edit_remove_discount(state, &edit(info), &discount));
    step(session, "OrderEditRemoveDiscountPayload", result).errors_are("OrderEditRemoveDiscountUserError").answer()
}

fn add_shipping<'a>(session: &'a Session, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
    let line = input(info, "shippingLine")?;
    let result = session.change(|state| order_edit_add_shipping_line(state, &edit(info), line));
    step(session, "OrderEditAddShippingLinePayload", result)
        .errors_are("OrderEditAddShippingLineUserError")
        .nullable("calculatedShippingLine", move |step| {
            let calculated = CalculatedOrder::find(session, step.edit)?;
            let line = calculated.after.shipping_lines.iter().find(|line| line.id == step.part)?.clone();
            Some(CalculatedShipping { order: Arc::clone(&calculated.after), line, added: true })
        })
        .answer()
}

fn update_shipping<'a>(session: &'a Session, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
    let id = string(info, "shippingLineId").unwrap_or_default();
    let line = input(info, "shippingLine")?;
    let result = session.change(|state| order_edit_update_shipping_line(state, &edit(info), &id, line));
    step(session, "OrderEditUpdateShippingLinePayload", result)
        .errors_are("OrderEditUpdateShippingLineUserError")
        .answer()
}

fn remove_shipping<'a>(session: &'a Session, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
    let id = string(info, "shippingLineId").unwrap_or_default();
    let result = session.change(|state| order_edit_remove_shipping_line(state, &edit(info), &id));
    step(session, "OrderEditRemoveShippingLinePayload", result)
        .errors_are("OrderEditRemoveShippingLineUserError")
        .answer()
}

fn commit<'a>(session: &'a Session, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
    let result = session.change(|state| order_edit_commit(state, &edit(info), session.now));
    Payload::of("OrderEditCommitPayload", result)
        .object("order", move |order| OrderObject { session, order: Arc::clone(order) })
        .part("successMessages", move |_| Part::Texts(vec!["Order updated".to_owned()]))
        .answer()
}

fn edit(info: &ResolveInfo<'_>) -> String {
    string(info, "id").unwrap_or_default()
}

/// A payload with the calculated order and its session.
fn step<'a>(
    session: &'a Session,
    type_name: &'static str,
    result: Result<EditStep, Vec<UserError>>,
) -> Payload<'a, EditStep> {
    Payload::of(type_name, result)
        .nullable("calculatedOrder", move |step| CalculatedOrder::find(session, step.edit))
        .object("orderEditSession", move |step| EditSession(step.edit))
}

/// The same, with the line that the step is about.
fn line_step<'a>(
    session: &'a Session,
    type_name: &'static str,
    result: Result<EditStep, Vec<UserError>>,
) -> Payload<'a, EditStep> {
    step(session, type_name, result)
        .nullable("calculatedLineItem", move |step| CalculatedOrder::find(session, step.edit)?.line(step.part))
}
