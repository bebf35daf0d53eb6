use access::{Action, Principal};
use axum::body::to_bytes;
use axum::extract::{RawQuery, Request, State};
use axum::http::Method;
use axum::http::header::CONTENT_TYPE;
use axum::{Extension, Json};
use utoipa::ToSchema;
use utoipa::openapi::path::{OperationBuilder, ParameterIn};
use utoipa::openapi::request_body::RequestBodyBuilder;
use utoipa::openapi::schema::{ObjectBuilder, Type};
use utoipa::openapi::{ContentBuilder, Ref, Required};

use super::file::File;
use super::list::Importing;
use super::report::Report;
use super::run::{all, import, list};
use crate::api::Api;
use crate::openapi::{json, parameter, refused};
use crate::{App, Error};

/// The largest file.
const LARGEST_FILE: usize = 16 * 1024 * 1024;
const CSV: &str = "text/csv";
const DRY_RUN: &str = "dryRun";

/// Adds a route for each list.
pub(crate) fn serve(api: &mut Api) {
    for list in all() {
        let (name, guard) = (list.name(), (list.area(), Action::Change));
        let file = ContentBuilder::new().schema(Some(ObjectBuilder::new().schema_type(Type::String).build())).build();
        let body = RequestBodyBuilder::new()
            .description(Some("The file, in UTF-8: names or captions of fields first, then a row for each record."))
            .required(Some(Required::True))
            .content(CSV, file)
            .build();
        let document = OperationBuilder::new()
            .tag(name)
            .summary(Some("Make records of the rows of a file"))
            .description(Some(
                "All of them or none. With problems the answer is 400, each of them in `details`. A field of the form as a \
                 query option holds for each row that has nothing of it, as `journalId` of the lines of a journal.",
            ))
            .parameter(parameter(
                DRY_RUN,
                ParameterIn::Query,
                Type::Boolean,
                "A trial: makes nothing, and reports every problem.",
            ))
            .request_body(Some(body))
            .response("200", json("What came of it.", Ref::from_schema_name(Report::name())))
            .response("400", refused("BadRequest"));
        let take = move |State(app): State<App>,
                         Extension(caller): Extension<Principal>,
                         RawQuery(query): RawQuery,
                         request: Request| async move {
            take(&app, &caller, name, &query.unwrap_or_default(), request).await
        };
        api.route(Method::POST, &format!("/{name}/Kobling.import"), guard, document, take);
    }
}

async fn take(app: &App, caller: &Principal, name: &str, query: &str, request: Request) -> Result<Json<Report>, Error> {
    let (dry_run, given) = asked(&*list(name)?, query)?;
    let kind = request.headers().get(CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or_default();
    if !kind.to_ascii_lowercase().starts_with(CSV) {
        return Err(Error::Body(format!("the body must be a file: send it with the header Content-Type: {CSV}")));
    }
    let bytes = to_bytes(request.into_body(), LARGEST_FILE).await.map_err(|_| {
        Error::Body("the file is larger than 16 MiB: import it in parts, or with `kobling import`".to_owned())
    })?;
    let file = File { bytes: &bytes, given: &given };
    let by = (app.access.audit(), caller);
    let report = import(&app.db, by, name, file, dry_run, app.clock.now(), &app.random).await?;
    if dry_run || report.problems.is_empty() { Ok(Json(report)) } else { Err(Error::NotImported(report)) }
}

/// Whether it is a trial, and what holds for all rows.
fn asked(list: &dyn Importing, query: &str) -> Result<(bool, Vec<(String, String)>), Error> {
    let (mut dry_run, mut given, fields) = (false, Vec::new(), list.given());
    for (name, value) in form_urlencoded::parse(query.as_bytes()) {
        if name == DRY_RUN {
            let wrong = || Error::invalid(DRY_RUN, format!("{DRY_RUN} is true or false, not '{value}'"));
            dry_run = value.parse().map_err(|_| wrong())?;
        } else if fields.iter().any(|field| *field == name) {
            given.push((name.into_owned(), value.into_owned()));
        } else {
            let message = format!("'{name}' is no query option here: there are {DRY_RUN}, {}", fields.join(", "));
            return Err(Error::invalid(&name, message));
        }
    }
    Ok((dry_run, given))
}
