use apollo_compiler::resolvers::ResolveInfo;

use super::super::arguments::input;
use super::super::customer::CustomerObject;
use super::super::payload::Payload;
use super::super::session::{Resolved, Session};
use crate::mutate::customer_create;

/// The mutations of customers.
pub(super) fn answer<'a>(session: &'a Session, info: &'a ResolveInfo<'a>) -> Option<Resolved<'a>> {
    Some(match info.field_name() {
        "customerCreate" => create(session, info),
        _ => return None,
    })
}

fn create<'a>(session: &'a Session, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
    let customer = input(info, "input")?;
    let result = session.change(|state| customer_create(state, customer, session.now));
    Payload::of("CustomerCreatePayload", result)
        .object("customer", move |customer| CustomerObject { session, customer: customer.clone() })
        .answer()
}
