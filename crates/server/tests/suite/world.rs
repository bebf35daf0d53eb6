//! A company with its users, and a server before it.

use std::sync::Arc;

use access::{Access, NewUser, Permission, Principal, Vault};
use axum::Router;
use axum::http::Method;
use chrono_tz::Europe::Oslo;
use connector::skipped::{self, Skipped};
use database::testing::{TestDb, start};
use database::{Engine, Migrations};
use job_queue::{Queue, Registry};
use outbound::Http;
use runtime::{Clock, ManualClock, Random, Shutdown};
use sea_orm::{ActiveModelTrait, IntoActiveModel};
use server::{App, Error, Events};
use uuid::Uuid;

use crate::call::Call;

/// A company, and tokens of three users of it.
pub struct World {
    _test: TestDb,
    pub app: App,
    pub router: Router,
    pub clock: ManualClock,
    pub administrator: String,
    pub user: String,
    pub viewer: String,
    _folder: tempfile::TempDir,
}

/// The tables of everything the server stands on.
fn migrations() -> Migrations {
    let parts = [access::migrations, job_queue::migrations, connector::migrations];
    parts.into_iter().flat_map(|part| part()).collect()
}

impl World {
    pub async fn new(engine: Engine) -> Self {
        let (clock, manual) = Clock::manual(start());
        let random = Random::seeded(7);
        let test = TestDb::new(engine, clock.clone(), migrations).await;
        let db = test.db.clone();
        let folder = tempfile::tempdir().unwrap();
        let vault = Vault::create(&folder.path().join("key")).unwrap();
        let access = Access::new(db.clone(), clock.clone(), random.clone(), vault.clone());
        let registry = Registry::new();
        let queue = Queue::new(db.clone(), Arc::new(registry), clock.clone(), random.clone());
        let app = App {
            queue,
            access,
            events: Events::new(db.clone(), clock.clone()),
            db,
            clock,
            random,
            zone: Oslo,
            public_url: None,
            shutdown: Shutdown::new(),
        };
        let mut tokens = Vec::new();
        for permission in [Permission::Administrator, Permission::User, Permission::Viewer] {
            tokens.push(token(&app, permission).await);
        }
        let [administrator, user, viewer] = tokens.try_into().unwrap();
        let router = server::router(app.clone());
        Self { _test: test, app, router, clock: manual, administrator, user, viewer, _folder: folder }
    }

    /// A request by the administrator.
    pub fn call(&self, method: Method, path: impl Into<String>) -> Call {
        Call::new(method, path).token(&self.administrator)
    }

    /// What the administrator reads there.
    pub async fn read(&self, path: impl Into<String>) -> crate::call::Reply {
        self.call(Method::GET, path).send(&self.router).await
    }

    /// Writes down skipped records, numbered from 1.
    pub async fn skip_orders(&self, count: i64) {
        let skipped = (1..=count).map(|id| Skipped {
            shop_code: "SHOP".parse().unwrap(),
            kind: skipped::Kind::Order,
            shopify_id: id,
            document_name: format!("#{id}"),
            cause: "No item is 'Shirt'.".into(),
            remedy: "Create the item.".into(),
            retry_object_id: 30103,
        });
        let skipped: &Vec<Skipped> = &skipped.collect();
        let (random, now) = (&self.app.random, self.app.clock.now());
        let write = |tx| async move { skipped::record(&tx, random, now, skipped.clone()).await };
        self.app.db.write(write).await.unwrap();
    }

    /// A shop card, enabled.
    pub async fn shop(&self) -> Uuid {
        let id = self.app.random.id(self.app.clock.now());
        let domain = "devstore.myshopify.com".to_owned();
        let mut shop = connector::shops::Model::new(id, "SHOP".parse().unwrap(), domain, "http://127.0.0.1".into());
        shop.enabled = true;
        let shop = &shop;
        let write = |tx| async move {
            shop.clone().into_active_model().insert(&tx).await?;
            Ok::<_, Error>(())
        };
        self.app.db.write(write).await.unwrap();
        id
    }
}

/// Whoever calls a store hears that it is out of order.
fn no_network() -> Http {
    Http::in_process(tower::service_fn(|_| async {
        let answer = axum::http::Response::builder().status(503).body(axum::body::Body::empty());
        Ok::<_, std::convert::Infallible>(answer.unwrap())
    }))
}

async fn token(app: &App, permission: Permission) -> String {
    let access = &app.access;
    let write = |tx| async move {
        let system = Principal::system();
        let new = NewUser { user_name: permission.to_string(), full_name: String::new(), permission, password: None };
        let user = access.create_user(&tx, &system, new).await?;
        Ok::<_, Error>(access.create_token(&tx, &system, user.id, "tests", None).await?.text.expose().to_owned())
    };
    app.db.write(write).await.unwrap()
}
