use std::sync::Arc;
use std::time::Duration;

use outbound::{HeaderName, HeaderValue, Http, Request, Response};
use runtime::{Clock, Random};
use serde::Serialize;
use serde_json::value::RawValue;
use shopify_schema::{API_VERSION, Version};

use crate::budget::TooMuch;
use crate::judge::{Call, Judged, Verdict, judge};
use crate::observer::{Observer, Watch};
use crate::patience::{self, Patience};
use crate::{Budget, Document, Error, Lane, Meter, Store};

/// A page of whole orders takes Shopify a while.
const TIMEOUT: Duration = Duration::from_secs(60);
const TOKEN: HeaderName = HeaderName::from_static("x-shopify-access-token");
const VERSION: &str = "x-shopify-api-version";
const DEPRECATED: &str = "x-shopify-api-deprecated-reason";

/// The Admin API of one store. Cheap to clone.
#[derive(Clone, Debug)]
pub struct Client {
    http: Http,
    store: Arc<Store>,
    budget: Arc<Budget>,
    clock: Clock,
    random: Random,
    meter: Meter,
    lane: Lane,
    version: Arc<str>,
    observer: Option<Arc<dyn Observer>>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Body<'a, V> {
    query: &'a str,
    operation_name: &'a str,
    variables: &'a V,
}

impl Client {
    /// A client in the background lane. All clients of a store must share its budget.
    pub fn new(http: Http, store: Store, budget: Arc<Budget>, clock: Clock, random: Random) -> Self {
        let (meter, lane) = (Meter::default(), Lane::Background);
        let (store, version) = (Arc::new(store), API_VERSION.into());
        Self { http, store, budget, clock, random, meter, lane, version, observer: None }
    }

    /// The same client, of which `observer` hears every request.
    #[must_use]
    pub fn observed(mut self, observer: Arc<dyn Observer>) -> Self {
        self.observer = Some(observer);
        self
    }

    /// The same client for another version of the Admin API than the one that the documents are written for.
    #[must_use]
    pub fn of_version(mut self, version: Version) -> Self {
        self.version = version.to_string().into();
        self
    }

    /// The same client, counted by `meter`.
    #[must_use]
    pub fn metered(mut self, meter: Meter) -> Self {
        self.meter = meter;
        self
    }

    /// The same client for what someone waits for: it goes first, and says sooner that a store does not answer.
    #[must_use]
    pub fn urgent(mut self) -> Self {
        self.lane = Lane::Urgent;
        self
    }

    /// The store.
    pub fn store(&self) -> &Store {
        &self.store
    }

    /// The most that one call may cost.
    pub(crate) fn room(&self) -> u32 {
        self.budget.room()
    }

    /// Asks, waiting for the points first, and again when that is safe and may help.
    ///
    /// # Errors
    /// Why there is no answer.
    pub async fn run<D: Document>(&self, variables: D::Variables) -> Result<D::Answer, Error> {
        let cost = D::cost(&variables);
        let call = Call { store: &self.store.domain, document: D::NAME, kind: D::KIND, cost };
        let body = Body { query: D::text(), operation_name: D::NAME, variables: &variables };
        let request = self.request(&body).map_err(|source| Error::NotSent { store: call.store.to_owned(), source })?;
        let data = self.ask(&call, request).await?;
        serde_json::from_str(data.get()).map_err(|error| call.malformed(&error.to_string()))
    }

    fn request(&self, body: &impl Serialize) -> Result<Request, outbound::Error> {
        let address = format!("{}/admin/api/{}/graphql.json", self.store.admin_url, self.version);
        Request::post(&address)?
            .timeout(TIMEOUT)
            .header(HeaderName::from_static("accept"), HeaderValue::from_static("application/json"))
            .secret_header(TOKEN, &self.store.token)?
            .json(body)
    }

    async fn ask(&self, call: &Call<'_>, request: Request) -> Result<Box<RawValue>, Error> {
        let mut patience = Patience::new(self.lane);
        // The store's own estimate, when it is higher than ours.
        let (mut cost, mut retry) = (call.cost, 0);
        loop {
            let judged = self.send_once(call, cost, request.clone(), retry).await?;
            retry += 1;
            cost = cost.max(judged.cost.and_then(|cost| cost.requested()).unwrap_or_default());
            match judged.verdict {
                Verdict::Answered(data) => return Ok(data),
                Verdict::Failed(error) => return Err(error),
                Verdict::Throttled => self.wait_for_points(call, &mut patience, &judged, cost).await?,
                Verdict::Again { after, error } => match patience.next(after, &self.random) {
                    Some(wait) => {
                        tracing::debug!(store = call.store, document = call.document, %error, ?wait, "sent again");
                        self.clock.sleep(wait).await;
                    }
                    None => return Err(error),
                },
            }
        }
    }

    async fn send_once(&self, call: &Call<'_>, cost: u32, request: Request, retry: u32) -> Result<Judged, Error> {
        let too_costly = |TooMuch { maximum }| Error::TooCostly {
            store: call.store.to_owned(),
            document: call.document,
            cost,
            limit: maximum,
        };
        let permit = self.budget.reserve(&self.clock, cost, self.lane).await.map_err(too_costly)?;
        let watch = self.observer.as_ref().map(|observer| (observer, Watch::begin(&self.clock, &request, retry)));
        let outcome = self.http.send(request).await;
        let judged = judge(call, outcome.as_ref().map_err(Clone::clone));
        if let Some((observer, watch)) = watch {
            observer.observe(watch.end(&self.clock, call, &self.version, &judged, outcome.as_ref().ok()));
        }
        if matches!(&outcome, Err(error) if !error.may_have_arrived()) {
            permit.give_back();
            return Ok(judged);
        }
        permit.settle(judged.cost.and_then(|cost| cost.throttle_status), &self.clock);
        self.meter.count_call();
        if !matches!(judged.verdict, Verdict::Throttled) {
            let points = judged.cost.and_then(|cost| cost.requested()).unwrap_or_default();
            self.meter.count_points(points.into());
        }
        if let Ok(response) = &outcome {
            self.heed(response);
        }
        Ok(judged)
    }

    /// Waits as long as the missing points take to run in, in whole seconds.
    async fn wait_for_points(
        &self,
        call: &Call<'_>,
        patience: &mut Patience,
        judged: &Judged,
        cost: u32,
    ) -> Result<(), Error> {
        patience.throttles += 1;
        let times = patience.throttles;
        if times == patience::THROTTLES_THAT_ARE_STRANGE {
            tracing::warn!(
                store = call.store,
                document = call.document,
                times,
                "other programs use up the store's points"
            );
        }
        if times >= patience::MOST_THROTTLES {
            return Err(Error::Throttled { store: call.store.to_owned(), document: call.document, times });
        }
        let status = judged.cost.and_then(|cost| cost.throttle_status);
        let seconds = status
            .filter(|status| status.restore_rate > 0.0)
            .map_or(1.0, |status| (f64::from(cost) - status.currently_available).max(0.0) / status.restore_rate);
        self.clock.sleep(Duration::from_secs((seconds.ceil() as u64).max(1))).await;
        Ok(())
    }

    /// What a response says besides its answer.
    fn heed(&self, response: &Response) {
        let served = response.header(VERSION);
        if self.budget.note_version(served, &self.version) {
            let served = served.unwrap_or_default();
            tracing::warn!(
                store = self.store.domain,
                asked = %self.version,
                served,
                "the store answers with another version of its API"
            );
        }
        if let Some(members) = response.header(DEPRECATED) {
            tracing::debug!(store = self.store.domain, members, "deprecated members are in use");
        }
    }
}
