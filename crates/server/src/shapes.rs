use utoipa::openapi::{RefOr, Schema};
use utoipa::{PartialSchema, ToSchema};

use crate::{
    cues, customers, entries, entry_change, first_start, items, preview, request_pages, session, shopify_orders, shops,
    tokens, users,
};

fn shape<T: ToSchema + PartialSchema>() -> (String, RefOr<Schema>) {
    (T::name().into_owned(), T::schema())
}

/// The bodies that are not records, by name, for the description of the API.
pub(crate) fn all() -> Vec<(String, RefOr<Schema>)> {
    vec![
        shape::<shops::NewShopBody>(),
        shape::<shops::Connection>(),
        shape::<shops::SyncBody>(),
        shape::<shops::StartedBody>(),
        shape::<shops::TestBody>(),
        shape::<shopify_orders::ChosenOrders>(),
        shape::<customers::CustomerBody>(),
        shape::<items::ItemBody>(),
        shape::<entries::NewJobQueueEntry>(),
        entry_change::shape(),
        shape::<preview::RunsBody>(),
        shape::<request_pages::CountBody>(),
        shape::<request_pages::CountsBody>(),
        shape::<request_pages::TableCount>(),
        shape::<request_pages::ObjectsBody>(),
        shape::<cues::CuesBody>(),
        shape::<cues::CueBody>(),
        shape::<users::NewUserBody>(),
        shape::<users::UserChange>(),
        shape::<tokens::NewTokenBody>(),
        shape::<tokens::MadeToken>(),
        shape::<session::SignIn>(),
        shape::<session::Session>(),
        shape::<session::SessionUser>(),
        shape::<session::SessionCompany>(),
        shape::<first_start::FirstStartState>(),
        shape::<first_start::FirstStartBody>(),
    ]
}
