//! The first start: whoever reads the code that the program printed sets up the company and becomes its administrator.

use std::fmt;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

use access::{NewUser, Permission, Principal, Via, user_account};
use axum::Json;
use axum::extract::State;
use axum::http::{Method, StatusCode};
use axum::response::Response;
use back_office::company;
use back_office::setup::{NewCompany, install};
use chrono_tz::Tz;
use database::{Read, Tx};
use futures::future::BoxFuture;
use runtime::Random;
use sea_orm::{ConnectionTrait, EntityTrait, PaginatorTrait};
use secrecy::{ExposeSecret, SecretString};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa::openapi::Ref;
use utoipa::openapi::path::OperationBuilder;
use values::Code;

use crate::api::{Api, Guard};
use crate::body::Body;
use crate::openapi::{body, error, json, refused};
use crate::session::{Session, begun};
use crate::{App, Error};

const TAG: &str = "firstStart";
const PATH: &str = "/firstStart";
/// How many wrong codes are taken; then only a restart gives a new one.
const WRONG_CODES: u32 = 20;
/// What a code is made of: letters and digits that are not taken for one another.
const LETTERS: &[u8; 30] = b"ABCDEFGHJKMNPQRSTUVWXYZ2345679";

/// Adds the demo's items and customers to a company, in the transaction that makes it.
pub type DemoData = Arc<dyn Fn(Tx) -> BoxFuture<'static, back_office::Result<()>> + Send + Sync>;

/// The code with which the company may be set up. It is in memory only.
#[derive(Clone)]
pub struct FirstStart {
    code: Arc<SecretString>,
    wrong: Arc<AtomicU32>,
    demo_data: DemoData,
}

impl fmt::Debug for FirstStart {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("FirstStart").finish_non_exhaustive()
    }
}

impl FirstStart {
    /// With a new code.
    pub fn new(random: &Random, demo_data: DemoData) -> Self {
        let letter = |_| {
            let index = usize::try_from(random.below(30)).unwrap_or_default();
            LETTERS.get(index).copied().map_or('X', char::from)
        };
        let letters: String = (0..8).map(letter).collect();
        let (left, right) = letters.split_at(4);
        Self { code: Arc::new(format!("{left}-{right}").into()), wrong: Arc::default(), demo_data }
    }

    /// The code, for whoever starts the program.
    pub fn code(&self) -> &str {
        self.code.expose_secret()
    }

    fn check(&self, given: &str) -> Result<(), Error> {
        if self.wrong.load(Ordering::Relaxed) >= WRONG_CODES {
            return Err(Error::TooManyCodes);
        }
        if given.trim().eq_ignore_ascii_case(self.code()) {
            return Ok(());
        }
        self.wrong.fetch_add(1, Ordering::Relaxed);
        Err(Error::invalid("code", "this is not the code: open the address that Kobling printed when it started"))
    }
}

/// Whether the company is still to be set up.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct FirstStartState {
    /// Whether it is.
    needed: bool,
}

/// The company and its administrator.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct FirstStartBody {
    /// The code that the program printed when it started, as `ABCD-2345`.
    #[schema(value_type = String)]
    code: SecretString,
    /// The name of the company.
    company: String,
    /// Its own currency, as `NOK`.
    currency_code: String,
    /// The zone in which its days begin, by its IANA name.
    time_zone: String,
    /// The administrator's name to sign in with.
    user_name: String,
    /// The administrator's password.
    #[schema(value_type = String, format = Password)]
    password: SecretString,
    /// Whether to add the items and customers of the demo's shop.
    #[serde(default)]
    demo_data: bool,
}

/// Adds the routes.
pub(crate) fn serve(api: &mut Api) {
    let document = OperationBuilder::new()
        .tag(TAG)
        .summary(Some("Whether the company is still to be set up"))
        .response("200", json("Whether it is.", Ref::from_schema_name(FirstStartState::name())));
    api.route(Method::GET, PATH, Guard::Public, document, read);

    let document = OperationBuilder::new()
        .tag(TAG)
        .summary(Some("Set up the company and its administrator"))
        .description(Some("Once, with the code that the program printed. Signs the administrator in."))
        .request_body(Some(body::<FirstStartBody>("The company and its administrator.")))
        .response("201", json("Who is signed in.", Ref::from_schema_name(Session::name())))
        .response("400", refused("BadRequest"))
        .response("409", error("There is a user already: sign in."))
        .response("429", error("Too many wrong codes: only another start of the program gives a new one."));
    api.route(Method::POST, PATH, Guard::Public, document, set_up);
}

async fn read(State(app): State<App>) -> Result<Json<FirstStartState>, Error> {
    let needed = app.db.read(|r: Read| async move { is_needed(&r).await }).await?;
    Ok(Json(FirstStartState { needed }))
}

async fn is_needed(connection: &impl ConnectionTrait) -> Result<bool, Error> {
    Ok(user_account::Entity::find().count(connection).await? == 0)
}

fn set_up_already() -> Error {
    Error::Conflict("the company is set up already: sign in".to_owned())
}

async fn set_up(State(app): State<App>, Body(given): Body<FirstStartBody>) -> Result<Response, Error> {
    if !app.db.read(|r: Read| async move { is_needed(&r).await }).await? {
        return Err(set_up_already());
    }
    let Some(first_start) = &app.first_start else {
        let message = "Kobling was started before its users were lost: start it again for a code";
        return Err(Error::invalid("code", message));
    };
    first_start.check(given.code.expose_secret())?;
    let company = &company_of(&given)?;
    let new = &NewUser {
        user_name: given.user_name.clone(),
        full_name: String::new(),
        permission: Permission::Administrator,
        password: Some(app.access.hash(&given.password).await?),
    };
    let (access, random, now, with_demo_data) = (&app.access, &app.random, app.clock.now(), given.demo_data);
    let write = |tx: Tx| async move {
        if !is_needed(&tx).await? {
            return Err(set_up_already());
        }
        if let Err(back_office::Error::NoCompany) = company::read(&tx).await {
            install(&tx, company, now, random).await?;
        }
        if with_demo_data {
            (first_start.demo_data)(tx.clone()).await?;
        }
        let user = access.create_user(&tx, &Principal::system(), new.clone()).await?;
        let (user_id, user_name) = (user.id, user.user_name.to_string());
        let caller = Principal { user_id, user_name, permission: user.permission, via: Via::Password };
        let session = access.begin_session(&tx, &caller).await?;
        Ok::<_, Error>((caller, session))
    };
    let (caller, session) = match app.db.write(write).await {
        Ok(made) => made,
        // Two at the same time collide in one of the tables, whichever comes first.
        Err(_) if !app.db.read(|r: Read| async move { is_needed(&r).await }).await? => return Err(set_up_already()),
        Err(error) => return Err(error),
    };
    app.zone.set(company.time_zone);
    begun(&app, StatusCode::CREATED, &caller, &session).await
}

fn company_of(given: &FirstStartBody) -> Result<NewCompany, Error> {
    let name = given.company.trim();
    if name.is_empty() {
        return Err(Error::invalid("company", "the company needs a name"));
    }
    let currency = given.currency_code.trim().to_uppercase();
    let is_currency = currency.len() == 3 && currency.chars().all(|letter| letter.is_ascii_uppercase());
    if !is_currency {
        let message = format!("'{}' is no currency: write its three letters, as NOK", given.currency_code);
        return Err(Error::invalid("currencyCode", message));
    }
    let time_zone: Tz = given.time_zone.parse().map_err(|_| {
        let message = format!("'{}' is no time zone: give its IANA name, as Europe/Oslo", given.time_zone);
        Error::invalid("timeZone", message)
    })?;
    Ok(NewCompany { name: name.to_owned(), currency_code: Code::cut(&currency), time_zone })
}
