//! Sessions: people sign in, are told who they are, and sign out.

use access::{NewSession, Principal};
use axum::extract::State;
use axum::http::{HeaderMap, Method, StatusCode};
use axum::response::{IntoResponse, Response};
use axum::{Extension, Json};
use back_office::company;
use chrono::NaiveDate;
use database::Read;
use secrecy::{ExposeSecret, SecretString};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa::openapi::Ref;
use utoipa::openapi::path::OperationBuilder;
use uuid::Uuid;

use crate::api::{Api, Guard};
use crate::body::Body;
use crate::openapi::{body, empty, error, json, refused};
use crate::permission_sets::in_short;
use crate::{App, Error, cookie};

const TAG: &str = "session";
const PATH: &str = "/session";

/// With what someone signs in: a user name and a password, or a ticket.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct SignIn {
    /// The name of the user.
    user_name: Option<String>,
    /// The password.
    #[schema(value_type = Option<String>, format = Password)]
    password: Option<SecretString>,
    /// A ticket, which signs in once in place of both.
    #[schema(value_type = Option<String>, format = Password)]
    ticket: Option<SecretString>,
}

/// Who is signed in, and where.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Session {
    /// Who.
    user: SessionUser,
    /// The caption of the user's permission set.
    permission_set: String,
    /// All that the user may do, as `JobQueue.Change`.
    permissions: Vec<String>,
    /// Whose books these are.
    company: Option<SessionCompany>,
    /// The version of the program.
    version: &'static str,
    /// Today, where the company is.
    work_date: NaiveDate,
}

/// Someone who is signed in.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct SessionUser {
    /// The record at `users`.
    id: Uuid,
    /// The name to sign in with.
    user_name: String,
    /// The name of the person.
    full_name: String,
}

/// Whose books these are.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct SessionCompany {
    /// Its name.
    name: String,
    /// Its own currency.
    currency_code: String,
    /// The zone in which its days begin.
    time_zone: String,
}

/// Adds the routes.
pub(crate) fn serve(api: &mut Api) {
    let shape = || json("Who is signed in.", Ref::from_schema_name(Session::name()));
    let document = OperationBuilder::new().tag(TAG).summary(Some("Who is signed in")).response("200", shape());
    api.route(Method::GET, PATH, Guard::Anyone, document, read);

    let document = OperationBuilder::new()
        .tag(TAG)
        .summary(Some("Sign in"))
        .description(Some("Sets a cookie. After five wrong passwords for a user the next have to wait."))
        .request_body(Some(body::<SignIn>("A user name and a password, or a ticket.")))
        .response("200", shape())
        .response("400", refused("BadRequest"))
        .response("401", error("The user name or the password is wrong."))
        .response("429", error("Too many wrong passwords: the header Retry-After says for how long."));
    api.route(Method::POST, PATH, Guard::Public, document, sign_in);

    let document = OperationBuilder::new()
        .tag(TAG)
        .summary(Some("Sign out"))
        .response("204", empty("Whoever it was is signed out."));
    api.route(Method::DELETE, PATH, Guard::Public, document, sign_out);
}

async fn read(State(app): State<App>, Extension(caller): Extension<Principal>) -> Result<Json<Session>, Error> {
    Ok(Json(of(&app, &caller).await?))
}

async fn sign_in(State(app): State<App>, Body(with): Body<SignIn>) -> Result<Response, Error> {
    let caller = match (with.user_name, with.password, with.ticket) {
        (None, None, Some(ticket)) => app.access.redeem_ticket(ticket.expose_secret()).await?,
        (Some(user_name), Some(password), None) => app.access.sign_in(&user_name, &password).await?,
        (None, _, None) => return Err(Error::invalid("userName", "userName is missing: give it with the password")),
        (Some(_), None, None) => return Err(Error::invalid("password", "password is missing")),
        _ => return Err(Error::invalid("ticket", "a ticket comes alone, without userName and password")),
    };
    let (access, by) = (&app.access, &caller);
    let session = app.db.write(|tx| async move { access.begin_session(&tx, by).await }).await?;
    begun(&app, StatusCode::OK, &caller, &session).await
}

async fn sign_out(State(app): State<App>, headers: HeaderMap) -> Result<Response, Error> {
    if let Some(session) = cookie::find(&headers, &cookie::SESSION) {
        let access = &app.access;
        app.db.write(|tx| async move { access.end_session(&tx, session).await }).await?;
    }
    let mut response = StatusCode::NO_CONTENT.into_response();
    cookie::forget(&app, &mut response, &cookie::SESSION);
    Ok(response)
}

/// Answers with a session that has just begun.
pub(crate) async fn begun(
    app: &App,
    status: StatusCode,
    caller: &Principal,
    session: &NewSession,
) -> Result<Response, Error> {
    let mut response = (status, Json(of(app, caller).await?)).into_response();
    cookie::keep(app, &mut response, &cookie::SESSION, session.expose(), session.expires_at);
    Ok(response)
}

async fn of(app: &App, caller: &Principal) -> Result<Session, Error> {
    let access = &app.access;
    let read = |r: Read| async move {
        let user = access.user(&r, &caller.user_name).await?;
        match company::read(&r).await {
            Ok(company) => Ok((user, Some(company))),
            Err(back_office::Error::NoCompany) => Ok((user, None)),
            Err(error) => Err(Error::from(error)),
        }
    };
    let (user, company) = app.db.read(read).await?;
    if let Some(company) = &company {
        // Another process may have set the company up since this one began.
        app.zone.set(company.zone());
    }
    let permissions = caller.permission.allowed();
    Ok(Session {
        user: SessionUser { id: user.id, user_name: user.user_name.to_string(), full_name: user.full_name },
        permission_set: caller.permission.to_string(),
        permissions: permissions.map(in_short).collect(),
        company: company.map(|company| SessionCompany {
            name: company.name,
            currency_code: company.currency_code.to_string(),
            time_zone: company.time_zone,
        }),
        version: env!("CARGO_PKG_VERSION"),
        work_date: app.words(caller).today(),
    })
}
