use apollo_compiler::resolvers::ResolveInfo;

use super::super::arguments::{flag, input};
use super::super::payload::Payload;
use super::super::problem::Problem;
use super::super::product::ProductObject;
use super::super::session::{Resolved, Session};
use crate::mutate::product_set;

/// The mutations of products.
pub(super) fn answer<'a>(session: &'a Session, info: &'a ResolveInfo<'a>) -> Option<Resolved<'a>> {
    Some(match info.field_name() {
        "productSet" => set(session, info),
        _ => return None,
    })
}

fn set<'a>(session: &'a Session, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
    if info.arguments().contains_key("synchronous") && !flag(info, "synchronous") {
        let message = "The devstore runs productSet at once only: leave the argument synchronous out.";
        return Err(Problem::new("INTERNAL_SERVER_ERROR", message).into());
    }
    let identifier = input(info, "identifier")?;
    let product = input(info, "input")?;
    let result = session.change(|state| product_set(state, identifier, product, session.now));
    Payload::of("ProductSetPayload", result)
        .errors_are("ProductSetUserError")
        .object("product", move |product| ProductObject { session, product: product.clone() })
        .answer()
}
