use job_queue::{Context, FilterTable, JobError, Object, Request, Summary};
use serde::{Deserialize, Serialize};
use shopify::documents::payouts::{self, MANY, Wanted};
use shopify::{Meter, Scopes};

use super::rates;
use super::stage::stage;
use super::stand::{Stand, stand};
use crate::orders::mapping::Ground;
use crate::payouts::{CATEGORY, SCOPES, SYNC_PAYOUTS};
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
        let granted = Scopes::parse(&shop.granted_scopes);
        let [scope, former] = SCOPES;
        if !granted.grant(scope) && !granted.grant(former) {
            return Err(Error::NoScope { shop: shop.code.to_string(), scope }.into());
        }
        let meter = Meter::of(SYNC_PAYOUTS);
        let client = self.connector.client_of(cx, &shop).await?.metered(meter.clone()).in_lane(lane(cx));
        let ground = &Ground::read(cx, shop).await?;
        let (store, now) = (ground.shop.domain.as_str(), ground.now);
        let mut summary = Summary::default();
        let Stand { last_transaction, last_payout, open_transactions, open_payouts } =
            cx.db().read(|r| async move { stand(&r, store, now).await }).await?;
        let (mut transactions, mut payouts) = (Some((last_transaction, None)), Some((last_payout, None)));
        let mut open_transactions = open_transactions.chunks(MANY);
        let mut open_payouts = open_payouts.chunks(MANY);
        loop {
            let wanted = Wanted {
                transactions: transactions.take(),
                payouts: payouts.take(),
                open_transactions: open_transactions.next().unwrap_or_default().to_vec(),
                open_payouts: open_payouts.next().unwrap_or_default().to_vec(),
            };
            if wanted.is_nothing() {
                break;
            }
            let Some(page) = cx.send(payouts::page(&client, wanted)).await?.map_err(Error::Shopify)? else {
                let told = format!("the store {store} has no Shopify Payments: there are no payouts to be read");
                cx.remark(&told, &[]).await?;
                cx.nothing_to_do();
                break;
            };
            let said = &page;
            summary += cx.write(|tx| async move { stage(&tx, ground, said).await }).await?;
            transactions = page.more_transactions.map(|after| (last_transaction, Some(after)));
            payouts = page.more_payouts.map(|after| (last_payout, Some(after)));
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
        for shop in requested::shops(cx, &request.filters).await? {
            summary += self.sync(cx, shop).await?;
        }
        Ok(summary)
    }
}
