use std::collections::HashMap;

use back_office::prices::Terms;
use back_office::{countries, item_categories, vendors};
use chrono::{DateTime, Utc};
use job_queue::Context;
use runtime::Random;
use sea_orm::EntityTrait;
use uuid::Uuid;
use values::Code;

use crate::products::prices;
use crate::skipped::Seen;
use crate::{Error, shops};

/// What an export stands on: the shop, and the set-up that all items share, read once.
#[derive(Clone, Debug)]
pub(crate) struct Ground {
    pub shop: shops::Model,
    /// On which terms the store sells today.
    pub terms: Terms,
    /// Item categories, by code.
    pub categories: HashMap<Code<20>, String>,
    /// The names of vendors, by number.
    pub vendors: HashMap<Code<20>, String>,
    /// The ISO codes of countries, by code.
    pub countries: HashMap<String, String>,
    run: Uuid,
    pub now: DateTime<Utc>,
    pub random: Random,
}

impl Ground {
    pub(crate) async fn read(cx: &Context, shop: shops::Model) -> Result<Self, Error> {
        let (run, now, random, shop) = (cx.log_id(), cx.clock().now(), cx.random(), &shop);
        let read = |r| async move {
            let company = back_office::company::read(&r).await?;
            let categories = item_categories::Entity::find().all(&r).await?;
            let countries = countries::Entity::find().all(&r).await?;
            let vendors = vendors::Entity::find().all(&r).await?;
            Ok::<_, Error>(Self {
                shop: shop.clone(),
                terms: prices::terms(shop, company.today(now)),
                categories: categories.into_iter().map(|one| (one.code, one.description)).collect(),
                vendors: vendors.into_iter().map(|one| (one.number, one.name)).collect(),
                countries: countries.into_iter().map(|one| (one.code.to_string(), one.iso_code.to_string())).collect(),
                run,
                now,
                random: random.clone(),
            })
        };
        cx.db().read(read).await
    }

    /// Who leaves records out in this run.
    pub(crate) fn seen(&self) -> Seen<'_> {
        Seen { run: self.run, at: self.now, random: &self.random }
    }

    /// The same a while later.
    pub(crate) fn at(&self, now: DateTime<Utc>) -> Self {
        Self { now, ..self.clone() }
    }
}
