use std::sync::Arc;
use std::time::Duration;

use outbound::{HeaderName, HeaderValue, Http, Request, Response};
use runtime::{Clock, Random};
use secrecy::SecretString;
use serde::Serialize;
use serde_json::value::RawValue;
use shopify_schema::{API_VERSION, Version};

use crate::budget::{Charged, Refusal};
use crate::bulk::Bucket;
use crate::judge::{Call, Judged, Verdict, judge};
use crate::observer::{Observer, Watch};
use crate::patience::{self, Patience};
use crate::{Budget, Document, Error, Lane, Meter, Store};

/// A page of whole orders takes Shopify a while.
const TIMEOUT: Duration = Duration::from_secs(60);
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

/// The token of one call, from its first sending to its last.
#[derive(Debug)]
pub(crate) struct Token {
    text: SecretString,
    was_renewed: bool,
}

impl std::ops::Deref for Token {
    type Target = SecretString;

    fn deref(&self) -> &SecretString {
        &self.text
    }
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Body<'a, V: ?Sized> {
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

    /// The same client in another lane.
    #[must_use]
    pub fn in_lane(mut self, lane: Lane) -> Self {
        self.lane = lane;
        self
    }

    /// The store's points, as a plan wants to know them ([`bulk::plan`](crate::bulk::plan())).
    pub fn bucket(&self) -> Bucket {
        let (available, restore_rate) = self.budget.bucket(&self.clock);
        Bucket { available, restore_rate }
    }

    /// The store.
    pub fn store(&self) -> &Store {
        &self.store
    }

    /// Who hears of what is sent.
    pub(crate) fn observer(&self) -> Option<&Arc<dyn Observer>> {
        self.observer.as_ref()
    }

    /// Whose turn comes first.
    pub(crate) fn lane(&self) -> Lane {
        self.lane
    }

    /// What requests go out by that are no calls of the API.
    pub(crate) fn http(&self) -> &Http {
        &self.http
    }

    pub(crate) fn clock(&self) -> &Clock {
        &self.clock
    }

    pub(crate) fn random(&self) -> &Random {
        &self.random
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
        self.run_as_written::<D>(&variables, D::cost(&variables)).await
    }

    /// The same with variables as they were written down before: a repeated change must be the same to the letter.
    ///
    /// # Errors
    /// Why there is no answer.
    pub async fn run_as_written<D: Document>(
        &self,
        variables: &(impl Serialize + Sync + ?Sized),
        cost: u32,
    ) -> Result<D::Answer, Error> {
        let (document, kind, optional, each) = (D::NAME, D::KIND, D::OPTIONAL, D::EACH);
        let call = Call { store: &self.store.domain, document, kind, cost, optional, each };
        let body = Body { query: D::text(), operation_name: D::NAME, variables };
        let request = self.request(&body).map_err(|source| self.store.not_sent(source))?;
        let data = self.ask(&call, request).await?;
        serde_json::from_str(data.get()).map_err(|error| call.unreadable(&error.to_string()))
    }

    fn request(&self, body: &impl Serialize) -> Result<Request, outbound::Error> {
        let address = format!("{}/admin/api/{}/graphql.json", self.store.admin_url, self.version);
        Request::post(&address)?
            .timeout(TIMEOUT)
            .header(HeaderName::from_static("accept"), HeaderValue::from_static("application/json"))
            .json(body)
    }

    async fn ask(&self, call: &Call<'_>, request: Request) -> Result<Box<RawValue>, Error> {
        let (mut patience, mut token) = (Patience::new(self.lane), self.token().await?);
        // The store's own estimate, when it is higher than ours.
        let (mut cost, mut retry) = (call.cost, 0);
        loop {
            let authorised = self.store.authorised(request.clone(), &token)?;
            let judged = self.send_once(call, cost, authorised, retry).await?;
            retry += 1;
            cost = cost.max(judged.cost.and_then(|cost| cost.requested()).unwrap_or_default());
            match judged.verdict {
                Verdict::Answered(data) => return Ok(data),
                Verdict::Failed(error) => return Err(error),
                Verdict::Throttled => self.wait_for_points(call, &mut patience, &judged, cost).await?,
                Verdict::TokenRefused => self.renew(&mut token).await?,
                Verdict::Again { after, error } => self.wait(call, &mut patience, after, error).await?,
            }
        }
    }

    /// A token to begin with.
    pub(crate) async fn token(&self) -> Result<Token, Error> {
        Ok(Token { text: self.store.tokens.valid().await?, was_renewed: false })
    }

    /// Another token after one that was refused. A second one that is refused, too, is the end of it.
    pub(crate) async fn renew(&self, token: &mut Token) -> Result<(), Error> {
        let tokens = &self.store.tokens;
        let another = if token.was_renewed { None } else { tokens.renewed(&token.text).await? };
        match another {
            Some(text) => *token = Token { text, was_renewed: true },
            None => {
                tokens.give_up(&token.text).await;
                return Err(Error::NotConnected { store: self.store.domain.clone() });
            }
        }
        Ok(())
    }

    /// Waits before something is sent again, as long as there is patience.
    pub(crate) async fn wait(
        &self,
        call: &Call<'_>,
        patience: &mut Patience,
        after: Option<Duration>,
        error: Error,
    ) -> Result<(), Error> {
        let Some(wait) = patience.next(after, &self.random) else { return Err(error) };
        tracing::debug!(store = call.store, document = call.document, %error, ?wait, "sent again");
        self.clock.sleep(wait).await;
        Ok(())
    }

    /// Sends what costs no points.
    pub(crate) async fn send(&self, request: Request) -> Result<Response, outbound::Error> {
        self.http.send(request).await
    }

    async fn send_once(&self, call: &Call<'_>, cost: u32, request: Request, retry: u32) -> Result<Judged, Error> {
        let permit = self.budget.reserve(&self.clock, cost, self.lane).await.map_err(|refusal| match refusal {
            Refusal::TooMuch { maximum } => call.too_costly(cost, maximum),
            Refusal::NoLedger(source) => Error::NoBudget { store: call.store.to_owned(), source },
        })?;
        let watch = self.observer.as_ref().map(|observer| (observer, Watch::begin(&self.clock, &request, retry)));
        let outcome = self.budget.keep(&self.clock, self.http.send(request)).await;
        let judged = judge(call, outcome.as_ref().map_err(Clone::clone));
        if let Some((observer, watch)) = watch {
            observer.observe(watch.end(&self.clock, call, &self.version, &judged, outcome.as_ref()));
        }
        if matches!(&outcome, Err(error) if !error.may_have_arrived()) {
            permit.give_back(&self.clock);
            return Ok(judged);
        }
        let refused = matches!(judged.verdict, Verdict::Throttled);
        let status = judged.cost.and_then(|cost| cost.throttle_status);
        let points = judged.cost.and_then(|cost| cost.charged());
        permit.settle(Charged { status, points, refused }, &self.clock);
        let requested = judged.cost.and_then(|cost| cost.requested()).unwrap_or_default();
        self.meter.count(call.store, (!refused).then_some(requested.into()), status);
        if let Ok(response) = &outcome {
            self.heed(response);
        }
        self.budget.introduce(&self.clock).await;
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
