use std::sync::Arc;

use access::Principal;
use back_office::sales;
use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use database::Tx;
use job_queue::Context;
use runtime::Random;
use sea_orm::ConnectionTrait;
use uuid::Uuid;
use values::Code;

use crate::mappings::Mappings;
use crate::orders::import;
use crate::orders::staged::order;
use crate::shops;
use crate::skipped::Seen;
use crate::{Connector, Error};

/// What importing, mapping and processing stand on, read once per run.
#[derive(Clone, Debug)]
pub struct Ground {
    /// The shop card.
    pub shop: shops::Model,
    /// The company's own currency.
    pub company_currency: Code<10>,
    /// The company's time zone.
    pub zone: Tz,
    /// On whose behalf.
    pub user: String,
    /// The log entry of the run.
    pub run: Uuid,
    /// Now.
    pub now: DateTime<Utc>,
    /// For ids.
    pub random: Random,
    /// What the shop's names are in the back office.
    pub(crate) mappings: Arc<Mappings>,
}

/// Who does something, in which run, and when.
#[derive(Clone, Debug)]
pub struct By {
    /// The user.
    pub user: String,
    /// The log entry of the run; all zeros is none.
    pub run: Uuid,
    /// When.
    pub now: DateTime<Utc>,
}

impl Ground {
    /// What a run for `shop` stands on.
    pub async fn read(cx: &Context, shop: shops::Model) -> Result<Self, Error> {
        let by = &By { user: cx.entry().user_id.clone(), run: cx.log_id(), now: cx.clock().now() };
        let (shop, random) = (&shop, cx.random());
        cx.db().read(|r| async move { Self::on(&r, shop.clone(), by, random).await }).await
    }

    /// What the same stands on when a person does it, outside of any run.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn of(connector: &Connector, tx: &Tx, by: &Principal, shop: shops::Model) -> Result<Self, Error> {
        let by = By { user: by.user_name.clone(), run: Uuid::nil(), now: connector.clock().now() };
        Self::on(tx, shop, &by, connector.random()).await
    }

    /// What `shop` stands on for whoever does something now.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn on(c: &impl ConnectionTrait, shop: shops::Model, by: &By, random: &Random) -> Result<Self, Error> {
        let company = back_office::company::read(c).await?;
        let mappings = Mappings::read(c, &shop.code).await?;
        Ok(Self {
            shop,
            company_currency: company.currency_code.clone(),
            zone: company.zone(),
            user: by.user.clone(),
            run: by.run,
            now: by.now,
            random: random.clone(),
            mappings: Arc::new(mappings),
        })
    }

    /// The same for an order that has its document: it stays in the money in which that was made.
    #[must_use]
    pub fn of_document(&self, order: &order::Model) -> Self {
        let mut ground = self.clone();
        ground.shop.currency_handling = order.processed_currency_handling;
        ground
    }

    /// On whose behalf, when and with which ids the back office does something.
    pub(crate) fn sales_context(&self) -> sales::Context {
        sales::Context { now: self.now, random: self.random.clone(), user: self.user.clone() }
    }

    /// The same at this time.
    #[must_use]
    pub(crate) fn at(&self, now: DateTime<Utc>) -> Self {
        Self { now, ..self.clone() }
    }

    /// Who leaves records out in this run.
    pub(crate) fn seen(&self) -> Seen<'_> {
        Seen { run: self.run, at: self.now, random: &self.random }
    }

    /// What the import of an order stands on.
    pub fn import(&self) -> import::Ground<'_> {
        import::Ground { shop: &self.shop, zone: self.zone, now: self.now, random: &self.random }
    }
}
