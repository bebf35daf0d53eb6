use apollo_compiler::resolvers::ResolveInfo;

use super::super::arguments::{exactly, string};
use super::super::catalogs::PublicationObject;
use super::super::payload::Payload;
use super::super::product::ProductObject;
use super::super::session::{Resolved, Session};
use super::super::shop::ShopObject;
use crate::mutate::{UserError, publication_create, publication_update, publishable_publish, publishable_unpublish};

/// The mutations of what is sold where.
pub(super) fn answer<'a>(session: &'a Session, info: &'a ResolveInfo<'a>) -> Option<Resolved<'a>> {
    let id = || string(info, "id").unwrap_or_default();
    Some(match info.field_name() {
        "publicationCreate" => exactly(info, "input").and_then(|input| {
            let result = session.change(|state| publication_create(state, &input, session.now));
            publication(session, Payload::of("PublicationCreatePayload", result))
        }),
        "publicationUpdate" => exactly(info, "input").and_then(|input| {
            let result = session.change(|state| publication_update(state, &id(), &input, session.now));
            publication(session, Payload::of("PublicationUpdatePayload", result))
        }),
        "publishablePublish" => exactly::<Vec<_>>(info, "input").and_then(|inputs| {
            let result = session.change(|state| publishable_publish(state, &id(), &inputs, session.now));
            publishable(session, "PublishablePublishPayload", result)
        }),
        "publishableUnpublish" => exactly::<Vec<_>>(info, "input").and_then(|inputs| {
            let result = session.change(|state| publishable_unpublish(state, &id(), &inputs));
            publishable(session, "PublishableUnpublishPayload", result)
        }),
        _ => return None,
    })
}

fn publication<'a>(session: &'a Session, payload: Payload<'a, u64>) -> Resolved<'a> {
    payload
        .errors_are("PublicationUserError")
        .nullable("publication", move |id| PublicationObject::find(session, *id))
        .answer()
}

/// The shop is told whatever has come of it.
fn publishable<'a>(session: &'a Session, type_name: &'static str, result: Result<u64, Vec<UserError>>) -> Resolved<'a> {
    let (product, errors) = result.map_or_else(|errors| (None, errors), |product| (Some(product), Vec::new()));
    Payload::with(type_name, Some(product), errors)
        .nullable("publishable", move |product| {
            product.and_then(|id| session.product(id)).map(|product| ProductObject { session, product })
        })
        .object("shop", move |_| ShopObject(session.shop(), session.now))
        .answer()
}
