use job_queue::{Context, FilterTable, JobError, Object, Request, Summary};
use serde::{Deserialize, Serialize};
use shopify::Meter;
use shopify::documents::payouts;

use super::asking::Asking;
use super::rates;
use super::stage::stage;
use super::stand::{lacking, stand};
use crate::orders::mapping::Ground;
use crate::payouts::{CATEGORY, SYNC_PAYOUTS, scopes};
use crate::products::lane;
use crate::shops::{self, requested};
use crate::{Connector, Error};

/// The task.
#[derive(Clone, Debug)]
pub struct SyncPayouts {
    connector: Connector,
}

/// Its request page has filters and no options.
#[derive(Clone, Debug, Default, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Options {}

impl SyncPayouts {
    /// The task of a connector.
    pub fn new(connector: Connector) -> Self {
        Self { connector }
    }

    async fn sync(&self, cx: &Context, shop: shops::Model) -> Result<Summary, JobError> {
        scopes::check(&shop)?;
        let meter = Meter::of(SYNC_PAYOUTS);
        let client = self.connector.client_of(cx, &shop).await?.metered(meter.clone()).in_lane(lane(cx));
        let ground = &Ground::read(cx, shop).await?;
        let (store, now) = (ground.shop.domain.as_str(), ground.now);
        let mut summary = Summary::default();
        let begin = |r: database::Read| async move {
            Ok::<_, Error>(Asking::begin(stand(&r, store, now).await?, lacking(&r, store, now).await?))
        };
        let mut asking = cx.db().read(begin).await?;
        loop {
            let Some(wanted) = asking.next_call() else {
                let lacking = cx.db().read(|r| async move { lacking(&r, store, now).await }).await?;
                if asking.add(lacking) {
                    continue;
                }
                break;
            };
            let Some(page) = cx.send(payouts::page(&client, wanted)).await?.map_err(Error::Shopify)? else {
                let told = format!("the store {store} has no Shopify Payments: there are no payouts to be read");
                cx.remark(&told, &[]).await?;
                cx.nothing_to_do();
                break;
            };
            let said = &page;
            summary += cx.write(|tx| async move { stage(&tx, ground, said).await }).await?;
            asking.told(said);
        }
        summary.skipped += cx.write(|tx| async move { rates::check(&tx, ground).await }).await?;
        Ok(Summary { calls: meter.calls(), points: meter.points(), ..summary })
    }
}

impl Object for SyncPayouts {
    type Page = Options;

    const ID: i32 = SYNC_PAYOUTS;
    const CAPTION: &'static str = "Sync Payouts";
    const CATEGORY: &'static str = CATEGORY;

    fn tables(&self) -> Vec<FilterTable> {
        vec![requested::table()]
    }

    async fn run(&self, cx: &Context, request: &Request<Options>) -> Result<Summary, JobError> {
        let mut summary = Summary::default();
        let shops = requested::shops(cx, &request.filters).await?;
        for shop in requested::one_of_each_store(shops, scopes::lacking) {
            summary += self.sync(cx, shop).await?;
        }
        Ok(summary)
    }
}
