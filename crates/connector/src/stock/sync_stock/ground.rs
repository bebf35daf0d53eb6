use std::collections::BTreeMap;

use back_office::company;
use chrono::{DateTime, NaiveDate, Utc};
use chrono_tz::Tz;
use job_queue::Context;
use runtime::Random;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};
use uuid::Uuid;

use crate::locations::{self, Filtered};
use crate::shops;
use crate::skipped::Seen;
use crate::stock::options::StockCalculation;
use crate::{Error, watermark};

/// What working stock out and sending it stands on, read once per run.
#[derive(Clone, Debug)]
pub(crate) struct Ground {
    /// The shop card.
    pub shop: shops::Model,
    /// The company's time zone.
    pub zone: Tz,
    /// The log entry of the run.
    pub run: Uuid,
    /// Now.
    pub now: DateTime<Utc>,
    /// For ids.
    pub random: Random,
    /// The locations to which stock goes, by their ids in Shopify.
    pub places: BTreeMap<i64, Place>,
    /// Whether the store's orders are imported: then they say what was sold, else Shopify's numbers alone do.
    pub reads_orders: bool,
}

/// A location to which stock goes.
#[derive(Clone, Debug)]
pub(crate) struct Place {
    /// The location.
    pub location: locations::Model,
    /// The locations of the back office that it stands for.
    pub filtered: Filtered,
}

impl Ground {
    /// What a run for a shop stands on.
    pub async fn read(cx: &Context, shop: &shops::Model) -> Result<Self, Error> {
        let (run, now, random) = (cx.log_id(), cx.clock().now(), cx.random());
        cx.db().read(|r| async move { Self::on(&r, shop, (run, now), random).await }).await
    }

    /// The same for whoever looks without a run.
    pub async fn on(
        c: &impl ConnectionTrait,
        shop: &shops::Model,
        (run, now): (Uuid, DateTime<Utc>),
        random: &Random,
    ) -> Result<Self, Error> {
        use locations::{Column, Entity};
        let zone = company::read(c).await?.zone();
        let on = Entity::find()
            .filter(Column::ShopCode.eq(shop.code.clone()))
            .filter(Column::StockCalculation.ne(StockCalculation::Off))
            .filter(Column::Active.eq(true));
        let place = |location: locations::Model| {
            let filtered = Filtered::by(&location.location_filter)?;
            Ok::<_, Error>((location.location_id, Place { location, filtered }))
        };
        let places = on.all(c).await?.into_iter().map(place).collect::<Result<_, Error>>()?;
        let reads_orders = watermark::last(c, &shop.domain, watermark::Kind::Orders).await?.is_some();
        Ok(Self { shop: shop.clone(), zone, run, now, random: random.clone(), places, reads_orders })
    }

    /// The same at a later moment.
    #[must_use]
    pub fn at(&self, now: DateTime<Utc>) -> Self {
        Self { now, ..self.clone() }
    }

    /// The day on which stock is worked out: today, where the company is.
    pub fn today(&self) -> NaiveDate {
        self.now.with_timezone(&self.zone).date_naive()
    }

    /// Who leaves records out in this run.
    pub fn seen(&self) -> Seen<'_> {
        Seen { run: self.run, at: self.now, random: &self.random }
    }
}
