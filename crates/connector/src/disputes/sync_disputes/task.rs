use job_queue::{Context, FilterTable, JobError, Object, Request, Summary};
use serde::{Deserialize, Serialize};
use shopify::Meter;

use super::fetch::{Known, fetch};
use super::stage::{Making, stage};
use crate::Connector;
use crate::disputes::SYNC_DISPUTES;
use crate::disputes::scopes::{check, lacking};
use crate::payouts::CATEGORY;
use crate::products::lane;
use crate::shops::{self, requested};

/// The task.
#[derive(Clone, Debug)]
pub struct SyncDisputes {
    connector: Connector,
}

/// Its request page has filters and no options.
#[derive(Clone, Debug, Default, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Options {}

impl SyncDisputes {
    /// The task of a connector.
    pub fn new(connector: Connector) -> Self {
        Self { connector }
    }

    /// Reads the disputes of a shop's store; and says whether it takes payments by Shopify Payments at all.
    async fn sync(&self, cx: &Context, shop: &shops::Model) -> Result<(Summary, bool), JobError> {
        check(shop)?;
        let meter = Meter::of(SYNC_DISPUTES);
        let client = self.connector.client_of(cx, shop).await?.metered(meter.clone()).in_lane(lane(cx));
        let store = shop.domain.as_str();
        let known = cx.db().read(|r| async move { Known::read(&r, store).await }).await?;
        let said = fetch(cx, &client, &known).await?;
        let making = &Making { shop, random: cx.random(), now: cx.clock().now() };
        let summary = match &said {
            Some(said) => cx.write(|tx| async move { stage(&tx, making, said).await }).await?,
            None => Summary::default(),
        };
        Ok((Summary { calls: meter.calls(), points: meter.points(), ..summary }, said.is_some()))
    }
}

impl Object for SyncDisputes {
    type Page = Options;

    const ID: i32 = SYNC_DISPUTES;
    const CAPTION: &'static str = "Sync Disputes";
    const CATEGORY: &'static str = CATEGORY;

    fn tables(&self) -> Vec<FilterTable> {
        vec![requested::table()]
    }

    async fn run(&self, cx: &Context, request: &Request<Options>) -> Result<Summary, JobError> {
        let mut summary = Summary::default();
        let mut without = Vec::new();
        let shops = requested::shops(cx, &request.filters).await?;
        for shop in requested::one_of_each_store(shops, lacking) {
            let (done, has_account) = self.sync(cx, &shop).await?;
            summary += done;
            if !has_account {
                without.push(format!("{} does without Shopify Payments: it has no disputes", shop.domain));
            }
        }
        if let Some((first, others)) = without.split_first() {
            cx.remark(first, others).await?;
        }
        Ok(summary)
    }
}
