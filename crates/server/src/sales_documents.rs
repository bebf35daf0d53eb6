//! Sales documents: released, so that they may be posted, and reopened, so that they may be changed.

use access::{Action, Area, Principal};
use axum::Extension;
use axum::extract::State;
use axum::http::{Method, StatusCode};
use axum::response::Response;
use back_office::sales::{self, DocumentType, document, header, posted};
use database::Record;
use sea_orm::{EntityTrait, ModelTrait, QuerySelect};
use utoipa::openapi::path::OperationBuilder;
use uuid::Uuid;
use values::field::Value;

use crate::api::Api;
use crate::openapi::{error, may_say_version, record, refused};
use crate::records::{IfMatch, RecordId, load, shown_in};
use crate::{App, Error};

const CHANGE: (Area, Action) = (Area::BackOffice, Action::Change);

/// What becomes of a document.
#[derive(Clone, Copy)]
enum Verb {
    Release,
    Reopen,
}

/// The documents of one set: the name of the set, and their document type.
type Kind = (&'static str, &'static str);

/// Adds the routes.
pub(crate) fn serve(api: &mut Api) {
    for verb in [Verb::Release, Verb::Reopen] {
        route::<header::Entity>(api, ("salesOrders", DocumentType::Order.caption()), verb);
        route::<document::header::Entity>(api, ("salesInvoices", posted::Kind::Invoice.caption()), verb);
        route::<document::header::Entity>(api, ("salesCreditMemos", posted::Kind::CreditMemo.caption()), verb);
    }
}

fn route<E>(api: &mut Api, kind: Kind, verb: Verb)
where
    E: Record,
    E::Model: ModelTrait<Entity = E> + Send + Sync,
{
    let (name, summary) = match verb {
        Verb::Release => ("release", "Release it: it may be posted, and not be changed any more"),
        Verb::Reopen => ("reopen", "Reopen it: it may be changed, and not be posted"),
    };
    let (set, _) = kind;
    let document = OperationBuilder::new()
        .tag(set)
        .summary(Some(summary))
        .response("200", record("The document as it is now.", set))
        .response("400", refused("BadRequest"))
        .response("409", error("It is posted."));
    let act = move |State(app): State<App>,
                    Extension(caller): Extension<Principal>,
                    RecordId(id): RecordId,
                    version: IfMatch| async move { act::<E>((&app, &caller), kind, verb, id, &version).await };
    api.route(Method::POST, &format!("/{set}/{{id}}/Kobling.{name}"), CHANGE, may_say_version(document), act);
}

async fn act<E>(
    (app, caller): (&App, &Principal),
    kind: Kind,
    verb: Verb,
    id: Uuid,
    version: &IfMatch,
) -> Result<Response, Error>
where
    E: Record,
    E::Model: ModelTrait<Entity = E> + Send + Sync,
{
    let cx = &app.context(caller);
    let write = |tx| async move {
        // What is seen of it is what is released: others wait from here on.
        let is_draft = header::Entity::find_by_id(id).lock_exclusive().one(&tx).await?.is_some();
        let document = load::<E>(&tx, id).await?;
        let is_of = E::field("documentType").map(|field| E::value(&document, field.column));
        if is_of != Some(Value::Text(kind.1.to_owned())) {
            return Err(Error::no_such_record::<E>(id));
        }
        version.check::<E>(&document)?;
        // It is in the list, and no draft: it has been posted.
        if !is_draft {
            return Err(Error::Conflict("the document is posted: it is neither released nor reopened".to_owned()));
        }
        match verb {
            Verb::Release => sales::release(&tx, id, cx).await?,
            Verb::Reopen => sales::reopen(&tx, id, cx.now).await?,
        };
        Ok::<_, Error>(())
    };
    app.db.write(write).await?;
    shown_in(app, StatusCode::OK, kind.0, id).await
}
