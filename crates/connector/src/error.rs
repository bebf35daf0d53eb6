use job_queue::{Decision, JobError};

use shopify::{NotAStore, NotAnAdminUrl};

use crate::orders::refunds::Refusal;

/// What went wrong, sorted by what the caller can do about it.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The database failed.
    #[error(transparent)]
    Database(#[from] database::Error),
    /// The job queue refused, or the run has lost its lease.
    #[error(transparent)]
    Queue(#[from] job_queue::Error),
    /// The back office refused.
    #[error(transparent)]
    BackOffice(#[from] back_office::Error),
    /// The store refused, or can't be reached.
    #[error(transparent)]
    Shopify(#[from] shopify::Error),
    /// A permission or the vault.
    #[error(transparent)]
    Access(#[from] access::Error),
    /// A cue's filter can't be read: the program is wrong.
    #[error("the filter of the cue {name} can't be read: {error}")]
    Cue {
        /// Which cue.
        name: &'static str,
        /// Where, and what was expected.
        error: values::filter::Error,
    },
    /// The variables of a change in Shopify can't be written down: the program is wrong.
    #[error("the variables of a change in Shopify can't be written down: {0}")]
    Unwritable(String),
    /// The records that were chosen will not do.
    #[error("{0}")]
    Chosen(String),
    /// Something that a person gives will not do.
    #[error("{reason}")]
    Given {
        /// What it is, by its API name.
        name: &'static str,
        /// What is wrong with it, and what would do.
        reason: String,
    },
    /// An order or its document does not allow what was asked for; what to do is said.
    #[error("{0}")]
    OrderState(String),
    /// What stands against making an item of a product; what to do is said.
    #[error("{0}")]
    Product(String),
    /// What stands against making a customer of a company; what to do is said.
    #[error("{0}")]
    Company(String),
    /// A code that is too long.
    #[error("the code {0}")]
    Code(#[from] values::code::TooLong),
    /// A shop without a code.
    #[error("a shop needs a code: give one of at most 20 characters")]
    NoCode,
    /// No store has that address.
    #[error(transparent)]
    Domain(#[from] NotAStore),
    /// No token may be sent there.
    #[error(transparent)]
    AdminUrl(#[from] NotAnAdminUrl),
    /// The code is taken.
    #[error("there is a shop {0} already: choose another code, or connect it anew with `kobling shop connect {0}`")]
    ShopExists(String),
    /// There is no such shop.
    #[error("there is no shop {code}; there are: {known}")]
    NoShop {
        /// What was asked for.
        code: String,
        /// Those that there are.
        known: String,
    },
    /// The shop is not enabled.
    #[error("the shop {0} is not enabled: enable it with `kobling shop enable {0}`")]
    NotEnabled(String),
    /// The shop is enabled, and so it can't be deleted.
    #[error("the shop {0} is enabled: disable it first, so that its store tells it nothing any more")]
    StillEnabled(String),
    /// A call is none for Shopify's support.
    #[error("there is no report of this call: {0}")]
    NotForSupport(&'static str),
    /// Nothing would come of a sync, because the shop card says so.
    #[error("nothing would be synced for the shop {shop}: {remedy}")]
    NothingToSync {
        /// The shop.
        shop: String,
        /// What to change on its card.
        remedy: &'static str,
    },
    /// The checklist of going live is not in order.
    #[error("the shop {shop} is not ready to go live; on its checklist is open: {open}")]
    NotReady {
        /// The shop.
        shop: String,
        /// What is open, by its caption.
        open: String,
    },
    /// Nothing may be changed in the shop's store.
    #[error("the shop {0} does not allow changes in Shopify: turn on Allow Data Sync to Shopify on its card")]
    ReadOnly(String),
    /// The app may not read something in the shop's store.
    #[error(
        "the app of the shop {shop} lacks the access scope {scope}: grant it in Shopify, then test the connection on the shop card"
    )]
    NoScope {
        /// The shop.
        shop: String,
        /// What is missing.
        scope: &'static str,
    },
    /// Apps may not read staff in the shop's store.
    #[error(
        "the plan of the store of the shop {0} lets no app read its staff: it takes Plus or Advanced; if the plan has changed, test the connection on the shop card"
    )]
    NotAdvanced(String),
    /// The shop has no access token.
    #[error("the shop {0} has no access token: give one with `kobling shop connect {0}`")]
    NoToken(String),
    /// The parts of what was given do not belong together.
    #[error(
        "these are no credentials ({0}): give an access token; or a client id and a client secret; or these two and a refresh token"
    )]
    Credentials(&'static str),
    /// Nobody could come back from the store.
    #[error(
        "this server has no public address to come back to: start it with `kobling serve --public-url`, and add that address with /connect/shopify behind it to the allowed redirection URLs of the app"
    )]
    NoPublicUrl,
    /// Whom a person would let in is not known.
    #[error(
        "the shop {0} was not given an app: give it the client id and the client secret of one with `kobling shop connect {0}`"
    )]
    NoApp(String),
    /// A person comes from a store and was not sent there from here.
    #[error("this browser was not sent to the store from here, or it took too long: begin again on the shop card")]
    NotSentThere,
    /// A person does not come from the store.
    #[error("what the browser brought is not from the store ({0}): check the client secret, and begin again")]
    NotFromTheStore(#[from] shopify::NotFromTheStore),
    /// The store takes the credentials no more.
    #[error("the shop {code} is not connected ({reason}): connect it again with `kobling shop connect {code}`")]
    Disconnected {
        /// The shop.
        code: String,
        /// What the store said.
        reason: String,
    },
    /// Another process asks for the token, and takes long.
    #[error("another process asks for the access token of the shop {0} and takes long: try again later")]
    TokenBusy(String),
    /// This database is a copy, or was restored.
    #[error(
        "the shop {0} is synced by another installation of Kobling, or its database was restored; if this one is to sync it, stop the other and run `kobling shop bind {0}`, then `kobling shop enable {0}`"
    )]
    OtherInstallation(String),
    /// A secret that is none.
    #[error("the secret that signs webhooks is blank: copy the API secret key of the app from its settings")]
    NoSecret,
    /// A request that was handled already.
    #[error("the data request was handled by {0} already")]
    Handled(String),
    /// There is no such data request.
    #[error("there is no such data request")]
    NoRequest,
    /// The access token is of another store than the shop's.
    #[error(
        "the access token of the shop {code} is of {found}, not of {domain}: give the shop the token of its own store with `kobling shop connect {code}`"
    )]
    OtherStore {
        /// The shop.
        code: String,
        /// The shop's store.
        domain: String,
        /// The store that answers.
        found: String,
    },
    /// The shop card has no such field, or it is not for people to change.
    #[error("the shop card has no field '{field}' to set; there are: {known}")]
    NoField {
        /// What was given.
        field: String,
        /// Those that there are.
        known: String,
    },
    /// A value that the field can't have.
    #[error("{field} can't be set: {reason}")]
    Field {
        /// Which field.
        field: String,
        /// Why, and what it may be.
        reason: String,
    },
    /// The order's number can't be the document's.
    #[error(
        "the order number {0} can't be the number of a sales order: it begins with @; turn off Use Shopify Order No."
    )]
    OrderNumber(String),
    /// An order of which nothing is left to be sold.
    #[error("nothing of the order is sold any more: all its lines were taken out in Shopify")]
    NothingSold,
    /// A refund that has no document yet.
    #[error(transparent)]
    Refund(#[from] Refusal),
}

impl Error {
    /// Whether it concerns one record only, so that the others can go on.
    pub(crate) fn is_of_the_record(&self) -> bool {
        match self {
            Self::BackOffice(error) => !matches!(error, back_office::Error::Database(_)),
            Self::OrderNumber(_) | Self::NothingSold | Self::Product(_) | Self::Company(_) | Self::Refund(_) => true,
            _ => false,
        }
    }
}

impl From<sea_orm::DbErr> for Error {
    fn from(error: sea_orm::DbErr) -> Self {
        Self::Database(error.into())
    }
}

impl From<Error> for JobError {
    fn from(error: Error) -> Self {
        match error {
            Error::Database(error) => error.into(),
            Error::Queue(error) => error.into(),
            Error::Shopify(error) => {
                let decision = match error.decision() {
                    shopify::Decision::Retry { after } => Decision::Retry { after },
                    shopify::Decision::Fail => Decision::Fail,
                    shopify::Decision::Hold => Decision::Hold,
                };
                Self { decision, message: error.to_string(), details: Vec::new() }
            }
            other => Self::fail(other.to_string()),
        }
    }
}
