//! A database with an administrator.

use access::{Access, NewUser, Permission, Principal, Result, Vault, audit_entry, user_account};
use database::testing::{TestDb, start};
use database::{Engine, Tx};
use runtime::{Clock, ManualClock, Random};
use sea_orm::{EntityTrait, QueryOrder};

pub const PASSWORD: &str = "correct horse";

pub struct World {
    pub test: TestDb,
    pub access: Access,
    pub clock: ManualClock,
    pub kari: user_account::Model,
}

pub async fn world(engine: Engine) -> World {
    let (clock, manual) = Clock::manual(start());
    let random = Random::seeded(1);
    let test = TestDb::new(engine, clock.clone(), access::migrations).await;
    let access = Access::new(test.db.clone(), clock, random.clone(), Vault::with_key([7; 32], random));
    let password = access.hash(&PASSWORD.to_owned().into()).await.unwrap();
    let new = &NewUser {
        user_name: "kari".into(),
        full_name: "Kari Nordmann".into(),
        permission: Permission::Administrator,
        password: Some(password),
    };
    let on = &access;
    let create = |tx: Tx| async move { on.create_user(&tx, &Principal::system(), new.clone()).await };
    let kari = test.db.write(create).await.unwrap();
    World { test, access, clock: manual, kari }
}

impl World {
    /// What the audit log says, in order.
    pub async fn audit(&self) -> Vec<audit_entry::Model> {
        let read = |r: database::Read| async move {
            Result::<_>::Ok(audit_entry::Entity::find().order_by_asc(audit_entry::Column::EntryNumber).all(&r).await?)
        };
        self.test.db.read(read).await.unwrap()
    }
}
