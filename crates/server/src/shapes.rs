use utoipa::openapi::{RefOr, Schema};
use utoipa::{PartialSchema, ToSchema};

use crate::{
    connections, consent, cues, customers, entries, first_start, imports, items, journals, questions, queue,
    request_pages, session, shop_version, shopify_log, shopify_orders, shops, tokens, users, webhook_secret,
};

fn shape<T: ToSchema + PartialSchema>() -> (String, RefOr<Schema>) {
    (T::name().into_owned(), T::schema())
}

/// The bodies that are not records, by name, for the description of the API.
pub(crate) fn all() -> Vec<(String, RefOr<Schema>)> {
    vec![
        shape::<connections::NewShopBody>(),
        shape::<connections::Connection>(),
        shape::<shops::SyncBody>(),
        shape::<shops::StartedBody>(),
        shape::<connections::TestBody>(),
        shape::<connections::CapabilityBody>(),
        shape::<consent::AuthorizationBody>(),
        shape::<webhook_secret::WebhookSecret>(),
        shape::<shopify_orders::ChosenOrders>(),
        shape::<shopify_log::ReviewedBody>(),
        shape::<shop_version::ApiVersionsBody>(),
        shape::<shop_version::ApiVersionBody>(),
        shape::<customers::CustomerBody>(),
        shape::<items::ItemBody>(),
        shape::<imports::Report>(),
        shape::<imports::Problem>(),
        shape::<entries::NewJobQueueEntry>(),
        entries::shape(),
        shape::<entries::RunsBody>(),
        shape::<entries::CancelBody>(),
        shape::<entries::PriorityBody>(),
        shape::<entries::RemoveFailedBody>(),
        shape::<entries::RemovedBody>(),
        shape::<queue::NewCategory>(),
        shape::<queue::CategoryChange>(),
        shape::<queue::LinesBody>(),
        shape::<queue::LineBody>(),
        shape::<queue::LineHolder>(),
        shape::<queue::LineWaiting>(),
        shape::<queue::SetupChange>(),
        shape::<queue::NewAdministrator>(),
        shape::<queue::FailuresBody>(),
        shape::<queue::OnlyFailure>(),
        shape::<queue::DeleteOlderBody>(),
        shape::<queue::DeletedBody>(),
        shape::<queue::ScheduledJobsBody>(),
        shape::<queue::ScheduledJob>(),
        shape::<request_pages::CountBody>(),
        shape::<request_pages::CountsBody>(),
        shape::<request_pages::TableCount>(),
        shape::<request_pages::ObjectsBody>(),
        shape::<cues::CuesBody>(),
        shape::<cues::CueBody>(),
        shape::<journals::JournalLineBody>(),
        shape::<journals::PostedJournalBody>(),
        shape::<questions::FoundEntries>(),
        shape::<questions::FoundIn>(),
        shape::<questions::VatStatement>(),
        shape::<questions::VatStatementLine>(),
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
